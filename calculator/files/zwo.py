"""Knows the workout file of Zwift: free riding or running, with what to do said in words.

Must never know a power target. Zwift's blocks ask for shares of a threshold power, which the engine neither knows nor asks
for; a guess would make the trainer hold a resistance that nobody has tested on tired legs. So every block is a free one,
and the effort stands in its messages.
"""

from __future__ import annotations

from calculator.files.markup import Element, document
from calculator.files.session import Part, Refused, parts
from calculator.files.text import body, title
from calculator.shapes import Answer, Option

__all__ = ["make", "refusal"]

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


def _block(part: Part) -> Element:
    """One free block that says what to do, and then how it should feel."""
    said = [(0, f"{part.name}: {part.text}")]
    if part.seconds >= _ROOM_FOR_TWO:
        said.append((_SECOND_MESSAGE, part.effort))
    events = tuple(Element("textevent", attributes=(("timeoffset", str(at)), ("message", text))) for at, text in said)
    return Element("FreeRide", events, (("Duration", str(part.seconds)), ("FlatRoad", "1")))


def refusal(option: Option) -> str:
    """Why there is no workout: Zwift rides and runs, and this may be neither. Empty where there is one."""
    if option["modality"] in _SPORTS:
        return ""
    return f"Zwift has rides and runs indoors, so there is no such file for {option['name'].lower()}."


def make(answer: Answer, option: Option, _start: str) -> bytes:
    """The workout.

    Raises:
        Refused: Zwift rides and runs, and this is neither.
    """
    if reason := refusal(option):
        raise Refused(reason)
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
                Element("workout", tuple(_block(part) for part in parts(option))),
            ),
        )
    )
