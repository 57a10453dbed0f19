"""The ranking inside the limits: criteria that are skipped give nothing, and wishes count as the table says."""

from __future__ import annotations

import pytest
from hypothesis import given

from calculator.assessment.engine import assess
from calculator.data.modalities import MODALITIES
from calculator.form.parse import parse
from calculator.model import Situation
from calculator.session.ranking import CRITERIA, hard_wish, points, rank, reader
from tests.support.strategies import with_plan


@given(with_plan)
def test_a_criterion_that_is_skipped_would_give_nothing(s: Situation) -> None:
    r = reader(s, assess(s))
    total = points(r)
    for mode in MODALITIES:
        assert total(mode) == pytest.approx(sum(row.weight.value * row.score(r, mode) for row in CRITERIA))


def first(query: str) -> str:
    s = parse(query)
    return rank(s, assess(s))[0].slug


FRESH = (
    "hours_since_legs=160&leg_effort=light&soreness=0&minutes=60&lifting_experience=advanced&running_experience=regular"
)


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        (
            "hours_since_legs=60&soreness=1&goal=aerobic_endurance&activities=rowing&equipment=rower&minutes=60",
            "rowing",
        ),
        (
            "conditions=foot_pain&hours_since_legs=60&soreness=1&activities=walking&goal=fat_loss&minutes=60",
            "yoga_flow",
        ),
        ("conditions=foot_pain&hours_since_legs=60&soreness=1&equipment=bike_upright&goal=fat_loss", "bike_upright"),
        (f"{FRESH}&goal=general_health&intent=easy&activities=running", "dance_low_impact"),
        (f"{FRESH}&goal=general_health&prefer=rucking", "rucking"),
        (f"{FRESH}&goal=speed_power&equipment=track", "track_sprints"),
    ],
)
def test_what_comes_first(query: str, slug: str) -> None:
    assert first(query) == slug


@pytest.mark.parametrize(
    ("more", "wished"),
    [
        ("", True),
        ("&tired=a_bit", True),
        ("&tired=very", False),
        ("&tired=very&intent=hard", False),
        ("&sleep_hours=5", False),
        ("&sleep_hours=5&intent=hard", True),
        ("&minutes=29", False),
        ("&minutes=90", True),
        ("&minutes=91", False),
        ("&intent=easy", False),
        ("&intent=steady", False),
        ("&conditions=asthma", False),
    ],
)
def test_hard_work_is_wished_for_by_endurance_on_fresh_legs_and_not_by_tired_readers(
    more: str, *, wished: bool
) -> None:
    fields = dict(part.split("=") for part in f"{FRESH}&goal=aerobic_endurance{more}".split("&"))
    s = parse("&".join("=".join(pair) for pair in fields.items()))
    assert hard_wish(s, assess(s)) is wished
