"""The session player: phases with a clock, pause, skip, when to stop, and what is saved afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

MINUTE = 60_000  # ms


@pytest.fixture
def player(page: Page) -> Page:
    """The player with the session of a default answer, 15 minutes of it."""
    page.clock.install(time="2026-11-24T15:20:00")
    page.goto("/calculator/#?minutes=15&soreness=5")
    expect(page.locator("[data-query*='soreness=5']")).to_be_attached()
    page.locator("[data-start-session]").click()
    expect(page.locator("dialog.player")).to_be_visible()
    return page


def seconds(page: Page) -> int:
    """What the clock shows."""
    minutes, rest = page.locator("[data-clock]").inner_text().split(":")
    return int(minutes) * 60 + int(rest)


def test_the_clock_runs_pauses_and_goes_on(player: Page) -> None:
    first = seconds(player)
    player.clock.run_for(60_000)
    player.get_by_role("button", name="Pause").click()
    paused = seconds(player)
    assert first - paused >= 60
    player.clock.run_for(60_000)
    assert seconds(player) == paused
    player.get_by_role("button", name="Go on").click()
    player.clock.run_for(30_000)
    assert paused - seconds(player) >= 30


def test_a_phase_follows_the_other_to_the_end(player: Page) -> None:
    phases = player.locator("[data-answer] .session .phase").count()
    assert phases > 1
    before = player.locator("[data-phase]").inner_text()
    player.get_by_role("button", name="Skip").click()
    assert player.locator("[data-phase]").inner_text() != before
    player.clock.run_for(20 * MINUTE)
    expect(player.get_by_role("heading", name="Session done")).to_be_focused()


def test_when_to_stop_is_one_tap_away(player: Page) -> None:
    player.locator("dialog.player").locator("summary").click()
    expect(player.locator("dialog [data-stop]")).to_contain_text("top")
    expect(player.locator("dialog [data-stop]")).to_be_visible()


def test_nothing_is_saved_without_consent(player: Page) -> None:
    player.get_by_role("button", name="End", exact=True).click()
    player.get_by_role("button", name="Worse").click()
    assert player.evaluate("localStorage.getItem('leg-day-sessions')") is None
    player.get_by_role("checkbox", name="Save this on this device").check()
    assert '"feel":"worse"' in str(player.evaluate("localStorage.getItem('leg-day-sessions')"))
    player.get_by_role("button", name="Close").click()
    expect(player.locator("dialog.player")).to_have_count(0)


def test_the_player_has_no_known_barrier(player: Page, axe: Callable[[Page], list[str]]) -> None:
    for width in (320, 1280):
        player.set_viewport_size({"width": width, "height": 740})
        assert axe(player) == [], width
    player.get_by_role("button", name="End", exact=True).click()
    assert axe(player) == []


def test_the_script_of_the_player_is_fetched_when_it_is_started(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/calculator/", wait_until="networkidle")
    assert not [url for url in asked if "session-player" in url]
    page.locator("[data-start-session]").click()
    expect(page.locator("dialog.player")).to_be_visible()
    assert [url for url in asked if "session-player" in url]
