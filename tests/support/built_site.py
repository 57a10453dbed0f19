"""Read a built site: its pages, their ids, and where their links lead."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

if TYPE_CHECKING:
    from pathlib import Path

BASE = "http://site.invalid/"
LINKS = {"href", "src", "data-worker", "data-manifest"}
ELSEWHERE = {"a", "meta"}  # only these may lead to another host: nothing is loaded by them


class Tag(NamedTuple):
    """An opening tag with its attributes."""

    name: str
    attributes: dict[str, str]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[Tag] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(Tag(tag, {name: value or "" for name, value in attrs}))


def tags(html: str) -> tuple[Tag, ...]:
    """Every opening tag of a page."""
    reader = _Reader()
    reader.feed(html)
    return tuple(reader.tags)


@cache
def pages(site: Path) -> dict[str, tuple[Tag, ...]]:
    """Every page of the site by its address, which ends in / for an index."""
    results = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*.html"))}
    return {name.removesuffix("index.html"): tags(path.read_text("utf-8")) for name, path in results.items()}


def ids(page: tuple[Tag, ...]) -> list[str]:
    """Every id of a page, in order."""
    return [tag.attributes["id"] for tag in page if "id" in tag.attributes]


def broken(site: Path) -> list[str]:
    """Every link inside the site that leads nowhere: no such page or file, no such place on the page."""
    ids_by_page = {name: set(ids(page)) for name, page in pages(site).items()}
    results = []
    for name, page in pages(site).items():
        for tag in page:
            for link in (tag.attributes[key] for key in LINKS & tag.attributes.keys()):
                if not _arrives(site, ids_by_page, name, link):
                    results.append(f"{name}: {link}")
    return results


def _arrives(site: Path, ids_by_page: dict[str, set[str]], page: str, link: str) -> bool:
    # 404.html is shown at any address, so its links begin at the root.
    address, anchor = urldefrag(urljoin(BASE + page, link))
    if not address.startswith(BASE):
        return True
    path = unquote(urlsplit(address).path).lstrip("/")
    if path in ids_by_page:
        # "#?..." hands the calculator a query: it is no place on the page.
        return not anchor or anchor.startswith("?") or unquote(anchor) in ids_by_page[path]
    return (site / path).is_file()


def foreign(site: Path) -> list[str]:
    """Everything that a page would load from another host."""
    asked = ((name, tag) for name, page in pages(site).items() for tag in page if tag.name not in ELSEWHERE)
    return [
        f"{name}: <{tag.name} {tag.attributes[key]}>"
        for name, tag in asked
        for key in ("href", "src")
        if urlsplit(tag.attributes.get(key, "")).netloc
        and not {"canonical", "prev", "next", "license", "alternate"} & {*tag.attributes.get("rel", "").split()}
    ]


def doubles(site: Path) -> list[str]:
    """Every id that stands twice on a page."""
    return [f"{name}#{id}" for name, page in pages(site).items() for id in set(ids(page)) if ids(page).count(id) > 1]
