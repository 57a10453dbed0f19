"""Find the moves of one session that settle conflicts of a week: the smallest first, and none that crowds the legs."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from calculator.data import parameters as p
from calculator.data.modalities import BY_SLUG
from calculator.data.sentences import count, name_in_sentence, say
from calculator.week.assessment import WEEK_HOURS
from calculator.week.conflicts import FoundConflict, conflicts, format_hour
from calculator.week.fields import DAYS
from calculator.week.parse import KeySession, LegSession, Timetable, slot, to_query
from calculator.week.schema import Move

__all__ = ["candidate_moves", "move_note", "moves"]

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
                tired = any((to - at) % WEEK_HOURS < wait for at, wait in hard)
                if to == legs.at or to in taken or near or tired:
                    continue
                moved = week._replace(legs=tuple(sorted((*others, LegSession(to, legs.effort)))))
                results.append(CandidateMove(_shift(to, legs.at), legs.at, to, legs, moved))
    return results


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
    best: list[SettlingMove] = []
    for move in candidate_moves(week):
        fewest = best[0].left if best else now
        after = conflicts(move.week)
        left = _movable(after)
        if left >= now or left > fewest or len(after) >= total:
            continue
        if left < fewest:
            best = []
        if all(move.start != other.move.start for other in best):
            best.append(SettlingMove(move, left, _settled(clashes, after)))
        if left == 0 and len(best) == _MOST_MOVES:
            break
    return best[:_MOST_MOVES]


def _entry(settling: SettlingMove, total: int, minutes: Callable[[Timetable], int], now: int) -> Move:
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
    after = minutes(move.week)
    costs = say("week.move.costs", minutes=count(now - after, "min")) if after < now else say("week.move.free")
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
        "costs": costs,
        "query": to_query(move.week),
    }


def moves(week: Timetable, clashes: list[FoundConflict], minutes: Callable[[Timetable], int]) -> list[Move]:
    """The moves that settle the most, at most two, the smallest first; `minutes` says how much cardio a week holds (min)."""
    best = _best(week, clashes)
    now = minutes(week) if best else 0
    return [_entry(settling, _movable(clashes), minutes, now) for settling in best]


def move_note(clashes: list[FoundConflict], best: list[Move]) -> str:
    """What to do about the conflicts, or why there is nothing to move."""
    if best:
        return best[0]["text"]
    if any(conflict.movable for conflict in clashes):
        return say("week.move.none")
    if any(conflict.by_legs for conflict in clashes):
        return say("week.move.none.legs")
    return say("week.move.not-legs") if clashes else ""
