"""Plan the seven days of a week: what is fixed stays, hard sessions come next, then easy ones until the week holds enough.

The plan knows its own sessions: two hard days never follow each other, legs come first where strength counts, and the days
without cardio that the reader wants stay free.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from calculator.data import modalities as m
from calculator.data import parameters as p
from calculator.data.modalities import BY_SLUG
from calculator.model import Modality
from calculator.rules.habits import accustomed, trained
from calculator.scales import Goal, Impact, Intensity, LegSessionEffort
from calculator.schema import Option
from calculator.session import builder as session_builder
from calculator.session import ranking
from calculator.week.assessment import (
    HourAssessment,
    assess_easy_session,
    assess_hour,
    assess_key_session,
    easy_fits,
    hours_until,
    is_feasible,
)
from calculator.week.fields import DAYS
from calculator.week.parse import KeySession, Timetable

__all__ = [
    "PlannedDay",
    "PlannedSession",
    "fixed_sessions",
    "hard_leg_days",
    "most_cardio_days",
    "plan_days",
    "rest_days_wanted",
    "week_need",
]

_DAY = 24
_ALL = range(len(DAYS))
_TAPERED = frozenset({"short_race", "long_race", "match", "fitness_test", "hike"})


class PlannedSession(NamedTuple):
    """One session of cardio in the plan: event, key, easy (fixed) or cardio (added by the plan).

    `minutes` is the whole session as a person counts it, `equivalent` what of it counts as moderate in the week; `allowed` says
    whether a single answer would allow it; `option` is the session written out where the plan has added it.
    """

    kind: str
    at: int
    modality: str
    minutes: int
    intensity: Intensity
    equivalent: int
    allowed: bool
    assessed: HourAssessment
    option: Option | None = None

    @property
    def hard(self) -> bool:
        """Whether the day after and the day before should be easy."""
        return self.kind in {"event", "key"} or self.intensity >= Intensity.VIGOROUS

    @property
    def credit(self) -> float:
        """Minutes that count towards enough in a plan: what counts as moderate, and light minutes by half."""
        if self.kind == "easy":
            return max(self.minutes, self.equivalent)
        light = self.minutes if self.intensity < Intensity.MODERATE else 0
        return self.equivalent + light * p.WEEK_LIGHT_SHARE.value


class PlannedDay(NamedTuple):
    """One day: event, key, easy, cardio, rest, full (no free hour) or none (nothing suits), with its sessions in order.

    `hour` and `assessed` are those of the session that the day is shown with, or of the hour that was looked at in vain;
    `lost` is a hard session that does not fit.
    """

    kind: str
    sessions: tuple[PlannedSession, ...] = ()
    hour: int | None = None
    assessed: HourAssessment | None = None
    lost: tuple[PlannedSession, ...] = ()


def hard_leg_days(week: Timetable) -> set[int]:
    """The days with a hard leg session."""
    return {legs.at // _DAY for legs in week.legs if legs.effort >= LegSessionEffort.HARD}


def rest_days_wanted(week: Timetable) -> int:
    """The days without cardio that the week must have: those that are named, and the number beside them."""
    if week.rest_days is not None:
        return min(len(DAYS), len(week.rest) + week.rest_days)
    if week.rest:
        return len(week.rest)
    many = len(hard_leg_days(week)) >= p.WEEK_MANY_LEG_DAYS.value
    return int((p.WEEK_REST_DAYS_MANY_LEGS if many else p.WEEK_REST_DAYS).value)


def most_cardio_days(week: Timetable) -> int:
    """The most days with cardio: the rest days stay free, and the habit grows by a day at most."""
    days = len(DAYS) - rest_days_wanted(week)
    habit = week.reader.cardio_days
    return days if habit is None else min(days, habit + int(p.WEEK_MORE_DAYS.value))


def _days_to_race(week: Timetable) -> float | None:
    """Days from Monday to the event that the reader has further ahead, if it is one to taper for."""
    hours = week.reader.next_event_in_hours
    return None if hours is None or week.reader.event_kind not in _TAPERED else hours / _DAY


def week_need(week: Timetable) -> float:
    """The minutes of cardio that are enough for this week (min): the goal's, less in the two weeks before an event."""
    goal, days = week.reader.goal, _days_to_race(week)
    if goal in (Goal.MUSCLE_STRENGTH, Goal.SPEED_POWER):
        need = p.WEEK_STRENGTH.low
    elif goal is Goal.AEROBIC_ENDURANCE:
        need = p.WEEK_ENDURANCE.high if trained(week.reader) else p.WEEK_ENDURANCE.low
    else:
        need = p.WEEK_MODERATE.low
    if days is not None and days < len(DAYS):
        return need * p.WEEK_TAPER_SHARE_LAST.value
    return need * p.WEEK_TAPER_SHARE.value if days is not None and days < 2 * len(DAYS) else need


def _equivalent(intensity: Intensity, minutes: int, *, steady: bool) -> int:
    """Minutes that count as moderate: none of light work, twice of steady vigorous work, intervals with their rests once."""
    if intensity < Intensity.MODERATE:
        return 0
    factor = p.WEEK_MODERATE.low / p.WEEK_VIGOROUS.low if steady and intensity > Intensity.MODERATE else 1
    return int(minutes * factor)


def _fixed(kind: str, session: KeySession, assessed: HourAssessment, *, allowed: bool) -> PlannedSession:
    """A session that the reader has fixed."""
    mode = BY_SLUG[session.modality]
    if kind == "easy":
        intensity = max(mode.gentlest, min(Intensity.MODERATE, mode.hardest))
    elif kind == "event":
        intensity = max(mode.gentlest, min(Intensity.VIGOROUS, mode.hardest))
    else:
        intensity = ranking.target_intensity(assessed.sorest, assessed.assessment, mode)
    steady = not (mode.interval_only or mode.explosive or mode.slug in m.JUMPS_AND_CUTS)
    equivalent = _equivalent(intensity, session.minutes, steady=steady)
    return PlannedSession(kind, session.at, session.modality, session.minutes, intensity, equivalent, allowed, assessed)


def fixed_sessions(week: Timetable) -> list[PlannedSession]:
    """All that the reader has fixed, in order; an event always stands."""
    results = [_fixed("event", event, assess_key_session(week, event), allowed=True) for event in week.events]
    for key in week.keys:
        assessed = assess_key_session(week, key)
        results.append(_fixed("key", key, assessed, allowed=is_feasible(assessed.assessment, key)))
    for easy in week.easies:
        assessed = assess_easy_session(week, easy)
        results.append(_fixed("easy", easy, assessed, allowed=easy_fits(week, easy)))
    return sorted(results, key=lambda session: session.at)


def _added(assessed: HourAssessment, at: int, mode: Modality) -> PlannedSession:
    """A session of this kind, written out for the hour."""
    option = session_builder.build_option(assessed.sorest, assessed.assessment, mode)
    intensity, minutes = Intensity[option["intensity"].upper()], option["total_minutes"]
    equivalent = _equivalent(intensity, minutes, steady=option["format"] == "continuous")
    return PlannedSession("cardio", at, mode.slug, minutes, intensity, equivalent, True, assessed, option)  # noqa: FBT003


def _loads(slug: str) -> bool:
    """Whether a kind of cardio loads bones and tendons enough that the next day should spare them."""
    return BY_SLUG[slug].impact >= Impact.MODERATE


class _Plan:
    """A week while it is planned: the sessions so far by day, and the questions that a new one must pass."""

    def __init__(self, week: Timetable) -> None:
        self.week = week
        self._written: dict[tuple[int, str | None, int, str], PlannedSession] = {}
        self.hard_legs = hard_leg_days(week)
        self.by_day: dict[int, list[PlannedSession]] = {day: [] for day in _ALL}
        self.fixed = fixed_sessions(week)
        for session in self.fixed:
            if session.allowed or session.kind != "key":
                self.by_day[session.at // _DAY].append(session)
        self.lost = [session for session in self.fixed if session.kind == "key" and not session.allowed]
        for session in self.lost:
            self._replace_lost(session)

    @property
    def sessions(self) -> list[PlannedSession]:
        """All sessions of the plan so far."""
        return [session for sessions in self.by_day.values() for session in sessions]

    @property
    def cardio_days(self) -> set[int]:
        """The days that hold cardio."""
        return {day for day, sessions in self.by_day.items() if sessions}

    @property
    def credit(self) -> float:
        """The minutes that count towards enough, so far."""
        return sum(session.credit for session in self.sessions)

    def _replace_lost(self, lost: PlannedSession) -> None:
        """Put what the day allows in place of a hard session that does not fit: the same for less time, or easier."""
        day, week = lost.at // _DAY, self.week
        if self.by_day[day] or not self._in_order(lost.at):
            return
        allowed = {mode.slug for mode in ranking.rank(lost.assessed.sorest, lost.assessed.assessment)}
        self.week = week._replace(keys=tuple(key for key in week.keys if key.at != lost.at))
        if lost.modality in allowed:
            self.by_day[day].append(_added(lost.assessed, lost.at, BY_SLUG[lost.modality]))
        else:
            easier = self.steady_session(lost.at)
            self.by_day[day] += [] if easier is None else [easier]
        self.week = week

    def _beside(self, day: int) -> list[PlannedSession]:
        """The sessions of the days before and after, and of the day itself."""
        return [session for near in (-1, 0, 1) for session in self.by_day[(day + near) % len(DAYS)]]

    def free_days(self) -> list[int]:
        """The days that may still get cardio."""
        return [day for day in _ALL if day not in self.week.rest and not self.by_day[day]]

    def hours(self, day: int) -> list[int]:
        """The reader's hours of a day (of the week) at which cardio would stand in the right order with what else is fixed."""
        taken = {*(legs.at for legs in self.week.legs), *self.week.lifts}
        hours = [day * _DAY + hour for hour in self.week.hours if day * _DAY + hour not in taken]
        return [at for at in hours if self._in_order(at)]

    def _in_order(self, at: int) -> bool:
        """Whether cardio at this hour comes after the weights of its day, or for endurance early enough before the legs."""
        rest_of_day = range(at, (at // _DAY + 1) * _DAY)
        legs = [leg.at for leg in self.week.legs if leg.at in rest_of_day]
        ends = at + self.week.minutes[at // _DAY] / 60
        gap = hours_until([leg.at for leg in self.week.legs], at)
        soon = gap is not None and gap < p.LEGS_AFTER_KEY.value + ends - at
        if self.week.reader.goal is Goal.AEROBIC_ENDURANCE:
            return not soon
        weights = legs or (
            self.week.reader.goal in (Goal.MUSCLE_STRENGTH, Goal.SPEED_POWER)
            and any(lift in rest_of_day for lift in self.week.lifts)
        )
        return not (weights or soon)

    def _possible(
        self, at: int, *, intent: str | None, minutes: int | None = None, hard: bool = True
    ) -> Iterator[PlannedSession]:
        """The sessions of an hour, best first, that leave the days beside it what they need."""
        assessed = assess_hour(self.week, at, intent=intent, minutes=minutes)
        loaded = any(_loads(session.modality) for session in self._beside(at // _DAY))
        for mode in ranking.rank(assessed.sorest, assessed.assessment):
            spares = not (loaded and _loads(mode.slug)) or accustomed(self.week.reader, mode.slug)
            if spares and (hard or mode.gentlest < Intensity.VIGOROUS):
                yield self._added(assessed, at, mode)

    def _added(self, assessed: HourAssessment, at: int, mode: Modality) -> PlannedSession:
        """A session of this kind at this hour, written out once."""
        s = assessed.sorest
        key = (at, s.intent, s.minutes, mode.slug)
        if key not in self._written:
            self._written[key] = _added(assessed, at, mode)
        return self._written[key]

    def _intent(self) -> str | None:
        """The wish that keeps a session from being hard, or None where it is not hard anyway."""
        reader = self.week.reader
        eager = reader.goal in (Goal.SPEED_POWER, Goal.AEROBIC_ENDURANCE) or reader.intent in {"hard", "intervals"}
        return "steady" if eager and reader.intent != "easy" else None

    def steady_session(self, at: int, minutes: int | None = None) -> PlannedSession | None:
        """The best session of an hour that is not hard, or None."""
        return next(
            (
                session
                for session in self._possible(at, intent=self._intent(), minutes=minutes, hard=False)
                if session.intensity < Intensity.VIGOROUS
            ),
            None,
        )

    def _hard_session(self, day: int) -> PlannedSession | None:
        """The hard session that goal or wish asks for on this day, or None where a day beside it is hard."""
        if self.hard_legs & {(day + near) % len(DAYS) for near in (-1, 0, 1)}:
            return None
        if any(session.hard for session in self._beside(day)):
            return None
        for at in self._by_freedom(day):
            best = next(iter(self._possible(at, intent=None)), None)
            if best is not None and best.hard:
                return best
        return None

    def _by_freedom(self, day: int) -> list[int]:
        """The hours of a day, the least limited first, then in the order of preference."""
        return sorted(self.hours(day), key=lambda at: assess_hour(self.week, at).freedom, reverse=True)

    def add_hard(self) -> None:
        """Add as many hard sessions as the week should have, on days that do not touch."""
        days = _days_to_race(self.week)
        near = days is not None and days < 2 * len(DAYS)
        most = int((p.WEEK_HARD_SESSIONS_TAPER if near else p.WEEK_HARD_SESSIONS).value)
        limit = most_cardio_days(self.week)
        most = min(most, limit // 2) - sum(session.hard for session in self.sessions)
        most = min(most, limit - len(self.cardio_days))
        results = {day: session for day in self.free_days() if (session := self._hard_session(day)) is not None}
        for size in range(max(0, min(most, len(results))), 0, -1):
            apart = [days for days in combinations(results, size) if _apart(days)]
            if apart:
                best = max(apart, key=lambda days: (sum(results[day].credit for day in days), _gap(days)))
                for day in best:
                    self.by_day[day].append(results[day])
                return

    def _steady_of_day(self, day: int) -> PlannedSession | None:
        """The best session of a day that is not hard."""
        for at in self._by_freedom(day):
            if (session := self.steady_session(at)) is not None:
                return session
        return None

    def _eve(self, day: int) -> bool:
        """Whether a day is the one before an event, or the event's own."""
        return any(event.at // _DAY in {day, (day + 1) % len(DAYS)} for event in self.week.events)

    def fill(self) -> None:
        """Add sessions that are not hard, day by day, until the week holds enough or no day is left."""
        need, limit = week_need(self.week), most_cardio_days(self.week)
        while self.credit < need and len(self.cardio_days) < limit:
            results = [session for day in self.free_days() if (session := self._steady_of_day(day)) is not None]
            if not results:
                return
            self._add(max(results, key=self._preference), need - self.credit)

    def _preference(self, session: PlannedSession) -> tuple[float, ...]:
        """What makes a day the next one to fill: no event near, freedom, room to the days with cardio, minutes."""
        day = session.at // _DAY
        busy = sum(bool(self.by_day[(day + near) % len(DAYS)]) for near in (-1, 1))
        legs = any(leg.at // _DAY == day for leg in self.week.legs)
        return (
            -self._eve(day),
            session.assessed.freedom[0],
            -busy,
            -legs,
            *session.assessed.freedom[1:],
            session.credit,
        )

    def _add(self, session: PlannedSession, missing: float) -> None:
        """Add a session; the last one is shortened to what is still missing."""
        minutes = max(missing, p.WEEK_SHORTEST.value)
        if session.credit > minutes and session.intensity is Intensity.MODERATE:
            rounded = int(-(-minutes // p.ROUND_MINUTES.value) * p.ROUND_MINUTES.value)
            shorter = self.steady_session(session.at, min(rounded, session.minutes))
            session = shorter if shorter is not None and shorter.intensity is Intensity.MODERATE else session
        self.by_day[session.at // _DAY].append(session)

    def day(self, day: int) -> PlannedDay:
        """A day of the finished plan."""
        sessions = sorted(self.by_day[day], key=lambda session: session.at)
        lost = tuple(session for session in self.lost if session.at // _DAY == day)
        shown = next((s for kind in ("cardio", "key", "event", "easy") for s in sessions if s.kind == kind), None)
        if shown is not None:
            return PlannedDay(shown.kind, tuple(sessions), shown.at % _DAY, shown.assessed, lost)
        if lost:
            return PlannedDay("none", (), lost[0].at % _DAY, lost[0].assessed, lost)
        return self._empty_day(day)

    def _empty_day(self, day: int) -> PlannedDay:
        """A day without cardio: rest, or why there is none."""
        taken = {*(legs.at for legs in self.week.legs), *self.week.lifts}
        if day in self.week.rest:
            return PlannedDay("rest")
        if all(day * _DAY + hour in taken for hour in self.week.hours):
            return PlannedDay("full")
        hours = self.hours(day)
        if hours and self._steady_of_day(day) is None:
            return PlannedDay("none", (), hours[0] % _DAY, assess_hour(self.week, hours[0]))
        return PlannedDay("rest")


def _apart(days: tuple[int, ...]) -> bool:
    """Whether none of these days follows another."""
    return all((later - earlier) % len(DAYS) not in {1, len(DAYS) - 1} for earlier, later in combinations(days, 2))


def _gap(days: tuple[int, ...]) -> int:
    """The fewest days between two of these, around the week."""
    gaps = [(later - earlier) % len(DAYS) for earlier, later in combinations(days, 2)]
    return min((min(gap, len(DAYS) - gap) for gap in gaps), default=len(DAYS))


def plan_days(week: Timetable) -> list[PlannedDay]:
    """The seven days of a week."""
    plan = _Plan(week)
    plan.add_hard()
    plan.fill()
    return [plan.day(day) for day in _ALL]
