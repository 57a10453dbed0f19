"""Knows how much memory the pages of the browser hold, as the kernel counts it: each shared page divided among its users.

Must never know what the pages do. Where the kernel does not tell, nothing is told.
"""

from __future__ import annotations

import contextlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

from bench.slow import renderers

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["megabytes"]

PART = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)


def megabytes(page: Page) -> float:
    """Megabytes (of a million bytes) of all pages together, litter collected; nought where nobody tells."""
    page.context.new_cdp_session(page).send("HeapProfiler.collectGarbage")
    total = 0
    for one in renderers():
        with contextlib.suppress(OSError):
            found = PART.search(Path(f"/proc/{one}/smaps_rollup").read_text("ascii"))
            total += int(found[1]) if found else 0
    return total * 1024 / 1e6
