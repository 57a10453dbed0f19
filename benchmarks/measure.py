"""Measure one competitor once: a fresh browser context, a first visit, and a later one where it is wanted."""

from __future__ import annotations

import contextlib
import statistics
import time
from typing import TYPE_CHECKING

from benchmarks import network_link, visit
from benchmarks.cpu_quota import slowed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext

    from benchmarks.competitors import Competitor
    from benchmarks.host import Host
    from benchmarks.profiles import Profile

__all__ = ["Figures", "measure"]

WARM = 40  # answers in a row, of which the first few still warm up
COLD = 5
REST = 1.0  # seconds until a page has settled
STORED = """() => caches.keys().then(async (names) => {
  const sizes = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
  const sum = sizes.reduce((a, b) => a + b, 0), same = sum > 0 && sum === globalThis.stored;
  globalThis.stored = sum;
  return same;
})"""


# What one run found, in milliseconds, kilobytes and megabytes: answer, ready, before, after, warm, warm_late, memory, added.
# `memory` is over an empty page, `added` over the same page before the touch.
type Figures = dict[str, float]


@contextlib.contextmanager
def fresh(browser: Browser) -> Iterator[BrowserContext]:
    """A phone that has never been here."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, locale="en-GB")
    try:
        yield context
    finally:
        context.close()


def measure(browser: Browser, host: Host, who: Competitor, profile: Profile, *, deep: bool) -> Figures:
    """One contender in one profile; later answers, too, where so much is asked."""
    with fresh(browser) as context:
        if who.again:
            first_visit(context, host, who)
        host.link.speed, host.down = profile.speed, who.offline
        try:
            with slowed(profile.slower):
                return second_half(context, host, who, profile, deep=deep)
        finally:
            host.link.speed, host.down = network_link.UNLIMITED, False


def second_half(context: BrowserContext, host: Host, who: Competitor, profile: Profile, *, deep: bool) -> Figures:
    """The visit that counts."""
    page = visit.open_page(context, host.address + who.page, profile.reading)
    touched = visit.touch(page, host, off_grid=who.off_grid)
    figures: Figures = {"answer": touched.answer, "before": touched.before, "after": touched.after}
    if touched.ready is not None:
        figures["ready"] = touched.ready
    if deep:
        taken = sorted(visit.warm(page, WARM)[COLD:])
        figures |= {"warm": statistics.median(taken), "warm_late": taken[int(len(taken) * 0.95)]}
    return figures


def first_visit(context: BrowserContext, host: Host, who: Competitor) -> None:
    """Be here once, until the service worker has stored what it wants."""
    page = visit.open_page(context, host.address + who.page)
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    visit.touch(page, host, off_grid=True)
    time.sleep(REST)
    page.wait_for_function(STORED, polling=500)
    page.close()
