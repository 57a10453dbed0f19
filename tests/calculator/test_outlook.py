"""Outlooks worked out by hand."""

from __future__ import annotations

import pytest

from calculator.answer.builder import answer
from calculator.assessment.outlook import _hours_to_check, project
from calculator.data.sentences import count, say
from calculator.form.parse import parse
from tests.calculator.rules.test_rules import reader

HARD = "hours_since_legs=24&leg_effort=hard&soreness=4"


def steps(changes: str) -> list[tuple[int, str, str]]:
    return [(step["from_hours"], step["impact"], step["intensity"]) for step in answer(reader(changes))["timeline"]]


def test_a_hard_session_opens_step_by_step_as_soreness_eases() -> None:
    result = steps(HARD)
    assert result[0] == (24, "low", "moderate")
    assert [impact for _, impact, _ in result] == ["low", "moderate", "high"]
    assert all(hours % 6 == 0 for hours, _, _ in result)


def test_nothing_opens_for_a_reader_who_is_free_already() -> None:
    assert steps("") == [(200, "high", "near_max")]
    assert answer(reader(""))["next_check"] == say("answer.next-check.tomorrow")


def test_next_check_names_both_hours() -> None:
    result = answer(reader(HARD))
    opens = result["timeline"][1]["from_hours"]
    wait, condition = count(opens - 24, "h"), say("answer.condition.no-sorer")
    assert result["next_check"] == say("answer.next-check.moderate", wait=wait, condition=condition)


def test_the_outlook_ends_at_the_next_fixed_session() -> None:
    assert steps(HARD + "&next_legs_in_hours=5") == [(24, "low", "moderate")]
    assert all(hours <= 24 + 40 for hours, _, _ in steps(HARD + "&next_event_in_hours=40"))


def test_a_mode_that_comes_back_says_when() -> None:
    results = {exclusion["modality"]: exclusion["from_hours"] for exclusion in answer(reader(HARD))["excluded"]}
    back = results["run_steady"]
    assert back is not None
    assert 24 < back <= 120
    assert (back, "moderate") in [(hours, impact) for hours, impact, _ in steps(HARD)]


@pytest.mark.parametrize(
    ("hours", "soreness", "walking"), [(0, 4, True), (24, 4, True), (48, 3, True), (72, 2, False), (144, 1, False)]
)
def test_later_soreness_eases_and_the_walk_with_it(hours: int, soreness: int, walking: bool) -> None:  # noqa: FBT001 - a column
    then = project(parse("hours_since_legs=24&soreness=4&walking_affected=yes&next_legs_in_hours=150"), hours)
    assert (then.hours_since_legs, then.soreness, then.walking_affected) == (24 + hours, soreness, walking)
    assert then.next_legs_in_hours == 150 - hours
    assert then.next_event_in_hours is None


def test_what_waiting_alone_does_not_bring_back_names_what_stays() -> None:
    results = {
        exclusion["modality"]: exclusion for exclusion in answer("soreness=5")["excluded"]
    }  # tired legs today, and no runner at all
    assert results["treadmill_jog"]["from_hours"] is None
    assert results["treadmill_jog"]["because"] == say("rule.running-experience.none")


def test_what_lies_ahead_comes_nearer_as_time_goes_by() -> None:
    then = project(parse("next_legs_in_hours=20&next_event_in_hours=30"), 6)
    assert (then.next_legs_in_hours, then.next_event_in_hours) == (14, 24)


@pytest.mark.parametrize("query", ["red_flags=chest_pain", "red_flags=fever&soreness=5", "age=12"])
def test_a_stop_promises_nothing_for_later(query: str) -> None:
    result = answer(query)
    assert not any((result["options"], result["timeline"], result["changes"], result["recovery"], result["next_check"]))
    assert {exclusion["from_hours"] for exclusion in result["excluded"]} == {None}
    assert (result["readiness"], result["readiness_reasons"]) == (None, [])


@pytest.mark.parametrize(("reader_answers", "last"), [(0, 96), (5, 96), (6, 102), (29, 120)])
def test_the_outlook_reaches_four_days_and_no_further(reader_answers: int, last: int) -> None:
    assert _hours_to_check(parse(f"hours_since_legs={reader_answers}"))[-1] == last


def test_outlook_continues_while_something_is_excluded() -> None:
    result = answer("running_experience=regular&lifting_experience=advanced&soreness=5&hours_since_legs=48")
    high = next(step["from_hours"] for step in result["timeline"] if step["impact"] == "high")
    back = {exclusion["from_hours"] for exclusion in result["excluded"] if exclusion["from_hours"]}
    assert min(back) < high < max(back)
