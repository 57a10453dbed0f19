"""A ticked warning sign shows what to do at once: without Python, without a connection, without JavaScript."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from builder.warning_signs import by_urgency
from calculator.answer import builder as answer_builder
from calculator.form.fields import FIELDS_BY_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page, Route

SIGNS = [choice.value for choice in FIELDS_BY_NAME["red_flags"].choices]
NUMBERS = ["tel:112", "tel:999", "tel:911", "tel:000"]
ANSWER = "leg-day-calculator [data-answer]"


@pytest.fixture(scope="module")
def still(browser: Browser, base_url: str) -> Iterator[Page]:
    """The calculator's page on a phone without JavaScript."""
    page = browser.new_page(
        java_script_enabled=False, base_url=base_url, viewport={"width": 360, "height": 740}, reduced_motion="reduce"
    )
    page.goto("/calculator/")
    page.locator("summary", has_text="Any warning sign right now?").click()
    yield page
    page.close()


def box(page: Page, sign: str) -> Locator:
    return page.locator(f"[name=red_flags][value={sign}]")


def panels(page: Page) -> Locator:
    return page.locator(".advice__panel").locator("visible=true")


@pytest.mark.parametrize("sign", SIGNS)
def test_every_sign_shows_what_to_do_without_javascript(still: Page, sign: str) -> None:
    expect(panels(still)).to_have_count(0)
    box(still, sign).check()
    expect(panels(still)).to_have_count(1)
    expect(panels(still).locator(".advice__action").locator("visible=true")).to_have_text(
        answer_builder.answer(f"red_flags={sign}")["action"]
    )
    expect(panels(still)).to_be_in_viewport(ratio=0.99)
    box(still, sign).uncheck()


@pytest.mark.parametrize(
    ("signs", "shown"),
    [
        (("fever", "chest_pain"), "chest_pain"),
        (("dark_urine", "saddle_numbness", "joint_locking"), "saddle_numbness"),
        (("joint_locking", "dark_urine"), "dark_urine"),
        (("joint_locking", "fever"), "fever"),  # where no session is left, none is offered
    ],
)
def test_of_several_signs_the_most_urgent_is_shown(still: Page, signs: tuple[str, ...], shown: str) -> None:
    for sign in signs:
        box(still, sign).check()
    expect(panels(still)).to_have_count(1)
    expect(panels(still)).to_contain_text(answer_builder.answer(f"red_flags={shown}")["action"])
    for sign in signs:
        box(still, sign).uncheck()


@pytest.mark.parametrize("sign", SIGNS)
def test_an_emergency_has_numbers_to_press_and_is_an_alert(still: Page, sign: str) -> None:
    box(still, sign).check()
    emergency = answer_builder.answer(f"red_flags={sign}")["outcome"] == "stop_emergency"
    numbers = panels(still).locator("a[href^='tel:']")
    assert [item.get_attribute("href") for item in numbers.all()] == (NUMBERS if emergency else [])
    for item in numbers.all():
        expect(item).to_be_in_viewport(ratio=0.99)
    expect(still.get_by_role("alert").locator(".advice__panel").locator("visible=true")).to_have_count(int(emergency))
    box(still, sign).uncheck()


def test_ticked_warning_sign_replaces_session_at_once(page: Page) -> None:
    page.context.route("**/python/**", lambda _: None)
    page.goto("/calculator/")
    page.get_by_role("radio", name="2", exact=True).check()
    expect(page.locator("leg-day-calculator [data-verdict]")).to_have_count(2)
    page.locator("summary", has_text="Any warning sign right now?").click()
    at_once = box(page, "chest_pain").evaluate(
        """one => {
            one.click();
            const shown = [...document.querySelectorAll(".advice__panel")].filter(each => each.offsetHeight);
            const old = getComputedStyle(document.querySelector("[data-answer]")).visibility;
            return [shown.length, shown[0].querySelectorAll("a[href^='tel:']").length, old,
                document.querySelectorAll("leg-day-calculator [data-verdict]").length];
        }"""
    )
    assert at_once == [1, len(NUMBERS), "hidden", 0]
    page.emulate_media(media="print")
    expect(panels(page)).to_have_count(1)


def test_where_the_style_cannot_ask_for_ticked_boxes_the_script_shows_what_to_do(page: Page) -> None:
    """As in Chrome 92 and Firefox 102."""

    def older(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace(":has(", ":none("))

    page.context.route("**/*.css", older)
    page.context.route("**/python/**", lambda _: None)
    page.add_init_script("CSS.supports = () => false")
    page.goto("/calculator/")
    page.locator("summary", has_text="Any warning sign right now?").click()
    for sign, shown in (("joint_locking", "joint_locking"), ("fever", "fever"), ("chest_pain", "chest_pain")):
        box(page, sign).check()
        expect(panels(page)).to_have_count(1)
        expect(panels(page).locator(".advice__action").locator("visible=true")).to_have_text(
            answer_builder.answer(f"red_flags={shown}")["action"]
        )
        expect(page.locator(ANSWER)).to_be_hidden()
    for sign in ("joint_locking", "fever", "chest_pain"):
        box(page, sign).uncheck()
    expect(panels(page)).to_have_count(0)
    expect(page.locator(ANSWER)).to_be_visible()


def test_link_with_warning_sign_shows_instruction(page: Page) -> None:
    page.context.route("**/python/**", lambda _: None)
    page.set_viewport_size({"width": 360, "height": 740})
    for address in (
        "#?red_flags=chest_pain",
        "#red_flags=chest_pain",
        "?red_flags=chest_pain&utm_source=x#?soreness=3",
    ):
        page.goto("about:blank")
        page.goto(f"/calculator/{address}")
        expect(page.get_by_role("alert").get_by_role("link", name="112")).to_be_in_viewport()
        expect(page.locator(ANSWER)).to_be_hidden()


def test_the_emergency_answer_has_numbers_to_press(page: Page) -> None:
    page.goto("/calculator/#?red_flags=chest_pain")
    expect(page.locator(f"{ANSWER} [data-query='red_flags=chest_pain']")).to_be_visible()
    numbers = page.locator(f"{ANSWER} a[href^='tel:']")
    assert [item.get_attribute("href") for item in numbers.all()] == NUMBERS
    expect(numbers.first).to_be_visible()
    expect(page.locator(ANSWER)).not_to_contain_text("certainty")


def test_every_sign_has_its_advice() -> None:
    levels = by_urgency()
    assert {sign for level in levels for advice in level.advice for sign in advice.signs} == set(SIGNS)
    assert [level.number for level in levels] == list(range(1, len(levels) + 1))
