"""Compare, choose, copy, share, print and download a session. Downloads are read by independent parsers."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Literal

import icalendar
import pytest
from defusedxml.ElementTree import fromstring
from garmin_fit_sdk import Decoder, Stream
from PIL import Image
from playwright.sync_api import expect

import app
from calculator.answer import builder as answer_builder
from calculator.downloads import registry

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Download, Locator, Page

type Scheme = Literal["light", "dark"]
RIDE = "soreness=5&age=40&weight_kg=70&equipment=bike_upright&lifting_experience=intermediate"
START = "2026-11-23T18:00"
ZONED = f"{START}+00:00"  # as the page writes it where the clock shows UTC
SPILLS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
UNFOLD = "document.querySelectorAll('details').forEach(fold => fold.open = true)"


def shown(page: Page, query: str) -> Page:
    """The calculator with the answer to a query, and the ways to keep it unfolded."""
    page.goto(f"/calculator/#?{query}")
    expect(page.locator("[data-example]")).to_have_count(0)
    page.locator("leg-day-session-actions summary").click()
    return page


def headline(page: Page) -> Locator:
    return page.locator("[data-answer] [data-headline]")


def note(page: Page) -> Locator:
    return page.locator("leg-day-session-actions [data-note]")


def content(download: Download, folder: Path) -> bytes:
    path = folder / download.suggested_filename
    download.save_as(path)
    return path.read_bytes()


def test_saved_files_are_read_by_foreign_readers(page: Page, tmp_path: Path) -> None:
    shown(page, RIDE)
    page.locator("[data-start]").fill(START)
    got = {}
    for slug in ("ics", "reminder", "fit", "zwo", "tcx"):
        with page.expect_download() as download:
            page.locator(f"[data-file={slug}]").click()
        got[slug] = content(download.value, tmp_path)
        expect(note(page)).to_contain_text(download.value.suggested_filename)
    answer = answer_builder.answer(RIDE)
    assert got == {slug: registry.build_download(slug, answer, 0, ZONED).content for slug in got}

    (session,) = icalendar.Calendar.from_ical(got["ics"]).walk("VEVENT")
    (again,) = icalendar.Calendar.from_ical(got["reminder"]).walk("VEVENT")
    assert session.decoded("DTSTART").isoformat() == f"{START}:00+00:00"
    assert session.decoded("DTSTART") < again.decoded("DTSTART")
    messages, errors = Decoder(Stream.from_byte_array(bytearray(got["fit"]))).read()
    assert errors == []
    assert len(messages["workout_step_mesgs"]) == len(answer["options"][0]["session"])
    assert fromstring(got["zwo"]).tag == "workout_file"
    assert fromstring(got["tcx"]).tag.endswith("TrainingCenterDatabase")


@pytest.mark.parametrize(
    ("zone", "local", "instant"),
    [
        ("Europe/Berlin", "2026-11-23T18:00", "2026-11-23T17:00"),
        ("Europe/Berlin", "2027-03-28T02:30", "2027-03-28T01:30"),
        ("America/St_Johns", "2026-07-01T18:00", "2026-07-01T20:30"),
    ],
)
def test_a_calendar_holds_the_moment_on_the_reader_s_clock(
    browser: Browser, base_url: str, tmp_path: Path, zone: str, local: str, instant: str
) -> None:
    with browser.new_context(base_url=base_url, timezone_id=zone, service_workers="block") as context:
        page = context.new_page()
        shown(page, RIDE)
        page.locator("[data-start]").fill(local)
        with page.expect_download() as download:
            page.locator("[data-file=ics]").click()
        (session,) = icalendar.Calendar.from_ical(content(download.value, tmp_path)).walk("VEVENT")
        assert session.decoded("DTSTART").isoformat() == f"{instant}:00+00:00"
        assert session.decoded("DTEND") > session.decoded("DTSTART")


def test_a_file_that_does_not_exist_is_disabled_and_says_why(page: Page) -> None:
    shown(page, "soreness=4")
    refused = page.locator("[data-file=zwo]")
    expect(refused).to_be_disabled()
    expect(refused.locator("..")).to_contain_text("Zwift has rides and runs")


def test_a_start_that_is_none_is_answered_with_words(page: Page) -> None:
    shown(page, RIDE)
    page.locator("[data-start]").fill("")
    page.locator("[data-file=ics]").click()
    expect(note(page)).to_contain_text("Say when you start")


def test_default_start_is_next_full_hour(page: Page) -> None:
    page.clock.set_fixed_time("2026-11-22T16:20:00Z")
    page.goto("/calculator/#?soreness=5")
    page.locator("[data-query='soreness=5'] leg-day-session-actions summary").click()
    expect(page.locator("[data-start]")).to_have_value("2026-11-22T17:00")
    expect(page.locator("[data-when]")).to_contain_text("Sunday")
    expect(page.locator("[data-when]")).to_contain_text("22 November 2026")


def test_the_picture_is_a_png_of_the_card(page: Page, tmp_path: Path) -> None:
    shown(page, RIDE)
    with page.expect_download() as download:
        page.locator("[data-action=picture]").click()
    picture = Image.open(io.BytesIO(content(download.value, tmp_path)))
    assert picture.format == "PNG"
    assert picture.width == 1200
    assert len(picture.convert("RGB").getcolors(1_000_000) or []) > 8  # it is drawn, not blank


def test_card_holds_headline_session_version_and_caveat() -> None:
    answer = answer_builder.answer(RIDE)
    words = " ".join(" ".join(fromstring(app.render_card_svg(RIDE)).itertext()).split())
    for part in (
        answer["headline"],
        answer["options"][0]["name"],
        answer["advice_version"],
        "General information for healthy adults",
    ):
        assert part in words
    assert "Emergency" in app.render_card_svg("red_flags=chest_pain")


def test_link_and_message_are_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    shown(page, RIDE)
    page.locator("[data-action=link]").click()
    expect(note(page)).to_have_text("Link copied.")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == page.url
    page.locator("[data-action=message]").click()
    expect(note(page)).to_have_text("Message copied.")
    copied = str(page.evaluate("navigator.clipboard.readText()")).replace("\r\n", "\n")
    assert copied.strip() == registry.build_download("text", answer_builder.answer(RIDE), 0).content.decode().strip()


def test_copy_fallback_shows_text(page: Page) -> None:
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined}); document.execCommand = () => false;"
    )
    shown(page, RIDE)
    page.locator("[data-action=link]").click()
    expect(note(page)).to_contain_text("copy it yourself")
    expect(page.locator("[data-copy-fallback]")).to_have_value(page.url)


def test_sharing_is_offered_where_the_browser_can(page: Page) -> None:
    page.add_init_script("navigator.share = async (shared) => { window.shared = shared; }")
    shown(page, RIDE)
    page.locator("[data-action=share]").click()
    shared = page.evaluate("window.shared")
    assert shared["url"] == page.url
    assert shared["title"] == answer_builder.answer(RIDE)["headline"]


def test_a_frame_that_may_not_save_says_so_and_leads_to_the_page(page: Page) -> None:
    page.add_init_script("Object.defineProperty(self, 'origin', {value: 'null'})")
    shown(page, RIDE)
    expect(page.locator("[data-file=ics]")).to_be_hidden()
    expect(page.get_by_role("link", name="Open the session on its own page")).to_be_visible()


def test_another_session_is_chosen_and_everything_follows(page: Page, tmp_path: Path) -> None:
    page.goto(f"/calculator/#?{RIDE}")
    expect(page.locator("[data-example]")).to_have_count(0)
    other = answer_builder.answer(RIDE)["options"][1]["modality"]
    use = page.locator(f"#use-{other}")
    use.focus()
    page.keyboard.press("Enter")
    expect(headline(page)).to_have_text(answer_builder.answer(RIDE, other)["headline"])
    expect(use).to_be_focused()
    expect(use).to_have_attribute("aria-pressed", "true")
    assert page.url.endswith(f"&choice={other}")
    page.locator("leg-day-session-actions summary").click()
    page.locator("[data-start]").fill(START)
    with page.expect_download() as download:
        page.locator("[data-file=fit]").click()
    assert (
        content(download.value, tmp_path)
        == registry.build_download("fit", answer_builder.answer(RIDE), 1, ZONED).content
    )
    shared = page.context.new_page()
    shared.goto(page.url)
    expect(headline(shared)).to_have_text(answer_builder.answer(RIDE, other)["headline"])


def test_saved_answers_need_consent_and_can_be_deleted(page: Page) -> None:
    page.goto("/calculator/")
    page.locator("summary", has_text="About you").click()
    page.locator("[name=age]").fill("47")
    expect(page.locator("[data-query*='age=47']")).to_be_attached()
    assert page.evaluate("localStorage.getItem('leg-day-kept')") is None
    page.locator("#save-answers").check()
    page.locator("[name=conditions][value=knee_pain]").evaluate("one => one.click()")
    assert "conditions" not in str(page.evaluate("localStorage.getItem('leg-day-kept')"))
    page.goto("/soreness/")
    page.goto("/calculator/")
    expect(page.locator("[name=age]")).to_have_value("47")
    expect(page.locator("[data-query*='age=47']")).to_be_attached()
    other = page.context.new_page()
    other.goto("/calculator/")
    other.get_by_role("button", name="Delete everything").click()
    expect(page.locator("#save-answers")).not_to_be_checked()  # or the next answer here would save them again
    other.close()
    assert page.evaluate("localStorage.getItem('leg-day-kept')") is None
    page.goto("/soreness/")
    page.goto("/calculator/")
    expect(page.locator("[name=age]")).to_have_value("")


def test_shared_link_overrides_saved_answers(page: Page) -> None:
    page.add_init_script("if (location.host) localStorage.setItem('leg-day-kept', 'age=47')")
    page.goto("/calculator/#?soreness=2")
    expect(page.locator("[data-query='soreness=2']")).to_be_attached()
    expect(page.locator("[name=age]")).to_have_value("")


def test_where_storage_is_forbidden_the_box_stays_away(page: Page) -> None:
    page.add_init_script(
        """const real = Storage.prototype.getItem;
        Storage.prototype.getItem = function (name) {
            if (name === "leg-day-kept") throw new DOMException("no", "SecurityError");
            return real.call(this, name);
        };"""
    )
    page.goto("/calculator/")
    page.locator("[data-example]").wait_for()
    expect(page.locator("#save-answers")).to_be_hidden()


def test_weight_can_be_entered_in_pounds(page: Page) -> None:
    page.goto("/calculator/")
    page.locator("summary", has_text="About you").click()
    unit = page.locator("leg-day-unit-toggle")
    unit.get_by_role("button", name="lb", exact=True).click()
    pounds = page.get_by_label("Body weight in pounds", exact=True)
    pounds.fill("165")
    expect(page.locator("[data-query='weight_kg=74.84']")).to_be_attached()  # 165 times 0.45359237, to ten grams
    expect(page.locator("[data-chosen]", has_text="165 lb")).to_be_attached()
    unit.get_by_role("button", name="kg", exact=True).click()
    expect(page.get_by_label("Body weight", exact=True)).to_have_value("74.84")
    unit.get_by_role("button", name="lb", exact=True).click()
    expect(pounds).to_have_value("165")
    page.get_by_role("button", name=re.compile("more: Body weight")).click()
    expect(pounds).to_have_value("166")


@pytest.mark.browser_context_args(locale="en-US")
def test_readers_in_the_united_states_are_asked_in_pounds(page: Page) -> None:
    page.goto("/calculator/")
    page.locator("summary", has_text="About you").click()
    expect(page.get_by_label("Body weight in pounds", exact=True)).to_be_visible()


@pytest.mark.sampled(1)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_answer_with_everything_unfolded_has_no_known_barrier(
    page: Page, axe: Callable[[Page], list[str]], scheme: Scheme
) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    shown(page, RIDE)
    page.locator("[data-action=link]").click()
    page.evaluate(UNFOLD)
    for width in (320, 360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate(SPILLS) == 0, width
        assert axe(page) == [], width


def test_forced_colors_leave_the_answer_readable(page: Page, axe: Callable[[Page], list[str]]) -> None:
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    shown(page, RIDE)
    page.evaluate(UNFOLD)
    assert axe(page) == []
    rail, bar = page.locator(".outlook .meter__track"), page.locator(".outlook .meter__value")
    paint = "one => getComputedStyle(one).fill"
    assert rail.evaluate(paint) != bar.evaluate(paint)


def test_what_was_unfolded_stays_so_when_the_answer_changes(page: Page) -> None:
    shown(page, RIDE)
    page.get_by_role("radio", name="6", exact=True).check()
    expect(page.locator("[data-query*='soreness=6']")).to_be_attached()
    expect(page.locator("[data-action=link]")).to_be_visible()
    expect(page.locator(".why")).to_be_visible()


def test_what_the_dots_show_is_said_in_words_too(page: Page) -> None:
    shown(page, RIDE)
    page.evaluate(UNFOLD)
    dots = page.locator("[data-answer] td .level[aria-hidden=true]")
    expect(dots.first).to_be_visible()
    said = dots.evaluate_all("all => all.map(one => one.parentElement.textContent.replace(one.textContent, '').trim())")
    assert all(said)
    expect(page.get_by_role("table", name="Minutes at each effort level")).to_be_visible()


def test_the_print_is_one_page(page: Page) -> None:
    shown(page, RIDE)
    pdf = page.pdf(format="A4")
    assert len(re.findall(rb"/Type /Page\b", pdf)) == 1
