"""Assess the hours of a week, and choose the best session of each day.

An hour is limited by every leg session of the week before it.
"""

from __future__ import annotations

from functools import lru_cache, reduce
from math import ceil
from typing import NamedTuple

from calculator.assessment import engine, outlook
from calculator.assessment.readiness import soreness_after
from calculator.data import parameters as p
from calculator.data.modalities import BY_SLUG
from calculator.form.fields import FIELDS_BY_NAME
from calculator.model import Modality, Situation
from calculator.rules_api import Assessment
from calculator.scales import LegSessionEffort
from calculator.schema import Option
from calculator.session import builder as session_builder
from calculator.session import ranking
from calculator.week.parse import KeySession, LegSession, Timetable

__all__ = [
    "BestSession",
    "HourAssessment",
    "PlannedDay",
    "assess_hour",
    "assess_key_session",
    "best_session",
    "build_session",
    "expected_soreness",
    "is_feasible",
    "plan_day",
]

_WEEK = 24 * 7
_LIFTING_HOURS = int(p.LIFTING_HOURS.value)
_MAX_SORENESS = int(FIELDS_BY_NAME["soreness"].high)
_MAX_HOURS_SINCE_LEGS = FIELDS_BY_NAME["hours_since_legs"].high
_CACHE_SIZE = 4096  # a week and its moves need a few hundred assessments, many of them equal


class HourAssessment(NamedTuple):
    """An hour of the week: one situation for each leg session that matters, and the combined assessment.

    `freedom` orders hours: the gentlest outcome first, then intensity, impact and minutes.
    """

    situations: tuple[Situation, ...]
    assessment: Assessment
    freedom: tuple[int, int, int, int]

    @property
    def sorest(self) -> Situation:
        """The situation that a session is written for."""
        return _sorest(self.situations)


class BestSession(NamedTuple):
    """The best session of an hour: the kind of cardio, its main part in minutes, what of it counts as moderate."""

    mode: Modality
    minutes: int
    equivalent: int


class PlannedDay(NamedTuple):
    """One day: cardio, key, rest, full (no free hour) or none (nothing suits).

    With the hour of the day and the engine's answer for it where there was one to ask about, and the best session.
    """

    kind: str
    hour: int | None = None
    assessed: HourAssessment | None = None
    best_session: BestSession | None = None


class PriorLegSession(NamedTuple):
    """A leg session that may limit an hour: hours since its end, and its effort."""

    hours: int
    effort: LegSessionEffort


@lru_cache(maxsize=_CACHE_SIZE)
def expected_soreness(usual: int, effort: LegSessionEffort, hours: int) -> int:
    """Soreness expected so many hours after legs of an effort, of 10, rounded up.

    The soreness that is usual a day after hard legs, scaled by effort, easing along the published course.
    """
    day = p.EASING[0][0]
    after = soreness_after(Situation(hours_since_legs=day, soreness=usual), hours - day)
    return min(_MAX_SORENESS, ceil(after * p.SORENESS_SHARE[effort] - 1e-9))


def _prior_leg_sessions(legs: tuple[LegSession, ...], at: int) -> tuple[PriorLegSession, ...]:
    """The leg sessions that may limit an hour, the latest first.

    The week repeats, so each lies less than a week back. A session that was no harder than a later one is skipped: limits
    are monotone in hours and effort.
    """
    gaps = sorted(((at - leg.at - _LIFTING_HOURS) % _WEEK, -leg.effort, leg.effort) for leg in legs)
    relevant: list[PriorLegSession] = []
    for hours, _, effort in gaps:
        if not relevant or effort > relevant[-1].effort:
            relevant.append(PriorLegSession(hours, effort))
    return tuple(relevant)


def _hours_until(hours_of_week: list[int], at: int) -> int | None:
    """Hours to the nearest of these hours of the week, or None if there is none."""
    return min(((hour - at) % _WEEK for hour in hours_of_week), default=None)


def _situation_after(base: Situation, usual: int, past: PriorLegSession) -> Situation:
    """The reader some hours after a leg session."""
    soreness = expected_soreness(usual, past.effort, past.hours)
    stiff = base.walking_affected and soreness >= p.SORENESS_CAP.value
    return base._replace(hours_since_legs=past.hours, leg_effort=past.effort, soreness=soreness, walking_affected=stiff)


def _sorest(situations: tuple[Situation, ...]) -> Situation:
    return max(situations, key=lambda s: s.soreness)


def _most_cautious(situations: tuple[Situation, ...]) -> Assessment:
    """The combined assessment of several situations."""
    return reduce(engine.meet, map(engine.assess, situations))


@lru_cache(maxsize=_CACHE_SIZE)
def _assess_hour(
    reader: Situation,
    soreness: int,
    minutes: int,
    past: tuple[PriorLegSession, ...],
    legs: int | None,
    event: int | None,
) -> HourAssessment:
    """The most cautious of what the engine says after each leg session, with the hours to the next legs and event."""
    base = reader._replace(minutes=minutes, next_legs_in_hours=legs, next_event_in_hours=event)
    fresh = base._replace(
        hours_since_legs=_MAX_HOURS_SINCE_LEGS, leg_effort=LegSessionEffort.LIGHT, soreness=0, walking_affected=False
    )
    situations = tuple(_situation_after(base, soreness, gap) for gap in past) or (fresh,)
    assessment = _most_cautious(situations)
    return HourAssessment(
        situations,
        assessment,
        (-assessment.outcome, outlook.leg_intensity(assessment), assessment.impact, assessment.minutes),
    )


def assess_hour(week: Timetable, at: int) -> HourAssessment:
    """Assess an hour of the week, with the leg sessions before it and the key sessions after it."""
    legs = _hours_until([legs.at for legs in week.legs if legs.effort >= LegSessionEffort.HARD], at)
    event = _hours_until([key.at for key in week.keys], at)
    return _assess_hour(
        week.reader, week.soreness, week.minutes[at // 24], _prior_leg_sessions(week.legs, at), legs, event
    )


def assess_key_session(week: Timetable, key: KeySession) -> HourAssessment:
    """Assess a key session after the legs before it. Later sessions give way to it, so they are left out."""
    return _assess_hour(week.reader, week.soreness, key.minutes, _prior_leg_sessions(week.legs, key.at), None, None)


def _equivalent(intensity: str, minutes: int, *, steady: bool) -> int:
    """Minutes that count as moderate: none of light work, twice of steady vigorous work, intervals with their rests once."""
    if intensity in {"very_light", "light"}:
        return 0
    factor = p.WEEK_MODERATE.low / p.WEEK_VIGOROUS.low if steady and intensity != "moderate" else 1
    return int(minutes * factor)


@lru_cache(maxsize=_CACHE_SIZE)
def _best_session(situations: tuple[Situation, ...]) -> BestSession | None:
    """The best session after these situations, or None where nothing is left."""
    allowed, sorest = _most_cautious(situations), _sorest(situations)
    ranked = ranking.rank(sorest, allowed)
    if not ranked:
        return None
    option = session_builder.build_option(sorest, allowed, ranked[0])
    minutes = option["minutes"][1]
    steady = option["format"] == "continuous"
    return BestSession(ranked[0], minutes, _equivalent(option["intensity"], minutes, steady=steady))


def best_session(hour: HourAssessment) -> BestSession | None:
    """The best session of an hour, or None if nothing is allowed."""
    return _best_session(hour.situations)


def build_session(hour: HourAssessment, mode: Modality) -> Option:
    """The session written out."""
    return session_builder.build_option(hour.sorest, hour.assessment, mode)


def is_feasible(week: Timetable, key: KeySession) -> bool:
    """Whether a key session can be done as planned: its kind and all of its minutes."""
    a = assess_key_session(week, key).assessment
    return engine.allows(a, BY_SLUG[key.modality]) and key.minutes <= a.ceilings(key.modality).minutes


def _plan_key_day(week: Timetable, key: KeySession) -> PlannedDay:
    """The day of a key session: the session if it is feasible, else the best that is allowed at its hour."""
    assessed, hour = assess_key_session(week, key), key.at % 24
    if not is_feasible(week, key):
        instead = best_session(assessed)
        return PlannedDay("cardio" if instead else "none", hour, assessed, instead)
    mode = BY_SLUG[key.modality]
    band = ranking.target_intensity(assessed.sorest, assessed.assessment, mode).slug
    return PlannedDay(
        "key", hour, assessed, BestSession(mode, key.minutes, _equivalent(band, key.minutes, steady=True))
    )


def plan_day(week: Timetable, day: int) -> PlannedDay:
    """The best session of a day (0 is Monday): the least limited of the reader's hours, in the order of preference."""
    key = next((key for key in week.keys if key.at // 24 == day), None)
    if key is not None:
        return _plan_key_day(week, key)
    taken = {at for at in (*(legs.at for legs in week.legs), *week.lifts) if at // 24 == day}
    hours = [hour for hour in week.hours if day * 24 + hour not in taken]
    if day in week.rest or not hours:
        return PlannedDay("rest" if day in week.rest else "full")
    assessed = {hour: assess_hour(week, day * 24 + hour) for hour in hours}
    for hour in sorted(hours, key=lambda hour: assessed[hour].freedom, reverse=True):
        if (best := best_session(assessed[hour])) is not None:
            return PlannedDay("cardio", hour, assessed[hour], best)
    return PlannedDay("none", hours[0], assessed[hours[0]])
