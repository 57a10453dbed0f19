"""Knows a list of situations, and finds for each rule one in which it speaks.

Must never know what a rule looks for: it asks the engine until one answers.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from calculator.engine import RULES, assess
from calculator.questions import FIELDS, parse, to_query

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calculator.model import Field

__all__ = ["Example", "of"]


class Example(NamedTuple):
    """A query, the answers in it as a reader would give them, and what the rule says to it."""

    query: str
    told: tuple[str, ...]
    because: str


class NoExample(Exception):
    """No sample situation makes a rule speak: it is either unreachable, or the samples miss its corner."""


def of(rule_id: str) -> Example:
    """The plainest sample situation in which the rule speaks."""
    found = _all()
    if rule_id not in found:
        raise NoExample(f"No sample situation makes the rule {rule_id!r} speak.")
    return found[rule_id]


@cache
def _all() -> dict[str, Example]:
    """One example for every rule that the samples reach, plainest first."""
    found: dict[str, Example] = {}
    for told in _situations():
        if len(found) == len(RULES):
            break
        query = "&".join(f"{field.name}={value}" for field, value in told)
        situation = parse(query)
        for finding in assess(situation).findings:
            words = tuple(f"{field.legend} {_said(field, value)}" for field, value in told)
            found.setdefault(finding.rule.id, Example(to_query(situation), words, finding.limit.because))
    return found


def _situations() -> Iterator[tuple[tuple[Field, str], ...]]:
    """The default, then every single answer, then every pair and triple of answers to different questions."""
    answers = [(field, value) for field in FIELDS for value in _values(field)]
    for size in range(4):
        for told in combinations(answers, size):
            if len({field.name for field, _ in told}) == size:
                yield told


def _values(field: Field) -> tuple[str, ...]:
    """Sample answers to one question: each choice, or a few numbers from both ends and between."""
    if field.kind != "number":
        return tuple(choice.value for choice in field.choices if choice.value != field.default)
    span = field.high - field.low
    numbers = (field.low, field.low + span / 8, field.low + span / 2, field.low + 3 * span / 4, field.high)
    return tuple(dict.fromkeys(f"{round(number):d}" for number in numbers))


def _said(field: Field, value: str) -> str:
    """An answer in the words of the form."""
    labels = {choice.value: choice.label for choice in field.choices}
    return labels.get(value, f"{value} {field.unit}".strip())
