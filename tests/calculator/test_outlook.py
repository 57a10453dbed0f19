"""Knows outlooks worked out by hand: what opens when, and the smallest change that changes the advice.

Must never know how the engine is asked.
"""

from __future__ import annotations

import pytest

from calculator.outlook import later
from calculator.questions import parse
from calculator.report import answer
from tests.calculator.test_rules import reader

HARD = "hours_since_legs=24&leg_effort=hard&soreness=4"


def steps(changes: str) -> list[tuple[int, str, str]]:
    return [(step["from_hours"], step["impact"], step["intensity"]) for step in answer(reader(changes))["timeline"]]


def change(changes: str, field: str) -> list[tuple[str, str]]:
    return [(one["to"], one["effect"]) for one in answer(reader(changes))["changes"] if one["field"] == field]


def test_a_hard_session_opens_step_by_step_as_soreness_eases() -> None:
    found = steps(HARD)
    assert found[0] == (24, "low", "moderate")
    assert [impact for _, impact, _ in found] == ["low", "moderate", "high"]
    assert all(hours % 6 == 0 for hours, _, _ in found)


def test_nothing_opens_for_a_reader_who_is_free_already() -> None:
    assert steps("") == [(200, "high", "near_max")]
    assert answer(reader(""))["next_check"] == "Ask again tomorrow, or when something changes."


def test_the_next_check_names_hours_from_now_and_from_the_session() -> None:
    found = answer(reader(HARD))
    opens = found["timeline"][1]["from_hours"]
    assert found["next_check"] == (
        f"In about {opens - 24} h, {opens} h after the leg session, moderate impact should open if soreness eases as usual. "
        "Ask again then, or tomorrow."
    )


def test_the_outlook_ends_at_the_next_fixed_session() -> None:
    assert steps(HARD + "&next_legs_in_hours=5") == [(24, "low", "moderate")]
    assert all(hours <= 24 + 40 for hours, _, _ in steps(HARD + "&next_event_in_hours=40"))


def test_a_mode_that_comes_back_says_when() -> None:
    found = {one["modality"]: one["from_hours"] for one in answer(reader(HARD))["excluded"]}
    back = found["run_steady"]
    assert back is not None
    assert 24 < back <= 120
    assert (back, "moderate") in [(hours, impact) for hours, impact, _ in steps(HARD)]


@pytest.mark.parametrize(
    ("hours", "soreness", "walking"), [(0, 4, True), (24, 4, True), (48, 3, True), (72, 2, False), (144, 1, False)]
)
def test_later_soreness_eases_and_the_walk_with_it(hours: int, soreness: int, walking: bool) -> None:  # noqa: FBT001 - a column
    then = later(parse("hours_since_legs=24&soreness=4&walking_affected=yes&next_legs_in_hours=150"), hours)
    assert (then.hours_since_legs, then.soreness, then.walking_affected) == (24 + hours, soreness, walking)
    assert then.next_legs_in_hours == 150 - hours
    assert then.next_event_in_hours is None


def test_the_smallest_change_of_each_answer_is_told() -> None:
    less, more = change("soreness=3", "soreness")
    assert less[0] == "2"
    assert less[1].startswith("The answer would be") or less[1].startswith("Impact would be high instead of moderate; ")
    assert less[1].endswith("intervals would be open.")
    assert more[0] == "4"
    assert "a clinician's look first" in more[1]


@pytest.mark.parametrize(
    ("changes", "field", "to"),
    [
        ("sleep_hours=5&hours_since_legs=66&leg_effort=hard", "sleep_hours", ["6"]), ("sleep_hours=6", "sleep_hours", []),
        ("walking_affected=yes", "walking_affected", ["no"]), ("", "walking_affected", ["yes"]),
        ("minutes=30", "minutes", ["45"]), ("minutes=225", "minutes", []), ("minutes=240", "minutes", []),
        ("leg_effort=hard&hours_since_legs=24&soreness=0", "leg_effort", ["moderate"]), ("", "leg_effort", []),
        ("", "hours_since_legs", []), ("hours_since_legs=24&leg_effort=hard&soreness=0", "hours_since_legs", ["30"]),
    ],
)  # fmt: skip
def test_a_change_is_told_where_there_is_one(changes: str, field: str, to: list[str]) -> None:
    assert [told for told, _ in change(changes, field)] == to


def test_a_changed_walk_names_every_part_of_the_effect() -> None:
    (told,) = change("", "walking_affected")
    assert told[1].startswith("The answer would be a plan with cautions; impact would be none instead of high; ")
    assert "effort up to light" in told[1]
    assert "instead of near max" in told[1]
    assert "intervals would be closed." in told[1]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ("novelty=first_time&soreness=6&hours_since_legs=60", "rest or a gentle walk"),
        ("soreness=3", "a clinician's look first"),
        ("walking_affected=yes", "a plan without cautions"), ("", "a plan with cautions"),
    ],
)  # fmt: skip
def test_another_outcome_is_told_in_words(changes: str, words: str) -> None:
    assert any(words in one["effect"] for one in answer(reader(changes))["changes"])
