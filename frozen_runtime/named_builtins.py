"""Find the C functions of CPython that live code could call by name, although no traced call reached them.

A method that runs once in a thousand calls would be missed by tracing, so its name in the code is enough to keep it.
"""

from __future__ import annotations

import builtins
import gc
import sys
from types import BuiltinFunctionType, CodeType, FunctionType, MethodDescriptorType

__all__ = ["listed"]

# The iterators and views that loops make without a name.
ITERATORS_AND_VIEWS: tuple[object, ...] = (
    iter(""),
    iter([]),
    iter(()),
    iter({}),
    iter(set()),
    {}.keys(),
    {}.values(),
    {}.items(),
    iter(range(0)),
    (_ for _ in ()),
)

# What reaches outside, or makes new code, brings half of CPython along, and no answer does either.
EXCLUDED_FUNCTIONS = frozenset({"__import__", "breakpoint", "compile", "eval", "exec", "input", "open", "print"})
EXCLUDED_MODULES = frozenset(
    {"_codecs", "_imp", "_io", "_signal", "_thread", "_warnings", "gc", "marshal", "posix", "sys", "time", "zlib"}
)


def listed() -> str:
    """One line for each function: its kind, its address, its name."""
    names = set[str]()
    for function in [thing for thing in gc.get_objects() if isinstance(thing, FunctionType)]:
        names |= _names(function.__code__)
    listed_items = [*_methods(names), *_functions(names)]
    return "\n".join(f"{kind} {id(item)} {item.__name__}" for kind, item in listed_items)  # type: ignore[attr-defined]


def _names(code: CodeType) -> set[str]:
    """Every name in a code and in the code inside it."""
    inner = [item for item in code.co_consts if isinstance(item, CodeType)]
    return set(code.co_names).union(*(_names(item) for item in inner))


def _types() -> list[type]:
    """The built-in types that need no name of a module."""
    named = [item for item in vars(builtins).values() if isinstance(item, type) and not issubclass(item, BaseException)]
    return [*named, *map(type, ITERATORS_AND_VIEWS)]


def _methods(names: set[str]) -> list[tuple[str, object]]:
    every = [item for kind in _types() for item in vars(kind).values()]
    return [("method", item) for item in every if isinstance(item, MethodDescriptorType) and item.__name__ in names]


def _functions(names: set[str]) -> list[tuple[str, object]]:
    """The functions of C that a module holds under a name that the code has."""
    near = [module for module in list(sys.modules.values()) if module.__name__ not in EXCLUDED_MODULES]
    every = [item for module in near for item in vars(module).values() if isinstance(item, BuiltinFunctionType)]
    wanted = [
        item
        for item in every
        if item.__name__ in names - EXCLUDED_FUNCTIONS and item.__module__ not in EXCLUDED_MODULES
    ]
    return [("function", item) for item in wanted]
