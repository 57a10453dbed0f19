"""TCX and Zwift files, read by defusedxml."""

from __future__ import annotations

import itertools
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given, settings

from calculator.answer.builder import answer
from calculator.data.modalities import BIKES, MODALITIES, RUNS
from calculator.downloads import xml
from calculator.downloads.registry import DownloadUnavailable, build_download
from calculator.downloads.steps import workout_steps
from calculator.downloads.zwo import _block
from calculator.schema import Answer
from tests.support.sample_sessions import START, STEADY, answers, intervals, option_index

TCX = "{http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2}"
XSI = "{http://www.w3.org/2001/XMLSchema-instance}type"
ZWIFT = {
    "bike_upright",
    "bike_recumbent",
    "spin_intervals",
    "treadmill_jog",
    "run_steady",
    "run_tempo",
    "incline_treadmill_run",
}


def names(element: Element) -> list[str]:
    return [child.tag.removeprefix(TCX) for child in element]


def text(element: Element, path: str) -> str:
    result = element.find("/".join(TCX + part for part in path.split("/")))
    assert result is not None
    return result.text or ""


def planned(answered: Answer, index: int) -> int:
    """The session in seconds."""
    phases = answered["options"][index]["session"]
    return sum((phase["seconds"] or round(phase["minutes"] * 60)) * phase["repeat"] for phase in phases)


@settings(max_examples=settings().max_examples // 4)
@given(answers)
def test_zwo_takes_rides_and_runs_only(result: Answer) -> None:
    for index, option in enumerate(result["options"]):
        if option["modality"] not in ZWIFT:
            with pytest.raises(DownloadUnavailable, match="Zwift has rides and runs"):
                build_download("zwo", result, index, START)
            continue
        root = fromstring(build_download("zwo", result, index, START).content)
        assert names(root) == ["author", "name", "description", "sportType", "durationType", "tags", "workout"]
        assert root.findtext("sportType") == ("run" if option["modality"] in RUNS else "bike")
        assert root.findtext("durationType") == "time"
        workout = root.find("workout")
        assert workout is not None
        assert sum(int(block.get("Duration", "")) for block in workout) == planned(result, index)


def test_zwift_is_reported_the_effort_in_words_and_no_power() -> None:
    result = answer(STEADY)
    root = fromstring(build_download("zwo", result, option_index(result, "bike_upright"), START).content)
    blocks = list(root.iter("FreeRide"))
    assert [block.get("FlatRoad") for block in blocks] == ["1"] * 3
    assert not [element for element in root.iter() for attribute in element.keys() if "Power" in attribute]  # noqa: SIM118 - an element is no dictionary
    events = [[(event.get("timeoffset"), event.get("message")) for event in block] for block in blocks]
    assert all(offset == "0" for (offset, _), *_ in events)
    assert "Effort" in str(events[1][1][1])


def test_a_short_block_of_zwift_holds_one_message() -> None:
    """Fifteen seconds of sprint leave no time for a second."""
    result, index = intervals()
    result["options"][index]["modality"] = "spin_intervals"
    root = fromstring(build_download("zwo", result, index, START).content)
    lengths = {int(block.get("Duration", "")): len(block) for block in root.iter("FreeRide")}
    assert {count for seconds, count in lengths.items() if seconds < 30} <= {1}
    assert {count for seconds, count in lengths.items() if seconds >= 30} == {2}


def check_step(step: Element) -> int:
    """One step by the order of the schema; its seconds."""
    if step.get(XSI) == "Repeat_t":
        assert names(step)[:2] == ["StepId", "Repetitions"]
        assert set(names(step)[2:]) == {"Child"}
        times = int(text(step, "Repetitions"))
        assert 2 <= times <= 99
        return times * sum(check_step(child) for child in step if child.tag == TCX + "Child")
    assert step.get(XSI) == "Step_t"
    assert names(step) == ["StepId", "Name", "Duration", "Intensity", "Target"]
    assert 1 <= len(text(step, "Name")) <= 15
    assert text(step, "Intensity") in {"Active", "Resting"}
    assert step[2].get(XSI) == "Time_t"
    assert step[4].get(XSI) in {"None_t", "HeartRate_t"}
    return int(text(step, "Duration/Seconds"))


@settings(max_examples=settings().max_examples // 4)
@given(answers)
def test_every_session_is_a_workout_of_the_training_center(result: Answer) -> None:
    """The order of elements, the types and the bounds are those of TrainingCenterDatabase v2."""
    for index, option in enumerate(result["options"]):
        root = fromstring(build_download("tcx", result, index, START).content)
        (workout,) = root.iter(TCX + "Workout")
        assert root.tag == TCX + "TrainingCenterDatabase"
        assert names(root) == ["Workouts"]
        sport = "Biking" if option["modality"] in BIKES else "Running" if option["modality"] in RUNS else "Other"
        assert workout.get("Sport") == sport
        steps = workout.findall(TCX + "Step")
        assert names(workout) == ["Name", *["Step"] * len(steps), "ScheduledOn", "Notes"]
        assert 1 <= len(text(workout, "Name")) <= 15
        assert sum(map(check_step, steps)) == planned(result, index)
        numbers = [int(element.text or "") for element in workout.iter(TCX + "StepId")]
        assert sorted(numbers) == list(range(1, len(numbers) + 1))
        assert len(numbers) <= 20
        beats = [int(element.text or "") for element in workout.iter(TCX + "Value")]
        ranges = set(itertools.batched(beats, 2))  # each part at the session's effort has it
        assert ranges == ({tuple(option["heart_rate"])} if option["heart_rate"] else set())
        assert text(workout, "ScheduledOn") == "2026-11-23"


def test_a_workout_without_a_day_is_not_scheduled() -> None:
    root = fromstring(build_download("tcx", answer(STEADY), 0).content)
    assert not list(root.iter(TCX + "ScheduledOn"))


def test_intervals_are_one_step_that_repeats() -> None:
    result, index = intervals()
    root = fromstring(build_download("tcx", result, index, START).content)
    (repeat,) = [step for step in root.iter(TCX + "Step") if step.get(XSI) == "Repeat_t"]
    assert [text(child, "Name") for child in repeat if child.tag == TCX + "Child"] == ["Work", "Rest"]
    assert [text(child, "Intensity") for child in repeat if child.tag == TCX + "Child"] == ["Active", "Resting"]


def test_signs_of_the_markup_come_back_as_they_went_in() -> None:
    wild = "<a> & \"b\" 'c' \N{EN DASH} ]]>"
    root = fromstring(xml.document(xml.Element("x", (xml.Element("y", wild, (("z", wild),)), xml.Element("w")))))
    assert (root[0].text, root[0].get("z"), root[1].text) == (wild, wild, None)


def test_every_kind_has_a_whole_name_of_its_own_that_fits() -> None:
    result, names_of = answer(STEADY), {}
    for mode in MODALITIES:
        result["options"][0] |= {"modality": mode.slug, "name": mode.name}
        (workout,) = fromstring(build_download("tcx", result, 0, START).content).iter(TCX + "Workout")
        names_of[mode.slug] = text(workout, "Name")
        assert names_of[mode.slug] == mode.name or len(mode.name) > 15
        assert not names_of[mode.slug].endswith((",", " ", "-"))
    assert len(set(names_of.values())) == len(MODALITIES)
    assert names_of["run_steady"] == "Steady run"


def test_a_ride_of_zwift_says_so_too() -> None:
    result = answer("soreness=9&leg_effort=very_hard&novelty=first_time&hours_since_legs=12&equipment=bike_recumbent")
    ride = [option["modality"] for option in result["options"]].index("bike_recumbent")
    assert "Rest is as good a choice today." in build_download("zwo", result, ride, START).content.decode()


def test_half_a_minute_has_room_for_two_messages() -> None:
    part = workout_steps(answer("")["options"][0])[0]
    messages = [len(_block(part._replace(seconds=seconds)).inside) for seconds in (29, 30)]
    assert messages == [1, 2]
