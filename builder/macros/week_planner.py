"""Macros that show the week planner with an example week, and sample weeks as tables."""

from __future__ import annotations

import app
from builder.output import strip_blank_lines
from builder.pages.site_links import asset_link

__all__ = ["sample_week", "week_planner"]


def week_planner(base: str, query: str) -> str:
    """The planner with an empty form and an example of a planned week, which is there without a script."""
    form = app.render_week_form("")
    html = app.render_week_template("week/page.html", query, base=base, asset=asset_link, empty_form=form)
    return strip_blank_lines(html)


def sample_week(base: str, query: str) -> str:
    """A week as the planner makes it from a query, as a table."""
    return strip_blank_lines(app.render_week_template("week/sample.html", query, base=base))
