"""FIT workout files: messages, fields, checksum.

Written by hand because the package may use the standard library only.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

from calculator.downloads.steps import RepeatBlock, WorkoutStep, advice_date, parse_start, repeat_blocks, session_uid
from calculator.schema import Answer, Option

__all__ = ["checksum", "make"]

_EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
_PROTOCOL, _PROFILE = 0x10, 21 * 1000 + 218
_HEADER = 14
_FILE_ID, _WORKOUT, _STEP = 0, 26, 27
_WORKOUT_FILE, _DEVELOPMENT = 5, 255
_BY_TIME, _REPEAT = 0, 6
_HEART_RATE, _OPEN = 1, 2
_BEATS = 100  # custom heart rates below this are shares of the maximum, beats per minute begin above it
_NOTHING = 0xFFFFFFFF
_LONGEST_NAME, _LONGEST_NOTES = 40, 200  # bytes
_INTENSITIES = {"main": 0, "work": 0, "rest": 1, "warm_up": 2, "cool_down": 3}
_CARDIO_TRAINING = (10, 26)
_SPORTS = {  # sport and sub-sport of the FIT profile; every other kind is cardio training
    "walk_easy": (11, 0),
    "walk_brisk": (11, 0),
    "walk_incline": (11, 0),
    "treadmill_jog": (1, 1),
    "run_steady": (1, 0),
    "run_tempo": (1, 0),
    "incline_treadmill_run": (1, 1),
    "hill_sprints": (1, 0),
    "track_sprints": (1, 4),
    "stair_climber": (4, 16),
    "elliptical": (4, 15),
    "bike_upright": (2, 6),
    "bike_recumbent": (2, 10),
    "spin_intervals": (2, 5),
    "air_bike": (2, 6),
    "rowing": (15, 14),
    "swimming": (5, 17),
    "hiking": (17, 0),
    "inline_skating": (30, 0),
    "xc_ski": (12, 0),
    "ski_erg": (4, 25),
    "rucking": (17, 124),
    "dance_low_impact": (83, 0),
    "jump_rope": (84, 0),
    "boxing_shadow": (47, 0),
    "yoga_flow": (10, 43),
    "team_sport": (70, 0),
}


class _Value(NamedTuple):
    """One field of a message: its number in the profile, its base type, its bytes."""

    number: int
    base: int
    content: bytes


def _enum(number: int, value: int) -> _Value:
    return _Value(number, 0x00, value.to_bytes(1, "little"))


def _short(number: int, value: int) -> _Value:
    return _Value(number, 0x84, value.to_bytes(2, "little"))


def _long(number: int, value: int, base: int = 0x86) -> _Value:
    return _Value(number, base, value.to_bytes(4, "little"))


def _text(number: int, text: str, most: int) -> _Value:
    """A string that ends with a zero, cut between characters."""
    return _Value(number, 0x07, text.encode()[: most - 1].decode(errors="ignore").encode() + b"\0")


def _message(number: int, *values: _Value) -> bytes:
    """A message with its definition before it: strings differ in length, and a few bytes more hurt nobody."""
    fields = b"".join(bytes([value.number, len(value.content), value.base]) for value in values)
    definition = bytes([0x40, 0, 0]) + number.to_bytes(2, "little") + bytes([len(values)]) + fields
    return definition + b"\0" + b"".join(value.content for value in values)


def checksum(content: bytes) -> int:
    """The 16-bit cyclic redundancy check of the protocol: polynomial 0x8005, reflected, from zero."""
    crc = 0
    for byte in content:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
    return crc


def _step(index: int, part: WorkoutStep) -> bytes:
    """One step of so many milliseconds, with a range of heart rate in bpm or with none; the effort is in its notes."""
    low, high = (beats + _BEATS for beats in part.heart_rate) if part.heart_rate else (_NOTHING, _NOTHING)
    return _message(
        _STEP,
        _short(254, index),
        _text(0, part.name, _LONGEST_NAME),
        _enum(1, _BY_TIME),
        _long(2, part.seconds * 1000),
        _enum(3, _HEART_RATE if part.heart_rate else _OPEN),
        _long(4, 0),
        _long(5, low),
        _long(6, high),
        _enum(7, _INTENSITIES[part.kind]),
        _text(8, f"{part.text} {part.effort}", _LONGEST_NOTES),
    )


def _repeat(index: int, first: int, times: int) -> bytes:
    """The step that sends back to the first step of its block, so many times in all."""
    return _message(_STEP, _short(254, index), _enum(1, _REPEAT), _long(2, first), _enum(3, _OPEN), _long(4, times))


def _steps(blocks: list[RepeatBlock]) -> list[bytes]:
    """Every step in order."""
    steps: list[bytes] = []
    for block in blocks:
        first = len(steps)
        steps += [_step(index, part) for index, part in enumerate(block.steps, first)]
        if block.repeat > 1:
            steps.append(_repeat(len(steps), first, block.repeat))
    return steps


def _created(answer: Answer, start: str) -> int:
    """Seconds since the protocol's epoch: the moment given, or the beginning of this state of the advice."""
    created = parse_start(start) if start else advice_date(answer["advice_version"])
    return int(((created if created.tzinfo else created.replace(tzinfo=UTC)) - _EPOCH).total_seconds())


def make(answer: Answer, option: Option, start: str) -> bytes:
    """The workout: who made it, what it is, its steps, between a header and a checksum."""
    steps = _steps(repeat_blocks(option))
    sport, sub_sport = _SPORTS.get(option["modality"], _CARDIO_TRAINING)
    workout = _message(
        _WORKOUT,
        _text(8, option["name"], _LONGEST_NAME),
        _enum(4, sport),
        _enum(11, sub_sport),
        _short(6, len(steps)),
    ) + b"".join(steps)
    created = _created(answer, start)
    serial = int(session_uid(str(created), workout.hex())[:8], 16) or 1  # zero would say that there is none
    content = _message(
        _FILE_ID,
        _enum(0, _WORKOUT_FILE),
        _short(1, _DEVELOPMENT),
        _short(2, 0),
        _long(3, serial, base=0x8C),
        _long(4, created),
    )
    content += workout
    head = bytes([_HEADER, _PROTOCOL]) + _PROFILE.to_bytes(2, "little") + len(content).to_bytes(4, "little") + b".FIT"
    whole = head + checksum(head).to_bytes(2, "little") + content
    return whole + checksum(whole).to_bytes(2, "little")
