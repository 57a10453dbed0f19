"""Tests of the conflicts of a week."""

from __future__ import annotations

from calculator.week.conflicts import format_hour


def test_format_hour_names_day_and_hour() -> None:
    assert [format_hour(at) for at in (0, 18, 144, 167)] == [
        "Monday 00:00",
        "Monday 18:00",
        "Sunday 00:00",
        "Sunday 23:00",
    ]
