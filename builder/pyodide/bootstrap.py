"""Import app.py in plain Pyodide, with its templates compiled beforehand.

Jinja's compiler is left out; stub modules take its place, and raise when something uses them.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

__all__ = ["app"]

STUBBED = ("jinja2.bccache", "jinja2.compiler", "jinja2.lexer", "jinja2.parser")


stub_module = import_module("stub_module")  # beside this file in the browser
stub_module.Missing.lenient = False
sys.modules.update({name: stub_module.StubModule(name) for name in STUBBED})

from jinja2 import ModuleLoader  # noqa: E402 - these are stubs by now

import app  # noqa: E402 - it imports Jinja, too

app.TEMPLATES.loader = ModuleLoader(Path(__file__).parent / "compiled_templates")
