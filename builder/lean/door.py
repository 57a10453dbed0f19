"""Knows the one function of the frozen Python that the host calls.

Must never know what a door does, or what an answer says.
"""

from __future__ import annotations

import app

__all__ = ["knock"]


def knock(door: str, *told: str) -> tuple[str | bytes, ...]:
    """What a door of app.py gives: one string, or name, type and bytes."""
    if door not in app.__all__:
        raise LookupError(door)
    given: str | tuple[str, str, bytes] = getattr(app, door)(*told)
    return given if isinstance(given, tuple) else (given,)
