"""The calculator in a browser: what a reader does, and what the page then shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import yaml
from playwright.sync_api import expect

import app
from calculator.answer import builder as answer_builder
from tests.support.paths import DATA

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

CASES: list[dict[str, str]] = yaml.safe_load((DATA / "reader_cases.yaml").read_text("utf-8"))


def headline(page: Page) -> Locator:
    return page.locator("[data-answer] [data-headline]")


def says(query: str) -> str:
    return answer_builder.answer(query)["headline"]


def test_the_answer_follows_the_answers(calculator: Page) -> None:
    expect(headline(calculator)).to_have_text(says(""))
    calculator.get_by_role("radio", name="Very hard").check()
    expect(calculator.locator("[data-query='leg_effort=very_hard']")).to_be_attached()
    calculator.get_by_role("radio", name="8", exact=True).check()
    expect(headline(calculator)).to_have_text(says("leg_effort=very_hard&soreness=8"))
    assert calculator.url.endswith("#?leg_effort=very_hard&soreness=8")


def test_prefetch_before_first_input_and_python_after_answer(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with page.expect_request("**/pack/*"):
        page.goto("/calculator/")
    page.wait_for_load_state("networkidle")
    page.get_by_label("Hours since your leg session ended", exact=True).focus()
    page.wait_for_timeout(500)
    assert not [url for url in asked if "/python/" in url]
    assert len([url for url in asked if "/worker-" in url]) == 1
    before = len(asked)
    with page.expect_request("**/*.wasm"):
        page.get_by_role("radio", name="7", exact=True).check()
    expect(headline(page)).to_have_text(says("soreness=7"))
    assert "/pack/" not in "".join(asked[before:])
    assert len([url for url in asked if "/pack/" in url or "/worker-" in url]) == 2


@pytest.mark.parametrize("connection", ["{ saveData: true }", "{ effectiveType: '2g' }"])
def test_nothing_comes_ahead_over_a_line_that_should_be_spared(page: Page, connection: str) -> None:
    page.add_init_script(f"Object.defineProperty(navigator, 'connection', {{ value: {connection} }})")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/calculator/", wait_until="networkidle")
    page.wait_for_timeout(500)
    assert not [url for url in asked if "/pack/" in url or "/worker-" in url]
    page.get_by_role("radio", name="7", exact=True).check()
    expect(headline(page)).to_have_text(says("soreness=7"))
    page.wait_for_timeout(500)
    assert len([url for url in asked if "/pack/" in url]) == 1
    assert not [url for url in asked if "/python/" in url]


def test_nothing_comes_ahead_before_the_form_is_near(page: Page) -> None:
    page.add_init_script(
        """new MutationObserver(() => document.body?.style.setProperty("padding-top", "9000px"))
             .observe(document, { childList: true, subtree: true })"""
    )
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/calculator/", wait_until="networkidle")
    page.wait_for_timeout(500)
    assert not [url for url in asked if "/pack/" in url or "/worker-" in url]
    with page.expect_request("**/worker-*"), page.expect_request("**/pack/*"):
        page.get_by_role("radio", name="7", exact=True).scroll_into_view_if_needed()


def test_usual_answers_need_no_python_at_all(page: Page) -> None:
    page.context.route("**/worker-*", lambda route: route.abort())
    page.goto("/calculator/#?leg_effort=very_hard&soreness=8")
    expect(headline(page)).to_have_text(says("leg_effort=very_hard&soreness=8"))
    page.get_by_role("button", name="2 days ago", exact=True).click()
    expect(headline(page)).to_have_text(says("hours_since_legs=48&leg_effort=very_hard&soreness=8"))


def test_a_number_is_asked_when_it_is_typed_in_full(calculator: Page) -> None:
    hours = calculator.get_by_label("Hours since your leg session ended", exact=True)
    hours.press("End")
    hours.press_sequentially("0", delay=50)
    expect(calculator.locator("[data-query='hours_since_legs=240']")).to_be_attached()


def test_the_button_leads_to_the_answer(calculator: Page) -> None:
    calculator.get_by_role("button", name="Show my answer").click()
    expect(headline(calculator)).to_be_focused()
    expect(headline(calculator)).to_be_in_viewport()


def test_a_link_within_the_page_keeps_what_was_entered(page: Page) -> None:
    with page.expect_response("**/sitemap.xml"):  # from which the theme knows what it may fetch
        page.goto("/calculator/")
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    hours = page.get_by_label("Hours since your leg session ended", exact=True)
    hours.fill("yesterday")
    page.get_by_role("button", name="Show my answer").click()
    page.locator("a[data-problem]").click()
    expect(hours).to_be_focused()
    page.evaluate("""() => {
        const link = Object.assign(document.createElement("a"), { href: "#__skip", textContent: "down" });
        document.querySelector("article").prepend(link);
        link.click();
    }""")
    page.wait_for_url("**/#__skip")
    page.go_back()
    page.wait_for_url("**/calculator/")
    page.wait_for_timeout(500)
    assert not [url for url in asked if url.endswith("/calculator/")]
    expect(hours).to_have_value("yesterday")


def test_back_and_forward_show_the_page_of_the_address(page: Page) -> None:
    with page.expect_response("**/sitemap.xml"):
        page.goto("/calculator/")
    page.wait_for_load_state("networkidle")
    page.get_by_role("link", name="Warning signs").first.click()
    page.wait_for_url("**/safety/")
    expect(page.locator("leg-day-calculator")).to_have_count(0)
    page.reload(wait_until="networkidle")
    page.go_back()
    expect(page.locator("leg-day-calculator")).to_have_count(1)
    page.go_forward()
    page.wait_for_url("**/safety/")
    expect(page.locator("leg-day-calculator")).to_have_count(0)


def test_back_to_an_answer_keeps_what_was_entered_since(page: Page) -> None:
    page.goto("/calculator/#?soreness=7")
    expect(headline(page)).to_have_text(says("soreness=7"))
    hours = page.get_by_label("Hours since your leg session ended", exact=True)
    hours.fill("yesterday")
    page.get_by_role("button", name="Show my answer").click()
    expect(page.locator("[data-problems]")).to_be_focused()
    page.evaluate("location.hash = '__skip'")
    page.go_back()
    page.wait_for_url("**/calculator/#?soreness=7")
    page.wait_for_timeout(500)
    expect(hours).to_have_value("yesterday")


def test_problems_at_fields_and_focused_summary(calculator: Page) -> None:
    hours = calculator.get_by_label("Hours since your leg session ended", exact=True)
    hours.fill("yesterday")
    calculator.get_by_role("button", name="Show my answer").click()
    expect(calculator.locator("[data-problems]")).to_be_focused()
    expect(hours).to_have_attribute("aria-invalid", "true")
    expect(calculator.locator(".question .field-error")).to_have_count(1)
    calculator.locator("a[data-problem]").click()
    expect(hours).to_be_focused()
    hours.fill("30")
    expect(headline(calculator)).to_have_text(says("hours_since_legs=30"))
    expect(hours).not_to_have_attribute("aria-invalid", "true")
    expect(calculator.locator(".question .field-error")).to_have_count(0)


def test_a_mistake_in_a_folded_question_is_unfolded(calculator: Page) -> None:
    about = calculator.locator("summary", has_text="About you")
    about.click()
    age = calculator.get_by_label("Your age", exact=True)
    age.fill("300")
    about.click()
    calculator.locator("a[data-problem]").click()
    expect(age).to_be_focused()


def test_steppers_and_quick_answers_fill_the_field(calculator: Page) -> None:
    hours = calculator.get_by_label("Hours since your leg session ended", exact=True)
    calculator.get_by_role("button", name=re.compile("more: Hours since")).click()
    expect(hours).to_have_value("30")
    calculator.get_by_role("button", name="2 days ago", exact=True).click()
    expect(hours).to_have_value("48")
    expect(calculator.get_by_role("button", name="2 days ago", exact=True)).to_have_attribute("aria-pressed", "true")
    expect(headline(calculator)).to_have_text(says("hours_since_legs=48"))
    for _ in range(2):
        calculator.get_by_role("button", name=re.compile("less: Minutes")).click()
    expect(calculator.locator("[data-query='hours_since_legs=48&minutes=15']")).to_be_attached()


def test_a_stepper_stays_within_what_is_allowed(calculator: Page) -> None:
    hours = calculator.get_by_label("Hours since your leg session ended", exact=True)
    hours.fill("0")
    calculator.get_by_role("button", name=re.compile("less: Hours since")).click()
    expect(hours).to_have_value("0")


def test_what_is_folded_away_shows_what_was_chosen(calculator: Page) -> None:
    fold = calculator.locator("details", has=calculator.locator("summary", has_text="What equipment do you have?"))
    fold.locator("summary").click()
    fold.get_by_role("checkbox", name="Pool").check()
    fold.get_by_role("checkbox", name="Rowing machine").check()
    expect(fold.locator("[data-chosen]")).to_have_text("Rowing machine, Pool")


def test_a_question_below_the_answer_is_answered_in_one_tap(page: Page) -> None:
    query = "hours_since_legs=24&soreness=5"
    question = answer_builder.answer(query)["questions"][0]
    to = question["values"][0]["to"]
    page.goto(f"/calculator/#?{query}")
    page.locator(f".open-questions [data-fill='{question['field']}'][data-to='{to}']").click()
    expect(headline(page)).to_have_text(says(f"{query}&{question['field']}={to}"))


def test_an_address_brings_its_answers_along(page: Page) -> None:
    query = "soreness=2&equipment=pool&equipment=rower&age=40&walking_affected=yes"
    page.goto(f"/calculator/#?{query}")
    expect(headline(page)).to_have_text(says(query))
    expect(page.get_by_role("radio", name="2", exact=True)).to_be_checked()
    expect(page.locator("[name=equipment][value=pool]")).to_be_checked()
    expect(page.locator("[name=age]")).to_have_value("40")
    assert not any(
        "?" in request for request in page.evaluate("performance.getEntriesByType('resource').map(r => r.name)")
    )


@pytest.mark.parametrize("way", ["soreness=5&amp;red_flags=chest_pain", "Soreness=5&RED_FLAGS[]=chest_pain"])
def test_warning_sign_in_rewritten_address_is_understood(page: Page, way: str) -> None:
    page.goto(f"/calculator/#?{way}")
    expect(headline(page)).to_have_text(says("red_flags=chest_pain"))
    expect(page.locator("[name=red_flags][value=chest_pain]")).to_be_checked()
    expect(page.get_by_role("radio", name="5", exact=True)).to_be_checked()


@pytest.mark.parametrize("wrong", ["red_flag=chest_pain", "red-flags=chest_pain", "red_flags=Chest_Pain"])
def test_a_sign_under_a_wrong_name_in_an_address_is_reported(page: Page, wrong: str) -> None:
    page.goto(f"/calculator/#?soreness=5&{wrong}")
    problem = page.locator("a[data-problem]")
    expect(problem).to_have_count(1)
    expect(problem).to_have_attribute("href", "#q-red_flags")


def test_only_the_last_question_is_answered(calculator: Page) -> None:
    for soreness in range(11):
        calculator.get_by_role("radio", name=str(soreness), exact=True).check()
    expect(calculator.locator("[data-query='soreness=10']")).to_be_attached()
    calculator.wait_for_timeout(1000)
    expect(calculator.locator("[data-query='soreness=10']")).to_be_attached()


def test_only_verdict_and_headline_are_announced(calculator: Page) -> None:
    calculator.get_by_role("radio", name="7", exact=True).check()
    expect(calculator.get_by_role("status")).to_contain_text(says("soreness=7"))
    for other in calculator.locator("[aria-live], [role=alert]").all():
        assert not str(other.inner_text()).strip()


def test_python_stays_at_work_while_pages_are_exchanged(calculator: Page) -> None:
    calculator.get_by_role("radio", name="7", exact=True).check()
    expect(headline(calculator)).to_have_text(says("soreness=7"))
    calculator.evaluate("window.same = true")
    calculator.get_by_role("link", name="Warning signs").first.click()
    calculator.wait_for_url("**/safety/")
    calculator.get_by_role("link", name="Home").first.click()
    expect(calculator.locator("leg-day-calculator")).to_be_attached()
    assert calculator.evaluate("window.same") is True
    calculator.get_by_role("radio", name="9", exact=True).check()
    expect(headline(calculator)).to_have_text(says("soreness=9"), timeout=4000)
    link = calculator.locator("[data-answer] .evidence a").first
    assert not str(link.get_attribute("href")).startswith("../")


def test_a_reader_can_start_again(calculator: Page) -> None:
    calculator.get_by_role("radio", name="7", exact=True).check()
    expect(headline(calculator)).to_have_text(says("soreness=7"))
    calculator.get_by_role("button", name="Start again").click()
    expect(calculator.locator("[data-query='']")).to_be_attached()
    expect(calculator.get_by_role("radio", name="4", exact=True)).to_be_checked()


def test_stop_signs_end_every_plan(calculator: Page) -> None:
    calculator.locator("summary", has_text="Any warning sign right now?").click()
    calculator.get_by_role("checkbox", name="Chest pain or pressure").check()
    expect(headline(calculator)).to_have_text(says("red_flags=chest_pain"))
    expect(calculator.locator("[data-answer] .session")).to_have_count(0)


@pytest.fixture(scope="module")
def answers(base_url: str, browser: object) -> dict[str, str]:
    """The answer of the browser's Python to every case, from one page: starting Python twenty times proves no more."""
    from playwright.sync_api import Browser  # the fixture's type, for the checker only

    assert isinstance(browser, Browser)
    page = browser.new_page(base_url=base_url, service_workers="block")
    page.goto("/calculator/")
    result = page.evaluate(
        """async (queries) => {
            const script = document.querySelector("script[type=module][src*='index-']").src;
            const source = await (await fetch(script)).text();
            const worker = new Worker(new URL(source.match(/worker-[0-9a-f]+\\.js/)[0], script), { type: "module" });
            const manifest = document.querySelector("leg-day-calculator").dataset.manifest;
            worker.postMessage({ manifest: new URL(manifest, document.baseURI).href, layer: "pyodide" });
            const answers = {};
            for (const [id, query] of queries.entries()) {
                answers[query] = await new Promise((done) => {
                    worker.onmessage = ({ data }) => data.id === id && done(data.html ?? data.failed);
                    worker.postMessage({ id, query, base: "../" });
                });
            }
            worker.terminate();
            return answers;
        }""",
        [case["query"] for case in CASES],
    )
    page.close()
    assert isinstance(result, dict)
    return result


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_browser_says_what_cpython_says_to_the_letter(case: dict[str, str], answers: dict[str, str]) -> None:
    assert answers[case["query"]] == app.render_answer(case["query"], "../")
