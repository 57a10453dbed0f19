"""The tables that compare embeds."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from builder.macros import embed_comparison
from builder.widget import page as widget_page
from tests.support.project_files import ROOT

if TYPE_CHECKING:
    from builder.macros.embed_comparison import Observation

BENCH = ROOT / "benchmarks" / "embeds"
NEAR = 20  # bytes by which two kinds of gzip differ
PLAIN: Observation = {"frame": {"width": 784, "height": 500}, "loaded": True, "errors": []}
NONE: Observation = {"frame": None, "loaded": False, "errors": ["thrown"]}
EMPTY: Observation = {**PLAIN, "loaded": False}
SMALL: Observation = {**PLAIN, "frame": {"width": 300, "height": 150}}
NEARLY: Observation = {**PLAIN, "frame": {"width": 784, "height": 504}}


@pytest.mark.parametrize(
    ("seen", "texts"),
    [(PLAIN, "Works"), (NEARLY, "Works"), (SMALL, "Wrong size"), (EMPTY, "Empty frame"), (NONE, "No frame")],
)
def test_what_was_seen_has_a_word(seen: Observation, texts: str) -> None:
    assert embed_comparison.verdict(seen, PLAIN) == texts


def test_every_embed_was_seen_on_every_host() -> None:
    results = json.loads((BENCH / "result.json").read_text("utf-8"))["embeds"]
    assert len(results) == 5
    hosts = [list(embed["hosts"]) for embed in results.values()]
    assert hosts == [hosts[0]] * len(hosts)
    assert all(
        embed_comparison.verdict(embed["hosts"]["plain"], embed["hosts"]["plain"]) == "Works"
        for embed in results.values()
    )


def test_the_row_of_this_widget_is_of_the_loader_as_it_is() -> None:
    results = json.loads((BENCH / "result.json").read_text("utf-8"))["embeds"]["this widget"]
    assert abs(results["host"] - len(gzip.compress(widget_page.loader("https://example.org/"), 9))) <= NEAR


def test_what_is_measured_is_pinned() -> None:
    pins = json.loads((BENCH / "package.json").read_text("utf-8"))["devDependencies"].values()
    assert all(pin[0].isdigit() for pin in pins)


def test_tables_have_names_and_full_rows() -> None:
    tables = BeautifulSoup(embed_comparison.embed_comparison("../"), "html.parser").find_all("table")
    for table in tables:
        assert table.caption
        wide = {len(row.find_all(["th", "td"])) for row in table.find_all("tr")}
        assert len(wide) == 1
    assert len(tables) == 3
