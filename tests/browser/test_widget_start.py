"""The frame before its script has answered, when the script never comes, when it breaks, and when a browser gives back old ticks.

A verdict that nobody worked out for the form as it stands must not look like one, and nothing can be ticked that nobody reads.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from calculator.answer import builder as answer_builder
from calculator.form.fields import FIELDS_BY_NAME
from tests.support.blog_page import ELEMENT
from tests.support.project_files import ROOT
from tests.support.waiting import wait_until

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

    from tests.support.blog_page import Blog

PAGE = "/embed/v1/"
SCRIPT = "**/app-*.js"
CHEST_PAIN = "Chest pain or pressure"
STOP = str(answer_builder.answer("red_flags=chest_pain")["headline"])
USUAL = str(answer_builder.answer("")["headline"])
BACKGROUND = "one => getComputedStyle(one.querySelector('.verdict')).backgroundColor"
VISIBLE = "one => getComputedStyle(one).visibility"
LOST = "This box could not start"
# The style waits for the script without any script; a test need not. It returns how long readers wait, in milliseconds.
END_WAITING = """() => document.getAnimations().filter(({ animationName }) => animationName?.startsWith("shown"))
    .map((waiting) => { waiting.finish(); return waiting.effect.getComputedTiming().endTime; })"""


def hold(page: Page) -> list[Route]:
    """Keep the frame's script back; the routes let it go."""
    held: list[Route] = []
    page.route(SCRIPT, lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks it, and a builtin takes no mark
    return held


def nothing_can_be_answered(page: Page) -> None:
    """The form takes nothing, and no verdict shows."""
    expect(page.get_by_label("Your goal")).to_be_disabled()
    expect(page.get_by_label(CHEST_PAIN)).to_be_disabled()
    assert page.locator("[data-answer]").evaluate(VISIBLE) == "hidden"
    tint = page.locator("[data-answer]").evaluate(BACKGROUND)
    plain = page.locator(".disclosure").first.evaluate("one => getComputedStyle(one).backgroundColor")
    assert tint == plain


def test_form_is_disabled_until_script_runs(page: Page) -> None:
    held = hold(page)
    page.goto(PAGE, wait_until="commit")
    nothing_can_be_answered(page)
    expect(page.get_by_text("Loading")).to_be_visible()
    wait_until(page, lambda: held)
    held[0].continue_()
    expect(page.locator("[data-headline]")).to_have_text(USUAL)
    page.locator("[data-panel=warning-signs] summary").click()
    page.get_by_label(CHEST_PAIN).check()
    expect(page.locator("[data-headline]")).to_have_text(STOP)


@pytest.mark.parametrize("how", ["404", "type", "blocked", "never", "throws"])
def test_script_that_never_starts_links_to_full_page(page: Page, problems: list[str], how: str) -> None:
    def answer(route: Route) -> None:
        if how == "404":
            route.fulfill(status=404, body="")
        if how == "type":
            route.fulfill(body="<p>Not a script</p>", content_type="text/html")
        if how == "blocked":
            route.abort("blockedbyclient")
        if how == "throws":
            route.fulfill(body="throw new Error('x')", content_type="text/javascript")

    page.route(SCRIPT, answer)
    page.goto(PAGE, wait_until="commit")
    nothing_can_be_answered(page)
    waits = page.evaluate(END_WAITING)
    assert max(waits) < 9_000
    expect(page.get_by_text(LOST)).to_have_css("visibility", "visible")
    nothing_can_be_answered(page)
    link = page.get_by_role("link", name="Open the full page")
    link.click(trial=True)
    assert str(link.get_attribute("href")).endswith("/calculator/")
    problems.clear()


def test_error_leaves_no_verdict_and_recovers(page: Page, problems: list[str]) -> None:
    """As in a browser that lacks something."""
    page.goto(PAGE)
    expect(page.locator("[data-headline]")).to_have_text(USUAL)
    page.evaluate(
        """() => { window.real = URLSearchParams.prototype.toString;
        URLSearchParams.prototype.toString = () => { throw new Error("x"); }; }"""
    )
    page.get_by_label("How hard?").select_option("very_hard")
    expect(page.locator("[data-status]")).to_contain_text("did not start")
    expect(page.locator("[data-status] a")).to_be_visible()
    expect(page.locator("[data-answer]")).to_be_hidden()
    page.evaluate("() => { URLSearchParams.prototype.toString = window.real; }")
    page.get_by_label("How hard?").select_option("light")
    expect(page.locator("[data-answer] [data-headline]")).to_be_visible()
    problems.clear()


def test_a_verdict_has_no_colour_while_another_answer_is_owed(page: Page) -> None:
    held: list[Route] = []
    page.route("**/assets/pack/**", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks it, and a builtin takes no mark
    page.goto(PAGE)
    expect(page.locator("[data-headline]")).to_have_text(USUAL)
    plain = page.locator("[data-answer]").evaluate(BACKGROUND)
    expect(page.locator("[data-verdict]")).to_have_count(0)  # nobody has answered anything
    expect(page.locator("[data-answer]").get_by_text("Example", exact=True)).to_be_visible()
    page.locator("[data-panel=warning-signs] summary").click()
    page.get_by_label(CHEST_PAIN).check()
    page.get_by_label(CHEST_PAIN).uncheck()
    expect(page.locator("[data-headline]")).to_have_text(USUAL)
    expect(page.locator("[data-verdict]")).to_be_visible()
    page.keyboard.press("Escape")
    coloured = page.locator("[data-answer]").evaluate(BACKGROUND)
    assert coloured != plain
    page.get_by_label("How hard?").select_option("very_hard")
    assert page.locator("[data-answer]").evaluate(BACKGROUND) != coloured
    expect(page.locator("[data-answer]")).to_be_hidden()
    expect(page.locator("[data-status]")).to_contain_text("Working out")
    for route in held:
        route.continue_()
    expect(page.locator("[data-answer] [data-headline]")).to_be_visible()


def test_a_warning_sign_is_answered_before_any_file_comes(page: Page, problems: list[str]) -> None:
    """All that ends the matter came with the page, so neither the network nor Python has a say."""
    page.goto(PAGE)
    expect(page.locator("[data-headline]")).to_have_text(USUAL)
    page.get_by_label("Soreness now").fill("6")  # no file holds a sign beside another answer
    expect(page.locator("[data-headline]")).to_have_text(str(answer_builder.answer("soreness=6")["headline"]))
    page.context.set_offline(True)
    page.locator("[data-panel=warning-signs] summary").click()
    for sign in FIELDS_BY_NAME["red_flags"].choices:
        answer = answer_builder.answer(f"red_flags={sign.value}")
        box = page.locator(f"[name=red_flags][value={sign.value}]")
        box.check()
        if not answer["options"]:
            expect(page.locator("[data-answer] [data-headline]")).to_have_text(str(answer["headline"]), timeout=500)
            numbers = page.locator("[data-answer] a[href^='tel:']")
            assert (numbers.count() >= 4) == (answer["outcome"] == "stop_emergency")
        else:
            expect(page.locator("[data-answer]")).to_be_hidden(timeout=500)
            expect(page.locator("[data-status] .verdict__action")).to_have_text(str(answer["action"]), timeout=500)
        box.uncheck()
    problems.clear()


@pytest.mark.parametrize("sandbox", ['sandbox="allow-scripts"', ""])
def test_what_a_browser_gives_back_is_asked_again(blog: Blog, sandbox: str) -> None:
    """Back, without the cache of whole pages: the ticks come back, so the answer must."""
    frame = f'<iframe {sandbox} title="x" width="360" height="900" src="{blog.site}{PAGE}"></iframe>'
    page = blog.post(frame)
    (blog.folder / "other.html").write_text("<!doctype html><title>Other</title><p>Other", "utf-8")
    frames = page.frame_locator("iframe")
    expect(frames.locator("[data-headline]")).to_have_text(USUAL)
    frames.locator("[data-panel=warning-signs] summary").dispatch_event("click")
    box = frames.get_by_label(CHEST_PAIN)
    box.dispatch_event("click")
    expect(frames.locator("[data-headline]")).to_have_text(STOP)
    page.goto(f"{blog.address}/other.html")
    page.evaluate("history.back()")
    page.wait_for_url("**/post.html")
    expect(frames.get_by_label("Your goal")).to_be_enabled()
    page.wait_for_load_state("load")
    headline = frames.locator("[data-headline]")  # the tick may come back a little later than the form
    wait_until(page, lambda: headline.inner_text() == (STOP if box.is_checked() else USUAL))


def test_a_tick_that_comes_back_after_the_start_is_asked_too(page: Page) -> None:
    page.goto(PAGE)
    expect(page.locator("[data-headline]")).to_have_text(USUAL)
    page.evaluate(
        """() => { document.querySelector("[value=chest_pain]").checked = true;
        dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })); }"""
    )
    expect(page.locator("[data-headline]")).to_have_text(STOP)


def test_ticks_before_the_script_are_asked_when_it_comes(page: Page) -> None:
    """A form that is given back filled before the script runs; nobody can tick it then."""
    held = hold(page)
    page.goto(PAGE, wait_until="commit")
    page.locator("[value=chest_pain]").evaluate("one => { one.checked = true; }")
    wait_until(page, lambda: held)
    held[0].continue_()
    expect(page.locator("[data-headline]")).to_have_text(STOP)


def test_answers_without_newer_functions(page: Page) -> None:
    page.add_init_script("delete Object.hasOwn; delete Array.prototype.at; delete Object.groupBy;")
    page.goto(f"{PAGE}?accent=%23e91e63&soreness=5")
    expect(page.get_by_label("Soreness now")).to_have_value("5")
    page.get_by_label("How hard?").select_option("very_hard")
    expect(page.locator("[data-answer] [data-headline]")).to_be_visible()
    page.locator("[data-panel=warning-signs] summary").click()
    page.get_by_label(CHEST_PAIN).check()
    expect(page.locator("[data-headline]")).to_have_text(STOP)


def test_its_colours_need_no_newer_notation() -> None:
    style = (ROOT / "frontend" / "styles" / "widget.css").read_text("utf-8")
    assert "light-dark(" not in re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    light, *dark = [
        dict(re.findall(r"(--[\w-]+): ([^;]+);", block)) for block in re.findall(r"color-scheme: \w+;\n([^}]*)}", style)
    ]
    assert dark[0] == dark[1]
    assert len(dark[0]) > 20
    assert set(dark[0]) < set(light)


@pytest.mark.sampled(2)
@pytest.mark.parametrize("how", ["404", "refused", "blocked", "silent"])
def test_silent_frame_gives_way_to_link(blog: Blog, how: str, browser_name: str) -> None:
    def answer(route: Route) -> None:
        if how == "404":
            route.fulfill(status=404, body="<h1>404</h1>", content_type="text/html")
        if how == "refused":
            route.fulfill(body="x", content_type="text/html", headers={"X-Frame-Options": "DENY"})
        if how == "blocked":
            route.abort("blockedbyclient")
        if how == "silent":
            route.fulfill(body="<p>Nothing</p>", content_type="text/html")

    blog.page.route("**/embed/v1/*", answer)
    blog.post(f"{blog.script}{blog.element()}")
    blog.page.wait_for_selector("iframe", state="attached")
    link = blog.page.get_by_role("link", name="What should I do today?")
    link.click(trial=True)
    if (how, browser_name) == ("blocked", "firefox"):  # there the empty frame stays, below the link
        blog.problems.clear()
        return
    blog.page.wait_for_function("received.some(([type]) => type === 'error')")
    link.click(trial=True)
    expect(blog.widget().locator("iframe")).to_be_hidden()
    assert [item["code"] for item in blog.heard("error")] == ["timeout"]
    blog.problems.clear()


def test_a_lazy_frame_out_of_sight_is_not_given_up(blog: Blog) -> None:
    blog.page.clock.install()
    blog.post(f'{blog.script}<p style="height: 20000px">Long</p>{blog.element()}')
    blog.page.wait_for_selector("iframe", state="attached")
    blog.page.clock.run_for(4_000)
    assert blog.heard("error") == []
    blog.widget().scroll_into_view_if_needed()
    blog.page.wait_for_selector(f"{ELEMENT}[ready]")
