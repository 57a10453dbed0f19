"""Combining limits is a lattice: order, repetition and grouping of rules do not matter."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from calculator.assessment.engine import RULES, assess, combine, meet, reassess, time_invariant_part
from calculator.data.modalities import MODALITIES
from calculator.model import Readiness, Situation
from calculator.rules_api import Assessment, Finding, Limit, Rule
from calculator.scales import Certainty, Impact, Intensity, LegSessionEffort, Outcome
from tests.support.compare import limits, no_stricter
from tests.support.strategies import situations

SLUGS = st.frozensets(st.sampled_from([mode.slug for mode in MODALITIES]), max_size=6)
READY = Readiness(50, 0)


def _rule(number: int) -> Rule:
    return Rule(f"rule-{number}", lambda _s, _r: None, "", "", (), Certainty.LOW, ())


any_limit = st.builds(
    Limit,
    reason=st.just("."),
    outcome=st.sampled_from(Outcome),
    impact=st.sampled_from(Impact),
    intensity=st.sampled_from(Intensity),
    minutes=st.none() | st.integers(5, 240),
    hard_minutes=st.none() | st.integers(5, 60),
    applies_to=st.just(frozenset[str]()) | SLUGS,
    excluded=SLUGS,
    allows_intervals=st.booleans(),
    allows_session=st.booleans(),
    shows_heart_rate=st.booleans(),
)
any_findings = st.lists(st.builds(Finding, rule=st.integers(0, 9).map(_rule), limit=any_limit), max_size=5)
assessments = any_findings.map(lambda findings: combine(findings, READY))


def same(assessment: Assessment, other: Assessment) -> None:
    assert limits(assessment) == limits(other)
    assert assessment.readiness == other.readiness


@given(assessments, assessments)
def test_meeting_is_commutative(assessment: Assessment, other: Assessment) -> None:
    same(meet(assessment, other), meet(other, assessment))


@given(assessments, assessments, assessments)
def test_meeting_is_associative(assessment: Assessment, two: Assessment, three: Assessment) -> None:
    same(meet(meet(assessment, two), three), meet(assessment, meet(two, three)))


@given(assessments)
def test_meeting_oneself_changes_nothing(assessment: Assessment) -> None:
    same(meet(assessment, assessment), assessment)
    assert meet(assessment, assessment).findings == assessment.findings


@given(assessments)
def test_silence_is_the_top(assessment: Assessment) -> None:
    same(meet(assessment, combine([], READY)), assessment)


@given(assessments, assessments)
def test_a_meeting_is_as_strict_as_both_who_met(assessment: Assessment, other: Assessment) -> None:
    both = meet(assessment, other)
    assert no_stricter(both, assessment) == no_stricter(both, other) == []
    assert both.outcome == max(assessment.outcome, other.outcome)


@given(any_findings, any_findings)
def test_more_findings_are_never_less_strict(some: list[Finding], more: list[Finding]) -> None:
    assert no_stricter(combine(some + more, READY), combine(some, READY)) == []


@given(situations, st.permutations(RULES))
def test_the_order_of_the_rules_does_not_matter(s: Situation, shuffled: list[Rule]) -> None:
    same(assess(s, tuple(shuffled)), assess(s))


@given(situations, st.sets(st.integers(0, len(RULES) - 1)))
def test_leaving_rules_out_never_tightens(s: Situation, left_out: set[int]) -> None:
    fewer = tuple(rule for number, rule in enumerate(RULES) if number not in left_out)
    assert no_stricter(assess(s), assess(s, fewer)) == []


_PASSES = st.fixed_dictionaries(
    {
        "hours_since_legs": st.integers(0, 336),
        "leg_effort": st.sampled_from(LegSessionEffort),
        "soreness": st.integers(0, 10),
        "walking_affected": st.booleans(),
        "sleep_hours": st.integers(0, 16),
        "minutes": st.integers(5, 240),
        "next_legs_in_hours": st.none() | st.integers(0, 168),
        "next_event_in_hours": st.none() | st.integers(0, 168),
    }
)


@given(situations, _PASSES)
def test_what_applies_need_not_be_asked_again(s: Situation, later: dict[str, object]) -> None:
    then = s._replace(**later)  # type: ignore[arg-type]
    short, whole = reassess(then, time_invariant_part(assess(s))), assess(then)
    same(short, whole)
    assert sorted(f.limit.reason for f in short.findings) == sorted(f.limit.reason for f in whole.findings)
    assert short.scoped_limits == whole.scoped_limits
