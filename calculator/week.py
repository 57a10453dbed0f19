"""Knows how to put a whole planned week together: one query in, one plain dictionary out.

Must never know a rule or a threshold: every day is what the engine leaves of it.
"""

from __future__ import annotations

from calculator import parameters as p
from calculator.engine import assess
from calculator.modalities import ARMS_LEAD, BY_SLUG
from calculator.model import Impact, Outcome
from calculator.outlook import leg_intensity
from calculator.questions import to_query as reader_query
from calculator.report import ADVICE_VERSION, answer_for
from calculator.shapes import Ceilings
from calculator.week_engine import Hour, Planned, planned, session, stands
from calculator.week_moves import conflicts_and_move, move_note
from calculator.week_questions import DAYS, WEEK_FIELDS, Timetable, parse, to_query
from calculator.week_shapes import Conflict, Day, KeySession, Week

__all__ = ["WEEK_FIELDS", "week", "week_for"]

_REASONS = 3
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WITHOUT = {
    "rest": "Rest, as you planned.",
    "full": "Every hour that you named is taken by other training.",
    "none": "Rest: nothing suits this day with the kit that you have.",
}


def _ceilings(asked: Hour | None) -> Ceilings:
    """The most that the engine leaves at an hour; all None on a day about which nothing was asked."""
    if asked is None:
        return {"impact": None, "intensity": None, "leg_intensity": None, "minutes": None}
    a, legs = asked.assessment, leg_intensity(asked.assessment)
    arms = max(a.ceilings(slug).intensity for slug in ARMS_LEAD)
    return {
        "impact": a.impact.slug,
        "intensity": max(legs, arms).slug,
        "leg_intensity": legs.slug,
        "minutes": a.minutes,
    }


def _because(asked: Hour) -> list[str]:
    """What sets the ceilings of a day, the strictest first."""
    a = asked.assessment
    binding = [
        f.limit
        for f in a.findings
        if (f.limit.impact is a.impact and a.impact < Impact.HIGH) or f.limit.minutes == a.minutes
    ]
    binding.sort(key=lambda limit: (-limit.outcome, limit.impact))
    return list(dict.fromkeys(limit.because for limit in binding))[:_REASONS]


def _key_session(week: Timetable, day: int) -> KeySession | None:
    """The key session of a day."""
    for key in week.keys:
        if key.at // 24 == day:
            name, allowed = BY_SLUG[key.modality].name, stands(week, key)
            return {
                "hour": key.at % 24,
                "modality": key.modality,
                "name": name,
                "minutes": key.minutes,
                "allowed": allowed,
            }
    return None


def _day_words(found: Planned) -> str:
    """A day in one sentence."""
    if found.offer is None:
        return _WITHOUT[found.kind]
    return f"{found.hour:02}:00 {found.offer.mode.name}, {found.offer.minutes} min."


def _day(week: Timetable, day: int, found: Planned) -> Day:
    """One day as every door hands it out."""
    asked, offer = found.asked, found.offer
    return {
        "day": DAYS[day],
        "name": _NAMES[day],
        "kind": found.kind,
        "hour": found.hour,
        "option": session(asked, offer.mode) if asked and offer and found.kind == "cardio" else None,
        "minutes": offer.minutes if offer else 0,
        "equivalent_minutes": offer.equivalent if offer else 0,
        "outcome": asked.assessment.outcome.slug if asked else None,
        "ceilings": _ceilings(asked),
        "readiness": asked.assessment.readiness.score if asked else None,
        "soreness": asked.sorest.soreness if asked else None,
        "hours_since_legs": asked.situations[0].hours_since_legs if asked and week.legs else None,
        "legs": [{"hour": legs.at % 24, "effort": legs.effort.slug} for legs in week.legs if legs.at // 24 == day],
        "lifts": [at % 24 for at in week.lifts if at // 24 == day],
        "key": _key_session(week, day),
        "because": _because(asked) if asked else [],
        "text": _day_words(found),
        "queries": [reader_query(situation) for situation in asked.situations] if asked else [],
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
    """No week, in the words of what stops it."""
    found = answer_for(timetable.reader)
    return {
        "stopped": True,
        "outcome": found["outcome"],
        "headline": found["headline"],
        "action": found["action"],
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
    """The whole week for a timetable; none where the reader must not train, or must ask a doctor first."""
    now = assess(timetable.reader).outcome
    if now >= Outcome.OUT_OF_SCOPE_GENERAL_ADVICE:
        return _stopped(timetable)
    days = [_day(timetable, day, planned(timetable, day)) for day in range(len(DAYS))]
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


def week(query: str, *, strict: bool = False) -> Week:
    """The whole week for a query string; its grammar is in week_questions.

    Raises:
        InvalidAnswers: some values cannot be used; it holds all of them at once.
    """
    return week_for(parse(query, strict=strict))
