"""Knows what a mistake in the answers looks like, and that all of them are told at once.

Must never know a field by name, a number, or how a mistake is shown.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["InvalidAnswers", "Problem", "printable", "shortened", "shown"]

_SHOWN = 40  # characters of a value that are repeated to whoever gave it


class Problem(NamedTuple):
    """One answer that cannot be used: its field, what was given (shortened), and what is allowed, in a sentence."""

    field: str
    value: str
    message: str


def printable(text: str) -> str:
    """The same text, safe on every screen: a character that cannot be seen, but may do something, stands as its code."""
    return "".join(one if one.isprintable() else f"\\u{ord(one):04x}" for one in text)


def shortened(text: str) -> str:
    """The beginning of what was given."""
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "\N{HORIZONTAL ELLIPSIS}"


def shown(text: str) -> str:
    """The beginning of what was given, safe to print."""
    return printable(shortened(text))


class InvalidAnswers(ValueError):
    """Some answers cannot be used. `problems` holds every one of them, in the order of the form."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems
