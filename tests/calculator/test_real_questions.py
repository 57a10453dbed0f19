"""Questions that people ask after leg day: each answer holds what a coach would insist on."""

from __future__ import annotations

import pytest

from calculator import recommend
from tests.support.real_questions import RealQuestion, answer_faults, load, week_faults


@pytest.mark.parametrize("question", load(weekly=False), ids=lambda question: question.title)
def test_the_answer_holds_what_the_question_expects(question: RealQuestion) -> None:
    assert answer_faults(recommend(question.query), question.expect) == []


RICH = (
    "hours_since_legs=24&soreness=3&minutes=60&equipment=bike_upright&lifting_experience=intermediate"
    "&running_experience=some&age=40"
)


@pytest.mark.parametrize(
    ("query", "expect"),
    [
        (RICH, {"outcome": ["stop_rest"]}),
        (RICH, {"plan": {"verdict": ["go"]}}),
        (f"{RICH}&plan=bike_upright", {"plan": {"verdict": ["wait"]}}),
        (f"{RICH}&plan=bike_upright", {"plan": {"verdict": ["go", "go_adjusted"], "max_minutes": 5}}),
        (f"{RICH}&plan=bike_upright", {"plan": {"verdict": ["go", "go_adjusted"], "max_intensity": "light"}}),
        (f"{RICH}&plan=bike_upright", {"plan": {"verdict": ["go_adjusted"], "adjust_any_of": ["later"]}}),
        (f"{RICH}&plan=track_sprints", {"plan": {"verdict": ["swap"], "swap_any_of": ["rowing"]}}),
        (
            "soreness=2&running_experience=regular&plan=treadmill_jog",
            {"plan": {"verdict": ["wait"], "from_hours": [0, 1]}},
        ),
        (RICH, {"first_any_of": ["plyometrics"]}),
        (RICH, {"any_of": ["plyometrics"]}),
        (RICH, {"none_of": ["ALL"]}),
        (RICH, {"none_of": ["bike_upright"]}),
        (RICH, {"max_impact": "none"}),
        (RICH, {"max_intensity": "very_light"}),
        (RICH, {"any_intensity": "near_max"}),
        (RICH, {"minutes": [0, 5]}),
        (RICH, {"heart_rate": False}),
        (RICH, {"min_total_share": 1.5}),
        (RICH, {"twin": RICH.replace("minutes=60", "minutes=15")}),
        (RICH, {"warning_ids": ["race_week"]}),
        (RICH, {"warning_any_of": ["race_week"]}),
        (RICH, {"questions_any_of": ["sex"]}),
        (RICH, {"headline_any_of": ["marathon"]}),
        (RICH, {"never_say": ["minutes"]}),
    ],
    ids=lambda value: "" if isinstance(value, str) else str(value)[:60],
)
def test_an_expectation_that_is_not_met_is_a_fault(query: str, expect: dict[str, object]) -> None:
    assert answer_faults(recommend(query), expect)


def test_an_outlook_that_opens_two_classes_at_once_is_a_fault() -> None:
    result = recommend(RICH)
    result["timeline"] = [result["timeline"][0] | {"impact": impact} for impact in ("none", "moderate")]
    assert answer_faults(result, {"timeline_one_step": True})
    assert not answer_faults(recommend(RICH), {"timeline_one_step": True})


def test_the_faults_of_a_week_are_found() -> None:
    easy = {"kind": "cardio", "hour": 18, "modality": "run_steady", "minutes": 60, "intensity": "vigorous"}
    week = {
        "days": [{"day": "mon", "sessions": [easy]}, {"day": "tue", "sessions": []}],
        "rest_days": [],
        "conflicts": [],
        "minutes": 60,
        "moves": [{"from": "tue-18", "to": "mon-18"}],
    }
    query = "week_legs=tue-18:hard&week_legs=mon-8:hard&week_easy=tue-18:run_steady:40&week_event=tue-10:run_tempo:40"
    unmet = {
        "kept": ["tue"],
        "rest_days_min": 2,
        "sessions_max": 0,
        "any_of": ["swimming"],
        "conflicts_any_of": ["order"],
        "no_legs_within": 48,
        "event_kept": True,
        "before_event_hours": 24,
        "week_minutes": [90, 120],
        "compared": True,
        "never_say": ["run_steady"],
    }
    for name, value in unmet.items():
        assert week_faults(week, query, {name: value}), name
