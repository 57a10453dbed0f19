"""Knows the steps that make Python ready to be frozen: import the app, draw its templates, answer, forget, and cut.

Must never know Node.js, or anything of this machine: bare.mjs runs it in the Python that readers will run.
"""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path

__all__ = ["main"]

DRAWN = Path("/pressed/drawn")
HELPERS = ("forget", "functions", "hollow", "named")  # inside Pyodide only, and not in the image


def main(calls: list[list[str]]) -> None:
    """Make everything ready, and write down the address of the function that the host calls."""
    forget, functions, hollow, named = map(importlib.import_module, HELPERS)
    sys.modules.update({name: hollow.Hollow(name) for name in forget.HOLLOW})
    # To compile a reference makes all classes of the syntax tree, which then stay.
    vars(importlib.import_module("annotationlib"))["ForwardRef"].__forward_code__ = None
    door = importlib.import_module("door")  # inside Pyodide only
    Path("/pressed/door.txt").write_text(str(id(door.knock)), "utf-8")
    draw()
    for call in calls:
        door.knock(*call)
    ran, abort = Path("/pressed/ran.txt").read_text("utf-8"), os.abort
    forget.forget()
    hollow.Absent.patient = False
    for call in calls:
        door.knock(*call)
    file = open("/pressed/named.txt", "wb", buffering=0)  # noqa: PTH123, SIM115 - what opens and closes files is forgotten or cut
    functions.cut(ran, abort)
    file.write(named.listed().encode())
    file.close()
    leave()


def draw() -> None:
    """Load every template from its pressed form; the environment keeps them all."""
    from jinja2 import ModuleLoader  # noqa: PLC0415 - inside Pyodide only

    import app  # noqa: PLC0415 - inside Pyodide only

    app.TEMPLATES.loader = ModuleLoader(DRAWN)
    for name in (DRAWN / "names.txt").read_text("utf-8").splitlines():
        app.TEMPLATES.get_template(name)


def leave() -> None:
    """Take the helpers away, and the files that no browser has."""
    for name in HELPERS:
        del sys.modules[name]
    for name in ("stdin", "stdout", "stderr"):
        setattr(sys, name, None)
        setattr(sys, f"__{name}__", None)
    vars(sys.modules["__main__"]).clear()
