"""Find the parts of a module's data that no kept function and no live memory can refer to.

Data is divided into objects at the addresses that functions, exported variables and data refer to. An object is kept
when a kept function, the live memory or a kept object holds an address in it, and when Python has changed it. The rest
is left out of the image.

This is a careful heuristic, not a proof: the compiler adds small offsets to addresses, so the surroundings of an
address that a function holds are kept, too, and only addresses that look like the start of an object divide. README.md
says how it is tested. Sizes and addresses are in bytes.
"""

from __future__ import annotations

import re
import struct
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from frozen_runtime.wasm_code import addresses, constants, initial_memory, variables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from frozen_runtime.wasm_module import Module

__all__ = ["Data", "required_bytes", "zeroed"]

MARGIN = (64, 256)  # bytes before and after an address that a function gives
SAFETY_MARGIN = 16_384  # bytes before the first one that Python altered, in which there may be addresses, too
ALIGNMENT = 16  # bytes: so begins an object that is no text
MAX_BITS_OF_FLAGS = 3  # bits that are set in a number that is no address
GRANULARITY = 8  # bytes: what is left out begins and ends at a multiple of this, because text is read by the word
TEXT = re.compile(rb"[\t\n\r -~]{3,}\0")
DOCUMENTATION = re.compile(rb"[\w.]+\([^\0]*\)\n--\n\n")  # so begins what CPython tells people of a built-in function
LEAF_TYPES = ("PyUnicode_Type", "PyBytes_Type", "PyLong_Type", "PyFloat_Type", "PyCode_Type")
HEADER, TYPE, SIZE = 8, 4, 16  # bytes: of every object, and where it has its type, and a type the size of its objects
BLOCK, IN_USE, LARGEST = 4, 2, 1 << 20  # of malloc: the size before each block, whose lowest bits tell more


def required_bytes(memory: bytes, already: bytes) -> bytes:
    """Mask of bytes that the image must write, whether or not the module initialises its own data."""
    size = len(already)
    either = int.from_bytes(memory[:size]) | int.from_bytes(already)
    return either.to_bytes(size) + memory[size:]


def zeroed(content: bytes, left: list[tuple[int, int]]) -> bytes:
    """A copy in which these ranges are zero."""
    result = bytearray(content)
    for start, end in left:
        result[start:end] = bytes(end - start)
    return bytes(result)


def words32(content: bytes) -> tuple[int, ...]:
    """The little-endian numbers of 32 bits in a content."""
    return struct.unpack_from(f"<{len(content) // 4}I", content)


class Data:
    """The data that a module brings, beside the memory in which Python is ready."""

    def __init__(self, module: Module, kept_functions: set[int], memory: bytes) -> None:
        self.initial, self.memory = initial_memory(module), memory
        self.end = len(self.initial)
        self.symbols = variables(module)
        altered = next(at for at, (now, then) in enumerate(zip(memory, self.initial, strict=False)) if now != then)
        self.pointers_start = altered - SAFETY_MARGIN & -ALIGNMENT
        bodies = module.bodies()
        self.exported = {at for at in self.symbols.values() if at < self.end}
        self.referenced_by_code = {at for body in bodies for at in constants(body) if 0 < at < self.end} | self.exported
        self.roots = {at for index in kept_functions for at in addresses(bodies[index]) if 0 < at < self.end}
        self.referenced_by_data = {at for at in words32(self.initial[self.pointers_start :]) if 0 < at < self.end}

    def is_address(self, at: int) -> bool:
        """Whether what Python's memory gives is an address of data, rather than a number that looks like one."""
        return (
            self.pointers_start <= at < self.end
            or at in self.exported
            or (0 < at < self.pointers_start and self._text(at))
        )

    def _text(self, at: int) -> bool:
        return self.initial[at - 1] == 0 and TEXT.match(self.initial, at) is not None

    @cached_property
    def memory_without_leaves(self) -> bytes:
        """The memory without what holds no address: text, numbers and byte code."""
        result = bytearray(self.memory)
        for name in LEAF_TYPES:
            kind = self.symbols[name]
            head = words32(self.memory[kind + SIZE : kind + SIZE + 4])[0] if name == "PyCode_Type" else HEADER
            for start, end in _heap_blocks(self.memory, kind, self.end):
                result[start + head : end] = bytes(max(0, end - start - head))
        return bytes(result)

    @cached_property
    def referenced_by_memory(self) -> set[int]:
        """The addresses in Python's memory behind the data."""
        return {at for at in set(words32(self.memory_without_leaves[self.end + 3 & -4 :])) if self.is_address(at)}

    @cached_property
    def all_references(self) -> set[int]:
        """All addresses that anything gives."""
        return self.referenced_by_code | self.referenced_by_data | self.referenced_by_memory

    @cached_property
    def starts(self) -> list[int]:
        """Where objects begin."""
        inside = self._inside_types()
        result = {at for at in self.all_references if self._starts_object(at) and at not in inside}
        return sorted({0, self.pointers_start, *result, *self.exported})

    def _starts_object(self, at: int) -> bool:
        """Whether an object may begin at an address. Text has one beginning."""
        if _looks_like_flag(at):
            return False
        if (
            at < self.pointers_start
            and (line := TEXT.match(self.initial, self.initial.rfind(0, 0, at) + 1))
            and at < line.end()
        ):
            return at == line.start()
        if at % ALIGNMENT == 0:
            return True
        return (
            at >= self.pointers_start
            and at % (ALIGNMENT // 2) == 0
            and (at in self.referenced_by_data or at in self.referenced_by_memory)
        )

    def _inside_types(self) -> set[int]:
        """All addresses inside types, and inside the state of Python's runtime: functions give many of them."""
        kind, runtime = self.symbols["PyType_Type"], self.symbols["_PyRuntime"]
        size = words32(self.memory[kind + SIZE : kind + SIZE + 4])[0]
        segment = self.memory[self.pointers_start : self.end]
        types = [self.pointers_start + 4 * at - TYPE for at, word in enumerate(words32(segment)) if word == kind]
        after = min(at for at in self.exported if at > runtime)
        return {at for start in types for at in range(start + 1, start + size)} | {*range(runtime + 1, after)}

    def unreferenced_ranges(self) -> list[tuple[int, int]]:
        """Start and end of what nothing refers to, and Python has not changed."""
        ends = [*self.starts[1:], self.end]
        kept_functions = self._reachable()
        objects = zip(self.starts, ends, strict=True)
        free = [(start, end) for start, end in objects if start not in kept_functions or self._is_docstring(start, end)]
        rounded = [(start + GRANULARITY - 1 & -GRANULARITY, end & -GRANULARITY) for start, end in free]
        return [(start, end) for start, end in rounded if start < end]

    def _is_docstring(self, start: int, end: int) -> bool:
        """Whether an object is but the documentation of a function, and no other text ends as it does."""
        if start >= self.pointers_start or not DOCUMENTATION.match(self.initial, start):
            return False
        return not any(at in self.all_references for at in range(start + 1, end))

    def _reachable(self) -> set[int]:
        """The beginnings of the objects that are kept."""
        result = {self._object(at) for at in self.roots | self.referenced_by_memory}.union(
            self._changed(), *map(self._neighbours, self.roots)
        )
        todo = list(result)
        while todo:
            named = {self._object(at) for at in self._references_in(todo.pop())}
            todo += named - result
            result |= named
        return result

    def _object(self, at: int) -> int:
        """Where the object begins that has an address in it."""
        return self.starts[bisect_right(self.starts, at) - 1]

    def _neighbours(self, at: int) -> list[int]:
        """The objects around an address that a function gives, unless it is text or holds addresses of its own."""
        if at >= self.pointers_start or self._text(at):
            return []
        first, last = self._object(max(0, at - MARGIN[0])), at + MARGIN[1]
        return self.starts[bisect_left(self.starts, first) : bisect_left(self.starts, last)]

    def _changed(self) -> list[int]:
        spans = pairwise([*self.starts, self.end])
        return [start for start, end in spans if self.memory[start:end] != self.initial[start:end]]

    def _references_in(self, start: int) -> list[int]:
        """The addresses in an object: what Python has altered there counts only if it looks like one."""
        if start < self.pointers_start:
            return []
        first, last = start + 3 & -4, [*self.starts, self.end][bisect_right(self.starts, start)]
        pairs = zip(words32(self.memory_without_leaves[first:last]), words32(self.initial[first:last]), strict=True)
        return [
            now
            for now, then in pairs
            if self.is_address(now) or (now == then and 0 < now < self.end and not _looks_like_flag(now))
        ]


def _looks_like_flag(at: int) -> bool:
    """Whether a number is more likely a size or a flag than an address."""
    return at.bit_count() <= MAX_BITS_OF_FLAGS or at % 1000 == 0


def _heap_blocks(memory: bytes, kind: int, start: int) -> Iterator[tuple[int, int]]:
    """Where each object of a type begins on the heap, and where its block ends."""

    def word(at: int) -> int:
        return int.from_bytes(memory[at : at + 4], "little")

    for result in re.finditer(re.escape(kind.to_bytes(4, "little")), memory[start:]):
        at = start + result.start() - TYPE
        size = word(at - BLOCK) & -8
        inside = at % 8 == 0 and word(at - BLOCK) & IN_USE and 16 <= size < LARGEST  # noqa: PLR2004
        if inside and word(at - BLOCK + size) & 1:
            yield at, at - BLOCK + size
