"""Combinations of answers in which two rules or advisories meet."""

from __future__ import annotations

import pytest

from calculator.answer.builder import answer
from tests.calculator.rules.test_rules import finding, limit, reader

POWER = "Leg power may be reduced at your event."
PEAK = "Peak sprint power may be down, and the same effort may be slower than usual: judge by effort."


def test_a_sick_heart_with_a_painful_bone_walks_nowhere() -> None:
    found = answer(reader("conditions=heart_disease&red_flags=focal_bone_pain&hours_since_legs=48&soreness=2"))
    assert found["options"] == []
    assert found["action"] == (
        "Rest until a doctor has looked at this. Ask your doctor or cardiac team which effort is safe for you."
    )
    reader_answers = [one["text"] for one in found["findings"] if one["rule"] == "heart-disease"]
    assert reader_answers == ["Known heart disease needs a doctor's clearance before a cardio plan."]


def test_a_sick_heart_alone_walks_and_stops_at_any_symptom() -> None:
    found = answer(reader("conditions=heart_disease&hours_since_legs=48&soreness=2"))
    assert found["action"].endswith("is safe for you. Until then, walk easily and stop at any symptom.")
    (reader_answers,) = [one["text"] for one in found["findings"] if one["rule"] == "heart-disease"]
    assert reader_answers.endswith("before a cardio plan; until then an easy walk.")


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
    assert (
        limit(tired, "event-tomorrow").action
        == "Rest, or keep it to a gentle spin or walk; save the legs for the event."
    )


@pytest.mark.parametrize(("hours", "reader_answers"), [(20, True), (40, True), (100, False)])
def test_power_at_an_event_is_spoken_of_a_day_and_two_before(hours: int, *, reader_answers: bool) -> None:
    tired = f"soreness=5&leg_effort=very_hard&hours_since_legs=24&next_event_in_hours={hours}"
    assert (POWER in answer(reader(tired))["warnings"]) == reader_answers


@pytest.mark.parametrize(("hours", "reader_answers"), [(71, True), (72, False)])
def test_peak_power_is_spoken_of_until_soreness_has_peaked(hours: int, *, reader_answers: bool) -> None:
    assert (
        PEAK in answer(reader(f"goal=aerobic_endurance&hours_since_legs={hours}&leg_effort=hard"))["warnings"]
    ) == reader_answers
