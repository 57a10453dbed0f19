"""Endpoints beside the answer: downloads, drawing, chosen session, week."""

from __future__ import annotations

import json

import icalendar
import pytest
from bs4 import BeautifulSoup

import app
from calculator.answer import builder as answer_builder
from calculator.downloads import programs, registry
from calculator.form.fields import FIELDS
from calculator.model import Field
from calculator.week.answer import plan_week

RIDE = "soreness=5&age=40&equipment=bike_upright"
START = "2026-11-23T18:00"
CLASH = (
    "running_experience=regular&lifting_experience=intermediate"
    "&week_legs=mon-18:hard&week_legs=thu-18:hard&week_key=sun-10:run_tempo:40&week_rest=sat"
)


@pytest.mark.parametrize("slug", registry.DOWNLOAD_FORMATS_BY_SLUG)
def test_a_file_comes_as_name_type_and_bytes(slug: str) -> None:
    assert app.download(RIDE, slug, START) == tuple(
        registry.build_download(slug, answer_builder.answer(RIDE), 0, START)
    )


@pytest.mark.parametrize(("query", "slug"), [("soreness=4", "zwo"), ("red_flags=chest_pain", "ics"), (RIDE, "docx")])
def test_unavailable_download_has_reason_and_no_name(query: str, slug: str) -> None:
    name, media_type, reason = app.download(query, slug, START)
    assert name == ""
    assert media_type.startswith("text/plain")
    assert reason.decode().endswith((".", "now."))


def test_mistakes_are_the_reason_why_there_is_no_file() -> None:
    assert "Your age" in app.download("age=x", "ics", START)[2].decode()
    assert "Your leg sessions" in app.download_week("week_legs=x", "2026-11-25")[2].decode()


def test_programs_are_reported_the_whole_answer_but_the_query() -> None:
    expected = {name: said for name, said in answer_builder.answer(RIDE).items() if name != "query"}
    assert json.loads(app.answer_json(RIDE)) == expected
    assert [problem["field"] for problem in json.loads(app.answer_json("age=x"))["problems"]] == ["age"]


def test_chosen_session_leads_headline_card_and_files() -> None:
    other = answer_builder.answer(RIDE)["options"][1]
    query = f"{RIDE}&choice={other['modality']}"
    page = BeautifulSoup(app.render_answer(query), "html.parser")
    assert page.select_one("[data-headline]").text == answer_builder.answer(RIDE, other["modality"])["headline"]  # type: ignore[union-attr]
    assert page.select_one("[data-session-name]").text.startswith(other["name"])  # type: ignore[union-attr]
    assert page.select_one("article")["data-query"].endswith(f"&choice={other['modality']}")  # type: ignore[index, union-attr]
    assert other["name"] in app.render_card_svg(query)
    assert app.download(query, "text")[2] == registry.build_download("text", answer_builder.answer(RIDE), 1).content


def test_a_choice_that_is_not_offered_changes_nothing() -> None:
    assert app.render_answer(f"{RIDE}&choice=plyometrics") == app.render_answer(RIDE)


@pytest.mark.parametrize(("choice", "noted"), [("quidditch", True), ("<b>", True), ("plyometrics", False), ("", False)])
def test_page_reports_unknown_choice(choice: str, noted: bool) -> None:  # noqa: FBT001
    page = BeautifulSoup(app.render_answer(f"{RIDE}&choice={choice}"), "html.parser")
    notes = page.select("[data-unknown-choice]")
    assert bool(notes) is noted
    assert all(choice in note.text for note in notes)
    assert page.select_one("[data-headline]").text == answer_builder.answer(RIDE)["headline"]  # type: ignore[union-attr]
    assert app.download(f"{RIDE}&choice={choice}", "text") == app.download(RIDE, "text")


def test_json_answer_reports_unknown_choice() -> None:
    (problem,) = json.loads(app.answer_json(f"{RIDE}&choice=quidditch"))["problems"]
    assert problem["field"] == "choice"


def test_every_file_is_offered_or_refused_with_its_reason() -> None:
    page = BeautifulSoup(app.render_answer("soreness=4"), "html.parser")
    buttons = page.select("[data-file]")
    assert {button["data-file"] for button in buttons} == set(registry.DOWNLOAD_FORMATS_BY_SLUG) - {"text"}
    for button in buttons:
        name, _, reason = app.download("soreness=4", str(button["data-file"]), START)
        assert button.has_attr("disabled") is (name == "")
        assert name or reason.decode() in button.parent.text  # type: ignore[union-attr]


@pytest.mark.parametrize("kit", ["bike_upright", "pool", "treadmill"])
def test_download_names_programs_that_open_it(kit: str) -> None:
    query = f"soreness=3&equipment={kit}"
    result = answer_builder.answer(query)
    page = BeautifulSoup(app.render_answer(query), "html.parser")
    for button in page.select("[data-file]"):
        assert button.parent
        said, slug = button.parent.text, str(button["data-file"])
        for route in programs.IMPORT_ROUTES:
            takes = route.format == slug and result["options"][0]["modality"] in route.modalities
            assert (f"{route.program}: {route.how}" in said) is (takes and not button.has_attr("disabled"))


def test_a_stop_offers_nothing_to_keep() -> None:
    page = BeautifulSoup(app.render_answer("red_flags=chest_pain"), "html.parser")
    assert page.select("leg-day-session-actions, .compare, .figure") == []


def test_a_week_shows_seven_days_its_conflict_and_the_move() -> None:
    page = BeautifulSoup(app.render_week(CLASH), "html.parser")
    week = plan_week(CLASH)
    assert len(page.select(".week__day")) == 7
    assert week["conflicts"][0]["because"] in page.select_one(".warnings").text  # type: ignore[union-attr]
    assert page.select_one("[data-move]")["data-move"] == week["move"]["query"]  # type: ignore[index]


def test_a_week_that_is_stopped_or_mistaken_says_so() -> None:
    assert BeautifulSoup(app.render_week("red_flags=chest_pain"), "html.parser").select(".week__day") == []
    assert "Your leg sessions" in app.render_week("week_legs=noon")


def test_the_form_of_a_week_is_filled_in() -> None:
    page = BeautifulSoup(
        app.render_week_form("week_legs=tue-7:light&week_lift=wed-19&week_minutes=fri:25"), "html.parser"
    )
    assert page.select_one("#w-tue-legs option[selected]")["value"] == "light"  # type: ignore[index]
    assert page.select_one("#w-tue-legs-hour")["value"] == "7"  # type: ignore[index]
    assert page.select_one("#w-wed-lift")["value"] == "19"  # type: ignore[index]
    assert page.select_one("#w-fri-minutes")["value"] == "25"  # type: ignore[index]
    assert page.select_one("#w-mon-minutes")["value"] == ""  # type: ignore[index]


def controls(html: str) -> set[tuple[str, str]]:
    """The names and values that a form sends as it is."""
    page = BeautifulSoup(html, "html.parser")
    inputs = page.select("input[name][type=text], input[name][type=hidden], input[name][checked]")
    return {(str(control["name"]), str(control["value"])) for control in inputs}


FOLLOWS_FROM_THE_WEEK = {"hours_since_legs", "leg_effort", "soreness", "next_legs_in_hours"}


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_no_answer_is_lost_by_a_change_of_the_form(field: Field) -> None:
    """The next question is made of the form alone, so the form holds whatever a link has brought."""
    value = field.choices[-1].value if field.choices else f"{field.high:g}"
    for kind, html in (
        ("calculator", app.render_form(f"{field.name}={value}")),
        ("week", app.render_week_form(f"{field.name}={value}")),
    ):
        if kind == "week" and (field.name in FOLLOWS_FROM_THE_WEEK or field.name.startswith("plan")):
            continue
        assert (field.name, value) in controls(html), kind


def test_the_calendar_of_a_week_holds_its_sessions() -> None:
    name, _, content = app.download_week(CLASH, "2026-11-25")
    assert name == "cardio-week-2026-11-23.ics"
    events = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert len(events) == sum(day["option"] is not None for day in plan_week(CLASH)["days"])
    assert app.download_week(CLASH, "soon")[0] == ""
