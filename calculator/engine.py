"""Knows how to ask every rule and to keep the most cautious of all that they say.

Must never know a rule by name, a number of the guidance, or a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable

from calculator import readiness
from calculator.modalities import INTERVAL_ONLY, MODALITIES, SLUGS
from calculator.model import (
    Assessment,
    Finding,
    Impact,
    Intensity,
    Limit,
    Modality,
    Outcome,
    Readiness,
    Rule,
    Situation,
)
from calculator.rules import RULES

__all__ = ["RULES", "allows", "assess", "blockers", "closed", "combine", "meet", "opened"]

_UNBOUNDED = 24 * 60
_STRIKING_ABOVE = {
    impact: frozenset(
        mode.slug
        for mode in MODALITIES
        if mode.impact > impact and not (mode.slug == "walk_easy" and impact is Impact.NONE)
    )
    for impact in Impact
}
_HARDER = {band: frozenset(mode.slug for mode in MODALITIES if mode.gentlest > band) for band in Intensity}


def combine(findings: Iterable[Finding], ready: Readiness) -> Assessment:
    """The most cautious of every limit. The order does not matter, and saying a thing twice changes nothing.

    Plain comparisons instead of min and max: an answer comes here dozens of times, and this halves its cost.
    """
    kept = tuple(findings)
    outcome, impact, intensity = Outcome.RECOMMEND, Impact.HIGH, Intensity.NEAR_MAX
    minutes = hard_minutes = _UNBOUNDED
    scoped: list[Limit] = []
    excluded: list[frozenset[str]] = []
    intervals = session = heart_rate = True
    for _, limit in kept:
        outcome = max(outcome, limit.outcome)
        impact = min(impact, limit.impact)
        if limit.modes:
            scoped.append(limit)
        else:
            intensity = min(intensity, limit.intensity)
            if limit.minutes is not None and limit.minutes < minutes:
                minutes = limit.minutes
        if limit.hard_minutes is not None and limit.hard_minutes < hard_minutes:
            hard_minutes = limit.hard_minutes
        if limit.excluded:
            excluded.append(limit.excluded)
        intervals, session, heart_rate = (
            intervals and limit.intervals,
            session and limit.session,
            heart_rate and limit.heart_rate,
        )
    out = frozenset().union(*excluded)
    return Assessment(
        kept,
        ready,
        outcome,
        impact,
        intensity,
        minutes,
        hard_minutes,
        tuple(scoped),
        out,
        intervals,
        session,
        heart_rate,
    )


def meet(one: Assessment, other: Assessment) -> Assessment:
    """What both assessments allow: the greatest lower bound of the two."""
    seen = dict.fromkeys((*one.findings, *other.findings))
    return combine(seen, min(one.readiness, other.readiness))


def assess(s: Situation, rules: tuple[Rule, ...] = RULES) -> Assessment:
    """Ask every rule about the situation and keep the most cautious of what they say."""
    ready = readiness.estimate(s)
    return combine([Finding(rule, limit) for rule in rules if (limit := rule.apply(s, ready)) is not None], ready)


def closed(limit: Limit) -> frozenset[str]:
    """Every kind of cardio that one limit takes out. Easy walking on the flat passes the impact class none."""
    if not limit.session:
        return SLUGS
    harder = _HARDER[limit.intensity]
    out = limit.excluded | _STRIKING_ABOVE[limit.impact] | (harder & limit.modes if limit.modes else harder)
    return out if limit.intervals else out | INTERVAL_ONLY


def opened(a: Assessment) -> frozenset[str]:
    """Every kind of cardio that nothing in the assessment takes out."""
    if not a.session:
        return frozenset()
    out = a.excluded | _STRIKING_ABOVE[a.impact] | _HARDER[a.intensity]
    for limit in a.scoped:
        out |= _HARDER[limit.intensity] & limit.modes
    return SLUGS - out if a.intervals else SLUGS - out - INTERVAL_ONLY


def allows(a: Assessment, mode: Modality) -> bool:
    """Whether nothing in the assessment takes this kind of cardio out."""
    return mode.slug in opened(a)


def blockers(a: Assessment, mode: Modality) -> tuple[Finding, ...]:
    """Every finding that takes this kind of cardio out, in the order of the rules."""
    return tuple(finding for finding in a.findings if mode.slug in closed(finding.limit))
