"""The second weeks that are offered for a comparison."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings

import app
from calculator.data.sentences import say
from calculator.week.answer import plan_week
from calculator.week.comparison import alternatives
from calculator.week.parse import Timetable, parse, second_week, to_query
from tests.support.week_strategies import timetables

WEEK = "week_legs=mon-18:hard&week_legs=thu-18:hard&week_key=sat-10:run_tempo:40&week_easy=tue-7:walk_brisk:30&week_rest=sun"
FEWER = settings(max_examples=max(20, settings().max_examples // 4), deadline=None)


@FEWER
@given(timetables())
def test_every_second_week_that_is_offered_can_be_planned_and_differs_by_one_session(week: Timetable) -> None:
    before = {*week.legs, *week.keys, *week.easies}
    found = alternatives(week)
    assert len({alternative.compare for alternative in found}) == len(found)
    for alternative in found:
        second = second_week(parse(f"{to_query(week)}&compare={quote(alternative.compare, safe='')}"))
        assert second is not None
        after = {*second.legs, *second.keys, *second.easies}
        assert (len(before - after), len(after - before) <= 1) == (1, True)
        assert second.reader == week.reader
        assert (second.events, second.lifts, second.rest) == (week.events, week.lifts, week.rest)


def test_each_session_is_offered_on_other_days_and_left_out() -> None:
    labels = [alternative.label for alternative in alternatives(parse(WEEK))]
    assert say("week.alternative.legs", day="Tuesday", instead_of="Monday") in labels
    assert (
        say("week.alternative.legs", day="Sunday", instead_of="Monday") in labels
    )  # a day without cardio may have legs
    assert say("week.alternative.cardio", name="Tempo run", day="Sunday", instead_of="Saturday") not in labels
    assert say("week.alternative.legs", day="Thursday", instead_of="Monday") not in labels  # a day has one leg session
    assert say("week.alternative.without-cardio", name="brisk walk", day="Tuesday") in labels
    assert alternatives(parse("minutes=30")) == []


def test_a_second_week_may_leave_a_session_out() -> None:
    compared = plan_week(f"{WEEK}&compare=week_key%3D")["compared"]
    assert compared is not None
    assert all(day["key"] is None for day in compared["days"])


@pytest.mark.parametrize("second", ["week_legs=tue-18:hard&week_legs=thu-18:hard", "week_easy=", "minutes=20"])
def test_the_page_shows_two_weeks_side_by_side_with_what_each_holds(second: str) -> None:
    query = f"{WEEK}&compare={quote(second, safe='')}"
    page, found = BeautifulSoup(app.render_week(query), "html.parser"), plan_week(query)
    assert found["compared"] is not None
    assert page.select_one("[data-difference]").text == found["compared"]["difference"]  # type: ignore[union-attr]
    assert page.select_one("[data-compare] option[selected]")["value"] == second  # type: ignore[index]
    rows = {
        row.select("th")[0].text: [cell.text.strip() for cell in row.select("td")]
        for row in page.select(".week-pair tbody tr")
    }
    assert len(rows) == 10
    assert rows["Cardio"] == [f"{week['minutes']}\xa0min" for week in (found, found["compared"])]
    assert rows["Conflicts"] == [str(len(week["conflicts"])) for week in (found, found["compared"])]
    assert page.select_one("#use-second-week")["data-move"] == found["compared"]["query"]  # type: ignore[index]


def test_a_second_week_that_is_stopped_has_one_sentence_and_no_table() -> None:
    page = BeautifulSoup(app.render_week("week_legs=mon-18&compare=red_flags%3Dfever"), "html.parser")
    assert page.select("[data-difference]")
    assert not page.select(".week-pair")


def test_a_week_without_a_session_offers_no_comparison() -> None:
    assert not BeautifulSoup(app.render_week("minutes=30"), "html.parser").select("[data-compare]")
