"""The steps that make Python ready to be frozen: import the application, set it up, warm it up, prune, and trim.

Runs inside CPython in WebAssembly: `boot_cpython.mjs` executes it there.
"""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypedDict

    class Facts(TypedDict):
        """What `build.Application` says about the application: its name, and how modules are treated."""

        module: str
        whole: list[str]
        stubbed: list[str]
        emptied: list[str]
        kept_names: list[str]


__all__ = ["main"]

COMPILED = Path("/compiled")
HELPERS = ("prune", "trim_functions", "stub_module", "named_builtins")  # inside Pyodide only, and not in the image


def main(calls: list[list[str]], application: Facts, setup: Callable[[Path], None]) -> None:
    """Make everything ready, and write the address of the function that the host calls to `entry_point.txt`.

    `calls` warm up the application, which is imported by its name. `setup` gets the folder of compiled modules.
    """
    prune, trim_functions, stub_module, named_builtins = map(importlib.import_module, HELPERS)
    sys.modules.update({name: stub_module.StubModule(name) for name in (*prune.STUBBED, *application["stubbed"])})
    # Compiling a forward reference creates all classes of the syntax tree, which then stay.
    vars(importlib.import_module("annotationlib"))["ForwardRef"].__forward_code__ = None
    entry_point = importlib.import_module("entry_point")  # inside Pyodide only
    entry_point.bind(importlib.import_module(application["module"]))
    (COMPILED / "entry_point.txt").write_text(str(id(entry_point.call)), "utf-8")
    setup(COMPILED)
    for call in calls:
        entry_point.call(*call)
    used, abort = (COMPILED / "functions_run.txt").read_text("utf-8"), os.abort
    prune.prune(application["stubbed"], application["emptied"], application["kept_names"])
    stub_module.Missing.lenient = False
    for call in calls:
        entry_point.call(*call)
    file = open("/compiled/named.txt", "wb", buffering=0)  # noqa: PTH123, SIM115 - what opens and closes files is pruned or trimmed
    trim_functions.trim(used, abort, application["whole"])
    file.write(named_builtins.listed().encode())
    file.close()
    leave()


def leave() -> None:
    """Remove the helpers, and the standard streams, which no browser has."""
    for name in HELPERS:
        del sys.modules[name]
    for name in ("stdin", "stdout", "stderr"):
        setattr(sys, name, None)
        setattr(sys, f"__{name}__", None)
    vars(sys.modules["__main__"]).clear()
