"""Put a no-break space between a number and its unit."""

from __future__ import annotations

import re

__all__ = ["keep_units_together"]

MARKUP = r"(<(?:script|style|template)\b.*?</(?:script|style|template)>|<[^>]*>)"
GAP = re.compile(rf"{MARKUP}|(?<=\d) (?=(?:h|min|s|bpm|kcal|kg|km|MET)\b)", re.DOTALL)


def keep_units_together(html: str) -> str:
    """The page with a no-break space between each number and its unit; tags and scripts stay as they are."""
    return GAP.sub(lambda match: match[1] or "\N{NO-BREAK SPACE}", html)
