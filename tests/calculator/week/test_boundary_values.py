"""Boundary values of a planned week."""

from __future__ import annotations

import pytest

from calculator.answer.builder import answer
from calculator.data.parameters import WEEK_MODERATE
from calculator.data.sentences import say
from calculator.form.errors import InvalidAnswersError
from calculator.form.parse import parse as parse_reader
from calculator.week.answer import _summary, _verdict, plan_week
from calculator.week.conflicts import format_hour
from calculator.week.moves import candidate_moves
from calculator.week.parse import parse


def problems(query: str) -> list[str]:
    with pytest.raises(InvalidAnswersError) as mistake:
        plan_week(query)
    return [problem.message for problem in mistake.value.problems]


def test_a_week_without_legs_asks_for_a_reader_whose_legs_are_long_rested() -> None:
    """Whatever was entered about today's legs is not what the week is about."""
    for day in plan_week("hours_since_legs=2&leg_effort=very_hard&soreness=9&walking_affected=yes")["days"]:
        if not day["option"]:
            continue
        (query,) = day["queries"]
        asked = parse_reader(query)
        assert (asked.hours_since_legs, asked.leg_effort.slug, asked.soreness) == (336, "light", 0)
        assert not asked.walking_affected
        assert (day["soreness"], day["hours_since_legs"]) == (0, None)


def test_a_day_is_as_sore_as_the_sorest_of_the_leg_sessions_before_it() -> None:
    """On Sunday evening Saturday's legs are sorer than those of Monday, which were harder."""
    sunday = plan_week("week_legs=mon-18:very_hard&week_legs=sat-18:hard")["days"][6]
    assert len(sunday["queries"]) == 2
    assert sunday["soreness"] == max(parse_reader(query).soreness for query in sunday["queries"])
    assert (sunday["soreness"], sunday["hours_since_legs"]) == (4, 23)


def test_four_hours_are_taken_and_a_fifth_is_one_too_many() -> None:
    four = "week_hour=6&week_hour=7&week_hour=8&week_hour=9"
    assert plan_week(four)["query"] == four
    (text,) = problems(f"{four}&week_hour=10")
    found = say("form.week.many-hours", value="\u201c10\u201d")
    assert text == f"Hours that suit you for cardio: {found} {say('form.week-hour', hours='4 hours')}"


@pytest.mark.parametrize(
    ("query", "field", "trouble"),
    [
        ("week_legs=mon-7&week_legs=mon-18", "week_legs", say("form.week.same-day", value="\u201cmon-7\u201d")),
        ("week_lift=mon-7&week_key=mon-7", "week_lift", say("form.week.same-hour", value="\u201cmon-7\u201d")),
        ("week_soreness=3&week_soreness=4", "week_soreness", say("form.week.second-number", value="\u201c4\u201d")),
        ("week_key=sun-9&week_rest=sun", "week_key", say("form.week.rest-day", value="\u201csun-9\u201d")),
        ("week_rest=sunday", "week_rest", say("form.week.unreadable", value="\u201csunday\u201d")),
    ],
)
def test_a_problem_names_the_value_and_what_is_wrong_with_it(query: str, field: str, trouble: str) -> None:
    with pytest.raises(InvalidAnswersError) as mistake:
        plan_week(query)
    first = mistake.value.problems[0]
    assert first.field == field
    assert f": {trouble} " in first.message
    assert first.message.endswith(", or leave it out.")
    assert field not in first.message


def test_a_child_is_reported_no_week() -> None:
    assert plan_week("age=12")["stopped"]


def test_the_walk_is_stiff_while_the_legs_are_sore_and_no_longer() -> None:
    weeks = [plan_week(f"walking_affected=yes&week_soreness={sore}&week_legs=mon-18:hard") for sore in (3, 5, 8, 10)]
    asked = [parse_reader(query) for found in weeks for day in found["days"] for query in day["queries"]]
    assert {2, 3} <= {s.soreness for s in asked}
    assert all(s.walking_affected == (s.soreness >= 3) for s in asked)


def test_a_value_in_broken_letters_is_a_value_that_cannot_be_read() -> None:
    (text,) = problems("week_legs=%C3%28")
    assert "cannot be read" in text


def test_the_day_of_very_hard_legs_stays_free_while_others_are_open() -> None:
    """Hours after very hard legs there is less than on any other day, so the day stays free."""
    monday = plan_week("week_legs=mon-12:very_hard&week_soreness=9&week_hour=18&week_hour=23")["days"][0]
    assert (monday["hour"], monday["minutes"]) == (None, 0)


@pytest.mark.parametrize(("taken", "day"), [("tue-0", 1), ("sun-1", 6), ("sun-5", 6), ("mon-23", 0)])
def test_an_hour_is_taken_on_its_own_day_at_any_time_of_day(taken: str, day: int) -> None:
    days = plan_week(f"week_lift={taken}&week_hour={taken[4:]}")["days"]
    assert [found["kind"] == "full" for found in days] == [number == day for number in range(7)]
    assert days[day]["lifts"] == [int(taken[4:])]


def test_a_week_that_fits_has_nothing_to_note() -> None:
    found = plan_week("week_legs=mon-18&week_rest=sun")
    assert (found["conflicts"], found["move"], found["action"], found["move_note"]) == ([], None, "", "")


def test_a_mark_before_the_week_is_no_part_of_it() -> None:
    assert [plan_week(f"{mark}week_legs=mon-18")["query"] for mark in ("", "?", "#")] == ["week_legs=mon-18:hard"] * 3


def test_what_is_gravest_is_the_first_reason_of_a_day() -> None:
    for day in plan_week("conditions=pregnant&week_legs=wed-12:hard&week_soreness=2")["days"]:
        assert not day["option"] or day["because"][0] == say("rule.pregnancy")


def test_a_key_session_counts_as_hard_as_it_is() -> None:
    days = plan_week("week_key=wed-18:walk_brisk:20&week_key=thu-18:walk_easy:20")["days"]
    assert [(day["kind"], day["minutes"], day["equivalent_minutes"]) for day in days[2:4]] == [
        ("key", 20, 20),
        ("key", 20, 0),
    ]


def test_a_key_session_in_the_small_hours_has_the_minutes_of_its_day() -> None:
    (key,) = parse("minutes=30&week_key=sun-1&week_minutes=sun:50").keys
    assert (key.at, key.minutes) == (145, 50)


def test_the_verdict_turns_at_both_ends_of_what_is_advised() -> None:
    """WHO: 150 to 300 min a week, both ends included."""
    reader_answers = [_verdict(minutes) for minutes in (0, 149, 150, 300, 301)]
    assert reader_answers == ["below", "below", "within", "within", "above"]


@pytest.mark.parametrize(("long", "shown"), [(40, "x" * 40), (41, "x" * 40 + "\u2026")])
def test_a_value_is_shown_whole_up_to_forty_characters(long: int, shown: str) -> None:
    with pytest.raises(InvalidAnswersError) as mistake:
        plan_week("week_legs=" + "x" * long)
    (problem,) = mistake.value.problems
    assert (problem.value, f"\u201c{shown}\u201d cannot be read" in problem.message) == (shown, True)


def test_minutes_of_a_day_reach_from_five_to_four_hours() -> None:
    assert [parse(f"week_minutes=sat:{minutes}").minutes[5] for minutes in (5, 240)] == [5, 240]
    assert all("cannot be read" in problems(f"week_minutes=sat:{minutes}")[0] for minutes in (4, 241))


def test_two_leg_sessions_on_one_day_are_one_problem() -> None:
    assert len(problems("week_legs=mon-7&week_legs=mon-18")) == 1


def test_no_move_lands_on_a_day_of_other_legs_or_of_rest() -> None:
    timetable = parse("week_legs=mon-18&week_legs=thu-18:light&week_rest=sun")
    to = {move.start: set[int]() for move in candidate_moves(timetable)}
    for move in candidate_moves(timetable):
        to[move.start].add(move.to // 24)
    assert to == {18: {0, 1, 5}, 90: {2, 3, 4, 5}}


def test_what_hard_and_light_minutes_count_for_is_said_where_it_differs() -> None:
    minutes, target = "200 minutes", WEEK_MODERATE
    assert _summary(200, 200) == say("week.summary", minutes=minutes, target=target)
    assert _summary(200, 160) == say("week.summary.equivalent", minutes=minutes, equivalent=160, target=target)


def test_the_ceilings_of_a_day_are_those_of_its_answer() -> None:
    """The week does not ask what the arms have at hand; the answer is asked with a pool."""
    for day in plan_week("goal=aerobic_endurance&running_experience=regular&week_legs=mon-18:hard")["days"]:
        for query in day["queries"]:
            assert day["ceilings"] == answer(f"{query}&equipment=pool")["ceilings"]


def test_the_headline_counts_the_days_with_cardio() -> None:
    for query in ("", "week_rest=sun&week_rest=sat"):
        found = plan_week(query)
        assert found["headline"] == say("week.headline", busy=7 - len(found["rest_days"]), days="7 days")
        assert found["rest_days"] == [day["name"] for day in found["days"] if not day["minutes"]]


def test_legs_stand_on_their_own_day_at_any_time_of_day() -> None:
    days = plan_week("week_legs=sun-1:light")["days"]
    assert [day["legs"] for day in days] == [*([[]] * 6), [{"hour": 1, "effort": "light"}]]


def test_an_hour_of_the_week_is_named_by_its_day_and_its_full_hour() -> None:
    assert [format_hour(at) for at in (0, 18, 144, 167)] == [
        "Monday 00:00",
        "Monday 18:00",
        "Sunday 00:00",
        "Sunday 23:00",
    ]
