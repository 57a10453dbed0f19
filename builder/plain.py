"""Knows the steps that lead from our sources and Pyodide's standard library to two archives, and proves the two.

Must never know MkDocs, a page, or under which names the site serves them.

Each is an archive and a WebAssembly module at once, of one custom section, which nobody compiles: some hosts compress that kind
of file, and no archives. Who reads an archive looks for the list at its end, and does not mind what stands before.
"""

from __future__ import annotations

import json
import shutil
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import UndefinedError

import app
from builder import wheels
from builder.lean import corpus, image, press

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["made", "prove", "sources"]

type Node = Callable[..., str]

HERE = Path(__file__).parent
READY = ("ready.py", "lean/hollow.py")
OPEN = wheels.ROOT / "static" / "plain.js"
CALLS = 600  # the modules that they need hardly grow after a tenth of them
PROOF = 60  # of these are made of what will be served
ARCHIVES = {"python_stdlib.zip": "library", "engine.zip": "engine"}
NAME = b"\3zip"


def sources() -> list[Path]:
    """Every file that this depends on, besides those of the engine and those of Pyodide."""
    own = [HERE / name for name in ("plain.py", "inside.py", *READY, "compile.mjs", "prove.mjs")]
    return [*own, OPEN, *(Path(str(module.__file__)) for module in (press, corpus, image))]


def made(folder: Path, node: Node) -> dict[str, bytes]:
    """Press the library and the engine with the interpreter that will run them; `node` runs a script of builder/."""
    shipped, calls = wheels.copied(folder / "shipped"), folder / "calls.json"
    for name in READY:
        shutil.copy(HERE / name, shipped)
    calls.write_text(json.dumps(corpus.calls(CALLS)), "utf-8")
    node("compile.mjs", "draw", str(shipped), sysconfig.get_path("purelib"))
    node("compile.mjs", "main", str(shipped), sysconfig.get_path("purelib"), str(folder), str(calls))
    return {name: _archive(folder / place) for name, place in ARCHIVES.items()}


def _archive(folder: Path) -> bytes:
    """All files of a folder, one after another, each as it is: what packs the whole does so better."""
    whole = folder.with_suffix(".zip")
    files = (path for path in folder.rglob("*") if path.is_file())
    wheels.write_zip(whole, {path.relative_to(folder).as_posix(): path.read_bytes() for path in files})
    return image.module(NAME + whole.read_bytes())


def prove(served: Path, manifest: str, node: Node) -> None:
    """Start the very files that will be served, under Node, and compare what they give with what this Python gives."""
    asked, calls = corpus.calls(PROOF), served / "calls.json"
    calls.write_text(json.dumps(asked), "utf-8")
    found = json.loads(node("prove.mjs", str(served), manifest, str(calls)))
    calls.unlink()
    if found != [given(*call) for call in asked]:
        raise SystemExit("The Python of the browser answers differently from this one: see builder/plain.py.")


def given(door: str, *told: str) -> list[str] | None:
    """What a door of this Python gives, or nothing where it fails."""
    try:
        one: str | tuple[str, str, bytes] = getattr(app, door)(*told)
    except UndefinedError:
        return None
    return [one] if isinstance(one, str) else [one[0], one[1], one[2].hex()]
