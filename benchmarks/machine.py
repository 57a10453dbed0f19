"""Describe the machine and the browser on which the figures were taken."""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
import re
from pathlib import Path

__all__ = ["described"]

LOCK = Path(__file__).parent / "package-lock.json"
PEERS = {
    "Pyodide": "pyodide",
    "PyScript": "@pyscript/core",
    "MicroPython": "@micropython/micropython-webassembly-pyscript",
    "Brython": "brython",
}


def described(browser: str) -> dict[str, str]:
    """The day, the machine, the browser, and the versions of the peers."""
    packages = json.loads(LOCK.read_text("utf-8"))["packages"]
    return {
        "date": dt.datetime.now(dt.UTC).strftime("%-d %B %Y"),
        "machine": f"{os.cpu_count()} cores, {processor()}, {platform.system()}",
        "browser": f"Chromium {browser}",
        "peers": ", ".join(f"{name} {packages['node_modules/' + key]['version']}" for name, key in PEERS.items()),
    }


def processor() -> str:
    """What the processor calls itself, where it says so."""
    cpuinfo = Path("/proc/cpuinfo")
    match = (
        re.search(r"^model name\s*:\s*(.+)$", cpuinfo.read_text("utf-8"), re.MULTILINE) if cpuinfo.exists() else None
    )
    return match[1] if match else platform.machine()
