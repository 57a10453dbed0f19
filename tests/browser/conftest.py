"""Fixtures of the browser tests: a server that a test may stop, the calculator's page, a blog at another origin."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import PATIENCE, Files, guard, serving
from tests.platforms.serving import host
from tests.support.blog_page import Blog

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext, Page

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


@pytest.fixture
def blog(context: BrowserContext, base_url: str, tmp_path: Path) -> Iterator[Blog]:
    """A page of another origin; nothing may go wrong on it, and it asks no third host."""
    heard = guard(context, base_url)
    with host(tmp_path) as address:
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        yield Blog(page, tmp_path, address, base_url, heard)
    expected = (
        f"another host: {address}/",
        "console.warning: unsupported: ",
    )  # the latter addresses the page's author
    wrong = [item for item in heard if not item.startswith(expected)]
    assert not wrong, "\n".join(wrong)
