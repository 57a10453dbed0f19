"""Release what only imports and set-up needed, so that it does not enter the image. Runs inside Pyodide.

STUBBED modules are never imported (stub_module.py); EMPTIED modules are emptied afterwards. Code that still uses one of
them gets None or a stub, and raises. The host takes every exception as "ask the next runtime", so a wrong name here
costs a reader some time, never a wrong answer.
"""

from __future__ import annotations

import functools
import gc
import os
import re
import sys
from types import FunctionType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["STUBBED", "prune"]

STUBBED = (
    "ast", "bz2", "compression", "glob", "importlib.util", "inspect", "ipaddress", "lzma", "pickle", "random", "shutil",
    "tempfile",
)  # fmt: skip
EMPTIED = (
    "__future__", "_blake2", "_frozen_importlib_external", "_md5", "_py_warnings", "_sha1", "_sha3", "_signal",
    "_sitebuiltins", "_stat", "_weakrefset", "annotationlib", "codecs", "copyreg", "encodings", "encodings.aliases",
    "encodings.utf_8", "errno", "fcntl", "fnmatch", "genericpath", "hashlib", "html.entities", "importlib",
    "importlib._bootstrap_external", "io", "json.decoder", "json.scanner", "keyword",
    "marshal", "ntpath", "numbers", "os", "os.path", "pathlib", "pathlib._os", "posix", "posixpath", "re._casefix",
    "re._compiler", "re._constants", "re._parser", "reprlib", "site", "stat", "string", "threading", "typing", "warnings",
    "zipimport",
)  # fmt: skip
LRU_CACHE = type(functools.lru_cache(len))
KEPT_NAMES = frozenset({"Lock", "TYPE_CHECKING", "cast"})  # of emptied modules, but needed
ORIGIN = ("__spec__", "__loader__", "__file__", "__cached__")  # of a module
HEAPTYPE, IMMUTABLE = 1 << 9, 1 << 8  # flags of a class: made by a statement; not to be changed


def prune(stubbed: Iterable[str], emptied: Iterable[str], kept_names: Iterable[str]) -> None:
    """Release what only imports and set-up needed, and every trace of this machine.

    The names are those of the application: modules besides STUBBED and EMPTIED, and names besides KEPT_NAMES.
    """
    for item in gc.get_objects():
        strip_metadata(item)
    re.purge()
    for cache in (sys.path_importer_cache, sys.path, sys.argv, sys.meta_path, sys.path_hooks, os.environ):
        cache.clear()
    kept = KEPT_NAMES.union(kept_names)
    for name in (*STUBBED, *stubbed, *EMPTIED, *emptied):
        empty_module(name, kept)
    del sys.stdlib_module_names
    sys._clear_internal_caches()  # type: ignore[attr-defined]  # noqa: SLF001 - of the Python that readers run
    gc.collect()


def strip_metadata(item: Any) -> None:  # noqa: ANN401 - whatever there is
    """Clear caches, and remove annotations, docstrings and origins from one object."""
    if isinstance(item, LRU_CACHE):
        item.cache_clear()
    elif isinstance(item, FunctionType):
        item.__annotate__ = None  # type: ignore[attr-defined]
    elif isinstance(item, type) and item.__flags__ & (HEAPTYPE | IMMUTABLE) == HEAPTYPE:
        item.__annotate__ = len  # type: ignore[attr-defined] # assigning clears the cached __annotations__
        item.__annotate__ = None  # type: ignore[attr-defined]
    elif type(item) is dict and isinstance(item.get("__doc__"), str):
        item.update(__doc__=None, **{name: None for name in ORIGIN if name in item})


def empty_module(name: str, kept: frozenset[str]) -> None:
    """Empty a module except for the names that are needed, and set references to the rest in other modules to None."""
    emptied_module = sys.modules.pop(name, None)
    if emptied_module is None:  # this application does not load it
        return
    contents = vars(emptied_module)
    removed = {id(value) for value in contents.values() if isinstance(value, (dict, list, set))}
    remaining = {key: value for key, value in contents.items() if key in kept or key in {"__name__", "__builtins__"}}
    contents.clear()
    contents.update(remaining)
    for module in [module for module_name, module in sys.modules.items() if module_name != "__main__"]:
        for key, value in list(vars(module).items()):
            emptied = id(value) in removed or getattr(value, "__module__", None) == name
            if emptied and key not in kept and not key.startswith("__"):
                setattr(module, key, None)
