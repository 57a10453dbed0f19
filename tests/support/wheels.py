"""Build pure wheels: the project's own, and those of its dependencies without their C code."""

from __future__ import annotations

import base64
import hashlib
import shutil
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING

from builder.assets.zip_files import write_zip
from builder.errors import BuildError

if TYPE_CHECKING:
    from collections.abc import Mapping
from builder.engine.sources import copied

__all__ = ["build_wheel", "repack_wheel"]

COMPILED = frozenset({".so", ".pyd", ".dylib", ".c", ".pyi", ".pyc"})


LEFT_OUT = frozenset({"RECORD", "INSTALLER", "REQUESTED", "direct_url.json", "WHEEL"})


WHEEL = "Wheel-Version: 1.0\nGenerator: tests/support/wheels.py\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def build_wheel(folder: Path) -> None:
    """Build the project's own wheel in the folder, from a copy: a build leaves its traces in the tree that it builds."""
    copy = copied(folder / "source")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(copy)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BuildError(done.stdout + done.stderr)
    shutil.rmtree(copy)


def repack_wheel(name: str, folder: Path) -> None:
    """Write a pure wheel of an installed distribution: its Python, its metadata and its licence."""
    installed = distribution(name)
    files = {
        str(file): file for file in installed.files or () if file.suffix not in COMPILED and file.name not in LEFT_OUT
    }
    content = {
        path: Path(str(installed.locate_file(file))).read_bytes() for path, file in files.items() if ".." not in path
    }
    info = f"{name}-{installed.version}.dist-info"
    content[f"{info}/WHEEL"] = WHEEL.encode()
    content[f"{info}/RECORD"] = _record(content, f"{info}/RECORD")
    write_zip(folder / f"{name}-{installed.version}-py3-none-any.whl", content)


def _record(content: Mapping[str, bytes], itself: str) -> bytes:
    rows = []
    for path, data in sorted(content.items()):
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        rows.append(f"{path},sha256={digest},{len(data)}")
    return "\n".join([*rows, f"{itself},,", ""]).encode()
