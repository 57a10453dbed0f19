"""Compile the standard library and the engine into two archives for plain Pyodide, and verify them.

Each file is an archive and a WebAssembly module at once, of one custom section, which nobody compiles: some hosts
compress files of that type, but no archives. A zip reader looks for the directory at the end and ignores what comes
before the archive.
"""

from __future__ import annotations

import json
import shutil
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import UndefinedError

import app
from builder.assets.cache import cached_folder
from builder.assets.zip_files import write_zip
from builder.engine import call_corpus, sources
from builder.errors import BuildError
from builder.paths import ROOT
from frozen_runtime import image

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["build", "call_endpoint", "input_files", "preview", "verify"]

type Node = Callable[..., str]

HERE = Path(__file__).parent
STARTED = (HERE / "bootstrap.py", ROOT / "frozen_runtime" / "stub_module.py")  # what starts the engine in Pyodide
HOST_SCRIPT = ROOT / "frontend/python/pyodide-runtime.js"
CALLS = 600  # the modules that they need hardly grow after a tenth of them
PREVIEW_CALLS = 200
VERIFY_CALLS = 60  # of these are made of what will be served
ARCHIVES = {"python_stdlib.zip": "library", "engine.zip": "engine"}
NAME = b"\3zip"


def input_files() -> list[Path]:
    """Every file that the archives depend on, besides those of the engine and those of Pyodide."""
    here = [HERE / name for name in ("archives.py", "trace_modules.py", "run_in_pyodide.mjs", "verify.mjs")]
    engine = [ROOT / "builder" / "engine" / name for name in ("compile.py", "call_corpus.py")]
    frozen_runtime = [ROOT / "frozen_runtime" / name for name in ("compile_modules.py", "image.py")]
    return [*here, *STARTED, HOST_SCRIPT, *engine, *frozen_runtime]


def build(folder: Path, node: Node, count: int = CALLS) -> dict[str, bytes]:
    """Compile the library and the engine with the interpreter that will run them; `node` runs a script of this folder.

    So many calls show which modules the engine needs.
    """
    shipped, calls = sources.copied(folder / "shipped"), folder / "calls.json"
    for path in STARTED:
        shutil.copy(path, shipped)
    calls.write_text(json.dumps(call_corpus.calls(count)), "utf-8")
    node("run_in_pyodide.mjs", "templates", str(shipped), sysconfig.get_path("purelib"))
    node("run_in_pyodide.mjs", "main", str(shipped), sysconfig.get_path("purelib"), str(folder), str(calls))
    return {name: _archive(folder / part) for name, part in ARCHIVES.items()}


def preview(folder: Path, node: Node) -> dict[str, bytes]:
    """The archives of a preview: the engine's own modules go in as they are written, and everything else is compiled once.

    So a changed number of the advice costs no start of Pyodide. What is compiled depends on the templates, on the tools, and
    on which modules of the standard library the engine imports.
    """
    own = [path for path in sources.sources() if path.suffix == ".py"]
    inputs = [*(path for path in sources.sources() if path.suffix != ".py"), *input_files()]

    def compile_rest(base: Path) -> None:
        build(base / "work", node, PREVIEW_CALLS)

    base = cached_folder("python-preview-base", inputs, compile_rest, packages=_imports(own)) / "work"
    engine = _created(folder / "engine")
    shutil.copytree(base / "engine", engine, dirs_exist_ok=True, ignore=shutil.ignore_patterns("app.pyc", "calculator"))
    for path in own:
        _created((engine / path.relative_to(ROOT)).parent)
        shutil.copyfile(path, engine / path.relative_to(ROOT))
    return {name: _archive((base if part == "library" else folder) / part) for name, part in ARCHIVES.items()}


def _imports(modules: Iterable[Path]) -> list[str]:
    """Every module that these modules import, in order."""
    statements = (line.split() for path in modules for line in path.read_text("utf-8").splitlines())
    return sorted({words[1] for words in statements if words[:1] in (["import"], ["from"]) and len(words) > 1})


def _created(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _archive(folder: Path) -> bytes:
    """Store all files of a folder uncompressed: compressing the whole archive works better."""
    whole = folder.with_suffix(".zip")
    files = (path for path in folder.rglob("*") if path.is_file())
    write_zip(whole, {path.relative_to(folder).as_posix(): path.read_bytes() for path in files})
    return image.module(NAME + whole.read_bytes())


def verify(served: Path, manifest: str, node: Node) -> None:
    """Start the files that will be served, under Node, and compare their answers with those of this Python.

    Raises BuildError where they differ.
    """
    asked, calls = call_corpus.calls(VERIFY_CALLS), served / "calls.json"
    calls.write_text(json.dumps(asked), "utf-8")
    answers = json.loads(node("verify.mjs", str(served), manifest, str(calls)))
    calls.unlink()
    if answers != [call_endpoint(*call) for call in asked]:
        raise BuildError(
            "The Python of the browser answers differently from this one: see builder/pyodide/archives.py."
        )


def call_endpoint(name: str, *args: str) -> list[str] | None:
    """What an endpoint of app.py returns in this Python, bytes as hexadecimal digits; None where it fails."""
    try:
        result: str | tuple[str, str, bytes] = getattr(app, name)(*args)
    except UndefinedError:
        return None
    return [result] if isinstance(result, str) else [result[0], result[1], result[2].hex()]
