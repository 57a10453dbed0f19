"""Tests of the moves that settle conflicts."""

from __future__ import annotations

from calculator.week.moves import candidate_moves
from calculator.week.parse import parse


def test_no_move_lands_on_a_day_of_other_legs_or_of_rest() -> None:
    timetable = parse("week_legs=mon-18&week_legs=thu-18:light&week_rest=sun")
    to = {move.start: set[int]() for move in candidate_moves(timetable)}
    for move in candidate_moves(timetable):
        to[move.start].add(move.to // 24)
    assert to == {18: {0, 1, 5}, 90: {2, 3, 4, 5}}
