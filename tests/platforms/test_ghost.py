"""The widget on a real Ghost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.platforms import snippets
from tests.platforms.ghost import Owner, ghost, here

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Route

    from tests.platforms.widget_view import WidgetView

    Saw = Callable[[str, str, str], None]

pytestmark = pytest.mark.slow
OWN_HEADERS = ("cdn.jsdelivr.net", "static.ghost.org")  # Ghost's pages fetch their search and their comments from there
UNPROCESSABLE = 422


@pytest.fixture(scope="module")
def blog(widget: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Owner]:
    """A Ghost with the frame and the element in a post each."""
    if not here():
        pytest.skip("Ghost or MariaDB is not here: see tests/platforms/README.md")
    posts = {"frame": snippets.frame(widget), "element": snippets.element(widget)}
    with ghost(tmp_path_factory.mktemp("ghost"), posts) as owner:
        yield owner


@pytest.fixture
def ghostly(view: WidgetView, problems: list[str]) -> Iterator[WidgetView]:
    """A reader of Ghost, who gets nothing from the hosts that its theme asks, and does not hold it against the widget."""

    def nothing(route: Route) -> None:
        route.fulfill(body="", headers={"Access-Control-Allow-Origin": "*"})

    for name in OWN_HEADERS:
        view.page.route(f"https://{name}/**", nothing)
    yield view
    problems[:] = [problem for problem in problems if not any(name in problem for name in OWN_HEADERS)]


@pytest.mark.parametrize("way", ["frame", "element"])
def test_an_html_card_works(blog: Owner, ghostly: WidgetView, way: str, saw: Saw) -> None:
    ghostly.open(f"{blog.url}/{way}/").works(exact=way == "element")
    saw("Ghost 6.65", f"{way} in an HTML card", "ok")


def test_ghost_adds_where_a_reader_comes_from_to_the_link(blog: Owner, ghostly: WidgetView) -> None:
    link = ghostly.open(f"{blog.url}/element/").page.locator("cardio-after-leg-day a")
    assert "ref=localhost" in str(link.get_attribute("href"))


def test_ghost_embeds_no_address_of_a_site_that_it_does_not_know(blog: Owner, widget: str, saw: Saw) -> None:
    assert blog.finds(f"{widget}/calculator/") == UNPROCESSABLE
    saw("Ghost 6.65", "address", "bookmark card only, by Ghost's choice")
