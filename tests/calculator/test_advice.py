"""Knows that the table of advice is current, so that no change of advice goes unseen.

Must never know what the advice is.
"""

from __future__ import annotations

from tests.calculator.advice import TABLE, changed, table
from tests.calculator.letters import LETTERS, letters
from tests.calculator.said import LIST, said


def test_the_table_of_advice_is_current() -> None:
    """Law 9. If advice has changed on purpose: `python3 run.py advice`, and say in the commit who is told what now."""
    assert changed(TABLE.read_text("utf-8"), table())[:5] == []


def test_a_change_of_advice_is_shown_with_its_reader() -> None:
    old = "a,b,c,d,e,f,g,told\n1,2,3,4,5,6,7,walk\n"
    new = "a,b,c,d,e,f,g,told\n1,2,3,4,5,6,7,run\n"
    assert changed(old, old) == []
    assert changed(old, new) == ["1,2,3,4,5,6,7\n  - walk\n  + run"]
    assert changed("", new)[1] == "1,2,3,4,5,6,7\n  - not asked\n  + run"


def test_the_list_of_what_is_said_is_current() -> None:
    """Words change as advice does: `python3 run.py advice` rewrites the list, and the diff shows who says what now."""
    before, now = set(LIST.read_text("utf-8").splitlines()), set(said().splitlines())
    assert (sorted(before - now), sorted(now - before)) == ([], [])


def test_what_the_doors_hand_out_is_current_to_the_letter() -> None:
    """The command line, the files and the week: `python3 run.py advice` rewrites them, and the diff shows what changed."""
    assert letters().splitlines() == LETTERS.read_text("utf-8").splitlines()
