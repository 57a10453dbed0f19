"""Knows how to press what an answer needs into byte code without its lines: the modules, and the templates as modules.

Must never know Node.js, or anything of this machine: bare.mjs runs it in the Python that readers will run.

The advice's own modules are compiled as they are, because a rule's docstring is its reason. Everything else loses docstrings
and assertions (`optimize=2`). All lose line numbers and file names: nobody reads a traceback in a reader's browser. Where Python
still writes one, each instruction needs at least a word that its line is not known: `unknown` gives that, and `none` nothing.
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

__all__ = ["draw", "main", "press", "unknown"]

type Lines = Callable[[CodeType], bytes]

OURS = ("app", "calculator")  # these keep their docstrings
HELPERS = ("door", "functions", "forget", "hollow", "named")  # inside Pyodide only
UNITS = 8  # of two bytes: as many as one entry of a table of lines can speak of


def main(folder: str, warm: list[list[str]], calls: list[list[str]]) -> None:
    """Make the calls and note what they ran, then press every module that Python has loaded by then, and every template used."""
    import app  # noqa: PLC0415 - inside Pyodide only

    door, functions, *_ = map(importlib.import_module, HELPERS)
    templates = [app.TEMPLATES.get_template(name) for name in app.TEMPLATES.list_templates()]
    first, _ = functions.ran(door.knock, warm)
    ran, answered = functions.ran(door.knock, calls)
    (Path(folder) / "ran.txt").write_text(functions.named(ran), "utf-8")
    (Path(folder) / "answered.json").write_text(json.dumps(answered), "utf-8")
    used = {one.name for one in templates if id(one.root_render_func.__code__) in first | ran}
    draw(Path(folder) / "drawn", wanted=used.__contains__)
    for name, module in sorted(sys.modules.items()):
        press(Path(folder), name, getattr(module, "__spec__", None))


def none(_: CodeType) -> bytes:
    """No table of lines at all."""
    return b""


def unknown(code: CodeType) -> bytes:
    """A table that knows no line: CPython's Objects/locations.md has the code for that, 15."""
    units = len(code.co_code) // 2
    return bytes(0xF8 | min(UNITS, units - at) - 1 for at in range(0, units, UNITS))


def draw(folder: Path, lines: Lines = none, wanted: Callable[[str], bool] | None = None) -> None:
    """Press the templates, all or those wanted, as Jinja's ModuleLoader reads them, and list their names beside them."""
    import app  # noqa: PLC0415 - inside Pyodide only

    app.TEMPLATES.compile_templates(folder, zip=None, filter_func=wanted, ignore_errors=False)
    (folder / "names.txt").write_text("\n".join(app.TEMPLATES.list_templates(filter_func=wanted)), "utf-8")
    for path in sorted(folder.glob("*.py")):
        write(path.with_suffix(".pyc"), compiled(path.read_text("utf-8"), 0, lines))
        path.unlink()


def press(folder: Path, name: str, spec: object, lines: Lines = none) -> None:
    """Press one module if it came from a source file."""
    source = source_of(spec)
    if source is None or name == "__main__":
        return
    path = folder / name.replace(".", "/")
    kept = name.partition(".")[0] in OURS
    package = getattr(spec, "submodule_search_locations", None) is not None
    write(path / "__init__.pyc" if package else path.with_suffix(".pyc"), compiled(source, 0 if kept else 2, lines))


def source_of(spec: object) -> str | None:
    """The source of a module, unless it was born frozen or in C."""
    loader = getattr(spec, "loader", None)
    if loader is None or not hasattr(loader, "get_source"):
        return None
    found: str | None = loader.get_source(getattr(spec, "name", ""))
    return found


def compiled(source: str, optimize: int, lines: Lines) -> CodeType:
    """The code of a source without its lines."""
    return lineless(compile(source, "", "exec", dont_inherit=True, optimize=optimize), lines)


def lineless(code: CodeType, lines: Lines) -> CodeType:
    """The same code, and all code inside it, without line numbers."""
    inner = tuple(lineless(one, lines) if isinstance(one, CodeType) else one for one in code.co_consts)
    return code.replace(co_consts=inner, co_linetable=lines(code), co_filename="")


def write(path: Path, code: CodeType) -> None:
    """Write byte code in the form that Python imports without a source beside it."""
    import marshal  # noqa: PLC0415 - of the Python that runs this

    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(importlib.util.MAGIC_NUMBER + bytes(12) + marshal.dumps(code))
