"""The site's search: words that readers type, and the pages that they look for; and what every page loads at first."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.support.waiting import wait_until

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

BEFORE_TOUCH = 165_000  # bytes: all that the calculator's page loads before a reader touches it, compressed

FIRST = 3  # more than this, and a reader scrolls
HOPES = [
    ("can I run with sore quads", {"runners", "soreness"}),
    ("how long after leg day can I run", {"runners", "timing"}),
    ("heart rate", {"intensity"}),
    ("lactic acid", {"myths"}),
    ("dark urine", {"safety"}),
    ("knee pain", {"choosing"}),
    ("DOMS", {"soreness"}),
    ("stairmaster", {"choosing"}),
    ("HIIT", {"session-plan"}),
    ("pregnant", {"pregnancy"}),
    ("cardio before or after weights", {"lifters"}),
]


@pytest.mark.sampled(5)
@pytest.mark.parametrize(("typed", "hoped"), HOPES, ids=[typed for typed, _ in HOPES])
def test_the_search_finds_the_page_that_a_reader_hopes_for(page: Page, typed: str, hoped: set[str]) -> None:
    page.goto("about/")
    page.keyboard.press("/")
    page.keyboard.type(typed)
    results = page.locator(".md-search-result__item")
    expect(page.locator(".md-search-result__meta")).to_contain_text("matching")
    result = [
        results.nth(place).locator("a").first.get_attribute("href") or ""
        for place in range(min(FIRST, results.count()))
    ]
    pages = [address.split("?")[0].rstrip("/").rpartition("/")[2] for address in result]
    assert hoped & set(pages), pages


def test_a_page_loads_little_before_the_first_touch_and_no_part_of_the_search(page: Page, site: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path.lstrip("/")))
    page.goto("/calculator/")
    page.locator("#answers").scroll_into_view_if_needed()
    wait_until(
        page, lambda: {"worker", "pack"} <= {re.split("[/-]", path)[1] for path in asked if path.startswith("assets/")}
    )
    page.wait_for_load_state("networkidle")
    assert not [path for path in asked if "search" in path]
    files = {site / (f"{path}index.html" if not path or path.endswith("/") else path) for path in asked}
    assert sum(len(gzip.compress(file.read_bytes(), 9)) for file in files) <= BEFORE_TOUCH
    page.keyboard.press("/")
    wait_until(page, lambda: {path.rpartition(".")[2] for path in asked if "search" in path} == {"js", "json"})
