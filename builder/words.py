"""Knows how a name becomes the number, citation, rule, claim or answer that a page shows.

Must never know MkDocs, or markup: markup is in templates/guide/.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

import app
from builder import assets, drawings, evidence_words, examples, pack, remark_words
from builder.boxes import block, box, inline
from builder.warning_signs import by_urgency
from calculator import claims, parameters, sources
from calculator.engine import RULES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calculator.model import Rule

__all__ = ["WORDS", "base_of", "numbers"]

BY_ID: Mapping[str, Rule] = {known.id: known for known in RULES}


class Unknown(Exception):
    """A page uses a name that nothing has."""


def base_of(url: str) -> str:
    """The way from a page's address to the root of the site: `soreness/` gives `../`."""
    return "../" * url.count("/")


def numbers() -> Mapping[str, object]:
    """Every number of the guidance by its name, and the session lengths by goal."""
    return {**parameters.ALL, "LENGTHS": parameters.LENGTHS}


def rule(base: str, id: str) -> str:
    """The box of a rule: its reason, certainty and papers, under the id that links to it use."""
    return box("rule", base, rule=_known(BY_ID, id, "rule"), why=inline(BY_ID[id].why))


def rules(base: str) -> str:
    """Every rule, each with one situation in which it speaks."""
    shown = [(known, inline(known.why), examples.of(known.id)) for known in RULES]
    return box("rules", base, rules=shown)


def source(base: str, key: str) -> str:
    """A short citation that leads to the paper."""
    return box("source", base, source=_known(sources.BY_KEY, key, "source"))


def claim(base: str, id: str) -> str:
    """The box of a claim: what is often said, what studies show, and how sure that is."""
    return box("claim", base, claim=_known(claims.BY_ID, id, "claim"))


def worked(base: str, query: str) -> str:
    """The real answer to a query, framed as an example."""
    return block(app.page("guide/worked.html", query, base=base))


def calculator(base: str, query: str = "") -> str:
    """The calculator: form, the answer to the query or the default case, and every state in between."""

    def asset(name: str) -> str:
        return base + assets.path_of(name)

    grid = Markup(pack.made().grid)
    return block(app.result_and_form(query, base=base, asset=asset, grid=grid, warning_signs=by_urgency()))


def chart(base: str, name: str) -> str:
    """A drawing made of the calculator's numbers."""
    return block(app.page(f"charts/{name}.svg", "", base=base, p=parameters.ALL, **drawings.data(name)))


WORDS = (rule, rules, source, claim, worked, calculator, chart, *evidence_words.WORDS, *remark_words.WORDS)


def _known[T](names: Mapping[str, T], name: str, kind: str) -> T:
    if name not in names:
        raise Unknown(f"No {kind} is called {name!r}.")
    return names[name]
