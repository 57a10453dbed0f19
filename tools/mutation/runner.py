"""Run tests against one mutant in a forked process until one fails.

Only tests that reach the changed lines are run, quickest first.
"""

from __future__ import annotations

import gc
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from tools.mutation.line_coverage import LineCoverage
from tools.mutation.mutants import Mutant, Mutants

if TYPE_CHECKING:
    from tools.mutation.golden_checks import GoldenCheck

__all__ = ["KILLED", "NOT_COVERED", "SURVIVED", "MutationRunner", "Results"]

SURVIVED, KILLED, NOT_COVERED = "lives", "dies", "no test"
IMPORT = "import"  # the name under which lines run that make a table
BROAD_TESTS = (
    "test_the_sentences_are_current",
    "test_a_golden_file_is_current",
)  # whole lists: they kill most of what the glances leave
QUICK_SECONDS = 0.03  # seconds: tests up to here come before the strong ones
CHECKS_FIRST = 60  # glances before the first test
RECENT_KILLERS = 8  # killers of the same function that are asked first
SLOWDOWN = 10  # the clock stops a mutant after so many times what a question takes, and ten seconds more
IMPORT_SECONDS = 120  # seconds of CPU for a Python of its own
MEMORY = 3 << 30  # bytes
IMPORT_TESTS = (
    "rules/test_rules",
    "rules/test_rule_metadata",
    "test_claims",
    "test_parameters",
    "test_session_builder",
    "test_heart_rate",
    "test_what_if",
)

type Results = dict[str, str]


class MutationRunner:
    """A plugin of pytest that asks everything once as it is, and then some of it once a mutant."""

    def __init__(self, folder: Path, names: list[str], children: int, patience: float, until: float) -> None:
        self.folder, self.results, self.names = folder, folder / "results.json", names
        self.children, self.patience, self.until = children, patience, until
        self.found: Results = json.loads(self.results.read_text("utf-8")) if self.results.exists() else {}
        self.running: dict[int, str] = {}
        self.killers: dict[str, list[str]] = defaultdict(list)
        self.items: dict[str, pytest.Item] = {}
        self.golden_checks: dict[str, GoldenCheck] = {}
        self.seconds: dict[str, float] = {}
        self.mutants, self.lines = Mutants(folder), LineCoverage()
        self.lines.start()
        self.mutants.load()
        self.lines.stop(IMPORT)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Hunt every mutant instead of running every test."""
        self._ask_all(session)
        for name in self.names:
            if time.time() < self.until:
                self._try(session, name)
        while self.running:
            self._wait()
        self._write()
        return True

    def _ask_all(self, session: pytest.Session) -> None:
        """Find out what runs through which line, and how long it takes. All of it must be green."""
        from tools.mutation.golden_checks import (
            golden_checks,  # it imports the calculator: not before its lines are watched
        )

        self.items = {item.nodeid: item for item in session.items}
        self.golden_checks = {check.name: check for check in golden_checks()}
        for name, ask in self._questions(session):
            self.lines.start()
            start = time.process_time()
            if ask():
                pytest.exit(f"there is nothing to hunt while this fails: {name}", 2)
            self.seconds[name] = time.process_time() - start
            self.lines.stop(name)
        self.lines.end()
        gc.collect()
        gc.freeze()

    def _questions(self, session: pytest.Session) -> Iterator[tuple[str, Callable[[], bool]]]:
        yield from ((name, check.differs) for name, check in self.golden_checks.items())
        yield from ((name, partial(self._fails, session, name)) for name in self.items)

    def _try(self, session: pytest.Session, name: str) -> None:
        """Try one mutant as soon as there is room for it."""
        mutant = self.mutants.mutant(name)
        if not (reach := self.lines.names(mutant.file, mutant.lines)):
            self.found[name] = NOT_COVERED
            return
        while len(self.running) >= self.children:
            self._wait()
        if (child := os.fork()) == 0:
            self._child(session, mutant, reach)
        self.running[child] = name

    def _order(self, mutant: Mutant, reach: set[str]) -> list[str]:
        """What is asked, in this order."""
        lately = [
            name for name in dict.fromkeys(reversed(self.killers[mutant.function])) if name in reach and name != IMPORT
        ][:RECENT_KILLERS]
        seen = [name for name in self.golden_checks if name in reach]
        random.Random(mutant.name).shuffle(seen)  # noqa: S311 - an order, not a secret
        tests = self._mixed(sorted((name for name in self.items if name in reach), key=lambda name: self.seconds[name]))
        quick = [name for name in tests if self.seconds[name] <= QUICK_SECONDS]
        strong = [name for name in tests if name.endswith(BROAD_TESTS)]
        return list(dict.fromkeys([*lately, *seen[:CHECKS_FIRST], *quick, *strong, *tests, *seen[CHECKS_FIRST:]]))

    def _mixed(self, tests: list[str]) -> list[str]:
        """One row of every table of cases, then a second one, and so on: rows are alike, tables are not."""
        rows: Counter[str] = Counter()
        turns: list[tuple[int, str]] = []
        for name in tests:
            table = name.partition("[")[0]
            turns.append((rows[table], name))
            rows[table] += 1
        return [name for _, name in sorted(turns, key=lambda turn: turn[0])]

    def _child(self, session: pytest.Session, mutant: Mutant, reach: set[str]) -> NoReturn:
        """Be the mutant, and leave the name of what killed it. Does not come back."""
        status = 3
        try:
            gc.disable()
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            quiet = os.open(os.devnull, os.O_WRONLY)
            os.dup2(quiet, 1)
            os.dup2(quiet, 2)
            self.mutants.install(mutant)
            status = int(self._dies(session, mutant, reach))
        finally:  # whatever a mutant raises: a child must not go on with its parent's work
            os._exit(status)

    def _dies(self, session: pytest.Session, mutant: Mutant, reach: set[str]) -> bool:
        for name in self._order(mutant, reach):
            if time.process_time() > self.patience:
                break
            self._note(name, SLOWDOWN * self.seconds[name] + 10)
            if self.golden_checks[name].differs() if name in self.golden_checks else self._fails(session, name):
                return True
        self._note(IMPORT, IMPORT_SECONDS)
        return IMPORT in reach and self._dies_at_import(mutant)

    def _note(self, name: str, seconds: float) -> None:
        """Leave the name of what is asked now, so that it is known if it kills, and set the clock."""
        (self.folder / f"asked-{os.getpid()}").write_text(name, "utf-8")
        enough = int(time.process_time() + seconds)
        resource.setrlimit(resource.RLIMIT_CPU, (enough, resource.RLIM_INFINITY))

    def _dies_at_import(self, mutant: Mutant) -> bool:
        """What makes a table has run when it is imported: a copy with the mutant in it, and a Python of its own."""
        copy = self.folder / f"import-{os.getpid()}"
        try:
            for name in ("calculator", "tests", "tools"):
                shutil.copytree(self.folder / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
            shutil.copy2(self.folder / "pyproject.toml", copy)
            (copy / "calculator" / mutant.file).write_text(self.mutants.source_with(mutant), "utf-8")
            files = [f"tests/calculator/{name}.py" for name in IMPORT_TESTS]
            files += [name for name in self.items if name.endswith(BROAD_TESTS)]
            ask = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--tb=no", *files]
            return subprocess.run(ask, cwd=copy, check=False).returncode != 0
        finally:
            shutil.rmtree(copy, ignore_errors=True)

    def _fails(self, session: pytest.Session, name: str) -> bool:
        item = self.items[name]
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
        return bool(session.testsfailed)

    def _wait(self) -> None:
        """Take in one child that has ended; one that the clock stopped counts as killed, as it does for mutmut."""
        child, status = os.wait()
        name, options = self.running.pop(child), self.folder / f"asked-{child}"
        if os.WIFEXITED(status) and os.WEXITSTATUS(status) not in {0, 1}:
            print(f"\nnot tried: {name}", file=sys.stderr)
        else:
            self.found[name] = KILLED if status else SURVIVED
        if status and options.exists():
            self.killers[self.mutants.mutant(name).function].append(options.read_text("utf-8"))
        options.unlink(missing_ok=True)
        if len(self.found) % 20 == 0:
            self._write()

    def _write(self) -> None:
        self.results.write_text(json.dumps(self.found, indent=0), "utf-8")
