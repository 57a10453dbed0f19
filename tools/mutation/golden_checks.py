"""Compare the calculator with the golden files one reader at a time, and stop at the first difference.

Each check is a small part of a golden-file test, so a mutant is caught without regenerating a whole file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from calculator.answer.builder import answer
from tests.support import advice_table, golden_output, sentences
from tests.support.paths import GOLDEN

__all__ = ["GoldenCheck", "golden_checks"]


class GoldenCheck(NamedTuple):
    """One question to the calculator, and whether its answer differs from the golden file."""

    name: str
    check: Callable[[], bool]

    def differs(self) -> bool:
        """Whether it differs; any exception is a difference."""
        try:
            return self.check()
        except BaseException:
            return True


def golden_checks() -> Iterator[GoldenCheck]:
    """Every check, in the order of the golden files."""
    for name, check in (*_outputs(), *_sentences(), *_advice()):
        yield GoldenCheck(f"golden: {name}", check)


def _differs(name: str, text: Callable[[], str]) -> bool:
    expected = (GOLDEN / name).read_text("utf-8").splitlines()
    return text().replace("\r\n", "\n").splitlines() != expected


def _outputs() -> Iterator[tuple[str, Callable[[], bool]]]:
    for name, arguments in golden_output.COMMANDS.items():
        yield f"cli/{name}", partial(_differs, f"cli/{name}", partial(golden_output.command_output, arguments))
    for name, query in golden_output.DOWNLOADS.items():
        yield (
            f"downloads/{name}",
            lambda name=name, query=query: any(  # type: ignore[misc]
                _differs(f"downloads/{file}", lambda text=text: text)  # type: ignore[misc]
                for file, text in dict(
                    golden_output.download_texts(name, query)
                ).items()  # the last of a name is stored
            ),
        )


def _sentences() -> Iterator[tuple[str, Callable[[], bool]]]:
    expected = set(sentences.SENTENCES.read_text("utf-8").splitlines())

    def differs(query: str) -> bool:
        return not expected.issuperset("\n".join(sentences.sentences_of(query, answer(query))).splitlines())

    for query in dict.fromkeys(sentences.readers()):
        yield f"sentences {query}", partial(differs, query)


def _advice() -> Iterator[tuple[str, Callable[[], bool]]]:
    expected = set(advice_table.TABLE.read_text("utf-8").splitlines())

    def differs(reader: advice_table.Reader) -> bool:
        return ",".join(advice_table.row(reader)) not in expected

    for reader in advice_table.grid():
        yield f"advice {','.join(map(str, reader))}", partial(differs, reader)
