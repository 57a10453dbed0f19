"""Knows what of a Python that is ready no answer needs, and how it lets go of that.

Must never know Node.js, or anything of this machine: freeze.py calls it in the Python that readers will run.

What only the making of modules and templates needs is left out in two ways: HOLLOW modules are never imported (hollow.py), SPENT
ones are emptied afterwards. Whatever reached for one of them would get None, or a stand-in, and raise. The host takes any
exception for "ask the next layer", so that a wrong name here costs a reader a moment, and never a wrong answer.
"""

from __future__ import annotations

import functools
import gc
import os
import re
import sys
from types import FunctionType
from typing import Any

__all__ = ["HOLLOW", "forget"]

HOLLOW = (
    "ast", "bz2", "compression", "glob", "importlib.util", "inspect", "ipaddress", "lzma", "pickle", "random", "shutil",
    "tempfile", "jinja2._identifier", "jinja2.bccache", "jinja2.compiler", "jinja2.idtracking", "jinja2.lexer",
    "jinja2.optimizer", "jinja2.parser", "jinja2.visitor",
)  # fmt: skip
SPENT = (
    "__future__", "_blake2", "_frozen_importlib_external", "_md5", "_py_warnings", "_sha1", "_sha3", "_signal",
    "_sitebuiltins", "_stat", "_weakrefset", "annotationlib", "codecs", "copyreg", "encodings", "encodings.aliases",
    "encodings.utf_8", "errno", "fcntl", "fnmatch", "genericpath", "hashlib", "html.entities", "importlib",
    "importlib._bootstrap_external", "io", "jinja2.loaders", "jinja2.nodes", "json.decoder", "json.scanner", "keyword",
    "marshal", "ntpath", "numbers", "os", "os.path", "pathlib", "pathlib._os", "posix", "posixpath", "re._casefix",
    "re._compiler", "re._constants", "re._parser", "reprlib", "site", "stat", "string", "threading", "typing", "warnings",
    "zipimport",
)  # fmt: skip
CACHED = type(functools.lru_cache(len))
KEPT = frozenset({"EvalContext", "Lock", "TYPE_CHECKING", "cast"})  # of spent modules, and needed all the same
ORIGIN = ("__spec__", "__loader__", "__file__", "__cached__")  # of a module
HEAPTYPE, IMMUTABLE = 1 << 9, 1 << 8  # flags of a class: made by a statement; not to be changed


def forget() -> None:
    """Let go of what only the making needed, and of every trace of this machine."""
    for thing in gc.get_objects():
        bare(thing)
    re.purge()
    for cache in (sys.path_importer_cache, sys.path, sys.argv, sys.meta_path, sys.path_hooks, os.environ):
        cache.clear()
    for name in (*HOLLOW, *SPENT):
        spend(name)
    del sys.stdlib_module_names
    sys._clear_internal_caches()  # type: ignore[attr-defined]  # noqa: SLF001 - of the Python that readers run
    gc.collect()


def bare(thing: Any) -> None:  # noqa: ANN401 - whatever there is
    """Take from one thing what was kept for speed, and what explains it to people and tools."""
    if isinstance(thing, CACHED):
        thing.cache_clear()
    elif isinstance(thing, FunctionType):
        thing.__annotate__ = None  # type: ignore[attr-defined]
    elif isinstance(thing, type) and thing.__flags__ & (HEAPTYPE | IMMUTABLE) == HEAPTYPE:
        thing.__annotate__ = len  # type: ignore[attr-defined] # a new one takes what came of the old one away
        thing.__annotate__ = None  # type: ignore[attr-defined]
    elif type(thing) is dict and isinstance(thing.get("__doc__"), str):
        thing.update(__doc__=None, **{name: None for name in ORIGIN if name in thing})


def spend(name: str) -> None:
    """Empty a module of all but what is kept, and put None wherever another module holds something of the rest."""
    spent = vars(sys.modules.pop(name))
    gone = {id(value) for value in spent.values() if isinstance(value, (dict, list, set))}
    kept = {key: value for key, value in spent.items() if key in KEPT or key in {"__name__", "__builtins__"}}
    spent.clear()
    spent.update(kept)
    for module in [module for other, module in sys.modules.items() if other != "__main__"]:
        for key, value in list(vars(module).items()):
            taken = id(value) in gone or getattr(value, "__module__", None) == name
            if taken and key not in KEPT and not key.startswith("__"):
                setattr(module, key, None)
