"""Build the site for the benchmarks, a copy without the frozen runtime, and that runtime on a bare page."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from builder.assets.esbuild import bundled

__all__ = ["bare_page", "build", "without_frozen_runtime"]

ROOT = Path(__file__).parent.parent
MANIFESTS = "assets/python/manifest-*.json"
SWITCH = "frozen"  # the entry of the manifest without which the engine starts plain Pyodide


def build(folder: Path) -> None:
    """Build the site as it is published."""
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PREBUILT_ANSWERS": "full"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    subprocess.run(command, cwd=ROOT, env=env, check=True)


def without_frozen_runtime(site: Path, folder: Path) -> bool:
    """Copy the built site, its list of what Python needs without the frozen runtime; whether it had one."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(site, folder)
    switched = False
    for path in folder.glob(MANIFESTS):
        manifest = json.loads(path.read_text("utf-8"))
        switched |= manifest.pop(SWITCH, None) is not None
        path.write_text(json.dumps(manifest), "utf-8")
    return switched


def bare_page(site: Path, folder: Path) -> None:
    """Give a page that holds nothing else our Python: what the site serves for it, under names that a page can hold."""
    shutil.copytree(site / "assets" / "python", folder / "python")
    (manifest,) = site.glob(MANIFESTS)
    shutil.copyfile(manifest, folder / "python" / "manifest.json")
    for name in ("client.js", "worker.js"):
        (folder / name).write_bytes(bundled(ROOT / "frontend" / "python" / name))
