"""The error of this package."""

from __future__ import annotations

__all__ = ["FreezeError"]


class FreezeError(Exception):
    """The application could not be frozen, or the frozen one answers differently."""
