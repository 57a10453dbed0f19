"""The contract of the custom element: attributes, events, methods, theme, height, and its effect on the host page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from builder.widget import page as widget_page
from calculator.answer import builder as answer_builder
from tests.support.blog_page import ELEMENT
from tests.support.waiting import wait_until

if TYPE_CHECKING:
    from playwright.sync_api import Route

    from tests.support.blog_page import Blog

FAT_LOSS = answer_builder.answer("goal=fat_loss")
OUTLINE = f"""() => {{ const frame = document.querySelector("{ELEMENT}").shadowRoot.querySelector("iframe");
  return Object.fromEntries([...frame.attributes].map(({{ name, value }}) => [name, value])); }}"""
SHIFT = """new Promise(done => { let sum = 0;
  const watch = new PerformanceObserver(list => list.getEntries().forEach(one => sum += one.value));
  watch.observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 1200); })"""


def test_it_shows_the_answer_to_what_the_author_chose(blog: Blog) -> None:
    blog.with_element('data-goal="fat_loss"')
    expect(blog.frame().locator("[data-headline]")).to_have_text(str(FAT_LOSS["headline"]))
    expect(blog.frame().get_by_label("Your goal")).to_have_value("fat_loss")
    assert blog.fits()


def test_its_frame_has_no_more_rights_than_the_contract_says(blog: Blog) -> None:
    blog.with_element('label="Legs?"')
    had = blog.page.evaluate(OUTLINE)
    rights = "allow-scripts allow-forms allow-downloads allow-popups allow-popups-to-escape-sandbox"
    assert had["sandbox"] == rights
    assert had["credentialless"] == ""
    assert had["referrerpolicy"] == "no-referrer"
    assert had["allow"].startswith("clipboard-write")
    assert (had["loading"], had["title"], had["part"]) == ("lazy", "Legs?", "frame")
    store = "() => { try { localStorage.x = 1; return 'kept'; } catch (error) { return error.name; } }"
    assert blog.inside().evaluate(store) == "SecurityError"
    assert blog.page.context.cookies() == []


def test_it_adds_nothing_to_the_page_but_the_element(blog: Blog) -> None:
    before = "addEventListener('DOMContentLoaded', () => window.before = Object.keys(window).join())"
    (blog.folder / "before.js").write_text(before, "utf-8")
    blog.post(f'{blog.element()}<script src="before.js"></script>')
    names = blog.page.evaluate("before")
    blog.page.add_script_tag(url=f"{blog.site}/v1/widget.js")
    blog.page.wait_for_selector(f"{ELEMENT}[ready]")
    assert blog.page.evaluate("Object.keys(window).filter(name => name !== 'before').join()") == names
    assert blog.page.evaluate(f"document.querySelector('{ELEMENT}').children.length") == 1
    assert blog.page.evaluate("[document.querySelectorAll('style').length, localStorage.length, document.cookie]") == [
        0,
        0,
        "",
    ]


def test_attributes_are_live(blog: Blog) -> None:
    blog.with_element()
    blog.widget().evaluate("one => one.dataset.goal = 'fat_loss'")
    expect(blog.frame().locator("[data-headline]")).to_have_text(str(FAT_LOSS["headline"]))
    blog.widget().evaluate("one => { one.setAttribute('theme', 'dark'); one.setAttribute('label', 'Other'); }")
    expect(blog.frame().locator("html")).to_have_attribute("data-theme", "dark")
    expect(blog.widget().locator("iframe")).to_have_attribute("title", "Other")
    blog.widget().evaluate("one => one.setAttribute('density', 'compact')")
    expect(blog.frame().locator("html")).to_have_attribute("data-density", "compact")
    blog.widget().evaluate("one => { delete one.dataset.goal; }")
    expect(blog.frame().get_by_label("Your goal")).to_have_value("general_health")


def test_a_change_of_the_look_leaves_the_readers_answers(blog: Blog) -> None:
    blog.with_element('data-goal="fat_loss"')
    blog.frame().get_by_label("Your goal").select_option("recovery")
    blog.widget().evaluate("one => one.setAttribute('theme', 'dark')")
    expect(blog.frame().locator("html")).to_have_attribute("data-theme", "dark")
    expect(blog.frame().get_by_label("Your goal")).to_have_value("recovery")


def test_it_reports_to_the_page_what_happens(blog: Blog) -> None:
    blog.with_element()
    assert blog.heard("ready") == [{"protocol": 1, "version": answer_builder.ADVICE_VERSION}]
    blog.page.wait_for_function("received.some(([type]) => type === 'result')")
    first = blog.heard("result")[0]
    answer = answer_builder.answer("")
    assert first == {"schema": 1, **answer, "query": ""}
    blog.frame().get_by_label("Your goal").select_option("fat_loss")
    blog.page.wait_for_function("received.some(([type]) => type === 'change')")
    assert blog.heard("change") == [{"query": "goal=fat_loss"}]
    assert all(0 < int(str(item["height"])) <= 20_000 for item in blog.heard("resize"))


def test_every_answer_that_shows_is_reported(blog: Blog) -> None:
    blog.page.context.route("**/worker-*.js", lambda route: route.abort())
    blog.with_element('data-novelty="first_time"')
    blog.page.wait_for_function("received.some(([type]) => type === 'result')")
    assert blog.heard("result")[-1]["query"] == "novelty=first_time"
    blog.frame().locator("[data-panel=warning-signs] summary").click()
    blog.frame().get_by_label("Chest pain or pressure").check()
    blog.page.wait_for_function("received.filter(([type]) => type === 'result').length === 2")
    grave = blog.heard("result")[-1]
    assert grave["outcome"] == answer_builder.answer("red_flags=chest_pain")["outcome"]
    assert grave["query"] == "red_flags=chest_pain&novelty=first_time"
    assert blog.widget().evaluate("async one => (await one.getResult()).outcome") == grave["outcome"]
    blog.problems.clear()  # Python was held back


def test_no_answer_stands_in_an_address_that_a_server_sees(blog: Blog) -> None:
    asked: list[str] = []
    blog.page.on("request", lambda request: asked.append(request.url.partition("#")[0]))
    blog.with_element('data-soreness="8"')
    blog.page.evaluate(
        f"""() => {{ const one = document.createElement("{ELEMENT}"); one.set({{ medicines: "beta_blocker" }});
        document.body.prepend(one); }}"""
    )
    expect(blog.page.locator(f"{ELEMENT}[ready]")).to_have_count(2)
    expect(blog.frame(1).get_by_label("Soreness now")).to_have_value("8")
    assert not [url for url in asked if "soreness" in url or "medicines" in url]


def test_its_methods_reach_the_frame(blog: Blog) -> None:
    blog.with_element('data-goal="recovery"')
    blog.widget().evaluate("one => one.ready")
    blog.widget().evaluate("one => one.set({ goal: 'fat_loss' })")
    expect(blog.frame().get_by_label("Your goal")).to_have_value("fat_loss")
    assert blog.widget().evaluate("async one => (await one.getResult()).query") == "goal=fat_loss"
    blog.widget().evaluate("one => one.reset()")
    expect(blog.frame().get_by_label("Your goal")).to_have_value("recovery")
    blog.widget().evaluate("one => one.focus()")
    blog.inside().wait_for_function("() => document.activeElement.matches('select, summary')")


@pytest.mark.sampled(2)
@pytest.mark.parametrize(
    ("head", "theme"),
    [
        ("<style>body { background: #101418; color: #eee }</style>", "dark"),
        ("<style>:root { color-scheme: dark }</style>", "dark"),
        ("<style>html { background: oklch(20% 0.02 200) }</style>", "dark"),
        ("<style>body { background: url(x.png); color: white }</style>", "dark"),
        ("<style>html { background: #111 } body { background: #fffbe6 }</style>", "light"),
        ("", "light"),
    ],
)
def test_it_takes_the_theme_of_what_lies_behind_it(blog: Blog, head: str, theme: str) -> None:
    (blog.folder / "x.png").touch()
    blog.page.emulate_media(color_scheme="dark")
    blog.with_element(head=head)
    expect(blog.frame().locator("html")).to_have_attribute("data-theme", theme)


def test_it_follows_when_the_page_turns_dark(blog: Blog) -> None:
    style = "<style>body { transition: background 200ms } html.night body { background: #111; color: #eee }</style>"
    blog.with_element(head=style)
    expect(blog.frame().locator("html")).to_have_attribute("data-theme", "light")
    blog.page.evaluate("document.documentElement.classList.add('night')")
    expect(blog.frame().locator("html")).to_have_attribute("data-theme", "dark", timeout=3000)
    assert blog.widget().locator("iframe").evaluate("one => getComputedStyle(one).colorScheme") == "dark"


def test_it_is_loaded_when_it_comes_near(blog: Blog) -> None:
    asked: list[str] = []
    blog.page.on("request", lambda request: asked.append(request.url))
    blog.post(f'{blog.script}<p style="height: 9000px">Long</p>{blog.element()}')
    blog.page.wait_for_function(f"customElements.get('{ELEMENT}') !== undefined")
    blog.page.wait_for_timeout(500)
    assert not [url for url in asked if "/embed/" in url]
    blog.widget().scroll_into_view_if_needed()
    blog.page.wait_for_selector(f"{ELEMENT}[ready]")


@pytest.mark.parametrize(("width", "first"), [(360, 950), (768, 660), (1280, 660)])
def test_its_first_height_is_near_the_one_that_it_takes(blog: Blog, width: int, first: int) -> None:
    blog.page.set_viewport_size({"width": width, "height": 800})
    blog.with_element()
    assert abs(blog.widget().evaluate("one => one.offsetHeight") - first) < 100


def test_no_layout_shift_when_height_is_reported_first(blog: Blog) -> None:
    blog.with_element('loading="eager"')
    blog.page.wait_for_timeout(500)
    height = blog.widget().evaluate("one => one.getBoundingClientRect().height")
    blog.with_element(f'loading="eager" height="{height}"', body="<h1>Post</h1>")
    assert blog.page.evaluate(SHIFT) < 0.01


def test_three_on_a_page_know_only_themselves(blog: Blog) -> None:
    goals = ["fat_loss", "recovery", "muscle_strength"]
    three = "".join(blog.element(f'data-goal="{goal}" loading="eager"', id=goal) for goal in goals)
    blog.post(f"{blog.script}{blog.script}{three}")
    expect(blog.page.locator(f"{ELEMENT}[ready]")).to_have_count(3)
    for nth, goal in enumerate(goals):
        expect(blog.frame(nth).get_by_label("Your goal")).to_have_value(goal)
    blog.frame(1).get_by_label("Do you run?").select_option("some")
    blog.page.wait_for_function("received.some(([type]) => type === 'change')")
    assert blog.page.evaluate("received.filter(([type]) => type === 'change').map(([, , id]) => id)") == ["recovery"]


def test_it_survives_being_moved_and_hidden(blog: Blog) -> None:
    blog.with_element('data-goal="fat_loss"', body='<div id="other"></div>')
    blog.page.evaluate(f"document.querySelector('#other').append(document.querySelector('{ELEMENT}'))")
    blog.page.wait_for_selector(f"{ELEMENT}[ready]")
    assert blog.widget().evaluate("async one => (await one.getResult()).query") == "goal=fat_loss"
    blog.widget().evaluate("one => { one.style.display = 'none'; }")
    blog.page.wait_for_timeout(300)
    blog.widget().evaluate("one => { one.style.display = ''; }")
    expect(blog.frame().locator("[data-headline]")).to_be_visible()
    blog.page.wait_for_timeout(300)
    assert blog.fits()


def test_an_element_that_is_made_by_a_program_works_too(blog: Blog) -> None:
    blog.with_element()
    made = (
        f"const one = document.createElement('{ELEMENT}'); one.dataset.goal = 'recovery'; document.body.prepend(one);"
    )
    blog.page.evaluate(made)
    expect(blog.frame(0).get_by_label("Your goal")).to_have_value("recovery")


def test_without_javascript_the_authors_link_stays(blog: Blog) -> None:
    context = blog.page.context.browser
    assert context is not None
    blog.post(f"{blog.script}{blog.element()}")
    page = context.new_page(java_script_enabled=False)
    page.goto(f"{blog.address}/post.html")
    expect(page.get_by_role("link", name="What should I do today?")).to_be_visible()
    page.close()


def test_the_authors_link_stands_there_until_the_widget_is_ready(blog: Blog) -> None:
    held: list[Route] = []
    blog.post(blog.script)
    blog.page.wait_for_function(f"customElements.get('{ELEMENT}') !== undefined")
    blog.page.route("**/embed/v1/*", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks it, and a builtin takes no mark
    blog.page.evaluate("html => document.body.insertAdjacentHTML('beforeend', html)", blog.element())
    link = blog.page.get_by_role("link", name="What should I do today?")
    expect(link).to_be_visible()
    until = blog.page.locator(f"{ELEMENT}[ready]")
    expect(until).to_have_count(0)
    blog.page.wait_for_timeout(300)
    wait_until(blog.page, lambda: held)
    held[0].continue_()
    expect(until).to_have_count(1)
    expect(link).to_be_hidden()


def test_a_move_that_keeps_the_frame_keeps_the_widget(blog: Blog) -> None:
    blog.with_element('data-goal="fat_loss"', body='<div id="other"></div>')
    blog.frame().get_by_label("Your goal").select_option("recovery")
    blog.page.evaluate(f"document.querySelector('#other').moveBefore(document.querySelector('{ELEMENT}'), null)")
    assert blog.widget().get_attribute("ready") == ""
    assert blog.widget().evaluate("async one => (await one.getResult()).query") == "goal=recovery"


def test_what_cannot_be_sent_is_refused_and_not_preserved(blog: Blog) -> None:
    blog.with_element()
    refused = """one => { const circle = {}; circle.circle = circle;
      try { one.set({ goal: circle }); return ""; } catch (error) { return error.name; } }"""
    assert blog.widget().evaluate(refused) == "TypeError"
    blog.widget().evaluate("one => one.set({ goal: () => 1, minutes: { toString: 1 }, soreness: null })")
    blog.widget().evaluate("one => one.set({ goal: 'fat_loss' })")
    expect(blog.frame().get_by_label("Your goal")).to_have_value("fat_loss")


def test_a_frame_that_stays_silent_gives_way_to_the_authors_link(blog: Blog) -> None:
    blog.page.route(
        "**/embed/v1/*", lambda route: route.fulfill(body="<p>Something else</p>", content_type="text/html")
    )
    blog.page.clock.install()
    blog.post(f"{blog.script}{blog.element()}")
    blog.page.wait_for_selector("iframe", state="attached")
    blog.page.wait_for_timeout(500)
    blog.page.clock.run_for(40_000)
    expect(blog.page.get_by_role("link", name="What should I do today?")).to_be_visible()
    assert blog.heard("error")[0]["code"] == "timeout"
    blog.problems.clear()  # the console says so


def test_failed_frame_leaves_link_and_may_come_late(blog: Blog) -> None:
    held: list[Route] = []
    blog.page.route("**/embed/v1/*", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks it, and a builtin takes no mark
    blog.post(blog.script)
    blog.page.wait_for_function(f"customElements.get('{ELEMENT}') !== undefined")
    blog.page.evaluate("html => document.body.insertAdjacentHTML('beforeend', html)", blog.element())
    blog.page.wait_for_timeout(3_500)
    link = blog.page.get_by_role("link", name="What should I do today?")
    link.click(trial=True)
    assert blog.heard("error") == []
    wait_until(blog.page, lambda: held)
    held[0].continue_()
    expect(blog.page.locator(f"{ELEMENT}[ready]")).to_have_count(1)
    expect(link).to_be_hidden()


def test_a_frame_that_nobody_has_come_near_is_not_given_up(blog: Blog) -> None:
    blog.page.clock.install()
    blog.post(f'{blog.script}<p style="height: 20000px">A long post.</p>{blog.element()}')
    blog.page.wait_for_selector("iframe", state="attached")
    blog.page.wait_for_timeout(500)
    blog.page.clock.run_for(90_000)
    assert blog.heard("error") == []
    blog.widget().scroll_into_view_if_needed()
    blog.page.wait_for_selector(f"{ELEMENT}[ready]")


@pytest.mark.parametrize("path", [widget_page.LOADER, widget_page.PINNED])
def test_a_loader_may_be_a_module_too(blog: Blog, path: str) -> None:
    blog.post(f'<script type="module" src="{blog.site}/{path}"></script>{blog.element("data-goal=fat_loss")}')
    blog.page.wait_for_selector(f"{ELEMENT}[ready]")
    expect(blog.frame().locator("[data-headline]")).to_have_text(str(FAT_LOSS["headline"]))


@pytest.mark.sampled(2)
@pytest.mark.parametrize("width", [300, 360, 600, 900])
def test_its_height_is_exact_at_every_width(blog: Blog, width: int) -> None:
    blog.page.set_viewport_size({"width": width + 16, "height": 800})
    blog.with_element()
    blog.page.wait_for_timeout(200)
    assert blog.fits()
    blog.frame().get_by_label("Your goal").select_option("fat_loss")
    blog.page.wait_for_timeout(700)
    assert blog.fits()
    assert blog.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_events_come_under_a_name_without_a_colon_too(blog: Blog) -> None:
    (blog.folder / "dash.js").write_text(
        "window.dashed = []; for (const type of ['ready', 'result', 'change'])"
        " addEventListener(`cardio-${type}`, () => dashed.push(type));",
        "utf-8",
    )
    blog.with_element(body='<script src="dash.js"></script>')
    blog.frame().get_by_label("Your goal").select_option("fat_loss")
    blog.page.wait_for_function("['ready', 'result', 'change'].every(type => dashed.includes(type))")


def test_several_values_stand_in_one_attribute(blog: Blog) -> None:
    blog.with_element('data-equipment="pool,rower"')
    query = str(blog.widget().evaluate("async one => (await one.getResult()).query"))
    assert sorted(query.split("&")) == ["equipment=pool", "equipment=rower"]


def test_promise_of_failed_frame_rejects_with_code(blog: Blog) -> None:
    blog.page.route("**/embed/v1/*", lambda route: route.fulfill(body="<p>x</p>", content_type="text/html"))
    blog.post(f"{blog.script}{blog.element()}")
    blog.page.wait_for_function(f"customElements.get('{ELEMENT}') !== undefined")
    codes = blog.widget().evaluate(
        "async one => [await one.ready.catch(code => code), await one.getResult().catch(code => code)]"
    )
    assert codes == ["timeout", "timeout"]


def test_promises_are_preserved_over_a_move(blog: Blog) -> None:
    blog.with_element('data-goal="fat_loss"', body='<div id="other"></div>')
    query = blog.widget().evaluate(
        """async one => { document.querySelector("#other").append(one); const { ready } = one;
        const result = one.getResult(); await ready; return (await result).query; }"""
    )
    assert query == "goal=fat_loss"


@pytest.mark.sampled(2)
@pytest.mark.parametrize("how", ["inline", "joined", "copied", "module with a version"])
def test_the_loader_works_however_it_is_carried(blog: Blog, how: str) -> None:
    loader = blog.page.request.get(f"{blog.site}/v1/widget.js").text()
    for name in ("joined.js", "widget.js"):
        (blog.folder / name).write_text(f"'use strict';{loader}", "utf-8")
    tags = {
        "inline": f"<script>{loader}</script>",
        "joined": '<script src="joined.js"></script>',
        "copied": '<script src="widget.js"></script>',
        "module with a version": f'<script type="module" src="{blog.site}/v1/widget.js?ver=6.7"></script>',
    }
    blog.post(f"{tags[how]}{blog.element('data-goal=fat_loss')}")
    blog.page.wait_for_selector(f"{ELEMENT}[ready]")
    expect(blog.frame().get_by_label("Your goal")).to_have_value("fat_loss")


def test_it_is_as_wide_as_its_row(blog: Blog) -> None:
    blog.with_element(head="<style>body { display: flex; align-items: center }</style>")
    assert blog.widget().evaluate("one => one.offsetWidth") > 900


def test_events_of_first_use_and_links(blog: Blog) -> None:
    blog.with_element()
    blog.page.wait_for_function("received.some(([type]) => type === 'result')")
    assert blog.heard("start") == blog.heard("complete") == blog.heard("link") == []
    blog.frame().get_by_label("Your goal").select_option("fat_loss")
    blog.page.wait_for_function("received.some(([type]) => type === 'complete')")
    blog.frame().get_by_label("Your goal").select_option("recovery")
    blog.page.context.route("**/calculator/**", lambda route: route.fulfill(body="", content_type="text/html"))
    blog.frame().locator(".widget-footer__full").click()
    blog.page.wait_for_function("received.some(([type]) => type === 'link')")
    assert (blog.heard("start"), blog.heard("complete")) == ([{}], [{}])
    assert blog.heard("link") == [{"url": f"{blog.site}/calculator/"}]


def test_host_may_hide_questions_but_no_warning_sign(blog: Blog) -> None:
    blog.with_element('data-goal="fat_loss" hide="goal, equipment,red_flags" fix="minutes medicines"')
    expect(blog.frame().get_by_label("Your goal")).to_be_hidden()
    expect(blog.frame().locator("[data-panel=equipment]")).to_be_hidden()
    expect(blog.frame().get_by_label("Time today")).to_be_disabled()
    expect(blog.frame().get_by_label("Soreness now")).to_be_enabled()
    expect(blog.frame().locator("[data-headline]")).to_have_text(str(FAT_LOSS["headline"]))
    assert [item["message"] for item in blog.heard("error")] == ["hide=red_flags", "fix=medicines"]
    blog.frame().locator("[data-panel=warning-signs] summary").click()
    expect(blog.frame().get_by_label("Chest pain or pressure")).to_be_enabled()
    blog.widget().evaluate("one => one.removeAttribute('hide')")
    blog.frame().locator("[data-panel=warning-signs] summary").click()
    expect(blog.frame().get_by_label("Your goal")).to_be_visible()


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("data-hours-since-legs", "data-hours_since_legs"),
        ("data-runing_experience", "data-running_experience"),
        ("data-acccent", "accent"),
    ],
)
def test_a_misspelt_attribute_is_named_once_with_the_right_name(blog: Blog, written: str, right: str) -> None:
    warnings: list[str] = []
    blog.page.on("console", lambda message: warnings.append(message.text))
    blog.with_element(f'{written}="1" data-post-id="7"')
    blog.widget().evaluate("one => one.setAttribute('theme', 'dark')")
    expect(blog.frame().locator("html")).to_have_attribute("data-theme", "dark")
    assert [text for text in warnings if "write" in text] == [f"unsupported: {written}: write {right}"]
    assert len(blog.heard("error")) == 1


def test_a_largest_width_puts_the_frame_in_the_middle(blog: Blog) -> None:
    blog.with_element('width="420"')
    left, width, all_ = blog.widget().evaluate(
        "one => { const frame = one.shadowRoot.querySelector('iframe');"
        " return [frame.offsetLeft - one.offsetLeft, frame.offsetWidth, one.offsetWidth]; }"
    )
    assert width == 420
    assert abs(left - (all_ - width) / 2) <= 1
    blog.widget().evaluate("one => one.removeAttribute('width')")
    blog.page.wait_for_function(
        f"document.querySelector('{ELEMENT}').shadowRoot.querySelector('iframe').offsetWidth > 900"
    )


def test_a_plan_is_asked_only_where_the_page_around_has_one(blog: Blog) -> None:
    blog.with_element()
    expect(blog.frame().locator("[data-panel=plan]")).to_be_hidden()
    blog.with_element('data-plan="walk_brisk" data-activities="running,cycling"')
    query = str(blog.widget().evaluate("async one => (await one.getResult()).query"))
    assert sorted(query.split("&")) == ["activities=cycling", "activities=running", "plan=walk_brisk"]
    expect(blog.frame().locator("[data-panel=plan]")).to_be_visible()


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ('data-red_flag="chest_pain"', "write red_flags"),
        ('data-red-flags="chest_pain"', "write red_flags"),
        ('data-symptom="chest_pain"', "write red_flags=chest_pain"),
        ('data-red_flags="Chest_Pain"', "Did you mean chest_pain"),
    ],
)
def test_misspelt_warning_sign_is_a_problem(blog: Blog, written: str, problem: str) -> None:
    blog.with_element(written)
    assert blog.heard("error")[0]["code"] == "unsupported"
    blog.frame().get_by_role("button", name="Work it out here").click()
    expect(blog.frame().locator("[data-answer] [data-problems]")).to_contain_text(problem)
    blog.widget().evaluate("one => { for (const name of Object.keys(one.dataset)) delete one.dataset[name]; }")
    expect(blog.frame().locator("[data-answer] .verdict")).to_be_visible()
