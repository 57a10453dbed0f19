"""The widget's files as one folder for a blogger's own server: no request leaves that server, before or after a click.

    widget.js                        the loader; it finds the page beside itself
    embed/v1/index.html              the page in the frame; its links lead to the full site
    assets/…                         its scripts, styles, prebuilt answers, and the frozen runtime of Python

The folder works from any address, with any headers: the frame has the origin of the page around it. It holds the core of the
frozen runtime alone, compressed; plain Pyodide would be four times as large. Where the core fails, readers get a link to the
full page.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from builder import site_files
from builder.assets.fingerprint import ServedFile, fingerprinted
from builder.prebuilt import answers as prebuilt
from builder.widget import page as widget_page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from builder.discovery.structured_data import Site

__all__ = ["FRAME", "LOADER", "files"]

LOADER = "widget.js"
FRAME = f"{widget_page.PAGE}index.html"
ASSETS = ("app.js", "worker.js", "widget.css", "favicon.svg", "licences.txt")
PYTHON = ("core.wasm", "image.bin")


def files(site: Site) -> Mapping[str, bytes]:
    """The content of every file by its path from the folder."""
    manifest = _manifest()
    answers = [file for endpoint in widget_page.ENDPOINTS for file in prebuilt.build(endpoint).files.values()]
    served = [*_built(ASSETS), *_built(PYTHON), *answers, widget_page.embedded_answers_json(), manifest]
    return {
        LOADER: widget_page.self_hosted_loader(),
        FRAME: widget_page.page(site, self_hosted=True, manifest=manifest.path).encode(),
        **{file.path: file.content for file in served},
    }


def _built(names: tuple[str, ...]) -> list[ServedFile]:
    """The files of the site by these names; without a frozen runtime its files are not there."""
    return [site_files.build()[name] for name in names if name in site_files.build()]


def _manifest() -> ServedFile:
    """The manifest of Python with the frozen core alone; its image is fetched compressed, whatever the server does."""
    path, content = site_files.build()["manifest.json"]
    manifest = json.loads(content)
    if "frozen" in manifest:
        core, image = manifest["frozen"]["core"], manifest["frozen"]["image"]
        manifest["frozen"] = {"core": core, "full": core, "image": {**image, "path": image["packed"]}}
    kept = {name: manifest[name] for name in ("frozen", "warm") if name in manifest}
    new = json.dumps(kept).encode()
    return ServedFile(fingerprinted(f"{Path(path).parent.as_posix()}/manifest.json", new), new)
