"""Serve a folder as a good static host does: right types, brotli or gzip, immutable hashed names, over a shaped link."""

from __future__ import annotations

import contextlib
import http.server
import mimetypes
import re
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from benchmarks.compressed_store import CompressedStore
from benchmarks.network_link import Link

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["Host", "hosting"]

TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm", ".py": "text/x-python"}
HASHED = re.compile(r"[-.][0-9a-f]{8,}\.")
FOREVER, ASK = "public, max-age=31536000, immutable", "no-cache"
CHUNK = 8192  # bytes that go through the link at once


@dataclass
class Host:
    """One folder under one address, with headers of its own, what was sent of it and when; `down` hangs up on everybody."""

    shelf: CompressedStore
    address: str = ""
    link: Link = field(default_factory=Link)
    sent: list[tuple[float, str, int]] = field(default_factory=list)
    down: bool = False
    headers: dict[str, str] = field(default_factory=dict)

    def bytes_until(self, until: float, since: float = 0) -> int:
        """How many bytes left between two moments, in seconds since 1970."""
        return sum(size for when, _, size in self.sent if since < when <= until)


class Answerer(http.server.BaseHTTPRequestHandler):
    """One connection of a browser."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or the last packet waits 40 ms for word of the one before, as behind no real host
    host: Host

    def setup(self) -> None:
        """Shake hands, which costs a round trip."""
        super().setup()
        self.host.link.round_trip()

    def do_GET(self) -> None:
        """Send a file, or say that it is not there."""
        if self.host.down:
            self.close_connection = True
            return
        self.host.link.round_trip()
        path = unquote(urlsplit(self.path).path).lstrip("/")
        name = path + "index.html" if not path or path.endswith("/") else path
        encoding, body = self.host.shelf.take(name, self.headers.get("Accept-Encoding", ""))
        exists = body is not None
        self._head(name, exists=exists, encoding=encoding, size=len(body or b""))
        self._pass(path, body or b"")

    def _head(self, name: str, *, exists: bool, encoding: str, size: int) -> None:
        self.send_response(200 if exists else 404)
        ending = "." + name.rpartition(".")[2]
        self.send_header(
            "Content-Type", TYPES.get(ending) or mimetypes.guess_type(name)[0] or "application/octet-stream"
        )
        self.send_header("Content-Length", str(size))
        self.send_header("Cache-Control", FOREVER if HASHED.search(name) else ASK)
        self.send_header("Vary", "Accept-Encoding")
        if encoding:
            self.send_header("Content-Encoding", encoding)
        for header in self.host.headers.items():
            self.send_header(*header)
        self.end_headers()

    def _pass(self, path: str, body: bytes) -> None:
        for at in range(0, len(body), CHUNK):
            piece = body[at : at + CHUNK]
            self.host.link.carry(len(piece))
            if self.host.down:
                raise ConnectionAbortedError
            self.wfile.write(piece)
            self.host.sent.append((time.time(), path, len(piece)))

    def log_message(self, *_: object) -> None:
        """Say nothing: what was sent is kept."""


class Server(http.server.ThreadingHTTPServer):
    """A server that is not upset by a browser that closes in the middle of a download."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def handle_error(self, *_: object) -> None:
        """Say nothing, for the same reason."""


@contextlib.contextmanager
def hosting(folder: Path, cache: Path) -> Iterator[Host]:
    """Serve a folder on a free port of this machine; compressed files are kept for the next time."""
    host = Host(CompressedStore(folder, cache))
    server = Server(("127.0.0.1", 0), type("Bound", (Answerer,), {"host": host}))
    host.address = f"http://127.0.0.1:{server.server_port}/"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
