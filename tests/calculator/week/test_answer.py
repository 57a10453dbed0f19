"""Tests of the answer about a week."""

from __future__ import annotations

from calculator.answer.builder import answer
from calculator.data.parameters import WEEK_MODERATE
from calculator.data.sentences import say
from calculator.form.parse import parse as parse_reader
from calculator.week.answer import _summary, _verdict, plan_week


def test_the_walk_is_stiff_while_the_legs_are_sore_and_no_longer() -> None:
    weeks = [plan_week(f"walking_affected=yes&week_soreness={sore}&week_legs=mon-18:hard") for sore in (3, 5, 8, 10)]
    asked = [parse_reader(query) for week in weeks for day in week["days"] for query in day["queries"]]
    assert {2, 3} <= {s.soreness for s in asked}
    assert all(s.walking_affected == (s.soreness >= 3) for s in asked)


def test_a_week_that_fits_has_nothing_to_note() -> None:
    week = plan_week("week_legs=mon-18&week_rest=sun")
    assert (week["conflicts"], week["move"], week["action"], week["move_note"]) == ([], None, "", "")


def test_what_is_gravest_is_the_first_reason_of_a_day() -> None:
    for day in plan_week("conditions=pregnant&week_legs=wed-12:hard&week_soreness=2")["days"]:
        assert not day["option"] or day["because"][0] == say("rule.pregnancy")


def test_the_verdict_turns_at_both_ends_of_what_is_advised() -> None:
    """WHO: 150 to 300 min a week, both ends included."""
    reader_answers = [_verdict(minutes) for minutes in (0, 149, 150, 300, 301)]
    assert reader_answers == ["below", "below", "within", "within", "above"]


def test_minutes_credit_is_explained_where_it_differs() -> None:
    minutes, target = "200 minutes", WEEK_MODERATE
    assert _summary(200, 200) == say("week.summary", minutes=minutes, target=target)
    assert _summary(200, 160) == say("week.summary.equivalent", minutes=minutes, equivalent=160, target=target)


def test_the_ceilings_of_a_day_are_those_of_its_answer() -> None:
    """The week does not ask what the arms have at hand; the answer is asked with a pool."""
    for day in plan_week("goal=aerobic_endurance&running_experience=regular&week_legs=mon-18:hard")["days"]:
        for query in day["queries"]:
            assert day["ceilings"] == answer(f"{query}&equipment=pool")["ceilings"]


def test_the_headline_counts_the_days_with_cardio() -> None:
    for query in ("", "week_rest=sun&week_rest=sat"):
        week = plan_week(query)
        assert week["headline"] == say("week.headline", busy=7 - len(week["rest_days"]), days="7 days")
        assert week["rest_days"] == [day["name"] for day in week["days"] if not day["minutes"]]
