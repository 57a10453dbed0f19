"""How far a post moves when the widget comes, with its room kept: Cumulative Layout Shift at nine widths."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

import pytest

from builder.presets import PRESETS
from builder.widget import snippets
from tests.support.blog_page import ELEMENT

if TYPE_CHECKING:
    from tests.support.blog_page import Blog

WIDTHS = [320, 360, 390, 430, 600, 768, 1024, 1280, 1440]  # px
MAX_SHIFT = 0.05  # half of what web.dev calls good
POST = "<style>main { margin: auto; max-width: 720px; font: 18px/1.5 serif }</style>"
SHIFT = """new Promise(done => { let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => sum += entry.value))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 1500); })"""


@pytest.mark.sampled(4)
@pytest.mark.parametrize("slug", ["", "running"])
@pytest.mark.parametrize("width", WIDTHS)
def test_a_snippet_that_keeps_its_room_moves_nothing(blog: Blog, width: int, slug: str) -> None:
    blog.page.set_viewport_size({"width": width, "height": 800})
    preset = next(preset for preset in PRESETS if preset.slug == slug)
    attributes = " ".join(f'data-{name}="{value}"' for name, value in parse_qsl(preset.query))
    text = "<p>Text of the post.</p>" * 30
    blog.post(
        f"<main><h1>Post</h1>{text[:24]}{blog.script}{blog.element(attributes)}{text}</main>", f"{POST}{snippets.ROOM}"
    )
    blog.page.wait_for_selector(f"{ELEMENT}[ready]")
    shift = blog.page.evaluate(SHIFT)
    height = blog.widget().evaluate("one => one.shadowRoot.querySelector('iframe').offsetHeight")
    print(f"{width} px {slug}: shift {shift:.3f}, frame {height} px high")
    assert shift <= MAX_SHIFT
