"""A macro for the page on which a blogger configures a widget: choices, preview and snippets."""

from __future__ import annotations

import app
from builder.output import strip_blank_lines
from builder.pages.site_links import asset_link
from builder.presets import PRESETS
from builder.widget import page as widget_page
from builder.widget import snippets
from calculator.answer.builder import ADVICE_VERSION

__all__ = ["widget_builder"]


def widget_builder(base: str, address: str) -> str:
    """The choices, the preview and the snippets for a site at an address, which ends with a slash."""
    fixed = {"site": address, "version": ADVICE_VERSION, "integrity": widget_page.integrity(address)}

    def pattern(snippet: snippets.Snippet) -> str:
        return snippets.fill_slots(snippet.pattern, fixed)

    def code(snippet: snippets.Snippet) -> str:
        return snippets.fill_slots(pattern(snippet), snippets.DEFAULT_SLOTS)

    html = app.TEMPLATES.get_template("guide/widget_builder.html").render(
        base=base,
        asset=asset_link,
        loader=widget_page.LOADER,
        platforms=snippets.PLATFORMS,
        presets=PRESETS,
        default_slots=snippets.DEFAULT_SLOTS,
        pattern=pattern,
        code=code,
    )
    # Markdown lets a block through untouched that no empty line ends; inside <pre> every line end counts, so none is added.
    return strip_blank_lines(html)
