"""Parse a query string into a `Timetable`, and write a timetable as its canonical query string.

The grammar, in addition to the fields of the form (a slot is a day and a full hour, mon-18):

    week_legs *       slot[:effort]                 mon-18:hard; effort is that of leg_effort, hard where it is left out
    week_lift *       slot                          tue-18; other lifting: the hour is taken
    week_key *        slot[:modality[:minutes]]     sat-10:run_tempo:50; a tempo run of the day's minutes where left out
    week_event *      slot[:modality[:minutes]]     sun-10:team_sport:90; a match, race or test: a fact, the plan bends around it
    week_easy *       slot[:modality[:minutes]]     tue-18:run_steady:40; an easy session that stays and counts
    week_rest *       day                           sun; no cardio
    week_rest_days    0-3                           days without cardio besides those; 1 where no day is named, else 0
    week_minutes *    day:minutes                   sat:60; every other day has `minutes`
    week_hour *       hour                          7; hours that suit for cardio, the one liked best first
    week_soreness     0-10                          how sore hard legs usually are a day later
    compare           an escaped query              a second week: the fields that differ, such as week_legs%3Dmon-18%3Ahard; a
                                                    field without a value is left out of it

The week repeats: before Monday comes the same week's Sunday. `hours_since_legs`, `leg_effort`, `soreness` and
`next_legs_in_hours` follow from the timetable on every day. `next_event_in_hours` counts from the first hour of Monday,
beside the events of the week. All other answers hold all week.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

from calculator.data import parameters as p
from calculator.data.modalities import BY_SLUG
from calculator.data.sentences import count, say
from calculator.form import fields as form_fields
from calculator.form import parse as form_parse
from calculator.form.errors import InvalidAnswersError, Problem, excerpt, printable_excerpt
from calculator.model import Situation
from calculator.scales import LegSessionEffort
from calculator.week.fields import DAYS, WEEK_FIELDS

__all__ = ["KeySession", "LegSession", "Timetable", "entry", "parse", "second_week", "slot", "to_query"]

_DEFAULT_HOURS = (18, 7, 12)


_MOST_HOURS = 4


_DEFAULT_MODALITY = {"week_key": "run_tempo", "week_event": "team_sport", "week_easy": "walk_brisk"}


_MOST_PROBLEMS = 5


_COMPARE = "compare"


_NAMES = frozenset({*(field.name for field in WEEK_FIELDS), form_fields.CHOICE})


_SLOT = rf"({'|'.join(DAYS)})-([01]?[0-9]|2[0-3])"


_APPOINTMENT = re.compile(rf"{_SLOT}(?::({'|'.join(BY_SLUG)})(?::([0-9]{{1,3}}))?)?")


_PATTERNS: dict[str, re.Pattern[str]] = {
    "week_legs": re.compile(rf"{_SLOT}(?::({'|'.join(effort.slug for effort in LegSessionEffort)}))?"),
    "week_lift": re.compile(_SLOT),
    "week_key": _APPOINTMENT,
    "week_event": _APPOINTMENT,
    "week_easy": _APPOINTMENT,
    "week_rest": re.compile(rf"({'|'.join(DAYS)})"),
    "week_rest_days": re.compile(rf"([0-{p.WEEK_REST_DAYS_MOST.value:g}])"),
    "week_minutes": re.compile(rf"({'|'.join(DAYS)}):([0-9]{{1,3}})"),
    "week_hour": re.compile(r"([01]?[0-9]|2[0-3])"),
    "week_soreness": re.compile(r"([0-9]|10)"),
}


class LegSession(NamedTuple):
    """A leg session: the hour of the week at which it starts (0 is midnight before Monday), and how hard it is."""

    at: int
    effort: LegSessionEffort


class KeySession(NamedTuple):
    """A hard session, an event or a fixed easy session: the hour of the week at which it starts, what it is, its minutes."""

    at: int
    modality: str
    minutes: int


class Timetable(NamedTuple):
    """A week: legs, lifts and fixed sessions by hour of the week, rest by day (0 is Monday), minutes by day.

    `keys` are hard sessions; `rest_days` the days without cardio beside `rest`, None where the reader gives no number;
    `compare` the query of what differs in a second week, or an empty text.
    """

    reader: Situation
    legs: tuple[LegSession, ...]
    lifts: tuple[int, ...]
    keys: tuple[KeySession, ...]
    rest: frozenset[int]
    minutes: tuple[int, ...]
    hours: tuple[int, ...]
    soreness: int
    events: tuple[KeySession, ...] = ()
    easies: tuple[KeySession, ...] = ()
    rest_days: int | None = None
    compare: str = ""


def slot(at: int) -> str:
    """An hour of the week as the query writes it: mon-18."""
    return f"{DAYS[at // 24]}-{at % 24}"


def entry(session: LegSession | KeySession) -> str:
    """A session as the query writes it: mon-18:hard or sat-9:run_steady:90."""
    if isinstance(session, LegSession):
        return f"{slot(session.at)}:{session.effort.slug}"
    return f"{slot(session.at)}:{session.modality}:{session.minutes}"


type _ParsedValues = dict[str, list[tuple[str, tuple[str | None, ...]]]]


def _problem(name: str, text: str, trouble: str) -> Problem:
    """A problem that names the question, shows the value (shortened), and says what to enter, in words for people."""
    legend = next(field.legend for field in WEEK_FIELDS if field.name == name)
    enter = say(f"form.{name.replace('_', '-')}", days=p.WEEK_REST_DAYS_MOST.value, hours=count(_MOST_HOURS, "h"))
    found = say(
        f"form.week.{trouble}",
        value=f"\N{LEFT DOUBLE QUOTATION MARK}{printable_excerpt(text)}\N{RIGHT DOUBLE QUOTATION MARK}",
    )
    return Problem(name, excerpt(text), f"{legend}: {found} {enter}")


_MINUTES_AT = {"week_key": 3, "week_event": 3, "week_easy": 3, "week_minutes": 1}
_APPOINTMENTS = ("week_key", "week_event", "week_easy")
_WITH_HOUR = ("week_legs", "week_lift", *_APPOINTMENTS)


def _minutes_in_range(name: str, groups: tuple[str | None, ...]) -> bool:
    """Whether minutes, where they are given, are among those that a reader may have."""
    bounds = form_fields.FIELDS_BY_NAME["plan_minutes" if name in {"week_event", "week_easy"} else "minutes"]
    minutes = groups[_MINUTES_AT[name]] if name in _MINUTES_AT else None
    return minutes is None or bounds.low <= int(minutes) <= bounds.high


def _parse_values(query: str) -> tuple[_ParsedValues, list[Problem]]:
    """Everything that was given about the week, in its parts, with every value that cannot be read."""
    read: _ParsedValues = {name: [] for name in _PATTERNS}
    problems: list[Problem] = []
    for name, text in dict.fromkeys(form_parse.pairs(query)):
        if name not in _PATTERNS:
            continue
        match = _PATTERNS[name].fullmatch(text)
        if match and _minutes_in_range(name, match.groups()):
            read[name].append((text, match.groups()))
        else:
            problems.append(_problem(name, text, "unreadable"))
    order = list(_PATTERNS)
    return read, sorted(problems[:_MOST_PROBLEMS], key=lambda problem: order.index(problem.field))


def _hour_of_week(groups: tuple[str | None, ...]) -> int:
    """The hour of the week that a slot names."""
    return DAYS.index(str(groups[0])) * 24 + int(str(groups[1]))


def _duplicates(read: _ParsedValues) -> Iterator[Problem]:
    """Problems of values that exclude each other."""
    for name in ("week_legs", "week_key", "week_event", "week_minutes"):
        days = Counter(groups[0] for _, groups in read[name])
        yield from (_problem(name, text, "same-day") for text, groups in read[name] if days.pop(groups[0], 1) > 1)
    hours = Counter(_hour_of_week(groups) for name in _WITH_HOUR for _, groups in read[name])
    for name in ("week_lift", *_APPOINTMENTS):
        yield from (
            _problem(name, text, "same-hour") for text, groups in read[name] if hours[_hour_of_week(groups)] > 1
        )
    for name in ("week_rest_days", "week_soreness"):
        if len(read[name]) > 1:
            yield _problem(name, read[name][1][0], "second-number")
    if len(read["week_hour"]) > _MOST_HOURS:
        yield _problem("week_hour", read["week_hour"][_MOST_HOURS][0], "many-hours")


def _rest_day_conflicts(read: _ParsedValues) -> Iterator[Problem]:
    """Problems of fixed sessions on days without cardio."""
    rest = {groups[0] for _, groups in read["week_rest"]}
    yield from (
        _problem(name, text, "rest-day") for name in _APPOINTMENTS for text, groups in read[name] if groups[0] in rest
    )


def _appointments(read: _ParsedValues, name: str, minutes: list[int]) -> tuple[KeySession, ...]:
    """The fixed sessions of one field, in order."""
    return tuple(
        sorted(
            KeySession(
                at := _hour_of_week(groups), groups[2] or _DEFAULT_MODALITY[name], int(groups[3] or minutes[at // 24])
            )
            for _, groups in read[name]
        )
    )


def _timetable(reader: Situation, read: _ParsedValues, compare: str) -> Timetable:
    """The week that sound values make."""
    minutes = [reader.minutes] * len(DAYS)
    for _, (day, minutes_of_day) in read["week_minutes"]:
        minutes[DAYS.index(str(day))] = int(str(minutes_of_day))
    legs = (
        LegSession(_hour_of_week(groups), LegSessionEffort[(groups[2] or "hard").upper()])
        for _, groups in read["week_legs"]
    )
    return Timetable(
        reader=reader,
        legs=tuple(sorted(legs)),
        lifts=tuple(sorted({_hour_of_week(groups) for _, groups in read["week_lift"]})),
        keys=_appointments(read, "week_key", minutes),
        rest=frozenset(DAYS.index(str(groups[0])) for _, groups in read["week_rest"]),
        minutes=tuple(minutes),
        hours=tuple(dict.fromkeys(int(str(groups[0])) for _, groups in read["week_hour"])) or _DEFAULT_HOURS,
        soreness=int(read["week_soreness"][0][0]) if read["week_soreness"] else int(p.WEEK_SORENESS.value),
        events=_appointments(read, "week_event", minutes),
        easies=_appointments(read, "week_easy", minutes),
        rest_days=int(read["week_rest_days"][0][0]) if read["week_rest_days"] else None,
        compare=compare,
    )


def _join(given: list[tuple[str, str]]) -> str:
    """Names and values as one query string."""
    return "&".join(f"{name}={quote(text, safe=':-_.')}" for name, text in given)


def _second_query(query: str) -> tuple[str, str]:
    """What differs in the second week, and that whole week, each as a query; empty texts where none is asked for."""
    given = form_parse.pairs(query)
    other = [pair for name, text in given if name == _COMPARE for pair in form_parse.pairs(text) if pair[0] != _COMPARE]
    if not other:
        return "", ""
    replaced = {name for name, _ in other} | {_COMPARE}
    left = [(name, text) for name, text in given if name not in replaced]
    return _join(other), _join([*left, *((name, text) for name, text in other if text)])


def second_week(week: Timetable) -> Timetable | None:
    """The week that the reader compares with this one, or None."""
    return parse(_second_query(to_query(week))[1]) if week.compare else None


def parse(query: str, *, strict: bool = False) -> Timetable:
    """Parse a query string into a `Timetable`; missing fields take their cautious default.

    Raises:
        InvalidAnswersError: some values are invalid; it holds all problems, those of the reader first.
    """
    problems: list[Problem] = []
    reader = Situation()
    try:
        reader = form_parse.parse(query, _NAMES, strict=strict)
    except InvalidAnswersError as mistake:
        problems += mistake.problems
        if any(problem.field == "query" for problem in problems):
            raise
    read, unreadable = _parse_values(query)
    problems += [*unreadable, *_duplicates(read), *_rest_day_conflicts(read)]
    differs, second = _second_query(query)
    if second:
        problems += [problem for problem in _problems(second, strict=strict) if problem not in problems]
    if problems:
        raise InvalidAnswersError(tuple(problems))
    return _timetable(reader, read, differs)


def _problems(query: str, *, strict: bool) -> tuple[Problem, ...]:
    """Everything that is wrong with a week."""
    try:
        parse(query, strict=strict)
    except InvalidAnswersError as mistake:
        return mistake.problems
    return ()


def to_query(week: Timetable) -> str:
    """The canonical query string of a week. `parse(to_query(week)) == week`."""
    parts = [form_parse.to_query(week.reader)] if form_parse.to_query(week.reader) else []
    parts += [f"week_legs={entry(legs)}" for legs in week.legs]
    parts += [f"week_lift={slot(at)}" for at in week.lifts]
    parts += [f"week_key={entry(key)}" for key in week.keys]
    parts += [f"week_event={entry(event)}" for event in week.events]
    parts += [f"week_easy={entry(easy)}" for easy in week.easies]
    parts += [f"week_rest={DAYS[day]}" for day in sorted(week.rest)]
    parts += [f"week_rest_days={week.rest_days}"] if week.rest_days is not None else []
    numbered = enumerate(week.minutes)
    parts += [f"week_minutes={DAYS[day]}:{minutes}" for day, minutes in numbered if minutes != week.reader.minutes]
    parts += [f"week_hour={hour}" for hour in week.hours if week.hours != _DEFAULT_HOURS]
    if week.soreness != p.WEEK_SORENESS.value:
        parts.append(f"week_soreness={week.soreness}")
    if week.compare:
        parts.append(f"{_COMPARE}={quote(week.compare, safe='')}")
    return "&".join(parts)
