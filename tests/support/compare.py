"""Compare two assessments, and collect all texts of an answer."""

from __future__ import annotations

from collections.abc import Iterator

from calculator.assessment.engine import allows
from calculator.data.modalities import MODALITIES
from calculator.rules_api import Assessment
from calculator.scales import Impact, Intensity
from calculator.schema import Answer

__all__ = ["FORBIDDEN", "IMPACTS", "INTENSITIES", "allowed", "limits", "no_stricter", "rules_of", "texts_of"]

IMPACTS = [impact.slug for impact in Impact]
INTENSITIES = [intensity.slug for intensity in Intensity]
FORBIDDEN = (
    "lactic", "flush", "toxin", "venous", "guarantee", "dislocat", "recovers faster", "recover faster", "heals faster",
    "heal faster", "faster recovery", "repairs faster", "speeds recovery", "speed up recovery", "run through it",
)  # fmt: skip


def allowed(a: Assessment) -> frozenset[str]:
    """Every kind of cardio that the assessment lets through."""
    return frozenset(mode.slug for mode in MODALITIES if allows(a, mode))


def rules_of(a: Assessment) -> frozenset[str]:
    """The rules that spoke."""
    return frozenset(finding.rule.id for finding in a.findings)


def limits(a: Assessment) -> tuple[object, ...]:
    """Everything that an assessment limits, without its words."""
    per_mode = tuple(a.ceilings(mode.slug) for mode in MODALITIES)
    return (
        a.outcome,
        a.impact,
        a.minutes,
        a.hard_minutes,
        a.allows_intervals,
        a.allows_session,
        a.shows_heart_rate,
        per_mode,
        allowed(a),
    )


def no_stricter(assessment: Assessment, other: Assessment) -> list[str]:
    """What `one` allows that `other` does not: nothing where it is at least as strict."""
    results = []
    if assessment.impact > other.impact:
        results.append(f"impact {assessment.impact} > {other.impact}")
    if assessment.minutes > other.minutes or assessment.hard_minutes > other.hard_minutes:
        results.append(f"minutes {assessment.minutes}/{assessment.hard_minutes} > {other.minutes}/{other.hard_minutes}")
    flags = ("allows_intervals", "allows_session", "shows_heart_rate")
    results += [flag for flag in flags if getattr(assessment, flag) > getattr(other, flag)]
    for mode in MODALITIES:
        mine, theirs = assessment.ceilings(mode.slug), other.ceilings(mode.slug)
        if mine.intensity > theirs.intensity or mine.minutes > theirs.minutes:
            results.append(f"{mode.slug}: {mine} > {theirs}")
    return results + [f"{slug} opened" for slug in sorted(allowed(assessment) - allowed(other))]


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def texts_of(answer: Answer) -> list[str]:
    """Every string of an answer but its own query."""
    return [text for key, value in answer.items() if key != "query" for text in _strings(value)]
