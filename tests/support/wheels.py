"""Build pure wheels: the project's own, and those of its dependencies without their C code."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path

from builder.assets.zip_files import write_zip
from builder.engine.sources import PACKAGING, SHIPPED, WHEEL, copied, record
from builder.errors import BuildError

__all__ = ["build_wheel", "repack_wheel"]

COMPILED = frozenset({".so", ".pyd", ".dylib", ".c", ".pyi", ".pyc"})


LEFT_OUT = frozenset({"RECORD", "INSTALLER", "REQUESTED", "direct_url.json", "WHEEL"})


def build_wheel(folder: Path) -> None:
    """Build the project's own wheel in the folder, from a copy: a build leaves its traces in the tree that it builds."""
    copy = copied(folder / "source", (*SHIPPED, *PACKAGING))
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
    content[f"{info}/RECORD"] = record(content, f"{info}/RECORD")
    write_zip(folder / f"{name}-{installed.version}-py3-none-any.whl", content)
