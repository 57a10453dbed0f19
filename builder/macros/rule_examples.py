"""Find an example for each rule and advisory: the plainest sample situation in which it applies."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl

from calculator.answer.builder import answer_for
from calculator.assessment.engine import assess
from calculator.form.fields import FIELDS, FIELDS_BY_NAME
from calculator.form.parse import parse
from calculator.rules.advisories import AIDS, SIGNS, WARNINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calculator.model import Field, Situation

__all__ = ["Example", "example_for"]


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
    "walking_affected=yes&soreness=1&hours_since_legs=72",
    "next_event_in_hours=60&event_kind=long_race&goal=aerobic_endurance&running_experience=regular&hours_since_legs=96&soreness=1",
    "next_event_in_hours=20&event_kind=match&conditions=head_cold",
)


class Example(NamedTuple):
    """A query, the answers in it as a reader would give them, and what the rule or remark says to it."""

    query: str
    answer_labels: tuple[str, ...]
    because: str


class NoExampleError(Exception):
    """No sample situation makes a rule or remark speak: it is either unreachable, or the samples miss its corner."""


def example_for(id: str) -> Example:
    """Return the plainest sample situation in which the rule or advisory applies.

    Raises NoExampleError where no sample reaches it.
    """
    examples = _all()
    if id not in examples:
        raise NoExampleError(
            f"No sample situation makes {id!r} speak: add one to SAMPLES in builder/macros/rule_examples.py."
        )
    return examples[id]


@cache
def _all() -> dict[str, Example]:
    """One example for every rule and remark that the samples reach, plainest first."""
    examples: dict[str, Example] = {}
    for query in _queries():
        for id, sentence in _triggered(parse(query)):
            if id not in examples:
                examples[id] = Example(query, _answer_labels(query), sentence)
    return examples


def _triggered(s: Situation) -> Iterator[tuple[str, str]]:
    """Every rule that speaks to a reader, and every remark that reaches one: without a plan, only signs do."""
    a, warnings = assess(s), answer_for(s)["warnings"]
    yield from ((finding.rule.id, finding.limit.reason) for finding in a.findings)
    for remark in (*WARNINGS, *AIDS) if a.allows_session else SIGNS:
        if (sentence := remark.text(s, a)) and (remark in AIDS or sentence in warnings):
            yield remark.id, sentence


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


def _answer_labels(query: str) -> tuple[str, ...]:
    """The answers of a query as the form labels them."""
    return tuple(
        f"{FIELDS_BY_NAME[name].legend} {_label(FIELDS_BY_NAME[name], value)}" for name, value in parse_qsl(query)
    )


def _label(field: Field, value: str) -> str:
    labels = {choice.value: choice.label for choice in field.choices}
    unit = "" if field.unit in field.legend.lower().split() else field.unit
    return labels.get(value, f"{value} {unit}".strip())
