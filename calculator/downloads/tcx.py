"""Training Center XML (version 2) workouts. The schema has three sports: running, biking, other."""

from __future__ import annotations

from itertools import count

from calculator.data.modalities import BIKES, RUNS
from calculator.downloads.steps import WorkoutStep, parse_start, repeat_blocks
from calculator.downloads.text import body
from calculator.downloads.xml import Element, document
from calculator.schema import Answer, Option

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


def _target(part: WorkoutStep) -> Element:
    """The heart rate that the engine gave, or none."""
    if part.heart_rate is None:
        return _typed("Target", "None_t")
    low, high = part.heart_rate
    zone = _typed("HeartRateZone", "CustomHeartRateZone_t", _beats("Low", low), _beats("High", high))
    return _typed("Target", "HeartRate_t", zone)


def _step(name: str, number: int, part: WorkoutStep) -> Element:
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
    for block in repeat_blocks(option):
        if block.repeat == 1:
            steps += [_step("Step", next(numbers), part) for part in block.steps]
        else:
            inner = [_step("Child", next(numbers), part) for part in block.steps]
            head = (Element("StepId", str(next(numbers))), Element("Repetitions", str(block.repeat)))
            steps.append(_typed("Step", "Repeat_t", *head, *inner))
    return steps


def _sport(modality: str) -> str:
    return "Biking" if modality in BIKES else "Running" if modality in RUNS else "Other"


def make(answer: Answer, option: Option, start: str) -> bytes:
    """The workout, on its day where one is given."""
    day = (Element("ScheduledOn", f"{parse_start(start):%Y-%m-%d}"),) if start else ()
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
