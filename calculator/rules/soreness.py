"""Rules that limit impact and effort by soreness and by a walk that soreness has changed."""

from __future__ import annotations

from functools import cache

from calculator.data import modalities as m
from calculator.data import parameters as p
from calculator.data import sources as src
from calculator.data.sentences import say
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
            reason=say(
                "rule.sore-legs.none", soreness=soreness, limit=p.SORENESS_NONE.value, most=p.CHANGED_WALK_MINUTES
            ),
            outcome=Outcome.RECOMMEND_WITH_CAUTION,
            impact=Impact.NONE,
            minutes=int(p.CHANGED_WALK_MINUTES.value),
        )
    if soreness >= p.SORENESS_LOW_ONLY.value:
        text = say("rule.sore-legs.low", soreness=soreness, limit=p.SORENESS_LOW_ONLY.value)
        return Limit(reason=text, impact=Impact.LOW)
    text = say("rule.sore-legs.moderate", soreness=soreness, limit=p.SORENESS_CAP.value)
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
        reason=say(f"rule.sore-legs-effort.{when}"),
        intensity=Intensity.LIGHT,
        applies_to=m.LEG_LOADING,
        allows_intervals=False,
    )
    for when in ("very", "walk")
)


@cache
def _effort_sore(soreness: int) -> Limit:
    text = say("rule.sore-legs-effort.moderate", soreness=soreness)
    return Limit(reason=text, intensity=Intensity.MODERATE, applies_to=m.LEG_LOADING, allows_intervals=False)


@rule(
    "sore-legs-effort",
    guide_anchor="soreness/#effort",
    sources=(src.CHEUNG_2003, src.DEVANTIER_THOMAS_2024, src.PROJECT_JUDGEMENT),
    certainty=Certainty.LOW,
    claims=("S15", "S29"),
)
def sore_legs_effort(s: Situation, _r: Readiness) -> Limit | None:
    """On sore legs you use other muscle fibres than usual, so hard work for your legs tires the ones that are left."""
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
        reason=say("rule.changed-walk", most=p.CHANGED_WALK_MINUTES),
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
    sign = "sore" if s.soreness >= p.SORENESS_NONE.value else "walk"
    return Limit(
        reason=say(f"rule.very-sore-beginner.{sign}"),
        outcome=Outcome.REST_OR_WALK_ONLY,
        intensity=Intensity.LIGHT,
        minutes=int(p.VERY_SORE_MINUTES.value),
        allows_intervals=False,
        action=say("rule.very-sore-beginner.action"),
    )
