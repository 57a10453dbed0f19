"""The calculator without Python, without WebAssembly, without JavaScript, without a network."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from calculator.answer import builder as answer_builder
from tests.support.calculator_page import GRID, OFF_GRID, ask, keeps_previous_answer, shows, without_frozen_runtime

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

    from tests.conftest import Server


def answered(page: Page) -> None:
    """The answer that the build has written stands on the page."""
    expect(page.locator("[data-answer] [data-headline]")).to_have_text(answer_builder.answer("")["headline"])


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    "missing", ["worker-*.js", "manifest-*.json", "pyodide-*.js", "engine-*.wasm", "python_stdlib*"]
)
def test_a_missing_file_is_reported_with_a_way_on(page: Page, problems: list[str], missing: str) -> None:
    without_frozen_runtime(page)
    page.context.route(f"**/{missing}", lambda route: route.fulfill(status=404, body=""))
    page.clock.install()
    ask(page, OFF_GRID)
    page.clock.fast_forward(1_000)
    page.wait_for_timeout(1_500)
    page.clock.fast_forward(60_000)
    keeps_previous_answer(page, "", "did not start")
    expect(page.get_by_role("status")).to_contain_text("did not start")
    page.context.unroute(f"**/{missing}")
    page.get_by_role("button", name="Try again").click()
    page.clock.run_for(1_000)
    shows(page, OFF_GRID)
    problems.clear()


def test_a_worker_whose_script_is_lost_on_its_way_is_made_again(page: Page) -> None:
    held: list[Route] = []
    page.context.route("**/worker-*.js", lambda route: held.append(route))  # noqa: PLW0108 - it sets names on it
    with page.expect_request("**/worker-*.js"):
        page.goto("/calculator/")
    ask(page, OFF_GRID)
    shows(page, OFF_GRID)
    assert len(held) == 1


def test_late_python_is_slow_then_failed_then_wins(page: Page, problems: list[str]) -> None:
    held: list[Route] = []
    page.context.route("**/*.wasm", lambda route: held.append(route))  # noqa: PLW0108 - it sets names on it
    page.clock.install()
    ask(page, OFF_GRID)
    page.clock.fast_forward(1_000)
    expect(page.locator("[data-status]")).to_contain_text("Working out")
    page.clock.fast_forward(5_000)
    expect(page.locator("[data-status]")).to_contain_text("Still working")
    page.clock.fast_forward(60_000)
    keeps_previous_answer(page, "", "did not start")
    page.context.unroute("**/*.wasm")  # which lets go of what it held
    shows(page, OFF_GRID)
    problems.clear()


def test_waiting_can_be_stopped(page: Page, problems: list[str]) -> None:
    page.context.route("**/*.wasm", lambda _: None)
    page.clock.install()
    ask(page, OFF_GRID)
    page.clock.fast_forward(1_000)
    page.clock.fast_forward(5_000)
    page.get_by_role("button", name="Stop waiting").click()
    expect(page.locator("[data-status]")).to_be_empty()
    answered(page)
    problems.clear()


def test_no_webassembly_gives_prebuilt_answer_or_message(page: Page) -> None:
    page.add_init_script("delete globalThis.WebAssembly")
    page.goto("/calculator/")
    page.get_by_role("radio", name="7", exact=True).check()
    shows(page, GRID)
    say_an_age(page)
    keeps_previous_answer(page, GRID, "cannot work out this answer")
    expect(page.locator("[data-status]").get_by_role("link")).to_have_attribute("href", "../timing/")


def say_an_age(page: Page) -> None:
    """Answer a question that no prebuilt answer is about."""
    page.locator("summary", has_text="About you").click()
    page.get_by_role("textbox", name="Your age").fill("37")


@pytest.mark.parametrize("query", [GRID, OFF_GRID])
def test_prebuilt_answers_under_policy_without_webassembly(page: Page, problems: list[str], query: str) -> None:
    def forbid(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("'wasm-unsafe-eval'", ""))

    page.context.route("**/calculator/", forbid)
    page.context.route("**/worker-*.js", held_to_policy)
    page.clock.install()
    ask(page, query)
    page.clock.fast_forward(1_000)
    page.wait_for_timeout(1_500)
    page.clock.fast_forward(60_000)
    if query == GRID:
        shows(page, query)
    else:
        keeps_previous_answer(page, "", "did not start")
    problems.clear()


def held_to_policy(route: Route) -> None:
    """A worker obeys the policy that comes with its own file."""
    answer = route.fetch()
    policy = "default-src 'self'; script-src 'self'"
    route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})


@pytest.mark.skip_browser("firefox")  # Playwright takes its scripts away, but not what style sheets ask about them
def test_without_javascript_there_is_an_answer_and_the_guide(browser: Browser, base_url: str) -> None:
    page = browser.new_page(java_script_enabled=False, base_url=base_url)
    page.goto("/calculator/")
    answered(page)
    expect(page.get_by_text("The calculator needs JavaScript").last).to_be_visible()
    expect(page.get_by_role("button", name="Show my answer")).to_be_hidden()
    page.close()


def test_a_form_whose_script_is_missing_sends_nothing(page: Page, problems: list[str]) -> None:
    page.context.route("**/index-*.js", lambda route: route.fulfill(status=404, body=""))
    page.goto("/calculator/")
    page.get_by_label("Hours since your leg session ended", exact=True).press("Enter")
    assert page.url.endswith("/calculator/")
    answered(page)
    problems.clear()


def test_a_reader_who_saves_data_starts_python_with_the_button(page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/calculator/")
    page.get_by_role("radio", name="7", exact=True).check()
    shows(page, GRID)
    say_an_age(page)
    keeps_previous_answer(page, GRID, "Data saver")
    page.wait_for_timeout(1000)
    assert not [url for url in asked if "/python/" in url]
    page.get_by_role("button", name="Show my answer").click()
    shows(page, OFF_GRID)


def test_after_one_visit_everything_works_offline(browser: Browser, second_server: Server) -> None:
    context = browser.new_context(base_url=f"http://127.0.0.1:{second_server.server_port}")
    page = context.new_page()
    page.set_default_timeout(30_000)
    page.goto("/calculator/")
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    page.get_by_role("radio", name="7", exact=True).check()
    expect(page.locator("[data-query='soreness=7']")).to_be_attached()
    page.wait_for_function(
        "() => caches.keys().then(async ([name]) => (await (await caches.open(name)).keys())"
        ".some(request => request.url.endsWith('.wasm')))"
    )
    page.wait_for_timeout(1_000)
    second_server.shutdown()
    second_server.server_close()
    page.goto("/calculator/#?soreness=9")
    page.reload()
    expect(page.locator("[data-query='soreness=9']")).to_be_attached()
    page.goto("/calculator/#?soreness=3")
    page.locator("[data-query='soreness=3'] [data-start-session]").click()
    player = page.locator("dialog.player")
    expect(player.locator("[data-clock]")).to_have_text(re.compile(r"\d+:\d\d"))
    expect(player).to_have_css("position", "fixed")
    player.get_by_role("button", name="Skip").click()
    player.get_by_role("button", name="End", exact=True).click()
    expect(player.get_by_role("heading", name="Session done")).to_be_focused()
    page.goto("/safety/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.goto("/no-such-page/")
    expect(page.get_by_role("heading", level=1)).to_have_text("You are offline")
    context.close()
