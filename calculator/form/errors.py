"""Validation errors for query strings. All problems are reported together."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["InvalidAnswersError", "Problem", "excerpt", "printable", "printable_excerpt"]

_EXCERPT_LENGTH = 40  # characters of a value that are repeated in the message


class Problem(NamedTuple):
    """One answer that cannot be used: its field, what was given (shortened), and what is allowed, in a sentence."""

    field: str
    value: str
    message: str


def printable(text: str) -> str:
    """The text with unprintable characters replaced by their code, safe on every screen."""
    return "".join(character if character.isprintable() else f"\\u{ord(character):04x}" for character in text)


def excerpt(text: str) -> str:
    """The beginning of a value."""
    return text if len(text) <= _EXCERPT_LENGTH else text[:_EXCERPT_LENGTH] + "\N{HORIZONTAL ELLIPSIS}"


def printable_excerpt(text: str) -> str:
    """The beginning of a value, safe to print."""
    return printable(excerpt(text))


class InvalidAnswersError(ValueError):
    """Some answers are invalid. `problems` holds all of them, in the order of the form."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems
