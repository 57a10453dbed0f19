"""Budgets on the memory that the frozen runtime writes before its first answer."""

from __future__ import annotations

import itertools
import struct
from typing import TYPE_CHECKING

import pytest

from frozen_runtime.wasm_module import number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

AROUND, HEAD = 20, 20  # bytes: frozen_runtime/image.py tells the form
PAGE = 4096  # bytes that a system gives at once, as soon as one of them is written
WRITTEN = 9_500_000  # bytes of pages into which the image writes
REACHED = 33_400_000  # bytes of memory, most of them never touched

pytestmark = pytest.mark.site


def spans(image: bytes) -> Iterator[tuple[int, int]]:
    """Where each piece of an image begins and ends."""
    *_, count, _ = struct.unpack_from("<5I", image, AROUND)
    address, at = 0, AROUND + HEAD
    for _ in range(count):
        distance, at = number(image, at)
        size, at = number(image, at)
        yield address + distance, address + distance + size
        address += distance + size


def test_the_image_writes_into_few_pages(site: Path) -> None:
    path = next((site / "assets" / "python").glob("image-*.wasm"), None)
    if path is None:
        pytest.skip("the frozen runtime is switched off")
    image = path.read_bytes()
    pages = (range(start // PAGE, -(-end // PAGE)) for start, end in spans(image))
    assert len(set(itertools.chain.from_iterable(pages))) * PAGE <= WRITTEN
    assert struct.unpack_from("<5I", image, AROUND)[2] <= REACHED
