"""Knows that the calculator's core works in Firefox and in WebKit too: a prebuilt answer, one by Python, and a failure.

Must never know more of these browsers than how to open them. It is for the night, and for machines that have them.
"""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Any, Protocol

import pytest
from playwright.sync_api import sync_playwright

import app
from bench.host import Host, hosting
from tests.browser import webkit
from tests.browser.answers import GRID, OFF_GRID, READ

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FIREFOX = os.environ.get("FIREFOX") or shutil.which("firefox-esr") or shutil.which("firefox")
ANSWERED = "return document.querySelector('[data-answer] [data-query]')?.dataset.query === arguments[0]"
TOLD = "return document.querySelector('[data-status]').textContent.includes(arguments[0])"
PATIENCE = 60_000  # ms

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.environ.get("ENGINES") != "all", reason="other browsers are for the night"),
]


class Engine(Protocol):
    """What a test needs of a browser; scripts are bodies of functions."""

    def open(self, address: str) -> None: ...
    def run(self, script: str, *told: object) -> Any: ...  # noqa: ANN401
    def wait(self, script: str, *told: object) -> None: ...


class Firefox:
    """The Firefox of the machine, without a window."""

    def __init__(self) -> None:
        self.play = sync_playwright().start()
        self.browser = self.play.firefox.launch(channel="moz-firefox", executable_path=FIREFOX)
        self.page = self.browser.new_page()

    def open(self, address: str) -> None:
        """Go to a page."""
        self.page.goto(address)

    def run(self, script: str, *told: object) -> Any:  # noqa: ANN401 - whatever the script gives
        """What a function's body returns in the page."""
        return self.page.evaluate(as_function(script), list(told))

    def wait(self, script: str, *told: object) -> None:
        """Wait until a function's body returns something true."""
        self.page.wait_for_function(as_function(script), arg=list(told), timeout=PATIENCE)

    def close(self) -> None:
        """End it."""
        self.browser.close()
        self.play.stop()


def as_function(script: str) -> str:
    """A function of one list, for a body that reads `arguments`."""
    return f"told => (function () {{ {script} }}).apply(null, told)"


@pytest.fixture(params=["firefox", "webkit"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Another browser than Chromium."""
    if request.param == "webkit":
        if not webkit.found():
            pytest.skip("no WebKitGTK here")
        with webkit.webkit() as session:
            yield session
        return
    if not FIREFOX:
        pytest.skip("no Firefox here")
    firefox = Firefox()
    yield firefox
    firefox.close()


@pytest.fixture
def host(site: Path, tmp_path: Path) -> Iterator[Host]:
    """The site on a copy that a test may change."""
    shutil.copytree(site, tmp_path / "site")
    with hosting(tmp_path / "site", tmp_path / "pressed") as served:
        yield served


def shows(engine: Engine, host: Host, query: str) -> None:
    """Open the calculator with the query; the answer is this Python's to the letter."""
    engine.open(f"{host.address}calculator/#?{query}")
    engine.wait(ANSWERED, query)
    expected, shown = engine.run(f"return ({READ})(arguments[0])", app.answer(query, base="../"))
    assert shown == expected


def asked(host: Host, name: str) -> bool:
    """Whether any of a file was sent."""
    return any(name in path for _, path, _ in host.sent)


def without(host: Host, pattern: str) -> None:
    """Take files from the host."""
    for path in host.shelf.folder.glob(pattern):
        path.unlink()


def test_a_prebuilt_answer(engine: Engine, host: Host) -> None:
    without(host, "assets/python/*")
    shows(engine, host, GRID)


def test_an_answer_by_python(engine: Engine, host: Host) -> None:
    shows(engine, host, OFF_GRID)
    lean = any(host.shelf.folder.glob("assets/python/core-*"))  # it can be switched off
    assert asked(host, "core-") is lean
    assert asked(host, "pyodide.asm-") is not lean


def test_a_failure_that_is_made_up_for(engine: Engine, host: Host) -> None:
    without(host, "assets/python/image-*")
    shows(engine, host, OFF_GRID)
    assert asked(host, "python_stdlib-")


def test_a_failure_that_is_told(engine: Engine, host: Host) -> None:
    without(host, "assets/python/*")
    engine.open(f"{host.address}calculator/#?{OFF_GRID}")
    engine.wait(TOLD, "did not start")
    assert engine.run("return document.querySelector('[data-answer] [data-query]').dataset.query") == ""
