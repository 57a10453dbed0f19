"""Knows how to draw calls of every door, the usual, the rare and the broken, the same ones at every build.

Must never know what an answer says, or the gate's own calls: tests/browser/test_lean.py draws those another way.
"""

from __future__ import annotations

from itertools import product
from random import Random
from typing import TYPE_CHECKING
from urllib.parse import quote

from calculator import files
from calculator.questions import FIELDS
from calculator.week import WEEK_FIELDS
from calculator.week_questions import DAYS

if TYPE_CHECKING:
    from calculator.model import Field

__all__ = ["WARM", "calls"]

type Call = list[str]

SEED = 20261101
HOLDING = frozenset(
    {"red_flags", "conditions", "medicines"}
)  # most readers have none, and they alone get every kind of plan
BROKEN = (
    "", " ", "nan", "-1", "1e3", "1e999", "0x10", "9" * 400, "9" * 5000, "1_000", "1,5", "24h", "5.", "\u0665", "\u2167", "\0",
    "%", "%zz", "%C3%28", "%F0%9F%A6%B5", "None", "<script>&'\"", "\N{LEG}", "a" * 5000, "\ufffd", "hard ", "H\u00c4RD",
    "light&soreness=3", ";", "=", "&&", "\N{COMBINING ACUTE ACCENT}", "\U0001f9b5" * 50, "mon-25", "sat-10:run:999", "\n",
)  # fmt: skip
STARTS = (
    "", "2026-02-28T23:59", "2024-02-29T00:00", "2026-03-29T02:30+01:00", "2026-07-01T06:00-03:30",
    "2026-07-01T06:00Z", "9999-12-31T23:59", "0001-01-01T00:00", "2026-02-30T10:00", "soon", "2026",
)  # fmt: skip
WARM: tuple[Call, ...] = (
    ["answer", ""],
    ["answer", "soreness=7&hours_since_legs=20&equipment=pool", "../"],
    ["answer", "soreness=eleven"],
    ["glance", "red_flags=chest_pain", ""],
    ["told", "red_flags=chest_pain", ""],
    ["card", ""],
    ["file", "", "ics", "2026-01-01T12:00"],
    ["file", "", "ics", "2026-01-01T12:00+01:00"],
    ["file", "", "reminder", "2026-01-01T23:00-03:30"],
    ["answer", "red_flag=fever&Soreness[]=3&amp;agee=4"],
    ["form", ""],
    ["week", "week_legs=mon-18:hard", ""],
    ["week_form", ""],
    ["week_file", "week_legs=mon-18:hard", "2026-01-05"],
    ["week_file", "week_legs=mon-18:hard", "2026-01-05", ",".join(["60"] * 13 * 24)],
)


def calls(count: int, seed: int = SEED) -> list[Call]:
    """As many calls, the warm ones first."""
    draw = Random(seed)  # noqa: S311 - nothing here is secret, and the same calls must come again
    told = [*WARM, *(["answer", query, ""] for query in _fresh())]
    return [*told, *(_call(draw) for _ in range(count - len(told)))]


def _fresh() -> list[str]:
    """Readers whom little holds back, one for each goal and habit: chance draws few of them, and they get the longest plans."""
    by_name = {field.name: [choice.value for choice in field.choices] for field in FIELDS}
    rested = "hours_since_legs=200&soreness=0&leg_effort=light&minutes=60&lifting_experience=advanced"
    asked = product(by_name["goal"], by_name["running_experience"])
    return [f"{rested}&goal={goal}&running_experience={running}" for goal, running in asked]


def _call(draw: Random) -> Call:
    """One call of a door that a page knocks at, the answer most often."""
    query = _query(draw, FIELDS)
    door = draw.choices(("answer", "glance", "told", "card", "file", "form", "week"), (12, 2, 1, 1, 4, 1, 10))[0]
    if door in {"answer", "glance", "told"}:
        return [door, query, draw.choice(("", "../", "../../", '<&">'))]
    if door == "file":
        chosen = draw.choice((*(format.slug for format in files.FORMATS), "pdf", ""))
        return [door, query, chosen, draw.choice(STARTS)]
    return _week(draw, query) if door == "week" else [door, query]


def _week(draw: Random, query: str) -> Call:
    """One call about a week."""
    asked = _timetable(draw) if draw.random() < 0.8 else _query(draw, WEEK_FIELDS)  # noqa: PLR2004
    told = "&".join(filter(None, (query, asked)))
    door = draw.choice(("week", "week", "week_form", "week_file"))
    more = {"week": [draw.choice(("", "../"))], "week_form": [], "week_file": [draw.choice(STARTS)[:10]]}
    return [door, told, *more[door]]


def _timetable(draw: Random) -> str:
    """A week in which everything has a day of its own, so that it can be planned."""
    days = draw.sample(DAYS, len(DAYS))
    kinds = {"week_legs": 3, "week_lift": 2, "week_key": 2, "week_rest": 1}
    told = [(name, days.pop()) for name, most in kinds.items() for _ in range(draw.randint(0, most)) if days]
    fields = {field.name: field for field in WEEK_FIELDS}
    pairs = [f"{name}={day if name == 'week_rest' else _slot(draw, fields[name], day)}" for name, day in told]
    pairs += [f"week_minutes={day}:{draw.choice((5, 20, 30, 45, 60, 90))}" for day in DAYS if draw.random() < 0.5]  # noqa: PLR2004
    pairs += [f"week_hour={hour}" for hour in draw.sample(range(24), draw.randint(0, 3))]
    return "&".join([*pairs, f"week_soreness={draw.randint(0, 10)}"])


def _query(draw: Random, fields: tuple[Field, ...]) -> str:
    """Few or many answers, in any order, with a stranger or a broken one now and then."""
    share, well = draw.choice((0.0, 0.1, 0.4, 0.9)), draw.random() < 0.7  # noqa: PLR2004
    asked = [field for field in fields if draw.random() < share and not (well and field.name in HOLDING)]
    told = [f"{field.name}={text}" for field in asked for text in _texts(draw, field)]
    if draw.random() < 0.15:  # noqa: PLR2004 - about as often as a reader mistypes
        told.append(f"{draw.choice(fields).name}={_coded(draw, draw.choice(BROKEN))}")
    if draw.random() < 0.1:  # noqa: PLR2004
        told.append(
            draw.choice(("utm_source=x", "choice=walk", "choice=swim", f"x={_coded(draw, draw.choice(BROKEN))}"))
        )
    draw.shuffle(told)
    return draw.choice(("", "", "?", "#?")) + "&".join(told)


def _coded(draw: Random, text: str) -> str:
    return quote(text) if draw.random() < 0.7 else text  # noqa: PLR2004


def _texts(draw: Random, field: Field) -> list[str]:
    """What a reader could answer to one question."""
    if field.kind == "slots":
        return [_slot(draw, field, draw.choice(DAYS)) for _ in range(draw.randint(1, 3))]
    if field.kind == "number":
        low, high = int(field.low), int(field.high)
        whole = field.whole or draw.random() < 0.5  # noqa: PLR2004
        return [str(draw.randint(low, high)) if whole else f"{draw.uniform(low, high):.3f}"]
    most = 3 if field.kind == "many" else 1
    return draw.sample([choice.value for choice in field.choices], min(most, draw.randint(1, 3), len(field.choices)))


def _slot(draw: Random, field: Field, day: str) -> str:
    """A day and an hour, and what the question takes besides."""
    hour, minutes = draw.randint(0, 23), draw.randint(5, 240)
    if not field.choices:
        return {"week_minutes": f"{day}:{minutes}", "week_hour": f"{hour}"}.get(field.name, f"{day}-{hour}")
    parts = [f"{day}-{hour}", draw.choice(field.choices).value, *([str(minutes)] if field.name == "week_key" else [])]
    return ":".join(parts[: draw.randint(1, len(parts))])
