"""Open a page, touch the form, and read the times of what follows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

    from benchmarks.host import Host

__all__ = ["CLOCK", "FORM", "OFF", "PATIENCE", "Touched", "open_page", "touch", "warm"]

CLOCK = (Path(__file__).parent / "clock.mjs").read_text("utf-8")
FORM = "label:has([name=soreness][value='7'])"
PATIENCE = 180_000  # ms; a stock Pyodide on a slow link takes most of a minute
OFF = "37"  # an age, which is on no grid of prepared answers


class Touched(NamedTuple):
    """What one touch cost: milliseconds to the answer, and until Python was ready; kilobytes before the touch and after it.

    Python is ready when it has all that an answer needs and can be asked. Nothing where that was before the touch, or not yet.
    """

    answer: float
    ready: float | None
    before: float
    after: float


def open_page(context: BrowserContext, address: str, reading: float = 0) -> Page:
    """A page with a clock in it, loaded and read for some seconds: what it still does by itself has its time.

    The question stands in sight meanwhile: nobody touches what has not been there to be read, and to draw it is no answer's work.
    """
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.add_init_script(CLOCK)
    page.goto(address, wait_until="load")
    page.wait_for_function("() => bench.usable()")
    page.locator(FORM).scroll_into_view_if_needed()
    page.wait_for_timeout(reading * 1000)
    return page


def touch(page: Page, host: Host, *, off_grid: bool) -> Touched:
    """Touch the form for the first time and wait for the answer to what it then says."""
    begun = page.evaluate("() => (Date.now() - performance.now()) / 1000")
    if off_grid:
        page.evaluate("age => bench.slip(age)", OFF)
    page.locator(FORM).tap()
    page.wait_for_function("() => bench.answered !== undefined", polling=20)
    touched, answered, ready = page.evaluate("() => [bench.touched, bench.answered, bench.ready()]")
    at = begun + touched / 1000
    before, after = host.bytes_until(at, begun), host.bytes_until(begun + answered / 1000, at)
    while_waiting = ready is not None and touched < ready <= answered
    return Touched(answered - touched, ready - touched if while_waiting else None, before / 1000, after / 1000)


def warm(page: Page, times: int) -> list[float]:
    """Milliseconds from an event to the answer in the page, laid out, for so many different questions."""
    taken: list[float] = page.evaluate("times => bench.warm(times)", times)
    return taken
