"""The one error of the build: something that a maintainer must change before the site can be built."""

from __future__ import annotations

__all__ = ["BuildError"]


class BuildError(Exception):
    """The build cannot go on. The message says what is wrong, and where to change it."""
