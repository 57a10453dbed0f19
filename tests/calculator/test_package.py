"""The package as other programs import it."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import calculator
from calculator.answer.builder import answer
from calculator.week.answer import plan_week

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]


def test_a_recommendation_is_that_of_the_report_for_text_and_for_a_mapping() -> None:
    query = "soreness=5&equipment=pool&equipment=rower&age=40"
    mapping: dict[str, str | float | list[str | float]] = {"soreness": 5, "equipment": ["pool", "rower"], "age": 40}
    assert calculator.recommend(query) == calculator.recommend(mapping) == answer(query)
    assert calculator.recommend() == answer("")
    other = answer(query)["options"][1]["modality"]
    assert calculator.recommend(f"{query}&choice={other}") == answer(query, other)


def test_a_week_is_that_of_the_planner() -> None:
    query = "week_legs=mon-18:hard&week_rest=sun&age=40"
    assert calculator.plan_week(query) == plan_week(query)
    assert calculator.plan_week({"week_legs": ["mon-18:hard"], "week_rest": "sun", "age": 40}) == plan_week(query)


@pytest.mark.parametrize("answers", ["red_flag=fever", "soreness=11", "utm_source=x"])
def test_problems_are_named(answers: str) -> None:
    for ask in (calculator.recommend, calculator.plan_week):
        with pytest.raises(calculator.InvalidAnswersError) as caught:
            ask(answers)
        assert len(caught.value.problems) == 1
        assert isinstance(caught.value.problems[0], calculator.Problem)


@pytest.mark.parametrize("ask", [calculator.recommend, calculator.plan_week])
def test_a_choice_that_is_no_kind_of_cardio_is_a_problem_beside_the_others(ask: Callable[[str], object]) -> None:
    with pytest.raises(calculator.InvalidAnswersError) as caught:
        ask("soreness=11&choice=bike_uprigth")
    assert [problem.field for problem in caught.value.problems] == ["soreness", "choice"]
    assert "write bike_upright" in caught.value.problems[1].message
    with pytest.raises(calculator.InvalidAnswersError) as caught:
        ask("choice=quidditch&choice=bike_upright")
    assert [problem.value for problem in caught.value.problems] == ["quidditch"]


def test_an_empty_choice_chooses_nothing() -> None:
    assert calculator.recommend("soreness=5&choice=") == calculator.recommend("soreness=5")


@pytest.mark.skipif(not shutil.which("python3.11"), reason="no older Python here")
@pytest.mark.parametrize("how", [["-m", "calculator", "soreness=5"], ["-c", "import calculator"]])
def test_an_older_python_is_reported_which_one_is_needed(how: list[str]) -> None:
    done = subprocess.run(["python3.11", *how], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].endswith("needs Python 3.12 or newer; this is 3.11.")
    assert "SyntaxError" not in done.stderr
    assert len(done.stderr.splitlines()) == 1 or how[0] == "-c"


def test_the_example_for_programmers_runs(capsys: pytest.CaptureFixture[str]) -> None:
    page = (ROOT / "docs" / "api.md").read_text("utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    exec(compile(example, "api.md", "exec"), {})  # noqa: S102 - it is ours
    said = capsys.readouterr().out
    assert said.startswith(
        calculator.recommend("hours_since_legs=24&soreness=5&equipment=pool&equipment=rower")["headline"]
    )
    assert "\nred_flags There is no question" in said
