"""A small application to freeze: it counts words, and plans a table of squares."""

from __future__ import annotations

import json
from collections import Counter

__all__ = ["count_words", "squares"]

START = "frozen"


def count_words(text: str) -> str:
    """Return how often each word occurs, as JSON, the most frequent first."""
    counts = Counter(text.casefold().split())
    return json.dumps(dict(counts.most_common()), ensure_ascii=False)


def squares(limit: str) -> tuple[str, str, bytes]:
    """Return a file with the squares up to a limit: its name, its type, its content.

    Raises ValueError for what is no number.
    """
    lines = [f"{number} {number**2}" for number in range(int(limit))]
    return f"{START}.txt", "text/plain", "\n".join(lines).encode()
