"""The check of a published site finds what keeps a widget from working, and nothing on a sound site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tools import check_site

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.check_site import Response

pytestmark = pytest.mark.site


def test_a_sound_site_has_no_fault(base_url: str) -> None:
    assert check_site.faults(f"{base_url}/") == []


def without_cors(_url: str, answer: Response) -> Response:
    return answer._replace(headers={})


def framed_by_nobody(_url: str, answer: Response) -> Response:
    return answer._replace(headers={**answer.headers, "x-frame-options": "DENY"})


def scripts_as_text(_url: str, answer: Response) -> Response:
    return answer._replace(headers={**answer.headers, "content-type": "text/plain"})


def every_page_is_there(_url: str, answer: Response) -> Response:
    return answer._replace(status=200)


def without_discovery(_url: str, answer: Response) -> Response:
    return answer._replace(body=answer.body.replace(b"application/json+oembed", b"text/plain"))


def changed_loader(url: str, answer: Response) -> Response:
    return answer._replace(body=answer.body + b"//") if url.endswith("widget.js") else answer


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        (without_cors, "a sandboxed frame cannot load it"),
        (framed_by_nobody, "X-Frame-Options"),
        (scripts_as_text, "type text/plain instead of text/javascript"),
        (every_page_is_there, "no-such-page/: status 200 instead of 404"),
        (without_discovery, "no link to an oEmbed document"),
        (changed_loader, "differs from the hash"),
    ],
)
def test_a_fault_is_found(base_url: str, damage: Callable[[str, Response], Response], fault: str) -> None:
    result = check_site.faults(f"{base_url}/", lambda url: damage(url, check_site.fetch(url)))
    assert any(fault in each for each in result), result


@pytest.mark.parametrize(
    "address",
    [
        "",
        "http://127.0.0.1:8000/",
        "https://127.0.0.1/",
        "https://10.0.0.3/",
        "https://localhost/",
        "https://site.local/",
        "http://your.example/",
        "https://your.example",
    ],
)
def test_no_site_is_published_at_a_local_address(address: str) -> None:
    assert check_site.address_fault(address)


def test_a_public_address_can_be_published_at() -> None:
    assert check_site.address_fault("https://your.example/legs/") == ""
