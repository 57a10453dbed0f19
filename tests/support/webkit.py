"""WebKitGTK through its WebDriver."""

from __future__ import annotations

import contextlib
import json
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["WebKit", "found", "webkit"]

DRIVER, SCREEN = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
PLACES = (
    "/usr/lib/*/webkit2gtk-4.1/MiniBrowser",
    "/usr/lib/*/webkit2gtk-4.0/MiniBrowser",
    "/usr/libexec/*/MiniBrowser",
)
DISPLAY = ":87"
PATIENCE = 60  # seconds
MOMENT = 0.2  # seconds


def browser() -> Path | None:
    """The small browser that comes with WebKitGTK."""
    return next((path for place in PLACES for path in Path("/").glob(place.lstrip("/"))), None)


def found() -> bool:
    """Whether this machine has all that it takes."""
    return bool(DRIVER and SCREEN and browser())


class WebKit:
    """One session of the browser."""

    def __init__(self, address: str) -> None:
        self.address = address
        options = {"binary": str(browser()), "args": ["--automation"]}
        wanted = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        self.session = f"/session/{self._send('POST', '/session', wanted)['sessionId']}"
        self.tabs = [self._send("GET", f"{self.session}/window", None)]

    def open(self, address: str) -> None:
        """Go to a page."""
        self._send("POST", f"{self.session}/url", {"url": address})

    def run(self, script: str, *args: object) -> Any:  # noqa: ANN401 - whatever the script gives
        """What a function's body returns in the page."""
        return self._send("POST", f"{self.session}/execute/sync", {"script": script, "args": args})

    def wait(self, script: str, *args: object) -> None:
        """Wait until a function's body returns something true."""
        end = time.monotonic() + PATIENCE
        while not self.run(script, *args):
            if time.monotonic() > end:
                raise TimeoutError(script)
            time.sleep(MOMENT)

    def tab(self) -> None:
        """Open another tab, in front of all others."""
        self.tabs.append(self._send("POST", f"{self.session}/window/new", {"type": "tab"})["handle"])
        self.turn(-1)

    def turn(self, nth: int) -> None:
        """Bring one of the tabs to the front."""
        self._send("POST", f"{self.session}/window", {"handle": self.tabs[nth]})

    def close(self) -> None:
        """End the session."""
        self._send("DELETE", self.session, None)

    def _send(self, method: str, path: str, args: object) -> Any:  # noqa: ANN401 - whatever the driver gives
        body = None if args is None else json.dumps(args).encode()
        request = urllib.request.Request(self.address + path, body, {"Content-Type": "application/json"}, method=method)  # noqa: S310
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310 - our own driver
            return json.load(answer)["value"]


@contextlib.contextmanager
def webkit() -> Iterator[WebKit]:
    """A session on a screen that nobody sees."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    screen = subprocess.Popen([str(SCREEN), DISPLAY], stderr=subprocess.DEVNULL)
    driver = subprocess.Popen([str(DRIVER), f"--port={port}"], env={"DISPLAY": DISPLAY, "WEBKIT_DISABLE_SANDBOX": "1"})
    try:
        session = _started(f"http://127.0.0.1:{port}")
        yield session
        session.close()
    finally:
        driver.terminate()
        screen.terminate()
        driver.wait()
        screen.wait()


def _started(address: str) -> WebKit:
    """A session as soon as the driver listens."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return WebKit(address)
        except urllib.error.URLError:
            if time.monotonic() > end:
                raise
            time.sleep(MOMENT)
