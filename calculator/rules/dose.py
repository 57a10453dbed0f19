"""Rules on how long a session may be, and how much of it may be hard."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from calculator.data import modalities as m
from calculator.data import parameters as p
from calculator.data import sources as src
from calculator.data.sentences import count, say
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
    name = "rule.session-length.long" if most > p.LONG_SESSION.value else "rule.session-length.enough"
    return Limit(reason=say(name, most=count(most, "min")), minutes=most)


_SAME_DAY = Limit(
    reason=say("rule.session-length.same-day", wait=p.SAME_DAY, most=p.SAME_DAY_LATER_MINUTES),
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
    """On tired legs, keep it short. Your goal and how ready you are decide how short."""
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
    """A session has to fit your time, and without room for a warm-up it has to stay light."""
    roomy = s.minutes >= p.ROOM_FOR_INTERVALS.value
    return None if roomy and s.minutes >= longest(s, r) else _in_time(s.minutes)


@cache
def _in_time(minutes: int) -> Limit:
    time = count(minutes, "min")
    if minutes >= p.ROOM_FOR_INTERVALS.value:
        return Limit(reason=say("rule.time-available.time", time=time), minutes=minutes)
    if minutes >= p.ROOM_FOR_WARM_UP.value:
        text = say("rule.time-available.no-intervals", time=time)
        return Limit(reason=text, minutes=minutes, allows_intervals=False)
    text = say("rule.time-available.no-warm-up", time=time)
    return Limit(reason=text, intensity=Intensity.LIGHT, minutes=minutes, allows_intervals=False)


_LONG_FOR_ENDURANCE = Limit(
    reason=say("rule.long-sessions.endurance", most=p.LONG_SESSION),
    minutes=int(p.LONG_SESSION.value),
)


@cache
def _long_without(kinds: frozenset[str]) -> Limit:
    return Limit(
        reason=say("rule.long-sessions.without-impact", readiness=p.LONG_READINESS.value, most=p.LONG_SESSION),
        minutes=int(p.LONG_SESSION.value),
        applies_to=kinds,
    )


_TIRED_WITH_IMPACT = Limit(
    reason=say("rule.tired-legs-impact", most=p.TIRED_IMPACT_MINUTES),
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
    """Long sessions are for an endurance goal, and on tired legs only for cardio without impact."""
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
    """On tired legs, keep even a walk short, and go long only with cardio without impact."""
    tired = s.goal is Goal.AEROBIC_ENDURANCE and r.score < p.READY_MODERATE.value
    return _TIRED_WITH_IMPACT if tired else None


_HARD_WHEN_FRESH, _HARD_WHEN_TIRED = (
    Limit(reason=say("rule.long-and-hard", most=longest), hard_minutes=int(longest.value))
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
    """Keep a session either short or easy, and never go long and hard together on tired legs."""
    return _HARD_WHEN_FRESH if r.score >= p.READY_HIGH.value else _HARD_WHEN_TIRED


@cache
def _no_intervals(reason: str, soreness: int = 0, score: int = 0) -> Limit:
    text = say(
        f"rule.intervals.{reason}",
        soreness=soreness,
        most=p.SORENESS_FRESH.value,
        score=score,
        least=p.READY_MODERATE.value,
    )
    return Limit(reason=text, allows_intervals=False)


@rule(
    "intervals",
    guide_anchor="session-plan/#intervals",
    sources=(src.LEE_2020, src.SABAG_2018, src.MASUDA_2023),
    certainty=Certainty.LOW,
    claims=("S8", "S26", "S27"),
)
def intervals(s: Situation, r: Readiness) -> Limit | None:
    """Do intervals only if your legs are ready, hardly sore and used to training, and you have no health condition."""
    ready = r.score >= p.READY_MODERATE.value or (r.score >= p.SPENT.value and may_ride_hard(s))
    if s.soreness > p.SORENESS_FRESH.value:
        return _no_intervals("sore", soreness=s.soreness)
    if not ready:
        return _no_intervals("readiness", score=r.score)
    if s.new_to_training:
        return _no_intervals("new")
    return _no_intervals("health") if s.conditions or s.medicines else None


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
    return Limit(reason=say("rule.recovery-goal"), intensity=Intensity.MODERATE, allows_intervals=False)


_LOW_FUEL = Limit(
    reason=say("rule.low-fuel.fasted", most=p.LOW_FUEL_MINUTES, share=p.GLYCOGEN),
    outcome=Outcome.RECOMMEND_WITH_CAUTION,
    minutes=int(p.LOW_FUEL_MINUTES.value),
)
_JUST_EMPTIED = Limit(
    reason=say(
        "rule.low-fuel.emptied",
        gap=p.REFUEL_GAP,
        most=p.LOW_FUEL_MINUTES,
        share=count(p.GLYCOGEN.high, p.GLYCOGEN.unit),
    ),
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
    """A hard leg session uses part of the carbohydrate in your thighs, so a long ride on what is left goes badly."""
    if "low_carbohydrate_or_fasted" in s.conditions:
        return _LOW_FUEL
    return (
        _JUST_EMPTIED
        if s.hours_since_legs < p.REFUEL_GAP.value and s.leg_effort is not LegSessionEffort.LIGHT
        else None
    )
