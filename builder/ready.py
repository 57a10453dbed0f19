"""Knows how app.py becomes ready in plain Pyodide: its templates come from the modules that the build has drawn beside this file.

Must never know what a door does, or what an answer says.

What Jinja has to compile templates is left out, and stands there in name only: whoever reached for it would fail, and say so.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

__all__ = ["app"]

HOLLOW = ("jinja2.bccache", "jinja2.compiler", "jinja2.lexer", "jinja2.parser")


hollow = import_module("hollow")  # beside this file in the browser
hollow.Absent.patient = False
sys.modules.update({name: hollow.Hollow(name) for name in HOLLOW})

from jinja2 import ModuleLoader  # noqa: E402 - now that these are hollow

import app  # noqa: E402 - it imports Jinja, too

app.TEMPLATES.loader = ModuleLoader(Path(__file__).parent / "drawn")
