"""Pack many similar texts into one gzip file. Later files reuse the first file's dictionary of line runs.

An unpacked file is text in two sections: the runs of lines, each once, those used most under the symbols of fewest bytes;
then one row for each text, in which every character is the symbol of a run. Lines that always follow each other form one run,
and so does a line with a short successor. The runs of the first file are not repeated in the others: their symbols continue
where its symbols end.
"""

from __future__ import annotations

import gzip
import itertools
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import zopfli.gzip

from builder.errors import BuildError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

__all__ = ["pack_texts"]

type LineRun = tuple[str, ...]

SECTION_MARK, RUN_MARK = "\x1e", "\x1d"  # between the sections of a file, and between its runs
FIRST_SYMBOL = 0x20  # the symbol of the first run; smaller code points are marks and the end of a row
MAX_SYMBOLS = 0xD800 - FIRST_SYMBOL  # surrogates follow, which are no text
WIDER = (0x80, 0x800)  # symbols from which on UTF-8 takes a byte more
ZOPFLI_ITERATIONS = 1  # more take several times as long, and save half a percent
MAX_INLINE = 20  # characters: shorter successors are inlined instead of getting a symbol


def pack_texts(texts: Iterable[str], first: bytes = b"") -> bytes:
    """Pack the texts into one small file, to be read after the first file.

    Raises BuildError where there are more runs than symbols.
    """
    earlier_runs = {run: index for index, run in enumerate(_runs(first))}
    by_first_line: dict[str, list[LineRun]] = defaultdict(list)
    for run in sorted(earlier_runs, key=len, reverse=True):
        by_first_line[run[0]].append(run)
    rows = _joined([_split(tuple(text.split("\n")), by_first_line) for text in texts], earlier_runs)
    counts = Counter(run for row in rows for run in row if run not in earlier_runs)
    new_runs = _ordered([run for run, _ in counts.most_common()], FIRST_SYMBOL + len(earlier_runs))
    symbols = {run: chr(FIRST_SYMBOL + index) for index, run in enumerate([*earlier_runs, *new_runs])}
    if len(symbols) > MAX_SYMBOLS:
        raise BuildError(f"{len(symbols)} runs of lines are more than there are symbols: {MAX_SYMBOLS}")
    parts = (
        RUN_MARK.join("\n".join(run) for run in new_runs),
        "\n".join("".join(map(symbols.__getitem__, row)) for row in rows),
    )
    return bytes(zopfli.gzip.compress(SECTION_MARK.join(parts).encode(), numiterations=ZOPFLI_ITERATIONS))


def _ordered(ranked: list[LineRun], first_symbol: int) -> list[LineRun]:
    """The most frequent runs get the shorter symbols; among symbols of one length, similar runs stand side by side."""
    edges = [0, *(max(0, symbol - first_symbol) for symbol in WIDER), len(ranked)]
    return [run for low, high in itertools.pairwise(edges) for run in sorted(ranked[low:high])]


def _runs(file: bytes) -> list[LineRun]:
    """The runs of an earlier file, in the order of their symbols."""
    if not file:
        return []
    return [tuple(run.split("\n")) for run in gzip.decompress(file).decode().partition(SECTION_MARK)[0].split(RUN_MARK)]


def _split(lines: LineRun, by_first_line: Mapping[str, list[LineRun]]) -> list[LineRun]:
    """Split a text into the longest known runs; unknown lines are runs of one line."""
    row: list[LineRun] = []
    index = 0
    while index < len(lines):
        fitting = (run for run in by_first_line.get(lines[index], ()) if lines[index : index + len(run)] == run)
        row.append(next(fitting, (lines[index],)))
        index += len(row[-1])
    return row


def _joined(rows: list[list[LineRun]], earlier_runs: Mapping[LineRun, int]) -> list[list[LineRun]]:
    """The same rows in fewer, longer runs."""
    after: dict[LineRun, set[LineRun]] = defaultdict(set)
    before: dict[LineRun, set[LineRun]] = defaultdict(set)
    for row in rows:
        for left, right in itertools.pairwise([*row, ()]):
            after[left].add(right)
            before[right].add(left)

    def always_adjacent(left: LineRun, right: LineRun) -> bool:
        alone = right not in earlier_runs and len(before[right]) == 1
        return left not in earlier_runs and len(after[left]) == 1 and (alone or sum(map(len, right)) <= MAX_INLINE)

    return [list(_merged(row, always_adjacent)) for row in rows]


def _merged(row: list[LineRun], always_adjacent: Callable[[LineRun, LineRun], bool]) -> Iterator[LineRun]:
    run = row[0]
    for left, right in itertools.pairwise(row):
        if always_adjacent(left, right):
            run += right
        else:
            yield run
            run = right
    yield run
