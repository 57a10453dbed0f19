"""Knows every file that the site serves besides its pages: the project's own, the prebuilt answers, the browser's Python.

Must never know how any of them is made.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from builder import bundle, pack, published, scripts

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["path_of", "write"]

# One journey for what every page needs before it can be shown; the embed page asks for less, and for its parts.
STYLE = "site.css"
STYLES = ("calculator.css", "keep.css", "theme.css", "guide.css")


@cache
def _all() -> dict[str, published.Published]:
    own = published.publish()
    style = scripts.minified(b"\n".join(own[name].content for name in STYLES))
    styled = {STYLE: published.Published(published.hashed(f"assets/{STYLE}", style), style)}
    return {**own, **styled, **pack.made().files, **bundle.bundle()}


def path_of(name: str) -> str:
    """Where a file is served, from the root of the site."""
    known = _all()
    if name not in known:
        raise SystemExit(f"No file of the site is called {name!r}; there are {', '.join(sorted(known))}.")
    return known[name].path


def write(site: Path) -> None:
    """Put every file in its place, and tell the service worker what to keep."""
    for name, (path, content) in _all().items():
        if name != published.SERVICE_WORKER:
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_bytes(content)
    if published.SERVICE_WORKER in _all():
        kept = sorted(path for name, (path, _) in _all().items() if name not in published.AT_ROOT)
        source = _all()[published.SERVICE_WORKER].content.decode()
        (site / published.SERVICE_WORKER).write_text(published.service_worker(source, kept), "utf-8")
