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
    from collections.abc import Iterable, Mapping

__all__ = ["BUILD_ONLY_TEMPLATES", "PACKAGING", "SHIPPED", "WHEEL", "copied", "engine", "record", "sources"]

WHEEL = "Wheel-Version: 1.0\nGenerator: builder\nRoot-Is-Purelib: true\nTag: py3-none-any\n"

# Folders and files that the build renders, and no call of the browser.
BUILD_ONLY_TEMPLATES = frozenset({
    "charts", "discovery", "guide", "theme", "widget", "calculator/calculator.html", "calculator/form.html",
    "calculator/player.html", "calculator/states.html", "icons.svg", "week/page.html", "week/sample.html",
})  # fmt: skip
SHIPPED = ("app.py", "calculator", "templates")
PACKAGING = ("pyproject.toml", "README.md", "LICENSE", "NOTICE")  # what a wheel of the calculator needs besides


def sources(names: Iterable[str] = SHIPPED) -> list[Path]:
    """Every file that the engine is built from: what the browser runs, and nothing else."""
    paths = [path for name in names for path in sorted([ROOT / name, *(ROOT / name).rglob("*")])]
    excluded = {"__pycache__", *(ROOT / "templates" / name for name in BUILD_ONLY_TEMPLATES)}
    return [path for path in paths if path.is_file() and not excluded & {path.parent.name, path, *path.parents}]


def copied(folder: Path, names: Iterable[str] = SHIPPED) -> Path:
    """Copy these files to the folder, and return it."""
    for path in sources(names):
        target = folder / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    return folder


def engine(folder: Path) -> None:
    """Write a wheel of all that the site's browser runs: the calculator, app.py and the templates."""
    info = "cardio_site_engine-1.dist-info"
    content = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in sources()}
    content[f"{info}/METADATA"] = (
        b"Metadata-Version: 2.1\nName: cardio-site-engine\nVersion: 1\nRequires-Dist: jinja2\n"
    )
    content[f"{info}/WHEEL"] = WHEEL.encode()
    content[f"{info}/RECORD"] = record(content, f"{info}/RECORD")
    write_zip(folder / "cardio_site_engine-1-py3-none-any.whl", content)


def record(content: Mapping[str, bytes], itself: str) -> bytes:
    """The RECORD of a wheel: path, hash and size of every file, and a line without a hash for itself."""
    rows = []
    for path, data in sorted(content.items()):
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        rows.append(f"{path},sha256={digest},{len(data)}")
    return "\n".join([*rows, f"{itself},,", ""]).encode()
