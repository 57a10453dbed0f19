"""The theme's menu and search below the width of a desktop: reached by keyboard, and out of reach while closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

# The switch of the palette is a radio button without a size: its label shows the focus.
HIDDEN_STOPS = """() => document.activeElement.getBoundingClientRect().right <= 0
    || (document.activeElement.getBoundingClientRect().height === 0 && !document.activeElement.matches(".md-option"))"""


@pytest.mark.parametrize("width", [360, 768, 1024])
def test_no_invisible_link_takes_the_focus(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto("/calculator/")
    page.wait_for_function("() => document.querySelector('.md-sidebar--primary').inert")
    for _ in range(12):
        page.keyboard.press("Tab")
        assert not page.evaluate(HIDDEN_STOPS), page.evaluate("document.activeElement.outerHTML")


def test_the_menu_is_a_button_with_a_state(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/calculator/")
    menu = page.get_by_role("button", name="Menu")
    expect(menu).to_have_attribute("aria-expanded", "false")
    menu.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".md-sidebar--primary a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_focused()


def test_the_search_is_a_button_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/about/")
    page.get_by_role("button", name="Search").press("Enter")
    page.keyboard.type("knee")
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def test_search_index_is_fetched_on_intent(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/about/", wait_until="networkidle")
    assert not [url for url in asked if "search_index" in url]
    with page.expect_request("**/search_index.json"):
        page.keyboard.press("/")


def test_headings_carry_no_link_that_is_read_out(page: Page) -> None:
    page.goto("/timing/")
    assert page.locator("h2").count() > 2
    assert page.locator(".headerlink:not([aria-hidden=true][tabindex='-1'])").count() == 0
