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

import contextlib
import functools
import itertools
import json
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import parse_qsl

from jinja2 import meta

import app
from builder.assets.cache import cached_folder
from builder.assets.fingerprint import ServedFile, fingerprinted
from builder.engine import sources
from builder.paths import ROOT
from builder.prebuilt.line_dictionary import pack_texts
from builder.presets import PRESETS
from builder.progress import steps
from calculator.form.fields import FIELDS, FIELDS_BY_NAME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

__all__ = ["DEFAULTS", "GRID_FIELDS", "SINGLE_FIELDS", "Pack", "build", "queries", "single_answers"]

type Endpoint = Callable[[app.AnsweredQuery, str], str]
type Answers = dict[str, str]

OUTPUT_PREFIX = "assets/pack/"
QUERY, BASE = "\x01", "\x02"
GRID_FIELDS = ("hours_since_legs", "leg_effort", "soreness")
SINGLE_FIELDS = ("goal", "minutes", "equipment", "lifting_experience", "running_experience")
CHUNK = 66  # answers that one process computes at once
SINGLES_PER_FILE = 2  # more answers to a file: enough below 60 kB that an answer may grow
COMMON_VALUES = {"equipment": ("treadmill", "bike_upright", "elliptical", "rower", "pool")}
# While pages are written the first files are enough, and the build is quicker.
BUILD_ALL = os.environ.get("PREBUILT_ANSWERS") == "full"
BUILD_ONE = (
    os.environ.get("PREBUILT_ANSWERS") == "one"
)  # the default answer alone: a preview leaves the others to Python
DEFAULTS: Answers = {field.name: field.default for field in FIELDS}


class Pack(NamedTuple):
    """What the shell must know to look an answer up, as JSON, and the files that it finds them in."""

    grid: str
    files: dict[str, ServedFile]


class Rendering(NamedTuple):
    """One form in which every prebuilt answer is packed: its name, the endpoint that renders it, and the endpoint's template."""

    name: str
    endpoint: Endpoint
    template: str = ""
    with_presets: bool = False
    """Whether the answers of each preset are combined with the grid, too: a widget may begin with them."""

    @property
    def extra(self) -> list[Answers]:
        """What is combined with the grid, each once: those of every rendering first, in the same order."""
        more = [dict(parse_qsl(preset.query)) for preset in PRESETS] if self.with_presets else []
        return list({_canonical(answers): answers for answers in (*single_answers(), *more)}.values())


RENDERINGS = (
    Rendering("render_answer", app.render_answer, "answer/answer.html"),
    Rendering("render_summary", app.render_summary, "answer/answer_summary.html", with_presets=True),
    Rendering("answer_json", app.answer_json, with_presets=True),
)


def build(name: str = "render_answer", *, build_all: bool = BUILD_ALL) -> Pack:
    """The pack of one endpoint, or only its first file; all packs are built together, once for each state of their inputs."""
    return build_packs(build_all=build_all)[name]


@functools.cache
def build_packs(*, build_all: bool = BUILD_ALL) -> dict[str, Pack]:
    """The packs of all endpoints by name: each answer is computed once, and rendered by all of them."""
    amount = "all" if build_all else "one" if BUILD_ONE else "first"
    folder = cached_folder(f"answers-{amount}", _sources(), functools.partial(_build, build_all=build_all))
    return {rendering.name: _pack(folder, rendering.name) for rendering in RENDERINGS}


def _pack(folder: Path, name: str) -> Pack:
    files = {
        path.name: ServedFile(OUTPUT_PREFIX + path.name, path.read_bytes())
        for path in sorted(folder.glob(f"{name}-*.bin"))
    }
    return Pack((folder / f"{name}.json").read_text("utf-8"), files)


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


def _values(name: str) -> tuple[str, ...]:
    """The answers to one question that the grid holds: the stops of its control, or all that it offers."""
    field = FIELDS_BY_NAME[name]
    if BUILD_ONE:
        return (field.default,)
    scale = tuple(str(value) for value in range(int(field.low), int(field.high) + 1))
    return COMMON_VALUES.get(name) or field.step_values or tuple(choice.value for choice in field.choices) or scale


def _sources() -> list[Path]:
    """Every file that an answer depends on, and those that pack it."""
    code = [path for path in sources.sources() if path.suffix == ".py"]
    names = set[str]().union(*(_templates(rendering.template) for rendering in RENDERINGS))
    templates = [ROOT / "templates" / name for name in sorted(names)]
    packing = [ROOT / "builder" / name for name in ("prebuilt/line_dictionary.py", "prebuilt/answers.py", "presets.py")]
    return [*code, *templates, *packing]


def _templates(name: str) -> set[str]:
    """A template and all that it includes; an endpoint that returns JSON has none."""
    if not name:
        return set()
    source = (ROOT / "templates" / name).read_text("utf-8")
    includes = meta.find_referenced_templates(app.TEMPLATES.parse(source))
    return {name}.union(*(_templates(included) for included in includes if included))


def _build(folder: Path, *, build_all: bool) -> None:
    """Compute everything on all processors."""
    report = steps("Prebuilt answers")
    extra = max((rendering.extra for rendering in RENDERINGS), key=len) if build_all else [{}]
    groups = [extra[at : at + SINGLES_PER_FILE] for at in range(1, len(extra), SINGLES_PER_FILE)]
    grid = queries({})
    chunks = [grid[at : at + CHUNK] for at in range(0, len(grid), CHUNK)]
    with _workers(len(grid)) as compute:
        texts = zip(*itertools.chain.from_iterable(compute(_rendered, chunks)), strict=True)
        first = tuple(compute(pack_texts, texts))
        files = [first]
        report(f"{len(grid)} answers to the grid, in {len(first)} forms")
        for at, packed in enumerate(compute(functools.partial(_pack_group, first=first), groups), 1):
            files.append(packed)
            report(f"file {at} of {len(groups)}")
    for rendering, contents in zip(RENDERINGS, zip(*files, strict=True), strict=True):
        _write(folder, rendering, [content for content in contents if content], build_all=build_all)


@contextlib.contextmanager
def _workers(answers: int) -> Iterator[Callable[..., Iterator[Any]]]:
    """A `map` that works on all processors, or here for a few answers, which take less time than a new process."""
    if answers <= CHUNK:
        yield map
        return
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as pool:
        yield pool.map


def _write(folder: Path, rendering: Rendering, contents: list[bytes], *, build_all: bool) -> None:
    """Write the files of one rendering, and the index to them."""
    names = [fingerprinted(f"{rendering.name}.bin", content) for content in contents]
    for name, content in zip(names, contents, strict=True):
        (folder / name).write_bytes(content)
    (folder / f"{rendering.name}.json").write_text(_grid(rendering.extra if build_all else [{}], names), "utf-8")


def _rendered(some: list[str]) -> list[tuple[str, ...]]:
    """The answers to some queries, each in every form."""
    answered = [app.answer_query(query) for query in some]
    return [tuple(_marked(rendering.endpoint(each, BASE), each.query) for rendering in RENDERINGS) for each in answered]


def _pack_group(group: list[Answers], first: tuple[bytes, ...]) -> tuple[bytes, ...]:
    """The file of every rendering with these answers; empty where the rendering has none of them."""
    answered = {_canonical(more): [app.answer_query(query) for query in queries(more)] for more in group}
    return tuple(_pack_file(rendering, answered, file) for rendering, file in zip(RENDERINGS, first, strict=True))


def _pack_file(rendering: Rendering, answered: dict[str, list[app.AnsweredQuery]], first: bytes) -> bytes:
    included = [more for more in map(_canonical, rendering.extra) if more in answered]
    texts = [_marked(rendering.endpoint(each, BASE), each.query) for more in included for each in answered[more]]
    return pack_texts(texts, first) if texts else b""


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
