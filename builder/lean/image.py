"""Knows the form of an image: the pieces of a memory that a module does not bring, each with its place.

Must never know what is in the memory.

It is a WebAssembly module of one custom section, because hosts that compress some kinds of files compress those. The section
holds five numbers of 32 bits, little-endian: the address of the function to call, that of the first string to finish, the size of
the memory, the number of pieces, and the size of their list. Then the list: for each piece the distance from the end of the last,
and its length, seven bits a byte (LEB128). Then the pieces themselves, one after another. Between them the memory stays as the
module brings it. So an image has every byte that is not zero, and zeros where the data of the whole module would be something
else. static/lean.js reads it.
"""

from __future__ import annotations

import re
import struct
from typing import NamedTuple

from builder.lean.wasm import unsigned

__all__ = ["Begin", "module", "packed"]

MAGIC = b"\0asm\1\0\0\0"
NAME = b"\5image"
GAP = 64  # bytes: a shorter run of zeros costs more in the list than it saves
PIECE = re.compile(rb"[^\0](?:.*?)(?=\0{%d}|\Z)" % GAP, re.DOTALL)


class Begin(NamedTuple):
    """Two addresses: of the function to call, and of the first string to finish."""

    door: int
    first: int


def packed(begin: Begin, memory: bytes, needed: bytes | None = None) -> bytes:
    """The image of a memory; `needed` is not zero wherever a byte must be written."""
    places = [found.span() for found in PIECE.finditer((memory if needed is None else needed).rstrip(b"\0"))]
    ends = [0, *(end for _, end in places)]
    rows = [
        unsigned(start - before) + unsigned(end - start) for before, (start, end) in zip(ends, places, strict=False)
    ]
    head = b"".join(rows)
    pieces = b"".join(memory[start:end] for start, end in places)
    return module(NAME + struct.pack("<5I", *begin, len(memory), len(places), len(head)) + head + pieces)


def module(section: bytes) -> bytes:
    """A WebAssembly module of one custom section, which begins with its name."""
    return MAGIC + b"\0" + _five(len(section)) + section


def _five(size: int) -> bytes:
    """A number as LEB128 in five bytes, so that what follows always begins at the same place."""
    return bytes([size >> shift & 127 | 128 for shift in (0, 7, 14, 21)]) + bytes([size >> 28])
