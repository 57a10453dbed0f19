"""Tests of the session formats."""

from __future__ import annotations

from calculator.form.parse import parse
from calculator.model import Readiness
from calculator.rules import return_to_running


def test_climbs_open_at_full_readiness_and_close_with_soreness() -> None:
    rested = parse("soreness=2")
    assert return_to_running.stairs_and_hills.apply(rested, Readiness(88, 0)) is None
    assert return_to_running.stairs_and_hills.apply(rested, Readiness(87, 0)) is not None
    assert return_to_running.stairs_and_hills.apply(parse("soreness=3"), Readiness(88, 0)) is not None
