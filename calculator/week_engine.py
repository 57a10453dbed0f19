"""Knows how to ask the engine about any hour of a week: what the leg sessions before it leave, what comes after it.

Must never know a limit of its own: an hour gets what the engine allows after every leg session of the past week.
"""

from __future__ import annotations

from functools import lru_cache, reduce
from math import ceil
from typing import NamedTuple

from calculator import engine, outlook, plan, ranking
from calculator import parameters as p
from calculator.modalities import BY_SLUG
from calculator.model import Assessment, Effort, Modality, Situation
from calculator.questions import BY_NAME
from calculator.readiness import soreness_after
from calculator.shapes import Option
from calculator.week_questions import Key, Legs, Timetable

__all__ = ["Hour", "Offer", "Planned", "ask", "ask_key", "expected_soreness", "offer", "planned", "session", "stands"]

_WEEK = 24 * 7
_LIFTING = int(p.LIFTING_HOURS.value)
_SOREST = int(BY_NAME["soreness"].high)
_LONG_AGO = BY_NAME["hours_since_legs"].high
_REMEMBERED = 4096  # a week and all its moves ask about a few hundred hours, many of them alike


class Hour(NamedTuple):
    """One hour of the week: what is asked of the engine, one situation a leg session that matters, and the answer.

    `freedom` is how much it leaves: the gentlest outcome first, then intensity, impact and minutes.
    """

    situations: tuple[Situation, ...]
    assessment: Assessment
    freedom: tuple[int, int, int, int]

    @property
    def sorest(self) -> Situation:
        """The situation that a session is written for."""
        return _sorest(self.situations)


class Offer(NamedTuple):
    """The best session of an hour: the kind of cardio, its main part in minutes, what of it counts as moderate."""

    mode: Modality
    minutes: int
    equivalent: int


class Planned(NamedTuple):
    """One day: cardio, key, rest, full (no free hour) or none (nothing suits).

    With the hour of the day and the engine's answer for it where there was one to ask about, and the best session.
    """

    kind: str
    hour: int | None = None
    asked: Hour | None = None
    offer: Offer | None = None


class _Past(NamedTuple):
    """A leg session that may limit an hour: hours since its end, and how hard it was."""

    hours: int
    effort: Effort


@lru_cache(maxsize=_REMEMBERED)
def expected_soreness(usual: int, effort: Effort, hours: int) -> int:
    """Soreness expected so many hours after legs of an effort, of 10, rounded up.

    The soreness that is usual a day after hard legs, scaled by effort, easing along the published course.
    """
    day = p.EASING[0][0]
    after = soreness_after(Situation(hours_since_legs=day, soreness=usual), hours - day)
    return min(_SOREST, ceil(after * p.SORENESS_SHARE[effort] - 1e-9))


def _past(legs: tuple[Legs, ...], at: int) -> tuple[_Past, ...]:
    """The leg sessions that may limit an hour, as hours since their end, the last first.

    The week repeats, so each lies less than a week back. One that was no harder than a later one limits nothing more:
    the engine is never less cautious after fewer hours or a harder session.
    """
    gaps = sorted(((at - leg.at - _LIFTING) % _WEEK, -leg.effort, leg.effort) for leg in legs)
    kept: list[_Past] = []
    for hours, _, effort in gaps:
        if not kept or effort > kept[-1].effort:
            kept.append(_Past(hours, effort))
    return tuple(kept)


def _until(moments: list[int], at: int) -> int | None:
    """Hours to the nearest of these hours of the week, or None where there is none."""
    return min(((moment - at) % _WEEK for moment in moments), default=None)


def _after(told: Situation, usual: int, past: _Past) -> Situation:
    """The reader so many hours after a leg session."""
    soreness = expected_soreness(usual, past.effort, past.hours)
    stiff = told.walking_affected and soreness >= p.SORENESS_CAP.value
    return told._replace(hours_since_legs=past.hours, leg_effort=past.effort, soreness=soreness, walking_affected=stiff)


def _sorest(situations: tuple[Situation, ...]) -> Situation:
    return max(situations, key=lambda s: s.soreness)


def _met(situations: tuple[Situation, ...]) -> Assessment:
    """The most cautious of what the engine says about each."""
    return reduce(engine.meet, map(engine.assess, situations))


@lru_cache(maxsize=_REMEMBERED)
def _hour(
    reader: Situation, soreness: int, minutes: int, past: tuple[_Past, ...], legs: int | None, event: int | None
) -> Hour:
    """The most cautious of what the engine says after each leg session, with the hours to the next legs and event."""
    told = reader._replace(minutes=minutes, next_legs_in_hours=legs, next_event_in_hours=event)
    fresh = told._replace(hours_since_legs=_LONG_AGO, leg_effort=Effort.LIGHT, soreness=0, walking_affected=False)
    situations = tuple(_after(told, soreness, gap) for gap in past) or (fresh,)
    found = _met(situations)
    return Hour(situations, found, (-found.outcome, outlook.leg_intensity(found), found.impact, found.minutes))


def ask(week: Timetable, at: int) -> Hour:
    """What the engine allows at an hour of the week, with everything that lies before and after it."""
    legs = _until([legs.at for legs in week.legs if legs.effort >= Effort.HARD], at)
    event = _until([key.at for key in week.keys], at)
    return _hour(week.reader, week.soreness, week.minutes[at // 24], _past(week.legs, at), legs, event)


def ask_key(week: Timetable, key: Key) -> Hour:
    """What the engine allows a key session after the legs before it. What comes after it must make room for it instead."""
    return _hour(week.reader, week.soreness, key.minutes, _past(week.legs, key.at), None, None)


def _equivalent(intensity: str, minutes: int, *, steady: bool) -> int:
    """Minutes that count as moderate: none of light work, twice of steady vigorous work, intervals with their rests once."""
    if intensity in {"very_light", "light"}:
        return 0
    factor = p.WEEK_MODERATE.low / p.WEEK_VIGOROUS.low if steady and intensity != "moderate" else 1
    return int(minutes * factor)


@lru_cache(maxsize=_REMEMBERED)
def _offer(situations: tuple[Situation, ...]) -> Offer | None:
    """The best session after these situations, or None where nothing is left."""
    allowed, sorest = _met(situations), _sorest(situations)
    ranked = ranking.suitable(sorest, allowed)
    if not ranked:
        return None
    written = plan.option(sorest, allowed, ranked[0])
    minutes = written["minutes"][1]
    steady = written["format"] == "continuous"
    return Offer(ranked[0], minutes, _equivalent(written["intensity"], minutes, steady=steady))


def offer(hour: Hour) -> Offer | None:
    """The best session of an hour, or None where the engine leaves nothing."""
    return _offer(hour.situations)


def session(hour: Hour, mode: Modality) -> Option:
    """The session written out."""
    return plan.option(hour.sorest, hour.assessment, mode)


def stands(week: Timetable, key: Key) -> bool:
    """Whether the engine lets a key session be done as planned: its kind, and all of its minutes."""
    a = ask_key(week, key).assessment
    return engine.allows(a, BY_SLUG[key.modality]) and key.minutes <= a.ceilings(key.modality).minutes


def _key_day(week: Timetable, key: Key) -> Planned:
    """The day of a key session: itself where it stands, else the best that the engine leaves at its hour."""
    asked, hour = ask_key(week, key), key.at % 24
    if not stands(week, key):
        instead = offer(asked)
        return Planned("cardio" if instead else "none", hour, asked, instead)
    mode = BY_SLUG[key.modality]
    band = ranking.target(asked.sorest, asked.assessment, mode).slug
    return Planned("key", hour, asked, Offer(mode, key.minutes, _equivalent(band, key.minutes, steady=True)))


def planned(week: Timetable, day: int) -> Planned:
    """The best that the engine leaves on a day (0 is Monday): the freest of the reader's hours, the best liked of those."""
    key = next((key for key in week.keys if key.at // 24 == day), None)
    if key is not None:
        return _key_day(week, key)
    taken = {at for at in (*(legs.at for legs in week.legs), *week.lifts) if at // 24 == day}
    hours = [hour for hour in week.hours if day * 24 + hour not in taken]
    if day in week.rest or not hours:
        return Planned("rest" if day in week.rest else "full")
    asked = {hour: ask(week, day * 24 + hour) for hour in hours}
    for hour in sorted(hours, key=lambda hour: asked[hour].freedom, reverse=True):
        if (found := offer(asked[hour])) is not None:
            return Planned("cardio", hour, asked[hour], found)
    return Planned("none", hours[0], asked[hours[0]])
