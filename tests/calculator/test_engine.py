"""Tests of the engine that combines the limits."""

from __future__ import annotations

import pytest

from calculator.answer.builder import answer
from calculator.rules_api import Limit
from calculator.scales import Impact, Intensity, Outcome


@pytest.mark.parametrize(
    ("query", "rule"),
    [
        ("conditions=type_1_diabetes&soreness=3&lifting_experience=intermediate&running_experience=some", "glucose"),
        ("hours_since_legs=132&leg_effort=very_hard&novelty=first_time&soreness=5", "lasting-soreness"),
    ],
)
def test_what_sets_the_outcome_alone_binds(query: str, rule: str) -> None:
    (result,) = [finding for finding in answer(query)["findings"] if finding["rule"] == rule]
    assert result["binding"]


def test_without_a_session_every_ceiling_is_there_and_empty() -> None:
    empty = {"impact": None, "intensity": None, "leg_intensity": None, "minutes": None}
    assert answer("red_flags=fever")["ceilings"] == empty


def test_a_limit_that_says_nothing_takes_nothing() -> None:
    assert Limit(reason=".") == Limit(".", Outcome.RECOMMEND, Impact.HIGH, Intensity.NEAR_MAX, None, None)
