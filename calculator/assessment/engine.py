"""Apply all rules to a situation and combine their limits: the most cautious value of each wins.

Combining is commutative, associative and idempotent (a lattice), so the order of the rules cannot matter.
"""

from __future__ import annotations

from collections.abc import Iterable

from calculator.assessment import readiness
from calculator.data.modalities import INTERVAL_ONLY, MODALITIES, SLUGS
from calculator.model import Modality, Readiness, Situation
from calculator.rules import RULES
from calculator.rules_api import Assessment, Finding, Limit, Rule
from calculator.scales import Impact, Intensity, Outcome

__all__ = [
    "RULES",
    "allowed_slugs",
    "allows",
    "assess",
    "blockers",
    "combine",
    "excluded_by",
    "meet",
    "reassess",
    "time_invariant_part",
]

_ALL_DAY_MINUTES = 24 * 60
# The rules that are silent where no condition, medicine or warning sign is given: nearly half of all, and most readers have none.
_HEALTH_RULES = frozenset(
    {
        "achilles",
        "ankle",
        "asthma",
        "blood-thinner",
        "body-weight",
        "bone-pain",
        "clearance-first",
        "emergency",
        "epilepsy",
        "fever",
        "foot-pain",
        "foot-pain-walks",
        "glucose",
        "head-cold",
        "heart-disease",
        "heart-rate-medicine",
        "hip",
        "irregular-heartbeat",
        "joint-locking",
        "knee",
        "low-back",
        "muscle-strain",
        "osteoporosis",
        "other-health",
        "pelvic-floor",
        "pregnancy",
        "rhabdo-caution",
        "screening",
        "shin",
        "sickle-cell-trait",
        "unexplained-decline",
        "urgent",
    }
)
_RULES_FOR_HEALTHY = tuple(rule for rule in RULES if rule.id not in _HEALTH_RULES)
_TIME_DEPENDENT = tuple(rule for rule in RULES if not rule.time_invariant)
_ABOVE_IMPACT = {
    impact: frozenset(
        mode.slug
        for mode in MODALITIES
        if mode.impact > impact and not (mode.slug == "walk_easy" and impact is Impact.NONE)
    )
    for impact in Impact
}
_ABOVE_INTENSITY = {band: frozenset(mode.slug for mode in MODALITIES if mode.gentlest > band) for band in Intensity}
_HIGH, _NEAR_MAX = Impact.HIGH, Intensity.NEAR_MAX
_NO_MODALITIES: frozenset[str] = frozenset()
UNLIMITED = Assessment(
    (),
    Readiness(100, 0),
    Outcome.RECOMMEND,
    _HIGH,
    _NEAR_MAX,
    _ALL_DAY_MINUTES,
    _ALL_DAY_MINUTES,
    (),
    _NO_MODALITIES,
    allows_intervals=True,
    allows_session=True,
    shows_heart_rate=True,
    whole_minutes=_ALL_DAY_MINUTES,
)


def combine(findings: Iterable[Finding], readiness: Readiness, start: Assessment = UNLIMITED) -> Assessment:
    """Combine findings with `start`: the most cautious of every limit. Order and repetition do not matter.

    Hot path (called dozens of times per answer): fields still at their default are skipped.
    """
    findings_added = tuple(findings)
    (
        findings_before,
        _,
        outcome,
        impact,
        intensity,
        minutes,
        hard_minutes,
        scoped_limits,
        out,
        intervals,
        session,
        heart_rate,
        whole_minutes,
    ) = start
    excluded = [out]
    for _, limit in findings_added:
        _, worst, strike, band, longest, hard, modes, shut, in_sets, some, beats, _, whole = limit
        if worst:
            outcome = max(outcome, worst)
        if strike is not _HIGH:
            impact = min(impact, strike)
        if modes:
            scoped_limits = (*scoped_limits, limit)
        else:
            intensity = intensity if band is _NEAR_MAX else min(intensity, band)
            minutes = minutes if longest is None else min(minutes, longest)
        hard_minutes = hard_minutes if hard is None else min(hard_minutes, hard)
        whole_minutes = whole_minutes if whole is None else min(whole_minutes, whole)
        if shut:
            excluded.append(shut)
        intervals, session, heart_rate = intervals and in_sets, session and some, heart_rate and beats
    return Assessment(
        findings_before + findings_added,
        readiness,
        outcome,
        impact,
        intensity,
        minutes,
        hard_minutes,
        scoped_limits,
        _NO_MODALITIES.union(*excluded),
        intervals,
        session,
        heart_rate,
        whole_minutes,
    )


def meet(first: Assessment, second: Assessment) -> Assessment:
    """What both assessments allow: the greatest lower bound of the two."""
    by_reason: dict[str, list[Finding]] = {}
    findings_of_both = []
    for finding in (*first.findings, *second.findings):  # a set would have to hash every rule and limit
        same_reason = by_reason.setdefault(finding.limit.reason, [])
        if finding not in same_reason:
            same_reason.append(finding)
            findings_of_both.append(finding)
    return combine(findings_of_both, min(first.readiness, second.readiness))


def assess(s: Situation, rules: tuple[Rule, ...] = RULES, start: Assessment = UNLIMITED) -> Assessment:
    """Apply the rules to a situation and combine their limits."""
    if rules is RULES and not (s.conditions or s.medicines or s.red_flags):
        rules = _RULES_FOR_HEALTHY
    estimated = readiness.estimate(s)
    findings_of_rules = [Finding(rule, limit) for rule in rules if (limit := rule.apply(s, estimated)) is not None]
    return combine(findings_of_rules, estimated, start)


def time_invariant_part(a: Assessment) -> Assessment:
    """The part of an assessment that does not depend on the hour, the soreness or the time available."""
    return combine((finding for finding in a.findings if finding.rule.time_invariant), a.readiness)


def reassess(s: Situation, invariant: Assessment) -> Assessment:
    """Re-assess the same reader at another hour, soreness or time budget, reusing time-invariant results."""
    return assess(s, _TIME_DEPENDENT, invariant)


def excluded_by(limit: Limit) -> frozenset[str]:
    """The kinds of cardio that one limit excludes. Easy walking on the flat passes the impact class none."""
    if not limit.allows_session:
        return SLUGS
    harder = _ABOVE_INTENSITY[limit.intensity]
    out = limit.excluded | _ABOVE_IMPACT[limit.impact] | (harder & limit.applies_to if limit.applies_to else harder)
    return out if limit.allows_intervals else out | INTERVAL_ONLY


def allowed_slugs(a: Assessment) -> frozenset[str]:
    """The kinds of cardio that an assessment allows."""
    if not a.allows_session:
        return frozenset()
    out = a.excluded | _ABOVE_IMPACT[a.impact] | _ABOVE_INTENSITY[a.intensity]
    for limit in a.scoped_limits:
        out |= _ABOVE_INTENSITY[limit.intensity] & limit.applies_to
    return SLUGS - out if a.allows_intervals else SLUGS - out - INTERVAL_ONLY


def allows(a: Assessment, mode: Modality) -> bool:
    """Whether an assessment allows this kind of cardio."""
    return mode.slug in allowed_slugs(a)


def blockers(a: Assessment, mode: Modality) -> tuple[Finding, ...]:
    """The findings that exclude this kind of cardio, in the order of the rules."""
    return tuple(finding for finding in a.findings if mode.slug in excluded_by(finding.limit))
