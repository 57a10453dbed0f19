"""The open questions below an answer: they are open, they change it, and nothing is asked under a stop."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from hypothesis import given, settings

from calculator import recommend
from calculator.answer.builder import answer_for
from calculator.answer.questions import CANDIDATES
from calculator.assessment.engine import assess
from calculator.data.sentences import say
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
def test_a_question_is_open_and_each_of_its_answers_changes_what_is_offered(s: Situation) -> None:
    found = answer_for(s)
    assert len(found["questions"]) <= 3
    for question in found["questions"]:
        assert 1 <= len(question["values"]) <= 3
        for value in question["values"]:
            then = recommend(f"{to_query(s)}&{urlencode({question['field']: value['to']})}")
            keys = ("outcome", "ceilings", "options", "plan")
            assert any(then[key] != found[key] for key in keys), (question["field"], value)  # type: ignore[literal-required]
            assert value["effect"].endswith(".")
            assert value["label"]


def test_candidates_are_fields_of_the_form_with_values_that_it_takes() -> None:
    for one in CANDIDATES:
        for to, value in one.values:
            assert getattr(parse(f"{one.field}={to}"), one.field) == value
        assert FIELDS_BY_NAME[one.field].legend


@pytest.mark.parametrize("flag", ["chest_pain", "fever", "focal_bone_pain"])
def test_nothing_is_asked_under_a_stop_or_a_referral(flag: str) -> None:
    assert recommend(f"red_flags={flag}")["questions"] == []


def test_a_doctor_who_has_agreed_is_asked_for_first_where_clearance_is_missing() -> None:
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


@settings(max_examples=settings().max_examples // 3)
@given(with_plan)
def test_an_effect_is_whole_sentences_about_the_reader_or_us(s: Situation) -> None:
    for question in answer_for(s)["questions"]:
        for value in question["values"]:
            sentences = value["effect"].removesuffix(".").split(". ")
            assert all(sentence.startswith(("You", "We would ", "Where your arms ")) for sentence in sentences)
            assert "_" not in value["effect"]


@pytest.mark.parametrize(
    ("query", "field", "clause"),
    [
        (
            "conditions=heart_disease&soreness=1&hours_since_legs=60",
            "cleared",
            say("change.outcome.recommend_with_caution"),
        ),
        ("hours_since_legs=60&soreness=2", "running_experience", "moderate impact"),
        (f"{FRESH}&minutes=60", "next_legs_in_hours", say("change.minutes.down", new="30 minutes", old="60")),
        (f"{FRESH}&minutes=60", "next_legs_in_hours", "Your effort would stay moderate"),
        ("soreness=5&lifting_experience=advanced&hours_since_legs=60", "walking_affected", "light"),
        ("hours_since_legs=24&soreness=5&goal=recovery", "equipment", "instead of"),
    ],
)
def test_an_effect_says_what_would_change(query: str, field: str, clause: str) -> None:
    values = [question["values"] for question in recommend(query)["questions"] if question["field"] == field]
    assert any(clause in value["effect"] for choices in values for value in choices), values


def _limits(a: Assessment) -> tuple[object, ...]:
    return a[1:7], a[8:], [limit._replace(reason="", action="") for limit in a.scoped_limits]


@given(with_plan)
def test_no_limit_depends_on_equipment_or_on_the_wish(s: Situation) -> None:
    limits = _limits(assess(s))
    for one in CANDIDATES:
        if one.field in {"equipment", "intent"}:
            assert all(_limits(assess(s._replace(**{one.field: value}))) == limits for _, value in one.values)  # type: ignore[arg-type]
