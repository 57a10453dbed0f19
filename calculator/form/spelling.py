"""Names and values that are nearly right: which of ours somebody may have meant.

A query string comes from links that people type, mail programs change and other programs build. A warning sign under a slightly
wrong name must never be lost, so such a name is either understood or reported as a problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["closest", "is_common", "is_tracker", "normalised", "readable", "within"]

_MOST_EDITS = 2
_SHORT = 4  # characters: two edits would make nearly any short word out of another
_SHORTEST_PART = 7  # characters: a shorter name may stand inside a longer word by chance
_ESCAPED_AMPERSAND = re.compile(r"(?:&|\A)(?:amp;|#0?38;|#x26;)+", re.IGNORECASE)  # &amp;name, or what is left of it
_SURROGATES = re.compile("[\ud800-\udfff]")
_BRACKETS = re.compile(r"(?:\[[0-9]*\])+\Z")  # how some programs write a field that repeats: name[], name[0]
_SEPARATORS = re.compile(r"[\W_]+")
# What trackers add to the address of a page: names, and values that mean nothing here.
_TRACKERS = (
    "utm_",
    "mc_",
    "_ga",
    "_gl",
    "hsa_",
    "pk_",
    "mtm_",
    "matomo_",
    "gad_",
    "fbclid",
    "gclid",
    "msclkid",
    "igsh",
    "yclid",
)
_COMMON = frozenset(
    {"content", "page", "refer", "referer"}
)  # usual in addresses of pages, and by chance like a name of ours


def readable(text: str) -> str:
    """A query string as it was meant: with plain ampersands, and without lone surrogates, which no encoding can write."""
    return _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", _ESCAPED_AMPERSAND.sub("&", text))


def normalised(name: str) -> str:
    """A name without what is forgiven: blanks around it, letter case, brackets, and the rest of an escaped ampersand."""
    return _BRACKETS.sub("", _ESCAPED_AMPERSAND.sub("", name.strip().lstrip("?"))).strip().lower()


def is_tracker(name: str) -> bool:
    """Whether a normalised name is one of those that trackers add to addresses."""
    return name.startswith(_TRACKERS)


def is_common(name: str) -> bool:
    """Whether a normalised name is usual in addresses of pages, although it resembles one of ours."""
    return name in _COMMON


def _joined(text: str) -> str:
    """A text in small letters without its separators: red-flags, redFlags and red_flags are the same."""
    return _SEPARATORS.sub("", text.lower())


def within(text: str, other: str, edits: int) -> bool:
    """Whether so many edits make one text of the other: a letter added, left out, exchanged, or swapped with its neighbour."""
    if abs(len(text) - len(other)) > edits:
        return False
    start = next((at for at, (a, b) in enumerate(zip(text, other, strict=False)) if a != b), min(len(text), len(other)))
    text, other = text[start:], other[start:]
    if not text or not other:
        return True  # what is left of the longer one is no longer than the edits
    if edits == 0:
        return False
    swapped = ((text[1::-1] + text[2:], other), (text, other[1::-1] + other[2:]))
    pairs = ((text[1:], other), (text, other[1:]), (text[1:], other[1:]), *swapped)
    return any(within(left, right, edits - 1) for left, right in pairs)


def closest(text: str, candidates: Iterable[str]) -> str:
    """The candidate that a text resembles most, or an empty text: at most two edits away, or whole inside the text."""
    joined = _joined(text)
    known = {candidate: _joined(candidate) for candidate in candidates}
    for edits in range(_MOST_EDITS + 1):
        for candidate, plain in known.items():
            if within(joined, plain, min(edits, 1 if len(plain) <= _SHORT else _MOST_EDITS, len(plain) - 1)):
                return candidate
    inside = [candidate for candidate, plain in known.items() if len(plain) >= _SHORTEST_PART and plain in joined]
    return max(inside, key=len, default="")
