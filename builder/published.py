"""Knows which scripts and files the site serves, and how their names come to carry the hash of their contents.

Must never know what is inside them, or MkDocs.

A file of static/ is served as assets/NAME-HASH.EXT, and a reference in it to a neighbour (`./worker.js`, `fonts/x.woff2`)
follows the neighbour's new name. Templates ask for a name with `asset("site.js")`; it leads from the root of the site.
A script of SCRIPTS is served as one file with all that it imports; the others are only parts of those.
The files of AT_ROOT keep their names and stand at the root, because their address is a promise or a scope.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import NamedTuple

from builder import scripts

ROOT = Path(__file__).parent.parent
STATIC = ROOT / "static"
SERVICE_WORKER = "service-worker.js"
AT_ROOT = frozenset({SERVICE_WORKER})
# What pages and workers begin with, and whether it is a module.
SCRIPTS: dict[str, scripts.Format] = {
    "site.js": "esm",
    "within.js": "iife",
    "worker.js": "esm",
    "maker.js": "esm",
    "embed.js": "esm",
}
TEXT = frozenset({".css", ".js", ".json", ".svg"})


class Published(NamedTuple):
    """Where a file is served, from the root of the site, and what it holds."""

    path: str
    content: bytes


def hashed(path: str, content: bytes) -> str:
    """The path with the hash of the content in its name: `a/b.js` becomes `a/b-0123456789.js`."""
    before, dot, suffix = path.rpartition(".")
    return f"{before}-{hashlib.sha256(content).hexdigest()[:10]}{dot}{suffix}"


def publish(folder: Path = STATIC) -> dict[str, Published]:
    """Every file of the folder under its served name, by the name that the project uses for it."""
    done: dict[str, Published] = {}
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    names = [name for name in names if not name.endswith(".js") or name in SCRIPTS or name in AT_ROOT]
    for name in names:
        _publish(folder, name, names, done, ())
    return done


def _publish(folder: Path, name: str, names: list[str], done: dict[str, Published], above: tuple[str, ...]) -> None:
    """Publish one file after the files that it refers to."""
    if name in above:
        raise SystemExit(f"static/{name} refers to itself by way of {' and '.join(above)}: its hash would never settle")
    if name in done:
        return
    content = scripts.bundled(folder / name, SCRIPTS[name]) if name in SCRIPTS else (folder / name).read_bytes()
    if Path(name).suffix in TEXT:
        content = _mend(content.decode(), folder, name, names, done, above).encode()
    done[name] = Published(name if name in AT_ROOT else hashed(f"assets/{name}", content), content)


def _mend(
    text: str, folder: Path, name: str, names: list[str], done: dict[str, Published], above: tuple[str, ...]
) -> str:
    """Make the references to neighbours follow their new names."""
    for other in names:
        reference = re.compile(rf"""(?<=["'(/]){re.escape(Path(other).name)}(?=["')])""")
        if other != name and other not in AT_ROOT and reference.search(text):
            _publish(folder, other, names, done, (*above, name))
            text = reference.sub(Path(done[other].path).name, text)
    return text


def service_worker(source: str, files: list[str]) -> str:
    """The service worker with its two constants filled in: which files to keep, and a version that changes with them."""
    version = hashlib.sha256("\n".join([source, *files]).encode()).hexdigest()[:10]
    for constant, value in (("VERSION", json.dumps(version)), ("FILES", json.dumps(files))):
        source, count = re.subn(rf"(?m)^const {constant} = .*;$", f"const {constant} = {value};", source)
        if count != 1:
            raise SystemExit(f"static/{SERVICE_WORKER} must hold exactly one line `const {constant} = ...;`")
    return source
