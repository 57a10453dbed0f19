"""Folders of the tests: golden files, data, and the root of the project."""

from __future__ import annotations

from pathlib import Path

__all__ = ["DATA", "GOLDEN", "ROOT"]

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests" / "golden"
DATA = ROOT / "tests" / "data"
