"""Knows that a number and its unit stay on one line of a page.

Must never know what a page says.
"""

from __future__ import annotations

import re

__all__ = ["typeset"]

LEFT_ALONE = r"(<(?:script|style|template)\b.*?</(?:script|style|template)>|<[^>]*>)"
GAP = re.compile(rf"{LEFT_ALONE}|(?<=\d) (?=(?:h|min|s|bpm|kcal|kg|km|MET)\b)", re.DOTALL)


def typeset(html: str) -> str:
    """The page with a no-break space between each number and its unit; tags and scripts stay as they are."""
    return GAP.sub(lambda found: found[1] or "\N{NO-BREAK SPACE}", html)
