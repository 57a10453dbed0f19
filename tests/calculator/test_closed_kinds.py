"""What is said beside a kind of cardio that is closed: its own reason, with no second time."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from calculator.answer.builder import answer, answer_for
from calculator.assessment.engine import allows, assess, blockers
from calculator.assessment.outlook import look_ahead, project
from calculator.data.modalities import BY_SLUG
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


@given(with_plan)
def test_a_closed_kind_is_open_from_the_hour_beside_it_and_not_before(s: Situation) -> None:
    """The hour is that of all rules together: at it none of them still closes the kind, and until then one of them does."""
    points = look_ahead(s, assess(s))
    for one in answer_for(s)["excluded"]:
        hours, mode = one["from_hours"], BY_SLUG[one["modality"]]
        if hours is None:
            assert not any(allows(point.assessment, mode) for point in points)
            continue
        assert hours > s.hours_since_legs
        assert blockers(assess(project(s, hours - s.hours_since_legs)), mode) == ()
        assert not any(allows(point.assessment, mode) for point in points if point.from_hours < hours)


RUNNER = "goal=speed_power&lifting_experience=advanced&running_experience=regular"
NEW_LIFTER = RUNNER.replace("advanced", "novice")


@pytest.mark.parametrize(
    ("query", "slug", "words"),
    [
        (f"{RUNNER}&hours_since_legs=30&leg_effort=moderate&soreness=1", "track_sprints", "48 hours"),
        (f"{RUNNER}&hours_since_legs=100&soreness=2", "track_sprints", "2 out of 10 sore"),
        ("hours_since_legs=100&soreness=0", "track_sprints", "run or play a sport every week"),
        (f"{RUNNER}&hours_since_legs=60&soreness=0&leg_effort=moderate", "plyometrics", "72 hours"),
        (f"{NEW_LIFTER}&hours_since_legs=160&soreness=0&leg_effort=light&age=70", "plyometrics", "age of 65"),
    ],
)
def test_the_condition_that_fails_is_the_readers_own(query: str, slug: str, words: str) -> None:
    assert words in closed(query)[slug][1]
