"""Load every compiled template in the Python that is about to be frozen.

Runs inside CPython in WebAssembly: `frozen_runtime/freeze.py` calls `setup` after the application is imported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["setup"]


def setup(compiled: Path) -> None:
    """Load the templates from the folder of compiled modules; Jinja's environment keeps them all."""
    from jinja2 import ModuleLoader  # noqa: PLC0415 - inside Pyodide only

    import app  # noqa: PLC0415 - inside Pyodide only

    folder = compiled / "compiled_templates"
    app.TEMPLATES.loader = ModuleLoader(folder)
    for name in (folder / "names.txt").read_text("utf-8").splitlines():
        app.TEMPLATES.get_template(name)
