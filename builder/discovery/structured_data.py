"""Build schema.org JSON-LD for each page: an article with the papers that it cites, or the application."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from calculator.answer.builder import ADVICE_VERSION
from calculator.data import sources

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from calculator.model import Source

__all__ = ["Page", "Site", "card_path", "json_ld"]

APPLICATION = frozenset({"", "calculator/"})
LANGUAGE = "en-GB"
LINK = re.compile(r'<a\b[^>]*? href="([^"]*)"')


class Site(NamedTuple):
    """The site: its name, its description, and its address with a slash at the end."""

    name: str
    description: str
    address: str


class Page(NamedTuple):
    """A page: its way from the root ("soreness/"), its section of the guide, its words, and when they were reviewed."""

    path: str
    section: str
    title: str
    description: str
    review: date | None


def json_ld(site: Site, page: Page, html: str) -> Markup:
    """Describe the page as JSON-LD, escaped so that it can be in a script element; the papers are those that it links to."""
    graph = [_application(site)] if page.path in APPLICATION else [_article(site, page, html)]
    if page.path:
        graph.append(_breadcrumbs(site, page))
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", r"\u003c"))


def card_path(path: str) -> str:
    """The path of a page's social card from the root. It has no hash, so that old links keep working."""
    return f"cards/{path.strip('/').replace('/', '-') or 'start'}.png"


def _editors(site: Site) -> Mapping[str, object]:
    return {"@type": "Organization", "name": site.name, "url": f"{site.address}about/"}


def _application(site: Site) -> Mapping[str, object]:
    return {
        "@type": "WebApplication",
        "name": site.name,
        "url": f"{site.address}calculator/",
        "description": site.description,
        "applicationCategory": "HealthApplication",
        "operatingSystem": "Any",
        "browserRequirements": "A browser with JavaScript and WebAssembly",
        "softwareVersion": ADVICE_VERSION,
        "isAccessibleForFree": True,
        "offers": {"@type": "Offer", "price": "0", "priceCurrency": "EUR"},
        "inLanguage": LANGUAGE,
        "author": _editors(site),
    }


def _article(site: Site, page: Page, html: str) -> Mapping[str, object]:
    address = site.address + page.path
    node: dict[str, object] = {
        "@type": "Article",
        "headline": page.title,
        "description": page.description,
        "url": address,
        "mainEntityOfPage": address,
        "image": site.address + card_path(page.path),
        "inLanguage": LANGUAGE,
        "isAccessibleForFree": True,
        "author": _editors(site),
        "publisher": _editors(site),
    }
    if page.review:
        node["dateModified"] = page.review.isoformat()
    if papers := _cited(html):
        node["citation"] = [_citation(paper) for paper in papers]
    return node


def _breadcrumbs(site: Site, page: Page) -> Mapping[str, object]:
    steps = ((site.name, site.address), (page.title, site.address + page.path))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": address}
            for position, (name, address) in enumerate(steps, 1)
        ],
    }


def _citation(paper: Source) -> Mapping[str, object]:
    node: dict[str, object] = {
        "@type": "ScholarlyArticle" if paper.doi else "CreativeWork",
        "name": paper.title,
        "author": paper.authors,
        "url": _address(paper),
    }
    return node | ({"datePublished": str(paper.year)} if paper.year else {})


def _address(paper: Source) -> str:
    return f"https://doi.org/{paper.doi}" if paper.doi else paper.url


def _cited(html: str) -> list[Source]:
    """The papers that the page links to, in the order in which it does."""
    by_address = {_address(paper): paper for paper in sources.BY_KEY.values() if _address(paper)}
    links = dict.fromkeys(unescape(link) for link in LINK.findall(html))
    return [by_address[link] for link in links if link in by_address]
