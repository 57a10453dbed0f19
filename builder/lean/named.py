"""Knows which of CPython's C functions the live code could call by name, without ever having done so.

Must never know Node.js, or where a function is: bare.mjs reads that from the memory, and compares the names.

Watching shows what ran. A method that runs once in a thousand answers would be missed, so its name in the code is enough to
keep it.
"""

from __future__ import annotations

import builtins
import gc
import sys
from types import BuiltinFunctionType, CodeType, FunctionType, MethodDescriptorType

__all__ = ["listed"]

# The iterators and views that loops make without a name.
NAMELESS: tuple[object, ...] = (
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
OUTSIDE = frozenset({"__import__", "breakpoint", "compile", "eval", "exec", "input", "open", "print"})
ABROAD = frozenset(
    {"_codecs", "_imp", "_io", "_signal", "_thread", "_warnings", "gc", "marshal", "posix", "sys", "time", "zlib"}
)


def listed() -> str:
    """One line for each: what it is, its address, its name."""
    names = set[str]()
    for function in [thing for thing in gc.get_objects() if isinstance(thing, FunctionType)]:
        names |= _names(function.__code__)
    found = [*_methods(names), *_functions(names)]
    return "\n".join(f"{kind} {id(one)} {one.__name__}" for kind, one in found)  # type: ignore[attr-defined]


def _names(code: CodeType) -> set[str]:
    """Every name in a code and in the code inside it."""
    inner = [one for one in code.co_consts if isinstance(one, CodeType)]
    return set(code.co_names).union(*(_names(one) for one in inner))


def _types() -> list[type]:
    """The built-in types that need no name of a module."""
    named = [one for one in vars(builtins).values() if isinstance(one, type) and not issubclass(one, BaseException)]
    return [*named, *map(type, NAMELESS)]


def _methods(names: set[str]) -> list[tuple[str, object]]:
    every = [one for kind in _types() for one in vars(kind).values()]
    return [("method", one) for one in every if isinstance(one, MethodDescriptorType) and one.__name__ in names]


def _functions(names: set[str]) -> list[tuple[str, object]]:
    """The functions of C that a module holds under a name that the code has."""
    near = [module for module in list(sys.modules.values()) if module.__name__ not in ABROAD]
    every = [one for module in near for one in vars(module).values() if isinstance(one, BuiltinFunctionType)]
    kept = [one for one in every if one.__name__ in names - OUTSIDE and one.__module__ not in ABROAD]
    return [("function", one) for one in kept]
