"""The charts of the guide: named and described, with a table of their data, and equal to the calculator."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup
from bs4.element import Tag

from builder.macros import core, rule_order
from calculator.assessment.engine import RULES
from calculator.assessment.readiness import estimate
from calculator.data import parameters as p
from calculator.data.modalities import MODALITIES
from calculator.form.parse import parse
from calculator.scales import Outcome

CHARTS = sorted(path.stem for path in Path("templates/charts").glob("*.svg"))
PAGES = {path.stem: path.read_text("utf-8") for path in Path("docs").glob("*.md")}


def chart(name: str) -> Tag:
    """The figure of a chart."""
    figure = BeautifulSoup(core.chart("../", name), "html.parser").find("figure")
    assert isinstance(figure, Tag)
    return figure


def cells(name: str) -> list[list[str]]:
    """The rows of the table that says the same."""
    rows = chart(name).select("details table tbody tr")
    return [[cell.get_text() for cell in row.select("th, td")] for row in rows]


@pytest.mark.parametrize("name", CHARTS)
def test_chart_has_name_and_description(name: str) -> None:
    svg = chart(name).select_one("svg[role=img]")
    assert svg is not None
    labels = [chart(name).select_one(f"#{id}") for id in str(svg["aria-labelledby"]).split()]
    assert [tag.name for tag in labels if tag] == ["title", "desc"]
    assert all(tag and len(tag.get_text()) > 20 for tag in labels)


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_well_formed_and_brings_no_style_of_its_own(name: str) -> None:
    root = ET.fromstring(str(chart(name)))  # noqa: S314 - our own
    assert not [tag for tag in root.iter() if "style" in tag.attrib or tag.tag == "style"]


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_used_on_one_page(name: str) -> None:
    shown = [page for page, text in PAGES.items() for _ in range(text.count(f'{{{{ chart("{name}") }}}}'))]
    assert len(shown) == 1


@pytest.mark.parametrize("name", [name for name in CHARTS if name != "decision"])  # its page says the same in a list
def test_a_chart_has_a_table_of_its_data(name: str) -> None:
    assert len(cells(name)) > 4


def test_timeline_chart_shows_estimated_readiness() -> None:
    row = next(row for row in cells("recovery-timeline") if row[0] == "24 h")
    query = "hours_since_legs=24&soreness=0&lifting_experience=intermediate&leg_effort="
    efforts = ("light", "moderate", "hard", "very_hard")
    assert row[1:] == [str(estimate(parse(query + effort)).score) for effort in efforts]


def test_impact_map_lists_kinds_by_impact() -> None:
    rows = cells("impact-map")
    assert sorted(row[0] for row in rows) == sorted(mode.name for mode in MODALITIES)
    order = ("None", "Low", "Medium", "High")
    assert [order.index(row[1]) for row in rows] == sorted(order.index(row[1]) for row in rows)


def test_the_scales_show_the_ranges_that_the_guidance_uses() -> None:
    rows = cells("intensity-scales")
    assert ["Heart-rate reserve, %", f"{p.HRR_VIGOROUS.low:g}\N{EN DASH}{p.HRR_VIGOROUS.high:g}"] in [
        row[-2:] for row in rows
    ]
    assert ["Borg CR10, 0 to 10", f"{p.CR10_NEAR_MAX.low:g}\N{EN DASH}{p.CR10_NEAR_MAX.high:g}"] in [
        row[-2:] for row in rows
    ]


def test_rule_order_chart_lists_rules_gravest_first() -> None:
    links = [str(link["href"]) for link in chart("rule-order").select("details a")]
    assert sorted(links) == sorted(f"../rules/#{rule.id}" for rule in RULES)
    gates = rule_order.data()["gates"]
    assert isinstance(gates, list)
    outcomes = [Outcome[step.name.upper()] for step in gates]
    assert outcomes == sorted(outcomes, reverse=True)
    assert outcomes[0] is Outcome.STOP_EMERGENCY
