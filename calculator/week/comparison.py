"""Offer second weeks to compare with a week, and say in one sentence what sets one apart from the first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from calculator.data.modalities import BY_SLUG
from calculator.week.conflicts import DAY_NAMES
from calculator.week.fields import DAYS
from calculator.week.parse import KeySession, LegSession, Timetable, entry
from calculator.week.schema import Week

__all__ = ["Alternative", "alternatives", "difference"]

_DAY = 24


class Alternative(NamedTuple):
    """A second week in which one session is on another day or left out: a label for readers, and the query of what differs."""

    label: str
    compare: str


def _session_name(session: LegSession | KeySession) -> str:
    """What a session is, in words."""
    return "Legs" if isinstance(session, LegSession) else BY_SLUG[session.modality].name


def _free_hours(week: Timetable, field: str, at: int) -> list[int]:
    """The same hour on every other day that may take a session of this field."""
    legs, keys = [legs.at for legs in week.legs], [key.at for key in week.keys]
    taken = {*week.lifts, *legs, *keys, *(session.at for session in (*week.events, *week.easies))}
    full = {at // _DAY for at in {"week_legs": legs, "week_key": keys}.get(field, [])}
    full |= set() if field == "week_legs" else week.rest
    hours = (day * _DAY + at % _DAY for day in range(len(DAYS)) if day not in full)
    return [hour for hour in hours if hour not in taken]


def _of_field(week: Timetable, field: str, sessions: tuple[LegSession | KeySession, ...]) -> Iterator[Alternative]:
    """The alternatives for the sessions of one field."""
    for session in sessions:
        others = [entry(other) for other in sessions if other != session]
        day = DAY_NAMES[session.at // _DAY]
        for at in _free_hours(week, field, session.at):
            texts = sorted([*others, entry(session._replace(at=at))])
            label = f"{_session_name(session)} on {DAY_NAMES[at // _DAY]}, not on {day}"
            yield Alternative(label, "&".join(f"{field}={text}" for text in texts))
        texts = sorted(others) or [""]
        yield Alternative(
            f"Without {_session_name(session).lower()} on {day}", "&".join(f"{field}={text}" for text in texts)
        )


def alternatives(week: Timetable) -> list[Alternative]:
    """Every second week in which one leg session, hard session or easy session is on another day, or left out."""
    return [
        *_of_field(week, "week_legs", week.legs),
        *_of_field(week, "week_key", week.keys),
        *_of_field(week, "week_easy", week.easies),
    ]


def _count(number: int, singular: str, plural: str) -> str:
    return f"{number} {singular if number == 1 else plural}"


def _legs(week: Week) -> str:
    """The leg days of a week in words."""
    days = [day["name"] for day in week["days"] if day["legs"]]
    return f"legs on {' and '.join(days)}" if days else "no legs"


def _which(first: Week, second: Week) -> tuple[str, str]:
    """What to call the two weeks: by their leg days where those differ."""
    days, other_days = _legs(first), _legs(second)
    return (
        ("the first week", "the second week")
        if days == other_days
        else (f"the week with {days}", f"the week with {other_days}")
    )


def difference(first: Week, second: Week) -> str:
    """What the second week costs or gives against the first, in one sentence; the one with fewer conflicts comes first."""
    if first["stopped"] or second["stopped"]:
        return (
            "One of the two weeks cannot be planned."
            if first["stopped"] is not second["stopped"]
            else second["headline"]
        )
    names = _which(first, second)
    clashes = len(first["conflicts"]), len(second["conflicts"])
    minutes = first["minutes"], second["minutes"]
    sore = [sum(day["soreness"] or 0 for day in week["days"] if day["minutes"]) for week in (first, second)]
    if clashes[0] != clashes[1]:
        better = 0 if clashes[0] < clashes[1] else 1
        text = (
            f"{names[better]} fits better: it has {_count(clashes[better], 'conflict', 'conflicts')}, "
            f"and {names[1 - better]} has {clashes[1 - better]}"
        )
        costs = minutes[better] - minutes[1 - better]
        text += f", with {abs(costs)} min {'more' if costs > 0 else 'less'} cardio." if costs else "."
    elif sore[0] != sore[1]:
        better = 0 if sore[0] < sore[1] else 1
        text = f"{names[better]} suits your legs better: they are less sore on the days with cardio."
    elif minutes[0] != minutes[1]:
        better = 0 if minutes[0] > minutes[1] else 1
        text = (
            f"{names[better]} leaves {minutes[better]} min for cardio, and {names[1 - better]} {minutes[1 - better]}."
        )
    else:
        text = (
            f"both weeks hold {minutes[0]} min of cardio and suit your legs alike: take the one that you like better."
        )
    return text[0].upper() + text[1:]
