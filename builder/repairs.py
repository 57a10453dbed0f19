"""Knows what the HTML of Material 9.8.1 gets wrong, and the smallest repair of each.

Must never know our own pages: what is wrong in them is mended where they are written.
"""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["repair"]


class Repair(NamedTuple):
    """What to look for, what to put there, and why; where `always`, every page of the theme must hold it."""

    pattern: re.Pattern[str]
    replacement: str
    why: str
    always: bool = True


REPAIRS = (
    Repair(
        re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"'),
        r"\1",
        "autocomplete is not allowed on a check box (HTML, 4.10.18.7)",
    ),
    Repair(
        re.compile(r'(data-md-component="search" role="dialog")(?! aria-label)'),
        r'\1 aria-label="Search"',
        "a dialog needs a name (axe: aria-dialog-name)",
    ),
    Repair(
        re.compile(r'(<label class="md-nav__link[^>]*?) tabindex=""'),
        r"\1",
        "tabindex is a number (HTML, 6.6.3)",
        always=False,
    ),
    Repair(
        re.compile(r'<(t[dh])((?: [^>]*?)?) style="text-align: (left|center|right);"'),
        r'<\1\2 class="align-\3"',
        "the policy forbids inline style",
        always=False,
    ),
)


def repair(html: str, path: str) -> str:
    """The page with every repair made. A repair that finds nothing to mend means that the theme has changed."""
    if "md-header" not in html:
        return html
    for pattern, replacement, why, always in REPAIRS:
        html, count = pattern.subn(replacement, html)
        if always and not count:
            raise SystemExit(f"{path}: nothing to repair where {why}. Has Material changed? See builder/repairs.py.")
    return html
