"""Rules that limit impact and effort by soreness and by a walk that soreness has changed."""

from __future__ import annotations

from functools import cache

from calculator.data import modalities as m
from calculator.data import parameters as p
from calculator.data import sources as src
from calculator.model import Readiness, Situation
from calculator.rules_api import Limit, rule
from calculator.scales import (
    Certainty,
    Impact,
    Intensity,
    Novelty,
    Outcome,
)

__all__ = ["changed_walk", "sore_legs", "sore_legs_effort", "very_sore_beginner"]


@cache
def _impact_sore(soreness: int) -> Limit:
    if soreness >= p.SORENESS_NONE.value:
        return Limit(
            reason=f"Soreness of {soreness} reaches {p.SORENESS_NONE}: only easy walking and work without impact remain, "
            f"{p.CHANGED_WALK_MINUTES} at the most.",
            outcome=Outcome.RECOMMEND_WITH_CAUTION,
            impact=Impact.NONE,
            minutes=int(p.CHANGED_WALK_MINUTES.value),
        )
    if soreness >= p.SORENESS_LOW_ONLY.value:
        text = f"Soreness of {soreness} reaches {p.SORENESS_LOW_ONLY}, so impact stays low."
        return Limit(reason=text, impact=Impact.LOW)
    text = f"Soreness of {soreness} reaches {p.SORENESS_CAP}, so tempo runs, jumps and sprints wait."
    return Limit(reason=text, impact=Impact.MODERATE)


@rule(
    "sore-legs",
    guide_anchor="soreness/#cap",
    sources=(src.CHEUNG_2003, src.PROJECT_JUDGEMENT),
    certainty=Certainty.MODERATE,
    claims=("S2", "S5", "S34"),
)
def sore_legs(s: Situation, _r: Readiness) -> Limit | None:
    """Sore muscle is weaker and absorbs shock badly, so impact comes down first; at which soreness is our judgement."""
    return None if s.soreness < p.SORENESS_CAP.value else _impact_sore(s.soreness)


_LIGHT_WHEN_SORE, _LIGHT_WHEN_WALKING_CHANGED = (
    Limit(
        reason=f"{when}, leg work stays light.",
        intensity=Intensity.LIGHT,
        applies_to=m.LEG_LOADING,
        allows_intervals=False,
    )
    for when in ("On legs this sore", "While soreness changes your walk")
)


@cache
def _effort_sore(soreness: int) -> Limit:
    text = f"Soreness of {soreness} keeps leg work at moderate effort."
    return Limit(reason=text, intensity=Intensity.MODERATE, applies_to=m.LEG_LOADING, allows_intervals=False)


@rule(
    "sore-legs-effort",
    guide_anchor="soreness/#effort",
    sources=(src.CHEUNG_2003, src.DEVANTIER_THOMAS_2024, src.PROJECT_JUDGEMENT),
    certainty=Certainty.LOW,
    claims=("S15", "S29"),
)
def sore_legs_effort(s: Situation, _r: Readiness) -> Limit | None:
    """Soreness changes which fibres you use, so hard leg work lands on the ones that are left."""
    if s.soreness < p.SORENESS_CAP.value and not s.walking_affected:
        return None
    if s.soreness >= p.SORENESS_NONE.value:
        return _LIGHT_WHEN_SORE
    return _LIGHT_WHEN_WALKING_CHANGED if s.walking_affected else _effort_sore(s.soreness)


@rule(
    "changed-walk",
    guide_anchor="soreness/#gait",
    sources=(src.CHEUNG_2003, src.PROJECT_JUDGEMENT),
    certainty=Certainty.LOW,
    claims=("S2", "S34"),
)
def changed_walk(s: Situation, _r: Readiness) -> Limit | None:
    """A changed walk loads joints in ways they are not used to, so avoid impact until it is normal again."""
    if not s.walking_affected:
        return None
    return Limit(
        reason=f"Soreness changes how you walk: until that is over, easy walking and work without impact only, "
        f"{p.CHANGED_WALK_MINUTES} at the most.",
        outcome=Outcome.RECOMMEND_WITH_CAUTION,
        impact=Impact.NONE,
        minutes=int(p.CHANGED_WALK_MINUTES.value),
    )


@rule(
    "very-sore-beginner",
    guide_anchor="beginners/#very-sore",
    sources=(src.MASUDA_2023, src.BROGAN_2017, src.RHABDO_PAGES),
    certainty=Certainty.LOW,
    claims=("S2", "S34"),
    danger=True,
)
def very_sore_beginner(s: Situation, _r: Readiness) -> Limit | None:
    """Serious muscle breakdown was reported in very sore legs after something new: do not add to it."""
    if s.novelty is Novelty.USUAL or not (s.soreness >= p.SORENESS_NONE.value or s.walking_affected):
        return None
    what = (
        "Very sore after something new"
        if s.soreness >= p.SORENESS_NONE.value
        else "This is new to you and changes your walk"
    )
    return Limit(
        reason=f"{what}: do not chase the workout; rest, or move gently, and know the warning signs.",
        outcome=Outcome.REST_OR_WALK_ONLY,
        intensity=Intensity.LIGHT,
        minutes=int(p.VERY_SORE_MINUTES.value),
        allows_intervals=False,
        action="Rest today, or move gently without load.",
    )
