"""Build the site with another generator than MkDocs, each installed into a folder of its own below .cache/generators.

Both run with the project's own Python and its packages; the folder adds the generator alone.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from bs4 import BeautifulSoup

from builder.widget import preset_pages
from tests.support.project_files import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["article", "build_with_mkdocs", "build_with_properdocs", "build_with_zensical", "file_list"]

HOME = ROOT / ".cache" / "generators"
PROPERDOCS = ("properdocs==1.6.7",)
ZENSICAL = ("zensical==0.0.73", "deepmerge==4.0.0", "tomli==2.5.0")
QUICK = {"PREBUILT_ANSWERS": "first", "FROZEN_RUNTIME": "off", "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}


def install(requirements: Sequence[str]) -> Path:
    """The folder with these packages, filled once for each set of versions."""
    folder = HOME / "+".join(requirements)
    if not folder.exists():
        partial = folder.with_suffix(".partial")
        shutil.rmtree(partial, ignore_errors=True)
        quiet = ["-q", "--disable-pip-version-check", "--no-deps"]
        subprocess.run([sys.executable, "-m", "pip", "install", *quiet, "--target", partial, *requirements], check=True)
        partial.rename(folder)
    return folder


def build_with_mkdocs(site: Path) -> None:
    """Build quickly with MkDocs."""
    _run((), ROOT, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site))


def build_with_properdocs(site: Path) -> None:
    """Build with ProperDocs, which runs the hook of mkdocs.yml as MkDocs does."""
    _run(
        PROPERDOCS,
        ROOT,
        "-m",
        "properdocs",
        "build",
        "--strict",
        "--config-file",
        "mkdocs.yml",
        "--site-dir",
        str(site),
    )


def build_with_zensical(work: Path, site: Path) -> None:
    """Build with Zensical, which runs no hook: the pages of the presets are written before, and the site is finished after.

    It builds below the folder of its configuration, so that is a copy of the project in `work`.
    """
    for path in ROOT.iterdir():
        if path.name not in {"docs", "mkdocs.yml", "site", ".git"}:
            (work / path.name).symlink_to(path)
    shutil.copytree(ROOT / "docs", work / "docs")
    for name, text in preset_pages.pages().items():
        (work / "docs" / name).parent.mkdir(exist_ok=True)
        (work / "docs" / name).write_text(text, "utf-8")
    shutil.copyfile(ROOT / "mkdocs.yml", work / "mkdocs.yml")
    _run(ZENSICAL, work, "-m", "zensical", "build", "--strict", "--config-file", "mkdocs.yml")
    shutil.move(work / "site", site)
    _run((), ROOT, "-m", "builder.finish", str(site))


def _run(requirements: Sequence[str], folder: Path, *command: str) -> None:
    """Run a Python program with the packages at hand. Raises CalledProcessError where it fails, with its output in it."""
    path = os.pathsep.join(filter(None, (str(install(requirements)) if requirements else "", str(folder))))
    done = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env={**os.environ, **QUICK, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise AssertionError(f"{' '.join(command)} failed:\n{(done.stdout + done.stderr)[-3000:]}")


def file_list(site: Path) -> list[str]:
    """Every file of a site, relative to it."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())


def article(site: Path, name: str) -> tuple[str, list[str]]:
    """The text of a page's article without white space, and where its links lead from the root of the site."""
    element = BeautifulSoup((site / name).read_bytes(), "html.parser").select_one("article")
    assert element is not None, name
    for part in element.select("a.headerlink, .md-tags"):  # Zensical's theme shows a page's search words as tags
        part.decompose()
    links = [
        urljoin(f"https://site.example/{name.removesuffix('index.html')}", str(a["href"]))
        for a in element.select("a[href]")
    ]
    return "".join(element.get_text().split()), links
