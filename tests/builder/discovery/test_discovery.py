"""What search engines, feed readers and link previews read of each page."""

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

from builder.discovery import files as discovery_files
from builder.discovery import social_cards
from builder.discovery.structured_data import Page, Site, card_path, json_ld
from builder.errors import BuildError
from builder.pages import csp
from builder.presets import PRESETS
from calculator.data import sources

if TYPE_CHECKING:
    from pathlib import Path

SITE = Site("A site", "What it is.", "https://site.example/")
DAY = date(2026, 11, 22)
LINK = (
    '<p>See <a href="https://doi.org/{doi}">this</a> and <a href="https://doi.org/{doi}">again</a>, <a href="/x">x</a>.'
)
CHEUNG = sources.CHEUNG_2003
PAGE = Page("sore/", "Guide", "How sore </script> & so?", "A page.", DAY)
CALCULATOR = "calculator/"
SAME_AS_CALCULATOR = {"", *(preset.page for preset in PRESETS)}  # pages that hold the same form
START = Page("", "", "Start", "The start.", None)
HTML = LINK.format(doi=CHEUNG.doi)


def graph(page: Page) -> dict[str, dict[str, object]]:
    """The structured data of a page, by type."""
    document = json.loads(json_ld(SITE, page, HTML))
    return {node["@type"]: node for node in document["@graph"]}


def test_json_ld_has_review_date_and_papers_once() -> None:
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


def test_json_ld_escapes_a_title_that_would_end_the_script() -> None:
    assert "<" not in json_ld(SITE, PAGE, HTML)
    assert graph(PAGE)["Article"]["headline"] == PAGE.title


def test_json_ld_of_calculator_is_a_free_application() -> None:
    nodes = graph(START)
    assert list(nodes) == ["WebApplication"]
    assert nodes["WebApplication"]["applicationCategory"] == "HealthApplication"
    assert nodes["WebApplication"]["isAccessibleForFree"] is True
    assert "Medical" not in json_ld(SITE, PAGE, HTML) + json_ld(SITE, START, HTML)


def test_json_in_a_script_needs_no_hash_in_the_policy() -> None:
    assert not csp.inline_hashes(f'<script type="application/ld+json">{json_ld(SITE, PAGE, HTML)}</script>')


def test_feed_id_changes_with_the_date() -> None:
    items = ET.fromstring(discovery_files.files(SITE, [START, PAGE])["feed.xml"]).findall("channel/item")  # noqa: S314
    entries = [{child.tag: child.text for child in item} for item in items]
    assert [item["title"] for item in entries] == [PAGE.title]
    assert entries[0]["guid"] == "https://site.example/sore/#2026-11-22"
    assert parsedate_to_datetime(entries[0]["pubDate"] or "").date() == DAY


def test_llms_txt_and_robots_txt_name_every_address() -> None:
    contents = discovery_files.files(SITE, [START, PAGE])
    assert "- [How sore </script> & so?](https://site.example/sore/): A page." in contents["llms.txt"].decode()
    assert "Sitemap: https://site.example/sitemap.xml\n" in contents["robots.txt"].decode()


def test_every_icon_of_the_manifest_exists_in_its_size() -> None:
    contents = discovery_files.files(SITE, [START])
    for icon in json.loads(contents["manifest.webmanifest"])["icons"]:
        wide, high = Image.open(BytesIO(contents[icon["src"]])).size
        assert icon["sizes"] == f"{wide}x{high}"


def test_a_card_has_the_size_that_is_promised_and_stays_small() -> None:
    picture = social_cards.card("A title of some length that needs more than one line", "A site", "Free")
    assert Image.open(BytesIO(picture)).size == social_cards.SIZE
    assert len(picture) < 40_000


def test_a_title_without_end_is_refused() -> None:
    with pytest.raises(BuildError, match="too long"):
        social_cards.card("word " * 100, "A site", "")


@pytest.mark.site
def test_each_page_names_its_canonical_address_and_has_its_own_card(site: Path, base_url: str) -> None:
    seen = set()
    for path, head in heads(site).items():
        address = f"{base_url.rstrip('/')}/{CALCULATOR if path in SAME_AS_CALCULATOR else path}"
        assert [link["href"] for link in head.select("link[rel=canonical]")] == [address]
        meta = {
            str(tag.get("property") or tag.get("name")): str(tag["content"]) for tag in head.select("meta[content]")
        }
        assert meta["og:url"] == address
        assert meta["og:image"] == f"{base_url.rstrip('/')}/{card_path(path)}"
        assert (site / card_path(path)).exists()
        assert meta["og:description"] == meta["description"]
        seen.add(meta["description"])
    assert len(seen) == len(heads(site))


@pytest.mark.site
def test_no_page_has_a_meta_element_twice(site: Path, base_url: str) -> None:  # noqa: ARG001 - it builds
    for path, head in heads(site).items():
        names = [str(tag.get("property") or tag.get("name")) for tag in head.select("meta[property], meta[name]")]
        assert len(names) == len(set(names)), path
        assert len(head.select('script[type="application/ld+json"]')) == 1, path
        assert len(head.select('link[type="application/rss+xml"], link[rel=manifest]')) == 2, path


@pytest.mark.site
def test_the_sitemap_lists_every_indexable_page(site: Path, base_url: str) -> None:
    sitemap = ET.parse(site / "sitemap.xml").getroot()  # noqa: S314 - our own
    listed = {loc.text for loc in sitemap.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    assert {f"{base_url.rstrip('/')}/{path}" for path in heads(site)} <= listed


def heads(site: Path) -> dict[str, Tag]:
    """The head of every page that may be found, by its path from the root."""
    by_path = {}
    for file in sorted(site.rglob("index.html")):
        head = BeautifulSoup(file.read_text("utf-8"), "html.parser").head
        if isinstance(head, Tag) and not head.select('meta[name=robots][content*="noindex"]'):
            by_path[file.parent.relative_to(site).as_posix().removeprefix(".") + "/"] = head
    return {path.removeprefix("/"): head for path, head in by_path.items()}


def test_security_txt_says_whom_to_tell_and_until_when() -> None:
    site = SITE._replace(security_expires="2027-11-01")
    path = discovery_files.SECURITY_TXT
    assert path not in discovery_files.files(SITE, [])
    assert discovery_files.files(site, [])[path].decode().splitlines() == [
        "Contact: https://site.example/about/#mistakes",
        "Canonical: https://site.example/.well-known/security.txt",
        "Expires: 2027-11-01T00:00:00Z",
        "Preferred-Languages: en",
    ]
    public = site._replace(contact="mailto:us@site.example", repository="https://code.example/us")
    assert discovery_files.files(public, [])[path].decode().splitlines()[:3] == [
        "Contact: mailto:us@site.example",
        "Contact: https://code.example/us/security/advisories/new",
        "Policy: https://code.example/us/security/policy",
    ]
