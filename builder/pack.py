"""Knows which questions are answered when the site is built, and how the answers are packed for the browser.

Must never know what an answer says, which page asks, or MkDocs.

Every combination of the questions in FREE is answered, alone and together with each one answer to a question in ONE; all else
stays at its default. The first file holds the combinations alone, so the first touch of the form costs one file. The others
hold those with one more answer, a few such answers to a file; whoever needs one of them fetches all, so that no log of a host
tells which answer it was.

A file is compressed with gzip and undone by the browser itself, so it needs no header of its host; what is in it, alike.py
knows. Its rows are the answers, in the order of the product of FREE. Two marks in the lines stand for the question and for the
way to the root of the site.
"""

from __future__ import annotations

import functools
import itertools
import json
import multiprocessing
import os
import time
import zlib
from concurrent.futures import ProcessPoolExecutor
from html import escape
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl

from jinja2 import meta

import app
from builder import wheels
from builder.alike import packed
from builder.kept import ROOT, kept
from builder.published import Published, hashed
from calculator.questions import BY_NAME, FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

__all__ = ["ASSUMED", "FREE", "ONE", "Pack", "made", "queries", "singles"]

type Door = Callable[[str, str], str]
type Told = dict[str, str]

PLACE = "assets/pack/"
QUERY, BASE = "\x01", "\x02"
FREE = ("hours_since_legs", "leg_effort", "soreness")
ONE = ("goal", "minutes", "equipment", "lifting_experience", "running_experience")
TOGETHER = 2  # more answers to a file: enough below 60 kB that an answer may grow
OFTEN = {"equipment": ("treadmill", "bike_upright", "elliptical", "rower", "pool")}
WHOLE = (
    os.environ.get("PREBUILT") == "all"
)  # while pages are written the first file is enough, and the build is quicker
ASSUMED: Told = {field.name: field.default for field in FIELDS}


class Pack(NamedTuple):
    """What the shell must know to look an answer up, as JSON, and the files that it finds them in."""

    grid: str
    files: dict[str, Published]


@functools.cache
def made(door: Door = app.answer, *, whole: bool = WHOLE, more: tuple[str, ...] = ()) -> Pack:
    """The pack of one door, or only its first file; made once for each state of what its answers are made of.

    `more` are queries, each of which is answered together with every combination, too.
    """
    extra = _extra(more) if whole else [{}]
    name = f"pack-{door.__name__}-{len(extra)}-{zlib.crc32(repr(extra).encode()):x}"
    folder = kept(name, _sources(door), functools.partial(_make, door, extra))
    files = {path.name: Published(PLACE + path.name, path.read_bytes()) for path in sorted(folder.glob("*.bin"))}
    return Pack((folder / "grid.json").read_text("utf-8"), files)


def singles() -> Iterator[Told]:
    """Nothing else, then each one answer to a question in ONE that differs from what is assumed."""
    yield {}
    for name in ONE:
        yield from ({name: value} for value in _values(name) if value != ASSUMED[name])


def queries(more: Told) -> list[str]:
    """The canonical query of every combination of FREE, together with one more answer, or several."""
    chosen = itertools.product(*map(_values, FREE))
    return [_canonical(dict(zip(FREE, values, strict=True)) | more) for values in chosen]


def _canonical(told: Told) -> str:
    return "&".join(f"{name}={told[name]}" for name in ASSUMED if name in told and told[name] != ASSUMED[name])


def _extra(more: Iterable[str]) -> list[Told]:
    """What stands beside the combinations, each once."""
    told = [*singles(), *(dict(parse_qsl(query)) for query in more)]
    return list({_canonical(one): one for one in told}.values())


def _values(name: str) -> tuple[str, ...]:
    """The answers to one question that the grid holds: the stops of its control, or all that it offers."""
    field = BY_NAME[name]
    scale = tuple(str(value) for value in range(int(field.low), int(field.high) + 1))
    return OFTEN.get(name) or field.stops or tuple(choice.value for choice in field.choices) or scale


def _sources(door: Door) -> list[Path]:
    """Every file that an answer of the door is made of, and those that pack it."""
    code = [path for path in wheels.sources() if path.suffix == ".py"]
    templates = [ROOT / "templates" / name for name in sorted(_templates(f"{door.__name__}.html"))]
    packing = [ROOT / "builder" / name for name in ("alike.py", "pack.py")]
    return [*code, *templates, *packing, ROOT / "requirements.lock"]


def _templates(name: str) -> set[str]:
    """The door's template, and all that it takes in; a door for programs has none."""
    if not (ROOT / "templates" / name).exists():
        return set()
    source = (ROOT / "templates" / name).read_text("utf-8")
    others = meta.find_referenced_templates(app.TEMPLATES.parse(source))
    return {name}.union(*(_templates(other) for other in others if other))


def _make(door: Door, extra: list[Told], folder: Path) -> None:
    """Ask everything, on all processors, and say what it came to."""
    began = time.monotonic()
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as pool:
        first = pool.submit(_file, door, extra[:1], b"").result()
        groups = [extra[at : at + TOGETHER] for at in range(1, len(extra), TOGETHER)]
        files = [first, *pool.map(functools.partial(_file, door, first=first), groups)]
    names = [hashed(f"{door.__name__}.bin", file) for file in files]
    for name, file in zip(names, files, strict=True):
        (folder / name).write_bytes(file)
    (folder / "grid.json").write_text(_grid(extra, names), "utf-8")
    count, size = len(extra) * len(queries({})), sum(map(len, files))
    report = f"{count} answers in {len(files)} files, {size:,} bytes, {max(map(len, files)):,} at the most in one"
    print(f"Prebuilt answers of {door.__name__}: {report}, {time.monotonic() - began:.0f} s")


def _file(door: Door, group: list[Told], first: bytes) -> bytes:
    return packed((_marked(door(query, BASE), query) for more in group for query in queries(more)), first)


def _marked(answer: str, query: str) -> str:
    """The answer with a mark wherever it repeats the question."""
    return answer.replace(escape(query), QUERY) if query else answer


def _grid(extra: list[Told], names: list[str]) -> str:
    """What is assumed for every question, in the order of the canonical query; the grid; and the place of the rest."""
    free = {name: _values(name) for name in FREE}
    each = len(queries({}))
    more = {_canonical(one): (1 + at // TOGETHER, at % TOGETHER * each) for at, one in enumerate(extra[1:])}
    return json.dumps({"assumed": ASSUMED, "free": free, "more": more, "files": names}, separators=(",", ":"))
