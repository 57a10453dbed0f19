"""Knows the widget's addresses, and how its page, its loaders and its files for programs are made.

Must never know MkDocs, markup, or what an answer says.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit

from markupsafe import Markup

import app
from builder import assets, integrations, oembed, pack, published, released, scripts
from builder.presets import PRESETS
from calculator import report
from calculator.questions import BY_NAME
from calculator.report import ADVICE_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from builder.findable import Site

__all__ = ["LOADER", "PAGE", "PINNED", "canonical", "files", "integrity", "pinned", "policy", "write"]

PAGE = "embed/v1/"
LOADER = "v1/widget.js"  # rolling: it follows the frame's protocol, and never breaks
PINNED = f"{ADVICE_VERSION}/widget.js"  # for ever the same bytes, so that a page can hold it to their hash
TYPES = integrations.PARTS / "types" / "widget.d.ts"  # for editors and compilers of whoever writes the page around
DOORS = (app.glance, app.told)


class Known(NamedTuple):
    """An answer that comes with the page: to which query, and whether it holds whatever else is answered."""

    query: str
    html: Markup
    alone: bool


def write(folder: Path, site: Site) -> None:
    """Put every file in its place under the folder of the built site."""
    for path, content in files(site).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def files(site: Site) -> Mapping[str, bytes]:
    """Every file of the widget by its way from the root of the site."""
    return {
        f"{PAGE}index.html": _page(site).encode(),
        **{path: content for door in DOORS for path, content in _pack(door).files.values()},
        LOADER: loader(site.address),
        **pinned(site.address),
        "v1/widget.json": _release(site),
        "v1/widget.d.ts": TYPES.read_bytes(),
        **dict([_stated()]),
        **oembed.files(site, PAGE),
    }


@cache
def loader(address: str) -> bytes:
    """The script that a page with the element loads, for a site at this address, which ends with a slash.

    The address stands in it, because a page may join it with others, copy it or write it inline.
    """
    plain = "--tsconfig-raw={}"  # or else it begins with "use strict", which a class is anyway
    return scripts.bundled(published.STATIC / "widget.js", "iife", plain).replace(b"@SITE_URL@", address.encode())


def pinned(address: str) -> Mapping[str, bytes]:
    """Every pinned loader by its way from the root: those that were released, and today's while its version is not."""
    return {PINNED: loader(address)} | {f"{version}/widget.js": kept for version, kept in released.loaders().items()}


def integrity(address: str) -> str:
    """The hash of today's pinned loader as a page writes it beside the address."""
    return released.integrity(pinned(address)[PINNED])


def policy(site: Site) -> str:
    """The policy of the widget's page: this site alone, and a worker that a frame without an origin may start.

    In such a frame WebKit does not know its site as 'self', so its name stands beside it; a worker's own imports are held to
    worker-src too.
    """
    address = urlsplit(site.address)
    own = f"'self' {address.scheme}://{address.netloc}"
    rules = {
        "default-src": "'none'",
        "script-src": f"{own} 'wasm-unsafe-eval'",
        "worker-src": f"{own} data:",
        "connect-src": own,
        "style-src": own,
        "img-src": f"{own} data: blob:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _page(site: Site) -> str:
    base = "../" * PAGE.count("/")

    def asset(name: str) -> str:
        return base + assets.path_of(name)

    told = {"base": base, "asset": asset, "name": site.name, "site": site.address, "version": ADVICE_VERSION}
    answers = {"known": list(_known(base)), "usual": _told(), "stated": _stated().path, "grids": _grids()}
    html = app.page("embed/page.html", "", policy=policy(site), **answers, **told)
    return _tight(html) + "\n"


def _known(base: str) -> Iterator[Known]:
    """The usual answer, those of the common cases, and every warning sign that ends the matter by itself."""
    cases = dict.fromkeys((canonical(preset.query) for preset in PRESETS), False)
    for query, alone in (cases | dict.fromkeys(_signs(), True)).items():
        yield Known(query, _glance(query, base), alone)


def _signs() -> Iterator[str]:
    queries = (f"red_flags={sign.value}" for sign in BY_NAME["red_flags"].choices)
    yield from (query for query in queries if not report.answer(query)["options"])


def _glance(query: str, base: str) -> Markup:
    return Markup(_tight(app.glance(query, base)))


def _told() -> Markup:
    """The usual answer for programs, so that it can stand in the page."""
    told = json.dumps(json.loads(app.told("")), ensure_ascii=False, separators=(",", ":"))
    return Markup(told.replace("<", r"\u003c"))


@cache
def _stated() -> published.Published:
    """The answers that come with the page once more, for programs: what shows is told, and needs no pack."""
    queries = sorted({*(canonical(preset.query) for preset in PRESETS), *_signs()} - {""})
    content = json.dumps({query: json.loads(app.told(query)) for query in queries}, separators=(",", ":")).encode()
    return published.Published(published.hashed("assets/stated.json", content), content)


def _tight(html: str) -> str:
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())


def _grids() -> list[tuple[str, Markup]]:
    """What the page must know to find a prebuilt answer: for readers, and for programs."""
    return [(door.__name__, Markup(_pack(door).grid)) for door in DOORS]


def _pack(door: Callable[[str, str], str]) -> pack.Pack:
    """With the common cases: whoever starts from one may change the hours, the effort and the soreness, too."""
    return pack.made(door, more=tuple(preset.query for preset in PRESETS))


def canonical(query: str) -> str:
    """The query as the frame writes it: in one order, and without what is assumed anyway."""
    told = [(name, value) for name, value in parse_qsl(query) if BY_NAME[name].default != value]
    return urlencode(sorted(told))


def _release(site: Site) -> bytes:
    told = {
        "version": ADVICE_VERSION,
        "url": site.address + PINNED,
        "integrity": integrity(site.address),
        "rolling": site.address + LOADER,
    }
    return json.dumps(told, indent=2).encode()
