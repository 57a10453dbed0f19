"""Tests of the parser of a week."""

from __future__ import annotations

import pytest

from calculator.data.sentences import say
from calculator.form.errors import InvalidAnswersError
from calculator.week.answer import plan_week
from calculator.week.parse import parse


def problems(query: str) -> list[str]:
    with pytest.raises(InvalidAnswersError) as mistake:
        plan_week(query)
    return [problem.message for problem in mistake.value.problems]


def test_four_hours_are_taken_and_a_fifth_is_one_too_many() -> None:
    four = "week_hour=6&week_hour=7&week_hour=8&week_hour=9"
    assert plan_week(four)["query"] == four
    (text,) = problems(f"{four}&week_hour=10")
    trouble = say("form.week.many-hours", value="\u201c10\u201d")
    assert text == f"Hours that suit you for cardio: {trouble} {say('form.week-hour', hours='4 hours')}"


@pytest.mark.parametrize(
    ("query", "field", "trouble"),
    [
        ("week_legs=mon-7&week_legs=mon-18", "week_legs", say("form.week.same-day", value="\u201cmon-7\u201d")),
        ("week_lift=mon-7&week_key=mon-7", "week_lift", say("form.week.same-hour", value="\u201cmon-7\u201d")),
        ("week_soreness=3&week_soreness=4", "week_soreness", say("form.week.second-number", value="\u201c4\u201d")),
        ("week_key=sun-9&week_rest=sun", "week_key", say("form.week.rest-day", value="\u201csun-9\u201d")),
        ("week_rest=sunday", "week_rest", say("form.week.unreadable", value="\u201csunday\u201d")),
    ],
)
def test_a_problem_names_the_value_and_what_is_wrong_with_it(query: str, field: str, trouble: str) -> None:
    with pytest.raises(InvalidAnswersError) as mistake:
        plan_week(query)
    first = mistake.value.problems[0]
    assert first.field == field
    assert f": {trouble} " in first.message
    assert first.message.endswith(", or leave it out.")
    assert field not in first.message


def test_a_child_is_reported_no_week() -> None:
    assert plan_week("age=12")["stopped"]


def test_undecodable_value_is_a_problem() -> None:
    (text,) = problems("week_legs=%C3%28")
    assert "cannot be read" in text


def test_a_mark_before_the_week_is_no_part_of_it() -> None:
    assert [plan_week(f"{mark}week_legs=mon-18")["query"] for mark in ("", "?", "#")] == ["week_legs=mon-18:hard"] * 3


def test_key_session_after_midnight_has_minutes_of_its_day() -> None:
    (key,) = parse("minutes=30&week_key=sun-1&week_minutes=sun:50").keys
    assert (key.at, key.minutes) == (145, 50)


@pytest.mark.parametrize(("long", "shown"), [(40, "x" * 40), (41, "x" * 40 + "\u2026")])
def test_a_value_is_shown_whole_up_to_forty_characters(long: int, shown: str) -> None:
    with pytest.raises(InvalidAnswersError) as mistake:
        plan_week("week_legs=" + "x" * long)
    (problem,) = mistake.value.problems
    assert (problem.value, f"\u201c{shown}\u201d cannot be read" in problem.message) == (shown, True)


def test_minutes_of_a_day_reach_from_five_to_four_hours() -> None:
    assert [parse(f"week_minutes=sat:{minutes}").minutes[5] for minutes in (5, 240)] == [5, 240]
    assert all("cannot be read" in problems(f"week_minutes=sat:{minutes}")[0] for minutes in (4, 241))


def test_two_leg_sessions_on_one_day_are_one_problem() -> None:
    assert len(problems("week_legs=mon-7&week_legs=mon-18")) == 1
