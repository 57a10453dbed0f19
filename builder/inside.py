"""Knows what to do inside Pyodide at build time: see which modules the calls need, and press those into two folders.

Must never know Node.js, or anything of this machine: it is run by compile.mjs, in the Python that readers will run.

`library` gets what Pyodide and the calls need of the standard library; `engine` our own modules, Jinja's, and the templates.
A module that is in neither raises where it is imported, and then the page says that there is no answer.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
import traceback
from pathlib import Path

from builder.lean import press

__all__ = ["main"]

ENGINE = ("app", "calculator", "jinja2", "markupsafe")
# Imported late, on paths that no observed call takes: a very long number, a date, a rare codec, what a debugger would ask.
LATE = (
    "_pylong", "_strptime", "_threading_local", "decimal", "encodings.idna", "encodings.latin_1", "encodings.utf_16",
    "encodings.utf_8_sig", "pprint", "queue", "random",
)  # fmt: skip
# Python's own code does without these where they are missing; where they are not, Pyodide imports them at every start.
MISSING = ("bz2", "compression", "lzma", "ssl")


def main(folder: str, calls: list[list[str]]) -> None:
    """Fill both folders."""
    place = Path(folder)
    for name, spec in sorted(observed(calls).items()):
        top = name.partition(".")[0]
        if top in ENGINE:
            press.press(place / "engine", name, spec, press.unknown)
        elif top not in MISSING and ".zip/" in str(getattr(spec, "origin", "")):
            press.press(place / "library", name, spec, press.unknown)
    press.press(place / "engine", "ready", importlib.util.find_spec("ready"), press.unknown)
    press.draw(place / "engine" / "drawn", press.unknown)


def observed(calls: list[list[str]]) -> dict[str, object]:
    """Make the calls, report what they raise, and give the origin of every module that Python has loaded by then."""
    app = importlib.import_module("app")
    for door, *told in calls:
        try:
            getattr(app, door)(*told)
        except Exception:  # noqa: BLE001 - whatever it is, its report needs modules, too
            traceback.format_exc()
    for name in LATE:
        importlib.import_module(name)
    return {name: getattr(module, "__spec__", None) for name, module in sys.modules.items()}
