"""Fill the ready-made integrations with the site's address, and zip the WordPress plugin."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from builder.assets.zip_files import ZIP_EPOCH
from builder.output import write_files
from builder.paths import ROOT
from builder.presets import PRESETS
from builder.widget import attributes
from calculator.answer.builder import ADVICE_VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["PLUGIN", "ZIP", "files", "served_path", "write"]

FOLDER = ROOT / "integrations"
PLUGIN = "cardio-after-leg-day"
PLUGIN_DIR = FOLDER / "wordpress" / PLUGIN
ZIP = f"integrations/{PLUGIN}.zip"
PHP_HEADER = """<?php
/**
 * The presets of the calculator.
 */
"""


def write(site: Path, address: str) -> None:
    """Put every part under the folder of the built site, filled with its address."""
    write_files(site, files(address))


@cache
def files(address: str) -> Mapping[str, bytes]:
    """The content of every integration by its path from the root of the site. The address ends with a slash."""
    parts = (
        path for path in sorted(FOLDER.rglob("*.*")) if path.parent != FOLDER and not path.is_relative_to(PLUGIN_DIR)
    )
    return {served_path(path.relative_to(FOLDER).as_posix()): _filled(path, address) for path in parts} | {
        ZIP: _zip(address)
    }


def served_path(part: str) -> str:
    """Where a file is served. One that ends in .html is no page, so it is served as text."""
    return f"integrations/{part}" + (".txt" if part.endswith(".html") else "")


def _filled(path: Path, address: str) -> bytes:
    slots = {"SITE_URL": address, "VERSION": ADVICE_VERSION, "ATTRIBUTES": attributes.names()}
    text = path.read_text("utf-8")
    for name, value in slots.items():
        text = text.replace(f"@{name}@", value)
    return text.encode()


def _zip(address: str) -> bytes:
    """The plugin in one folder. Nothing is compressed, because zlib's versions differ in what they write."""
    contents = {path.relative_to(PLUGIN_DIR).as_posix(): _filled(path, address) for path in PLUGIN_DIR.rglob("*.*")}
    contents |= {"LICENSE": (ROOT / "LICENSE").read_bytes(), "presets.php": _presets()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in sorted(contents.items()):
            entry = zipfile.ZipInfo(f"{PLUGIN}/{name}", ZIP_EPOCH)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, content)
    return buffer.getvalue()


def _presets() -> bytes:
    """The presets as a PHP array: their slugs and queries need no escaping."""
    lines = [
        _listed(slug=preset.slug, name=preset.name, query=preset.query, oembed=preset.oembed) for preset in PRESETS
    ]
    return "\n".join([PHP_HEADER, "return array(", *lines, ");", ""]).encode()


def _listed(**fields: str) -> str:
    return "\tarray( " + ", ".join(f"'{name}' => '{value}'" for name, value in fields.items()) + " ),"
