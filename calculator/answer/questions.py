"""Which open question would change this answer most: the engine is asked again for each answer that is not given yet.

Open means at its default: a query does not say whether a default was chosen or left. Only what a reader can answer in one tap
is asked. A candidate whose offer has the same basis as today's is skipped before its sessions are planned.

The effect of an answer is one sentence for readers: the condition of the candidate, then what would change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from calculator.answer.plan_verdict import PlanOutline, outline
from calculator.answer.what_if import OfferSnapshot, dependency_key, join_names, offer_snapshot
from calculator.answer.why import BAND_WORDS
from calculator.assessment.engine import assess
from calculator.data import parameters as p
from calculator.data.interval_formats import CONTINUOUS
from calculator.form.fields import FIELDS_BY_NAME
from calculator.model import Situation
from calculator.rules_api import Assessment
from calculator.scales import EccentricLoad, Goal, Impact, LiftingExperience, Novelty, Outcome, RunningExperience, Tired
from calculator.schema import Question, QuestionValue
from calculator.session import ranking
from calculator.session.builder import PlannedSession

__all__ = ["CANDIDATES", "questions"]

_MOST_QUESTIONS = 3
_MOST_VALUES = 3

_READ_BY_NO_LIMIT = frozenset({"equipment", "intent"})  # they order what the limits leave, so the assessment is reused

type Values = tuple[tuple[str, object, str], ...]


class _Candidates(NamedTuple):
    """A field, whether it is open for this reader, and the answers that are tried.

    An answer is its text in a query, its value, and what it says of the reader, to follow "If".
    """

    field: str
    is_open: Callable[[Situation], bool]
    values: Values


class _Effect(NamedTuple):
    """One answer to a question, how much it changes, and what."""

    weight: float
    to: str
    text: str


def _one(**conditions: str) -> Values:
    return tuple((name, frozenset({name}), text) for name, text in conditions.items())


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
        (("yes", True, "your doctor has agreed to exercise"),),
    ),
    _Candidates(
        "running_experience",
        lambda s: s.running_experience is RunningExperience.NONE,
        (
            ("some", RunningExperience.SOME, "you run now and then"),
            ("regular", RunningExperience.REGULAR, "you run every week"),
        ),
    ),
    _Candidates(
        "lifting_experience",
        lambda s: s.lifting_experience is LiftingExperience.NOVICE,
        (
            ("intermediate", LiftingExperience.INTERMEDIATE, "you have lifted for a while"),
            ("advanced", LiftingExperience.ADVANCED, "you have lifted for years"),
        ),
    ),
    _Candidates(
        "activities",
        lambda s: not s.activities,
        _one(
            cycling="you cycle every week",
            swimming="you swim every week",
            team_sport="you play a team sport every week",
            **{"class": "you take a fitness class every week"},
        ),
    ),
    _Candidates(
        "equipment",
        lambda s: not s.equipment,
        _one(bike_upright="you have a bike", treadmill="you have a treadmill", pool="you can use a pool"),
    ),
    _Candidates(
        "novelty",
        lambda s: s.novelty is Novelty.USUAL and _recent(s),
        (
            ("return_after_break", Novelty.RETURN_AFTER_BREAK, "you are back after a break of four weeks or more"),
            ("first_time", Novelty.FIRST_TIME, "it was your first session of this kind"),
        ),
    ),
    _Candidates(
        "walking_affected",
        lambda s: not s.walking_affected and _very_sore(s),
        (("yes", True, "soreness changes how you walk"),),
    ),
    _Candidates(
        "soreness_trend",
        lambda s: s.soreness_trend is None and _sore(s),
        (("rising", "rising", "the soreness is getting worse"), ("easing", "easing", "the soreness is getting better")),
    ),
    _Candidates(
        "eccentric",
        lambda s: s.eccentric is EccentricLoad.NORMAL and _recent(s),
        (
            ("low", EccentricLoad.LOW, "you did little lowering and braking work"),
            ("high", EccentricLoad.HIGH, "you did much lowering and braking work"),
        ),
    ),
    _Candidates("tired", lambda s: s.tired is Tired.NO, (("very", Tired.VERY, "you are very tired"),)),
    _Candidates(
        "next_legs_in_hours",
        lambda s: s.next_legs_in_hours is None,
        (("24", 24, "you train legs again in 24 hours"),),
    ),
    _Candidates(
        "next_event_in_hours",
        lambda s: s.next_event_in_hours is None and _competes(s),
        (("24", 24, "you have a match, a race or a key session in 24 hours"),),
    ),
    _Candidates(
        "event_kind",
        lambda s: s.next_event_in_hours is not None and s.event_kind is None,
        (("long_race", "long_race", "it is a long race"), ("match", "match", "it is a match")),
    ),
    _Candidates(
        "intent",
        lambda s: s.intent is None and s.plan is None,
        (("easy", "easy", "you would like an easy session"), ("hard", "hard", "you would like a hard session")),
    ),
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


_OUTCOMES = {
    Outcome.RECOMMEND: "no caution is needed",
    Outcome.RECOMMEND_WITH_CAUTION: "you can train with some cautions",
    Outcome.REST_OR_WALK_ONLY: "rest or a gentle walk is better today",
    Outcome.NEEDS_CLEARANCE: "you should ask your doctor first",
    Outcome.STOP_REFER_ROUTINE: "you should see a doctor first",
}
_PLANS = {
    "go": "you can do what you plan",
    "go_adjusted": "you can do what you plan, but easier or shorter",
    "closed": "what you plan is not for today",
}
_LANDINGS = {
    Impact.NONE: "without landings",
    Impact.LOW: "with soft landings at the most",
    Impact.MODERATE: "with landings like those of an easy run at the most",
    Impact.HIGH: "with any landings",
}
_MAX_CLAUSES = 3


def _clauses(now: OfferSnapshot, then: OfferSnapshot) -> Iterator[str]:
    """What would change for the reader, as clauses with a subject and a verb, what matters most first."""
    if then.outcome is not now.outcome:
        yield _OUTCOMES[then.outcome]
    if then.impact is not now.impact:
        yield f"cardio {_LANDINGS[then.impact]} fits today"
    if then.legs is not now.legs:
        yield f"your legs may work at {BAND_WORDS[then.legs]} effort at the most"
    elif then.top is not now.top:
        yield f"your arms may work at {BAND_WORDS[then.top]} effort at the most"
    if then.minutes != now.minutes:
        yield f"the main part may take up to {then.minutes} minutes instead of {now.minutes}"
    yield from _session_clauses(now, then)


def _session_clauses(now: OfferSnapshot, then: OfferSnapshot) -> Iterator[str]:
    """How the sessions would differ: other kinds, another order, or another first session of the same kind."""
    before, after = ([session.mode for session in one.sessions] for one in (now, then))
    new = [mode.name for mode in after if mode not in before]
    gone = [mode.name for mode in before if mode not in after]
    if new and gone:
        yield f"we suggest {join_names(new)} instead of {join_names(gone)}"
    elif new:
        yield f"we suggest {join_names(new)} as well"
    elif gone:
        yield f"we leave out {join_names(gone)}"
    elif before != after:
        ahead = next(mode for mode, earlier in zip(after, before, strict=True) if mode is not earlier)
        yield f"{join_names([ahead.name])} comes first"
    else:
        pairs = zip(now.sessions, then.sessions, strict=True)
        yield from [_changed_session(old, new) for old, new in pairs if old != new][:1]


def _changed_session(old: PlannedSession, new: PlannedSession) -> str:
    """How one session that stays would differ."""
    name = join_names([new.mode.name])
    if new.intensity is not old.intensity:
        return f"{name} is at {BAND_WORDS[new.intensity]} effort instead of {BAND_WORDS[old.intensity]}"
    if new.form is not old.form:
        return f"{name} has another layout: {(new.form or CONTINUOUS).name.lower()}"
    return f"the main part of {name} takes up to {new.minutes[1]} minutes instead of {old.minutes[1]}"


def _sentence(condition: str, clauses: list[str]) -> str:
    """One sentence: if this is so, then that changes; at most three things."""
    *most, last = clauses[:_MAX_CLAUSES]
    return f"If {condition}, {', '.join(most)} and {last}." if most else f"If {condition}, {last}."


def _effects(
    s: Situation, a: Assessment, now: OfferSnapshot, plan: PlanOutline | None, candidates: _Candidates
) -> list[_Effect]:
    """What each answer to one question would change, the strongest first; those that change nothing are left out."""
    usable, result = ranking.available(s), list[_Effect]()
    basis = dependency_key(s, a, usable)
    for to, value, condition in candidates.values:
        other = s._replace(**{candidates.field: value})  # type: ignore[arg-type]
        assessed = a if candidates.field in _READ_BY_NO_LIMIT else assess(other)
        then_plan = outline(other) if plan is not None else None
        weight, clauses = 0.0, list[str]()
        if then_plan is not None and plan is not None and then_plan.verdict != plan.verdict:
            weight += p.QUESTION_OUTCOME.value
            clauses.append(_PLANS[then_plan.verdict])
        if dependency_key(other, assessed, ranking.available(other)) != basis:
            then = offer_snapshot(other, assessed)
            if then != now:
                weight += _size(now, then)
                clauses += _clauses(now, then)
        if weight:
            result.append(_Effect(weight, to, _sentence(condition, clauses)))
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
