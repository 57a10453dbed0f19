"""A stub for a module that is not imported: its attributes are classes that raise when they are used."""

from __future__ import annotations

from types import ModuleType

__all__ = ["Missing", "StubModule"]


class Missing:
    """Stands for an attribute of a stub. While modules import, calling it is allowed; afterwards it raises."""

    lenient = True

    def __init__(self, *_: object, **__: object) -> None:
        if not Missing.lenient:
            raise LookupError


class StubModule(ModuleType):
    """A module without content."""

    def __getattr__(self, name: str) -> type[Missing]:
        if name.startswith("__"):
            raise AttributeError(name)
        return Missing
