"""Knows the interval formats by name: work, rest, repeats, and who described them.

Must never know who may do them.
"""

from __future__ import annotations

from typing import NamedTuple

from calculator import sources as src
from calculator.model import Intensity, Source

__all__ = ["FORMATS", "Format"]


class Format(NamedTuple):
    """One interval format: work and rest in seconds, fewest and most repeats, its source, and the band between efforts."""

    slug: str
    name: str
    work: int
    rest: int
    fewest: int
    most: int
    text: str
    source: Source
    between: Intensity = Intensity.VERY_LIGHT

    def minutes(self, repeats: int) -> float:
        """Length of the interval block in minutes, each work part with its rest."""
        return repeats * (self.work + self.rest) / 60


FORMATS: dict[str, Format] = {
    f.slug: f
    for f in (
        Format(
            "beginner-60-60", "One minute on, one minute off", 60, 60, 6, 10, "firm, then easy", src.PROJECT_JUDGEMENT
        ),
        Format("ten-by-one", "Ten times one minute", 60, 60, 10, 10, "hard, then very easy", src.LITTLE_2010),
        Format(
            "four-by-four",
            "Four times four minutes",
            240,
            180,
            3,
            4,
            "hard but even, then keep moving easily",
            src.HELGERUD_2007,
            Intensity.LIGHT,
        ),
        Format("thirty-thirty", "Thirty seconds on, thirty off", 30, 30, 12, 20, "quick, then easy", src.BILLAT_2000),
        Format(
            "sprint-interval",
            "Thirty-second sprints",
            30,
            240,
            4,
            6,
            "all you have, then full rest",
            src.BURGOMASTER_2005,
        ),
        Format(
            "short-sets",
            "Short sets, full rests",
            15,
            105,
            5,
            10,
            "fast and fresh, walk slowly",
            src.PROJECT_JUDGEMENT,
        ),
    )
}
