"""The lists of claims, contradictions, papers and reader questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.macros import evidence
from calculator.data.claims import CLAIMS, Claim
from calculator.data.contradictions import CONTRADICTIONS, Contradiction
from calculator.data.faq import QUESTIONS, ReaderQuestion

PAGES = {path.stem: path.read_text() for path in Path("docs").glob("*.md")}


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.id)
def test_a_claim_is_shown_on_its_page_only(claim: Claim) -> None:
    shown = {page: text.count(f'{{{{ claim("{claim.id}") }}}}') for page, text in PAGES.items()}
    assert {page: times for page, times in shown.items() if times} == {claim.page: 1}


@pytest.mark.parametrize("placed", [*CONTRADICTIONS, *QUESTIONS], ids=lambda placed: placed.guide_anchor)
def test_a_contradiction_or_question_is_under_its_heading(placed: Contradiction | ReaderQuestion) -> None:
    page, anchor = placed.guide_anchor.split("/#")
    assert PAGES[page].count(f"{{ #{anchor} }}") == 1


def test_the_evidence_table_links_to_every_claim() -> None:
    table = evidence.evidence_table("")
    assert all(f"({claim.page}.md#claim-{claim.id.lower()})" in table for claim in CLAIMS)


def test_the_index_of_questions_fills_in_every_number() -> None:
    index = evidence.faq_index("")
    assert index.count("### ") == len(QUESTIONS)
    assert "{{" not in index


def test_the_list_of_sources_says_which_originals_were_not_read() -> None:
    listed = evidence.source_list("")
    assert "Original not read" in next(line for line in listed.splitlines() if "Karvonen" in line)
    assert "Original not read" not in next(line for line in listed.splitlines() if "Cheung" in line)


def test_every_contradiction_is_shown_with_its_settlement() -> None:
    table = evidence.contradiction_table("")
    assert all(f"[{each.clash}](" in table and each.settled in table for each in CONTRADICTIONS)
