"""What a text message contains, and what it must leave out."""

from __future__ import annotations

from hypothesis import given

from calculator.answer.builder import answer
from calculator.data.sentences import say
from calculator.downloads.registry import build_download
from calculator.downloads.steps import workout_steps
from calculator.downloads.text import title
from calculator.schema import Answer
from tests.support.sample_sessions import START, STEADY, answers, intervals


def message(result: Answer, index: int = 0, start: str = START) -> str:
    return build_download("text", result, index, start).content.decode()


@given(answers)
def test_a_message_says_what_how_long_how_hard_and_when_to_stop(result: Answer) -> None:
    for index, option in enumerate(result["options"]):
        text = message(result, index)
        assert text.startswith(option["name"])
        assert "Mon 23 Nov, 18:00" in text
        assert f"Effort {option['rpe'][0]}" in text
        assert option["stop"] in text
        assert ("Rest is as good a choice today." in text) is (result["outcome"] == "rest_or_walk_only")
        assert text.isprintable() or set(filter(lambda sign: not sign.isprintable(), text)) == {"\n"}


def test_a_message_reads_like_this() -> None:
    result = answer("equipment=bike_upright&intent=steady")
    best, version = result["options"][0], result["advice_version"]
    assert message(result) == (
        "Upright bike, 30 min, moderate\n"
        "Mon 23 Nov, 18:00\n\n"
        f"1. Warm-up, 5 min: {say('session.warm-up')}\n"
        "2. Session, 22 min: Ride an upright bike with light resistance.\n"
        f"3. Cool-down, 3 min: {say('session.cool-down')}\n\n"
        f"Effort 11\N{EN DASH}13 of 20: you can talk but not sing. {best['feel']}\n\n"
        f"{best['stop']}\n\n"
        f"Cardio after leg day, advice of {version}.\n"
    )


def test_intervals_take_one_line() -> None:
    result, index = intervals()
    repeat = next(phase["repeat"] for phase in result["options"][index]["session"] if phase["kind"] == "work")
    assert f"2. {repeat} times: 10 s fast and relaxed, then 2 min walk back slowly." in message(result, index)


def test_utc_is_named_and_a_missing_moment_is_left_out() -> None:
    assert "\nMon 23 Nov, 18:00 UTC\n" in message(answer(STEADY), start=START + "Z")
    assert "\nMon 23 Nov, 18:00\n" in message(answer(STEADY), start=START + "+01:00")
    assert message(answer(STEADY), start="").split("\n")[1] == ""


def test_a_message_keeps_the_readers_health_to_itself() -> None:
    text = message(answer("conditions=pregnant&conditions=obesity&medicines=beta_blocker&age=31&weight_kg=83")).lower()
    assert not [word for word in ("pregnan", "obes", "beta", "weight", "83") if word in text]


def test_a_rest_between_repeats_is_a_sentence_of_its_own() -> None:
    fit = "hours_since_legs=168&leg_effort=light&soreness=0&lifting_experience=advanced&running_experience=regular"
    result = answer(f"{fit}&goal=general_health&intent=intervals&minutes=45&equipment=bike_upright")
    (spin,) = [option for option in result["options"] if option["format"] == "four-by-four"]
    texts = {part.kind: part.text for part in workout_steps(spin)}
    assert (texts["work"], texts["rest"]) == ("Hard but even.", "Keep moving easily.")


def test_message_without_start_begins_with_session() -> None:
    result = answer("soreness=5")
    text = build_download("text", result, 0).content.decode()
    assert text.splitlines()[:2] == [title(result["options"][0]), ""]
