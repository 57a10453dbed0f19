"""Knows what opens when, over the days to come.

Must never know a rule or a threshold of the guidance: it only asks the engine again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

from calculator import parameters as p
from calculator.engine import again, opened, standing
from calculator.model import Assessment, Impact, Intensity, Situation
from calculator.readiness import soreness_after

__all__ = ["STRIDE", "Moment", "back_from", "condition", "later", "leg_intensity", "look_ahead", "steps"]

STRIDE = 6
_ANY_LEG_MODE = "bike_upright"


type _Freedom = tuple[Impact, Intensity, bool, int]


class Moment(NamedTuple):
    """The assessment that holds from so many hours after the leg session."""

    from_hours: int
    assessment: Assessment


def condition(s: Situation) -> str:
    """On what the outlook stands, in words that follow an if."""
    early = s.hours_since_legs < p.MAY_STILL_RISE.value and s.soreness_trend != "easing"
    text = "soreness has not risen by then (it often rises first)" if early else "soreness eases as usual"
    return f"your walk is normal again and {text}" if s.walking_affected else text


def leg_intensity(a: Assessment) -> Intensity:
    """The intensity ceiling where the legs lead."""
    return a.ceilings(_ANY_LEG_MODE).intensity


def _remaining(gap: float | None, hours: float) -> float | None:
    """What is left of a gap (h) after so many hours."""
    return None if gap is None else gap - hours


def later(s: Situation, hours: float) -> Situation:
    """The same reader so many hours on, if soreness eases as usual and a walk that it changed with it; all else stays.

    Where soreness is low already, something else changes the walk, and no hour is known at which it will be over.
    """
    soreness = ceil(soreness_after(s, hours) - 1e-9)
    return s._replace(
        hours_since_legs=s.hours_since_legs + hours,
        soreness=soreness,
        walking_affected=s.walking_affected and (soreness >= p.SORENESS_CAP.value or s.soreness < p.SORENESS_CAP.value),
        next_legs_in_hours=_remaining(s.next_legs_in_hours, hours),
        next_event_in_hours=_remaining(s.next_event_in_hours, hours),
    )


def _grid(s: Situation) -> list[int]:
    """Hours after the leg session to look at: every six, up to four days on or to the next fixed session.

    Six hours is as fine as the readiness estimate is worth.
    """
    gaps = [gap for gap in (s.next_legs_in_hours, s.next_event_in_hours) if gap is not None]
    end = s.hours_since_legs + min([p.TIMELINE.value, *gaps])
    first = int(s.hours_since_legs) // STRIDE * STRIDE + STRIDE
    return list(range(first, int(end) + 1, STRIDE))


def _freedom(a: Assessment) -> _Freedom:
    """What moves in the outlook: the ceilings, intervals, and how much is ruled out."""
    return a.impact, leg_intensity(a), a.intervals, -len(a.excluded)


def _falls(before: _Freedom, after: _Freedom) -> bool:
    """Whether something that was open has closed: then a coming session has taken over, and the outlook ends."""
    return any(new < old for old, new in zip(before, after, strict=True))


def _one_class_up(then: Assessment, before: Impact) -> Assessment:
    """The later assessment with impact no more than one class above what was open before it."""
    return then._replace(impact=Impact(before + 1)) if then.impact > before + 1 else then


def look_ahead(s: Situation, now: Assessment) -> list[Moment]:
    """Every moment from now on at which something opens, today first."""
    moments, before, stands = [Moment(int(s.hours_since_legs), now)], _freedom(now), standing(now)
    for hours in _grid(s):
        then = _one_class_up(again(later(s, hours - s.hours_since_legs), stands), before[0])
        if (after := _freedom(then)) != before:
            if _falls(before, after):
                break
            moments.append(Moment(hours, then))
            before = after
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


def back_from(moments: Sequence[Moment]) -> dict[str, int]:
    """From how many hours after the leg session each kind of cardio is open that this outlook opens."""
    back: dict[str, int] = {}
    for moment in moments[1:]:
        back = dict.fromkeys(opened(moment.assessment), moment.from_hours) | back
    return back
