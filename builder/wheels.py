"""Knows what our engine is made of, and how to make pure wheels: its own, and those of its dependencies without their C.

Must never know Pyodide, or what is in the wheels.
"""

from __future__ import annotations

import base64
import hashlib
import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["SOURCES", "copied", "engine", "own", "repacked", "sources", "write_zip"]

ROOT = Path(__file__).parent.parent
NOT_SHIPPED = frozenset({"charts", "discover", "guide", "theme"})  # only the build of the site needs them
SOURCES = ("app.py", "calculator", "templates", "pyproject.toml", "README.md", "LICENSE", "NOTICE")
COMPILED = frozenset({".so", ".pyd", ".dylib", ".c", ".pyi", ".pyc"})
LEFT_OUT = frozenset({"RECORD", "INSTALLER", "REQUESTED", "direct_url.json", "WHEEL"})
WHEEL = "Wheel-Version: 1.0\nGenerator: builder/wheels.py\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
EPOCH = (1980, 1, 1, 0, 0, 0)  # the oldest moment that a zip can tell: the same bytes whenever they are made


def sources() -> list[Path]:
    """Every file that the project's own wheel is made of."""
    found = [path for name in SOURCES for path in sorted([ROOT / name, *(ROOT / name).rglob("*")])]
    left_out = {"__pycache__", *(ROOT / "templates" / name for name in NOT_SHIPPED)}
    return [path for path in found if path.is_file() and not left_out & {path.parent.name, *path.parents}]


def copied(folder: Path) -> Path:
    """Copy what the project's own wheel is made of to the folder."""
    for path in sources():
        target = folder / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    return folder


def own(folder: Path) -> None:
    """Build the project's own wheel in the folder, from a copy: a build leaves its traces in the tree that it builds."""
    copy = copied(folder / "source")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(copy)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    shutil.rmtree(copy)


def engine(folder: Path) -> None:
    """Write a wheel of all that the site's browser runs: the calculator, the door and the templates."""
    info = "cardio_site_engine-1.dist-info"
    kept = ("app.py", "calculator", "templates")
    content = {str(path): (ROOT / path).read_bytes() for path in _relative() if path.parts[0] in kept}
    content[f"{info}/METADATA"] = (
        b"Metadata-Version: 2.1\nName: cardio-site-engine\nVersion: 1\nRequires-Dist: jinja2\n"
    )
    content[f"{info}/WHEEL"] = WHEEL.encode()
    content[f"{info}/RECORD"] = _record(content, f"{info}/RECORD")
    write_zip(folder / "cardio_site_engine-1-py3-none-any.whl", content)


def _relative() -> list[Path]:
    return [path.relative_to(ROOT) for path in sources()]


def repacked(name: str, folder: Path) -> None:
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


def write_zip(path: Path, content: Mapping[str, bytes]) -> None:
    """Write the same bytes for the same content, in order and without a date; stored, so that the host packs it all at once."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, data in sorted(content.items()):
            archive.writestr(zipfile.ZipInfo(name, EPOCH), data)
