"""Knows which parts of the data that a module brings no kept function and no live memory can name, so that nobody can read them.

Must never know a single object of Python's by its meaning, or an answer.

Data is divided into objects at the addresses that functions, exported variables and data give. An object is kept when a kept
function, the live memory, or an object that is kept gives an address in it, and when Python has altered it. The rest is left out.

What makes this careful rather than exact: the compiler adds small numbers to addresses, so what lies NEAR an address that a
function gives is kept, too; only addresses that look like the beginning of an object divide. README.md tells how it is proved.
"""

from __future__ import annotations

import re
import struct
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from builder.lean.code import addresses, brought, constants, variables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.lean.wasm import Module

__all__ = ["Data", "needed", "without"]

NEAR = (64, 256)  # bytes before and after an address that a function gives
CAREFUL = 16_384  # bytes before the first one that Python altered, in which there may be addresses, too
ALIGNED = 16  # bytes: so begins an object that is no text
ROUND = 3  # bits that are set in a number that is no address
LEAST = 8  # bytes: what is left out begins and ends at a multiple of this, because text is read by the word
TEXT = re.compile(rb"[\t\n\r -~]{3,}\0")
DOCUMENTATION = re.compile(rb"[\w.]+\([^\0]*\)\n--\n\n")  # so begins what CPython tells people of a built-in function
LEAVES = ("PyUnicode_Type", "PyBytes_Type", "PyLong_Type", "PyFloat_Type", "PyCode_Type")
HEAD, TYPE, SIZE = 8, 4, 16  # bytes: of every object, and where it has its type, and a type the size of its objects
BLOCK, IN_USE, LARGEST = 4, 2, 1 << 20  # of malloc: the size before each block, whose lowest bits tell more


def needed(memory: bytes, already: bytes) -> bytes:
    """Not zero wherever a memory or what is already there is not zero: what a module with or without its data must be told."""
    size = len(already)
    either = int.from_bytes(memory[:size]) | int.from_bytes(already)
    return either.to_bytes(size) + memory[size:]


def without(content: bytes, left: list[tuple[int, int]]) -> bytes:
    """A content in which some ranges are zero."""
    found = bytearray(content)
    for start, end in left:
        found[start:end] = bytes(end - start)
    return bytes(found)


def words(content: bytes) -> tuple[int, ...]:
    """The numbers of 32 bits in a content that begins at a multiple of four."""
    return struct.unpack_from(f"<{len(content) // 4}I", content)


class Data:
    """The data that a module brings, beside the memory in which Python is ready."""

    def __init__(self, module: Module, kept: set[int], memory: bytes) -> None:
        self.brought, self.memory = brought(module), memory
        self.end = len(self.brought)
        self.symbols = variables(module)
        altered = next(at for at, (now, then) in enumerate(zip(memory, self.brought, strict=False)) if now != then)
        self.pointing = altered - CAREFUL & -ALIGNED
        bodies = module.bodies()
        self.exported = {at for at in self.symbols.values() if at < self.end}
        self.given = {at for body in bodies for at in constants(body) if 0 < at < self.end} | self.exported
        self.roots = {at for index in kept for at in addresses(bodies[index]) if 0 < at < self.end}
        self.linked = {at for at in words(self.brought[self.pointing :]) if 0 < at < self.end}

    def begins(self, at: int) -> bool:
        """Whether what Python's memory gives is an address of data, rather than a number that looks like one."""
        return self.pointing <= at < self.end or at in self.exported or (0 < at < self.pointing and self._text(at))

    def _text(self, at: int) -> bool:
        return self.brought[at - 1] == 0 and TEXT.match(self.brought, at) is not None

    @cached_property
    def live(self) -> bytes:
        """The memory without what holds no address: text, numbers and byte code."""
        found = bytearray(self.memory)
        for name in LEAVES:
            kind = self.symbols[name]
            head = words(self.memory[kind + SIZE : kind + SIZE + 4])[0] if name == "PyCode_Type" else HEAD
            for start, end in _blocks(self.memory, kind, self.end):
                found[start + head : end] = bytes(max(0, end - start - head))
        return bytes(found)

    @cached_property
    def alive(self) -> set[int]:
        """The addresses in Python's memory behind the data."""
        return {at for at in set(words(self.live[self.end + 3 & -4 :])) if self.begins(at)}

    @cached_property
    def every(self) -> set[int]:
        """All addresses that anything gives."""
        return self.given | self.linked | self.alive

    @cached_property
    def starts(self) -> list[int]:
        """Where objects begin."""
        whole = self._wholes()
        found = {at for at in self.every if self._divides(at) and at not in whole}
        return sorted({0, self.pointing, *found, *self.exported})

    def _divides(self, at: int) -> bool:
        """Whether an object may begin at an address. Text has one beginning."""
        if _round(at):
            return False
        if (
            at < self.pointing
            and (line := TEXT.match(self.brought, self.brought.rfind(0, 0, at) + 1))
            and at < line.end()
        ):
            return at == line.start()
        if at % ALIGNED == 0:
            return True
        return at >= self.pointing and at % (ALIGNED // 2) == 0 and (at in self.linked or at in self.alive)

    def _wholes(self) -> set[int]:
        """All addresses inside types, and inside the state of Python's runtime: functions give many of them."""
        kind, runtime = self.symbols["PyType_Type"], self.symbols["_PyRuntime"]
        size = words(self.memory[kind + SIZE : kind + SIZE + 4])[0]
        here = self.memory[self.pointing : self.end]
        types = [self.pointing + 4 * at - TYPE for at, word in enumerate(words(here)) if word == kind]
        after = min(at for at in self.exported if at > runtime)
        return {at for start in types for at in range(start + 1, start + size)} | {*range(runtime + 1, after)}

    def left_out(self) -> list[tuple[int, int]]:
        """Where begins and where ends what nobody can read, and Python has not altered."""
        ends = [*self.starts[1:], self.end]
        kept = self._reached()
        objects = zip(self.starts, ends, strict=True)
        free = [(start, end) for start, end in objects if start not in kept or self._documents(start, end)]
        rounded = [(start + LEAST - 1 & -LEAST, end & -LEAST) for start, end in free]
        return [(start, end) for start, end in rounded if start < end]

    def _documents(self, start: int, end: int) -> bool:
        """Whether an object is but the documentation of a function, and no other text ends as it does."""
        if start >= self.pointing or not DOCUMENTATION.match(self.brought, start):
            return False
        return not any(at in self.every for at in range(start + 1, end))

    def _reached(self) -> set[int]:
        """The beginnings of the objects that are kept."""
        found = {self._object(at) for at in self.roots | self.alive}.union(
            self._altered(), *map(self._near, self.roots)
        )
        todo = list(found)
        while todo:
            named = {self._object(at) for at in self._links(todo.pop())}
            todo += named - found
            found |= named
        return found

    def _object(self, at: int) -> int:
        """Where the object begins that has an address in it."""
        return self.starts[bisect_right(self.starts, at) - 1]

    def _near(self, at: int) -> list[int]:
        """The objects around an address that a function gives, unless it is text or holds addresses of its own."""
        if at >= self.pointing or self._text(at):
            return []
        first, last = self._object(max(0, at - NEAR[0])), at + NEAR[1]
        return self.starts[bisect_left(self.starts, first) : bisect_left(self.starts, last)]

    def _altered(self) -> list[int]:
        spans = pairwise([*self.starts, self.end])
        return [start for start, end in spans if self.memory[start:end] != self.brought[start:end]]

    def _links(self, start: int) -> list[int]:
        """The addresses in an object: what Python has altered there counts only if it looks like one."""
        if start < self.pointing:
            return []
        first, last = start + 3 & -4, [*self.starts, self.end][bisect_right(self.starts, start)]
        pairs = zip(words(self.live[first:last]), words(self.brought[first:last]), strict=True)
        return [
            now for now, then in pairs if self.begins(now) or (now == then and 0 < now < self.end and not _round(now))
        ]


def _round(at: int) -> bool:
    """Whether a number is more likely a size or a flag than an address."""
    return at.bit_count() <= ROUND or at % 1000 == 0


def _blocks(memory: bytes, kind: int, start: int) -> Iterator[tuple[int, int]]:
    """Where each object of a type begins on the heap, and where its block ends."""

    def word(at: int) -> int:
        return int.from_bytes(memory[at : at + 4], "little")

    for found in re.finditer(re.escape(kind.to_bytes(4, "little")), memory[start:]):
        at = start + found.start() - TYPE
        size = word(at - BLOCK) & -8
        whole = at % 8 == 0 and word(at - BLOCK) & IN_USE and 16 <= size < LARGEST  # noqa: PLR2004
        if whole and word(at - BLOCK + size) & 1:
            yield at, at - BLOCK + size
