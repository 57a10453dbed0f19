"""Counterfactuals: the smallest change of one answer that would change what is offered, and its effect.

Only what a reader can do and would want: wait, ease, sleep, take more time. What would make the answer worse is left out.

The engine is asked again for each candidate value; a binary search skips values that cannot change the offer.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from operator import itemgetter
from typing import NamedTuple

from calculator.assessment.engine import allowed_slugs, reassess, time_invariant_part
from calculator.assessment.outlook import STEP_HOURS, leg_intensity
from calculator.data import parameters as p
from calculator.data.sentences import count, listed, name_in_sentence, say
from calculator.model import Modality, Situation
from calculator.rules_api import Assessment
from calculator.scales import Impact, Intensity, Outcome
from calculator.schema import Change
from calculator.session import builder as session_builder
from calculator.session import ranking

__all__ = ["OfferSnapshot", "changes", "dependency_key", "effect", "offer_snapshot"]

_MORE_MINUTES = 15
_MOST_MINUTES = 240
_MAX_PARTS = 3  # sentences about one change

type _DependencyKey = tuple[object, ...]
type CandidateValues = list[tuple[str, object]]


class OfferSnapshot(NamedTuple):
    """What a reader is offered: the outcome, the ceilings, and the sessions in order."""

    outcome: Outcome
    impact: Impact
    legs: Intensity
    top: Intensity
    minutes: int
    sessions: tuple[session_builder.PlannedSession, ...]


class _Candidate(NamedTuple):
    """One candidate situation, its assessment, and the key of what its offer depends on."""

    situation: Situation
    assessment: Assessment
    basis: _DependencyKey


def offer_snapshot(s: Situation, a: Assessment) -> OfferSnapshot:
    """What the answer to this situation offers."""
    offered = ranking.roles(ranking.rank(s, a), s.goal, easy=s.intent == "easy")
    sessions = tuple(session_builder.plan_session(s, a, mode, role)._replace(around=(0, 0)) for role, mode in offered)
    return OfferSnapshot(a.outcome, a.impact, leg_intensity(a), ranking.top_intensity(s, a), a.minutes, sessions)


def dependency_key(s: Situation, a: Assessment, usable: frozenset[str]) -> _DependencyKey:
    """Key of everything an offer depends on; equal keys mean equal offers, so the search skips between them.

    Each part only tightens or only loosens along a row of candidates (tested as a property of the engine).
    """
    scoped = [(limit.intensity, limit.minutes, limit.applies_to) for limit in a.scoped_limits]
    state = ranking.state(s, a)
    minutes = a.minutes, a.hard_minutes, a.whole_minutes
    return allowed_slugs(a) & usable, a.outcome, a.impact, a.intensity, minutes, scoped, *state


def _nearest_change(
    s: Situation, a: Assessment, now: OfferSnapshot, field: str, values: CandidateValues, invariant: Assessment
) -> tuple[str, OfferSnapshot] | None:
    """The nearest candidate value whose offer differs, with that offer.

    Between two candidates with the same key nothing changes, so a binary search finds the next one to evaluate.
    """
    usable, evaluated = ranking.available(s), dict[int, _Candidate]()

    def evaluate(index: int) -> _Candidate:
        if index not in evaluated:
            candidate = s._replace(**{field: values[index][1]})  # type: ignore[arg-type]
            reassessed = reassess(candidate, invariant)
            evaluated[index] = _Candidate(candidate, reassessed, dependency_key(candidate, reassessed, usable))
        return evaluated[index]

    low, current_key, last = 0, dependency_key(s, a, usable), len(values) - 1
    while low <= last and evaluate(last).basis != current_key:
        low = bisect_left(range(last), True, lo=low, key=lambda index: evaluate(index).basis != current_key)  # noqa: FBT003 - the value that the search looks for
        candidate = evaluate(low)
        changed = offer_snapshot(candidate.situation, candidate.assessment)
        if changed != now:
            return values[low][0], changed
        current_key, low = candidate.basis, low + 1
    return None


def _is_worse(now: OfferSnapshot, changed: OfferSnapshot) -> bool:
    """Whether a change would take something away: a graver outcome, a lower ceiling, or less of the same first session."""
    if changed.outcome > now.outcome or any(new < old for new, old in zip(changed[1:5], now[1:5], strict=True)):
        return True
    first_now, first_then = now.sessions[:1], changed.sessions[:1]
    return any(
        new.mode is old.mode
        and (
            new.intensity < old.intensity
            or ((new.form, new.intensity) == (old.form, old.intensity) and new.minutes[1] < old.minutes[1])
        )
        for new, old in zip(first_then, first_now, strict=False)
    )


def _importance(now: OfferSnapshot, changed: OfferSnapshot) -> int:
    """Rank of a change, smaller is more important.

    The outcome, a ceiling, the first session, other sessions, details.
    """
    old, new = ([session.mode for session in snapshot.sessions] for snapshot in (now, changed))
    differs = (now.outcome is not changed.outcome, now[1:4] != changed[1:4], old[:1] != new[:1], old != new, True)
    return differs.index(True)


def effect(now: OfferSnapshot, changed: OfferSnapshot) -> str:
    """The effect in sentences: the outcome and the ceilings first, else the sessions, else their details."""
    parts = list(_ceilings(now, changed))
    if len(parts) < _MAX_PARTS:
        parts += _kinds([session.mode for session in now.sessions], [session.mode for session in changed.sessions])
    return " ".join(parts or [_details(now, changed)])


def _ceilings(now: OfferSnapshot, changed: OfferSnapshot) -> Iterator[str]:
    """The outcome and the ceilings that would differ."""
    if changed.outcome is not now.outcome:
        yield say(f"change.outcome.{changed.outcome.slug}")
    if changed.impact is not now.impact:
        yield _impact(changed.impact, now.impact)
    if changed.legs is not now.legs:
        yield _effort("effort", changed.legs, now.legs)
    elif changed.top is not now.top:
        yield _effort("arms", changed.top, now.top)
    if changed.minutes != now.minutes:
        way = "up" if changed.minutes > now.minutes else "down"
        yield say(f"change.minutes.{way}", new=count(changed.minutes, "min"), old=f"{now.minutes}")


def _kinds(before: list[Modality], after: list[Modality]) -> Iterator[str]:
    """The kinds of cardio that would be offered instead, besides, no more, or in another order."""
    new, gone = (
        [mode.name for mode in modes if mode not in reference]
        for modes, reference in ((after, before), (before, after))
    )
    if new and gone:
        yield say("change.kinds.instead", new=_join_names(new), old=_join_names(gone))
    elif new:
        yield say("change.kinds.more", new=_join_names(new))
    elif gone:
        yield say("change.kinds.fewer", old=_join_names(gone))
    elif before != after:
        ahead = next(mode for mode, mode_before in zip(after, before, strict=True) if mode is not mode_before)
        yield say("change.kinds.first", new=name_in_sentence(ahead.name))


def _details(now: OfferSnapshot, changed: OfferSnapshot) -> str:
    """What would be different inside the first session that stays but changes."""
    pairs = zip(now.sessions, changed.sessions, strict=True)
    old, new = next((old, new) for old, new in pairs if old != new)
    name = name_in_sentence(new.mode.name)
    if new.form is not old.form:
        return say("change.session.form", name=name)
    if new.intensity is not old.intensity:
        effort = say(f"plan.effort.{new.intensity.slug}")
        return say("change.session.effort", name=name, new=effort, old=say(f"plan.effort.{old.intensity.slug}"))
    return say("change.session.minutes", name=name, new=_span(new.minutes, "min"), old=_span(old.minutes, ""))


def _impact(new: Impact, old: Impact) -> str:
    """What changes about impact."""
    if new is Impact.NONE:
        return say("change.impact.down.to-none")
    if old is Impact.NONE:
        return say("change.impact.up.from-none", new=say(f"part.amount.{new.slug}"))
    way = "up" if new > old else "down"
    return say(f"change.impact.{way}", new=say(f"part.amount.{new.slug}"), old=say(f"part.amount.{old.slug}"))


def _effort(what: str, new: Intensity, old: Intensity) -> str:
    """What changes about an effort: of the legs, or where the arms do the work."""
    way = "up" if new > old else "down"
    return say(f"change.{what}.{way}", new=say(f"part.level.{new.slug}"), old=say(f"part.level.{old.slug}"))


def _join_names(names: list[str]) -> str:
    return listed(name_in_sentence(name) for name in names)


def _span(minutes: tuple[int, int], unit: str) -> str:
    low, high = minutes
    return count(high, unit) if low == high else f"{low} to {count(high, unit)}"


def _soreness(s: Situation) -> CandidateValues:
    """Less sore, in steps of one."""
    return [(str(value), value) for value in range(s.soreness - 1, -1, -1)]


def _hours(s: Situation) -> CandidateValues:
    """Later hours, in the steps of the outlook, up to the hour from which a leg session no longer counts."""
    latest = int(min(p.LEG_DAY_OVER.value, s.hours_since_legs + p.TIMELINE.value))
    first = int(s.hours_since_legs) // STEP_HOURS * STEP_HOURS + STEP_HOURS
    return [(str(hours), hours) for hours in range(first, latest + 1, STEP_HOURS)]


def _walk(s: Situation) -> CandidateValues:
    """A walk that is normal again, where soreness has changed it."""
    return [("no", False)] if s.walking_affected else []


def _sleep(s: Situation) -> CandidateValues:
    """Enough sleep, where it was short."""
    enough = p.SHORT_SLEEP.value
    return [(f"{enough:g}", enough)] if s.sleep_hours < enough else []


def _minutes(s: Situation) -> CandidateValues:
    """A little more time, where the day has it."""
    more = s.minutes + _MORE_MINUTES
    return [(str(more), more)] if more <= _MOST_MINUTES else []


_VARIED_FIELDS: tuple[tuple[str, Callable[[Situation], CandidateValues]], ...] = (
    ("soreness", _soreness),
    ("hours_since_legs", _hours),
    ("walking_affected", _walk),
    ("sleep_hours", _sleep),
    ("minutes", _minutes),
)


def changes(s: Situation, a: Assessment, now: OfferSnapshot) -> list[Change]:
    """For each answer that could differ, the smallest change that changes the offer `now`, what matters most first."""
    if not a.allows_session:
        return []
    invariant, weighted = time_invariant_part(a), list[tuple[int, Change]]()
    for field, candidates in _VARIED_FIELDS:
        nearest = _nearest_change(s, a, now, field, candidates(s), invariant)
        if nearest is not None and not _is_worse(now, nearest[1]):
            change: Change = {"field": field, "to": nearest[0], "effect": effect(now, nearest[1])}
            weighted.append((_importance(now, nearest[1]), change))
    return [change for _, change in sorted(weighted, key=itemgetter(0))]
