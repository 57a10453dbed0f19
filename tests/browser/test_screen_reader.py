"""What a screen reader finds: the form and the answer in Chromium's own accessibility tree, as an outline.

The outline is a golden file. `pytest tests/browser/test_screen_reader.py --update-golden` rewrites it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.support.accessibility_tree import outline, unnamed
from tests.support.paths import GOLDEN

if TYPE_CHECKING:
    from playwright.sync_api import Page, ViewportSize

NOW = "2026-11-24T15:20:00"
PHONE: ViewportSize = {"width": 360, "height": 740}
FILE = GOLDEN / "accessibility-tree.txt"
CASES = {"A session": "soreness=5", "An emergency": "red_flags=chest_pain"}


@pytest.fixture
def trees(page: Page) -> dict[str, str]:
    """The form, and an answer of each case, on a phone where most of it is out of sight."""
    page.set_viewport_size(PHONE)
    page.clock.install(time=NOW)
    found: dict[str, str] = {}
    for title, query in CASES.items():
        page.goto("about:blank")
        page.goto(f"/calculator/#?{query}")
        expect(page.locator(f"[data-answer] [data-query='{query}']")).to_be_attached()
        found.setdefault("The form", outline(page, "#answers"))
        assert unnamed(page, "leg-day-calculator") == []
        headings = page.locator("[data-answer] :is(h2, h3)").evaluate_all(
            "all => all.filter(one => one.checkVisibility()).map(one => one.textContent.replace(/\\s+/g, ' ').trim())"
        )
        found[title] = outline(page, "#answer")
        assert re.findall(r"heading “(.*)” level [23]$", found[title], re.MULTILINE) == headings
    return found


def test_the_tree_holds_the_whole_form_and_answer(trees: dict[str, str], pytestconfig: pytest.Config) -> None:
    text = "\n".join(f"{title}\n\n{tree}" for title, tree in trees.items())
    if pytestconfig.getoption("--update-golden"):
        FILE.write_text(text, "utf-8")
    assert text == FILE.read_text("utf-8"), f"The tree differs from {FILE.name}. Run this test with --update-golden."
