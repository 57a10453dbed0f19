"""Calendar files (RFC 5545): events, reminders, line folding, escapes.

A start time without a zone stays floating (section 3.3.5 of the RFC). Calendars are often shared, so health answers are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta, timezone
from typing import NamedTuple

from calculator.assessment.engine import assess
from calculator.assessment.outlook import look_ahead
from calculator.downloads.steps import (
    DownloadUnavailable,
    add_minutes,
    advice_date,
    parse_start,
    session_uid,
    total_minutes,
)
from calculator.downloads.text import body, title
from calculator.form.fields import FIELDS_BY_NAME
from calculator.form.parse import parse
from calculator.schema import Answer, Option
from calculator.week.schema import Week

__all__ = ["make", "make_reminder", "make_week"]

_OCTETS = 75  # RFC 5545, 3.1: a line, its break not counted
_REMINDER = 30  # minutes before
_FOLLOW_UP_MINUTES = 10  # minutes that it takes to answer the questions again
_TOMORROW = 24  # h
_MORNING, _NIGHT = 7, 22  # no reminder at night; a later one is never less cautious
_SIGNS = re.compile(r"\\.|.")  # an escape is one sign
_SHOWN_GROUPS = {"main", "session", "plan"}  # of the form; the others are about the body and health
_UID_DOMAIN = "cardio-after-leg-day"


class _Event(NamedTuple):
    """One event: what tells it apart, when, how long in minutes, what it says, and the reminder's minutes before it."""

    uid: str
    start: datetime
    minutes: int
    summary: str
    description: str
    reminder: int
    busy: bool


def _escaped(text: str) -> str:
    """A text value as RFC 5545 (3.3.11) has it."""
    for plain, safe in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(plain, safe)
    return text


def _folded(line: str) -> str:
    """A line broken so that none is longer than 75 octets, and neither a character nor an escape is cut.

    RFC 5545 would let a break stand between a backslash and what it escapes, but Google Calendar drops such an event.
    """
    rows, row, room = [], "", _OCTETS
    for sign in _SIGNS.findall(line):
        if len((row + sign).encode()) > room:
            rows.append(row)
            row, room = "", _OCTETS - 1  # the space that marks a continuation
        row += sign
    return "\r\n ".join([*rows, row])


def _format_time(value: datetime) -> str:
    """A moment in UTC where its zone is known; else it stays floating."""
    return f"{value.astimezone(UTC):%Y%m%dT%H%M%SZ}" if value.tzinfo else f"{value:%Y%m%dT%H%M%S}"


def _lines(event: _Event, stamp: str) -> Iterator[str]:
    """One event with its reminder."""
    yield from ("BEGIN:VEVENT", f"UID:{event.uid}@{_UID_DOMAIN}", f"DTSTAMP:{stamp}")
    yield f"DTSTART:{_format_time(event.start)}"
    yield f"DTEND:{_format_time(add_minutes(event.start, event.minutes))}"
    yield f"SUMMARY:{_escaped(event.summary)}"
    yield f"DESCRIPTION:{_escaped(event.description)}"
    yield f"TRANSP:{'OPAQUE' if event.busy else 'TRANSPARENT'}"
    yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_escaped(event.summary)}")
    yield f"TRIGGER:{f'-PT{event.reminder}M' if event.reminder else 'PT0S'}"
    yield from ("END:VALARM", "END:VEVENT")


def _calendar(events: list[_Event], version: str) -> bytes:
    """A calendar of these events. Its stamp is the day on which this state of the advice began: there is no clock here."""
    stamp = _format_time(advice_date(version)) + "Z"
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Cardio after leg day//{version}//EN", "CALSCALE:GREGORIAN"]
    lines = [*head, *(line for event in events for line in _lines(event, stamp)), "END:VCALENDAR", ""]
    return "\r\n".join(map(_folded, lines)).encode()


def _event(when: datetime, minutes: int, summary: str, description: str, *, reminder: int, busy: bool) -> _Event:
    """An event whose identifier is made of what it shows: its start, its title and its text."""
    uid = session_uid(_format_time(when), summary, description)
    return _Event(uid, when, minutes, summary, description, reminder, busy)


def _session(when: datetime, option: Option, outcome: str, version: str) -> _Event:
    """The session itself."""
    text = "\n\n".join(body(option, outcome, version))
    return _event(when, total_minutes(option), title(option), text, reminder=_REMINDER, busy=True)


def _not_at_night(when: datetime) -> datetime:
    """The same time, or the next morning if it falls into the night.

    UTC times are kept, since the reader's night is unknown.
    """
    change = 1 if when.tzinfo else 0
    if _MORNING + change <= when.hour < _NIGHT - change:
        return when
    day = add_minutes(when, 24 * 60) if when.hour >= _NIGHT - change else when
    return day.replace(hour=_MORNING + change, minute=0, second=0)


def _follow_up_delay(query: str) -> tuple[int, str]:
    """Hours until the questions should be answered again, and why: when more impact should open, else tomorrow.

    It is worked out for anybody with the same leg session, soreness and plan. What the reader said about the body and health
    is left out, because a delay or a text that followed from it would show it to anyone who sees the calendar.
    """
    shown = [
        part for part in query.split("&") if part and FIELDS_BY_NAME[part.partition("=")[0]].group in _SHOWN_GROUPS
    ]
    anybody = parse("&".join(shown))
    now, *coming = look_ahead(anybody, assess(anybody))
    opening = next((point for point in coming if point.assessment.impact > now.assessment.impact), None)
    if opening is None:
        return _TOMORROW, "Answer the questions again: a day later they may come out differently."
    return round(opening.from_hours - anybody.hours_since_legs), (
        f"{opening.from_hours} h after the leg session {opening.assessment.impact.slug} impact opens for many people, if "
        "soreness has eased as it usually does. Answer the questions again before you go by that."
    )


def _begin(start: str) -> datetime:
    """The start of the session.

    Raises:
        DownloadUnavailable: no start is given.
    """
    if not start:
        raise DownloadUnavailable("Say when you start: a calendar needs a date and a time.")
    return parse_start(start)


def make(answer: Answer, option: Option, start: str) -> bytes:
    """The session in the reader's calendar: one event, because some calendars import the first event of a file only.

    Raises:
        DownloadUnavailable: no start is given.
    """
    version = answer["advice_version"]
    return _calendar([_session(_begin(start), option, answer["outcome"], version)], version)


def make_reminder(answer: Answer, _option: Option, start: str) -> bytes:
    """A reminder to answer the questions again, counted from the start of the session.

    Raises:
        DownloadUnavailable: no start is given.
    """
    begin = _begin(start)
    hours, reason = _follow_up_delay(answer["query"])
    when = add_minutes(begin, hours * 60)
    when = when if start.endswith("Z") else _not_at_night(when)  # in UTC nobody knows the reader's night
    event = _event(when, _FOLLOW_UP_MINUTES, "Ask again: cardio after leg day", reason, reminder=0, busy=False)
    return _calendar([event], answer["advice_version"])


def make_week(week: Week, monday: datetime, offsets: Sequence[int] = ()) -> bytes:
    """Every session of a planned week, on its day and hour; the reader's own sessions stay in the reader's own calendar.

    `offsets` are the minutes by which the reader's clock is ahead of UTC in every hour from Monday on; without them times float.
    """
    version = week["advice_version"]
    events = []
    for number, day in enumerate(week["days"]):
        option, hour, outcome = day["option"], day["hour"], day["outcome"]
        if option and hour is not None and outcome:
            hours = 24 * number + hour
            zone = timezone(timedelta(minutes=offsets[hours])) if offsets else None
            when = add_minutes(monday, hours * 60).replace(tzinfo=zone)
            events.append(_session(when, option, outcome, version))
    return _calendar(events, version)
