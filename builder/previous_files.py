"""Keep the hashed files of earlier builds: a reader whose page was open during a deploy still asks for them.

    python -m builder.previous_files site        adds to the folder what the site at PREVIOUS_SITE still serves

PREVIOUS_SITE is an address, the folder of an earlier build, or `none` for the first deploy. Without it, the site is asked that is
online at the address of the build (SITE_URL). `assets/files.json` lists the files
of the build and those kept, each with the day on which it was last part of a build. After KEEP_DAYS a file is left out.
"""

from __future__ import annotations

import json
import os
import re
import sys
import urllib.error
import urllib.request
from datetime import UTC, date, datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

from builder import configuration
from builder.output import write_files

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["FILE_LIST", "KEEP_DAYS", "keep", "read_address", "read_folder", "write_list"]

type Read = Callable[[str], bytes | None]

FILE_LIST = "assets/files.json"
KEEP_DAYS = 30  # after the last build with the file: a tab is rarely open for longer
HASHED = re.compile(r"assets/(?:[\w.-]+/)*[\w.-]+[-.][0-9a-f]{8,10}(?:\.min)?\.\w+")  # ours, and those of the theme
TIMEOUT = 30  # seconds for each file


def hashed_files(folder: Path) -> list[str]:
    """The files of a build whose name carries the hash of their content, by their paths from the root of the site."""
    paths = (path.relative_to(folder).as_posix() for path in sorted((folder / "assets").rglob("*")) if path.is_file())
    return [path for path in paths if HASHED.fullmatch(path)]


def write_list(folder: Path, day: date) -> None:
    """Write the list of the hashed files of a build of this day."""
    _write(folder, dict.fromkeys(hashed_files(folder), day))


def keep(folder: Path, read: Read, day: date) -> list[str]:
    """Add to a new build what the site before it serves and still keeps; return the paths.

    `read` gives the content of a path of the previous site, or None for one that is missing. A site without a list has nothing
    to keep. Raises ValueError for a list that names anything but a hashed file below `assets/`.
    """
    current = dict.fromkeys(hashed_files(folder), day)
    kept: dict[str, date] = {}
    for path, last in _list(read(FILE_LIST)).items():
        if not HASHED.fullmatch(path) or ".." in path:
            raise ValueError(f"{FILE_LIST} names {path}, which is no hashed file")
        if path in current or day - last > timedelta(days=KEEP_DAYS):
            continue
        content = read(path)
        if content is not None:
            write_files(folder, {path: content})
            kept[path] = last
    _write(folder, current | kept)
    return sorted(kept)


def read_folder(folder: Path) -> Read:
    """Read the files of an earlier build in a folder."""
    return lambda path: (folder / path).read_bytes() if (folder / path).is_file() else None


def read_address(address: str) -> Read:
    """Read the files of a live site. A missing file is None; a site that cannot be reached raises OSError."""

    def read(path: str) -> bytes | None:
        try:
            with urllib.request.urlopen(address + path, timeout=TIMEOUT) as answer:  # noqa: S310 - main() allows http only
                content: bytes = answer.read()
                return content
        except urllib.error.HTTPError as error:
            if error.code in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}:
                return None
            raise

    return read


def _list(content: bytes | None) -> dict[str, date]:
    return {path: date.fromisoformat(day) for path, day in json.loads(content or b"{}").items()}


def _write(folder: Path, days: dict[str, date]) -> None:
    text = json.dumps({path: day.isoformat() for path, day in sorted(days.items())}, indent=1)
    write_files(folder, {FILE_LIST: text.encode()})


def main(site: str) -> None:
    """Keep the files of the previous site that the environment names."""
    previous = os.environ.get("PREVIOUS_SITE") or configuration.read().site.address
    if previous == "none":
        print("previous files: none kept")
        return
    if previous.startswith(("https://", "http://")):
        read = read_address(previous.rstrip("/") + "/")
    elif Path(previous).is_dir() and Path(previous).resolve() != Path(site).resolve():
        read = read_folder(Path(previous))
    else:
        sys.exit(f"PREVIOUS_SITE={previous!r} is neither an address nor the folder of an earlier build, nor `none`.")
    try:
        kept = keep(Path(site), read, datetime.now(UTC).date())
    except OSError as error:
        sys.exit(f"{previous}: {error}\nIf no site is online there yet, set PREVIOUS_SITE=none.")
    print(f"previous files: {len(kept)} kept from {previous}")


if __name__ == "__main__":
    main(sys.argv[1])
