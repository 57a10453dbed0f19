"""Make a WebAssembly module record which bytes of its memory it reads, in a second memory.

Every load and every copy becomes a call of a function that records and then reads. Those functions come last, so that
no index changes.
"""

from __future__ import annotations

from typing import NamedTuple

from frozen_runtime.wasm_code import instructions
from frozen_runtime.wasm_module import (
    FUNCTION,
    MEMORY,
    TYPES,
    Module,
    appended,
    constant,
    number,
    unsigned,
    vector,
    with_size,
)

__all__ = ["READ", "noting"]

READ = "$read"  # the exported memory: a byte that is not 0 for each byte that was read
I32, I64, F32, F64 = b"\x7f", b"\x7e", b"\x7d", b"\x7c"
PAGE = 65_536


class Load(NamedTuple):
    """An instruction that loads: what it gives, and how many bytes it reads."""

    gives: bytes
    size: int


LOADS = {
    0x28: Load(I32, 4), 0x29: Load(I64, 8), 0x2A: Load(F32, 4), 0x2B: Load(F64, 8), 0x2C: Load(I32, 1), 0x2D: Load(I32, 1),
    0x2E: Load(I32, 2), 0x2F: Load(I32, 2), 0x30: Load(I64, 1), 0x31: Load(I64, 1), 0x32: Load(I64, 2), 0x33: Load(I64, 2),
    0x34: Load(I64, 4), 0x35: Load(I64, 4),
}  # fmt: skip
COPY = 0  # no instruction that loads has this number
STORES = {1: b"\x41\x7f\x3a", 2: b"\x41\x7f\x3b", 4: b"\x41\x7f\x36", 8: b"\x42\x7f\x37"}  # -1, and store it


def noting(module: Module, limit: int) -> bytes:
    """The module that notes what it reads below a limit."""
    bodies = module.bodies()
    types, first = number(module.section(TYPES), 0)[0], module.imported(FUNCTION) + len(bodies)
    kinds = [COPY, *LOADS]
    indices = {kind: first + at for at, kind in enumerate(kinds)}
    results = {I32: 0, I64: 1, F32: 2, F64: 3}
    shapes = [b"\x60\x02" + I32 + I32 + b"\x01" + gives for gives in results] + [b"\x60\x03" + I32 * 3 + b"\x00"]
    used = [unsigned(types + (results[LOADS[kind].gives] if kind else len(results))) for kind in kinds]
    helpers = [_load(kind, limit) if kind else _copy(limit) for kind in kinds]
    pages = unsigned(limit // PAGE + 1)
    return module.changed(
        TYPES=lambda content: appended(content, shapes),
        FUNCTIONS=lambda content: appended(content, used),
        MEMORIES=lambda content: appended(content, [b"\x00" + pages]),
        EXPORTS=lambda content: appended(content, [with_size(READ.encode()) + bytes([MEMORY, 1])]),
        CODE=lambda _: vector([*(with_size(_with_calls(body, indices)) for body in bodies), *map(with_size, helpers)]),
    ).to_bytes()


def _with_calls(body: bytes, indices: dict[int, int]) -> bytes:
    """A body in which every load and copy is a call of its own function."""
    parts, last = [], 0
    for match in instructions(body):
        if match["load"] or match["copy"]:
            kind = COPY if match["copy"] else match[0][0]
            offset = b"" if match["copy"] else b"\x41" + constant(number(match["load"], 0)[0])
            parts += [body[last : match.start()], offset, b"\x10", unsigned(indices[kind])]
            last = match.end()
    return b"".join([*parts, body[last:]])


def _load(kind: int, limit: int) -> bytes:
    """The function that notes and loads: it takes an operand and what is added to it."""
    at = b"\x20\x00\x20\x01\x6a\x22\x02"  # local 2 = local 0 + local 1
    note = b"\x20\x02" + STORES[LOADS[kind].size] + b"\x40\x01\x00"
    given = b"\x20\x02" + bytes([kind]) + b"\x00\x00"
    return b"\x01\x01" + I32 + at + _below(limit) + b"\x04\x40" + note + b"\x0b" + given + b"\x0b"


def _copy(limit: int) -> bytes:
    """The function that notes and copies: it takes where to, where from, and how many bytes."""
    rest = b"\x41" + constant(limit) + b"\x20\x01\x6b\x22\x03"  # local 3 = limit - local 1
    most = b"\x20\x02" + rest + b"\x20\x02\x20\x03\x49\x1b"  # the smaller of local 2 and local 3
    note = b"\x20\x01\x41\x7f" + most + b"\xfc\x0b\x01"
    given = b"\x20\x00\x20\x01\x20\x02\xfc\x0a\x00\x00"
    return b"\x01\x01" + I32 + b"\x20\x01" + _below(limit) + b"\x04\x40" + note + b"\x0b" + given + b"\x0b"


def _below(limit: int) -> bytes:
    return b"\x41" + constant(limit) + b"\x49"
