"""Inspect a widget on somebody's page: its frame, its height, its colours, and an answer that changes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Frame, Locator, Page

EXACT = 2  # px between a frame's height and its content's
WAIT = 20  # seconds
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
FRAME = "iframe[src*='/embed/v1/']"
ANSWER = "[data-answer]"
QUESTION, DEFAULT, ALTERNATIVE = "select[name='goal']", "general_health", "fat_loss"
HEIGHTS = "frame => frame.clientHeight"
CONTENT = "() => document.documentElement.getBoundingClientRect().height"
SEEN = """frame => { const box = frame.getBoundingClientRect(), style = getComputedStyle(frame);
  return box.width > 200 && box.height > 100 && style.visibility === 'visible' && style.clip === 'auto'; }"""
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
INK = """() => { const paint = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  paint.fillStyle = getComputedStyle(document.body).color; paint.fillRect(0, 0, 1, 1);
  const [red, green, blue] = paint.getImageData(0, 0, 1, 1).data; return (red + green + blue) / 765; }"""


class WidgetView(NamedTuple):
    """A page in a browser, and the hosts that it may ask."""

    page: Page
    neighbours: set[str]

    def open(self, address: str) -> WidgetView:
        """Go to a page of a blog, which may then ask that blog's host."""
        self.neighbours.add(urlsplit(address).netloc)
        self.page.goto(address)
        return self

    def frame(self, nth: int = 0) -> Locator:
        """The frame of a widget, in a shadow root too."""
        return self.page.locator(FRAME).nth(nth)

    def inside(self, nth: int = 0) -> Frame:
        """The document in a frame."""
        self.frame(nth).scroll_into_view_if_needed()
        handle = self.frame(nth).element_handle()
        document = handle.content_frame()
        assert document is not None
        document.wait_for_selector(ANSWER)
        return document

    def sees_the_frame(self, nth: int = 0) -> None:
        """The frame is there for a reader: not hidden, not clipped, not empty."""
        self.inside(nth)
        until(lambda: bool(self.frame(nth).evaluate(SEEN)), "the frame stays hidden")

    def fits_exactly(self, nth: int = 0) -> None:
        """The frame is as high as what is in it."""
        inside, frame = self.inside(nth), self.frame(nth)

        def difference() -> float:
            return float(frame.evaluate(HEIGHTS)) - float(inside.evaluate(CONTENT))

        until(lambda: abs(difference()) <= EXACT, lambda: f"{difference():+.1f} px off, {self.page.viewport_size}")

    def never_scrolls_sideways(self) -> None:
        """The page is no wider than the window."""
        until(lambda: self.page.evaluate(WIDER) <= 0, lambda: f"{self.page.evaluate(WIDER)} px too wide")

    def answers(self, nth: int = 0) -> None:
        """Another choice brings another answer."""
        inside = self.inside(nth)
        before = answer_text(inside)
        choose(inside)
        until(lambda: answer_text(inside) not in {before, ""}, "the answer stays the same")

    def is_dark(self, nth: int = 0) -> bool:
        """Whether the words in the frame are light."""
        return float(self.inside(nth).evaluate(INK)) > 0.5

    def works(self, *, exact: bool = True) -> None:
        """Everything that holds on every platform, at a desk and on a phone."""
        for size in (DESK, PHONE):
            self.page.set_viewport_size(size)  # type: ignore[arg-type]
            self.sees_the_frame()
            if exact:
                self.fits_exactly()
            self.never_scrolls_sideways()
        self.answers()
        if exact:
            self.fits_exactly()


def answer_text(inside: Frame) -> str:
    """The text of the answer."""
    return inside.locator(ANSWER).first.inner_text().strip()


def choose(inside: Frame) -> None:
    """Turn from the usual answer of a question to another, or back."""
    question = inside.locator(QUESTION)
    question.select_option(ALTERNATIVE if question.input_value() != ALTERNATIVE else DEFAULT)


def until(true: Callable[[], bool], otherwise: str | Callable[[], str]) -> None:
    """Poll until a condition holds that no event announces."""
    end = time.monotonic() + WAIT
    while not true():
        assert time.monotonic() < end, otherwise if isinstance(otherwise, str) else otherwise()
        time.sleep(0.05)
