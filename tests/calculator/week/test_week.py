"""Properties of a planned week: limits hold on each day, and the suggested move is the smallest."""

from __future__ import annotations

import json
from itertools import pairwise
from urllib.parse import parse_qsl

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from calculator.answer.builder import answer_for
from calculator.cli import main
from calculator.data import parameters as p
from calculator.data.modalities import MODALITIES
from calculator.data.sentences import say
from calculator.form.errors import InvalidAnswersError
from calculator.model import Situation
from calculator.scales import Impact, LegSessionEffort, Outcome
from calculator.week.answer import WEEK_FIELDS, plan_week, week_for
from calculator.week.assessment import assess_hour, expected_soreness
from calculator.week.fields import DAYS
from calculator.week.parse import KeySession, LegSession, Timetable, parse, slot, to_query
from tests.support.compare import no_stricter
from tests.support.strategies import hostile_queries, situations
from tests.support.week_strategies import timetables

RUNNER = (
    "goal=aerobic_endurance&running_experience=regular&lifting_experience=advanced&minutes=60&equipment=bike_upright"
    "&week_soreness=3"
)
FEWER = settings(max_examples=min(12, settings().max_examples), deadline=None)


def next_after(moments: list[int], at: int) -> int | None:
    return min(((moment - at) % 168 for moment in moments), default=None)


@FEWER
@given(timetables(), st.integers(0, 3), st.integers(0, 6), st.integers(0, 167))
def test_moving_a_leg_day_never_makes_an_unrelated_hour_stricter(
    timetable: Timetable, which: int, day: int, at: int
) -> None:
    """Unrelated: the moved session is not nearer in the past than it was, and not nearer ahead."""
    assume(which < len(timetable.legs))
    legs = timetable.legs[which]
    to = day * 24 + legs.at % 24
    lifting = int(p.LIFTING_HOURS.value)
    assume((at - to - lifting) % 168 >= (at - legs.at - lifting) % 168)
    hard = [other.at for other in timetable.legs if other.effort >= LegSessionEffort.HARD]
    moved = timetable._replace(
        legs=tuple(sorted((*timetable.legs[:which], LegSession(to, legs.effort), *timetable.legs[which + 1 :])))
    )
    ahead = [other.at for other in moved.legs if other.effort >= LegSessionEffort.HARD]
    assume((next_after(ahead, at) or 0) == (next_after(hard, at) or 0))
    before, after = assess_hour(timetable, at).assessment, assess_hour(moved, at).assessment
    assert no_stricter(before, after) == []
    assert after.outcome <= before.outcome


@FEWER
@given(timetables())
def test_the_totals_are_the_sums_of_the_days(timetable: Timetable) -> None:
    week = week_for(timetable)
    if week["stopped"]:
        assert (week["minutes"], week["equivalent_minutes"], week["verdict"]) == (0, 0, "")
        return
    assert week["minutes"] == sum(day["minutes"] for day in week["days"])
    assert week["equivalent_minutes"] == sum(day["equivalent_minutes"] for day in week["days"])
    low, high = week["target"]
    total = week["equivalent_minutes"]
    assert week["verdict"] == ("below" if total < low else "above" if total > high else "within")
    for day in week["days"]:
        assert (day["minutes"] > 0) is (day["kind"] in {"cardio", "key", "event", "easy"})
        assert day["minutes"] == sum(
            session["minutes"]
            for session in day["sessions"]
            if session["modality"] and (session["allowed"] or session["kind"] != "key")
        )


@FEWER
@given(timetables())
def test_week_plan_is_deterministic_and_round_trips(timetable: Timetable) -> None:
    assert parse(to_query(timetable)) == timetable
    week = week_for(timetable)
    assert json.dumps(week) == json.dumps(plan_week(week["query"]))
    assert week["query"] == to_query(timetable)


@FEWER
@given(timetables(situations))
def test_a_stop_sign_stops_the_week(timetable: Timetable) -> None:
    now = answer_for(timetable.reader)
    stop = Outcome[now["outcome"].upper()] >= Outcome.OUT_OF_SCOPE_GENERAL_ADVICE
    assume(stop)
    week = week_for(timetable)
    assert week["stopped"]
    assert (week["days"], week["conflicts"], week["move"], week["minutes"]) == ([], [], None, 0)
    assert (week["outcome"], week["headline"], week["action"]) == (now["outcome"], now["headline"], now["action"])


def test_key_session_conflict_without_legs_blames_no_legs() -> None:
    week = plan_week("week_legs=mon-18:hard&week_key=sat-10:track_sprints:30")
    (conflict,) = week["conflicts"]
    assert not conflict["by_legs"]
    assert week["move"] is None
    assert week["action"] == say("week.move.not-legs")


def test_a_harder_session_before_a_light_one_still_counts() -> None:
    """A light session a day after a very hard one does not make the legs fresh."""
    both = assess_hour(parse(RUNNER + "&week_legs=mon-18:very_hard&week_legs=tue-18:light"), 2 * 24 + 12)
    only = assess_hour(parse(RUNNER + "&week_legs=mon-18:very_hard"), 2 * 24 + 12)
    assert len(both.situations) == 2
    assert no_stricter(both.assessment, only.assessment) == []


def test_a_day_whose_hours_are_taken_has_no_cardio() -> None:
    monday = plan_week("week_hour=18&week_lift=mon-18")["days"][0]
    assert (monday["kind"], monday["hour"], monday["minutes"], monday["lifts"]) == ("full", None, 0, [18])
    assert monday["ceilings"]["impact"] is None


def test_a_rest_day_stays_one() -> None:
    sunday = plan_week("week_rest=sun")["days"][6]
    assert (sunday["kind"], sunday["text"], sunday["queries"]) == ("rest", say("week.rest.planned"), [])


def test_minutes_of_a_day_are_its_own() -> None:
    rest = "".join(f"&week_rest={day}" for day in ("mon", "tue", "wed", "thu"))
    days = plan_week(f"minutes=60&week_minutes=sat:20{rest}")["days"]
    assert days[5]["minutes"] < days[4]["minutes"]
    assert days[5]["option"] is not None
    assert sum(phase["minutes"] * phase["repeat"] for phase in days[5]["option"]["session"]) <= 20


def test_light_work_does_not_count_and_hard_work_counts_twice() -> None:
    """WHO: 75 to 150 min of vigorous work do for 150 to 300 min of moderate work."""
    light = plan_week("minutes=10")["days"][0]
    assert (light["minutes"] > 0, light["equivalent_minutes"]) == (True, 0)
    hard = plan_week(RUNNER + "&week_key=wed-18:run_tempo:40")["days"][2]
    assert (hard["minutes"], hard["equivalent_minutes"]) == (40, 80)
    intervals = plan_week(
        "goal=speed_power&running_experience=regular&lifting_experience=advanced&equipment=track&minutes=60"
    )
    for day in intervals["days"]:
        if day["option"] is None:
            continue
        assert day["option"]["format"] != "continuous"
        assert day["equivalent_minutes"] == day["minutes"]


@pytest.mark.parametrize("effort", LegSessionEffort)
def test_expected_soreness_eases_and_rises_with_effort(effort: LegSessionEffort) -> None:
    course = [expected_soreness(8, effort, hours) for hours in range(168)]
    assert all(later <= earlier for earlier, later in pairwise(course))
    assert course[0] <= 10
    harder = expected_soreness(8, max(LegSessionEffort), 24)
    assert expected_soreness(8, effort, 24) <= harder
    assert expected_soreness(8, LegSessionEffort.HARD, 24) == 8


def test_every_question_about_the_week_says_what_is_allowed() -> None:
    assert [field.name for field in WEEK_FIELDS] == [
        "week_legs", "week_lift", "week_key", "week_event", "week_easy", "week_rest", "week_rest_days", "week_minutes",
        "week_hour", "week_soreness", "compare",
    ]  # fmt: skip
    assert all(field.hint and field.legend for field in WEEK_FIELDS)


PROBLEMS = {
    "week_legs=mon": "cannot be read",
    "week_legs=mon-24": "cannot be read",
    "week_legs=mon-18:brutal": "cannot be read",
    "week_legs=": "cannot be read",
    "week_lift=mon-18:hard": "cannot be read",
    "week_key=sat-10:parkour": "cannot be read",
    "week_key=sat-10:run_tempo:500": "cannot be read",
    "week_rest=sunday": "cannot be read",
    "week_minutes=sat:4": "cannot be read",
    "week_hour=noon": "cannot be read",
    "week_soreness=11": "cannot be read",
    "week_soreness=3&week_soreness=4": "is a second number",
    "week_legs=mon-7&week_legs=mon-18:light": "for the same day",
    "week_key=mon-7&week_key=mon-18": "for the same day",
    "week_minutes=mon:30&week_minutes=mon:60": "for the same day",
    "week_legs=mon-7&week_lift=mon-7": "same time as another session",
    "week_lift=mon-7&week_key=mon-7": "same time as another session",
    "week_key=sun-9&week_rest=sun": "on a day without cardio",
    "week_hour=6&week_hour=7&week_hour=8&week_hour=9&week_hour=10": "one hour too many",
}


@pytest.mark.parametrize(("query", "trouble"), PROBLEMS.items())
def test_what_cannot_be_used_is_reported_with_what_is_allowed(query: str, trouble: str) -> None:
    with pytest.raises(InvalidAnswersError) as mistake:
        plan_week(query)
    assert all(problem.field in dict(parse_qsl(query, keep_blank_values=True)) for problem in mistake.value.problems)
    assert all(trouble in problem.message for problem in mistake.value.problems)
    assert all(problem.message.endswith("or leave it out.") for problem in mistake.value.problems)


def test_all_problems_are_reported_at_once_the_readers_first() -> None:
    with pytest.raises(InvalidAnswersError) as mistake:
        plan_week("week_hour=99&soreness=eleven&week_legs=x&week_key=sun-9&week_rest=sun")
    assert [problem.field for problem in mistake.value.problems] == ["soreness", "week_legs", "week_hour", "week_key"]


def test_a_long_mistake_is_shown_shortened() -> None:
    with pytest.raises(InvalidAnswersError) as mistake:
        plan_week("week_legs=" + "x" * 500)
    assert len(mistake.value.problems[0].value) == 41


def test_a_query_that_is_too_long_is_one_problem() -> None:
    with pytest.raises(InvalidAnswersError) as mistake:
        plan_week("week_legs=x&" * 400_000)
    assert [problem.field for problem in mistake.value.problems] == ["query"]


def said(query: str) -> list[str]:
    """The headline, or every problem."""
    try:
        return [plan_week(query)["headline"]]
    except InvalidAnswersError as mistake:
        return [problem.message for problem in mistake.problems]


@given(hostile_queries)
def test_whatever_is_asked_is_answered_or_explained(query: str) -> None:
    for asked in (query, f"week_legs={query}", f"week_key=sat-10:{query}"):
        assert all(sentence.endswith(".") for sentence in said(asked))


def test_a_slot_is_written_as_it_is_read() -> None:
    assert [slot(at) for at in (0, 18, 167)] == ["mon-0", "mon-18", "sun-23"]
    assert [parse(f"week_lift={slot(at)}").lifts for at in range(168)] == [(at,) for at in range(168)]


def test_what_is_left_out_is_assumed() -> None:
    assert parse("week_legs=mon-18&week_key=sat-10&week_minutes=sat:50") == Timetable(
        reader=Situation(),
        legs=(LegSession(18, LegSessionEffort.HARD),),
        lifts=(),
        keys=(KeySession(130, "run_tempo", 50),),
        rest=frozenset(),
        minutes=(30, 30, 30, 30, 30, 50, 30),
        hours=(18, 7, 12),
        soreness=int(p.WEEK_SORENESS.value),
    )


def test_the_command_line_prints_a_week(capsys: pytest.CaptureFixture[str]) -> None:
    query = RUNNER + "&week_legs=fri-18:very_hard&week_key=sat-10"
    assert main(["--week", query]) == 0
    text = capsys.readouterr().out
    assert all(day["text"] in text for day in plan_week(query)["days"])
    assert "Legs 18:00, very hard." in text
    assert plan_week(query)["conflicts"][0]["because"] in text
    assert main(["--week", query, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == plan_week(query)
    assert main(["--week", "week_legs=x"]) == 2
    assert "cannot be read" in capsys.readouterr().err
    assert main(["--week", "red_flags=chest_pain"]) == 0
    assert "emergency" in capsys.readouterr().out


def test_a_week_never_outranks_the_impact_of_its_days() -> None:
    """Every kind of cardio as a key session, in one place: it stands only where the engine lets it."""
    for mode in MODALITIES:
        saturday = plan_week(f"{RUNNER}&week_legs=fri-18:hard&week_key=sat-10:{mode.slug}:20")["days"][5]
        impact = saturday["ceilings"]["impact"]
        assert saturday["key"] is not None
        if saturday["key"]["allowed"]:
            assert impact is not None
            assert mode.impact <= Impact[impact.upper()]
    assert len(DAYS) == 7
