"""Render the templates of templates/guide/ to HTML that Markdown leaves alone."""

from __future__ import annotations

from markdown import markdown
from markupsafe import Markup

import app
from builder.output import strip_blank_lines

__all__ = ["box", "inline"]


def box(template: str, base: str, **variables: object) -> str:
    """The HTML of one box of templates/guide/."""
    return strip_blank_lines(app.TEMPLATES.get_template(f"guide/{template}.html").render(base=base, **variables))


def inline(text: str) -> Markup:
    """The HTML of a docstring's inline Markdown, without the paragraph around it."""
    return Markup(markdown(text).removeprefix("<p>").removesuffix("</p>"))
