"""A macro that compares this widget with other embeds, from benchmarks/embeds/result.json."""

from __future__ import annotations

import gzip
import json
from typing import TypedDict

import app
from builder.output import strip_blank_lines
from builder.paths import ROOT
from builder.widget import page as widget_page

__all__ = ["Observation", "embed_comparison", "verdict"]

RESULT = ROOT / "benchmarks" / "embeds" / "result.json"
OWN = "this widget"  # its loader is measured at each build, as it is then
ANY_SITE = "https://example.org/"
COMPRESSION = 9  # of gzip
TOLERANCE = 10  # px by which a frame may differ from its size on a plain page


class Box(TypedDict):
    """The size of a frame, in pixels."""

    width: int
    height: int


class Observation(TypedDict):
    """What was seen of an embed on one host: its frame, whether the page in it loaded, and what was thrown."""

    frame: Box | None
    loaded: bool
    errors: list[str]


def verdict(seen: Observation, plain: Observation) -> str:
    """What became of an embed on a strict host, beside a plain one."""
    frame, expected = seen["frame"], plain["frame"]
    if frame is None or expected is None:
        return "No frame"
    if not seen["loaded"]:
        return "Empty frame"
    same = (
        abs(frame["width"] - expected["width"]) <= TOLERANCE and abs(frame["height"] - expected["height"]) <= TOLERANCE
    )
    return "Works" if same else "Wrong size"


def embed_comparison(base: str) -> str:
    """The tables: what a page loads, and what becomes of each embed on strict hosts."""
    results = json.loads(RESULT.read_text("utf-8"))
    results["embeds"][OWN]["host"] = len(gzip.compress(widget_page.loader(ANY_SITE), COMPRESSION))
    fates = {
        name: {host: verdict(seen, embed["hosts"]["plain"]) for host, seen in embed["hosts"].items()}
        for name, embed in results["embeds"].items()
    }
    html = app.TEMPLATES.get_template("guide/embed_comparison.html").render(base=base, results=results, verdicts=fates)
    return strip_blank_lines(html)
