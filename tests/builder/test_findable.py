"""Knows what search engines, feeds and shared links are told, and that all of it is true of the page.

Must never know how a page looks.
"""

from __future__ import annotations

import json
from datetime import date
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup
from bs4.element import Tag
from PIL import Image

from builder import announce, cards, policy
from builder.findable import Page, Site, card_path, structured
from calculator import sources

if TYPE_CHECKING:
    from pathlib import Path

SITE = Site("A site", "What it is.", "https://site.example/")
DAY = date(2026, 11, 22)
LINK = (
    '<p>See <a href="https://doi.org/{doi}">this</a> and <a href="https://doi.org/{doi}">again</a>, <a href="/x">x</a>.'
)
CHEUNG = sources.CHEUNG_2003
PAGE = Page("sore/", "Guide", "How sore </script> & so?", "A page.", DAY, LINK.format(doi=CHEUNG.doi))
START = Page("", "", "Start", "The start.", None, "")


def graph(page: Page) -> dict[str, dict[str, object]]:
    """What is told about a page, by type."""
    told = json.loads(structured(SITE, page))
    return {thing["@type"]: thing for thing in told["@graph"]}


def test_an_article_says_when_it_was_reviewed_and_which_papers_it_cites_once_each() -> None:
    article = graph(PAGE)["Article"]
    assert article["dateModified"] == "2026-11-22"
    assert article["image"] == "https://site.example/cards/sore.png"
    assert article["citation"] == [
        {
            "@type": "ScholarlyArticle",
            "name": CHEUNG.title,
            "author": CHEUNG.authors,
            "url": f"https://doi.org/{CHEUNG.doi}",
            "datePublished": "2003",
        }
    ]


def test_a_title_cannot_end_the_script_that_tells_it() -> None:
    assert "<" not in structured(SITE, PAGE)
    assert graph(PAGE)["Article"]["headline"] == PAGE.title


def test_the_calculator_is_a_free_application_and_no_medical_page() -> None:
    told = graph(START)
    assert list(told) == ["WebApplication"]
    assert told["WebApplication"]["applicationCategory"] == "HealthApplication"
    assert told["WebApplication"]["isAccessibleForFree"] is True
    assert "Medical" not in structured(SITE, PAGE) + structured(SITE, START)


def test_json_in_a_script_needs_no_hash_in_the_policy() -> None:
    assert not policy.inline_hashes(f'<script type="application/ld+json">{structured(SITE, PAGE)}</script>')


def test_a_feed_reader_finds_the_dated_pages_with_an_id_that_changes_with_the_date() -> None:
    items = ET.fromstring(announce.files(SITE, [START, PAGE])["feed.xml"]).findall("channel/item")  # noqa: S314
    told = [{child.tag: child.text for child in item} for item in items]
    assert [item["title"] for item in told] == [PAGE.title]
    assert told[0]["guid"] == "https://site.example/sore/#2026-11-22"
    assert parsedate_to_datetime(told[0]["pubDate"] or "").date() == DAY


def test_a_language_model_and_a_robot_are_told_every_address() -> None:
    made = announce.files(SITE, [START, PAGE])
    assert "- [How sore </script> & so?](https://site.example/sore/): A page." in made["llms.txt"].decode()
    assert "Sitemap: https://site.example/sitemap.xml\n" in made["robots.txt"].decode()


def test_every_icon_of_the_manifest_exists_in_its_size() -> None:
    made = announce.files(SITE, [START])
    for icon in json.loads(made["manifest.webmanifest"])["icons"]:
        wide, high = Image.open(BytesIO(made[icon["src"]])).size
        assert icon["sizes"] == f"{wide}x{high}"


def test_a_card_has_the_size_that_is_promised_and_stays_small() -> None:
    drawn = cards.card("A title of some length that needs more than one line", "A site", "Free")
    assert Image.open(BytesIO(drawn)).size == cards.SIZE
    assert len(drawn) < 40_000


def test_a_title_without_end_is_refused() -> None:
    with pytest.raises(SystemExit, match="too long"):
        cards.card("word " * 100, "A site", "")


@pytest.mark.site
def test_each_page_of_the_site_tells_its_own_address_and_shows_its_own_card(site: Path, base_url: str) -> None:
    seen = set()
    for path, head in heads(site).items():
        address = f"{base_url.rstrip('/')}/{path}"
        assert [link["href"] for link in head.select("link[rel=canonical]")] == [address]
        told = {
            str(tag.get("property") or tag.get("name")): str(tag["content"]) for tag in head.select("meta[content]")
        }
        assert told["og:url"] == address
        assert told["og:image"] == f"{base_url.rstrip('/')}/{card_path(path)}"
        assert (site / card_path(path)).exists()
        assert told["og:description"] == told["description"]
        seen.add(told["description"])
    assert len(seen) == len(heads(site))


@pytest.mark.site
def test_no_page_of_the_site_tells_a_thing_twice(site: Path, base_url: str) -> None:  # noqa: ARG001 - it builds
    for path, head in heads(site).items():
        names = [str(tag.get("property") or tag.get("name")) for tag in head.select("meta[property], meta[name]")]
        assert len(names) == len(set(names)), path
        assert len(head.select('script[type="application/ld+json"]')) == 1, path
        assert len(head.select('link[type="application/rss+xml"], link[rel=manifest]')) == 2, path


@pytest.mark.site
def test_the_map_holds_every_page_that_may_be_found(site: Path, base_url: str) -> None:
    found = ET.parse(site / "sitemap.xml").getroot()  # noqa: S314 - our own
    listed = {loc.text for loc in found.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    assert {f"{base_url.rstrip('/')}/{path}" for path in heads(site)} <= listed


def heads(site: Path) -> dict[str, Tag]:
    """The head of every page that may be found, by its path from the root."""
    found = {}
    for file in sorted(site.rglob("index.html")):
        head = BeautifulSoup(file.read_text("utf-8"), "html.parser").head
        if isinstance(head, Tag) and not head.select('meta[name=robots][content*="noindex"]'):
            found[file.parent.relative_to(site).as_posix().removeprefix(".") + "/"] = head
    return {path.removeprefix("/"): head for path, head in found.items()}
