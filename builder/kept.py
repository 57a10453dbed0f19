"""Knows how a folder that is slow to make is kept under the hash of all that it is made of, and made anew when that changes.

Must never know what is in the folder.
"""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["kept"]

ROOT = Path(__file__).parent.parent
CACHE = ROOT / ".build"
KEPT = 4


def kept(name: str, sources: Iterable[Path], make: Callable[[Path], None], cache: Path = CACHE) -> Path:
    """The folder made from these files: as it was kept, or filled now."""
    done = cache / f"{name}-{_key(sources)}"
    if not done.exists():
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache) as temporary:
            fresh = Path(temporary) / "fresh"
            fresh.mkdir()
            make(fresh)
            with contextlib.suppress(OSError):  # another build was quicker
                fresh.replace(done)
        for old in sorted(cache.glob(f"{name}-*"), key=lambda path: path.stat().st_mtime)[:-KEPT]:
            shutil.rmtree(old, ignore_errors=True)
    return done


def _key(sources: Iterable[Path]) -> str:
    """Tell by content, not by date, whether anything changed."""
    told = (str(path.relative_to(ROOT)).encode() + path.read_bytes() for path in sources)
    return hashlib.sha256(b"\0".join(told)).hexdigest()[:16]
