"""Images of a memory: what is packed comes out whole."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from frozen_runtime import image
from tests.support.image_reader import unpacked


@given(st.integers(0, 2**32 - 1), st.lists(st.binary(max_size=80) | st.integers(0, 300).map(bytes), max_size=12))
@settings(max_examples=60)
def test_an_image_restores_the_whole_memory(entry_point: int, parts: list[bytes]) -> None:
    begin, memory = image.ImageHeader(entry_point, len(parts)), b"".join(parts)
    assert unpacked(image.packed(begin, memory)) == (begin, memory)
