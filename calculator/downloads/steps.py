"""What all downloads share: workout steps in seconds, effort as text, start time, file name, identifier."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from hashlib import sha256
from itertools import groupby
from math import ceil
from typing import NamedTuple

from calculator.data import parameters as p
from calculator.scales import Intensity
from calculator.schema import Option, Phase
from calculator.session.builder import TALK

__all__ = [
    "DownloadFile",
    "DownloadUnavailable",
    "RepeatBlock",
    "WorkoutStep",
    "add_minutes",
    "advice_date",
    "describe_effort",
    "file_name",
    "format_start",
    "parse_start",
    "repeat_blocks",
    "session_uid",
    "total_minutes",
    "workout_steps",
]

_START_PATTERN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?")
_FIRST_YEAR, _LAST_YEAR = 1990, 2099  # FIT counts from the end of 1989; a year far ahead is a typing error
_NAMES = {"warm_up": "Warm-up", "main": "Session", "work": "Work", "rest": "Rest", "cool_down": "Cool-down"}
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class DownloadUnavailable(ValueError):
    """A download that cannot be built. `reason` is a sentence for readers."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class DownloadFile(NamedTuple):
    """One file, ready to be saved: its name, its media type, its bytes."""

    name: str
    media_type: str
    content: bytes


class WorkoutStep(NamedTuple):
    """One step of a session: seconds, what to do, how it should feel, and the heart-rate range (bpm) if it has one."""

    kind: str
    name: str
    seconds: int
    text: str
    effort: str
    heart_rate: tuple[int, int] | None


class RepeatBlock(NamedTuple):
    """Steps that are done one after the other, `repeat` times."""

    repeat: int
    steps: tuple[WorkoutStep, ...]


def _span(low: float, high: float) -> str:
    return f"{low:g}" if low == high else f"{low:g}\N{EN DASH}{high:g}"


def describe_effort(option: Option) -> str:
    """How the main part should feel, in words, with the heart rate where the engine gave one."""
    text = f"Effort {_span(*option['rpe'])} of 20: {option['talk_test'][0].lower()}{option['talk_test'][1:]}"
    heart = option["heart_rate"]
    return f"{text} Heart rate {_span(*heart)} bpm." if heart else text


def _sentence(text: str) -> str:
    """What to do, as a sentence of its own: a rest says "Then easy" after its work."""
    alone = text.removeprefix("Then ").rstrip(".")
    return f"{alone[0].upper()}{alone[1:]}."


def _workout_step(option: Option, phase: Phase) -> WorkoutStep:
    """One part; only what the main effort is for carries the heart rate, and the others go by feel."""
    main = phase["kind"] in {"main", "work"}
    band = Intensity[phase["intensity"].upper()]
    feel = f"Effort {_span(p.RPE[band].low, p.RPE[band].high)} of 20: {TALK[band][0].lower()}{TALK[band][1:]}"
    heart = option["heart_rate"]
    return WorkoutStep(
        kind=phase["kind"],
        name=_NAMES[phase["kind"]],
        seconds=phase["seconds"] or round(phase["minutes"] * 60),
        text=_sentence(phase["text"]),
        effort=describe_effort(option) if main else feel,
        heart_rate=(heart[0], heart[1]) if main and heart else None,
    )


def repeat_blocks(option: Option) -> list[RepeatBlock]:
    """The session in the order in which it is done; what repeats together stays together."""
    grouped = groupby(option["session"], key=lambda phase: phase["repeat"])
    return [RepeatBlock(repeat, tuple(_workout_step(option, phase) for phase in phases)) for repeat, phases in grouped]


def workout_steps(option: Option) -> list[WorkoutStep]:
    """Every part, one after the other, repeats written out."""
    return [part for block in repeat_blocks(option) for _ in range(block.repeat) for part in block.steps]


def total_minutes(option: Option) -> int:
    """The whole session in minutes, rounded up."""
    return ceil(sum(part.seconds for part in workout_steps(option)) / 60)


def parse_start(start: str) -> datetime:
    """Parse a start time like 2026-11-23T18:00: local time, or UTC if it ends in Z.

    Raises:
        DownloadUnavailable: the text is no such time.
    """
    try:
        parsed = datetime.fromisoformat(start) if _START_PATTERN.fullmatch(start) else None
    except ValueError:
        parsed = None
    if parsed is None or not _FIRST_YEAR <= parsed.year <= _LAST_YEAR:
        raise DownloadUnavailable("Say when you start, as a date and a time such as 2026-11-23T18:00.")
    return parsed


def add_minutes(start: datetime, minutes: int) -> datetime:
    """A time some minutes later."""
    return start + timedelta(minutes=minutes)


def advice_date(version: str) -> datetime:
    """The date (without a zone) of an advice version: 2026.11.0 is 1 November 2026."""
    year, month, patch = map(int, version.split("."))
    return add_minutes(datetime.fromisoformat(f"{year}-{month:02}-01"), patch)


def session_uid(*shown: str) -> str:
    """An identifier of 32 hexadecimal digits, made only of what the file shows anyway.

    Nothing else may go in: from a hash of the reader's answers, age, conditions and medicines can be guessed.
    """
    return sha256("\0".join(shown).encode()).hexdigest()[:32]


def format_start(start: str) -> str:
    """A start time as people write it in a message: Mon 23 Nov, 18:00."""
    when, zone = parse_start(start), " UTC" if start.endswith("Z") else ""
    return f"{_DAYS[when.weekday()]} {when.day} {_MONTHS[when.month - 1]}, {when:%H:%M}{zone}"


def file_name(option: Option, start: str, ending: str) -> str:
    """A name that says what and when: bike-upright-2026-11-23.ics. The ending holds its dot."""
    return "-".join([option["modality"].replace("_", "-"), *([start[:10]] if start else [])]) + ending
