"""Knows a module in name only: whoever asks it for something gets a stand-in, which raises when it is used.

Must never know which modules are hollow, or Node.js: it runs in the Python that readers will run.
"""

from __future__ import annotations

from types import ModuleType

__all__ = ["Absent", "Hollow"]


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
