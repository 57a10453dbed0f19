"""Knows how app.py becomes ready in plain Pyodide: its templates come from the modules that the build has drawn beside this file.

Must never know what a door does, or what an answer says.
"""

from __future__ import annotations

from pathlib import Path

from jinja2 import ModuleLoader

import app

__all__ = ["app"]

app.TEMPLATES.loader = ModuleLoader(Path(__file__).parent / "drawn")
