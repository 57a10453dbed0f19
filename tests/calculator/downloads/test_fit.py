"""FIT files, read by fitdecode and by Garmin's SDK."""

from __future__ import annotations

import io
from typing import Any, cast

import fitdecode  # type: ignore[import-untyped]
import pytest
from garmin_fit_sdk import Decoder, Stream
from hypothesis import given, settings

from calculator.answer.builder import answer
from calculator.data.modalities import MODALITIES
from calculator.downloads.fit import _text, checksum
from calculator.downloads.registry import build_download
from calculator.schema import Answer
from tests.support.sample_sessions import START, STEADY, answers, intervals

type Messages = dict[str, list[dict[str, Any]]]


def read(content: bytes) -> Messages:
    """Every message, as Garmin's SDK reads it; the other reader must agree that the file is whole."""
    assert Decoder(Stream.from_byte_array(bytearray(content))).check_integrity()
    messages, errors = Decoder(Stream.from_byte_array(bytearray(content))).read()
    assert errors == []
    result = cast("Messages", messages)
    with fitdecode.FitReader(
        io.BytesIO(content), check_crc=fitdecode.CrcCheck.RAISE, error_handling=fitdecode.ErrorHandling.RAISE
    ) as second:
        names = [frame.name for frame in second if isinstance(frame, fitdecode.FitDataMessage)]
    assert names == ["file_id", "workout", *["workout_step"] * len(result["workout_step_mesgs"])]
    return result


def workout(query: str, index: int = 0, start: str = START) -> Messages:
    return read(build_download("fit", answer(query), index, start).content)


@settings(max_examples=settings().max_examples // 4)
@given(answers)
def test_every_session_is_a_workout_that_others_read(result: Answer) -> None:
    for index, option in enumerate(result["options"]):
        messages = read(build_download("fit", result, index, START).content)
        (head,), (what,), steps = (messages[f"{name}_mesgs"] for name in ("file_id", "workout", "workout_step"))
        assert head["type"] == "workout"
        assert head["serial_number"] > 0
        assert what["wkt_name"] == option["name"]
        assert what["num_valid_steps"] == len(steps)
        assert [step["message_index"] for step in steps] == list(range(len(steps)))
        planned = sum(
            (phase["seconds"] or round(phase["minutes"] * 60)) * phase["repeat"] for phase in option["session"]
        )
        assert seconds(steps) == planned
        for step in steps:
            ranges = step.get("custom_target_value_low"), step.get("custom_target_value_high")
            if step["target_type"] == "heart_rate":
                assert [beats - 100 for beats in ranges if beats] == option["heart_rate"]
            else:
                assert ranges == (None, None)


def seconds(steps: list[dict[str, Any]]) -> float:
    """How long the workout lasts, as a watch would walk through it."""
    total, index, turns = 0.0, 0, dict.fromkeys(range(len(steps)), 1)
    while index < len(steps):
        step = steps[index]
        if step["duration_type"] != "repeat_until_steps_cmplt":
            total += step["duration_time"]
        elif turns[index] < step["target_value"]:
            turns[index] += 1
            index = step["duration_value"]
            continue
        index += 1
    return total


def test_only_main_step_has_heart_rate() -> None:
    result = answer(STEADY)
    steps = workout(STEADY)["workout_step_mesgs"]
    assert [step["target_type"] for step in steps] == ["open", "heart_rate", "open"]
    assert [step["intensity"] for step in steps] == ["warmup", "active", "cooldown"]
    assert result["options"][0]["talk_test"][5:] in steps[1]["notes"]


def test_without_an_age_the_effort_applies_in_the_notes() -> None:
    steps = workout("intent=steady")["workout_step_mesgs"]
    assert {step["target_type"] for step in steps} == {"open"}
    assert all("of 20" in step["notes"] for step in steps)


def test_intervals_repeat_as_often_as_they_should() -> None:
    result, index = intervals()
    phases = result["options"][index]["session"]
    steps = read(build_download("fit", result, index, START).content)["workout_step_mesgs"]
    (repeat,) = [step for step in steps if step["duration_type"] == "repeat_until_steps_cmplt"]
    work = next(phase for phase in phases if phase["kind"] == "work")
    assert repeat["target_value"] == work["repeat"]
    assert steps[repeat["duration_value"]]["wkt_step_name"] == "Work"
    assert repeat["message_index"] == repeat["duration_value"] + 2


SPORTS = {
    "bike_upright": "cycling",
    "walk_easy": "walking",
    "swimming": "swimming",
    "rowing": "rowing",
    "elliptical": "fitness_equipment",
    "run_steady": "running",
    "yoga_flow": "training",
    "dance_low_impact": "dance",
    "jump_rope": "jump_rope",
    "boxing_shadow": "boxing",
    "team_sport": "team_sport",
    "rucking": "hiking",
    "circuit": "training",
    "aqua_jog": "training",
}
SUB_SPORTS = {
    "yoga_flow": "yoga",
    "circuit": "cardio_training",
    "aerobics_high_impact": "cardio_training",
    "ski_erg": "indoor_skiing",
    "rucking": "rucking",
    "spin_intervals": "spin",
}


@pytest.mark.parametrize(("modality", "sport"), SPORTS.items())
def test_a_watch_is_reported_the_sport(modality: str, sport: str) -> None:
    """The session is that of the answer; only its kind is exchanged, so that all are seen."""
    result = answer(STEADY)
    result["options"][0]["modality"] = modality
    (what,) = read(build_download("fit", result, 0, START).content)["workout_mesgs"]
    assert what["sport"] == sport


def test_every_kind_of_cardio_can_be_timed() -> None:
    result = answer(STEADY)
    for mode in MODALITIES:
        result["options"][0]["modality"] = mode.slug
        (what,) = read(build_download("fit", result, 0).content)["workout_mesgs"]
        assert what["sport"] != "generic"
        assert what["sub_sport"] == SUB_SPORTS.get(mode.slug, what["sub_sport"])


def test_creation_time_is_start_or_advice_date() -> None:
    assert workout(STEADY)["file_id_mesgs"][0]["time_created"].isoformat() == "2026-11-23T18:00:00+00:00"
    early = workout(STEADY, start=START + "+01:00")["file_id_mesgs"][0]["time_created"]
    assert early.isoformat() == "2026-11-23T17:00:00+00:00"
    assert workout(STEADY, start="")["file_id_mesgs"][0]["time_created"].isoformat() == "2026-11-01T00:00:00+00:00"


def test_a_flipped_bit_is_found() -> None:
    content = bytearray(build_download("fit", answer(STEADY), 0, START).content)
    content[40] ^= 1
    assert not Decoder(Stream.from_byte_array(content)).check_integrity()


def test_the_checksum_is_that_of_the_published_example() -> None:
    """CRC-16 of "123456789" with this polynomial is 0xBB3D in every catalogue of such checks."""
    assert checksum(b"123456789") == 0xBB3D


def test_a_text_on_a_watch_is_cut_between_characters() -> None:
    content = _text(0, "\u2013" * 20, 40).content
    assert content == ("\u2013" * 13).encode() + b"\0"


@pytest.mark.parametrize("text", ["x" * 60, "\u2013" * 60, "x\u2013" * 30, "x" * 39])
def test_a_text_on_a_watch_has_room_for_its_end(text: str) -> None:
    content = _text(0, text, 40).content
    assert len(content) <= 40
    assert content.endswith(b"\0")
    assert text.startswith(content[:-1].decode())
