"""The main macros: rule, source, claim, worked example, calculator and chart."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from markupsafe import Markup

import app
from builder.macros import advisories, charts, evidence, rule_examples
from builder.macros.html import box, inline
from builder.output import strip_blank_lines
from builder.pages.site_links import ROOT_LINK, asset_link
from builder.prebuilt import answers as prebuilt
from builder.warning_signs import by_urgency
from calculator.assessment.engine import RULES
from calculator.data import claims, parameters, sources

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from calculator.rules_api import Rule

__all__ = ["MACROS", "numbers", "rendered"]

BY_ID: Mapping[str, Rule] = {each.id: each for each in RULES}


class UnknownNameError(Exception):
    """A page uses a name that nothing has."""


def numbers() -> Mapping[str, object]:
    """Every number of the guidance by its name, and the session lengths by goal."""
    return {**parameters.ALL, "LENGTHS": parameters.LENGTHS}


@functools.cache
def rendered(macro: Callable[..., str], *arguments: str) -> str:
    """What a macro gives on any page, with links from the root; it is rendered once, as long as no source changes."""
    return macro(ROOT_LINK, *arguments)


def rule(base: str, id: str) -> str:
    """The box of a rule: its reason, certainty and papers, under the id that links to it use."""
    return box("rule", base, rule=_lookup(BY_ID, id, "rule"), why=inline(BY_ID[id].rationale))


def rules(base: str) -> str:
    """Every rule, each with one situation in which it speaks."""
    shown = [(each, inline(each.rationale), rule_examples.example_for(each.id)) for each in RULES]
    return box("rules", base, rules=shown)


def source(base: str, key: str) -> str:
    """A short citation that leads to the paper."""
    return box("source", base, source=_lookup(sources.BY_KEY, key, "source"))


def claim(base: str, id: str) -> str:
    """The box of a claim: what is often said, what studies show, and how sure that is."""
    return box("claim", base, claim=_lookup(claims.BY_ID, id, "claim"))


def example_answer(base: str, query: str) -> str:
    """The real answer to a query, framed as an example."""
    return strip_blank_lines(app.render("guide/example_answer.html", query, base=base))


def calculator(base: str, query: str = "") -> str:
    """The calculator: form, the answer to the query or the default case, and every state in between."""
    grid = Markup(prebuilt.build().grid)
    return strip_blank_lines(
        app.render_calculator(query, base=base, asset=asset_link, grid=grid, warning_signs=by_urgency())
    )


def chart(base: str, name: str) -> str:
    """A drawing made of the calculator's numbers."""
    return strip_blank_lines(app.render(f"charts/{name}.svg", "", base=base, p=parameters.ALL, **charts.data(name)))


MACROS = (rule, rules, source, claim, example_answer, calculator, chart, *evidence.MACROS, *advisories.MACROS)


def _lookup[T](names: Mapping[str, T], name: str, kind: str) -> T:
    if name not in names:
        raise UnknownNameError(f"No {kind} is called {name!r}.")
    return names[name]
