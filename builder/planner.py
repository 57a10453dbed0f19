"""Knows the planner of a week as a word that a page may use.

Must never know a week, markup or MkDocs.
"""

from __future__ import annotations

import app
from builder import assets

__all__ = ["week_planner"]


def week_planner(base: str, query: str) -> str:
    """The planner with an example week, which is there without a script."""

    def asset(name: str) -> str:
        return base + assets.path_of(name)

    html = app.week_page("week_page.html", query, base=base, asset=asset)
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())
