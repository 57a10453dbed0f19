"""Measure how long an editor waits: from a change of a file to the page, and to the calculator that runs beside it.

    .venv/bin/python -m benchmarks.edit_loops            in a scratch clone: it changes files of the project, and restores them

It starts `run.py`, as an editor does, and prints the seconds of each loop.
"""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from typing import TYPE_CHECKING

from builder.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SITE = "http://127.0.0.1:8000/"
PAGE = ROOT / "docs" / "soreness.md"
PARAMETERS = ROOT / "calculator" / "data" / "parameters.py"
PATIENCE = 600  # s


def fetch(path: str) -> bytes:
    """A file of the preview; empty while it does not answer."""
    try:
        with urllib.request.urlopen(SITE + path, timeout=30) as response:  # noqa: S310 - this machine's own preview
            content: bytes = response.read()
            return content
    except OSError:
        return b""


def engine() -> bytes:
    """The archive of the engine that the calculator of the page loads."""
    manifest = re.search(rb'data-manifest="([^"]+)"', fetch("calculator/"))
    if not manifest:
        return b""
    path = manifest[1].decode().replace("../", "")
    archive = re.search(rb'"engine": \{"path": "([^"]+)"', fetch(path))
    return fetch(path.rpartition("/")[0] + "/" + archive[1].decode()) if archive else b""


def seconds_until(condition: Callable[[], bool]) -> float:
    """How long it takes until the condition holds."""
    start = time.monotonic()
    while not condition():
        if time.monotonic() - start > PATIENCE:
            raise TimeoutError(condition)
        time.sleep(0.05)
    return time.monotonic() - start


@contextlib.contextmanager
def changed(path: Path, old: str, new: str) -> Iterator[None]:
    """The file with another text in one place, for a while."""
    text = path.read_text("utf-8")
    path.write_text(text.replace(old, new, 1), "utf-8")
    try:
        yield
    finally:
        path.write_text(text, "utf-8")


def main() -> None:
    """Start the preview, and measure."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the files are restored
    print(f"load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors", flush=True)
    with subprocess.Popen([sys.executable, "run.py"], cwd=ROOT, start_new_session=True) as preview:
        try:
            print(f"start to a page with its calculator: {seconds_until(lambda: bool(engine())):.1f} s", flush=True)
            with changed(PAGE, "# Can you", "# Zebra can you"):
                print(f"a word in a page: {seconds_until(lambda: b'Zebra' in fetch('soreness/')):.1f} s", flush=True)
            seconds_until(lambda: b"Zebra" not in fetch("soreness/"))
            with changed(PARAMETERS, "SORENESS_CAP = _P(3", "SORENESS_CAP = _P(4"):
                page = seconds_until(lambda: b"From 4 of 10" in fetch("soreness/"))
                beside = seconds_until(lambda: b"SORENESS_CAP = _P(4" in engine())
                print(f"a number, in the page {page:.1f} s, in the calculator {page + beside:.1f} s", flush=True)
        finally:
            os.killpg(preview.pid, signal.SIGTERM)


if __name__ == "__main__":
    main()
