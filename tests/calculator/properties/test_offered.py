"""More caution never offers more load: no harder landing, no harder session, no longer one as hard, and no better verdict."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculator.answer.plan_verdict import judge
from calculator.data.modalities import SLUGS
from calculator.model import Situation
from calculator.schema import Option, Plan
from tests.calculator.panel import offered, random_calls
from tests.support.load_order import comparable, more_careful, more_in_plan, more_load
from tests.support.strategies import subsets, with_plan

READERS = 80


def random_plan(dice: random.Random) -> Situation:
    """One reader of the panel who asks about a session as well."""
    return random_calls(dice)._replace(
        plan=dice.choice(sorted(SLUGS)),
        plan_minutes=dice.choice((None, 20, 30, 45, 60, 90)),
        plan_effort=dice.choice((None, "easy", "hard")),
        plan_fixed=dice.random() < 0.3,
        plan_in_hours=dice.choice((0, 0, 4)),
    )


def verdict(s: Situation) -> Plan:
    plan = judge(s)
    assert plan is not None
    return plan


def rises(s: Situation) -> Iterator[str]:
    """What each more careful answer of this reader adds; nothing is right."""
    offer, plan = offered(s), verdict(s)
    for name, careful in more_careful(s):
        if comparable(s, careful):
            found = more_load(offer, offered(careful)) + more_in_plan(plan, verdict(careful))
            yield from [f"{name}: {text}" for text in found]


@pytest.mark.parametrize("seed", range(4))
def test_no_reader_of_the_panel_is_offered_more_for_a_more_careful_answer(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - a panel, not a secret
    for _ in range(READERS // 4):
        s = random_plan(dice)
        assert list(rises(s)) == [], s


@settings(max_examples=settings().max_examples // 4)  # each reader is asked some forty times
@given(with_plan, st.sampled_from(sorted(SLUGS)))
def test_a_more_careful_answer_offers_no_more(s: Situation, plan: str) -> None:
    assert list(rises(s._replace(plan=s.plan or plan))) == []


@settings(max_examples=settings().max_examples // 2)
@given(with_plan, subsets("conditions", 2), subsets("medicines", 2), st.integers(1, 24))
def test_conditions_medicines_and_fewer_hours_offer_no_more(
    s: Situation, conditions: frozenset[str], medicines: frozenset[str], fewer: int
) -> None:
    careful = s._replace(
        conditions=s.conditions | conditions,
        medicines=s.medicines | medicines,
        hours_since_legs=max(0, s.hours_since_legs - fewer),
    )
    if comparable(s, careful):
        assert more_load(offered(s), offered(careful)) == []


def _option(intensity: str, minutes: int, impact: str = "none") -> Option:
    one: dict[str, object] = {"modality": "one", "intensity": intensity, "total_minutes": minutes, "impact": impact}
    return one  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("freer", "careful", "more"),
    [
        ([_option("vigorous", 35)], [_option("moderate", 60)], False),
        ([_option("moderate", 35)], [_option("moderate", 40)], True),
        ([_option("moderate", 35)], [_option("vigorous", 20)], True),
        ([_option("moderate", 35, "low")], [_option("moderate", 60)], False),
        ([_option("moderate", 35, "low")], [_option("moderate", 35, "moderate")], True),
        ([_option("moderate", 35)], [_option("light", 35, "low")], False),
        ([], [_option("light", 5)], False),
    ],
)
def test_the_order_is_that_of_a_coach(freer: list[Option], careful: list[Option], *, more: bool) -> None:
    assert bool(more_load(freer, careful)) is more
