"""Before an event a whole session, warm-up and cool-down included, keeps to the taper; a booked one is answered with advice."""

from __future__ import annotations

from itertools import product

import pytest

from calculator import recommend
from calculator.assessment.engine import assess
from calculator.data import parameters as p
from calculator.form.parse import parse

RUNNER = (
    "hours_since_legs=120&leg_effort=light&soreness=0&goal=aerobic_endurance&running_experience=regular"
    "&lifting_experience=intermediate&activities=running&cardio_days=5&equipment=bike_upright&equipment=rower"
)
LAST, SHORT, LONG = p.TAPER_LAST.value, p.TAPER_SHORT.value, p.TAPER_LONG.value


@pytest.mark.parametrize(
    ("kind", "hours", "whole"),
    [
        ("long_race", LAST, 60),
        ("long_race", LAST + 1, 90),
        ("long_race", LONG, 90),
        ("match", LAST, 60),
        ("short_race", SHORT, 90),
    ],
)
def test_a_whole_session_stays_within_the_taper(kind: str, hours: float, whole: int) -> None:
    query = f"{RUNNER}&next_event_in_hours={hours:g}&event_kind={kind}"
    assert assess(parse(f"{query}&minutes=180")).whole_minutes == whole
    for minutes, intent in product((45, 65, 90, 180), ("", "&intent=steady", "&intent=easy", "&intent=hard")):
        options = recommend(f"{query}&minutes={minutes}{intent}")["options"]
        assert options
        assert all(one["total_minutes"] <= min(whole, minutes) for one in options)


@pytest.mark.parametrize("minutes", [60, 65, 70, 120, 600])
def test_a_plan_in_race_week_is_cut_with_its_warm_up_and_cool_down(minutes: int) -> None:
    query = f"{RUNNER}&next_event_in_hours=60&event_kind=long_race&minutes=120&plan=run_steady"
    plan = recommend(f"{query}&plan_minutes={minutes}")["plan"]
    assert plan is not None
    assert sum(phase["minutes"] * phase["repeat"] for phase in plan["session"]) <= 60
    assert ("shorter" in plan["adjust"]) == (minutes > 60)


MATCH = (
    "goal=speed_power&minutes=90&lifting_experience=intermediate&running_experience=regular&activities=team_sport"
    "&plan=team_sport&plan_fixed=yes&plan_minutes=90"
)


def test_a_booked_match_on_tired_legs_learns_how_to_get_through_it() -> None:
    plan = recommend(f"hours_since_legs=24&leg_effort=hard&soreness=3&{MATCH}")["plan"]
    assert plan is not None
    assert (plan["verdict"], plan["swap_for"], plan["session"]) == ("not_today", None, [])
    assert plan["advice"][0].startswith("If you cannot leave it out")
    assert any("sprints" in text for text in plan["advice"])
    assert plan["advice"][-1].startswith("Afterwards")


@pytest.mark.parametrize(
    "state",
    [
        "hours_since_legs=40&soreness=7",
        "hours_since_legs=24&soreness=5&walking_affected=yes",
        "hours_since_legs=200&soreness=0&medicines=blood_thinner",
        "hours_since_legs=200&soreness=0&conditions=pregnant",
        "hours_since_legs=200&soreness=0&conditions=stroke",
        "hours_since_legs=200&soreness=0&red_flags=focal_bone_pain",
    ],
)
def test_a_booked_match_that_would_be_dangerous_is_to_be_cancelled(state: str) -> None:
    plan = recommend(f"{state}&{MATCH}")["plan"]
    assert plan is not None
    assert plan["verdict"] == "not_today"
    assert [text.split(" ")[0] for text in plan["advice"]] == ["Cancel"]


@pytest.mark.parametrize("query", ["red_flags=chest_pain", "red_flags=fever", "age=16"])
def test_a_stop_gives_no_advice_on_a_booked_match(query: str) -> None:
    plan = recommend(f"{query}&plan=team_sport&plan_fixed=yes")["plan"]
    assert plan is not None
    assert plan["advice"] == []


def test_what_is_not_booked_gets_no_such_advice() -> None:
    plan = recommend(
        f"hours_since_legs=24&leg_effort=hard&soreness=3&{MATCH.replace('plan_fixed=yes', 'plan_fixed=no')}"
    )["plan"]
    assert plan is not None
    assert plan["advice"] == []


SPRINTER = (
    "hours_since_legs=96&leg_effort=moderate&soreness=0&goal=speed_power&minutes=60&equipment=track"
    "&lifting_experience=advanced&running_experience=regular&cardio_days=4"
)


def test_from_65_on_sprints_are_open_to_those_who_run_every_week_and_lift() -> None:
    for age in (64, 65, 80):
        assert recommend(f"{SPRINTER}&age={age}")["options"][0]["modality"] == "track_sprints"


@pytest.mark.parametrize(
    "less", ["running_experience=some&activities=team_sport", "lifting_experience=novice", "conditions=asthma"]
)
def test_from_65_on_sprints_stay_closed_without_the_habit_or_with_a_condition(less: str) -> None:
    fields = dict(part.split("=") for part in f"{SPRINTER}&{less}".split("&"))
    query = "&".join("=".join(pair) for pair in fields.items())
    found = recommend(f"{query}&age=65")
    assert {"track_sprints", "plyometrics"} <= {one["modality"] for one in found["excluded"]}
    assert found["ceilings"]["intensity"] != "near_max"


def test_from_65_on_who_wants_speed_is_warned_to_build_up_to_sprints() -> None:
    assert "build_up_to_sprints" in recommend(f"{SPRINTER}&age=65")["warning_ids"]
    assert "build_up_to_sprints" not in recommend(f"{SPRINTER}&age=64")["warning_ids"]
