"""Extract the prose of a built page: the blocks of text that a reader reads sentence by sentence."""

from __future__ import annotations

import re
from html.parser import HTMLParser

__all__ = ["prose"]

BLOCKS = frozenset({"p", "li", "dd", "blockquote", "div"})
# Not read as sentences: headings, tables, drawings, examples of the calculator's answers, citations, marks of certainty.
APART_TAGS = frozenset(
    {"h1", "h2", "h3", "h4", "table", "figure", "details", "script", "style", "svg", "button", "nav"}
)
APART_CLASSES = frozenset({"headerlink", "source", "evidence", "claim-box__label", "leg-day", "worked"})
APART_CLASSES |= {"rule-box__facts", "claim-box__facts", "rule-list__facts"}
EMPTY = frozenset({"br", "img", "hr", "input", "meta", "link", "wbr", "path", "rect"})
ARTICLE = "md-content__inner"


def prose(html: str) -> list[str]:
    """The blocks of prose in the article of a page, each with single spaces."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    tidied = (re.sub(r"\(\s*[;,\s]*\)", "", re.sub(r"\s+", " ", block)).strip() for block in reader.blocks)
    return [block for block in tidied if re.search(r"[A-Za-z]", block)]


class _Reader(HTMLParser):
    """Collects the text of the article, a block for each paragraph or item, and leaves out what stands apart."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks = [""]
        self.inside = 0  # how deep in the article
        self.apart = 0  # how deep in something that stands apart

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go one deeper; a block begins a new text."""
        if tag in EMPTY:
            self.handle_data(" ")
            return
        classes = set((dict(attrs).get("class") or "").split())
        if self.inside or ARTICLE in classes:
            self.inside += 1
        if self.apart or (self.inside and (tag in APART_TAGS or classes & APART_CLASSES)):
            self.apart += 1
        if tag in BLOCKS and not self.apart:
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        """Come one up; what follows a block is another text."""
        if tag in EMPTY:
            return
        if tag in BLOCKS and not self.apart:
            self.blocks.append("")
        self.inside = max(0, self.inside - 1)
        self.apart = max(0, self.apart - 1)

    def handle_data(self, data: str) -> None:
        """Keep what is read."""
        if self.inside and not self.apart:
            self.blocks[-1] += data
