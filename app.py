"""Knows the door: a query string comes in, HTML goes out, and a mistake is an answer too.

Must never know a number, a rule by name, MkDocs, or where it runs: at build time and in the browser it is the same.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from calculator import report, sources
from calculator.errors import InvalidAnswers
from calculator.questions import FIELDS

if TYPE_CHECKING:
    from calculator.model import Field

__all__ = ["answer", "form", "page", "result_and_form"]

LABELS = {field.name: {choice.value: choice.label for choice in field.choices} for field in FIELDS}

TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)
TEMPLATES.globals.update(fields=FIELDS, labels=LABELS, papers=sources.BY_KEY)


def answer(query: str, base: str = "") -> str:
    """The answer to the query as one HTML fragment. `base` leads from the page to the root of the site ("../")."""
    return page("answer.html", query, base=base)


def form(query: str = "", **words: object) -> str:
    """The form, filled in as the query says and with what is assumed where it says nothing."""
    return page("form.html", query, **words)


def result_and_form(query: str = "", **words: object) -> str:
    """The whole calculator: form, answer, and the words for every state in between."""
    return page("calculator.html", query, **words)


def page(template: str, query: str, **words: object) -> str:
    """Render a template that knows the query, what was told, and the answer or the problems."""
    told = parse_qs(query.lstrip("?#"))
    known: dict[str, object] = {
        "base": "",
        "query": query,
        "told": told,
        "values": {field.name: told.get(field.name) or _assumed(field) for field in FIELDS},
        "result": None,
        "problems": (),
    }
    try:
        known["result"] = report.answer(query)
    except InvalidAnswers as mistake:
        known["problems"] = mistake.problems
    return TEMPLATES.get_template(template).render({**known, **words})


def _assumed(field: Field) -> list[str]:
    return [field.default] if field.default else []
