"""The reasons for people: few, each said once, with the reader's own values; of several conditions the one that fails."""

from __future__ import annotations

import pytest
from hypothesis import given

from calculator import recommend
from calculator.answer.why import MERGED_RULES, failed_condition, why
from calculator.assessment.engine import RULES, assess
from calculator.form.parse import parse
from calculator.model import Situation
from tests.support.strategies import situations

RACE = (
    "next_event_in_hours=100&event_kind=long_race&minutes=200&goal=aerobic_endurance&running_experience=regular&soreness=0"
    "&hours_since_legs=200"
)


@given(situations)
def test_nothing_is_said_twice(s: Situation) -> None:
    said = why(s, assess(s))
    assert len(set(said)) == len(said)
    assert all(text[0].isupper() and text.endswith(".") for text in said)
    heads = [text.partition(":")[0] for text in said]
    assert sum("mpact is" in head for head in heads) <= 1
    assert sum("main part is" in head for head in heads) <= 1


def test_each_rule_that_is_merged_exists() -> None:
    assert MERGED_RULES.keys() <= {rule.id for rule in RULES}


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("soreness=5", "your legs are 5 of 10 sore"),
        ("soreness=4&walking_affected=yes", "soreness changes how you walk"),
        ("novelty=first_time", "your legs are new to this work"),
        ("", "lifting is new to you"),
        ("", "you do not run"),
        ("running_experience=some&hours_since_legs=100&soreness=0", "you run only now and then"),
        ("minutes=10", "you have 10 minutes"),
        ("next_legs_in_hours=20", "you train legs again in 20 hours"),
        (RACE, "your event is 4 days away"),
        ("hours_since_legs=2&leg_effort=moderate", "your leg session was 2 hours ago"),
        ("goal=muscle_strength", "strength comes first"),
        ("goal=recovery&soreness=1&hours_since_legs=100", "you want to recover"),
        ("sleep_hours=4&consecutive_hard_days=4", "2 signs of strain"),
        ("conditions=head_cold", "head cold"),
        ("red_flags=chest_pain", "emergency"),
        ("", "that is enough for your goal"),
    ],
)
def test_a_reason_holds_the_readers_own_value(query: str, words: str) -> None:
    assert words in " ".join(recommend(query)["why"])


def test_a_stop_gives_its_own_reason_and_nothing_else() -> None:
    assert recommend("red_flags=fever&soreness=8")["why"] == recommend("red_flags=fever")["why"]


@pytest.mark.parametrize(
    ("rule", "query", "words"),
    [
        ("sprints", "soreness=4", "4 of 10 sore"),
        ("sprints", "soreness=0&hours_since_legs=10", "10 hours ago"),
        (
            "jumps",
            "soreness=0&hours_since_legs=80&leg_effort=very_hard&novelty=first_time&running_experience=regular",
            "readiness is about",
        ),
        ("sprints", "soreness=0&hours_since_legs=300&age=70&running_experience=regular", "from 65"),
        ("sprints", "soreness=0&hours_since_legs=300", "every week"),
        ("jumps", "soreness=0&hours_since_legs=3&leg_effort=light", "3 hours ago"),
        ("intervals", "soreness=4", "4 of 10 sore"),
        ("intervals", "soreness=1&hours_since_legs=4", "readiness is about"),
        ("intervals", "soreness=1&hours_since_legs=200", "habit of cardio"),
        ("intervals", "soreness=1&hours_since_legs=200&running_experience=some&conditions=asthma", "doctor"),
        ("sore-legs", "soreness=5", "Soreness of 5"),
    ],
)
def test_the_condition_that_fails_is_the_one_that_is_said(rule: str, query: str, words: str) -> None:
    s = parse(query)
    a = assess(s)
    finding = next(finding for finding in a.findings if finding.rule.id == rule)
    assert words in failed_condition(s, a, finding)
