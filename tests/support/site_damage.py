"""Damage, withhold or move files of a copied site."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from builder.pyodide.bundle import block_hashes
from frozen_runtime import wasm_module

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["deploy_new_version", "fill_disk", "flip", "trap", "trapping", "with_core", "without"]

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
    module = wasm_module.Module.read(core)
    all_trap = wasm_module.vector([wasm_module.with_size(wasm_module.TRAP) for _ in module.bodies()])
    return module.changed(CODE=lambda _: all_trap).to_bytes()


def with_core(manifest: bytes, core: bytes) -> bytes:
    """The list of what Python needs, with another core in it."""
    parsed: dict[str, Any] = json.loads(manifest)
    parsed["frozen"]["core"] |= {"size": len(core), "sha256": block_hashes(core)}
    return json.dumps(parsed).encode()


def trap(site: Path) -> None:
    """Let every function of the frozen core trap, and the list of what Python needs agree with it."""
    core = next(site.glob("assets/python/core-*.wasm"))
    manifest = next(site.glob("assets/python/manifest-*.json"))
    core.write_bytes(trapping(core.read_bytes()))
    manifest.write_bytes(with_core(manifest.read_bytes(), core.read_bytes()))


def fill_disk(site: Path) -> None:
    """Let the service worker find no room, as on a full disk."""
    worker = site / "service-worker.js"
    worker.write_text(FULL + worker.read_text("utf-8"), "utf-8")


def deploy_new_version(site: Path) -> None:
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
