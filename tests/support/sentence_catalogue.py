"""Find the ids of the catalogue's sentences of which a text of an answer is made."""

from __future__ import annotations

import re
from functools import cache

from tools.sentences import catalogue

__all__ = ["ids", "is_catalogued"]

# What a gap may hold: no end of a sentence, but the point of a number.
_GAP = r"(?:[^.!?]|\.(?=\d))*?"
_GAP_IN_TEMPLATE = re.compile(r"\{[^}]*\}")
_PARTS = ("page.", "rationale.", "field.", "part.", "strain.")


@cache
def _pattern(template: str) -> re.Pattern[str]:
    end = "" if template.endswith((".", "?", "!")) else r"\.?"
    return re.compile(_GAP.join(map(re.escape, _GAP_IN_TEMPLATE.split(template))) + end + r"(?= |$)")


@cache
def _templates() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Every whole sentence; the most literal ones first, as a gap may hold the words of another sentence."""
    whole = [(name, text) for name, text in catalogue().items() if not name.startswith(_PARTS)]
    whole.sort(key=lambda entry: -len(_GAP_IN_TEMPLATE.sub("", entry[1])))
    return tuple((name, _pattern(text)) for name, text in whole)


@cache
def ids(text: str) -> tuple[str, ...] | None:
    """The ids of the sentences that make up a text, in order; None where it is not made of whole sentences of the catalogue."""
    if not text:
        return ()
    for name, pattern in _templates():
        found = pattern.match(text)
        if found and (rest := ids(text[found.end() :].lstrip())) is not None:
            return (name, *rest)
    return None


def is_catalogued(text: str) -> bool:
    """Whether a text is made of whole sentences of the catalogue."""
    return ids(text) is not None
