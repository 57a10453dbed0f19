"""Knows what every file of a session has in common: its parts in seconds, its effort in words, its moment, its name.

Must never know a file format, a clock, or what the reader has told about health.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from hashlib import sha256
from itertools import groupby
from math import ceil
from typing import NamedTuple

from calculator import parameters as p
from calculator.model import Intensity
from calculator.plan import TALK
from calculator.shapes import Option, Phase

__all__ = [
    "Block",
    "File",
    "Part",
    "Refused",
    "blocks",
    "clock",
    "digest",
    "effort",
    "file_name",
    "later",
    "length",
    "moment",
    "parts",
    "revised",
]

_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?")
_FIRST_YEAR, _LAST_YEAR = 1990, 2099  # FIT counts from the end of 1989; what lies far ahead is a slip of the pen
_NAMES = {"warm_up": "Warm-up", "main": "Main part", "work": "Work", "rest": "Rest", "cool_down": "Cool-down"}
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Refused(ValueError):
    """No such file can be made. `reason` is a sentence for readers."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class File(NamedTuple):
    """One file, ready to be saved: its name, its media type, its bytes."""

    name: str
    media_type: str
    content: bytes


class Part(NamedTuple):
    """One part of a session: whole seconds, what to do, how it should feel, and the heart rate in bpm where it has one."""

    kind: str
    name: str
    seconds: int
    text: str
    effort: str
    heart_rate: tuple[int, int] | None


class Block(NamedTuple):
    """Parts that are done one after the other, so many times."""

    repeat: int
    parts: tuple[Part, ...]


def _span(low: float, high: float) -> str:
    return f"{low:g}" if low == high else f"{low:g}\N{EN DASH}{high:g}"


def effort(option: Option) -> str:
    """How the main part should feel, in words, with the heart rate where the engine gave one."""
    words = f"Effort {_span(*option['rpe'])} of 20: {option['talk_test'][0].lower()}{option['talk_test'][1:]}"
    heart = option["heart_rate"]
    return f"{words} Heart rate {_span(*heart)} bpm." if heart else words


def _sentence(text: str) -> str:
    """What to do, as a sentence of its own: a rest says "Then easy" after its work."""
    alone = text.removeprefix("Then ").rstrip(".")
    return f"{alone[0].upper()}{alone[1:]}."


def _part(option: Option, phase: Phase) -> Part:
    """One part; only what the main effort is for carries the heart rate, and the others go by feel."""
    main = phase["kind"] in {"main", "work"}
    band = Intensity[phase["intensity"].upper()]
    feel = f"Effort {_span(p.RPE[band].low, p.RPE[band].high)} of 20: {TALK[band][0].lower()}{TALK[band][1:]}"
    heart = option["heart_rate"]
    return Part(
        kind=phase["kind"],
        name=_NAMES[phase["kind"]],
        seconds=phase["seconds"] or round(phase["minutes"] * 60),
        text=_sentence(phase["text"]),
        effort=effort(option) if main else feel,
        heart_rate=(heart[0], heart[1]) if main and heart else None,
    )


def blocks(option: Option) -> list[Block]:
    """The session in the order in which it is done; what repeats together stays together."""
    grouped = groupby(option["session"], key=lambda phase: phase["repeat"])
    return [Block(repeat, tuple(_part(option, phase) for phase in phases)) for repeat, phases in grouped]


def parts(option: Option) -> list[Part]:
    """Every part, one after the other, repeats written out."""
    return [part for block in blocks(option) for _ in range(block.repeat) for part in block.parts]


def length(option: Option) -> int:
    """The whole session in minutes, rounded up."""
    return ceil(sum(part.seconds for part in parts(option)) / 60)


def moment(start: str) -> datetime:
    """The moment that a text like 2026-11-23T18:00 names, in the reader's own time.

    The text may end in an offset such as +01:00, as far as the reader's clock is ahead of UTC, or in Z for UTC.

    Raises:
        Refused: it names none.
    """
    try:
        found = datetime.fromisoformat(start) if _MOMENT.fullmatch(start) else None
    except ValueError:
        found = None
    if found is None or not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise Refused("Say when you start, as a date and a time such as 2026-11-23T18:00.")
    return found


def later(start: datetime, minutes: int) -> datetime:
    """So many minutes on."""
    return start + timedelta(minutes=minutes)


def revised(version: str) -> datetime:
    """The day, in no zone, on which this state of the advice began: 2026.11.0 is the first of November 2026."""
    year, month, patch = map(int, version.split("."))
    return later(datetime.fromisoformat(f"{year}-{month:02}-01"), patch)


def digest(*shown: str) -> str:
    """An identifier of 32 hexadecimal digits, made only of what the file shows anyway.

    Nothing else may go in: from a hash of the reader's answers, age, conditions and medicines can be guessed.
    """
    return sha256("\0".join(shown).encode()).hexdigest()[:32]


def clock(start: str) -> str:
    """A moment as people write it in a message, on the reader's clock: Mon 23 Nov, 18:00.

    Raises:
        Refused: the text names no moment.
    """
    when, zone = moment(start), " UTC" if start.endswith("Z") else ""
    return f"{_DAYS[when.weekday()]} {when.day} {_MONTHS[when.month - 1]}, {when:%H:%M}{zone}"


def file_name(option: Option, start: str, ending: str) -> str:
    """A name that says what and when: bike-upright-2026-11-23.ics. The ending holds its dot."""
    return "-".join([option["modality"].replace("_", "-"), *([start[:10]] if start else [])]) + ending
