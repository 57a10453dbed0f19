"""Conditions that several advisories share."""

from __future__ import annotations

from calculator.rules_api import Assessment
from calculator.scales import Outcome


def has_plan(a: Assessment) -> bool:
    """Whether the reader gets a plan to train by."""
    return a.outcome <= Outcome.REST_OR_WALK_ONLY


def swimming_allowed(a: Assessment) -> bool:
    """Whether swimming is among what the reader may do."""
    return a.allows_session and "swimming" not in a.excluded


def rule_applies(a: Assessment, *ids: str) -> bool:
    """Whether any of these rules has spoken."""
    return any(finding.rule.id in ids for finding in a.findings)
