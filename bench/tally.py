"""Knows how the figures of many rounds become medians, and how two contenders compare, round by round.

Must never know how a figure was taken.
"""

from __future__ import annotations

import statistics
from collections import defaultdict
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from bench.measure import Figures

__all__ = ["LONG", "Row", "Tally"]

LONG = 15_000  # milliseconds

KINDS = ("answer", "ready", "before", "after", "memory", "added", "warm", "warm_late")


class Row(TypedDict):
    """One contender in one profile: how many rounds, the median of each figure, the best answer, and ratios to others.

    `ratio` compares the time to the answer, `ready` the time until Python is ready.
    """

    rounds: int
    median: dict[str, float]
    best: float
    ratio: dict[str, float]
    ready: dict[str, float]


class Tally:
    """All figures, by profile and contender, in the order of the rounds."""

    def __init__(self, against: tuple[str, ...]) -> None:
        self.against = against
        self.taken: dict[str, dict[str, dict[int, Figures]]] = defaultdict(lambda: defaultdict(dict))

    def add(self, profile: str, who: str, turn: int, figures: Figures) -> None:
        """Keep what one run found."""
        self.taken[profile][who][turn] = figures

    def long(self, profile: str, who: str) -> bool:
        """Whether one takes so long in a profile that a few rounds must do."""
        return any(run["answer"] > LONG for run in self.taken[profile][who].values())

    def rows(self) -> dict[str, dict[str, Row]]:
        """Every profile's rows."""
        return {profile: {who: self._row(profile, who) for who in some} for profile, some in self.taken.items()}

    def _row(self, profile: str, who: str) -> Row:
        runs = self.taken[profile][who]
        median = {kind: _median([run[kind] for run in runs.values() if kind in run]) for kind in KINDS}
        return {
            "rounds": len(runs),
            "median": {kind: value for kind, value in median.items() if value is not None},
            "best": round(min(run["answer"] for run in runs.values()), 1),
            "ratio": self._ratios(profile, who, "answer"),
            "ready": self._ratios(profile, who, "ready"),
        }

    def _ratios(self, profile: str, who: str, kind: str) -> dict[str, float]:
        """The median over rounds of this one's time by each other's in the same round."""
        mine = self._times(profile, who, kind)
        found = {}
        for other in self.against:
            theirs = self._times(profile, other, kind)
            both = [mine[turn] / theirs[turn] for turn in mine if turn in theirs]
            if both:
                found[other] = round(statistics.median(both), 4)
        return found

    def _times(self, profile: str, who: str, kind: str) -> dict[int, float]:
        return {turn: run[kind] for turn, run in self.taken[profile].get(who, {}).items() if kind in run}


def _median(values: list[float]) -> float | None:
    return round(statistics.median(values), 2) if values else None
