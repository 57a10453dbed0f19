"""The fallback from the frozen core to the full module to plain Pyodide: each gives the same answer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from builder.pyodide import frozen
from tests.support import site_damage
from tests.support.calculator_page import OFF_GRID, OTHER, ask, shows

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, Route

pytestmark = pytest.mark.skipif(not frozen.ENABLED, reason="the frozen runtime is switched off")

CORE, IMAGE, FULL, PLAIN = "core-", "image-", "pyodide.asm-", "python_stdlib-"


@pytest.fixture
def fetched(page: Page) -> list[str]:
    """The names of the files that the worker asks for, in order."""
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    return asked


def used(fetched: list[str], *names: str) -> bool:
    """Whether a file of each of these names was asked for."""
    return all(any(file.startswith(name) for file in fetched) for name in names)


def spoil(page: Page, name: str, change: Callable[[bytes], bytes]) -> None:
    """Let a file arrive otherwise than the build made it."""

    def give(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=change(answer.body()))

    page.context.route(f"**/{name}*", give)


def test_the_frozen_python_answers_alone(page: Page, fetched: list[str]) -> None:
    ask(page, OFF_GRID)
    shows(page, OFF_GRID)
    assert used(fetched, CORE, IMAGE)
    assert not used(fetched, FULL)
    assert not used(fetched, PLAIN)


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    ("name", "damage"),
    [
        (IMAGE, lambda body: body[:-9] + bytes([body[-9] ^ 1]) + body[-8:]),
        (IMAGE, lambda body: body[:-9]),
        (IMAGE, lambda body: body + b"\0"),
        (CORE, lambda body: body[:5000]),
        (CORE, lambda _: b""),
    ],
    ids=["one-byte-of-the-image", "an-image-cut-short", "more-than-an-image", "half-a-core", "no-core"],
)
def test_a_file_that_is_not_what_the_build_made_is_never_run(
    page: Page, problems: list[str], fetched: list[str], name: str, damage: Callable[[bytes], bytes]
) -> None:
    spoil(page, name, damage)
    ask(page, OFF_GRID)
    shows(page, OFF_GRID)
    assert used(fetched, FULL if name == CORE else PLAIN)
    problems.clear()


@pytest.mark.parametrize(("name", "instead"), [(CORE, FULL), (IMAGE, PLAIN)])
def test_a_missing_file_is_made_up_for(
    page: Page, problems: list[str], fetched: list[str], name: str, instead: str
) -> None:
    page.context.route(f"**/{name}*", lambda route: route.fulfill(status=404, body=""))
    ask(page, OFF_GRID)
    shows(page, OFF_GRID)
    assert used(fetched, instead)
    problems.clear()


def test_a_trap_is_made_up_for(page: Page, problems: list[str], fetched: list[str], site: Path) -> None:
    core = next((site / "assets" / "python").glob("core-*.wasm"))
    trapping = site_damage.trapping(core.read_bytes())
    spoil(page, CORE, lambda _: trapping)
    spoil(page, "manifest-", lambda manifest: site_damage.with_core(manifest, trapping))
    ask(page, OFF_GRID)
    shows(page, OFF_GRID)
    assert used(fetched, CORE, FULL)
    assert not used(fetched, PLAIN)
    ask(page, OTHER)
    shows(page, OTHER)
    problems.clear()


def test_an_image_that_never_comes_is_given_up(page: Page, problems: list[str], fetched: list[str]) -> None:
    page.context.route("**/image-*", lambda _: None)
    page.clock.install()
    ask(page, OFF_GRID)
    for _ in range(4):
        page.wait_for_timeout(700)
        page.clock.fast_forward(11_000)
    page.clock.resume()
    shows(page, OFF_GRID)
    assert used(fetched, PLAIN)
    problems.clear()
