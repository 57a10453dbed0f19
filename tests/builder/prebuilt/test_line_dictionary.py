"""Texts come back from a packed file as they went in; shared lines are stored once; the bytes are reproducible."""

from __future__ import annotations

import gzip

import pytest

from builder.errors import BuildError
from builder.prebuilt import line_dictionary

FEW = ["one\ntwo\n\x01", "one\ntwo\n\x01", "three\ntwo\n\x02", "three\ntwo\none\ntwo\n", ""]
MORE = ["one\ntwo\n\x01", "four\ntwo\n\x02", "one\nfour", "a line of more than a few letters\ntwo"]


def unpacked(file: bytes, first: bytes = b"") -> list[str]:
    """The texts, read the way the file says."""
    (first_runs, _), (runs_text, rows) = (
        gzip.decompress(part).decode().split(line_dictionary.SECTION_MARK) if part else ("", "")
        for part in (first, file)
    )
    runs = [*(first_runs.split(line_dictionary.RUN_MARK) if first else ()), *runs_text.split(line_dictionary.RUN_MARK)]
    return ["\n".join(runs[ord(symbol) - line_dictionary.FIRST_SYMBOL] for symbol in row) for row in rows.split("\n")]


def test_what_went_in_comes_out() -> None:
    file = line_dictionary.pack_texts(FEW)
    assert unpacked(file) == FEW
    assert unpacked(line_dictionary.pack_texts(MORE, file), file) == MORE
    assert file == line_dictionary.pack_texts(FEW)


def test_a_long_line_is_stored_once() -> None:
    line = "what is said in every answer, in so many words"
    texts = [f"{at}\n{line}\n{at % 3}" for at in range(9)]
    file = line_dictionary.pack_texts(texts)
    assert gzip.decompress(file).decode().count(line) == 1
    assert line not in gzip.decompress(line_dictionary.pack_texts([f"new\n{line}\nnew"], file)).decode()


def test_more_runs_than_symbols_end_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line_dictionary, "MAX_SYMBOLS", 2)
    with pytest.raises(BuildError, match="more than there are symbols"):
        line_dictionary.pack_texts(FEW)
