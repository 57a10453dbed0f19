"""What a search engine shows of each page: a title, a description, one address, and links whose text says where they lead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from builder.presets import PRESETS

if TYPE_CHECKING:
    from pathlib import Path

LONGEST_DESCRIPTION = 160
VAGUE = re.compile(r"(?:here|source|link|more|read more|this page|click here|learn more|\d+)", re.IGNORECASE)
SAME_AS_CALCULATOR = {"", *(preset.page for preset in PRESETS)}

pytestmark = pytest.mark.site


def pages(site: Path) -> dict[str, BeautifulSoup]:
    """Every page that search engines may show, by its path from the root."""
    found = {}
    for file in sorted(site.rglob("index.html")):
        page = BeautifulSoup(file.read_bytes(), "html.parser")
        if page.find("main") and not page.select('meta[name=robots][content*="noindex"]'):
            found[file.parent.relative_to(site).as_posix().removeprefix(".") + "/"] = page
    return {path.removeprefix("/"): page for path, page in found.items()}


def test_titles_descriptions_addresses_and_links_are_fit_for_search_results(site: Path, base_url: str) -> None:
    faults = []
    for path, page in pages(site).items():
        title = page.title.get_text() if page.title else ""
        description = page.select_one("meta[name=description]")
        words = str(description["content"]) if description else ""
        canonical = page.select_one("link[rel=canonical]")
        right = base_url.rstrip("/") + "/" + ("calculator/" if path in SAME_AS_CALCULATOR else path)
        faults += [f"{path}: title {title!r}"] if title.lower().count("leg day") > 1 or not title else []
        faults += [f"{path}: description {words!r}"] if not 0 < len(words) <= LONGEST_DESCRIPTION else []
        faults += [f"{path}: canonical {canonical}"] if not canonical or canonical["href"] != right else []
        faults += [
            f"{path}: link {link.get_text(' ', strip=True)!r} to {link['href']}"
            for link in page.select("main a[href]:not([href^='tel:'])")
            if VAGUE.fullmatch(link.get_text(" ", strip=True))
        ]
    assert not faults, "\n".join(faults)
