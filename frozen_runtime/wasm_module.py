"""Read and write the sections of a WebAssembly module; instrument its functions, or make them trap.

A function keeps its index and its place in the table whatever happens to its body, so that one image of the memory fits
both Pyodide's module and the trimmed one. The numbers of the sections are those of the WebAssembly specification,
5.5.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["Module", "instrument", "trap_unused", "unsigned"]

TYPES, IMPORTS, FUNCTIONS, MEMORIES, GLOBALS, EXPORTS, CODE, DATA, DATA_COUNT = 1, 2, 3, 5, 6, 7, 10, 11, 12
FUNCTION, TABLE, MEMORY, GLOBAL, TAG = 0, 1, 2, 3, 4
TRAP = b"\x00\x00\x0b"  # no locals, unreachable, end
UNSET = b"\x7f\x01\x41\x00\x0b"  # a variable i32 that begins as 0
COUNT = "$"  # the prefix of the exported counters


class Module(NamedTuple):
    """A module as its sections, in order: their numbers and their contents."""

    sections: tuple[tuple[int, bytes], ...]

    @classmethod
    def read(cls, content: bytes) -> Module:
        """The module in a file."""
        result, at = [], 8
        while at < len(content):
            size, start = number(content, at + 1)
            result.append((content[at], content[start : start + size]))
            at = start + size
        return cls(tuple(result))

    def to_bytes(self) -> bytes:
        """The file again."""
        return b"\0asm\1\0\0\0" + b"".join(bytes([kind]) + with_size(content) for kind, content in self.sections)

    def section(self, kind: int) -> bytes:
        """The content of the section of a kind."""
        return dict(self.sections)[kind]

    def changed(self, **changes: Callable[[bytes], bytes]) -> Module:
        """The module with some sections made new; what is no section of the standard (0) is left out."""
        by_kind = {globals()[name]: change for name, change in changes.items()}
        same: Callable[[bytes], bytes] = bytes
        return Module(tuple((kind, by_kind.get(kind, same)(content)) for kind, content in self.sections if kind))

    def bodies(self) -> list[bytes]:
        """The bodies of the functions that are not imported."""
        code = self.section(CODE)
        count, at = number(code, 0)
        result = []
        for _ in range(count):
            size, start = number(code, at)
            result.append(code[start : start + size])
            at = start + size
        return result

    def imported(self, kind: int) -> int:
        """How many imports there are of a kind."""
        return sum(result == kind for result in _imports(self.section(IMPORTS)))

    def exports(self) -> Iterator[tuple[str, int, int]]:
        """Name, kind and number of every export."""
        content = self.section(EXPORTS)
        count, at = number(content, 0)
        for _ in range(count):
            size, start = number(content, at)
            index, end = number(content, start + size + 1)
            yield content[start : start + size].decode(), content[start + size], index
            at = end


def _imports(content: bytes) -> Iterator[int]:
    """The kind of every import; Pyodide imports functions, globals and tags."""
    count, at = number(content, 0)
    for _ in range(count):
        for _ in ("module", "name"):
            size, at = number(content, at)
            at += size
        kind = content[at]
        if kind in {TABLE, MEMORY}:
            raise ValueError("an imported table or memory is not expected")
        yield kind
        at = at + 3 if kind == GLOBAL else number(content, at + 1 + (kind == TAG))[1]


def number(content: bytes, at: int) -> tuple[int, int]:
    """The unsigned LEB128 number at a place, and the place after it."""
    result = shift = 0
    while True:
        byte = content[at]
        result |= (byte & 127) << shift
        shift, at = shift + 7, at + 1
        if byte < 128:  # noqa: PLR2004 - the highest bit says that more follows
            return result, at


def signed(content: bytes) -> int:
    """The signed LEB128 number that is all of a content."""
    result = number(content, 0)[0]
    return result - (1 << 7 * len(content)) if content[-1] & 64 else result


def unsigned(value: int) -> bytes:
    """A number as LEB128."""
    low, rest = value & 127, value >> 7
    return bytes([low | 128]) + unsigned(rest) if rest else bytes([low])


def constant(value: int) -> bytes:
    """A number of 32 bits as signed LEB128, in five bytes."""
    low = [value >> shift & 127 | 128 for shift in (0, 7, 14, 21)]
    return bytes([*low, value >> 28 & 15 | (112 if value >> 31 & 1 else 0)])


def with_size(content: bytes) -> bytes:
    """A content after its size."""
    return unsigned(len(content)) + content


def vector(parts: list[bytes]) -> bytes:
    """Parts after their number."""
    return unsigned(len(parts)) + b"".join(parts)


def appended(content: bytes, parts: list[bytes]) -> bytes:
    """A vector with more parts at its end."""
    count, start = number(content, 0)
    return unsigned(count + len(parts)) + content[start:] + b"".join(parts)


def instrument(module: Module) -> bytes:
    """Return the module in which each function sets an exported variable, named after its index, when it runs."""
    bodies = module.bodies()
    first = module.imported(GLOBAL) + number(module.section(GLOBALS), 0)[0]
    names = [with_size(f"{COUNT}{at}".encode()) + bytes([GLOBAL]) + unsigned(first + at) for at in range(len(bodies))]
    return module.changed(
        GLOBALS=lambda content: appended(content, [UNSET] * len(bodies)),
        EXPORTS=lambda content: appended(content, names),
        CODE=lambda _: vector([with_size(_counted(body, first + at)) for at, body in enumerate(bodies)]),
    ).to_bytes()


def _counted(body: bytes, variable: int) -> bytes:
    """A body that first sets a variable to 1."""
    groups, at = number(body, 0)
    for _ in range(groups):
        at = number(body, at)[1] + 1  # how many, and one byte for their type
    return body[:at] + b"\x41\x01\x24" + unsigned(variable) + body[at:]


def trap_unused(module: Module, kept_functions: set[int], exported: frozenset[str]) -> bytes:
    """Return the module in which all other functions trap, nothing else is exported, and no data is left.

    The image brings it.
    """
    bodies = [with_size(body if at in kept_functions else TRAP) for at, body in enumerate(module.bodies())]
    exports = [
        with_size(name.encode()) + bytes([kind]) + unsigned(index)
        for name, kind, index in module.exports()
        if name in exported
    ]
    empty: Callable[[bytes], bytes] = lambda _: vector([])  # noqa: E731
    return module.changed(
        EXPORTS=lambda _: vector(exports), CODE=lambda _: vector(bodies), DATA=empty, DATA_COUNT=empty
    ).to_bytes()
