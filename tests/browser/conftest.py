"""Knows what only the tests in a real browser need: a server that a test may stop, and a page with the calculator on it.

Must never know what a page says, or how the site is built and served: that is in tests/conftest.py.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import Files, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

    from tests.conftest import Server


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything here: it needs a real browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


class Brief(Files):
    """The same host, but it closes every connection: once it is stopped, it is gone."""

    protocol_version = "HTTP/1.0"


@pytest.fixture
def second_server(site: Path) -> Iterator[Server]:
    """The same site under another address, on a server that a test may stop."""
    with serving(site, Brief) as server:
        yield server


@pytest.fixture
def calculator(page: Page) -> Page:
    """The page of the calculator, with the script at work."""
    page.goto("/calculator/")
    page.wait_for_function("() => customElements.get('leg-day-calculator') !== undefined")
    return page
