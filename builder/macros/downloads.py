"""A macro for the table of programs that take a downloaded session."""

from __future__ import annotations

from calculator.downloads.programs import IMPORT_ROUTES
from calculator.downloads.registry import DOWNLOAD_FORMATS_BY_SLUG

__all__ = ["download_programs"]


def download_programs(_base: str) -> str:
    """The table of programs in Markdown: where the session goes, which file, what to do."""
    rows = [
        f"| {route.program} | .{DOWNLOAD_FORMATS_BY_SLUG[route.format].extension} | {_sentence(route.how)} |"
        for route in IMPORT_ROUTES
        if route.format != "reminder"
    ]
    return "\n".join(("| Where to | File | What to do |", "|---|---|---|", *rows))


def _sentence(text: str) -> str:
    """The same text with a capital letter at its beginning."""
    return text[0].upper() + text[1:]
