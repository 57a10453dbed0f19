"""Knows what to do inside Pyodide at build time: draw the templates, see which modules the calls then need, and press those.

Must never know Node.js, or anything of this machine: it is run by compile.mjs, in the Python that readers will run.

`library` gets what Pyodide and the calls need of the standard library; `engine` our own modules, Jinja's, and the templates.
A module that is in neither raises where it is imported, and then the page says that there is no answer.
"""

from __future__ import annotations

import importlib
import shutil
import sys
import traceback
from pathlib import Path

from builder.lean import press

__all__ = ["draw", "main"]

ENGINE = ("app", "calculator", "hollow", "jinja2", "markupsafe", "ready")
LATE = (
    "_pylong",
    "encodings.latin_1",
    "encodings.utf_8_sig",
)  # imported by CPython itself, on paths that few calls take
# Python's own code does without these where they are missing; where they are not, Pyodide imports them at every start.
MISSING = ("bz2", "compression", "lzma", "ssl")


def draw(shipped: str) -> None:
    """Draw the templates beside the engine, where ready.py looks for them."""
    press.draw(Path(shipped) / "drawn", press.unknown)


def main(shipped: str, folder: str, calls: list[list[str]]) -> None:
    """Fill both folders; the templates are drawn by now, and in another Python, since drawing needs more than reading."""
    engine, library = Path(folder) / "engine", Path(folder) / "library"
    for name, spec in sorted(observed(calls).items()):
        top = name.partition(".")[0]
        if top in ENGINE:
            press.press(engine, name, spec, press.unknown)
        elif top not in MISSING and ".zip/" in str(getattr(spec, "origin", "")):
            press.press(library, name, spec, press.unknown)
    shutil.copytree(Path(shipped) / "drawn", engine / "drawn")


def observed(calls: list[list[str]]) -> dict[str, object]:
    """Make the calls, report what they raise, and give the origin of every module that Python has loaded by then."""
    app = importlib.import_module("ready").app
    for door, *told in calls:
        try:
            getattr(app, door)(*told)
        except Exception:  # noqa: BLE001 - whatever it is, its report needs modules, too
            traceback.format_exc()
    for name in LATE:
        importlib.import_module(name)
    return {name: getattr(module, "__spec__", None) for name, module in sys.modules.items()}
