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

from builder import configuration, finish, hosting, page_list, site_files
from builder.errors import BuildError

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files

__all__ = ["on_build_error", "on_env", "on_files", "on_post_build", "on_serve"]


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Build what is slow before any page asks for a part of it, and add the pages of the presets and the change log.

    Those are in the sitemap, but not in the menu.
    """
    site_files.build()
    for name, text in page_list.generated().items():
        file = File.generated(config, name, content=text)
        file.inclusion = InclusionLevel.NOT_IN_NAV
        files.append(file)
    return files


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001 - MkDocs names them
    """Let the sitemap have the dates of the reviews."""
    for page in filter(None, (file.page for file in files.documentation_pages())):
        page.update_date = str(page.meta.get("review", page.update_date))
    return env


def on_post_build(*, config: MkDocsConfig) -> None:
    """Finish the site."""
    site = configuration.site(config.site_name, config.site_description or "", config.site_url or "", config.extra)
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
