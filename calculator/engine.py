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

__all__ = ["RULES", "again", "allows", "assess", "blockers", "closed", "combine", "meet", "opened", "standing"]

_UNBOUNDED = 24 * 60
_PASSING = tuple(rule for rule in RULES if not rule.stands)
_STRIKING_ABOVE = {
    impact: frozenset(
        mode.slug
        for mode in MODALITIES
        if mode.impact > impact and not (mode.slug == "walk_easy" and impact is Impact.NONE)
    )
    for impact in Impact
}
_HARDER = {band: frozenset(mode.slug for mode in MODALITIES if mode.gentlest > band) for band in Intensity}
_HIGH, _NEAR_MAX = Impact.HIGH, Intensity.NEAR_MAX
_NOTHING: frozenset[str] = frozenset()
_FREE = Assessment(
    (),
    Readiness(100, 0),
    Outcome.RECOMMEND,
    _HIGH,
    _NEAR_MAX,
    _UNBOUNDED,
    _UNBOUNDED,
    (),
    _NOTHING,
    intervals=True,
    session=True,
    heart_rate=True,
)


def combine(findings: Iterable[Finding], ready: Readiness, start: Assessment = _FREE) -> Assessment:
    """The most cautious of every limit. The order does not matter, and saying a thing twice changes nothing.

    An answer comes here dozens of times, and most limits leave most alone: what is left alone is not compared.
    """
    new = tuple(findings)
    known, _, outcome, impact, intensity, minutes, hard_minutes, scoped, out, intervals, session, heart_rate = start
    excluded = [out]
    for _, limit in new:
        _, worst, strike, band, longest, hard, modes, shut, in_sets, some, beats, _ = limit
        if worst:
            outcome = max(outcome, worst)
        if strike is not _HIGH:
            impact = min(impact, strike)
        if modes:
            scoped = (*scoped, limit)
        else:
            intensity = intensity if band is _NEAR_MAX else min(intensity, band)
            minutes = minutes if longest is None else min(minutes, longest)
        hard_minutes = hard_minutes if hard is None else min(hard_minutes, hard)
        if shut:
            excluded.append(shut)
        intervals, session, heart_rate = intervals and in_sets, session and some, heart_rate and beats
    return Assessment(
        known + new,
        ready,
        outcome,
        impact,
        intensity,
        minutes,
        hard_minutes,
        scoped,
        _NOTHING.union(*excluded),
        intervals,
        session,
        heart_rate,
    )


def meet(one: Assessment, other: Assessment) -> Assessment:
    """What both assessments allow: the greatest lower bound of the two."""
    seen = dict.fromkeys((*one.findings, *other.findings))
    return combine(seen, min(one.readiness, other.readiness))


def assess(s: Situation, rules: tuple[Rule, ...] = RULES, start: Assessment = _FREE) -> Assessment:
    """Ask every rule about the situation and keep the most cautious of what they say."""
    ready = readiness.estimate(s)
    found = [Finding(rule, limit) for rule in rules if (limit := rule.apply(s, ready)) is not None]
    return combine(found, ready, start)


def standing(a: Assessment) -> Assessment:
    """What stands of an assessment whatever the hour, the soreness and the time available."""
    return combine((found for found in a.findings if found.rule.stands), a.readiness)


def again(s: Situation, stands: Assessment) -> Assessment:
    """The assessment of the same reader at another hour, soreness or time available: what stands is not asked again."""
    return assess(s, _PASSING, stands)


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
