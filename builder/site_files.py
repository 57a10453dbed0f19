"""The registry of every file that the site serves besides its pages: assets, prebuilt answers, the browser's Python."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TYPE_CHECKING

import app
from builder.assets import esbuild, fingerprint
from builder.errors import BuildError
from builder.prebuilt import answers as prebuilt
from builder.pyodide import bundle

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["asset_for", "build", "path_of", "paths", "write"]

# One request for the styles that every page needs before it renders; the widget's page loads fewer, one by one. The week
# planner's style and the session player's come with them.
STYLE = "site.css"
ICONS = "icons.svg"
STYLES = (
    "calculator.css",
    "charts.css",
    "first-screen.css",
    "card.css",
    "answer-bar.css",
    "compare.css",
    "session-actions.css",
    "theme.css",
    "menus.css",
    "guide.css",
)


@cache
def build() -> dict[str, fingerprint.ServedFile]:
    """Every file by the name that the project uses for it. What is slow to build is cached, and built side by side."""
    with ThreadPoolExecutor() as pool:
        python = pool.submit(bundle.bundle)  # one processor, mostly; the answers take all
        answers = prebuilt.build().files
        published = fingerprint.publish()
        python_files = python.result()
    style = esbuild.minified(b"\n".join(published[name].content for name in STYLES))
    style_sheet = {STYLE: fingerprint.ServedFile(fingerprint.fingerprinted(f"assets/{STYLE}", style), style)}
    drawings = app.render(ICONS, "").encode()
    icons = {ICONS: fingerprint.ServedFile(fingerprint.fingerprinted(f"assets/{ICONS}", drawings), drawings)}
    return {**published, **style_sheet, **icons, **answers, **python_files}


def paths() -> dict[str, str]:
    """Where each file is served, from the root of the site, by its short name."""
    return {name: file.path for name, file in build().items()}


def path_of(name: str) -> str:
    """The address of a file, from the root of the site.

    Raises BuildError for an unknown name.
    """
    served = build()
    if name not in served:
        raise BuildError(f"No file of the site is called {name!r}; there are {', '.join(sorted(served))}.")
    return served[name].path


def asset_for(base: str) -> Callable[[str], str]:
    """The `asset(name)` of templates: a file's address from a page whose way to the root of the site is `base`."""

    def asset(name: str) -> str:
        return base + path_of(name)

    return asset


def write(site: Path) -> None:
    """Write every file, and list in the service worker what it may cache."""
    for name, (path, content) in build().items():
        if name != fingerprint.SERVICE_WORKER:
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_bytes(content)
    if fingerprint.SERVICE_WORKER in build():
        cacheable = sorted(path for name, (path, _) in build().items() if name not in fingerprint.AT_ROOT)
        source = build()[fingerprint.SERVICE_WORKER].content.decode()
        (site / fingerprint.SERVICE_WORKER).write_text(fingerprint.service_worker(source, cacheable), "utf-8")
