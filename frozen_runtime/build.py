"""Freeze an application in Pyodide's WebAssembly, and verify the result.

In: an application with calls to trace, Pyodide's folder, and Python's standard library as an archive of byte code. Out: a core,
which is what the application needs of Pyodide's module, and an image, the memory in which the application is imported and ready.
"""

from __future__ import annotations

import json
import sysconfig
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from frozen_runtime import data_segments, image, wasm_code, wasm_module
from frozen_runtime.errors import FreezeError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["Application", "FrozenRuntime", "build", "input_files"]

type Node = Callable[..., str]
type Call = Sequence[str]

HERE = Path(__file__).parent
EXPORTED = frozenset({
    "memory", "__indirect_function_table", "malloc", "free", "PyTuple_New", "PyTuple_SetItem", "PyTuple_GetItem",
    "PyTuple_Size", "PyErr_Clear", "PyUnicode_FromStringAndSize", "PyUnicode_AsUTF8AndSize", "PyBytes_AsString",
    "PyBytes_Size", "PyObject_CallObject", "Py_DecRef", "PyObject_Hash", "PyUnicode_InternInPlace", "PyUnicode_Type",
})  # fmt: skip
OPTIMIZER = Path("binaryen", "bin", "wasm-opt")  # beside Pyodide's package
# Only features that browsers have had for some years: those that Pyodide's own module uses.
OPTIONS = ("-O2", *(f"--enable-{feature}" for feature in (
    "bulk-memory", "bulk-memory-opt", "call-indirect-overlong", "exception-handling", "multivalue", "mutable-globals",
    "nontrapping-float-to-int", "reference-types", "sign-ext",
)))  # fmt: skip
TASKS = frozenset({"compile", "freeze"})  # of boot_cpython.mjs


class Application(NamedTuple):
    """What is frozen."""

    module: str
    """The module to import. Its `__all__` names the entry points; each takes strings and returns one, or name, type and bytes."""
    whole: tuple[str, ...]
    """How the names of modules begin whose functions all stay, whether or not a traced call ran them."""
    copy_sources: Callable[[Path], object]
    """Copies the application's sources into a folder, to import it from there."""
    warm_up: Sequence[Call]
    """Calls that are made before the memory is saved, and again to verify the result. None of them may fail."""
    calls: Sequence[Call]
    """Calls that show which functions the application needs."""
    growing: Call
    """A call whose last argument may have any length, so that the memory can be made to grow."""
    expected: Sequence[Sequence[str] | None]
    """What the warm-up calls return in this Python; bytes are hexadecimal."""
    compile_script: Path = HERE / "compile_modules.py"
    """A script with `main(folder, warm_up, calls, module, whole)`: traces the calls, and compiles every module."""
    setup_script: Path = HERE / "no_setup.py"
    """A script with `setup(folder)`: prepares the imported application, for example loads its templates."""
    stubbed: Sequence[str] = ()
    """Modules besides `prune.STUBBED` that are never imported: a stub is imported in their place."""
    emptied: Sequence[str] = ()
    """Modules besides `prune.EMPTIED` that only imports and set-up need."""
    kept_names: Sequence[str] = ()
    """Names of emptied modules that are needed nevertheless."""


class FrozenRuntime(NamedTuple):
    """The module that is left, and the memory in which the application is ready. Both are WebAssembly files."""

    core: bytes
    image: bytes


def input_files() -> list[Path]:
    """Every file of this package that the result depends on."""
    return sorted(path for path in HERE.rglob("*") if path.suffix in {".py", ".mjs", ".js"})


def build(
    application: Application,
    pyodide: Path,
    library: bytes,
    folder: Path,
    node: Node,
    report: Callable[[str], None] = lambda _: None,
) -> FrozenRuntime:
    """Compile, freeze, trace, trim and verify, in an empty folder.

    `library` is Python's own, as an archive of byte code. `node(script, *arguments)` runs a script of Node.js and returns what it
    prints. `report` gets a line before each step. Raises FreezeError where the result answers differently.
    """
    script = partial(_script, node, folder)
    _write_inputs(application, folder)
    module = wasm_module.Module.read((pyodide / "pyodide.asm.wasm").read_bytes())
    (folder / "instrumented.wasm").write_bytes(wasm_module.instrument(module))
    report("freeze, step 1 of 6: compile the application and trace its Python functions")
    packages, compile_script = sysconfig.get_path("purelib"), str(application.compile_script)
    calls = ("warm_up.json", "calls.json")
    script("boot_cpython.mjs", "compile", "compiled", *calls, "sources", packages, "application.json", compile_script)
    (folder / "library.zip").write_bytes(library)
    report("freeze, step 2 of 6: import the application and save its memory")
    setup = str(application.setup_script)
    script("boot_cpython.mjs", "freeze", "compiled", "warm_up.json", "memory", "library.zip", "application.json", setup)
    header = image.ImageHeader(
        *(int((folder / "compiled" / f"{name}.txt").read_text()) for name in image.ImageHeader._fields)
    )
    memory = (folder / "memory").read_bytes()
    mask = data_segments.required_bytes(memory, wasm_code.initial_memory(module))
    (folder / "image.wasm").write_bytes(image.packed(header, memory, mask))
    report("freeze, step 3 of 6: trace the WebAssembly functions")
    script(
        "trace_functions.mjs",
        "instrumented.wasm",
        "image.wasm",
        "compiled/answered.json",
        "application.json",
        "traced.json",
    )
    kept_functions = wasm_code.closure(module, _needed(folder, module))
    (folder / "trimmed.wasm").write_bytes(wasm_module.trap_unused(module, kept_functions, EXPORTED))
    report("freeze, step 4 of 6: optimise the core")
    script(str(pyodide.parent / OPTIMIZER), "trimmed.wasm", "-o", "core.wasm", *OPTIONS)
    report("freeze, step 5 of 6: leave out data that nothing refers to")
    unreferenced = data_segments.Data(module, kept_functions, memory).unreferenced_ranges()
    (folder / "image.wasm").write_bytes(image.packed(header, memory, data_segments.zeroed(mask, unreferenced)))
    report("freeze, step 6 of 6: compare the answers")
    _verify(json.loads(script("verify.mjs", "core.wasm", "image.wasm", "warm_up.json")), application.expected)
    return FrozenRuntime((folder / "core.wasm").read_bytes(), (folder / "image.wasm").read_bytes())


def _write_inputs(application: Application, folder: Path) -> None:
    """Write what the scripts read: the calls, the application's sources, and what they must know of it."""
    (folder / "warm_up.json").write_text(json.dumps(application.warm_up), "utf-8")
    (folder / "calls.json").write_text(json.dumps(application.calls), "utf-8")
    names = ("module", "whole", "growing", "stubbed", "emptied", "kept_names")
    facts = {name: getattr(application, name) for name in names}
    (folder / "application.json").write_text(json.dumps(facts), "utf-8")
    (folder / "compiled").mkdir()
    application.copy_sources(folder / "sources")


def _needed(folder: Path, module: wasm_module.Module) -> set[int]:
    """The functions that ran, and those that the code names, by their numbers after the imported ones."""
    traced: list[int] = json.loads((folder / "traced.json").read_text("utf-8"))["functions"]
    named: list[int] = json.loads((folder / "compiled" / "named.json").read_text("utf-8"))
    return {*traced, *(number - module.imported(wasm_module.FUNCTION) for number in named)}


def _script(node: Node, folder: Path, name: str, *arguments: str) -> str:
    """Run a script of this package; an argument that is no task and no option is a path, relative to the folder."""
    paths = (each if each in TASKS or each.startswith("-") else str(folder / each) for each in arguments)
    return node(str(HERE / name), *paths)


def _verify(answers: Sequence[Sequence[str] | None], expected: Sequence[Sequence[str] | None]) -> None:
    """Compare what the frozen application returns with what it returns in this Python."""
    if [each and list(each) for each in answers] != [each and list(each) for each in expected]:
        raise FreezeError("The frozen Python answers differently from this one: see frozen_runtime/README.md.")
