"""The build cache: an entry is made once for each state of its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.assets.cache import cached_bytes, cached_folder
from builder.paths import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def test_a_folder_is_built_once_for_each_state_of_its_sources(tmp_path: Path) -> None:
    built: list[str] = []
    source = ROOT / "app.py"

    def build(folder: Path) -> None:
        built.append(folder.name)
        (folder / "file").write_text("built", "utf-8")

    for sources in ([source], [source], [source, source]):
        assert (cached_folder("thing", sources, build, tmp_path) / "file").read_text("utf-8") == "built"
    assert len(built) == 2


def test_bytes_are_built_once_for_the_same_inputs(tmp_path: Path) -> None:
    built: list[bytes] = []

    def build() -> bytes:
        built.append(b"x")
        return b"content"

    assert [cached_bytes("thing", inputs, build, tmp_path) for inputs in (["a"], ["a"], ["b"])] == [b"content"] * 3
    assert len(built) == 2
