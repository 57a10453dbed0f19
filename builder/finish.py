"""Finish a built site: complete each page's head and links, fix the theme's HTML, add the policy, and write all other files.

    python -m builder.finish site

It works on a folder of HTML, whatever generator made it from mkdocs.yml. A page that is finished already stays as it is, but for
its policy.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import app
from builder import configuration, hosting, page_list, site_files
from builder.discovery import files as discovery_files
from builder.discovery import structured_data
from builder.errors import BuildError
from builder.pages import csp, nonbreaking_units, site_links, theme_fixes
from builder.widget import integrations, oembed
from builder.widget import page as widget_page

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from builder.discovery.structured_data import Page, Site

__all__ = ["finish"]

HEAD_END = "</head>"
NOT_FOUND = "404.html"  # is shown under any address


def finish(folder: Path, site: Site, pages: Sequence[Page], *, with_policy: bool = True) -> None:
    """Finish the site in the folder. A preview adds inline scripts of its own, so it goes without the policy.

    Raises BuildError where a page is missing, or not as the fixes expect it.
    """
    site_files.write(folder)
    content = _finish_pages(folder, site, pages, with_policy=with_policy)
    discovery_files.write(folder, site, pages)
    integrations.write(folder, site.address)
    widget_page.write(folder, site)
    hosting.write(folder, site, content)


def _finish_pages(folder: Path, site: Site, pages: Sequence[Page], *, with_policy: bool) -> str:
    """Finish every page of the generator, give it the policy, and return the policy."""
    widget = folder / widget_page.PAGE / "index.html"  # has a policy of its own
    by_file = {f"{page.path}index.html": page for page in pages}
    if missing := [name for name in by_file if not (folder / name).exists()]:
        raise BuildError(f"The generator has not built {', '.join(missing)}.")
    finished = {
        path: _finished(path, folder, site, by_file) for path in sorted(folder.rglob("*.html")) if path != widget
    }
    content = csp.policy(set().union(*map(csp.inline_hashes, finished.values())))
    for path, html in finished.items():
        path.write_text(csp.with_policy(html, content) if with_policy else html, "utf-8")
    return content


def _finished(path: Path, folder: Path, site: Site, by_file: Mapping[str, Page]) -> str:
    """A page without its policy. A page that had one is finished already."""
    html = path.read_text("utf-8")
    without = csp.without_policy(html)
    if without != html:
        return without
    name = path.relative_to(folder).as_posix()
    html = theme_fixes.fix_theme(html, name)
    if name in by_file:
        html = html.replace(HEAD_END, f"{_head(site, by_file[name], html)}\n{HEAD_END}", 1)
    base = urlsplit(site.address).path if name == NOT_FOUND else "../" * name.count("/")
    html = site_links.resolve(html, name, base, site_files.paths(), lambda file: (folder / file).exists())
    return nonbreaking_units.keep_units_together(html)


def _head(site: Site, page: Page, html: str) -> str:
    """What programs read about a page."""
    return app.TEMPLATES.get_template("discovery/head.html").render(
        site=site,
        page=page,
        card=structured_data.card_path(page.path),
        oembed=oembed.oembed_path(page.path),
        json_ld=structured_data.json_ld(site, page, html),
    )


def main() -> None:
    """Finish the site that the command line names."""
    parser = argparse.ArgumentParser(prog="python -m builder.finish", description="Finish a built site.")
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    config = configuration.read()
    finish(folder, config.site, page_list.pages(config.menu, config.docs))


if __name__ == "__main__":
    main()
