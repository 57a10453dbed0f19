"""Maximal heart rate, heart-rate reserve and the range of each intensity band, in beats per minute."""

from __future__ import annotations

from calculator.data import parameters as p
from calculator.data.sentences import say
from calculator.model import Situation
from calculator.scales import Intensity

__all__ = ["band", "maximum", "method", "range_of_maximum", "resting"]


def _gulati(s: Situation) -> bool:
    """Whether the formula made for women fits this reader: it was found in women from about thirty-five on."""
    return s.sex == "f" and s.age is not None and s.age >= p.GULATI_FROM.value


def maximum(s: Situation) -> float | None:
    """Maximal heart rate in beats per minute: measured first, else estimated from age, else unknown.

    Gulati's formula for women from 35 on, Tanaka's for everybody else; either is off by more than 10 bpm for one reader in three.
    """
    if s.age is None or s.age < p.ADULT.value:
        return None
    if s.max_hr is not None:
        return float(s.max_hr)
    if _gulati(s):
        return p.GULATI_BASE.value - p.GULATI_SLOPE.value * s.age
    return p.TANAKA_BASE.value - p.TANAKA_SLOPE.value * s.age


def resting(s: Situation) -> int | None:
    """Resting heart rate in beats per minute, the usual one before today's; None without an answer.

    A day of strain raises the resting rate and must not raise the ranges.
    """
    return s.usual_resting_hr if s.usual_resting_hr is not None else s.resting_hr


def _reserve(s: Situation) -> tuple[float, float] | None:
    """(resting, reserve) in beats per minute, or None where the reserve method must not be used."""
    rest, top = resting(s), maximum(s)
    if rest is None or top is None or not p.KARVONEN_RESTING.low <= rest <= p.KARVONEN_RESTING.high:
        return None
    return (rest, top - rest) if top - rest >= p.LEAST_RESERVE.value else None


def band(s: Situation, intensity: Intensity) -> tuple[int, int] | None:
    """The range of one intensity band in beats per minute, or None where no honest range exists.

    Karvonen's reserve method when the resting rate is known, else a share of the maximum. Bands never overlap.
    """
    top = maximum(s)
    if top is None:
        return None
    if resting(s) is None:
        base, span, shares = 0.0, top, p.HRMAX
    elif (reserve := _reserve(s)) is not None:
        (base, span), shares = reserve, p.HRR
    else:
        return None
    low, high = (round(base + span * share / 100) for share in (shares[intensity].low, shares[intensity].high))
    if intensity < Intensity.NEAR_MAX:
        high = min(high, round(base + span * shares[Intensity(intensity + 1)].low / 100) - 1)
    return low, high


def range_of_maximum(s: Situation, of_maximum: p.Span) -> tuple[int, int] | None:
    """The range in beats per minute of a format whose authors gave it as a share of the maximum."""
    top = maximum(s)
    return None if top is None else (round(top * of_maximum.low / 100), round(top * of_maximum.high / 100))


def method(s: Situation) -> str:
    """How the range was computed and its error, or why there is none, as a sentence for readers."""
    if maximum(s) is None:
        return say("heart-rate.age") if s.max_hr is not None and s.age is None else ""
    if (rest := resting(s)) is not None and not p.KARVONEN_RESTING.low <= rest <= p.KARVONEN_RESTING.high:
        return say("heart-rate.resting", range=p.KARVONEN_RESTING)
    if rest is not None and _reserve(s) is None:
        return say("heart-rate.mismatch")
    scale = "maximum" if rest is None else "reserve"
    if s.max_hr is not None:
        return say(f"heart-rate.measured.{scale}")
    return say(f"heart-rate.{'gulati' if _gulati(s) else 'tanaka'}.{scale}", error=p.HR_ERROR)
