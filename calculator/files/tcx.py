"""Knows the workout file of Garmin's Training Center, version 2 of its schema: steps, repeats, heart-rate targets.

Must never know a sport that the schema does not have: it has running, biking and other.
"""

from __future__ import annotations

from itertools import count

from calculator.files.markup import Element, document
from calculator.files.session import Part, blocks, moment
from calculator.files.text import body
from calculator.modalities import BIKES, RUNS
from calculator.shapes import Answer, Option

__all__ = ["make"]

_SPACE = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_LONGEST_NAME = 15  # characters: RestrictedToken_t
_SHORT_NAMES = {  # of the kinds whose own name is longer
    "run_steady": "Steady run",
    "incline_treadmill_run": "Steep run",
    "dance_low_impact": "Gentle dance",
    "aerobics_high_impact": "Aerobics",
    "circuit": "Circuit",
    "xc_ski": "XC skiing",
    "yoga_flow": "Yoga flow",
}


def _typed(name: str, kind: str, *inside: Element) -> Element:
    return Element(name, inside, (("xsi:type", kind),))


def _beats(name: str, value: int) -> Element:
    return _typed(name, "HeartRateInBeatsPerMinute_t", Element("Value", str(value)))


def _target(part: Part) -> Element:
    """The heart rate that the engine gave, or none."""
    if part.heart_rate is None:
        return _typed("Target", "None_t")
    low, high = part.heart_rate
    zone = _typed("HeartRateZone", "CustomHeartRateZone_t", _beats("Low", low), _beats("High", high))
    return _typed("Target", "HeartRate_t", zone)


def _step(name: str, number: int, part: Part) -> Element:
    """One step of so many seconds."""
    return _typed(
        name,
        "Step_t",
        Element("StepId", str(number)),
        Element("Name", part.name),
        _typed("Duration", "Time_t", Element("Seconds", str(part.seconds))),
        Element("Intensity", "Resting" if part.kind == "rest" else "Active"),
        _target(part),
    )


def _steps(option: Option) -> list[Element]:
    """Every step; what repeats is a step that holds others."""
    numbers, steps = count(1), []
    for block in blocks(option):
        if block.repeat == 1:
            steps += [_step("Step", next(numbers), part) for part in block.parts]
        else:
            inner = [_step("Child", next(numbers), part) for part in block.parts]
            head = (Element("StepId", str(next(numbers))), Element("Repetitions", str(block.repeat)))
            steps.append(_typed("Step", "Repeat_t", *head, *inner))
    return steps


def _sport(modality: str) -> str:
    return "Biking" if modality in BIKES else "Running" if modality in RUNS else "Other"


def make(answer: Answer, option: Option, start: str) -> bytes:
    """The workout, on its day where one is given."""
    day = (Element("ScheduledOn", f"{moment(start):%Y-%m-%d}"),) if start else ()
    workout = Element(
        "Workout",
        (
            Element("Name", _SHORT_NAMES.get(option["modality"], option["name"])[:_LONGEST_NAME]),
            *_steps(option),
            *day,
            Element("Notes", "\n\n".join(body(option, answer["outcome"], answer["advice_version"]))),
        ),
        (("Sport", _sport(option["modality"])),),
    )
    spaces = (("xmlns", _SPACE), ("xmlns:xsi", _XSI))
    return document(Element("TrainingCenterDatabase", (Element("Workouts", (workout,)),), spaces))
