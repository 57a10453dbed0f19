"""Tests of the rules about conditions and medicines."""

from __future__ import annotations

import pytest

from calculator.assessment.engine import assess
from calculator.form.parse import parse
from calculator.model import Readiness
from calculator.rules.health import rhabdo_caution
from tests.calculator.rules.test_rules import reader


def test_a_statin_leaves_vigorous_work_to_those_who_run() -> None:
    reader_answers = [f"medicines=statin&running_experience={habit}" for habit in ("none", "some")]
    limits = [rhabdo_caution.apply(parse(query), Readiness(100, 0)) for query in reader_answers]
    assert [limit.intensity.slug for limit in limits if limit] == ["moderate", "vigorous"]


@pytest.mark.parametrize("held", ["conditions=obesity", "medicines=statin"])
def test_condition_or_medicine_excludes_intervals_and_long_sessions(held: str) -> None:
    query = reader(f"goal=aerobic_endurance&minutes=120&equipment=bike_upright&running_experience=some&{held}")
    a = assess(parse(query))
    assert not a.allows_intervals
    assert a.minutes == 60
