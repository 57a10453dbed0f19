"""Knows how the measures of other embeds become tables, as a word that a page may use.

Must never know a figure: those are in bench/embeds/result.json, as the bench wrote them. Nor markup, or MkDocs.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypedDict

import app

__all__ = ["Seen", "embeds", "verdict"]

RESULT = Path(__file__).parent.parent / "bench" / "embeds" / "result.json"
NEAR = 10  # px by which a frame may differ from its size on a plain page


class Box(TypedDict):
    """The size of a frame, in pixels."""

    width: int
    height: int


class Seen(TypedDict):
    """What was seen of an embed on one host: its frame, whether the page in it loaded, and what was thrown."""

    frame: Box | None
    loaded: bool
    errors: list[str]


def verdict(seen: Seen, plain: Seen) -> str:
    """What became of an embed on a strict host, beside a plain one."""
    frame, usual = seen["frame"], plain["frame"]
    if frame is None or usual is None:
        return "No frame"
    if not seen["loaded"]:
        return "Empty frame"
    same = abs(frame["width"] - usual["width"]) <= NEAR and abs(frame["height"] - usual["height"]) <= NEAR
    return "Works" if same else "Wrong size"


def embeds(base: str) -> str:
    """The tables: what a page loads, and what becomes of each embed on strict hosts."""
    told = json.loads(RESULT.read_text("utf-8"))
    fates = {
        name: {host: verdict(seen, one["hosts"]["plain"]) for host, seen in one["hosts"].items()}
        for name, one in told["embeds"].items()
    }
    html = app.TEMPLATES.get_template("guide/embeds.html").render(base=base, told=told, fates=fates)
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())
