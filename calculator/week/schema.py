"""Keys and types of a planned week."""

from __future__ import annotations

from typing import TypedDict

from calculator.schema import Ceilings, Option

__all__ = ["Conflict", "Day", "KeySession", "LegSession", "Move", "Week"]


class LegSession(TypedDict):
    """One leg session of the day: the full hour at which it starts, and how hard it is."""

    hour: int
    effort: str


class KeySession(TypedDict):
    """One key session or match: the hour at which it starts, what it is, its minutes, whether the engine lets it stand."""

    hour: int
    modality: str
    name: str
    minutes: int
    allowed: bool


class Day(TypedDict):
    """One day. `kind` is cardio, key, rest, full (no free hour) or none (nothing suits).

    `minutes` is the main part; `equivalent_minutes` what of it counts as moderate in the week. `queries` ask the engine
    for the day again, one a leg session that limits it: every one of them allows what is planned. Soreness (of 10) and
    readiness are expectations. On rest and full days nothing was asked, and what the engine would say is None or empty.
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
    because: list[str]
    text: str
    queries: list[str]


class Conflict(TypedDict):
    """What does not fit: `kind` is key (a key session) or too_little (minutes); `by_legs` says that leg days cause it."""

    kind: str
    day: str | None
    hour: int | None
    modality: str | None
    rules: list[str]
    because: str
    by_legs: bool


class Move(TypedDict):
    """The smallest move of one leg session: from where to where (mon-18), hours of shift, conflicts removed and left.

    `query` is the whole week with the move made.
    """

    moved: str
    effort: str
    to: str
    shift_hours: int
    removes: int
    leaves: int
    text: str
    query: str


class Week(TypedDict):
    """The whole week. `stopped` says that there is none; `verdict` is below, within or above the `target` in minutes."""

    stopped: bool
    outcome: str
    headline: str
    action: str
    days: list[Day]
    conflicts: list[Conflict]
    move: Move | None
    move_note: str
    minutes: int
    equivalent_minutes: int
    target: list[int]
    verdict: str
    summary: str
    advice_version: str
    query: str
