"""Facts about browsers that the widget relies on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.platforms.blogs import write_file
from tests.platforms.serving import host

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Frame

    from tests.platforms.widget_view import WidgetView

SANDBOX = "<iframe sandbox='allow-scripts' src='/in.html' style='{}'></iframe>"
HIDDEN = "position: absolute; clip: rect(1px, 1px, 1px, 1px)"  # as WordPress hides a frame until it tells its height
FORBIDDEN = ["localStorage", "sessionStorage", "document.cookie", "caches.keys()"]
WATCH = """<p>Words.</p><script>self.heard = []; addEventListener('load', () => heard.push('load'));
new ResizeObserver(() => heard.push('resized')).observe(document.documentElement);
setTimeout(() => heard.push('timer'), 200);</script>"""
ASK = """async address => new Promise(done => {
  try { const worker = new Worker(address, {type: 'module'});
        worker.onmessage = event => done(event.data); worker.onerror = () => done('refused'); }
  catch (error) { done('refused'); } })"""


@pytest.fixture
def blog(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder, and where it is served."""
    write_file(tmp_path / "in.html", WATCH)
    write_file(tmp_path / "other.js", "export const word = 'ready';")
    write_file(tmp_path / "worker.js", "import {word} from './other.js'; postMessage(word);")
    with host(tmp_path) as url:
        yield tmp_path, url


def framed(view: WidgetView, blog: tuple[Path, str], style: str = "") -> Frame:
    """The document in a sandboxed frame; each style has a page of its own, which no browser has kept."""
    folder, url = blog
    name, last = ("hidden", "timer") if style else ("shown", "resized")  # it draws no picture while it is hidden
    write_file(folder / name / "index.html", SANDBOX.format(style))
    frame = view.open(f"{url}/{name}/").page.frames[-1]
    frame.wait_for_function("last => self.heard.includes(last)", arg=last, polling=50)
    return frame


def test_a_frame_in_wordpress_has_no_origin_and_no_storage(view: WidgetView, blog: tuple[Path, str]) -> None:
    frame = framed(view, blog)
    assert frame.evaluate("self.origin") == "null"
    ask = "async code => { try { await (0, eval)(code); return 'allowed'; } catch (error) { return error.name; } }"
    assert {code: frame.evaluate(ask, code) for code in FORBIDDEN} == dict.fromkeys(FORBIDDEN, "SecurityError")


def test_a_hidden_frame_hears_load_and_timers(view: WidgetView, blog: tuple[Path, str]) -> None:
    """Whether a hidden frame hears of its size depends on the browser and on luck: the widget must not need it."""
    assert {"load", "timer"} <= set(framed(view, blog, HIDDEN).evaluate("heard"))
    assert "resized" in framed(view, blog).evaluate("heard")


def test_sandboxed_frame_starts_worker_from_data_url(
    view: WidgetView, blog: tuple[Path, str], problems: list[str]
) -> None:
    frame, url = framed(view, blog), blog[1]
    inline = f"data:text/javascript,import {{word}} from '{url}/other.js'; postMessage(word);"
    assert frame.evaluate(ASK, f"{url}/worker.js") == "refused"
    assert frame.evaluate(ASK, inline) == "ready"
    problems[:] = [problem for problem in problems if "may not load data" not in problem]  # Firefox says why it refused
