"""Build the widget: its page, its loaders, its prebuilt and embedded answers, and the description of the release."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit

from markupsafe import Markup

import app
from builder import site_files, warning_signs
from builder.assets import esbuild, fingerprint
from builder.output import strip_blank_lines, write_files
from builder.prebuilt import answers as prebuilt
from builder.presets import PRESETS
from builder.widget import oembed, releases
from calculator.answer import builder as answer_builder
from calculator.answer.builder import ADVICE_VERSION
from calculator.form.fields import FIELDS_BY_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from builder.discovery.structured_data import Site

__all__ = ["LOADER", "PAGE", "PINNED", "canonical", "files", "integrity", "pinned", "policy", "write"]

PAGE = "embed/v1/"
LOADER = "v1/widget.js"  # rolling: it follows the frame's protocol, and never breaks
PINNED = f"{ADVICE_VERSION}/widget.js"  # for ever the same bytes, so that a page can hold it to their hash
TYPES = fingerprint.STATIC / "widget" / "widget.d.ts"  # for editors and compilers of the host page's author
ENDPOINTS = ("render_summary", "answer_json")


class EmbeddedAnswer(NamedTuple):
    """An answer that comes with the page: to which query, and whether it holds whatever else is answered."""

    query: str
    html: Markup
    conclusive: bool


def write(folder: Path, site: Site) -> None:
    """Write every file below the folder of the built site."""
    write_files(folder, files(site))


def files(site: Site) -> Mapping[str, bytes]:
    """The content of every file of the widget by its path from the root of the site."""
    return {
        f"{PAGE}index.html": _page(site).encode(),
        **{path: content for endpoint in ENDPOINTS for path, content in prebuilt.build(endpoint).files.values()},
        LOADER: loader(site.address),
        **pinned(site.address),
        "v1/widget.json": _release(site),
        "v1/widget.d.ts": TYPES.read_bytes(),
        **dict([_embedded_answers_json()]),
        **oembed.files(site, PAGE),
    }


@cache
def loader(address: str) -> bytes:
    """The script that a page with the element loads. It finds the frame by its own address.

    So it is the same everywhere.
    """
    plain = "--tsconfig-raw={}"  # or else it begins with "use strict", which a class is anyway
    return esbuild.bundled(fingerprint.STATIC / "widget" / "loader.js", "iife", plain).replace(
        b"@SITE_URL@", address.encode()
    )


def pinned(address: str) -> Mapping[str, bytes]:
    """Every pinned loader by its path: those that were released, and the current one while its version is not."""
    return {PINNED: loader(address)} | {
        f"{version}/widget.js": script for version, script in releases.loaders().items()
    }


def integrity(address: str) -> str:
    """The hash of today's pinned loader as a page writes it beside the address."""
    return releases.integrity(pinned(address)[PINNED])


def policy(site: Site) -> str:
    """The policy of the widget's page: this site alone, and a worker that a frame without an origin may start.

    In such a frame WebKit does not know its site as 'self', so its name stands beside it; a worker's own imports are held to
    worker-src too.
    """
    address = urlsplit(site.address)
    origins = f"'self' {address.scheme}://{address.netloc}"
    rules = {
        "default-src": "'none'",
        "script-src": f"{origins} 'wasm-unsafe-eval'",
        "worker-src": f"{origins} data:",
        "connect-src": origins,
        "style-src": origins,
        "img-src": f"{origins} data: blob:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _page(site: Site) -> str:
    base = "../" * PAGE.count("/")

    context = {
        "base": base,
        "asset": site_files.asset_for(base),
        "name": site.name,
        "site": site.address,
        "version": ADVICE_VERSION,
    }
    answers = {
        "embedded": list(_embedded_answers(base)),
        "default_answer": _default_answer_json(),
        "embedded_path": _embedded_answers_json().path,
        "grids": _grids(),
        "instructions": _instructions(),
    }
    html = app.render("widget/page.html", "", policy=policy(site), **answers, **context)
    return strip_blank_lines(html) + "\n"


def _embedded_answers(base: str) -> Iterator[EmbeddedAnswer]:
    """The default answer, those of the presets, and every red flag that alone stops a plan."""
    cases = dict.fromkeys((canonical(preset.query) for preset in PRESETS), False)
    for query, conclusive in (cases | dict.fromkeys(_stopping_red_flags(), True)).items():
        yield EmbeddedAnswer(query, _glance(query, base), conclusive)


def _instructions() -> list[warning_signs.Urgency]:
    """What to do for the red flags that leave a session open: their answers depend on everything else that is answered."""
    conclusive = set(_stopping_red_flags())
    return [
        level
        for level in warning_signs.by_urgency()
        if not any(f"red_flags={sign}" in conclusive for advice in level.advice for sign in advice.signs)
    ]


def _stopping_red_flags() -> Iterator[str]:
    queries = (f"red_flags={flag.value}" for flag in FIELDS_BY_NAME["red_flags"].choices)
    yield from (query for query in queries if not answer_builder.answer(query)["options"])


def _glance(query: str, base: str) -> Markup:
    return Markup(strip_blank_lines(app.render_summary(query, base)))


def _default_answer_json() -> Markup:
    """The default answer as JSON, escaped so that it can be in a script element."""
    answer = json.dumps(json.loads(app.answer_json("")), ensure_ascii=False, separators=(",", ":"))
    return Markup(answer.replace("<", r"\u003c"))


@cache
def _embedded_answers_json() -> fingerprint.ServedFile:
    """JSON versions of the answers embedded in the page, so that `getResult()` needs no pack download."""
    queries = sorted({*(canonical(preset.query) for preset in PRESETS), *_stopping_red_flags()} - {""})
    content = json.dumps(
        {query: json.loads(app.answer_json(query)) for query in queries}, separators=(",", ":")
    ).encode()
    return fingerprint.ServedFile(fingerprint.fingerprinted("assets/embedded-answers.json", content), content)


def _grids() -> list[tuple[str, Markup]]:
    """What the page must know to find a prebuilt answer: for readers, and for programs."""
    return [(endpoint, Markup(prebuilt.build(endpoint).grid)) for endpoint in ENDPOINTS]


def canonical(query: str) -> str:
    """The query as the frame writes it: sorted, without defaults."""
    pairs = [(name, value) for name, value in parse_qsl(query) if FIELDS_BY_NAME[name].default != value]
    return urlencode(sorted(pairs))


def _release(site: Site) -> bytes:
    release = {
        "version": ADVICE_VERSION,
        "url": site.address + PINNED,
        "integrity": integrity(site.address),
        "rolling": site.address + LOADER,
    }
    return json.dumps(release, indent=2).encode()
