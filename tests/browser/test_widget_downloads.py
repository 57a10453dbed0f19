"""Downloads from the widget, where they are allowed, and the event that the host page gets."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from calculator.answer import builder as answer_builder
from calculator.downloads import registry

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.support.blog_page import Blog

PAGE = "/embed/v1/"
START = "2026-11-22T17:00"  # the next full hour


def test_download_from_element_notifies_host_page(blog: Blog) -> None:
    blog.page.clock.set_fixed_time("2026-11-22T16:20:00Z")
    blog.with_element('data-goal="fat_loss"')
    button = blog.frame().get_by_role("button", name="Save for Watch")
    with blog.page.expect_download() as download:
        button.click()
    made = registry.build_download("fit", answer_builder.answer("goal=fat_loss"), 0, START)
    assert download.value.suggested_filename == made.name
    assert Path(download.value.path()).read_bytes() == made.content
    expect(blog.frame().get_by_role("status")).to_contain_text(made.name)
    blog.page.wait_for_function("received.some(([type]) => type === 'export')")
    assert blog.heard("export") == [{"format": "fit", "filename": made.name}]
    blog.frame().get_by_label("Your goal").select_option("recovery")
    expect(blog.frame().locator("[data-note]")).to_be_empty()


def test_a_frame_that_may_not_save_does_not_offer_it(blog: Blog) -> None:
    blog.post(f'<iframe sandbox="allow-scripts" title="x" height="900" src="{blog.site}{PAGE}"></iframe>')
    frame = blog.page.frame_locator("iframe")
    expect(frame.locator("[data-headline]")).to_be_visible()
    expect(frame.get_by_role("button", name="Save for Calendar")).to_be_hidden()
    expect(frame.get_by_role("link", name="reasons, papers, more")).to_be_visible()


def test_an_answer_without_a_session_offers_no_file(page: Page) -> None:
    page.goto(PAGE)
    expect(page.get_by_role("button", name="Save for Calendar")).to_be_visible()
    page.locator("[data-panel=warning-signs] summary").click()
    page.get_by_label("Chest pain or pressure").check()
    expect(page.get_by_role("button", name="Save for Calendar")).to_be_hidden()


def test_missing_python_is_reported_to_reader_and_host(blog: Blog) -> None:
    blog.page.context.route("**/worker-*.js", lambda route: route.fulfill(status=404, body=""))
    blog.with_element()
    blog.frame().get_by_role("button", name="Save for Calendar").click()
    expect(blog.frame().locator("[data-note]")).to_contain_text("did not work")
    blog.page.wait_for_function("received.some(([type]) => type === 'error')")
    assert blog.heard("error") == [{"code": "internal", "message": "python"}]
    blog.problems.clear()  # of the file that was held back
