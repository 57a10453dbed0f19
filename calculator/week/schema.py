"""Keys and types of a planned week."""

from __future__ import annotations

from typing import TypedDict

from calculator.schema import Ceilings, Option

__all__ = ["ComparedWeek", "Conflict", "Day", "DaySession", "KeySession", "LegSession", "Move", "Week"]


class LegSession(TypedDict):
    """One leg session of the day: the full hour at which it starts, and how hard it is."""

    hour: int
    effort: str


class KeySession(TypedDict):
    """One hard session or match: the hour at which it starts, what it is, its minutes, whether the engine lets it stand."""

    hour: int
    modality: str
    name: str
    minutes: int
    allowed: bool


class DaySession(TypedDict):
    """One session of a day: legs, lift, event, key, easy (fixed) or cardio (added by the plan).

    `modality`, `name` and `intensity` are None for weights; `effort` is None for all but legs. `format_name` is the format of
    intervals in a session that the plan adds, else None. `allowed` is false where a single answer would not allow the session
    as planned.
    """

    kind: str
    hour: int
    modality: str | None
    name: str
    minutes: int
    intensity: str | None
    format_name: str | None
    effort: str | None
    allowed: bool


class Day(TypedDict):
    """One day. `kind` is event, key, easy (fixed), cardio, rest, full (no free hour) or none (nothing suits).

    `sessions` are all of the day's in order. `option` is the session that the plan adds. `minutes` are those of all cardio of
    the day; `equivalent_minutes` what of it counts as moderate in the week. `queries` ask the engine for the day again, one for
    each leg session or event that limits it: every one of them allows what the plan adds. Soreness (of 10) and readiness are
    expectations. On rest and full days nothing was asked, and what the engine would say is None or empty.
    """

    day: str
    name: str
    kind: str
    hour: int | None
    option: Option | None
    minutes: int
    equivalent_minutes: int
    outcome: str | None
    ceilings: Ceilings
    readiness: int | None
    soreness: int | None
    hours_since_legs: float | None
    legs: list[LegSession]
    lifts: list[int]
    key: KeySession | None
    sessions: list[DaySession]
    because: list[str]
    text: str
    queries: list[str]


class Conflict(TypedDict):
    """What does not fit: `kind` is spacing, too_hard, too_long, order, no_rest or event; `by_legs`: leg days cause it."""

    kind: str
    day: str | None
    hour: int | None
    modality: str | None
    rules: list[str]
    because: str
    by_legs: bool


_MoveStart = TypedDict("_MoveStart", {"from": str})


class Move(_MoveStart):
    """A move of one session: from where to where (mon-18), hours of shift, conflicts removed and left, why, what it costs.

    `kind` is legs or key; `effort` that of the legs, else empty; `moved` is the same as `from`. `query` is the whole week with
    the move made.
    """

    moved: str
    kind: str
    effort: str
    to: str
    shift_hours: int
    removes: int
    leaves: int
    text: str
    why: str
    costs: str
    query: str


class Week(TypedDict):
    """The whole week. `stopped` says that there is none; `verdict` is below, within or above the `target` in minutes.

    `rest_days` names the days without cardio; `moves` are those that settle most conflicts, `move` the first of them;
    `compared` is the second week that the reader asked about.
    """

    stopped: bool
    outcome: str
    headline: str
    action: str
    days: list[Day]
    conflicts: list[Conflict]
    move: Move | None
    moves: list[Move]
    move_note: str
    rest_days: list[str]
    minutes: int
    equivalent_minutes: int
    target: list[int]
    verdict: str
    summary: str
    advice_version: str
    query: str
    compared: ComparedWeek | None


class ComparedWeek(Week):
    """A second week with what sets it apart from the first, in one sentence."""

    difference: str
