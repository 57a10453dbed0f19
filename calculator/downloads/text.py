"""A session as a text message. Messages are shared, so findings and health answers are left out."""

from __future__ import annotations

from calculator.downloads.steps import (
    RepeatBlock,
    WorkoutStep,
    describe_effort,
    format_start,
    repeat_blocks,
    total_minutes,
)
from calculator.schema import Answer, Option

__all__ = ["body", "make", "title"]

_REST_TOO = "Rest is as good a choice today."


def minutes(seconds: int) -> str:
    """A length as people say it: seconds below two minutes where they are not whole minutes."""
    return f"{seconds // 60} min" if seconds % 60 == 0 else f"{seconds} s"


def _line(part: WorkoutStep) -> str:
    return f"{part.name}, {minutes(part.seconds)}: {part.text}"


def _lines(block: RepeatBlock) -> list[str]:
    """A block, a part a line; what repeats is one line."""
    if block.repeat == 1:
        return [_line(part) for part in block.steps]
    turn = ", then ".join(f"{minutes(part.seconds)} {part.text[0].lower()}{part.text[1:-1]}" for part in block.steps)
    return [f"{block.repeat} times: {turn}."]


def title(option: Option) -> str:
    """The session in a few words: kind, whole length, band."""
    return f"{option['name']}, {total_minutes(option)} min, {option['intensity'].replace('_', ' ')}"


def body(option: Option, outcome: str, version: str) -> list[str]:
    """What to do, how it should feel, when to stop, and from which state of the advice: a paragraph each."""
    steps = [line for block in repeat_blocks(option) for line in _lines(block)]
    numbered = "\n".join(f"{number}. {step}" for number, step in enumerate(steps, 1))
    rest = [_REST_TOO] if outcome == "rest_or_walk_only" else []
    origin = f"Cardio after leg day, advice of {version}."
    return [numbered, " ".join([describe_effort(option), option["feel"]]), *rest, option["stop"], origin]


def make(answer: Answer, option: Option, start: str) -> bytes:
    """The message; with the moment where one is given."""
    head = title(option) + (f"\n{format_start(start)}" if start else "")
    return ("\n\n".join([head, *body(option, answer["outcome"], answer["advice_version"])]) + "\n").encode()
