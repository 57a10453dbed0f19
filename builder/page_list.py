"""List the pages of the site from the menu, the front matter of docs/ and the presets: no site generator is needed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from builder.discovery.structured_data import Page
from builder.widget import preset_pages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["front_matter", "page_path", "pages"]


def pages(menu: Sequence[Any], docs: Path) -> list[Page]:
    """Every page in the order of the menu, then those of the presets.

    `menu` is the `nav` of mkdocs.yml: file names, or mappings of a title to a file name or to a section's entries.
    """
    listed = [
        _page(name, title, section, (docs / name).read_text("utf-8")) for name, title, section in _entries(menu, "")
    ]
    return listed + [_page(name, "", "", text) for name, text in preset_pages.pages().items()]


def _entries(menu: Sequence[Any], section: str) -> Iterator[tuple[str, str, str]]:
    """File name, title and section of each entry of the menu."""
    for entry in menu:
        for title, below in entry.items() if isinstance(entry, dict) else [("", entry)]:
            if isinstance(below, list):
                yield from _entries(below, title)
            elif below.endswith(".md"):
                yield below, title, section


def _page(name: str, title: str, section: str, text: str) -> Page:
    meta = front_matter(text)
    return Page(
        page_path(name), section, str(meta.get("title", title)), str(meta.get("description", "")), meta.get("review")
    )


def page_path(name: str) -> str:
    """Where a Markdown file's page is, from the root of the site: `soreness.md` is at `soreness/`."""
    path = name.removesuffix(".md").removesuffix("index")
    return f"{path}/" if path and not path.endswith("/") else path


def front_matter(text: str) -> dict[str, Any]:
    """The YAML between the lines of three hyphens at the top of a page; empty where there is none."""
    before, _, rest = text.partition("---\n")
    meta, end, _ = rest.partition("\n---\n")
    return dict(yaml.safe_load(meta)) if end and not before else {}
