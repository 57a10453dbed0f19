"""Knows the steps that lead from Pyodide's WebAssembly and our sources to a core and an image, and proves the two.

Must never know MkDocs, a page, or under which names the site serves them.
"""

from __future__ import annotations

import json
import sysconfig
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import app
from builder import wheels
from builder.lean import code, corpus, data, image, wasm

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Lean", "made", "sources"]

type Node = Callable[..., str]

HERE = Path(__file__).parent
HOST = [wheels.ROOT / "static" / name for name in ("lean.js", "image.js", "strings.js")]
CALLS = 1200  # coverage hardly grows after a third of them
EXPORTED = frozenset({
    "memory", "__indirect_function_table", "malloc", "free", "PyTuple_New", "PyTuple_SetItem", "PyTuple_GetItem",
    "PyTuple_Size", "PyErr_Clear", "PyUnicode_FromStringAndSize", "PyUnicode_AsUTF8AndSize", "PyBytes_AsString",
    "PyBytes_Size", "PyObject_CallObject", "Py_DecRef", "PyObject_Hash", "PyUnicode_InternInPlace", "PyUnicode_Type",
})  # fmt: skip


OPTIMIZER = "../../node_modules/binaryen/bin/wasm-opt"
# No more than browsers have that are some years old: what Pyodide's own module uses.
LEVEL = ("-O2", *(f"--enable-{feature}" for feature in (
    "bulk-memory", "bulk-memory-opt", "call-indirect-overlong", "exception-handling", "multivalue", "mutable-globals",
    "nontrapping-float-to-int", "reference-types", "sign-ext",
)))  # fmt: skip


class Lean(NamedTuple):
    """What the site serves: the module that is left, and the memory in which Python is ready."""

    core: bytes
    image: bytes


def sources() -> list[Path]:
    """Every file that this depends on, besides those of the wheels."""
    return [*HOST, *sorted(path for path in HERE.iterdir() if path.is_file())]


def made(pyodide: Path, library: bytes, folder: Path, node: Node) -> Lean:
    """Press, freeze, watch, cut and prove, in a folder; `library` is Python's own, as an archive of byte code.

    `node` runs a script of builder/.
    """
    script = partial(_script, node, folder)
    (folder / "warm.json").write_text(json.dumps(corpus.WARM), "utf-8")
    (folder / "calls.json").write_text(json.dumps(corpus.calls(CALLS)), "utf-8")
    whole = wasm.Module.read((pyodide / "pyodide.asm.wasm").read_bytes())
    (folder / "counting.wasm").write_bytes(wasm.counting(whole))
    _ship(folder)
    script("bare.mjs", "press", "pressed", "warm.json", "calls.json", "shipped", sysconfig.get_path("purelib"))
    (folder / "library.zip").write_bytes(library)
    script("bare.mjs", "freeze", "pressed", "warm.json", "memory", "library.zip")
    begin = image.Begin(*(int((folder / "pressed" / name).read_text()) for name in ("door.txt", "first.txt")))
    memory = (folder / "memory").read_bytes()
    needed = data.needed(memory, code.brought(whole))
    (folder / "image.wasm").write_bytes(image.packed(begin, memory, needed))
    script("cover.mjs", "counting.wasm", "image.wasm", "pressed/answered.json", "covered.json")
    kept = code.closure(whole, _needed(folder, whole))
    (folder / "cut.wasm").write_bytes(wasm.cut(whole, kept, EXPORTED))
    script(OPTIMIZER, "cut.wasm", "-o", "core.wasm", *LEVEL)
    left = data.Data(whole, kept, memory).left_out()
    (folder / "image.wasm").write_bytes(image.packed(begin, memory, data.without(needed, left)))
    _prove(json.loads(script("prove.mjs", "core.wasm", "image.wasm", "warm.json")))
    return Lean((folder / "core.wasm").read_bytes(), (folder / "image.wasm").read_bytes())


def _needed(folder: Path, whole: wasm.Module) -> set[int]:
    """The functions that ran, and those that the code names."""
    ran: list[int] = json.loads((folder / "covered.json").read_text("utf-8"))["ran"]
    named: list[int] = json.loads((folder / "pressed" / "named.json").read_text("utf-8"))
    return {*ran, *(number - whole.imported(wasm.FUNCTION) for number in named)}


def _script(node: Node, folder: Path, name: str, *arguments: str) -> str:
    """Run a script of this room; an argument that is no task and no option names a file of the folder."""
    tasks = {"press", "freeze"}
    own = (one if one in tasks or one.startswith("-") else str(folder / one) for one in arguments)
    return node(f"lean/{name}", *own)


def _ship(folder: Path) -> None:
    """Copy what the project's own wheel holds, and make room for what is pressed."""
    (folder / "pressed").mkdir()
    wheels.copied(folder / "shipped")


def _prove(answers: list[list[str]]) -> None:
    """What was cut must answer as this Python does; the whole proof is tests/browser/test_lean.py."""
    expected = [getattr(app, door)(*told) for door, *told in corpus.WARM]
    plain = [[one] if isinstance(one, str) else [one[0], one[1], one[2].hex()] for one in expected]
    if answers != plain:
        raise SystemExit("The lean Python answers differently from this one: see builder/lean/README.md.")
