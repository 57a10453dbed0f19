"""Knows the instructions of WebAssembly: where each of them ends, which addresses it gives, and what data there is.

Must never know Python's insides, or what is kept and what is cut. Numbers are those of the WebAssembly specification, 5.4, with
exceptions in their first form, which Pyodide's module uses.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from builder.lean.wasm import DATA, FUNCTION, GLOBAL, GLOBALS, Module, number, signed

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["addresses", "brought", "closure", "constants", "instructions", "variables"]

NUMBER = rb"[\x80-\xff]*[\0-\x7f]"
ONE = re.compile(
    rb"[\x28-\x35]%(n)s(?P<load>%(n)s)|[\x36-\x3e]%(n)s(?P<store>%(n)s)"
    rb"|\x41(?P<const>%(n)s)|[\x10\x12\xd2](?P<function>%(n)s)|\x0e(?P<many>%(n)s)"
    rb"|[\x02-\x04\x06-\x09\x0c\x0d\x18\x20-\x26\x3f\x40\x42\xd0]%(n)s|[\x11\x13]%(n)s%(n)s|\x43.{4}|\x44.{8}|\x1c\x01."
    rb"|[\0\x01\x05\x0b\x0f\x19-\x1b\x45-\xc4\xd1]"
    rb"|\xfc(?:[\0-\x07]|(?P<copy>\x0a\0\0)|\x0b\0|[\x0f-\x11]%(n)s)" % {b"n": NUMBER},
    re.DOTALL,
)


def start(body: bytes) -> int:
    """Where the instructions of a body begin: behind its local variables."""
    groups, at = number(body, 0)
    for _ in range(groups):
        at = number(body, at)[1] + 1  # how many, and one byte for their type
    return at


def instructions(body: bytes) -> Iterator[re.Match[bytes]]:
    """Every instruction of a body, in order; a jump through a table ends before its targets."""
    at = start(body)
    while at < len(body):
        found = ONE.match(body, at)
        if found is None:
            raise ValueError(f"no instruction that is known here: {body[at : at + 4].hex()}")
        yield found
        at = found.end()
        for _ in range(number(found["many"], 0)[0] + 1 if found["many"] else 0):
            at = number(body, at)[1]


def constants(body: bytes) -> Iterator[int]:
    """Every constant of 32 bits in a body."""
    return (signed(found["const"]) for found in instructions(body) if found["const"])


def addresses(body: bytes) -> Iterator[int]:
    """Every number in a body that could be an address: constants, and what loads and stores add to their operand."""
    for found in instructions(body):
        if found["const"]:
            yield signed(found["const"])
        elif offset := found["load"] or found["store"]:
            yield number(offset, 0)[0]


def brought(module: Module) -> bytes:
    """The memory as the module's data alone makes it."""
    content = module.section(DATA)
    count, at = number(content, 0)
    found = bytearray()
    for _ in range(count):
        place, at = _constant(content, at + 1)
        size, at = number(content, at)
        found.extend(bytes(max(0, place + size - len(found))))
        found[place : place + size] = content[at : at + size]
        at += size
    return bytes(found)


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


def closure(module: Module, seen: set[int]) -> set[int]:
    """The functions that ran, and all that they could call directly, by their numbers behind the imported ones."""
    bodies, shift = module.bodies(), module.imported(FUNCTION)
    found, fresh = set(seen), set(seen)
    while fresh:
        named = {
            number(one["function"], 0)[0] - shift for at in fresh for one in instructions(bodies[at]) if one["function"]
        }
        fresh = {index for index in named if index >= 0} - found
        found |= fresh
    return found
