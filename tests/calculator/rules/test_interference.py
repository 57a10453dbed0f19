"""Tests of the rules about the next leg session and events."""

from __future__ import annotations

from calculator.form.parse import parse
from calculator.model import Readiness
from calculator.rules.interference import event_tomorrow, next_legs


def test_event_tomorrow_is_stricter_on_tired_legs() -> None:
    s = parse("next_event_in_hours=20")
    tired, ready, fresh = (event_tomorrow.apply(s, Readiness(score, 0)) for score in (69, 70, 100))
    assert tired != ready == fresh
    assert [bool(limit.action) for limit in (tired, ready) if limit] == [True, False]


def test_sprints_wait_while_the_next_legs_are_near() -> None:
    s = parse("goal=speed_power&running_experience=regular&next_legs_in_hours=40")
    limit = next_legs.apply(s, Readiness(100, 0))
    assert limit is not None
    assert limit.excluded >= {"hill_sprints", "track_sprints"}
