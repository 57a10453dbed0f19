"""Knows how the claims, tensions, papers and reader questions become lists and tables of the guide, in Markdown.

Must never know a single claim, paper or question by name, or MkDocs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, StrictUndefined

from calculator import parameters, sources
from calculator.claims import CLAIMS, Claim, Verdict
from calculator.reader_questions import QUESTIONS
from calculator.tensions import TENSIONS

if TYPE_CHECKING:
    from calculator.model import Source

__all__ = ["WORDS", "evidence_table", "filled", "question_index", "source_list", "tension_table"]

_TEXT = Environment(undefined=StrictUndefined, autoescape=False)  # noqa: S701 - Markdown of the project's own, not HTML
_CERTAIN = {"high": "High", "moderate": "Moderate", "low": "Low", "very_low": "Very low"}


def evidence_table(_base: str) -> str:
    """Every claim by its verdict: a heading and a table for each, with the certainty and a link to the claim's box."""
    return "\n\n".join(_verdict(verdict) for verdict in Verdict)


def tension_table(_base: str) -> str:
    """Every contradiction of popular advice with its settlement and its place in the guide."""
    rows = (f"| {t.clash} | {t.settled} [More]({_page(t.guide)}) |" for t in TENSIONS)
    return "\n".join(("| What clashes | How we settle it |", "|---|---|", *rows))


def question_index(_base: str) -> str:
    """Every reader question with its short answer and a link to the page that goes into it."""
    return "\n\n".join(
        f"### [{q.asked}]({_page(q.guide)}) {{ #question-{q.number} }}\n\n{filled(q.answer)}" for q in QUESTIONS
    )


def source_list(_base: str) -> str:
    """Every paper, guideline and page in order of its first author, with a link where one is known."""
    known = sorted(sources.BY_KEY.values(), key=lambda s: (s.authors.casefold(), s.year))
    return "\n".join(_entry(s) for s in known)


def filled(text: str) -> str:
    """Fill in the numbers that a text calls by name."""
    return _TEXT.from_string(text).render(p=parameters)


def _verdict(verdict: Verdict) -> str:
    """One verdict: how many claims, and which."""
    claims = [claim for claim in CLAIMS if claim.verdict is verdict]
    head = f"### {verdict.value}: {len(claims)} {{ #verdict-{verdict.name.lower()} }}"
    rows = (f"| [{c.said}]({_page(c.guide)}){_used(c)} | {_CERTAIN[c.certainty.value]} |" for c in claims)
    return "\n".join((head, "", "| What is said | How sure |", "|---|---|", *rows))


def _used(claim: Claim) -> str:
    """Say why the calculator makes nothing of a claim, where it makes nothing of it."""
    return f"<br><small>{claim.unused}</small>" if claim.unused else ""


def _page(guide: str) -> str:
    """Turn a place in the guide into its Markdown file and anchor: `soreness/#cap` is soreness.md#cap."""
    page, anchor = guide.split("/#")
    return f"{page}.md#{anchor}"


def _entry(source: Source) -> str:
    """One line of the bibliography."""
    address = f"https://doi.org/{source.doi}" if source.doi else source.url
    title = f"[{source.title}]({address})" if address else source.title
    read = "" if source.checked else " Original not read for this project."
    dated = f"{source.authors} ({source.year or 'no date'})"
    return f"- {dated}. {title}. {source.journal}. *{source.design.capitalize()}.*{read}"


WORDS = (evidence_table, tension_table, question_index, source_list)
