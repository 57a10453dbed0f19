"""A macro that shows the week planner with an example week."""

from __future__ import annotations

import app
from builder import site_files
from builder.output import strip_blank_lines

__all__ = ["week_planner"]


def week_planner(base: str, query: str) -> str:
    """The planner with an example week, which is there without a script."""
    html = app.render_week_template("week/page.html", query, base=base, asset=site_files.asset_for(base))
    return strip_blank_lines(html)
