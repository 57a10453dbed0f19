"""Fix faults in the HTML of Material 9.8.1.

A required fix that finds nothing to replace raises BuildError: the theme has changed, and the fix must be looked at
again.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from builder.errors import BuildError

__all__ = ["fix_theme"]


class ThemeFix(NamedTuple):
    """What to look for, what to put there, and why; where `always`, every page of the theme must hold it."""

    pattern: re.Pattern[str]
    replacement: str
    why: str
    required: bool = True


THEME_FIXES = (
    ThemeFix(
        re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"'),
        r"\1",
        "autocomplete is not allowed on a check box (HTML, 4.10.18.7)",
    ),
    ThemeFix(
        re.compile(r'(data-md-component="search" role="dialog")(?! aria-label)'),
        r'\1 aria-label="Search"',
        "a dialog needs a name (axe: aria-dialog-name)",
    ),
    ThemeFix(
        re.compile(r'(<label class="md-nav__link[^>]*?) tabindex=""'),
        r"\1",
        "tabindex is a number (HTML, 6.6.3)",
        required=False,
    ),
    ThemeFix(
        re.compile(r'<(t[dh])((?: [^>]*?)?) style="text-align: (left|center|right);"'),
        r'<\1\2 class="align-\3"',
        "the policy forbids inline style",
        required=False,
    ),
)


def fix_theme(html: str, path: str) -> str:
    """Apply every fix to a page of the theme; other HTML is returned as it is.

    Raises BuildError where a required fix does not match.
    """
    if "md-header" not in html:
        return html
    for pattern, replacement, why, required in THEME_FIXES:
        html, count = pattern.subn(replacement, html)
        if required and not count:
            raise BuildError(
                f"{path}: nothing to repair where {why}. Has Material changed? See builder/pages/theme_fixes.py."
            )
    return html
