"""The finisher: it knows the pages from the configuration, and resolves the links that templates write from the root."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from builder import configuration, finish, page_list
from builder.discovery.structured_data import Page, Site
from builder.errors import BuildError
from builder.pages import site_links
from builder.presets import PRESETS
from tests.support.project_files import ROOT

if TYPE_CHECKING:
    from pathlib import Path

SERVED = {"site.css": "assets/site-0123456789.css"}


def resolve(html: str, base: str = "../") -> str:
    """A page with relative links, in a site with one asset of the project's and one of the theme's."""
    return site_links.resolve(html, "soreness/index.html", base, SERVED, lambda path: path == "assets/theme.js")


@pytest.mark.parametrize(
    ("written", "resolved"),
    [
        ('<a href="site:/timing/#when">', '<a href="../timing/#when">'),
        ('<a href="site:/?soreness=4">', '<a href="../?soreness=4">'),
        ('<link href="site:/assets/site.css">', '<link href="../assets/site-0123456789.css">'),
        ('<script src="site:/assets/theme.js">', '<script src="../assets/theme.js">'),
        (
            '<p data-base="site:/" data-pages="site:/ site:/calculator/">',
            '<p data-base="../" data-pages="../ ../calculator/">',
        ),
    ],
)
def test_links_from_the_root_become_relative(written: str, resolved: str) -> None:
    assert resolve(written) == resolved


def test_links_of_the_front_page_stay_in_its_folder() -> None:
    assert resolve('<p data-base="site:/"><a href="site:/timing/">', "") == '<p data-base="./"><a href="timing/">'


def test_an_unknown_asset_is_named_with_its_page() -> None:
    with pytest.raises(BuildError, match=r"soreness/index.html: no file of the site is called 'sitee\.css'"):
        resolve('<link href="site:/assets/sitee.css">')


def test_the_page_list_has_the_order_of_the_menu_and_the_facts_of_the_front_matter(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("---\ntitle: Start\ndescription: It starts.\n---\n# Start\n", "utf-8")
    (tmp_path / "sore.md").write_text("---\ndescription: How sore.\nreview: 2026-11-02\n---\n# Sore\n", "utf-8")
    pages = page_list.pages([{"Home": "index.md"}, {"Guide": [{"How sore": "sore.md"}]}], tmp_path)
    assert pages[:2] == [
        Page("", "", "Start", "It starts.", None),
        Page("sore/", "Guide", "How sore", "How sore.", date(2026, 11, 2)),
    ]
    assert [page.path for page in pages[2:]] == [preset.page for preset in PRESETS if preset.slug]


def test_the_configuration_is_read_without_a_generator(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/guide/")
    config = configuration.read()
    assert config.site.address == "https://example.org/guide/"
    assert len(page_list.pages(config.menu, config.docs)) > len(list((ROOT / "docs").glob("*.md")))


def test_a_page_that_the_generator_left_out_is_named(tmp_path: Path) -> None:
    site = Site("Name", "Description", "https://example.org/")
    with pytest.raises(BuildError, match=r"soreness/index\.html"):
        finish._finish_pages(tmp_path, site, [Page("soreness/", "", "Title", "Words", None)], with_policy=True)
