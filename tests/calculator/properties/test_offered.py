"""More caution never offers more at the top: no harder effort or landing, and no longer main part at the same effort."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from calculator.answer.builder import answer_for
from calculator.assessment.engine import assess
from calculator.model import Situation
from calculator.scales import EccentricLoad, LegSessionEffort, Novelty, Tired
from calculator.schema import Option
from tests.support.compare import IMPACTS, INTENSITIES, rules_of
from tests.support.strategies import subsets, with_plan

LOW = IMPACTS.index("low")


def more_at_the_top(before: Option, after: Option) -> list[str]:
    """What the later first option offers more of. A walk counts as no landing: it is what is left on most careful days."""
    easier = INTENSITIES.index(after["intensity"]) - INTENSITIES.index(before["intensity"])
    results = []
    if easier > 0:
        results.append(f"{after['intensity']} effort after {before['intensity']}")
    if easier == 0 and after["minutes"][1] > before["minutes"][1]:
        results.append(f"{after['minutes']} min after {before['minutes']}")
    if max(LOW, IMPACTS.index(after["impact"])) > max(LOW, IMPACTS.index(before["impact"])):
        results.append(f"{after['impact']} impact after {before['impact']}")
    return [f"{before['modality']} to {after['modality']}: {text}" for text in results]


def more_careful(s: Situation) -> list[Situation]:
    """The same reader with one answer one step more careful."""
    steps = [
        s._replace(soreness=min(10, s.soreness + 1)),
        s._replace(sleep_hours=max(0, s.sleep_hours - 2)),
        s._replace(consecutive_hard_days=min(30, s.consecutive_hard_days + 3)),
        s._replace(age=max(s.age or 18, 65)) if s.age is not None else s,
    ]
    steps += (
        [s._replace(leg_effort=LegSessionEffort(s.leg_effort + 1))] if s.leg_effort < LegSessionEffort.VERY_HARD else []
    )
    steps += [s._replace(novelty=Novelty(s.novelty + 1))] if s.novelty < Novelty.FIRST_TIME else []
    steps += [s._replace(eccentric=EccentricLoad(s.eccentric + 1))] if s.eccentric < EccentricLoad.HIGH else []
    steps += [s._replace(tired=Tired(s.tired + 1))] if s.tired < Tired.VERY else []
    return steps


def compare(s: Situation, other: Situation) -> list[str]:
    if "unexplained-limp" in rules_of(assess(s)) | rules_of(assess(other)):
        return []
    if "lasting-soreness" in rules_of(assess(s)) ^ rules_of(assess(other)):
        return []
    before, after = (answer_for(item)["options"][:1] for item in (s, other))
    return more_at_the_top(before[0], after[0]) if before and after else []


@settings(max_examples=min(30, settings().max_examples))  # each reader is asked several times
@given(with_plan)
def test_a_more_careful_answer_offers_no_more_at_the_top(s: Situation) -> None:
    assert [text for other in more_careful(s) for text in compare(s, other)] == []


@settings(max_examples=min(30, settings().max_examples))  # each reader is asked several times
@given(with_plan, subsets("conditions", 1), subsets("medicines", 1), st.integers(1, 24))
def test_caution_offers_no_more_at_the_top(
    s: Situation, conditions: frozenset[str], medicines: frozenset[str], fewer: int
) -> None:
    others = [
        s._replace(conditions=s.conditions | conditions),
        s._replace(medicines=s.medicines | medicines),
        s._replace(hours_since_legs=max(0, s.hours_since_legs - fewer)),
    ]
    assert [text for other in others for text in compare(s, other)] == []
