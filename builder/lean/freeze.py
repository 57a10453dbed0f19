"""Knows how to make Python ready to be frozen: import the app, draw its templates, answer, then let go of the rest.

Must never know Node.js, or anything of this machine: bare.mjs runs it in the Python that readers will run.

What only the making of modules and templates needs is left out in two ways: HOLLOW modules are never imported, SPENT ones are
emptied afterwards. Whatever reached for one of them would get None, or an Absent, and raise. The host takes any exception for
"ask the next layer", so that a wrong name here costs a reader a moment, and never a wrong answer.
"""

from __future__ import annotations

import functools
import gc
import importlib
import os
import re
import sys
from pathlib import Path
from types import FunctionType, ModuleType

__all__ = ["main"]

DRAWN = Path("/pressed/drawn")
HOLLOW = (
    "ast", "bz2", "compression", "glob", "importlib.util", "inspect", "ipaddress", "lzma", "pickle", "random", "shutil",
    "tempfile", "jinja2._identifier", "jinja2.bccache", "jinja2.compiler", "jinja2.idtracking", "jinja2.lexer",
    "jinja2.optimizer", "jinja2.parser", "jinja2.visitor",
)  # fmt: skip
SPENT = (
    "_sitebuiltins", "annotationlib", "fnmatch", "html.entities", "jinja2.loaders",
    "jinja2.nodes", "keyword", "ntpath", "pathlib", "pathlib._os", "site", "threading", "typing", "zipimport",
)  # fmt: skip
CACHED = type(functools.lru_cache(len))
KEPT = frozenset({"EvalContext", "Lock", "TYPE_CHECKING", "cast"})  # of spent modules, and needed all the same


class Absent:
    """Stands for whatever a hollow module does not have: patient while modules are made, and then never again."""

    patient = True

    def __init__(self, *_: object, **__: object) -> None:
        if not Absent.patient:
            raise LookupError


class Hollow(ModuleType):
    """A module in name only."""

    def __getattr__(self, name: str) -> type[Absent]:
        if name.startswith("__"):
            raise AttributeError(name)
        return Absent


def main(calls: list[list[str]]) -> None:
    """Make everything ready, and write down the address of the function that the host calls."""
    sys.modules.update({name: Hollow(name) for name in HOLLOW})
    door = importlib.import_module("door")  # inside Pyodide only
    Path("/pressed/address.txt").write_text(str(id(door.knock)), "utf-8")
    draw()
    for call in calls:
        door.knock(*call)
    named = importlib.import_module("named")
    forget()
    Absent.patient = False
    for call in calls:
        door.knock(*call)
    with open("/pressed/named.txt", "w", encoding="utf-8") as file:  # noqa: PTH123 - pathlib is spent
        file.write(named.listed())
    del sys.modules["named"]
    for name in ("stdin", "stdout", "stderr"):
        setattr(sys, name, None)
        setattr(sys, f"__{name}__", None)
    vars(sys.modules["__main__"]).clear()


def draw() -> None:
    """Load every template from its pressed form; the environment keeps them all."""
    from jinja2 import ModuleLoader  # noqa: PLC0415 - inside Pyodide only

    import app  # noqa: PLC0415 - inside Pyodide only

    app.TEMPLATES.loader = ModuleLoader(DRAWN)
    for name in (DRAWN / "names.txt").read_text("utf-8").splitlines():
        app.TEMPLATES.get_template(name)


def forget() -> None:
    """Let go of what only the making needed, and of every trace of this machine."""
    for name in (*HOLLOW, *SPENT):
        spend(name)
    for thing in gc.get_objects():
        if isinstance(thing, CACHED):
            thing.cache_clear()
        elif isinstance(thing, FunctionType):
            thing.__annotate__ = None  # type: ignore[attr-defined]
    re.purge()
    for cache in (sys.path_importer_cache, sys.path, sys.argv, sys.meta_path, sys.path_hooks, os.environ):
        cache.clear()
    sys._clear_internal_caches()  # type: ignore[attr-defined]  # noqa: SLF001 - of the Python that readers run
    gc.collect()


def spend(name: str) -> None:
    """Empty a module of all but what is kept, and put None wherever another module holds something of the rest."""
    spent = sys.modules.pop(name)
    for key in [key for key in vars(spent) if key not in KEPT and not key.startswith("__")]:
        delattr(spent, key)
    for module in [module for other, module in sys.modules.items() if other != "__main__"]:
        for key, value in list(vars(module).items()):
            if getattr(value, "__module__", None) == name and key not in KEPT and not key.startswith("__"):
                setattr(module, key, None)
