"""The widget on real WordPress: pasted address, block, shortcode and HTML."""

from __future__ import annotations

import shutil
import zipfile
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.platforms import snippets
from tests.platforms.install import WORDPRESS
from tests.platforms.widget_view import FRAME, QUESTION
from tests.platforms.wordpress import Blog, Post, wordpress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from _pytest.mark.structures import ParameterSet

    from tests.platforms.widget_view import WidgetView

    Saw = Callable[[str, str, str], None]

*OLDER, NEWEST = WORDPRESS
PLUGIN = "cardio-after-leg-day"
BLOCK = '<!-- wp:cardio-after-leg-day/calculator {"query":"goal=fat_loss"} /-->'
SHORTCODE = "<!-- wp:shortcode -->[cardio_after_leg_day goal='fat_loss']<!-- /wp:shortcode -->"


class Blogs(NamedTuple):
    """One version of WordPress twice: as it comes, and with our plugin at work."""

    version: str
    plain: Blog
    plugged: Blog


def slow(case: str) -> ParameterSet:
    """A role that may what another may, or an older version: for the night."""
    return pytest.param(case, marks=pytest.mark.slow)


def paragraph(content: str) -> str:
    """A line that an author pastes into the editor."""
    return f"<!-- wp:paragraph -->\n<p>{content}</p>\n<!-- /wp:paragraph -->"


def html(content: str) -> str:
    """A block of an author's own HTML."""
    return f"<!-- wp:html -->\n{content}\n<!-- /wp:html -->"


def without_the_plugin(widget: str) -> dict[str, Post]:
    """Each way in, by those who may and by those who may not."""
    url, frame, element = f"{widget}/calculator/", html(snippets.frame(widget)), html(snippets.element(widget))
    return {
        **{f"address {role}": Post(role, paragraph(url)) for role in ("author", "contributor", "administrator")},
        **{f"frame {role}": Post(role, frame) for role in ("author", "editor", "administrator")},
        **{f"element {role}": Post(role, element) for role in ("author", "administrator")},
    }


def with_the_plugin(widget: str) -> dict[str, Post]:
    """What the plugin gives to an author."""
    address = paragraph(f"{widget}/calculator/")
    return {
        "shortcode": Post("author", SHORTCODE),
        "block": Post("author", BLOCK),
        "address": Post("author", address),
    }


@pytest.fixture(scope="module", params=[*map(slow, OLDER), NEWEST])
def blogs(
    request: pytest.FixtureRequest, widget: str, parts: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Blogs]:
    """Two blogs of one version."""
    version: str = request.param
    if not shutil.which("php") or not (WORDPRESS[version] / ".filled").exists():
        pytest.skip(f"WordPress {version} or PHP is not here: see tests/platforms/README.md")
    folder = tmp_path_factory.mktemp("plugin")
    with zipfile.ZipFile(parts / f"{PLUGIN}.zip") as opened:
        opened.extractall(folder)
    port = urlsplit(widget).port or 80
    plain, plugged = tmp_path_factory.mktemp("wordpress"), tmp_path_factory.mktemp("wordpress")
    with (
        wordpress(version, plain, without_the_plugin(widget), port, {}) as first,
        wordpress(version, plugged, with_the_plugin(widget), port, {PLUGIN: folder / PLUGIN}) as second,
    ):
        yield Blogs(version, first, second)


@pytest.mark.parametrize("role", ["author", slow("contributor"), slow("administrator")])
def test_an_address_on_its_own_line_becomes_the_calculator(blogs: Blogs, view: WidgetView, role: str, saw: Saw) -> None:
    view.open(blogs.plain.address(f"address {role}")).works()
    assert view.inside().evaluate("self.origin") == "null"
    saw(f"WordPress {blogs.version}", f"address, by {role}", "ok, exact height, opaque origin")


def test_wordpress_sandboxes_the_frame_of_an_address(blogs: Blogs, view: WidgetView) -> None:
    frame = view.open(blogs.plain.address("address author")).frame()
    assert frame.get_attribute("sandbox") == "allow-scripts"
    assert "#?secret=" in str(frame.get_attribute("src"))
    assert frame.get_attribute("width") == "100%"


@pytest.mark.parametrize("way", ["frame", "element"])
def test_an_author_may_paste_neither_frame_nor_element(blogs: Blogs, view: WidgetView, way: str, saw: Saw) -> None:
    view.open(blogs.plain.address(f"{way} author"))
    assert view.page.locator("iframe, cardio-after-leg-day, script[src*='/v1/widget.js']").count() == 0
    saw(f"WordPress {blogs.version}", f"{way}, by author", "taken out by WordPress, as it should be")


def test_the_link_in_an_authors_element_stays(blogs: Blogs, view: WidgetView) -> None:
    view.open(blogs.plain.address("element author"))
    assert view.page.get_by_role("link", name=snippets.LINK).is_visible()


@pytest.mark.parametrize("role", [slow("editor"), "administrator"])
def test_a_raw_frame_works(blogs: Blogs, view: WidgetView, role: str, saw: Saw) -> None:
    view.open(blogs.plain.address(f"frame {role}")).works(exact=False)
    saw(f"WordPress {blogs.version}", f"frame, by {role}", "ok, height as given")


def test_the_element_works(blogs: Blogs, view: WidgetView, saw: Saw) -> None:
    view.open(blogs.plain.address("element administrator")).works()
    saw(f"WordPress {blogs.version}", "element, by administrator", "ok, exact height")


@pytest.mark.parametrize("way", ["shortcode", "block", "address"])
def test_the_plugin_gives_an_author_the_element(blogs: Blogs, view: WidgetView, way: str, saw: Saw) -> None:
    view.open(blogs.plugged.address(way)).works()
    assert view.page.locator("cardio-after-leg-day").count() == 1
    assert blogs.plugged.complaints() == []
    saw(f"WordPress {blogs.version}", f"plugin's {way}, by author", "ok, exact height")


def editor(view: WidgetView, blog: Blog, path: str) -> WidgetView:
    """The block editor, for an author who is logged in and has seen its welcome."""
    view.neighbours.add("s.w.org")  # the welcome wants a picture from there
    view.page.route("https://s.w.org/**", lambda route: route.fulfill(body=""))
    view.open(f"{blog.url}/wp-login.php")
    view.page.get_by_label("Username or Email Address").fill("author")
    view.page.get_by_label("Password", exact=True).fill("password")
    view.page.get_by_role("button", name="Log In").click()
    view.open(f"{blog.url}/wp-admin/{path}")
    view.page.wait_for_function("() => window.wp?.data?.select('core/edit-post')")
    view.page.evaluate(
        "wp.data.select('core/edit-post').isFeatureActive('welcomeGuide') && "
        "wp.data.dispatch('core/edit-post').toggleFeature('welcomeGuide')"
    )
    return view


@pytest.mark.slow
def test_the_editor_shows_the_plugins_block_as_it_will_be(blogs: Blogs, view: WidgetView, saw: Saw) -> None:
    number = blogs.plugged.numbers["block"]
    editor(view, blogs.plugged, f"post.php?post={number}&action=edit")
    view.sees_the_frame()
    assert view.inside().locator(QUESTION).input_value() == "fat_loss"
    saw(f"WordPress {blogs.version}", "editor's preview of the plugin's block", "ok")


@pytest.mark.slow
def test_the_editor_shows_a_pasted_address_as_it_will_be(blogs: Blogs, view: WidgetView, widget: str, saw: Saw) -> None:
    editor(view, blogs.plain, "post-new.php")
    view.page.evaluate(
        """url => wp.data.dispatch("core/block-editor").insertBlocks(wp.blocks.createBlock("core/embed", { url }))""",
        f"{widget}/calculator/fat-loss/",
    )
    canvas = view.page.frame_locator("iframe[name='editor-canvas']")  # where all blocks are modern, they have a frame
    expect(canvas.frame_locator(FRAME).locator(QUESTION)).to_have_value("fat_loss")
    saw(f"WordPress {blogs.version}", "editor's preview of an address", "ok")
