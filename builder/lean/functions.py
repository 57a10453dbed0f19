"""Knows which functions of Python's library and of the packages an answer runs, and how to take away the code of the others.

Must never know Node.js, or a function by its name: press.py watches, freeze.py cuts.

A function that was cut keeps its place and its name. Its code is one call of C's `abort`, which no answer makes: in the core
that is a trap, in the whole WebAssembly something that the host does not offer. No Python can catch either, so nothing goes on as
if the function had given an answer.
"""

from __future__ import annotations

import gc
import sys
from types import CodeType, FunctionType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["cut", "named", "ran"]

# How the modules are called, or begin to be, whose functions all stay: ours, and those that do the work here.
WHOLE = ("app", "calculator", "door", "_jinja2_module_templates_", "__main__", "forget", "functions", "hollow", "named")
WATCHER = 5  # the last number that CPython keeps for tools like this


def ran(knock: Callable[..., object], calls: list[list[str]]) -> tuple[set[int], list[list[str]]]:
    """The codes, by id, of all functions that ran while the calls were answered; and the calls that were."""
    seen, fresh, answered = set[int](), set[int](), list[list[str]]()
    watch, begin = sys.monitoring, sys.monitoring.events.PY_START

    def note(code: CodeType, _: int) -> object:
        fresh.add(id(code))
        return watch.DISABLE

    watch.use_tool_id(WATCHER, __name__)
    watch.register_callback(WATCHER, begin, note)
    watch.set_events(WATCHER, begin)
    for call in calls:
        fresh.clear()
        try:
            knock(*call)
        except Exception:  # noqa: BLE001 - whatever it is, the reader's question goes to the next layer
            watch.restart_events()
        else:
            seen |= fresh
            answered.append(call)
    watch.free_tool_id(WATCHER)
    return seen, answered


def named(seen: set[int]) -> str:
    """The living functions with one of these codes, one name a line."""
    return "\n".join(sorted({name(one) for one in living() if id(one.__code__) in seen}))


def cut(kept: str, abort: Callable[[], object]) -> None:
    """Take away the code of every function that is not named."""
    names, traps = {*kept.split("\n")}, dict[int, CodeType]()
    instead = {"abort": abort}
    for one in living():
        if name(one) not in names and not (one.__module__ or "").startswith(WHOLE):
            free = one.__code__.co_freevars
            one.__code__ = traps.setdefault(len(free), trapped.__code__.replace(co_freevars=free))
            one.__defaults__, one.__kwdefaults__, one.__doc__ = None, instead, None
            one.__qualname__ = one.__name__


def living() -> list[FunctionType]:
    """All functions that there are."""
    return [one for one in gc.get_objects() if isinstance(one, FunctionType)]


def name(function: FunctionType) -> str:
    """What tells a function from others, in every Python that runs the same sources."""
    code = function.__code__
    return f"{function.__module__} {code.co_qualname} {code.co_firstlineno}"


def trapped(*_: object, abort: Callable[[], object], **__: object) -> None:
    """Stand where a function was cut."""
    abort()
