"""Combinations of answers in which two rules or advisories meet."""

from __future__ import annotations

import pytest

from calculator.answer.builder import answer
from calculator.data.sentences import say
from tests.calculator.rules.test_rules import finding, limit, reader

POWER = say("advisory.event-power")
PEAK = say("advisory.peak-power")


def test_a_sick_heart_with_a_painful_bone_walks_nowhere() -> None:
    result = answer(reader("conditions=heart_disease&red_flags=focal_bone_pain&hours_since_legs=48&soreness=2"))
    assert result["options"] == []
    assert result["action"] == f"{say('headline.until-doctor')} {say('rule.heart-disease.action')}"
    reader_answers = [item["text"] for item in result["findings"] if item["rule"] == "heart-disease"]
    assert reader_answers == [say("rule.heart-disease")]


def test_a_sick_heart_alone_walks_and_stops_at_any_symptom() -> None:
    result = answer(reader("conditions=heart_disease&hours_since_legs=48&soreness=2"))
    assert result["action"] == say("rule.heart-disease.action.walk")
    (reader_answers,) = [item["text"] for item in result["findings"] if item["rule"] == "heart-disease"]
    assert reader_answers == say("rule.heart-disease.walk")


def test_skates_and_skis_wait_for_a_habit_at_sixty_five() -> None:
    assert limit("age=65&running_experience=none", "new-to-cardio").excluded == {"inline_skating", "xc_ski"}
    assert finding("age=65&running_experience=regular", "new-to-cardio") is None


@pytest.mark.parametrize(
    ("age", "lifting", "open_"), [(64, "novice", True), (65, "novice", False), (65, "advanced", True)]
)
def test_from_sixty_five_on_sprints_and_jumps_are_for_runners_who_lift(age: int, lifting: str, *, open_: bool) -> None:
    query = reader(f"age={age}&goal=speed_power&equipment=track&lifting_experience={lifting}&hours_since_legs=168")
    out = {one["modality"] for one in answer(query)["excluded"]}
    assert ({"track_sprints", "plyometrics"} & out == set()) == open_


@pytest.mark.parametrize("kit", ["bike_upright", "bike_recumbent"])
def test_before_an_event_a_reader_with_a_bike_may_spin(kit: str) -> None:
    tired = f"soreness=6&leg_effort=very_hard&hours_since_legs=24&next_event_in_hours=20&equipment={kit}"
    assert limit(tired, "event-tomorrow").action == say("rule.event-tomorrow.action.bike")


@pytest.mark.parametrize(("hours", "reader_answers"), [(20, True), (40, True), (100, False)])
def test_power_at_an_event_is_spoken_of_a_day_and_two_before(hours: int, *, reader_answers: bool) -> None:
    tired = f"soreness=5&leg_effort=very_hard&hours_since_legs=24&next_event_in_hours={hours}"
    assert (POWER in answer(reader(tired))["warnings"]) == reader_answers


@pytest.mark.parametrize(("hours", "reader_answers"), [(71, True), (72, False)])
def test_peak_power_is_spoken_of_until_soreness_has_peaked(hours: int, *, reader_answers: bool) -> None:
    assert (
        PEAK in answer(reader(f"goal=aerobic_endurance&hours_since_legs={hours}&leg_effort=hard"))["warnings"]
    ) == reader_answers
