"""The data of the guide's charts, asked of the calculator. Their markup is in templates/charts/."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from builder.macros import rule_order
from calculator.assessment.readiness import estimate, fatigue
from calculator.data import parameters as p
from calculator.data.modalities import MODALITIES
from calculator.form.parse import parse
from calculator.scales import Intensity, LegSessionEffort
from calculator.session.builder import TALK

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from calculator.model import Modality, Situation

__all__ = ["data"]

HOURS_BETWEEN_POINTS = 2
BORG = p.RPE_VERY_LIGHT.low, p.RPE_NEAR_MAX.high
CR10 = dict(
    zip(Intensity, (p.CR10_VERY_LIGHT, p.CR10_LIGHT, p.CR10_MODERATE, p.CR10_VIGOROUS, p.CR10_NEAR_MAX), strict=True)
)


class Curve(NamedTuple):
    """Readiness after a session of one effort: (hours, score), and the hours that open moderate and high impact."""

    effort: str
    points: tuple[tuple[int, float], ...]
    ready_moderate: int | None
    ready_high: int | None


class ScaleBand(NamedTuple):
    """One band on a scale: where it starts and ends, in hundredths of the scale, and its first and last number."""

    band: str
    start: float
    end: float
    first: int
    last: int


class Talk(NamedTuple):
    """One band as the talk test tells it."""

    band: str
    sounds: str


def data(name: str) -> Mapping[str, object]:
    """What the chart of this name is drawn from; nothing for a chart that needs only the parameters."""
    return CHARTS[name]() if name in CHARTS else {}


def _recovery_timeline() -> Mapping[str, object]:
    return {"curves": [_curve(effort) for effort in LegSessionEffort], "last": int(p.TIMELINE.value)}


def _curve(effort: LegSessionEffort) -> Curve:
    hours = range(int(p.TIMELINE.value) + 1)
    scores = {hour: estimate(_after(effort, hour)).score for hour in hours}
    points = tuple((hour, 100 - fatigue(_after(effort, hour))) for hour in hours[::HOURS_BETWEEN_POINTS])
    return Curve(
        effort.slug, points, _first_hour(scores, p.READY_MODERATE.value), _first_hour(scores, p.READY_HIGH.value)
    )


def _after(effort: LegSessionEffort, hours: int) -> Situation:
    """An intermediate lifter so many hours after a session, without soreness."""
    return parse(f"hours_since_legs={hours}&leg_effort={effort.slug}&soreness=0&lifting_experience=intermediate")


def _first_hour(scores: Mapping[int, int], level: float) -> int | None:
    """The first hour at which the level is reached, within the outlook."""
    return next((hour for hour, score in scores.items() if score >= level), None)


def _intensity_scales() -> Mapping[str, object]:
    low, high = BORG
    return {
        "scales": {
            "hrr": _bands(p.HRR, 0, 100),
            "hrmax": _bands(p.HRMAX, 0, 100),
            "rpe": _bands(p.RPE, low, high),
            "cr10": _bands(CR10, p.CR10_VERY_LIGHT.low, p.CR10_NEAR_MAX.high),
        },
        "talks": [Talk(band.slug, sounds) for band, sounds in TALK.items()],
    }


def _bands(bands: Mapping[Intensity, p.Span], low: float, high: float) -> list[ScaleBand]:
    """The bands of a scale side by side: each reaches to the start of the next one."""
    starts = [span.low for span in bands.values()]
    ends = [*starts[1:], high]
    return [
        ScaleBand(
            band.slug, 100 * (start - low) / (high - low), 100 * (end - low) / (high - low), int(start), int(span.high)
        )
        for (band, span), start, end in zip(bands.items(), starts, ends, strict=True)
    ]


def _impact_map() -> Mapping[str, object]:
    return {"modalities": sorted(MODALITIES, key=_gentlest_first)}


def _gentlest_first(mode: Modality) -> tuple[int, int, int, str]:
    easy, hard = mode.leg_load
    return mode.impact.value, easy.value, hard.value, mode.name


CHARTS: Mapping[str, Callable[[], Mapping[str, object]]] = {
    "recovery-timeline": _recovery_timeline,
    "intensity-scales": _intensity_scales,
    "impact-map": _impact_map,
    "rule-order": rule_order.data,
}
