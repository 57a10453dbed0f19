"""Released loaders, immutable under their version and checked against a table of hashes.

Pages pin a loader by its hash: a site that served other bytes, or none, would break their widget. A version that is not
in the table may still change. Fixes go to `v1/` and the next version.

    python -m builder.widget.releases https://your.example/     keeps the current loader under the version of the advice
"""

from __future__ import annotations

import base64
import hashlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from builder.errors import BuildError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["add", "integrity", "loaders"]

FOLDER = Path(__file__).parent / "released"
TABLE = "hashes.txt"


def integrity(loader: bytes) -> str:
    """The hash of a loader as a page writes it beside the pinned address."""
    return f"sha384-{base64.b64encode(hashlib.sha384(loader).digest()).decode()}"


def loaders(folder: Path = FOLDER) -> Mapping[str, bytes]:
    """Every released loader by its version.

    Raises BuildError where one differs from the table.
    """
    lines = (folder / TABLE).read_text("utf-8").splitlines()
    table = dict(line.split() for line in lines if line and not line.startswith("#"))
    contents = {version: (folder / f"{version}.loader").read_bytes() for version in table}
    if changed := [version for version, loader in contents.items() if integrity(loader) != table[version]]:
        raise BuildError(f"The released loader of {', '.join(changed)} was changed: take the change back.")
    return contents


def add(version: str, loader: bytes, folder: Path = FOLDER) -> None:
    """Keep a loader under a new version.

    Raises BuildError where the version is released.
    """
    if version in loaders(folder):
        raise BuildError(f"{version} is released: its loader never changes. Give the next one a new version.")
    (folder / f"{version}.loader").write_bytes(loader)
    with (folder / TABLE).open("a", encoding="utf-8") as table:
        table.write(f"{version} {integrity(loader)}\n")


def main(address: str) -> None:
    """Keep the current loader of the site at this address under the version of the advice."""
    from builder.widget.page import loader  # noqa: PLC0415 - which imports this module
    from calculator.answer.builder import ADVICE_VERSION  # noqa: PLC0415

    add(ADVICE_VERSION, loader(address))


if __name__ == "__main__":
    main(sys.argv[1])
