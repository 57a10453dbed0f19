"""Tests of the limits that readiness sets."""

from __future__ import annotations

import pytest

from calculator.answer.builder import answer
from calculator.form.parse import parse
from calculator.model import Readiness
from calculator.rules import readiness_limits
from calculator.rules.readiness_limits import arms_lead, near_max
from calculator.scales import Impact, Intensity


def _impact(score: int) -> Impact:
    limit = readiness_limits.readiness_impact.apply(parse(""), Readiness(score, 0))
    return Impact.HIGH if limit is None else limit.impact


def _effort(score: int) -> Intensity:
    limit = readiness_limits.readiness_intensity.apply(parse(""), Readiness(score, 0))
    return Intensity.NEAR_MAX if limit is None else limit.intensity


def test_arm_ceiling_needs_arm_equipment() -> None:
    reader_answers = "soreness=3&leg_effort=moderate"
    without, with_pool = (answer(query)["ceilings"] for query in (reader_answers, f"{reader_answers}&equipment=pool"))
    assert (without["intensity"], without["leg_intensity"]) == ("moderate", "moderate")
    assert (with_pool["intensity"], with_pool["leg_intensity"]) == ("vigorous", "moderate")


@pytest.mark.parametrize(("age", "open_"), [(64, True), (65, False)])
def test_all_out_work_ends_at_sixty_five(age: int, open_: bool) -> None:  # noqa: FBT001 - a column
    s = parse(f"goal=speed_power&running_experience=regular&age={age}")
    assert (near_max.apply(s, Readiness(100, 0)) is None) is open_


def test_what_forbids_only_all_out_work_does_not_bind_below_it() -> None:
    query = "hours_since_legs=168&soreness=0&leg_effort=light&running_experience=some&goal=general_health&minutes=60"
    (result,) = [finding for finding in answer(query)["findings"] if finding["rule"] == "near-max"]
    assert not result["binding"]


@pytest.mark.parametrize(
    ("score", "band"), [(29, "moderate"), (30, "vigorous"), (69, "vigorous"), (70, None), (87, None), (88, None)]
)
def test_the_arms_may_go_one_step_above_tired_legs(score: int, band: str | None) -> None:
    limit = arms_lead.apply(parse("soreness=0"), Readiness(score, 0))
    assert (limit.intensity.slug if limit else None) == band


@pytest.mark.parametrize(("soreness", "band"), [(2, None), (3, "vigorous"), (6, "vigorous"), (7, "moderate")])
def test_the_arms_may_go_one_step_above_sore_legs(soreness: int, band: str | None) -> None:
    limit = arms_lead.apply(parse(f"soreness={soreness}"), Readiness(100, 0))
    assert (limit.intensity.slug if limit else None) == band


def test_readiness_opens_impact_and_effort_at_its_steps() -> None:
    """Below 30, from 30, from 70, from 88."""
    scores = (29, 30, 69, 70, 87, 88)
    assert [_impact(score) for score in scores] == [0, 1, 1, 2, 2, 3]
    assert [_effort(score) for score in scores] == [1, 2, 2, 3, 3, 4]
