"""A number of the guidance has one home, and pages take it from there.

A number with a unit, typed by hand in a page where a parameter has the same value and unit, is a fault. Where it is
another number that happens to be equal, a study's result for example, the line ends with `<!-- own number -->`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from calculator.data.parameters import ALL
from calculator.model import Parameter
from tests.support import project_files

if TYPE_CHECKING:
    from pathlib import Path

OWN_NUMBER = "<!-- own number -->"
NOT_PROSE = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\{[^}\n]*\}|`[^`\n]*`|\]\([^)\n]*\)|<!--.*?-->|\A---\n.*?\n---\n", re.DOTALL
)
TYPED = re.compile(
    r"(?<![\w.,\N{EN DASH}-])(\d+(?:\.\d+)?)(?: |&nbsp;|\N{NO-BREAK SPACE}|-)?(%|[A-Za-z]+)(?: of (\d+))?"
)
UNITS = {"hours": "h", "hour": "h", "minutes": "min", "minute": "min", "seconds": "s", "weeks": "weeks", "days": "days"}


def _unit(word: str) -> str:
    return UNITS.get(word, word)


def homes() -> frozenset[tuple[float, str]]:
    """The value and unit of every single number of the guidance."""
    return frozenset((float(p.value), _unit(p.unit)) for p in ALL.values() if isinstance(p, Parameter) and p.unit)


def faults(markdown: str) -> list[str]:
    """Every number with a unit that the guidance also has, typed by hand."""
    checked_lines = "\n".join(line for line in markdown.splitlines() if OWN_NUMBER not in line)
    prose = NOT_PROSE.sub(lambda match: "\n" * match[0].count("\n"), checked_lines)
    return [match[0] for match in TYPED.finditer(prose) if (float(match[1]), _unit(match[2])) in homes()]


@pytest.mark.parametrize("path", project_files.files(".md", under="docs"), ids=project_files.name)
def test_a_page_takes_its_numbers_from_the_calculator(path: Path) -> None:
    assert faults(path.read_text("utf-8")) == []


def test_a_number_typed_by_hand_is_found() -> None:
    typed = next(f"{value:g} {unit}" for value, unit in sorted(homes()) if unit == "h")
    assert faults(f"Wait {typed} before you run.") == [typed]
    assert faults(f"A study looked at {typed} {OWN_NUMBER}") == []
    assert faults("Wait {{ p.READY }} before you run.") == []
