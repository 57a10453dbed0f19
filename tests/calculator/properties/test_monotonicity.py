"""Monotonicity: more soreness, fewer hours or more risk never loosen the advice."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from calculator.answer.builder import answer, answer_for
from calculator.assessment.engine import assess, blockers
from calculator.data import parameters as p
from calculator.data.modalities import BY_SLUG, MODALITIES
from calculator.form.fields import FIELDS_BY_NAME
from calculator.model import Situation
from calculator.rules_api import Assessment
from calculator.scales import (
    EccentricLoad,
    Goal,
    Intensity,
    LegSessionEffort,
    LiftingExperience,
    Novelty,
    Outcome,
    RunningExperience,
)
from calculator.session import heart_rate
from calculator.session.ranking import available, pick_options, rank
from tests.support.compare import allowed, limits, no_stricter
from tests.support.strategies import FRESH, adults, queries, situations, subsets, with_answer, with_plan


def two(
    values: type[LegSessionEffort | Novelty | EccentricLoad | LiftingExperience | RunningExperience],
) -> st.SearchStrategy[tuple[int, int]]:
    """Two members of an ordered scale, the lower first."""
    return st.tuples(st.sampled_from(values), st.sampled_from(values)).map(lambda both: (min(both), max(both)))


def stricter(assessment: Assessment, other: Assessment) -> None:
    assert no_stricter(assessment, other) == []
    assert assessment.outcome >= other.outcome


@given(situations, two(LegSessionEffort), two(Novelty), two(EccentricLoad))
def test_heavier_leg_session_never_raises_a_ceiling(
    s: Situation,
    effort: tuple[LegSessionEffort, LegSessionEffort],
    novelty: tuple[Novelty, Novelty],
    eccentric: tuple[EccentricLoad, EccentricLoad],
) -> None:
    """Harder E, more novelty, more eccentric: never raises impact or intensity ceiling or max minutes."""
    easy, hard = (assess(s._replace(leg_effort=effort[i], novelty=novelty[i], eccentric=eccentric[i])) for i in (0, 1))
    stricter(hard, easy)


@given(situations, st.integers(0, 336), st.integers(0, 336))
def test_more_hours_never_lower_a_ceiling(s: Situation, item: int, other: int) -> None:
    """More hours never lower any ceiling, but where soreness lasts so long that it is referred, with a dose (R37)."""
    early, late = (assess(s._replace(hours_since_legs=hours)) for hours in sorted((item, other)))
    if "lasting-soreness" in {finding.rule.id for finding in late.findings}:
        return
    assert no_stricter(early, late) == []
    assert late.outcome <= early.outcome


@given(situations, st.integers(0, 10), st.integers(0, 10))
def test_more_soreness_never_raises_a_ceiling(s: Situation, item: int, other: int) -> None:
    """More soreness or gait affected: never raises any ceiling. A limp that soreness does not explain is referred instead."""
    limping = s.walking_affected and min(item, other) < p.SORENESS_CAP.value <= max(item, other)
    less, more = (
        assess(s._replace(soreness=soreness, walking_affected=s.walking_affected and not limping))
        for soreness in sorted((item, other))
    )
    stricter(more, less)
    stricter(assess(s._replace(walking_affected=True)), assess(s._replace(walking_affected=False)))


@given(situations, subsets("red_flags", 2), subsets("conditions", 2), subsets("medicines", 2))
def test_a_flag_condition_or_medicine_never_loosens_the_advice(
    s: Situation, flags: frozenset[str], conditions: frozenset[str], medicines: frozenset[str]
) -> None:
    """Adding a red flag, illness, condition or medicine: never makes the outcome less restrictive."""
    more = s._replace(
        red_flags=s.red_flags | flags, conditions=s.conditions | conditions, medicines=s.medicines | medicines
    )
    stricter(assess(more), assess(s))


@given(situations, two(LiftingExperience), two(RunningExperience))
def test_more_experience_never_lowers_a_ceiling(
    s: Situation,
    lifting: tuple[LiftingExperience, LiftingExperience],
    running: tuple[RunningExperience, RunningExperience],
) -> None:
    """Better experience: never lowers; less experience never raises."""
    less, more = (assess(s._replace(lifting_experience=lifting[i], running_experience=running[i])) for i in (0, 1))
    stricter(less, more)


@given(situations, st.integers(18, 120), st.integers(18, 120), st.sampled_from((None, "f", "m")))
def test_age_never_raises_a_ceiling_and_sex_never_changes_one(
    s: Situation, item: int, other: int, sex: str | None
) -> None:
    """Older age (>=60 step): never raises. Sex never changes a ceiling."""
    younger, older = (assess(s._replace(age=age)) for age in sorted((item, other)))
    stricter(older, younger)
    assert limits(assess(s._replace(sex=sex))) == limits(assess(s))


@given(situations, st.floats(0, 16), st.floats(0, 16), st.integers(0, 30), st.integers(0, 30), st.integers(0, 60))
def test_less_sleep_or_more_strain_never_raises_a_ceiling(
    s: Situation, item: float, other: float, days: int, more_days: int, beats: int
) -> None:
    """Less sleep or more strain signs: never raises."""
    rest = s._replace(sleep_hours=max(item, other), consecutive_hard_days=min(days, more_days))
    strain = s._replace(sleep_hours=min(item, other), consecutive_hard_days=max(days, more_days))
    stricter(assess(strain), assess(rest))
    calm = s._replace(resting_hr=60, usual_resting_hr=60)
    stricter(assess(calm._replace(resting_hr=60 + beats)), assess(calm))


@given(situations, st.integers(5, 240), st.integers(5, 240))
def test_session_fits_time_and_more_time_never_lowers_a_ceiling(s: Situation, item: int, other: int) -> None:
    """Less time available: recommended minutes never exceed it; more time never lowers a ceiling."""
    less, more = (assess(s._replace(minutes=minutes)) for minutes in sorted((item, other)))
    stricter(less, more)
    for option in answer_for(s._replace(minutes=min(item, other)))["options"]:
        whole = sum(phase["minutes"] * phase["repeat"] for phase in option["session"])
        assert whole <= min(item, other) + 0.2, option["session"]
        assert option["minutes"][0] <= option["minutes"][1] <= min(item, other)


@given(with_plan, subsets("equipment", 5))
def test_equipment_adds_only_what_is_allowed(s: Situation, kit: frozenset[str]) -> None:
    """Removing equipment never adds a modality; adding it never removes one, and never unlocks an excluded one.

    The order may change: the only machine at hand leads, one of two need not.
    """
    more = s._replace(equipment=s.equipment | kit)
    fewer, a = assess(s), assess(more)
    assert limits(a) == limits(fewer)
    had, has = [mode.slug for mode in rank(s, fewer)], [mode.slug for mode in rank(more, a)]
    assert set(had) <= set(has) <= allowed(a)


@given(situations, st.none() | st.integers(0, 168), st.integers(0, 168))
def test_a_nearer_session_or_event_never_raises_a_ceiling(s: Situation, far: int | None, near: int) -> None:
    """Nearer next hard session or event: never raises minutes or intensity."""
    assume(far is None or near <= far)
    for field in ("next_legs_in_hours", "next_event_in_hours"):
        stricter(assess(with_answer(s, field, near)), assess(with_answer(s, field, far)))


@given(situations, st.sampled_from(Goal))
def test_no_goal_lifts_an_impact_ceiling(s: Situation, goal: Goal) -> None:
    """Goal changes rank, and may lower intensity; goal alone never lifts an impact ceiling."""
    plain = assess(s._replace(goal=Goal.GENERAL_HEALTH))
    assert assess(s._replace(goal=goal)).impact <= plain.impact


@given(situations)
def test_every_option_obeys_and_every_exclusion_has_a_reason(s: Situation) -> None:
    """Every recommended modality obeys all ceilings, and every exclusion has at least one reason."""
    a = assess(s)
    for mode in pick_options(rank(s, a)) if a.allows_session else ():
        assert mode.slug in allowed(a)
        assert mode.slug in available(s)
        assert mode.impact <= a.impact or mode.slug == "walk_easy"
        assert mode.gentlest <= a.ceilings(mode.slug).intensity
    for mode in MODALITIES:
        assert bool(blockers(a, mode)) == (mode.slug not in allowed(a)), mode.slug


@given(situations)
def test_a_stop_shows_nothing_to_do(s: Situation) -> None:
    """With any stop tier, no modality, duration, interval or HR is shown."""
    result = answer_for(s)
    if assess(s).allows_session:
        return
    for key in ("options", "also_suitable", "needs_equipment", "timeline", "changes", "readiness_reasons", "recovery"):
        assert result[key] == [], key
    assert set(result["ceilings"].values()) == {None}
    assert result["readiness"] is None
    assert len(result["excluded"]) == len(MODALITIES)
    assert not any(exclusion["from_hours"] for exclusion in result["excluded"])


@given(st.sampled_from([choice.value for choice in FIELDS_BY_NAME["red_flags"].choices]), with_plan)
def test_warning_sign_ends_plan_unless_routine(flag: str, s: Situation) -> None:
    """Which signs leave an unloaded option beside the referral, and no other."""
    a = assess(s._replace(red_flags=frozenset({flag})))
    routine = {"focal_bone_pain", "joint_locking", "unexplained_decline"}
    assert a.allows_session == (flag in routine)
    assert a.outcome >= Outcome.STOP_REST


@given(queries)
def test_the_order_of_the_answers_does_not_matter(query: str) -> None:
    """Same inputs, same output; input order irrelevant."""
    parts = query.split("&")
    assert answer(query) == answer(query)
    assert answer("&".join(reversed(parts))) == answer(query)
    assert answer("&".join(sorted(parts))) == answer(query)


@given(adults)
def test_heart_rate_bands_rise_and_never_overlap(s: Situation) -> None:
    """HR upper bound increases with intensity band; bands do not overlap for the same method."""
    bands = [heart_rate.band(s, intensity) for intensity in Intensity]
    shown_bands = [band for band in bands if band is not None]
    assert len(shown_bands) in {0, len(bands)}
    for low, high in shown_bands:
        assert low <= high
    for (_, high), (low, _) in pairwise(shown_bands):
        assert high < low


@given(adults, st.integers(18, 119))
def test_age_brings_the_maximum_down(s: Situation, age: int) -> None:
    """Age up means HRmax down (a measured maximum stays what was measured)."""
    now, later = (heart_rate.maximum(s._replace(age=years)) for years in (age, age + 1))
    assert now is not None
    assert later is not None
    assert later == now == s.max_hr if s.max_hr is not None else later < now


@given(
    situations,
    st.sampled_from(LegSessionEffort),
    st.sampled_from(Novelty),
    st.sampled_from(EccentricLoad),
    st.integers(168, 336),
)
def test_after_a_week_without_soreness_the_leg_day_is_over(
    s: Situation, effort: LegSessionEffort, novelty: Novelty, eccentric: EccentricLoad, hours: int
) -> None:
    """At h >= 168 and s = 0 no leg-day limit remains (only health and conditioning limits)."""
    over = s._replace(hours_since_legs=hours, soreness=0, walking_affected=False)
    other = over._replace(hours_since_legs=168, leg_effort=effort, novelty=novelty, eccentric=eccentric)
    assert limits(assess(other)) == limits(assess(over))


def test_a_trained_reader_is_free_after_a_week() -> None:
    """Everything is open."""
    reader = FRESH._replace(
        hours_since_legs=168,
        leg_effort=LegSessionEffort.VERY_HARD,
        novelty=Novelty.FIRST_TIME,
        eccentric=EccentricLoad.HIGH,
    )
    assert allowed(assess(reader)) == frozenset(BY_SLUG)
