"""Zwift workouts: free riding or running, with the instructions as messages.

Zwift's blocks ask for shares of a threshold power. The calculator does not ask for it, and a guess would make the
trainer hold a resistance that nobody has tested on tired legs. So every block is a free one, and its messages state
the effort.
"""

from __future__ import annotations

from calculator.downloads.steps import DownloadUnavailable, WorkoutStep, workout_steps
from calculator.downloads.text import body, title
from calculator.downloads.xml import Element, document
from calculator.schema import Answer, Option

__all__ = ["make", "unavailable_reason"]

_SPORTS = {
    "bike_upright": "bike",
    "bike_recumbent": "bike",
    "spin_intervals": "bike",
    "treadmill_jog": "run",
    "run_steady": "run",
    "run_tempo": "run",
    "incline_treadmill_run": "run",
}
_SECOND_MESSAGE = 10  # s after the first, which by then has left the screen
_ROOM_FOR_TWO = 30  # s


def _block(part: WorkoutStep) -> Element:
    """One free block that says what to do, and then how it should feel."""
    said = [(0, f"{part.name}: {part.text}")]
    if part.seconds >= _ROOM_FOR_TWO:
        said.append((_SECOND_MESSAGE, part.effort))
    events = tuple(Element("textevent", attributes=(("timeoffset", str(at)), ("message", text))) for at, text in said)
    return Element("FreeRide", events, (("Duration", str(part.seconds)), ("FlatRoad", "1")))


def unavailable_reason(option: Option) -> str:
    """Why there is no workout: Zwift rides and runs, and this may be neither. Empty where there is one."""
    if option["modality"] in _SPORTS:
        return ""
    return f"Zwift has rides and runs indoors, so there is no such file for {option['name'].lower()}."


def make(answer: Answer, option: Option, _start: str) -> bytes:
    """The workout.

    Raises:
        DownloadUnavailable: Zwift rides and runs, and this is neither.
    """
    if reason := unavailable_reason(option):
        raise DownloadUnavailable(reason)
    return document(
        Element(
            "workout_file",
            (
                Element("author", "Cardio after leg day"),
                Element("name", title(option)),
                Element("description", "\n\n".join(body(option, answer["outcome"], answer["advice_version"]))),
                Element("sportType", _SPORTS[option["modality"]]),
                Element("durationType", "time"),  # without it a run's seconds are read as metres
                Element("tags"),
                Element("workout", tuple(_block(part) for part in workout_steps(option))),
            ),
        )
    )
