"""What a reader does every week: days of cardio, and whether a kind of cardio is a habit.

The answers about habits are optional; what is not given takes the cautious default.
"""

from __future__ import annotations

from calculator.data import modalities as m
from calculator.data import parameters as p
from calculator.model import Situation
from calculator.scales import EccentricLoad, LegSessionEffort, LiftingExperience, Novelty, RunningExperience

__all__ = ["KINDS_BY_ACTIVITY", "accustomed", "cardio_days", "may_go_all_out", "may_ride_hard", "trained"]

_RUN = m.RUNS | {"aqua_jog"}
# The kinds of cardio to which a weekly activity accustoms the legs.
KINDS_BY_ACTIVITY: dict[str, frozenset[str]] = {
    "running": _RUN,
    "walking": m.WALKS,
    "cycling": m.BIKES,
    "swimming": m.WATER,
    "rowing": frozenset({"rowing", "ski_erg"}),
    "skiing": frozenset({"xc_ski", "ski_erg"}),
    "skating": frozenset({"inline_skating"}),
    "team_sport": m.JUMPS_AND_CUTS | m.SPRINTS | m.EASY_RUNS,
    "racket_sport": frozenset({"agility_drills"}),
    "combat_sport": frozenset({"boxing_shadow", "jump_rope"}),
    "class": m.GROUP_CLASSES - {"rucking"} | {"dance_low_impact"},
    "hiking": m.WALKS | {"hiking"},
    "rucking": m.WALKS | {"rucking", "hiking"},
    "functional_fitness": frozenset({"circuit", "rowing", "air_bike", "ski_erg", "jump_rope", "battle_ropes"}),
}
_DAYS = {
    RunningExperience.REGULAR: int(p.CARDIO_DAYS_REGULAR.value),
    RunningExperience.SOME: int(p.CARDIO_DAYS_SOME.value),
    RunningExperience.NONE: 0,
}


def cardio_days(s: Situation) -> int:
    """Days a week with cardio (0-7): as given, else what running and the activities make likely."""
    if s.cardio_days is not None:
        return s.cardio_days
    return max(_DAYS[s.running_experience], int(p.CARDIO_DAYS_ACTIVE.value) if s.activities else 0)


def trained(s: Situation) -> bool:
    """Whether cardio is a habit: a regular runner, or cardio on several days a week."""
    return s.running_experience is RunningExperience.REGULAR or cardio_days(s) >= p.CARDIO_DAYS_TRAINED.value


def accustomed(s: Situation, slug: str) -> bool:
    """Whether the reader does this kind of cardio, or one that loads the legs like it, every week."""
    if slug in m.RUNS and s.running_experience is RunningExperience.REGULAR:
        return True
    return any(slug in KINDS_BY_ACTIVITY[activity] for activity in s.activities)


def may_go_all_out(s: Situation) -> bool:
    """Whether age leaves room for sprints and jumps: before 65 always, from 65 on for regular runners who also lift."""
    if s.age is None or s.age < p.OLDER_ADULT.value:
        return True
    runs = s.running_experience is RunningExperience.REGULAR
    return runs and s.lifting_experience >= LiftingExperience.INTERMEDIATE


def may_ride_hard(s: Situation) -> bool:
    """Whether trained cyclists may ride intervals hours after a usual leg session that was moderate at the most."""
    return (
        s.soreness <= p.SORENESS_FRESH.value
        and s.hours_since_legs >= p.BIKE_INTERVALS.value
        and s.leg_effort <= LegSessionEffort.MODERATE
        and s.novelty is Novelty.USUAL
        and s.eccentric is not EccentricLoad.HIGH
        and s.lifting_experience >= LiftingExperience.INTERMEDIATE
        and not (s.walking_affected or s.conditions or s.medicines)
        and "cycling" in s.activities
        and trained(s)
    )
