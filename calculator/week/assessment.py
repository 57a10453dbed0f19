"""Assess the hours of a week: what the rules allow after the leg sessions before an hour and ahead of what comes next."""

from __future__ import annotations

from functools import lru_cache, reduce
from math import ceil
from typing import NamedTuple

from calculator.assessment import engine, outlook
from calculator.assessment.readiness import soreness_after
from calculator.data import modalities as m
from calculator.data import parameters as p
from calculator.data.modalities import BY_SLUG
from calculator.form.fields import FIELDS_BY_NAME
from calculator.model import Modality, Situation
from calculator.rules import interference
from calculator.rules_api import Assessment, Finding, Limit
from calculator.scales import Impact, Intensity, LegSessionEffort
from calculator.week.parse import KeySession, LegSession, Timetable

__all__ = [
    "EVENT_RULES",
    "HIKES",
    "WEEK_HOURS",
    "FixedLimit",
    "HourAssessment",
    "PriorLegSession",
    "allows_kind",
    "assess_easy_session",
    "assess_hour",
    "assess_key_session",
    "blocking_findings",
    "easy_fits",
    "event_kind",
    "expected_soreness",
    "fits_within",
    "hours_until",
    "is_feasible",
    "is_hard",
    "own_findings",
    "what_limits",
    "without_events",
]

WEEK_HOURS = 24 * 7
_LIFTING_HOURS = int(p.LIFTING_HOURS.value)
_MAX_SORENESS = int(FIELDS_BY_NAME["soreness"].high)
_MAX_HOURS_SINCE_LEGS = FIELDS_BY_NAME["hours_since_legs"].high
_MOST_MINUTES = int(FIELDS_BY_NAME["minutes"].high)
_CACHE_SIZE = 4096  # a week and its moves need a few hundred assessments, many of them equal
_KEY = "key_session"
HIKES = frozenset({"hiking", "rucking"})
_CLOCK = "time-available"  # the reader knows the minutes, so they are no reason
_USUAL = Situation()
# The rules that read the next event; no other rule does.
EVENT_RULES = (interference.event_tomorrow, interference.event_soon, interference.taper, interference.taper_intensity)
_RULE_ORDER = {rule.id: number for number, rule in enumerate(engine.RULES)}


class HourAssessment(NamedTuple):
    """An hour of the week: a situation for each leg session that matters and each event ahead, and their combined assessment.

    `freedom` orders hours: the gentlest outcome first, then intensity, impact and minutes.
    """

    situations: tuple[Situation, ...]
    assessment: Assessment
    freedom: tuple[int, int, int, int]

    @property
    def sorest(self) -> Situation:
        """The situation that a session is written for."""
        return max(self.situations, key=lambda s: s.soreness)


class PriorLegSession(NamedTuple):
    """A leg session that may limit an hour: hours since its end, and its effort."""

    hours: int
    effort: LegSessionEffort


class ComingEvent(NamedTuple):
    """A fixed session ahead: hours until it, and its kind as the question `event_kind` names it."""

    hours: float
    kind: str


type FixedLimit = tuple[PriorLegSession | None, ComingEvent | None]


@lru_cache(maxsize=_CACHE_SIZE)
def expected_soreness(usual: int, effort: LegSessionEffort, hours: int) -> int:
    """Soreness expected so many hours after a leg session of an effort, of 10, rounded up.

    The soreness that is usual a day after a hard leg session, scaled by effort, easing along the published course.
    """
    day = p.EASING[0][0]
    after = soreness_after(Situation(hours_since_legs=day, soreness=usual), hours - day)
    return min(_MAX_SORENESS, ceil(after * p.SORENESS_SHARE[effort] - 1e-9))


def _prior_leg_sessions(legs: tuple[LegSession, ...], at: int) -> tuple[PriorLegSession, ...]:
    """The leg sessions that may limit an hour, the latest first.

    The week repeats, so each lies less than a week back. A session that was no harder than a later one is skipped: limits
    are monotone in hours and effort.
    """
    gaps = sorted(((at - leg.at - _LIFTING_HOURS) % WEEK_HOURS, -leg.effort, leg.effort) for leg in legs)
    relevant: list[PriorLegSession] = []
    for hours, _, effort in gaps:
        if not relevant or effort > relevant[-1].effort:
            relevant.append(PriorLegSession(hours, effort))
    return tuple(relevant)


def hours_until(hours_of_week: list[int], at: int) -> int | None:
    """Hours from one hour of the week to the nearest of these, or None if there is none."""
    return min(((hour - at) % WEEK_HOURS for hour in hours_of_week), default=None)


def event_kind(week: Timetable, event: KeySession) -> str:
    """What an event of the week is: as the reader says, else a match, a hike, or a race by its minutes.

    Where the reader has another event further ahead, the reader's word is about that one.
    """
    if week.reader.event_kind is not None and week.reader.next_event_in_hours is None:
        return week.reader.event_kind
    if event.modality in m.JUMPS_AND_CUTS:
        return "match"
    if event.modality in HIKES:
        return "hike"
    return "long_race" if event.minutes >= p.WEEK_LONG_RACE.value else "short_race"


def _coming(week: Timetable, at: int) -> tuple[ComingEvent, ...]:
    """The next event of the week, and the event that the reader has further ahead."""
    coming = []
    if week.events:
        event = min(week.events, key=lambda event: (event.at - at) % WEEK_HOURS)
        coming.append(ComingEvent((event.at - at) % WEEK_HOURS, event_kind(week, event)))
    far = week.reader.next_event_in_hours
    if far is not None and far >= at:
        coming.append(ComingEvent(far - at, week.reader.event_kind or _KEY))
    return tuple(coming)


def _situation_after(base: Situation, usual: int, past: PriorLegSession) -> Situation:
    """The reader some hours after a leg session."""
    soreness = expected_soreness(usual, past.effort, past.hours)
    stiff = base.walking_affected and soreness >= p.SORENESS_CAP.value
    return base._replace(hours_since_legs=past.hours, leg_effort=past.effort, soreness=soreness, walking_affected=stiff)


@lru_cache(maxsize=64)
def _time_invariant(reader: Situation) -> Assessment:
    """What limits a reader at every hour of the week; `reader` holds no answer that changes with time."""
    return engine.time_invariant_part(engine.assess(reader))


def _in_rule_order(a: Assessment) -> Assessment:
    return a._replace(findings=tuple(sorted(a.findings, key=lambda finding: _RULE_ORDER[finding.rule.id])))


def _assess(s: Situation, coming: tuple[ComingEvent, ...]) -> list[Assessment]:
    """What `engine.assess` finds before each of these events, or where there is none.

    The rules that no hour changes are applied once for a reader, those that no event changes once for all events.
    """
    reader = s._replace(
        hours_since_legs=_USUAL.hours_since_legs,
        leg_effort=_USUAL.leg_effort,
        soreness=_USUAL.soreness,
        walking_affected=_USUAL.walking_affected,
        minutes=_USUAL.minutes,
        next_legs_in_hours=None,
    )
    always = _in_rule_order(engine.reassess(s, _time_invariant(reader)))
    results = []
    for event in coming:
        before = _before(s, event)
        limits = [(rule, rule.apply(before, always.readiness)) for rule in EVENT_RULES]
        findings = [Finding(rule, limit) for rule, limit in limits if limit is not None]
        results.append(_in_rule_order(engine.combine(findings, always.readiness, always)) if findings else always)
    return results or [always]


def _before(s: Situation, event: ComingEvent) -> Situation:
    """The reader some hours before an event."""
    return s._replace(next_event_in_hours=event.hours, event_kind=event.kind)


@lru_cache(maxsize=_CACHE_SIZE)
def _assess_hour(
    reader: Situation,
    soreness: int,
    minutes: int,
    past: tuple[PriorLegSession, ...],
    legs: int | None,
    coming: tuple[ComingEvent, ...],
) -> HourAssessment:
    """The most cautious of what the engine says after each leg session, with the hours to the next legs and events."""
    base = reader._replace(minutes=minutes, next_legs_in_hours=legs, next_event_in_hours=None, event_kind=None)
    fresh = base._replace(
        hours_since_legs=_MAX_HOURS_SINCE_LEGS, leg_effort=LegSessionEffort.LIGHT, soreness=0, walking_affected=False
    )
    rested = tuple(_situation_after(base, soreness, gap) for gap in past) or (fresh,)
    situations = tuple(_before(s, event) for s in rested for event in coming) or rested
    different = {id(assessed): assessed for s in rested for assessed in _assess(s, coming)}
    assessment = reduce(engine.meet, different.values())
    return HourAssessment(
        situations,
        assessment,
        (-assessment.outcome, outlook.leg_intensity(assessment), assessment.impact, assessment.minutes),
    )


def assess_hour(week: Timetable, at: int, *, intent: str | None = None, minutes: int | None = None) -> HourAssessment:
    """Assess an hour of the week, with the leg sessions before it and all that is fixed after it.

    `intent` replaces the reader's wish, `minutes` the minutes of the day.
    """
    legs = hours_until([legs.at for legs in week.legs if legs.effort >= LegSessionEffort.HARD], at)
    key = hours_until([key.at for key in week.keys], at)
    coming = (*((ComingEvent(key, _KEY),) if key is not None else ()), *_coming(week, at))
    reader = week.reader if intent is None else week.reader._replace(intent=intent)
    most = week.minutes[at // 24] if minutes is None else minutes
    return _assess_hour(reader, week.soreness, most, _prior_leg_sessions(week.legs, at), legs, coming)


def assess_key_session(week: Timetable, key: KeySession) -> HourAssessment:
    """Assess a hard session after the legs before it and ahead of events. Other sessions give way to it, so they are left out."""
    past, coming = _prior_leg_sessions(week.legs, key.at), _coming(week, key.at)
    return _assess_hour(week.reader, week.soreness, min(key.minutes, _MOST_MINUTES), past, None, coming)


def assess_easy_session(week: Timetable, easy: KeySession) -> HourAssessment:
    """Assess a fixed easy session as it is meant: easy, after the legs before it and ahead of events."""
    past, coming = _prior_leg_sessions(week.legs, easy.at), _coming(week, easy.at)
    reader = week.reader._replace(intent="easy")
    return _assess_hour(reader, week.soreness, min(easy.minutes, _MOST_MINUTES), past, None, coming)


def is_hard(slug: str) -> bool:
    """Whether a kind of cardio knows hard work only."""
    return BY_SLUG[slug].gentlest >= Intensity.VIGOROUS


def _longest(a: Assessment, slug: str) -> int:
    """The longest main part (min) that an assessment leaves to a kind of cardio; hard kinds are held to the hard minutes."""
    most = a.ceilings(slug).minutes
    return min(most, a.hard_minutes) if is_hard(slug) else most


def is_feasible(a: Assessment, session: KeySession) -> bool:
    """Whether an assessment allows a session as planned: its kind and all of its minutes."""
    return engine.allows(a, BY_SLUG[session.modality]) and session.minutes <= _longest(a, session.modality)


def without_events(week: Timetable) -> Timetable:
    """The week without the events in it and ahead of it."""
    return week._replace(events=(), reader=week.reader._replace(next_event_in_hours=None))


def allows_kind(a: Assessment, session: KeySession) -> bool:
    """Whether an assessment allows a kind of cardio at all, for however short a time."""
    return engine.allows(a, BY_SLUG[session.modality])


def easy_fits(week: Timetable, easy: KeySession, a: Assessment) -> bool:
    """Whether an assessment lets a fixed easy session fit: its kind is allowed, and neither legs nor an event shorten it.

    Its minutes are those of a person, with the first minutes as warm-up. A length that the reader is used to is the reader's own.
    """
    if not allows_kind(a, easy):
        return False
    most = a.ceilings(easy.modality).minutes
    if easy.minutes - p.WARM_UP.value <= most:
        return True
    alone = assess_easy_session(without_events(week)._replace(legs=()), easy).assessment
    return most >= alone.ceilings(easy.modality).minutes


def what_limits(week: Timetable, at: int) -> tuple[FixedLimit, ...]:
    """Each leg session before an hour together with each event ahead; what all of these allow is what the hour allows."""
    past: tuple[PriorLegSession | None, ...] = _prior_leg_sessions(week.legs, at) or (None,)
    coming: tuple[ComingEvent | None, ...] = _coming(week, at) or (None,)
    return tuple((legs, event) for legs in past for event in coming)


def fits_within(week: Timetable, session: KeySession, limit: FixedLimit, *, easy: bool) -> bool:
    """Whether a hard or a fixed easy session fits after one leg session and ahead of one event."""
    legs, event = limit
    reader = week.reader._replace(intent="easy") if easy else week.reader
    past, coming = () if legs is None else (legs,), () if event is None else (event,)
    a = _assess_hour(reader, week.soreness, min(session.minutes, _MOST_MINUTES), past, None, coming).assessment
    return easy_fits(week, session, a) if easy else is_feasible(a, session)


def _too_short(limit: Limit, session: KeySession) -> bool:
    """Whether one limit leaves a session too few minutes."""
    if limit.applies_to and session.modality not in limit.applies_to:
        return False
    hard = limit.hard_minutes if is_hard(session.modality) else None
    return min(n for n in (limit.minutes, hard, session.minutes) if n is not None) < session.minutes


def blocking_findings(a: Assessment, session: KeySession) -> list[Finding]:
    """Every finding that keeps a session from being done as planned: its kind first, then its minutes.

    The gravest comes first, then what names the fewest kinds beside this one.
    """
    blockers = engine.blockers(a, BY_SLUG[session.modality])
    results = list(blockers) or [f for f in a.findings if _too_short(f.limit, session)]

    def weight(finding: Finding) -> tuple[bool, int, int, int]:
        limit = finding.limit
        names = len(limit.excluded) if session.modality in limit.excluded else len(BY_SLUG) + 1
        return not finding.rule.danger, names, -limit.outcome, limit.minutes or _MOST_MINUTES

    return sorted(results, key=weight)


def own_findings(a: Assessment, mode: Modality) -> list[Finding]:
    """The findings that set what one kind of cardio may be at this hour, the gravest first."""
    ceilings = a.ceilings(mode.slug)

    def sets(limit: Limit) -> bool:
        if limit.applies_to and mode.slug not in limit.applies_to:
            return False
        impact = limit.impact is a.impact is mode.impact < Impact.HIGH
        effort = limit.intensity is ceilings.intensity < mode.hardest
        return impact or effort or limit.minutes == ceilings.minutes

    own = [f for f in a.findings if sets(f.limit) and (f.rule.id != _CLOCK or f.limit.intensity < mode.hardest)]
    return sorted(own, key=lambda f: (-f.limit.outcome, f.limit.impact))
