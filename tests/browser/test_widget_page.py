"""The widget's page by itself: height, sources of its answers, accessibility, weight."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

import app
from builder.prebuilt import answers as prebuilt
from builder.presets import PRESETS
from calculator.answer import builder as answer_builder
from calculator.form.fields import FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.support.blog_page import Blog

PAGE = "/embed/v1/"
LIMIT = 960  # px; WordPress cuts off at 1000
BUDGET = 60_000  # bytes to the first usable answer, compressed
OFF_GRID = "goal=fat_loss&sex=f&consecutive_hard_days=3"
HIGH = "document.documentElement.getBoundingClientRect().height"
SHOWN = (
    """all => all.map(html => { document.querySelector("[data-answer]").innerHTML = html; return HIGH; })""".replace(
        "HIGH", HIGH
    )
)
STATES = """() => [...document.querySelectorAll("template[data-state]")].map(words => {
  document.querySelector("[data-status]").replaceChildren(words.content.cloneNode(true)); return HIGH; })""".replace(
    "HIGH", HIGH
)
CUT = """() => [...document.querySelectorAll(".rows select")].filter(one => {
  const style = getComputedStyle(one), pen = document.createElement("canvas").getContext("2d");
  pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const room = one.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  return pen.measureText(one.selectedOptions[0].label).width > room; }).map(one => one.name)"""
LONG = [
    "",
    "age=15",
    "hours_since_legs=900&age=x&resting_hr=1&weight_kg=q&max_hr=9&sleep_hours=99",
    "conditions=pregnant&conditions=type_1_diabetes&medicines=beta_blocker&medicines=insulin&age=40",
    "soreness=9&walking_affected=yes&leg_effort=very_hard&novelty=first_time",
    "soreness=0&hours_since_legs=96&goal=speed_power&minutes=60&running_experience=regular&equipment=track",
    *(f"{field.name}={choice.value}" for field in FIELDS if field.kind == "multi_choice" for choice in field.choices),
]


def headline(page: Page, query: str) -> None:
    """The answer to this query is on the page."""
    expect(page.locator("[data-answer] [data-headline]")).to_have_text(str(answer_builder.answer(query)["headline"]))


@pytest.mark.parametrize("width", [300, 360, 600])
def test_no_state_is_higher_than_wordpress_shows(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 500})
    page.goto(PAGE)
    assert max(page.evaluate(SHOWN, [app.render_summary(query, "../../") for query in LONG])) <= LIMIT
    assert max(page.evaluate(STATES)) <= LIMIT
    page.goto(PAGE)
    page.evaluate(SHOWN, [app.render_summary(LONG[3], "../../")])
    for panel in ("warning-signs", "equipment", "more"):
        page.locator(f"[data-panel={panel}] summary").click()
        assert page.evaluate(HIGH) <= LIMIT
        page.keyboard.press("Escape")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.sampled(3)
@pytest.mark.parametrize("density", ["comfortable", "compact"])
@pytest.mark.parametrize("width", [300, 360, 600])
def test_what_is_assumed_can_be_read_in_full(page: Page, width: int, density: str) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{PAGE}?density={density}")
    assert page.evaluate(CUT) == []
    assert page.evaluate(HIGH) <= LIMIT


def test_an_answer_that_is_too_long_can_be_scrolled_with_keys(page: Page) -> None:
    page.set_viewport_size({"width": 300, "height": 500})
    page.goto(f"{PAGE}#?{LONG[3]}")
    page.get_by_role("button", name="Work it out here").click()
    expect(page.locator("[data-answer-area]")).to_have_attribute("tabindex", "0")
    page.locator("[data-answer-area]").focus()
    page.keyboard.press("End")
    page.wait_for_function("() => document.querySelector('[data-answer-area]').scrollTop > 0")


def test_the_address_fills_the_form_and_the_readers_answers_win(page: Page) -> None:
    page.goto(f"{PAGE}?goal=recovery&minutes=45&utm_source=x&ref=y&fbclid=z#?goal=fat_loss&minutes=30&secret=abc")
    expect(page.get_by_label("Your goal")).to_have_value("fat_loss")
    expect(page.get_by_label("Time today")).to_have_value("30")
    headline(page, "goal=fat_loss")
    assert str(page.locator("footer a").get_attribute("href")).endswith("/calculator/#?goal=fat_loss")


def test_a_number_between_the_steps_is_preserved(page: Page) -> None:
    page.goto(f"{PAGE}?hours_since_legs=25")
    expect(page.get_by_label("Leg day was")).to_have_value("25")


def test_bad_values_fall_back_and_are_reported(blog: Blog) -> None:
    blog.with_element('data-goal="everything" data-soreness="11" data-equipment="spoon" accent="javascript:alert(1)"')
    blog.page.wait_for_function("received.filter(([type]) => type === 'error').length === 4")
    codes = {str(item["message"]): item["code"] for item in blog.heard("error")}
    assert codes == dict.fromkeys(
        ["goal=everything", "soreness=11", "equipment=spoon", "accent=javascript:alert(1)"], "unsupported"
    )
    expect(blog.frame().get_by_label("Your goal")).to_have_value("general_health")
    headline_of = str(answer_builder.answer("")["headline"])
    expect(blog.frame().locator("[data-headline]")).to_have_text(headline_of)


def test_a_touch_is_answered_without_python(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(PAGE)
    page.get_by_label("How hard?").select_option("very_hard")
    headline(page, "leg_effort=very_hard")
    page.get_by_label("Soreness now").fill("8")
    headline(page, "leg_effort=very_hard&soreness=8")
    assert not [url for url in asked if "/python/" in url or url.endswith(".wasm")]


@pytest.mark.skipif(not prebuilt.BUILD_ALL, reason="only a whole build has them: PREBUILT_ANSWERS=full")
def test_common_case_needs_no_python(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    case = next(preset.query for preset in PRESETS if preset.query.count("=") > 2)
    page.goto(f"{PAGE}?{case}")
    page.get_by_label("How hard?").select_option("very_hard")
    headline(page, f"{case}&leg_effort=very_hard")
    page.get_by_label("Soreness now").fill("8")
    headline(page, f"{case}&leg_effort=very_hard&soreness=8")
    assert not [url for url in asked if "/python/" in url or url.endswith(".wasm")]


@pytest.mark.parametrize("sandbox", ['sandbox="allow-scripts"', ""])
def test_python_starts_after_consent(blog: Blog, sandbox: str) -> None:
    page = blog.post(
        f'<iframe {sandbox} title="x" width="360" height="900" src="{blog.site}{PAGE}?{OFF_GRID}"></iframe>'
    )
    frame = page.frame_locator("iframe")
    expect(frame.get_by_role("status")).to_contain_text("has to fetch the calculator")
    frame.get_by_role("button", name="Work it out here").click()
    expect(frame.locator("[data-answer] [data-headline]")).to_have_text(
        str(answer_builder.answer(OFF_GRID)["headline"])
    )
    expect(frame.get_by_role("status")).to_have_text(str(answer_builder.answer(OFF_GRID)["headline"]))
    frame.get_by_label("Your goal").select_option("recovery")
    other = answer_builder.answer(OFF_GRID.replace("fat_loss", "recovery"))
    expect(frame.locator("[data-answer] [data-headline]")).to_have_text(str(other["headline"]))


def test_warning_sign_is_answered_at_once(page: Page, problems: list[str]) -> None:
    page.context.route("**/python/**", lambda route: route.abort())
    page.context.route("**/worker-*.js", lambda route: route.abort())
    page.goto(f"{PAGE}#?{OFF_GRID}")
    page.locator("[data-panel=warning-signs] summary").click()
    page.get_by_label("Dark, brown or cola-coloured urine").check()
    headline(page, "red_flags=dark_urine")
    page.get_by_label("Chest pain or pressure").check()
    headline(page, "red_flags=chest_pain")
    expect(page.get_by_role("status")).to_have_text(str(answer_builder.answer("red_flags=chest_pain")["headline"]))
    problems.clear()  # Python was held back


def test_missing_prebuilt_file_falls_back_to_python(page: Page, problems: list[str]) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.context.route("**/assets/pack/**", lambda route: route.fulfill(status=404, body=""))
    page.goto(PAGE)
    page.get_by_label("How hard?").select_option("very_hard")
    expect(page.get_by_role("status")).to_contain_text("has to fetch the calculator")
    page.wait_for_timeout(1_000)
    assert not large(asked)
    page.context.unroute_all()
    page.get_by_role("button", name="Work it out here").click()
    headline(page, "leg_effort=very_hard")
    assert not large(asked)  # the file was back
    problems.clear()  # of the file that was missing


def test_data_saver_gets_warning_sign_without_large_downloads(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    page.goto(f"{PAGE}#?{OFF_GRID}&red_flags=chest_pain")
    headline(page, "red_flags=chest_pain")
    page.wait_for_timeout(1_000)
    assert not large(asked)


def large(asked: list[str]) -> list[str]:
    """Of the addresses that were asked for, those of Python."""
    return [url for url in asked if "/python/" in url or "/worker-" in url]


@pytest.mark.parametrize("act", ["nothing", "a common case", "a sign"])
def test_requests_do_not_reveal_a_warning_sign(blog: Blog, act: str) -> None:
    asked: list[str] = []
    blog.page.context.on("request", lambda request: asked.append(urlsplit(request.url).path))
    blog.with_element()
    blog.page.wait_for_timeout(300)
    assert not [path for path in asked if "/embedded-answers-" in path]  # who only looks fetches nothing more
    with blog.page.context.expect_event("requestfinished", lambda request: "/embedded-answers-" in request.url):
        blog.frame().get_by_label("Soreness now").focus()
    before = list(asked)
    assert sum("/embedded-answers-" in path for path in before) == 1
    if act == "a common case":
        blog.frame().get_by_label("Your goal").select_option("fat_loss")
        blog.page.wait_for_function(
            "received.some(([type, detail]) => type === 'result' && detail.query === 'goal=fat_loss')"
        )
    if act == "a sign":
        blog.frame().locator("[data-panel=warning-signs] summary").click()
        blog.frame().get_by_label("Chest pain or pressure").check()
        blog.page.wait_for_function(
            "received.some(([type, detail]) => type === 'result' && detail.query.includes('chest_pain'))"
        )
    blog.page.wait_for_timeout(300)
    assert asked == before


def test_python_that_does_not_come_is_reported_with_a_way_on(page: Page, problems: list[str]) -> None:
    page.context.route("**/worker-*.js", lambda route: route.fulfill(status=404, body=""))
    page.goto(f"{PAGE}#?{OFF_GRID}")
    page.get_by_role("button", name="Work it out here").click()
    expect(page.get_by_role("status")).to_contain_text("did not start")
    link = page.locator("[data-status] a").get_attribute("href")
    assert set(str(link).partition("/calculator/#?")[2].split("&")) == set(OFF_GRID.split("&"))
    page.context.unroute_all()
    page.get_by_role("button", name="Try again").click()
    headline(page, OFF_GRID)
    problems.clear()  # of the file that was held back


def test_python_that_never_starts_is_given_up(page: Page, problems: list[str]) -> None:
    page.context.route("**/*.wasm", lambda _: None)
    page.clock.install()
    page.goto(f"{PAGE}#?{OFF_GRID}")
    page.get_by_role("button", name="Work it out here").click()
    page.clock.fast_forward(6_000)
    expect(page.locator("[data-status]")).to_contain_text("Still working")
    page.clock.fast_forward(60_000)
    expect(page.locator("[data-status]")).to_contain_text("did not start")
    problems.clear()


def test_without_javascript_there_is_an_answer_and_a_link(browser: Browser, base_url: str) -> None:
    page = browser.new_page(java_script_enabled=False, base_url=base_url)
    page.goto(PAGE)
    headline(page, "")
    expect(page.get_by_text("The questions need JavaScript")).to_be_visible()
    expect(page.get_by_label("Your goal")).to_be_hidden()
    expect(page.locator("footer a")).to_have_attribute("href", "../../calculator/")
    page.close()


@pytest.mark.sampled(4)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [300, 760])
@pytest.mark.parametrize("query", ["", "red_flags=chest_pain", LONG[2], LONG[3]])
def test_it_has_no_known_barrier(
    page: Page, axe: Callable[[Page], list[str]], query: str, width: int, scheme: str
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(PAGE)
    page.evaluate(SHOWN, [app.render_summary(query, "../../")])
    page.evaluate("document.querySelector('[data-answer-area]').tabIndex = 0")
    assert axe(page) == []
    page.locator("[data-panel=more] summary").click()
    assert axe(page) == []


@pytest.mark.sampled(4)
@pytest.mark.parametrize("accent", ["#e91e63", "yellow", "oklch(70% 0.2 150)", "rgb(0 0 0)", "white", "#0a5a4980"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_any_accent_stays_readable(page: Page, axe: Callable[[Page], list[str]], accent: str, scheme: str) -> None:
    page.goto(f"{PAGE}?theme={scheme}&accent={accent.replace('#', '%23').replace('%20', '%2520')}")
    page.locator("[data-panel=equipment] summary").click()
    assert page.evaluate("document.documentElement.style.getPropertyValue('--accent-light')").startswith("rgb(")
    assert axe(page) == []


def test_it_can_be_gone_through_with_the_keyboard(page: Page) -> None:
    page.goto(PAGE)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    headline(page, "red_flags=chest_pain")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.closest('[data-panel]').dataset.panel") == "warning-signs"
    page.get_by_label("Soreness now").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-value]")).to_contain_text("5 of 10")


def test_forced_colours_and_calm_are_preserved(page: Page, axe: Callable[[Page], list[str]]) -> None:
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    page.goto(PAGE)
    assert page.locator(".verdict").evaluate("one => getComputedStyle(one).borderTopStyle") == "solid"
    page.evaluate(STATES)
    assert page.evaluate("document.getAnimations().length") == 0
    assert axe(page) == []


def test_first_answer_is_small_and_same_origin(page: Page, site: Path, base_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(PAGE)
    page.wait_for_load_state("networkidle")
    files = [
        site / (urlsplit(url).path.removeprefix("/") + ("index.html" if url.endswith("/") else "")) for url in asked
    ]
    assert all(url.startswith(base_url) for url in asked)
    assert sum(len(gzip.compress(file.read_bytes(), 9)) for file in files) <= BUDGET
    assert page.evaluate("[localStorage.length, document.cookie]") == [0, ""]
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
