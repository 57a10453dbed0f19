"""Compile modules and templates to byte code without line numbers. Runs inside Pyodide.

The calculator's own modules keep their docstrings, because a rule's docstring is shown to readers; everything else
loses docstrings and assertions (`optimize=2`). Line numbers and file names go, since nobody reads a traceback in a
reader's browser. Where Python still prints tracebacks (plain Pyodide), each instruction needs a table entry that says
"line unknown": see `unknown_lines`.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import sys
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["compile_templates", "main", "unknown_lines", "write_module"]

type Lines = Callable[[CodeType], bytes]

KEEP_DOCSTRINGS = ("app", "calculator")  # these keep their docstrings
HELPERS = ("entry_point", "trim_functions", "prune", "stub_module", "named_builtins")  # of frozen_runtime
MAX_UNITS = 8  # of two bytes: as many as one entry of a table of lines can speak of


def main(folder: str, warm_up: list[list[str]], calls: list[list[str]]) -> None:
    """Make the calls and write down what they ran, then compile every loaded module, and every template that they used."""
    import app  # noqa: PLC0415 - inside Pyodide only

    entry_point, trim_functions, *_ = map(importlib.import_module, HELPERS)
    entry_point.bind(app)
    templates = [app.TEMPLATES.get_template(name) for name in app.TEMPLATES.list_templates()]
    first, _ = trim_functions.functions_run(entry_point.call, warm_up)
    run, answered = trim_functions.functions_run(entry_point.call, calls)
    (Path(folder) / "functions_run.txt").write_text(trim_functions.qualified_names(run), "utf-8")
    (Path(folder) / "answered.json").write_text(json.dumps(answered), "utf-8")
    used = {each.name for each in templates if id(each.root_render_func.__code__) in first | run}
    compile_templates(Path(folder) / "compiled_templates", wanted=used.__contains__)
    for name, module in sorted(sys.modules.items()):
        write_module(Path(folder), name, getattr(module, "__spec__", None))


def no_lines(_: CodeType) -> bytes:
    """An empty line table."""
    return b""


def unknown_lines(code: CodeType) -> bytes:
    """A table that knows no line: CPython's Objects/locations.md has the code for that, 15."""
    units = len(code.co_code) // 2
    return bytes(0xF8 | min(MAX_UNITS, units - at) - 1 for at in range(0, units, MAX_UNITS))


def compile_templates(folder: Path, lines: Lines = no_lines, wanted: Callable[[str], bool] | None = None) -> None:
    """Compile the templates, all or those wanted, for Jinja's ModuleLoader, and list their names beside them."""
    import app  # noqa: PLC0415 - inside Pyodide only

    app.TEMPLATES.compile_templates(folder, zip=None, filter_func=wanted, ignore_errors=False)
    (folder / "names.txt").write_text("\n".join(app.TEMPLATES.list_templates(filter_func=wanted)), "utf-8")
    for path in sorted(folder.glob("*.py")):
        write(path.with_suffix(".pyc"), compile_source(path.read_text("utf-8"), 0, lines))
        path.unlink()


def write_module(folder: Path, name: str, spec: object, lines: Lines = no_lines) -> None:
    """Press one module if it came from a source file."""
    source = source_of(spec)
    if source is None or name == "__main__":
        return
    path = folder / name.replace(".", "/")
    keeps_docstrings = name.partition(".")[0] in KEEP_DOCSTRINGS
    package = getattr(spec, "submodule_search_locations", None) is not None
    write(
        path / "__init__.pyc" if package else path.with_suffix(".pyc"),
        compile_source(source, 0 if keeps_docstrings else 2, lines),
    )


def source_of(spec: object) -> str | None:
    """The source of a module, unless it was born frozen or in C."""
    loader = getattr(spec, "loader", None)
    if loader is None or not hasattr(loader, "get_source"):
        return None
    source: str | None = loader.get_source(getattr(spec, "name", ""))
    return source


def compile_source(source: str, optimize: int, lines: Lines) -> CodeType:
    """The code of a source without its lines."""
    return without_lines(compile(source, "", "exec", dont_inherit=True, optimize=optimize), lines)


def without_lines(code: CodeType, lines: Lines) -> CodeType:
    """The same code, and all code inside it, without line numbers."""
    inner = tuple(
        without_lines(constant, lines) if isinstance(constant, CodeType) else constant for constant in code.co_consts
    )
    return code.replace(co_consts=inner, co_linetable=lines(code), co_filename="")


def write(path: Path, code: CodeType) -> None:
    """Write byte code in the form that Python imports without a source beside it."""
    import marshal  # noqa: PLC0415 - of the Python that runs this

    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(importlib.util.MAGIC_NUMBER + bytes(12) + marshal.dumps(code))
