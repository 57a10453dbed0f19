"""Knows how to hunt mutants of the calculator: mutmut makes them in a copy, our tests must kill nine of ten.

Must never know which test kills what. mutmut leaves decorated functions alone, and every rule is one, so the copy says
`name = rule(...)(name)` under the function instead of `@rule(...)` above it: the same program, written longer.
mutmut also finds which tests reach which function. The hunt itself is a loop of our own: it collects the tests once
and forks for every mutant, which makes the whole of them an affair of an hour instead of a day.

    python tests/calculator/mutants.py                    every mutant; ends with status 1 below the least share
    python tests/calculator/mutants.py --sample 800       about so many: a share of every file, some of every rule
    python tests/calculator/mutants.py --only rules       those whose name holds this word, with the copy that is there
    python tests/calculator/mutants.py --again            those that lived, with the copy that is there and today's tests
    python tests/calculator/mutants.py --show             who lives, with the change that nobody noticed
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from mutmut.configuration import config
from mutmut.mutation import trampoline

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".build" / "mutants"
LEAST = 90  # per cent of the mutants that were tried
COPIED = ("calculator", "tests", "pyproject.toml")
LIVES, DIES, UNSEEN = "lives", "dies", "no test"
PATIENCE = 5  # the clock stops a mutant after so many times what the tests that reach it took, and a minute more
TABLES = ("model", "modalities", "parameters", "formats")  # what they do is done when they are imported
QUICK = (
    "test_rules.py",
    "test_refs.py",
    "test_claims.py",
    "test_parameters.py",
    "test_sessions.py",
    "test_heart_rate.py",
)
STRONG = ("said_is_current", "current_to_the_letter")  # kill most where words are made, so they are asked early
FEW = "errors"  # mutmut makes every mutant and collects every test before it tries the first

type Fates = dict[str, str]


def undecorated(source: str) -> str:
    """The same module with every decorator of a function at its top level written as a call after it.

    A memory is left out: what it kept before the fork would speak for the mutant.
    """
    lines = source.splitlines(keepends=True)
    for node in reversed(ast.parse(source).body):
        if isinstance(node, ast.FunctionDef) and node.decorator_list:
            calls = [name for decorator in node.decorator_list if "cache" not in (name := ast.unparse(decorator))]
            after = [f"{node.name} = ({call})({node.name})\n" for call in reversed(calls)]
            body = lines[node.lineno - 1 : node.end_lineno]
            lines[node.decorator_list[0].lineno - 1 : node.end_lineno] = [*body, *after]
    return "".join(lines)


def lay_out(folder: Path) -> None:
    """Make the copy that is mutated, anew, and the mutants in it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in COPIED:
        one = ROOT / name
        if one.is_dir():
            shutil.copytree(one, folder / name, ignore=shutil.ignore_patterns("__pycache__", "browser", "hosts"))
        else:
            shutil.copy2(one, folder / name)
    for path in (folder / "calculator").rglob("*.py"):
        path.write_text(undecorated(path.read_text("utf-8")), "utf-8")
    mutmut(folder, "run", "--max-children", "1", f"calculator.{FEW}.*")


def renew_tests(folder: Path) -> None:
    """Hand today's tests to the copy, and have mutmut find out what the new ones reach."""
    for copy in (folder, folder / "mutants"):
        shutil.copytree(ROOT / "tests" / "calculator", copy / "tests" / "calculator", dirs_exist_ok=True)
    mutmut(folder, "run", "--max-children", "1", f"calculator.{FEW}.*")


def mutmut(folder: Path, *arguments: str) -> None:
    """Run mutmut in the copy."""
    subprocess.run([sys.executable, "-m", "mutmut", *arguments], cwd=folder, env=surroundings(), check=True)


def surroundings() -> dict[str, str]:
    """Few examples a property, for each mutant meets every test that reaches it; and always the same ones."""
    return dict(os.environ, HYPOTHESIS_PROFILE="mutants", PYTHONHASHSEED="0", PYTHONDONTWRITEBYTECODE="1")


def made(folder: Path) -> dict[str, list[str]]:
    """The names of the mutants of each file."""
    told = sorted((folder / "mutants").rglob("*.meta"))
    every = {
        str(path.relative_to(folder / "mutants")).removesuffix(".py.meta"): json.loads(path.read_text("utf-8"))
        for path in told
    }
    return {file: list(found["exit_code_by_key"]) for file, found in every.items() if found["exit_code_by_key"]}


def drawn(mutants: dict[str, list[str]], many: int) -> list[str]:
    """A share of every file's mutants, and two or more of every rule and remark: always the same ones, in mixed order."""
    share = many / sum(map(len, mutants.values()))
    chance = random.Random(20261122)  # noqa: S311 - a sample, not a secret
    picked: set[str] = set()
    for file, some in mutants.items():
        strata = _functions(some) if "rules" in file or "remarks" in file else [some]
        for names in strata:
            picked.update(chance.sample(names, min(len(names), max(2, round(share * len(names))))))
    mixed = sorted(picked)
    chance.shuffle(mixed)
    return mixed


def _functions(names: list[str]) -> list[list[str]]:
    """The mutants of each function."""
    by_function: dict[str, list[str]] = {}
    for name in names:
        by_function.setdefault(name.rpartition("__mutmut_")[0], []).append(name)
    return list(by_function.values())


class Hunt:
    """A plugin of pytest that runs the collected tests once a mutant, in a fork, until the first failure."""

    def __init__(self, folder: Path, names: list[str], children: int, patience: float) -> None:
        stats = json.loads((folder / "mutants" / "mutmut-stats.json").read_text("utf-8"))
        self.reached: dict[str, list[str]] = stats["tests_by_mangled_function_name"]
        self.seconds: dict[str, float] = stats["duration_by_test"]
        self.fates = folder / "fates.json"
        self.names, self.children, self.patience = names, children, patience
        self.found: Fates = json.loads(self.fates.read_text("utf-8")) if self.fates.exists() else {}
        self.running: dict[int, str] = {}
        self.killers = [test for test in self.seconds if test.endswith(STRONG)]
        self.items: dict[str, pytest.Item] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Hunt every mutant instead of running every test."""
        self.items = {item.nodeid: item for item in session.items}
        for name in self.names:
            tests = self._tests(name)
            if not tests and name.split(".")[1] not in TABLES:
                self.found[name] = UNSEEN
                continue
            while len(self.running) >= self.children:
                self._wait()
            if (child := os.fork()) == 0:
                self._child(session, name, tests)
            self.running[child] = name
        while self.running:
            self._wait()
        return True

    def _tests(self, name: str) -> list[str]:
        """The tests that reach a mutant's function: those that killed lately first, then the quick before the slow."""
        reached = {test for test in self.reached.get(name.rpartition("__mutmut_")[0], ()) if test in self.items}
        lately = [test for test in dict.fromkeys(reversed(self.killers[-40:])) if test in reached]
        return [*lately, *sorted(reached.difference(lately), key=lambda test: self.seconds[test])]

    def _child(self, session: pytest.Session, name: str, tests: list[str]) -> None:
        """Be the mutant, meet the tests, and leave the name of the one that killed it. Does not come back."""
        enough = int(sum(self.seconds[test] for test in tests) * PATIENCE) + 60
        resource.setrlimit(resource.RLIMIT_CPU, (enough, enough))
        os.environ["MUTANT_UNDER_TEST"] = name
        # Asked at every call of every function, and mutmut's own way of finding out is slow.
        trampoline.get_mutant_under_test = lambda: name
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        status = 1
        try:
            if name.split(".")[1] in TABLES:
                files = (f"tests/calculator/{file}" for file in QUICK)
                os.execv(sys.executable, [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *files])  # noqa: S606
            status = int(any(self._kills(session, test) for test in tests if time.process_time() < self.patience))
        finally:  # whatever a mutant raises: a child must not go on with its parent's work
            os._exit(status)

    def _kills(self, session: pytest.Session, test: str) -> bool:
        """Whether this test fails; the first one that does leaves its name, to be asked first from then on."""
        item = self.items[test]
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
        if session.testsfailed:
            (self.fates.parent / str(os.getpid())).write_text(test, "utf-8")
        return bool(session.testsfailed)

    def _wait(self) -> None:
        """Take in one child that has ended; one that was stopped by the clock counts as killed, as it does for mutmut."""
        child, status = os.wait()
        self.found[self.running.pop(child)] = LIVES if status == 0 else DIES
        told = self.fates.parent / str(child)
        if told.exists():
            self.killers.append(told.read_text("utf-8"))
            told.unlink()
        if len(self.found) % 20 == 0 or not self.running:
            self.fates.write_text(json.dumps(self.found, indent=0), "utf-8")


def hunt(folder: Path, names: list[str], children: int, patience: float) -> Fates:
    """The fate of each of these mutants."""
    os.chdir(folder / "mutants")
    os.environ.update(surroundings())
    sys.path.insert(0, str(folder / "mutants"))

    hunter = Hunt(folder, names, children, patience)
    chosen = [*config().pytest_add_cli_args_test_selection, *config().pytest_add_cli_args]
    pytest.main(["-p", "no:cacheprovider", *chosen], [hunter])
    return hunter.found


def report(mutants: dict[str, list[str]], found: Fates) -> Iterator[str]:
    """One line a file, and one for all."""
    for title, names in (*mutants.items(), ("all", [name for some in mutants.values() for name in some])):
        tried = [found[name] for name in names if name in found]
        lost = ", ".join(f"{tried.count(fate)} {fate}" for fate in (LIVES, UNSEEN) if fate in tried)
        yield f"{score(tried):5.1f} %  {tried.count(DIES):5} of {len(tried):5} tried, {len(names):5} made  {title}  {lost}"


def score(tried: list[str]) -> float:
    """Per cent of the mutants tried that died."""
    return 100 * tried.count(DIES) / max(1, len(tried))


def main(arguments: list[str]) -> int:
    """Lay out, hunt, count."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--only", default="")
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--children", type=int, default=2)
    parser.add_argument(
        "--patience", type=float, default=600, help="seconds of CPU after which a mutant counts as living"
    )
    asked = parser.parse_args(arguments)
    if asked.again:
        renew_tests(asked.folder)
    elif not asked.only and not asked.show:
        lay_out(asked.folder)
    mutants = made(asked.folder)
    names = drawn(mutants, asked.sample) if asked.sample else [name for some in mutants.values() for name in some]
    if asked.show or asked.again:
        before: Fates = json.loads((asked.folder / "fates.json").read_text("utf-8"))
        names = [name for name in names if before.get(name, DIES) != DIES]
    if asked.show:
        for name in (name for name in names if asked.only in name):
            mutmut(asked.folder, "show", name)
        return 0
    found = hunt(asked.folder, [name for name in names if asked.only in name], asked.children, asked.patience)
    print(*report(mutants, found), sep="\n")
    return int(score(list(found.values())) < LEAST)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
