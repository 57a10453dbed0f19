"""Generate the Markdown page of each preset, with the calculator filled in for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.presets import PRESETS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from builder.presets import Preset

__all__ = ["pages"]


def pages() -> Mapping[str, str]:
    """The Markdown of every such page by its file's name: MkDocs gives `calculator/fat-loss.md` the address of a folder."""
    return {f"{preset.page.rstrip('/')}.md": _page(preset) for preset in PRESETS if preset.slug}


def _page(preset: Preset) -> str:
    title = f"Cardio after leg day: {preset.name.lower()}"
    return f"""---
title: "{title}"
description: "{preset.blurb} Get one clear session and why."
canonical: calculator/
hide:
  - navigation
  - toc
search:
  exclude: true
---

# {title}

{preset.blurb}
{{ .lead }}

{{{{ calculator("{preset.query}") }}}}

To start with nothing filled in, open the [empty calculator](../calculator.md).
"""
