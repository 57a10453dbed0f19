"""Build the site once, serve it, open it in a real browser, and record whatever goes wrong.

site        the built site, a folder        base_url   where it is served; page.goto("/calculator/") just works
page        a page of Chromium that fails its test on a console error, a failed request or a request to another host
problems    what was recorded; a test that provokes a problem clears the list itself
axe         axe(page) lists the violations of accessibility rules

The process that starts the run also serves the site, so that the workers of pytest-xdist share one build and one address.
Tests marked `slow`, and all but some cases of those marked `sampled`, are left out unless SLOW_TESTS is `on`.
"""

from __future__ import annotations

import collections
import contextlib
import functools
import http.server
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol
from urllib.parse import urlsplit

import pytest

import tests.support.hypothesis_profiles  # noqa: F401 - before the first test module asks how many examples it shall take

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response, WebError

ROOT = Path(__file__).parent.parent
PATIENCE = 60_000  # ms; a cold Pyodide takes many seconds on a busy machine of two cores
SLOW_TESTS = os.environ.get("SLOW_TESTS") == "on"
BUILD = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir"]
TYPES = {
    ".js": "text/javascript",
    ".wasm": "application/wasm",
    ".json": "application/json",
    ".webmanifest": "application/json",
}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class Files(http.server.SimpleHTTPRequestHandler):
    """A plain static server: no compression, open to other origins, the site's own page for what is not there, no log."""

    protocol_version = "HTTP/1.1"
    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, **TYPES}  # noqa: RUF012 - as its parent does

    def end_headers(self) -> None:
        """Let every origin read, as the hosts do that a widget needs: in a sandbox its own origin is none."""
        self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Show 404.html, as the hosts of static sites do."""
        not_found_page = Path(self.directory) / "404.html"
        if code != http.HTTPStatus.NOT_FOUND or not not_found_page.exists():
            super().send_error(code, message, explain)
            return
        body = not_found_page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing: the browser's side is what the tests listen to."""


class Server(http.server.ThreadingHTTPServer):
    """A server that is not upset by a browser that closes in the middle of a download."""

    def handle_error(self, *_: object) -> None:
        """Say nothing, for the same reason."""


@contextlib.contextmanager
def serving(folder: Path, files: type[Files] = Files) -> Iterator[Server]:
    """Serve a folder on a free port, which is taken before anything is built for it."""
    server = Server(("127.0.0.1", 0), functools.partial(files, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class BuiltSite(NamedTuple):
    """A folder for the built site, and the address where it is served."""

    folder: Path
    url: str


class XdistWorker(Protocol):
    """What xdist tells a hook about a worker that it is about to start."""

    config: pytest.Config
    workerinput: dict[str, object]


BUILT_SITE = pytest.StashKey[BuiltSite]()
CLEAN_UP = pytest.StashKey[contextlib.ExitStack]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a run rewrite the golden files that only a browser can write."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files that a browser writes")


def pytest_configure(config: pytest.Config) -> None:
    """Give the browser's expectations the same patience, and serve a folder for the site, which is still empty."""
    from playwright.sync_api import expect

    expect.set_options(timeout=PATIENCE)
    shared = getattr(config, "workerinput", {}).get("built_site")
    if shared:
        config.stash[BUILT_SITE] = BuiltSite(Path(shared[0]), shared[1])
        return
    clean_up = config.stash[CLEAN_UP] = contextlib.ExitStack()
    folder = (
        Path(clean_up.enter_context(tempfile.TemporaryDirectory(prefix="site-", ignore_cleanup_errors=True))) / "site"
    )
    folder.mkdir()
    server = clean_up.enter_context(serving(folder))
    config.stash[BUILT_SITE] = BuiltSite(folder, f"http://127.0.0.1:{server.server_port}")


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: XdistWorker) -> None:
    """Tell a worker of xdist where the site is."""
    built_site = node.config.stash[BUILT_SITE]
    node.workerinput["built_site"] = (str(built_site.folder), built_site.url)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server, and remove the site."""
    if CLEAN_UP in config.stash:
        config.stash[CLEAN_UP].close()


def pytest_report_header() -> str:
    """Say what is left out."""
    return f"slow tests: {'run' if SLOW_TESTS else 'left to the nightly job (SLOW_TESTS=on runs them)'}"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave what is slow to the nightly job."""
    if SLOW_TESTS:
        return
    left_out = {item for item in items if item.get_closest_marker("slow")}
    cases = collections.defaultdict(list)
    for item in items:
        if item.get_closest_marker("sampled"):
            cases[item.nodeid.partition("[")[0]].append(item)
    for group in cases.values():
        left_out.update(set(group) - set(sample(group)))
    workers = getattr(config, "workerinput", {}).get("workercount", 1)
    items[:] = site_last([item for item in items if item not in left_out], workers)
    config.hook.pytest_deselected(items=list(left_out))
    if any(map(needs_site, items)) and not config.option.collectonly:
        threading.Thread(target=build_once, args=[config.stash[BUILT_SITE]], daemon=True).start()


def needs_site(item: pytest.Item) -> bool:
    """Whether a test waits for the built site."""
    return "_served" in getattr(item, "fixturenames", ())


def site_last(items: list[pytest.Item], workers: int) -> list[pytest.Item]:
    """Each worker begins with tests that do not need the site, while it is built. A worker gets one stretch of the list."""
    waiting = [item for item in items if needs_site(item)]
    ready = [item for item in items if not needs_site(item)]
    return [item for number in range(workers) for part in (ready, waiting) for item in stretch(part, number, workers)]


def stretch(items: list[pytest.Item], number: int, parts: int) -> list[pytest.Item]:
    """One of so many equal parts of a list."""
    return items[len(items) * number // parts : len(items) * (number + 1) // parts]


def sample(group: list[pytest.Item]) -> list[pytest.Item]:
    """As many cases of one test as its marker says: the first, the last, and others at equal distances."""
    marker = group[0].get_closest_marker("sampled")
    count = marker.args[0] if marker else len(group)
    step = (len(group) - 1) / max(count - 1, 1)
    return [group[round(number * step)] for number in range(min(count, len(group)))]


@pytest.fixture(scope="session")
def _served(pytestconfig: pytest.Config) -> BuiltSite:
    """Build for the address that is served: instant navigation works only where the address is the build's site_url."""
    built_site = pytestconfig.stash[BUILT_SITE]
    build_once(built_site)
    output = output_of_build(built_site)
    while not output.exists():
        time.sleep(0.2)
    failure = output.read_text("utf-8")
    assert not failure, failure
    return built_site


def output_of_build(built_site: BuiltSite) -> Path:
    """Where a build says that it has ended, and why it failed."""
    return built_site.folder.with_name("output.txt")


def build_once(built_site: BuiltSite) -> None:
    """Build the site, unless another worker does so or has done so."""
    with contextlib.suppress(FileExistsError):
        built_site.folder.with_name("building").mkdir()
        output = output_of_build(built_site)
        output.with_suffix(".new").write_text(_build(built_site), "utf-8")
        output.with_suffix(".new").replace(output)


def _build(built_site: BuiltSite) -> str:
    """Build the site; returns what a failed build says. The build is not measured for coverage: it would take twice as long."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    env |= {"SITE_URL": f"{built_site.url}/", "NO_MKDOCS_2_WARNING": "1"}
    command = [*BUILD, str(built_site.folder)]
    built = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    return "" if built.returncode == 0 else f"the build failed:\n{built.stdout}{built.stderr}"


@pytest.fixture(scope="session")
def site(_served: BuiltSite) -> Path:
    """The folder of the built site."""
    return _served.folder


@pytest.fixture(scope="session")
def base_url(_served: BuiltSite) -> str:
    """The address of the built site; it overrides the fixture of pytest-base-url, so that pages open by path."""
    return _served.url


def firefox() -> dict[str, object]:
    """How Playwright starts the machine's own Firefox."""
    path = os.environ.get("FIREFOX") or shutil.which("firefox-esr") or shutil.which("firefox")
    if not path:
        pytest.skip("no Firefox here")
    return {"channel": "moz-firefox", "executable_path": path, "args": []}


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object], browser_name: str) -> dict[str, object]:
    """Start the browser of the machine where there is one, quietly: Chromium, or Firefox with --browser firefox."""
    if browser_name == "firefox":
        return {**browser_type_launch_args, **firefox()}
    flags = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]
    flags.append("--force-effective-connection-type=4G")  # or a slow test before would let a page spare the line
    if getattr(os, "geteuid", lambda: 1)() == 0:
        flags.append("--no-sandbox")  # Chromium refuses to run as root otherwise
    names = ("chromium-headless-shell", "chromium", "google-chrome")  # the first needs half the time of the second
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    executable = {"executable_path": path} if path and browser_name == "chromium" else {}
    return {**browser_type_launch_args, **executable, "args": flags}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    """A British desktop, without the service worker unless a test wants it: routes do not reach what it fetches."""
    context = {"locale": "en-GB", "timezone_id": "UTC", "viewport": {"width": 1280, "height": 900}}
    return {**browser_context_args, **context, "service_workers": "block"}


def guard(context: BrowserContext, base_url: str, others: Collection[str] = ()) -> list[str]:  # noqa: C901 - five short ears
    """Record console errors and warnings, uncaught errors, failed requests and requests to hosts that are not named."""
    messages: list[str] = []
    host = urlsplit(base_url).netloc

    def request(sent: Request) -> None:
        address = urlsplit(sent.url)
        if address.scheme in {"http", "https", "ws", "wss"} and address.netloc not in {host, *others}:
            messages.append(f"another host: {sent.url}")

    def failed(sent: Request) -> None:
        # A page that is left drops what it was loading.
        if "ABORT" not in str(sent.failure):
            messages.append(f"failed: {sent.url}: {sent.failure}")

    def response(answer: Response) -> None:
        if answer.status >= http.HTTPStatus.BAD_REQUEST:
            messages.append(f"{answer.status}: {answer.url}")

    def console(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and "Service Worker registration blocked" not in message.text:
            messages.append(f"console.{message.type}: {message.text}")

    def uncaught(error: WebError) -> None:
        messages.append(f"uncaught: {error.error}")

    context.on("request", request)
    context.on("requestfailed", failed)
    context.on("response", response)
    context.on("console", console)
    context.on("weberror", uncaught)
    return messages


@pytest.fixture
def problems(context: BrowserContext, base_url: str) -> Iterator[list[str]]:
    """What the guard heard; nothing may be left when the test ends."""
    messages = guard(context, base_url)
    yield messages
    assert not messages, "\n".join(messages)


@pytest.fixture
def page(page: Page, problems: list[str]) -> Page:  # noqa: ARG001 - the guard listens
    """A guarded page."""
    page.set_default_timeout(PATIENCE)
    return page


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[str]]:
    """axe-core, run in the page as it stands; what a frame shows is another page."""
    source = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
    lay_out = """() => document.querySelectorAll("*").forEach(one => {
        if (getComputedStyle(one).contentVisibility === "auto") one.style.contentVisibility = "visible"; })"""
    ask = "tags => axe.run(document, {iframes: false, runOnly: {type: 'tag', values: tags}}).then(r => r.violations)"

    def violations(page: Page) -> list[str]:
        page.evaluate(source)
        page.evaluate(lay_out)  # what is out of sight has no place yet, and axe-core asks for places
        return [
            f"{broken['id']}: {node['target']} {node['failureSummary']}"
            for broken in page.evaluate(ask, TAGS)
            for node in broken["nodes"]
        ]

    return violations
