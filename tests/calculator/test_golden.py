"""The golden files are current: a change of advice or of wording shows as a diff."""

from __future__ import annotations

import pytest

from tests.support.advice_table import TABLE, changed, table
from tests.support.golden_output import golden_files
from tests.support.paths import GOLDEN
from tests.support.sentences import SENTENCES, sentences

UPDATE = "`python3 run.py update-golden` rewrites the golden files; the commit says who gets other advice now."


def test_the_advice_table_is_current() -> None:
    assert changed(TABLE.read_text("utf-8"), table())[:5] == [], UPDATE


def test_a_change_of_advice_is_shown_with_its_reader() -> None:
    old = "a,b,c,d,e,f,g,outcome\n1,2,3,4,5,6,7,walk\n"
    new = "a,b,c,d,e,f,g,outcome\n1,2,3,4,5,6,7,run\n"
    assert changed(old, old) == []
    assert changed(old, new) == ["1,2,3,4,5,6,7\n  - walk\n  + run"]
    assert changed("", new)[1] == "1,2,3,4,5,6,7\n  - not asked\n  + run"


def test_the_sentences_are_current() -> None:
    before, now = set(SENTENCES.read_text("utf-8").splitlines()), set(sentences().splitlines())
    assert (sorted(before - now), sorted(now - before)) == ([], []), UPDATE


@pytest.mark.parametrize("name", sorted(golden_files()))
def test_a_golden_file_is_current(name: str) -> None:
    assert golden_files()[name].splitlines() == (GOLDEN / name).read_text("utf-8").splitlines(), UPDATE


def test_no_golden_file_is_left_over() -> None:
    left = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.glob("*/*")}
    assert left == set(golden_files())
