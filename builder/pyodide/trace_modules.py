"""Runs inside Pyodide at build time: compile the templates, trace which modules the calls import, and compile those.

`library` gets what the calls need of the standard library; `engine` gets our modules, Jinja's, and the templates. A
module that is in neither raises ImportError in the browser, and the page then says that it has no answer.
"""

from __future__ import annotations

import importlib
import shutil
import sys
import traceback
from pathlib import Path

from builder.engine.compile import compile_templates
from frozen_runtime.compile_modules import unknown_lines, write_module

__all__ = ["main", "templates"]

KEEP_ASSERTIONS = ("app", "calculator")
ENGINE = ("app", "calculator", "stub_module", "jinja2", "markupsafe", "bootstrap")
LATE = (
    "_pylong",
    "encodings.latin_1",
    "encodings.utf_8_sig",
)  # imported by CPython itself, on paths that few calls take
# Python's own code does without these where they are missing; where they are not, Pyodide imports them at every start.
MISSING = ("bz2", "compression", "lzma", "ssl")


def templates(shipped: str) -> None:
    """Compile the templates beside the engine, where bootstrap.py looks for them."""
    compile_templates(Path(shipped) / "compiled_templates", unknown_lines)


def main(shipped: str, folder: str, calls: list[list[str]]) -> None:
    """Fill both folders. The templates are compiled by now, in another Python.

    Because compiling them imports more than rendering.
    """
    engine, library = Path(folder) / "engine", Path(folder) / "library"
    for name, spec in sorted(loaded_modules(calls).items()):
        top = name.partition(".")[0]
        if top in ENGINE:
            write_module(engine, name, spec, KEEP_ASSERTIONS, unknown_lines)
        elif top not in MISSING and ".zip/" in str(getattr(spec, "origin", "")):
            write_module(library, name, spec, KEEP_ASSERTIONS, unknown_lines)
    shutil.copytree(Path(shipped) / "compiled_templates", engine / "compiled_templates")


def loaded_modules(calls: list[list[str]]) -> dict[str, object]:
    """Make the calls, format the exceptions, and return the spec of every module that Python has loaded by then."""
    app = importlib.import_module("bootstrap").app
    for endpoint, *args in calls:
        try:
            getattr(app, endpoint)(*args)
        except Exception:  # noqa: BLE001 - whatever it is, its report needs modules, too
            traceback.format_exc()
    for name in LATE:
        importlib.import_module(name)
    return {name: getattr(module, "__spec__", None) for name, module in sys.modules.items()}
