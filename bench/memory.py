"""Knows how much memory a page holds before its first answer and after it, its litter collected and that of its workers, too.

Must never know whose page it is. It counts what the processes that run pages hold for themselves, as the kernel tells it; the
program's own file is left out, since all share it and the kernel takes it back when it likes.
"""

from __future__ import annotations

import contextlib
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bench.slow import renderers
from bench.unwatched import unwatched
from bench.visit import CLOCK, FORM, OFF

if TYPE_CHECKING:
    from bench.unwatched import Unwatched

__all__ = ["Held", "held", "untouched"]

PARTS = re.compile(r"^Pss_(?:Anon|Shmem):\s+(\d+) kB", re.MULTILINE)
REST = 1.0  # seconds until a page has settled
TOUCH = f"""{{
  const label = document.querySelector("{FORM}");
  label.dispatchEvent(new PointerEvent("pointerdown", {{ bubbles: true }}));
  label.click();
}}"""


class Held(NamedTuple):
    """Megabytes of a million bytes, before the first touch and after the answer to it."""

    before: float
    after: float


def untouched(program: str, address: str) -> float:
    """What a page holds that nobody has touched."""
    with unwatched(program) as browser:
        return _opened(browser, address)


def held(program: str, address: str, *, off_grid: bool) -> Held:
    """What a page holds, in a browser of its own."""
    with unwatched(program) as browser:
        before = _opened(browser, address)
        if off_grid:
            browser.run(f"bench.slip('{OFF}')")
        browser.run(TOUCH)
        browser.wait("bench.answered !== undefined")
        return Held(before, _settled(browser))


def _opened(browser: Unwatched, address: str) -> float:
    browser.open(address)
    browser.wait("location.href !== 'about:blank' && document.readyState === 'complete'")
    browser.run(CLOCK)
    browser.wait("bench.usable()")
    return _settled(browser)


def _settled(browser: Unwatched) -> float:
    time.sleep(REST)
    browser.collect()
    time.sleep(REST)
    return megabytes()


def megabytes() -> float:
    """All pages of all browsers that this process has started; nought where nobody tells."""
    total = 0
    for one in renderers():
        with contextlib.suppress(OSError):
            told = Path(f"/proc/{one}/smaps_rollup").read_text("ascii")
            total += sum(int(part) for part in PARTS.findall(told))
    return total * 1024 / 1e6
