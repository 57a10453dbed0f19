"""Rules that limit impact and intensity by readiness and by signs of general strain."""

from __future__ import annotations

from functools import cache

from calculator.data import modalities as m
from calculator.data import parameters as p
from calculator.data import sources as src
from calculator.data.sentences import count, say
from calculator.model import Readiness, Situation
from calculator.rules.habits import may_go_all_out, may_ride_hard, trained
from calculator.rules_api import Limit, rule
from calculator.scales import (
    Certainty,
    EccentricLoad,
    Impact,
    Intensity,
    LegSessionEffort,
    LiftingExperience,
    Novelty,
    Outcome,
    RunningExperience,
)

__all__ = ["arms_lead", "overreaching", "readiness_impact", "readiness_intensity", "spent_legs"]


def _band(s: Situation, r: Readiness) -> Intensity:
    """The intensity band that readiness and soreness leave to the legs."""
    if r.score < p.SPENT.value or s.soreness >= p.SORENESS_NONE.value or s.walking_affected:
        return Intensity.LIGHT
    if r.score < p.READY_MODERATE.value or s.soreness >= p.SORENESS_CAP.value:
        return Intensity.MODERATE
    return Intensity.VIGOROUS if r.score < p.READY_HIGH.value else Intensity.NEAR_MAX


_ABOVE_LOW = frozenset(mode.slug for mode in m.MODALITIES if mode.impact > Impact.LOW)


@cache  # here and below: an outlook asks dozens of times, and formatting the text is the slow part
def _impact_at(score: int) -> Limit:
    impact = Impact.LOW if score < p.READY_MODERATE.value else Impact.MODERATE
    if score < p.SPENT.value:
        impact = Impact.NONE
    return Limit(reason=say(f"rule.readiness-impact.{impact.slug}", score=score), impact=impact)


@rule(
    "readiness-impact",
    guide_anchor="timing/#readiness",
    sources=(
        src.MORAN_NAVARRO_2017,
        src.DOMA_2017,
        src.RUNNING_AFTER_STRENGTH_2022,
        src.BURT_2023,
        src.PROJECT_JUDGEMENT,
    ),
    certainty=Certainty.LOW,
    claims=("S2", "S5", "S6", "S30", "S34"),
)
def readiness_impact(s: Situation, r: Readiness) -> Limit | None:
    """Your legs get their force back over one to three days, so wait with impact. If you are used to both, run easily sooner."""
    if r.score >= p.READY_HIGH.value:
        return None
    if p.SPENT.value <= r.score < p.READY_MODERATE.value and _may_run_easily(s):
        return _easy_run_at(r.score)
    return _impact_at(r.score)


def _may_run_easily(s: Situation) -> bool:
    """Whether legs that are used to running and lifting may take an easy run a day after a usual leg session."""
    runs = s.running_experience is RunningExperience.REGULAR or ("running" in s.activities and trained(s))
    used_to_it = (
        runs
        and s.lifting_experience >= LiftingExperience.INTERMEDIATE
        and s.novelty is Novelty.USUAL
        and s.eccentric is not EccentricLoad.HIGH
    )
    wait = p.EASY_RUN_VERY_HARD if s.leg_effort is LegSessionEffort.VERY_HARD else p.EASY_RUN
    return used_to_it and s.soreness <= p.EASY_RUN_SORENESS.value and s.hours_since_legs >= wait.value


@cache
def _easy_run_at(score: int) -> Limit:
    return Limit(
        reason=say("rule.readiness-impact.easy-run", score=score, most=p.EASY_RUN_MINUTES, price=p.EASY_RUN_PRICE),
        impact=Impact.MODERATE,
        intensity=Intensity.MODERATE,
        minutes=int(p.EASY_RUN_MINUTES.value),
        applies_to=m.EASY_RUNS,
        excluded=_ABOVE_LOW - m.EASY_RUNS,
    )


@cache
def _effort_at(score: int, but_bikes: bool = False) -> Limit:  # noqa: FBT001, FBT002 - the key of a cache
    band = Intensity.VIGOROUS if score >= p.READY_MODERATE.value else Intensity.MODERATE
    if score < p.SPENT.value:
        band = Intensity.LIGHT
    text = say(f"rule.readiness-intensity.{'bike' if but_bikes else band.slug}", score=score)
    return Limit(reason=text, intensity=band, applies_to=m.LEG_LOADING - m.BIKES if but_bikes else m.LEG_LOADING)


@rule(
    "readiness-intensity",
    guide_anchor="intensity/#by-readiness",
    sources=(src.DEVANTIER_THOMAS_2024, src.DOMA_2017_REVIEW, src.PROJECT_JUDGEMENT),
    certainty=Certainty.LOW,
    claims=("S15", "S23", "S28", "S29", "S30", "S31"),
)
def readiness_intensity(s: Situation, r: Readiness) -> Limit | None:
    """On tired legs the same pace costs you more, and you lose your top effort first."""
    if r.score >= p.READY_HIGH.value:
        return None
    return _effort_at(r.score, p.SPENT.value <= r.score < p.READY_MODERATE.value and may_ride_hard(s))


_ARMS_ABOVE = {
    Intensity(harder - 1): Limit(
        reason=say(f"rule.arms-lead.{harder.slug}"),
        intensity=harder,
        applies_to=m.ARMS_LEAD,
    )
    for harder in (Intensity.MODERATE, Intensity.VIGOROUS)
}


@rule(
    "arms-lead",
    guide_anchor="choosing/#arms-lead",
    sources=(src.SPORER_2003,),
    certainty=Certainty.LOW,
    claims=("S15", "S23"),
)
def arms_lead(s: Situation, r: Readiness) -> Limit | None:
    """Only the muscles that you trained are tired, so you can go one step harder where your arms do the work."""
    band = _band(s, r)
    return None if band >= Intensity.VIGOROUS else _ARMS_ABOVE[band]


_NO_ALL_OUT_NOW = Limit(
    reason=say("rule.near-max.health"),
    intensity=Intensity.VIGOROUS,
)
_NO_ALL_OUT_OLDER = Limit(
    reason=say("rule.near-max.older", age=p.OLDER_ADULT.value),
    intensity=Intensity.VIGOROUS,
)


_NO_ALL_OUT = Limit(reason=say("rule.near-max.runners"), intensity=Intensity.VIGOROUS)


@rule(
    "near-max",
    guide_anchor="intensity/#near-max",
    sources=(src.SPORER_2003, src.PROJECT_JUDGEMENT),
    certainty=Certainty.LOW,
    claims=("S29",),
    time_invariant=True,
)
def near_max(s: Situation, _r: Readiness) -> Limit | None:
    """All-out effort is for regular runners without health conditions whose goal needs it."""
    if s.conditions or s.medicines:
        return _NO_ALL_OUT_NOW
    if not may_go_all_out(s):
        return _NO_ALL_OUT_OLDER
    wanted = s.goal.value in ("speed_power", "aerobic_endurance")
    return None if wanted and s.running_experience is RunningExperience.REGULAR else _NO_ALL_OUT


@rule(
    "spent-legs",
    guide_anchor="soreness/#spent",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.LOW,
    claims=("S30", "S40"),
)
def spent_legs(_s: Situation, r: Readiness) -> Limit | None:
    """If your readiness is this low, you lose nothing by resting, and a gentle walk is plenty."""
    if r.score >= p.SPENT.value:
        return None
    return Limit(
        reason=say("rule.spent-legs", score=r.score),
        outcome=Outcome.REST_OR_WALK_ONLY,
        intensity=Intensity.LIGHT,
        minutes=int(p.REFERRAL_MINUTES.value),
        allows_intervals=False,
        action=say("rule.spent-legs.action"),
    )


@rule(
    "overreaching",
    guide_anchor="recovery/#strain",
    sources=(src.MEEUSEN_2013,),
    certainty=Certainty.LOW,
    claims=("S40", "S41"),
)
def overreaching(_s: Situation, r: Readiness) -> Limit | None:
    """Short sleep, a raised heart rate and hard days in a row together show that your whole body needs rest."""
    if r.strain_signs < p.STRAIN_SIGNS_SOME.value:
        return None
    if r.strain_signs < p.STRAIN_SIGNS.value:
        return Limit(
            reason=say("rule.overreaching.some", signs=count(r.strain_signs, "sign")),
            outcome=Outcome.RECOMMEND_WITH_CAUTION,
            intensity=Intensity.MODERATE,
            minutes=int(p.STRAIN_SOME_MINUTES.value),
            allows_intervals=False,
        )
    return Limit(
        reason=say("rule.overreaching.many", signs=count(r.strain_signs, "sign")),
        outcome=Outcome.REST_OR_WALK_ONLY,
        impact=Impact.LOW,
        intensity=Intensity.LIGHT,
        minutes=int(p.STRAIN_MINUTES.value),
        allows_intervals=False,
        action=say("rule.overreaching.action", signs=count(r.strain_signs, "sign"), most=p.STRAIN_MINUTES),
    )
