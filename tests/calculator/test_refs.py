"""Knows where each of the thirty-eight rules of the decision model lives: a rule, a remark, or a named place.

Must never know what any of them decides.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable

import pytest

from calculator import parameters, remarks
from calculator.claims import CLAIMS
from calculator.engine import RULES
from calculator.model import Remark, Rule
from calculator.sources import BY_KEY
from tests.calculator import test_answers, test_properties, test_readiness, test_sessions

SPEAKERS: list[Rule | Remark] = [*RULES, *remarks.WARNINGS, *remarks.AIDS]
MODEL = [f"R{number}" for number in range(1, 39)]

PLACES: dict[str, tuple[str, ...]] = {
    "R2": ("calculator.engine:combine",),
    "R10": ("calculator.readiness:estimate", "calculator.readiness:reasons"),
    "R17": ("calculator.modalities:ARMS_LEAD",),
    "R21": ("calculator.parameters:LENGTHS",),
    "R28": ("calculator.ranking:suitable", "calculator.ranking:choose"),
    "R33": ("calculator.heart_rate:band", "calculator.heart_rate:method"),
    "R34": ("calculator.plan:option", "calculator.parameters:WARM_UP_SPAN"),
    "R36": ("tests.calculator.looks:FORBIDDEN",),
    "R38": ("calculator.outlook:look_ahead", "calculator.report:answer_for"),
}
"""What is no single rule: the part of the calculator that is it."""

HELD: dict[str, Callable[..., None]] = {
    "R10": test_readiness.test_the_check_values_of_the_estimate_hold,
    "R17": test_properties.test_m12_every_option_obeys_and_every_exclusion_has_a_reason,
    "R28": test_answers.test_one_option_needs_no_kit_wherever_one_may,
    "R33": test_properties.test_m15_heart_rate_bands_rise_and_never_overlap,
    "R34": test_sessions.test_moderate_work_has_five_minutes_before_and_three_to_five_after,
    "R36": test_answers.test_no_answer_says_what_this_guide_never_says,
    "R38": test_answers.test_the_timeline_never_falls,
}
"""The test that holds each of those to its word."""


@pytest.mark.parametrize("ref", MODEL)
def test_every_rule_of_the_model_lives_somewhere(ref: str) -> None:
    assert ref in PLACES or any(ref in speaker.refs for speaker in SPEAKERS)


def test_nothing_claims_a_rule_that_the_model_does_not_have() -> None:
    assert {ref for speaker in SPEAKERS for ref in speaker.refs} | set(PLACES) | set(HELD) <= set(MODEL)


@pytest.mark.parametrize("place", [place for places in PLACES.values() for place in places])
def test_every_named_place_exists(place: str) -> None:
    module, name = place.split(":")
    assert hasattr(importlib.import_module(module), name)


def test_ids_are_their_own() -> None:
    ids = [speaker.id for speaker in SPEAKERS]
    assert len(set(ids)) == len(ids)
    assert not set(ids) & set(parameters.ALL)


@pytest.mark.parametrize("speaker", SPEAKERS, ids=lambda speaker: speaker.id)
def test_a_rule_or_remark_is_complete(speaker: Rule | Remark) -> None:
    assert speaker.why.endswith(".")
    assert "  " not in speaker.why
    assert len(speaker.why.split()) > 4
    page, anchor = speaker.guide.split("/#")
    assert page
    assert anchor
    assert speaker.sources
    assert all(BY_KEY[source.key] is source for source in speaker.sources)
    assert set(speaker.claims) <= {claim.id for claim in CLAIMS}


@pytest.mark.parametrize("name", sorted(parameters.ALL))
def test_a_number_says_what_it_means_and_whence_it_comes(name: str) -> None:
    number = parameters.ALL[name]
    assert number.meaning
    assert all(BY_KEY[source.key] is source for source in number.sources)
    assert str(number)
