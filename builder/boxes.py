"""Knows how a box of the guide becomes HTML that Markdown lets through.

Must never know what a box says, or MkDocs.
"""

from __future__ import annotations

from markdown import markdown
from markupsafe import Markup

import app

__all__ = ["block", "box", "inline"]


def box(template: str, base: str, **words: object) -> str:
    """The HTML of one box of templates/guide/."""
    return block(app.TEMPLATES.get_template(f"guide/{template}.html").render(base=base, **words))


def inline(text: str) -> Markup:
    """The HTML of a docstring's inline Markdown, without the paragraph around it."""
    return Markup(markdown(text).removeprefix("<p>").removesuffix("</p>"))


def block(html: str) -> str:
    """HTML that Markdown lets through untouched: no empty line ends it early, no indent makes it code."""
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())
