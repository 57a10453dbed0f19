"""Accessibility: keyboard, screen reader, small and zoomed screens, forced colours, reduced motion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

type Scheme = Literal["light", "dark"]
PAGES = ["/", "/calculator/", "/soreness/", "/safety/", "/404.html"]
WIDTHS = [320, 360, 1280]
CASES = {
    "session": "soreness=5&age=40&weight_kg=70&equipment=bike_upright",
    "stop": "red_flags=chest_pain&red_flags=dark_urine",
    "rest": "soreness=9&walking_affected=yes&leg_effort=very_hard&novelty=first_time",
    "problems": "soreness=3&hours_since_legs=900&age=x",
}
SPILLS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def show(page: Page, query: str) -> None:
    """Bring an answer on the page, with everything that folds unfolded."""
    page.goto(f"/calculator/#?{query}")
    expect(page.locator("[data-example]")).to_have_count(0)
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")


# Where the bar lies over controls, axe calls those obscured; a reader scrolls. So the page is scrolled to the bar's own place.
TO_BAR = "() => document.querySelector('.submit')?.scrollIntoView({ block: 'end' })"


@pytest.mark.sampled(7)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", PAGES)
def test_pages_have_no_known_barrier(
    page: Page, axe: Callable[[Page], list[str]], path: str, width: int, scheme: Scheme
) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(path)
    assert page.evaluate(SPILLS) == 0
    page.evaluate(TO_BAR)
    assert axe(page) == []


@pytest.mark.sampled(4)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("case", CASES)
def test_answers_have_no_known_barrier(
    page: Page, axe: Callable[[Page], list[str]], case: str, width: int, scheme: Scheme
) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 740})
    show(page, CASES[case])
    assert page.evaluate(SPILLS) == 0
    assert axe(page) == []


def test_every_control_is_large_enough_for_a_thumb(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    show(page, CASES["session"])
    small = page.evaluate(
        """() => [...document.querySelectorAll(".leg-day :is(button, summary, .choice, input[type=text])")]
            .map(one => [one.textContent.trim().slice(0, 40), one.getBoundingClientRect()])
            .filter(([, box]) => box.width && (box.height < 44 || box.width < 44))
            .map(([name, box]) => `${name}: ${box.width} x ${box.height}`)"""
    )
    assert small == []


def test_the_whole_way_can_be_gone_with_the_keyboard(page: Page) -> None:
    page.goto("/calculator/")
    page.get_by_label("Hours since your leg session ended", exact=True).focus()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("30")
    for _ in range(40):  # past the buttons, the quick answers and the soreness
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "leg_effort":
            break
    expect(page.get_by_role("radio", name="Hard", exact=False).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("[data-query='hours_since_legs=30&leg_effort=very_hard']")).to_be_attached()
    expect(page.locator("[data-headline]")).to_be_focused()


def test_the_focus_is_seen_and_never_hidden(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/calculator/")
    page.get_by_label("Hours since your leg session ended", exact=True).focus()
    for _ in range(25):
        page.keyboard.press("Tab")
        hidden = page.evaluate(
            """() => {
                const at = document.activeElement;
                const box = (at.matches(".choice__input") ? at.nextElementSibling : at).getBoundingClientRect();
                const seen = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                return seen && at.closest("label, summary, form, article, body").contains(seen) ? "" : at.outerHTML;
            }"""
        )
        assert hidden == ""


def test_forced_colors_and_zoom_keep_every_choice_visible(page: Page, axe: Callable[[Page], list[str]]) -> None:
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    page.set_viewport_size({"width": 640, "height": 450})  # 1280 by 900 at 200 %
    show(page, CASES["session"])
    assert page.evaluate(SPILLS) == 0
    checked = page.locator(".choice__input:checked + .choice__box").first
    other = page.locator(".choice__input:not(:checked) + .choice__box").first
    colour = "one => getComputedStyle(one).backgroundColor"
    assert checked.evaluate(colour) != other.evaluate(colour)
    assert axe(page) == []


def test_nothing_moves_for_a_reader_who_asked_for_calm(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    show(page, CASES["session"])
    assert page.evaluate("document.querySelector('.leg-day').getAnimations({ subtree: true }).length") == 0


def test_the_printed_page_is_the_answer(page: Page) -> None:
    show(page, CASES["session"])
    page.emulate_media(media="print")
    expect(page.locator(".questions")).to_be_hidden()
    expect(page.locator("[data-headline]")).to_be_visible()
    expect(page.locator(".md-header")).to_be_hidden()


@pytest.mark.parametrize("path", PAGES)
def test_warning_signs_are_one_step_from_every_page(page: Page, path: str) -> None:
    page.goto(path)
    page.get_by_role("link", name="Warning signs").first.click()
    page.wait_for_url("**/safety/")


@pytest.mark.parametrize("path", PAGES)
def test_every_page_carries_its_policy(page: Page, path: str) -> None:
    html = page.request.get(path).text()
    assert "Content-Security-Policy" in html
    assert "unsafe-inline" not in html


def test_the_first_question_is_on_the_first_screen_of_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/")
    expect(page.get_by_text("What would you like to do?").first).to_be_in_viewport(ratio=1)


def test_verdict_and_session_come_first_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/calculator/")
    page.get_by_role("button", name="Show my answer").click()
    expect(page.locator("[data-headline]")).to_be_focused()
    page.wait_for_timeout(600)
    expect(page.locator(".session")).to_be_in_viewport()
    expect(page.locator(".session__total")).to_be_in_viewport()
