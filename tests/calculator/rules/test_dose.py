"""Tests of the rules about time and hard minutes."""

from __future__ import annotations

import pytest

from calculator.assessment.engine import assess
from calculator.data.parameters import LONG_READINESS
from calculator.form.parse import parse
from calculator.model import Readiness
from calculator.rules.dose import intervals, long_and_hard, long_sessions, time_available
from tests.calculator.rules.test_rules import reader

READY = "hours_since_legs=168&leg_effort=light&lifting_experience=advanced&running_experience=regular&soreness=0"


@pytest.mark.parametrize(("score", "soreness", "open_"), [(69, 0, False), (70, 0, True), (70, 2, True), (70, 3, False)])
def test_intervals_depend_on_readiness_and_soreness(score: int, soreness: int, open_: bool) -> None:  # noqa: FBT001 - a column
    s = parse(READY)._replace(soreness=soreness)
    assert (intervals.apply(s, Readiness(score, 0)) is None) is open_


def test_half_an_hour_that_is_all_that_is_advised_is_no_limit() -> None:
    results = [time_available.apply(parse(f"minutes={minutes}"), Readiness(50, 0)) for minutes in (29, 30, 31)]
    assert [limit is None for limit in results] == [False, True, True]


def test_hard_minutes_are_more_on_fresh_legs() -> None:
    limits = [long_and_hard.apply(parse(""), Readiness(score, 0)) for score in (87, 88)]
    tired, fresh = (limit.hard_minutes or 0 for limit in limits if limit)
    assert tired < fresh


def test_long_work_with_impact_opens_at_its_readiness() -> None:
    s, at = parse(f"{READY}&goal=aerobic_endurance&minutes=120"), int(LONG_READINESS.value)
    results = [long_sessions.apply(s, Readiness(score, 0)) for score in (at - 1, at)]
    assert [limit is None for limit in results] == [False, True]


def test_long_session_from_65_without_habit_is_an_hour() -> None:
    query = reader("goal=aerobic_endurance&minutes=120&running_experience=some")
    assert [assess(parse(f"{query}&age={age}")).minutes for age in (64, 65)] == [120, 60]
