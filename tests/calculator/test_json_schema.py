"""The published schema holds for every answer, week and problem, and knows every field."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from calculator import json_schema
from calculator.answer.builder import answer_for
from calculator.cli import main
from calculator.form.fields import FIELDS
from calculator.json_schema import VERSION, schema
from calculator.model import Situation
from calculator.week.answer import WEEK_FIELDS, plan_week
from tests.support.strategies import situations

SCHEMA: dict[str, Any] = json.loads(json.dumps(schema()))
KINDS: dict[str, Any] = {"string": str, "integer": int, "number": (int, float), "boolean": bool, "null": type(None)}


def faults(value: object, rule: dict[str, Any], at: str = "") -> list[str]:
    """Where a value does not follow a rule of the few that this schema uses; every key has to be known."""
    if "$ref" in rule:
        return faults(value, SCHEMA["$defs"][rule["$ref"].rpartition("/")[2]], at)
    if "anyOf" in rule:
        return [] if any(not faults(value, item, at) for item in rule["anyOf"]) else [f"{at}: {value!r}"]
    if rule["type"] == "object":
        if not isinstance(value, dict):
            return [f"{at}: {value!r}"]
        keys = rule["properties"]
        wrong = [f"{at}.{key}" for key in set(value) ^ set(keys)]
        return wrong + [
            fault for key in set(keys) & set(value) for fault in faults(value[key], keys[key], f"{at}.{key}")
        ]
    if rule["type"] == "array":
        return (
            [fault for item in value for fault in faults(item, rule["items"], f"{at}[]")]
            if isinstance(value, list)
            else [at]
        )
    right = isinstance(value, KINDS[rule["type"]]) and (rule["type"] == "boolean" or not isinstance(value, bool))
    return [] if right and value in rule.get("enum", [value]) else [f"{at}: {value!r}"]


@given(situations)
def test_every_answer_follows_the_schema(s: Situation) -> None:
    assert faults(answer_for(s), SCHEMA["$defs"]["Answer"]) == []


@pytest.mark.parametrize(
    "query",
    [
        "",
        "red_flags=fever",
        "week_legs=mon-18&week_legs=thu-18&week_key=sun-10:run_tempo:40&running_experience=regular",
    ],
)
def test_a_week_follows_the_schema(query: str) -> None:
    assert faults(plan_week(query), SCHEMA["$defs"]["Week"]) == []


def test_problems_follow_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json", "soreness=11"]) == 2
    assert faults(json.loads(capsys.readouterr().out), SCHEMA["$defs"]["Problems"]) == []


def test_the_schema_knows_every_field_and_its_version() -> None:
    asked = SCHEMA["$defs"]["WeekQuery"]["properties"]
    assert set(asked) == {field.name for field in (*FIELDS, *WEEK_FIELDS)} | {"choice"}
    assert asked["soreness"] == {
        "description": "How sore are your legs now?", "default": "4", "type": "integer", "minimum": 0, "maximum": 10
    }  # fmt: skip
    assert "chest_pain" in asked["red_flags"]["items"]["enum"]
    assert SCHEMA["version"] == VERSION == 1


def test_every_key_says_what_it_means() -> None:
    for name, rule in SCHEMA["$defs"].items():
        for key, value in rule["properties"].items():
            assert value["description"], f"{name}.{key}"


def test_every_meaning_is_that_of_a_key() -> None:
    for name, meanings in json_schema._MEANINGS.items():
        assert set(meanings) == set(SCHEMA["$defs"][name]["properties"])


def test_the_command_line_prints_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--schema"]) == 0
    assert json.loads(capsys.readouterr().out) == SCHEMA
