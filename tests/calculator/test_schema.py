"""Answers and weeks have exactly the keys and types of their schema."""

from __future__ import annotations

from types import NoneType, UnionType
from typing import get_args, get_origin, get_type_hints, is_typeddict

import pytest

from calculator.answer.builder import answer
from calculator.schema import Answer
from calculator.week.answer import plan_week
from calculator.week.schema import Week

RUNNER = "goal=aerobic_endurance&running_experience=regular&lifting_experience=advanced&minutes=60"
ANSWERS = (
    "",
    "red_flags=chest_pain",
    "age=12",
    "conditions=heart_disease",
    "conditions=pregnant&weight_kg=70",
    "soreness=9&walking_affected=yes",
    f"{RUNNER}&equipment=bike_upright&weight_kg=70&age=40&resting_hr=60",
    "age=40&goal=speed_power&hours_since_legs=96&leg_effort=moderate&soreness=0&minutes=45&equipment=track",
)
WEEKS = (
    "",
    "red_flags=chest_pain&week_legs=mon-18",
    "age=12",
    "week_hour=18&week_lift=mon-18&week_rest=sun",
    f"{RUNNER}&week_legs=mon-18:hard&week_legs=fri-18:hard&week_key=sat-10:run_tempo:40",
    f"{RUNNER}&week_key=wed-18:run_tempo:40",
    "minutes=40&week_soreness=9&week_legs=mon-18:very_hard&week_legs=wed-18:very_hard&week_legs=fri-18:very_hard",
)


def wrong(value: object, kind: object, where: str) -> list[str]:
    """Every place at which a value is not of the kind that its shape promises."""
    if is_typeddict(kind):
        hints = get_type_hints(kind)
        if not isinstance(value, dict) or value.keys() != hints.keys():
            return [f"{where}: {sorted(value) if isinstance(value, dict) else value}"]
        return [text for name, hint in hints.items() for text in wrong(value[name], hint, f"{where}.{name}")]
    if get_origin(kind) is list:
        inside = get_args(kind)[0]
        if not isinstance(value, list):
            return [f"{where}: {value}"]
        return [text for at, get_arg in enumerate(value) for text in wrong(get_arg, inside, f"{where}[{at}]")]
    if isinstance(kind, UnionType):
        return [] if any(not wrong(value, get_arg, where) for get_arg in get_args(kind)) else [f"{where}: {value}"]
    allowed = {float: (int, float), None: NoneType}.get(kind, kind)  # type: ignore[call-overload]
    fits = isinstance(value, allowed) and (allowed is bool or not isinstance(value, bool))
    return [] if fits else [f"{where}: {value}"]


@pytest.mark.parametrize("query", ANSWERS)
def test_an_answer_has_the_shape_that_is_promised(query: str) -> None:
    assert wrong(answer(query), Answer, "answer") == []


@pytest.mark.parametrize("query", WEEKS)
def test_a_week_has_the_shape_that_is_promised(query: str) -> None:
    assert wrong(plan_week(query), Week, "week") == []


def test_a_stopped_week_is_empty_and_says_the_same_as_the_answer() -> None:
    query = "red_flags=chest_pain&week_legs=mon-18"
    result, now = plan_week(query), answer("red_flags=chest_pain")
    reader_answers = (
        result["stopped"],
        result["outcome"],
        result["headline"],
        result["action"],
        result["advice_version"],
    )
    assert reader_answers == (True, now["outcome"], now["headline"], now["action"], now["advice_version"])
    empty = (result["days"], result["conflicts"], result["target"], result["move"])
    assert empty == ([], [], [], None)
    assert (result["move_note"], result["verdict"], result["summary"]) == ("", "", "")
    assert (result["minutes"], result["equivalent_minutes"]) == (0, 0)
    assert plan_week(result["query"]) == result
    assert "week_legs=mon-18" in result["query"]
