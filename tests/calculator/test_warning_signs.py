"""Tests of the table of warning signs: every choice of the form has one instruction, and the gate follows it."""

from __future__ import annotations

import pytest

from calculator.assessment.engine import assess
from calculator.data.warning_signs import (
    BY_ID,
    STOP_NOW,
    WARNING_SIGNS,
    Urgency,
    WarningSign,
    by_urgency,
    describe,
    pregnancy_text,
    stop_text,
)
from calculator.form.fields import FIELDS_BY_NAME
from calculator.form.parse import parse
from calculator.scales import Outcome


def test_the_form_asks_for_the_signs_of_the_table() -> None:
    choices = FIELDS_BY_NAME["red_flags"].choices
    assert [(choice.value, choice.label) for choice in choices] == [(sign.id, sign.label) for sign in WARNING_SIGNS]


@pytest.mark.parametrize("sign", WARNING_SIGNS, ids=lambda sign: sign.id)
def test_the_outcome_is_the_one_of_the_table(sign: WarningSign) -> None:
    assert assess(parse(f"red_flags={sign.id}&soreness=0")).outcome is sign.urgency.outcome
    assert sign.urgency.words in describe(sign)
    assert sign.sources


@pytest.mark.parametrize(
    ("query", "outcome"),
    [
        ("red_flags=leg_weakness", Outcome.STOP_SEEK_URGENT),
        ("red_flags=leg_weakness&red_flags=saddle_numbness", Outcome.STOP_EMERGENCY),
        ("red_flags=leg_weakness&conditions=low_back_soreness", Outcome.STOP_EMERGENCY),
        ("red_flags=palpitations", Outcome.STOP_SEEK_URGENT),
        ("red_flags=syncope", Outcome.STOP_SEEK_URGENT), ("red_flags=syncope&red_flags=palpitations", Outcome.STOP_EMERGENCY),
        ("red_flags=syncope&red_flags=chest_pain", Outcome.STOP_EMERGENCY),
        ("red_flags=syncope&conditions=heart_disease", Outcome.STOP_EMERGENCY),
    ],
)  # fmt: skip
def test_some_signs_together_are_an_emergency(query: str, outcome: Outcome) -> None:
    assert assess(parse(query)).outcome is outcome


def test_every_sign_has_one_place_by_urgency() -> None:
    result = by_urgency(BY_ID)
    assert sorted(sign.id for signs in result.values() for sign in signs) == sorted(BY_ID)
    assert {sign.id for sign in STOP_NOW} <= set(BY_ID)
    assert set(result) == set(Urgency)


def test_chest_pain_has_one_instruction_everywhere() -> None:
    for text in (stop_text(), pregnancy_text(), BY_ID["chest_pain"].action):
        assert "emergency number now" in text
