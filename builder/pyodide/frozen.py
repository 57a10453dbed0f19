"""This site's application as `frozen_runtime` takes it, and the switch that leaves the frozen runtime out.

`FROZEN_RUNTIME=off` in the environment leaves it out: readers then start plain Pyodide, with the same answers.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from builder.engine import call_corpus, sources
from builder.paths import ROOT
from builder.pyodide.archives import call_endpoint
from frozen_runtime import build

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["ENABLED", "application", "input_files"]

ENABLED = os.environ.get("FROZEN_RUNTIME", "on") != "off"
ENGINE = ROOT / "builder" / "engine"
COMPILE, SETUP = ENGINE / "compile.py", ENGINE / "load_templates.py"
CALLS = 1200  # coverage hardly grows after a third of them
WHOLE = ("app", "calculator", "_jinja2_module_templates_")  # ours, and the templates
# Of Jinja, what only compiling needs: the templates are compiled by then.
STUBBED = ("_identifier", "bccache", "compiler", "idtracking", "lexer", "optimizer", "parser", "visitor")
EMPTIED = ("loaders", "nodes")


def application() -> build.Application:
    """The calculator: its sources, its entry points and the calls that show which functions it needs."""
    return build.Application(
        module="app",
        whole=WHOLE,
        compile_script=COMPILE,
        setup_script=SETUP,
        copy_sources=sources.copied,
        warm_up=call_corpus.WARM_UP_CALLS,
        calls=call_corpus.calls(CALLS),
        growing=call_corpus.GROWING_CALL,
        expected=[call_endpoint(*call) for call in call_corpus.WARM_UP_CALLS],
        stubbed=[f"jinja2.{name}" for name in STUBBED],
        emptied=[f"jinja2.{name}" for name in EMPTIED],
        kept_names=["EvalContext"],
    )


def input_files() -> list[Path]:
    """Every file that the frozen runtime depends on, besides those of the engine and those of Pyodide."""
    return [
        COMPILE,
        SETUP,
        ENGINE / "call_corpus.py",
        ROOT / "builder" / "pyodide" / "frozen.py",
        *build.input_files(),
    ]
