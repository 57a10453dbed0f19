"""Knows which files a session can be taken away in, and when there must be none.

Must never know how a file is written, a clock, or a file system: bytes go out, and the caller says when the session is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple

from calculator.files import fit, ics, tcx, text, zwo
from calculator.files.session import File, Refused, file_name, moment
from calculator.model import Outcome
from calculator.shapes import Answer, Option
from calculator.week_shapes import Week

__all__ = ["BY_SLUG", "FORMATS", "File", "FileFormat", "Refused", "make", "make_week", "refusal"]


class FileFormat(NamedTuple):
    """One kind of file: its name in a link, its label for readers, its media type, its extension, its writer."""

    slug: str
    label: str
    media_type: str
    extension: str
    write: Callable[[Answer, Option, str], bytes]
    suffix: str = ""  # at the end of the file's name, where two kinds share an extension


FORMATS: tuple[FileFormat, ...] = (
    FileFormat("ics", "Calendar", "text/calendar; charset=utf-8", "ics", ics.make),
    FileFormat("reminder", "Reminder", "text/calendar; charset=utf-8", "ics", ics.make_reminder, "-reminder"),
    FileFormat("fit", "Watch or bike computer", "application/vnd.ant.fit", "fit", fit.make),
    FileFormat("zwo", "Zwift", "application/octet-stream", "zwo", zwo.make),
    FileFormat("tcx", "Training Center", "application/vnd.garmin.tcx+xml", "tcx", tcx.make),
    FileFormat("text", "Message", "text/plain; charset=utf-8", "txt", text.make),
)
BY_SLUG: dict[str, FileFormat] = {format.slug: format for format in FORMATS}

_WEEK, _DAY = 7, 24 * 60  # days, minutes
_OFFSETS = re.compile(rf"-?[0-9]{{1,4}}(,-?[0-9]{{1,4}}){{{(2 * _WEEK - 1) * 24 - 1}}}")
_NO_OFFSETS = "The week's times need the offset from UTC of every hour, in minutes."
_NONE = "Today's answer is not a session to take along: {headline}"


def _option(answer: Answer, index: int) -> Option:
    """The chosen session, unless the answer is one that no file may carry away from its words."""
    if Outcome[answer["outcome"].upper()] >= Outcome.OUT_OF_SCOPE_GENERAL_ADVICE or not answer["options"]:
        raise Refused(_NONE.format(headline=answer["headline"]))
    if not 0 <= index < len(answer["options"]):
        raise Refused(f"The answer has {len(answer['options'])} sessions: choose one of them.")
    return answer["options"][index]


def make(format: str, answer: Answer, option_index: int, start: str = "") -> File:
    """A file of the chosen session. `start` is a moment like 2026-11-23T18:00+01:00; see `session.moment`.

    Only the calendars need one; elsewhere it may be left empty.

    Raises:
        Refused: there is no such file for this answer, kind of cardio or moment; its reason is for readers.
    """
    if format not in BY_SLUG:
        raise Refused(f"There is no such kind of file. Choose one of {', '.join(BY_SLUG)}.")
    option, chosen = _option(answer, option_index), BY_SLUG[format]
    if start:
        moment(start)
    name = file_name(option, start, f"{chosen.suffix}.{chosen.extension}")
    return File(name, chosen.media_type, chosen.write(answer, option, start))


def refusal(format: str, answer: Answer, option_index: int) -> str:
    """Why there is no such file for the chosen session, without making one. Empty where there is."""
    try:
        option = _option(answer, option_index)
    except Refused as refused:
        return refused.reason
    return zwo.refusal(option) if format == "zwo" else ""


def _hours(text: str, weekday: int) -> list[int]:
    """The offsets of the hours from Monday on, in minutes, out of those that begin six days before the date."""
    if not text:
        return []
    if not _OFFSETS.fullmatch(text) or max(map(abs, found := list(map(int, text.split(","))))) >= _DAY:
        raise Refused(_NO_OFFSETS)
    return found[(_WEEK - 1 - weekday) * 24 :]


def make_week(week: Week, date: str, offsets: str = "") -> File:
    """A calendar of the week's cardio. `date` is any day, like 2026-11-25, of the week that is meant.

    `offsets` are the minutes by which the reader's clock is ahead of UTC, joined by commas, one for every hour of the thirteen
    days from six days before the date: they hold the whole week, whichever of its days the date is. Without them the times are
    written without a zone.

    Raises:
        Refused: the week was stopped, holds no session, the date is none, or the offsets are none; its reason is for readers.
    """
    day = moment(f"{date}T00:00")
    ahead = _hours(offsets, day.weekday())
    if not any(planned["option"] for planned in week["days"]):
        raise Refused(_NONE.format(headline=week["headline"]))
    monday = day - timedelta(days=day.weekday())
    return File(f"cardio-week-{monday:%Y-%m-%d}.ics", BY_SLUG["ics"].media_type, ics.make_week(week, monday, ahead))
