"""What a first-time reader does: a plan, the leg session by the clock, soreness; the verdict is on the next screen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page, ViewportSize

PHONE: ViewportSize = {"width": 360, "height": 740}
MOST_TAPS = 6
AFTERNOON = "2026-11-24T15:20:00"


class Finger:
    """Taps, and how many there were."""

    def __init__(self) -> None:
        """Start at none."""
        self.taps = 0

    def tap(self, target: Locator) -> None:
        """Tap once."""
        target.click()
        self.taps += 1


def query(page: Page) -> dict[str, list[str]]:
    """The answers in the address."""
    return parse_qs(page.url.partition("#?")[2])


@pytest.fixture
def phone(page: Page) -> Page:
    """The front page on a phone, on a Tuesday afternoon."""
    page.set_viewport_size(PHONE)
    page.clock.install(time=AFTERNOON)
    page.goto("/")
    page.wait_for_function("() => customElements.get('leg-day-clock-answer') !== undefined")
    return page


def test_planned_run_takes_six_taps_at_most(phone: Page) -> None:
    finger = Finger()
    finger.tap(phone.locator(".choices--plan .choice", has_text="A run"))
    finger.tap(phone.get_by_role("button", name="Tonight"))
    finger.tap(phone.get_by_role("button", name="Last night"))
    finger.tap(phone.locator("label:has([name=soreness][value='5'])"))
    finger.tap(phone.get_by_role("button", name="Show my answer"))
    assert finger.taps <= MOST_TAPS
    expect(phone.locator("[data-answer] [data-query*='plan=run_steady']")).to_be_attached()
    expect(phone.locator("[data-answer] [data-headline]")).to_be_in_viewport()
    expect(phone.locator("[data-answer] [data-verdict]")).to_be_in_viewport()
    answers = query(phone)
    assert answers["plan"] == ["run_steady"]
    assert answers["plan_in_hours"] == ["4"]  # from 15:20 to 19:00, rounded up
    assert answers["hours_since_legs"] == ["19"]  # from 20:00 the day before, full hours only
    assert answers["soreness"] == ["5"]


def test_a_preset_that_lies_ahead_or_behind_is_not_offered(page: Page) -> None:
    page.clock.install(time="2026-11-24T06:30:00")
    page.goto("/calculator/")
    expect(page.get_by_role("button", name="Last night")).to_be_visible()
    expect(page.get_by_role("button", name="This morning")).to_be_hidden()


def test_a_day_and_an_hour_are_counted_into_hours_and_back(phone: Page) -> None:
    phone.get_by_label("It ended at").fill("2026-11-23T11:00")
    hours = phone.get_by_label("Hours since your leg session ended", exact=True)
    expect(hours).to_have_value("28")
    phone.get_by_role("button", name="24 hours ago").click()
    expect(phone.get_by_label("It ended at")).to_have_value("2026-11-23T15:20")


def test_the_time_of_a_plan_is_asked_with_the_plan(phone: Page) -> None:
    expect(phone.get_by_text("When?", exact=True)).to_be_hidden()
    phone.locator(".choices--plan .choice", has_text="A match").click()
    expect(phone.get_by_text("When?", exact=True)).to_be_visible()


def test_every_kind_of_cardio_can_be_planned_once(page: Page) -> None:
    page.goto("/calculator/")
    values = page.locator("[name=plan]").evaluate_all("all => all.map(one => one.value).filter(Boolean)")
    assert len(values) == len(set(values)) == 34
    fetched = page.locator("form .choice__box--icon use[href]")
    expect(fetched).to_have_count(0)
    page.get_by_text("Something else").click()
    expect(fetched).to_have_count(27)
    sources = fetched.evaluate_all("all => all.map(one => one.getAttribute('href'))")
    drawings = page.request.get(sources[0].partition("#")[0]).text()
    assert all(f'id="{source.partition("#")[2]}"' in drawings for source in sources)
    shown = page.locator("form .choice__box--icon .icon path").evaluate_all("all => all.map(one => one.outerHTML)")
    assert len({*sources, *shown}) == 34


@pytest.mark.parametrize(
    ("label", "first"), [("Your age", "35"), ("Body weight", "70"), ("Resting heart rate today", "60")]
)
def test_stepper_of_empty_number_starts_at_usual_value(page: Page, label: str, first: str) -> None:
    page.goto("/calculator/")
    page.locator("summary", has_text="About you").click()
    page.get_by_role("button", name=f"more: {label}").click()
    expect(page.get_by_role("textbox", name=label, exact=True)).to_have_value(first)


def test_start_again_can_be_taken_back(page: Page) -> None:
    page.goto("/calculator/#?soreness=7&age=40")
    expect(page.locator("[data-query*='soreness=7']")).to_be_attached()
    page.get_by_role("button", name="Start again").click()
    expect(page.locator("[data-query='']")).to_be_attached()
    page.get_by_role("button", name="Bring my answers back").click()
    expect(page.locator("[data-query='soreness=7&age=40']")).to_be_attached()


def test_home_and_calculator_share_their_answers(page: Page) -> None:
    page.goto("/calculator/#?soreness=7")
    expect(page.locator("[data-query*='soreness=7']")).to_be_attached()
    page.get_by_role("link", name="Home").first.click()
    page.wait_for_url(re.compile(r"/#\?soreness=7"))
    expect(page.get_by_role("radio", name="7", exact=True)).to_be_checked()


def test_a_shared_link_opens_on_its_answer(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("/calculator/#?soreness=7")
    expect(page.locator("[data-answer] [data-headline]")).to_be_in_viewport()
    change = page.get_by_role("link", name="Change", exact=True)
    expect(change).to_be_visible()
    change.click()
    expect(page.locator("form summary").first).to_be_in_viewport()
    expect(page.get_by_role("button", name="Show my answer")).to_be_visible()


def test_the_bar_holds_the_session(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("/calculator/")
    page.get_by_role("radio", name="2", exact=True).check()
    expect(page.locator("[data-session-preview]")).to_contain_text("min")


def test_what_a_reader_agreed_to_save_is_there_on_the_next_visit(page: Page) -> None:
    page.clock.install(time=AFTERNOON)
    page.goto("/calculator/")
    page.get_by_role("button", name="Last night").click()
    page.get_by_role("checkbox", name="Save my answers on this device").check()
    page.clock.fast_forward(7 * 3_600_000)
    page.goto("/calculator/")
    expect(page.locator("[data-welcome]")).to_contain_text("26")
    expect(page.get_by_label("Hours since your leg session ended", exact=True)).to_have_value("26")
    page.get_by_role("button", name="Delete everything").click()
    assert page.evaluate("localStorage.getItem('leg-day-kept')") is None
