"""Drive a browser over a pipe with the few commands of the DevTools protocol that a memory measurement needs."""

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

__all__ = ["RawBrowser", "raw_browser"]

FLAGS = (
    "--headless=new",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-component-extensions-with-background-pages",
    "--disable-features=SpareRendererForSitePerProcess",  # which would be counted, if it is there
    "--no-first-run",
)
TIMEOUT, POLL_INTERVAL = 180.0, 0.1  # seconds
END = b"\0"
LAUNCHER = """import os, sys
for known, wanted in zip(sys.argv[1:3], (3, 4)):
    os.dup2(int(known), wanted)
os.execvp(sys.argv[3], sys.argv[3:])
"""  # the browser listens at the third of its files, and answers at the fourth


@dataclass
class RawBrowser:
    """One page of one browser, and a pipe for the few things that are asked of it."""

    pid: int
    commands: IO[bytes]
    answers: IO[bytes]
    page: str = ""
    workers: list[str] = field(default_factory=list)
    count: int = 0

    def send(self, method: str, session: str = "", **what: object) -> dict[str, Any]:
        """Ask for something, and wait for what comes back."""
        self.count += 1
        message: dict[str, object] = {"id": self.count, "method": method, "params": what}
        message |= {"sessionId": session} if session else {}
        self.commands.write(json.dumps(message).encode() + END)
        self.commands.flush()
        return self._answer(self.count)

    def _answer(self, count: int) -> dict[str, Any]:
        while True:
            message: dict[str, Any] = json.loads(b"".join(iter(lambda: self.answers.read(1), END)))
            if message.get("method") == "Target.attachedToTarget" and message["params"]["targetInfo"]["type"] != "page":
                self.workers.append(message["params"]["sessionId"])
            if message.get("id") == count:
                if "error" in message:
                    raise OSError(message["error"]["message"])
                result: dict[str, Any] = message["result"]
                return result

    def open(self, address: str) -> None:
        """Load a page."""
        target = self.send("Target.createTarget", url=address)["targetId"]
        self.page = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]

    def run(self, script: str) -> object:
        """What a script says in the page."""
        response = self.send("Runtime.evaluate", self.page, expression=script, returnByValue=True, awaitPromise=True)
        return response["result"].get("value")

    def wait(self, script: str) -> None:
        """Wait until a script says yes; while one page takes the place of another, nobody answers."""
        end = time.monotonic() + TIMEOUT
        while time.monotonic() < end:
            with contextlib.suppress(OSError):
                if self.run(script):
                    return
            time.sleep(POLL_INTERVAL)
        raise TimeoutError(script)

    def collect(self) -> None:
        """Let the page and its workers collect their litter."""
        options = {"autoAttach": True, "waitForDebuggerOnStart": False, "flatten": True}
        self.send("Target.setAutoAttach", self.page, **options)
        for session in (self.page, *self.workers):
            self.send("HeapProfiler.collectGarbage", session)


@contextlib.contextmanager
def raw_browser(program: str) -> Iterator[RawBrowser]:
    """A browser with an empty profile."""
    (command_reader, command_writer), (answer_reader, answer_writer) = os.pipe(), os.pipe()
    root = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [program, *FLAGS, *root, f"--user-data-dir={profile}", "--remote-debugging-pipe", "about:blank"]
        command = [sys.executable, "-c", LAUNCHER, str(command_reader), str(answer_writer), *command]
        process = subprocess.Popen(command, pass_fds=(command_reader, answer_writer), stderr=subprocess.DEVNULL)
        os.close(command_reader)
        os.close(answer_writer)
        try:
            with os.fdopen(command_writer, "wb") as commands, os.fdopen(answer_reader, "rb") as answers:
                browser = RawBrowser(process.pid, commands, answers)
                yield browser
                with contextlib.suppress(OSError):
                    browser.send("Browser.close")
        finally:
            process.wait(timeout=20)
