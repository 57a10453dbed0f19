"""Macros that list claims, contradictions, papers and reader questions, as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, StrictUndefined

from calculator.data import parameters, sources
from calculator.data.claims import CLAIMS, Claim, Verdict
from calculator.data.contradictions import CONTRADICTIONS
from calculator.data.faq import QUESTIONS

if TYPE_CHECKING:
    from calculator.model import Source

__all__ = ["MACROS", "contradiction_table", "evidence_table", "faq_index", "fill_numbers", "source_list"]

_TEXT = Environment(undefined=StrictUndefined, autoescape=False)  # noqa: S701 - Markdown of the project's own, not HTML
_CERTAIN = {"high": "High", "moderate": "Moderate", "low": "Low", "very_low": "Very low"}


def evidence_table(_base: str) -> str:
    """Every claim by its verdict: a heading and a table for each, with the certainty and a link to the claim's box."""
    return "\n\n".join(_verdict(verdict) for verdict in Verdict)


def contradiction_table(_base: str) -> str:
    """Every contradiction of popular advice with its settlement and its place in the guide."""
    rows = (f"| [{t.clash}]({_page(t.guide_anchor)}) | {t.settled} |" for t in CONTRADICTIONS)
    return "\n".join(("| What clashes | How we settle it |", "|---|---|", *rows))


def faq_index(_base: str) -> str:
    """Every reader question with its short answer and a link to the page that goes into it."""
    return "\n\n".join(
        f"### [{q.asked}]({_page(q.guide_anchor)}) {{ #question-{q.number} }}\n\n{fill_numbers(q.answer)}"
        for q in QUESTIONS
    )


def source_list(_base: str) -> str:
    """Every paper, guideline and page in order of its first author, with a link where one is known."""
    ordered = sorted(sources.BY_KEY.values(), key=lambda s: (s.authors.casefold(), s.year))
    return "\n".join(_entry(s) for s in ordered)


def fill_numbers(text: str) -> str:
    """Fill in the numbers that a text calls by name."""
    return _TEXT.from_string(text).render(p=parameters)


def _verdict(verdict: Verdict) -> str:
    """One verdict: how many claims, and which."""
    claims = [claim for claim in CLAIMS if claim.verdict is verdict]
    head = f"### {verdict.value}: {len(claims)} {{ #verdict-{verdict.name.lower()} }}"
    rows = (f"| [{c.said}]({_page(c.guide_anchor)}){_used(c)} | {_CERTAIN[c.certainty.value]} |" for c in claims)
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


MACROS = (evidence_table, contradiction_table, faq_index, source_list)
