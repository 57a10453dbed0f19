"""Read an image as the browser does: its header, and each piece of memory with its address."""

from __future__ import annotations

import struct

from frozen_runtime import image, wasm_module


def pieces(content: bytes) -> tuple[image.ImageHeader, int, list[tuple[int, bytes]]]:
    """Where to begin, how large the memory is, and each piece with its place, as frozen_runtime/host/ reads them."""
    assert content[:9] == b"\0asm\1\0\0\0\0"
    size = sum((byte & 127) << 7 * at for at, byte in enumerate(content[9:14]))
    assert size == len(content) - 14
    assert content[14:20] == b"\5image"
    entry_point, first, top, count, listed = struct.unpack_from("<5I", content, 20)
    result, at, read, offset = list[tuple[int, bytes]](), 0, 40, 40 + listed
    for _ in range(count):
        gap, read = wasm_module.number(content, read)
        length, read = wasm_module.number(content, read)
        result.append((at + gap, content[offset : offset + length]))
        at, offset = at + gap + length, offset + length
    assert offset == len(content)
    return image.ImageHeader(entry_point, first), top, result


def unpacked(content: bytes) -> tuple[image.ImageHeader, bytes]:
    """Where to begin, and the memory in a module that brings no data."""
    begin, top, result = pieces(content)
    memory = bytearray(top)
    for at, piece in result:
        memory[at : at + len(piece)] = piece
    return begin, bytes(memory)
