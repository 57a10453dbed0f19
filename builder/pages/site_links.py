"""Resolve links that begin with `site:/`: they lead from the root of the site, whatever page they are on.

Templates and macros write `site:/soreness/#cap` and `site:/assets/site.css`. To every site generator that is an address of
another scheme, so none of them touches it. The finished page holds a relative link, and a served file's fingerprinted name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from builder.errors import BuildError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["ROOT_LINK", "asset_link", "resolve"]

ROOT_LINK = "site:/"
ASSETS = "assets/"
LINK = re.compile(rf"{ROOT_LINK}(?P<path>[^\s\"'<>#?,)&]*)")


def asset_link(name: str) -> str:
    """The link to a served file by its short name: the `asset(name)` of templates that a generator renders."""
    return f"{ROOT_LINK}{ASSETS}{name}"


def resolve(html: str, page: str, base: str, served: Mapping[str, str], exists: Callable[[str], bool]) -> str:
    """The page with relative links.

    `base` is the way from the page to the root of the site ("../"); `served` has the path of each served file by its short
    name; `exists` says whether another file of assets/ is there. Raises BuildError where a link names no file.
    """

    def replace(link: re.Match[str]) -> str:
        path = link["path"]
        if path.startswith(ASSETS):
            path = served.get(path.removeprefix(ASSETS), path)
            if path == link["path"] and not exists(path):
                names = ", ".join(sorted(served))
                raise BuildError(
                    f"{page}: no file of the site is called {path.removeprefix(ASSETS)!r}; there are {names}."
                )
        return base + path or "./"

    return LINK.sub(replace, html)
