"""Knows a coarse grid of readers, and writes what each of them is told into one table, so that a change of advice is a diff.

Must never know what is right to tell them. Run it to rewrite the table and to see who is told something else now.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "tests" / "advice.csv"
if str(ROOT) not in sys.path:  # run by its path, as a job
    sys.path.insert(0, str(ROOT))

from calculator.questions import BY_NAME  # noqa: E402 - found only from the project's root
from calculator.report import answer  # noqa: E402
from tests.calculator.letters import LETTERS, letters  # noqa: E402
from tests.calculator.said import LIST, said  # noqa: E402

__all__ = ["TABLE", "changed", "table"]

KIT = [("equipment", kit) for kit in ("bike_upright", "treadmill", "pool", "track")]
HABITS = (("novice", "none"), ("intermediate", "some"), ("advanced", "regular"))
ASKED = ("hours", "effort", "soreness", "goal", "lifting", "running", "also")
TOLD = ("outcome", "impact", "intensity", "leg_intensity", "minutes", "options")
SHORT = {
    "hours": "hours_since_legs",
    "effort": "leg_effort",
    "lifting": "lifting_experience",
    "running": "running_experience",
}
NEXT = ("next_legs_in_hours=12", "next_legs_in_hours=36", "next_event_in_hours=20", "next_event_in_hours=40")
STRAIN = "sleep_hours=5&consecutive_hard_days=4&resting_hr=62&usual_resting_hr=52"

type Reader = tuple[object, ...]


def _grid() -> Iterator[Reader]:
    """Hours, effort, soreness, three goals and three habits; then what is new, near, ill or strained."""
    goals = ("general_health", "muscle_strength", "aerobic_endurance")
    efforts = ("light", "moderate", "hard", "very_hard")
    for hours, effort, soreness, goal, habit in product(
        (0, 4, 12, 24, 48, 72, 120), efforts, (0, 2, 4, 6, 8), goals, HABITS
    ):
        yield hours, effort, soreness, goal, *habit, ""
    for also, hours, effort, soreness, habit in product(
        ("novelty=return_after_break", "novelty=first_time"), (6, 24, 48, 72), ("moderate", "hard"), (1, 4, 7), HABITS
    ):
        yield hours, effort, soreness, "general_health", *habit, also
    for hours, effort, goal in product((24, 72), ("light", "hard"), ("recovery", "fat_loss", "speed_power")):
        yield hours, effort, 1, goal, *HABITS[2], ""
    yield from _special()


def _special() -> Iterator[Reader]:
    """One reader for each sign, condition and medicine, and for what else may hold a day back."""
    named = [
        f"{name}={one.value}" for name in ("red_flags", "conditions", "medicines") for one in BY_NAME[name].choices
    ]
    more = (
        "walking_affected=yes",
        STRAIN,
        "minutes=10",
        "minutes=15",
        "minutes=150",
        "age=16",
        "age=70",
        "eccentric=high",
    )
    for also, habit in product((*named, *NEXT, *more), HABITS[1:]):
        yield 48, "moderate", 1, "aerobic_endurance", *habit, also


def _row(reader: Reader) -> list[str]:
    """What one reader is asked and told."""
    *asked, also = (str(one) for one in reader)
    pairs = [(SHORT.get(name, name), value) for name, value in zip(ASKED, asked, strict=False)]
    minutes = [] if "minutes=" in also else [("minutes", "60")]
    found = answer(f"{urlencode([*pairs, *minutes, *KIT])}&{also}")
    options = (
        f"{one['modality']}:{one['intensity']}:{one['minutes'][0]}-{one['minutes'][1]}" for one in found["options"]
    )
    ceilings = [str(value if value is not None else "") for value in found["ceilings"].values()]
    return [*asked, also, found["outcome"], *ceilings, " ".join(options)]


def table() -> str:
    """The whole table as text."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow((*ASKED, *TOLD))
    writer.writerows(_row(reader) for reader in _grid())
    return text.getvalue()


def changed(old: str, new: str) -> list[str]:
    """Who is told something else: the readers' lines as they were and as they are."""
    before, after = (dict(_keyed(text)) for text in (old, new))
    lines = []
    for who in dict.fromkeys([*before, *after]):
        if before.get(who) != after.get(who):
            lines += [f"{who}\n  - {before.get(who, 'not asked')}\n  + {after.get(who, 'not asked')}"]
    return lines


def _keyed(text: str) -> Iterator[tuple[str, str]]:
    for row in csv.reader(io.StringIO(text)):
        yield ",".join(row[: len(ASKED)]), ",".join(row[len(ASKED) :])


def main() -> None:
    """Rewrite the table and the lists of what is said and handed out, and print who is told something else now."""
    old = TABLE.read_text("utf-8") if TABLE.exists() else ""
    new = table()
    TABLE.write_text(new, "utf-8")
    LIST.write_text(said(), "utf-8")
    LETTERS.write_text(letters(), "utf-8")
    lines = changed(old, new)
    print(*lines, f"{len(lines)} of {len(new.splitlines()) - 1} readers are told something else now.", sep="\n")


if __name__ == "__main__":
    main()
