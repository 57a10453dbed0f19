"""Fix faults in the HTML of Material 9.8.1.

A required fix that finds nothing to replace raises BuildError: the theme has changed, and the fix must be looked at
again. Zensical's theme has markup of its own, so of its pages only what is there is fixed.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from builder.errors import BuildError

__all__ = ["fix_theme"]

OTHER_THEME = '<meta name="generator" content="zensical'


class ThemeFix(NamedTuple):
    """What to look for, what to put there, and why; where `required`, every page of Material must hold it."""

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
        re.compile(r'<label class="md-header__button md-icon" for="__(drawer|search)">(.*?)</label>', re.DOTALL),
        r'<button class="md-header__button md-icon menu-button" type="button" data-menu="__\1" aria-expanded="false">\2'
        r'<span class="menu-button__name" data-menu-name="\1"></span></button>'
        r'<noscript><label class="md-header__button md-icon" for="__\1">\2</label></noscript>',
        "a label cannot be reached by keyboard and has no role (WCAG 2.1.1, 4.1.2)",
    ),
    ThemeFix(
        re.compile(r'<span class="menu-button__name" data-menu-name="drawer"></span>'),
        '<span class="menu-button__name">Menu</span>',
        "a button needs a name (WCAG 4.1.2)",
    ),
    ThemeFix(
        re.compile(r'<span class="menu-button__name" data-menu-name="search"></span>'),
        '<span class="menu-button__name">Search</span>',
        "a button needs a name (WCAG 4.1.2)",
    ),
    ThemeFix(
        re.compile(r'(<div class="md-search__scrollwrap" tabindex=)"0"'),
        r'\1"-1"',
        "an empty list of results is no stop of the Tab key (WCAG 2.4.7)",
    ),
    ThemeFix(
        re.compile(r'(<a class="headerlink" href="[^"]*") title="[^"]*"'),
        r'\1 aria-hidden="true" tabindex="-1"',
        "a link after each heading, named after a sign, is read out and reached for nothing (WCAG 2.4.4)",
        required=False,
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
        if required and not count and OTHER_THEME not in html:
            raise BuildError(
                f"{path}: nothing to repair where {why}. Has Material changed? See builder/pages/theme_fixes.py."
            )
    return html
