"""Tests of warning signs and screening."""

from __future__ import annotations

import pytest

from calculator.answer.builder import answer
from calculator.data.sentences import say
from calculator.form.parse import parse
from calculator.model import Readiness
from calculator.rules.safety import screening


def test_only_who_asks_for_more_is_sent_to_a_clinician_first() -> None:
    ask = "Ask your doctor before you train hard"
    active, new = ("goal=fat_loss&running_experience=some", "goal=speed_power&running_experience=none")
    reader_answers = [answer(f"conditions=type_2_diabetes&soreness=2&{who}")["action"] for who in (active, new)]
    assert [ask in text for text in reader_answers] == [False, True]


@pytest.mark.parametrize("medicine", ["insulin", "sulfonylurea"])
def test_diabetes_medicine_is_screened_without_diagnosis(medicine: str) -> None:
    assert screening.apply(parse(f"medicines={medicine}"), Readiness(100, 0)) is not None
    assert screening.apply(parse("medicines=statin"), Readiness(100, 0)) is None


def test_two_signs_for_a_clinician_are_both_acted_on() -> None:
    action = answer("red_flags=joint_locking&red_flags=focal_bone_pain&equipment=pool")["action"]
    alone = [answer(f"red_flags={sign}&equipment=pool")["action"] for sign in ("joint_locking", "focal_bone_pain")]
    assert all(text in action for text in alone)


def test_emergency_suppresses_advice_of_lesser_sign() -> None:
    result = answer("red_flags=chest_pain&red_flags=joint_locking")
    (lesser,) = [finding["text"] for finding in result["findings"] if finding["rule"] == "joint-locking"]
    assert lesser in result["warnings"]


def test_minor_is_asked_to_tell_an_adult() -> None:
    assert "Tell a parent" not in answer("red_flags=chest_pain&age=18")["action"]
    assert "Tell a parent or another adult." in answer("red_flags=chest_pain&age=17")["action"]
    assert answer("red_flags=dark_urine")["action"] == say("rule.urgent.action")
