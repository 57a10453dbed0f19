"""Knows the command line: what it prints, where, and with which exit status.

Must never know which advice is right.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from calculator.__main__ import main
from calculator.report import answer

ROOT = Path(__file__).parent.parent.parent
RICH = (
    "age=40&weight_kg=80&goal=speed_power&hours_since_legs=96&leg_effort=moderate&soreness=0&minutes=45"
    "&equipment=track&lifting_experience=advanced&running_experience=regular"
)


def test_json_is_the_whole_answer(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["soreness=5", "--json"]) == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out) == answer("soreness=5")
    assert printed.err == ""


def test_people_read_the_headline_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["hours_since_legs=24&soreness=5&age=40"]) == 0
    printed = capsys.readouterr()
    found = answer("hours_since_legs=24&soreness=5&age=40")
    assert printed.out.startswith(found["headline"] + "\n\n" + found["action"] + "\n\nOptions\n")
    for title in (
        "\n\nWhy\n  ",
        "\n\nMind\n  ",
        "\n\nNot today\n  ",
        "\n\nWould change the answer\n  ",
        "\n\nNext\n  ",
    ):
        assert title in printed.out
    low, high = found["options"][0]["heart_rate"] or (0, 0)
    assert f"    Heart rate {low}-{high} bpm. From your age" in printed.out
    assert "soreness = " in printed.out
    assert printed.out.endswith("if something feels wrong, stop and get advice.\n")
    assert printed.err == ""


def test_intervals_are_printed_with_their_repeats(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([RICH]) == 0
    assert "    10 x 15 s work: " in capsys.readouterr().out


def test_a_stop_prints_no_session(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["red_flags=chest_pain"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Stop and call for emergency help now.\n")
    for title in ("Options", "Not today", "Would change"):
        assert title not in out


def test_nothing_told_is_answered_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert capsys.readouterr().out.startswith(answer("")["headline"])


def test_problems_go_to_standard_error_one_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["soreness=11&minutes=4"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert [line.split(":")[0] for line in printed.err.splitlines()] == [
        "How sore are your legs now? (soreness)",
        "Minutes you have today (minutes)",
    ]


def test_problems_in_json_name_field_value_and_message(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json", "soreness=11&goal="]) == 2
    printed = capsys.readouterr()
    assert printed.err == ""
    problems = json.loads(printed.out)["problems"]
    assert [(problem["field"], problem["value"]) for problem in problems] == [("soreness", "11"), ("goal", "")]
    assert all(set(problem) == {"field", "value", "message"} for problem in problems)


@pytest.mark.parametrize(
    ("asked", "word"),
    [
        (["-soreness=5"], "Unrecognized arguments: -soreness=5. Write the answers as one text in quotes, "),
        (["soreness=5", "minutes=30"], "Unrecognized arguments: minutes=30. Write"),
        (["--json=yes"], "Argument --json: ignored explicit argument 'yes'. Write"),
    ],
)
def test_a_command_that_is_none_is_told_how_to_ask(
    asked: list[str], word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(asked) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(word)
    assert printed.err.endswith('like "hours_since_legs=24&soreness=5"; --help tells more.\n')


def test_programs_hear_of_a_wrong_command_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json", "-soreness=5"]) == 2
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert (problem["field"], problem["value"]) == ("", "-soreness=5")


def test_help_says_what_it_is_and_every_way_to_ask(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    said = " ".join(capsys.readouterr().out.split())
    assert said.startswith(
        "usage: python -m calculator [-h] [--json] [--week] [query] Cardio after leg day: what suits "
    )
    for words in (
        " query answers as a query string; what is left out takes the cautious default ",
        " --json print the answer for programs ",
        " --week lay out a week: see the grammar in week_questions.py",
    ):
        assert words in f"{said} "


@pytest.mark.parametrize(("query", "status"), [("soreness=5", 0), ("soreness=much", 2)])
def test_the_module_ends_with_its_status(query: str, status: int) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "calculator", query], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == status
    assert bool(done.stdout) == (status == 0)
    assert bool(done.stderr) == (status == 2)


def test_the_engine_needs_the_standard_library_alone() -> None:
    """Law 7: `python -I -S -c "import calculator"`, here with every module of it."""
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); import calculator.report; calculator.report.answer('')"
    subprocess.run([sys.executable, "-I", "-S", "-c", code], check=True)
