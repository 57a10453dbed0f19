"""One step of one answer moves the impact limit by one class at most."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import assume, given

from calculator.assessment.engine import RULES, assess
from calculator.assessment.readiness import estimate, strain_signs
from calculator.form.parse import to_query
from calculator.model import Situation
from calculator.scales import (
    EccentricLoad,
    Goal,
    Impact,
    LegSessionEffort,
    LiftingExperience,
    Novelty,
    RunningExperience,
)
from tests.support.strategies import FRESH, with_answer, with_plan

STEPS: dict[str, tuple[float, float]] = {
    "hours_since_legs": (1, 336), "soreness": (1, 10), "minutes": (1, 240), "next_legs_in_hours": (1, 168),
    "next_event_in_hours": (1, 168), "age": (1, 120), "sleep_hours": (0.5, 16), "consecutive_hard_days": (1, 30),
    "resting_hr": (1, 120), "leg_effort": (1, 3), "novelty": (1, 2), "eccentric": (1, 2), "lifting_experience": (1, 2),
    "running_experience": (1, 2),
}  # fmt: skip


def _exempt(before: Situation, after: Situation) -> bool:
    """The exceptions to one step, one class: first_time, three strain signs, strength after light legs; the gate."""
    return (
        (before.novelty is not after.novelty and after.novelty is Novelty.FIRST_TIME)
        or (strain_signs(before) >= 3) != (strain_signs(after) >= 3)
        or (
            before.goal is Goal.MUSCLE_STRENGTH
            and before.leg_effort is LegSessionEffort.LIGHT
            and after.leg_effort is not LegSessionEffort.LIGHT
        )
        or (before.age != after.age and after.age == 18)
    )


@pytest.mark.parametrize("field", STEPS)
@given(s=with_plan)
def test_one_step_moves_impact_by_one_class(field: str, s: Situation) -> None:
    """No single unit step of an input may jump two impact classes, save the exceptions named."""
    step, most = STEPS[field]
    value = getattr(s, field)
    assume(value is not None)
    assume(value + step <= most)
    kind = (
        type(value)
        if isinstance(value, LegSessionEffort | Novelty | EccentricLoad | LiftingExperience | RunningExperience)
        else float
    )
    after = with_answer(s, field, kind(value + step))
    if not _exempt(s, after):
        assert abs(assess(s).impact - assess(after).impact) <= 1, to_query(s)


IMPACT_RULES = tuple(
    rule for rule in RULES if rule.id in {"readiness-impact", "sore-legs", "new-legs", "same-day", "muscle-goal"}
)
"""The rules of the leg day that limit impact by hours, effort, novelty, braking, experience, age, soreness and goal.

The others that do (running, next legs, conditions) take the lower of this and a constant, which cannot widen a step.
"""


@given(with_plan)
def test_the_sweep_asks_every_rule_that_moves_impact(s: Situation) -> None:
    """What the sweep leaves out limits impact by a constant for each answer."""
    constant = {"running-experience", "next-legs", "event-tomorrow", "event-soon", "overreaching", "changed-walk"}
    health = {"heart-disease", "head-cold", "pregnancy", "postpartum", "knee", "hip", "ankle", "achilles", "shin"}
    health |= {
        "low-back",
        "osteoporosis",
        "body-weight",
        "clearance-first",
        "muscle-strain",
        "foot-pain",
        "pelvic-floor",
    }
    known = {rule.id for rule in IMPACT_RULES} | constant | health | {"unexplained-limp", "taper-intensity"}
    limiting = {finding.rule.id for finding in assess(s).findings if finding.limit.impact < Impact.HIGH}
    assert limiting <= known


def _impact(s: Situation) -> Impact:
    """The impact ceiling that the rules of the leg day leave."""
    ready = estimate(s)
    said = (rule.apply(s, ready) for rule in IMPACT_RULES)
    return min((limit.impact for limit in said if limit is not None), default=Impact.HIGH)


type Session = tuple[int, int, int]
"""Effort, novelty and braking of a leg session, as positions on their scales."""
type Reader = tuple[LiftingExperience, int, Goal]

HOURS, SORENESS = range(171), range(11)
SESSIONS: list[Session] = list(product(range(4), range(3), range(3)))
READERS: list[Reader] = list(product(LiftingExperience, (59, 60), (Goal.GENERAL_HEALTH, Goal.MUSCLE_STRENGTH)))


def _sheet(session: Session, reader: Reader) -> bytes:
    """The impact class for every hour and soreness, row by row."""
    effort, novelty, eccentric = session
    lifting, age, goal = reader
    leg_day = FRESH._replace(
        leg_effort=LegSessionEffort(effort), novelty=Novelty(novelty), eccentric=EccentricLoad(eccentric)
    )
    s = leg_day._replace(lifting_experience=lifting, age=age, goal=goal)
    return bytes(_impact(s._replace(hours_since_legs=hour, soreness=sore)) for hour in HOURS for sore in SORENESS)


def _jumps(item: bytes, other: bytes) -> bool:
    """Whether two sheets differ by more than one class anywhere."""
    return any(abs(a - b) > 1 for a, b in zip(item, other, strict=True))


def _next(session: Session, goal: Goal) -> list[Session]:
    """The sessions one step harder, newer or with more braking, without the steps that are exempt."""
    effort, novelty, eccentric = session
    results = []
    if effort < LegSessionEffort.VERY_HARD and not (goal is Goal.MUSCLE_STRENGTH and effort == LegSessionEffort.LIGHT):
        results.append((effort + 1, novelty, eccentric))
    if novelty == Novelty.USUAL:
        results.append((effort, novelty + 1, eccentric))
    if eccentric < EccentricLoad.HIGH:
        results.append((effort, novelty, eccentric + 1))
    return results


def test_no_step_anywhere_on_the_grid_jumps_two_classes() -> None:
    """Every hour to 170, every session, lifting habit and soreness, both ages and goals."""
    width = len(SORENESS)
    sheets = {(session, reader): _sheet(session, reader) for session in SESSIONS for reader in READERS}
    for (session, reader), sheet in sheets.items():
        lifting, age, goal = reader
        assert not _jumps(sheet[width:], sheet[:-width]), (session, reader, "hours")
        assert not any(_jumps(sheet[i + 1 : i + width], sheet[i : i + width - 1]) for i in range(0, len(sheet), width))
        for nearby in _next(session, goal):
            assert not _jumps(sheet, sheets[nearby, reader]), (session, reader, nearby)
        for other in ((LiftingExperience(min(lifting + 1, 2)), age, goal), (lifting, 60, goal)):
            assert not _jumps(sheet, sheets[session, other]), (session, reader, other)
