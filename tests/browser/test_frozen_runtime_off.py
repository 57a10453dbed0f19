"""The site without the frozen runtime: nothing of it is served, and Pyodide answers. Builds the whole site: runs at night."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.conftest import BUILD, ROOT, serving
from tests.support.calculator_page import OFF_GRID, ask, shows

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


@pytest.mark.slow
def test_plain_pyodide_answers_without_frozen_runtime(browser: Browser, tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        address = f"http://127.0.0.1:{server.server_port}"
        env = {
            **os.environ,
            "FROZEN_RUNTIME": "off",
            "PREBUILT_ANSWERS": "first",
            "SITE_URL": f"{address}/",
            "NO_MKDOCS_2_WARNING": "1",
        }
        subprocess.run([*BUILD, str(tmp_path)], cwd=ROOT, env=env, check=True, capture_output=True)
        python = tmp_path / "assets" / "python"
        assert not [*python.glob("core-*"), *python.glob("image-*")]
        assert "frozen" not in json.loads(next(python.glob("manifest-*.json")).read_text("utf-8"))
        page = browser.new_page(base_url=address)
        ask(page, OFF_GRID)
        shows(page, OFF_GRID)
        page.close()
