"""The widget's files on a blogger's own server: readers contact no other host, before or after a click."""

from __future__ import annotations

import tarfile
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from playwright.sync_api import expect

from builder.widget import integrations
from calculator.answer import builder as answer_builder
from tests.conftest import PATIENCE, Files, guard, serving
from tests.support.blog_page import ELEMENT

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import BrowserContext

PREPARED = "Walk, in the usual case."
RARE = {"goal": "fat_loss", "age": "67"}


class BlogServer(Files):
    """A blog's server as it comes: no header lets another origin read, and its pages may be framed by itself only."""

    def end_headers(self) -> None:
        """Send one header of many hosts, and none of a host that is open to widgets."""
        self.send_header("X-Frame-Options", "SAMEORIGIN")
        super(Files, self).end_headers()


def headline(query: str) -> str:
    """What the calculator answers."""
    return str(answer_builder.answer(query)["headline"])


def test_a_widget_on_the_blogs_own_server_asks_no_other_host(
    site: Path, context: BrowserContext, tmp_path: Path
) -> None:
    with tarfile.open(site / integrations.NPM_TARBALL) as opened:
        opened.extractall(tmp_path, filter="data")
    blog = tmp_path / "package"
    element = (
        f'<{ELEMENT} loading="click" data-goal="fat_loss"><p>{PREPARED}</p><a href="elsewhere">Answer</a></{ELEMENT}>'
    )
    script = '<script async src="widget/widget.js?ver=1"></script>'
    page_html = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Post</title>{script}{element}'
    (blog / "post.html").write_text(page_html, "utf-8")
    (blog / "favicon.ico").touch()
    with serving(blog, BlogServer) as server:
        address = f"http://127.0.0.1:{server.server_port}"
        problems = guard(context, address)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(urlsplit(request.url).path))
        page.goto(f"{address}/post.html")
        page.wait_for_function(f"customElements.get('{ELEMENT}') !== undefined")
        expect(page.get_by_text(PREPARED)).to_be_visible()
        assert set(asked) <= {"/post.html", "/widget/widget.js", "/favicon.ico"}
        page.get_by_role("link", name="Answer").click()
        page.wait_for_selector(f"{ELEMENT}[ready]")
        frame = page.locator(f"{ELEMENT} iframe").content_frame
        expect(frame.locator("[data-headline]")).to_have_text(headline("goal=fat_loss"))
        expect(page.get_by_text(PREPARED)).to_be_hidden()
        frame.get_by_label("Soreness now").fill("6")
        expect(frame.locator("[data-headline]")).to_have_text(headline("goal=fat_loss&soreness=6"))
        assert (
            str(page.evaluate(f"document.querySelector('{ELEMENT}').shadowRoot.activeElement?.localName")) == "iframe"
        )
        frame.get_by_label("Soreness now").fill("0")
        if list((blog / "widget" / "assets" / "python").glob("core-*.wasm")):  # a quick build has no frozen runtime
            page.evaluate(f"answers => document.querySelector('{ELEMENT}').set(answers)", RARE)
            frame.get_by_role("button", name="Work it out here").click()
            expect(frame.locator("[data-headline]")).to_have_text(headline("goal=fat_loss&age=67"))
        full_page = frame.get_by_role("link", name="reasons, papers, more").get_attribute("href") or ""
        assert urlsplit(full_page).netloc != urlsplit(address).netloc
        page.close()
    assert problems == []
    assert "/widget/embed/v1/index.html" in asked
