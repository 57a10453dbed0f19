"""Knows what to do inside Pyodide at build time: see what an answer needs, cut the standard library to it, compile.

Must never know Node.js, or anything of this machine: it is run by compile.mjs, in the Python that readers will run.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

__all__ = ["main"]

# Imported late, on paths that an observed answer does not take: unpacking a wheel, a traceback, a date, a very long number.
KEPT_TOO = (
    "_colorize", "_pylong", "_strptime", "_threading_local", "ast", "asyncio", "calendar", "codecs", "collections",
    "contextlib", "datetime", "decimal", "email", "encodings.cp437", "encodings.idna", "encodings.latin_1",
    "encodings.punycode", "encodings.utf_16", "encodings.utf_8_sig", "fractions", "html", "importlib", "inspect",
    "json", "linecache", "locale", "pprint", "pyodide", "_pyodide", "queue", "quopri", "random", "re", "shutil",
    "string", "sysconfig", "tarfile", "tempfile", "textwrap", "threading", "token", "tokenize", "traceback", "typing",
    "urllib.parse", "warnings", "zipfile",
)  # fmt: skip


def main(folder: str, queries: list[str]) -> None:
    """Cut the standard library in the folder to what the queries need, then compile all archives in the folder."""
    needed = observe(queries)
    cut(Path(folder) / "python_stdlib.zip", needed)
    from pyodide_build.cli.py_compile import main as py_compile  # noqa: PLC0415 - only now: it must not count as needed

    py_compile([folder, "--silent"], standalone_mode=False)


def observe(queries: list[str]) -> set[str]:
    """Answer the queries and tell every module that Python has loaded by then."""
    import app  # noqa: PLC0415 - inside Pyodide only

    for query in queries:
        app.answer(query)
    return set(sys.modules)


def cut(archive: Path, needed: set[str]) -> None:
    """Write the archive again without the modules that nothing needs."""
    with zipfile.ZipFile(archive) as whole:
        kept = {name: whole.read(name) for name in whole.namelist() if is_kept(name, needed)}
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as less:
        for name, content in kept.items():
            less.writestr(name, content)


def is_kept(name: str, needed: set[str]) -> bool:
    """Whether a file of the archive belongs to a needed module or to one of KEPT_TOO."""
    module = name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    return name.endswith(".py") and (
        module in needed or any(module == kept or module.startswith(f"{kept}.") for kept in KEPT_TOO)
    )
