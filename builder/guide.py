"""Knows the few words that a page of the guide may use, and the boxes that they stand for.

Must never know MkDocs beyond its macros plugin, and no number: a number comes from the calculator, by name.

    {{ p.SORENESS_CAP }}            a number with its unit; `{{ p.SORENESS_CAP.value }}` without
    {{ rule("sore-legs") }}         the rule's box; its HTML id is the rule's anchor, so it stands in the guide once
    {{ rules() }}                   every rule with a worked example, for the page of rules; also remarks() and ranked()
    {{ source("cheung-2003") }}     a short citation that leads to the paper
    {{ claim("S17") }}              what is often said, and what the evidence says; its HTML id is claim-s17
    {{ worked("soreness=7") }}      the real answer to a query, from the same door as the calculator's
    {{ calculator() }}              the calculator itself
    {{ week_planner("week_legs=mon-18") }}  the planner of a week, with an example
    {{ question_index() }}          the readers' questions; also evidence_table(), tension_table(), source_list()
    {{ maker() }}                   the page on which a blogger makes a widget; embeds() beside other embeds
    {{ baseline() }}                the oldest browsers that the scripts and styles are made for
    {{ speed_table() }}             how fast it starts beside others; also speed_weights(), speed_conditions()
    {{ interval_formats() }}        the interval formats as a table
    {{ chart("recovery-timeline") }}  templates/charts/recovery-timeline.svg, drawn from the calculator's numbers

A name that does not exist ends the build. `base` leads from the page to the root of the site.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from builder import scripts, words
from builder.embeds_words import embeds
from builder.format_words import interval_formats
from builder.maker import maker
from builder.planner import week_planner
from builder.speed_words import SPEED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class _Macros(Protocol):
    """What mkdocs-macros hands over: variables, macros by decorator, and the page at hand."""

    variables: dict[str, object]
    conf: Mapping[str, str]
    page: _Page

    def macro(self, function: Callable[..., str], name: str = "") -> object: ...


class _Page(Protocol):
    url: str


def define_env(env: _Macros) -> None:
    """Give the pages their words."""
    env.variables["p"] = words.numbers()

    def bind(word: Callable[..., str]) -> None:
        env.macro(lambda *given: word(words.base_of(env.page.url), *given), word.__name__)

    for word in (*words.WORDS, interval_formats, week_planner, embeds, *SPEED):
        bind(word)
    env.macro(scripts.baseline, "baseline")
    env.macro(lambda: maker(words.base_of(env.page.url), env.conf["site_url"]), "maker")
