"""What is said beside a kind of cardio that is closed: its own reason, with no second time."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from calculator.answer.builder import answer, answer_for
from calculator.model import Situation
from tests.support.strategies import with_plan

TIME = re.compile(r"until (\d+) h")


def closed(query: str) -> dict[str, tuple[int | None, str]]:
    return {
        exclusion["modality"]: (exclusion["from_hours"], exclusion["because"])
        for exclusion in answer(query)["excluded"]
    }


@given(with_plan)
def test_a_reason_names_no_hour_later_than_the_one_beside_it(s: Situation) -> None:
    for exclusion in answer_for(s)["excluded"]:
        named = TIME.search(exclusion["because"])
        if named and exclusion["from_hours"] is not None:
            assert int(named[1]) <= exclusion["from_hours"] + 6, exclusion


RUNNER = "goal=speed_power&lifting_experience=advanced&running_experience=regular"


@pytest.mark.parametrize(
    ("query", "slug", "words"),
    [
        (f"{RUNNER}&hours_since_legs=30&leg_effort=moderate&soreness=1", "track_sprints", "48 hours"),
        (f"{RUNNER}&hours_since_legs=100&soreness=2", "track_sprints", "2 out of 10 sore"),
        ("hours_since_legs=100&soreness=0", "track_sprints", "run or play a sport every week"),
        (f"{RUNNER}&hours_since_legs=60&soreness=0&leg_effort=moderate", "plyometrics", "72 hours"),
        (f"{RUNNER}&hours_since_legs=100&soreness=0&age=70", "plyometrics", "age of 65"),
    ],
)
def test_the_condition_that_fails_is_the_readers_own(query: str, slug: str, words: str) -> None:
    assert words in closed(query)[slug][1]
