"""Knows which smallest change of one answer would change what the reader is offered, and says what would be different.

Must never know a rule or a threshold of the guidance: it only asks the engine again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from operator import itemgetter
from typing import NamedTuple

from calculator import parameters as p
from calculator import plan, ranking
from calculator.engine import again, opened, standing
from calculator.model import Assessment, Effort, Impact, Intensity, Modality, Outcome, Situation
from calculator.outlook import STRIDE, leg_intensity
from calculator.shapes import Change

__all__ = ["Offer", "changes", "offer"]

_MORE_MINUTES = 15
_MOST_MINUTES = 240
_SOREST = 10
_ENOUGH = 3  # parts of a sentence that a reader takes in
_OUTCOMES = {
    Outcome.RECOMMEND: "a plan without cautions",
    Outcome.RECOMMEND_WITH_CAUTION: "a plan with cautions",
    Outcome.REST_OR_WALK_ONLY: "rest or a gentle walk",
    Outcome.NEEDS_CLEARANCE: "a doctor first",
    Outcome.STOP_REFER_ROUTINE: "a clinician's look first",
}

type _Basis = tuple[object, ...]
type _Row = list[tuple[str, object]]


class Offer(NamedTuple):
    """What a reader is offered: the outcome, the ceilings, and the sessions in their order."""

    outcome: Outcome
    impact: Impact
    legs: Intensity
    top: Intensity
    minutes: int
    sessions: tuple[plan.Chosen, ...]


class _Asked(NamedTuple):
    """One situation of a row, what the engine says to it, and what its offer can depend on."""

    situation: Situation
    assessment: Assessment
    basis: _Basis


def offer(s: Situation, a: Assessment) -> Offer:
    """What the answer to this situation offers."""
    offered = ranking.roles(ranking.suitable(s, a), s.goal)
    sessions = tuple(plan.chosen(s, a, mode, role)._replace(around=(0, 0)) for role, mode in offered)
    return Offer(a.outcome, a.impact, leg_intensity(a), ranking.top_intensity(s, a), a.minutes, sessions)


def _basis(s: Situation, a: Assessment, kit: frozenset[str]) -> _Basis:
    """All that an offer can change with while one answer moves along its row: the limits, and how ready the legs are.

    Each part only tightens or only loosens along a row, which the engine's properties prove.
    """
    scoped = [(limit.intensity, limit.minutes, limit.modes) for limit in a.scoped]
    state = ranking.state(s, a)
    return opened(a) & kit, a.outcome, a.impact, a.intensity, a.minutes, a.hard_minutes, scoped, *state


def _first(
    s: Situation, a: Assessment, now: Offer, field: str, row: _Row, stands: Assessment
) -> tuple[str, Offer] | None:
    """The nearest of these answers whose offer differs, with that offer.

    Between two steps with the same basis nothing changes, so halving finds the next step that is worth a look.
    """
    kit, asked = ranking.at_hand(s), dict[int, _Asked]()

    def ask(place: int) -> _Asked:
        if place not in asked:
            there = s._replace(**{field: row[place][1]})  # type: ignore[arg-type]
            found = again(there, stands)
            asked[place] = _Asked(there, found, _basis(there, found, kit))
        return asked[place]

    at, here, last = 0, _basis(s, a, kit), len(row) - 1
    while at <= last and ask(last).basis != here:
        at = bisect_left(range(last), True, lo=at, key=lambda place: ask(place).basis != here)  # noqa: FBT003 - looked for
        there = ask(at)
        then = offer(there.situation, there.assessment)
        if then != now:
            return row[at][0], then
        here, at = there.basis, at + 1
    return None


def _weight(now: Offer, then: Offer) -> int:
    """How much a change matters, the smaller the more: the outcome, a ceiling, what comes first, what else, details."""
    old, new = ([one.mode for one in each.sessions] for each in (now, then))
    differs = (now.outcome is not then.outcome, now[1:4] != then[1:4], old[:1] != new[:1], old != new, True)
    return differs.index(True)


def _effect(now: Offer, then: Offer) -> str:
    """What would be different, in words: the outcome and the ceilings first, else the sessions, else their details."""
    parts = list(_ceilings(now, then))
    if len(parts) < _ENOUGH:
        parts += _kinds([one.mode for one in now.sessions], [one.mode for one in then.sessions])
    text = "; ".join(parts or _details(now, then))
    return text[0].upper() + text[1:] + "."


def _ceilings(now: Offer, then: Offer) -> Iterator[str]:
    """The outcome and the ceilings that would be others."""
    if then.outcome is not now.outcome:
        yield f"the answer would be {_OUTCOMES[then.outcome]}"
    if then.impact is not now.impact:
        yield f"impact would be {then.impact.slug} instead of {now.impact.slug}"
    if then.legs is not now.legs:
        yield _instead("effort up to {}", _band(then.legs), _band(now.legs))
    elif then.top is not now.top:
        yield _instead("where the arms lead, effort up to {}", _band(then.top), _band(now.top))
    if then.minutes != now.minutes:
        yield _instead("up to {} min", str(then.minutes), str(now.minutes))


def _kinds(before: list[Modality], after: list[Modality]) -> Iterator[str]:
    """The kinds of cardio that would be offered instead, besides, no more, or in another order."""
    new, gone = ([one.name for one in some if one not in others] for some, others in ((after, before), (before, after)))
    if new and gone:
        yield f"{_listed(new)} would take the place of {_listed(gone)}"
    elif new:
        yield f"{_listed(new)} would be offered too"
    elif gone:
        yield f"{_listed(gone)} would drop out"
    elif before != after:
        ahead = next(one for one, other in zip(after, before, strict=True) if one is not other)
        yield f"{_listed([ahead.name])} would move up"


def _details(now: Offer, then: Offer) -> list[str]:
    """What would be different inside the first session that stays but changes."""
    pairs = zip(now.sessions, then.sessions, strict=True)
    old, new = next((old, new) for old, new in pairs if old != new)
    name = _listed([new.mode.name])
    if new.form is not old.form:
        return [f"{name} in another format"]
    if new.intensity is not old.intensity:
        return [_instead(f"{name} at {{}} effort", _band(new.intensity), _band(old.intensity))]
    return [_instead(f"{name} for {{}} min", _span(new.minutes), _span(old.minutes))]


def _instead(text: str, new: str, old: str) -> str:
    return f"{text.format(new)} instead of {old}"


def _listed(names: list[str]) -> str:
    *most, last = (name[0].lower() + name[1:] for name in names)
    return f"{', '.join(most)} and {last}" if most else last


def _band(intensity: Intensity) -> str:
    return intensity.slug.replace("_", " ")


def _span(minutes: tuple[int, int]) -> str:
    return str(minutes[0]) if minutes[0] == minutes[1] else f"{minutes[0]} to {minutes[1]}"


def _soreness(s: Situation, step: int) -> _Row:
    """Less sore, or sorer, in steps of one."""
    end = _SOREST + 1 if step > 0 else -1
    return [(str(value), value) for value in range(s.soreness + step, end, step)]


def _hours(s: Situation) -> _Row:
    """Later, in the strides of the outlook, up to the hour at which a leg session counts no more."""
    latest = int(min(p.LEG_DAY_OVER.value, s.hours_since_legs + p.TIMELINE.value))
    first = int(s.hours_since_legs) // STRIDE * STRIDE + STRIDE
    return [(str(hours), hours) for hours in range(first, latest + 1, STRIDE)]


def _effort(s: Situation) -> _Row:
    """A gentler leg session, step by step."""
    return [(effort.slug, effort) for effort in reversed(Effort) if effort < s.leg_effort]


def _walk(s: Situation) -> _Row:
    """The other answer to whether soreness changes the walk."""
    return [("no" if s.walking_affected else "yes", not s.walking_affected)]


def _sleep(s: Situation) -> _Row:
    """Enough sleep, where it was short."""
    enough = p.SHORT_SLEEP.value
    return [(f"{enough:g}", enough)] if s.sleep_hours < enough else []


def _minutes(s: Situation) -> _Row:
    """A little more time, where the day has it."""
    more = s.minutes + _MORE_MINUTES
    return [(str(more), more)] if more <= _MOST_MINUTES else []


_ASKED: tuple[tuple[str, Callable[[Situation], _Row]], ...] = (
    ("soreness", lambda s: _soreness(s, -1)),
    ("hours_since_legs", _hours),
    ("soreness", lambda s: _soreness(s, 1)),
    ("walking_affected", _walk),
    ("sleep_hours", _sleep),
    ("leg_effort", _effort),
    ("minutes", _minutes),
)


def changes(s: Situation, a: Assessment) -> list[Change]:
    """For each answer that could differ, the smallest change that changes the offer, what matters most first."""
    if not a.session:
        return []
    now, stands, found = offer(s, a), standing(a), list[tuple[int, Change]]()
    for field, row in _ASKED:
        if (first := _first(s, a, now, field, row(s), stands)) is not None:
            change: Change = {"field": field, "to": first[0], "effect": _effect(now, first[1])}
            found.append((_weight(now, first[1]), change))
    return [change for _, change in sorted(found, key=itemgetter(0))]
