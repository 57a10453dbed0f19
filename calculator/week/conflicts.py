"""Find what does not fit in a week, and the smallest move of one leg session that resolves it."""

from __future__ import annotations

from typing import NamedTuple

from calculator.assessment.engine import blockers
from calculator.data import parameters as p
from calculator.data.modalities import BY_SLUG
from calculator.rules_api import Finding
from calculator.week.fields import DAYS
from calculator.week.parse import KeySession, LegSession, Timetable, slot, to_query
from calculator.week.planner import HourAssessment, PlannedDay, assess_key_session, is_feasible, plan_day
from calculator.week.schema import Conflict, Move

__all__ = ["conflicts_and_move", "equivalent_minutes", "move_note", "plan_days"]

_WEEK = 24 * 7
_DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class CandidateMove(NamedTuple):
    """A leg session moved to another hour: by how many hours, which one, to where, and the resulting week."""

    hours: int
    which: int
    to: int
    week: Timetable


def _format_hour(at: int) -> str:
    return f"{_DAY_NAMES[at // 24]} {at % 24:02}:00"


def equivalent_minutes(planned_days: list[PlannedDay]) -> int:
    """Minutes of the week that count as moderate."""
    return sum(day.best_session.equivalent for day in planned_days if day.best_session)


def plan_days(week: Timetable) -> list[PlannedDay]:
    """The seven days as the engine leaves them."""
    return [plan_day(week, day) for day in range(len(DAYS))]


def _limiting_findings(key: KeySession, assessed: HourAssessment) -> list[Finding]:
    """Every finding that keeps a key session from being done as planned: its kind first, then its minutes."""
    findings = list(blockers(assessed.assessment, BY_SLUG[key.modality]))
    return findings or [f for f in assessed.assessment.findings if (f.limit.minutes or key.minutes) < key.minutes]


def _key_conflict(week: Timetable, key: KeySession) -> Conflict:
    """Why a key session does not fit; what the legs cause comes before what would hold without them."""
    without = week._replace(legs=())
    by_legs = is_feasible(without, key)
    always = {f.rule.id for f in _limiting_findings(key, assess_key_session(without, key))}
    findings = _limiting_findings(key, assess_key_session(week, key))
    first = [f for f in findings if f.rule.id not in always] or findings
    first.sort(key=lambda f: key.modality not in f.limit.excluded)
    return {
        "kind": "key",
        "day": DAYS[key.at // 24],
        "hour": key.at % 24,
        "modality": key.modality,
        "rules": list(dict.fromkeys(f.rule.id for f in first)),
        "because": f"{BY_SLUG[key.modality].name}, {_format_hour(key.at)}: {first[0].limit.reason}",
        "by_legs": by_legs,
    }


def _fixable_keys(week: Timetable) -> list[KeySession]:
    """The key sessions that are infeasible only because of the leg sessions."""
    without = week._replace(legs=())
    return [key for key in week.keys if not is_feasible(week, key) and is_feasible(without, key)]


def _leaves_too_few_minutes(week: Timetable, *, enough_without: bool) -> bool:
    """Whether the legs leave less than the week should hold, where without them there would be enough."""
    return enough_without and equivalent_minutes(plan_days(week)) < p.WEEK_MODERATE.low


def _minutes_conflict(minutes: int) -> Conflict:
    return {
        "kind": "too_little",
        "day": None,
        "hour": None,
        "modality": None,
        "rules": [],
        "because": f"The leg days leave {minutes} min that count as moderate; {p.WEEK_MODERATE} a week is the aim.",
        "by_legs": True,
    }


def _candidate_moves(week: Timetable) -> list[CandidateMove]:
    """Every way to move one leg session to another hour: its own or one of the reader's, on a day that is free of legs.

    The smallest first. The week repeats, so Monday is a day away from Sunday. Hours right after a key session are left out.
    """
    after = range(int(p.LEGS_AFTER_KEY.value))
    taken = {*week.lifts, *((key.at + hours) % _WEEK for key in week.keys for hours in after)}
    moves = []
    for index, legs in enumerate(week.legs):
        others = week.legs[:index] + week.legs[index + 1 :]
        barred = {other.at // 24 for other in others} | week.rest
        for day in sorted(set(range(len(DAYS))) - barred):
            for hour in dict.fromkeys((legs.at % 24, *week.hours)):
                to = day * 24 + hour
                if to != legs.at and to not in taken:
                    moved = week._replace(legs=tuple(sorted((*others, LegSession(to, legs.effort)))))
                    apart = abs(to - legs.at)
                    moves.append(CandidateMove(min(apart, _WEEK - apart), index, to, moved))
    return sorted(moves, key=lambda shift: shift[:3])


def _best_move(week: Timetable, now: int, *, enough_without: bool) -> tuple[CandidateMove, int] | None:
    """The smallest move that leaves the fewest conflicts, with how many it leaves; None where none leaves fewer."""
    best: tuple[CandidateMove, int] | None = None
    for shift in _candidate_moves(week):
        fewest = best[1] if best else now
        keys = len(_fixable_keys(shift.week))
        if (
            keys < fewest
            and (left := keys + _leaves_too_few_minutes(shift.week, enough_without=enough_without)) < fewest
        ):
            best = shift, left
            if left == 0:
                break
    return best


def _move(week: Timetable, best: tuple[CandidateMove, int], now: int) -> Move:
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
        "text": f"Move the legs of {_format_hour(legs.at)} to {_format_hour(shift.to)}{rest}.",
        "query": to_query(shift.week),
    }


def conflicts_and_move(week: Timetable) -> tuple[list[Conflict], Move | None]:
    """All conflicts, and the smallest move of one leg session that leaves the fewest."""
    enough = equivalent_minutes(plan_days(week._replace(legs=()))) >= p.WEEK_MODERATE.low
    starved = _leaves_too_few_minutes(week, enough_without=enough)
    conflicts = [_key_conflict(week, key) for key in week.keys if not is_feasible(week, key)]
    conflicts += [_minutes_conflict(equivalent_minutes(plan_days(week)))] if starved else []
    now = sum(conflict["by_legs"] for conflict in conflicts)
    best = _best_move(week, now, enough_without=enough) if now else None
    return conflicts, _move(week, best, now) if best else None


def move_note(conflicts: list[Conflict], move: Move | None) -> str:
    """What to do about the conflicts, or why there is nothing to move."""
    if move:
        return move["text"]
    if any(conflict["by_legs"] for conflict in conflicts):
        return "No move of a single leg session solves this: make one of them lighter, or ask less of the other days."
    return "It is not the leg days: moving them would change nothing." if conflicts else ""
