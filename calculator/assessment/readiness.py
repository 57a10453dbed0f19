"""Estimate how ready the legs are (0-100) from hours, effort, novelty, soreness and general strain."""

from __future__ import annotations

from math import floor

from calculator.data import parameters as p
from calculator.data.sentences import duration, say
from calculator.model import Readiness, Situation
from calculator.scales import EccentricLoad, LiftingExperience, Novelty, Tired

__all__ = ["estimate", "explain", "fatigue", "soreness_after", "strain_signs"]

_NOVELTY = {
    Novelty.USUAL: 1.0,
    Novelty.RETURN_AFTER_BREAK: p.RETURN_FACTOR.value,
    Novelty.FIRST_TIME: p.FIRST_TIME_FACTOR.value,
}
_ECCENTRIC = {
    EccentricLoad.LOW: p.ECCENTRIC_LOW.value,
    EccentricLoad.NORMAL: 0.0,
    EccentricLoad.HIGH: p.ECCENTRIC_HIGH.value,
}
_LIFTING = {
    LiftingExperience.NOVICE: p.NOVICE_FACTOR.value,
    LiftingExperience.INTERMEDIATE: 1.0,
    LiftingExperience.ADVANCED: p.ADVANCED_FACTOR.value,
}
_NO_FATIGUE_AFTER, _FLOOR, _CEILING = p.LEG_DAY_OVER.value, p.FATIGUE_FLOOR.value, p.FATIGUE_CEILING.value
_OLDER_AGE, _OLDER = p.SLOWER_RECOVERY_AGE.value, p.OLDER_FACTOR.value
_VERY_SHORT_SLEEP, _MANY_HARD_DAYS = p.VERY_SHORT_SLEEP.value, p.MANY_HARD_DAYS.value
_SHORT_SLEEP, _RAISED, _HARD_DAYS = p.SHORT_SLEEP.value, p.RAISED_RESTING_HR.value, p.HARD_DAYS.value


def fatigue(s: Situation) -> float:
    """Fatigue that the leg session has left now, in points of 0-95: halved every half-life, gone after a week.

    A planning heuristic: not fitted to data.
    """
    if s.hours_since_legs >= _NO_FATIGUE_AFTER:
        return 0.0
    start = p.FATIGUE[s.leg_effort] * _NOVELTY[s.novelty] + _ECCENTRIC[s.eccentric]
    half_life = p.HALF_LIFE[s.leg_effort] * _LIFTING[s.lifting_experience]
    if s.age is not None and s.age >= _OLDER_AGE:
        half_life *= _OLDER
    return float(min(max(start, _FLOOR), _CEILING) * 2 ** (-s.hours_since_legs / half_life))


def strain_signs(s: Situation) -> int:
    """Number of signs of general strain (0-4): short sleep, raised pulse, hard days, decline."""
    raised = (
        s.resting_hr is not None and s.usual_resting_hr is not None and s.resting_hr >= s.usual_resting_hr + _RAISED
    )
    return (
        (s.sleep_hours < _SHORT_SLEEP)
        + (s.sleep_hours <= _VERY_SHORT_SLEEP)
        + raised
        + (s.consecutive_hard_days >= _HARD_DAYS)
        + (s.consecutive_hard_days >= _MANY_HARD_DAYS)
        + ("unexplained_decline" in s.red_flags)
        + (s.tired is Tired.VERY)
    )


def _strain(s: Situation, strain_count: int) -> float:
    """Readiness that general strain costs, in points."""
    short = p.SHORT_SLEEP_POINTS.value if s.sleep_hours < _SHORT_SLEEP else 0.0
    return short + (p.STRAIN_POINTS.value if strain_count >= p.STRAIN_SIGNS.value else 0.0)


def _soreness_limit(s: Situation) -> float:
    """The most readiness that the soreness allows, in points of 10-100."""
    return 100 - p.SORENESS_POINTS.value * max(0, s.soreness - p.SORENESS_FREE.value)


def estimate(s: Situation) -> Readiness:
    """Readiness of the legs, 0-100, rounded down: the lowest of what time, soreness and walking allow."""
    strain_count = strain_signs(s)
    score = min(100 - fatigue(s) - _strain(s, strain_count), _soreness_limit(s))
    if s.walking_affected:
        score = min(score, p.CHANGED_WALK_READINESS.value)
    return Readiness(max(0, floor(score)), strain_count)


def explain(s: Situation) -> tuple[str, ...]:
    """What lowered the estimate for this reader, the largest part first."""
    lost = [
        (fatigue(s), say(f"answer.readiness.session.{s.leg_effort.slug}", gap=duration(s.hours_since_legs))),
        (100 - _soreness_limit(s), say("answer.readiness.soreness", soreness=s.soreness)),
        (_strain(s, strain_signs(s)), say("answer.readiness.strain")),
    ]
    if s.walking_affected:
        lost.append((100 - p.CHANGED_WALK_READINESS.value, say("answer.readiness.walk")))
    lost.sort(key=lambda pair: -pair[0])
    return tuple(text for points, text in lost if points >= p.NOTABLE_POINTS.value)


def _mean_soreness(hours: float) -> float:
    """Mean soreness so many hours after a leg session, of 10, from the published course."""
    previous_hours, previous = p.EASING[0]
    for at, value in p.EASING:
        if hours <= at:
            if at == previous_hours:
                return value
            return previous + (value - previous) * (hours - previous_hours) / (at - previous_hours)
        previous_hours, previous = at, value
    return previous


def soreness_after(s: Situation, hours: float) -> float:
    """Soreness expected `hours` (h, 0 or more) from now if it eases as usual, of 10; never above today's."""
    return s.soreness * _mean_soreness(s.hours_since_legs + hours) / _mean_soreness(s.hours_since_legs)
