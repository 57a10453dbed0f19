"""The measure of readability, and the ceiling that every page must keep."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tools.prose import prose
from tools.readability import measure, pages, syllables

if TYPE_CHECKING:
    from pathlib import Path

CEILING = 9  # years of school; the guide aims at eight
CITATIONS = "evidence"  # half of its sentences are authors and titles, which keep their own words
AMERICAN = re.compile(
    r"\b(colors?|fibers?|centers?|favorites?|favors?|behaviors?|labor|tumors?|gray|analyz\w+|defense|fuel(?:ed|ing)"
    r"|travel(?:ed|ing)|cancel(?:ed|ing)|estrogen|edema|diarrhea|anemia|hemoglobin|orthopedic|pediatric|gynecolog\w+"
    r"|liters?|kilometers?|centimeters?|skillful|aluminum|mom|pajamas|practicing|license[ds]? to)\b",
    re.IGNORECASE,
)
ARTICLE = '<article class="md-content__inner">{}</article>'


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("legs", 1),
        ("cardio", 3),
        ("soreness", 2),
        ("muscle", 2),
        ("classes", 2),
        ("someone", 2),
        ("easier", 3),
        ("you\u2019re", 1),
    ],
)
def test_syllables_are_counted_as_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_formula_is_kincaids() -> None:
    """Ten words of one syllable in one sentence: 0.39 x 10 + 11.8 x 1 - 15.59."""
    assert measure(["One two three four five six eight nine ten twelve."]).grade == pytest.approx(0.11)


def test_headings_tables_citations_and_examples_are_no_prose() -> None:
    inside = (
        '<h2>No</h2><p>Yes, a <b>bold</b> one (<a class="source" href="x">Name 2003</a>).</p><table><tr><td>No</td></tr></table>'
        '<div class="leg-day example-answer"><p>No</p></div><ul><li>An item<br>of a list</li></ul><p>The last.</p>'
    )
    assert prose(f"<p>No</p>{ARTICLE.format(inside)}<p>No</p>") == [
        "Yes, a bold one .",
        "An item of a list",
        "The last.",
    ]


@pytest.mark.site
def test_no_page_asks_for_more_than_nine_years_of_school(site: Path, base_url: str) -> None:  # noqa: ARG001 - it builds
    hard = {path: round(reading.grade, 1) for path, reading in pages(site).items() if reading.grade > CEILING}
    assert not hard


@pytest.mark.site
def test_the_guide_is_spelled_the_british_way(site: Path, base_url: str) -> None:  # noqa: ARG001 - it builds
    results = {
        file.parent.name: AMERICAN.findall(" ".join(prose(file.read_text("utf-8"))))
        for file in site.rglob("index.html")
        if file.parent.name != CITATIONS
    }
    assert {path: words for path, words in results.items() if words} == {}
