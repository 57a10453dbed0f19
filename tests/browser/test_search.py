"""The site's search: words that readers type, and the pages that they look for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

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
