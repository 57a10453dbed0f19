"""Waiting for what the browser reports to Python, where Playwright has no wait of its own."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

STEP = 50  # milliseconds
PATIENCE = 15  # seconds


def wait_until(page: Page, condition: Callable[[], object]) -> None:
    """Let the browser's events arrive until the condition holds, or fail after 15 seconds."""
    limit = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < limit, "waited 15 seconds in vain"
        page.wait_for_timeout(STEP)
