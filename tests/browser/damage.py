"""Knows how the files of a site, on a copy that a test may change, are damaged, withheld or moved.

Must never know what a browser makes of it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from builder.bundle import digests
from builder.lean import wasm

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["flip", "put_up", "refuse_to_keep", "told_of", "trap", "trapping", "without"]

FOLDERS = ("assets/python/", "assets/pack/")
FULL = """for (const name of ["put", "add", "addAll"])
  Cache.prototype[name] = () => Promise.reject(new DOMException("full", "QuotaExceededError"));
"""


def without(site: Path, pattern: str) -> None:
    """Take files from the host."""
    for path in site.glob(pattern):
        path.unlink()


def flip(site: Path, pattern: str) -> None:
    """Change one bit near the end of files."""
    for path in site.glob(pattern):
        body = path.read_bytes()
        path.write_bytes(body[:-9] + bytes([body[-9] ^ 1]) + body[-8:])


def trapping(core: bytes) -> bytes:
    """The same WebAssembly, but every function of it traps."""
    module = wasm.Module.read(core)
    all_trap = wasm.vector([wasm.sized(wasm.TRAP) for _ in module.bodies()])
    return module.changed(CODE=lambda _: all_trap).written()


def told_of(manifest: bytes, core: bytes) -> bytes:
    """The list of what Python needs, with another core in it."""
    told: dict[str, Any] = json.loads(manifest)
    told["lean"]["core"] |= {"size": len(core), "sha256": digests(core)}
    return json.dumps(told).encode()


def trap(site: Path) -> None:
    """Let every function of the lean core trap, and the list of what Python needs agree with it."""
    core = next(site.glob("assets/python/core-*.wasm"))
    manifest = next(site.glob("assets/python/manifest-*.json"))
    core.write_bytes(trapping(core.read_bytes()))
    manifest.write_bytes(told_of(manifest.read_bytes(), core.read_bytes()))


def refuse_to_keep(site: Path) -> None:
    """Let the service worker find no room, as on a full disk."""
    worker = site / "service-worker.js"
    worker.write_text(FULL + worker.read_text("utf-8"), "utf-8")


def put_up(site: Path) -> None:
    """A new version: what the old pages name is gone, and the new pages name something else."""
    for folder in (site / name for name in FOLDERS):
        folder.rename(site / "moved")
        folder.mkdir()
        (site / "moved").rename(folder / "new")
    for path in (*site.rglob("*.html"), site / "service-worker.js"):
        text = path.read_text("utf-8")
        for name in FOLDERS:
            text = text.replace(name, f"{name}new/")
        path.write_text(text, "utf-8")
