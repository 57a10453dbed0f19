"""Project a situation over the coming days, and find when which limit rises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

from calculator.assessment.engine import allowed_slugs, reassess, time_invariant_part
from calculator.assessment.readiness import soreness_after
from calculator.data import parameters as p
from calculator.model import Situation
from calculator.rules_api import Assessment
from calculator.scales import Impact, Intensity

__all__ = [
    "STEP_HOURS",
    "OutlookPoint",
    "assumption",
    "ceiling_changes",
    "leg_intensity",
    "look_ahead",
    "project",
    "reopening_hours",
]

STEP_HOURS = 6
_ANY_LEG_MODE = "elliptical"  # no rule makes an exception of it


type _Allowance = tuple[Impact, Intensity, bool, int]


class OutlookPoint(NamedTuple):
    """The assessment that holds from a number of hours after the leg session."""

    from_hours: int
    assessment: Assessment


def assumption(s: Situation) -> str:
    """The assumption behind the outlook, by its name in the catalogue of sentences (`answer.condition.…`)."""
    early = s.hours_since_legs < p.MAY_STILL_RISE.value and s.soreness_trend != "easing"
    soreness = "no-sorer" if early else "easing"
    return f"walk.{soreness}" if s.walking_affected else soreness


def leg_intensity(a: Assessment) -> Intensity:
    """The intensity ceiling where the legs lead."""
    return a.ceilings(_ANY_LEG_MODE).intensity


def _remaining(gap: float | None, hours: float) -> float | None:
    """What is left of a gap (h) after so many hours."""
    return None if gap is None else gap - hours


def project(s: Situation, hours: float) -> Situation:
    """Project the reader some hours (h) ahead: soreness eases as usual, and with it a walk that it changed; all else stays.

    If soreness is already low, something else changes the walk, so it is kept as it is.
    """
    soreness = ceil(soreness_after(s, hours) - 1e-9)
    return s._replace(
        hours_since_legs=s.hours_since_legs + hours,
        soreness=soreness,
        walking_affected=s.walking_affected and (soreness >= p.SORENESS_CAP.value or s.soreness < p.SORENESS_CAP.value),
        next_legs_in_hours=_remaining(s.next_legs_in_hours, hours),
        next_event_in_hours=_remaining(s.next_event_in_hours, hours),
    )


def _hours_to_check(s: Situation) -> list[int]:
    """Hours after the leg session to look at: every six, up to four days on or to the next fixed session.

    Six hours is as fine as the readiness estimate is worth.
    """
    gaps = [gap for gap in (s.next_legs_in_hours, s.next_event_in_hours) if gap is not None]
    end = s.hours_since_legs + min([p.TIMELINE.value, *gaps])
    first = int(s.hours_since_legs) // STEP_HOURS * STEP_HOURS + STEP_HOURS
    return list(range(first, int(end) + 1, STEP_HOURS))


def _allowance(a: Assessment) -> _Allowance:
    """What the outlook compares: the ceilings, intervals, and how many kinds of cardio are excluded."""
    return a.impact, leg_intensity(a), a.allows_intervals, -len(a.excluded)


def _tightens(before: _Allowance, after: _Allowance) -> bool:
    """Whether something that was open has closed: a coming session limits from here on, and the outlook ends."""
    return any(new < old for old, new in zip(before, after, strict=True))


def _one_class_up(reassessed: Assessment, before: Impact) -> Assessment:
    """The later assessment with impact no more than one class above what was open before it."""
    return reassessed._replace(impact=Impact(before + 1)) if reassessed.impact > before + 1 else reassessed


def look_ahead(s: Situation, now: Assessment) -> list[OutlookPoint]:
    """Every point from now on at which something opens, today first."""
    points, before, invariant = [OutlookPoint(int(s.hours_since_legs), now)], _allowance(now), time_invariant_part(now)
    for hours in _hours_to_check(s):
        reassessed = _one_class_up(reassess(project(s, hours - s.hours_since_legs), invariant), before[0])
        if (after := _allowance(reassessed)) != before:
            if _tightens(before, after):
                break
            points.append(OutlookPoint(hours, reassessed))
            before = after
        if reassessed.impact is Impact.HIGH and not reassessed.excluded:
            break
    return points


def ceiling_changes(points: Sequence[OutlookPoint]) -> Iterator[OutlookPoint]:
    """The points at which the impact class or the intensity band rises, today first."""
    last: tuple[Impact, Intensity] | None = None
    for point in points:
        ceilings = point.assessment.impact, leg_intensity(point.assessment)
        if ceilings != last:
            yield point
        last = ceilings


def reopening_hours(points: Sequence[OutlookPoint]) -> dict[str, int]:
    """For each kind of cardio that opens in this outlook, the hours after the leg session from which it is open."""
    back: dict[str, int] = {}
    for point in points[1:]:
        back = dict.fromkeys(allowed_slugs(point.assessment), point.from_hours) | back
    return back
