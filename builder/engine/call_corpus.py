"""Generate calls of every endpoint of app.py: usual, rare and invalid ones, the same at each build.

The build traces them to learn which modules and functions the browser's Python needs. The release test generates its
own calls in another way, so that it can find what this corpus misses.
"""

from __future__ import annotations

from itertools import product
from random import Random
from typing import TYPE_CHECKING
from urllib.parse import quote

from calculator.downloads import registry
from calculator.form.fields import FIELDS
from calculator.week.answer import WEEK_FIELDS
from calculator.week.fields import DAYS

if TYPE_CHECKING:
    from calculator.model import Field

__all__ = ["GROWING_CALL", "WARM_UP_CALLS", "calls"]

type Call = list[str]

SEED = 20261101
RESTRICTING = frozenset(
    {"red_flags", "conditions", "medicines"}
)  # most readers have none, and they alone get every kind of plan
INVALID = (
    "", " ", "nan", "-1", "1e3", "1e999", "0x10", "9" * 400, "9" * 5000, "1_000", "1,5", "24h", "5.", "\u0665", "\u2167", "\0",
    "%", "%zz", "%C3%28", "%F0%9F%A6%B5", "None", "<script>&'\"", "\N{LEG}", "a" * 5000, "\ufffd", "hard ", "H\u00c4RD",
    "light&soreness=3", ";", "=", "&&", "\N{COMBINING ACUTE ACCENT}", "\U0001f9b5" * 50, "mon-25", "sat-10:run:999", "\n",
)  # fmt: skip
STARTS = (
    "", "2026-02-28T23:59", "2024-02-29T00:00", "2026-03-29T02:30+01:00", "2026-07-01T06:00-03:30",
    "2026-07-01T06:00Z", "9999-12-31T23:59", "0001-01-01T00:00", "2026-02-30T10:00", "soon", "2026",
)  # fmt: skip
WARM_UP_CALLS: tuple[Call, ...] = (
    ["render_answer", ""],
    ["render_answer", "soreness=7&hours_since_legs=20&equipment=pool", "../"],
    ["render_answer", "soreness=eleven"],
    ["render_summary", "red_flags=chest_pain", ""],
    ["answer_json", "red_flags=chest_pain", ""],
    ["render_card_svg", ""],
    ["download", "", "ics", "2026-01-01T12:00"],
    ["download", "", "ics", "2026-01-01T12:00+01:00"],
    ["download", "", "reminder", "2026-01-01T23:00-03:30"],
    ["render_answer", "red_flag=fever&Soreness[]=3&amp;agee=4"],
    ["render_week", "week_legs=mon-18:hard", ""],
    ["render_week_form", ""],
    ["download_week", "week_legs=mon-18:hard", "2026-01-05"],
    ["download_week", "week_legs=mon-18:hard", "2026-01-05", ",".join(["60"] * 13 * 24)],
)
GROWING_CALL: Call = ["render_answer", "x="]  # its query may have any length: it makes the memory grow


def calls(count: int, seed: int = SEED) -> list[Call]:
    """Return `count` calls: the warm-up calls, unrestricted readers, then random ones from the seed."""
    rng = Random(seed)  # noqa: S311 - nothing here is secret, and the same calls must come again
    first = [*WARM_UP_CALLS, *(["render_answer", query, ""] for query in _unrestricted())]
    return [*first, *(_call(rng) for _ in range(count - len(first)))]


def _unrestricted() -> list[str]:
    """Rested readers, one for each goal and habit: random readers are rarely rested, and these get the longest plans."""
    by_name = {field.name: [choice.value for choice in field.choices] for field in FIELDS}
    rested = "hours_since_legs=200&soreness=0&leg_effort=light&minutes=60&lifting_experience=advanced"
    chosen = product(by_name["goal"], by_name["running_experience"])
    return [f"{rested}&goal={goal}&running_experience={running}" for goal, running in chosen]


def _call(rng: Random) -> Call:
    """A call of a random endpoint, most often the answer."""
    query = _query(rng, FIELDS)
    endpoint = rng.choices(
        ("render_answer", "render_summary", "answer_json", "render_card_svg", "download", "render_week"),
        (12, 2, 1, 1, 4, 10),
    )[0]
    if endpoint in {"render_answer", "render_summary", "answer_json"}:
        return [endpoint, query, rng.choice(("", "../", "../../", '<&">'))]
    if endpoint == "download":
        chosen = rng.choice((*(format.slug for format in registry.DOWNLOAD_FORMATS), "pdf", ""))
        return [endpoint, query, chosen, rng.choice(STARTS)]
    return _week(rng, query) if endpoint == "render_week" else [endpoint, query]


def _week(rng: Random, query: str) -> Call:
    """One call about a week."""
    chosen = _timetable(rng) if rng.random() < 0.8 else _query(rng, WEEK_FIELDS)  # noqa: PLR2004
    pairs = "&".join(filter(None, (query, chosen)))
    endpoint = rng.choice(("render_week", "render_week", "render_week_form", "download_week"))
    more = {
        "render_week": [rng.choice(("", "../"))],
        "render_week_form": [],
        "download_week": [rng.choice(STARTS)[:10]],
    }
    return [endpoint, pairs, *more[endpoint]]


def _timetable(rng: Random) -> str:
    """A week in which everything has a day of its own, so that it can be planned."""
    days = rng.sample(DAYS, len(DAYS))
    kinds = {"week_legs": 3, "week_lift": 2, "week_key": 2, "week_rest": 1}
    slots = [(name, days.pop()) for name, most in kinds.items() for _ in range(rng.randint(0, most)) if days]
    fields = {field.name: field for field in WEEK_FIELDS}
    pairs = [f"{name}={day if name == 'week_rest' else _slot(rng, fields[name], day)}" for name, day in slots]
    pairs += [f"week_minutes={day}:{rng.choice((5, 20, 30, 45, 60, 90))}" for day in DAYS if rng.random() < 0.5]  # noqa: PLR2004
    pairs += [f"week_hour={hour}" for hour in rng.sample(range(24), rng.randint(0, 3))]
    return "&".join([*pairs, f"week_soreness={rng.randint(0, 10)}"])


def _query(rng: Random, fields: tuple[Field, ...]) -> str:
    """Few or many answers, in any order, with a stranger or a broken one now and then."""
    share, well = rng.choice((0.0, 0.1, 0.4, 0.9)), rng.random() < 0.7  # noqa: PLR2004
    chosen = [field for field in fields if rng.random() < share and not (well and field.name in RESTRICTING)]
    pairs = [f"{field.name}={text}" for field in chosen for text in _texts(rng, field)]
    if rng.random() < 0.15:  # noqa: PLR2004 - about as often as a reader mistypes
        pairs.append(f"{rng.choice(fields).name}={_encoded(rng, rng.choice(INVALID))}")
    if rng.random() < 0.1:  # noqa: PLR2004
        pairs.append(
            rng.choice(("utm_source=x", "choice=walk", "choice=swim", f"x={_encoded(rng, rng.choice(INVALID))}"))
        )
    rng.shuffle(pairs)
    return rng.choice(("", "", "?", "#?")) + "&".join(pairs)


def _encoded(rng: Random, text: str) -> str:
    return quote(text) if rng.random() < 0.7 else text  # noqa: PLR2004


def _texts(rng: Random, field: Field) -> list[str]:
    """What a reader could answer to one question."""
    if field.kind == "slots":
        return [_slot(rng, field, rng.choice(DAYS)) for _ in range(rng.randint(1, 3))]
    if field.kind == "number":
        low, high = int(field.low), int(field.high)
        whole = field.whole or rng.random() < 0.5  # noqa: PLR2004
        return [str(rng.randint(low, high)) if whole else f"{rng.uniform(low, high):.3f}"]
    most = 3 if field.kind == "multi_choice" else 1
    return rng.sample([choice.value for choice in field.choices], min(most, rng.randint(1, 3), len(field.choices)))


def _slot(rng: Random, field: Field, day: str) -> str:
    """A day and an hour, and what the question takes besides."""
    hour, minutes = rng.randint(0, 23), rng.randint(5, 240)
    if not field.choices:
        return {"week_minutes": f"{day}:{minutes}", "week_hour": f"{hour}"}.get(field.name, f"{day}-{hour}")
    parts = [f"{day}-{hour}", rng.choice(field.choices).value, *([str(minutes)] if field.name == "week_key" else [])]
    return ":".join(parts[: rng.randint(1, len(parts))])
