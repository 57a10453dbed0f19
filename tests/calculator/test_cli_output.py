"""The command line on narrow consoles, into memory and into a closed pipe."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from calculator import cli as command_line
from calculator.answer.builder import answer

ROOT = Path(__file__).parents[2]
WEIGHED = "hours_since_legs=24&soreness=5&weight_kg=70"


def test_ascii_console_shows_replacement() -> None:
    console = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    choice = "soreness=\N{EN DASH}"
    with redirect_stdout(console), redirect_stderr(console):
        assert command_line.main([choice]) != 0
    console.seek(0)
    printed = console.read()
    assert "?" in printed
    assert printed.isascii()


def test_output_that_is_caught_in_memory_is_the_same_text() -> None:
    caught = io.StringIO()
    with redirect_stdout(caught):
        assert command_line.main([WEIGHED]) == 0
    assert caught.getvalue().startswith(answer(WEIGHED)["headline"] + "\n")


def test_energy_is_reported_with_its_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.main([WEIGHED]) == 0
    option = answer(WEIGHED)["options"][0]
    energy = "-".join(map(str, dict.fromkeys(option["kcal"] or ())))
    assert f"    About {energy} kcal ({option['met']['value']:g} MET, " in capsys.readouterr().out


def test_a_reader_who_has_had_enough_hears_no_complaint() -> None:
    """`python -m calculator | head -1`, with a pipe that is closed before anything is printed."""
    listener, speaker = os.pipe()
    os.close(listener)
    done = subprocess.run(
        [sys.executable, "-m", "calculator", WEIGHED],
        cwd=ROOT,
        stdout=speaker,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(speaker)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_closed_pipe_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same inside one process, where it can be counted: what comes after goes nowhere."""
    listener, speaker = os.pipe()
    os.close(listener)
    with os.fdopen(speaker, "w") as closed:
        monkeypatch.setattr(sys, "stdout", closed)
        assert command_line.main([WEIGHED]) == 0
        assert command_line.main([WEIGHED]) == 0
