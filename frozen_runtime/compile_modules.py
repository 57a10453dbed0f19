"""Trace an application's calls, and compile every module that it loads to byte code without line numbers.

Runs inside CPython in WebAssembly. Docstrings and the annotations of functions go, because no program reads them.
Modules whose names begin as in `whole` keep their assertions; all others lose those, too (`optimize=2`). Line numbers and
file names go, because nobody reads a traceback in a reader's browser. Where Python still prints tracebacks, each
instruction needs a table entry that says "line unknown": see `unknown_lines`.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import sys
from pathlib import Path
from types import CodeType, ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ast
    from collections.abc import Callable, Iterable

__all__ = [
    "compile_modules",
    "compile_source",
    "main",
    "no_lines",
    "trace",
    "unknown_lines",
    "without_documentation",
    "write_code",
    "write_module",
]

type Lines = Callable[[CodeType], bytes]

HELPERS = ("entry_point", "trim_functions", "prune", "stub_module", "named_builtins")  # are frozen with the application
MAX_UNITS = 8  # of two bytes: as many as one entry of a table of lines can speak of


def trace(application: ModuleType, folder: Path, warm_up: list[list[str]], calls: list[list[str]]) -> set[int]:
    """Make the calls and write down what they ran: the names of functions, and the calls that succeeded.

    Returns the ids of the code objects that ran, in the warm-up calls too.
    """
    entry_point, trim_functions, *_ = map(importlib.import_module, HELPERS)
    entry_point.bind(application)
    first, _ = trim_functions.functions_run(entry_point.call, warm_up)
    run, answered = trim_functions.functions_run(entry_point.call, calls)
    (folder / "functions_run.txt").write_text(trim_functions.qualified_names(run), "utf-8")
    (folder / "answered.json").write_text(json.dumps(answered), "utf-8")
    result: set[int] = first | run
    return result


def compile_modules(folder: Path, whole: Iterable[str]) -> None:
    """Compile every loaded module into the folder."""
    for name, module in sorted(sys.modules.items()):
        write_module(folder, name, getattr(module, "__spec__", None), tuple(whole))


def no_lines(_: CodeType) -> bytes:
    """An empty line table."""
    return b""


def unknown_lines(code: CodeType) -> bytes:
    """A table that knows no line: CPython's Objects/locations.md has the code for that, 15."""
    units = len(code.co_code) // 2
    return bytes(0xF8 | min(MAX_UNITS, units - at) - 1 for at in range(0, units, MAX_UNITS))


def write_module(folder: Path, name: str, spec: object, whole: tuple[str, ...], lines: Lines = no_lines) -> None:
    """Compile one module if it came from a source file."""
    source = _source_of(spec)
    if source is None or name == "__main__":
        return
    path = folder / name.replace(".", "/")
    package = getattr(spec, "submodule_search_locations", None) is not None
    keeps_assertions = name.partition(".")[0] in whole
    code = compile_source(source, 0 if keeps_assertions else 2, lines)
    write_code(path / "__init__.pyc" if package else path.with_suffix(".pyc"), code)


def _source_of(spec: object) -> str | None:
    """The source of a module, unless it was born frozen or in C."""
    loader = getattr(spec, "loader", None)
    if loader is None or not hasattr(loader, "get_source"):
        return None
    source: str | None = loader.get_source(getattr(spec, "name", ""))
    return source


def compile_source(source: str, optimize: int, lines: Lines = no_lines) -> CodeType:
    """The code of a source without its lines, docstrings and annotations of functions."""
    tree = without_documentation(source)
    return _without_lines(compile(tree, "", "exec", dont_inherit=True, optimize=optimize), lines)


def without_documentation(source: str) -> ast.Module:
    """The syntax tree of a source without docstrings and annotations of functions. Those of classes stay: they make fields."""
    import ast  # noqa: PLC0415 - or the modules that are loaded by then would be compiled, too

    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            node.returns = None
        elif isinstance(node, ast.arg):
            node.annotation = None
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Module):
            while ast.get_docstring(node, clean=False) is not None:
                del node.body[0]
            node.body = node.body or [ast.Pass(lineno=1, col_offset=0)]
    return tree


def _without_lines(code: CodeType, lines: Lines) -> CodeType:
    """The same code, and all code inside it, without line numbers."""
    inner = tuple(
        _without_lines(constant, lines) if isinstance(constant, CodeType) else constant for constant in code.co_consts
    )
    return code.replace(co_consts=inner, co_linetable=lines(code), co_filename="")


def write_code(path: Path, code: CodeType) -> None:
    """Write byte code in the form that Python imports without a source beside it."""
    import marshal  # noqa: PLC0415 - of the Python that runs this

    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(importlib.util.MAGIC_NUMBER + bytes(12) + marshal.dumps(code))


def main(folder: str, warm_up: list[list[str]], calls: list[list[str]], module: str, whole: list[str]) -> None:
    """Trace the calls of an application, and compile every module that is loaded by then."""
    trace(importlib.import_module(module), Path(folder), warm_up, calls)
    compile_modules(Path(folder), whole)
