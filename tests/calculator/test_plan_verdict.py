"""The verdict on the session that a reader asks about: what it is, and that it never passes a limit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator import recommend
from calculator.answer.plan_verdict import EASED_BY_EFFORT, assess_plan, judge, outline, situation_at_start
from calculator.assessment.engine import RULES, allowed_slugs, blockers
from calculator.data.modalities import BY_SLUG, MODALITIES
from calculator.data.sentences import say
from calculator.form.parse import parse
from calculator.model import Situation
from calculator.scales import Intensity, LegSessionEffort, Outcome
from calculator.schema import Plan
from tests.support.strategies import situations

DONE = {"go", "go_adjusted"}
FRESH = (
    "hours_since_legs=200&leg_effort=light&soreness=0&goal=aerobic_endurance&minutes=60"
    "&lifting_experience=advanced&running_experience=regular"
)
SORE = "hours_since_legs=24&soreness=6&lifting_experience=intermediate&running_experience=some"

asked = st.builds(
    lambda s, kind, minutes, effort, fixed, hours: s._replace(
        plan=kind, plan_minutes=minutes, plan_effort=effort, plan_fixed=fixed, plan_in_hours=hours
    ),
    situations,
    st.sampled_from([mode.slug for mode in MODALITIES]),
    st.none() | st.integers(5, 600),
    st.sampled_from((None, "easy", "steady", "hard")),
    st.booleans(),
    st.sampled_from((0, 0, 1, 6, 20.5, 24)),
)


def verdict(query: str) -> Plan:
    """The verdict on the plan of a query."""
    plan = recommend(query)["plan"]
    assert plan is not None
    return plan


@given(asked)
def test_a_verdict_never_passes_a_limit_of_its_hour(s: Situation) -> None:
    plan = judge(s)
    assert plan is not None
    mode = BY_SLUG[plan["modality"]]
    a = assess_plan(situation_at_start(s, s.plan_in_hours))
    if plan["verdict"] not in DONE:
        assert (plan["minutes"], plan["intensity"]) == (None, None)
        assert plan["session"] == []
        return
    assert plan["minutes"] is not None
    ceilings = a.ceilings(mode.slug)
    assert 0 < plan["minutes"][0] <= plan["minutes"][1] <= ceilings.minutes
    assert Intensity[str(plan["intensity"]).upper()] <= ceilings.intensity
    assert mode.impact <= a.impact or mode.slug == "walk_easy"
    assert a.outcome < Outcome.STOP_REST
    assert not any(finding.rule.danger for finding in blockers(a, mode))
    if mode.slug not in allowed_slugs(a):
        assert s.plan_fixed
        assert plan["verdict"] == "go_adjusted"
        assert {finding.rule.id for finding in blockers(a, mode)} <= EASED_BY_EFFORT


@given(asked)
def test_a_verdict_says_what_its_name_promises(s: Situation) -> None:
    plan = judge(s)
    assert plan is not None
    assert (plan["verdict"] == "go_adjusted") <= bool(plan["adjust"])
    assert (plan["verdict"] == "go") <= (plan["adjust"] == [])
    assert (plan["verdict"] == "wait") <= (plan["from_hours"] is not None)
    assert (plan["verdict"] == "swap") <= (plan["swap_for"] is not None)
    assert plan["price"].endswith(".")
    assert plan["because"]
    assert len(set(plan["because"])) == len(plan["because"])
    if s.plan_fixed:
        assert plan["verdict"] not in {"wait", "swap"}
    if plan["from_hours"] is not None:
        assert plan["from_hours"] > s.plan_in_hours
    shown = outline(s)
    assert shown is not None
    assert shown.verdict == (plan["verdict"] if plan["verdict"] in DONE else "closed")


def test_easier_rules_exist_and_are_not_dangers() -> None:
    rules = {rule.id: rule for rule in RULES}
    assert rules.keys() >= EASED_BY_EFFORT
    assert not any(rules[name].danger for name in EASED_BY_EFFORT)


def test_nothing_asked_has_no_verdict() -> None:
    assert recommend("")["plan"] is None
    assert outline(parse("")) is None


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (f"{FRESH}&plan=run_steady", "go"),
        (f"{FRESH}&plan=run_tempo&plan_minutes=30", "go"),
        (f"{FRESH}&plan=track_sprints&plan_minutes=30", "go"),
        (f"{FRESH}&plan=run_steady&plan_minutes=600", "go_adjusted"),
        (f"{SORE}&plan=bike_upright&plan_effort=hard", "go_adjusted"),
        (f"{SORE}&plan=walk_easy", "go"),
        ("soreness=2&running_experience=regular&plan=treadmill_jog", "wait"),
        (f"{SORE}&plan=track_sprints", "swap"),
        (f"{SORE}&plan=track_sprints&plan_fixed=yes", "not_today"),
        (f"{SORE}&plan=spin_intervals&plan_fixed=yes&activities=class", "go_adjusted"),
        (f"{SORE}&plan=run_steady&plan_fixed=yes", "not_today"),
        ("red_flags=chest_pain&plan=walk_easy", "not_today"),
        ("red_flags=focal_bone_pain&plan=walk_easy", "not_today"),
        ("age=15&plan=walk_easy", "not_today"),
        ("conditions=heart_disease&plan=walk_easy", "go_adjusted"),
        ("conditions=heart_disease&plan=run_steady", "not_today"),
        ("novelty=first_time&plan=spin_intervals&plan_fixed=yes", "not_today"),
        ("soreness=8&walking_affected=yes&hours_since_legs=30&novelty=first_time&plan=run_steady", "not_today"),
    ],
)
def test_a_plan_gets_its_verdict(query: str, expected: str) -> None:
    assert verdict(query)["verdict"] == expected


def test_plan_is_judged_at_its_hour_and_usual_soreness() -> None:
    s = parse("hours_since_legs=60&soreness=6&plan=run_steady&plan_in_hours=24&plan_minutes=45&next_legs_in_hours=40")
    then = situation_at_start(s, s.plan_in_hours)
    assert (then.hours_since_legs, then.minutes, then.next_legs_in_hours) == (84, 45, 16)
    assert then.soreness < s.soreness


def test_legs_before_the_plan_are_the_last_leg_session_then() -> None:
    s = parse("hours_since_legs=90&leg_effort=light&soreness=0&next_legs_in_hours=4&plan=run_steady&plan_in_hours=10")
    then = situation_at_start(s, 10)
    assert (then.hours_since_legs, then.leg_effort, then.next_legs_in_hours) == (6, LegSessionEffort.HARD, None)


def test_an_event_that_is_the_plan_does_not_limit_it() -> None:
    match = f"{FRESH}&activities=team_sport&plan=team_sport&plan_fixed=yes&plan_in_hours=5&plan_minutes=60"
    assert verdict(f"{match}&next_event_in_hours=5&event_kind=match")["verdict"] in DONE
    assert verdict(f"{match}&next_event_in_hours=20&event_kind=match")["verdict"] == "not_today"


def test_plan_alternative_is_available() -> None:
    assert verdict(f"{FRESH}&plan=rowing")["verdict"] == "go"
    swap = BY_SLUG[str(verdict(f"{SORE}&plan=track_sprints&equipment=pool")["swap_for"])]
    assert not swap.equipment_any_of or "pool" in swap.equipment_any_of


def test_strength_goal_keeps_a_preferred_run() -> None:
    strong = (
        "hours_since_legs=30&leg_effort=hard&soreness=2&goal=muscle_strength&minutes=40&lifting_experience=advanced"
    )
    plan = verdict(f"{strong}&running_experience=regular&plan=run_steady&plan_effort=easy&plan_minutes=25")
    assert plan["verdict"] in DONE
    assert "strength" in plan["price"]


def test_a_booked_class_says_how_to_take_it() -> None:
    plan = verdict(f"{SORE}&plan=spin_intervals&plan_fixed=yes&activities=class&plan_minutes=50")
    assert {"easier", "skip_sprints"} <= set(plan["adjust"])
    assert plan["advice"][-1].startswith("Afterwards")
    assert "slow down or rest" in next(part["text"] for part in plan["session"] if part["kind"] == "main")


def test_a_way_home_that_is_too_long_is_broken_into_parts() -> None:
    plan = verdict(
        "hours_since_legs=2&leg_effort=very_hard&soreness=3&plan=bike_upright&plan_minutes=90&plan_fixed=yes"
    )
    assert {"shorter", "take_breaks"} <= set(plan["adjust"])


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("soreness=6&plan=run_steady", "fitness"),
        (f"{FRESH}&plan=run_steady", "ready"),
        (f"{SORE}&plan=arm_ergometer", "next to nothing"),
        (f"{FRESH}&plan=run_steady&next_legs_in_hours=40", "in 2 days"),
        ("soreness=4&plan=bike_upright", "harder than usual"),
        ("red_flags=chest_pain&plan=walk_easy", "looked"),
        (
            "hours_since_legs=24&soreness=2&running_experience=regular&lifting_experience=advanced&plan=run_steady",
            "10% more effort",
        ),
    ],
)
def test_the_price_is_said(query: str, words: str) -> None:
    assert words in verdict(query)["price"]


@pytest.mark.parametrize(
    ("query", "starts"),
    [
        (f"{FRESH}&plan=run_steady&plan_minutes=30", "Yes, you can do this: easy, steady run for 30 minutes"),
        (
            f"{FRESH}&plan=run_steady&plan_minutes=30&plan_in_hours=1",
            "Yes, in 1 hour you can do this: easy, steady run",
        ),
        (f"{SORE}&plan=bike_upright&plan_effort=hard&plan_minutes=20", "Yes, but go easier: upright bike"),
        (f"{SORE}&plan=track_sprints", f"{say('plan.not-today', name='track sprints')} {say('plan.now')} "),
        ("soreness=2&running_experience=regular&plan=treadmill_jog", "Not yet: wait about "),
        (
            "conditions=heart_disease&plan=walk_easy",
            "Ask your doctor first. Until then, do no more than this: easy walk",
        ),
    ],
)
def test_the_headline_leads_with_the_verdict(query: str, starts: str) -> None:
    assert recommend(query)["headline"].startswith(starts)


@pytest.mark.parametrize("flag", ["chest_pain", "fever", "focal_bone_pain"])
def test_a_stop_or_a_referral_leads_the_headline_before_any_plan(flag: str) -> None:
    stopped = recommend(f"red_flags={flag}")["headline"]
    assert recommend(f"red_flags={flag}&plan=run_steady")["headline"] == stopped


def test_waiting_ends_at_the_next_fixed_session() -> None:
    jog = "soreness=2&running_experience=regular&plan=treadmill_jog"
    assert verdict(jog)["from_hours"] is not None
    assert verdict(f"{jog}&next_event_in_hours=8")["from_hours"] is None


@pytest.mark.parametrize("kind", ["key_session", "match", "long_race"])
def test_a_plan_after_an_event_is_judged_by_the_legs_that_the_event_leaves(kind: str) -> None:
    plan = f"{FRESH}&plan=run_tempo&plan_in_hours=24"
    assert verdict(plan)["verdict"] in DONE
    assert verdict(f"{plan}&next_event_in_hours=6&event_kind={kind}")["verdict"] not in DONE
    assert verdict(f"{plan}&next_event_in_hours=23.5&event_kind={kind}")["verdict"] in DONE  # the plan is the event
