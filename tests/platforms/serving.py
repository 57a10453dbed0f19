"""Serve a folder as a static host does, with that host's headers."""

from __future__ import annotations

import contextlib
import fnmatch
import socket
from typing import TYPE_CHECKING

from tests.conftest import Files, serving

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

type Rules = list[tuple[str, list[tuple[str, str]]]]


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        number: int = asked.getsockname()[1]
        return number


@contextlib.contextmanager
def host(folder: Path, headers: Mapping[str, str] | None = None) -> Iterator[str]:
    """Serve a blog at localhost, another site to the browser than the widget's 127.0.0.1, with these headers on all."""

    class Headed(Files):
        """A static server that adds the host's headers."""

        def end_headers(self) -> None:
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            super().end_headers()

    (folder / "favicon.ico").touch()  # a browser asks for it
    with serving(folder, Headed) as server:
        yield f"http://localhost:{server.server_port}"


def rules(text: str) -> Rules:
    """What a `_headers` file says, as Netlify and Cloudflare Pages read it: a path with stars, then indented headers."""
    header_rules: Rules = []
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line[0].isspace():
            name, _, value = line.strip().partition(":")
            header_rules[-1][1].append((name.strip(), value.strip()))
        else:
            header_rules.append((line.strip(), []))
    return header_rules


def named_headers(file: Path) -> type[Files]:
    """A static server that obeys a `_headers` file; every rule that fits adds its headers."""
    header_rules = rules(file.read_text("utf-8"))

    class Obedient(Files):
        """A static server with the headers of the site's own file."""

        def end_headers(self) -> None:
            for pattern, headers in header_rules:
                if fnmatch.fnmatchcase(self.path.partition("?")[0], pattern):
                    for name, value in headers:
                        self.send_header(name, value)
            super(Files, self).end_headers()

    return Obedient
