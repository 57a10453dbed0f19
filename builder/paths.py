"""The folders of the project that the build reads and writes."""

from __future__ import annotations

from pathlib import Path

__all__ = ["CACHE", "ROOT"]

ROOT = Path(__file__).parent.parent
CACHE = ROOT / ".cache"
"""What is slow to build, under the hash of its inputs. It may be deleted at any time."""
