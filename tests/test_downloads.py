"""Downloads, drawing and week form through the endpoints of app.py."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup

import app
from calculator.downloads.registry import DOWNLOAD_FORMATS

WEEK = "week_legs=mon-18:hard&week_legs=thu-18:moderate&week_rest=sun&week_lift=tue-18&week_key=sat-10"
RIDE = "hours_since_legs=48&equipment=bike_upright"


def text(html: str) -> str:
    """What a reader of a fragment reads."""
    return BeautifulSoup(html, "html.parser").get_text(" ", strip=True)


def test_a_week_is_answered_and_its_form_shows_what_was_entered() -> None:
    assert "Monday" in text(app.render_week(WEEK))
    assert "Monday" in text(app.render_week_form(WEEK))


def test_a_week_that_cannot_be_read_says_what_is_wrong() -> None:
    assert "someday" in text(app.render_week("week_legs=someday"))


def test_a_week_becomes_a_calendar() -> None:
    name, media, content = app.download_week(WEEK, "2026-11-25")
    assert name.endswith(".ics")
    assert media.startswith("text/calendar")
    assert content.startswith(b"BEGIN:VCALENDAR")


@pytest.mark.parametrize(("query", "date"), [("week_legs=someday", "2026-11-25"), (WEEK, "someday")])
def test_a_week_that_cannot_be_a_calendar_says_why(query: str, date: str) -> None:
    name, media, content = app.download_week(query, date)
    assert name == ""
    assert media.startswith("text/plain")
    assert content


def test_the_session_is_a_drawing_that_stands_alone() -> None:
    assert ET.fromstring(app.render_card_svg(RIDE)).tag.endswith("svg")  # noqa: S314 - our own drawing


@pytest.mark.parametrize("format", [kind.slug for kind in DOWNLOAD_FORMATS])
def test_the_session_becomes_a_file_of_every_kind(format: str) -> None:
    name, _, content = app.download(f"{RIDE}&choice=bike_upright", format, "2026-11-25T18:00")
    assert name
    assert content


@pytest.mark.parametrize(("query", "format"), [("soreness=77", "ics"), ("red_flags=chest_pain", "ics"), (RIDE, "pdf")])
def test_where_there_is_no_file_the_door_says_why(query: str, format: str) -> None:
    name, _, reason = app.download(query, format, "2026-11-25T18:00")
    assert name == ""
    assert reason.decode().strip()
