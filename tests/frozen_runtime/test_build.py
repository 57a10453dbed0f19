"""The build of the frozen runtime: it verifies its result, and keeps the exports that its host uses."""

from __future__ import annotations

import pytest

from frozen_runtime import build
from frozen_runtime.errors import FreezeError
from tests.support.project_files import ROOT


def test_a_different_answer_ends_the_build() -> None:
    with pytest.raises(FreezeError, match="answers differently"):
        build._verify([["no answer"]], [])


def test_every_export_is_used_by_the_host() -> None:
    script = (ROOT / "frozen_runtime" / "host" / "frozen-runtime.js").read_text("utf-8")
    assert all(f'"{name}"' in script or f"{name}:" in script for name in build.EXPORTED)
