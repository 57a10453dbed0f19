"""The widget under strict policies of host pages."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.conftest import serving
from tests.platforms import snippets
from tests.platforms.blogs import PAGE
from tests.platforms.serving import host, named_headers
from tests.support.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.platforms.widget_view import WidgetView

    Saw = Callable[[str, str, str], None]

NOTHING = "default-src 'none'; img-src 'self'; style-src 'none'; base-uri 'none'; form-action 'none'"
TYPED = "require-trusted-types-for 'script'; trusted-types 'none'"
ISOLATED = ("require-corp", "credentialless")


@pytest.fixture(scope="module")
def obedient(site: Path) -> Iterator[str]:
    """The widget's site on a host that obeys its `_headers`."""
    with serving(site, named_headers(site / "_headers")) as server:
        yield f"http://127.0.0.1:{server.server_port}"


def post(folder: Path, content: str) -> Path:
    """A page of plain HTML without a style or a script of its own."""
    head = "<meta name='viewport' content='width=device-width, initial-scale=1'><title>A blog</title>"
    (folder / "index.html").write_text(f"<!doctype html><html lang='en'>{head}<main>{content}</main></html>", "utf-8")
    return folder


def policy(*more: str) -> dict[str, str]:
    """The header of a strict host, with what it allows."""
    return {"Content-Security-Policy": "; ".join([NOTHING, *more])}


def isolated(how: str) -> dict[str, str]:
    """The headers of a host that wants to be isolated from all others."""
    return {"Cross-Origin-Embedder-Policy": how, "Cross-Origin-Opener-Policy": "same-origin"}


def only(problems: list[str], *expected: str) -> None:
    """The browser complained as it should, in Chromium's words or in Firefox's, and of nothing else."""
    assert problems
    assert all(any(content in problem for content in expected) for problem in problems), problems
    problems.clear()


def test_element_under_strict_csp_and_trusted_types(widget: str, tmp_path: Path, view: WidgetView, saw: Saw) -> None:
    headers = policy(f"script-src {widget}/v1/", f"frame-src {widget}/embed/", TYPED)
    with host(post(tmp_path, snippets.element(widget)), headers) as url:
        view.open(url).works()
    saw("plain HTML, strict policy and Trusted Types", "element", "ok, exact height")


def test_the_element_works_where_scripts_need_a_nonce(widget: str, tmp_path: Path, view: WidgetView, saw: Saw) -> None:
    content = snippets.element(widget).replace("<script ", "<script nonce='once' ")
    with host(
        post(tmp_path, content), policy("script-src 'nonce-once' 'strict-dynamic'", f"frame-src {widget}")
    ) as url:
        view.open(url).works()
    saw("plain HTML, nonce and strict-dynamic", "element", "ok, exact height")


def test_the_pinned_script_works_with_its_hash(
    widget: str, site: Path, tmp_path: Path, view: WidgetView, saw: Saw
) -> None:
    pinned = next(path for path in site.glob("*/widget.js") if path.parent.name != "v1")
    result = b64encode(hashlib.sha384(pinned.read_bytes()).digest()).decode()
    address = f"{widget}/{pinned.parent.name}/widget.js"
    content = snippets.element(widget).replace(f'"{widget}/v1/widget.js"', f'"{address}" integrity="sha384-{result}"')
    with host(post(tmp_path, content), policy(f"script-src {address}", f"frame-src {widget}")) as url:
        view.open(url).works()
    saw("plain HTML, strict policy", "pinned script with its hash", "ok, exact height")


def test_a_raw_frame_needs_no_script_at_all(widget: str, tmp_path: Path, view: WidgetView, saw: Saw) -> None:
    with host(post(tmp_path, snippets.frame(widget)), policy(f"frame-src {widget}")) as url:
        view.open(url).works(exact=False)
    saw("plain HTML, no script allowed", "frame", "ok, height as given")


def test_the_authors_link_stays_where_the_script_is_forbidden(
    widget: str, tmp_path: Path, view: WidgetView, problems: list[str], saw: Saw
) -> None:
    with host(post(tmp_path, snippets.element(widget)), policy()) as url:
        assert view.open(url).page.get_by_role("link", name=snippets.LINK).is_visible()
    only(problems, "Content Security Policy", "violates the following directive", "csp")
    saw("plain HTML, no script allowed", "element", "the author's link stays")


def test_author_link_returns_when_frame_is_forbidden(
    widget: str, tmp_path: Path, view: WidgetView, problems: list[str], saw: Saw
) -> None:
    with host(post(tmp_path, snippets.element(widget)), policy(f"script-src {widget}")) as url:
        page = view.open(url).page
        page.get_by_role("link", name=snippets.LINK).wait_for()
    only(problems, "Content Security Policy", "violates the following directive", "csp")
    saw("plain HTML, script allowed, frame forbidden", "element", "the author's link comes back")


@pytest.mark.skip_browser("firefox")  # it has no frames without credentials: there the widget's host must send headers
@pytest.mark.parametrize("how", ISOLATED)
def test_the_element_works_on_an_isolated_host(
    widget: str, tmp_path: Path, view: WidgetView, how: str, saw: Saw
) -> None:
    with host(post(tmp_path, snippets.element(widget)), isolated(how)) as url:
        view.open(url).works()
        assert view.page.evaluate("crossOriginIsolated")
    saw(f"plain HTML, COEP {how}", "element", "ok, exact height; the widget's host sends no header of its own")


@pytest.mark.parametrize("how", ISOLATED)
def test_an_isolated_host_refuses_a_raw_frame_without_headers(
    widget: str, tmp_path: Path, view: WidgetView, problems: list[str], how: str, saw: Saw
) -> None:
    with host(post(tmp_path, snippets.frame(widget)), isolated(how)) as url:
        page = view.open(url).page
        wait_until(page, lambda: problems)  # the browser may complain after the page has loaded
    only(problems, "ERR_BLOCKED_BY_RESPONSE", "COEP_FAILED")
    saw(f"plain HTML, COEP {how}", "frame, widget's host without headers", "refused by the browser, as it should be")


@pytest.mark.parametrize("how", ISOLATED)
@pytest.mark.parametrize("way", ["frame", pytest.param("element", marks=pytest.mark.slow)])
def test_cross_origin_isolated_host_shows_widget(
    obedient: str, tmp_path: Path, view: WidgetView, how: str, way: str, saw: Saw
) -> None:
    content = snippets.frame(obedient) if way == "frame" else snippets.element(obedient)
    view.neighbours.add(urlsplit(obedient).netloc)
    with host(post(tmp_path, content), isolated(how)) as url:
        view.open(url).works(exact=way == "element")
    saw(f"plain HTML, COEP {how}", f"{way}, widget's host with _headers", "ok")


def test_the_widget_works_from_a_host_that_sends_our_headers(
    obedient: str, tmp_path: Path, view: WidgetView, saw: Saw
) -> None:
    view.neighbours.add(urlsplit(obedient).netloc)
    with host(post(tmp_path, snippets.element(obedient))) as url:
        view.open(url).works()
    saw("plain HTML", "element, widget's host with _headers", "ok, exact height")


def test_the_widget_works_in_a_preview_that_has_no_origin(
    obedient: str, tmp_path: Path, view: WidgetView, saw: Saw
) -> None:
    view.neighbours.add(urlsplit(obedient).netloc)
    preview = escape(PAGE.format(snippets.element(obedient)))
    with host(
        post(tmp_path, f"<iframe sandbox='allow-scripts' title='x' height='1000' srcdoc='{preview}'></iframe>")
    ) as url:
        shown = view.open(url).page.frame_locator("iframe").frame_locator("iframe")
        shown.locator("[data-headline]").wait_for()
    saw("plain HTML, sandboxed preview", "element, widget's host with _headers", "ok")
