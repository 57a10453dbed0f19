"""The image format: the pieces of a memory that the module does not initialise itself, each with its address.

An image is a WebAssembly module of one custom section, because some hosts compress files of that type only. The section
holds five little-endian numbers of 32 bits: the address of the function to call, the address of the first string to
intern, the size of the memory, the number of pieces, and the size of their list. The list has two LEB128 numbers for
each piece: the distance from the end of the piece before, and the length. Then the pieces follow. The image has every
byte that is not zero, and zeros where the module's own data would be something else. The host script
frozen_runtime/host/memory-image.js reads it.
"""

from __future__ import annotations

import re
import struct
from typing import NamedTuple

from frozen_runtime.wasm_module import unsigned

__all__ = ["ImageHeader", "module", "packed"]

MAGIC = b"\0asm\1\0\0\0"
NAME = b"\5image"
MIN_GAP = 64  # bytes: a shorter run of zeros costs more in the list than it saves
PIECE = re.compile(rb"[^\0](?:.*?)(?=\0{%d}|\Z)" % MIN_GAP, re.DOTALL)


class ImageHeader(NamedTuple):
    """Two addresses: of the function to call, and of the first string to finish."""

    entry_point: int
    first_string: int


def packed(header: ImageHeader, memory: bytes, needed: bytes | None = None) -> bytes:
    """The image of a memory; `needed` is not zero wherever a byte must be written."""
    spans = [match.span() for match in PIECE.finditer((memory if needed is None else needed).rstrip(b"\0"))]
    ends = [0, *(end for _, end in spans)]
    rows = [unsigned(start - before) + unsigned(end - start) for before, (start, end) in zip(ends, spans, strict=False)]
    head = b"".join(rows)
    pieces = b"".join(memory[start:end] for start, end in spans)
    return module(NAME + struct.pack("<5I", *header, len(memory), len(spans), len(head)) + head + pieces)


def module(section: bytes) -> bytes:
    """A WebAssembly module of one custom section, which begins with its name."""
    return MAGIC + b"\0" + _padded_leb128(len(section)) + section


def _padded_leb128(size: int) -> bytes:
    """A number as LEB128 in five bytes, so that what follows always begins at the same place."""
    return bytes([size >> shift & 127 | 128 for shift in (0, 7, 14, 21)]) + bytes([size >> 28])
