"""Imports point down, and the calculator needs the standard library only."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.project_files import ROOT

# -I and -S: no environment, no site-packages; what is imported now is Python's own or ours.
ALONE = """
import importlib, pkgutil, sys
sys.path.insert(0, sys.argv[1])
import calculator
for module in pkgutil.walk_packages(calculator.__path__, "calculator."):
    importlib.import_module(module.name)
"""


def alone(root: Path) -> str:
    """What Python says when every module of the calculator is imported without anything installed."""
    command = [sys.executable, "-I", "-S", "-c", ALONE, str(root)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stderr


def floors(root: Path) -> int:
    """The exit status of import-linter."""
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    return subprocess.run(command, cwd=root, capture_output=True, check=False).returncode


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the floors, to plant a fault in."""
    for part in ("calculator", "builder", "frozen_runtime"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    for part in ("app.py", "pyproject.toml"):
        shutil.copyfile(ROOT / part, tmp_path / part)
    return tmp_path


def test_the_calculator_imports_the_standard_library_only() -> None:
    assert alone(ROOT) == ""


def test_an_import_from_elsewhere_is_found(copy: Path) -> None:
    (copy / "calculator" / "planted.py").write_text("import jinja2\n", "utf-8")
    assert "No module named 'jinja2'" in alone(copy)


def imported(script: str) -> set[str]:
    """The first names of everything that a script imports."""
    names: set[str] = set()
    for step in ast.walk(ast.parse(script)):
        if isinstance(step, ast.Import):
            names |= {alias.name.split(".")[0] for alias in step.names}
        elif isinstance(step, ast.ImportFrom):
            names.add((step.module or "").split(".")[0])
    return names


def test_the_app_imports_the_calculator_and_the_templates_only() -> None:
    outside = imported((ROOT / "app.py").read_text("utf-8")) - sys.stdlib_module_names
    assert outside == {"calculator", "jinja2"}


def test_what_is_imported_is_found() -> None:
    assert imported("from builder import bundle\nimport mkdocs.utils") == {"builder", "mkdocs"}


def test_imports_point_down(copy: Path) -> None:
    assert floors(copy) == 0


@pytest.mark.parametrize(
    ("file", "line"),
    [("errors.py", "import app"), ("sources.py", "import calculator.assessment.engine"), ("planted.py", "x = 1")],
)
def test_an_import_that_points_up_is_found(copy: Path, file: str, line: str) -> None:
    with (copy / "calculator" / file).open("a", encoding="utf-8") as module:
        module.write(f"\n{line}\n")
    assert floors(copy) != 0
