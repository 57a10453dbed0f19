"""The page that makes a widget: choices, preview, copying, and sound snippets."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Literal

import html5lib
import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect

from builder.presets import PRESETS
from builder.widget import page as widget_page
from builder.widget import snippets
from calculator.form.parse import parse

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

type Scheme = Literal["light", "dark"]
PAGES = ["/widget/", "/hosting/", "/security/", "/embed-comparison/"]
TAG = "cardio-after-leg-day"
PRESET = next(preset for preset in PRESETS if preset.query.count("=") > 1)
ANSWERS = dict(pair.split("=") for pair in PRESET.query.split("&"))
TITLE = 'Vor dem Lauf: ist\'s <b>"gut"</b> {{ 1 }}? \N{CJK UNIFIED IDEOGRAPH-817F}'
PLAIN = "Vor dem Lauf: ist\N{RIGHT SINGLE QUOTATION MARK}s bgutb  1 ? \N{CJK UNIFIED IDEOGRAPH-817F}"
SPILLS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def maker(page: Page) -> Page:
    """The page, with its script at work."""
    page.goto("/widget/")
    page.wait_for_function("() => customElements.get('leg-day-widget-builder') !== undefined")
    return page


def choose(page: Page) -> None:
    """Choose something of everything."""
    page.get_by_label("Starts with").select_option(PRESET.query)
    page.get_by_label("Dark", exact=True).check(force=True)
    page.get_by_label("My own colour").check(force=True)
    page.locator("#widget-builder-colour").fill("#aa3300")
    page.get_by_label("Compact", exact=True).check(force=True)
    page.get_by_label("Title, in your language").fill(TITLE)


def codes(page: Page) -> dict[str, str]:
    """Every snippet as it stands, by its id."""
    return dict(page.locator("[data-pattern]").evaluate_all("all => all.map(one => [one.id, one.textContent])"))


def unsound(code: str, base_url: str) -> str:
    """What is wrong with a snippet, by the kind of text that it is."""
    if "@" in re.sub(r"[\w.]+@[\w.]+|@media", "", code):
        return "an open slot"
    if code.startswith("<"):
        # JSX and Astro want tags closed; HTML wants them plain. Both read attributes alike.
        html5lib.HTMLParser(strict=True).parseFragment(
            code.replace(" />", "></x-y>").replace("<CardioAfterLegDay", "<x-y")
        )
        links = [
            str(tag.get("src") or tag.get("href")) for tag in BeautifulSoup(code, "html.parser").select("[src], [href]")
        ]
        return "" if all(link.startswith(base_url) for link in links) else f"leads elsewhere: {links}"
    if code.startswith("{{ ") and "(" in code:
        ast.parse(code.strip("{} "))
        return ""
    if code.startswith("http"):
        return "" if code.startswith(base_url) and " " not in code else "no address"
    quoted = re.sub(r'"[^"]*"', "", code)
    return "" if re.fullmatch(r"[\[{][{%<]*[\w .=-]+[>%}]*[\]}]", quoted) else "no tag of a tool"


def test_without_a_script_every_snippet_is_printed_and_sound(browser: Browser, base_url: str) -> None:
    page = browser.new_page(base_url=base_url, java_script_enabled=False)
    page.goto("/widget/")
    result = codes_of(page.content())
    assert len(result) == sum(len(platform.snippets) for platform in snippets.PLATFORMS)
    assert {id: fault for id, code in result.items() if (fault := unsound(code, base_url))} == {}
    expect(page.get_by_role("form", name="Your widget")).to_be_hidden()
    expect(page.get_by_role("link", name="Open the widget on a page of its own")).to_be_visible()
    page.close()


def codes_of(html: str) -> dict[str, str]:
    """The snippets of a page that no script has touched."""
    return {str(code["id"]): code.get_text() for code in BeautifulSoup(html, "html.parser").select("[data-pattern]")}


def test_default_snippet_equals_built_one(maker: Page, base_url: str) -> None:
    printed = codes_of(maker.request.get("/widget/").text())
    assert codes(maker) == printed
    assert base_url in "".join(printed.values())


def test_every_snippet_follows_the_choices_and_stays_sound(maker: Page, base_url: str) -> None:
    before = codes(maker)
    choose(maker)
    after = codes(maker)
    assert {id: fault for id, code in after.items() if (fault := unsound(code, base_url))} == {}
    assert [id for id, code in after.items() if code == before[id]] == []
    html = after["code-html-1"]
    (element,) = BeautifulSoup(html, "html.parser").find_all(TAG)
    reported = {f"data-{name}": value for name, value in ANSWERS.items()}
    assert element.attrs == {
        **reported,
        "theme": "dark",
        "accent": "#aa3300",
        "density": "compact",
        "label": PLAIN.strip(),
    }
    frame = BeautifulSoup(after["code-wix-1"], "html.parser").iframe
    assert frame
    assert frame["title"] == PLAIN.strip()
    assert str(frame["src"]).endswith(f"{widget_page.PAGE}?{PRESET.query}&theme=dark&accent=%23aa3300&density=compact")
    assert after["code-wordpress-1"] == f"{base_url}/{PRESET.page}"


def test_every_case_holds_right_answers_in_every_snippet(maker: Page) -> None:
    for preset in PRESETS:
        maker.get_by_label("Starts with").select_option(preset.query)
        link = BeautifulSoup(codes(maker)["code-html-1"], "html.parser").find_all("a")[0]["href"]
        parse(str(link).partition("#?")[2])
        assert str(link).partition("#?")[2] == preset.query


def test_pinned_snippet_hash_matches_script(maker: Page, base_url: str) -> None:
    (script,) = BeautifulSoup(codes(maker)["code-html-2"], "html.parser").find_all("script")
    assert script["src"] == f"{base_url}/{widget_page.PINNED}"
    assert script["integrity"] == widget_page.integrity(f"{base_url}/")
    assert script["crossorigin"] == "anonymous"
    loads = """([src, integrity]) => new Promise((done) => {
        const one = Object.assign(document.createElement("script"), { src, integrity, crossOrigin: "anonymous" });
        one.onload = () => done(true);
        one.onerror = () => done(false);
        document.head.append(one);
    })"""
    assert maker.evaluate(loads, [script["src"], script["integrity"]]) is True


def test_the_preview_is_the_widget_and_follows_every_choice(maker: Page) -> None:
    widget = maker.locator(f".widget-builder__stage {TAG}")
    frame = maker.frame_locator(f".widget-builder__stage {TAG} iframe")
    expect(frame.locator("[data-headline]")).to_be_visible()
    choose(maker)
    for name, value in ANSWERS.items():
        expect(widget).to_have_attribute(f"data-{name}", value)
        expect(frame.locator(f"[name={name}]").first).to_have_value(value)
    expect(frame.locator("html")).to_have_attribute("data-theme", "dark")
    assert widget.locator("iframe").get_attribute("title") == PLAIN.strip()
    maker.get_by_label("Starts with").select_option("")
    maker.get_by_label("My own colour").uncheck(force=True)
    expect(widget).not_to_have_attribute("accent", re.compile("."))
    for name in ANSWERS:
        expect(widget).not_to_have_attribute(f"data-{name}", re.compile("."))


def test_the_preview_is_seen_at_the_width_of_a_phone_and_in_full(maker: Page) -> None:
    wide = "() => document.querySelector('.widget-builder__stage > *').getBoundingClientRect().width"
    assert maker.evaluate(wide) == 360
    maker.get_by_label("Full width").check(force=True)
    assert maker.evaluate(wide) > 500
    maker.set_viewport_size({"width": 320, "height": 700})
    assert maker.evaluate(SPILLS) == 0


def test_copying_is_announced_and_on_the_button(maker: Page) -> None:
    maker.context.grant_permissions(["clipboard-read", "clipboard-write"])
    maker.get_by_label("Starts with").select_option(PRESET.query)
    button = maker.locator("[data-copy=code-wordpress-2]")
    button.focus()
    maker.keyboard.press("Enter")
    expect(maker.locator("leg-day-widget-builder [role=status]")).to_have_text("Copied")
    expect(button).to_have_text("Copied")
    expect(button).to_be_focused()
    assert maker.evaluate("navigator.clipboard.readText()") == codes(maker)["code-wordpress-2"]
    expect(button).to_have_text("Copy")


def test_a_browser_that_forbids_copying_selects_the_lines(maker: Page) -> None:
    maker.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    maker.locator("[data-copy=code-wordpress-1]").click()
    expect(maker.locator("leg-day-widget-builder [role=status]")).to_have_text("Select the lines and copy them")
    assert maker.evaluate("String(getSelection())") == codes(maker)["code-wordpress-1"]


def test_one_platform_opens_at_a_time_by_the_keyboard(maker: Page) -> None:
    maker.locator("#on-hugo > summary").focus()
    maker.keyboard.press("Enter")
    expect(maker.locator("details[open][id^=on-]")).to_have_attribute("id", "on-hugo")
    with maker.expect_download() as download:
        maker.locator("#on-hugo a[download]").click()
    assert download.value.suggested_filename == f"{TAG}.html"


def test_the_page_works_after_an_instant_navigation(page: Page) -> None:
    page.goto("/safety/")
    page.evaluate("window.stayed = true")
    page.locator(".md-tabs").get_by_role("link", name="Widget").click()
    expect(page.frame_locator(f".widget-builder__stage {TAG} iframe").locator("[data-headline]")).to_be_visible()
    page.get_by_label("Starts with").select_option(PRESET.query)
    assert PRESET.page in codes(page)["code-wordpress-1"]
    assert page.evaluate("window.stayed") is True


@pytest.mark.sampled(4)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_the_pages_have_no_known_barrier(
    page: Page, axe: Callable[[Page], list[str]], path: str, width: int, scheme: Scheme
) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(path)
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.name = ''; fold.open = true; })")
    assert page.evaluate(SPILLS) == 0
    assert axe(page) == []


def test_forced_colours_keep_every_choice_visible(maker: Page, axe: Callable[[Page], list[str]]) -> None:
    maker.emulate_media(forced_colors="active", reduced_motion="reduce")
    choose(maker)
    assert maker.evaluate(SPILLS) == 0
    assert axe(maker) == []
