"""Write the oEmbed documents: a pasted address of the calculator becomes a frame, one document for each preset."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from markupsafe import escape

from builder.discovery import structured_data
from builder.presets import PRESETS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from builder.discovery.structured_data import Site
    from builder.presets import Preset

__all__ = ["files", "oembed_path"]

WIDTH, HEIGHT = 600, 640  # px, for readers of oEmbed who want numbers; WordPress keeps heights between 200 and 1000
DAY = 86_400  # seconds
# The theme's script takes every link with rel="alternate" for the site in another language, and asks for a map beside it.
EMPTY_MAP = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>\n'
)


def files(site: Site, frame: str) -> Mapping[str, bytes]:
    """Every oEmbed document by its path from the root of the site."""
    document = {preset.oembed: _file(site, preset, frame) for preset in PRESETS}
    return document | {f"{PRESETS[0].oembed.rpartition('/')[0]}/sitemap.xml": EMPTY_MAP}


def oembed_path(path: str) -> str:
    """The address of a page's oEmbed document; empty for a page that has none."""
    by_page = {"": PRESETS[0].oembed, **{preset.page: preset.oembed for preset in PRESETS}}
    return by_page.get(path, "")


def _file(site: Site, preset: Preset, frame: str) -> bytes:
    title = f"{site.name} calculator" + (f": {preset.name.lower()}" if preset.slug else "")
    document = {
        "version": "1.0",
        "type": "rich",
        "provider_name": site.name,
        "provider_url": site.address,
        "author_name": site.name,
        "author_url": f"{site.address}about/",
        "title": title,
        "width": WIDTH,
        "height": HEIGHT,
        "cache_age": DAY,
        "thumbnail_url": site.address + structured_data.card_path(preset.page),
        "thumbnail_width": 1200,
        "thumbnail_height": 630,
        "html": _frame(site, preset, title, frame),
    }
    return json.dumps(document, indent=1).encode()


def _frame(site: Site, preset: Preset, title: str, frame: str) -> str:
    """HTML for the host page. WordPress resizes the frame only if a blockquote with the link comes before it."""
    source = f"{site.address}{frame}?{preset.query}{'&' if preset.query else ''}src=oembed"
    return (
        f'<blockquote class="wp-embedded-content"><a href="{site.address}{preset.page}">{escape(title)}</a></blockquote>'
        f'<iframe class="wp-embedded-content" src="{escape(source)}" width="100%" height="{HEIGHT}" frameborder="0"'
        f' title="{escape(title)}"></iframe>'
    )
