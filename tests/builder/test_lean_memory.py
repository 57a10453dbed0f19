"""Knows how much memory the lean Python takes before it has answered anything: budgets on what is written into it.

Must never know what an image says, or how it is made.
"""

from __future__ import annotations

import itertools
import struct
from typing import TYPE_CHECKING

import pytest

from builder.lean.wasm import number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

AROUND, HEAD = 20, 20  # bytes: builder/lean/image.py tells the form
PAGE = 4096  # bytes that a system gives at once, as soon as one of them is written
WRITTEN = 9_100_000  # bytes of pages into which the image writes
REACHED = 33_000_000  # bytes of memory, most of them never touched

pytestmark = pytest.mark.site


def places(image: bytes) -> Iterator[tuple[int, int]]:
    """Where each piece of an image begins and ends."""
    *_, count, _ = struct.unpack_from("<5I", image, AROUND)
    place, at = 0, AROUND + HEAD
    for _ in range(count):
        distance, at = number(image, at)
        size, at = number(image, at)
        yield place + distance, place + distance + size
        place += distance + size


def test_the_image_writes_into_few_pages(site: Path) -> None:
    found = next((site / "assets" / "python").glob("image-*.wasm"), None)
    if found is None:
        pytest.skip("the lean runtime is switched off")
    image = found.read_bytes()
    pages = (range(start // PAGE, -(-end // PAGE)) for start, end in places(image))
    assert len(set(itertools.chain.from_iterable(pages))) * PAGE <= WRITTEN
    assert struct.unpack_from("<5I", image, AROUND)[2] <= REACHED
