"""Knows how to collect every sentence that the calculator says to the readers of the cases, the stories and the rules' rows.

Must never know what is right to say. The job `advice` rewrites the list; a change of words is then a diff.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from calculator.report import answer
from calculator.shapes import Answer
from tests.calculator.looks import words
from tests.calculator.test_cases import CASES, STORIES
from tests.calculator.test_rules import ROWS, TAKES, reader

__all__ = ["LIST", "said"]

LIST = Path(__file__).parents[1] / "said.txt"

KIT = "&".join(
    f"equipment={kit}"
    for kit in (
        "treadmill", "bike_upright", "bike_recumbent", "air_bike", "elliptical", "rower", "ski_erg", "stair_climber", "pool",
        "arm_ergometer", "jump_rope", "battle_ropes", "skates", "skis", "hill", "track",
    )
)  # fmt: skip
ALL_KIT = (
    "",
    "goal=general_health",
    "goal=recovery",
    "goal=fat_loss",
    "goal=muscle_strength",
    "goal=speed_power",
    "soreness=4",
)


def _readers() -> Iterator[str]:
    yield from (case["query"] for case in (*CASES, *STORIES))
    yield from (reader(changes) for row in ROWS for changes in (*row.speaks, *row.silent))
    yield from (reader(row[0]) for row in TAKES)
    yield from (
        f"{reader(changes)}&{KIT}&age=40&weight_kg=70&minutes=60".replace("&minutes=60", "", 1) for changes in ALL_KIT
    )


def _sentences(found: Answer) -> Iterator[str]:
    yield from (text for text in words(found) if " " in text)
    for option in found["options"]:
        yield f"{option['modality']} {option['intensity']} {option['met']['value']:g} MET {option['met']['code']}"
    for finding in (*found["findings"], *found["recovery"]):
        name = finding.get("rule", finding.get("what"))
        yield f"{name} -> {finding['guide']} ({finding['certainty']}; {' '.join(finding['sources'])})"


def said() -> str:
    """Every sentence once, in order."""
    return "\n".join(sorted({text for query in _readers() for text in _sentences(answer(query))})) + "\n"
