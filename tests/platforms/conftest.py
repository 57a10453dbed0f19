"""Fixtures of the tests on real platforms.

widget      the address of the widget's site          parts    the ready-made integrations, as the site serves them
view        a page whose guard allows the widget's site and the hosts in `neighbours`
saw         saw("Hugo", "shortcode", "ok") adds a line to the table that ends the run
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import PATIENCE, ROOT, guard
from tests.platforms.widget_view import WidgetView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import BrowserContext, Page

    from tests.conftest import XdistWorker

TABLES = ROOT / ".cache" / "platforms"
HEAD = "| platform | way | seen |\n| --- | --- | --- |\n"
ROWS = pytest.StashKey[list[tuple[str, str, str]]]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything here: it needs a real browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def widget(base_url: str) -> str:
    """Where the widget is served: another site to the browser than the blogs at localhost."""
    return base_url


@pytest.fixture(scope="session")
def parts(site: Path) -> Path:
    """The folder of the ready-made parts, filled in by the build."""
    return site / "integrations"


@pytest.fixture
def neighbours() -> set[str]:
    """The blog hosts, such as localhost:8090, that a test visits."""
    return set()


@pytest.fixture
def problems(context: BrowserContext, base_url: str, neighbours: set[str]) -> Iterator[list[str]]:
    """What the guard heard; nothing may be left when the test ends."""
    messages = guard(context, base_url, neighbours)
    yield messages
    assert not messages, "\n".join(messages)


@pytest.fixture
def view(page: Page, neighbours: set[str]) -> WidgetView:
    """A page of a blog, read by a guarded reader."""
    page.set_default_timeout(PATIENCE)
    return WidgetView(page, neighbours)


@pytest.fixture
def saw(request: pytest.FixtureRequest) -> Callable[[str, str, str], None]:
    """Adds a line to the table of results."""
    rows = request.config.stash.setdefault(ROWS, [])

    def add(platform: str, way: str, seen: str) -> None:
        rows.append((platform, way, seen))

    return add


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand the lines of a worker of xdist to the process that prints them."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["platform_rows"] = session.config.stash.get(ROWS, [])


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: XdistWorker) -> None:
    """Take the lines of a worker."""
    rows = getattr(node, "workeroutput", {}).get("platform_rows", [])
    node.config.stash.setdefault(ROWS, []).extend(tuple(row) for row in rows)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the table, and keep it beside the platforms."""
    rows = config.stash.get(ROWS, [])
    if rows:
        lines = "".join(f"| {' | '.join(row)} |\n" for row in sorted(rows))
        TABLES.mkdir(parents=True, exist_ok=True)
        browsers = config.getoption("--browser") or ["chromium"]
        (TABLES / f"results-{'-'.join(browsers)}.md").write_text(HEAD + lines, "utf-8")
        terminalreporter.section("the widget on real platforms")
        terminalreporter.write(HEAD + lines)
