"""The widget's files as a blogger's own server serves them: complete, small, and without another host."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from builder.widget import integrations, self_hosted
from builder.widget import page as widget_page

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.site
MAX_ZIP = 2 * 1024 * 1024  # bytes: what PHP takes as an upload unless a host allows more
FOLDER = f"{integrations.PLUGIN}/widget/"


@pytest.fixture(scope="module")
def widget(site: Path) -> dict[str, bytes]:
    """The widget's files in the served plugin, by their paths from their folder."""
    with zipfile.ZipFile(site / integrations.ZIP) as opened:
        return {name.removeprefix(FOLDER): opened.read(name) for name in opened.namelist() if name.startswith(FOLDER)}


def test_the_packages_are_small_enough_to_upload(site: Path) -> None:
    packages = (integrations.ZIP, integrations.HUGO_ZIP, integrations.NPM_TARBALL)
    assert [name for name in packages if (site / name).stat().st_size > MAX_ZIP] == []


def test_every_file_that_the_page_names_is_there_and_only_links_lead_away(
    widget: dict[str, bytes], base_url: str
) -> None:
    page = BeautifulSoup(widget[self_hosted.FRAME], "html.parser")
    names = ("src", "href", "data-manifest", "data-default-answer")
    named = [str(tag[name]) for name in names for tag in page.select(f"script[{name}], link[{name}], main[{name}]")]
    local = [path for path in named if not path.startswith(base_url)]
    assert [path for path in local if path.removeprefix("../../") not in widget] == []
    assert [path for path in named if path not in local] == [f"{base_url}/calculator/"]  # its canonical address
    links = {str(link["href"]) for link in page.select("a[href]")}
    assert links
    assert all(link.startswith(("#", base_url)) for link in links)


def test_neither_loader_nor_policy_names_another_host(widget: dict[str, bytes]) -> None:
    assert b"://" not in widget[self_hosted.LOADER]
    policy = BeautifulSoup(widget[self_hosted.FRAME], "html.parser").select_one("meta[http-equiv]")
    assert policy
    assert "://" not in str(policy["content"])


def test_every_prebuilt_answer_comes_with_it(widget: dict[str, bytes]) -> None:
    named = set(re.findall(rb"(?:render_summary|answer_json)-[0-9a-f]{10}\.bin", widget[self_hosted.FRAME]))
    assert {f"assets/pack/{name.decode()}" for name in named} <= set(widget)
    assert len(named) >= len(widget_page.ENDPOINTS)
