"""Every rule, with situations to which it applies and neighbouring ones to which it does not."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode

import pytest

from calculator.assessment.engine import RULES, assess
from calculator.data.modalities import BY_SLUG
from calculator.data.sentences import say
from calculator.form.parse import parse
from calculator.rules_api import Finding, Limit
from tests.support.compare import allowed
from tests.support.sentence_catalogue import ids

FRESH = (
    "hours_since_legs=200&leg_effort=light&soreness=0&goal=aerobic_endurance&minutes=60"
    "&lifting_experience=advanced&running_experience=regular"
)
"""A reader whom nothing holds back; every row below changes a little of this."""


class Row(NamedTuple):
    """One rule: the finding it stands on, to whom it speaks, and to whom it does not."""

    rule: str
    finding: str
    speaks: tuple[str, ...]
    silent: tuple[str, ...]


ROWS: tuple[Row, ...] = (
    Row(
        "emergency",
        "chest pain, breathlessness, heat collapse, saddle numbness, bladder change, numb or cold limb: call now",
        tuple(
            f"red_flags={flag}"
            for flag in (
                "chest_pain", "sudden_breathlessness", "heat_confusion", "saddle_numbness", "bladder_or_bowel_change",
                "numb_or_cold_limb", "leg_weakness&red_flags=saddle_numbness", "leg_weakness&conditions=low_back_soreness",
                "syncope&red_flags=palpitations",
            )
        ),
        ("", "red_flags=dark_urine", "red_flags=fever"),
    ),
    Row(
        "urgent",
        "dark urine, swelling, pain out of proportion, one calf, fainting, hot joint, no weight, bleeding: same day",
        tuple(
            f"red_flags={flag}"
            for flag in (
                "dark_urine", "marked_muscle_swelling", "disproportionate_pain", "one_sided_calf_swelling", "syncope",
                "hot_swollen_joint", "cannot_bear_weight", "pregnancy_bleeding", "leg_weakness", "palpitations",
            )
        ),
        ("", "red_flags=chest_pain", "red_flags=focal_bone_pain"),
    ),
    Row("fever", "no exercise with fever, resume 24 h after it", ("red_flags=fever",), ("conditions=head_cold",)),
    Row(
        "resting-pulse", "a resting pulse of 100, or 20 above the usual, stops training",
        ("resting_hr=100", "resting_hr=120&usual_resting_hr=55", "resting_hr=70&usual_resting_hr=50", "resting_hr=200"),
        ("resting_hr=99", "resting_hr=69&usual_resting_hr=50", "usual_resting_hr=110"),
    ),
    Row("under-18", "adult doses are not validated below 18", ("age=17", "age=1"), ("age=18", "")),
    Row("heart-disease", "known heart disease, clearance first", ("conditions=heart_disease",), ("conditions=kidney_disease",)),
    Row(
        "clearance-first", "some conditions, and a pregnancy with a second risk, need a doctor first",
        (
            "conditions=hypertension_uncontrolled", "conditions=stroke", "conditions=recent_operation", "conditions=pregnancy_complication",
            "conditions=pregnant&conditions=hypertension_controlled", "conditions=pregnant&conditions=kidney_disease",
            "conditions=pregnant&conditions=type_1_diabetes", "conditions=pregnant&conditions=heart_disease", "conditions=stroke&cleared=yes",
        ),
        ("conditions=pregnant", "conditions=hypertension_controlled", "conditions=pregnant&conditions=knee_pain", "cleared=yes"),
    ),
    Row("bone-pain", "bone pain in one spot takes no impact", ("red_flags=focal_bone_pain",), ("red_flags=joint_locking",)),
    Row("joint-locking", "a knee that locks or gives way is looked at", ("red_flags=joint_locking",), ("conditions=knee_pain",)),
    Row(
        "unexplained-decline", "weeks of falling performance are looked at",
        ("red_flags=unexplained_decline",), ("consecutive_hard_days=10",),
    ),
    Row(
        "lasting-soreness", "ordinary soreness is gone in 2 to 5 days",
        (
            "soreness=4&hours_since_legs=120", "soreness=10&hours_since_legs=336", "soreness=4&hours_since_legs=72&soreness_trend=rising",
            "soreness=4&hours_since_legs=168&soreness_trend=easing",
        ), (
            "soreness=3&hours_since_legs=120", "soreness=4&hours_since_legs=119", "soreness=4&hours_since_legs=119&soreness_trend=same",
            "soreness=4&hours_since_legs=71&soreness_trend=rising", "soreness=6&hours_since_legs=167&soreness_trend=easing",
        ),
    ),
    Row(
        "screening", "a cardiovascular, metabolic or renal diagnosis holds work at moderate",
        (
            "conditions=heart_disease", "conditions=kidney_disease", "conditions=type_1_diabetes",
            "conditions=type_2_diabetes", "conditions=hypertension_controlled",
        ),
        ("", "conditions=knee_pain", "medicines=beta_blocker"),
    ),
    Row("head-cold", "a cold above the neck bears moderate work, 30 min", ("conditions=head_cold",), ("", "red_flags=fever")),
    Row(
        "raised-pulse", "some beats above the usual hold the day back",
        ("resting_hr=55&usual_resting_hr=50", "resting_hr=69&usual_resting_hr=50"), ("resting_hr=54&usual_resting_hr=50", "resting_hr=90"),
    ),
    Row("pregnancy", "moderate is encouraged, falls and contact are not", ("conditions=pregnant",), ("conditions=postpartum",)),
    Row("postpartum", "gentle return, the pelvic floor stops impact", ("conditions=postpartum",), ("conditions=pregnant",)),
    Row(
        "new-to-cardio", "65 and over without regular cardio keep to moderate",
        ("age=65&running_experience=some", "age=80&running_experience=none"), ("age=64&running_experience=none", "age=65", "running_experience=none"),
    ),
    Row(
        "heart-rate-medicine", "a target heart rate may never be reached on a beta blocker",
        ("medicines=beta_blocker", "medicines=other_blood_pressure_medicine"), ("medicines=statin", ""),
    ),
    Row(
        "glucose", "insulin or sulfonylurea, late lows after leg and cardio",
        ("conditions=type_1_diabetes", "conditions=type_2_diabetes", "medicines=insulin", "medicines=sulfonylurea"),
        ("medicines=statin", "conditions=low_carbohydrate_or_fasted"),
    ),
    Row(
        "rhabdo-caution", "statins leave less room for a muscle shock",
        ("medicines=statin", "conditions=kidney_disease"), ("medicines=insulin", "conditions=type_2_diabetes"),
    ),
    Row("knee", "bigger knee moments on the elliptical", ("conditions=knee_pain", "conditions=knee_osteoarthritis"), ("conditions=hip_pain",)),
    Row("hip", "hip conditions lower the ceiling", ("conditions=hip_pain",), ("conditions=knee_pain",)),
    Row("ankle", "an unsteady ankle takes no strike", ("conditions=ankle_sprain",), ("conditions=achilles_pain",)),
    Row("achilles", "hops and hills load the Achilles most", ("conditions=achilles_pain",), ("conditions=ankle_sprain",)),
    Row("shin", "bone stress shows in the shin", ("conditions=shin_pain",), ("conditions=achilles_pain",)),
    Row("low-back", "table row 16: no rower on a sore lower back", ("conditions=low_back_soreness",), ("conditions=hip_pain",)),
    Row("osteoporosis", "table row 31: no falls with osteoporosis", ("conditions=osteoporosis",), ("conditions=obesity",)),
    Row("body-weight", "non-impact first", ("conditions=obesity",), ("conditions=osteoporosis",)),
    Row(
        "irregular-heartbeat", "a pulse without rhythm is no guide", ("conditions=irregular_heartbeat",),
        ("conditions=hypertension_controlled",),
    ),
    Row("asthma", "hard work brings symptoms", ("conditions=asthma",), ("conditions=epilepsy",)),
    Row("epilepsy", "no water alone, no heights", ("conditions=epilepsy",), ("conditions=asthma",)),
    Row("sickle-cell-trait", "extra caution for muscle breakdown", ("conditions=sickle_cell_trait",), ("conditions=asthma",)),
    Row("blood-thinner", "no contact, no falls", ("medicines=blood_thinner",), ("medicines=statin",)),
    Row("muscle-strain", "a strain is not soreness", ("conditions=muscle_strain",), ("soreness=6",)),
    Row("foot-pain", "no strikes on a painful foot", ("conditions=foot_pain",), ("conditions=shin_pain",)),
    Row("foot-pain-walks", "no long walks on a painful foot", ("conditions=foot_pain",), ("conditions=shin_pain",)),
    Row("pelvic-floor", "symptoms stop impact", ("conditions=pelvic_floor_symptoms",), ("conditions=postpartum",)),
    Row(
        "other-health", "another condition or medicine: ask before hard work",
        ("conditions=other_condition", "medicines=other_medicine"), ("conditions=asthma", "medicines=statin"),
    ),
    Row(
        "readiness-impact", "impact by readiness",
        ("soreness=3", "hours_since_legs=24&leg_effort=moderate"), ("soreness=2", "hours_since_legs=48"),
    ),
    Row(
        "readiness-intensity", "intensity by readiness",
        ("soreness=3", "hours_since_legs=24&leg_effort=moderate"), ("soreness=2", "hours_since_legs=48"),
    ),
    Row(
        "arms-lead", "fatigue is local to the muscles used",
        ("soreness=3", "walking_affected=yes", "hours_since_legs=6&leg_effort=hard"), ("soreness=2", ""),
    ),
    Row(
        "near-max", "S29: no near-maximal work but for the trained and well",
        ("goal=general_health", "running_experience=some", "conditions=knee_pain", "medicines=statin"), ("", "goal=speed_power"),
    ),
    Row(
        "spent-legs", "below readiness 30, rest or walk",
        ("hours_since_legs=0&leg_effort=very_hard", "soreness=9"), ("soreness=8", "hours_since_legs=0&leg_effort=hard"),
    ),
    Row("sore-legs", "sore muscle absorbs shock badly", ("soreness=3", "soreness=5", "soreness=7"), ("soreness=2",)),
    Row(
        "sore-legs-effort", "soreness alters recruitment",
        ("soreness=3", "soreness=7", "walking_affected=yes"), ("soreness=2",),
    ),
    Row(
        "swimming-legs", "table: a swim loads the legs a little", ("soreness=7", "walking_affected=yes&soreness=4"), ("soreness=6",),
    ),
    Row(
        "unexplained-limp", "a limp on legs that are hardly sore is not soreness",
        ("walking_affected=yes", "walking_affected=yes&soreness=2"), ("walking_affected=yes&soreness=3", "soreness=2"),
    ),
    Row("changed-walk", "a changed gait leaves none and easy walking", ("walking_affected=yes",), ("soreness=10",)),
    Row(
        "new-legs", "the novice runs worse for 48 h, even at the third bout",
        (
            "novelty=first_time&hours_since_legs=71", "novelty=return_after_break&leg_effort=hard&hours_since_legs=71",
            "novelty=return_after_break&leg_effort=moderate&hours_since_legs=71", "novelty=return_after_break&hours_since_legs=47",
            "lifting_experience=novice&leg_effort=moderate&hours_since_legs=47", "lifting_experience=novice&leg_effort=hard&hours_since_legs=47",
        ),
        (
            "novelty=first_time&hours_since_legs=72", "novelty=return_after_break&leg_effort=very_hard&hours_since_legs=72",
            "novelty=return_after_break&hours_since_legs=48", "lifting_experience=novice&leg_effort=very_hard&hours_since_legs=48",
            "lifting_experience=novice&hours_since_legs=0", "lifting_experience=intermediate&leg_effort=very_hard&hours_since_legs=0",
        ),
    ),
    Row(
        "very-sore-beginner", "rhabdomyolysis cases are mostly first-timers",
        ("novelty=first_time&soreness=7", "novelty=return_after_break&soreness=7", "novelty=first_time&walking_affected=yes"),
        ("soreness=7", "novelty=first_time&soreness=6", "walking_affected=yes"),
    ),
    Row("running-experience", "who does not run does not start now", ("running_experience=none", "running_experience=some"), ("",)),
    Row(
        "overreaching", "short sleep, raised pulse, hard days in a row",
        (
            "sleep_hours=5.5&consecutive_hard_days=3&resting_hr=55&usual_resting_hr=50",
            "sleep_hours=0&consecutive_hard_days=30&red_flags=unexplained_decline", "sleep_hours=3", "consecutive_hard_days=7",
            "consecutive_hard_days=4&tired=very", "sleep_hours=5.5&consecutive_hard_days=3",
        ),
        (
            "sleep_hours=5.5", "sleep_hours=6&consecutive_hard_days=3", "sleep_hours=3.5", "consecutive_hard_days=6", "tired=very",
            "sleep_hours=5.5&resting_hr=54&usual_resting_hr=50", "sleep_hours=5.5&tired=a_bit", "resting_hr=99", "usual_resting_hr=30",
        ),
    ),
    Row(
        "same-day", "0 h is worst, less than 6 h is avoided",
        ("hours_since_legs=5.9", "hours_since_legs=0&leg_effort=hard", "hours_since_legs=3&leg_effort=moderate"), ("hours_since_legs=6&leg_effort=hard",),
    ),
    Row(
        "stairs-and-hills", "uphill takes the landing and adds 75% push",
        ("hours_since_legs=24&leg_effort=moderate", "soreness=3"), ("soreness=2", ""),
    ),
    Row(
        "quality-running", "quality runs wait 48 h, 72 h after novel or failure work",
        (
            "leg_effort=hard&hours_since_legs=47", "leg_effort=very_hard&hours_since_legs=71", "novelty=return_after_break&leg_effort=moderate&hours_since_legs=71",
            "novelty=first_time&hours_since_legs=47",
        ),
        (
            "hours_since_legs=0", "leg_effort=hard&hours_since_legs=48", "leg_effort=very_hard&hours_since_legs=72",
            "novelty=first_time&hours_since_legs=48", "novelty=first_time&leg_effort=moderate&hours_since_legs=72",
        ),
    ),
    Row(
        "sprints", "NEW-GRF: a sprint lands with 3.7 to 4.8 body weights",
        ("hours_since_legs=23", "leg_effort=moderate&hours_since_legs=47", "soreness=2", "running_experience=some"),
        ("hours_since_legs=36", "leg_effort=moderate&hours_since_legs=60", "soreness=1"),
    ),
    Row(
        "jumps", "jumps load 2.8 to 5.4 body weights",
        ("hours_since_legs=47", "leg_effort=moderate&hours_since_legs=71", "soreness=2", "running_experience=none"),
        ("hours_since_legs=48", "leg_effort=moderate&hours_since_legs=72", "soreness=1"),
    ),
    Row(
        "new-class", "cases after a first spin class, one after 15 minutes",
        ("novelty=first_time&hours_since_legs=71", "lifting_experience=novice&running_experience=none&hours_since_legs=0"),
        (
            "novelty=first_time&hours_since_legs=72", "novelty=return_after_break&hours_since_legs=0",
            "lifting_experience=novice&hours_since_legs=0", "running_experience=none&hours_since_legs=0",
        ),
    ),
    Row(
        "next-legs", "hard cycling costs repetitions for 8 h",
        ("next_legs_in_hours=0", "next_legs_in_hours=24", "next_legs_in_hours=48"), ("", "next_legs_in_hours=49"),
    ),
    Row("event-tomorrow", "light and short the day before", ("next_event_in_hours=24", "next_event_in_hours=0"), ("next_event_in_hours=24.5", "")),
    Row("event-soon", "moderate two days before", ("next_event_in_hours=48", "next_event_in_hours=1"), ("next_event_in_hours=48.5", "")),
    Row(
        "taper", "sessions grow shorter before an event that is tapered for",
        (
            "event_kind=long_race&next_event_in_hours=336", "event_kind=long_race&next_event_in_hours=49", "event_kind=match&next_event_in_hours=96",
            "event_kind=short_race&next_event_in_hours=49", "event_kind=fitness_test&next_event_in_hours=73",
        ),
        (
            "event_kind=long_race&next_event_in_hours=337", "event_kind=match&next_event_in_hours=97", "event_kind=key_session&next_event_in_hours=60",
            "next_event_in_hours=60", "event_kind=long_race",
        ),
    ),
    Row(
        "taper-intensity", "nothing vigorous but strides from three days before",
        ("event_kind=long_race&next_event_in_hours=72", "event_kind=match&next_event_in_hours=72"),
        ("event_kind=long_race&next_event_in_hours=73", "next_event_in_hours=60"),
    ),
    Row(
        "muscle-goal", "trained leg strength suffers most in shared sessions",
        ("goal=muscle_strength&leg_effort=moderate&hours_since_legs=47", "goal=muscle_strength&leg_effort=hard&hours_since_legs=71"),
        (
            "goal=muscle_strength&hours_since_legs=0", "goal=muscle_strength&leg_effort=very_hard&hours_since_legs=72",
            "goal=speed_power&leg_effort=hard&hours_since_legs=24",
        ),
    ),
    Row("session-length", "minutes by readiness and goal", ("", "soreness=9"), ()),
    Row(
        "time-available", "then the time available; never below 5",
        ("minutes=5", "minutes=15", "minutes=19", "", "minutes=179"), ("minutes=180", "goal=general_health"),
    ),
    Row(
        "long-sessions", "long easy work for the endurance goal, fed and without impact",
        ("goal=general_health&minutes=61", "soreness=4"), ("goal=general_health", "soreness=2"),
    ),
    Row(
        "tired-legs-impact", "long work on tired legs goes without impact", ("soreness=5", "soreness=5&age=70", "soreness=5&conditions=obesity"),
        ("soreness=4", "soreness=5&goal=general_health"),
    ),
    Row("long-and-hard", "never long and hard", ("", "soreness=9"), ()),
    Row(
        "intervals", "readiness 70, soreness 2, an accustomed mode",
        ("soreness=3", "hours_since_legs=0&leg_effort=hard", "lifting_experience=novice&running_experience=none"),
        ("soreness=2", "lifting_experience=novice", "running_experience=none", "hours_since_legs=24&leg_effort=moderate"),
    ),
    Row("recovery-goal", "a recovery day is light to moderate", ("goal=recovery",), ("", "goal=general_health")),
    Row("low-fuel", "legs use a quarter of the glycogen", ("conditions=low_carbohydrate_or_fasted",), ("conditions=type_1_diabetes",)),
)  # fmt: skip


def reader(changes: str) -> str:
    """The query of the fresh reader with some answers changed."""
    changed = parse_qsl(changes)
    names = {name for name, _ in changed}
    return urlencode([*((name, value) for name, value in parse_qsl(FRESH) if name not in names), *changed])


def finding(changes: str, rule: str) -> Finding | None:
    """What a rule says to the fresh reader with some answers changed, if it speaks."""
    said = assess(parse(reader(changes))).findings
    return next((result for result in said if result.rule.id == rule), None)


def limit(changes: str, rule: str) -> Limit:
    """The limit of a rule that speaks."""
    result = finding(changes, rule)
    assert result is not None, (rule, changes)
    return result.limit


def test_every_rule_has_its_row() -> None:
    missing = {rule.id for rule in RULES} - {row.rule for row in ROWS}
    assert not missing, f"add to ROWS of this file, in the order of RULES: {sorted(missing)}"
    assert [row.rule for row in ROWS] == [rule.id for rule in RULES]


def short(value: Row | str) -> str:
    """How a test of one row is called."""
    return value.rule if isinstance(value, Row) else value or "fresh"


@pytest.mark.parametrize(
    ("row", "changes"), [(row, reader_answers) for row in ROWS for reader_answers in row.speaks], ids=short
)
def test_a_rule_speaks_where_its_finding_holds(row: Row, changes: str) -> None:
    own = (f"rule.{row.rule}", "rule.as-agreed")
    found = ids(limit(changes, row.rule).reason)
    assert found is not None, row.finding
    assert all(name.startswith(own) for name in found), row.finding


@pytest.mark.parametrize(
    ("row", "changes"), [(row, reader_answers) for row in ROWS for reader_answers in row.silent], ids=short
)
def test_a_rule_is_silent_just_beside_it(row: Row, changes: str) -> None:
    assert finding(changes, row.rule) is None, row.finding


def test_a_fresh_reader_is_held_by_length_and_clock_alone() -> None:
    a = assess(parse(FRESH))
    assert {result.rule.id for result in a.findings} == {"session-length", "time-available", "long-and-hard"}
    assert allowed(a) == frozenset(BY_SLUG)


# What each rule takes away, beyond speaking: (changes, rule, outcome, impact, intensity, minutes)
TAKES: tuple[tuple[str, str, str, str, str, int | None], ...] = (
    ("red_flags=chest_pain", "emergency", "stop_emergency", "high", "near_max", None),
    ("red_flags=dark_urine", "urgent", "stop_seek_urgent", "high", "near_max", None),
    ("red_flags=fever", "fever", "stop_rest", "high", "near_max", None),
    ("age=17", "under-18", "out_of_scope_general_advice", "high", "moderate", None),
    ("conditions=heart_disease", "heart-disease", "needs_clearance", "low", "light", 20),
    ("red_flags=focal_bone_pain", "bone-pain", "stop_refer_routine", "none", "light", 20),
    ("red_flags=joint_locking", "joint-locking", "stop_refer_routine", "none", "light", 20),
    ("red_flags=unexplained_decline", "unexplained-decline", "stop_refer_routine", "low", "light", 30),
    ("soreness=4", "lasting-soreness", "stop_refer_routine", "high", "light", 20),
    ("conditions=type_2_diabetes", "screening", "recommend_with_caution", "high", "moderate", None),
    ("conditions=type_2_diabetes&running_experience=none&goal=speed_power", "screening", "needs_clearance", "high", "moderate", None),
    ("conditions=hypertension_controlled", "screening", "recommend_with_caution", "high", "moderate", None),
    ("conditions=hypertension_controlled&running_experience=some", "screening", "recommend_with_caution", "high", "moderate", None),
    ("conditions=head_cold", "head-cold", "recommend_with_caution", "moderate", "moderate", 30),
    ("conditions=pregnant", "pregnancy", "recommend_with_caution", "low", "moderate", None),
    ("conditions=postpartum", "postpartum", "recommend_with_caution", "low", "moderate", None),
    ("age=65&running_experience=some", "new-to-cardio", "recommend_with_caution", "high", "moderate", None),
    ("medicines=beta_blocker", "heart-rate-medicine", "recommend_with_caution", "high", "moderate", None),
    ("medicines=beta_blocker&running_experience=some", "heart-rate-medicine", "recommend_with_caution", "high", "moderate", None),
    ("medicines=insulin", "glucose", "recommend_with_caution", "high", "near_max", None),
    ("medicines=statin", "rhabdo-caution", "recommend_with_caution", "high", "vigorous", None),
    ("conditions=knee_pain", "knee", "recommend_with_caution", "low", "moderate", None),
    ("conditions=hip_pain", "hip", "recommend_with_caution", "low", "moderate", None),
    ("conditions=ankle_sprain", "ankle", "recommend_with_caution", "none", "moderate", None),
    ("conditions=achilles_pain", "achilles", "recommend_with_caution", "low", "moderate", None),
    ("conditions=shin_pain", "shin", "recommend_with_caution", "low", "moderate", None),
    ("conditions=low_back_soreness", "low-back", "recommend_with_caution", "moderate", "moderate", None),
    ("conditions=osteoporosis", "osteoporosis", "recommend_with_caution", "low", "near_max", None),
    ("conditions=obesity", "body-weight", "recommend_with_caution", "low", "near_max", None),
    ("soreness=9", "readiness-impact", "recommend", "none", "near_max", None),
    ("soreness=5", "readiness-impact", "recommend", "low", "near_max", None),
    ("soreness=3", "readiness-impact", "recommend", "moderate", "near_max", None),
    ("soreness=9", "readiness-intensity", "recommend", "high", "light", None),
    ("soreness=5", "readiness-intensity", "recommend", "high", "moderate", None),
    ("soreness=3", "readiness-intensity", "recommend", "high", "vigorous", None),
    ("soreness=7", "arms-lead", "recommend", "high", "moderate", None),
    ("soreness=3", "arms-lead", "recommend", "high", "vigorous", None),
    ("walking_affected=yes", "arms-lead", "recommend", "high", "moderate", None),
    ("goal=general_health", "near-max", "recommend", "high", "vigorous", None),
    ("soreness=9", "spent-legs", "rest_or_walk_only", "high", "light", 20),
    ("soreness=3", "sore-legs", "recommend", "moderate", "near_max", None),
    ("soreness=5", "sore-legs", "recommend", "low", "near_max", None),
    ("soreness=7", "sore-legs", "recommend_with_caution", "none", "near_max", 45),
    ("soreness=3", "sore-legs-effort", "recommend", "high", "moderate", None),
    ("soreness=7", "sore-legs-effort", "recommend", "high", "light", None),
    ("walking_affected=yes", "sore-legs-effort", "recommend", "high", "light", None),
    ("walking_affected=yes", "changed-walk", "recommend_with_caution", "none", "near_max", 45),
    ("novelty=first_time&hours_since_legs=47", "new-legs", "recommend", "low", "near_max", None),
    ("novelty=first_time&hours_since_legs=48", "new-legs", "recommend", "moderate", "near_max", None),
    ("novelty=first_time&hours_since_legs=47&soreness=5", "new-legs", "recommend_with_caution", "low", "near_max", None),
    ("novelty=first_time&hours_since_legs=47&soreness=4", "new-legs", "recommend", "low", "near_max", None),
    ("novelty=return_after_break&leg_effort=hard&hours_since_legs=47", "new-legs", "recommend", "low", "near_max", None),
    ("novelty=return_after_break&leg_effort=hard&hours_since_legs=48", "new-legs", "recommend", "moderate", "near_max", None),
    ("novelty=return_after_break&leg_effort=moderate&hours_since_legs=0", "new-legs", "recommend", "moderate", "near_max", None),
    ("novelty=return_after_break&hours_since_legs=0", "new-legs", "recommend", "moderate", "near_max", None),
    ("lifting_experience=novice&leg_effort=hard&hours_since_legs=0", "new-legs", "recommend", "low", "near_max", None),
    ("lifting_experience=novice&leg_effort=moderate&hours_since_legs=0", "new-legs", "recommend", "moderate", "near_max", None),
    ("novelty=first_time&soreness=7", "very-sore-beginner", "rest_or_walk_only", "high", "light", 20),
    ("running_experience=none", "running-experience", "recommend", "low", "near_max", 45),
    ("running_experience=some", "running-experience", "recommend", "moderate", "near_max", 45),
    ("sleep_hours=5&consecutive_hard_days=3&resting_hr=70&usual_resting_hr=60", "overreaching", "rest_or_walk_only", "low", "light", 30),
    ("sleep_hours=3", "overreaching", "recommend_with_caution", "high", "moderate", 45),
    ("walking_affected=yes", "unexplained-limp", "stop_refer_routine", "none", "light", 20),
    ("resting_hr=60&usual_resting_hr=50", "raised-pulse", "recommend_with_caution", "high", "moderate", None),
    ("resting_hr=61&usual_resting_hr=50", "raised-pulse", "recommend_with_caution", "high", "light", 30),
    ("conditions=stroke", "clearance-first", "needs_clearance", "low", "light", 20),
    ("conditions=stroke&cleared=yes", "clearance-first", "recommend_with_caution", "moderate", "moderate", None),
    ("conditions=heart_disease&cleared=yes", "heart-disease", "recommend_with_caution", "moderate", "moderate", None),
    ("event_kind=long_race&next_event_in_hours=240", "taper", "recommend", "high", "near_max", 90),
    ("event_kind=long_race&next_event_in_hours=72", "taper", "recommend", "high", "near_max", 60),
    ("event_kind=long_race&next_event_in_hours=72", "taper-intensity", "recommend", "moderate", "moderate", None),
    ("conditions=muscle_strain", "muscle-strain", "recommend_with_caution", "none", "light", 30),
    ("conditions=muscle_strain&walking_affected=yes&soreness=4", "muscle-strain", "stop_refer_routine", "none", "light", 20),
    ("conditions=irregular_heartbeat", "irregular-heartbeat", "recommend_with_caution", "high", "moderate", None),
    ("hours_since_legs=2", "same-day", "recommend", "moderate", "near_max", None),
    ("hours_since_legs=2&leg_effort=moderate", "same-day", "recommend", "low", "moderate", 25),
    ("hours_since_legs=3&leg_effort=moderate", "same-day", "recommend", "low", "moderate", 30),
    ("next_legs_in_hours=24", "next-legs", "recommend", "low", "moderate", 30),
    ("next_legs_in_hours=48", "next-legs", "recommend", "moderate", "near_max", None),
    ("next_event_in_hours=24", "event-tomorrow", "recommend", "low", "light", 25),
    ("next_event_in_hours=3.5", "event-tomorrow", "recommend", "low", "light", 25),
    ("next_event_in_hours=3", "event-tomorrow", "recommend", "low", "light", 10),
    ("next_legs_in_hours=8&goal=fat_loss", "next-legs", "recommend", "low", "light", 30),
    ("next_legs_in_hours=8.5&goal=fat_loss", "next-legs", "recommend", "low", "moderate", 30),
    ("next_legs_in_hours=8", "next-legs", "recommend", "low", "moderate", 30),
    ("hours_since_legs=7&leg_effort=moderate", "low-fuel", "recommend", "high", "near_max", 60),
    ("next_event_in_hours=24&soreness=5", "event-tomorrow", "rest_or_walk_only", "low", "light", 20),
    ("next_event_in_hours=48", "event-soon", "recommend", "moderate", "moderate", 45),
    ("goal=muscle_strength&leg_effort=hard&hours_since_legs=47", "muscle-goal", "recommend", "low", "moderate", None),
    ("goal=muscle_strength&leg_effort=hard&hours_since_legs=48", "muscle-goal", "recommend", "moderate", "near_max", None),
    ("", "session-length", "recommend", "high", "near_max", 180),
    ("running_experience=some", "session-length", "recommend", "high", "near_max", 150),
    ("soreness=3", "session-length", "recommend", "high", "near_max", 75),
    ("soreness=5", "session-length", "recommend", "high", "near_max", 60),
    ("soreness=9", "session-length", "recommend", "high", "near_max", 30),
    ("goal=muscle_strength", "session-length", "recommend", "high", "near_max", 40),
    ("goal=speed_power&soreness=9", "session-length", "recommend", "high", "near_max", 15),
    ("goal=recovery&soreness=3", "session-length", "recommend", "high", "near_max", 45),
    ("goal=fat_loss&soreness=5", "session-length", "recommend", "high", "near_max", 40),
    ("goal=general_health&soreness=5", "session-length", "recommend", "high", "near_max", 30),
    ("minutes=14", "time-available", "recommend", "high", "light", 14),
    ("minutes=15", "time-available", "recommend", "high", "near_max", 15),
    ("minutes=20", "time-available", "recommend", "high", "near_max", 20),
    ("goal=fat_loss&minutes=90", "long-sessions", "recommend", "high", "near_max", 60),
    ("soreness=4", "long-sessions", "recommend", "high", "near_max", 60),
    ("goal=recovery", "recovery-goal", "recommend", "high", "moderate", None),
    ("conditions=low_carbohydrate_or_fasted", "low-fuel", "recommend_with_caution", "high", "near_max", 60),
)  # fmt: skip


@pytest.mark.parametrize(("changes", "rule", "outcome", "impact", "intensity", "minutes"), TAKES)
def test_a_rule_takes_away_this_much(
    changes: str, rule: str, outcome: str, impact: str, intensity: str, minutes: int | None
) -> None:
    taken = limit(changes, rule)
    assert (taken.outcome.slug, taken.impact.slug, taken.intensity.slug, taken.minutes) == (
        outcome,
        impact,
        intensity,
        minutes,
    )


# Kinds of cardio that a rule takes out by name, and kinds that it must leave: (changes, rule, out, left)
EXCLUDES: tuple[tuple[str, str, str, str], ...] = (
    ("conditions=heart_disease", "heart-disease", "walk_brisk swimming bike_upright yoga_flow", "walk_easy"),
    ("red_flags=focal_bone_pain", "bone-pain", "walk_easy run_steady elliptical rowing", "swimming aqua_jog arm_ergometer bike_upright bike_recumbent yoga_flow"),
    ("red_flags=joint_locking", "joint-locking", "walk_brisk hiking elliptical", "swimming aqua_jog arm_ergometer"),
    ("conditions=pregnant", "pregnancy", "inline_skating xc_ski team_sport hill_sprints", "walk_brisk swimming rowing"),
    ("conditions=knee_pain", "knee", "elliptical stair_climber hiking circuit inline_skating hill_sprints", "bike_upright swimming walk_brisk"),
    ("conditions=knee_osteoarthritis", "knee", "stair_climber hiking", "elliptical bike_upright"),
    ("conditions=hip_pain", "hip", "stair_climber inline_skating hiking rucking circuit hill_sprints", "bike_upright elliptical"),
    ("conditions=ankle_sprain", "ankle", "walk_incline inline_skating run_steady dance_low_impact boxing_shadow", "walk_easy swimming bike_upright"),
    ("conditions=achilles_pain", "achilles", "walk_incline stair_climber hill_sprints hiking rucking dance_low_impact", "walk_easy walk_brisk bike_upright"),
    ("conditions=shin_pain", "shin", "walk_brisk walk_incline rucking dance_low_impact hiking stair_climber", "walk_easy bike_upright swimming"),
    ("conditions=low_back_soreness", "low-back", "rowing ski_erg rucking battle_ropes circuit", "bike_upright walk_brisk"),
    ("conditions=osteoporosis", "osteoporosis", "inline_skating xc_ski team_sport hill_sprints rowing ski_erg", "walk_brisk bike_upright"),
    ("hours_since_legs=0&leg_effort=hard", "same-day", "run_steady jump_rope stair_climber", "walk_brisk walk_incline elliptical bike_upright"),
    ("soreness=3", "stairs-and-hills", "stair_climber incline_treadmill_run hill_sprints", "walk_incline run_steady"),
    ("leg_effort=hard&hours_since_legs=24", "quality-running", "run_tempo incline_treadmill_run", "run_steady treadmill_jog"),
    ("soreness=2", "sprints", "hill_sprints track_sprints", "run_tempo plyometrics"),
    ("soreness=2", "jumps", "plyometrics agility_drills team_sport", "jump_rope track_sprints"),
    ("novelty=first_time&hours_since_legs=0", "new-class", "spin_intervals circuit aerobics_high_impact rucking", "bike_upright rowing"),
    ("next_legs_in_hours=24", "next-legs", "run_steady rowing stair_climber spin_intervals dance_low_impact rucking", "walk_easy bike_upright swimming elliptical"),
    ("next_event_in_hours=24", "event-tomorrow", "run_steady rowing hiking plyometrics", "walk_easy bike_recumbent yoga_flow"),
)  # fmt: skip


@pytest.mark.parametrize(("changes", "rule", "out", "left"), EXCLUDES)
def test_a_rule_takes_out_these_and_leaves_those(changes: str, rule: str, out: str, left: str) -> None:
    excluded = limit(changes, rule).excluded
    assert set(out.split()) <= excluded
    assert not set(left.split()) & excluded


NO_INTERVALS = (
    ("conditions=heart_disease", "heart-disease"), ("red_flags=focal_bone_pain", "bone-pain"), ("red_flags=joint_locking", "joint-locking"),
    ("red_flags=unexplained_decline", "unexplained-decline"), ("conditions=type_2_diabetes", "screening"), ("conditions=head_cold", "head-cold"),
    ("conditions=pregnant", "pregnancy"), ("conditions=postpartum", "postpartum"), ("age=65&running_experience=some", "new-to-cardio"),
    ("soreness=9", "spent-legs"), ("soreness=3", "sore-legs-effort"), ("soreness=7", "sore-legs-effort"), ("novelty=first_time&soreness=7", "very-sore-beginner"),
    ("sleep_hours=5&consecutive_hard_days=3&resting_hr=70&usual_resting_hr=60", "overreaching"), ("next_legs_in_hours=24", "next-legs"),
    ("next_event_in_hours=24", "event-tomorrow"), ("next_event_in_hours=48", "event-soon"), ("minutes=14", "time-available"),
    ("minutes=19", "time-available"), ("soreness=3", "intervals"), ("goal=recovery", "recovery-goal"),
)  # fmt: skip


@pytest.mark.parametrize(("changes", "rule"), NO_INTERVALS)
def test_a_rule_closes_intervals(changes: str, rule: str) -> None:
    assert not limit(changes, rule).allows_intervals


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ("minutes=30", "time-available"), ("next_legs_in_hours=48", "next-legs"), ("conditions=knee_pain", "knee"), ("medicines=statin", "rhabdo-caution"),
        ("conditions=hypertension_controlled", "screening"), ("soreness=5", "sore-legs"), ("medicines=beta_blocker", "heart-rate-medicine"),
    ],
)  # fmt: skip
def test_a_rule_leaves_intervals_open(changes: str, rule: str) -> None:
    assert limit(changes, rule).allows_intervals


@pytest.mark.parametrize(
    ("changes", "rule", "session", "heart_rate"),
    [
        ("red_flags=chest_pain", "emergency", False, False), ("red_flags=dark_urine", "urgent", False, False),
        ("red_flags=fever", "fever", False, False), ("age=17", "under-18", False, False),
        ("conditions=heart_disease", "heart-disease", True, False), ("red_flags=focal_bone_pain", "bone-pain", True, True),
        ("conditions=pregnant", "pregnancy", True, False), ("medicines=beta_blocker", "heart-rate-medicine", True, False),
        ("medicines=other_blood_pressure_medicine", "heart-rate-medicine", True, False), ("conditions=postpartum", "postpartum", True, True),
    ],
)  # fmt: skip
def test_a_rule_takes_the_session_or_the_heart_rates(
    changes: str, rule: str, *, session: bool, heart_rate: bool
) -> None:
    assert (limit(changes, rule).allows_session, limit(changes, rule).shows_heart_rate) == (session, heart_rate)


SCOPES: tuple[tuple[str, str, str, str], ...] = (
    ("soreness=3", "readiness-intensity", "bike_upright run_steady elliptical aqua_jog", "swimming arm_ergometer"),
    ("soreness=3", "sore-legs-effort", "bike_upright rowing", "swimming arm_ergometer"),
    ("soreness=3", "arms-lead", "swimming arm_ergometer", "bike_upright aqua_jog"),
    ("soreness=4", "long-sessions", "run_steady walk_brisk elliptical", "bike_upright swimming rowing"),
    ("hours_since_legs=3&leg_effort=hard&soreness=2", "same-day", "walk_brisk elliptical swimming", "bike_upright bike_recumbent spin_intervals air_bike"),
)  # fmt: skip


@pytest.mark.parametrize(("changes", "rule", "within", "without"), SCOPES)
def test_a_scoped_rule_holds_these_and_frees_those(changes: str, rule: str, within: str, without: str) -> None:
    modes = limit(changes, rule).applies_to
    assert set(within.split()) <= modes
    assert not set(without.split()) & modes


@pytest.mark.parametrize(
    "changes", ["hours_since_legs=3&leg_effort=hard&soreness=3", "hours_since_legs=2.9&leg_effort=hard"]
)
def test_bikes_are_held_too_when_it_is_early_or_sore(changes: str) -> None:
    """Vigorous only on a bike, from 3 h, with soreness 2 or less."""
    assert limit(changes, "same-day").applies_to == frozenset()


@pytest.mark.parametrize(("changes", "longest"), [("soreness=2", 45), ("soreness=3", 30)])
def test_long_and_hard_never_meet(changes: str, longest: int) -> None:
    """Below readiness 88, vigorous main work is at most 30 min."""
    assert limit(changes, "long-and-hard").hard_minutes == longest


@pytest.mark.parametrize(
    ("changes", "hours"),
    [
        ("novelty=first_time&hours_since_legs=47", "48 hours"), ("novelty=first_time&hours_since_legs=48", "72 hours"),
        ("novelty=return_after_break&hours_since_legs=10", "48 hours"), ("lifting_experience=novice&leg_effort=moderate&hours_since_legs=10", "48 hours"),
        ("novelty=return_after_break&leg_effort=moderate&hours_since_legs=10", "72 hours"), ("lifting_experience=novice&leg_effort=hard&hours_since_legs=10", "48 hours"),
    ],
)  # fmt: skip
def test_unaccustomed_legs_hear_when_more_opens(changes: str, hours: str) -> None:
    assert f"until {hours} after" in limit(changes, "new-legs").reason


@pytest.mark.parametrize(
    ("changes", "is_open"),
    [
        ("hours_since_legs=47&soreness=3&leg_effort=hard", False),
        ("hours_since_legs=48&soreness=3&leg_effort=hard", True),
        ("hours_since_legs=47&soreness=2&leg_effort=hard", True),
        ("hours_since_legs=47&soreness=3&leg_effort=moderate", True),
    ],
)
def test_an_occasional_runner_waits_two_days_on_sore_legs(changes: str, is_open: bool) -> None:  # noqa: FBT001 - a column
    limited = limit(f"running_experience=some&{changes}", "running-experience")
    assert ("run_steady" not in limited.excluded) is is_open


def test_several_signs_are_named_in_the_order_of_the_form() -> None:
    both = assess(parse("red_flags=numb_or_cold_limb&red_flags=chest_pain&red_flags=saddle_numbness")).findings[0].limit
    signs = "chest pain or pressure; a numb, cold or tense limb; numbness between the legs or around the bottom"
    assert both.reason == say("rule.emergency", signs=signs)
