"""The help of run.py is complete: every job, and every environment variable that the project reads."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import project_files
from tests.support.project_files import ROOT
from tools import jobs

READ = re.compile(
    r"""environ(?:\.get)?[\[(]\s*["']([A-Z_0-9]+)["']|process\.env\.([A-Z_0-9]+)|!ENV\s*\[?\s*([A-Z_0-9]+)"""
)
OF_OTHERS = {"PATH", "NODE_ENV"}  # of every system, and of Node's packages


def variables_in_code() -> dict[str, str]:
    """Every environment variable that a file of the project reads, with the file."""
    results: dict[str, str] = {}
    for path in project_files.files(".py", ".mjs", ".js", ".yml"):
        for names in READ.findall(path.read_text("utf-8")):
            results.setdefault(next(filter(None, names)), project_files.name(path))
    return results


def test_every_environment_variable_is_in_the_help() -> None:
    missing = {name: file for name, file in variables_in_code().items() if name not in {*jobs.VARIABLES, *OF_OTHERS}}
    assert not missing, f"add to VARIABLES in tools/jobs.py: {missing}"


def test_the_help_names_no_variable_that_nothing_reads() -> None:
    assert set(jobs.VARIABLES) <= set(variables_in_code())


def test_every_setting_of_a_job_is_a_variable_of_the_help() -> None:
    words = [word for job in jobs.JOBS.values() for command in job.commands for word in command.split()]
    assert {word.split("=")[0] for word in words if jobs.SETTING.match(word)} <= set(jobs.VARIABLES)


@pytest.mark.parametrize("job", jobs.JOBS.values(), ids=list(jobs.JOBS))
def test_every_file_that_a_job_names_exists(job: jobs.Job) -> None:
    words = [word for command in job.commands for word in command.split()]
    named = [
        word for word in words if "/" in word and "=" not in word and not word.startswith(("http", "node_modules"))
    ]
    assert [word for word in named if not (ROOT / word).exists()] == []


def test_help_lists_jobs_and_variables_without_packages() -> None:
    command = [sys.executable, "-S", str(Path(ROOT) / "run.py"), "help"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert [name for name in (*jobs.JOBS, *jobs.VARIABLES) if f"  {name} " not in said] == []


def test_the_environment_wins_over_the_settings_of_a_job(capfd: pytest.CaptureFixture[str]) -> None:
    say = [sys.executable, "-c", "import os; print(os.environ['PREBUILT_ANSWERS'])"]
    jobs.run(["PREBUILT_ANSWERS=first", *say], {})
    jobs.run(["PREBUILT_ANSWERS=first", *say], {"PREBUILT_ANSWERS": "full"})
    assert [line for line in capfd.readouterr().out.splitlines() if line in {"first", "full"}] == ["first", "full"]
