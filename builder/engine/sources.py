"""The files that the engine consists of: what is compiled for the browser, and what cached results depend on."""

from __future__ import annotations

import base64
import hashlib
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from builder.assets.zip_files import write_zip
from builder.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["SOURCES", "WHEEL", "copied", "engine", "record", "sources"]

WHEEL = "Wheel-Version: 1.0\nGenerator: builder\nRoot-Is-Purelib: true\nTag: py3-none-any\n"

BUILD_ONLY_TEMPLATES = frozenset({"charts", "discover", "guide", "theme"})  # only the build of the site needs them


SOURCES = ("app.py", "calculator", "templates", "pyproject.toml", "README.md", "LICENSE", "NOTICE")


def sources() -> list[Path]:
    """Every file that the engine is built from."""
    paths = [path for name in SOURCES for path in sorted([ROOT / name, *(ROOT / name).rglob("*")])]
    excluded = {"__pycache__", *(ROOT / "templates" / name for name in BUILD_ONLY_TEMPLATES)}
    return [path for path in paths if path.is_file() and not excluded & {path.parent.name, *path.parents}]


def copied(folder: Path) -> Path:
    """Copy these files to the folder, and return it."""
    for path in sources():
        target = folder / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    return folder


def engine(folder: Path) -> None:
    """Write a wheel of all that the site's browser runs: the calculator, app.py and the templates."""
    info = "cardio_site_engine-1.dist-info"
    shipped = ("app.py", "calculator", "templates")
    content = {str(path): (ROOT / path).read_bytes() for path in _relative() if path.parts[0] in shipped}
    content[f"{info}/METADATA"] = (
        b"Metadata-Version: 2.1\nName: cardio-site-engine\nVersion: 1\nRequires-Dist: jinja2\n"
    )
    content[f"{info}/WHEEL"] = WHEEL.encode()
    content[f"{info}/RECORD"] = record(content, f"{info}/RECORD")
    write_zip(folder / "cardio_site_engine-1-py3-none-any.whl", content)


def _relative() -> list[Path]:
    return [path.relative_to(ROOT) for path in sources()]


def record(content: Mapping[str, bytes], itself: str) -> bytes:
    """The RECORD of a wheel: path, hash and size of every file, and a line without a hash for itself."""
    rows = []
    for path, data in sorted(content.items()):
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        rows.append(f"{path},sha256={digest},{len(data)}")
    return "\n".join([*rows, f"{itself},,", ""]).encode()
