"""Hunt mutants of the calculator: mutmut makes them in a copy, our tests must kill nine of ten.

mutmut leaves decorated functions alone, and every rule is one, so the copy says `name = rule(...)(name)` under the
function instead of `@rule(...)` above it: the same program, written longer. The order is drawn by lot, always the
same one: wherever the hunt is stopped, what was tried is a fair sample of the whole.

    python tools/mutation/main.py                    every mutant; ends with status 1 below the least share
    python tools/mutation/main.py --sample 800       the first 800 of them
    python tools/mutation/main.py --minutes 30       as many as there is time for
    python tools/mutation/main.py --on               those not tried yet, with the copy that is there
    python tools/mutation/main.py --only rules       those whose name holds this word, with the copy that is there
    python tools/mutation/main.py --again            those that lived, with the copy that is there and today's tests
    python tools/mutation/main.py --show             who lives, with the change that nobody noticed
"""

from __future__ import annotations

import argparse
import ast
import json
import math
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from mutmut.configuration import config

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:  # run by its path, as a job
    sys.path.insert(0, str(ROOT))

from tools.mutation.mutants import Mutants, write_mutants
from tools.mutation.runner import KILLED, NOT_COVERED, SURVIVED, MutationRunner, Results

FOLDER = ROOT / ".cache" / "mutants"
MIN_KILLED_PERCENT = 90  # per cent of the mutants that were tried
COPIED = ("calculator", "tools", "docs", "tests", "pyproject.toml")
SEED = 20261122


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


def make_copy(folder: Path) -> None:
    """Make the copy that is mutated, anew, and the mutants beside it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in COPIED:
        path = ROOT / name
        if path.is_dir():
            shutil.copytree(path, folder / name, ignore=shutil.ignore_patterns("__pycache__", "browser", "hosts"))
        else:
            shutil.copy2(path, folder / name)
    for path in (folder / "calculator").rglob("*.py"):
        path.write_text(undecorated(path.read_text("utf-8")), "utf-8")
    os.chdir(folder)  # where mutmut looks for its settings
    write_mutants(folder, lambda path: bool(config().should_mutate(path)))


def update_tests(folder: Path) -> None:
    """Hand today's tests to the copy."""
    for name in ("calculator", "golden", "data", "support"):
        path = ROOT / "tests" / name
        if path.is_dir():
            shutil.copytree(path, folder / "tests" / name, dirs_exist_ok=True)
        else:
            shutil.copy2(path, folder / "tests" / name)


def shuffled(names: list[str]) -> list[str]:
    """All of them in the order of the lot."""
    mixed = sorted(names)
    random.Random(SEED).shuffle(mixed)  # noqa: S311 - a sample, not a secret
    return mixed


def run_mutants(folder: Path, names: list[str], options: argparse.Namespace) -> Results:
    """The fate of each of these mutants, in a Python that knows the copy alone."""
    script = folder / "tools" / "mutation" / "main.py"
    ask = [sys.executable, str(script), "--here", "--folder", str(folder), "--children", str(options.children)]
    ask += ["--patience", str(options.patience), "--minutes", str(options.minutes)]
    few = {"HYPOTHESIS_PROFILE": "mutants", "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
    (folder / "asked.json").write_text(json.dumps(names), "utf-8")
    if subprocess.run(ask, cwd=folder, env={**os.environ, **few}, check=False).returncode:
        sys.exit("the hunt did not begin, or did not end")
    results: Results = json.loads((folder / "results.json").read_text("utf-8"))
    return results


def run_in_copy(options: argparse.Namespace) -> int:
    """Hunt in this Python."""
    names = json.loads((options.folder / "asked.json").read_text("utf-8"))
    runner = MutationRunner(
        options.folder, names, options.children, options.patience, time.time() + options.minutes * 60
    )
    chosen = [*config().pytest_add_cli_args_test_selection, *config().pytest_add_cli_args]
    return int(pytest.main(["-p", "no:cacheprovider", "--tb=no", *chosen], [runner]))


def report(mutant: dict[str, list[str]], results: Results) -> Iterator[str]:
    """One line a file, and one for all."""
    every = [name for some in mutant.values() for name in some]
    for title, names in (*mutant.items(), ("all", every)):
        tried = [results[name] for name in names if name in results]
        lost = ", ".join(f"{tried.count(fate)} {fate}" for fate in (SURVIVED, NOT_COVERED) if fate in tried)
        part = f"{tried.count(KILLED):5} of {len(tried):5} tried, {len(names):5} made"
        yield f"{score(tried):5.1f} %  {part}  {title}  {lost}"
    tried = [results[name] for name in every if name in results]
    if len(tried) < len(every):
        yield f"between {_bound(tried, -1):.1f} and {_bound(tried, 1):.1f} % of all, with 95 % confidence"


def score(tried: list[str]) -> float:
    """Per cent of the mutants tried that died."""
    return 100 * tried.count(KILLED) / max(1, len(tried))


def _bound(tried: list[str], side: int) -> float:
    """Wilson's interval for a share, in per cent."""
    many, share, z = max(1, len(tried)), score(tried) / 100, 1.96
    spread = z * math.sqrt(share * (1 - share) / many + z * z / (4 * many * many))
    return 100 * (share + z * z / (2 * many) + side * spread) / (1 + z * z / many)


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sample", type=int)
    parser.add_argument("--minutes", type=float, default=math.inf)
    parser.add_argument("--only", default="")
    for flag in ("--on", "--again", "--show", "--here"):
        parser.add_argument(flag, action="store_true")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--children", type=int, default=2)
    parser.add_argument(
        "--patience", type=float, default=20, help="seconds of CPU after which a mutant counts as living"
    )
    return parser.parse_args(arguments)


def _names(options: argparse.Namespace, mutant: dict[str, list[str]]) -> list[str]:
    """Those that are asked for, in the order of the lot."""
    results = options.folder / "results.json"
    before: Results = json.loads(results.read_text("utf-8")) if results.exists() else {}
    names = shuffled([name for some in mutant.values() for name in some])[: options.sample]
    if options.on:
        names = [name for name in names if name not in before]
    if options.again or options.show:
        names = [name for name in names if before.get(name, KILLED) != KILLED]
    return [name for name in names if options.only in name]


def main(arguments: list[str]) -> int:
    """Lay out, hunt, count."""
    options = _asked(arguments)
    options.folder = options.folder.resolve()
    if options.run_in_copy:
        return run_in_copy(options)
    if options.again:
        update_tests(options.folder)
    elif not (options.on or options.only or options.show):
        make_copy(options.folder)
    mutants = Mutants(options.folder)
    mutant = {module.file: module.names for module in mutants.modules.values()}
    names = _names(options, mutant)
    if options.show:
        print(*map(mutants.diff, names), sep="\n")
        return 0
    result = run_mutants(options.folder, names, options)
    print(*report(mutant, result), sep="\n")
    return int(score(list(result.values())) < MIN_KILLED_PERCENT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
