"""Write the discovery files: RSS feed, robots.txt, security.txt, llms.txt, web manifest, social cards and icons."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from email.utils import format_datetime
from typing import TYPE_CHECKING

import app
from builder.discovery import social_cards
from builder.discovery.structured_data import LANGUAGE, card_path
from builder.output import write_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from builder.discovery.structured_data import Page, Site

__all__ = ["files", "write"]

MAIN = "The site"
SECURITY_TXT = ".well-known/security.txt"


def write(folder: Path, site: Site, pages: Sequence[Page]) -> None:
    """Write every file below the folder of the built site."""
    write_files(folder, files(site, pages))


def files(site: Site, pages: Sequence[Page]) -> Mapping[str, bytes]:
    """The content of every file by its path from the root of the site."""
    return {
        "feed.xml": _rendered("feed.xml", site, pages=_latest(pages)),
        "llms.txt": _rendered("llms.txt", site, sections=_sections(pages)),
        "robots.txt": _rendered("robots.txt", site),
        "manifest.webmanifest": _manifest(site),
        **({SECURITY_TXT: _rendered("security.txt", site)} if site.security_expires else {}),
        **{name: social_cards.icon(name) for name in social_cards.ICONS},
        **{card_path(page.path): social_cards.card(page.title, site.name, _footer(page)) for page in pages},
    }


def _rendered(template: str, site: Site, **variables: object) -> bytes:
    """One of the templates, without the lines that its opening comments leave behind."""
    jinja_template = app.TEMPLATES.overlay(autoescape=template.endswith(".xml")).get_template(f"discovery/{template}")
    text = jinja_template.render(site=site, language=LANGUAGE, moment=_rfc_822_date, **variables)
    return f"{text.strip()}\n".encode()


def _latest(pages: Iterable[Page]) -> list[Page]:
    """The pages with a date, the latest first."""
    dated = [(page.review, page) for page in pages if page.review]
    return [page for _, page in sorted(dated, key=lambda pair: pair[0], reverse=True)]


def _sections(pages: Iterable[Page]) -> list[tuple[str, list[Page]]]:
    """The pages by the section of the guide, in the order of the menu."""
    by_section: dict[str, list[Page]] = {}
    for page in pages:
        by_section.setdefault(page.section or MAIN, []).append(page)
    return list(by_section.items())


def _rfc_822_date(day: date) -> str:
    """A day at 00:00 UTC in the format of RSS."""
    return format_datetime(datetime.combine(day, time(), UTC))


def _footer(page: Page) -> str:
    updated = f" \N{MIDDLE DOT} updated {page.review.day} {page.review:%B %Y}" if page.review else ""
    return f"Free guide and calculator{updated}"


def _manifest(site: Site) -> bytes:
    """The web manifest, which a phone reads to add the site to its home screen."""
    manifest = {
        "name": site.name,
        "short_name": "Leg day",
        "description": site.description,
        "lang": LANGUAGE,
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#f4f7f5",
        "theme_color": social_cards.DARK_GREEN,
        "shortcuts": [
            {"name": "Today's session", "short_name": "Today", "url": "./calculator/"},
            {"name": "Plan my week", "short_name": "Week", "url": "./week/"},
        ],
        "icons": [_icon_entry(name, shape) for name, shape in social_cards.ICONS.items() if name.startswith("icons/")],
    }
    return json.dumps(manifest, indent=2).encode()


def _icon_entry(name: str, shape: social_cards.Icon) -> Mapping[str, str]:
    purpose = "any" if shape.rounded else "maskable"
    return {"src": name, "sizes": f"{shape.side}x{shape.side}", "type": "image/png", "purpose": purpose}
