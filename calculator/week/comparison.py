"""Offer second weeks to compare with a week, and say what sets one apart from the first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from calculator.data.modalities import BY_SLUG
from calculator.data.sentences import count, listed, name_in_sentence, say
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


def _moved_label(session: LegSession | KeySession, day: int) -> str:
    """The label of a week in which a session is on another day (0 is Monday)."""
    days = {"day": DAY_NAMES[day], "instead_of": DAY_NAMES[session.at // _DAY]}
    if isinstance(session, LegSession):
        return say("week.alternative.legs", **days)
    return say("week.alternative.cardio", name=BY_SLUG[session.modality].name, **days)


def _left_out_label(session: LegSession | KeySession) -> str:
    """The label of a week without a session."""
    day = DAY_NAMES[session.at // _DAY]
    if isinstance(session, LegSession):
        return say("week.alternative.without-legs", day=day)
    return say("week.alternative.without-cardio", name=name_in_sentence(BY_SLUG[session.modality].name), day=day)


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
        for at in _free_hours(week, field, session.at):
            texts = sorted([*others, entry(session._replace(at=at))])
            yield Alternative(_moved_label(session, at // _DAY), "&".join(f"{field}={text}" for text in texts))
        texts = sorted(others) or [""]
        yield Alternative(_left_out_label(session), "&".join(f"{field}={text}" for text in texts))


def alternatives(week: Timetable) -> list[Alternative]:
    """Every second week in which one leg session, hard session or easy session is on another day, or left out."""
    return [
        *_of_field(week, "week_legs", week.legs),
        *_of_field(week, "week_key", week.keys),
        *_of_field(week, "week_easy", week.easies),
    ]


def _legs(week: Week) -> str:
    """What to call a week by its leg days."""
    days = [day["name"] for day in week["days"] if day["legs"]]
    return say("week.week.legs", days=listed(days)) if days else say("week.week.no-legs")


def _names(first: Week, second: Week) -> tuple[str, str]:
    """What to call the two weeks: by their leg days where those differ."""
    one, two = _legs(first), _legs(second)
    return (say("week.week.first"), say("week.week.second")) if one == two else (one, two)


def _cardio(minutes: int) -> list[str]:
    """How much more (above 0) or less cardio (min) there is; nothing where there is no difference."""
    if not minutes:
        return []
    return [say(f"week.compare.{'more' if minutes > 0 else 'less'}-cardio", minutes=count(abs(minutes), "min"))]


def difference(first: Week, second: Week) -> str:
    """What the second week costs or gives against the first; the one with fewer conflicts comes first."""
    if first["stopped"] or second["stopped"]:
        return say("week.compare.one") if first["stopped"] is not second["stopped"] else second["headline"]
    names = _names(first, second)
    conflicts = len(first["conflicts"]), len(second["conflicts"])
    minutes = first["minutes"], second["minutes"]
    sore = [sum(day["soreness"] or 0 for day in week["days"] if day["minutes"]) for week in (first, second)]
    if conflicts[0] != conflicts[1]:
        better = 0 if conflicts[0] < conflicts[1] else 1
        fewer = say(
            "week.compare.conflicts",
            better=names[better],
            fewer=conflicts[better],
            more=conflicts[1 - better],
            other=names[1 - better],
        )
        return " ".join([fewer, *_cardio(minutes[better] - minutes[1 - better])])
    if sore[0] != sore[1]:
        better = 0 if sore[0] < sore[1] else 1
        return say("week.compare.soreness", better=names[better], other=names[1 - better])
    if minutes[0] != minutes[1]:
        better = 0 if minutes[0] > minutes[1] else 1
        return say(
            "week.compare.minutes",
            minutes=count(minutes[better], "min"),
            better=names[better],
            fewer=minutes[1 - better],
            other=names[1 - better],
        )
    return say("week.compare.same", minutes=count(minutes[0], "min"))
