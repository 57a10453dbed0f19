"""Knows how to drive a browser of which nobody records anything: what it loads is then held by the page alone, or by nobody.

Must never know what the pages do. A browser that is driven as in the other measurements keeps a copy of all that it loads, in
the very processes whose memory is to be measured.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Unwatched", "unwatched"]

FLAGS = (
    "--headless=new",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-component-extensions-with-background-pages",
    "--disable-features=SpareRendererForSitePerProcess",  # which would be counted, if it is there
    "--no-first-run",
)
PATIENCE, MOMENT = 180.0, 0.1  # seconds
END = b"\0"
AS_ASKED = """import os, sys
for known, wanted in zip(sys.argv[1:3], (3, 4)):
    os.dup2(int(known), wanted)
os.execvp(sys.argv[3], sys.argv[3:])
"""  # the browser listens at the third of its files, and answers at the fourth


@dataclass
class Unwatched:
    """One page of one browser, and a pipe for the few things that are asked of it."""

    pid: int
    told: IO[bytes]
    heard: IO[bytes]
    page: str = ""
    workers: list[str] = field(default_factory=list)
    count: int = 0

    def send(self, method: str, session: str = "", **what: object) -> dict[str, Any]:
        """Ask for something, and wait for what comes back."""
        self.count += 1
        message: dict[str, object] = {"id": self.count, "method": method, "params": what}
        message |= {"sessionId": session} if session else {}
        self.told.write(json.dumps(message).encode() + END)
        self.told.flush()
        return self._answer(self.count)

    def _answer(self, count: int) -> dict[str, Any]:
        while True:
            heard: dict[str, Any] = json.loads(b"".join(iter(lambda: self.heard.read(1), END)))
            if heard.get("method") == "Target.attachedToTarget" and heard["params"]["targetInfo"]["type"] != "page":
                self.workers.append(heard["params"]["sessionId"])
            if heard.get("id") == count:
                if "error" in heard:
                    raise OSError(heard["error"]["message"])
                found: dict[str, Any] = heard["result"]
                return found

    def open(self, address: str) -> None:
        """Load a page."""
        target = self.send("Target.createTarget", url=address)["targetId"]
        self.page = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]

    def run(self, script: str) -> object:
        """What a script says in the page."""
        told = self.send("Runtime.evaluate", self.page, expression=script, returnByValue=True, awaitPromise=True)
        return told["result"].get("value")

    def wait(self, script: str) -> None:
        """Wait until a script says yes; while one page takes the place of another, nobody answers."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with contextlib.suppress(OSError):
                if self.run(script):
                    return
            time.sleep(MOMENT)
        raise TimeoutError(script)

    def collect(self) -> None:
        """Let the page and its workers collect their litter."""
        how = {"autoAttach": True, "waitForDebuggerOnStart": False, "flatten": True}
        self.send("Target.setAutoAttach", self.page, **how)
        for one in (self.page, *self.workers):
            self.send("HeapProfiler.collectGarbage", one)


@contextlib.contextmanager
def unwatched(program: str) -> Iterator[Unwatched]:
    """A browser with an empty profile."""
    (hear, told), (heard, tell) = os.pipe(), os.pipe()
    root = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [program, *FLAGS, *root, f"--user-data-dir={profile}", "--remote-debugging-pipe", "about:blank"]
        command = [sys.executable, "-c", AS_ASKED, str(hear), str(tell), *command]
        begun = subprocess.Popen(command, pass_fds=(hear, tell), stderr=subprocess.DEVNULL)
        os.close(hear)
        os.close(tell)
        try:
            with os.fdopen(told, "wb") as asks, os.fdopen(heard, "rb") as hears:
                browser = Unwatched(begun.pid, asks, hears)
                yield browser
                with contextlib.suppress(OSError):
                    browser.send("Browser.close")
        finally:
            begun.wait(timeout=20)
