"""Measure the memory that a page holds before and after its first answer, after a garbage collection.

It counts what the renderer processes hold for themselves (proportional set size, MB); the program's own file is left
out, because all processes share it and the kernel can take it back.
"""

from __future__ import annotations

import contextlib
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.cpu_quota import renderers
from benchmarks.raw_cdp import raw_browser
from benchmarks.visit import CLOCK, FORM, OFF

if TYPE_CHECKING:
    from benchmarks.raw_cdp import RawBrowser

__all__ = ["MemoryUse", "idle_memory", "memory_use"]

PARTS = re.compile(r"^Pss_(?:Anon|Shmem):\s+(\d+) kB", re.MULTILINE)
REST = 1.0  # seconds until a page has settled
TOUCH = f"""{{
  const label = document.querySelector("{FORM}");
  label.dispatchEvent(new PointerEvent("pointerdown", {{ bubbles: true }}));
  label.click();
}}"""


class MemoryUse(NamedTuple):
    """Megabytes of a million bytes, before the first touch and after the answer to it."""

    before: float
    after: float


def idle_memory(program: str, address: str) -> float:
    """What a page holds that nobody has touched."""
    with raw_browser(program) as browser:
        return _opened(browser, address)


def memory_use(program: str, address: str, *, off_grid: bool) -> MemoryUse:
    """What a page holds, in a browser of its own."""
    with raw_browser(program) as browser:
        before = _opened(browser, address)
        if off_grid:
            browser.run(f"bench.slip('{OFF}')")
        browser.run(TOUCH)
        browser.wait("bench.answered !== undefined")
        return MemoryUse(before, _settled(browser))


def _opened(browser: RawBrowser, address: str) -> float:
    browser.open(address)
    browser.wait("location.href !== 'about:blank' && document.readyState === 'complete'")
    browser.run(CLOCK)
    browser.wait("bench.usable()")
    return _settled(browser)


def _settled(browser: RawBrowser) -> float:
    time.sleep(REST)
    browser.collect()
    time.sleep(REST)
    return megabytes()


def megabytes() -> float:
    """All pages of all browsers that this process has started; nought where nobody tells."""
    total = 0
    for pid in renderers():
        with contextlib.suppress(OSError):
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
            total += sum(int(part) for part in PARTS.findall(rollup))
    return total * 1024 / 1e6
