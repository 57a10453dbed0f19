"""Record which Python functions the calls run, and remove the code of all others. Runs inside Pyodide.

A trimmed function stays in its place under its name. Its code is one call of C's `abort`: in the core that is a trap,
in the whole WebAssembly module a function that the host does not offer. Neither can be caught in Python, so execution
cannot continue with a wrong result.
"""

from __future__ import annotations

import gc
import sys
from types import CodeType, FunctionType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["functions_run", "qualified_names", "trim"]

# How the names of modules begin whose functions all stay: those that do the work here.
WHOLE = ("entry_point", "__main__", "prune", "trim_functions", "stub_module", "named_builtins")
TOOL_ID = 5  # the last number that CPython keeps for tools like this


def functions_run(call: Callable[..., object], calls: list[list[str]]) -> tuple[set[int], list[list[str]]]:
    """The code objects, by id, of all functions that ran during the calls that succeeded; and those calls."""
    seen, this_call, answered = set[int](), set[int](), list[list[str]]()
    watch, begin = sys.monitoring, sys.monitoring.events.PY_START

    def note(code: CodeType, _: int) -> object:
        this_call.add(id(code))
        return watch.DISABLE

    watch.use_tool_id(TOOL_ID, __name__)
    watch.register_callback(TOOL_ID, begin, note)
    watch.set_events(TOOL_ID, begin)
    watch.restart_events()  # functions that an earlier trace has seen count again
    for args in calls:
        this_call.clear()
        try:
            call(*args)
        except Exception:  # noqa: BLE001 - whatever it is, the reader's question goes to the next layer
            watch.restart_events()
        else:
            seen |= this_call
            answered.append(args)
    watch.free_tool_id(TOOL_ID)
    return seen, answered


def qualified_names(seen: set[int]) -> str:
    """The names of live functions with one of these code objects, one a line."""
    return "\n".join(sorted({name(function) for function in live_functions() if id(function.__code__) in seen}))


def trim(used: str, abort: Callable[[], object], whole: Iterable[str]) -> None:
    """Replace the code of every function that is not named in `used`, one name a line.

    Functions of modules whose names begin as in `whole` are spared.
    """
    names, traps = {*used.split("\n")}, dict[int, CodeType]()
    spared, defaults = (*WHOLE, *whole), {"abort": abort}
    for function in live_functions():
        if name(function) not in names and not (function.__module__ or "").startswith(spared):
            free = function.__code__.co_freevars
            function.__code__ = traps.setdefault(len(free), trap.__code__.replace(co_freevars=free))
            function.__defaults__, function.__kwdefaults__, function.__doc__ = None, defaults, None
            function.__qualname__ = function.__name__


def live_functions() -> list[FunctionType]:
    """All functions that exist."""
    return [function for function in gc.get_objects() if isinstance(function, FunctionType)]


def name(function: FunctionType) -> str:
    """A name that identifies a function in every Python that runs the same sources."""
    code = function.__code__
    return f"{function.__module__} {code.co_qualname} {code.co_firstlineno}"


def trap(*_: object, abort: Callable[[], object], **__: object) -> None:
    """Replaces a trimmed function."""
    abort()
