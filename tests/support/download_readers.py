"""Read downloaded sessions with libraries and rules of others. Readers return its seconds, and raise for what is wrong."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import fitdecode  # type: ignore[import-untyped]
import icalendar
from defusedxml.ElementTree import fromstring
from garmin_fit_sdk import Decoder, Stream

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = [
    "Event",
    "read_fitdecode",
    "read_garmin_sdk",
    "read_golden_cheetah",
    "read_icalendar",
    "read_tcx",
    "read_zwift",
]

type Messages = list[dict[str, Any]]

_TCX = "{http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2}"
_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
_MOST_STEPS, _LONGEST_NAME, _MOST_REPEATS = 20, 15, 99  # StepId_t, RestrictedToken_t, Repetitions_t
_LOWEST_PULSE, _HIGHEST_PULSE = 30, 240  # HeartRateInBeatsPerMinute_t holds 1 to 255; a person has these
_LONGEST_LINE = 75  # octets, RFC 5545


class Event(NamedTuple):
    """One event of a calendar: its identifier, its title, its start, its length in seconds."""

    uid: str
    summary: str
    begin: datetime
    seconds: int


def read_icalendar(content: bytes) -> list[Event]:
    """Every event, with what icalendar and RFC 5545 ask for."""
    lines = content.split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= _LONGEST_LINE
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert not [line for line in lines if (len(line) - len(line.rstrip(b"\\"))) % 2]
    calendar = icalendar.Calendar.from_ical(content)
    assert isinstance(calendar, icalendar.Calendar)
    assert not calendar.errors
    events = []
    for event in calendar.events:
        assert not event.errors
        assert isinstance(event.start, datetime)
        assert isinstance(event.end, datetime)
        assert event.end > event.start
        assert len(event.alarms.times) == 1
        seconds = int((event.end - event.start).total_seconds())
        events.append(Event(str(event["UID"]), str(event["SUMMARY"]), event.start, seconds))
    return events


def read_garmin_sdk(content: bytes) -> int:
    """Seconds of the workout, as a watch would walk through it."""
    assert Decoder(Stream.from_byte_array(bytearray(content))).check_integrity()
    messages, errors = Decoder(Stream.from_byte_array(bytearray(content))).read()
    assert errors == []
    groups = cast("dict[str, Messages]", messages)
    (head,), (workout,) = groups["file_id_mesgs"], groups["workout_mesgs"]
    steps = groups["workout_step_mesgs"]
    assert head["type"] == "workout"
    assert head["serial_number"] > 0
    assert workout["num_valid_steps"] == len(steps)
    assert workout["sport"] != "generic"
    return _fit_seconds(steps, "duration_type", "duration_time", "duration_value", "target_value", 1)


def read_fitdecode(content: bytes) -> int:
    """The same by a second library, which decodes fields by a profile of its own."""
    strict = {"check_crc": fitdecode.CrcCheck.RAISE, "error_handling": fitdecode.ErrorHandling.RAISE}
    with fitdecode.FitReader(io.BytesIO(content), **strict) as reader:
        frames = [frame for frame in reader if isinstance(frame, fitdecode.FitDataMessage)]
    assert [frame.name for frame in frames[:2]] == ["file_id", "workout"]
    assert {frame.name for frame in frames[2:]} == {"workout_step"}
    steps = [
        {name: frame.get_raw_value(name) for name in ("duration_type", "duration_value", "target_value")}
        for frame in frames[2:]
    ]
    return _fit_seconds(steps, "duration_type", "duration_value", "duration_value", "target_value", 1000)


def _fit_seconds(steps: Messages, kind: str, length: str, first: str, times: str, unit: int) -> int:
    """Walk through the steps and their repeats."""
    seconds, index, turns = 0.0, 0, dict.fromkeys(range(len(steps)), 1)
    while index < len(steps):
        step = steps[index]
        if step[kind] in {"time", 0}:
            seconds += step[length] / unit
        elif turns[index] < step[times]:
            assert step[first] < index
            turns[index] += 1
            index = step[first]
            continue
        index += 1
    return round(seconds)


def read_tcx(content: bytes) -> int:
    """Seconds of the workout; the order of the elements, their types and bounds are those of TrainingCenterDatabase v2."""
    root = fromstring(content)
    assert root.tag == f"{_TCX}TrainingCenterDatabase"
    assert _names(root) == ["Workouts"]
    (workout,) = root[0]
    assert workout.get("Sport") in {"Running", "Biking", "Other"}
    steps = workout.findall(f"{_TCX}Step")
    rest = _names(workout)[1 + len(steps) :]
    assert _names(workout)[: 1 + len(steps)] == ["Name", *["Step"] * len(steps)]
    assert steps
    assert rest in (["Notes"], ["ScheduledOn", "Notes"])
    assert 1 <= len(_text(workout, "Name")) <= _LONGEST_NAME
    numbers = [int(element.text or "") for element in workout.iter(f"{_TCX}StepId")]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))
    assert len(numbers) <= _MOST_STEPS
    return sum(map(_tcx_step, steps))


def _tcx_step(step: Element) -> int:
    if step.get(_TYPE) == "Repeat_t":
        assert _names(step)[:2] == ["StepId", "Repetitions"]
        assert set(_names(step)[2:]) == {"Child"}
        times = int(_text(step, "Repetitions"))
        assert 2 <= times <= _MOST_REPEATS
        return times * sum(map(_tcx_step, step[2:]))
    assert step.get(_TYPE) == "Step_t"
    assert _names(step) == ["StepId", "Name", "Duration", "Intensity", "Target"]
    assert 1 <= len(_text(step, "Name")) <= _LONGEST_NAME
    assert step[2].get(_TYPE) == "Time_t"
    assert _text(step, "Intensity") in {"Active", "Resting"}
    if step[4].get(_TYPE) == "HeartRate_t":
        zone = step[4][0]
        assert (zone.get(_TYPE), _names(zone)) == ("CustomHeartRateZone_t", ["Low", "High"])
        low, high = (int(_text(bound, "Value")) for bound in zone)
        assert _LOWEST_PULSE <= low <= high <= _HIGHEST_PULSE
    else:
        assert (step[4].get(_TYPE), len(step[4])) == ("None_t", 0)
    seconds = int(_text(step, "Duration/Seconds"))
    assert 0 < seconds <= 65_535
    return seconds


def _names(element: Element) -> list[str]:
    return [child.tag.removeprefix(_TCX) for child in element]


def _text(element: Element, path: str) -> str:
    result = element.find("/".join(_TCX + part for part in path.split("/")))
    assert result is not None
    return result.text or ""


def read_zwift(content: bytes) -> int:
    """Seconds of the workout by Zwift's rules: time for every block, messages inside their block and in order."""
    root = fromstring(content)
    assert root.tag == "workout_file"
    assert root.findtext("sportType") in {"bike", "run"}
    assert root.findtext("durationType") == "time"
    (workout,) = root.iter("workout")
    seconds = 0
    for block in workout:
        assert block.tag == "FreeRide"
        length = int(block.get("Duration", ""))
        offsets = [int(event.get("timeoffset", "")) for event in block.iter("textevent")]
        assert offsets == sorted(set(offsets))
        assert all(0 <= offset < length for offset in offsets)
        assert all(event.get("message") for event in block)
        seconds += length
    return seconds


def read_golden_cheetah(content: bytes) -> int:
    """Seconds of the workout as GoldenCheetah adds them up: blocks that it knows, each with a number as its duration."""
    blocks = {"Warmup", "SteadyState", "Cooldown", "Ramp", "FreeRide", "Freeride", "IntervalsT"}
    ignored = {"workout_file", "author", "name", "description", "sportType", "durationType", "tags", "workout"}
    seconds = 0.0
    root = fromstring(content)
    assert all((root.findtext(name) or "").strip() for name in ("author", "name", "description"))
    for element in root.iter():
        assert element.tag in blocks | ignored | {"textevent"}
        if element.tag in blocks:
            seconds += float(element.get("Duration", ""))
    return round(seconds)
