"""Knows how many texts that are much alike become one small file, and what an earlier file spares a later one.

Must never know what a text says, or who looks for it.

Unpacked, a file is text in two parts: RUNS of lines, each once, the most frequent first; and ROWS, one for each text, in which
every sign stands for a run. Lines that always follow each other are one run, and so is a line with the short one that always
comes next. The runs of the first file are not repeated in the others: their signs go on where its signs end.
"""

from __future__ import annotations

import gzip
import itertools
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import zopfli.gzip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

__all__ = ["packed"]

type Run = tuple[str, ...]

PART, END = "\x1e", "\x1d"  # between the parts of a file, and between its runs
SIGN = 0x20  # the sign of the first run; those before it are marks and the end of a row
SIGNS = 0xD800 - SIGN  # what comes then is no text
THOROUGH = 5  # times that the smallest gzip is searched for; a tenth smaller than what gzip finds
SHORT = 20  # characters that are said again rather than be a run of their own


def packed(texts: Iterable[str], first: bytes = b"") -> bytes:
    """The texts as one small file, which is read after the first."""
    known = {run: at for at, run in enumerate(_runs(first))}
    beginning: dict[str, list[Run]] = defaultdict(list)
    for run in sorted(known, key=len, reverse=True):
        beginning[run[0]].append(run)
    rows = _joined([_split(tuple(text.split("\n")), beginning) for text in texts], known)
    often = Counter(run for row in rows for run in row if run not in known)
    fresh = [run for run, _ in often.most_common()]
    signs = {run: chr(SIGN + at) for at, run in enumerate([*known, *fresh])}
    if len(signs) > SIGNS:
        raise SystemExit(f"{len(signs)} runs of lines are more than there are signs: {SIGNS}")
    parts = (END.join("\n".join(run) for run in fresh), "\n".join("".join(map(signs.__getitem__, row)) for row in rows))
    return bytes(zopfli.gzip.compress(PART.join(parts).encode(), numiterations=THOROUGH))


def _runs(file: bytes) -> list[Run]:
    """The runs of an earlier file, in the order of their signs."""
    if not file:
        return []
    return [tuple(run.split("\n")) for run in gzip.decompress(file).decode().partition(PART)[0].split(END)]


def _split(lines: Run, beginning: Mapping[str, list[Run]]) -> list[Run]:
    """The longest known run at every place; what is not known is one line after another."""
    row: list[Run] = []
    at = 0
    while at < len(lines):
        fitting = (run for run in beginning.get(lines[at], ()) if lines[at : at + len(run)] == run)
        row.append(next(fitting, (lines[at],)))
        at += len(row[-1])
    return row


def _joined(rows: list[list[Run]], known: Mapping[Run, int]) -> list[list[Run]]:
    """The same rows in fewer, longer runs."""
    after: dict[Run, set[Run]] = defaultdict(set)
    before: dict[Run, set[Run]] = defaultdict(set)
    for row in rows:
        for one, other in itertools.pairwise([*row, ()]):
            after[one].add(other)
            before[other].add(one)

    def bound(one: Run, other: Run) -> bool:
        alone = other not in known and len(before[other]) == 1
        return one not in known and len(after[one]) == 1 and (alone or sum(map(len, other)) <= SHORT)

    return [list(_long(row, bound)) for row in rows]


def _long(row: list[Run], bound: Callable[[Run, Run], bool]) -> Iterator[Run]:
    run = row[0]
    for one, other in itertools.pairwise(row):
        if bound(one, other):
            run += other
        else:
            yield run
            run = other
    yield run
