"""The few words that a page of the guide may use, and the boxes that they stand for.

    {{ p.SORENESS_CAP }}            a number with its unit; `{{ p.SORENESS_CAP.value }}` without
    {{ rule("sore-legs") }}         the rule's box; its HTML id is the rule's anchor, so each rule is in the guide once
    {{ rules() }}                   every rule with a worked example, for the page of rules; also advisories() and goal_ranking()
    {{ source("cheung-2003") }}     a short citation that leads to the paper
    {{ claim("S17") }}              what is often said, and what the evidence says; its HTML id is claim-s17
    {{ example_answer("soreness=7") }}      the real answer to a query, from the same function as the calculator's
    {{ calculator() }}              the calculator itself
    {{ week_planner("week_legs=mon-18") }}  the planner of a week, with an example; sample_week("…") a planned week as a table
    {{ faq_index() }}          the readers' questions; also evidence_table(), contradiction_table(), source_list()
    {{ widget_builder() }}                   the page on which a blogger makes a widget; embed_comparison() beside other embeds
    {{ widget_attributes() }}       the attributes of the widget's element as a table
    {{ baseline() }}                the oldest browsers that the scripts and styles are made for
    {{ startup_table() }}             how fast it starts beside others; also startup_weights(), startup_conditions()
    {{ interval_formats() }}        the interval formats as a table; also download_programs()
    {{ json_schema_tables() }}      every key that programs send and receive; also json_schema_version()
    {{ chart("recovery-timeline") }}  templates/charts/recovery-timeline.svg, drawn from the calculator's numbers

A name that does not exist fails the build. Links are written from the root of the site (builder/pages/site_links.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from builder.assets import esbuild
from builder.macros import core
from builder.macros.benchmarks import MACROS
from builder.macros.downloads import download_programs
from builder.macros.embed_comparison import embed_comparison
from builder.macros.intervals import interval_formats
from builder.macros.json_schema import json_schema_tables, json_schema_version
from builder.macros.week_planner import sample_week, week_planner
from builder.macros.widget_builder import widget_builder
from builder.pages.site_links import ROOT_LINK
from builder.widget import attributes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class _Macros(Protocol):
    """What mkdocs-macros hands over: variables, macros by decorator, and the configuration."""

    variables: dict[str, object]
    conf: Mapping[str, str]

    def macro(self, function: Callable[..., str], name: str = "") -> object: ...


def define_env(env: _Macros) -> None:
    """Register the macros and variables of the pages."""
    env.variables["p"] = core.numbers()

    def bind(macro: Callable[..., str]) -> None:
        env.macro(lambda *arguments: core.rendered(macro, *arguments), macro.__name__)

    for macro in (
        *core.MACROS,
        interval_formats,
        download_programs,
        json_schema_tables,
        json_schema_version,
        week_planner,
        sample_week,
        embed_comparison,
        *MACROS,
    ):
        bind(macro)
    env.macro(esbuild.baseline, "baseline")
    env.macro(attributes.table, "widget_attributes")
    env.macro(lambda: widget_builder(ROOT_LINK, env.conf["site_url"]), "widget_builder")
