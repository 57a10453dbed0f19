"""Assemble a planned week: a query string in, a dictionary of the shape `Week` out."""

from __future__ import annotations

from calculator.answer.builder import ADVICE_VERSION, answer_for
from calculator.assessment.engine import assess
from calculator.assessment.outlook import leg_intensity
from calculator.data import parameters as p
from calculator.data.interval_formats import CONTINUOUS
from calculator.data.modalities import ARMS_LEAD, BY_SLUG
from calculator.data.sentences import count, name_in_sentence, say
from calculator.form.parse import to_query as reader_query
from calculator.scales import Outcome
from calculator.schema import Ceilings, Option
from calculator.session.builder import build_option
from calculator.week.assessment import HourAssessment, own_findings
from calculator.week.comparison import difference
from calculator.week.conflicts import DAY_NAMES, as_entry, conflicts
from calculator.week.fields import DAYS, WEEK_FIELDS
from calculator.week.moves import WeekMinutes, move_note, moves
from calculator.week.parse import Timetable, parse, second_week, to_query
from calculator.week.planner import PlannedDay, PlannedSession, plan_days, planned_sessions
from calculator.week.schema import Conflict, Day, DaySession, KeySession, Week

__all__ = ["WEEK_FIELDS", "plan_week", "week_for"]

_REASONS = 3
_DAY = 24
_LIFTING_MINUTES = int(p.LIFTING_HOURS.value * 60)


def _ceilings(assessed: HourAssessment | None) -> Ceilings:
    """The most that the engine leaves at an hour; all None on a day about which nothing was asked."""
    if assessed is None:
        return {"impact": None, "intensity": None, "leg_intensity": None, "minutes": None}
    a, legs = assessed.assessment, leg_intensity(assessed.assessment)
    arms = max(a.ceilings(slug).intensity for slug in ARMS_LEAD)
    return {
        "impact": a.impact.slug,
        "intensity": max(legs, arms).slug,
        "leg_intensity": legs.slug,
        "minutes": a.minutes,
    }


def _reasons(planned: PlannedSession) -> list[str]:
    """What limits a session, the gravest first: only what is about its kind of cardio, and nothing where it stands."""
    if planned.kind != "cardio" and planned.allowed:
        return []
    findings = own_findings(planned.assessed.assessment, BY_SLUG[planned.modality])
    return list(dict.fromkeys(f.limit.reason for f in findings))[:_REASONS]


def _key_session(week: Timetable, day: int, allowed: set[int]) -> KeySession | None:
    """The hard session of a day, as it was entered."""
    key = next((key for key in week.keys if key.at // _DAY == day), None)
    return (
        None
        if key is None
        else {
            "hour": key.at % _DAY,
            "modality": key.modality,
            "name": BY_SLUG[key.modality].name,
            "minutes": key.minutes,
            "allowed": key.at in allowed,
        }
    )


def _format_name(option: Option | None) -> str | None:
    """The format of a session where it is one of intervals."""
    return None if option is None or option["format"] == CONTINUOUS.slug else option["format_name"]


def _cardio_entry(session: PlannedSession, option: Option | None = None) -> DaySession:
    """A session of cardio as the answer holds it; `option` is the session written out where the plan adds it."""
    return {
        "kind": session.kind,
        "hour": session.at % _DAY,
        "modality": session.modality,
        "name": BY_SLUG[session.modality].name,
        "minutes": session.minutes,
        "intensity": session.intensity.slug,
        "format_name": _format_name(option),
        "effort": None,
        "allowed": session.allowed,
    }


def _weights_entry(kind: str, at: int, effort: str | None) -> DaySession:
    """A session with weights as the answer holds it."""
    return {
        "kind": kind,
        "hour": at % _DAY,
        "modality": None,
        "name": "Legs" if kind == "legs" else "Other lifting",
        "minutes": _LIFTING_MINUTES,
        "intensity": None,
        "format_name": None,
        "effort": effort,
        "allowed": True,
    }


def _sessions(week: Timetable, day: int, planned_day: PlannedDay, option: Option | None) -> list[DaySession]:
    """All sessions of a day, by the hour. A hard session that does not fit stands beside what takes its place."""
    results = [_cardio_entry(s, option if s.kind == "cardio" else None) for s in planned_day.sessions]
    results += [_cardio_entry(lost) for lost in planned_day.lost]
    results += [_weights_entry("legs", legs.at, legs.effort.slug) for legs in week.legs if legs.at // _DAY == day]
    results += [_weights_entry("lift", at, None) for at in week.lifts if at // _DAY == day]
    return sorted(results, key=lambda session: (session["hour"], session["allowed"]))


def _without_cardio(week: Timetable, day: int, planned_day: PlannedDay) -> str:
    """Why a day has no cardio."""
    if planned_day.lost:
        return say("week.does-not-fit", name=name_in_sentence(BY_SLUG[planned_day.lost[0].modality].name))
    if planned_day.kind != "rest":
        return say(f"week.{planned_day.kind}")
    if day in week.rest:
        return say("week.rest.planned")
    weights = (*(legs.at for legs in week.legs), *week.lifts)
    return say("week.rest.lifting" if any(at // _DAY == day for at in weights) else "week.rest")


def _describe_session(session: PlannedSession, option: Option | None) -> str:
    """A session in words: its time, what it is and how long it takes; its format where the plan adds one of intervals."""
    format_name = _format_name(option) if session.kind == "cardio" else None
    return say(
        f"week.day.{session.kind}" if format_name is None else "week.day.cardio.format",
        time=f"{session.at % _DAY:02}:00",
        name=name_in_sentence(BY_SLUG[session.modality].name),
        minutes=count(session.minutes, "min"),
        format=name_in_sentence(format_name or ""),
    )


def _describe_day(week: Timetable, day: int, planned_day: PlannedDay, option: Option | None) -> str:
    """A day in words: its sessions with their times, or why it has none."""
    if not planned_day.sessions:
        return _without_cardio(week, day, planned_day)
    return " ".join(_describe_session(session, option) for session in planned_day.sessions)


def _option(session: PlannedSession) -> Option:
    """A session that the plan adds, written out."""
    assessed = session.assessed
    return build_option(assessed.sorest, assessed.assessment, BY_SLUG[session.modality])


def _day(week: Timetable, day: int, planned_day: PlannedDay) -> Day:
    """One day of the answer."""
    assessed, sessions = planned_day.assessed, planned_day.sessions
    option = next((_option(s) for s in sessions if s.kind == "cardio"), None)
    shown = next((s for s in sessions if s.at % _DAY == planned_day.hour), None)
    stands = {s.at for s in sessions if s.kind == "key"}
    return {
        "day": DAYS[day],
        "name": DAY_NAMES[day],
        "kind": planned_day.kind,
        "hour": planned_day.hour,
        "option": option,
        "minutes": sum(s.minutes for s in sessions),
        "equivalent_minutes": sum(s.equivalent for s in sessions),
        "outcome": assessed.assessment.outcome.slug if assessed else None,
        "ceilings": _ceilings(assessed),
        "readiness": assessed.assessment.readiness.score if assessed else None,
        "soreness": assessed.sorest.soreness if assessed else None,
        "hours_since_legs": assessed.situations[0].hours_since_legs if assessed and week.legs else None,
        "legs": [{"hour": legs.at % _DAY, "effort": legs.effort.slug} for legs in week.legs if legs.at // _DAY == day],
        "lifts": [at % _DAY for at in week.lifts if at // _DAY == day],
        "key": _key_session(week, day, stands),
        "sessions": _sessions(week, day, planned_day, option),
        "because": _reasons(shown) if shown else [],
        "text": _describe_day(week, day, planned_day, option),
        "queries": list(dict.fromkeys(reader_query(situation) for situation in assessed.situations))
        if assessed
        else [],
    }


def _verdict(equivalent: int) -> str:
    """How the week's minutes stand to what adults should reach."""
    if equivalent < p.WEEK_MODERATE.low:
        return "below"
    return "within" if equivalent <= p.WEEK_MODERATE.high else "above"


def _summary(minutes: int, equivalent: int) -> str:
    """The week's minutes, and what they count for where that differs."""
    if minutes == equivalent:
        return say("week.summary", minutes=count(minutes, "min"), target=p.WEEK_MODERATE)
    return say(
        "week.summary.equivalent",
        minutes=count(minutes, "min"),
        equivalent=equivalent,
        target=p.WEEK_MODERATE,
    )


def _headline(days: list[Day], clashes: list[Conflict]) -> str:
    """The week in one sentence."""
    busy = sum(day["minutes"] > 0 for day in days)
    name = "week.headline.conflicts" if clashes else "week.headline"
    return say(name, busy=busy, days=count(len(days), "day"), conflicts=count(len(clashes), "conflict"))


def _stopped(timetable: Timetable) -> Week:
    """A week that is stopped, with the headline and action of the reader's answer."""
    stopped_answer = answer_for(timetable.reader)
    return {
        "stopped": True,
        "outcome": stopped_answer["outcome"],
        "headline": stopped_answer["headline"],
        "action": stopped_answer["action"],
        "days": [],
        "conflicts": [],
        "move": None,
        "moves": [],
        "move_note": "",
        "rest_days": [],
        "minutes": 0,
        "equivalent_minutes": 0,
        "target": [],
        "verdict": "",
        "summary": "",
        "advice_version": ADVICE_VERSION,
        "query": to_query(timetable),
        "compared": None,
    }


def _planned_minutes(timetable: Timetable) -> WeekMinutes:
    """The minutes of cardio in the plan of a week."""
    sessions = planned_sessions(timetable)
    return WeekMinutes(sum(session.minutes for session in sessions), sum(session.equivalent for session in sessions))


def week_for(timetable: Timetable) -> Week:
    """The whole week for a timetable; stopped if the reader must not train, or must see a doctor first."""
    now = assess(timetable.reader).outcome
    if now >= Outcome.OUT_OF_SCOPE_GENERAL_ADVICE:
        return _stopped(timetable)
    days = [_day(timetable, day, planned_day) for day, planned_day in enumerate(plan_days(timetable))]
    clashes = conflicts(timetable)
    minutes, equivalent = (sum(day[key] for day in days) for key in ("minutes", "equivalent_minutes"))
    entries = [as_entry(conflict) for conflict in clashes]
    best = moves(timetable, clashes, WeekMinutes(minutes, equivalent), _planned_minutes)
    week: Week = {
        "stopped": False,
        "outcome": max((Outcome[day["outcome"].upper()] for day in days if day["outcome"]), default=now).slug,
        "headline": _headline(days, entries),
        "action": move_note(clashes, best),
        "days": days,
        "conflicts": entries,
        "move": best[0] if best else None,
        "moves": best,
        "move_note": move_note(clashes, best),
        "rest_days": [day["name"] for day in days if not day["minutes"]],
        "minutes": minutes,
        "equivalent_minutes": equivalent,
        "target": [int(p.WEEK_MODERATE.low), int(p.WEEK_MODERATE.high)],
        "verdict": _verdict(equivalent),
        "summary": _summary(minutes, equivalent),
        "advice_version": ADVICE_VERSION,
        "query": to_query(timetable),
        "compared": None,
    }
    second = second_week(timetable)
    if second is not None:
        other = week_for(second)
        week["compared"] = {**other, "difference": difference(week, other)}
    return week


def plan_week(query: str, *, strict: bool = False) -> Week:
    """The whole week for a query string; the grammar is in `calculator.week.parse`.

    Raises:
        InvalidAnswersError: some values are invalid; it holds all problems.
    """
    return week_for(parse(query, strict=strict))
