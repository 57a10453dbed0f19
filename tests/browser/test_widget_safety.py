"""Attacks on the widget by host pages, other frames, authors and visitors, and strict policies of host pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.conftest import Files, guard, serving
from tests.platforms.serving import host
from tests.support.blog_page import ELEMENT, Blog

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page

ATTACK = '"><img src=x onerror=window.hit=1><script>window.hit=1</script>'
HIT = "() => window.hit === undefined && top === window.top"
STRICT = (
    "default-src 'none'; script-src {site} 'self'; frame-src {site}; style-src 'none'; img-src 'self';"
    " require-trusted-types-for 'script'; trusted-types 'none'"
)
NONCE = "script-src 'nonce-abc' 'strict-dynamic'; frame-src {site}; style-src 'none'; base-uri 'none'"
BLOCKED = "frame-src 'none'; script-src {site} 'self'"
# A neighbour's frame that says to everybody all that the widget and the loader listen to.
FORGER = """<script>const all = [...Array(20).keys()]; addEventListener("message", () => {});
const port = new MessageChannel().port2;
const neighbours = all.flatMap(at => { try { return [parent.frames[at]]; } catch { return []; } });
for (const frame of [parent, ...neighbours]) for (const message of [
  { cardio: 1, type: "hello", protocol: [1], id: "x" }, { cardio: 1, type: "height", height: 9999 },
  { type: "height", height: 9999 }, { message: "height", value: 9999, secret: "x" }])
  try { frame.postMessage(message, "*"); } catch {}
for (const at of all) try { parent.frames[at].postMessage({ cardio: 1, type: "init",
  config: { goal: "fat_loss" } }, "*", [new MessageChannel().port2]); } catch {}
</script>"""


def policy(text: str, blog: Blog) -> str:
    """A page's policy as its own element."""
    return f'<meta http-equiv="Content-Security-Policy" content="{text.format(site=blog.site)}">'


@pytest.mark.parametrize("rules", [STRICT, NONCE], ids=["trusted types, no style", "nonce and strict-dynamic"])
def test_it_works_on_a_strict_page(blog: Blog, rules: str) -> None:
    script = f'<script nonce="abc" async crossorigin="anonymous" src="{blog.site}/v1/widget.js"></script>'
    element = blog.element('data-goal="fat_loss"')
    page = blog.post(f"{script}{element}", policy(rules, blog), nonce="abc")
    page.wait_for_selector(f"{ELEMENT}[ready]")
    expect(blog.frame().get_by_label("Your goal")).to_have_value("fat_loss")
    page.wait_for_timeout(300)
    assert blog.fits()
    assert blog.widget().locator("iframe").evaluate("one => getComputedStyle(one).borderTopWidth") == "0px"


def test_a_page_that_allows_no_frame_shows_the_authors_link(blog: Blog) -> None:
    page = blog.post(f"{blog.script}{blog.element('loading=eager')}", policy(BLOCKED, blog))
    expect(page.get_by_role("link", name="What should I do today?")).to_be_visible()
    assert blog.heard("error")[0]["code"] == "blocked-by-csp"
    blog.problems.clear()


@pytest.mark.skip_browser("firefox")  # it has no frames without credentials: there the widget's host must send headers
@pytest.mark.parametrize("isolation", ["require-corp", "credentialless"])
def test_it_works_on_an_isolated_page(context: BrowserContext, base_url: str, tmp_path: Path, isolation: str) -> None:
    heard = guard(context, base_url)
    headers = {"Cross-Origin-Embedder-Policy": isolation, "Cross-Origin-Opener-Policy": "same-origin"}
    with host(tmp_path, headers) as address:
        blog = Blog(context.new_page(), tmp_path, address, base_url, heard)
        blog.with_element('data-goal="fat_loss"')
        assert blog.page.evaluate("crossOriginIsolated")
        expect(blog.frame().get_by_label("Your goal")).to_have_value("fat_loss")
    assert [item for item in heard if "another host" not in item] == []


@pytest.mark.sampled(3)
@pytest.mark.parametrize("name", ["data-goal", "data-equipment", "accent", "theme", "density", "lang", "label"])
def test_script_in_an_attribute_does_nothing(blog: Blog, name: str) -> None:
    blog.post(f"{blog.script}{blog.element()}")
    blog.page.wait_for_selector(f"{ELEMENT}[ready]")
    blog.widget().evaluate("(one, [name, value]) => one.setAttribute(name, value)", [name, ATTACK])
    blog.page.wait_for_timeout(500)
    assert blog.page.evaluate(HIT)
    assert blog.inside().evaluate(HIT)
    assert blog.inside().evaluate("document.querySelectorAll('img, script:not([src]):not([type])').length") == 0


@pytest.mark.sampled(4)
@pytest.mark.parametrize("where", ["?goal=", "?accent=", "?age=", "?childId=", "#?goal=", "#?age=", "#?secret=", "?"])
def test_script_in_the_address_does_nothing(page: Page, where: str) -> None:
    page.goto(f"/embed/v1/{where}{ATTACK}")
    expect(page.locator("[data-answer], [data-status] .state").first).to_be_attached()
    page.wait_for_timeout(200)
    assert page.evaluate(HIT)
    assert page.evaluate("document.querySelectorAll('img, script:not([src]):not([type])').length") == 0


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    "accent",
    [
        "javascript:alert(1)",
        "url(https://evil.invalid/x)",
        "red;background:url(//evil.invalid)",
        "var(--surface)",
        "image-set('x')",
        "rgb(1,2",
        "inherit",
        "expression(alert(1))",
        "color(url(x))",
        "a" * 1_000_000,
    ],
    ids=lambda accent: str(accent)[:12],
)
def test_an_accent_that_is_no_colour_is_left_out(blog: Blog, accent: str) -> None:
    blog.with_element()
    blog.widget().evaluate("(one, accent) => one.setAttribute('accent', accent)", accent)
    blog.page.wait_for_function("received.some(([type]) => type === 'error')")
    error = blog.heard("error")[0]
    assert error["code"] == "unsupported"
    assert len(str(error["message"])) < 60
    assert blog.inside().evaluate("document.documentElement.getAttribute('style')") in {None, ""}


def test_a_megabyte_in_every_attribute_is_survived(blog: Blog) -> None:
    big = "9" * 1_000_000
    names = ["data-goal", "data-age", "data-equipment", "data-x", "label", "lang", "theme", "density", "height"]
    attributes = " ".join(f'{name}="{big}"' for name in names)
    blog.with_element(attributes)
    assert len(blog.inside().url) < 500
    expect(blog.frame().locator("[data-answer] [data-headline]")).to_be_visible()
    blog.widget().evaluate("one => { for (const name of [...one.getAttributeNames()]) one.removeAttribute(name); }")
    blog.widget().evaluate("one => { one.dataset.goal = 'fat_loss'; }")
    expect(blog.frame().get_by_label("Your goal")).to_have_value("fat_loss")


def test_forged_messages_change_nothing(blog: Blog) -> None:
    (blog.folder / "forger.html").write_text(FORGER, "utf-8")
    blog.with_element('data-goal="recovery"')
    blog.page.wait_for_timeout(300)
    height = blog.widget().evaluate("one => one.offsetHeight")
    with serving(blog.folder, Files) as other:
        blog.page.evaluate(
            """address => new Promise(done => { const frame = document.createElement("iframe");
            frame.onload = () => setTimeout(done, 500); frame.src = address; document.body.append(frame); })""",
            f"http://127.0.0.1:{other.server_port}/forger.html",
        )
        blog.problems[:] = [problem for problem in blog.problems if str(other.server_port) not in problem]
    blog.page.evaluate(
        """() => { const frame = document.querySelector("cardio-after-leg-day").shadowRoot.querySelector("iframe");
        for (const data of [{ cardio: 1, type: "hello", protocol: [1] }, { cardio: 1, type: "height", height: 9999 }]) {
          postMessage(data, "*"); dispatchEvent(new MessageEvent("message", { data, source: frame.contentWindow })); }
        frame.contentWindow.postMessage({ cardio: 1, type: "init", config: { goal: "fat_loss" } }, "*",
          [new MessageChannel().port2]); }"""
    )
    blog.page.wait_for_timeout(500)
    assert blog.widget().evaluate("one => one.offsetHeight") == height
    expect(blog.frame().get_by_label("Your goal")).to_have_value("recovery")
    assert blog.widget().evaluate("async one => (await one.getResult()).query") == "goal=recovery"


def test_a_flood_of_messages_does_not_stop_it(blog: Blog) -> None:
    blog.with_element()
    blog.page.evaluate(
        """() => { const frame = document.querySelector("cardio-after-leg-day").shadowRoot.querySelector("iframe");
        for (let at = 0; at < 5000; at += 1) { frame.contentWindow.postMessage({ type: "iframe-child-init" }, "*");
          frame.contentWindow.postMessage("[iFrameSizer]x:0", "*"); postMessage({ cardio: 1, type: "hello" }, "*"); }
        const one = document.querySelector("cardio-after-leg-day");
        for (let at = 0; at < 500; at += 1) { one.set({ soreness: String(at % 11) }); one.classList.toggle("x"); } }"""
    )
    blog.widget().evaluate("one => one.set({ soreness: '4', goal: 'fat_loss' })")
    expect(blog.frame().get_by_label("Your goal")).to_have_value("fat_loss")
    expect(blog.frame().locator("[data-answer] [data-headline]")).to_be_visible()


def test_a_flood_before_the_line_is_answered_with_few_words(blog: Blog) -> None:
    count = "window.count = 0; addEventListener('message', () => count += 1);"
    (blog.folder / "count.js").write_text(count, "utf-8")
    frame = f'<iframe sandbox="allow-scripts" title="x" src="{blog.site}/embed/v1/"></iframe>'
    page = blog.post(f'<script src="count.js"></script>{frame}')
    page.frames[1].wait_for_selector("[data-answer]")
    page.wait_for_timeout(1700)
    before = page.evaluate("count")
    page.evaluate("for (let at = 0; at < 3000; at += 1) frames[0].postMessage({ type: 'iframe-child-init' }, '*')")
    page.wait_for_timeout(700)
    assert page.evaluate("count") - before < 3000  # not even one for each


def test_the_first_line_stays_the_only_one(blog: Blog) -> None:
    blog.with_element('data-goal="recovery"')
    stolen = blog.page.evaluate(
        """() => new Promise(done => { const { port1, port2 } = new MessageChannel(); const got = [];
        port1.onmessage = ({ data }) => got.push(data);
        const frame = document.querySelector("cardio-after-leg-day").shadowRoot.querySelector("iframe");
        frame.contentWindow.postMessage({ cardio: 1, type: "init", config: {} }, "*", [port2]);
        port1.postMessage({ cardio: 1, type: "get", id: 1 }); setTimeout(() => done(got), 500); })"""
    )
    assert stolen == []


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    "order", ["null", "7", "[]", '{"cardio":1}', '{"cardio":1,"type":"set"}', '{"cardio":1,"type":"__proto__"}',
              '{"cardio":1,"type":"set","config":{"__proto__":{"goal":"x"},"constructor":"y","goal":["fat_loss"]}}'],
)  # fmt: skip
def test_a_strange_order_by_the_line_does_no_harm(blog: Blog, order: str) -> None:
    page = blog.post(f'<iframe sandbox="allow-scripts" title="x" src="{blog.site}/embed/v1/"></iframe>')
    page.frames[1].wait_for_selector("[data-answer]")
    reported = page.evaluate(
        """order => new Promise(done => { const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => data.id === "last" && done(data.schema);
        frames[0].postMessage({ cardio: 1, type: "init", config: null }, "*", [port2]);
        port1.postMessage(JSON.parse(order)); port1.postMessage({ cardio: 1, type: "get", id: "last" }); })""",
        order,
    )
    assert reported == 1
    assert page.frames[1].evaluate("({}).goal === undefined")


def test_health_questions_say_that_host_can_read(blog: Blog) -> None:
    blog.with_element()
    more = blog.frame().locator("[data-panel=more] summary")
    more.dispatch_event("click")  # Playwright's mouse reaches no frame of another site in Firefox
    expect(blog.frame().get_by_text("The page around this box can read")).to_be_visible()
    blog.page.goto(f"{blog.site}/embed/v1/")
    blog.page.locator("[data-panel=more] summary").click()
    expect(blog.page.get_by_text("The page around this box can read")).to_be_hidden()
