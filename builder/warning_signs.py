"""The warning signs by urgency, each with what to do, for the panels that a page shows beside the ticked boxes.

The advice is the calculator's own action for an answer with that sign alone. It is worked out while the site is built.
"""

from __future__ import annotations

import functools
import itertools
from typing import TYPE_CHECKING, NamedTuple

from calculator.answer import builder as answer_builder
from calculator.form.fields import FIELDS_BY_NAME
from calculator.scales import Outcome

if TYPE_CHECKING:
    from calculator.schema import Answer

__all__ = ["Advice", "Urgency", "by_urgency"]


class Advice(NamedTuple):
    """What to do for some warning signs: its number in the list, the action, and the signs that ask for it."""

    number: int
    action: str
    signs: tuple[str, ...]


class Urgency(NamedTuple):
    """Warning signs with the same outcome: its number (1 is the most urgent), the outcome's slug, and the advice."""

    number: int
    outcome: str
    advice: tuple[Advice, ...]


@functools.cache
def by_urgency() -> tuple[Urgency, ...]:
    """All warning signs: first those that allow no session, and among them the most restrictive outcome first."""
    answers = [
        (choice.value, answer_builder.answer(f"red_flags={choice.value}"))
        for choice in FIELDS_BY_NAME["red_flags"].choices
    ]
    results: dict[str, dict[str, list[str]]] = {}
    for sign, result in sorted(answers, key=_order):
        results.setdefault(result["outcome"], {}).setdefault(result["action"], []).append(sign)
    numbers = itertools.count(1)
    return tuple(
        Urgency(level, outcome, tuple(Advice(next(numbers), action, tuple(signs)) for action, signs in actions.items()))
        for level, (outcome, actions) in enumerate(results.items(), 1)
    )


def _order(sign: tuple[str, Answer]) -> tuple[bool, int]:
    _, result = sign
    return bool(result["options"]), -Outcome[result["outcome"].upper()]
