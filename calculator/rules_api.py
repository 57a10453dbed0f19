"""What rules and advisories are made of: `Limit`, `Rule`, `Finding`, `Assessment`, `Advisory`, and their decorators.

The docstring of a function under `@rule` or `@advisory` is its rationale. It is printed in the guide, so write it for readers.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from calculator.model import Readiness, Situation, Source
from calculator.scales import Certainty, Impact, Intensity, Outcome

__all__ = ["Advisory", "Assessment", "Finding", "Limit", "Rule", "advisory", "rule"]

ANY_MODALITY: frozenset[str] = frozenset()


class Limit(NamedTuple):
    """What one rule forbids. A field left at its default limits nothing.

    `applies_to` narrows intensity and minutes to some kinds of cardio (empty: all); `minutes` is the longest main part;
    `hard_minutes` the longest main part at vigorous effort or above, `whole_minutes` the longest session with warm-up and
    cool-down. `reason` is the sentence for this reader.

    A tuple, not a dataclass: an answer makes hundreds of these, and a frozen dataclass costs four times as much.
    """

    reason: str
    outcome: Outcome = Outcome.RECOMMEND
    impact: Impact = Impact.HIGH
    intensity: Intensity = Intensity.NEAR_MAX
    minutes: int | None = None
    hard_minutes: int | None = None
    applies_to: frozenset[str] = ANY_MODALITY
    excluded: frozenset[str] = frozenset()
    allows_intervals: bool = True
    allows_session: bool = True
    shows_heart_rate: bool = True
    action: str = ""
    whole_minutes: int | None = None


class Rule(NamedTuple):
    """A rule: its function, its rationale for readers, its anchor in the guide, its sources and certainty."""

    id: str
    apply: Callable[[Situation, Readiness], Limit | None]
    rationale: str
    guide_anchor: str
    sources: tuple[Source, ...]
    certainty: Certainty
    claims: tuple[str, ...]
    time_invariant: bool = False
    danger: bool = False


def rule(  # noqa: PLR0913 - what a rule is made of, each by its name
    name: str,
    *,
    guide_anchor: str,
    sources: tuple[Source, ...],
    certainty: Certainty,
    claims: tuple[str, ...] = (),
    time_invariant: bool = False,
    danger: bool = False,
) -> Callable[[Callable[[Situation, Readiness], Limit | None]], Rule]:
    """Decorate a function as a `Rule`. Nothing is registered: the tuple RULES lists every rule.

    The function's docstring is the rationale and is printed in the guide. `time_invariant`: the rule reads no answer that
    changes with time (hours, soreness, walk, sleep, leg session, time available, next sessions), so the outlook reuses its
    result.
    """

    def make(function: Callable[[Situation, Readiness], Limit | None]) -> Rule:
        rationale = " ".join((function.__doc__ or "").split())
        return Rule(name, function, rationale, guide_anchor, sources, certainty, claims, time_invariant, danger)

    return make


class Finding(NamedTuple):
    """A rule that applies to this reader, with its limit."""

    rule: Rule
    limit: Limit


class ModalityCeilings(NamedTuple):
    """The intensity and minutes of one kind of cardio, after every limit that applies to it."""

    intensity: Intensity
    minutes: int


class Assessment(NamedTuple):
    """The most cautious of all limits. Combining is a lattice, so the order of the rules cannot matter."""

    findings: tuple[Finding, ...]
    readiness: Readiness
    outcome: Outcome
    impact: Impact
    intensity: Intensity
    minutes: int
    hard_minutes: int
    scoped_limits: tuple[Limit, ...]
    excluded: frozenset[str]
    allows_intervals: bool
    allows_session: bool
    shows_heart_rate: bool
    whole_minutes: int

    def ceilings(self, slug: str) -> ModalityCeilings:
        """The intensity band and the minutes that one kind of cardio may reach."""
        intensity, minutes = self.intensity, self.minutes
        for limit in self.scoped_limits:
            if slug in limit.applies_to:
                intensity = min(intensity, limit.intensity)
                minutes = minutes if limit.minutes is None else min(minutes, limit.minutes)
        return ModalityCeilings(intensity, minutes)


class Advisory(NamedTuple):
    """A sentence that limits nothing: a warning, a tip or an aid to recovery.

    It is shown only beside a session of the kind `modality` (empty: any) with a main part of at least `min_main_minutes` (min).
    """

    id: str
    text: Callable[[Situation, Assessment], str | None]
    rationale: str
    guide_anchor: str
    sources: tuple[Source, ...]
    certainty: Certainty
    claims: tuple[str, ...]
    name: str
    modality: str
    min_main_minutes: float


def advisory(  # noqa: PLR0913 - a remark has this many parts
    slug: str,
    *,
    guide_anchor: str,
    sources: tuple[Source, ...],
    certainty: Certainty,
    claims: tuple[str, ...] = (),
    name: str = "",
    modality: str = "",
    min_main_minutes: float = 0,
) -> Callable[[Callable[[Situation, Assessment], str | None]], Advisory]:
    """Decorate a function that returns a sentence or None as an `Advisory`.

    Its docstring is the rationale, printed in the guide.
    """

    def make(function: Callable[[Situation, Assessment], str | None]) -> Advisory:
        rationale = " ".join((function.__doc__ or "").split())
        return Advisory(
            slug, function, rationale, guide_anchor, sources, certainty, claims, name, modality, min_main_minutes
        )

    return make
