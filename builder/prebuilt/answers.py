"""Compute answers when the site is built, and pack them for the browser.

Every combination of the fields in GRID_FIELDS is answered, alone and together with one answer to a field in
SINGLE_FIELDS; all other fields stay at their defaults. The first file holds the combinations alone, so the first change
of the form costs one file. The other files hold the rest, a few single answers to a file. The browser fetches all of
them together, so that a host's log does not reveal which answer was needed.

A file is gzipped, and the browser decompresses it, so it needs no header of its host. Its format is that of
line_dictionary.py: one row for each answer, in the order of the product of GRID_FIELDS. Two marks stand for the query
and for the way to the site's root.
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
from builder.assets.cache import cached_folder
from builder.assets.fingerprint import ServedFile, fingerprinted
from builder.engine import sources
from builder.paths import ROOT
from builder.prebuilt.line_dictionary import pack_texts
from calculator.form.fields import FIELDS, FIELDS_BY_NAME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

__all__ = ["DEFAULTS", "GRID_FIELDS", "SINGLE_FIELDS", "Pack", "build", "queries", "single_answers"]

type Endpoint = Callable[[str, str], str]
type Answers = dict[str, str]

TEMPLATES = {
    "render_answer": "answer/answer.html",
    "render_summary": "answer/answer_summary.html",
}  # of the endpoints that give HTML
OUTPUT_PREFIX = "assets/pack/"
QUERY, BASE = "\x01", "\x02"
GRID_FIELDS = ("hours_since_legs", "leg_effort", "soreness")
SINGLE_FIELDS = ("goal", "minutes", "equipment", "lifting_experience", "running_experience")
SINGLES_PER_FILE = 2  # more answers to a file: enough below 60 kB that an answer may grow
COMMON_VALUES = {"equipment": ("treadmill", "bike_upright", "elliptical", "rower", "pool")}
BUILD_ALL = (
    os.environ.get("PREBUILT_ANSWERS") == "full"
)  # while pages are written the first file is enough, and the build is quicker
DEFAULTS: Answers = {field.name: field.default for field in FIELDS}


class Pack(NamedTuple):
    """What the shell must know to look an answer up, as JSON, and the files that it finds them in."""

    grid: str
    files: dict[str, ServedFile]


@functools.cache
def build(endpoint: Endpoint = app.render_answer, *, build_all: bool = BUILD_ALL, more: tuple[str, ...] = ()) -> Pack:
    """The pack of one endpoint, or only its first file; built once for each state of its inputs.

    `more` are queries, each of which is also answered together with every combination.
    """
    extra = _extra_answers(more) if build_all else [{}]
    name = f"pack-{endpoint.__name__}-{len(extra)}-{zlib.crc32(repr(extra).encode()):x}"
    folder = cached_folder(name, _sources(endpoint), functools.partial(_build, endpoint, extra))
    files = {
        path.name: ServedFile(OUTPUT_PREFIX + path.name, path.read_bytes()) for path in sorted(folder.glob("*.bin"))
    }
    return Pack((folder / "grid.json").read_text("utf-8"), files)


def single_answers() -> Iterator[Answers]:
    """No answer, then each answer to a field in SINGLE_FIELDS that differs from the default."""
    yield {}
    for name in SINGLE_FIELDS:
        yield from ({name: value} for value in _values(name) if value != DEFAULTS[name])


def queries(more: Answers) -> list[str]:
    """The canonical query of every combination of GRID_FIELDS, together with more answers."""
    chosen = itertools.product(*map(_values, GRID_FIELDS))
    return [_canonical(dict(zip(GRID_FIELDS, values, strict=True)) | more) for values in chosen]


def _canonical(answers: Answers) -> str:
    return "&".join(
        f"{name}={answers[name]}" for name in DEFAULTS if name in answers and answers[name] != DEFAULTS[name]
    )


def _extra_answers(more: Iterable[str]) -> list[Answers]:
    """What is combined with the grid, each once."""
    answers = [*single_answers(), *(dict(parse_qsl(query)) for query in more)]
    return list({_canonical(extra_answers): extra_answers for extra_answers in answers}.values())


def _values(name: str) -> tuple[str, ...]:
    """The answers to one question that the grid holds: the stops of its control, or all that it offers."""
    field = FIELDS_BY_NAME[name]
    scale = tuple(str(value) for value in range(int(field.low), int(field.high) + 1))
    return COMMON_VALUES.get(name) or field.step_values or tuple(choice.value for choice in field.choices) or scale


def _sources(endpoint: Endpoint) -> list[Path]:
    """Every file that an answer of the endpoint depends on, and those that pack it."""
    code = [path for path in sources.sources() if path.suffix == ".py"]
    templates = [ROOT / "templates" / name for name in sorted(_templates(TEMPLATES.get(endpoint.__name__, "")))]
    packing = [ROOT / "builder" / "prebuilt" / name for name in ("line_dictionary.py", "answers.py")]
    return [*code, *templates, *packing, ROOT / "requirements.lock"]


def _templates(name: str) -> set[str]:
    """The endpoint's template and all that it includes; an endpoint that returns JSON has none."""
    if not name:
        return set()
    source = (ROOT / "templates" / name).read_text("utf-8")
    includes = meta.find_referenced_templates(app.TEMPLATES.parse(source))
    return {name}.union(*(_templates(included) for included in includes if included))


def _build(endpoint: Endpoint, extra: list[Answers], folder: Path) -> None:
    """Compute everything on all processors, and print a summary."""
    start = time.monotonic()
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as pool:
        first = pool.submit(_file, endpoint, extra[:1], b"").result()
        groups = [extra[at : at + SINGLES_PER_FILE] for at in range(1, len(extra), SINGLES_PER_FILE)]
        files = [first, *pool.map(functools.partial(_file, endpoint, first=first), groups)]
    names = [fingerprinted(f"{endpoint.__name__}.bin", file) for file in files]
    for name, file in zip(names, files, strict=True):
        (folder / name).write_bytes(file)
    (folder / "grid.json").write_text(_grid(extra, names), "utf-8")
    count, size = len(extra) * len(queries({})), sum(map(len, files))
    report = f"{count} answers in {len(files)} files, {size:,} bytes, {max(map(len, files)):,} at the most in one"
    print(f"Prebuilt answers of {endpoint.__name__}: {report}, {time.monotonic() - start:.0f} s")


def _file(endpoint: Endpoint, group: list[Answers], first: bytes) -> bytes:
    return pack_texts((_marked(endpoint(query, BASE), query) for more in group for query in queries(more)), first)


def _marked(answer: str, query: str) -> str:
    """The answer with a mark wherever it repeats the query."""
    return answer.replace(escape(query), QUERY) if query else answer


def _grid(extra: list[Answers], names: list[str]) -> str:
    """The index as JSON: default of every field, in the order of the canonical query; the values of the grid.

    The file and row of the rest.
    """
    free = {name: _values(name) for name in GRID_FIELDS}
    each = len(queries({}))
    more = {
        _canonical(extra_answers): (1 + at // SINGLES_PER_FILE, at % SINGLES_PER_FILE * each)
        for at, extra_answers in enumerate(extra[1:])
    }
    return json.dumps({"assumed": DEFAULTS, "free": free, "more": more, "files": names}, separators=(",", ":"))
