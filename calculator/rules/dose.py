"""Rules on how long a session may be, and how much of it may be hard."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from calculator.data import modalities as m
from calculator.data import parameters as p
from calculator.data import sources as src
from calculator.model import Readiness, Situation
from calculator.rules.habits import accustomed, may_ride_hard, trained
from calculator.rules_api import Limit, rule
from calculator.scales import Certainty, Goal, Impact, Intensity, LegSessionEffort, Outcome, RunningExperience

__all__ = [
    "intervals",
    "length",
    "long_and_hard",
    "long_sessions",
    "longest",
    "low_fuel",
    "recovery_goal",
    "session_length",
    "time_available",
    "tired_legs_impact",
]

_STATES = (p.SPENT.value, p.READY_MODERATE.value, p.READY_HIGH.value)
_LENGTHS = {goal: p.LENGTHS[group] for goal, group in p.LENGTH_GROUP.items()}
_WITH_IMPACT = frozenset(mode.slug for mode in m.MODALITIES if mode.impact > Impact.NONE)


def length(s: Situation, r: Readiness) -> p.Span:
    """The span of the main part (min) for this goal and readiness, before the clock is asked."""
    return _LENGTHS[s.goal][bisect_right(_STATES, r.score)]


def longest(s: Situation, r: Readiness) -> int:
    """The longest main part (min) for this goal and readiness; the trained on ready legs may go furthest."""
    if s.goal is Goal.AEROBIC_ENDURANCE and trained(s) and r.score >= p.READY_HIGH.value:
        return int(p.LENGTH_TRAINED.value)
    return int(length(s, r).high)


@cache  # an outlook asks dozens of times, and formatting the text is the slow part
def _within(most: int) -> Limit:
    used = ", and within what you are used to" if most > p.LONG_SESSION.value else ""
    return Limit(reason=f"For your goal and readiness the main part stays within {most} min{used}.", minutes=most)


_SAME_DAY = Limit(
    reason=f"Less than {p.SAME_DAY} after the legs the main part stays within {p.SAME_DAY_LATER_MINUTES}.",
    minutes=int(p.SAME_DAY_LATER_MINUTES.value),
)


@rule(
    "session-length",
    guide_anchor="session-plan/#how-long",
    sources=(src.PROJECT_JUDGEMENT, src.WILSON_2012),
    certainty=Certainty.VERY_LOW,
    claims=("S23", "S24", "S26"),
)
def session_length(s: Situation, r: Readiness) -> Limit | None:
    """With tired legs keep sessions short; the goal and the readiness set how short."""
    most = longest(s, r)
    soon = s.hours_since_legs < p.SAME_DAY.value and s.leg_effort is not LegSessionEffort.LIGHT
    return _SAME_DAY if soon and most > p.SAME_DAY_LATER_MINUTES.value else _within(most)


@rule(
    "time-available",
    guide_anchor="session-plan/#your-time",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.VERY_LOW,
)
def time_available(s: Situation, r: Readiness) -> Limit | None:
    """The session fits your time, and without room for a warm-up it stays light."""
    roomy = s.minutes >= p.ROOM_FOR_INTERVALS.value
    return None if roomy and s.minutes >= longest(s, r) else _in_time(s.minutes)


@cache
def _in_time(minutes: int) -> Limit:
    if minutes >= p.ROOM_FOR_INTERVALS.value:
        return Limit(reason=f"You have {minutes} min.", minutes=minutes)
    if minutes >= p.ROOM_FOR_WARM_UP.value:
        text = f"{minutes} min hold a warm-up and a short main part, not intervals."
        return Limit(reason=text, minutes=minutes, allows_intervals=False)
    text = f"{minutes} min leave no room for a full warm-up, so the whole session stays light."
    return Limit(reason=text, intensity=Intensity.LIGHT, minutes=minutes, allows_intervals=False)


_LONG_FOR_ENDURANCE = Limit(
    reason=f"More than {p.LONG_SESSION} is for an endurance goal, a habit of training and no health conditions.",
    minutes=int(p.LONG_SESSION.value),
)


@cache
def _long_without(kinds: frozenset[str]) -> Limit:
    return Limit(
        reason=f"Below readiness {p.LONG_READINESS.value:g}, or where you are not used to it, more than {p.LONG_SESSION} is for "
        "cardio without impact.",
        minutes=int(p.LONG_SESSION.value),
        applies_to=kinds,
    )


_TIRED_WITH_IMPACT = Limit(
    reason=f"On tired legs more than {p.TIRED_IMPACT_MINUTES} is for cardio without impact.",
    minutes=int(p.TIRED_IMPACT_MINUTES.value),
    applies_to=_WITH_IMPACT,
)


@cache
def _unaccustomed(activities: frozenset[str]) -> frozenset[str]:
    """The kinds of cardio with impact to which these weekly activities do not accustom the legs."""
    return frozenset(slug for slug in _WITH_IMPACT if not accustomed(Situation(activities=activities), slug))


@rule(
    "long-sessions",
    guide_anchor="session-plan/#long",
    sources=(src.DOMA_2013, src.HAFF_2000, src.DEVANTIER_THOMAS_2024),
    certainty=Certainty.LOW,
    claims=("S25", "S26", "S35"),
)
def long_sessions(s: Situation, r: Readiness) -> Limit | None:
    """Long work is for the endurance goal, and on tired legs for kinds of cardio without impact."""
    older = s.age is not None and s.age >= p.OLDER_ADULT.value
    held = s.conditions or ((older or s.medicines) and not trained(s))
    if s.goal is not Goal.AEROBIC_ENDURANCE or s.new_to_training or held:
        return _LONG_FOR_ENDURANCE if s.minutes > p.LONG_SESSION.value else None
    if r.score < p.LONG_READINESS.value:
        return _long_without(_WITH_IMPACT)
    runs = s.running_experience is not RunningExperience.NONE
    return None if runs else _long_without(_unaccustomed(s.activities))


@rule(
    "tired-legs-impact",
    guide_anchor="session-plan/#tired-legs",
    sources=(src.DOMA_2013, src.PROJECT_JUDGEMENT),
    certainty=Certainty.LOW,
)
def tired_legs_impact(s: Situation, r: Readiness) -> Limit | None:
    """On tired legs even a walk stays short where endurance is the goal; the long part goes to kinds without impact."""
    tired = s.goal is Goal.AEROBIC_ENDURANCE and r.score < p.READY_MODERATE.value
    return _TIRED_WITH_IMPACT if tired else None


_HARD_WHEN_FRESH, _HARD_WHEN_TIRED = (
    Limit(reason=f"Vigorous work stays within {longest}.", hard_minutes=int(longest.value))
    for longest in (p.HARD_MINUTES_FRESH, p.HARD_MINUTES)
)


@rule(
    "long-and-hard",
    guide_anchor="session-plan/#long-and-hard",
    sources=(src.DEVANTIER_THOMAS_2024, src.PROJECT_JUDGEMENT),
    certainty=Certainty.LOW,
    claims=("S26",),
)
def long_and_hard(_s: Situation, r: Readiness) -> Limit | None:
    """Short or easy, and on tired legs never long and hard together."""
    return _HARD_WHEN_FRESH if r.score >= p.READY_HIGH.value else _HARD_WHEN_TIRED


_NO_INTERVALS = Limit(
    reason=f"Intervals wait for readiness {p.READY_MODERATE.value:g}, soreness {p.SORENESS_FRESH.value:g} or less, "
    "a habit of training and no health conditions.",
    allows_intervals=False,
)


@rule(
    "intervals",
    guide_anchor="session-plan/#intervals",
    sources=(src.LEE_2020, src.SABAG_2018, src.MASUDA_2023),
    certainty=Certainty.LOW,
    claims=("S8", "S26", "S27"),
)
def intervals(s: Situation, r: Readiness) -> Limit | None:
    """Intervals are for legs that are ready, hardly sore and used to the work, in a reader without health conditions."""
    ready = r.score >= p.READY_MODERATE.value or (r.score >= p.SPENT.value and may_ride_hard(s))
    if ready and s.soreness <= p.SORENESS_FRESH.value and not (s.new_to_training or s.conditions or s.medicines):
        return None
    return _NO_INTERVALS


@rule(
    "recovery-goal",
    guide_anchor="recovery/#recovery-day",
    sources=(src.DUPUY_2018, src.PROJECT_JUDGEMENT),
    certainty=Certainty.LOW,
    claims=("S3", "S19", "S31"),
    time_invariant=True,
)
def recovery_goal(s: Situation, _r: Readiness) -> Limit | None:
    """A recovery day is one that leaves you fresher than it found you."""
    if s.goal is not Goal.RECOVERY:
        return None
    return Limit(
        reason="You came to recover: light, at the most moderate.", intensity=Intensity.MODERATE, allows_intervals=False
    )


_LOW_FUEL = Limit(
    reason=f"Fasted or low on carbohydrate, stay within {p.LOW_FUEL_MINUTES} and take food along: a hard leg session uses "
    f"{p.GLYCOGEN} of what the thighs store.",
    outcome=Outcome.RECOMMEND_WITH_CAUTION,
    minutes=int(p.LOW_FUEL_MINUTES.value),
)
_JUST_EMPTIED = Limit(
    reason=f"Within {p.REFUEL_GAP} of a leg session stay within {p.LOW_FUEL_MINUTES}: it has used up to "
    f"{p.GLYCOGEN.high:g}% of what the thighs store.",
    minutes=int(p.LOW_FUEL_MINUTES.value),
)


@rule(
    "low-fuel",
    guide_anchor="recovery/#fuel",
    sources=(src.HAFF_2000, src.KERKSICK_2017),
    certainty=Certainty.LOW,
    claims=("S24", "S25", "S46"),
)
def low_fuel(s: Situation, _r: Readiness) -> Limit | None:
    """A hard leg session takes part of the thigh's carbohydrate, and a long ride on what is left goes badly."""
    if "low_carbohydrate_or_fasted" in s.conditions:
        return _LOW_FUEL
    return (
        _JUST_EMPTIED
        if s.hours_since_legs < p.REFUEL_GAP.value and s.leg_effort is not LegSessionEffort.LIGHT
        else None
    )
