"""Knows how the bench's results stand in tables of the guide, and in the sentence that says how they were taken.

Must never know a figure: all come from bench/results.json, which one run of the bench has written.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypedDict

__all__ = ["SPEED", "speed_conditions", "speed_ready", "speed_table", "speed_weights"]

RESULTS = Path(__file__).parent.parent / "bench" / "results.json"
NO_FIGURE = "\N{EN DASH}"
CLOSE = 10  # seconds, under which a second figure after the point says something


class _Row(TypedDict):
    """One contender in one profile."""

    median: dict[str, float]


class _Results(TypedDict):
    """What the bench has written, as far as the tables need it."""

    date: str
    machine: str
    browser: str
    peers: str
    rounds: int
    conditions: list[str]
    names: dict[str, str]
    profiles: dict[str, dict[str, _Row]]


def speed_table(_base: str) -> str:
    """Seconds from the first touch to the answer: a line for each way to run Python, a column for each condition."""
    return _times("Seconds to the first answer", "answer")


def speed_ready(_base: str) -> str:
    """Seconds from the first touch until Python can be asked, for all who start it then."""
    return _times("Seconds until Python is ready", "ready")


def _times(title: str, kind: str) -> str:
    found = _results()
    head = [title, *(found["names"][profile] for profile in found["profiles"])]
    rows = [
        [found["names"][who], *(_seconds(some.get(who), kind) for some in found["profiles"].values())]
        for who in _everybody(found)
    ]
    return _table(head, [row for row in rows if set(row[1:]) != {NO_FIGURE}])


def speed_weights(_base: str) -> str:
    """What each way weighs where nothing holds it up: kilobytes, megabytes of memory, and a later answer."""
    found = _results()
    here = found["profiles"]["here"]
    head = [
        "Way",
        "kB of the page before the touch",
        "kB for it",
        "MB over an empty page",
        "MB that Python adds",
        "Later answer, ms",
        "19 of 20 within, ms",
    ]
    kinds = ("before", "after", "memory", "added", "warm", "warm_late")
    rows = [[found["names"][who], *(_whole(here.get(who), kind) for kind in kinds)] for who in _everybody(found)]
    return _table(head, rows)


def speed_conditions(_base: str) -> str:
    """When and on what the figures were taken."""
    found = _results()
    when = f"Medians of {found['rounds']} rounds on {found['date']}: {found['machine']}; {found['browser']}; {found['peers']}."
    return "\n".join([f"- {when}", *(f"- {condition}." for condition in found["conditions"])])


def _results() -> _Results:
    results: _Results = json.loads(RESULTS.read_text("utf-8"))
    return results


def _everybody(found: _Results) -> list[str]:
    """Whoever answered at least once, in the order of the bench."""
    return [who for who in found["names"] if any(who in some for some in found["profiles"].values())]


def _seconds(row: _Row | None, kind: str) -> str:
    if row is None or kind not in row["median"]:
        return NO_FIGURE
    seconds = row["median"][kind] / 1000
    return f"{seconds:.2f}" if seconds < CLOSE else f"{seconds:.1f}"


def _whole(row: _Row | None, kind: str) -> str:
    return f"{row['median'][kind]:.0f}" if row and kind in row["median"] else NO_FIGURE


def _table(head: list[str], rows: list[list[str]]) -> str:
    rule = ["---", *("---:" for _ in head[1:])]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rows))


SPEED = (speed_table, speed_ready, speed_weights, speed_conditions)
