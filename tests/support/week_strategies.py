"""Hypothesis strategies for weeks: any timetable that the questions would take."""

from __future__ import annotations

from hypothesis import strategies as st

from calculator.data.modalities import BY_SLUG
from calculator.model import Situation
from calculator.scales import LegSessionEffort
from calculator.week.parse import KeySession, LegSession, Timetable
from tests.support.strategies import with_plan

__all__ = ["timetables"]

_DAYS, _HOURS = st.integers(0, 6), st.integers(5, 22)
_ALL_KINDS = tuple(sorted(BY_SLUG))


@st.composite
def timetables(
    draw: st.DrawFn, readers: st.SearchStrategy[Situation] = with_plan, kinds: tuple[str, ...] = _ALL_KINDS
) -> Timetable:
    """Any week of a reader: legs, lifts, hard sessions, an event, easy sessions, days of rest, minutes and hours."""
    taken: set[int] = set()

    def appointments(most: int) -> tuple[KeySession, ...]:
        sessions = st.tuples(_HOURS, st.sampled_from(kinds), st.integers(5, 120))
        found = draw(st.dictionaries(_DAYS, sessions, max_size=most))
        new = [KeySession(day * 24 + hour, slug, minutes) for day, (hour, slug, minutes) in sorted(found.items())]
        free = [session for session in new if session.at not in taken]
        taken.update(session.at for session in free)
        return tuple(free)

    efforts = st.tuples(_HOURS, st.sampled_from(LegSessionEffort))
    legs = draw(st.dictionaries(_DAYS, efforts, max_size=4))
    taken |= {day * 24 + hour for day, (hour, _) in legs.items()}
    keys, events, easies = appointments(2), appointments(1), appointments(2)
    lifts = draw(st.frozensets(st.tuples(_DAYS, _HOURS).map(lambda at: at[0] * 24 + at[1]), max_size=2))
    fixed = {session.at // 24 for session in (*keys, *events, *easies)}
    return Timetable(
        reader=draw(readers),
        legs=tuple(sorted(LegSession(day * 24 + hour, effort) for day, (hour, effort) in legs.items())),
        lifts=tuple(sorted(lifts - taken)),
        keys=keys,
        rest=draw(st.frozensets(_DAYS, max_size=2)) - fixed,
        minutes=tuple(draw(st.lists(st.sampled_from((5, 20, 30, 45, 60, 90)), min_size=7, max_size=7))),
        hours=tuple(draw(st.lists(_HOURS, min_size=1, max_size=3, unique=True))),
        soreness=draw(st.integers(0, 10)),
        events=events,
        easies=easies,
        rest_days=draw(st.none() | st.integers(0, 3)),
    )
