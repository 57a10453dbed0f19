"""Knows the files by which others find the site: feed, robots.txt, llms.txt, manifest, cards and icons.

Must never know MkDocs, or what a page says beyond its title and description.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from email.utils import format_datetime
from typing import TYPE_CHECKING

import app
from builder import cards
from builder.findable import LANGUAGE, card_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from builder.findable import Page, Site

__all__ = ["files", "write"]

MAIN = "The site"


def write(folder: Path, site: Site, pages: Sequence[Page]) -> None:
    """Put every file in its place under the folder of the built site."""
    for path, content in files(site, pages).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def files(site: Site, pages: Sequence[Page]) -> Mapping[str, bytes]:
    """Every such file by its way from the root of the site."""
    return {
        "feed.xml": _rendered("feed.xml", site, pages=_latest(pages)),
        "llms.txt": _rendered("llms.txt", site, sections=_sections(pages)),
        "robots.txt": _rendered("robots.txt", site),
        "manifest.webmanifest": _manifest(site),
        **{name: cards.icon(name) for name in cards.ICONS},
        **{card_path(page.path): cards.card(page.title, site.name, _foot(page)) for page in pages},
    }


def _rendered(template: str, site: Site, **words: object) -> bytes:
    """One of the templates, without the lines that its opening comments leave behind."""
    known = app.TEMPLATES.overlay(autoescape=template.endswith(".xml")).get_template(f"discover/{template}")
    text = known.render(site=site, language=LANGUAGE, moment=_moment, **words)
    return f"{text.strip()}\n".encode()


def _latest(pages: Iterable[Page]) -> list[Page]:
    """The pages with a date, the latest first."""
    dated = [(page.review, page) for page in pages if page.review]
    return [page for _, page in sorted(dated, key=lambda pair: pair[0], reverse=True)]


def _sections(pages: Iterable[Page]) -> list[tuple[str, list[Page]]]:
    """The pages by the section of the guide, in the order of the menu."""
    found: dict[str, list[Page]] = {}
    for page in pages:
        found.setdefault(page.section or MAIN, []).append(page)
    return list(found.items())


def _moment(day: date) -> str:
    """A day as a feed wants it: its first moment, as in an e-mail."""
    return format_datetime(datetime.combine(day, time(), UTC))


def _foot(page: Page) -> str:
    updated = f" \N{MIDDLE DOT} updated {page.review.day} {page.review:%B %Y}" if page.review else ""
    return f"Free guide and calculator{updated}"


def _manifest(site: Site) -> bytes:
    """What a phone needs to keep the site on its home screen."""
    told = {
        "name": site.name,
        "short_name": "Leg day",
        "description": site.description,
        "lang": LANGUAGE,
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": "#f4f7f5",
        "theme_color": cards.NIGHT,
        "icons": [_listed(name, shape) for name, shape in cards.ICONS.items() if name.startswith("icons/")],
    }
    return json.dumps(told, indent=2).encode()


def _listed(name: str, shape: cards.Icon) -> Mapping[str, str]:
    purpose = "any" if shape.rounded else "maskable"
    return {"src": name, "sizes": f"{shape.side}x{shape.side}", "type": "image/png", "purpose": purpose}
