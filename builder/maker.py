"""Knows the page on which a blogger makes a widget, as a word that a page may use.

Must never know markup, MkDocs, or what a question means.
"""

from __future__ import annotations

import app
from builder import assets, embed, snippets
from builder.presets import PRESETS
from calculator.report import ADVICE_VERSION

__all__ = ["maker"]


def maker(base: str, address: str) -> str:
    """The choices, the preview and the snippets for a site at an address, which ends with a slash."""

    def asset(name: str) -> str:
        return base + assets.path_of(name)

    fixed = {"site": address, "version": ADVICE_VERSION, "integrity": embed.integrity(address)}

    def pattern(way: snippets.Way) -> str:
        return snippets.filled(way.pattern, fixed)

    def code(way: snippets.Way) -> str:
        return snippets.filled(pattern(way), snippets.UNTOLD)

    html = app.TEMPLATES.get_template("guide/maker.html").render(
        base=base,
        asset=asset,
        loader=embed.LOADER,
        platforms=snippets.PLATFORMS,
        presets=PRESETS,
        untold=snippets.UNTOLD,
        pattern=pattern,
        code=code,
    )
    # Markdown lets a block through untouched that no empty line ends; inside <pre> every line end counts, so none is added.
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())
