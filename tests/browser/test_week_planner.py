"""The week planner in a browser, compared with the planner in this Python."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal
from urllib.parse import quote

import icalendar
import pytest
from playwright.sync_api import expect

import app
from calculator.week.answer import plan_week

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

type Scheme = Literal["light", "dark"]
BUSY = "minutes=40&equipment=bike_upright&lifting_experience=intermediate&running_experience=regular"
CLASH = f"{BUSY}&week_legs=mon-18:hard&week_legs=thu-18:hard&week_key=sun-10:run_tempo:40&week_rest=sat"
EXAMPLE = (
    "minutes=40&lifting_experience=intermediate&equipment=bike_upright&activities=team_sport"
    "&week_legs=mon-18:hard&week_legs=thu-18:hard&week_event=sun-10:team_sport:90"
)
SPILLS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
UNFOLD = "document.querySelectorAll('details').forEach(fold => fold.open = true)"


def asked(page: Page, query: str) -> None:
    """Wait for the week of a query."""
    expect(page.locator(f"[data-answer] [data-query='{query}']")).to_be_attached()


def test_an_example_week_is_there_without_a_script(browser: Browser, base_url: str) -> None:
    page = browser.new_page(base_url=base_url, java_script_enabled=False)
    page.goto("/week/")
    expect(page.locator("[data-headline]")).to_have_text(plan_week(EXAMPLE)["headline"])
    expect(page.locator(".week__day")).to_have_count(7)
    expect(page.locator(".planner form")).to_be_hidden()
    expect(page.get_by_text("The planner needs JavaScript").first).to_be_visible()
    page.close()


def test_a_move_is_applied_to_the_week_and_to_its_form(page: Page) -> None:
    move = plan_week(CLASH)["move"]
    assert move is not None
    page.goto(f"/week/#?{CLASH}")
    asked(page, plan_week(CLASH)["query"])
    expect(page.locator(".result--caution")).to_be_visible()
    page.locator("#apply-move").focus()
    page.keyboard.press("Enter")
    asked(page, move["query"])
    expect(page.locator("[data-headline]")).to_be_focused()
    expect(page.locator(f"#w-{move['from'][:3]}-legs")).to_have_value("")
    expect(page.locator(f"#w-{move['to'][:3]}-legs")).to_have_value("hard")
    expect(page.locator("#apply-move")).to_have_count(0)


def test_a_week_has_its_colour_only_while_it_answers_the_form(page: Page, problems: list[str]) -> None:
    verdict = page.locator(".planner .verdict")
    plain = "rgba(0, 0, 0, 0)"
    page.goto("/week/")
    expect(verdict).to_have_css("background-color", plain)
    page.goto(f"/week/#?{CLASH}&red_flags=joint_locking&sleep_hours=4")
    expect(verdict).not_to_have_css("background-color", plain)
    expect(page.locator("[data-answer] [data-verdict]")).to_be_visible()
    expect(page.locator("[name=red_flags][value=joint_locking]")).to_be_checked()
    page.context.set_offline(True)
    page.evaluate("() => { Worker.prototype.postMessage = () => { throw new Error('gone'); }; }")
    page.locator("#q-minutes").fill("50")
    expect(verdict).to_have_css("background-color", plain)
    expect(page.locator("[data-answer] [data-verdict]")).to_be_hidden()
    expect(page.locator("[data-status] .state--error")).to_be_visible()
    expect(page.locator("#week-ics")).to_be_hidden()
    problems.clear()


def test_the_form_holds_every_part_of_a_week(page: Page) -> None:
    page.goto("/week/")
    page.evaluate(UNFOLD)
    page.locator("#w-mon-legs").select_option("moderate")
    page.locator("#w-tue-lift").fill("19")
    page.locator("#w-tue-minutes").fill("20")
    page.locator("#w-wed-easy").select_option("walk_brisk")
    page.locator("#w-wed-easy-minutes").fill("35")
    page.locator("#w-fri-rest").check()
    page.locator("#w-sun-event").select_option("team_sport")
    page.locator("#q-minutes").fill("45")
    page.locator("#q-week_rest_days").fill("1")
    expect(page.locator("[data-day]").first.locator("[data-day-summary]")).to_have_text("Legs")
    query = plan_week(
        "minutes=45&week_legs=mon-18:moderate&week_lift=tue-19&week_event=sun-10:team_sport:90&week_easy=wed-17:walk_brisk:35"
        "&week_rest=fri&week_rest_days=1&week_minutes=tue:20"
    )["query"]
    asked(page, query)
    assert page.url.endswith(f"#?{query}")
    here = "html => { const box = document.createElement('div'); box.innerHTML = html; return box.textContent; }"
    there = page.locator("[data-answer]").evaluate("one => one.textContent")
    assert there == page.evaluate(here, app.render_week(query, "../"))  # the browser's Python says what this one says


def test_a_link_brings_the_week_and_its_form_back(page: Page) -> None:
    query = f"{BUSY}&week_legs=wed-7:very_hard&week_key=sat-9:run_steady:60"
    page.goto(f"/week/#?{query}")
    asked(page, plan_week(query)["query"])
    expect(page.locator("#w-wed-legs")).to_have_value("very_hard")
    expect(page.locator("#w-wed-legs-hour")).to_have_value("7")
    expect(page.locator("#w-sat-key-minutes")).to_have_value("60")
    expect(page.locator("#w-mon-legs")).to_have_value("")


def test_a_second_week_is_chosen_by_keyboard_and_taken_over(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"/week/#?{CLASH}")
    asked(page, plan_week(CLASH)["query"])
    choice = page.locator("#compare-with")
    choice.focus()
    page.keyboard.type("Leg session on Wednesday, not on T")
    second = choice.input_value()
    assert second == "week_legs=mon-18:hard&week_legs=wed-18:hard"
    found = plan_week(f"{CLASH}&compare={quote(second, safe='')}")
    asked(page, found["query"])
    expect(choice).to_be_focused()
    expect(choice).to_have_value(second)
    assert found["compared"] is not None
    expect(page.locator("[data-difference]")).to_have_text(found["compared"]["difference"])
    expect(page.locator("[data-live]")).to_have_text(found["compared"]["difference"])
    expect(page.locator(".week-pair tbody tr")).to_have_count(10)
    assert page.evaluate(SPILLS) == 0
    page.locator("#w-mon-rest").evaluate("one => one.click()")  # the second week follows what changes in the form
    expect(page.locator("[data-answer] [data-query*='week_rest=mon']")).to_be_attached()
    expect(choice).to_have_value(second)
    page.locator("#use-second-week").click()
    expect(page.locator("#w-wed-legs")).to_have_value("hard")
    expect(choice).to_have_value("")
    expect(page.locator(".week-pair")).to_have_count(0)


def test_a_week_can_be_started_again(page: Page) -> None:
    page.goto("/week/")
    page.get_by_role("button", name="Start again").click()
    asked(page, "")
    expect(page.locator("#w-mon-legs")).to_have_value("")
    expect(page.get_by_text("Add a leg session:")).to_be_visible()


def test_mistakes_and_stops_are_reported(page: Page) -> None:
    page.goto("/week/#?week_legs=mon-25")
    expect(page.locator("[data-problems]")).to_be_visible()
    page.goto("/calculator/")
    page.goto("/week/#?red_flags=chest_pain&week_legs=mon-18")
    expect(page.locator("[data-headline]")).to_have_text(plan_week("red_flags=chest_pain")["headline"])
    expect(page.locator(".week__day")).to_have_count(0)


def test_week_calendar_is_read_by_foreign_reader(page: Page, tmp_path: Path) -> None:
    page.goto("/week/")
    page.locator("[data-date]").fill("2026-11-25")
    with page.expect_download() as download:
        page.locator("#week-ics").click()
    assert download.value.suggested_filename == "cardio-week-2026-11-23.ics"
    download.value.save_as(tmp_path / "week.ics")
    events = icalendar.Calendar.from_ical((tmp_path / "week.ics").read_bytes()).walk("VEVENT")
    planned = [day for day in plan_week(EXAMPLE)["days"] if day["option"]]
    assert [event.decoded("DTSTART").hour for event in events] == [day["hour"] for day in planned]


def test_the_week_that_is_proposed_is_the_one_that_comes(page: Page) -> None:
    page.clock.set_fixed_time("2026-11-22T12:00:00Z")
    page.goto("/week/")
    expect(page.locator("[data-date]")).to_have_value("2026-11-23")


def test_a_planner_without_python_says_so_and_keeps_the_example(page: Page, problems: list[str]) -> None:
    page.route("**/python/**", lambda route: route.abort())
    page.goto("/week/")
    page.get_by_role("button", name="Plan my week").click()
    expect(page.get_by_text("The calculator did not start.", exact=True)).to_be_visible()
    expect(page.locator(".week__day")).to_have_count(7)
    problems.clear()


@pytest.mark.sampled(1)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_week_has_no_known_barrier(page: Page, axe: Callable[[Page], list[str]], scheme: Scheme) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto("/week/")
    page.evaluate(UNFOLD)
    for width in (320, 360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate(SPILLS) == 0, width
        assert axe(page) == [], width


@pytest.mark.sampled(1)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colors_leave_the_week_readable(page: Page, axe: Callable[[Page], list[str]], scheme: Scheme) -> None:
    page.emulate_media(forced_colors="active", color_scheme=scheme, reduced_motion="reduce")
    page.goto("/week/")
    page.evaluate(UNFOLD)
    assert axe(page) == []


def test_every_control_of_the_week_is_large_enough_for_a_thumb(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/week/")
    page.evaluate(UNFOLD)
    small = page.evaluate(
        """() => [...document.querySelectorAll(".planner :is(button, summary, .choice, select, input[type=text])")]
            .map(one => [one.outerHTML.slice(0, 90), one.getBoundingClientRect()])
            .filter(([, box]) => box.width && (box.height < 44 || box.width < 44))
            .map(([name, box]) => `${name}: ${box.width} x ${box.height}`)"""
    )
    assert small == []


def test_no_word_of_an_open_day_leaves_its_box(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/week/")
    page.evaluate(UNFOLD)
    wide = page.evaluate(
        """() => [...document.querySelectorAll(".week__day, .week__details")]
            .filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.textContent.trim().slice(0, 60))"""
    )
    assert wide == []


def test_the_printed_week_is_the_week(page: Page) -> None:
    page.goto("/week/")
    page.emulate_media(media="print")
    expect(page.locator(".planner form")).to_be_hidden()
    expect(page.locator(".week__day").last).to_be_visible()
