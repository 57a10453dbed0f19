"""One interface for Firefox and WebKitGTK. A browser that this machine lacks is a skipped test."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any, Protocol

import pytest
from playwright.sync_api import sync_playwright

from tests.conftest import PATIENCE, firefox
from tests.support import webkit

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["NAMES", "Engine", "opened"]

NAMES = ("firefox", "webkit")


class Engine(Protocol):
    """What a test needs of a browser; scripts are bodies of functions."""

    def open(self, address: str) -> None: ...
    def run(self, script: str, *args: object) -> Any: ...  # noqa: ANN401
    def wait(self, script: str, *args: object) -> None: ...
    def tab(self) -> None: ...
    def turn(self, nth: int) -> None: ...


class Firefox:
    """The Firefox of the machine, without a window."""

    def __init__(self) -> None:
        self.play = sync_playwright().start()
        how: dict[str, Any] = firefox()
        self.browser = self.play.firefox.launch(**how)
        self.reader = self.browser.new_context()
        self.page = self.reader.new_page()

    def open(self, address: str) -> None:
        """Go to a page."""
        self.page.goto(address)

    def run(self, script: str, *args: object) -> Any:  # noqa: ANN401 - whatever the script gives
        """What a function's body returns in the page."""
        return self.page.evaluate(_as_function(script), list(args))

    def wait(self, script: str, *args: object) -> None:
        """Wait until a function's body returns something true."""
        self.page.wait_for_function(_as_function(script), arg=list(args), timeout=PATIENCE)

    def tab(self) -> None:
        """Open another tab, in front of all others."""
        self.page = self.reader.new_page()
        self.page.bring_to_front()

    def turn(self, nth: int) -> None:
        """Bring one of the tabs to the front."""
        self.page = self.reader.pages[nth]
        self.page.bring_to_front()

    def close(self) -> None:
        """End it."""
        self.browser.close()
        self.play.stop()


def _as_function(script: str) -> str:
    """A function of one list, for a body that reads `arguments`."""
    return f"args => (function () {{ {script} }}).apply(null, args)"


@contextlib.contextmanager
def opened(name: str) -> Iterator[Engine]:
    """One of the other browsers, for as long as a test takes."""
    if name == "webkit":
        if not webkit.found():
            pytest.skip("no WebKitGTK here")
        with webkit.webkit() as session:
            yield session
        return
    browser = Firefox()
    yield browser
    browser.close()
