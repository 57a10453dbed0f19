"""MkDocs hooks: build what is slow, add the pages of the presets, and finish the site after the build.

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

from mkdocs.structure.files import File, InclusionLevel

from builder import finish, hosting, page_list, site_files
from builder.discovery.structured_data import Site
from builder.errors import BuildError
from builder.widget import preset_pages

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

__all__ = ["on_build_error", "on_env", "on_files", "on_page_context", "on_post_build", "on_serve"]


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Build what is slow before any page asks for a part of it, and add the pages of the presets.

    Those are in the sitemap, but not in the menu.
    """
    site_files.build()
    for name, text in preset_pages.pages().items():
        file = File.generated(config, name, content=text)
        file.inclusion = InclusionLevel.NOT_IN_NAV
        files.append(file)
    return files


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001 - MkDocs names them
    """Let the sitemap have the dates of the reviews."""
    for page in filter(None, (file.page for file in files.documentation_pages())):
        page.update_date = str(page.meta.get("review", page.update_date))
    return env


def on_page_context(context: TemplateContext, *, page: Page, config: MkDocsConfig, **_: object) -> TemplateContext:
    """Name the page that search engines should show where a page says in its front matter that another one is the same.

    The home page and the pages of the presets hold the calculator's form: its own page stands for them.
    """
    if canonical := page.meta.get("canonical"):
        page.canonical_url = f"{(config.site_url or '').rstrip('/')}/{canonical}"
    return context


def on_post_build(*, config: MkDocsConfig) -> None:
    """Finish the site."""
    site = Site(config.site_name, config.site_description or "", config.site_url or "")
    pages = page_list.pages(config.nav or [], Path(config.docs_dir))
    # `mkdocs serve` adds an inline script that reloads the page, so only a build gets the policy.
    finish.finish(Path(config.site_dir), site, pages, with_policy=not SERVING)


def on_serve(server: LiveReloadServer, **_: object) -> LiveReloadServer:
    """Let the widget's frame, which has no origin, read the files of the preview server, too."""
    server.set_app(hosting.with_cors(server.serve_request))
    return server


def on_build_error(*, error: Exception, **_: object) -> None:
    """End the build with the message alone where the project, and not the program, is at fault."""
    if isinstance(error, BuildError):
        raise SystemExit(str(error)) from error
