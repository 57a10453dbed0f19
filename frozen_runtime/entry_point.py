"""The one function of the frozen Python that the host calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["bind", "call"]

APPLICATION: list[ModuleType] = []


def bind(application: ModuleType) -> None:
    """Set the module whose functions are called; its `__all__` names the entry points."""
    APPLICATION[:] = [application]


def call(name: str, *args: str) -> tuple[str | bytes, ...]:
    """Return what an entry point of the application returns: one string, or name, type and bytes.

    Raises LookupError for a name that is no entry point, and whatever the entry point raises.
    """
    (application,) = APPLICATION
    if name not in application.__all__:
        raise LookupError(name)
    result: str | tuple[str, str, bytes] = getattr(application, name)(*args)
    return result if isinstance(result, tuple) else (result,)
