"""Knows the built site on a local server, a real browser, and the guards that fail a test on any error.

Must never know what a page says.
"""

from __future__ import annotations

import contextlib
import functools
import http.server
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import BrowserContext, Page, Request

ROOT = Path(__file__).parents[2]
expect.set_options(timeout=30_000)  # a cold Pyodide takes 3 to 8 s on a busy two-core machine
FLAGS = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything here: it needs a real browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


class Handler(http.server.SimpleHTTPRequestHandler):
    """A static host that says nothing."""

    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012 - the base class has it so
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".wasm": "application/wasm",
    }

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Brief(Handler):
    """The same host, but it closes every connection: once it is stopped, it is gone."""

    protocol_version = "HTTP/1.0"


class Server(http.server.ThreadingHTTPServer):
    """A server that does not mind a browser that is closed in the middle of a download."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def serving(folder: Path, handler: type[Handler] = Handler) -> Iterator[Server]:
    """Serve a folder on a free port, which is taken before anything is built for it."""
    server = Server(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site; it is filled by `base_url`."""
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="session")
def base_url(site: Path) -> Iterator[str]:
    """Build the site for the address where it is served: Material's instant navigation works only there."""
    with serving(site) as server:
        url = f"http://127.0.0.1:{server.server_port}"
        env = {**os.environ, "SITE_URL": f"{url}/", "NO_MKDOCS_2_WARNING": "1"}
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(site)], cwd=ROOT, check=True, env=env)
        yield url


@pytest.fixture
def second_server(site: Path, base_url: str) -> Iterator[Server]:  # noqa: ARG001 - the site must be built
    """The same site under another address, on a server that a test may stop."""
    with serving(site, handler=Brief) as server:
        yield server


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object], browser_name: str) -> dict[str, object]:
    """The browser of $CHROMIUM, with the flags that a closed network needs."""
    args = dict(browser_type_launch_args)
    if browser_name == "chromium":
        if os.environ.get("CHROMIUM"):
            args["executable_path"] = os.environ["CHROMIUM"]
        root = getattr(os, "geteuid", lambda: 1)() == 0
        args["args"] = [*FLAGS, *(["--no-sandbox"] if root else [])]  # as root Chromium refuses to run otherwise
    return args


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    """A British desktop, without the service worker unless a test wants it: routes do not reach what it fetches."""
    place = {"locale": "en-GB", "timezone_id": "UTC", "viewport": {"width": 1280, "height": 900}}
    return {**browser_context_args, **place, "service_workers": "block"}


def guard(context: BrowserContext, base_url: str) -> list[str]:
    """Record console errors and warnings, uncaught errors, failed and foreign requests."""
    bad: list[str] = []
    host = urlsplit(base_url).netloc

    def requested(request: Request) -> None:
        url = urlsplit(request.url)
        if url.scheme in {"http", "https", "ws", "wss"} and url.netloc != host:
            bad.append(f"third party: {request.url}")

    def failed(request: Request) -> None:
        if "ABORT" not in str(request.failure):  # a page that is left drops what it was loading
            bad.append(f"failed: {request.url}: {request.failure}")

    def said(kind: str, text: str) -> None:
        if kind in {"error", "warning"} and "Service Worker registration blocked by Playwright" not in text:
            bad.append(f"console.{kind}: {text}")

    context.on("request", requested)
    context.on("requestfailed", failed)
    context.on("response", lambda r: bad.append(f"{r.status}: {r.url}") if r.status >= 400 else None)
    context.on("console", lambda message: said(message.type, message.text))
    context.on("weberror", lambda error: bad.append(f"uncaught: {error.error}"))
    return bad


@pytest.fixture
def problems(context: BrowserContext, base_url: str) -> Iterator[list[str]]:
    """What the guard recorded; a test that provokes a problem empties the list itself."""
    bad = guard(context, base_url)
    yield bad
    assert not bad, "\n".join(bad)


@pytest.fixture
def page(page: Page, problems: list[str]) -> Page:  # noqa: ARG001 - every page is guarded
    """A guarded page."""
    page.set_default_timeout(30_000)
    return page


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[str]]:
    """What axe-core finds wrong with a page, one line each."""
    source = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")

    def check(page: Page) -> list[str]:
        page.evaluate(source)
        found = page.evaluate(
            "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}}).then(r => r.violations)", TAGS
        )
        return [f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found for node in one["nodes"]]

    return check


@pytest.fixture
def calculator(page: Page) -> Page:
    """The page of the calculator, with the script at work."""
    page.goto("/calculator/")
    page.wait_for_function("() => customElements.get('leg-day-calculator') !== undefined")
    return page
