"""Knows how to look at the lists of what is told, said and handed out one reader at a time, and to stop at the first difference.

Must never know what is right. A glance differs only where the test of its whole list would fail: it is that test, in small.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from calculator.files import make_week
from calculator.report import answer
from calculator.week import week
from tests.calculator import advice
from tests.calculator import letters as handed
from tests.calculator import said as spoken
from tests.calculator.files.sessions import FRESH, STEADY

__all__ = ["Glance", "glances"]

type Ask = Callable[[], bool]


class Glance(NamedTuple):
    """One question to the calculator, and whether its answer is another than the list has it."""

    name: str
    ask: Ask

    def differs(self) -> bool:
        """Whether it is; what is raised instead of an answer is another answer."""
        try:
            return self.ask()
        except BaseException:  # noqa: BLE001 - a mutant may leave in any way
            return True


def glances() -> Iterator[Glance]:
    """Every glance, in the order of the lists."""
    for name, ask in (*_letters(), *_said(), *_told()):
        yield Glance(f"glance: {name}", ask)


def _letters() -> Iterator[tuple[str, Ask]]:
    known = handed.LETTERS.read_text("utf-8")

    def other(lines: Callable[[], Iterable[str]]) -> bool:
        return any(line.replace("\r\n", "\n") not in known for line in lines())

    for arguments in handed.COMMANDS:
        yield f"command {' '.join(arguments)}", partial(other, partial(handed._command, arguments))
    for query in (STEADY, FRESH, "walking_affected=yes"):
        yield f"files {query}", partial(other, partial(handed._files, query))
    yield "week", lambda: other(lambda: [make_week(week(handed.BUSY), handed.DAY).content.decode()])


def _said() -> Iterator[tuple[str, Ask]]:
    known = set(spoken.LIST.read_text("utf-8").splitlines())

    def other(query: str) -> bool:
        return any(not known.issuperset(text.splitlines()) for text in spoken._sentences(answer(query)))

    for query in dict.fromkeys(spoken._readers()):
        yield f"said {query}", partial(other, query)


def _told() -> Iterator[tuple[str, Ask]]:
    known = set(advice.TABLE.read_text("utf-8").splitlines())

    def other(reader: advice.Reader) -> bool:
        return ",".join(advice._row(reader)) not in known

    for reader in advice._grid():
        yield f"told {','.join(map(str, reader))}", partial(other, reader)
