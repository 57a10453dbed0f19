"""Check a published site: headers, types, CORS, the widget's frame, the pinned loader, and oEmbed discovery.

python -m tools.check_site https://your.example/     lists what is wrong; exits with 1 if anything is
python -m tools.check_site --address                 exits with 1 unless SITE_URL is an address to publish at
"""

from __future__ import annotations

import base64
import hashlib
import ipaddress
import json
import os
import sys
import urllib.error
import urllib.request
from http import HTTPStatus
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = ["Response", "address_fault", "faults", "fetch"]

TIMEOUT = 20  # seconds for each request
FRAME = "embed/v1/"
PAGES = ("", "calculator/", "widget/", FRAME)
TYPES = {
    ".js": ("text/javascript", "application/javascript"),
    ".css": ("text/css",),
    ".json": ("application/json",),
    ".svg": ("image/svg+xml",),
    ".wasm": ("application/wasm",),
}
LOCAL_NAMES = (".local", ".localhost", ".test", ".invalid", ".internal")


class Response(NamedTuple):
    """What a server answers: the status, the headers by their names in lower case, and the body."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def type(self) -> str:
        """The media type without parameters; empty if the server names none."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


type Fetch = Callable[[str], Response]


def fetch(url: str) -> Response:
    """Ask for an address as a sandboxed frame does. An error status is a response; no connection raises OSError."""
    request = urllib.request.Request(url, headers={"Origin": "null", "User-Agent": "check-site"})  # noqa: S310 - address_fault() allows http only
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:  # noqa: S310 - see above
            return Response(
                answer.status, {name.lower(): value for name, value in answer.headers.items()}, answer.read()
            )
    except urllib.error.HTTPError as error:
        return Response(error.code, {name.lower(): value for name, value in error.headers.items()}, error.read())


def address_fault(address: str) -> str:
    """Why a site cannot be published at this address; empty if it can."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    if parts.scheme != "https":
        return f"{address or 'SITE_URL'} must begin with https://"
    if not address.endswith("/"):
        return f"{address} must end with a slash"
    try:
        local = not ipaddress.ip_address(host).is_global
    except ValueError:
        local = "." not in host or host.endswith(LOCAL_NAMES)
    return f"{address} is an address that only your own machine or network can open" if local else ""


def faults(address: str, get: Fetch = fetch) -> list[str]:
    """Everything that is wrong with the site at an address, which ends with a slash."""
    return [*_pages(address, get), *_frame(address, get), *_loader(address, get), *_oembed(address, get)]


def _pages(address: str, get: Fetch) -> Iterator[str]:
    for path in PAGES:
        page = get(address + path)
        if page.status != HTTPStatus.OK:
            yield f"{address}{path}: status {page.status} instead of 200"
        if page.type != "text/html":
            yield f"{address}{path}: type {page.type or 'missing'} instead of text/html"
    if (missing := get(f"{address}no-such-page/").status) != HTTPStatus.NOT_FOUND:
        yield f"{address}no-such-page/: status {missing} instead of 404"
    canonical = BeautifulSoup(get(f"{address}calculator/").body, "html.parser").select_one("link[rel=canonical]")
    if not canonical or canonical.get("href") != f"{address}calculator/":
        yield f"{address}calculator/: the site was built for another address: {canonical.get('href') if canonical else 'none'}"


def _frame(address: str, get: Fetch) -> Iterator[str]:
    """The widget's page, and every file that it names, as a sandboxed frame gets them."""
    page = get(address + FRAME)
    if "x-frame-options" in page.headers:
        yield f"{address}{FRAME}: X-Frame-Options keeps the widget out of every other page"
    if "frame-ancestors" in page.headers.get("content-security-policy", ""):
        yield f"{address}{FRAME}: frame-ancestors keeps the widget out of other pages"
    soup = BeautifulSoup(page.body, "html.parser")
    named = [
        str(tag.get(name))
        for name in ("src", "href", "data-manifest", "data-default-answer")
        for tag in soup.select(f"script[{name}], link[rel=stylesheet][{name}], link[rel=icon][{name}], [{name}^='../']")
        if tag.get(name) and tag.name != "a"
    ]
    if not named:
        yield f"{address}{FRAME}: names no script"
    for url in dict.fromkeys(urljoin(address + FRAME, each) for each in named):
        yield from _file(url, get(url))


def _file(url: str, answer: Response) -> Iterator[str]:
    expected = TYPES.get(urlsplit(url).path[urlsplit(url).path.rfind(".") :], ())
    if answer.status != HTTPStatus.OK:
        yield f"{url}: status {answer.status} instead of 200"
    elif expected and answer.type not in expected:
        yield f"{url}: type {answer.type or 'missing'} instead of {expected[0]}"
    if answer.headers.get("access-control-allow-origin") not in ("*", "null"):
        yield f"{url}: without Access-Control-Allow-Origin: * a sandboxed frame cannot load it"


def _loader(address: str, get: Fetch) -> Iterator[str]:
    """The rolling loader, and the pinned one with its published hash."""
    url = f"{address}v1/widget.js"
    loader = get(url)
    yield from _file(url, loader)
    if address.encode() not in loader.body:
        yield f"{url}: was built for another address"
    release = get(f"{address}v1/widget.json")
    if release.status != HTTPStatus.OK:
        yield f"{address}v1/widget.json: status {release.status} instead of 200"
        return
    described = json.loads(release.body)
    pinned = get(str(described["url"]))
    yield from _file(str(described["url"]), pinned)
    if described["integrity"] != f"sha384-{base64.b64encode(hashlib.sha384(pinned.body).digest()).decode()}":
        yield f"{described['url']}: differs from the hash in v1/widget.json, so browsers refuse it"


def _oembed(address: str, get: Fetch) -> Iterator[str]:
    """From the calculator's page to the frame that WordPress shows."""
    page = BeautifulSoup(get(f"{address}calculator/").body, "html.parser")
    link = page.select_one("link[rel='alternate'][type='application/json+oembed']")
    if not link:
        yield f"{address}calculator/: no link to an oEmbed document"
        return
    url = urljoin(f"{address}calculator/", str(link["href"]))
    document = get(url)
    yield from _file(url, document)
    if document.status == HTTPStatus.OK and f'src="{address}{FRAME}' not in str(json.loads(document.body).get("html")):
        yield f"{url}: its frame is not at {address}{FRAME}"


def main(argument: str = "") -> None:
    """Print the faults of one address, or say why SITE_URL cannot be published."""
    if argument == "--address":
        sys.exit(address_fault(os.environ.get("SITE_URL", "")) or None)
    if not argument.startswith(("https://", "http://")):
        sys.exit(__doc__)
    address = argument.rstrip("/") + "/"
    try:
        result = faults(address)
    except OSError as error:
        sys.exit(f"{address}: {error}")
    print("\n".join(result) or f"{address}: nothing is wrong")
    sys.exit(1 if result else 0)


if __name__ == "__main__":
    main(*sys.argv[1:2])
