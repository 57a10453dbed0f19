"""The download formats, and why a session may have none.

Pure functions: bytes are returned, nothing is written, and the caller gives the start time.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple

from calculator.downloads import fit, ics, tcx, text, zwo
from calculator.downloads.steps import DownloadFile, DownloadUnavailable, file_name, parse_start
from calculator.scales import Outcome
from calculator.schema import Answer, Option
from calculator.week.schema import Week

__all__ = [
    "DOWNLOAD_FORMATS",
    "DOWNLOAD_FORMATS_BY_SLUG",
    "DownloadFile",
    "DownloadFormat",
    "DownloadUnavailable",
    "build_download",
    "build_week_download",
    "unavailable_reason",
]


class DownloadFormat(NamedTuple):
    """One kind of file: its name in a link, its label for readers, its media type, its extension, its writer."""

    slug: str
    label: str
    media_type: str
    extension: str
    write: Callable[[Answer, Option, str], bytes]
    suffix: str = ""  # at the end of the file's name, where two kinds share an extension


DOWNLOAD_FORMATS: tuple[DownloadFormat, ...] = (
    DownloadFormat("ics", "Calendar", "text/calendar; charset=utf-8", "ics", ics.make),
    DownloadFormat("reminder", "Reminder", "text/calendar; charset=utf-8", "ics", ics.make_reminder, "-reminder"),
    DownloadFormat("fit", "Watch or bike computer", "application/vnd.ant.fit", "fit", fit.make),
    DownloadFormat("zwo", "Zwift", "application/octet-stream", "zwo", zwo.make),
    DownloadFormat("tcx", "Training Center", "application/vnd.garmin.tcx+xml", "tcx", tcx.make),
    DownloadFormat("text", "Message", "text/plain; charset=utf-8", "txt", text.make),
)
DOWNLOAD_FORMATS_BY_SLUG: dict[str, DownloadFormat] = {format.slug: format for format in DOWNLOAD_FORMATS}

_WEEK, _DAY = 7, 24 * 60  # days, minutes
_OFFSETS = re.compile(rf"-?[0-9]{{1,4}}(,-?[0-9]{{1,4}}){{{(2 * _WEEK - 1) * 24 - 1}}}")
_NO_OFFSETS = "The week's times need the offset from UTC of every hour, in minutes."
_NO_SESSION = "Today's answer is not a session to take along: {headline}"


def _option(answer: Answer, index: int) -> Option:
    """The chosen session, unless the answer is one that no file may carry away from its words."""
    if Outcome[answer["outcome"].upper()] >= Outcome.OUT_OF_SCOPE_GENERAL_ADVICE or not answer["options"]:
        raise DownloadUnavailable(_NO_SESSION.format(headline=answer["headline"]))
    if not 0 <= index < len(answer["options"]):
        raise DownloadUnavailable(f"The answer has {len(answer['options'])} sessions: choose one of them.")
    return answer["options"][index]


def build_download(format: str, answer: Answer, option_index: int, start: str = "") -> DownloadFile:
    """Build a file of the chosen session. `start` is a time like 2026-11-23T18:00, in UTC if it ends in Z. Calendars need it.

    Raises:
        DownloadUnavailable: there is no such file for this answer or kind of cardio; its reason is for readers.
    """
    if format not in DOWNLOAD_FORMATS_BY_SLUG:
        raise DownloadUnavailable(
            f"There is no such kind of file. Choose one of {', '.join(DOWNLOAD_FORMATS_BY_SLUG)}."
        )
    option, chosen = _option(answer, option_index), DOWNLOAD_FORMATS_BY_SLUG[format]
    if start:
        parse_start(start)
    name = file_name(option, start, f"{chosen.suffix}.{chosen.extension}")
    return DownloadFile(name, chosen.media_type, chosen.write(answer, option, start))


def unavailable_reason(format: str, answer: Answer, option_index: int) -> str:
    """Why a download is unavailable for the chosen session, without building it. Empty if it is available."""
    try:
        option = _option(answer, option_index)
    except DownloadUnavailable as refused:
        return refused.reason
    return zwo.unavailable_reason(option) if format == "zwo" else ""


def _hours(text: str, weekday: int) -> list[int]:
    """The offsets of the hours from Monday on, in minutes, out of those that begin six days before the date."""
    if not text:
        return []
    if not _OFFSETS.fullmatch(text) or max(map(abs, results := list(map(int, text.split(","))))) >= _DAY:
        raise DownloadUnavailable(_NO_OFFSETS)
    return results[(_WEEK - 1 - weekday) * 24 :]


def build_week_download(week: Week, date: str, offsets: str = "") -> DownloadFile:
    """A calendar of the week's cardio. `date` is any day, like 2026-11-25, of the week that is meant.

    `offsets` are the minutes by which the reader's clock is ahead of UTC, joined by commas, one for every hour of the thirteen
    days from six days before the date: they hold the whole week, whichever of its days the date is. Without them the times are
    written without a zone.

    Raises:
        DownloadUnavailable: the week was stopped or holds no session, or the date or the offsets are none; its reason is for
            readers.
    """
    day = parse_start(f"{date}T00:00")
    ahead = _hours(offsets, day.weekday())
    if not any(planned["option"] for planned in week["days"]):
        raise DownloadUnavailable(_NO_SESSION.format(headline=week["headline"]))
    monday = day - timedelta(days=day.weekday())
    return DownloadFile(
        f"cardio-week-{monday:%Y-%m-%d}.ics",
        DOWNLOAD_FORMATS_BY_SLUG["ics"].media_type,
        ics.make_week(week, monday, ahead),
    )
