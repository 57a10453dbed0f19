"""The page of the site that shows CHANGELOG.md."""

from __future__ import annotations

from builder.paths import ROOT

__all__ = ["PAGE", "changelog"]

PAGE = "changelog.md"
FRONT_MATTER = """---
title: What changed
description: What changed in each version of the advice, the site and the widget, the newest first.
hide:
  - navigation
search:
  exclude: true
---
"""


def changelog() -> str:
    """The Markdown of the page."""
    return f"{FRONT_MATTER}\n{(ROOT / 'CHANGELOG.md').read_text('utf-8')}"
