"""Knows the loaders that were released: for ever the same bytes under their version, held to the hashes of a table.

Must never know how a loader is made, or what one does.

Pages hold a pinned loader to its hash: a site that served other bytes, or none, would take the widget off them. A version that
is not in the table may still change; of one that is, the bytes lie here, and mends go to `v1/` and the next version.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["add", "integrity", "loaders"]

FOLDER = Path(__file__).parent / "released"
TABLE = "hashes.txt"


def integrity(loader: bytes) -> str:
    """The hash of a loader as a page writes it beside the pinned address."""
    return f"sha384-{base64.b64encode(hashlib.sha384(loader).digest()).decode()}"


def loaders(folder: Path = FOLDER) -> Mapping[str, bytes]:
    """Every released loader by its version; the build ends where one is not what was released."""
    lines = (folder / TABLE).read_text("utf-8").splitlines()
    table = dict(line.split() for line in lines if line and not line.startswith("#"))
    found = {version: (folder / f"{version}.loader").read_bytes() for version in table}
    if changed := [version for version, loader in found.items() if integrity(loader) != table[version]]:
        raise SystemExit(f"The released loader of {', '.join(changed)} was changed: take the change back.")
    return found


def add(version: str, loader: bytes, folder: Path = FOLDER) -> None:
    """Keep a loader under a version that has none yet."""
    if version in loaders(folder):
        raise SystemExit(f"{version} is released: its loader never changes. Give the next one a new version.")
    (folder / f"{version}.loader").write_bytes(loader)
    with (folder / TABLE).open("a", encoding="utf-8") as table:
        table.write(f"{version} {integrity(loader)}\n")
