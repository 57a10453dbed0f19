"""Write files below the folder of the built site, and tidy HTML that goes through Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["strip_blank_lines", "write_files"]


def write_files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write each content to its path, relative to the folder; folders between are created."""
    for path, content in contents.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def strip_blank_lines(html: str) -> str:
    """HTML that Markdown leaves alone: an empty line would end the block, and an indent would make it code.

    Inside `<pre>` every line end counts, so none is added.
    """
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())
