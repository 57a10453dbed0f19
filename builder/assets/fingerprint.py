"""Publish the files of frontend/ under names that carry the hash of their content.

A file is served as `assets/NAME-HASH.EXT`, and references to it (`./worker.js`, `fonts/x.woff2`) follow the new name.
Templates ask for the address with `asset("index.js")`; it is relative to the root of the site. A script of SCRIPTS is
bundled with all that it imports; other scripts are only parts of those. The files of AT_ROOT keep their names, because
their address is a promise or a scope.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import NamedTuple

from builder.assets import esbuild
from builder.errors import BuildError
from builder.paths import ROOT

STATIC = ROOT / "frontend"
SERVICE_WORKER = "service-worker.js"
AT_ROOT = frozenset({SERVICE_WORKER})
# What pages and workers begin with, and whether it is a module.
SCRIPTS: dict[str, esbuild.Format] = {
    "index.js": "esm",
    "same-page-links.js": "iife",
    "session-player.js": "esm",
    "worker.js": "esm",
    "widget-builder.js": "esm",
    "app.js": "esm",
}
TEXT = frozenset({".css", ".js", ".json", ".svg"})


class ServedFile(NamedTuple):
    """Where a file is served, from the root of the site, and what it holds."""

    path: str
    content: bytes


def fingerprinted(path: str, content: bytes) -> str:
    """Return the path with the hash of the content in its name: `a/b.js` becomes `a/b-0123456789.js`."""
    before, dot, suffix = path.rpartition(".")
    return f"{before}-{hashlib.sha256(content).hexdigest()[:10]}{dot}{suffix}"


def publish(folder: Path = STATIC) -> dict[str, ServedFile]:
    """Every file of the folder under its served name, by the name that the project uses for it."""
    served: dict[str, ServedFile] = {}
    names = sorted(_name(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    names = [name for name in names if not name.endswith(".js") or name in SCRIPTS or name in AT_ROOT]
    for name in names:
        _publish(folder, name, names, served, ())
    return served


def _name(path: Path) -> str:
    """The name of a file without the folder of its component: `python/worker.js` is `worker.js`."""
    return "/".join(path.parts[1:] or path.parts)


def _source(folder: Path, name: str) -> Path:
    """The file of this name, in the folder or in the folder of a component."""
    return next(path for path in (folder / name, *folder.glob(f"*/{name}")) if path.is_file())


def _publish(
    folder: Path, name: str, names: list[str], served: dict[str, ServedFile], parents: tuple[str, ...]
) -> None:
    """Publish one file after the files that it refers to."""
    if name in parents:
        raise BuildError(
            f"frontend/{name} refers to itself by way of {' and '.join(parents)}: its hash would never settle"
        )
    if name in served:
        return
    source = _source(folder, name)
    content = esbuild.bundled(source, SCRIPTS[name]) if name in SCRIPTS else source.read_bytes()
    if name.endswith(".css"):
        content = esbuild.minified(content)
    if Path(name).suffix in TEXT:
        content = _rewrite_references(content.decode(), folder, name, names, served, parents).encode()
    served[name] = ServedFile(name if name in AT_ROOT else fingerprinted(f"assets/{name}", content), content)


def _rewrite_references(
    text: str, folder: Path, name: str, names: list[str], served: dict[str, ServedFile], parents: tuple[str, ...]
) -> str:
    """Make references to neighbours follow their new names."""
    for neighbour in names:
        reference = re.compile(rf"""(?<=["'(/]){re.escape(Path(neighbour).name)}(?=["')])""")
        if neighbour != name and neighbour not in AT_ROOT and reference.search(text):
            _publish(folder, neighbour, names, served, (*parents, name))
            text = reference.sub(Path(served[neighbour].path).name, text)
    return text


def service_worker(source: str, files: list[str]) -> str:
    """Fill in the service worker's two constants: which files to cache, and a version that changes with them.

    Raises BuildError where the source has not exactly one line for each.
    """
    version = hashlib.sha256("\n".join([source, *files]).encode()).hexdigest()[:10]
    for constant, value in (("VERSION", json.dumps(version)), ("FILES", json.dumps(files))):
        source, count = re.subn(rf"(?m)^const {constant} = .*;$", f"const {constant} = {value};", source)
        if count != 1:
            raise BuildError(f"frontend/{SERVICE_WORKER} must hold exactly one line `const {constant} = ...;`")
    return source
