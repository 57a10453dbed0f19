"""Tests of the limits that keep a reader safe: what a referral leaves, and that more caution never offers more."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.answer.builder import answer, answer_for
from calculator.assessment.engine import allowed_slugs, assess
from calculator.data.modalities import BY_SLUG
from calculator.data.sentences import say
from calculator.form.fields import FIELDS_BY_NAME
from calculator.form.parse import parse
from calculator.model import Situation
from calculator.scales import Impact, Intensity, LiftingExperience, Outcome, RunningExperience
from calculator.session import builder as session_builder
from calculator.session import ranking
from tests.support.compare import IMPACTS, INTENSITIES, rules_of
from tests.support.sentence_catalogue import ids
from tests.support.strategies import situations, with_answer, with_plan

LIGHT, SHORT, LONGER = INTENSITIES.index("light"), 20, 30
THIRTY = {"unexplained-decline", "overreaching"}


def offered(s: Situation) -> dict[str, session_builder.PlannedSession]:
    """Every session that could be offered, by kind of cardio, whatever its rank."""
    a = assess(s)
    if not a.allows_session:
        return {}
    return {mode.slug: session_builder.plan_session(s, a, mode) for mode in ranking.rank(s, a)}


def more_than(cautious: Situation, free: Situation) -> list[str]:
    """What the more cautious of two readers is offered that the freer one is not: no kind, impact, effort or minutes more."""
    after, before = offered(cautious), offered(free)
    results = [f"{slug} is new" for slug in after.keys() - before.keys()]
    for slug in after.keys() & before.keys():
        new, old = after[slug], before[slug]
        if new.intensity > old.intensity:
            results.append(f"{slug} is {new.intensity} instead of {old.intensity}")
        same = new.intensity is old.intensity and new.form is old.form
        if same and new.minutes[1] > old.minutes[1]:
            results.append(f"{slug} takes {new.minutes} instead of {old.minutes}")
    return results


@given(situations)
def test_a_referral_and_a_day_of_rest_carry_a_dose(s: Situation) -> None:
    a = assess(s)
    if a.outcome not in {Outcome.STOP_REFER_ROUTINE, Outcome.REST_OR_WALK_ONLY} or not a.allows_session:
        return
    most = LONGER if rules_of(a) & THIRTY else SHORT
    for slug in allowed_slugs(a):
        ceiling = a.ceilings(slug)
        assert ceiling.intensity <= Intensity.LIGHT, slug
        assert ceiling.minutes <= most, slug


def test_weeks_of_decline_leave_half_an_hour_of_light_work() -> None:
    result = answer(
        "red_flags=unexplained_decline&hours_since_legs=72&soreness=1&goal=aerobic_endurance&running_experience=regular"
        "&lifting_experience=advanced&equipment=pool&minutes=180"
    )
    assert result["outcome"] == "stop_refer_routine"
    assert result["options"]
    for option in result["options"]:
        assert INTENSITIES.index(option["intensity"]) <= LIGHT
        assert option["minutes"][1] <= LONGER


@pytest.mark.parametrize(
    ("query", "outcome"),
    [
        ("resting_hr=120&usual_resting_hr=55", "stop_rest"), ("resting_hr=100", "stop_rest"), ("resting_hr=99", "recommend"),
        ("resting_hr=75&usual_resting_hr=55", "stop_rest"), ("resting_hr=74&usual_resting_hr=55", "recommend_with_caution"),
        ("resting_hr=60&usual_resting_hr=55", "recommend_with_caution"), ("resting_hr=59&usual_resting_hr=55", "recommend"),
    ],
)  # fmt: skip
def test_resting_pulse_stops_or_holds_back(query: str, outcome: str) -> None:
    fresh = "hours_since_legs=120&leg_effort=light&soreness=0&running_experience=regular&lifting_experience=advanced"
    assert answer(f"{fresh}&{query}")["outcome"] == outcome


@pytest.mark.parametrize("hours", range(1, 338, 7))
def test_nearer_race_never_adds_minutes_or_effort(hours: int) -> None:
    s = parse(
        "hours_since_legs=120&leg_effort=light&soreness=0&goal=aerobic_endurance&minutes=240&running_experience=regular"
    )
    for kind in ("long_race", "short_race", "match", "fitness_test"):
        near, far = (s._replace(event_kind=kind, next_event_in_hours=gap) for gap in (hours, hours + 1))
        assert more_than(near, far) == []
        assert more_than(far, s) == []


def test_scoped_limit_survives_more_caution() -> None:
    s = parse(
        "hours_since_legs=24&leg_effort=hard&soreness=2&goal=aerobic_endurance&minutes=90&lifting_experience=intermediate"
        "&running_experience=regular&age=50"
    )
    for change in (
        {"conditions": frozenset({"obesity"})}, {"medicines": frozenset({"statin"})}, {"age": 66},
        {"running_experience": RunningExperience.NONE, "lifting_experience": LiftingExperience.NOVICE},
    ):  # fmt: skip
        assert more_than(s._replace(**change), s) == [], change


@given(with_plan, st.sampled_from([choice.value for choice in FIELDS_BY_NAME["conditions"].choices]))
def test_a_condition_never_offers_more(s: Situation, condition: str) -> None:
    assert more_than(s._replace(conditions=s.conditions | {condition}), s) == []


@given(with_plan, st.sampled_from([choice.value for choice in FIELDS_BY_NAME["medicines"].choices]))
def test_a_medicine_never_offers_more(s: Situation, medicine: str) -> None:
    assert more_than(s._replace(medicines=s.medicines | {medicine}), s) == []


@given(with_plan, st.sampled_from([choice.value for choice in FIELDS_BY_NAME["red_flags"].choices]))
def test_a_warning_sign_never_offers_more(s: Situation, flag: str) -> None:
    assert more_than(s._replace(red_flags=s.red_flags | {flag}), s) == []


@given(with_plan, st.integers(18, 120), st.integers(18, 120))
def test_age_never_offers_more(s: Situation, item: int, other: int) -> None:
    younger, older = sorted((item, other))
    assert more_than(with_answer(s, "age", older), with_answer(s, "age", younger)) == []


@given(
    with_plan,
    st.sampled_from(("cleared", "activities", "tired", "sleep_hours", "consecutive_hard_days", "weeks_since_birth")),
)
def test_more_caution_in_any_other_answer_never_offers_more(s: Situation, field: str) -> None:
    cautious: dict[str, object] = {
        "cleared": False, "activities": frozenset(), "tired": 2, "sleep_hours": 2, "consecutive_hard_days": 9,
        "weeks_since_birth": 1,
    }  # fmt: skip
    if field == "tired":
        cautious["tired"] = max(type(s.tired))
    assert more_than(with_answer(s, field, cautious[field]), s) == []


@pytest.mark.parametrize(
    ("query", "slug", "rule"),
    [
        ("hours_since_legs=30&soreness=2&leg_effort=moderate", "spin_intervals", "rule.new-class"),
        ("conditions=pregnant&soreness=4", "team_sport", "rule.pregnancy"),
    ],
)
def test_the_gravest_reason_applies_beside_a_closed_kind(query: str, slug: str, rule: str) -> None:
    (because,) = (exclusion["because"] for exclusion in answer(query)["excluded"] if exclusion["modality"] == slug)
    assert ids(because) == (rule,)


FRESH = "hours_since_legs=120&leg_effort=light&soreness=0&goal=aerobic_endurance&minutes=60&lifting_experience=advanced"
KIT = "equipment=pool&equipment=bike_upright&equipment=stair_climber&equipment=arm_ergometer"


@pytest.mark.parametrize(
    ("condition", "outcome", "impact"),
    [
        ("irregular_heartbeat", "recommend_with_caution", "high"), ("hypertension_uncontrolled", "needs_clearance", "low"),
        ("stroke", "needs_clearance", "low"), ("recent_operation", "needs_clearance", "low"),
        ("pregnancy_complication", "needs_clearance", "low"),
        ("asthma", "recommend_with_caution", "high"), ("epilepsy", "recommend_with_caution", "high"),
        ("sickle_cell_trait", "recommend_with_caution", "high"), ("muscle_strain", "recommend_with_caution", "none"),
        ("foot_pain", "recommend_with_caution", "none"), ("pelvic_floor_symptoms", "recommend_with_caution", "none"),
        ("other_condition", "recommend_with_caution", "high"),
    ],
)  # fmt: skip
def test_every_new_condition_holds_the_offer(condition: str, outcome: str, impact: str) -> None:
    result = answer(f"{FRESH}&{KIT}&running_experience=regular&conditions={condition}")
    assert result["outcome"] == outcome
    for option in result["options"]:
        assert INTENSITIES.index(option["intensity"]) <= INTENSITIES.index("moderate")
        easy_walk = option["modality"] == "walk_easy"
        assert easy_walk or IMPACTS.index(option["impact"]) <= IMPACTS.index(impact)


def test_clearance_lifts_the_ban_to_moderate_and_nothing_else() -> None:
    query = f"{FRESH}&{KIT}&running_experience=regular&conditions=heart_disease"
    assert answer(query)["outcome"] == "needs_clearance"
    result = answer(f"{query}&cleared=yes")
    assert result["outcome"] == "recommend_with_caution"
    assert all(option["heart_rate"] is None for option in result["options"])
    assert {option["intensity"] for option in result["options"]} <= {"light", "moderate"}
    for stop in ("red_flags=chest_pain", "red_flags=focal_bone_pain", "walking_affected=yes"):
        free = assess(parse(f"{query}&{stop}&cleared=yes"))
        assert free.impact is Impact.NONE or not free.allows_session


def test_an_epileptic_does_not_swim_alone_or_climb() -> None:
    closed = {exclusion["modality"] for exclusion in answer(f"{FRESH}&{KIT}&conditions=epilepsy")["excluded"]}
    assert {"swimming", "aqua_jog", "stair_climber"} <= closed
    assert set(BY_SLUG) - closed


RUNNER = "leg_effort=hard&goal=aerobic_endurance&minutes=60&lifting_experience=intermediate&running_experience=regular"


@pytest.mark.parametrize(
    ("changes", "runs"),
    [
        ("hours_since_legs=20&soreness=3", True), ("hours_since_legs=19&soreness=3", False),
        ("hours_since_legs=24&soreness=4", False),
        ("hours_since_legs=24&soreness=2&novelty=first_time", False), ("hours_since_legs=24&soreness=2&eccentric=high", False),
    ],
)  # fmt: skip
def test_the_trained_may_run_easily_a_day_after_a_hard_session(changes: str, runs: bool) -> None:  # noqa: FBT001
    a = assess(parse(f"{RUNNER}&{changes}"))
    assert ("run_steady" in allowed_slugs(a)) is runs
    if runs:
        assert a.ceilings("run_steady").minutes <= 40
        assert not allowed_slugs(a) & {
            "run_tempo",
            "track_sprints",
            "jump_rope",
            "plyometrics",
            "team_sport",
            "aerobics_high_impact",
        }


def test_age_and_a_statin_leave_a_runner_the_long_run() -> None:
    s = parse(
        "hours_since_legs=120&leg_effort=light&soreness=0&goal=aerobic_endurance&minutes=120&running_experience=regular"
    )
    for held in (s._replace(age=66), s._replace(medicines=frozenset({"statin"}))):
        assert assess(held).ceilings("run_steady").minutes == assess(s).ceilings("run_steady").minutes


def test_a_player_practises_and_drills_after_a_light_session() -> None:
    s = parse(
        "hours_since_legs=20&leg_effort=light&soreness=1&lifting_experience=intermediate&running_experience=some&activities=team_sport"
    )
    assert {"agility_drills", "team_sport"} <= allowed_slugs(assess(s))
    assert "plyometrics" not in allowed_slugs(assess(s))


def test_the_cardio_comes_after_legs_that_are_hours_away() -> None:
    result = answer("hours_since_legs=72&soreness=1&leg_effort=moderate&goal=muscle_strength&next_legs_in_hours=6")
    assert result["headline"].startswith(say("headline.after-legs"))


@given(with_plan)
def test_the_outlook_opens_one_class_at_a_time(s: Situation) -> None:
    impacts = [IMPACTS.index(step["impact"]) for step in answer_for(s)["timeline"]]
    assert all(later - earlier <= 1 for earlier, later in pairwise(impacts))


@pytest.mark.parametrize(
    ("query", "warning"),
    [
        ("event_kind=long_race&next_event_in_hours=116&soreness=1", "race_week"), ("consecutive_hard_days=4", "strain_signs"),
        ("resting_hr=120", "resting_pulse_high"), ("resting_hr=62&usual_resting_hr=55", "resting_pulse_high"),
        ("red_flags=focal_bone_pain&next_event_in_hours=30", "do_not_race"),
        ("conditions=head_cold&next_event_in_hours=20", "do_not_race"),
        ("soreness=8", "rhabdomyolysis"), ("conditions=pregnant", "stop_signs_pregnancy"),
        ("medicines=insulin", "late_low_glucose"),
        ("medicines=beta_blocker", "effort_not_pulse"), ("conditions=irregular_heartbeat", "effort_not_pulse"),
        ("conditions=other_condition", "ask_first_other_condition"), ("conditions=muscle_strain", "physio_first"),
        ("plan=spin_intervals&novelty=first_time", "new_class"), ("plan=rucking", "load_on_bone"), ("plan=hiking", "downhill"),
        ("plan=track_sprints&soreness=4", "sprint_on_sore"), ("plan=track_sprints", "build_up_to_sprints"),
        ("goal=speed_power", "explosive_suffers"), ("hours_since_legs=2", "lift_first"),
        ("hours_since_legs=80", "see_if_not_easing"),
        ("hours_since_legs=20", "soreness_rises"),
    ],
)  # fmt: skip
def test_a_warning_is_said_where_it_is_due(query: str, warning: str) -> None:
    result = answer(query)
    assert warning in result["warning_ids"]
    assert len(result["warning_ids"]) == len(result["warnings"])
