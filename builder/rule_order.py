"""Knows in which order the rules decide: those that end or hold a plan first, the gravest on top, then the limits by topic.

Must never know a rule by name, or markup: it asks the engine what each rule can come to.
"""

from __future__ import annotations

from itertools import groupby
from textwrap import wrap
from typing import TYPE_CHECKING, NamedTuple

from builder import examples
from calculator.engine import RULES, assess
from calculator.model import Outcome
from calculator.questions import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from calculator.model import Rule

__all__ = ["data"]

GATE = Outcome.OUT_OF_SCOPE_GENERAL_ADVICE  # from here on, an outcome ends the plan or puts a clinician before it
LETTERS = 50  # as many fit beside each other in the drawing


class Step(NamedTuple):
    """Rules that are asked together: by the outcome that they bring, or by their topic; `lines` are their names."""

    name: str
    rules: tuple[Rule, ...]
    lines: tuple[str, ...]


def data() -> Mapping[str, object]:
    """The gates, the gravest first, and the limits in the order in which a coach would ask."""
    outcomes = {rule.id: _outcome(rule) for rule in RULES}
    gates = [(outcome.slug, [rule for rule in RULES if outcomes[rule.id] is outcome]) for outcome in reversed(Outcome)]
    limits = groupby((rule for rule in RULES if outcomes[rule.id] < GATE), key=_topic)
    return {
        "gates": [_step(name, rules) for name, rules in gates if rules and Outcome[name.upper()] >= GATE],
        "limits": [_step(topic, rules) for topic, rules in limits],
    }


def _outcome(rule: Rule) -> Outcome:
    """What the rule brings about in the plainest situation in which it speaks."""
    findings = assess(parse(examples.of(rule.id).query)).findings
    return next(finding.limit.outcome for finding in findings if finding.rule.id == rule.id)


def _topic(rule: Rule) -> str:
    """The file of the rule, which holds one topic."""
    return rule.apply.__module__.rpartition(".")[2]


def _step(name: str, rules: Iterable[Rule]) -> Step:
    known = tuple(rules)
    names = ", ".join(rule.id.replace("-", "\N{NO-BREAK SPACE}") for rule in known)
    return Step(name, known, tuple(wrap(names, LETTERS, break_long_words=False)))
