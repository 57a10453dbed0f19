"""Write zip archives whose bytes depend on their content alone."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["ZIP_EPOCH", "write_zip"]

ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip can hold: every build writes the same bytes


def write_zip(path: Path, content: Mapping[str, bytes]) -> None:
    """Write the files in the order of their names, without dates and stored: the host compresses the whole archive at once."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, data in sorted(content.items()):
            archive.writestr(zipfile.ZipInfo(name, ZIP_EPOCH), data)
