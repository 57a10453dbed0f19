"""Decode WebAssembly instructions: their ends, the addresses that they hold, and the data of a module.

The opcodes are those of the WebAssembly specification, 5.4, with exceptions in their first form, which Pyodide's module
uses.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from frozen_runtime.wasm_module import DATA, FUNCTION, GLOBAL, GLOBALS, Module, number, signed

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["addresses", "closure", "constants", "initial_memory", "instructions", "variables"]

NUMBER = rb"[\x80-\xff]*[\0-\x7f]"
INSTRUCTION = re.compile(
    rb"[\x28-\x35]%(n)s(?P<load>%(n)s)|[\x36-\x3e]%(n)s(?P<store>%(n)s)"
    rb"|\x41(?P<const>%(n)s)|[\x10\x12\xd2](?P<function>%(n)s)|\x0e(?P<many>%(n)s)"
    rb"|[\x02-\x04\x06-\x09\x0c\x0d\x18\x20-\x26\x3f\x40\x42\xd0]%(n)s|[\x11\x13]%(n)s%(n)s|\x43.{4}|\x44.{8}|\x1c\x01."
    rb"|[\0\x01\x05\x0b\x0f\x19-\x1b\x45-\xc4\xd1]"
    rb"|\xfc(?:[\0-\x07]|(?P<copy>\x0a\0\0)|\x0b\0|[\x0f-\x11]%(n)s)" % {b"n": NUMBER},
    re.DOTALL,
)


def start(body: bytes) -> int:
    """The offset of the first instruction of a body, after its local variables."""
    groups, at = number(body, 0)
    for _ in range(groups):
        at = number(body, at)[1] + 1  # how many, and one byte for their type
    return at


def instructions(body: bytes) -> Iterator[re.Match[bytes]]:
    """Every instruction of a body, in order; a jump table ends before its targets.

    Raises ValueError for an unknown instruction.
    """
    at = start(body)
    while at < len(body):
        match = INSTRUCTION.match(body, at)
        if match is None:
            raise ValueError(f"no instruction that is known here: {body[at : at + 4].hex()}")
        yield match
        at = match.end()
        for _ in range(number(match["many"], 0)[0] + 1 if match["many"] else 0):
            at = number(body, at)[1]


def constants(body: bytes) -> Iterator[int]:
    """Every constant of 32 bits in a body."""
    return (signed(match["const"]) for match in instructions(body) if match["const"])


def addresses(body: bytes) -> Iterator[int]:
    """Every number in a body that may be an address: constants, and offsets of loads and stores."""
    for match in instructions(body):
        if match["const"]:
            yield signed(match["const"])
        elif offset := match["load"] or match["store"]:
            yield number(offset, 0)[0]


def initial_memory(module: Module) -> bytes:
    """The memory as the module's data segments initialise it."""
    content = module.section(DATA)
    count, at = number(content, 0)
    match = bytearray()
    for _ in range(count):
        address, at = _constant(content, at + 1)
        size, at = number(content, at)
        match.extend(bytes(max(0, address + size - len(match))))
        match[address : address + size] = content[at : at + size]
        at += size
    return bytes(match)


def _constant(content: bytes, at: int) -> tuple[int, int]:
    """The value of `i32.const` or the index of `global.get` at a place, and the place behind its `end`."""
    end = number(content, at + 1)[1]
    return signed(content[at + 1 : end]) if content[at] == ord("A") else number(content, at + 1)[0], end + 1


def variables(module: Module) -> dict[str, int]:
    """The address of every exported variable."""
    content = module.section(GLOBALS)
    count, at = number(content, 0)
    values = []
    for _ in range(count):
        value, at = _constant(content, at + 2)
        values.append(value)
    first = module.imported(GLOBAL)
    return {name: values[index - first] for name, kind, index in module.exports() if kind == GLOBAL and index >= first}


def closure(module: Module, ran: set[int]) -> set[int]:
    """The functions that ran, and all that they could call directly, by their index after the imported ones."""
    bodies, shift = module.bodies(), module.imported(FUNCTION)
    match, new = set(ran), set(ran)
    while new:
        called = {
            number(each["function"], 0)[0] - shift
            for at in new
            for each in instructions(bodies[at])
            if each["function"]
        }
        new = {index for index in called if index >= 0} - match
        match |= new
    return match
