"""Store the mutants that mutmut generates, and install one by replacing the code object of its function."""

from __future__ import annotations
import __future__

import ast
import difflib
import gc
import importlib
import json
import textwrap
from collections.abc import Callable
from pathlib import Path
from types import FunctionType
from typing import NamedTuple

from mutmut.mutation.file_mutation import mutate_file_contents
from mutmut.utils.format_utils import get_mutant_name

__all__ = ["Mutant", "Mutants", "write_mutants"]


class Mutant(NamedTuple):
    """One mutant: its file in the calculator, its function, and the lines of the statement that it changes."""

    name: str
    file: str
    module: str
    function: str
    lines: range


def write_mutants(folder: Path, wanted: Callable[[Path], bool]) -> None:
    """Have mutmut write the mutants of every wanted file of the copy, with their names and places."""
    for path in sorted((folder / "calculator").rglob("*.py")):
        short = path.relative_to(folder)
        if wanted(short):
            mutated = mutate_file_contents(str(short), path.read_text("utf-8"))
            text = (folder / "mutants" / short).with_suffix(".txt")
            text.parent.mkdir(parents=True, exist_ok=True)
            text.write_text(mutated.code, "utf-8")
            names = [get_mutant_name(short, name) for name in mutated.mutant_names]
            spans = {name: [span.start, span.end] for name, span in mutated.line_span_by_function_name.items()}
            text.with_suffix(".json").write_text(json.dumps({"names": names, "spans": spans}), "utf-8")


class _Module:
    """The mutants of one file."""

    def __init__(self, folder: Path, mutated: Path) -> None:
        path = mutated.relative_to(folder / "mutants").with_suffix(".py")
        self.file = str(path.relative_to("calculator"))
        self.name = ".".join(path.with_suffix("").parts).removesuffix(".__init__")
        result = json.loads(mutated.read_text("utf-8"))
        self.names: list[str] = result["names"]
        self.spans: dict[str, list[int]] = result["spans"]
        self.text = mutated.with_suffix(".txt").read_text("utf-8").splitlines()
        self.plain = (folder / path).read_text("utf-8")
        self.statements = _statements(self.plain)

    def part(self, mangled: str) -> list[str]:
        """The lines of one mutant, without the empty ones before it."""
        first, last = self.spans[mangled]
        return textwrap.dedent("\n".join(self.text[first - 1 : last])).strip().splitlines()


def _statements(source: str) -> dict[str, ast.FunctionDef]:
    """Every function and method by its qualified name."""
    results = {}
    for node in ast.parse(source).body:
        inside = node.body if isinstance(node, ast.ClassDef) else [node]
        prefix = f"{node.name}." if isinstance(node, ast.ClassDef) else ""
        results.update({prefix + item.name: item for item in inside if isinstance(item, ast.FunctionDef)})
    return results


def _qualified(mangled: str) -> str:
    """`x_name` or `xǁClassǁname`, without what mutmut adds, as Python would call it."""
    name = mangled.rpartition("__mutmut_")[0]
    return name.removeprefix("xǁ").replace("ǁ", ".") if name.startswith("xǁ") else name.removeprefix("x_")


class Mutants:
    """All mutants of a folder."""

    def __init__(self, folder: Path) -> None:
        mutated = sorted((folder / "mutants").rglob("*.json"))
        self.modules = {module.name: module for module in (_Module(folder, item) for item in mutated)}
        self.functions: dict[tuple[str, str], list[FunctionType]] = {}

    def load(self) -> None:
        """Import the calculator as it is, and find its functions, wherever they are held."""
        for name in self.modules:
            importlib.import_module(name)
        for function in gc.get_objects():
            if isinstance(function, FunctionType) and function.__module__ in self.modules:
                self.functions.setdefault((function.__module__, function.__qualname__), []).append(function)

    def mutant(self, name: str) -> Mutant:
        """One mutant by the name that mutmut gave it."""
        module, was, now = self._parts(name)
        function = _qualified(name.rpartition(".")[2])
        pairs = enumerate(zip(was[1:], now[1:], strict=False), 1)
        at = next((index for index, (old, new) in pairs if old != new), 0)
        node = module.statements[function]
        return Mutant(name, module.file, module.name, function, _around(node, node.lineno + at))

    def diff(self, name: str) -> str:
        """The change that a mutant makes."""
        _, was, now = self._parts(name)
        changed = difflib.unified_diff(was[1:], now[1:], n=2, lineterm="")
        return "\n".join([f"# {name}", *(line for line in changed if line[:3] not in {"---", "+++", "@@ "}), ""])

    def _parts(self, name: str) -> tuple[_Module, list[str], list[str]]:
        """Its module, and its function as it was and as it is."""
        module_name, _, mangled = name.rpartition(".")
        module = self.modules[module_name]
        return module, module.part(mangled.rpartition("__mutmut_")[0] + "__mutmut_orig"), module.part(mangled)

    def install(self, mutant: Mutant) -> None:
        """Put the mutant in the place of its function."""
        source = self._source(mutant)
        for function in self.functions[mutant.module, mutant.function]:
            new = _function(source, function)
            function.__code__ = new.__code__
            function.__defaults__ = new.__defaults__
            function.__kwdefaults__ = new.__kwdefaults__

    def source_with(self, mutant: Mutant) -> str:
        """The module with the mutant in it."""
        module = self.modules[mutant.module]
        node = module.statements[mutant.function]
        lines = module.plain.splitlines()
        source = textwrap.indent(self._source(mutant), " " * node.col_offset)
        lines[node.lineno - 1 : node.end_lineno] = source.splitlines()
        return "\n".join(lines) + "\n"

    def _source(self, mutant: Mutant) -> str:
        """The mutant under the name of its function."""
        mangled = mutant.name.rpartition(".")[2]
        text = "\n".join(self.modules[mutant.module].part(mangled))
        return text.replace(mangled, mutant.function.rpartition(".")[2], 1) + "\n"


def _function(source: str, old: FunctionType) -> FunctionType:
    """The function that this source defines where the old one was defined; in a class, for the sake of super()."""
    within = "class _Here:\n" + textwrap.indent(source, " ") if "." in old.__qualname__ else source
    kept: dict[str, object] = {}
    code = compile(within, old.__code__.co_filename, "exec", __future__.annotations.compiler_flag, dont_inherit=True)
    exec(code, old.__globals__, kept)
    new = vars(kept["_Here"])[old.__name__] if "_Here" in kept else kept[old.__name__]
    assert isinstance(new, FunctionType)
    return new


def _around(function: ast.FunctionDef, line: int) -> range:
    """The lines of the smallest statement around a line; the whole function where it has none."""
    best = range(function.lineno, (function.end_lineno or 0) + 1)
    for node in ast.walk(function):
        if isinstance(node, ast.stmt) and node is not function and node.lineno <= line <= (node.end_lineno or 0):
            lines = range(node.lineno, (node.end_lineno or 0) + 1)
            best = lines if len(lines) <= len(best) else best
    return best
