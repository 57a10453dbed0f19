"""The files that the calculator consists of: what is compiled for the browser, and what cached results depend on."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from builder.assets.zip_files import write_zip
from builder.paths import ROOT

if TYPE_CHECKING:
    pass
from tests.support.wheels import WHEEL, _record

__all__ = ["SOURCES", "copied", "engine", "sources"]

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
