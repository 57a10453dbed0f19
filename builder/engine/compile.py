"""Trace the calls of the engine, and compile its modules and templates to byte code without line numbers.

Runs inside Pyodide: `frozen_runtime` calls `main`, and `builder/pyodide/trace_modules.py` compiles the templates.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING

from frozen_runtime.compile_modules import compile_modules, compile_source, no_lines, trace, write_code

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType

__all__ = ["compile_templates", "main"]


def main(folder: str, warm_up: list[list[str]], calls: list[list[str]], module: str, whole: list[str]) -> None:
    """Make the calls and write down what they ran, then compile every loaded module, and every template that they used."""
    app = importlib.import_module(module)
    templates = [app.TEMPLATES.get_template(name) for name in app.TEMPLATES.list_templates()]
    run = trace(app, Path(folder), warm_up, calls)
    used = {each.name for each in templates if id(each.root_render_func.__code__) in run}
    compile_templates(Path(folder) / "compiled_templates", no_lines, wanted=used.__contains__)
    compile_modules(Path(folder), whole)


def compile_templates(
    folder: Path, lines: Callable[[CodeType], bytes], wanted: Callable[[str], bool] | None = None
) -> None:
    """Compile the templates, all or those wanted, for Jinja's ModuleLoader, and list their names beside them."""
    import app  # noqa: PLC0415 - inside Pyodide only

    app.TEMPLATES.compile_templates(folder, zip=None, filter_func=wanted, ignore_errors=False)
    (folder / "names.txt").write_text("\n".join(app.TEMPLATES.list_templates(filter_func=wanted)), "utf-8")
    for path in sorted(folder.glob("*.py")):
        write_code(path.with_suffix(".pyc"), compile_source(path.read_text("utf-8"), 0, lines))
        path.unlink()
