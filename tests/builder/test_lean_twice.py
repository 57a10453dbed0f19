"""Knows that two builds of the lean Python from the same sources give the same bytes: what a site serves can be checked.

Must never know what is in them. It takes minutes, so it runs at night.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from builder import bundle, lean
from builder.lean import make

if TYPE_CHECKING:
    from pathlib import Path

NIGHT = os.environ.get("HYPOTHESIS_PROFILE") == "nightly"


@pytest.mark.slow
@pytest.mark.skipif(not (NIGHT and lean.ON), reason="it takes minutes")
def test_two_builds_of_the_lean_python_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = (make.made(bundle.PYODIDE, tmp_path / name, bundle._node) for name in made(tmp_path))
    assert first.core == second.core
    assert first.image == second.image


def made(folder: Path) -> list[str]:
    """Two empty folders of different names, one longer: no path may be frozen in."""
    names = ["one", "another"]
    for name in names:
        (folder / name).mkdir()
    return names
