"""Finish a built site: mend the theme's HTML, add the policy to each page, and write every file that is no page.

    python -m builder.finish site                    with the list of pages that the last build left in .cache/pages.json
    python -m builder.finish site --pages FILE       with another

It works on a folder of HTML, whatever generator made it. The list of pages is JSON:

    {"site": {"name": …, "description": …, "address": …},
     "pages": [{"path": "soreness/", "section": "Guide", "title": …, "description": …, "review": "2026-11-02" or null}, …]}

The pages are in the order of the menu. A site that is finished already stays as it is, but for its policy.
"""

from __future__ import annotations

import argparse
import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from builder import hosting, previous_files, site_files
from builder.discovery import files as discovery_files
from builder.discovery import structured_data
from builder.pages import csp, nonbreaking_units, theme_fixes
from builder.paths import CACHE
from builder.widget import integrations
from builder.widget import page as widget_page

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["PAGES", "finish", "read_pages", "write_pages"]

PAGES = CACHE / "pages.json"


def finish(
    folder: Path, site: structured_data.Site, pages: Sequence[structured_data.Page], *, with_policy: bool = True
) -> None:
    """Finish the site in the folder. A preview adds inline scripts of its own, so it goes without the policy.

    Raises BuildError where a page is not as the repairs expect it.
    """
    site_files.write(folder)
    content = _finish_pages(folder, with_policy=with_policy)
    discovery_files.write(folder, site, pages)
    integrations.write(folder, site)
    widget_page.write(folder, site)
    hosting.write(folder, site, content)
    previous_files.write_list(folder, datetime.now(UTC).date())


def _finish_pages(folder: Path, *, with_policy: bool) -> str:
    """Mend every page of the generator, give it the policy, and return the policy."""
    widget = folder / widget_page.PAGE / "index.html"  # has a policy of its own
    pages = {path: _mended(path, folder) for path in sorted(folder.rglob("*.html")) if path != widget}
    content = csp.policy(set().union(*map(csp.inline_hashes, pages.values())))
    for path, html in pages.items():
        path.write_text(csp.with_policy(html, content) if with_policy else html, "utf-8")
    return content


def _mended(path: Path, folder: Path) -> str:
    """A page without its policy, if it had one, and with the repairs; a page with a policy has them already."""
    html = path.read_text("utf-8")
    without = csp.without_policy(html)
    if without != html:
        return without
    return nonbreaking_units.keep_units_together(theme_fixes.fix_theme(html, path.relative_to(folder).as_posix()))


def write_pages(site: structured_data.Site, pages: Sequence[structured_data.Page], path: Path = PAGES) -> None:
    """Write the list of pages for a later `python -m builder.finish`."""
    listed = [{**page._asdict(), "review": page.review and page.review.isoformat()} for page in pages]
    for page in listed:
        del page["content"]  # is in the folder
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"site": site._asdict(), "pages": listed}, ensure_ascii=False, indent=1), "utf-8")


def read_pages(path: Path = PAGES) -> tuple[structured_data.Site, list[structured_data.Page]]:
    """Read the list of pages; their content is left empty."""
    record = json.loads(path.read_text("utf-8"))
    reviews = [page["review"] and date.fromisoformat(page["review"]) for page in record["pages"]]
    return structured_data.Site(**record["site"]), [
        structured_data.Page(**{**page, "review": review, "content": ""})
        for page, review in zip(record["pages"], reviews, strict=True)
    ]


def main() -> None:
    """Finish the site that the command line names."""
    parser = argparse.ArgumentParser(prog="python -m builder.finish", description="Finish a built site.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=Path, default=PAGES, help="the list of pages")
    options = parser.parse_args()
    finish(options.folder, *read_pages(options.pages))


if __name__ == "__main__":
    main()
