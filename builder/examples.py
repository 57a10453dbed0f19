"""Knows a list of sample situations, and finds for each rule and remark one in which it speaks.

Must never know what a rule or remark looks for: it asks the engine until one answers.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl

from calculator.engine import assess
from calculator.questions import BY_NAME, FIELDS, parse
from calculator.remarks import AIDS, SIGNS, WARNINGS
from calculator.report import answer_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calculator.model import Field, Situation

__all__ = ["Example", "of"]


# What no single answer brings about, and what an odd one would.
SAMPLES = (
    "next_legs_in_hours=6",
    "hours_since_legs=80",
    "goal=aerobic_endurance&minutes=60",
    "running_experience=regular&lifting_experience=intermediate&goal=aerobic_endurance&minutes=90&hours_since_legs=48&soreness=2",
    "goal=aerobic_endurance&conditions=type_2_diabetes",
    "soreness=8&novelty=return_after_break",
    "running_experience=regular&lifting_experience=intermediate&hours_since_legs=48&soreness=2",
    "resting_hr=70&usual_resting_hr=55&sleep_hours=4&consecutive_hard_days=6&soreness=6",
)


class Example(NamedTuple):
    """A query, the answers in it as a reader would give them, and what the rule or remark says to it."""

    query: str
    told: tuple[str, ...]
    because: str


class NoExample(Exception):
    """No sample situation makes a rule or remark speak: it is either unreachable, or the samples miss its corner."""


def of(id: str) -> Example:
    """The plainest sample situation in which the rule or remark speaks."""
    found = _all()
    if id not in found:
        raise NoExample(f"No sample situation makes {id!r} speak: add one to SAMPLES in builder/examples.py.")
    return found[id]


@cache
def _all() -> dict[str, Example]:
    """One example for every rule and remark that the samples reach, plainest first."""
    found: dict[str, Example] = {}
    for query in _queries():
        for id, words in _spoken(parse(query)):
            if id not in found:
                found[id] = Example(query, _told(query), words)
    return found


def _spoken(s: Situation) -> Iterator[tuple[str, str]]:
    """Every rule that speaks to a reader, and every remark that reaches one: without a plan, only signs do."""
    a, warnings = assess(s), answer_for(s)["warnings"]
    yield from ((finding.rule.id, finding.limit.because) for finding in a.findings)
    for remark in (*WARNINGS, *AIDS) if a.session else SIGNS:
        if (words := remark.text(s, a)) and (remark in AIDS or words in warnings):
            yield remark.id, words


def _queries() -> Iterator[str]:
    """The default, then every single answer, those of the samples first, then the other samples."""
    yield from ("", *(query for query in SAMPLES if "&" not in query))
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
