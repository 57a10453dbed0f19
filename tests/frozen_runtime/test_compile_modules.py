"""Byte code without what no program reads: docstrings and annotations of functions; fields of classes stay."""

from __future__ import annotations

from frozen_runtime.compile_modules import compile_source

SOURCE = '''
"""A module."""
"""And more about it."""
from typing import NamedTuple

class Pair(NamedTuple):
    """A pair."""
    left: int
    """The first."""
    right: int = 2

def double(number: int, *rest: str, most: float = 3.0) -> Pair:
    """Twice as much."""
    local: int = number * 2
    return Pair(local)

def empty() -> None:
    """Does nothing."""
'''


def test_documentation_goes_and_behaviour_stays() -> None:
    names: dict[str, object] = {"__name__": "sample"}
    exec(compile_source(SOURCE, 0), names)  # noqa: S102 - the source above
    assert names.get("__doc__") is None
    pair, double, empty = names["Pair"], names["double"], names["empty"]
    assert callable(double)
    assert callable(empty)
    assert double(4) == (8, 2)
    assert empty() is None
    assert all(not one.__doc__ or "pair" not in one.__doc__ for one in (pair, double, empty))
    assert not double.__annotations__
    assert getattr(pair, "_fields", ()) == ("left", "right")
