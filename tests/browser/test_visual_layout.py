"""The layout of answers and weeks: on one printed sheet, in forced colours, on narrow screens."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

type Scheme = Literal["light", "dark"]
CASES = {
    "stop": "red_flags=chest_pain&red_flags=dark_urine&red_flags=fever&red_flags=focal_bone_pain&red_flags=unexplained_decline",
    "rest": "soreness=9&walking_affected=yes&leg_effort=very_hard&novelty=first_time",
    "long": "hours_since_legs=60&leg_effort=very_hard&soreness=4&goal=aerobic_endurance&minutes=120&age=67&sex=f&weight_kg=70"
    "&resting_hr=58&equipment=bike_upright&equipment=pool&running_experience=regular&lifting_experience=advanced",
    "cautious": "hours_since_legs=20&leg_effort=very_hard&soreness=6&goal=aerobic_endurance&minutes=120&age=67&weight_kg=70"
    "&equipment=bike_upright&equipment=pool&lifting_experience=advanced&medicines=beta_blocker&medicines=insulin"
    "&conditions=knee_pain&conditions=hip_pain&conditions=ankle_sprain&conditions=obesity&conditions=head_cold",
    "intervals": "hours_since_legs=96&leg_effort=moderate&soreness=0&goal=speed_power&minutes=60&age=25"
    "&running_experience=regular&lifting_experience=advanced&resting_hr=50&max_hr=195&weight_kg=70",
}
UNFOLD = "document.querySelectorAll('details').forEach(fold => fold.open = true)"

# Words of a drawing that stand outside it, or on top of each other: both are cut or cannot be read.
SPOILT = """() => [...document.querySelectorAll(".md-content svg:has(text)")].flatMap(drawing => {
    const room = drawing.getBoundingClientRect();
    const words = [...drawing.querySelectorAll("text")].map(one => [one.textContent.trim(), one.getBoundingClientRect()]);
    const seen = words.filter(([, box]) => box.width);
    const out = seen.filter(([, box]) => box.left < room.left - 1 || box.right > room.right + 1);
    const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
    const on = seen.filter(([, box], at) => seen.some(([, other], place) => place > at && over(box, other)));
    return [...out, ...on].map(([text]) => text);
})"""


def shown(page: Page, query: str) -> None:
    page.goto(f"/calculator/#?{query}")
    expect(page.locator("[data-example]")).to_have_count(0)


def sheets(page: Page, paper: str) -> int:
    return len(re.findall(rb"/Type /Page\b", page.pdf(format=paper)))


@pytest.mark.sampled(3)
@pytest.mark.parametrize("case", CASES)
def test_every_answer_fits_on_one_sheet(page: Page, case: str) -> None:
    """Seven conditions and medicines at once bring so many cautions that they take a second sheet."""
    shown(page, CASES[case])
    most = 2 if case == "cautious" else 1
    assert max(sheets(page, paper) for paper in ("A4", "Letter")) <= most


def test_a_week_fits_on_one_sheet(page: Page) -> None:
    page.goto("/week/")
    assert [sheets(page, paper) for paper in ("A4", "Letter")] == [1, 1]


@pytest.mark.sampled(2)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("case", ["stop", "long"])
def test_forced_colors_leave_every_answer_readable(
    page: Page, axe: Callable[[Page], list[str]], case: str, scheme: Scheme
) -> None:
    page.emulate_media(forced_colors="active", color_scheme=scheme, reduced_motion="reduce")
    shown(page, CASES[case])
    page.evaluate(UNFOLD)
    assert axe(page) == []


@pytest.mark.parametrize("path", ["/calculator/", "/week/"])
def test_forced_colors_paint_every_bar_in_the_colour_of_text(page: Page, path: str) -> None:
    page.emulate_media(forced_colors="active", color_scheme="dark")
    page.goto(path)
    page.evaluate(UNFOLD)
    paints = "all => [...new Set(all.map(one => getComputedStyle(one).fill))]"
    assert page.locator(".md-content .band").evaluate_all(paints) == ["rgb(255, 255, 255)"]


@pytest.mark.parametrize("width", [320, 768])
def test_words_in_drawings_are_neither_cut_nor_covered(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    for case in ("long", "intervals"):
        page.goto("about:blank")
        shown(page, CASES[case])
        page.evaluate(UNFOLD)
        assert page.evaluate(SPOILT) == [], case


def test_link_with_unknown_value_is_a_problem(page: Page) -> None:
    for reported in ("red_flags=chest", "soreness=11"):
        page.goto("about:blank")
        page.goto(f"/calculator/#?{reported}")
        expect(page.locator("[data-problems]")).to_be_visible()
    page.get_by_role("radio", name="3", exact=True).check(force=True)
    expect(page.locator("[data-query='soreness=3']")).to_be_attached()


@pytest.mark.browser_context_args(locale="en-US")
def test_pounds_are_reported_wherever_the_weight_is(page: Page) -> None:
    shown(page, "weight_kg=81.65")
    expect(page.locator("[data-chosen]", has_text="180 lb")).to_be_attached()
    page.evaluate(UNFOLD)
    expect(page.get_by_text("67 to 661 pounds.")).to_be_visible()
    expect(page.locator(".facts div", has_text="Body weight")).to_contain_text("81.65 kg, 180 lb")


def test_a_decimal_comma_is_a_decimal_point(page: Page) -> None:
    page.goto("/calculator/")
    page.locator("summary", has_text="About you").click()
    page.get_by_label("Body weight", exact=True).fill("80,5")
    expect(page.locator("[data-query='weight_kg=80.5']")).to_be_attached()


def test_the_palette_follows_the_device_while_a_page_is_open(page: Page) -> None:
    page.emulate_media(color_scheme="light")
    page.goto("/about/")
    dark = page.locator("body[data-md-color-scheme=slate]")
    expect(dark).to_have_count(0)
    page.emulate_media(color_scheme="dark")
    expect(dark).to_have_count(1)
    page.reload()
    expect(dark).to_have_count(1)
