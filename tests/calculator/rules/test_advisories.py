"""Tests of warnings, tips and recovery aids."""

from __future__ import annotations

import pytest

from calculator.answer.builder import answer
from calculator.assessment.engine import assess
from calculator.data.sentences import say
from calculator.form.parse import parse
from calculator.model import Readiness
from calculator.rules.advisories import AIDS, WARNINGS
from tests.calculator.rules.test_rules import reader

ADVISORIES = {item.id: item for item in (*WARNINGS, *AIDS)}


def said(id: str, query: str) -> str | None:
    s = parse(query)
    return ADVISORIES[id].text(s, assess(s))


def test_order_advice_until_legs_are_ready() -> None:
    (item,) = [remark for remark in (*WARNINGS, *AIDS) if remark.text.__name__ == "order_endurance"]
    s = parse("goal=aerobic_endurance&soreness=2")
    a = assess(s)
    reader_answers = [item.text(s, a._replace(readiness=Readiness(score, 0))) for score in (69, 70)]
    assert [text is None for text in reader_answers] == [False, True]


def test_the_pull_buoy_is_for_sore_legs_in_the_water() -> None:
    reader_answers = [
        said("arms-lead-cue", query) for query in ("equipment=pool&soreness=3", "equipment=pool&soreness=2", "")
    ]
    assert [text is not None for text in reader_answers] == [True, False, False]


def test_where_the_pulse_tells_nothing_nothing_is_said_about_it() -> None:
    options = answer("medicines=beta_blocker&age=40")["options"]
    assert {(option["heart_rate"], option["heart_rate_note"]) == (None, "") for option in options} == {True}


def test_the_pace_is_spoken_of_until_the_legs_are_fully_ready() -> None:
    s = parse("running_experience=regular&goal=aerobic_endurance&soreness=1")
    a = assess(s)
    reader_answers = [
        ADVISORIES["same-effort"].text(s, a._replace(readiness=Readiness(score, 0))) for score in (87, 88)
    ]
    assert [text is None for text in reader_answers] == [False, True]


def test_calendar_advice_before_event_on_tired_legs() -> None:
    reader_answers = [said("plan-legs", f"next_event_in_hours={hours}") for hours in (20, 40, 100)]
    assert [text is not None for text in reader_answers] == [True, True, False]


def test_sprint_power_is_spoken_of_after_hard_legs_alone() -> None:
    fit = "hours_since_legs=40&soreness=1&minutes=60&running_experience=regular&lifting_experience=advanced"
    reader_answers = [said("peak-power", f"{fit}&leg_effort={effort}") for effort in ("hard", "light")]
    assert [text is not None for text in reader_answers] == [True, False]


@pytest.mark.parametrize(
    ("id", "speaks", "silent"),
    [
        ("carbohydrate", "next_legs_in_hours=3", "next_legs_in_hours=4"),
        ("carbohydrate", "next_event_in_hours=3", ""),
        ("soreness-peak", "leg_effort=light&soreness=2", "leg_effort=light&soreness=1"),
        ("soreness-peak", "soreness=1", "hours_since_legs=72"),
        ("calf-clot", "red_flags=one_sided_calf_swelling", "red_flags=dark_urine"),
        ("lift-first", "hours_since_legs=5", "hours_since_legs=6"),
        ("lift-first", "hours_since_legs=5", "hours_since_legs=1&leg_effort=very_hard&novelty=first_time&soreness=9"),
        ("fuel", "goal=aerobic_endurance&minutes=60", "goal=aerobic_endurance&minutes=59"),
        ("fuel", "goal=aerobic_endurance&minutes=60", "goal=aerobic_endurance&minutes=60&conditions=low_carbohydrate_or_fasted"),
        ("recheck-signs", "hours_since_legs=72&soreness=3", "hours_since_legs=72&soreness=2"),
        ("recheck-signs", "hours_since_legs=119&soreness=4", "hours_since_legs=120&soreness=4"),
        ("water", "equipment=pool", "equipment=pool&conditions=heart_disease"),
        ("no-chasing", "soreness=10", "soreness=8"),
        ("clearance", "goal=aerobic_endurance&conditions=type_2_diabetes", "goal=fat_loss&conditions=type_2_diabetes"),
        ("rope", "equipment=jump_rope", reader("") + "&equipment=jump_rope"),
        ("fuel", "goal=aerobic_endurance&minutes=60", reader("goal=general_health&minutes=60")),
        ("rhabdo-signs", "soreness=7", "soreness=6"),
        ("water", "equipment=pool&soreness=3", "equipment=pool&soreness=2"),
        ("massage", "soreness=3", "soreness=2"),
        ("easy-movement", "soreness=3", "soreness=2"),
    ],
)  # fmt: skip
def test_a_advisory_speaks_up_to_its_edge(id: str, speaks: str, silent: str) -> None:
    assert said(id, speaks)
    assert said(id, silent) is None


@pytest.mark.parametrize("over", ["leg_effort=light", "hours_since_legs=48"])
def test_glycogen_is_named_only_after_a_hard_session(over: str) -> None:
    ask = "goal=aerobic_endurance&minutes=90&soreness=2"
    assert "store" in (said("fuel", ask) or "")
    assert said("fuel", f"{ask}&{over}") == say("advisory.fuel")


def test_carbohydrate_is_planned_with_the_diabetes_team() -> None:
    assert "diabetes team" in (said("carbohydrate", "next_legs_in_hours=3&conditions=type_1_diabetes") or "")
    assert "carbohydrate per kg" in (said("carbohydrate", "next_legs_in_hours=3") or "")
