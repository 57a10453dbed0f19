"""Every rule, advisory and parameter is complete: rationale, anchor in the guide, sources, claims."""

from __future__ import annotations

import pytest

from calculator.assessment.engine import RULES
from calculator.data import parameters
from calculator.data.claims import CLAIMS
from calculator.data.sources import BY_KEY
from calculator.rules import advisories
from calculator.rules.advisories import AIDS, SIGNS, WARNINGS
from calculator.rules_api import Advisory, Rule

SPEAKERS: list[Rule | Advisory] = [*RULES, *advisories.WARNINGS, *advisories.AIDS]


def test_ids_are_their_own() -> None:
    ids = [speaker.id for speaker in SPEAKERS]
    assert len(set(ids)) == len(ids)
    assert not set(ids) & set(parameters.ALL)


@pytest.mark.parametrize("speaker", SPEAKERS, ids=lambda speaker: speaker.id)
def test_a_rule_or_advisory_is_complete(speaker: Rule | Advisory) -> None:
    assert speaker.rationale.endswith(".")
    assert "  " not in speaker.rationale
    assert len(speaker.rationale.split()) > 4
    page, anchor = speaker.guide_anchor.split("/#")
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


@pytest.mark.parametrize("item", [*RULES, *WARNINGS, *AIDS, *SIGNS], ids=lambda item: item.id)
def test_a_reason_is_one_plain_text(item: Rule | Advisory) -> None:
    """Readers see it: a sentence that ends, without the line breaks of the source."""
    function = item.apply if isinstance(item, Rule) else item.text
    assert item.rationale.split() == (function.__doc__ or "").split()
    assert item.rationale == " ".join(item.rationale.split())
    assert item.rationale.endswith(".")
