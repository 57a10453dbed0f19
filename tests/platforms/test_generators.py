"""The widget on blogs of real static site generators."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.platforms import snippets
from tests.platforms.blogs import GENERATORS, hugo, in_python
from tests.platforms.blogs_heavy import HEAVY
from tests.platforms.serving import host

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.platforms.widget_view import WidgetView

    Saw = Callable[[str, str, str], None]


class Blog(NamedTuple):
    """A built blog: the generator, its address, and whether it has a ready-made part."""

    name: str
    url: str
    has_part: bool


def posts(widget: str, part: str) -> dict[str, str]:
    """Every way in, one a post."""
    ways = {"frame": snippets.frame(widget), "element": snippets.element(widget), "address": f"{widget}/calculator/"}
    return {**ways, "part": part} if part else ways


EVERY = [*GENERATORS, *(pytest.param(name, marks=pytest.mark.slow) for name in HEAVY)]


@pytest.fixture(scope="module", params=EVERY)
def blog(
    request: pytest.FixtureRequest, widget: str, parts: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Blog]:
    """A blog by one generator, served at another site than the widget's."""
    generator = {**GENERATORS, **HEAVY}[request.param]
    if not generator.installed():
        pytest.skip(f"{request.param} is not here: see tests/platforms/README.md")
    built = generator.build(tmp_path_factory.mktemp("blog"), parts, posts(widget, generator.part))
    with host(built) as url:
        yield Blog(request.param, url, bool(generator.part))


@pytest.mark.sampled(2)
def test_a_raw_frame_works(blog: Blog, view: WidgetView, saw: Saw) -> None:
    view.open(f"{blog.url}/frame/").works(exact=False)
    saw(blog.name, "frame", "ok, height as given")


def test_the_element_works(blog: Blog, view: WidgetView, saw: Saw) -> None:
    view.open(f"{blog.url}/element/").works()
    assert view.is_dark() == (blog.name == "MkDocs")  # the one blog that is built with a dark scheme
    saw(blog.name, "element", "ok, exact height")


def test_the_ready_made_part_works(blog: Blog, view: WidgetView, saw: Saw) -> None:
    if not blog.has_part:
        pytest.skip(f"{blog.name} has no ready-made part: the element is its way")
    view.open(f"{blog.url}/part/").works()
    assert view.page.locator("cardio-after-leg-day").get_attribute("data-goal") == "fat_loss"
    saw(blog.name, "ready-made part", "ok, exact height")


@pytest.mark.sampled(2)
def test_a_pasted_address_stays_text_or_a_link(blog: Blog, view: WidgetView, saw: Saw) -> None:
    page = view.open(f"{blog.url}/address/").page
    assert page.locator("iframe").count() == 0
    saw(blog.name, "address", "link" if page.locator("main a[href$='/calculator/']").count() else "plain text")


def test_hugo_leaves_raw_html_out_by_default(
    widget: str, parts: Path, tmp_path: Path, view: WidgetView, saw: Saw
) -> None:
    if not in_python():
        pytest.skip("Hugo is not here: see tests/platforms/README.md")
    shortcode = GENERATORS["Hugo"].part
    with host(hugo(tmp_path, parts, posts(widget, shortcode))) as url:
        for way in ("frame", "element"):
            view.open(f"{url}/{way}/")
            assert view.page.locator("iframe, cardio-after-leg-day").count() == 0
        view.open(f"{url}/part/").works()
    saw("Hugo as it comes", "frame, element", "left out by Hugo, as it should be")
    saw("Hugo as it comes", "ready-made part", "ok, exact height")
