"""Fill the ready-made integrations with the site's address, and pack those that carry the widget's files.

The WordPress plugin, the Hugo module and the npm package hold a copy of the widget, which the blog serves itself.
"""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from builder.assets.zip_files import ZIP_EPOCH
from builder.errors import BuildError
from builder.output import write_files
from builder.paths import ROOT
from builder.presets import PRESETS
from builder.widget import attributes, self_hosted
from builder.widget import page as widget_page
from builder.widget.prepared_answers import prepared_answers, sorted_query
from calculator.answer.builder import ADVICE_VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from builder.discovery.structured_data import Site

__all__ = ["HUGO_ZIP", "NPM_TARBALL", "PLUGIN", "ZIP", "files", "npm_package", "served_path", "write"]

FOLDER = ROOT / "integrations"
PLUGIN = "cardio-after-leg-day"
PLUGIN_DIR = FOLDER / "wordpress" / PLUGIN
NPM_DIR = FOLDER / "npm"
ZIP = f"integrations/{PLUGIN}.zip"
HUGO_ZIP = f"integrations/{PLUGIN}-hugo.zip"
NPM_TARBALL = f"integrations/{PLUGIN}.tgz"
SHORTCODE = FOLDER / "hugo" / f"{PLUGIN}.html"
COMPRESSION = 9  # of zlib
NO_FILES: Mapping[str, bytes] = MappingProxyType({})
PHP_HEADER = """<?php
/**
 * The presets of the calculator.
 */
"""


def write(folder: Path, site: Site) -> None:
    """Put every part under the folder of the built site, filled with its address; the packages carry the widget's files."""
    write_files(folder, site_integrations(site))


@cache
def site_integrations(site: Site) -> Mapping[str, bytes]:
    """Every integration as the site serves it; made once for all builds of a preview."""
    return files(site.address, self_hosted.files(site))


def files(address: str, widget: Mapping[str, bytes] = NO_FILES) -> Mapping[str, bytes]:
    """The content of every integration by its path from the root of the site. The address ends with a slash.

    `widget` holds the widget's files by their paths from its folder, for the packages that carry them.
    """
    parts = (path for path in sorted(FOLDER.rglob("*.*")) if path.parent != FOLDER and not _is_packed(path))
    return {
        **{served_path(path.relative_to(FOLDER).as_posix()): _filled(path, address) for path in parts},
        ZIP: _zip({f"{PLUGIN}/{name}": content for name, content in _plugin(address, widget).items()}),
        HUGO_ZIP: _zip({f"{PLUGIN}/{name}": content for name, content in _hugo_module(address, widget).items()}),
        NPM_TARBALL: _tarball(npm_package(address, widget)),
    }


def _is_packed(path: Path) -> bool:
    """Whether a file is served inside a package only."""
    return path.is_relative_to(PLUGIN_DIR) or (path.is_relative_to(NPM_DIR) and path.name != "README.md")


def served_path(part: str) -> str:
    """Where a file is served. One that ends in .html is no page, so it is served as text."""
    return f"integrations/{part}" + (".txt" if part.endswith(".html") else "")


def _filled(path: Path, address: str) -> bytes:
    answers = json.dumps(dict(prepared_answers()), ensure_ascii=False)
    slots = {"SITE_URL": address, "VERSION": ADVICE_VERSION, "ATTRIBUTES": attributes.names(), "ANSWERS": answers}
    text = path.read_text("utf-8")
    for name, value in slots.items():
        text = text.replace(f"@{name}@", value)
    return text.encode()


def _plugin(address: str, widget: Mapping[str, bytes]) -> dict[str, bytes]:
    contents = {path.relative_to(PLUGIN_DIR).as_posix(): _filled(path, address) for path in PLUGIN_DIR.rglob("*.*")}
    own = {"LICENSE": (ROOT / "LICENSE").read_bytes(), "presets.php": _presets()}
    return contents | own | _below("widget", widget)


def _hugo_module(address: str, widget: Mapping[str, bytes]) -> dict[str, bytes]:
    """A theme component of Hugo: the shortcode, which takes the script from the blog itself, and the widget's files."""
    script = '{{ $site }}v1/widget.js"'
    shortcode = _filled(SHORTCODE, address).decode()
    if script not in shortcode:
        raise BuildError(f"{SHORTCODE.name} must hold {script}: the Hugo module replaces it")
    local = shortcode.replace(script, f'{{{{ relURL "{PLUGIN}/{self_hosted.LOADER}" }}}}"')
    return {
        "LICENSE": (ROOT / "LICENSE").read_bytes(),
        "go.mod": b"module cardio-after-leg-day\n\ngo 1.18\n",
        f"layouts/shortcodes/{PLUGIN}.html": local.encode(),
        **_below(f"static/{PLUGIN}", widget),
    }


def npm_package(address: str, widget: Mapping[str, bytes] = NO_FILES) -> dict[str, bytes]:
    """Every file of the npm package by its path from the package's folder."""
    contents = {path.relative_to(NPM_DIR).as_posix(): _filled(path, address) for path in NPM_DIR.rglob("*.*")}
    own = {"LICENSE": (ROOT / "LICENSE").read_bytes(), "widget.d.ts": widget_page.TYPES.read_bytes()}
    return contents | own | _below("widget", widget)


def _below(folder: str, contents: Mapping[str, bytes]) -> dict[str, bytes]:
    return {f"{folder}/{name}": content for name, content in contents.items()}


def _zip(contents: Mapping[str, bytes]) -> bytes:
    """A zip archive without dates. WordPress.org and most hosts of blogs refuse large uploads, so it is compressed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=COMPRESSION) as archive:
        for name, content in sorted(contents.items()):
            entry = zipfile.ZipInfo(name, ZIP_EPOCH)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(entry, content, compresslevel=COMPRESSION)
    return buffer.getvalue()


def _tarball(contents: Mapping[str, bytes]) -> bytes:
    """An archive as npm packs it: everything below `package/`, without dates and owners."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name, content in sorted(contents.items()):
            entry = tarfile.TarInfo(f"package/{name}")
            entry.size, entry.mode = len(content), 0o644
            archive.addfile(entry, io.BytesIO(content))
    return gzip.compress(buffer.getvalue(), COMPRESSION, mtime=0)


def _presets() -> bytes:
    """The presets as a PHP array."""
    lines = [
        _php_array(
            slug=preset.slug,
            name=preset.name,
            query=preset.query,
            oembed=preset.oembed,
            answer=prepared_answers()[sorted_query(preset.query)],
        )
        for preset in PRESETS
    ]
    return "\n".join([PHP_HEADER, "return array(", *lines, ");", ""]).encode()


def _php_array(**fields: str) -> str:
    quoted = {name: value.replace("\\", r"\\").replace("'", r"\'") for name, value in fields.items()}
    return "\tarray( " + ", ".join(f"'{name}' => '{value}'" for name, value in quoted.items()) + " ),"
