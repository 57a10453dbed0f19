"""The widget's page, its loaders, its embedded answers, and its oEmbed documents."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest
from bs4 import BeautifulSoup

from builder.errors import BuildError
from builder.presets import PRESETS, Preset
from builder.widget import page as widget_page
from builder.widget import releases
from calculator.answer import builder as answer_builder
from calculator.form.parse import parse

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.site
MAX_LOADER = 2_000  # bytes, compressed: the loader is on other people's pages
LONG_ADDRESS = "https://qzxjk-vbwhf.pages.example/ub3-k9/"  # which compresses badly
WORDPRESS_READS = 150_000  # bytes of a page in which WordPress looks for the address
HEIGHTS = range(200, 1001)  # px, which WordPress keeps


def soup(path: Path) -> BeautifulSoup:
    """A page of the built site."""
    return BeautifulSoup(path.read_text("utf-8"), "html.parser")


def test_the_loader_is_small_and_the_pinned_one_is_the_same(site: Path) -> None:
    loader = (site / widget_page.LOADER).read_bytes()
    assert len(gzip.compress(loader, 9)) <= MAX_LOADER
    assert len(gzip.compress(widget_page.loader(LONG_ADDRESS), 9)) <= MAX_LOADER
    assert answer_builder.ADVICE_VERSION in widget_page.PINNED
    if answer_builder.ADVICE_VERSION not in releases.loaders():
        assert (site / widget_page.PINNED).read_bytes() == loader


def test_every_released_loader_is_served_for_ever_as_it_was(site: Path) -> None:
    for version, loader in releases.loaders().items():
        assert (site / version / "widget.js").read_bytes() == loader


def test_released_loader_is_immutable(tmp_path: Path) -> None:
    (tmp_path / releases.TABLE).write_text("# versions\n", "utf-8")
    releases.add("2026.1.0", b"first", tmp_path)
    releases.add("2026.2.0", b"second", tmp_path)
    assert releases.loaders(tmp_path) == {"2026.1.0": b"first", "2026.2.0": b"second"}
    with pytest.raises(BuildError, match=r"2026\.1\.0 is released"):
        releases.add("2026.1.0", b"mended", tmp_path)
    (tmp_path / "2026.1.0.loader").write_bytes(b"mended")
    with pytest.raises(BuildError, match="take the change back"):
        releases.loaders(tmp_path)


def test_the_hash_of_the_pinned_loader_is_published(site: Path, base_url: str) -> None:
    document = json.loads((site / "v1" / "widget.json").read_text("utf-8"))
    digest = hashlib.sha384((site / widget_page.PINNED).read_bytes()).digest()
    assert (
        document["integrity"] == widget_page.integrity(f"{base_url}/") == f"sha384-{base64.b64encode(digest).decode()}"
    )
    assert document["url"].endswith(widget_page.PINNED)


def test_the_page_is_not_indexed_and_links_to_the_calculator(site: Path) -> None:
    page = soup(site / widget_page.PAGE / "index.html")
    assert page.select_one('meta[name="robots"]')["content"] == "noindex"  # type: ignore[index]
    assert str(page.select_one('link[rel="canonical"]')["href"]).endswith("/calculator/")  # type: ignore[index]
    assert widget_page.PAGE not in (site / "sitemap.xml").read_text("utf-8")
    assert "embed" not in (site / "robots.txt").read_text("utf-8")


def test_the_policy_of_the_page_names_this_site_and_no_other(site: Path, base_url: str) -> None:
    """A frame without an origin is not 'self' to WebKit."""
    policy = str(soup(site / widget_page.PAGE / "index.html").select_one("meta[http-equiv]")["content"])  # type: ignore[index]
    named = [rule for rule in policy.split("; ") if "'self'" in rule]
    assert len(named) == 5
    assert all(re.findall(r"[^ ]+://[^ ]+", rule) == [base_url] for rule in named)


def test_page_embeds_answers_of_presets_and_warning_signs(site: Path) -> None:
    embedded = {
        str(element["data-answer-for"]): element
        for element in soup(site / widget_page.PAGE / "index.html").select("template[data-answer-for]")
    }
    conclusive = [query for query, element in embedded.items() if element.has_attr("data-conclusive")]
    assert all(answer_builder.answer(query)["options"] == [] for query in conclusive)
    assert "red_flags=chest_pain" in conclusive
    assert "goal=fat_loss" in embedded
    assert len(embedded) == len(conclusive) + len({widget_page.canonical(preset.query) for preset in PRESETS})


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.slug or "calculator")
def test_a_pasted_address_becomes_the_widget(site: Path, preset: Preset) -> None:
    html = (site / preset.page / "index.html").read_text("utf-8")
    head = html[:WORDPRESS_READS].partition("</head>")[0]
    link = BeautifulSoup(head, "html.parser").find("link", {"rel": "alternate", "type": "application/json+oembed"})
    assert link is not None
    assert re.search(
        r'<link rel="?alternate"? type="?application/json\+oembed"?', head
    )  # the whole value, as many readers want it
    assert (
        (site / urlsplit(str(link["href"])).path.lstrip("/")).with_name("sitemap.xml").is_file()
    )  # the theme asks for it
    assert urlsplit(str(link["href"])).netloc  # a relative one is not followed
    document = json.loads((site / urlsplit(str(link["href"])).path.lstrip("/")).read_text("utf-8"))
    assert (document["version"], document["type"], document["width"]) == ("1.0", "rich", 600)
    assert document["height"] in HEIGHTS
    assert (site / urlsplit(document["thumbnail_url"]).path.lstrip("/")).is_file()
    assert_wordpress_accepts(document["html"], preset)


def assert_wordpress_accepts(html: str, preset: Preset) -> None:
    """A quotation with a link to the page, then one frame, which is as wide as its place."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    body: Element = parser.parseFragment(html)
    assert [element.tag for element in body] == ["blockquote", "iframe"]
    frame = body[1]
    assert frame.attrib["width"] == "100%"
    document = urlsplit(frame.attrib["src"])
    assert document.path.endswith(widget_page.PAGE)
    asked = {name: values for name, values in parse_qs(document.query).items() if name != "src"}
    assert asked == parse_qs(preset.query)
    assert body[0][0].attrib["href"].endswith(preset.page)


@pytest.mark.parametrize("preset", PRESETS[1:], ids=lambda preset: preset.slug)
def test_a_preset_has_a_page_of_its_own(site: Path, preset: Preset) -> None:
    page = soup(site / preset.page / "index.html")
    assert parse(preset.query) != parse("")
    assert preset.blurb in page.get_text(" ", strip=True).replace("\u2019", "'")
    assert preset.page in (site / "sitemap.xml").read_text("utf-8")
    headline = page.select_one("[data-answer] [data-headline]")
    assert headline is not None
    assert headline.get_text() == answer_builder.answer(preset.query)["headline"]


def test_pages_without_the_calculator_offer_no_widget(site: Path) -> None:
    assert not soup(site / "soreness" / "index.html").select('link[type="application/json+oembed"]')
