"""The order in which rules decide, for the chart "rule-order".

First the outcomes that stop a plan, the gravest on top, then the limits by topic. What a rule can lead to is asked of
the engine.
"""

from __future__ import annotations

from itertools import groupby
from textwrap import wrap
from typing import TYPE_CHECKING, NamedTuple

from builder.macros import rule_examples
from calculator.assessment.engine import RULES, assess
from calculator.form.parse import parse
from calculator.scales import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from calculator.rules_api import Rule

__all__ = ["data"]

FIRST_STOPPING_OUTCOME = (
    Outcome.OUT_OF_SCOPE_GENERAL_ADVICE
)  # from here on, an outcome ends the plan or puts a clinician before it
MAX_LINE = 50  # as many fit beside each other in the drawing
SHARED_TOPICS = {"readiness_limits": "recovery", "soreness": "recovery", "return_to_running": "recovery"}


class RuleGroup(NamedTuple):
    """Rules that are asked together: by the outcome that they bring, or by their topic; `lines` are their names."""

    name: str
    rules: tuple[Rule, ...]
    lines: tuple[str, ...]


def data() -> Mapping[str, object]:
    """The gates, the gravest first, and the limits in the order in which a coach would ask."""
    outcomes = {rule.id: _outcome(rule) for rule in RULES}
    gates = [(outcome.slug, [rule for rule in RULES if outcomes[rule.id] is outcome]) for outcome in reversed(Outcome)]
    limits = groupby((rule for rule in RULES if outcomes[rule.id] < FIRST_STOPPING_OUTCOME), key=_topic)
    return {
        "gates": [
            _group(name, rules) for name, rules in gates if rules and Outcome[name.upper()] >= FIRST_STOPPING_OUTCOME
        ],
        "limits": [_group(topic, rules) for topic, rules in limits],
    }


def _outcome(rule: Rule) -> Outcome:
    """The outcome that the rule leads to in its example."""
    findings = assess(parse(rule_examples.example_for(rule.id).query)).findings
    return next(finding.limit.outcome for finding in findings if finding.rule.id == rule.id)


def _topic(rule: Rule) -> str:
    """The topic of a rule: the module that holds it, or what several modules share."""
    module = rule.apply.__module__.rpartition(".")[2]
    return SHARED_TOPICS.get(module, module)


def _group(name: str, rules: Iterable[Rule]) -> RuleGroup:
    members = tuple(rules)
    names = ", ".join(rule.id.replace("-", "\N{NO-BREAK SPACE}") for rule in members)
    return RuleGroup(name, members, tuple(wrap(names, MAX_LINE, break_long_words=False)))
