"""The calculator in Firefox and WebKit: a prebuilt answer, an answer by Python, and every failure. Runs at night."""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING

import pytest

import app
from benchmarks.host import Host, hosting
from benchmarks.network_link import UNLIMITED, Speed
from builder.pyodide import frozen
from builder.widget import page as widget_page
from calculator.answer import builder as answer_builder
from tests.conftest import serving
from tests.support import site_damage
from tests.support.browsers import NAMES, Engine, opened
from tests.support.calculator_page import GRID, OFF_GRID, OTHER, READ

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

ANSWERED = "return document.querySelector('[data-answer] [data-query]')?.dataset.query === arguments[0]"
STATUS_SAYS = "return document.querySelector('[data-status]')?.textContent.includes(arguments[0])"
READY = "return customElements.get('leg-day-calculator') !== undefined"
RETRY = "document.querySelector('[data-retry]').click()"
EITHER = f"{ANSWERED} || document.querySelector('[data-retry]') !== null"
KEPT = """return caches.keys().then((names) => Promise.all(names.map((name) =>
  caches.open(name).then((one) => one.keys())))).then((all) => all.flat().length)"""
POST = """<!doctype html><html lang="en"><title>Post</title><script async crossorigin src="{site}v1/widget.js"></script>
<script>self.heard = []; addEventListener("cardio:result", ({{ detail }}) => heard.push(detail.query));</script>
<cardio-after-leg-day data-goal="fat_loss"><a href="{site}">What today?</a></cardio-after-leg-day></html>"""
WIDGET = "document.querySelector('cardio-after-leg-day')"
WITHOUT_WASM = {"Content-Security-Policy": "default-src 'self'; script-src 'self' 'unsafe-inline'"}

pytestmark = pytest.mark.slow
only_frozen = pytest.mark.skipif(not frozen.ENABLED, reason="the frozen runtime is switched off")


@pytest.fixture(params=NAMES)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Another browser than Chromium."""
    with opened(request.param) as browser:
        yield browser


@pytest.fixture
def host(site: Path, tmp_path: Path) -> Iterator[Host]:
    """The site on a copy that a test may change."""
    shutil.copytree(site, tmp_path / "site")
    with hosting(tmp_path / "site", tmp_path / "pressed") as served:
        yield served


def ask(engine: Engine, host: Host, query: str) -> None:
    """Open the calculator with the query."""
    engine.open(f"{host.address}calculator/#?{query}")


def answered(engine: Engine, query: str) -> None:
    """The answer to the query is this Python's to the letter."""
    engine.wait(ANSWERED, query)
    expected, shown = engine.run(f"return ({READ})(arguments[0])", app.render_answer(query, base="../"))
    assert shown == expected


def shows(engine: Engine, host: Host, query: str) -> None:
    """Open the calculator with the query, and see its answer."""
    ask(engine, host, query)
    answered(engine, query)


def keeps_first_answer(engine: Engine) -> None:
    """A word of trouble stands there, and the answer that the build has written."""
    engine.wait(STATUS_SAYS, "did not start")
    assert engine.run("return document.querySelector('[data-answer] [data-query]').dataset.query") == ""


def asked(host: Host, name: str) -> bool:
    """Whether any of a file was sent."""
    return any(name in path for _, path, _ in host.sent)


def until(done: Callable[[], bool]) -> None:
    """Wait for what the host sees."""
    end = time.monotonic() + 20
    while not done():
        assert time.monotonic() < end, "never asked for"
        time.sleep(0.05)


def test_a_prebuilt_answer(engine: Engine, host: Host) -> None:
    site_damage.without(host.shelf.folder, "assets/python/*")
    shows(engine, host, GRID)


def test_an_answer_by_python(engine: Engine, host: Host) -> None:
    shows(engine, host, OFF_GRID)
    frozen = any(host.shelf.folder.glob("assets/python/core-*"))  # it can be switched off
    assert asked(host, "core-") is frozen
    assert asked(host, "pyodide.asm-") is not frozen


def test_a_missing_image_is_made_up_for(engine: Engine, host: Host) -> None:
    site_damage.without(host.shelf.folder, "assets/python/image-*")
    shows(engine, host, OFF_GRID)
    assert asked(host, "python_stdlib-")


def test_a_failure_that_is_reported(engine: Engine, host: Host) -> None:
    site_damage.without(host.shelf.folder, "assets/python/*")
    ask(engine, host, OFF_GRID)
    keeps_first_answer(engine)


@only_frozen
def test_a_damaged_image_is_made_up_for(engine: Engine, host: Host) -> None:
    site_damage.flip(host.shelf.folder, "assets/python/image-*")
    shows(engine, host, OFF_GRID)
    assert asked(host, "python_stdlib-")


@only_frozen
def test_a_trap_is_made_up_for(engine: Engine, host: Host) -> None:
    site_damage.trap(host.shelf.folder)
    shows(engine, host, OFF_GRID)
    assert asked(host, "core-")
    assert asked(host, "pyodide.asm-")
    assert not asked(host, "python_stdlib-")


def test_prebuilt_answers_without_webassembly(engine: Engine, host: Host) -> None:
    host.headers = WITHOUT_WASM
    shows(engine, host, GRID)
    engine.open(f"{host.address}safety/")
    ask(engine, host, OFF_GRID)
    keeps_first_answer(engine)


@pytest.mark.parametrize("query", [GRID, OFF_GRID])
def test_a_full_disk_costs_nobody_an_answer(engine: Engine, host: Host, query: str) -> None:
    site_damage.fill_disk(host.shelf.folder)
    shows(engine, host, query)
    until(lambda: asked(host, "service-worker.js"))
    engine.open(f"{host.address}safety/")
    shows(engine, host, query)
    assert engine.run(KEPT) == 0


def test_broken_connection_is_reported_and_retried(engine: Engine, host: Host) -> None:
    host.link.speed = Speed(megabits=8)
    ask(engine, host, OFF_GRID)
    until(lambda: sum(size for _, path, size in host.sent if "python/" in path) > 200_000)
    host.down = True
    keeps_first_answer(engine)
    host.down, host.link.speed = False, UNLIMITED
    engine.run(RETRY)
    answered(engine, OFF_GRID)


def test_two_tabs_get_each_their_own_answer(engine: Engine, host: Host) -> None:
    ask(engine, host, OFF_GRID)
    engine.tab()
    shows(engine, host, OTHER)
    engine.turn(0)
    answered(engine, OFF_GRID)


@pytest.mark.parametrize("query", [GRID, OFF_GRID])
def test_a_new_version_under_an_open_page(engine: Engine, host: Host, query: str) -> None:
    engine.open(f"{host.address}calculator/")
    engine.wait(READY)
    site_damage.deploy_new_version(host.shelf.folder)
    engine.run("location.hash = `?${arguments[0]}`", query)
    engine.wait(EITHER, query)
    if engine.run("return document.querySelector('[data-retry]') !== null"):
        keeps_first_answer(engine)
    else:
        answered(engine, query)
    engine.open(host.address)
    shows(engine, host, query)


def test_the_widget_works_on_another_page_with_python_too(
    engine: Engine, host: Host, tmp_path: Path, base_url: str
) -> None:
    page = host.shelf.folder / widget_page.PAGE / "index.html"  # it names its site, which is served elsewhere here
    page.write_text(page.read_text("utf-8").replace(base_url, host.address.rstrip("/")), "utf-8")
    host.headers = {"Access-Control-Allow-Origin": "*"}
    (tmp_path / "blog").mkdir()
    (tmp_path / "blog" / "index.html").write_text(POST.format(site=host.address), "utf-8")
    with serving(tmp_path / "blog") as blog:
        engine.open(f"http://127.0.0.1:{blog.server_port}/")
        engine.wait("return document.querySelector('[ready]') !== null")
        engine.wait("return heard.includes('goal=fat_loss')")
        sign = {"red_flags": "chest_pain", "age": "37"}  # the exact answer to which comes by Python, and unasked
        engine.run(f"{WIDGET}.set(arguments[0])", sign)
        engine.wait("return heard.filter((query) => query.includes('age=37')).length > 1")
        given = engine.run(f"return {WIDGET}.getResult()")
    assert given["outcome"] == answer_builder.answer("goal=fat_loss&red_flags=chest_pain&age=37")["outcome"]
    assert asked(host, "core-")
