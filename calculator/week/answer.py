"""Assemble a planned week: a query string in, a dictionary of the shape `Week` out."""

from __future__ import annotations

from calculator.answer.builder import ADVICE_VERSION, answer_for
from calculator.assessment.engine import assess
from calculator.assessment.outlook import leg_intensity
from calculator.data import parameters as p
from calculator.data.modalities import ARMS_LEAD, BY_SLUG
from calculator.form.parse import to_query as reader_query
from calculator.scales import Impact, Outcome
from calculator.schema import Ceilings
from calculator.week.conflicts import conflicts_and_move, move_note
from calculator.week.fields import DAYS, WEEK_FIELDS
from calculator.week.parse import Timetable, parse, to_query
from calculator.week.planner import HourAssessment, PlannedDay, build_session, is_feasible, plan_day
from calculator.week.schema import Conflict, Day, KeySession, Week

__all__ = ["WEEK_FIELDS", "plan_week", "week_for"]

_REASONS = 3
_DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WITHOUT_SESSION = {
    "rest": "Rest, as you planned.",
    "full": "Every hour that you named is taken by other training.",
    "none": "Rest: nothing suits this day with the equipment that you have.",
}


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


def _reasons(assessed: HourAssessment) -> list[str]:
    """What sets the ceilings of a day, the strictest first."""
    a = assessed.assessment
    binding = [
        f.limit
        for f in a.findings
        if (f.limit.impact is a.impact and a.impact < Impact.HIGH) or f.limit.minutes == a.minutes
    ]
    binding.sort(key=lambda limit: (-limit.outcome, limit.impact))
    return list(dict.fromkeys(limit.reason for limit in binding))[:_REASONS]


def _key_session(week: Timetable, day: int) -> KeySession | None:
    """The key session of a day."""
    for key in week.keys:
        if key.at // 24 == day:
            name, allowed = BY_SLUG[key.modality].name, is_feasible(week, key)
            return {
                "hour": key.at % 24,
                "modality": key.modality,
                "name": name,
                "minutes": key.minutes,
                "allowed": allowed,
            }
    return None


def _describe_day(planned_day: PlannedDay) -> str:
    """A day in one sentence."""
    if planned_day.best_session is None:
        return _WITHOUT_SESSION[planned_day.kind]
    return f"{planned_day.hour:02}:00 {planned_day.best_session.mode.name}, {planned_day.best_session.minutes} min."


def _day(week: Timetable, day: int, planned_day: PlannedDay) -> Day:
    """One day of the answer."""
    assessed, best = planned_day.assessed, planned_day.best_session
    return {
        "day": DAYS[day],
        "name": _DAY_NAMES[day],
        "kind": planned_day.kind,
        "hour": planned_day.hour,
        "option": build_session(assessed, best.mode) if assessed and best and planned_day.kind == "cardio" else None,
        "minutes": best.minutes if best else 0,
        "equivalent_minutes": best.equivalent if best else 0,
        "outcome": assessed.assessment.outcome.slug if assessed else None,
        "ceilings": _ceilings(assessed),
        "readiness": assessed.assessment.readiness.score if assessed else None,
        "soreness": assessed.sorest.soreness if assessed else None,
        "hours_since_legs": assessed.situations[0].hours_since_legs if assessed and week.legs else None,
        "legs": [{"hour": legs.at % 24, "effort": legs.effort.slug} for legs in week.legs if legs.at // 24 == day],
        "lifts": [at % 24 for at in week.lifts if at // 24 == day],
        "key": _key_session(week, day),
        "because": _reasons(assessed) if assessed else [],
        "text": _describe_day(planned_day),
        "queries": [reader_query(situation) for situation in assessed.situations] if assessed else [],
    }


def _verdict(equivalent: int) -> str:
    """How the week's minutes stand to what adults should reach."""
    if equivalent < p.WEEK_MODERATE.low:
        return "below"
    return "within" if equivalent <= p.WEEK_MODERATE.high else "above"


def _summary(minutes: int, equivalent: int) -> str:
    """The week's minutes, and what they count for where that differs."""
    if minutes == equivalent:
        return f"{minutes} min of cardio; adults are advised {p.WEEK_MODERATE} a week."
    return (
        f"{minutes} min of cardio. Of the {p.WEEK_MODERATE} a week that adults are advised, it counts for {equivalent}: "
        "hard minutes count twice, light ones not."
    )


def _headline(days: list[Day], conflicts: list[Conflict]) -> str:
    """The week in one sentence."""
    busy = sum(day["minutes"] > 0 for day in days)
    trouble = f"; conflicts to settle: {len(conflicts)}" if conflicts else ""
    return f"Cardio on {busy} of {len(days)} days{trouble}."


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
        "move_note": "",
        "minutes": 0,
        "equivalent_minutes": 0,
        "target": [],
        "verdict": "",
        "summary": "",
        "advice_version": ADVICE_VERSION,
        "query": to_query(timetable),
    }


def week_for(timetable: Timetable) -> Week:
    """The whole week for a timetable; stopped if the reader must not train, or must see a doctor first."""
    now = assess(timetable.reader).outcome
    if now >= Outcome.OUT_OF_SCOPE_GENERAL_ADVICE:
        return _stopped(timetable)
    days = [_day(timetable, day, plan_day(timetable, day)) for day in range(len(DAYS))]
    conflicts, move = conflicts_and_move(timetable)
    minutes, equivalent = (sum(day[key] for day in days) for key in ("minutes", "equivalent_minutes"))
    return {
        "stopped": False,
        "outcome": max((Outcome[day["outcome"].upper()] for day in days if day["outcome"]), default=now).slug,
        "headline": _headline(days, conflicts),
        "action": move_note(conflicts, move),
        "days": days,
        "conflicts": conflicts,
        "move": move,
        "move_note": move_note(conflicts, move),
        "minutes": minutes,
        "equivalent_minutes": equivalent,
        "target": [int(p.WEEK_MODERATE.low), int(p.WEEK_MODERATE.high)],
        "verdict": _verdict(equivalent),
        "summary": _summary(minutes, equivalent),
        "advice_version": ADVICE_VERSION,
        "query": to_query(timetable),
    }


def plan_week(query: str, *, strict: bool = False) -> Week:
    """The whole week for a query string; the grammar is in `calculator.week.parse`.

    Raises:
        InvalidAnswersError: some values are invalid; it holds all problems.
    """
    return week_for(parse(query, strict=strict))
