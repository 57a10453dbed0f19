"""Macros for the results of the benchmarks: tables and the conditions. All figures come from benchmarks/results.json."""

from __future__ import annotations

import json
from typing import TypedDict

from builder.paths import ROOT

__all__ = ["MACROS", "startup_conditions", "startup_table", "startup_times", "startup_weights"]

RESULTS = ROOT / "benchmarks" / "results.json"
NO_FIGURE = "\N{EN DASH}"
TWO_DECIMALS_BELOW = 10  # seconds, under which a second figure after the point says something


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


def startup_table(_base: str) -> str:
    """Seconds from the first touch to the answer: a line for each way to run Python, a column for each condition."""
    return _times("Seconds to the first answer", "answer")


def startup_times(_base: str) -> str:
    """Seconds from the first touch until Python can be asked, for all who start it then."""
    return _times("Seconds until Python is ready", "ready")


def _times(title: str, kind: str) -> str:
    stats = _results()
    head = [title, *(stats["names"][profile] for profile in stats["profiles"])]
    rows = [
        [stats["names"][key], *(_seconds(rows.get(key), kind) for rows in stats["profiles"].values())]
        for key in _competitors(stats)
    ]
    return _table(head, [row for row in rows if set(row[1:]) != {NO_FIGURE}])


def startup_weights(_base: str) -> str:
    """What each way weighs where nothing holds it up: kilobytes, megabytes of memory, and a later answer."""
    stats = _results()
    unthrottled = stats["profiles"]["here"]
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
    rows = [
        [stats["names"][key], *(_rounded(unthrottled.get(key), kind) for kind in kinds)] for key in _competitors(stats)
    ]
    return _table(head, rows)


def startup_conditions(_base: str) -> str:
    """When and on what the figures were taken."""
    stats = _results()
    when = f"Medians of {stats['rounds']} rounds on {stats['date']}: {stats['machine']}; {stats['browser']}; {stats['peers']}."
    return "\n".join([f"- {when}", *(f"- {condition}." for condition in stats["conditions"])])


def _results() -> _Results:
    results: _Results = json.loads(RESULTS.read_text("utf-8"))
    return results


def _competitors(stats: _Results) -> list[str]:
    """Every competitor that answered at least once, in the order of the benchmarks."""
    return [key for key in stats["names"] if any(key in rows for rows in stats["profiles"].values())]


def _seconds(row: _Row | None, kind: str) -> str:
    if row is None or kind not in row["median"]:
        return NO_FIGURE
    seconds = row["median"][kind] / 1000
    return f"{seconds:.2f}" if seconds < TWO_DECIMALS_BELOW else f"{seconds:.1f}"


def _rounded(row: _Row | None, kind: str) -> str:
    return f"{row['median'][kind]:.0f}" if row and kind in row["median"] else NO_FIGURE


def _table(head: list[str], rows: list[list[str]]) -> str:
    rule = ["---", *("---:" for _ in head[1:])]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rows))


MACROS = (startup_table, startup_times, startup_weights, startup_conditions)
