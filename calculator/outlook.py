"""Knows what opens when, and which smallest change of one answer changes the advice.

Must never know a rule or a threshold of the guidance: it only asks the engine again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from math import ceil
from typing import NamedTuple

from calculator import parameters as p
from calculator.engine import allows, assess
from calculator.modalities import MODALITIES
from calculator.model import Assessment, Effort, Impact, Intensity, Modality, Outcome, Situation
from calculator.readiness import soreness_after
from calculator.shapes import Change

__all__ = ["Moment", "back_from", "changes", "later", "leg_intensity", "look_ahead", "steps"]

_STRIDE = 6
_MORE_MINUTES = 15
_MOST_MINUTES = 240
_SOREST = 10
_ANY_LEG_MODE = "bike_upright"


_OUTCOMES = {
    Outcome.RECOMMEND: "a plan without cautions",
    Outcome.RECOMMEND_WITH_CAUTION: "a plan with cautions",
    Outcome.REST_OR_WALK_ONLY: "rest or a gentle walk",
    Outcome.OUT_OF_SCOPE_GENERAL_ADVICE: "general advice only",
    Outcome.NEEDS_CLEARANCE: "a doctor first",
    Outcome.STOP_REST: "no exercise",
    Outcome.STOP_REFER_ROUTINE: "a clinician's look first",
    Outcome.STOP_SEEK_URGENT: "medical assessment the same day",
    Outcome.STOP_EMERGENCY: "emergency help",
}


class Moment(NamedTuple):
    """The assessment that holds from so many hours after the leg session."""

    from_hours: int
    assessment: Assessment


def leg_intensity(a: Assessment) -> Intensity:
    """The intensity ceiling where the legs lead."""
    return a.ceilings(_ANY_LEG_MODE).intensity


def _remaining(gap: float | None, hours: float) -> float | None:
    """What is left of a gap (h) after so many hours."""
    return None if gap is None else gap - hours


def later(s: Situation, hours: float) -> Situation:
    """The same reader so many hours on, if soreness eases as usual and the walk with it; all else stays as told."""
    soreness = ceil(soreness_after(s, hours) - 1e-9)
    return s._replace(
        hours_since_legs=s.hours_since_legs + hours,
        soreness=soreness,
        walking_affected=s.walking_affected and soreness >= p.SORENESS_CAP.value,
        next_legs_in_hours=_remaining(s.next_legs_in_hours, hours),
        next_event_in_hours=_remaining(s.next_event_in_hours, hours),
    )


def _grid(s: Situation) -> list[int]:
    """Hours after the leg session to look at: every six, up to four days on or to the next fixed session.

    Six hours is as fine as the readiness estimate is worth.
    """
    gaps = [gap for gap in (s.next_legs_in_hours, s.next_event_in_hours) if gap is not None]
    end = s.hours_since_legs + min([p.TIMELINE.value, *gaps])
    first = int(s.hours_since_legs) // _STRIDE * _STRIDE + _STRIDE
    return list(range(first, int(end) + 1, _STRIDE))


def _freedom(a: Assessment) -> tuple[Impact, Intensity, bool, int]:
    """What moves in the outlook: the ceilings, intervals, and how much is ruled out."""
    return a.impact, leg_intensity(a), a.intervals, -len(a.excluded)


def _falls(before: Assessment, after: Assessment) -> bool:
    """Whether something that was open has closed: then a coming session has taken over, and the outlook ends."""
    return any(new < old for old, new in zip(_freedom(before), _freedom(after), strict=True))


def look_ahead(s: Situation, now: Assessment) -> list[Moment]:
    """Every moment from now on at which something opens, today first."""
    moments = [Moment(int(s.hours_since_legs), now)]
    for hours in _grid(s):
        then = assess(later(s, hours - s.hours_since_legs))
        if _falls(moments[-1].assessment, then):
            break
        if _freedom(then) != _freedom(moments[-1].assessment):
            moments.append(Moment(hours, then))
        if then.impact is Impact.HIGH and not then.excluded:
            break
    return moments


def steps(moments: Sequence[Moment]) -> Iterator[Moment]:
    """The moments at which the impact class or the intensity band rises, today first."""
    last: tuple[Impact, Intensity] | None = None
    for moment in moments:
        ceilings = moment.assessment.impact, leg_intensity(moment.assessment)
        if ceilings != last:
            yield moment
        last = ceilings


def back_from(moments: Sequence[Moment], mode: Modality) -> int | None:
    """Hours after the leg session from which this kind of cardio is open again, or None within this outlook."""
    return next((moment.from_hours for moment in moments[1:] if allows(moment.assessment, mode)), None)


def _advice(a: Assessment) -> tuple[Outcome, Impact, Intensity, int]:
    """What counts as another advice: outcome, impact, intensity, minutes."""
    return a.outcome, a.impact, leg_intensity(a), a.minutes


def _opened(a: Assessment) -> tuple[Impact, Intensity, bool, int]:
    """What waiting can open: the ceilings, intervals, and the number of kinds that nothing takes out any more."""
    return a.impact, leg_intensity(a), a.intervals, sum(allows(a, mode) for mode in MODALITIES)


def _effect(now: Assessment, then: Assessment, field: str) -> str:
    """What would be different, in words."""
    parts = []
    if then.outcome is not now.outcome and field != "hours_since_legs":
        parts.append(f"the answer would be {_OUTCOMES[then.outcome]}")
    if then.impact is not now.impact:
        parts.append(f"impact would be {then.impact.slug} instead of {now.impact.slug}")
    if (new := leg_intensity(then)) is not (old := leg_intensity(now)):
        parts.append(f"effort up to {new.slug} instead of {old.slug}".replace("_", " "))
    if then.minutes != now.minutes:
        parts.append(f"up to {then.minutes} min instead of {now.minutes}")
    if then.intervals is not now.intervals:
        parts.append("intervals would be open" if then.intervals else "intervals would be closed")
    text = "; ".join(parts) or "more kinds of cardio would be open"
    return text[0].upper() + text[1:] + "."


def _first(now: Assessment, situations: Sequence[tuple[str, Situation]], field: str) -> tuple[str, Assessment] | None:
    """The nearest of these situations whose advice differs, with what to answer for it.

    Each row of situations only tightens or only loosens, which the engine's properties prove, so halving finds it.
    Waiting is judged by what it opens, not by the word that soreness which lasts would call for.
    """
    same = _opened if field == "hours_since_legs" else _advice
    asked: dict[int, Assessment] = {}

    def differs(index: int) -> bool:
        asked[index] = assess(situations[index][1])
        return same(asked[index]) != same(now)

    if not situations or not differs(len(situations) - 1):
        return None
    index = bisect_left(range(len(situations)), True, key=differs)  # noqa: FBT003 - the value that is looked for
    return situations[index][0], asked[index]


type _Row = list[tuple[str, Situation]]


def _soreness(s: Situation, step: int) -> _Row:
    """Less sore, or sorer, in steps of one."""
    end = _SOREST + 1 if step > 0 else -1
    return [(str(value), s._replace(soreness=value)) for value in range(s.soreness + step, end, step)]


def _hours(s: Situation) -> _Row:
    """Later, in the strides of the outlook, up to the hour at which a leg session counts no more."""
    latest = int(min(p.LEG_DAY_OVER.value, s.hours_since_legs + p.TIMELINE.value))
    first = int(s.hours_since_legs) // _STRIDE * _STRIDE + _STRIDE
    return [(str(hours), s._replace(hours_since_legs=hours)) for hours in range(first, latest + 1, _STRIDE)]


def _effort(s: Situation) -> _Row:
    """A gentler leg session, step by step."""
    return [(effort.slug, s._replace(leg_effort=effort)) for effort in reversed(Effort) if effort < s.leg_effort]


def _walk(s: Situation) -> _Row:
    """The other answer to whether soreness changes the walk."""
    return [("no" if s.walking_affected else "yes", s._replace(walking_affected=not s.walking_affected))]


def _sleep(s: Situation) -> _Row:
    """Enough sleep, where it was short."""
    enough = p.SHORT_SLEEP.value
    return [(f"{enough:g}", s._replace(sleep_hours=enough))] if s.sleep_hours < enough else []


def _minutes(s: Situation) -> _Row:
    """A little more time, where the day has it."""
    more = s.minutes + _MORE_MINUTES
    return [(str(more), s._replace(minutes=more))] if more <= _MOST_MINUTES else []


_ASKED: tuple[tuple[str, Callable[[Situation], _Row]], ...] = (
    ("soreness", lambda s: _soreness(s, -1)),
    ("hours_since_legs", _hours),
    ("soreness", lambda s: _soreness(s, 1)),
    ("walking_affected", _walk),
    ("sleep_hours", _sleep),
    ("leg_effort", _effort),
    ("minutes", _minutes),
)


def changes(s: Situation, now: Assessment) -> list[Change]:
    """For each answer that could differ, the smallest change that changes the advice; none without a session."""
    found: list[Change] = []
    for field, situations in _ASKED if now.session else ():
        if (first := _first(now, situations(s), field)) is not None:
            found.append({"field": field, "to": first[0], "effect": _effect(now, first[1], field)})
    return found
