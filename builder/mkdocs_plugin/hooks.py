"""MkDocs hooks: build what is slow, add the pages of the presets, and finish the site after the build.

This is the only module that imports MkDocs. MkDocs loads it once. A preview goes on for hours and has to run the sources as they
are now, so the project's modules are imported inside the functions, and dropped from memory when one of their files has changed.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, InclusionLevel

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

__all__ = ["on_build_error", "on_config", "on_env", "on_files", "on_page_context", "on_post_build", "on_serve"]

SERVING = "serve" in sys.argv
ROOT = Path(__file__).parents[2]
MODULES = ("app.py", "builder", "calculator", "frozen_runtime")
SOURCES = (*MODULES, "CHANGELOG.md", "frontend", "includes", "integrations", "mkdocs.yml", "templates")
LAST_BUILD: dict[str, int] = {}  # when each source was changed, as the last build of this process saw it


class GeneratedPage(File):
    """A page without a file in docs/.

    It changes with the sources alone, and then the preview has removed what it had built.
    """

    def is_modified(self) -> bool:
        """Whether a preview must build it."""
        return not Path(self.abs_dest_path).exists()


@event_priority(100)  # before the macros are loaded
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """In a preview, start afresh where more than a page has changed; otherwise only that page is built again (`--dirty`)."""
    sys.path[:0] = [str(ROOT)] if str(ROOT) not in sys.path else []
    if SERVING and _sources_changed():
        names = {Path(source).stem for source in MODULES}
        for name in [name for name in sys.modules if name.split(".")[0] in names]:
            del sys.modules[name]
        for path in Path(config.site_dir).rglob("*.html"):
            path.unlink()
    return config


def _sources_changed() -> bool:
    """Whether any source but the pages has changed since the last build of this process."""
    paths = [path for name in SOURCES for path in (ROOT / name, *(ROOT / name).rglob("*")) if path.is_file()]
    state = {str(path): path.stat().st_mtime_ns for path in paths if "__pycache__" not in path.parts}
    changed = state != LAST_BUILD
    LAST_BUILD.clear()
    LAST_BUILD.update(state)
    return changed


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Build what is slow before any page asks for a part of it, and add the pages of the presets and the change log.

    Those are in the sitemap, but not in the menu.
    """
    from builder import page_list, site_files

    site_files.build()
    for name, text in page_list.generated().items():
        file = GeneratedPage.generated(config, name, content=text)
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
    from builder import configuration, finish, page_list

    site = configuration.site(config.site_name, config.site_description or "", config.site_url or "", config.extra)
    pages = page_list.pages(config.nav or [], Path(config.docs_dir))
    # `mkdocs serve` adds an inline script that reloads the page, so only a build gets the policy.
    finish.finish(Path(config.site_dir), site, pages, with_policy=not SERVING)


def on_serve(server: LiveReloadServer, **_: object) -> LiveReloadServer:
    """Let the widget's frame, which has no origin, read the files of the preview server, too."""
    from builder import hosting

    server.set_app(hosting.with_cors(server.serve_request))
    return server


def on_build_error(*, error: Exception, **_: object) -> None:
    """End the build with the message alone where the project, and not the program, is at fault."""
    if type(error).__name__ == "BuildError":  # a preview may have imported the class anew
        raise SystemExit(str(error)) from error


class _NoWarning(logging.Filter):
    """Leaves out what MkDocs warns of in every preview that builds changed pages only."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is shown."""
        return "A 'dirty' build is being performed" not in record.getMessage()


logging.getLogger("mkdocs.commands.build").addFilter(_NoWarning())
