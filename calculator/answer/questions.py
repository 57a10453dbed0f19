"""Which open question would change this answer most: the engine is asked again for each answer that is not given yet.

Open means at its default: a query does not say whether a default was chosen or left. Only what a reader can answer in one tap
is asked. A candidate whose offer has the same basis as today's is skipped before its sessions are planned.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from calculator.answer.plan_verdict import PlanOutline, outline
from calculator.answer.what_if import OfferSnapshot, dependency_key, effect, offer_snapshot
from calculator.assessment.engine import assess
from calculator.data import parameters as p
from calculator.data.sentences import name_in_sentence, say
from calculator.form.fields import FIELDS_BY_NAME
from calculator.model import Situation
from calculator.rules_api import Assessment
from calculator.scales import EccentricLoad, Goal, LiftingExperience, Novelty, Outcome, RunningExperience, Tired
from calculator.schema import Question, QuestionValue
from calculator.session import ranking

__all__ = ["CANDIDATES", "questions"]

_MOST_QUESTIONS = 3
_MOST_VALUES = 3

_READ_BY_NO_LIMIT = frozenset({"equipment", "intent"})  # they order what the limits leave, so the assessment is reused

type Values = tuple[tuple[str, object], ...]


class _Candidates(NamedTuple):
    """A field, whether it is open for this reader, and the answers that are tried."""

    field: str
    is_open: Callable[[Situation], bool]
    values: Values


class _Effect(NamedTuple):
    """One answer to a question, how much it changes, and what."""

    weight: float
    to: str
    text: str


def _one(*names: str) -> Values:
    return tuple((name, frozenset({name})) for name in names)


def _sore(s: Situation) -> bool:
    return s.soreness >= p.SORENESS_CAP.value


def _very_sore(s: Situation) -> bool:
    return s.soreness >= p.SORENESS_LOW_ONLY.value


def _competes(s: Situation) -> bool:
    """Whether a race or a match is likely: a goal or a sport that has them."""
    goals = {Goal.SPEED_POWER, Goal.AEROBIC_ENDURANCE}
    return s.goal in goals or bool(s.activities & {"team_sport", "racket_sport", "combat_sport"})


def _recent(s: Situation) -> bool:
    return s.hours_since_legs < p.LEG_DAY_OVER.value


CANDIDATES: tuple[_Candidates, ...] = (
    _Candidates(
        "cleared",
        lambda s: not s.cleared and bool(s.conditions),
        (("yes", True),),
    ),
    _Candidates(
        "running_experience",
        lambda s: s.running_experience is RunningExperience.NONE,
        (("some", RunningExperience.SOME), ("regular", RunningExperience.REGULAR)),
    ),
    _Candidates(
        "lifting_experience",
        lambda s: s.lifting_experience is LiftingExperience.NOVICE,
        (("intermediate", LiftingExperience.INTERMEDIATE), ("advanced", LiftingExperience.ADVANCED)),
    ),
    _Candidates(
        "activities",
        lambda s: not s.activities,
        _one("cycling", "swimming", "team_sport", "class"),
    ),
    _Candidates("equipment", lambda s: not s.equipment, _one("bike_upright", "treadmill", "pool")),
    _Candidates(
        "novelty",
        lambda s: s.novelty is Novelty.USUAL and _recent(s),
        (("return_after_break", Novelty.RETURN_AFTER_BREAK), ("first_time", Novelty.FIRST_TIME)),
    ),
    _Candidates("walking_affected", lambda s: not s.walking_affected and _very_sore(s), (("yes", True),)),
    _Candidates(
        "soreness_trend", lambda s: s.soreness_trend is None and _sore(s), (("rising", "rising"), ("easing", "easing"))
    ),
    _Candidates(
        "eccentric",
        lambda s: s.eccentric is EccentricLoad.NORMAL and _recent(s),
        (("low", EccentricLoad.LOW), ("high", EccentricLoad.HIGH)),
    ),
    _Candidates("tired", lambda s: s.tired is Tired.NO, (("very", Tired.VERY),)),
    _Candidates("next_legs_in_hours", lambda s: s.next_legs_in_hours is None, (("24", 24),)),
    _Candidates("next_event_in_hours", lambda s: s.next_event_in_hours is None and _competes(s), (("24", 24),)),
    _Candidates(
        "event_kind",
        lambda s: s.next_event_in_hours is not None and s.event_kind is None,
        (("long_race", "long_race"), ("match", "match")),
    ),
    _Candidates("intent", lambda s: s.intent is None and s.plan is None, (("easy", "easy"), ("hard", "hard"))),
)


def _size(now: OfferSnapshot, then: OfferSnapshot) -> float:
    """How much an offer would differ, in points: outcome, impact, effort, minutes, and the first session."""
    steps = (
        (now.outcome - then.outcome, p.QUESTION_OUTCOME.value),
        (then.impact - now.impact, p.QUESTION_CLASS.value),
        (then.legs - now.legs, p.QUESTION_CLASS.value),
        (then.top - now.top, p.QUESTION_CLASS.value),
        (min(p.QUESTION_MOST_MINUTES.value, abs(then.minutes - now.minutes)) * (1 if then.minutes > now.minutes else -1),
         p.QUESTION_MINUTE.value),
    )  # fmt: skip
    share = p.QUESTION_STRICTER.value
    total = sum(weight * (step if step > 0 else -step * share) for step, weight in steps)
    first_now, first_then = ([item.mode for item in snapshot.sessions[:1]] for snapshot in (now, then))
    return total + (p.QUESTION_FIRST.value if first_now != first_then else 0)


def _plan_text(s: Situation, then: PlanOutline) -> str:
    """What would become of the reader's plan."""
    choices = FIELDS_BY_NAME["plan"].choices
    label = next(choice.label for choice in choices if choice.value == s.plan)
    return say(f"plan.outline.{then.verdict}", name=name_in_sentence(label))


def _effects(
    s: Situation, a: Assessment, now: OfferSnapshot, plan: PlanOutline | None, candidates: _Candidates
) -> list[_Effect]:
    """What each answer to one question would change, the strongest first; those that change nothing are left out."""
    usable, result = ranking.available(s), list[_Effect]()
    basis = dependency_key(s, a, usable)
    for to, value in candidates.values:
        other = s._replace(**{candidates.field: value})  # type: ignore[arg-type]
        assessed = a if candidates.field in _READ_BY_NO_LIMIT else assess(other)
        then_plan = outline(other) if plan is not None else None
        weight, texts = 0.0, list[str]()
        if then_plan is not None and plan is not None and then_plan.verdict != plan.verdict:
            weight += p.QUESTION_OUTCOME.value
            texts.append(_plan_text(s, then_plan))
        if dependency_key(other, assessed, ranking.available(other)) != basis:
            then = offer_snapshot(other, assessed)
            if then != now:
                weight += _size(now, then)
                texts.append(effect(now, then))
        if weight:
            result.append(_Effect(weight, to, " ".join(texts)))
    return sorted(result, key=lambda item: -item.weight)


def _label(field: str, to: str) -> str:
    """The label of an answer on the form; of a number, the number with its unit."""
    asked = FIELDS_BY_NAME[field]
    return next((choice.label for choice in asked.choices if choice.value == to), f"{to} {asked.unit}")


def _question(field: str, effects: list[_Effect]) -> Question:
    values: list[QuestionValue] = [
        {"to": item.to, "label": _label(field, item.to), "effect": item.text} for item in effects[:_MOST_VALUES]
    ]
    return {"field": field, "legend": FIELDS_BY_NAME[field].legend, "values": values}


def questions(s: Situation, a: Assessment, now: OfferSnapshot) -> list[Question]:
    """At most three open questions that would change the offer `now`, the strongest first; none under a stop or a referral."""
    if not a.allows_session or a.outcome >= Outcome.STOP_REST:
        return []
    plan = outline(s)
    weighted = [
        (candidates.field, effects)
        for candidates in CANDIDATES
        if candidates.is_open(s) and (effects := _effects(s, a, now, plan, candidates))
    ]
    weighted.sort(key=lambda pair: -pair[1][0].weight)
    return [_question(field, effects) for field, effects in weighted[:_MOST_QUESTIONS]]
