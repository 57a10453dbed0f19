"""Knows the questions about a week as data, and the way between a query string and a timetable.

Must never know a verdict, or how a form looks.

The grammar, beside every field of the contract (a slot is a day and a full hour, mon-18):

    week_legs *       slot[:effort]                 mon-18:hard; effort is that of leg_effort, hard where it is left out
    week_lift *       slot                          tue-18; other lifting: the hour is taken
    week_key *        slot[:modality[:minutes]]     sat-10:run_tempo:50; a tempo run of the day's minutes where left out
    week_rest *       day                           sun; no cardio
    week_minutes *    day:minutes                   sat:60; every other day has `minutes`
    week_hour *       hour                          7; hours that suit for cardio, the one liked best first
    week_soreness     0-10                          how sore hard legs usually are a day later

The week repeats: before Monday comes the same week's Sunday. `hours_since_legs`, `leg_effort`, `soreness`,
`next_legs_in_hours` and `next_event_in_hours` follow from the timetable on every day; whatever else was told holds all week.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from calculator import parameters as p
from calculator import questions
from calculator.errors import InvalidAnswers, Problem, shortened, shown
from calculator.modalities import BY_SLUG, MODALITIES
from calculator.model import Choice, Effort, Field, Situation

__all__ = ["DAYS", "WEEK_FIELDS", "Key", "Legs", "Timetable", "parse", "slot", "to_query"]

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_HOURS = (18, 7, 12)
_MOST_HOURS = 4
_KEY = "run_tempo"
_MOST_PROBLEMS = 5

_DAY_CHOICES = tuple(
    Choice(day, name)
    for day, name in zip(
        DAYS, ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), strict=True
    )
)
WEEK_FIELDS: tuple[Field, ...] = (
    Field(
        name="week_legs",
        kind="slots",
        group="week",
        legend="Your leg sessions",
        hint="a day, the full hour at which it starts and how hard it is, such as mon-18:hard",
        choices=questions.BY_NAME["leg_effort"].choices,
        default="",
    ),
    Field(
        name="week_lift",
        kind="slots",
        group="week",
        legend="Other lifting",
        hint="a day and the full hour at which it starts, such as tue-18",
    ),
    Field(
        name="week_key",
        kind="slots",
        group="week",
        legend="Key sessions and matches",
        hint="a day, the full hour, a kind of cardio and its minutes, such as sat-10:run_tempo:50",
        choices=tuple(Choice(mode.slug, mode.name) for mode in MODALITIES),
    ),
    Field(
        name="week_rest",
        kind="many",
        group="week",
        legend="Days without cardio",
        hint="a day, such as sun",
        choices=_DAY_CHOICES,
    ),
    Field(
        name="week_minutes",
        kind="slots",
        group="week",
        legend="Minutes on days with more or less time",
        hint="a day and from 5 to 240 minutes, such as sat:60",
        low=5,
        high=240,
        unit="minutes",
    ),
    Field(
        name="week_hour",
        kind="slots",
        group="week",
        legend="Hours that suit you for cardio",
        hint="a full hour from 0 to 23, such as 18, the one you like best first, four at the most",
        low=0,
        high=23,
        unit="hours",
    ),
    Field(
        name="week_soreness",
        kind="number",
        group="week",
        legend="How sore are your legs a day after a hard session?",
        hint="a whole number from 0 to 10",
        low=0,
        high=10,
        default=f"{p.WEEK_SORENESS.value:g}",
    ),
)

_NAMES = frozenset({*(field.name for field in WEEK_FIELDS), questions.CHOICE})

_SLOT = rf"({'|'.join(DAYS)})-([01]?[0-9]|2[0-3])"
_FORMS: dict[str, re.Pattern[str]] = {
    "week_legs": re.compile(rf"{_SLOT}(?::({'|'.join(effort.slug for effort in Effort)}))?"),
    "week_lift": re.compile(_SLOT),
    "week_key": re.compile(rf"{_SLOT}(?::({'|'.join(BY_SLUG)})(?::([0-9]{{1,3}}))?)?"),
    "week_rest": re.compile(rf"({'|'.join(DAYS)})"),
    "week_minutes": re.compile(rf"({'|'.join(DAYS)}):([0-9]{{1,3}})"),
    "week_hour": re.compile(r"([01]?[0-9]|2[0-3])"),
    "week_soreness": re.compile(r"([0-9]|10)"),
}


class Legs(NamedTuple):
    """A leg session: the hour of the week at which it starts (0 is midnight before Monday), and how hard it is."""

    at: int
    effort: Effort


class Key(NamedTuple):
    """A key session or match: the hour of the week at which it starts, what it is, and its minutes."""

    at: int
    modality: str
    minutes: int


class Timetable(NamedTuple):
    """A week as told: legs, lifts and keys by hour of the week, rest by day (0 is Monday), minutes by day."""

    reader: Situation
    legs: tuple[Legs, ...]
    lifts: tuple[int, ...]
    keys: tuple[Key, ...]
    rest: frozenset[int]
    minutes: tuple[int, ...]
    hours: tuple[int, ...]
    soreness: int


type _Read = dict[str, list[tuple[str, tuple[str | None, ...]]]]


def slot(at: int) -> str:
    """An hour of the week as the query writes it: mon-18."""
    return f"{DAYS[at // 24]}-{at % 24}"


def _problem(name: str, text: str, trouble: str) -> Problem:
    """A problem that names the field, shows the value (shortened), and says what is allowed."""
    field = next(field for field in WEEK_FIELDS if field.name == name)
    return Problem(
        name,
        shortened(text),
        f"{field.legend} ({name}): {trouble.format(shown(text))}. Give {field.hint}, or leave it out.",
    )


_UNREADABLE = "\N{LEFT DOUBLE QUOTATION MARK}{}\N{RIGHT DOUBLE QUOTATION MARK} cannot be read"
_MINUTES_AT = {"week_key": 3, "week_minutes": 1}


def _fits(name: str, groups: tuple[str | None, ...]) -> bool:
    """Whether minutes, where they are told, are among those that a reader may have."""
    bounds = questions.BY_NAME["minutes"]
    told = groups[_MINUTES_AT[name]] if name in _MINUTES_AT else None
    return told is None or bounds.low <= int(told) <= bounds.high


def _read(query: str) -> tuple[_Read, list[Problem]]:
    """Everything that was given about the week, in its parts, with every value that cannot be read."""
    read: _Read = {name: [] for name in _FORMS}
    problems: list[Problem] = []
    for name, text in dict.fromkeys(questions.pairs(query)):
        if name not in _FORMS:
            continue
        match = _FORMS[name].fullmatch(text)
        if match and _fits(name, match.groups()):
            read[name].append((text, match.groups()))
        else:
            problems.append(_problem(name, text, _UNREADABLE))
    order = list(_FORMS)
    return read, sorted(problems[:_MOST_PROBLEMS], key=lambda problem: order.index(problem.field))


def _at(groups: tuple[str | None, ...]) -> int:
    """The hour of the week that a slot names."""
    return DAYS.index(str(groups[0])) * 24 + int(str(groups[1]))


def _twice(read: _Read) -> Iterator[Problem]:
    """Where one thing was told twice and only one of them can hold."""
    for name in ("week_legs", "week_key", "week_minutes"):
        days = Counter(groups[0] for _, groups in read[name])
        yield from (
            _problem(name, text, "{} shares its day with another, and a day takes one")
            for text, groups in read[name]
            if days.pop(groups[0], 1) > 1
        )
    hours = Counter(_at(groups) for name in ("week_legs", "week_lift", "week_key") for _, groups in read[name])
    for name in ("week_lift", "week_key"):
        yield from (
            _problem(name, text, "at {} there is another session")
            for text, groups in read[name]
            if hours[_at(groups)] > 1
        )
    if len(read["week_soreness"]) > 1:
        yield _problem("week_soreness", read["week_soreness"][1][0], "{} is the second number")
    if len(read["week_hour"]) > _MOST_HOURS:
        yield _problem("week_hour", read["week_hour"][_MOST_HOURS][0], "{} is one hour too many")


def _rested(read: _Read) -> Iterator[Problem]:
    """Key sessions on days that were to have none."""
    rest = {groups[0] for _, groups in read["week_rest"]}
    yield from (
        _problem("week_key", text, "{} is on a day without cardio")
        for text, groups in read["week_key"]
        if groups[0] in rest
    )


def _timetable(reader: Situation, read: _Read) -> Timetable:
    """The week that sound values make."""
    minutes = [reader.minutes] * len(DAYS)
    for _, (day, told) in read["week_minutes"]:
        minutes[DAYS.index(str(day))] = int(str(told))
    legs = (Legs(_at(groups), Effort[(groups[2] or "hard").upper()]) for _, groups in read["week_legs"])
    keys = (
        Key(_at(groups), groups[2] or _KEY, int(groups[3] or minutes[_at(groups) // 24]))
        for _, groups in read["week_key"]
    )
    return Timetable(
        reader=reader,
        legs=tuple(sorted(legs)),
        lifts=tuple(sorted({_at(groups) for _, groups in read["week_lift"]})),
        keys=tuple(sorted(keys)),
        rest=frozenset(DAYS.index(str(groups[0])) for _, groups in read["week_rest"]),
        minutes=tuple(minutes),
        hours=tuple(dict.fromkeys(int(str(groups[0])) for _, groups in read["week_hour"])) or _HOURS,
        soreness=int(read["week_soreness"][0][0]) if read["week_soreness"] else int(p.WEEK_SORENESS.value),
    )


def parse(query: str, *, strict: bool = False) -> Timetable:
    """The week that a query string tells; what it leaves out takes the cautious default.

    Names are read as in `questions.parse`; with `strict` a name that is no question is a problem.

    Raises:
        InvalidAnswers: some names or values cannot be used; it holds all of them at once, the reader's first.
    """
    problems: list[Problem] = []
    reader = Situation()
    try:
        reader = questions.parse(query, _NAMES, strict=strict)
    except InvalidAnswers as mistake:
        problems += mistake.problems
        if any(problem.field == "query" for problem in problems):
            raise
    read, unreadable = _read(query)
    problems += [*unreadable, *_twice(read), *_rested(read)]
    if problems:
        raise InvalidAnswers(tuple(problems))
    return _timetable(reader, read)


def to_query(week: Timetable) -> str:
    """The canonical query string of a week. `parse(to_query(week)) == week`."""
    parts = [questions.to_query(week.reader)] if questions.to_query(week.reader) else []
    parts += [f"week_legs={slot(legs.at)}:{legs.effort.slug}" for legs in week.legs]
    parts += [f"week_lift={slot(at)}" for at in week.lifts]
    parts += [f"week_key={slot(key.at)}:{key.modality}:{key.minutes}" for key in week.keys]
    parts += [f"week_rest={DAYS[day]}" for day in sorted(week.rest)]
    told = enumerate(week.minutes)
    parts += [f"week_minutes={DAYS[day]}:{minutes}" for day, minutes in told if minutes != week.reader.minutes]
    parts += [f"week_hour={hour}" for hour in week.hours if week.hours != _HOURS]
    if week.soreness != p.WEEK_SORENESS.value:
        parts.append(f"week_soreness={week.soreness}")
    return "&".join(parts)
