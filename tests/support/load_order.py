"""The order in which a coach ranks what is offered by its load, and readers who differ in one more careful answer.

A session takes more than another if it is harder, or as hard and longer, warm-up and cool-down included, and lands no softer.
So an easier band may take longer, and so may a kind of cardio with a softer landing. For the offer as a whole no landing and a
low one are one class: one foot is always down, and an easy walk is left even on the most careful days.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from calculator.assessment.engine import assess
from calculator.data import parameters as p
from calculator.model import Situation
from calculator.scales import (
    EccentricLoad,
    Impact,
    Intensity,
    LegSessionEffort,
    LiftingExperience,
    Novelty,
    RunningExperience,
    Tired,
)
from calculator.schema import Option, Plan
from tests.support.compare import rules_of

__all__ = ["comparable", "more_careful", "more_in_plan", "more_load"]


class _Load(NamedTuple):
    """The load of one session: its landing, its effort, and the whole time (min)."""

    landing: Impact
    effort: Intensity
    minutes: float


def _load(option: Option) -> _Load:
    return _Load(Impact[option["impact"].upper()], Intensity[option["intensity"].upper()], option["total_minutes"])


def _matches(freer: _Load, careful: _Load) -> bool:
    """Whether the freer session is at least as much: harder, or as hard and either a harder landing or as long."""
    if freer.effort is not careful.effort:
        return freer.effort > careful.effort
    return freer.landing > careful.landing or freer.minutes >= careful.minutes


def more_load(freer: Sequence[Option], careful: Sequence[Option]) -> list[str]:
    """What the more careful reader is offered beyond the other: a harder landing, or a session that no other one matches."""
    if not freer or not careful:
        return []
    before, after = [_load(one) for one in freer], [_load(one) for one in careful]
    found = []
    if max(Impact.LOW, *(one.landing for one in after)) > max(Impact.LOW, *(one.landing for one in before)):
        found.append("a harder landing")
    found += [
        f"{option['modality']} at {one.effort} effort for {one.minutes} min"
        for option, one in zip(careful, after, strict=True)
        if not any(_matches(other, one) for other in before)
    ]
    return found


_VERDICTS = {"go": 2, "go_adjusted": 1}


def more_in_plan(freer: Plan, careful: Plan) -> list[str]:
    """What the verdict on the more careful reader's plan allows beyond the other's."""
    before, after = (_VERDICTS.get(one["verdict"], 0) for one in (freer, careful))
    if after > before:
        return [f"{careful['verdict']} after {freer['verdict']}"]
    if not after:
        return []
    loads = [
        (
            Intensity[str(one["intensity"]).upper()],
            sum(phase["minutes"] * phase["repeat"] for phase in one["session"]),
        )
        for one in (freer, careful)
    ]
    return [f"{loads[1]} after {loads[0]}"] if loads[1] > loads[0] else []


def comparable(s: Situation, careful: Situation) -> bool:
    """Whether two readers may be compared. A referral has its own dose, and an unexplained limp is no more of the same."""
    rules = [rules_of(assess(one)) for one in (s, careful)]
    lasting, limp = (sum(name in found for found in rules) for name in ("lasting-soreness", "unexplained-limp"))
    return lasting != 1 and not limp


def _earlier(s: Situation, hours: float) -> Situation:
    return s._replace(hours_since_legs=max(0, s.hours_since_legs - hours))


def more_careful(s: Situation) -> Iterator[tuple[str, Situation]]:
    """The same reader with one answer more careful, and the name of that answer."""
    yield "soreness", s._replace(soreness=min(10, s.soreness + 1))
    yield "sleep", s._replace(sleep_hours=max(0, s.sleep_hours - 2))
    yield "hard days", s._replace(consecutive_hard_days=min(30, s.consecutive_hard_days + 3))
    yield "age", s._replace(age=max(s.age or 0, int(p.OLDER_ADULT.value)))
    yield "leg effort", s._replace(leg_effort=LegSessionEffort(min(s.leg_effort + 1, LegSessionEffort.VERY_HARD)))
    yield "novelty", s._replace(novelty=Novelty(min(s.novelty + 1, Novelty.FIRST_TIME)))
    yield "braking work", s._replace(eccentric=EccentricLoad(min(s.eccentric + 1, EccentricLoad.HIGH)))
    yield "tired", s._replace(tired=Tired(min(s.tired + 1, Tired.VERY)))
    yield "lifting", s._replace(lifting_experience=LiftingExperience(max(0, s.lifting_experience - 1)))
    yield "running", s._replace(running_experience=RunningExperience(max(0, s.running_experience - 1)))
    yield "hours", _earlier(s, 12)
    yield "walk", s._replace(walking_affected=True)
    if s.next_legs_in_hours is None:
        yield "next legs", s._replace(next_legs_in_hours=20)
    for condition in ("knee_pain", "obesity", "hypertension_controlled", "head_cold", "osteoporosis", "asthma"):
        yield condition, s._replace(conditions=s.conditions | {condition})
    for medicine in ("statin", "beta_blocker", "other_medicine"):
        yield medicine, s._replace(medicines=s.medicines | {medicine})
