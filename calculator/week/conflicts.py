"""Find what does not fit in a week: one conflict for each cause, the one that blocks."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from calculator.data import parameters as p
from calculator.data.modalities import BY_SLUG
from calculator.data.sentences import count, duration, name_in_sentence, say
from calculator.rules_api import Finding
from calculator.scales import Goal, LegSessionEffort
from calculator.week.assessment import (
    WEEK_HOURS,
    FixedLimit,
    HourAssessment,
    allows_kind,
    assess_easy_session,
    assess_key_session,
    blocking_findings,
    easy_fits,
    event_kind,
    fits_within,
    is_feasible,
    what_limits,
    without_events,
)
from calculator.week.fields import DAYS
from calculator.week.parse import KeySession, LegSession, Timetable
from calculator.week.planner import hard_leg_days, rest_days_wanted
from calculator.week.schema import Conflict

__all__ = ["DAY_NAMES", "ConflictCounter", "FoundConflict", "as_entry", "conflicts", "format_hour"]

DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = 24


class FoundConflict(NamedTuple):
    """What does not fit: its kind, hour of the week, kind of cardio, rules and reason.

    `by_legs`: leg sessions cause it; `movable`: another hour for one session may settle it.
    """

    kind: str
    at: int | None
    modality: str | None
    rules: tuple[str, ...]
    because: str
    by_legs: bool
    movable: bool


def format_hour(at: int) -> str:
    """An hour of the week as people say it."""
    return f"{DAY_NAMES[at // _DAY]} {at % _DAY:02}:00"


def _name(modality: str) -> str:
    return name_in_sentence(BY_SLUG[modality].name)


def _does_not_fit(session: KeySession, reason: str) -> str:
    """That a session does not fit, and why."""
    return f"{say('week.conflict.session', name=_name(session.modality), at=format_hour(session.at))} {reason}"


def _assess(week: Timetable, session: KeySession, *, easy: bool) -> HourAssessment:
    return assess_easy_session(week, session) if easy else assess_key_session(week, session)


def _fits(week: Timetable, session: KeySession, *, easy: bool) -> bool:
    a = _assess(week, session, easy=easy).assessment
    return easy_fits(week, session, a) if easy else is_feasible(a, session)


def _same_day_legs(week: Timetable, session: KeySession) -> LegSession | None:
    """The leg session before a session on its day."""
    before = [legs for legs in week.legs if 0 <= session.at - legs.at < _DAY and legs.at // _DAY == session.at // _DAY]
    return before[-1] if before else None


def _caused(findings: list[Finding], always: set[str]) -> list[Finding]:
    """The findings that a cause adds to those that are there always, or all where it adds none."""
    return [f for f in findings if f.rule.id not in always] or findings


def _session_conflict(week: Timetable, session: KeySession, *, easy: bool) -> FoundConflict | None:
    """Why a hard or a fixed easy session does not fit, by what causes it: itself, an event ahead, or the legs before it."""
    if _fits(week, session, easy=easy):
        return None
    no_legs = week._replace(legs=())
    alone = without_events(no_legs)
    by_itself = not _fits(alone, session, easy=easy)
    by_event = not by_itself and not _fits(no_legs, session, easy=easy)
    assessed = _assess(week, session, easy=easy).assessment
    without = _assess(alone if by_itself or by_event else no_legs, session, easy=easy).assessment
    always = blocking_findings(without, session)
    findings = always if by_itself else _caused(blocking_findings(assessed, session), {f.rule.id for f in always})
    kind = "too_long" if allows_kind(without if by_itself else assessed, session) else "too_hard"
    if by_event:
        kind = "event"
    elif not by_itself and week.reader.goal is Goal.AEROBIC_ENDURANCE and _same_day_legs(week, session):
        kind = "order"
    return FoundConflict(
        kind,
        session.at,
        session.modality,
        tuple(dict.fromkeys(f.rule.id for f in findings)),
        _does_not_fit(session, findings[0].limit.reason),
        not (by_itself or by_event),
        not by_itself,
    )


def _order_conflicts(week: Timetable, keys: list[KeySession]) -> list[FoundConflict]:
    """Legs too soon after an event or one of these hard sessions, and for strength a hard session before the legs of its day."""
    results = []
    strength = week.reader.goal in (Goal.MUSCLE_STRENGTH, Goal.SPEED_POWER)
    for session in sorted((*keys, *week.events)):
        for legs in week.legs:
            gap = (legs.at - session.at) % WEEK_HOURS
            rest = gap - session.minutes / 60
            same_day = legs.at // _DAY == session.at // _DAY and legs.at > session.at
            if rest >= p.LEGS_AFTER_KEY.value and not (strength and same_day):
                continue
            name = "week.conflict.lift-first" if strength and same_day else "week.conflict.tired-legs"
            because = say(name, at=format_hour(legs.at), name=_name(session.modality), wait=p.LEGS_AFTER_KEY)
            results.append(FoundConflict("order", legs.at, session.modality, (), because, True, True))  # noqa: FBT003
    return results


def _event_hours(week: Timetable) -> list[tuple[float, str, str | None]]:
    """Every event with its hour, counted from Monday, its kind, and what it is."""
    events: list[tuple[float, str, str | None]] = [
        (event.at, event_kind(week, event), event.modality) for event in week.events
    ]
    far = week.reader.next_event_in_hours
    if far is not None and week.reader.event_kind not in (None, "key_session"):
        events.append((far, str(week.reader.event_kind), None))
    return events


def _legs_before_events(week: Timetable) -> list[FoundConflict]:
    """Hard legs too near before an event."""
    results = []
    for at, kind, modality in _event_hours(week):
        long = kind == "long_race"
        wait = p.LEGS_LIGHT_BEFORE_LONG_RACE.value * _DAY if long else p.LEGS_BEFORE_MATCH.low
        for legs in week.legs:
            gap = at - legs.at - p.LIFTING_HOURS.value
            gap = gap % WEEK_HOURS if modality else gap
            if legs.effort >= LegSessionEffort.HARD and 0 <= gap < wait:
                because = say(
                    "week.conflict.event" if modality else "week.conflict.event.unnamed",
                    at=format_hour(legs.at),
                    name=_name(modality) if modality else "",
                    wait=duration(wait),
                )
                results.append(FoundConflict("event", legs.at, modality, (), because, True, True))  # noqa: FBT003
    return results


def _keys_before_events(week: Timetable) -> list[FoundConflict]:
    """Events that danger rules out for this reader: the event stands, and the reader should know."""
    results = []
    for event in week.events:
        alone = without_events(week)._replace(legs=())
        dangers = [f for f in blocking_findings(assess_key_session(alone, event).assessment, event) if f.rule.danger]
        if dangers:
            because = _does_not_fit(event, dangers[0].limit.reason)
            rules = tuple(f.rule.id for f in dangers)
            results.append(FoundConflict("event", event.at, event.modality, rules, because, False, False))  # noqa: FBT003
    return results


def _spacing_conflicts(week: Timetable) -> list[FoundConflict]:
    """Too many hard leg days, or hard ones on neighbouring days."""
    days = sorted(hard_leg_days(week))
    if len(days) >= p.WEEK_HARD_LEG_DAYS.value:
        because = say("week.conflict.many-leg-days", days=count(len(days), "day"))
        return [FoundConflict("spacing", None, None, (), because, True, False)]  # noqa: FBT003
    neighbours = [
        (day, after) for day, after in pairwise([*days, days[0] + len(DAYS)] if days else []) if after - day == 1
    ]
    hard = [legs for legs in week.legs if legs.effort >= LegSessionEffort.HARD]
    return [
        FoundConflict(
            "spacing",
            next(legs.at for legs in hard if legs.at // _DAY == after % len(DAYS)),
            None,
            (),
            say(
                "week.conflict.neighbours",
                one=DAY_NAMES[day],
                two=DAY_NAMES[after % len(DAYS)],
                gap=p.LEGS_APART,
            ),
            True,  # noqa: FBT003
            True,  # noqa: FBT003
        )
        for day, after in neighbours
    ]


def _rest_conflicts(week: Timetable) -> list[FoundConflict]:
    """Fixed sessions on so many days that the days without cardio do not fit."""
    fixed = {session.at // _DAY for session in (*week.events, *week.keys, *week.easies)}
    wanted = rest_days_wanted(week)
    if len(DAYS) - len(fixed) >= wanted:
        return []
    because = say(
        "week.conflict.no-rest",
        busy=len(fixed),
        days=count(len(DAYS), "day"),
        wanted=count(wanted, "day"),
    )
    return [FoundConflict("no_rest", None, None, (), because, False, False)]  # noqa: FBT003


def conflicts(week: Timetable) -> list[FoundConflict]:
    """All conflicts of a week: sessions first, then events, order, spacing and rest."""
    sessions = [*((key, False) for key in week.keys), *((easy, True) for easy in week.easies)]
    results = [conflict for session, easy in sessions if (conflict := _session_conflict(week, session, easy=easy))]
    return [
        *results,
        *_keys_before_events(week),
        *_legs_before_events(week),
        *_order_conflicts(week, [key for key in week.keys if _fits(week, key, easy=False)]),
        *_spacing_conflicts(week),
        *_rest_conflicts(week),
    ]


class ConflictCounter:
    """Count the conflicts of weeks that differ from one another in the hours of leg sessions and hard sessions alone.

    It counts what `conflicts` finds, without the words, and works out only once whether a session fits after the same legs.
    """

    def __init__(self, week: Timetable) -> None:
        self._alone = without_events(week)._replace(legs=())
        self._fits: dict[tuple[str, int, bool, FixedLimit], bool] = {}
        self._movable: dict[tuple[str, int, bool], bool] = {}
        self._dangers = len(_keys_before_events(week))

    def _session_fits(self, week: Timetable, session: KeySession, *, easy: bool) -> bool:
        return all(self._fits_within(week, session, limit, easy=easy) for limit in what_limits(week, session.at))

    def _fits_within(self, week: Timetable, session: KeySession, limit: FixedLimit, *, easy: bool) -> bool:
        key = (session.modality, session.minutes, easy, limit)
        if key not in self._fits:
            self._fits[key] = fits_within(week, session, limit, easy=easy)
        return self._fits[key]

    def _session_is_movable(self, session: KeySession, *, easy: bool) -> bool:
        """Whether a session fits where there are neither legs nor events."""
        key = (session.modality, session.minutes, easy)
        if key not in self._movable:
            self._movable[key] = _fits(self._alone, session, easy=easy)
        return self._movable[key]

    def movable(self, week: Timetable, most: int, fewer_than: int) -> int | None:
        """The conflicts that a move may settle; None where there are more than `most`, or `fewer_than` or more of all kinds."""
        quick = [*_legs_before_events(week), *_spacing_conflicts(week), *_rest_conflicts(week)]
        movable, total = sum(conflict.movable for conflict in quick), self._dangers + len(quick)
        for session, easy in [*((key, False) for key in week.keys), *((easy, True) for easy in week.easies)]:
            if movable > most or total >= fewer_than:
                return None
            if not self._session_fits(week, session, easy=easy):
                movable, total = movable + self._session_is_movable(session, easy=easy), total + 1
        order = len(_order_conflicts(week, [key for key in week.keys if self._session_fits(week, key, easy=False)]))
        movable, total = movable + order, total + order
        return None if movable > most or total >= fewer_than else movable


def as_entry(conflict: FoundConflict) -> Conflict:
    """A conflict as the answer holds it."""
    return {
        "kind": conflict.kind,
        "day": None if conflict.at is None else DAYS[conflict.at // _DAY],
        "hour": None if conflict.at is None else conflict.at % _DAY,
        "modality": conflict.modality,
        "rules": list(conflict.rules),
        "because": conflict.because,
        "by_legs": conflict.by_legs,
    }
