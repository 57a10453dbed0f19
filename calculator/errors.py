"""Knows what a mistake in the answers looks like, and that all of them are told at once.

Must never know a field by name, a number, or how a mistake is shown.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["InvalidAnswers", "Problem"]


class Problem(NamedTuple):
    """One answer that cannot be used: its field, what was given (shortened), and what is allowed, in a sentence."""

    field: str
    value: str
    message: str


class InvalidAnswers(ValueError):
    """Some answers cannot be used. `problems` holds every one of them, in the order of the form."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems
