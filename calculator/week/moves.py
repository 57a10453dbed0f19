"""Find the moves of one session that settle conflicts of a week: the smallest first, and none that crowds the legs."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from calculator.data import parameters as p
from calculator.data.modalities import BY_SLUG
from calculator.data.sentences import count, name_in_sentence, say
from calculator.week.assessment import WEEK_HOURS
from calculator.week.conflicts import ConflictCounter, FoundConflict, conflicts, format_hour
from calculator.week.fields import DAYS
from calculator.week.parse import KeySession, LegSession, Timetable, slot, to_query
from calculator.week.schema import Move

__all__ = ["WeekMinutes", "candidate_moves", "move_note", "moves"]

_DAY = 24
_MOST_MOVES = 2


class CandidateMove(NamedTuple):
    """A session moved to another hour: by how many hours, from where, to where, which session, and the resulting week."""

    hours: int
    start: int
    to: int
    session: LegSession | KeySession
    week: Timetable


def _shift(start: int, to: int) -> int:
    """Hours between two hours of the week: it repeats, so Monday is a day away from Sunday."""
    apart = abs(to - start)
    return min(apart, WEEK_HOURS - apart)


def _hours(week: Timetable, start: int) -> tuple[int, ...]:
    """The hours of day to which a session could move: its own, and the reader's."""
    return tuple(dict.fromkeys((start % _DAY, *week.hours)))


def _leg_moves(week: Timetable) -> list[CandidateMove]:
    """Every leg session at every other hour that is far enough from other legs, and not right after a hard session."""
    hard = [(session.at, session.minutes / 60 + p.LEGS_AFTER_KEY.value) for session in (*week.keys, *week.events)]
    taken = {*week.lifts, *(easy.at for easy in week.easies), *(session.at for session in (*week.keys, *week.events))}
    results = []
    for index, legs in enumerate(week.legs):
        others = week.legs[:index] + week.legs[index + 1 :]
        for day in sorted(set(range(len(DAYS))) - week.rest):
            for hour in _hours(week, legs.at):
                to = day * _DAY + hour
                near = any(_shift(to, other.at) < p.LEGS_APART.value for other in others)
                tired = any((to - at) % WEEK_HOURS < wait for at, wait in hard) or _after_race(week, to)
                if to == legs.at or to in taken or near or tired:
                    continue
                moved = week._replace(legs=tuple(sorted((*others, LegSession(to, legs.effort)))))
                results.append(CandidateMove(_shift(to, legs.at), legs.at, to, legs, moved))
    return results


def _after_race(week: Timetable, at: int) -> bool:
    """Whether an hour is too soon after the event that the reader has further ahead for legs."""
    race = week.reader.next_event_in_hours
    return race is not None and 0 <= at - race < p.LEGS_APART.value


def _key_moves(week: Timetable) -> list[CandidateMove]:
    """Every hard session at every other hour of a day that has no hard session or event."""
    taken = {*week.lifts, *(legs.at for legs in week.legs), *(easy.at for easy in week.easies)}
    results = []
    for index, key in enumerate(week.keys):
        others = week.keys[:index] + week.keys[index + 1 :]
        barred = {other.at // _DAY for other in (*others, *week.events)} | week.rest
        for day in sorted(set(range(len(DAYS))) - barred):
            for hour in _hours(week, key.at):
                to = day * _DAY + hour
                if to != key.at and to not in taken:
                    moved = week._replace(keys=tuple(sorted((*others, key._replace(at=to)))))
                    results.append(CandidateMove(_shift(to, key.at), key.at, to, key, moved))
    return results


def candidate_moves(week: Timetable) -> list[CandidateMove]:
    """Every way to move one leg session or one hard session to another hour, the smallest first; legs before hard sessions."""
    results = [*_leg_moves(week), *_key_moves(week)]
    return sorted(results, key=lambda move: (move.hours, isinstance(move.session, KeySession), move.start, move.to))


def _movable(clashes: list[FoundConflict]) -> int:
    return sum(conflict.movable for conflict in clashes)


class CountedMove(NamedTuple):
    """A move, and how many conflicts that a move may settle it leaves."""

    move: CandidateMove
    left: int


class SettlingMove(NamedTuple):
    """A move that settles something: how many conflicts it leaves, and the first that it settles."""

    move: CandidateMove
    left: int
    settled: FoundConflict


def _settled(clashes: list[FoundConflict], after: list[FoundConflict]) -> FoundConflict:
    """The first conflict that is gone after a move."""
    still = {conflict.because for conflict in after}
    movable = [conflict for conflict in clashes if conflict.movable]
    return next((conflict for conflict in movable if conflict.because not in still), movable[0])


def _best(week: Timetable, clashes: list[FoundConflict]) -> list[SettlingMove]:
    """The moves that leave the fewest conflicts, each with how many it leaves: the smallest, and one for each other session."""
    now, total = _movable(clashes), len(clashes)
    if not now:
        return []
    counter, best = ConflictCounter(week), list[CountedMove]()
    fewest = now - 1
    for move in candidate_moves(week):
        if fewest == 0 and any(move.start == other.move.start for other in best):
            continue
        left = counter.movable(move.week, fewest, total)
        if left is None:
            continue
        if left < fewest:
            best, fewest = [], left
        if all(move.start != other.move.start for other in best):
            best.append(CountedMove(move, left))
        if left == 0 and len(best) == _MOST_MOVES:
            break
    return [SettlingMove(move, left, _settled(clashes, conflicts(move.week))) for move, left in best[:_MOST_MOVES]]


class WeekMinutes(NamedTuple):
    """The minutes of cardio in a week, and what of them counts as moderate."""

    minutes: int
    equivalent: int


def _costs(now: WeekMinutes, after: WeekMinutes) -> str:
    """What a move costs, in one sentence."""
    if after.equivalent < now.equivalent:
        return say("week.move.costs", minutes=count(now.equivalent - after.equivalent, "min"))
    if after.minutes < now.minutes:
        return say("week.move.costs.harder", minutes=count(now.minutes - after.minutes, "min"))
    return say("week.move.free")


def _entry(settling: SettlingMove, total: int, minutes: Callable[[Timetable], WeekMinutes], now: WeekMinutes) -> Move:
    """A move in words and as a query, with what it costs."""
    move, left, settled = settling
    session = move.session
    text = (
        say("week.move.legs", start=format_hour(move.start), to=format_hour(move.to))
        if isinstance(session, LegSession)
        else say(
            "week.move.key",
            name=name_in_sentence(BY_SLUG[session.modality].name),
            start=format_hour(move.start),
            to=format_hour(move.to),
        )
    )
    if left:
        text += " " + say("week.move.settles", settled=total - left, conflicts=count(total, "conflict"))
    return {
        "from": slot(move.start),
        "moved": slot(move.start),
        "kind": "legs" if isinstance(session, LegSession) else "key",
        "effort": session.effort.slug if isinstance(session, LegSession) else "",
        "to": slot(move.to),
        "shift_hours": move.hours,
        "removes": total - left,
        "leaves": left,
        "text": text,
        "why": settled.because,
        "costs": _costs(now, minutes(move.week)),
        "query": to_query(move.week),
    }


def moves(
    week: Timetable, clashes: list[FoundConflict], now: WeekMinutes, minutes: Callable[[Timetable], WeekMinutes]
) -> list[Move]:
    """The moves that settle the most, at most two, the smallest first.

    `now` is how much cardio the week holds, `minutes` says it for a week with a move made.
    """
    return [_entry(settling, _movable(clashes), minutes, now) for settling in _best(week, clashes)]


def move_note(clashes: list[FoundConflict], best: list[Move]) -> str:
    """What to do about the conflicts, or why there is nothing to move."""
    if best:
        return best[0]["text"]
    if any(conflict.movable for conflict in clashes):
        return say("week.move.none")
    if any(conflict.by_legs for conflict in clashes):
        return say("week.move.none.legs")
    if all(conflict.kind == "no_rest" for conflict in clashes):
        return say("week.move.none.rest") if clashes else ""
    return say("week.move.not-legs")
