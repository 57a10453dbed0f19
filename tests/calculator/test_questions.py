"""The open questions below an answer: they are open, they change it, and nothing is asked under a stop."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from hypothesis import given, settings

from calculator import recommend
from calculator.answer.builder import answer_for
from calculator.answer.questions import CANDIDATES
from calculator.assessment.engine import assess
from calculator.form.fields import FIELDS_BY_NAME
from calculator.form.parse import parse, to_query
from calculator.model import Situation
from calculator.rules_api import Assessment
from tests.support.strategies import with_plan

FRESH = (
    "hours_since_legs=200&soreness=0&leg_effort=light&goal=aerobic_endurance&running_experience=regular"
    "&lifting_experience=advanced"
)


def fields(query: str) -> list[str]:
    return [question["field"] for question in recommend(query)["questions"]]


@settings(max_examples=settings().max_examples // 3)
@given(with_plan)
def test_each_value_of_an_open_question_changes_the_offer(s: Situation) -> None:
    result = answer_for(s)
    assert len(result["questions"]) <= 3
    for question in result["questions"]:
        assert 1 <= len(question["values"]) <= 3
        for value in question["values"]:
            then = recommend(f"{to_query(s)}&{urlencode({question['field']: value['to']})}")
            keys = ("outcome", "ceilings", "options", "plan")
            assert any(then[key] != result[key] for key in keys), (question["field"], value)  # type: ignore[literal-required]
            assert value["effect"].endswith(".")
            assert value["label"]


def test_candidates_are_valid_fields_and_values() -> None:
    for candidate in CANDIDATES:
        for to, value in candidate.values:
            assert getattr(parse(f"{candidate.field}={to}"), candidate.field) == value
        assert FIELDS_BY_NAME[candidate.field].legend


@pytest.mark.parametrize("flag", ["chest_pain", "fever", "focal_bone_pain"])
def test_nothing_is_asked_under_a_stop_or_a_referral(flag: str) -> None:
    assert recommend(f"red_flags={flag}")["questions"] == []


def test_clearance_is_the_first_question_when_missing() -> None:
    assert fields("conditions=heart_disease&soreness=1&hours_since_legs=60")[0] == "cleared"


@pytest.mark.parametrize(
    ("query", "field"),
    [
        (f"{FRESH}&next_event_in_hours=60&minutes=120", "event_kind"),
        ("soreness=5&lifting_experience=advanced&hours_since_legs=60", "walking_affected"),
        ("hours_since_legs=24&soreness=2&lifting_experience=intermediate&plan=run_steady", "running_experience"),
    ],
)
def test_what_matters_is_asked(query: str, field: str) -> None:
    assert field in fields(query)


def test_the_effect_on_a_plan_is_said_first() -> None:
    query = "hours_since_legs=24&soreness=2&lifting_experience=intermediate&plan=run_steady"
    asked = next(question for question in recommend(query)["questions"] if question["field"] == "running_experience")
    assert asked["values"][0]["effect"].startswith("You could do your easy, steady run")


def _limits(a: Assessment) -> tuple[object, ...]:
    return a[1:7], a[8:], [limit._replace(reason="", action="") for limit in a.scoped_limits]


@given(with_plan)
def test_no_limit_depends_on_equipment_or_on_the_wish(s: Situation) -> None:
    limits = _limits(assess(s))
    for candidate in CANDIDATES:
        if candidate.field in {"equipment", "intent"}:
            for _, value in candidate.values:
                changed = s._replace(**{candidate.field: value})  # type: ignore[arg-type]
                assert _limits(assess(changed)) == limits
