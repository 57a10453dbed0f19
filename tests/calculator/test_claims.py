"""The tables of claims, contradictions, frequent questions and papers are consistent."""

from __future__ import annotations

from collections import Counter

import pytest

from calculator.assessment.engine import RULES
from calculator.data import parameters, sources
from calculator.data.claims import CLAIMS, Claim, Verdict
from calculator.data.contradictions import CONTRADICTIONS
from calculator.data.faq import QUESTIONS
from calculator.model import Source
from calculator.rules import advisories
from calculator.rules_api import Advisory, Rule

SPEAKERS: list[Rule | Advisory] = [*RULES, *advisories.WARNINGS, *advisories.AIDS]
KNOWN = {speaker.id for speaker in SPEAKERS} | set(parameters.ALL)


def test_there_are_fifty_claims_in_order() -> None:
    assert [claim.id for claim in CLAIMS] == [f"S{number}" for number in range(1, 51)]


def test_the_verdicts_add_up_to_the_scorecard() -> None:
    assert Counter(claim.verdict for claim in CLAIMS) == {
        Verdict.PARTLY: 19,
        Verdict.SUPPORTED: 16,
        Verdict.CONTESTED: 6,
        Verdict.WRONG: 4,
        Verdict.UNSUPPORTED: 3,
        Verdict.REFERENCE: 2,
    }


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.id)
def test_claim_has_support_or_says_why_not(claim: Claim) -> None:
    assert set(claim.rules) <= KNOWN
    assert claim.bears_on_decision != bool(claim.unused)


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.id)
def test_a_claim_names_every_rule_and_advisory_that_names_it(claim: Claim) -> None:
    assert {speaker.id for speaker in SPEAKERS if claim.id in speaker.claims} <= set(claim.rules)


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.id)
def test_a_claim_names_its_box_in_the_guide_and_its_certainty(claim: Claim) -> None:
    assert claim.guide_anchor == f"{claim.page}/#claim-{claim.id.lower()}"
    assert claim.certainty.value in {"high", "moderate", "low", "very low", "very_low"}


def test_nothing_names_a_claim_that_does_not_exist() -> None:
    assert {named for speaker in SPEAKERS for named in speaker.claims} <= {claim.id for claim in CLAIMS}


def test_a_paper_has_one_object_and_one_key() -> None:
    papers = {name: paper for name, paper in vars(sources).items() if isinstance(paper, Source)}
    assert len(papers) == len(sources.BY_KEY) == len({paper.key for paper in papers.values()})


def test_an_address_is_a_doi_or_a_page_never_both() -> None:
    for paper in sources.BY_KEY.values():
        assert not (paper.doi and paper.url), paper.key
        assert not paper.doi or paper.doi.startswith("10."), paper.key
        assert not paper.url or paper.url.startswith("https://"), paper.key


def test_every_tension_is_settled_by_claims_that_exist() -> None:
    assert [tension.id for tension in CONTRADICTIONS] == [f"T{number}" for number in range(1, 13)]
    assert {named for tension in CONTRADICTIONS for named in tension.claims} <= {claim.id for claim in CLAIMS}


def test_faq_has_36_questions_with_anchors() -> None:
    assert [question.number for question in QUESTIONS] == list(range(1, 37))
    assert len({question.guide_anchor for question in QUESTIONS}) == len(QUESTIONS)
