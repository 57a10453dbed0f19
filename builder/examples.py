"""Knows a list of sample situations, and finds for each rule one in which it speaks.

Must never know what a rule looks for: it asks the engine until one answers.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl

from calculator.engine import assess
from calculator.questions import BY_NAME, FIELDS, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calculator.model import Field

__all__ = ["Example", "of"]


# What no single answer brings about.
SAMPLES = (
    "soreness=8&novelty=return_after_break",
    "resting_hr=70&usual_resting_hr=55&sleep_hours=4&consecutive_hard_days=6&soreness=6",
)


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
        raise NoExample(
            f"No sample situation makes the rule {rule_id!r} speak: add one to SAMPLES in builder/examples.py."
        )
    return found[rule_id]


@cache
def _all() -> dict[str, Example]:
    """One example for every rule that the samples reach, plainest first."""
    found: dict[str, Example] = {}
    for query in _queries():
        for finding in assess(parse(query)).findings:
            if finding.rule.id not in found:
                found[finding.rule.id] = Example(query, _told(query), finding.limit.because)
    return found


def _queries() -> Iterator[str]:
    """The default, then every single answer, then the samples."""
    yield ""
    for field in FIELDS:
        yield from (f"{field.name}={value}" for value in _values(field))
    yield from SAMPLES


def _values(field: Field) -> tuple[str, ...]:
    """Sample answers to one question: each choice, or a few numbers, ordinary ones first."""
    if field.kind != "number":
        return tuple(choice.value for choice in field.choices if choice.value != field.default)
    span = field.high - field.low
    numbers = (field.low + span / 8, field.low + span / 2, field.low + 3 * span / 4, field.high, field.low)
    return tuple(dict.fromkeys(f"{round(number):d}" for number in numbers))


def _told(query: str) -> tuple[str, ...]:
    """The answers of a query in the words of the form."""
    return tuple(f"{BY_NAME[name].legend} {_said(BY_NAME[name], value)}" for name, value in parse_qsl(query))


def _said(field: Field, value: str) -> str:
    labels = {choice.value: choice.label for choice in field.choices}
    unit = "" if field.unit in field.legend.lower().split() else field.unit
    return labels.get(value, f"{value} {unit}".strip())
