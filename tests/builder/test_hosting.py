"""Headers: one rule for each address and header, and a real nginx that sends them."""

from __future__ import annotations

import contextlib
import gzip
import http.client
import os
import re
import shutil
import socket
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

import pytest

from builder import hosting
from builder.discovery.structured_data import Site
from builder.errors import BuildError
from builder.widget import page as widget_page
from tests.support import built_site, project_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from wsgiref.types import StartResponse, WSGIEnvironment

SITE = Site("A site", "What it is.", "https://site.example/here/")
RULES = hosting.rules("default-src 'self'", ["soreness", "calculator"], SITE)
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")


def matching(path: str) -> list[hosting.HeaderRule]:
    """The rules that speak of an address."""
    return [
        rule for rule in RULES if rule.path == path or (rule.path.endswith("*") and path.startswith(rule.path[:-1]))
    ]


@pytest.mark.parametrize(
    "path",
    [
        "",
        "index.html",
        "soreness/",
        "calculator/fat-loss/",
        "embed/v1/",
        widget_page.LOADER,
        widget_page.PINNED,
        "assets/a.js",
        "x.txt",
    ],
)
def test_no_header_is_in_two_rules_for_one_address(path: str) -> None:
    names = [name for rule in matching(path) for name in rule.headers]
    assert len(names) == len(set(names))
    assert "Access-Control-Allow-Origin" in names


def test_frame_ancestors_of_pages_and_widget() -> None:
    policy_in_page = {rule.path: rule.headers.get("Content-Security-Policy", "") for rule in RULES}
    assert policy_in_page["soreness/*"].endswith("; frame-ancestors 'self'")
    assert "frame-ancestors" not in policy_in_page["embed/*"]  # a star would mean addresses of the web alone
    assert not any("X-Frame-Options" in rule.headers for rule in RULES)


def test_the_widget_loads_on_isolated_pages() -> None:
    policy_in_page = {name: value for rule in matching("embed/v1/") for name, value in rule.headers.items()}
    assert policy_in_page["Cross-Origin-Embedder-Policy"] == "credentialless"
    assert policy_in_page["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_paths_begin_at_the_root_of_the_host() -> None:
    text = hosting.headers(SITE, RULES)
    starts = [line for line in text.splitlines() if line and not line.startswith(" ")]
    assert all(line.startswith("/here/") for line in starts)
    assert len(starts) == len(RULES)


def test_every_host_shows_the_404_page_of_the_site() -> None:
    assert "error_page 404 /here/404.html;" in hosting.nginx(SITE, RULES)
    assert "ErrorDocument 404 /here/404.html" in hosting.apache(SITE, RULES)
    assert "@" not in hosting.nginx(SITE, RULES)


def test_too_many_rules_or_too_long_a_line_end_the_build() -> None:
    with pytest.raises(BuildError, match="too much"):
        hosting.headers(SITE, RULES * 20)
    with pytest.raises(BuildError, match="too much"):
        hosting.headers(SITE, [hosting.HeaderRule("*", {"X": "y" * 3000})])


def policy_in_page(site: Path, path: str) -> str:
    """The policy that a built page carries in itself."""
    (policy,) = [
        tag.attributes["content"]
        for tag in built_site.pages(site)[path]
        if tag.attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    return policy


def built_headers(site: Path) -> dict[str, dict[str, str]]:
    """What the built file of headers says, by path."""
    by_path: dict[str, dict[str, str]] = {}
    for line in (site / "_headers").read_text("utf-8").splitlines():
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            by_path[list(by_path)[-1]][name] = value
        else:
            by_path[line] = {}
    return by_path


@pytest.mark.site
def test_every_page_and_its_header_hold_the_same_policy(site: Path) -> None:
    headers = built_headers(site)
    for path in built_site.pages(site):
        folder = path.split("/", maxsplit=1)[0]
        rule = headers.get(f"/{path}") or headers[f"/{folder}/*"]
        ancestors = "" if folder == "embed" else "; frame-ancestors 'self'"
        assert rule["Content-Security-Policy"] == policy_in_page(site, path) + ancestors, path


@pytest.mark.site
def test_the_address_of_the_site_has_one_home(site: Path, base_url: str) -> None:
    """The site is built here for another address than the usual: nothing of the usual one may be left."""
    default = re.search(r'site_url: !ENV \[SITE_URL, "(.+)"\]', (project_files.ROOT / "mkdocs.yml").read_text("utf-8"))
    assert default
    assert default[1].rstrip("/") != base_url.rstrip("/")
    names = {".html", ".js", ".json", ".xml", ".txt", ".md", ".conf", ".php", ".zip", ".astro", ".jsx", ".py", ""}
    files = [path for path in site.rglob("*") if path.is_file() and path.suffix in names]
    assert [path for path in files if default[1].encode() in path.read_bytes()] == []


def test_site_url_is_read_in_configuration_only() -> None:
    code = [path for path in project_files.files(".py", ".mjs", ".js", ".yml", under=".") if "tests" not in path.parts]
    reads = re.compile(r"""(?:environ\W+(?:get\W+)?|process\.env\W+|!ENV\W+)SITE_URL\b|^ *SITE_URL: """, re.MULTILINE)
    asking = [project_files.name(path) for path in code if reads.search(path.read_text("utf-8"))]
    # The last builds nothing: it refuses an address that only this machine can open.
    assert asking == [".github/workflows/pages.yml", "mkdocs.yml", "tools/check_site.py"]


# A real server


class Answer(NamedTuple):
    """What a server answered."""

    status: int
    headers: Mapping[str, str]
    content: bytes


def ask(url: str, **headers: str) -> Answer:
    """One request, and its answer as it came."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=10)
    with contextlib.closing(connection):
        connection.request("GET", parts.path, headers=headers)
        answer = connection.getresponse()
        return Answer(answer.status, dict(answer.getheaders()), answer.read())


def free_port() -> int:
    with socket.socket() as server_socket:
        server_socket.bind(("127.0.0.1", 0))
        return int(server_socket.getsockname()[1])


@pytest.fixture(scope="module")
def served(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site on nginx, under the configuration that is served with it; only its port and its folder are others."""
    folder = tmp_path_factory.mktemp("nginx")
    shutil.copytree(site, folder / "site", copy_function=os.link)
    script = next((folder / "site/assets").glob("index-*.js"))
    Path(f"{script}.gz").write_bytes(gzip.compress(b"compressed before"))
    Path(f"{script}.br").write_bytes(b"compressed smaller")
    port = free_port()
    config = (site / "hosting/nginx.conf").read_text("utf-8")
    config = config.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/var/www/site", f"{folder}/site")
    (folder / "site.conf").write_text(
        config.replace("# brotli_static", "brotli_static") if BROTLI.exists() else config, "utf-8"
    )
    (folder / "nginx.conf").write_text(_main(folder), "utf-8")
    shutil.copyfile("/etc/nginx/mime.types", folder / "mime.types")
    command = [str(NGINX), "-p", str(folder), "-c", "nginx.conf"]
    tested = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert tested.returncode == 0, tested.stderr
    assert "warn" not in tested.stderr, tested.stderr
    server = subprocess.Popen(command)
    try:
        yield _awake(f"http://127.0.0.1:{port}/")
    finally:
        server.terminate()
        server.wait(10)


def _main(folder: Path) -> str:
    """What stands around a site's configuration on a machine of its own."""
    lines = ["daemon off; pid nginx.pid; error_log error.log;"]
    lines += ["user root;"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
    lines += [f"load_module {BROTLI};"] if BROTLI.exists() else []
    temp_paths = " ".join(
        f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    return "\n".join(
        [*lines, f"events {{}} http {{ access_log off; {temp_paths} include mime.types; include site.conf; }}"]
    )


def _awake(url: str) -> str:
    for _ in range(50):
        with contextlib.suppress(OSError):
            ask(url)
            return url
        time.sleep(0.1)
    raise AssertionError("nginx does not answer")


needs_nginx = pytest.mark.skipif(not NGINX, reason="nginx is not installed here")


@needs_nginx
@pytest.mark.site
def test_nginx_sends_every_header_of_every_rule(served: str, site: Path) -> None:
    asked = {"/": "/", "/*": "/robots.txt", "/assets/*": f"/assets/{next((site / 'assets').glob('*.js')).name}"}
    asked["/embed/*"] = "/embed/v1/"
    headers = built_headers(site)
    for rule, wanted in headers.items():
        path = asked.get(rule, rule.removesuffix("*"))
        answer = ask(served.rstrip("/") + path)
        expected = {**headers["/*"], **wanted}
        assert {name: answer.headers.get(name) for name in expected} == expected, path
        assert answer.status == (404 if path == "/404.html" and answer.status == 404 else 200), path


@needs_nginx
@pytest.mark.site
def test_nginx_knows_the_types_that_a_browser_insists_on(served: str, site: Path) -> None:
    wasm = next(site.rglob("*.wasm")).relative_to(site).as_posix()
    types = {
        "v1/widget.js": "application/javascript",
        wasm: "application/wasm",
        "manifest.webmanifest": "application/manifest+json",
    }
    types["oembed/calculator.json"] = "application/json"
    for path, wanted in types.items():
        assert ask(served + path).headers["Content-Type"].startswith(wanted), path
    assert "mjs" not in {path.suffix for path in site.rglob("*")}


@needs_nginx
@pytest.mark.site
def test_nginx_sends_what_was_compressed_before(served: str, site: Path) -> None:
    name = next((site / "assets").glob("index-*.js")).name
    small = ask(f"{served}assets/{name}", **{"Accept-Encoding": "gzip"})
    assert gzip.decompress(small.content) == b"compressed before"
    if BROTLI.exists():
        assert ask(f"{served}assets/{name}", **{"Accept-Encoding": "br"}).content == b"compressed smaller"
    assert ask(f"{served}assets/{name}").content == (site / "assets" / name).read_bytes()


@needs_nginx
@pytest.mark.site
def test_nginx_shows_the_404_page_of_the_site(served: str, site: Path) -> None:
    answer = ask(f"{served}no/such/page/")
    assert answer.status == 404
    assert answer.content == (site / "404.html").read_bytes()
    assert "Content-Security-Policy" in answer.headers


def test_preview_server_sends_cors_headers() -> None:
    policy_in_page: list[tuple[str, list[tuple[str, str]]]] = []

    def app(_: WSGIEnvironment, start: StartResponse) -> list[bytes]:
        start("200 OK", [("Content-Type", "text/html")])
        return [b"page"]

    assert hosting.with_cors(app)({}, lambda status, had, *_: policy_in_page.append((status, had))) == [b"page"]  # type: ignore[arg-type]
    assert policy_in_page == [("200 OK", [("Content-Type", "text/html"), *hosting.DEFAULT_HEADERS.items()])]
