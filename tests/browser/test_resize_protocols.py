"""Resizing by other embed libraries: each listens as on its own pages, and the frame must fit."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.support.project_files import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Page

    from tests.support.blog_page import Blog

SANDBOX = 'sandbox="allow-scripts"'
FIT = "frame => Math.round(frame.getBoundingClientRect().height - (parseFloat(getComputedStyle(frame).borderTopWidth) * 2))"
CONTENT = "Math.ceil(document.documentElement.getBoundingClientRect().height)"
PYM = "new pym.Parent('place', ADDRESS, {})"
AMP = "new newswireFrames.Framer(document.getElementById('place'), { src: ADDRESS })"
SIZER = "const frame = put(); iFrameResize({ log: false, warningTimeout: 0 }, frame)"
OPEN = "iframeResizer.initialize({ enableLegacyLibSupport: LEGACY }, put())"
# What the pages of these two say, in a few lines: they are no packages.
MEDIUM = """const frame = put(); addEventListener('message', ({ data }) => {
  if (typeof data !== 'string' || data[0] !== '{') return;
  const sent = JSON.parse(data); if (sent.context === 'iframe.resize' && sent.src === frame.src) frame.height = sent.height; })"""
DATAWRAPPER = """put(); addEventListener('message', ({ data, source }) => { if (data['datawrapper-height'] === undefined) return;
  for (const frame of document.querySelectorAll('iframe')) for (const id in data['datawrapper-height'])
    if (frame.contentWindow === source) frame.style.height = `${data['datawrapper-height'][id]}px`; })"""
PROGRAMS = {
    "pym": ("pym.js/dist/pym.v1.js", PYM),
    "amp": ("@newswire/frames/dist/frames.umd.js", AMP),
    "iframe-resizer": ("iframe-resizer/js/iframeResizer.js", SIZER),
    "open-iframe-resizer": ("@open-iframe-resizer/core/dist/index.umd.cjs", OPEN.replace("LEGACY", "false")),
    "open-iframe-resizer-old": ("@open-iframe-resizer/core/dist/index.umd.cjs", OPEN.replace("LEGACY", "true")),
    "medium": ("", MEDIUM),
    "datawrapper": ("", DATAWRAPPER),
}
PUT = """const put = () => { const frame = document.createElement('iframe'); frame.src = ADDRESS; frame.style.width = '100%';
  frame.id = 'theirs'; frame.style.border = 0; document.getElementById('place').append(frame); return frame; };"""


def fits(page: Page, inside: Frame) -> bool:
    """Whether the frame is as high as what is in it, within two pixels."""
    return abs(int(page.locator("iframe").evaluate(FIT)) - int(inside.evaluate(CONTENT))) <= 2


def until_it_fits(page: Page) -> Frame:
    """Wait until the frame has taken on the height of what is in it."""
    page.wait_for_selector("iframe")
    inside = page.locator("iframe").element_handle().content_frame()
    assert inside is not None
    inside.wait_for_selector("[data-answer]")
    for _ in range(40):
        if fits(page, inside):
            return inside
        page.wait_for_timeout(100)
    raise AssertionError(page.locator("iframe").evaluate(FIT), inside.evaluate(CONTENT))


@pytest.mark.sampled(3)
@pytest.mark.parametrize("program", PROGRAMS)
def test_a_page_that_listens_with_another_program_fits_the_frame(blog: Blog, program: str) -> None:
    file, start = PROGRAMS[program]
    if file:
        shutil.copyfile(ROOT / "node_modules" / file, blog.folder / "their.js")
    address = f"const ADDRESS = '{blog.site}/embed/v1/?goal=fat_loss';"
    (blog.folder / "start.js").write_text(f"{address}{PUT}{start};", "utf-8")
    theirs = '<script src="their.js"></script>' if file else ""
    page = blog.post(f'<div id="place"></div>{theirs}<script src="start.js"></script>')
    inside = until_it_fits(page)
    inside.locator("[data-panel=warning-signs] summary").click()
    page.wait_for_timeout(300)
    until_it_fits(page)
    # iframe-resizer greets the frame before it has loaded, and the browser warns of that, whatever is in the frame.
    blog.problems[:] = [problem for problem in blog.problems if "'postMessage' on 'DOMWindow'" not in problem]


# What WordPress does with a pasted address: a quotation that gives way, and a hidden frame without an origin.
WORDPRESS = """const secret = 'aB3dE5gH7j'; const frame = document.querySelector('iframe'); frame.dataset.secret = secret;
window.followed = []; addEventListener('message', ({ data, source }) => {
  if (!data || typeof data !== 'object' || data.secret !== secret || source !== frame.contentWindow) return;
  if (/[^a-zA-Z0-9]/.test(data.secret)) return;
  if (data.message === 'height') { const height = Math.min(1000, Math.max(200, Math.floor(data.value)));
    frame.height = height; frame.removeAttribute('style'); }
  if (data.message === 'link' && document.activeElement === frame) followed.push(data.value); });
addEventListener('load', () => frame.contentWindow.postMessage({ message: 'ready', secret }, '*'));"""
HIDDEN = {
    "clipped": "position: absolute; clip: rect(1px, 1px, 1px, 1px)",
    "hidden": "position: absolute; visibility: hidden",
}


@pytest.mark.parametrize("how", HIDDEN)
def test_wordpress_shows_and_fits_the_frame_that_it_hid(blog: Blog, how: str) -> None:
    (blog.folder / "wp.js").write_text(WORDPRESS, "utf-8")
    frame = (
        f'<iframe {SANDBOX} security="restricted" style="{HIDDEN[how]}" title="Calculator" width="100%" height="640"'
        f' frameborder="0" src="{blog.site}/embed/v1/?src=oembed#?secret=aB3dE5gH7j"></iframe>'
    )
    page = blog.post(f'{frame}<script src="wp.js"></script>')
    inside = until_it_fits(page)
    assert page.locator("iframe").get_attribute("style") is None
    inside.locator("#q-goal").select_option("fat_loss")
    inside.locator("footer a").click()
    page.wait_for_function("followed.length === 1")
    assert page.evaluate("followed") == [f"{blog.site}/calculator/#?goal=fat_loss"]


def test_a_height_is_all_that_a_foreign_page_is_reported(blog: Blog) -> None:
    said = "window.said = []; addEventListener('message', ({ data }) => said.push(JSON.stringify(data)))"
    (blog.folder / "said.js").write_text(said, "utf-8")
    page = blog.post(
        f'<script src="said.js"></script><iframe {SANDBOX} title="x" src="{blog.site}/embed/v1/"></iframe>'
    )
    inside = page.frames[1]
    inside.wait_for_selector("[data-answer]")
    inside.locator("#q-goal").select_option("fat_loss")
    inside.locator("[data-panel=warning-signs] summary").click()
    inside.get_by_label("Dark, brown or cola-coloured urine").check()
    page.wait_for_timeout(2000)
    reported = page.evaluate("said.join()")
    assert "height" in reported
    assert not [word for word in ("fat_loss", "dark_urine", "Get medical", "outcome") if word in reported]
