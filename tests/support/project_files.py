"""The files of the project, and scripts without their comments."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)


def files(*suffixes: str, under: str = ".") -> list[Path]:
    """Every file of the project with one of the suffixes: what git tracks, or would."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", under]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    paths = [ROOT / name for name in sorted(set(listed)) if not suffixes or name.endswith(suffixes)]
    return [path for path in paths if path.is_file()]


def name(path: Path) -> str:
    """The path as a person would say it."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name


def without_comments(script: str) -> str:
    """A script or a style sheet without its comments; an address in a string keeps its slashes."""
    return COMMENT.sub("", script.replace("://", ":"))
