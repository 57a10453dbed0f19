"""Tests of the assessment of an hour of the week."""

from __future__ import annotations

from calculator.form.parse import parse as parse_reader
from calculator.week.answer import plan_week


def test_week_without_legs_assumes_rested_legs() -> None:
    """Whatever was entered about today's legs is not what the week is about."""
    for day in plan_week("hours_since_legs=2&leg_effort=very_hard&soreness=9&walking_affected=yes")["days"]:
        if not day["option"]:
            continue
        (query,) = day["queries"]
        asked = parse_reader(query)
        assert (asked.hours_since_legs, asked.leg_effort.slug, asked.soreness) == (336, "light", 0)
        assert not asked.walking_affected
        assert (day["soreness"], day["hours_since_legs"]) == (0, None)


def test_day_soreness_is_that_of_the_sorest_session() -> None:
    """On Sunday evening Saturday's legs are sorer than those of Monday, which were harder."""
    sunday = plan_week("week_legs=mon-18:very_hard&week_legs=sat-18:hard")["days"][6]
    assert len(sunday["queries"]) == 2
    assert sunday["soreness"] == max(parse_reader(query).soreness for query in sunday["queries"])
    assert (sunday["soreness"], sunday["hours_since_legs"]) == (4, 23)
