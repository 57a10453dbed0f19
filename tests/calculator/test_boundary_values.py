"""Boundary values of parsing, sessions, what-if candidates and downloads."""

from __future__ import annotations

from datetime import datetime

import pytest

from calculator.answer.builder import answer
from calculator.answer.what_if import _hours, _minutes, _soreness
from calculator.assessment.engine import RULES, assess
from calculator.assessment.outlook import project
from calculator.data.modalities import BY_SLUG
from calculator.data.parameters import LONG_READINESS, Span
from calculator.data.sentences import say
from calculator.downloads.fit import _text
from calculator.downloads.registry import DownloadUnavailable, build_download
from calculator.downloads.steps import describe_effort, parse_start, workout_steps
from calculator.form.errors import InvalidAnswersError
from calculator.form.parse import parse, to_query
from calculator.model import Readiness, Situation
from calculator.rules.advisories import AIDS, SIGNS, WARNINGS
from calculator.rules.dose import intervals, long_and_hard, long_sessions, time_available
from calculator.rules_api import Advisory, Rule
from calculator.session.ranking import pick_options

READY = "hours_since_legs=168&leg_effort=light&lifting_experience=advanced&running_experience=regular&soreness=0"


def problem(query: str) -> tuple[str, str, str]:
    with pytest.raises(InvalidAnswersError) as mistake:
        parse(query)
    (found,) = mistake.value.problems
    return found.field, found.value, found.message


def test_a_mark_before_the_answers_is_no_part_of_them() -> None:
    assert parse("#soreness=9") == parse("?#soreness=9") == parse("soreness=9")


def test_answers_that_are_too_long_are_reported_so_in_a_sentence() -> None:
    field, value, message = problem("x" * 4_000_001)
    assert (field, value) == ("query", "x" * 40 + "\u2026")
    assert message == say("form.too-long", length="4000001", most="4000000")


@pytest.mark.parametrize(
    ("start", "again"),
    [
        ("2026-11-23T22:30:15", datetime(2026, 11, 25, 7)),  # noqa: DTZ001 - the reader's own time
        ("2026-11-23T21:59", datetime(2026, 11, 24, 21, 59)),  # noqa: DTZ001
        ("2026-11-23T06:59:59", datetime(2026, 11, 24, 7)),  # noqa: DTZ001
        ("2026-11-23T23:59", datetime(2026, 11, 25, 7)),  # noqa: DTZ001
        ("2026-11-23T07:15", datetime(2026, 11, 24, 7, 15)),  # noqa: DTZ001
    ],
)
def test_a_reminder_that_would_fall_into_the_night_comes_at_seven(start: str, again: datetime) -> None:
    assert f"DTSTART:{again:%Y%m%dT%H%M%S}\r\n" in build_download("reminder", answer(""), 0, start).content.decode()


def test_more_time_is_offered_up_to_four_hours() -> None:
    """A quarter of an hour more; past 240 minutes there is none to give."""
    reader_answers = [_minutes(parse(f"minutes={minutes}")) for minutes in (30, 225, 226)]
    assert reader_answers == [[("45", 45)], [("240", 240)], []]


def test_what_lies_ahead_comes_nearer_as_time_goes_by() -> None:
    then = project(parse("next_legs_in_hours=20&next_event_in_hours=30"), 6)
    assert (then.next_legs_in_hours, then.next_event_in_hours) == (14, 24)


def test_whole_numbers_are_written_without_a_point() -> None:
    assert to_query(Situation(hours_since_legs=48.0, sleep_hours=7.0, weight_kg=70.5)) == (
        "hours_since_legs=48&weight_kg=70.5"
    )


@pytest.mark.parametrize(
    "reader_answers",
    ["goal=speed_power&equipment=track&lifting_experience=advanced", "equipment=bike_upright&age=70&intent=intervals"],
)
def test_the_minutes_of_a_repeat_are_those_of_its_seconds(reader_answers: str) -> None:
    query = f"hours_since_legs=168&leg_effort=light&soreness=0&minutes=60&running_experience=regular&{reader_answers}"
    repeats = [phase for found in answer(query)["options"] for phase in found["session"] if phase["seconds"]]
    assert repeats
    assert all(phase["minutes"] * 60 == pytest.approx(phase["seconds"], abs=0.5) for phase in repeats)


@pytest.mark.parametrize("one", [*RULES, *WARNINGS, *AIDS, *SIGNS], ids=lambda one: one.id)
def test_a_reason_is_one_plain_text(one: Rule | Advisory) -> None:
    """Readers see it: a sentence that ends, without the line breaks of the source."""
    function = one.apply if isinstance(one, Rule) else one.text
    assert one.rationale.split() == (function.__doc__ or "").split()
    assert one.rationale == " ".join(one.rationale.split())
    assert one.rationale.endswith(".")


def test_the_session_without_equipment_is_the_best_of_those() -> None:
    slugs = ("bike_upright", "rowing", "elliptical", "swimming", "yoga_flow", "walk_brisk", "circuit")
    ranked = [BY_SLUG[slug] for slug in slugs]
    assert [mode.slug for mode in pick_options(ranked)] == ["bike_upright", "yoga_flow"]
    assert [mode.slug for mode in pick_options(ranked[-2:])] == ["walk_brisk", "circuit"]


def test_the_work_of_intervals_carries_the_heart_rate_and_the_rest_does_not() -> None:
    query = f"{READY}&goal=general_health&intent=intervals&minutes=40&age=40&equipment=bike_upright"
    spin = answer(query)["options"][0]
    assert spin["heart_rate"] is not None
    carried = {part.kind: part.heart_rate for part in workout_steps(spin)}
    assert carried == {"warm_up": None, "work": tuple(spin["heart_rate"]), "rest": None, "cool_down": None}


@pytest.mark.parametrize(("score", "soreness", "open_"), [(69, 0, False), (70, 0, True), (70, 2, True), (70, 3, False)])
def test_intervals_open_at_their_readiness_and_close_with_soreness(score: int, soreness: int, open_: bool) -> None:  # noqa: FBT001 - a column
    s = parse(READY)._replace(soreness=soreness)
    assert (intervals.apply(s, Readiness(score, 0)) is None) is open_


def test_half_an_hour_that_is_all_that_is_advised_is_no_limit() -> None:
    found = [time_available.apply(parse(f"minutes={minutes}"), Readiness(50, 0)) for minutes in (29, 30, 31)]
    assert [limit is None for limit in found] == [False, True, True]


@pytest.mark.parametrize(("reader_answers", "last"), [(0, 96), (5, 96), (6, 102), (71, 162), (100, 168), (167, 168)])
def test_waiting_is_looked_at_for_four_days_and_within_the_week(reader_answers: int, last: int) -> None:
    assert _hours(parse(f"hours_since_legs={reader_answers}"))[-1] == (str(last), last)


def test_a_text_on_a_watch_is_cut_between_characters() -> None:
    content = _text(0, "\u2013" * 20, 40).content
    assert content == ("\u2013" * 13).encode() + b"\0"


def test_the_order_of_run_and_legs_is_spoken_of_until_the_legs_are_ready() -> None:
    (one,) = [remark for remark in (*WARNINGS, *AIDS) if remark.text.__name__ == "order_endurance"]
    s = parse("goal=aerobic_endurance&soreness=2")
    a = assess(s)
    reader_answers = [one.text(s, a._replace(readiness=Readiness(score, 0))) for score in (69, 70)]
    assert [text is None for text in reader_answers] == [False, True]


def test_soreness_is_looked_at_in_steps_of_one_down_to_none() -> None:
    s = parse("soreness=7")
    assert [value for _, value in _soreness(s)] == [6, 5, 4, 3, 2, 1, 0]


def test_an_effort_of_one_number_is_not_reported_as_a_range() -> None:
    option = answer("age=40")["options"][0]
    assert describe_effort(option).startswith(f"Effort {option['rpe'][0]}\u2013{option['rpe'][1]} of 20: ")
    option["rpe"] = [13, 13]
    assert describe_effort(option).startswith("Effort 13 of 20: ")


def test_the_arms_lift_the_ceiling_only_where_the_reader_can_use_them() -> None:
    reader_answers = "soreness=3&leg_effort=moderate"
    without, with_pool = (answer(query)["ceilings"] for query in (reader_answers, f"{reader_answers}&equipment=pool"))
    assert (without["intensity"], without["leg_intensity"]) == ("moderate", "moderate")
    assert (with_pool["intensity"], with_pool["leg_intensity"]) == ("vigorous", "moderate")


@pytest.mark.parametrize(
    ("query", "rule"),
    [
        ("conditions=type_1_diabetes&soreness=3&lifting_experience=intermediate&running_experience=some", "glucose"),
        ("hours_since_legs=132&leg_effort=very_hard&novelty=first_time&soreness=5", "lasting-soreness"),
    ],
)
def test_what_sets_the_outcome_alone_binds(query: str, rule: str) -> None:
    (found,) = [one for one in answer(query)["findings"] if one["rule"] == rule]
    assert found["binding"]


@pytest.mark.parametrize("query", ["red_flags=chest_pain", "red_flags=fever&soreness=5", "age=12"])
def test_a_stop_promises_nothing_for_later(query: str) -> None:
    found = answer(query)
    assert not any((found["options"], found["timeline"], found["changes"], found["recovery"], found["next_check"]))
    assert {one["from_hours"] for one in found["excluded"]} == {None}
    assert (found["readiness"], found["readiness_reasons"]) == (None, [])


def test_hard_minutes_are_more_on_fresh_legs() -> None:
    limits = [long_and_hard.apply(parse(""), Readiness(score, 0)) for score in (87, 88)]
    tired, fresh = (limit.hard_minutes or 0 for limit in limits if limit)
    assert tired < fresh


def test_a_moment_lies_in_a_year_that_a_watch_can_tell() -> None:
    assert [parse_start(f"{year}-01-01T00:00").year for year in (1990, 2099)] == [1990, 2099]
    for year in (1989, 2100):
        with pytest.raises(DownloadUnavailable):
            parse_start(f"{year}-12-31T00:00")


def test_a_range_without_a_unit_ends_with_its_number() -> None:
    assert (str(Span(1, 2, "", "")), str(Span(1, 2, "h", ""))) == ("1\u20132", "1\u20132 h")


def test_long_work_with_impact_opens_at_its_readiness() -> None:
    s, at = parse(f"{READY}&goal=aerobic_endurance&minutes=120"), int(LONG_READINESS.value)
    found = [long_sessions.apply(s, Readiness(score, 0)) for score in (at - 1, at)]
    assert [limit is None for limit in found] == [False, True]
