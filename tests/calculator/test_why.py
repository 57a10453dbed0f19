"""The reasons for people: few, each once, with the reader's own values; of several conditions the one that fails."""

from __future__ import annotations

import pytest
from hypothesis import given

from calculator import recommend
from calculator.answer.why import MERGED_RULES, why
from calculator.assessment.engine import RULES, assess
from calculator.data.parameters import COLD_MINUTES, SPRINT_WAIT_LIGHT
from calculator.data.sentences import say
from calculator.form.parse import parse
from calculator.model import Situation
from tests.support.sentence_catalogue import ids
from tests.support.strategies import situations

CONCLUSIONS = {
    "why.impact",
    "why.effort",
    "why.minutes",
    "why.impact-effort",
    "why.impact-minutes",
    "why.effort-minutes",
    "why.impact-effort-minutes",
}
RACE = (
    "next_event_in_hours=100&event_kind=long_race&minutes=200&goal=aerobic_endurance&running_experience=regular&soreness=0"
    "&hours_since_legs=200"
)


@given(situations)
def test_nothing_is_written_twice(s: Situation) -> None:
    reasons = why(s, assess(s))
    assert len(set(reasons)) == len(reasons)
    found = [name for text in reasons for name in ids(text) or ()]
    conclusions = "-".join(name.removeprefix("why.") for name in found if name in CONCLUSIONS).split("-")
    assert len(set(conclusions)) == len(conclusions)


def test_each_rule_that_is_merged_exists() -> None:
    assert MERGED_RULES.keys() <= {rule.id for rule in RULES}


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("soreness=5", say("why.soreness", soreness=5)),
        ("soreness=4&walking_affected=yes", say("why.walk")),
        ("novelty=first_time", say("why.novelty")),
        ("", say("why.lifting")),
        ("", say("why.runner.none")),
        ("running_experience=some&hours_since_legs=100&soreness=0", say("why.runner.some")),
        ("minutes=10", say("why.time", time="10 minutes")),
        ("next_legs_in_hours=20", say("why.next-legs", gap="20 hours")),
        (RACE, say("why.event", gap="4 days")),
        ("hours_since_legs=2&leg_effort=moderate", say("why.leg-session", gap="2 hours")),
        ("goal=muscle_strength", say("why.strength")),
        ("goal=recovery&soreness=1&hours_since_legs=100", say("why.recovery")),
        ("sleep_hours=4&consecutive_hard_days=4", say("why.strain", signs="2 signs")),
        ("conditions=head_cold", say("rule.head-cold", most=COLD_MINUTES)),
        ("red_flags=chest_pain", say("rule.emergency", signs="chest pain or pressure")),
        ("", say("why.length", score=61)),
    ],
)
def test_a_reason_holds_the_readers_own_value(query: str, reason: str) -> None:
    assert reason in " ".join(recommend(query)["why"])


def test_a_stop_gives_its_own_reason_and_nothing_else() -> None:
    assert recommend("red_flags=fever&soreness=8")["why"] == recommend("red_flags=fever")["why"]


@pytest.mark.parametrize(
    ("rule", "query", "reason"),
    [
        ("sprints", "soreness=4&running_experience=regular", say("rule.sprints.sore", soreness=4, most=1)),
        (
            "sprints",
            "soreness=0&hours_since_legs=20&leg_effort=light&running_experience=regular&lifting_experience=advanced",
            say("rule.sprints.hours", wait=SPRINT_WAIT_LIGHT),
        ),
        (
            "sprints",
            "soreness=0&hours_since_legs=300&age=70&running_experience=regular",
            say("rule.sprints.age", age=65),
        ),
        ("sprints", "soreness=0&hours_since_legs=300", say("rule.sprints.habit")),
        ("jumps", "soreness=0&hours_since_legs=3&leg_effort=light", say("rule.jumps.habit")),
        ("intervals", "soreness=4", say("rule.intervals.sore", soreness=4, most=2)),
        ("intervals", "soreness=1&hours_since_legs=200", say("rule.intervals.new")),
        (
            "intervals",
            "soreness=1&hours_since_legs=200&running_experience=some&conditions=asthma",
            say("rule.intervals.health"),
        ),
        ("sore-legs", "soreness=5", say("rule.sore-legs.low", soreness=5, limit=5)),
    ],
)
def test_the_condition_that_fails_is_the_reason(rule: str, query: str, reason: str) -> None:
    findings = assess(parse(query)).findings
    assert next(finding for finding in findings if finding.rule.id == rule).limit.reason == reason


@pytest.mark.parametrize(
    ("rule", "query"),
    [
        ("jumps", "soreness=0&hours_since_legs=80&leg_effort=very_hard&novelty=first_time&running_experience=regular"),
        ("intervals", "soreness=1&hours_since_legs=4"),
    ],
)
def test_a_low_readiness_is_the_reason_with_its_value(rule: str, query: str) -> None:
    a = assess(parse(query))
    reason = next(finding for finding in a.findings if finding.rule.id == rule).limit.reason
    assert ids(reason) == (f"rule.{rule}.readiness",)
    assert f"about {a.readiness.score} out of 100" in reason
