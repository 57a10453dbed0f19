"""Tests of the planner of a week."""

from __future__ import annotations

import pytest

from calculator.week.answer import plan_week


def test_very_hard_leg_day_stays_free() -> None:
    """Hours after very hard legs there is less than on any other day, so the day stays free."""
    monday = plan_week("week_legs=mon-12:very_hard&week_soreness=9&week_hour=18&week_hour=23")["days"][0]
    assert (monday["hour"], monday["minutes"]) == (None, 0)


@pytest.mark.parametrize(("taken", "day"), [("tue-0", 1), ("sun-1", 6), ("sun-5", 6), ("mon-23", 0)])
def test_an_hour_is_taken_on_its_own_day_at_any_time_of_day(taken: str, day: int) -> None:
    days = plan_week(f"week_lift={taken}&week_hour={taken[4:]}")["days"]
    assert [result["kind"] == "full" for result in days] == [number == day for number in range(7)]
    assert days[day]["lifts"] == [int(taken[4:])]


def test_a_key_session_counts_as_hard_as_it_is() -> None:
    days = plan_week("week_key=wed-18:walk_brisk:20&week_key=thu-18:walk_easy:20")["days"]
    assert [(day["kind"], day["minutes"], day["equivalent_minutes"]) for day in days[2:4]] == [
        ("key", 20, 20),
        ("key", 20, 0),
    ]


def test_legs_stand_on_their_own_day_at_any_time_of_day() -> None:
    days = plan_week("week_legs=sun-1:light")["days"]
    assert [day["legs"] for day in days] == [*([[]] * 6), [{"hour": 1, "effort": "light"}]]
