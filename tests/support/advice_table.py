"""The advice for a grid of readers as one table, so that a change of advice is a diff.

Run it to update all golden files.
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
TABLE = ROOT / "tests" / "golden" / "advice.csv"
if str(ROOT) not in sys.path:  # run by its path, as a job
    sys.path.insert(0, str(ROOT))

from calculator.answer.builder import answer  # noqa: E402
from calculator.form.fields import FIELDS_BY_NAME  # noqa: E402 - found only from the project's root
from tests.support.golden_output import write_golden_files  # noqa: E402
from tests.support.sentences import SENTENCES, sentences  # noqa: E402
from tests.support.threshold_rows import THRESHOLDS, threshold_readers  # noqa: E402

__all__ = ["TABLE", "changed", "table"]

KIT = [("equipment", kit) for kit in ("bike_upright", "treadmill", "pool", "track")]
HABITS = (("novice", "none"), ("intermediate", "some"), ("advanced", "regular"))
INPUT_COLUMNS = ("hours", "effort", "soreness", "goal", "lifting", "running", "also")
OUTPUT_COLUMNS = ("outcome", "impact", "intensity", "leg_intensity", "minutes", "options")
FIELD_OF_COLUMN = {
    "hours": "hours_since_legs",
    "effort": "leg_effort",
    "lifting": "lifting_experience",
    "running": "running_experience",
}
NEXT = ("next_legs_in_hours=12", "next_legs_in_hours=36", "next_event_in_hours=20", "next_event_in_hours=40")
STRAIN = "sleep_hours=5&consecutive_hard_days=4&resting_hr=62&usual_resting_hr=52"

type Reader = tuple[object, ...]


def grid() -> Iterator[Reader]:
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
    yield from _single_answers()
    for threshold in THRESHOLDS:
        yield from threshold_readers(threshold)


def _single_answers() -> Iterator[Reader]:
    """One reader for each sign, condition and medicine, and for what else may hold a day back."""
    single = [
        f"{name}={choice.value}"
        for name in ("red_flags", "conditions", "medicines")
        for choice in FIELDS_BY_NAME[name].choices
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
    for also, habit in product((*single, *NEXT, *more), HABITS[1:]):
        yield 48, "moderate", 1, "aerobic_endurance", *habit, also


def row(reader: Reader) -> list[str]:
    """The answers of one reader, and the advice for them."""
    *values, also = (str(option) for option in reader)
    pairs = [(FIELD_OF_COLUMN.get(name, name), value) for name, value in zip(INPUT_COLUMNS, values, strict=False)]
    minutes = [] if "minutes=" in also else [("minutes", "60")]
    result = answer(f"{urlencode([*pairs, *minutes, *KIT])}&{also}")
    options = (
        f"{option['modality']}:{option['intensity']}:{option['minutes'][0]}-{option['minutes'][1]}"
        for option in result["options"]
    )
    ceilings = [str(value if value is not None else "") for value in result["ceilings"].values()]
    return [*values, also, result["outcome"], *ceilings, " ".join(options)]


def table() -> str:
    """The whole table as text."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow((*INPUT_COLUMNS, *OUTPUT_COLUMNS))
    writer.writerows(row(reader) for reader in grid())
    return text.getvalue()


def changed(old: str, new: str) -> list[str]:
    """Whose advice changed: the readers' lines as they were and as they are."""
    before, after = (dict(_by_reader(text)) for text in (old, new))
    lines = []
    for who in dict.fromkeys([*before, *after]):
        if before.get(who) != after.get(who):
            lines += [f"{who}\n  - {before.get(who, 'not asked')}\n  + {after.get(who, 'not asked')}"]
    return lines


def _by_reader(text: str) -> Iterator[tuple[str, str]]:
    for row in csv.reader(io.StringIO(text)):
        yield ",".join(row[: len(INPUT_COLUMNS)]), ",".join(row[len(INPUT_COLUMNS) :])


def main() -> None:
    """Rewrite the table and the lists of what is said and handed out, and print whose advice changed."""
    old = TABLE.read_text("utf-8") if TABLE.exists() else ""
    new = table()
    TABLE.write_text(new, "utf-8")
    SENTENCES.write_text(sentences(), "utf-8")
    write_golden_files()
    lines = changed(old, new)
    print(*lines, f"{len(lines)} of {len(new.splitlines()) - 1} readers get other advice now.", sep="\n")


if __name__ == "__main__":
    main()
