"""The command line: output, streams, exit status."""

from __future__ import annotations

import errno
import io
import json
import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from calculator.answer.builder import answer
from calculator.cli import main
from calculator.form.fields import FIELDS
from calculator.week.answer import plan_week
from calculator.week.fields import WEEK_FIELDS

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
    result = answer("hours_since_legs=24&soreness=5&age=40")
    assert printed.out.startswith(result["headline"] + "\n\n" + result["action"] + "\n\nOptions\n")
    for title in (
        "\n\nWhy\n  ",
        "\n\nMind\n  ",
        "\n\nNot today\n  ",
        "\n\nWould change the answer\n  ",
        "\n\nNext\n  ",
    ):
        assert title in printed.out
    low, high = result["options"][0]["heart_rate"] or (0, 0)
    assert f"    Heart rate {low}-{high} bpm. We used" in printed.out
    assert f"{result['questions'][0]['field']}=" in printed.out
    assert printed.out.endswith("if something feels wrong, stop and get advice.\n")
    assert printed.err == ""


def test_intervals_are_printed_with_their_repeats(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([RICH]) == 0
    out = capsys.readouterr().out
    phases = [phase for option in answer(RICH)["options"] for phase in option["session"] if phase["seconds"]]
    assert phases
    for phase in phases:
        assert f"    {phase['repeat']} x {phase['seconds']} s {phase['kind']}: {phase['text']}\n" in out


def test_a_stop_prints_no_session(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["red_flags=chest_pain"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Stop and call for emergency help now.\n")
    for title in ("Options", "Not today", "Would change"):
        assert title not in out


def test_nothing_reported_is_answered_too(capsys: pytest.CaptureFixture[str]) -> None:
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
def test_a_command_that_is_none_is_reported_how_to_ask(
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
    out = capsys.readouterr().out
    said = " ".join(out.split())
    assert said.startswith(
        "usage: python -m calculator [-h] [--json] [--schema] [--week] [query] Cardio after leg day: what suits "
    )
    for words in (
        ' example: python -m calculator "hours_since_legs=24&soreness=5&equipment=pool&equipment=rower" ',
        " query answers as a query string; all may be left out ",
        " --json print the answer for programs ",
        ' --week lay out a week, such as "week_legs=mon-18:hard&week_rest=sun" ',
        " leg_effort light, moderate, hard, very_hard; without it hard ",
        " minutes 5 to 240 minutes; without it 30 ",
        " weight_kg 30 to 300 kg ",
        " medicines * beta_blocker, other_blood_pressure_medicine, insulin, sulfonylurea, statin, blood_thinner, other_medicine ",
        " week_lift * a day and the full hour at which it starts, such as tue-18 ",
    ):
        assert words in f"{said} "
    assert all(f"\n  {field.name} " in out for field in (*FIELDS, *WEEK_FIELDS))
    assert max(map(len, out.splitlines())) <= 100


def test_what_is_left_out_says_from_when_it_comes_back(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["soreness=7&hours_since_legs=24&leg_effort=hard"]) == 0
    out = capsys.readouterr().out
    results = {
        exclusion["name"]: exclusion
        for exclusion in answer("soreness=7&hours_since_legs=24&leg_effort=hard")["excluded"]
    }
    soon, never = results["Brisk walk"], results["Treadmill jog"]
    assert f"\n  Brisk walk: {soon['because']} From {soon['from_hours']:g} h after the legs.\n" in out
    assert never["from_hours"] is None
    assert f"\n  Treadmill jog: {never['because']}\n" in out


@pytest.mark.parametrize(
    "asked", [["soreness=%1b[31m5"], ["soreness=\x1b[31m5"], ["-x\x1b[31m"], ["--week", "week_rest=%1b[31m"]]
)
def test_no_answer_can_paint_the_terminal(asked: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(asked) == 2
    reader_answers = capsys.readouterr().err
    assert "\\u001b[31m" in reader_answers
    assert "\x1b" not in reader_answers


def test_a_week_is_printed_with_its_legs_and_what_does_not_fit(capsys: pytest.CaptureFixture[str]) -> None:
    query = "running_experience=regular&week_legs=mon-18:hard&week_legs=thu-18:hard&week_key=fri-10:run_tempo:40"
    assert main(["--week", query]) == 0
    out, week = capsys.readouterr().out, plan_week(query)
    assert out.startswith(f"{week['headline']}\n\n  Monday: ")
    assert " Legs 18:00, hard.\n" in out
    assert week["conflicts"]
    assert all(f"\n  {conflict['because']}\n" in out for conflict in week["conflicts"])
    assert out.endswith(f"{week['summary']}\n\nAdvice of {week['advice_version']}.\n")


def test_a_week_in_which_all_fits_says_nothing_of_what_does_not(capsys: pytest.CaptureFixture[str]) -> None:
    query = "week_legs=mon-18"
    assert plan_week(query)["conflicts"] == []
    assert main(["--week", query]) == 0
    assert "Does not fit" not in capsys.readouterr().out


def test_bytes_from_a_console_without_our_characters_are_utf_8(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given = "soreness=\N{LEG}".encode().decode("ascii", errors="surrogateescape")
    monkeypatch.setattr(sys, "argv", ["calculator", "--json", given])
    assert main() == 2
    assert json.loads(capsys.readouterr().out)["problems"][0]["value"] == "\N{LEG}"


@pytest.mark.parametrize(("query", "status"), [("soreness=5", 0), ("soreness=much", 2)])
def test_the_module_ends_with_its_status(query: str, status: int) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "calculator", query], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == status
    assert bool(done.stdout) == (status == 0)
    assert bool(done.stderr) == (status == 2)


def test_the_module_hands_over_what_the_console_gave(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["calculator", "soreness=5"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("calculator", run_name="__main__")
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith(answer("soreness=5")["headline"])


def test_the_engine_needs_the_standard_library_alone() -> None:
    """Law 7: `python -I -S -c "import calculator"`, here with every module of it."""
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from calculator.answer.builder import answer; answer('')"
    subprocess.run([sys.executable, "-I", "-S", "-c", code], check=True)


def run(*arguments: str, **how: object) -> subprocess.CompletedProcess[bytes]:
    """The command as a process of its own."""
    command = [sys.executable, "-m", "calculator", *arguments]
    return subprocess.run(command, cwd=ROOT, stderr=subprocess.PIPE, check=False, **{"stdout": subprocess.PIPE, **how})  # type: ignore[call-overload, no-any-return]


@pytest.mark.parametrize("asked", [["--js", "soreness=5"], ["--j", "soreness=11"], ["--wee", "week_rest=sun"]])
def test_an_abbreviated_option_is_refused(asked: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(asked) == 2
    assert capsys.readouterr().err.startswith(f"Unrecognized arguments: {asked[0]}")


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "cp1252"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "utf-16"},
    ],
)
@pytest.mark.parametrize("query", ["age=40", "soreness=\N{LEG}", "week_legs=mon-18"])
def test_json_is_read_the_same_way_in_every_locale(environment: dict[str, str], query: str) -> None:
    asked = ["--json", query, *(["--week"] if query.startswith("week") else [])]
    done = run(*asked, env={**os.environ, **environment})
    usual = run(*asked, env={**os.environ, "PYTHONUTF8": "1"})
    assert done.returncode == usual.returncode
    encoding = environment.get("PYTHONIOENCODING", "ascii")
    assert json.loads(done.stdout.decode(encoding)) == json.loads(usual.stdout.decode("ascii"))


@pytest.mark.parametrize("environment", [{"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "cp1252"}])
@pytest.mark.parametrize("asked", [["soreness=5"], ["--week", "week_legs=mon-18"]])
def test_an_answer_is_printed_in_every_locale(environment: dict[str, str], asked: list[str]) -> None:
    done = run(*asked, env={**os.environ, **environment})
    assert (done.returncode, done.stderr) == (0, b"")
    headline = plan_week(asked[1])["headline"] if asked[0] == "--week" else answer(asked[0])["headline"]
    assert headline in done.stdout.decode(environment.get("PYTHONIOENCODING", "ascii"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
@pytest.mark.parametrize("asked", [["soreness=5"], ["--json", "soreness=11"], ["--week", "week_legs=mon-18"]])
def test_a_full_disk_is_one_line(asked: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = run(*asked, stdout=full)
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == ["The answer could not be written: No space left on device."]


class Full(io.StringIO):
    """A disk that is full."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    def write(self, _text: str, /) -> int:
        raise OSError(self.number, os.strerror(self.number))

    def fileno(self) -> int:
        return os.open(os.devnull, os.O_WRONLY)


def test_a_disk_that_is_full_for_everything_still_ends_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Full(errno.ENOSPC))
    monkeypatch.setattr(sys, "stderr", Full(errno.ENOSPC))
    assert main(["soreness=5"]) == 1
    assert main(["soreness=11"]) == 1


def test_the_chosen_session_leads_the_answer_here_too(capsys: pytest.CaptureFixture[str]) -> None:
    other = answer("equipment=bike_upright")["options"][1]["modality"]
    query = f"equipment=bike_upright&choice={other}"
    assert main(["--json", query]) == 0
    assert json.loads(capsys.readouterr().out) == answer("equipment=bike_upright", other)
    assert main([query]) == 0
    assert capsys.readouterr().out.startswith(answer("equipment=bike_upright", other)["headline"])


@pytest.mark.parametrize(
    "asked", [["red_flag=fever"], ["utm_source=x"], ["--week", "week_leg=mon-18"], ["week_legs=mon-18"]]
)
def test_a_name_that_is_no_question_is_a_problem(asked: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json", *asked]) == 2
    assert len(json.loads(capsys.readouterr().out)["problems"]) == 1


def test_a_copied_address_is_read_without_what_trackers_added(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json", "https://example.org/calculator/?utm_source=x#?soreness=5"]) == 0
    assert json.loads(capsys.readouterr().out) == answer("soreness=5")


def test_a_plan_and_the_open_questions_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    query = "hours_since_legs=26&soreness=3&plan=run_steady"
    main([query])
    text, result = capsys.readouterr().out, answer(query)
    assert result["plan"]
    for sentence in (result["plan"]["text"], result["plan"]["price"], *result["plan"]["because"]):
        assert f"  {sentence}\n" in text
    for question in result["questions"]:
        assert f"{question['field']}={question['values'][0]['to']}: " in text
