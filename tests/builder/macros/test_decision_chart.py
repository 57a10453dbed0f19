"""The decision chart asks what the calculator decides by, in the same order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from calculator.answer.builder import answer
from calculator.data import parameters as p
from calculator.data.modalities import BY_SLUG
from calculator.form.fields import FIELDS
from calculator.scales import Impact, Intensity, Outcome
from tests.builder.macros.test_charts import PAGES, chart

if TYPE_CHECKING:
    from calculator.schema import Answer

RESTED = (
    "leg_effort=hard&minutes=60&goal=aerobic_endurance&lifting_experience=advanced&running_experience=regular&equipment=pool"
    "&equipment=bike_upright&"
)
FLAGS = next(field for field in FIELDS if field.name == "red_flags").choices
RED_FLAG, WALK, VERY_SORE, SORE, NEW, SOON = range(6)
QUERIES = {
    RED_FLAG: [f"soreness=1&red_flags={flag.value}" for flag in FLAGS],
    WALK: ["soreness=5&walking_affected=yes"],
    VERY_SORE: [f"soreness={p.SORENESS_NONE.value:g}"],
    SORE: [f"soreness={p.SORENESS_LOW_ONLY.value:g}"],
    NEW: ["soreness=1&novelty=first_time", "soreness=1&novelty=return_after_break"],
    SOON: ["soreness=1&next_legs_in_hours=24", "soreness=1&next_event_in_hours=24"],
}


def steps() -> list[tuple[str, str]]:
    """Each question of the drawing with what follows from a yes, as those hear it who do not see it."""
    description = chart("decision").select_one("desc")
    assert description is not None
    return re.findall(r"([A-Z][^?]+\?)\s+If yes: ([^.]+)\.", " ".join(description.get_text().split()))


def answers(step: int, hours: int = 40) -> list[Answer]:
    return [answer(f"{RESTED}hours_since_legs={hours}&{query}") for query in QUERIES[step]]


def impacts(step: int, hours: int = 40) -> set[Impact]:
    return {Impact[str(result["ceilings"]["impact"]).upper()] for result in answers(step, hours)}


def test_the_decision_chart_asks_the_tested_questions_in_order() -> None:
    questions = [question for question, _ in steps()]
    phrases = (
        "warning sign",
        "how you walk",
        str(p.SORENESS_NONE.value),
        str(p.SORENESS_LOW_ONLY.value),
        "New to",
        "tomorrow",
    )
    assert len(questions) == len(phrases)
    assert all(phrase in question for phrase, question in zip(phrases, questions, strict=True)), questions


def test_every_red_flag_stops_before_a_plan() -> None:
    assert {
        Outcome[result["outcome"].upper()] >= Outcome.OUT_OF_SCOPE_GENERAL_ADVICE for result in answers(RED_FLAG)
    } == {True}


@pytest.mark.parametrize("step", [WALK, VERY_SORE])
def test_limp_or_strong_soreness_leaves_no_impact(step: int) -> None:
    for result in answers(step):
        kinds = {option["modality"] for option in result["options"]}
        assert "walk_easy" in kinds
        assert all(BY_SLUG[kind].impact is Impact.NONE for kind in kinds - {"walk_easy"})
        assert {option["intensity"] for option in result["options"]} <= {"very_light", "light"}
    assert "bike" in steps()[VERY_SORE][1] or step == WALK


def test_sore_legs_take_low_impact() -> None:
    assert impacts(SORE) == {Impact.LOW}


def test_new_legs_take_two_gentle_days() -> None:
    days = round(p.NEW_LEGS_LOW.value / 24)
    assert steps()[NEW][1] == f"{ {2: 'two'}[days] } gentle days"
    assert impacts(NEW, 24 * days - 1) == {Impact.LOW}


def test_the_day_before_legs_or_a_match_is_short_and_light() -> None:
    for result in answers(SOON):
        assert (result["ceilings"]["minutes"] or 0) <= max(p.NEXT_LEGS_MINUTES.value, p.EVENT_MINUTES.value)
        assert Intensity[str(result["ceilings"]["leg_intensity"]).upper()] <= Intensity.MODERATE


def test_with_no_yes_at_all_the_hours_decide() -> None:
    early, late = (answer(f"{RESTED}soreness=1&hours_since_legs={hours}") for hours in (12, 96))
    assert early["ceilings"]["impact"] == "low"
    assert late["ceilings"]["impact"] == "high"


def test_the_list_below_the_drawing_has_as_many_steps() -> None:
    listed = re.findall(r"^\d\. \*\*", PAGES["can-you"].partition("#decide")[2].partition("\n## ")[0], re.MULTILINE)
    assert len(listed) == len(steps())  # two kinds of soreness share a line, and the last says what then decides
