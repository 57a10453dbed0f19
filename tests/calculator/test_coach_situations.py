"""Situations in which a coach would say one thing and no other: safe, in one voice, and about what was asked."""

from __future__ import annotations

import pytest

from calculator import recommend
from calculator.data.sentences import say
from calculator.schema import Answer, Plan

FRESH = "hours_since_legs=120&leg_effort=light&soreness=0&lifting_experience=advanced&running_experience=regular&cardio_days=4"
RACER = f"{FRESH}&goal=aerobic_endurance&activities=running&minutes=40"
RACE = "event_kind=long_race&next_event_in_hours"


def plan_of(query: str) -> Plan:
    plan = recommend(query)["plan"]
    assert plan is not None
    return plan


def offered(found: Answer) -> list[str]:
    return [one["modality"] for one in found["options"]]


def test_the_day_before_a_race_a_runner_may_shake_out_and_runs_easily() -> None:
    found = recommend(f"{RACER}&{RACE}=20&plan=run_steady&plan_effort=easy&plan_minutes=20")
    assert found["plan"]
    assert found["plan"]["verdict"] in {"go", "go_adjusted"}
    first = found["options"][0]
    assert (first["modality"], first["format"]) == ("run_steady", "continuous")
    assert all(one["total_minutes"] <= 30 for one in found["options"])


@pytest.mark.parametrize(
    "less",
    [
        "event_kind=match&next_event_in_hours=20",
        f"{RACE}=3",
        f"{RACE}=20&conditions=head_cold",
        f"{RACE}=20&soreness=2",
        f"{RACE}=20&running_experience=some",
        f"{RACE}=20&hours_since_legs=24&leg_effort=hard",
    ],
)
def test_the_day_before_an_event_all_others_stay_light_without_landings(less: str) -> None:
    fields = dict(part.split("=") for part in f"{RACER}&{less}".split("&"))
    found = recommend("&".join("=".join(pair) for pair in fields.items()))
    assert found["ceilings"]["impact"] in {"none", "low"}
    assert all(one["intensity"] in {"very_light", "light"} for one in found["options"])


def test_nobody_is_asked_to_wait_with_a_run_until_the_race_itself() -> None:
    for hours in (12, 24, 30):
        plan = plan_of(f"{RACER}&conditions=head_cold&{RACE}={hours}&plan=run_steady")
        assert plan["verdict"] != "wait"
        assert plan["from_hours"] is None


@pytest.mark.parametrize(
    ("sport", "kind"),
    [
        ("functional_fitness", "circuit"),
        ("class", "aerobics_high_impact"),
        ("combat_sport", "jump_rope"),
        ("racket_sport", "agility_drills"),
    ],
)
def test_the_own_sport_is_not_refused_because_the_reader_does_not_run(sport: str, kind: str) -> None:
    rested = "hours_since_legs=160&leg_effort=light&soreness=0&lifting_experience=advanced&minutes=60&plan_effort=hard"
    asked = f"{rested}&goal=speed_power&activities={sport}&cardio_days=4&plan={kind}"
    assert plan_of(asked)["verdict"] in {"go", "go_adjusted"}
    assert plan_of(asked.replace(f"activities={sport}&", ""))["verdict"] not in {"go", "go_adjusted"}


def test_a_racket_player_may_drill_but_neither_jump_for_height_nor_play_a_team_sport() -> None:
    rested = "hours_since_legs=160&leg_effort=light&soreness=0&lifting_experience=advanced"
    found = recommend(f"{rested}&goal=speed_power&activities=racket_sport&cardio_days=4")
    closed = {one["modality"] for one in found["excluded"]}
    assert {"plyometrics", "team_sport", "track_sprints"} <= closed
    assert "agility_drills" not in closed
    tired = (
        found["query"]
        .replace("hours_since_legs=160", "hours_since_legs=24")
        .replace("leg_effort=light", "leg_effort=hard")
    )
    assert "agility_drills" in {one["modality"] for one in recommend(tired)["excluded"]}


@pytest.mark.parametrize("health", ["conditions=asthma", "conditions=other_condition", "medicines=beta_blocker"])
def test_a_booked_class_with_a_condition_that_caps_effort_is_taken_gently(health: str) -> None:
    booked = "goal=general_health&minutes=45&activities=class&activities=cycling&plan=spin_intervals&plan_fixed=yes"
    plan = plan_of(f"hours_since_legs=90&soreness=1&lifting_experience=intermediate&{booked}&{health}")
    assert plan["verdict"] == "go_adjusted"
    assert plan["intensity"] == "moderate"
    assert {"easier", "skip_sprints"} <= set(plan["adjust"])


@pytest.mark.parametrize(
    ("health", "kind"),
    [("conditions=pregnant", "spin_intervals"), ("conditions=epilepsy", "swimming"), ("age=70", "inline_skating")],
)
def test_a_booked_session_that_a_condition_names_or_that_is_a_danger_is_cancelled(health: str, kind: str) -> None:
    plan = plan_of(f"hours_since_legs=90&soreness=1&{health}&plan={kind}&plan_fixed=yes")
    assert plan["verdict"] == "not_today"
    assert plan["advice"][0].startswith("Cancel")


def test_who_is_very_tired_is_offered_nothing_hard_beside_the_word_to_take_it_easier() -> None:
    for intent in ("", "&intent=hard"):
        found = recommend(f"{RACER}&tired=very{intent}")
        assert "strain_signs" in found["warning_ids"]
        assert all(one["intensity"] not in {"vigorous", "near_max"} for one in found["options"])


def test_the_price_of_a_run_after_a_short_night_is_that_of_the_whole_person() -> None:
    assert "rest of you is tired" in plan_of(f"{RACER}&sleep_hours=5&plan=run_steady")["price"]
    assert "legs are ready" in plan_of(f"{RACER}&plan=run_steady")["price"]


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("lifting_experience=novice", "regular cardio"),
        ("lifting_experience=intermediate&running_experience=some&conditions=asthma", "asthma"),
        ("lifting_experience=intermediate&running_experience=some&medicines=statin", "doctor"),
        ("lifting_experience=intermediate&running_experience=some&minutes=20", "not for intervals"),
    ],
)
def test_a_wish_for_intervals_that_is_not_met_gets_its_reason(who: str, words: str) -> None:
    found = recommend(f"hours_since_legs=160&leg_effort=light&soreness=0&intent=intervals&{who}")
    assert any(words in text for text in found["why"])
    assert all(one["intensity"] not in {"vigorous", "near_max"} for one in found["options"])


def test_the_reasons_speak_of_swimming_only_to_who_can_swim() -> None:
    sore = "hours_since_legs=30&soreness=8&minutes=30"
    assert not any("swim" in text for text in recommend(sore)["why"])
    assert any("swim" in text for text in recommend(f"{sore}&equipment=pool")["why"])


@pytest.mark.parametrize("stop", ["age=17", "red_flags=fever", "red_flags=chest_pain"])
def test_under_a_stop_a_plan_hears_of_nothing_else(stop: str) -> None:
    query = f"{stop}&hours_since_legs=20&soreness=4&next_event_in_hours=20&plan=team_sport"
    assert len(plan_of(query)["because"]) == 1


def test_for_endurance_the_key_run_comes_before_the_legs_and_its_price_is_said() -> None:
    asked = f"{RACER}&plan=run_tempo&plan_minutes=40&next_legs_in_hours"
    for hours, done in ((6, True), (8, True), (5, False)):
        assert (plan_of(f"{asked}={hours}")["verdict"] in {"go", "go_adjusted"}) is done
    assert "leg session" in plan_of(f"{asked}=8")["price"]
    strong = asked.replace("aerobic_endurance", "muscle_strength")
    assert plan_of(f"{strong}=8")["verdict"] not in {"go", "go_adjusted"}


def test_a_trained_cyclist_may_ride_as_long_as_a_trained_runner_may_run() -> None:
    rested = "hours_since_legs=120&leg_effort=light&soreness=0&goal=aerobic_endurance&minutes=240&lifting_experience=advanced"
    ride = recommend(f"{rested}&activities=cycling&equipment=bike_upright&cardio_days=5")
    some = recommend(f"{rested}&activities=cycling&equipment=bike_upright&cardio_days=2")
    assert ride["options"][0]["minutes"][1] == 180
    assert some["options"][0]["minutes"][1] == 150


def test_with_a_painful_foot_a_walk_does_not_lead() -> None:
    found = recommend("conditions=foot_pain&hours_since_legs=60&soreness=1&activities=walking&goal=fat_loss&minutes=60")
    assert offered(found)[0] == "yoga_flow"


def test_the_reason_against_a_match_is_about_matches() -> None:
    tired = "hours_since_legs=24&leg_effort=hard&soreness=2&lifting_experience=intermediate&running_experience=regular"
    assert plan_of(f"{tired}&plan=team_sport")["because"][0].startswith("No jumps, cuts or team sports")


def test_the_only_machine_is_named_as_the_reason_and_one_of_two_is_not() -> None:
    strong = "hours_since_legs=20&soreness=3&goal=muscle_strength&minutes=30&lifting_experience=advanced"
    alone = recommend(f"{strong}&equipment=ski_erg")["options"][0]
    assert alone["modality"] == "ski_erg"
    assert alone["because"][0] == say("session.machine")
    both = recommend("hours_since_legs=2&soreness=0&minutes=5&goal=aerobic_endurance")["options"][0]
    assert both["because"][0] != say("session.machine")


def test_a_weekly_sport_is_a_habit_for_its_own_intervals_alone() -> None:
    rested = (
        "hours_since_legs=160&leg_effort=light&soreness=0&goal=fat_loss&minutes=60&intent=intervals&equipment=rower"
    )
    rower = recommend(f"{rested}&activities=rowing&cardio_days=2")["options"][0]
    walker = recommend(f"{rested}&activities=walking&cardio_days=2")["options"][0]
    assert (rower["modality"], rower["format"]) == ("rowing", "pyramid")
    assert (walker["modality"], walker["format"]) == ("rowing", "minute-on-minute-off")
