"""Rules that protect the next leg session, the next match or race, and the strength goal."""

from __future__ import annotations

from calculator.data import modalities as m
from calculator.data import parameters as p
from calculator.data import sources as src
from calculator.model import Readiness, Situation
from calculator.rules.dose import longest
from calculator.rules_api import Limit, rule
from calculator.scales import Certainty, Goal, Impact, Intensity, LegSessionEffort, Load, Outcome, RunningExperience

__all__ = ["event_soon", "event_tomorrow", "muscle_goal", "next_legs", "taper", "taper_intensity"]

_TAXING = m.heavy_on_legs(Load.MODERATE) | m.braking(Load.MODERATE) | m.STRIKING


@rule(
    "next-legs",
    guide_anchor="lifters/#next-session",
    sources=(src.SPORER_2003, src.MORAN_NAVARRO_2017),
    certainty=Certainty.LOW,
    claims=("S15", "S37", "S38"),
)
def next_legs(s: Situation, _r: Readiness) -> Limit | None:
    """Hard leg cardio takes repetitions from the leg session after it, for at least eight hours."""
    if s.next_legs_in_hours is None or s.next_legs_in_hours > p.NEXT_LEGS_PREFERRED.value:
        return None
    if s.next_legs_in_hours > p.NEXT_LEGS.value:
        return Limit(
            reason=f"Legs again within {p.NEXT_LEGS_PREFERRED}: no tempo runs, jumps or sprints today.",
            impact=Impact.MODERATE,
            excluded=m.SPRINTS,
        )
    soon = s.next_legs_in_hours <= p.NEXT_LEGS_SOON.value and s.goal is not Goal.AEROBIC_ENDURANCE
    within, how = (p.NEXT_LEGS_SOON, "light, ") if soon else (p.NEXT_LEGS, "")
    return Limit(
        reason=f"Legs again within {within}: protect that session with {p.NEXT_LEGS_MINUTES} at the "
        f"most, {how}without impact or heavy leg work.",
        impact=Impact.LOW,
        intensity=Intensity.LIGHT if soon else Intensity.MODERATE,
        minutes=int(p.NEXT_LEGS_MINUTES.value),
        excluded=_TAXING,
        allows_intervals=False,
    )


_SHAKE_OUT = Limit(
    reason=f"Your event is within {p.EVENT}: at the most an easy shake-out of {p.SHAKE_OUT_MINUTES}, nothing that makes sore.",
    impact=Impact.MODERATE,
    intensity=Intensity.MODERATE,
    minutes=int(p.EVENT_MINUTES.value),
    whole_minutes=int(p.SHAKE_OUT_MINUTES.value),
    excluded=_TAXING - m.EASY_RUNS,
    allows_intervals=False,
)


def _may_shake_out(s: Situation, r: Readiness) -> bool:
    """Whether a regular runner on ready legs may run easily for a short time on the day before a race or a test."""
    hours = s.next_event_in_hours
    return (
        hours is not None
        and hours > p.EVENT_NOW.value
        and s.event_kind in {"short_race", "long_race", "fitness_test"}
        and s.running_experience is RunningExperience.REGULAR
        and r.score >= p.READY_HIGH.value
        and s.soreness <= p.SORENESS_SPRINT.value
        and not s.conditions
    )


@rule(
    "event-tomorrow",
    guide_anchor="team-sports/#match-tomorrow",
    sources=(src.DOMA_2017_REVIEW, src.PROJECT_JUDGEMENT),
    certainty=Certainty.LOW,
    claims=("S15", "S39"),
)
def event_tomorrow(s: Situation, r: Readiness) -> Limit | None:
    """Nothing that you do the day before makes you fitter for the event, and much of it makes you slower."""
    if s.next_event_in_hours is None or s.next_event_in_hours > p.EVENT.value:
        return None
    if _may_shake_out(s, r):
        return _SHAKE_OUT
    ride = "spin or " if s.equipment & {"bike_upright", "bike_recumbent"} else ""
    tired, now = r.score < p.READY_MODERATE.value, s.next_event_in_hours <= p.EVENT_NOW.value
    within, most = (p.EVENT_NOW, p.EVENT_NOW_MINUTES) if now else (p.EVENT, p.EVENT_MINUTES)
    return Limit(
        reason=f"Your event is within {within}: light work only, {most} at the most, nothing that makes sore"
        f"{': keep the rest for its warm-up' if now else ''}.",
        outcome=Outcome.REST_OR_WALK_ONLY if tired else Outcome.RECOMMEND,
        impact=Impact.LOW,
        intensity=Intensity.LIGHT,
        minutes=int(min(most.value, p.REFERRAL_MINUTES.value) if tired else most.value),
        excluded=_TAXING,
        allows_intervals=False,
        action=f"Rest, or keep it to a gentle {ride}walk; save the legs for the event." if tired else "",
    )


@rule(
    "event-soon",
    guide_anchor="team-sports/#match-in-two-days",
    sources=(src.DOMA_2017_REVIEW, src.PROJECT_JUDGEMENT),
    certainty=Certainty.LOW,
    claims=("S39",),
)
def event_soon(s: Situation, _r: Readiness) -> Limit | None:
    """Two days before an event, moderate work keeps you loose and still leaves time to be fresh."""
    if s.next_event_in_hours is None or s.next_event_in_hours > p.EVENT_SOON.value:
        return None
    return Limit(
        reason=f"Your event is within {p.EVENT_SOON}: moderate at the most, within {p.EVENT_SOON_MINUTES}.",
        impact=Impact.MODERATE,
        intensity=Intensity.MODERATE,
        minutes=int(p.EVENT_SOON_MINUTES.value),
        allows_intervals=False,
    )


_TAPERED = frozenset({"short_race", "long_race", "match", "fitness_test", "hike"})
_UNUSUAL = m.SPRINTS | m.JUMPS_AND_CUTS | {"jump_rope", "aerobics_high_impact", "hiking", "rucking", "circuit"}


def _taper_minutes(s: Situation, hours: float) -> int | None:
    """The longest session (min), warm-up and cool-down included, so many hours before the event, or None before the taper."""
    if s.event_kind not in _TAPERED:
        return None
    long_race = s.event_kind == "long_race"
    if hours <= p.TAPER_LAST.value:
        return int(p.TAPER_LAST_MINUTES.value)
    if hours <= (p.TAPER_LONG if long_race else p.TAPER_SHORT).value:
        return int(p.LENGTH_TRAINED.value * p.TAPER_SHARE.value)
    if long_race and hours <= p.TAPER_EARLY.value:
        return int(p.LENGTH_TRAINED.value * p.TAPER_EARLY_SHARE.value)
    return None


@rule(
    "taper",
    guide_anchor="team-sports/#taper",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.VERY_LOW,
)
def taper(s: Situation, r: Readiness) -> Limit | None:
    """In the last days before an event long sessions cost more than they can still give, so they grow shorter."""
    hours = s.next_event_in_hours
    most = None if hours is None else _taper_minutes(s, hours)
    if hours is None or most is None:
        return None
    if hours > p.TAPER_LAST.value:  # a share of what the reader would do without the event
        share = most / p.LENGTH_TRAINED.value
        most = max(int(p.TAPER_LAST_MINUTES.value), int(longest(s, r) * share))
    unusual = hours <= (p.RACE_WEEK if s.event_kind == "long_race" else p.TAPER_SHORT).value
    return Limit(
        reason=f"Your event is about {round(hours / 24)} days away: {most} min in all at the most now"
        f"{', and nothing that your legs are not used to' if unusual else ''}.",
        minutes=most,
        whole_minutes=most,
        excluded=_UNUSUAL if unusual else frozenset(),
    )


@rule(
    "taper-intensity",
    guide_anchor="team-sports/#taper-intensity",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.VERY_LOW,
)
def taper_intensity(s: Situation, _r: Readiness) -> Limit | None:
    """What a hard session gives comes too late for an event three days away; what it costs does not."""
    hours = s.next_event_in_hours
    if hours is None or s.event_kind not in _TAPERED or hours > p.TAPER_LAST.value:
        return None
    return Limit(
        reason=f"Within {p.TAPER_LAST} of your event nothing is harder than moderate, but for a few strides.",
        impact=Impact.MODERATE,
        intensity=Intensity.MODERATE,
        allows_intervals=False,
    )


@rule(
    "muscle-goal",
    guide_anchor="lifters/#muscle-first",
    sources=(src.PETRE_2021, src.SCHUMANN_2022, src.WILSON_2012),
    certainty=Certainty.MODERATE,
    claims=("S37", "S38"),
)
def muscle_goal(s: Situation, _r: Readiness) -> Limit | None:
    """Where strength comes first, cardio stays cheap for the legs while they rebuild."""
    if s.goal is not Goal.MUSCLE_STRENGTH or s.leg_effort is LegSessionEffort.LIGHT:
        return None
    if s.hours_since_legs >= p.MUSCLE_GOAL_MODERATE.value:
        return None
    if s.hours_since_legs >= p.MUSCLE_GOAL_LOW.value:
        return Limit(
            reason="With strength first, tempo runs, jumps and sprints wait one day more.",
            impact=Impact.MODERATE,
            excluded=m.SPRINTS,
        )
    return Limit(
        reason=f"With strength first, the {p.MUSCLE_GOAL_LOW} after a leg session keep to low impact and "
        "moderate effort.",
        impact=Impact.LOW,
        intensity=Intensity.MODERATE,
    )
