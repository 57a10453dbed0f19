"""Knows MkDocs: hands its pages their words and files, then repairs, locks and completes what it built.

Must never know what a page says. It is the only file that imports MkDocs.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

SERVING = "serve" in sys.argv
# A rebuild under `mkdocs serve` loads this hook anew, and nothing else: without this it would show yesterday's engine.
for _name in [name for name in sys.modules if name.split(".")[0] in ("app", "builder", "calculator")]:
    del sys.modules[_name]

from jinja2 import pass_context  # noqa: E402
from mkdocs.structure.files import File, InclusionLevel  # noqa: E402
from mkdocs.utils import get_relative_url  # noqa: E402

from builder import (  # noqa: E402 - after the old ones are forgotten
    announce,
    assets,
    embed,
    findable,
    hosting,
    integrations,
    oembed,
    policy,
    preset_pages,
    repairs,
    typeset,
)

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.runtime import Context
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

__all__ = ["on_env", "on_files", "on_nav", "on_post_build", "on_serve"]

LISTED: list[Page] = []  # MkDocs hands the menu over once, before its pages have their words


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the pages of the common cases; they are in the map of the site, but not in its menu."""
    for name, text in preset_pages.pages().items():
        file = File.generated(config, name, content=text)
        file.inclusion = InclusionLevel.NOT_IN_NAV
        files.append(file)
    return files


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG001 - MkDocs names it
    """Remember the pages in the order of the menu, then those of the common cases."""
    LISTED[:] = nav.pages
    LISTED.extend(file.page for file in files.documentation_pages() if file.page and file.page not in nav.pages)


def _site(config: MkDocsConfig) -> findable.Site:
    return findable.Site(config.site_name, config.site_description or "", config.site_url or "")


def _findable(page: Page) -> findable.Page:
    section = str(page.parent.title) if page.parent else ""
    title, description = str(page.meta.get("title", page.title)), str(page.meta.get("description", ""))
    return findable.Page(page.url, section, title, description, page.meta.get("review"), page.content or "")


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001 - MkDocs names them
    """Give the theme's templates the address of a file, the card of a page, and what search engines are told of it."""

    @pass_context
    def asset(context: Context, name: str) -> str:
        path = assets.path_of(name)
        page = context["page"]
        return get_relative_url(path, page.url) if page else f"{context['base_url'].rstrip('/')}/{path}"

    env.globals["asset"] = asset
    env.globals["card_path"] = findable.card_path
    env.globals["oembed_path"] = oembed.discovered
    env.globals["structured"] = lambda page: findable.structured(_site(config), _findable(page))
    for page in LISTED:
        page.update_date = str(page.meta.get("review", page.update_date))  # the map tells when a page was reviewed
    return env


def on_post_build(*, config: MkDocsConfig) -> None:
    """Repair every page, give it the policy, and put our files beside it."""
    site = Path(config.site_dir)
    pages = {
        path: typeset.typeset(repairs.repair(path.read_text("utf-8"), path.relative_to(site).as_posix()))
        for path in site.rglob("*.html")
    }
    content = policy.policy(set().union(*(policy.inline_hashes(html) for html in pages.values())))
    for path, html in pages.items():
        # `mkdocs serve` adds an inline script that reloads the page, so only a build gets the policy.
        path.write_text(html if SERVING else policy.with_policy(html, content), "utf-8")
    assets.write(site)
    announce.write(site, _site(config), [_findable(page) for page in LISTED])
    integrations.write(site, _site(config).address)
    embed.write(site, _site(config))
    hosting.write(site, _site(config), content)


def on_serve(server: LiveReloadServer, **_: object) -> LiveReloadServer:
    """Let the widget's frame, which has no origin, read our files while pages are written, too."""
    server.set_app(hosting.opened(server.serve_request))
    return server
