"""Sample readers whose answers cover every shape of a session."""

from __future__ import annotations

from hypothesis import strategies as st

from calculator.answer.builder import answer, answer_for
from calculator.scales import Outcome
from calculator.schema import Answer
from tests.support.strategies import with_plan

__all__ = ["FRESH", "START", "STEADY", "answers", "intervals", "option_index"]

START = "2026-11-23T18:00"
STEADY = "hours_since_legs=24&soreness=5&intent=steady&equipment=bike_upright&equipment=pool&age=40&weight_kg=70"
FRESH = (
    "hours_since_legs=168&soreness=0&goal=speed_power&running_experience=regular&lifting_experience=advanced"
    "&equipment=track&equipment=bike_upright&minutes=60&age=30"
)


def _session(result: Answer) -> bool:
    return bool(result["options"]) and Outcome[result["outcome"].upper()] < Outcome.OUT_OF_SCOPE_GENERAL_ADVICE


answers: st.SearchStrategy[Answer] = with_plan.map(answer_for).filter(_session)
"""Answers that hold a session to take along."""


def option_index(result: Answer, modality: str) -> int:
    """The place of a kind of cardio among the options."""
    return [option["modality"] for option in result["options"]].index(modality)


def intervals() -> tuple[Answer, int]:
    """An answer with a session in intervals, and its place."""
    result = answer(FRESH)
    return result, next(i for i, option in enumerate(result["options"]) if option["format"] != "continuous")
