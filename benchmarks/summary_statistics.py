"""Medians of the figures of many rounds, and ratios between two competitors of the same round."""

from __future__ import annotations

import statistics
from collections import defaultdict
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from benchmarks.measure import Figures

__all__ = ["LONG", "Row", "RunStatistics"]

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


class RunStatistics:
    """All figures, by profile and contender, in the order of the rounds."""

    def __init__(self, against: tuple[str, ...]) -> None:
        self.against = against
        self.taken: dict[str, dict[str, dict[int, Figures]]] = defaultdict(lambda: defaultdict(dict))

    def add(self, profile: str, competitor: str, turn: int, figures: Figures) -> None:
        """Keep what one run found."""
        self.taken[profile][competitor][turn] = figures

    def long(self, profile: str, competitor: str) -> bool:
        """Whether one takes so long in a profile that a few rounds must do."""
        return any(run["answer"] > LONG for run in self.taken[profile][competitor].values())

    def rows(self) -> dict[str, dict[str, Row]]:
        """Every profile's rows."""
        return {
            profile: {competitor: self._row(profile, competitor) for competitor in some}
            for profile, some in self.taken.items()
        }

    def _row(self, profile: str, competitor: str) -> Row:
        runs = self.taken[profile][competitor]
        median = {kind: _median([run[kind] for run in runs.values() if kind in run]) for kind in KINDS}
        return {
            "rounds": len(runs),
            "median": {kind: value for kind, value in median.items() if value is not None},
            "best": round(min(run["answer"] for run in runs.values()), 1),
            "ratio": self._ratios(profile, competitor, "answer"),
            "ready": self._ratios(profile, competitor, "ready"),
        }

    def _ratios(self, profile: str, competitor: str, kind: str) -> dict[str, float]:
        """The median over rounds of this one's time by each other's in the same round."""
        mine = self._times(profile, competitor, kind)
        ratios = {}
        for rival in self.against:
            theirs = self._times(profile, rival, kind)
            both = [mine[turn] / theirs[turn] for turn in mine if turn in theirs]
            if both:
                ratios[rival] = round(statistics.median(both), 4)
        return ratios

    def _times(self, profile: str, competitor: str, kind: str) -> dict[int, float]:
        return {turn: run[kind] for turn, run in self.taken[profile].get(competitor, {}).items() if kind in run}


def _median(values: list[float]) -> float | None:
    return round(statistics.median(values), 2) if values else None
