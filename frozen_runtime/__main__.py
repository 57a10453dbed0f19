"""Freeze an application from the command line.

    python -m frozen_runtime tiny --sources FOLDER --calls CALLS.json --pyodide node_modules/pyodide --output FOLDER

The calls are a list of lists of strings: the name of an entry point, and its arguments. All of them must succeed. The
output folder gets `core.wasm`, `image.wasm`, and the scripts that start them in a browser.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from frozen_runtime import build, entry_point
from frozen_runtime.errors import FreezeError

__all__ = ["main"]

HOST = Path(__file__).parent / "host"


def main(arguments: list[str] | None = None) -> None:
    """Freeze, and write the files."""
    parser = argparse.ArgumentParser(prog="python -m frozen_runtime", description="Freeze a pure-Python application.")
    parser.add_argument("module", help="the module to import; its __all__ names the entry points")
    parser.add_argument("--sources", type=Path, required=True, help="the folder that holds the module")
    parser.add_argument("--calls", type=Path, required=True, help="calls of the entry points, as JSON")
    parser.add_argument("--pyodide", type=Path, required=True, help="Pyodide's npm package, with binaryen beside it")
    parser.add_argument("--node", default=shutil.which("node"), help="Node.js; otherwise the one on PATH")
    parser.add_argument("--output", type=Path, required=True, help="the folder to write")
    options = parser.parse_args(arguments)
    pyodide = options.pyodide.resolve()
    calls: list[list[str]] = json.loads(options.calls.read_text("utf-8"))

    def node(script: str, *more: str) -> str:
        env = {**os.environ, "PYTHONHASHSEED": "0"}
        done = subprocess.run([options.node, script, *more], env=env, capture_output=True, text=True, check=False)
        if done.returncode:
            raise FreezeError("\n".join(line[:300] for line in (done.stdout + done.stderr).splitlines()))
        return done.stdout

    def report(step: str) -> None:
        print(step, file=sys.stderr, flush=True)

    application = build.Application(
        module=options.module,
        whole=(options.module,),
        copy_sources=lambda folder: shutil.copytree(options.sources, folder, dirs_exist_ok=True),
        warm_up=calls,
        calls=calls,
        growing=calls[0],
        expected=_answers(options.module, options.sources, calls),
    )
    library = (pyodide / "python_stdlib.zip").read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        core, image = build.build(application, pyodide, library, Path(folder), node, report)
    options.output.mkdir(parents=True, exist_ok=True)
    (options.output / "core.wasm").write_bytes(core)
    (options.output / "image.wasm").write_bytes(image)
    for path in HOST.glob("*.js"):
        shutil.copy(path, options.output)
    report(f"{options.output}: core {len(core):,} bytes, image {len(image):,} bytes")


def _answers(module: str, sources: Path, calls: list[list[str]]) -> list[list[str]]:
    """What the calls return in this Python; bytes are hexadecimal."""
    sys.path.insert(0, str(sources))
    entry_point.bind(importlib.import_module(module))
    results = [entry_point.call(*call) for call in calls]
    return [[part if isinstance(part, str) else part.hex() for part in result] for result in results]


if __name__ == "__main__":
    main()
