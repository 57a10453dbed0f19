"""Twelve points on which popular advice contradicts itself, and how the guide settles each."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["CONTRADICTIONS", "Contradiction"]


class Contradiction(NamedTuple):
    """Two pieces of advice that cannot both hold, the settlement, and the place in the guide that explains it."""

    id: str
    clash: str
    settled: str
    guide_anchor: str
    claims: tuple[str, ...]


CONTRADICTIONS: tuple[Contradiction, ...] = (
    Contradiction(
        "T1",
        "Quick intervals are best; yet keep effort and impact low.",
        "Impact, effort, leg load and length each have a limit of their own. Tired legs: short and easy. Fresher "
        "legs: steady work, or short intervals without impact. Never long and hard.",
        "session-plan/#clash-intervals-or-easy",
        ("S5", "S26", "S27", "S29", "S37"),
    ),
    Contradiction(
        "T2",
        "Sprints, stairs and steep runs are offered, then warned against.",
        "They open only after enough hours, with little soreness, and for people who already do them.",
        "choosing/#clash-sprints",
        ("S9", "S34", "S47"),
    ),
    Contradiction(
        "T3",
        "Endurance athletes should go longer; nobody should go long.",
        "Only an endurance goal opens long sessions early, and then easy, fed, and without impact first.",
        "by-goal/#clash-long",
        ("S26", "S35"),
    ),
    Contradiction(
        "T4",
        "Jumps and drills suit the day after; avoid impact.",
        "Jumps and cuts are never part of a recovery day. They come back last, on fresh legs.",
        "team-sports/#clash-drills",
        ("S11", "S27", "S34"),
    ),
    Contradiction(
        "T5",
        "Cardio speeds recovery; doing both lengthens recovery.",
        "We say that it can feel better, never that it repairs sooner, and we count the cost before your next leg "
        "session.",
        "benefits/#clash-recovery",
        ("S13", "S14", "S40"),
    ),
    Contradiction(
        "T6",
        "The bike is gentle; do intervals on the bike.",
        "Leg load belongs to the machine and the effort together, never to the machine alone.",
        "cyclists/#clash-bike",
        ("S7", "S27"),
    ),
    Contradiction(
        "T7",
        "Cardio and rolling clear lactic acid; but it has long gone by then.",
        "The story is wrong, and no advice here rests on it.",
        "myths/#lactic-acid",
        ("S17", "S43"),
    ),
    Contradiction(
        "T8",
        "Train at half to seven tenths of your maximum, on no named scale.",
        "We print named scales only, and put the talk test first.",
        "intensity/#clash-percent",
        ("S31",),
    ),
    Contradiction(
        "T9",
        "Stretch before; stretching after is one of the best methods.",
        "Move before, stretch after if you enjoy it, and expect no shorter recovery.",
        "recovery/#clash-stretching",
        ("S44", "S45"),
    ),
    Contradiction(
        "T10",
        "A loud yes to all; yet ask a doctor before you act.",
        "Warning signs come first and end the plan. If you have none, the answer is a plain yes with its reasons.",
        "can-you/#clash-yes-or-doctor",
        ("S47", "S50"),
    ),
    Contradiction(
        "T11",
        "The elliptical is for sore legs; yet it loads knees and hips more than walking.",
        "With sore thighs or knees, the bike and a walk rank above it.",
        "choosing/#clash-elliptical",
        ("S7",),
    ),
    Contradiction(
        "T12",
        "Some hours later is fine; yet legs stay tired for days.",
        "On the same day: first a short add-on only, then no impact beyond walking, then the usual limits.",
        "timing/#clash-same-day",
        ("S1", "S30"),
    ),
)
