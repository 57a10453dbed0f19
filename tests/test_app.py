"""Endpoints return complete, valid and safe HTML for every query."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import html5lib
import pytest
import yaml
from bs4 import BeautifulSoup, Tag
from jinja2 import UndefinedError

import app
from calculator.answer import builder as answer_builder
from calculator.form.errors import InvalidAnswersError
from calculator.form.fields import FIELDS
from calculator.form.parse import parse, to_query
from calculator.model import Field
from tests.support.paths import DATA

CASES: list[dict[str, str]] = yaml.safe_load((DATA / "reader_cases.yaml").read_text("utf-8"))
QUERIES = [case["query"] for case in CASES]
WRONG = "soreness=eleven&minutes=2&goal=world_peace&hours_since_legs=24"
STATES = {"loading", "slow", "failed", "offline", "unsupported", "saver"}


def asset(name: str) -> str:
    return f"assets/{name}"


def soup(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html5lib")


def select_one(within: Tag, selector: str) -> Tag:
    result = within.select(selector)
    assert len(result) == 1, f"{selector}: {len(result)}"
    return result[0]


def words(tag: Tag) -> str:
    return " ".join(tag.get_text().split())


@pytest.mark.parametrize("query", [*QUERIES, "", WRONG, "%ff=%ff&soreness=3", "red_flags=fever"])
def test_every_query_gets_valid_html(query: str) -> None:
    html5lib.HTMLParser(strict=True).parseFragment(app.render_answer(query))


@pytest.mark.parametrize("query", QUERIES)
def test_an_answer_says_the_verdict_the_reasons_and_its_version(query: str) -> None:
    page, said = soup(app.render_answer(query)), answer_builder.answer(query)
    assert words(select_one(page, "[data-headline]")) == said["headline"]
    shown = words(page)
    assert " ".join(said["action"].replace(f"{said['headline']} ", "").split()) in shown
    assert said["advice_version"] in shown
    assert said["findings"][0]["text"] in shown
    assert all(option["name"] in shown for option in said["options"])
    assert select_one(page, "[data-query]")["data-query"] == said["query"]


USED_TO_RUNNING = "hours_since_legs=26&soreness=3&running_experience=regular&lifting_experience=intermediate"
PLANS = [
    (f"{USED_TO_RUNNING}&plan=run_steady", "go", "ok", "Go"),
    (f"{USED_TO_RUNNING}&plan=run_steady&plan_minutes=600", "go_adjusted", "caution", "Go, with changes"),
    ("soreness=2&running_experience=regular&plan=treadmill_jog", "wait", "rest", "Wait"),
    ("hours_since_legs=19&soreness=5&plan=run_steady&plan_in_hours=4", "swap", "swap", "Do something else"),
]


@pytest.mark.parametrize(("query", "verdict", "tone", "word"), PLANS)
def test_the_verdict_on_a_plan_leads_the_card(query: str, verdict: str, tone: str, word: str) -> None:
    plan = answer_builder.answer(query)["plan"]
    assert plan is not None
    assert plan["verdict"] == verdict
    for html in (app.render_answer(query), app.render_summary(query)):
        html5lib.HTMLParser(strict=True).parseFragment(html)
        page = soup(html)
        assert words(select_one(page, "[data-verdict]")) == word
        assert select_one(page, f".chip--{tone}")
        assert plan["text"] in words(select_one(page, "[data-headline]"))
        assert words(page).count(plan["text"]) == 1
        assert plan["price"] in words(page)


def test_a_session_is_listed_once_where_the_plan_is_the_session() -> None:
    assert len(soup(app.render_answer(PLANS[0][0])).select(".card .phases")) == 1


@pytest.mark.parametrize("query", ["red_flags=chest_pain&plan=run_steady", "red_flags=fever&plan=walk_easy"])
def test_a_stop_speaks_before_the_verdict_on_a_plan(query: str) -> None:
    page = soup(app.render_answer(query))
    assert select_one(page, "[data-verdict].chip--stop")
    assert not page.select(".plan-verdict .phases")


@pytest.mark.parametrize("query", QUERIES)
def test_an_answer_asks_for_nothing_that_the_policy_forbids(query: str) -> None:
    for tag in soup(app.render_answer(query)).find_all(True):
        assert tag.name not in {"script", "style", "iframe", "img", "link"}
        assert not any(name == "style" or name.startswith("on") for name in tag.attrs)


def test_a_stop_offers_no_session() -> None:
    page = soup(app.render_answer("red_flags=chest_pain&equipment=bike_upright&minutes=40"))
    assert not page.select(".session, .option, .profile, .phases, .meter, .timeline")


def test_an_answer_is_the_same_every_time() -> None:
    assert [app.render_answer(query) for query in QUERIES] == [app.render_answer(query) for query in QUERIES]


def test_links_into_the_guide_start_from_the_root_of_the_site() -> None:
    links = [str(link["href"]) for link in soup(app.render_answer(QUERIES[0], "../../")).select("a[href]")]
    inside = [link for link in links if "://" not in link]
    assert inside
    assert all(link.startswith("../../") for link in inside)


def test_problems_link_to_their_fields() -> None:
    page = soup(app.render_answer(WRONG))
    form = soup(app.render_form(WRONG))
    links = select_one(page, "[data-problems]").select("a[data-problem]")
    assert [str(link["href"]) for link in links] == ["#q-soreness", "#q-goal", "#q-minutes"]
    for link in links:
        target = select_one(form, str(link["href"]))
        question = target.find_parent(attrs={"data-question": True})
        assert isinstance(question, Tag)
        assert words(link) == words(select_one(question, ".field-error"))
        assert question.select("[aria-invalid]") or question.has_attr("aria-invalid")


def test_a_mistake_about_no_field_is_reported_without_a_link() -> None:
    page = soup(app.render_answer("x" * 4_000_001))
    assert select_one(page, "[data-problems]").select("li")
    assert not page.select("a[data-problem]")


def test_what_a_reader_types_is_never_markup() -> None:
    page = soup(app.render_answer("soreness=<img src=x>") + app.render_form("minutes=%22%3E%3Cscript%3E"))
    assert not page.select("img, script")


def controls(form: Tag, field: Field) -> list[Tag]:
    return form.select(f'[name="{field.name}"]')


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_every_question_is_asked_with_a_name_for_every_control(field: Field) -> None:
    form = soup(app.render_form())
    asked = controls(form, field)
    assert asked
    assert asked[0]["id"] == f"q-{field.name}"
    for control in asked:
        label = control.find_parent("label") or select_one(form, f'label[for="{control["id"]}"]')
        assert words(label)
    values = {str(control["value"]) for control in asked}
    assert {choice.value for choice in field.choices} <= values
    if asked[0]["type"] in {"radio", "checkbox"}:
        fieldset = asked[0].find_parent("fieldset")
        assert isinstance(fieldset, Tag)
        assert words(select_one(fieldset, "legend")) == field.legend


@pytest.mark.parametrize("query", ["", *QUERIES])
def test_the_form_as_rendered_tells_the_query_it_was_given(query: str) -> None:
    pairs = []
    for control in soup(app.render_form(query)).select("[name]"):
        kept = control.has_attr("checked") or control["type"] == "text"
        if kept and control["value"]:
            pairs.append(f"{control['name']}={control['value']}")
    assert to_query(parse("&".join(pairs))) == to_query(parse(query))


def test_the_calculator_is_form_answer_and_every_state() -> None:
    page = soup(app.render_calculator("", asset=asset, base="../"))
    ids = [str(tag["id"]) for tag in page.select("[id]")]
    assert len(ids) == len(set(ids))
    assert {str(template["data-state"]) for template in page.select("template[data-state]")} == STATES
    assert select_one(page, "leg-day-calculator")["data-manifest"] == "assets/manifest.json"
    assert page.select("button[type=submit][form=answers]")
    assert select_one(page, "[data-answer]").select("[data-headline]")
    assert words(select_one(page, "noscript"))


def test_the_calculator_is_valid_html() -> None:
    html5lib.HTMLParser(strict=True).parseFragment(app.render_calculator("", asset=asset))


def test_the_form_with_mistakes_in_it_still_stands() -> None:
    page = soup(app.render_calculator(WRONG, asset=asset))
    assert page.select("[data-problems]")
    assert not select_one(page, "[data-preview]").select("[data-verdict]")


def test_a_word_that_a_template_misses_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        app.render_week_template("week/page.html", "")


def test_the_calculator_needs_no_build() -> None:
    html5lib.HTMLParser(strict=True).parseFragment(app.render_calculator("soreness=5"))


@pytest.mark.parametrize("query", [WRONG, "red_flag=chest_pain", "soreness=<&>", "", "red_flags=chest_pain"])
def test_card_says_answer_or_problem(query: str) -> None:
    drawing = ET.fromstring(app.render_card_svg(query))  # noqa: S314 - our own drawing
    said = " ".join("".join(drawing.itertext()).split())
    try:
        assert answer_builder.answer(query)["headline"] in said
    except InvalidAnswersError as mistake:
        assert mistake.problems[0].message.split(". ")[-1] in said  # noqa: PT017 - both are answers


LONE = "\ud83e"


@pytest.mark.parametrize("query", [f"soreness={LONE}", f"{LONE}=1", f"red_flags={LONE}", f"{LONE}" * 10])
def test_half_a_character_is_written_by_no_function(query: str) -> None:
    for said in (
        app.render_answer(query),
        app.render_summary(query),
        app.answer_json(query),
        app.render_form(query),
        app.render_card_svg(query),
        app.render_week(query),
        app.render_week_form(query),
        app.render_calculator(query),
    ):
        said.encode()
    for _, _, content in (app.download(query, "ics", "2026-11-23T18:00"), app.download_week(query, "2026-11-23")):
        content.decode()
