"""A blog post at another origin with the widget on it, and the events that the post received."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame, FrameLocator, Locator, Page

ELEMENT = "cardio-after-leg-day"
TYPES = ("ready", "resize", "change", "result", "export", "error", "start", "complete", "link")
LISTEN = f"""window.received = [];
for (const type of {list(TYPES)})
  addEventListener(`cardio:${{type}}`, ({{ detail, target }}) => received.push([type, detail, target.id]));"""
HEARD = "wanted => received.filter(([type]) => type === wanted).map(([, detail]) => detail)"


class Blog(NamedTuple):
    """A page of another origin, the folder that it is served from, the widget's site, and what went wrong so far."""

    page: Page
    folder: Path
    address: str
    site: str
    problems: list[str]

    @property
    def script(self) -> str:
        """The lines of the snippet that load the element."""
        return f'<script async crossorigin="anonymous" src="{self.site}/v1/widget.js"></script>'

    def element(self, attributes: str = "", id: str = "") -> str:
        """The element with the author's own link in it."""
        link = f'<a href="{self.site}/calculator/">What should I do today?</a>'
        return f'<{ELEMENT} id="{id}" {attributes}>{link}</{ELEMENT}>'

    def post(self, body: str, head: str = "", nonce: str = "") -> Page:
        """Open a post with this body."""
        (self.folder / "listen.js").write_text(LISTEN, "utf-8")
        listen = f'<script nonce="{nonce}" src="listen.js"></script>'
        page = f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Post</title>{head}{listen}</head>'
        file = self.folder / "post.html"
        later = max(time.time(), file.stat().st_mtime + 1 if file.exists() else 0)
        file.write_text(f"{page}<body>{body}</body></html>", "utf-8")
        os.utime(file, (later, later))  # a browser that has a post of the same second would be answered: not modified
        self.page.goto(f"{self.address}/post.html")
        return self.page

    def with_element(self, attributes: str = "", body: str = "", head: str = "") -> Page:
        """Open a post with the element, and wait until it is there."""
        page = self.post(f"{body}{self.script}{self.element(attributes)}", head)
        page.wait_for_selector(f"{ELEMENT}[ready]")
        return page

    def heard(self, type: str) -> list[dict[str, object]]:
        """The details of every event of a type so far."""
        results: list[dict[str, object]] = self.page.evaluate(HEARD, type)
        return results

    def widget(self, nth: int = 0) -> Locator:
        """The element."""
        return self.page.locator(ELEMENT).nth(nth)

    def frame(self, nth: int = 0) -> FrameLocator:
        """What is in its frame, to look at."""
        return self.widget(nth).locator("iframe").content_frame

    def inside(self, nth: int = 0) -> Frame:
        """What is in its frame, to run a script in."""
        result = self.widget(nth).locator("iframe").element_handle().content_frame()
        assert result is not None
        return result

    def fits(self, nth: int = 0) -> bool:
        """Whether the frame is as high as what is in it, within two pixels."""
        content = self.inside(nth).evaluate("document.documentElement.getBoundingClientRect().height")
        frame = self.widget(nth).evaluate("one => one.getBoundingClientRect().height")
        return abs(float(frame) - float(content)) <= 2
