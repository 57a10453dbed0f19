"""Knows that texts come back from a packed file as they went in, that what they share is kept once, and the same bytes each time.

Must never know what a text says.
"""

from __future__ import annotations

import gzip

import pytest

from builder import alike

FEW = ["one\ntwo\n\x01", "one\ntwo\n\x01", "three\ntwo\n\x02", "three\ntwo\none\ntwo\n", ""]
MORE = ["one\ntwo\n\x01", "four\ntwo\n\x02", "one\nfour", "a line of more than a few letters\ntwo"]


def unpacked(file: bytes, first: bytes = b"") -> list[str]:
    """The texts, read the way the file says."""
    (above, _), (own, rows) = (
        gzip.decompress(part).decode().split(alike.PART) if part else ("", "") for part in (first, file)
    )
    runs = [*(above.split(alike.END) if first else ()), *own.split(alike.END)]
    return ["\n".join(runs[ord(sign) - alike.SIGN] for sign in row) for row in rows.split("\n")]


def test_what_went_in_comes_out() -> None:
    file = alike.packed(FEW)
    assert unpacked(file) == FEW
    assert unpacked(alike.packed(MORE, file), file) == MORE
    assert file == alike.packed(FEW)


def test_a_long_line_is_kept_once() -> None:
    line = "what is said in every answer, in so many words"
    texts = [f"{at}\n{line}\n{at % 3}" for at in range(9)]
    file = alike.packed(texts)
    assert gzip.decompress(file).decode().count(line) == 1
    assert line not in gzip.decompress(alike.packed([f"new\n{line}\nnew"], file)).decode()


def test_more_runs_than_signs_end_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alike, "SIGNS", 2)
    with pytest.raises(SystemExit, match="more than there are signs"):
        alike.packed(FEW)
