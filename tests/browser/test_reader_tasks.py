"""What first-time readers come for, on a phone: eleven tasks, with the taps and the screens scrolled that each takes.

    python3 run.py tasks

prints them as a table. A tap on a control that is out of sight counts the way to it in screens.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Locator, Page, ViewportSize

PHONE: ViewportSize = {"width": 360, "height": 740}
AFTERNOON = "2026-11-24T15:20:00"
AWAY = """one => {
    const box = one.getBoundingClientRect();
    const below = box.bottom - innerHeight, above = -box.top;
    return Math.max(0, below, above) / innerHeight;
}"""
TASKS = pytest.StashKey[list["Done"]]()

pytestmark = pytest.mark.slow


class Done(NamedTuple):
    """A task that was done: taps, and screens scrolled to the answer and on to the fact."""

    task: str
    taps: int
    screens: float


class Reader:
    """A first-time reader with a thumb: counts taps and screens."""

    def __init__(self, page: Page) -> None:
        """Begin with no tap."""
        self.page, self.taps, self.screens = page, 0, 0.0

    def tap(self, target: Locator) -> None:
        """Go to a control, and tap it once."""
        self.see(target)
        target.click()
        self.taps += 1

    def see(self, target: Locator) -> None:
        """Scroll until the target is on the screen."""
        expect(target).to_be_visible()
        self.screens += float(target.evaluate(AWAY))
        target.scroll_into_view_if_needed()
        expect(target).to_be_in_viewport()

    def choose(self, target: Locator, value: str) -> None:
        """Choose from a list that opens: two taps."""
        self.see(target)
        target.select_option(value)
        self.taps += 2

    def show(self) -> None:
        """Ask for the answer, which is then on the screen."""
        self.tap(self.page.get_by_role("button", name="Show my answer"))
        expect(self.page.locator("[data-answer] [data-headline]")).to_be_in_viewport()
        expect(self.page.locator("[data-answer] [data-verdict]")).to_be_in_viewport()


@pytest.fixture
def reader(page: Page) -> Reader:
    """The front page on a phone, on a Tuesday afternoon."""
    page.set_viewport_size(PHONE)
    page.emulate_media(reduced_motion="reduce")
    page.clock.install(time=AFTERNOON)
    page.goto("/")
    page.wait_for_function("() => customElements.get('leg-day-clock-answer') !== undefined")
    return Reader(page)


@pytest.fixture
def done(reader: Reader, request: pytest.FixtureRequest) -> Iterator[Reader]:
    """The reader; the counts of a task that was done go into the table."""
    yield reader
    task = request.node.name.removeprefix("test_").replace("_", " ")
    request.config.stash.setdefault(TASKS, []).append(Done(task, reader.taps, round(reader.screens, 1)))


@pytest.fixture(autouse=True, scope="module")
def table(request: pytest.FixtureRequest) -> Iterator[None]:
    """Print the table when all tasks were tried."""
    yield
    capture = request.config.pluginmanager.getplugin("capturemanager")
    with capture.global_and_fixture_disabled():
        print(f"\n{'task':60} {'taps':>5} {'screens':>8}")
        for task, taps, screens in request.config.stash.get(TASKS, []):
            print(f"{task:60} {taps:5} {screens:8.1f}")


def plan(reader: Reader, kind: str) -> None:
    reader.tap(reader.page.locator(".choices--plan .choice", has_text=kind))


def legs(reader: Reader, when: str, soreness: int) -> None:
    reader.tap(reader.page.get_by_role("button", name=when))
    reader.tap(reader.page.locator(f"label:has([name=soreness][value='{soreness}'])"))


def fold(reader: Reader, title: str) -> None:
    reader.tap(reader.page.locator("summary", has_text=title).first)


def tick(reader: Reader, label: str) -> None:
    reader.tap(reader.page.locator(".choice:visible", has_text=label).first)


def test_run_five_kilometres_tonight(done: Reader) -> None:
    plan(done, "A run")
    done.tap(done.page.get_by_role("button", name="Tonight"))
    legs(done, "Last night", 4)
    done.show()
    assert done.taps <= 6
    expect(done.page.locator("[data-answer] [data-headline]")).to_contain_text(re.compile("run", re.IGNORECASE))


def test_only_a_rower_for_twenty_minutes(done: Reader) -> None:
    legs(done, "24 hours ago", 3)
    done.tap(done.page.get_by_role("button", name="20", exact=True))
    fold(done, "What equipment do you have?")
    tick(done, "Rowing machine")
    done.show()
    expect(done.page.locator("[data-answer] [data-session-name]")).to_contain_text("Row")
    expect(done.page.locator("[data-answer] .session__total")).to_contain_text("20")
    assert done.taps <= 6


def test_chest_tightness(done: Reader) -> None:
    fold(done, "Any warning sign right now?")
    tick(done, "Chest pain")
    done.see(done.page.locator("form a[href^='tel:']").first)
    assert done.taps <= 2


def test_pregnant_in_the_second_trimester(done: Reader) -> None:
    fold(done, "Health")
    tick(done, "Pregnant")
    done.show()
    done.see(done.page.locator("[data-answer]").get_by_text(re.compile("pregnan", re.IGNORECASE)).first)
    assert done.taps <= 4


def test_intervals(done: Reader) -> None:
    plan(done, "Intervals")
    done.tap(done.page.get_by_role("button", name="Now", exact=True))
    legs(done, "3 days ago", 1)
    done.show()
    expect(done.page.locator("[data-answer] [data-headline]")).to_contain_text(
        re.compile("interval|spin", re.IGNORECASE)
    )
    assert done.taps <= 6


def test_compare_a_ride_with_a_run(done: Reader) -> None:
    plan(done, "A run")
    legs(done, "24 hours ago", 4)
    fold(done, "What equipment do you have?")
    tick(done, "Bike")
    done.show()
    done.see(done.page.locator("[data-answer] .plan-verdict"))
    done.see(done.page.locator("[data-answer] .compare").get_by_text("bike").first)
    assert done.taps <= 7


def test_share_the_answer_with_a_link(done: Reader) -> None:
    done.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    legs(done, "2 days ago", 3)
    done.show()
    fold(done, "Save or share this session")
    done.tap(done.page.get_by_role("button", name="Copy link"))
    expect(done.page.locator("[data-note]", has_text="Link copied.")).to_be_in_viewport()
    friend = done.page.context.new_page()
    friend.set_viewport_size(PHONE)
    friend.goto(str(done.page.evaluate("navigator.clipboard.readText()")))
    expect(friend.locator("[data-answer] [data-headline]")).to_be_in_viewport()
    expect(friend.locator("[data-answer] [data-verdict]")).to_be_in_viewport()


def test_a_week_with_legs_on_tuesday_and_friday_and_football_on_sunday(done: Reader) -> None:
    page = done.page
    page.goto("/week/")
    for day, field, value in (("tue", "legs", "hard"), ("fri", "legs", "hard"), ("sun", "event", "team_sport")):
        done.tap(page.locator(f"summary:has(+ * #w-{day}-{field})"))
        done.choose(page.locator(f"#w-{day}-{field}"), value)
    done.tap(page.get_by_role("button", name="Plan my week"))
    week = page.locator("[data-answer]")
    expect(week.locator(".week__mark--event")).to_have_count(1)
    expect(week.locator(".week__mark--legs")).to_have_count(2)
    done.see(week.locator(".verdict, [data-headline]").first)


def test_take_the_session_to_a_watch(done: Reader) -> None:
    legs(done, "24 hours ago", 4)
    done.show()
    fold(done, "Save or share this session")
    done.see(done.page.locator("[data-file=fit]"))
    done.see(done.page.get_by_text(re.compile("Garmin", re.IGNORECASE)).first)
    done.see(done.page.get_by_role("link", name="How a file gets to your watch"))


def test_foam_rolling_from_a_search_engine(done: Reader) -> None:
    done.page.goto("/recovery/#foam-rolling")
    expect(done.page.locator("#foam-rolling")).to_be_in_viewport()
    done.page.goto("/recovery/")
    expect(done.page.get_by_role("link", name="Get your own session for today")).to_be_in_viewport()


def test_the_study_behind_a_claim(done: Reader) -> None:
    legs(done, "24 hours ago", 4)
    done.show()
    fold(done, "which studies?")
    done.see(done.page.locator("[data-answer] a.source").first)
