"""Start a real WordPress with posts by people of several roles, and stop it."""

from __future__ import annotations

import contextlib
import http
import json
import os
import shutil
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.platforms.install import WORDPRESS
from tests.platforms.serving import free_port

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

HERE = Path(__file__).parent / "wordpress"
START = 30  # seconds that a PHP server may take to answer first


class Post(NamedTuple):
    """Who writes, and what."""

    role: str
    content: str


class Blog(NamedTuple):
    """A running WordPress: where it is, the number of each post, and its folder with posts and log."""

    url: str
    numbers: dict[str, int]
    folder: Path

    def address(self, name: str) -> str:
        """Where a post is read."""
        return f"{self.url}/?p={self.numbers[name]}"

    def complaints(self) -> list[str]:
        """What PHP or WordPress wrote into the log about the plugin."""
        log = self.folder / "debug.log"
        return [line for line in log.read_text("utf-8").splitlines() if "cardio" in line] if log.exists() else []


@contextlib.contextmanager
def wordpress(
    version: str, folder: Path, posts: Mapping[str, Post], widget_port: int, plugins: Mapping[str, Path]
) -> Iterator[Blog]:
    """Install a WordPress into a new folder, write the posts, and serve it as long as it is wanted."""
    port = free_port()
    files = copy(version, folder, plugins)
    env = {
        **os.environ,
        "BLOG_FILES": str(files),
        "BLOG_FOLDER": str(folder),
        "BLOG_URL": f"http://localhost:{port}",
        "WIDGET_PORT": str(widget_port),
        "PHP_CLI_SERVER_WORKERS": "3",
    }
    numbers = install(env, posts, [f"{name}/{name}.php" for name in plugins])
    command = ["php", "-d", "display_errors=0", "-S", f"localhost:{port}", "-t", str(files)]
    with (folder / "server.log").open("wb") as log:
        server = subprocess.Popen(command, env=env, stdout=log, stderr=log, start_new_session=True)
    try:
        wait(env["BLOG_URL"])
        yield Blog(env["BLOG_URL"], numbers, folder)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(server.pid, 15)
        server.wait(10)


def copy(version: str, folder: Path, plugins: Mapping[str, Path]) -> Path:
    """The files of a WordPress for one test: links to what was unpacked, and its own settings and plugins."""
    files = folder / "files"
    shutil.copytree(WORDPRESS[version], files, copy_function=link)
    shutil.copyfile(HERE / "loopback.php", files / "wp-content" / "mu-plugins" / "loopback.php")
    config = files / "wp-config.php"
    config.unlink(missing_ok=True)
    shutil.copyfile(HERE / "wp-config.php", config)
    (files / "favicon.ico").touch()  # a browser asks for it, and PHP's server would complain
    for name, source in plugins.items():
        shutil.copytree(source, files / "wp-content" / "plugins" / name)
    return files


def link(source: str, target: str) -> None:
    """Link a file rather than copy it, where both are on one disk."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def install(env: Mapping[str, str], posts: Mapping[str, Post], plugins: list[str]) -> dict[str, int]:
    """Run the installer, and read the numbers of the posts."""
    request = json.dumps({"posts": {name: post._asdict() for name, post in posts.items()}, "plugins": plugins})
    command = ["php", str(HERE / "install.php")]
    done = subprocess.run(command, env=env, input=request, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    numbers: dict[str, int] = json.loads(done.stdout.splitlines()[-1])
    return numbers


def wait(url: str, seconds: float = START) -> None:
    """Wait until a server answers, be it that a page is missing; "not available yet" is no answer."""
    end = time.monotonic() + seconds
    while answer(url) in {None, http.HTTPStatus.SERVICE_UNAVAILABLE}:
        assert time.monotonic() < end, f"{url} does not answer"
        time.sleep(0.05)


def answer(url: str) -> int | None:
    """The status of an address, or nothing where nobody listens."""
    try:
        with urllib.request.urlopen(url, timeout=START) as opened:  # noqa: S310 - the address of our own server
            status: int = opened.status
            return status
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return None
