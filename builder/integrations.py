"""Knows how the ready-made parts for blogs are filled with the site's address, and how the plugin becomes a zip.

Must never know what a part says, or MkDocs.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from builder.presets import PRESETS
from calculator.report import ADVICE_VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["PLUGIN", "ZIP", "files", "served", "write"]

ROOT = Path(__file__).parent.parent
PARTS = ROOT / "integrations"
PLUGIN = "cardio-after-leg-day"
INSIDE = PARTS / "wordpress" / PLUGIN
ZIP = f"integrations/{PLUGIN}.zip"
HEAD = """<?php
/**
 * Knows the common cases for which the calculator starts filled in.
 * Must never know what is advised for them.
 */
"""
# The oldest moment that a zip can hold: a build of tomorrow then gives the same bytes.
MOMENT = (1980, 1, 1, 0, 0, 0)


def write(site: Path, address: str) -> None:
    """Put every part under the folder of the built site, filled with its address."""
    for path, content in files(address).items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)


def files(address: str) -> Mapping[str, bytes]:
    """Every part by its way from the root of the site. The address ends with a slash."""
    parts = (path for path in sorted(PARTS.rglob("*.*")) if path.parent != PARTS and not path.is_relative_to(INSIDE))
    return {served(path.relative_to(PARTS).as_posix()): _filled(path, address) for path in parts} | {ZIP: _zip(address)}


def served(part: str) -> str:
    """Where a part is served, from the root of the site. One that ends in .html is no page, so it goes as text."""
    return f"integrations/{part}" + (".txt" if part.endswith(".html") else "")


def _filled(path: Path, address: str) -> bytes:
    text = path.read_text("utf-8")
    return text.replace("@SITE_URL@", address).replace("@VERSION@", ADVICE_VERSION).encode()


def _zip(address: str) -> bytes:
    """The plugin in one folder. Nothing is compressed, because zlib's versions differ in what they write."""
    inside = {path.relative_to(INSIDE).as_posix(): _filled(path, address) for path in INSIDE.rglob("*.*")}
    inside |= {"LICENSE": (ROOT / "LICENSE").read_bytes(), "presets.php": _presets()}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name, content in sorted(inside.items()):
            entry = zipfile.ZipInfo(f"{PLUGIN}/{name}", MOMENT)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, content)
    return made.getvalue()


def _presets() -> bytes:
    """The common cases as a PHP array: their slugs and queries hold no sign that PHP would read."""
    lines = [_listed(slug=one.slug, name=one.name, query=one.query, oembed=one.oembed) for one in PRESETS]
    return "\n".join([HEAD, "return array(", *lines, ");", ""]).encode()


def _listed(**words: str) -> str:
    return "\tarray( " + ", ".join(f"'{name}' => '{value}'" for name, value in words.items()) + " ),"
