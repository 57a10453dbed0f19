"""Knows where a week does not fit, and the smallest move of one leg session that mends it.

Must never know a rule or a threshold: it lays the week out again for every move.
"""

from __future__ import annotations

from typing import NamedTuple

from calculator import parameters as p
from calculator.engine import blockers
from calculator.modalities import BY_SLUG
from calculator.model import Finding
from calculator.week_engine import Hour, Planned, ask_key, planned, stands
from calculator.week_questions import DAYS, Key, Legs, Timetable, slot, to_query
from calculator.week_shapes import Conflict, Move

__all__ = ["conflicts_and_move", "days", "equivalent", "move_note"]

_WEEK = 24 * 7
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class _Shift(NamedTuple):
    """One leg session at another hour of the week: by how many hours, which one, to where, and the week with it."""

    hours: int
    which: int
    to: int
    week: Timetable


def _when(at: int) -> str:
    return f"{_NAMES[at // 24]} {at % 24:02}:00"


def equivalent(found: list[Planned]) -> int:
    """Minutes of the week that count as moderate."""
    return sum(day.offer.equivalent for day in found if day.offer)


def days(week: Timetable) -> list[Planned]:
    """The seven days as the engine leaves them."""
    return [planned(week, day) for day in range(len(DAYS))]


def _limiting(key: Key, asked: Hour) -> list[Finding]:
    """Every finding that keeps a key session from being done as planned: its kind first, then its minutes."""
    found = list(blockers(asked.assessment, BY_SLUG[key.modality]))
    return found or [f for f in asked.assessment.findings if (f.limit.minutes or key.minutes) < key.minutes]


def _key_conflict(week: Timetable, key: Key) -> Conflict:
    """Why a key session does not fit; what the legs cause comes before what would hold without them."""
    without = week._replace(legs=())
    by_legs = stands(without, key)
    always = {f.rule.id for f in _limiting(key, ask_key(without, key))}
    found = _limiting(key, ask_key(week, key))
    first = [f for f in found if f.rule.id not in always] or found
    first.sort(key=lambda f: key.modality not in f.limit.excluded)
    return {
        "kind": "key",
        "day": DAYS[key.at // 24],
        "hour": key.at % 24,
        "modality": key.modality,
        "rules": list(dict.fromkeys(f.rule.id for f in first)),
        "because": f"{BY_SLUG[key.modality].name}, {_when(key.at)}: {first[0].limit.because}",
        "by_legs": by_legs,
    }


def _mendable(week: Timetable) -> list[Key]:
    """The key sessions that the legs, and nothing else, keep from being done."""
    without = week._replace(legs=())
    return [key for key in week.keys if not stands(week, key) and stands(without, key)]


def _starved(week: Timetable, *, enough_without: bool) -> bool:
    """Whether the legs leave less than the week should hold, where without them it would hold enough."""
    return enough_without and equivalent(days(week)) < p.WEEK_MODERATE.low


def _too_little(minutes: int) -> Conflict:
    return {
        "kind": "too_little",
        "day": None,
        "hour": None,
        "modality": None,
        "rules": [],
        "because": f"The leg days leave {minutes} min that count as moderate; {p.WEEK_MODERATE} a week is the aim.",
        "by_legs": True,
    }


def _shifts(week: Timetable) -> list[_Shift]:
    """Every way to move one leg session to another hour: its own or one of the reader's, on a day that is free of legs.

    The smallest first. The week repeats, so Monday is a day away from Sunday. Hours right after a key session are left out.
    """
    after = range(int(p.LEGS_AFTER_KEY.value))
    taken = {*week.lifts, *((key.at + hours) % _WEEK for key in week.keys for hours in after)}
    found = []
    for index, legs in enumerate(week.legs):
        others = week.legs[:index] + week.legs[index + 1 :]
        barred = {other.at // 24 for other in others} | week.rest
        for day in sorted(set(range(len(DAYS))) - barred):
            for hour in dict.fromkeys((legs.at % 24, *week.hours)):
                to = day * 24 + hour
                if to != legs.at and to not in taken:
                    moved = week._replace(legs=tuple(sorted((*others, Legs(to, legs.effort)))))
                    apart = abs(to - legs.at)
                    found.append(_Shift(min(apart, _WEEK - apart), index, to, moved))
    return sorted(found, key=lambda shift: shift[:3])


def _best(week: Timetable, now: int, *, enough_without: bool) -> tuple[_Shift, int] | None:
    """The smallest move that leaves the fewest conflicts, with how many it leaves; None where none leaves fewer."""
    best: tuple[_Shift, int] | None = None
    for shift in _shifts(week):
        fewest = best[1] if best else now
        keys = len(_mendable(shift.week))
        if keys < fewest and (left := keys + _starved(shift.week, enough_without=enough_without)) < fewest:
            best = shift, left
            if left == 0:
                break
    return best


def _move(week: Timetable, best: tuple[_Shift, int], now: int) -> Move:
    """A move in words and as a query."""
    shift, left = best
    legs = week.legs[shift.which]
    rest = f"; it settles {now - left} of {now} conflicts" if left else ""
    return {
        "moved": slot(legs.at),
        "effort": legs.effort.slug,
        "to": slot(shift.to),
        "shift_hours": shift.hours,
        "removes": now - left,
        "leaves": left,
        "text": f"Move the legs of {_when(legs.at)} to {_when(shift.to)}{rest}.",
        "query": to_query(shift.week),
    }


def conflicts_and_move(week: Timetable) -> tuple[list[Conflict], Move | None]:
    """Everything that does not fit, and the smallest move of one leg session that leaves the least of it."""
    enough = equivalent(days(week._replace(legs=()))) >= p.WEEK_MODERATE.low
    starved = _starved(week, enough_without=enough)
    conflicts = [_key_conflict(week, key) for key in week.keys if not stands(week, key)]
    conflicts += [_too_little(equivalent(days(week)))] if starved else []
    now = sum(conflict["by_legs"] for conflict in conflicts)
    best = _best(week, now, enough_without=enough) if now else None
    return conflicts, _move(week, best, now) if best else None


def move_note(conflicts: list[Conflict], move: Move | None) -> str:
    """What to do about the conflicts, or why there is nothing to move."""
    if move:
        return move["text"]
    if any(conflict["by_legs"] for conflict in conflicts):
        return "No move of a single leg session mends this: make one of them lighter, or ask less of the other days."
    return "It is not the leg days: moving them would change nothing." if conflicts else ""
