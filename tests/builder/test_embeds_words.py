"""Knows how what was seen of an embed becomes a word, and that the kept measures speak of every embed and every host.

Must never know a figure: the bench writes those.
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from builder import embed, embeds_words

if TYPE_CHECKING:
    from builder.embeds_words import Seen

BENCH = Path(__file__).parent.parent.parent / "bench" / "embeds"
NEAR = 20  # bytes by which two kinds of gzip differ
PLAIN: Seen = {"frame": {"width": 784, "height": 500}, "loaded": True, "errors": []}
NONE: Seen = {"frame": None, "loaded": False, "errors": ["thrown"]}
EMPTY: Seen = {**PLAIN, "loaded": False}
SMALL: Seen = {**PLAIN, "frame": {"width": 300, "height": 150}}
NEARLY: Seen = {**PLAIN, "frame": {"width": 784, "height": 504}}


@pytest.mark.parametrize(
    ("seen", "said"),
    [(PLAIN, "Works"), (NEARLY, "Works"), (SMALL, "Wrong size"), (EMPTY, "Empty frame"), (NONE, "No frame")],
)
def test_what_was_seen_has_a_word(seen: Seen, said: str) -> None:
    assert embeds_words.verdict(seen, PLAIN) == said


def test_every_embed_was_seen_on_every_host() -> None:
    told = json.loads((BENCH / "result.json").read_text("utf-8"))["embeds"]
    assert len(told) == 5
    hosts = [list(one["hosts"]) for one in told.values()]
    assert hosts == [hosts[0]] * len(hosts)
    assert all(embeds_words.verdict(one["hosts"]["plain"], one["hosts"]["plain"]) == "Works" for one in told.values())


def test_the_row_of_this_widget_is_of_the_loader_as_it_is() -> None:
    told = json.loads((BENCH / "result.json").read_text("utf-8"))["embeds"]["this widget"]
    assert abs(told["host"] - len(gzip.compress(embed.loader("https://example.org/"), 9))) <= NEAR


def test_what_is_measured_is_pinned() -> None:
    pins = json.loads((BENCH / "package.json").read_text("utf-8"))["devDependencies"].values()
    assert all(pin[0].isdigit() for pin in pins)


def test_every_table_has_a_name_and_every_row_as_many_cells_as_its_head() -> None:
    tables = BeautifulSoup(embeds_words.embeds("../"), "html.parser").find_all("table")
    for table in tables:
        assert table.caption
        wide = {len(row.find_all(["th", "td"])) for row in table.find_all("tr")}
        assert len(wide) == 1
    assert len(tables) == 3
