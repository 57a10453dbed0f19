"""MkDocs hooks: build what is slow, register template helpers, and finish the site after the build.

This is the only module that imports MkDocs.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

SERVING = "serve" in sys.argv
ROOT = Path(__file__).parents[2]
SOURCES = ("app.py", "builder", "calculator", "frontend", "frozen_runtime", "integrations", "templates")


def _unload_changed_sources() -> None:
    """Drop the project's modules where a source has changed since the last build of this process.

    A rebuild under `mkdocs serve` loads this hook anew, and nothing else: the preview would run the old engine. Where only
    a page has changed, everything that is cached in memory stays.
    """
    paths = [path for name in SOURCES for path in (ROOT / name, *(ROOT / name).rglob("*")) if path.is_file()]
    state = {str(path): path.stat().st_mtime_ns for path in paths if "__pycache__" not in path.parts}
    seen = sys.modules.setdefault("sources_of_last_build", ModuleType("sources_of_last_build"))
    if getattr(seen, "state", None) != state:
        vars(seen)["state"] = state
        for name in [name for name in sys.modules if name.split(".")[0] in {Path(source).stem for source in SOURCES}]:
            del sys.modules[name]


_unload_changed_sources()

from jinja2 import pass_context
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import get_relative_url

from builder import finish, hosting, site_files
from builder.discovery import changelog, structured_data
from builder.errors import BuildError
from builder.widget import oembed, preset_pages

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.runtime import Context
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

__all__ = ["on_build_error", "on_env", "on_files", "on_nav", "on_post_build", "on_serve"]

LISTED: list[Page] = []  # MkDocs passes the menu once, before the pages have content


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Build what is slow before any page asks for a part of it, and add the pages of the presets and the change log.

    Those are in the sitemap, but not in the menu.
    """
    site_files.build()
    for name, text in {**preset_pages.pages(), changelog.PAGE: changelog.changelog()}.items():
        file = File.generated(config, name, content=text)
        file.inclusion = InclusionLevel.NOT_IN_NAV
        files.append(file)
    return files


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG001 - MkDocs names it
    """Keep the pages in the order of the menu, then those of the presets."""
    LISTED[:] = nav.pages
    LISTED.extend(file.page for file in files.documentation_pages() if file.page and file.page not in nav.pages)


def _site(config: MkDocsConfig) -> structured_data.Site:
    project = config.extra.get("project", {})
    return structured_data.Site(
        config.site_name,
        config.site_description or "",
        config.site_url or "",
        project.get("repository", ""),
        project.get("contact", ""),
        project.get("security_expires", ""),
    )


def _findable(page: Page) -> structured_data.Page:
    section = str(page.parent.title) if page.parent else ""
    title, description = str(page.meta.get("title", page.title)), str(page.meta.get("description", ""))
    return structured_data.Page(page.url, section, title, description, page.meta.get("review"), page.content or "")


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001 - MkDocs names them
    """Give the theme's templates the address of a file, the card of a page, and its JSON-LD."""

    @pass_context
    def asset(context: Context, name: str) -> str:
        path = site_files.path_of(name)
        page = context["page"]
        return get_relative_url(path, page.url) if page else f"{context['base_url'].rstrip('/')}/{path}"

    env.globals["asset"] = asset
    env.globals["card_path"] = structured_data.card_path
    env.globals["oembed_path"] = oembed.oembed_path
    env.globals["structured"] = lambda page: structured_data.json_ld(_site(config), _findable(page))
    for page in LISTED:
        page.update_date = str(page.meta.get("review", page.update_date))  # the sitemap has the date of the review
    return env


def on_post_build(*, config: MkDocsConfig) -> None:
    """Finish the site, and leave the list of its pages for `python -m builder.finish`."""
    pages = [_findable(page) for page in LISTED]
    finish.write_pages(_site(config), pages)
    # `mkdocs serve` adds an inline script that reloads the page, so only a build gets the policy.
    finish.finish(Path(config.site_dir), _site(config), pages, with_policy=not SERVING)


def on_serve(server: LiveReloadServer, **_: object) -> LiveReloadServer:
    """Let the widget's frame, which has no origin, read the files of the preview server, too."""
    server.set_app(hosting.with_cors(server.serve_request))
    return server


def on_build_error(*, error: Exception, **_: object) -> None:
    """End the build with the message alone where the project, and not the program, is at fault."""
    if isinstance(error, BuildError):
        raise SystemExit(str(error)) from error
