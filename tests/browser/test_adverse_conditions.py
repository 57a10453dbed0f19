"""The calculator when connections break, tabs are hidden, disks are full or a new version is deployed.

Each case ends with a right answer or a clear message, never with a wrong answer.
"""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from benchmarks.host import Host, hosting
from benchmarks.network_link import UNLIMITED, Speed
from builder.pyodide import frozen
from tests.conftest import PATIENCE
from tests.support import site_damage
from tests.support.calculator_page import GRID, OFF_GRID, OTHER, ask, keeps_previous_answer, shows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

PYTHON = "python/"
STARTED = "() => performance.getEntriesByName('python-ready').length > 0"
KEPT = """() => caches.keys().then(async ([name]) => {
  const kept = (await (await caches.open(name)).keys()).map((request) => request.url);
  return ["core-", "image-", "manifest-"].every((file) => kept.some((url) => url.includes(`/python/${file}`)));
})"""


@pytest.fixture
def host(site: Path, tmp_path: Path) -> Iterator[Host]:
    """The site on a copy that a test may change, over a link that it may slow down or cut."""
    shutil.copytree(site, tmp_path / "site")
    with hosting(tmp_path / "site", tmp_path / "pressed") as served:
        yield served


@pytest.fixture
def visitor(browser: Browser, host: Host) -> Iterator[BrowserContext]:
    """A reader who has never been there."""
    context = browser.new_context(base_url=host.address)
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


def under_way(page: Page, host: Host, kilobytes: int = 200) -> None:
    """Wait until a part of Python has come, and not all of it."""
    for _ in range(200):
        if sum(size for _, path, size in host.sent if PYTHON in path) > kilobytes * 1000:
            return
        page.wait_for_timeout(50)
    pytest.fail("Python was never asked for")


def test_broken_connection_is_reported_and_retried(visitor: BrowserContext, host: Host) -> None:
    page = visitor.new_page()
    host.link.speed = Speed(megabits=8)
    ask(page, OFF_GRID)
    under_way(page, host)
    host.down = True
    visitor.set_offline(True)
    keeps_previous_answer(page, "", "offline")
    host.down, host.link.speed = False, UNLIMITED
    visitor.set_offline(False)
    page.get_by_role("button", name="Try again").click()
    shows(page, OFF_GRID)


def test_a_slow_line_is_reported_can_be_left_and_taken_up_again(visitor: BrowserContext, host: Host) -> None:
    page = visitor.new_page()
    host.link.speed = Speed(megabits=4, round_trip=100)
    ask(page, OFF_GRID)
    expect(page.locator("[data-status]")).to_contain_text("Still working")
    page.get_by_role("button", name="Stop waiting").click()
    expect(page.locator("[data-status]")).to_be_empty()
    host.link.speed = UNLIMITED
    page.get_by_role("button", name="Show my answer").click()
    shows(page, OFF_GRID)


@pytest.mark.only_browser("chromium")  # without a window the others call every tab seen
def test_a_hidden_tab_answers_when_it_is_seen_again(visitor: BrowserContext) -> None:
    page = visitor.new_page()
    life = visitor.new_cdp_session(page)
    ask(page, OFF_GRID)
    visitor.new_page().bring_to_front()
    life.send("Page.setWebLifecycleState", {"state": "frozen"})
    page.wait_for_timeout(1_500)
    life.send("Page.setWebLifecycleState", {"state": "active"})
    page.bring_to_front()
    shows(page, OFF_GRID)


def test_two_tabs_get_each_their_own_answer(visitor: BrowserContext) -> None:
    first, second = visitor.new_page(), visitor.new_page()
    ask(first, OFF_GRID)
    ask(second, OTHER)
    shows(second, OTHER)
    shows(first, OFF_GRID)
    second.close()
    first.get_by_role("radio", name="7", exact=True).check()
    first.get_by_role("radio", name="2", exact=True).check()
    shows(first, OFF_GRID.replace("soreness=7", "soreness=2"))


@pytest.mark.only_browser("chromium")  # tests/browser/test_other_browsers.py has a way for the others
@pytest.mark.parametrize("query", [GRID, OFF_GRID])
def test_a_full_disk_costs_nobody_an_answer(visitor: BrowserContext, host: Host, query: str) -> None:
    page = visitor.new_page()
    origin = host.address.rstrip("/")
    visitor.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1})
    ask(page, query)
    shows(page, query)
    page.reload()
    shows(page, query)


@pytest.mark.sampled(2)
@pytest.mark.parametrize("query", [GRID, OFF_GRID])
@pytest.mark.parametrize("worker", ["allow", "block"])
def test_a_new_version_under_an_open_page(browser: Browser, host: Host, query: str, worker: str) -> None:
    context = browser.new_context(base_url=host.address, service_workers="allow" if worker == "allow" else "block")
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto("/calculator/")
    page.wait_for_function("() => customElements.get('leg-day-calculator') !== undefined")
    site_damage.deploy_new_version(host.shelf.folder)
    page.evaluate("query => { location.hash = `?${query}`; }", query)
    answer_or_word(page, query)
    page.goto("/")
    ask(page, query)
    shows(page, query)
    context.close()


@pytest.mark.skipif(not frozen.ENABLED, reason="the frozen runtime is switched off")
def test_python_starts_on_demand_and_is_cached(visitor: BrowserContext) -> None:
    page = visitor.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/calculator/")
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    page.wait_for_timeout(1_000)
    assert not [url for url in asked if PYTHON in url]
    assert not page.evaluate(STARTED)
    ask(page, OFF_GRID)
    shows(page, OFF_GRID)
    page.wait_for_function(KEPT)


def answer_or_word(page: Page, query: str) -> None:
    """Wait until one of them stands there; the one must be right, the other must say what stands there instead."""
    done = page.locator("leg-day-calculator").filter(
        has=page.locator("[data-retry], [data-answer]:not([aria-busy]) [data-query]:not([data-query=''])")
    )
    expect(done.first).to_be_visible()
    if page.locator("[data-status]").get_by_role("button").count():
        keeps_previous_answer(page, "", "did not start")
    else:
        shows(page, query)


def test_no_word_about_trouble_names_a_machine(page: Page) -> None:
    page.goto("/calculator/")
    words = page.locator("template[data-state]").evaluate_all("all => all.map(one => one.innerHTML).join(' ')")
    assert not re.search(r"Error|undefined|wasm|\bHTTP\b|404", words)
