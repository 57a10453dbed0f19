"""Knows what today's cardio must leave for the next leg session, the next match, and the strength goal.

Must never know health conditions or soreness.
"""

from __future__ import annotations

from calculator import modalities as m
from calculator import parameters as p
from calculator import sources as src
from calculator.model import (
    Certainty,
    Effort,
    Goal,
    Impact,
    Intensity,
    Limit,
    Load,
    Outcome,
    Readiness,
    Situation,
    rule,
)

__all__ = ["event_soon", "event_tomorrow", "muscle_goal", "next_legs"]

_TAXING = m.heavy_on_legs(Load.MODERATE) | m.braking(Load.MODERATE) | m.STRIKING


@rule(
    "next-legs",
    guide="lifters/#next-session",
    sources=(src.SPORER_2003, src.MORAN_NAVARRO_2017),
    certainty=Certainty.LOW,
    claims=("S15", "S37", "S38"),
    refs=("R19",),
)
def next_legs(s: Situation, _r: Readiness) -> Limit | None:
    """Hard leg cardio takes repetitions from the leg session after it, for at least eight hours."""
    if s.next_legs_in_hours is None or s.next_legs_in_hours > p.NEXT_LEGS_PREFERRED.value:
        return None
    if s.next_legs_in_hours > p.NEXT_LEGS.value:
        return Limit(
            because=f"Legs again within {p.NEXT_LEGS_PREFERRED}: no tempo runs, jumps or sprints today.",
            impact=Impact.MODERATE,
            excluded=m.SPRINTS,
        )
    soon = s.next_legs_in_hours <= p.NEXT_LEGS_SOON.value and s.goal is not Goal.AEROBIC_ENDURANCE
    within, how = (p.NEXT_LEGS_SOON, "light, ") if soon else (p.NEXT_LEGS, "")
    return Limit(
        because=f"Legs again within {within}: protect that session with {p.NEXT_LEGS_MINUTES} at the "
        f"most, {how}without strikes or heavy leg work.",
        impact=Impact.LOW,
        intensity=Intensity.LIGHT if soon else Intensity.MODERATE,
        minutes=int(p.NEXT_LEGS_MINUTES.value),
        excluded=_TAXING,
        intervals=False,
    )


@rule(
    "event-tomorrow",
    guide="team-sports/#match-tomorrow",
    sources=(src.DOMA_2017_REVIEW, src.PROJECT_JUDGEMENT),
    certainty=Certainty.LOW,
    claims=("S15", "S39"),
    refs=("R20",),
)
def event_tomorrow(s: Situation, r: Readiness) -> Limit | None:
    """Nothing that you do the day before makes you fitter for the event, and much of it makes you slower."""
    if s.next_event_in_hours is None or s.next_event_in_hours > p.EVENT.value:
        return None
    ride = "spin or " if s.equipment & {"bike_upright", "bike_recumbent"} else ""
    tired, now = r.score < p.READY_MODERATE.value, s.next_event_in_hours <= p.EVENT_NOW.value
    within, most = (p.EVENT_NOW, p.EVENT_NOW_MINUTES) if now else (p.EVENT, p.EVENT_MINUTES)
    return Limit(
        because=f"Your event is within {within}: light work only, {most} at the most, nothing that makes sore"
        f"{': keep the rest for its warm-up' if now else ''}.",
        outcome=Outcome.REST_OR_WALK_ONLY if tired else Outcome.RECOMMEND,
        impact=Impact.LOW,
        intensity=Intensity.LIGHT,
        minutes=int(min(most.value, p.REFERRAL_MINUTES.value) if tired else most.value),
        excluded=_TAXING,
        intervals=False,
        action=f"Rest, or keep it to a gentle {ride}walk; save the legs for the event." if tired else "",
    )


@rule(
    "event-soon",
    guide="team-sports/#match-in-two-days",
    sources=(src.DOMA_2017_REVIEW, src.PROJECT_JUDGEMENT),
    certainty=Certainty.LOW,
    claims=("S39",),
    refs=("R20",),
)
def event_soon(s: Situation, _r: Readiness) -> Limit | None:
    """Two days before an event, moderate work keeps you loose and still leaves time to be fresh."""
    if s.next_event_in_hours is None or s.next_event_in_hours > p.EVENT_SOON.value:
        return None
    return Limit(
        because=f"Your event is within {p.EVENT_SOON}: moderate at the most, within {p.EVENT_SOON_MINUTES}.",
        impact=Impact.MODERATE,
        intensity=Intensity.MODERATE,
        minutes=int(p.EVENT_SOON_MINUTES.value),
        intervals=False,
    )


@rule(
    "muscle-goal",
    guide="lifters/#muscle-first",
    sources=(src.PETRE_2021, src.SCHUMANN_2022, src.WILSON_2012),
    certainty=Certainty.MODERATE,
    claims=("S37", "S38"),
    refs=("R29",),
)
def muscle_goal(s: Situation, _r: Readiness) -> Limit | None:
    """Where strength comes first, cardio stays cheap for the legs while they rebuild."""
    if s.goal is not Goal.MUSCLE_STRENGTH or s.leg_effort is Effort.LIGHT:
        return None
    if s.hours_since_legs >= p.MUSCLE_GOAL_MODERATE.value:
        return None
    if s.hours_since_legs >= p.MUSCLE_GOAL_LOW.value:
        return Limit(
            because="With strength first, tempo runs, jumps and sprints wait one day more.",
            impact=Impact.MODERATE,
            excluded=m.SPRINTS,
        )
    return Limit(
        because=f"With strength first, the {p.MUSCLE_GOAL_LOW} after a leg session keep to low impact and "
        "moderate effort.",
        impact=Impact.LOW,
        intensity=Intensity.MODERATE,
    )
