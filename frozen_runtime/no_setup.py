"""The set-up of an application that needs none besides its import."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["setup"]


def setup(compiled: Path) -> None:
    """Do nothing with the folder of compiled modules."""
