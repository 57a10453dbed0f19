"""Knows that each claim, tension and reader question stands in the guide where its table says, and once.

Must never know how a page looks.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from builder import evidence_words
from calculator.claims import CLAIMS, Claim
from calculator.reader_questions import QUESTIONS, ReaderQuestion
from calculator.tensions import TENSIONS, Tension

PAGES = {path.stem: path.read_text() for path in Path("docs").glob("*.md")}


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.id)
def test_a_claim_stands_on_its_page_and_on_no_other(claim: Claim) -> None:
    shown = {page: text.count(f'{{{{ claim("{claim.id}") }}}}') for page, text in PAGES.items()}
    assert {page: times for page, times in shown.items() if times} == {claim.page: 1}


@pytest.mark.parametrize("placed", [*TENSIONS, *QUESTIONS], ids=lambda placed: placed.guide)
def test_a_tension_or_question_stands_under_its_heading(placed: Tension | ReaderQuestion) -> None:
    page, anchor = placed.guide.split("/#")
    assert PAGES[page].count(f"{{ #{anchor} }}") == 1


def test_the_evidence_table_links_to_every_claim() -> None:
    table = evidence_words.evidence_table("")
    assert all(f"({claim.page}.md#claim-{claim.id.lower()})" in table for claim in CLAIMS)


def test_the_index_of_questions_fills_in_every_number() -> None:
    index = evidence_words.question_index("")
    assert index.count("### ") == len(QUESTIONS)
    assert "{{" not in index


def test_the_list_of_sources_says_which_originals_were_not_read() -> None:
    listed = evidence_words.source_list("")
    assert "Original not read" in next(line for line in listed.splitlines() if "Karvonen" in line)
    assert "Original not read" not in next(line for line in listed.splitlines() if "Cheung" in line)


def test_every_clash_is_told_with_its_settlement() -> None:
    assert evidence_words.tension_table("").count("[More]") == len(TENSIONS)
