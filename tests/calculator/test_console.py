"""Knows where the command line may print: narrow consoles, memory, and answers that leave a part out.

Must never know which advice is right.
"""

from __future__ import annotations

import io
from contextlib import redirect_stdout

import pytest

from calculator import __main__ as command_line
from calculator.report import answer

WEIGHED = "hours_since_legs=24&soreness=5&weight_kg=70"


def test_a_console_without_our_characters_shows_a_mark_instead_of_failing() -> None:
    console = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    said = next(warning for warning in answer(WEIGHED)["warnings"] if not warning.isascii())
    with redirect_stdout(console):
        assert command_line.main([WEIGHED]) == 0
    console.seek(0)
    assert said.encode("ascii", "replace").decode() in console.read()


def test_output_that_is_caught_in_memory_is_the_same_text() -> None:
    caught = io.StringIO()
    with redirect_stdout(caught):
        assert command_line.main([WEIGHED]) == 0
    assert caught.getvalue().startswith(answer(WEIGHED)["headline"] + "\n")


def test_energy_is_told_with_its_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.main([WEIGHED]) == 0
    option = answer(WEIGHED)["options"][0]
    energy = "-".join(map(str, dict.fromkeys(option["kcal"] or ())))
    assert f"    About {energy} kcal ({option['met']['value']:g} MET, " in capsys.readouterr().out


def test_without_an_action_the_rest_follows_the_headline(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = answer(WEIGHED)
    monkeypatch.setattr(command_line, "answer", lambda _: {**found, "action": ""})
    assert command_line.main([WEIGHED]) == 0
    assert capsys.readouterr().out.startswith(f"{found['headline']}\n\nOptions\n")
