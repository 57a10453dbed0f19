"""A verdict (chip, coloured card) is on the calculator's page only while it answers the form as it is, filled in by the reader.

Before the first answer, while an answer is owed, and after a failure there is a neutral label and no colour.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from calculator.answer import builder as answer_builder
from tests.support.calculator_page import GRID, OFF_GRID, without_frozen_runtime
from tests.support.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page, Route

VERDICT = "leg-day-calculator [data-verdict]"
FRONT = "leg-day-calculator [data-preview]"
PYTHON = "**/python/**"
ANSWERS = "**/pack/*"
NO_COLOUR = "rgba(0, 0, 0, 0)"


def no_verdict(page: Page) -> None:
    """Neither a chip with an outcome nor its colour is on the page."""
    expect(page.locator(VERDICT)).to_have_count(0)
    expect(page.locator("leg-day-calculator .verdict")).to_have_css("background-color", NO_COLOUR)


def verdict(page: Page, query: str) -> None:
    """The verdict stands in the bar and on the card, for this query."""
    canonical = answer_builder.answer(query)["query"]
    expect(page.locator("[data-answer] [data-query]")).to_have_attribute("data-query", canonical)
    expect(page.locator(VERDICT)).to_have_count(2)
    expect(page.locator("leg-day-calculator .verdict")).not_to_have_css("background-color", NO_COLOUR)


def soreness(page: Page, value: int) -> None:
    page.get_by_role("radio", name=str(value), exact=True).check()


def an_age(page: Page) -> None:
    """Answer a question that no prebuilt answer is about."""
    page.locator("summary", has_text="About you").click()
    page.get_by_role("textbox", name="Your age").fill("37")


@pytest.mark.parametrize("path", ["/", "/calculator/", "/calculator/rowing/"])
def test_example_without_verdict_before_first_answer(page: Page, path: str) -> None:
    page.goto(path, wait_until="networkidle")
    no_verdict(page)
    expect(page.locator("[data-answer]").get_by_text("Example", exact=True)).to_be_visible()
    expect(page.locator(FRONT)).to_be_empty()


def test_the_first_answer_brings_the_verdict(calculator: Page) -> None:
    soreness(calculator, 7)
    verdict(calculator, GRID)
    expect(calculator.locator(FRONT)).to_have_text(str(calculator.locator(VERDICT).last.text_content()).strip())


def test_the_button_asks_for_the_form_as_it_is(calculator: Page) -> None:
    calculator.get_by_role("button", name="Show my answer").click()
    verdict(calculator, "")


@pytest.mark.parametrize("first", ["", GRID])
def test_pending_answer_hides_verdict(page: Page, first: str) -> None:
    page.context.route(PYTHON, lambda _: None)
    page.goto(f"/calculator/#?{first}" if first else "/calculator/")
    if first:
        verdict(page, first)
    an_age(page)
    no_verdict(page)
    expect(page.locator(FRONT)).to_have_text("Working …")
    expect(page.locator("[data-answer] .verdict")).to_contain_text("Previous answer" if first else "Example")
    expect(page.get_by_role("button", name="Start", exact=True)).to_be_hidden()
    expect(page.get_by_text("Save or share this session")).to_be_hidden()


def test_a_session_does_not_start_when_another_answer_is_owed_by_then(page: Page) -> None:
    held: list[Route] = []
    page.context.route("**/session-player-*.js", lambda route: held.append(route))  # noqa: PLW0108 - it sets names on it
    page.context.route(PYTHON, lambda _: None)
    page.goto(f"/calculator/#?{GRID}")
    verdict(page, GRID)
    page.get_by_role("button", name="Start", exact=True).click()
    wait_until(page, lambda: held)
    page.locator("summary", has_text="Any warning sign right now?").click()
    page.locator("[value=chest_pain]").check()
    held[0].continue_()
    page.wait_for_function("() => [...document.styleSheets].some(sheet => sheet.href?.includes('session-player'))")
    page.evaluate("new Promise(done => setTimeout(done))")  # by then it has gone on
    expect(page.locator("dialog")).to_have_count(0)


def test_a_misspelt_sign_of_a_link_is_not_lost_by_a_change_elsewhere(page: Page) -> None:
    held: list[Route] = []
    page.context.route("**/manifest-*.json", lambda route: held.append(route))  # noqa: PLW0108 - it sets names on it
    page.goto("/calculator/#?red_flag=chest_pain&leg_effort=sever")
    soreness(page, 7)  # before anybody could say what is wrong
    wait_until(page, lambda: held)
    page.context.unroute("**/manifest-*.json")  # which lets go of what it held
    problems = page.locator("[data-answer] a[data-problem]")
    expect(problems).to_have_count(2)
    soreness(page, 2)
    page.locator("[name=leg_effort][value=light]").check()
    expect(problems).to_have_count(1)
    expect(page.locator(VERDICT)).to_have_count(0)
    problems.click()
    page.locator("[value=fever]").check()
    expect(page.locator("[data-answer] [data-query]")).to_have_attribute(
        "data-query", answer_builder.answer("soreness=2&leg_effort=light&red_flags=fever")["query"]
    )


def test_a_verdict_is_gone_in_the_same_instant(calculator: Page) -> None:
    soreness(calculator, 7)
    verdict(calculator, GRID)
    left = calculator.evaluate(
        """() => {
            document.querySelector("[name=soreness][value='2']").click();
            return document.querySelectorAll("leg-day-calculator [data-verdict]").length;
        }"""
    )
    assert left == 0
    verdict(calculator, "soreness=2")


def blocked(page: Page) -> None:
    page.context.route(PYTHON, lambda route: route.fulfill(status=404, body=""))
    page.clock.install()


def offline(page: Page) -> None:
    blocked(page)
    page.add_init_script("Object.defineProperty(navigator, 'onLine', { value: false })")


def late(page: Page) -> None:
    page.context.route(PYTHON, lambda _: None)
    page.clock.install()


def saver(page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    page.clock.install()


def unsupported(page: Page) -> None:
    page.add_init_script("delete globalThis.WebAssembly")
    page.clock.install()


@pytest.mark.parametrize("fault", [blocked, offline, late, saver, unsupported])
def test_after_a_failure_no_verdict_stands_and_a_way_on_does(
    page: Page, problems: list[str], fault: Callable[[Page], None]
) -> None:
    without_frozen_runtime(page)
    fault(page)
    page.goto(f"/calculator/#?{GRID}")
    page.clock.run_for(1_000)
    verdict(page, GRID)
    an_age(page)
    page.clock.run_for(1_000)
    page.wait_for_timeout(1_000)
    page.clock.fast_forward(60_000)
    expect(page.locator("[data-status] .state:not(.state--busy)")).to_be_visible()
    no_verdict(page)
    expect(page.locator(FRONT)).to_have_text("No answer yet")
    expect(page.locator("[data-answer] .verdict")).to_contain_text("Previous answer")
    problems.clear()


def test_a_press_on_the_button_leads_to_the_failure(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.add_init_script("delete globalThis.WebAssembly")
    page.goto(f"/calculator/#?{OFF_GRID}")
    page.get_by_role("button", name="Show my answer").click()
    expect(page.locator("[data-status] strong")).to_be_in_viewport()
    no_verdict(page)


def test_stopping_to_wait_leaves_no_verdict(page: Page, problems: list[str]) -> None:
    page.context.route(PYTHON, lambda _: None)
    page.clock.install()
    page.goto(f"/calculator/#?{GRID}")
    page.clock.run_for(1_000)
    verdict(page, GRID)
    an_age(page)
    page.clock.run_for(1_000)
    page.clock.fast_forward(5_000)
    page.get_by_role("button", name="Stop waiting").click()
    no_verdict(page)
    expect(page.locator(FRONT)).to_have_text("No answer yet")
    problems.clear()


def test_a_form_that_the_browser_restores_is_asked(page: Page, problems: list[str]) -> None:
    page.context.route(ANSWERS, lambda route: route.abort())
    page.context.route(PYTHON, lambda _: None)
    page.goto("/calculator/")
    soreness(page, 7)
    page.goto("/safety/")
    page.context.unroute(ANSWERS)
    page.evaluate("history.back()")
    expect(page.get_by_role("radio", name="7", exact=True)).to_be_checked()
    verdict(page, GRID)
    problems.clear()


@pytest.mark.parametrize("persisted", ["true", "false"])
def test_silent_form_change_is_answered_on_return(calculator: Page, persisted: str) -> None:
    calculator.wait_for_load_state("load")
    calculator.evaluate(
        f"""() => {{
            document.querySelector("[name=soreness][value='7']").checked = true;
            dispatchEvent(new PageTransitionEvent("pageshow", {{ persisted: {persisted} }}));
        }}"""
    )
    verdict(calculator, GRID)


def test_what_was_answered_before_the_script_came_is_asked(page: Page) -> None:
    held: list[Route] = []
    page.context.route("**/index-*.js", lambda route: held.append(route))  # noqa: PLW0108 - it sets names on it
    page.goto("/calculator/", wait_until="commit")
    soreness(page, 7)
    no_verdict(page)
    expect(page.get_by_role("button", name="Show my answer")).to_be_hidden()
    wait_until(page, lambda: held)  # a reader can touch the form before the browser asks for its script
    held[0].continue_()
    verdict(page, GRID)
    expect(page.get_by_role("button", name="Show my answer")).to_be_visible()


def test_missing_script_is_reported(page: Page, problems: list[str]) -> None:
    page.context.route("**/index-*.js", lambda route: route.fulfill(status=404, body=""))
    page.goto("/calculator/")
    soreness(page, 7)
    expect(page.get_by_text("The calculator has not started yet.")).to_be_visible()
    expect(page.get_by_role("button", name="Show my answer")).to_be_hidden()
    no_verdict(page)
    problems.clear()


def test_start_again_leads_back_to_the_example(calculator: Page) -> None:
    soreness(calculator, 7)
    verdict(calculator, GRID)
    calculator.get_by_role("button", name="Start again").click()
    expect(calculator.locator("[data-query='']")).to_be_attached()
    no_verdict(calculator)
    assert "#" not in calculator.url
    calculator.reload(wait_until="networkidle")
    no_verdict(calculator)


def test_what_is_preserved_on_the_device_is_no_answer_of_today(page: Page) -> None:
    page.add_init_script("if (location.host) localStorage.setItem('leg-day-kept', 'age=47')")
    page.goto("/calculator/")
    expect(page.locator("[data-query*='age=47']")).to_be_attached()
    no_verdict(page)
    soreness(page, 7)
    verdict(page, "soreness=7&age=47")


def test_a_link_is_an_answer_and_an_empty_one_is_none(page: Page) -> None:
    for address in ("/calculator/#?", "/calculator/?utm_source=x"):
        page.goto(address, wait_until="networkidle")
        no_verdict(page)
    page.goto("about:blank")
    page.goto(f"/calculator/#?{GRID}")
    verdict(page, GRID)


def test_the_verdict_is_announced_with_the_headline(calculator: Page) -> None:
    soreness(calculator, 7)
    verdict(calculator, GRID)
    words = str(calculator.locator(VERDICT).last.text_content()).strip()
    expect(calculator.get_by_role("status")).to_have_text(f"{words}. {answer_builder.answer(GRID)['headline']}")


def test_the_whole_answer_is_there_for_a_screen_reader(calculator: Page) -> None:
    soreness(calculator, 7)
    verdict(calculator, GRID)
    late = """all => all.filter(one => getComputedStyle(one).contentVisibility === "auto").map(one => one.className)"""
    assert calculator.locator("leg-day-calculator *").evaluate_all(late) == []


@pytest.mark.skip_browser("firefox")  # Playwright takes its scripts away, but not what style sheets ask about them
def test_without_javascript_there_is_an_example_and_no_verdict(browser: Browser, base_url: str) -> None:
    page = browser.new_page(java_script_enabled=False, base_url=base_url)
    page.goto("/calculator/")
    no_verdict(page)
    expect(page.locator("[data-answer]").get_by_text("Example", exact=True)).to_be_visible()
    expect(page.get_by_text("The answer below is an example").last).to_be_visible()
    expect(page.get_by_text("Any warning sign right now?")).to_be_visible()
    expect(page.get_by_label("Hours since your leg session ended", exact=True)).to_be_hidden()
    page.close()
