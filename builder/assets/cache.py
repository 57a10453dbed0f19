"""A content-addressed cache of what is slow to build.

An entry lies under the hash of everything that it is made of, so it is built anew when any of that changes. The last few entries
of each name stay; the folder may be deleted at any time.
"""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from builder.paths import CACHE, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["cached_bytes", "cached_folder"]

MAX_ENTRIES = 4  # of one name: the branches that somebody switches between


def cached_folder(
    name: str,
    sources: Iterable[Path],
    build: Callable[[Path], None],
    cache: Path = CACHE,
    packages: Iterable[str] = (),
) -> Path:
    """The folder made from these source files and packages: the cached one, or a new one that `build` fills.

    `packages` name what is installed with its version, such as `jinja2 3.1.6`. An error in `build` leaves no entry.
    """
    entry = cache / f"{name}-{_key(sources, packages)}"
    if not entry.exists():
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache) as temporary:
            new = Path(temporary) / "new"
            new.mkdir()
            build(new)
            with contextlib.suppress(OSError):  # another build was quicker
                new.replace(entry)
        for old in sorted(cache.glob(f"{name}-*"), key=lambda path: path.stat().st_mtime)[:-MAX_ENTRIES]:
            shutil.rmtree(old, ignore_errors=True)
    return entry


def cached_bytes(name: str, inputs: Iterable[str], build: Callable[[], bytes], cache: Path = CACHE) -> bytes:
    """The bytes made from these texts: the cached ones, or what `build` returns now."""
    path = cache / name / hashlib.sha256("\0".join(inputs).encode()).hexdigest()[:16]
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(build())
    return path.read_bytes()


def _key(sources: Iterable[Path], packages: Iterable[str]) -> str:
    """The hash of the paths and contents, and of the packages; dates do not count."""
    parts = (str(path.relative_to(ROOT)).encode() + path.read_bytes() for path in sources)
    return hashlib.sha256(b"\0".join([*parts, *map(str.encode, packages)])).hexdigest()[:16]
