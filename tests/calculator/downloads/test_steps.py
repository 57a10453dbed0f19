"""Tests of the workout steps that every download shares."""

from __future__ import annotations

import pytest

from calculator.answer.builder import answer
from calculator.downloads.registry import DownloadUnavailable
from calculator.downloads.steps import describe_effort, parse_start, workout_steps

READY = "hours_since_legs=168&leg_effort=light&lifting_experience=advanced&running_experience=regular&soreness=0"


def test_only_work_intervals_have_heart_rate() -> None:
    query = f"{READY}&goal=general_health&intent=intervals&minutes=40&age=40&equipment=bike_upright"
    spin = answer(query)["options"][0]
    assert spin["heart_rate"] is not None
    carried = {part.kind: part.heart_rate for part in workout_steps(spin)}
    assert carried == {"warm_up": None, "work": tuple(spin["heart_rate"]), "rest": None, "cool_down": None}


def test_an_effort_of_one_number_is_not_reported_as_a_range() -> None:
    option = answer("age=40")["options"][0]
    assert describe_effort(option).startswith(f"Effort {option['rpe'][0]}\u2013{option['rpe'][1]} of 20: ")
    option["rpe"] = [13, 13]
    assert describe_effort(option).startswith("Effort 13 of 20: ")


def test_a_moment_lies_in_a_year_that_a_watch_can_tell() -> None:
    assert [parse_start(f"{year}-01-01T00:00").year for year in (1990, 2099)] == [1990, 2099]
    for year in (1989, 2100):
        with pytest.raises(DownloadUnavailable):
            parse_start(f"{year}-12-31T00:00")
