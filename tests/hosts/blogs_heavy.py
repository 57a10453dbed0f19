"""Knows how to build a tiny blog with the heavy generators: too slow for every change, so they are tried at night.

Must never know what is embedded in the pages, or what a browser makes of them.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.hosts.blogs import NODE, PAGE, Generator, pages, run, written
from tests.hosts.install import NPM_NIGHTLY

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MODULES = NPM_NIGHTLY / "node_modules"
ASTRO = "import CardioAfterLegDay from '../components/CardioAfterLegDay.astro';"
DOCUSAURUS = "import CardioAfterLegDay from '@site/src/components/CardioAfterLegDay';"
COMPONENT = '<CardioAfterLegDay goal="fat_loss" theme="auto" />'
CONFIG = {"title": "A blog", "url": "http://localhost", "baseUrl": "/", "onBrokenLinks": "ignore"}


def built(folder: Path, script: str, *words: str) -> None:
    """Run a generator of the nightly lock in a folder of its own."""
    modules = folder / "node_modules"
    if not modules.exists():
        modules.symlink_to(MODULES)
    quiet = {"ASTRO_TELEMETRY_DISABLED": "1", "NO_UPDATE_NOTIFIER": "1", "CI": "1"}
    # Docusaurus would keep one blog's pages for the next, because both use the same modules.
    run(folder, NODE, MODULES / script, *words, DOCUSAURUS_NO_PERSISTENT_CACHE="true", **quiet)


def hexo(folder: Path, _: Path, posts: Mapping[str, str]) -> Path:
    """Hexo with a theme of one page; it has no ready-made part."""
    wanted = ("hexo", "hexo-renderer-ejs", "hexo-renderer-marked")
    package = {"name": "blog", "hexo": {"version": "8.1.2"}, "dependencies": dict.fromkeys(wanted, "*")}
    written(folder / "package.json", json.dumps(package))
    written(folder / "_config.yml", "title: A blog\nurl: http://localhost\npermalink: :title/\ntheme: plain\n")
    for layout in ("post", "index", "page"):
        written(folder / "themes" / "plain" / "layout" / f"{layout}.ejs", PAGE.format("<%- page.content %>"))
    pages(folder / "source" / "_posts", posts)
    built(folder, "hexo/bin/hexo", "generate", "--silent")
    return folder / "public"


def astro(folder: Path, parts: Path, posts: Mapping[str, str]) -> Path:
    """Astro: Markdown with a layout for what is pasted, a page of its own language for the component."""
    component = (parts / "astro" / "CardioAfterLegDay.astro").read_text("utf-8")
    written(folder / "src" / "components" / "CardioAfterLegDay.astro", component)
    written(folder / "src" / "layouts" / "Post.astro", PAGE.format("<slot />"))
    written(folder / "package.json", '{"type": "module"}')
    plain = {name: words for name, words in posts.items() if words != COMPONENT}
    pages(folder / "src" / "pages", plain, "---\nlayout: ../layouts/Post.astro\ntitle: {0}\n---\n")
    written(folder / "src" / "pages" / "part.astro", f"---\n{ASTRO}\n---\n{PAGE.format(COMPONENT)}")
    built(folder, "astro/bin/astro.mjs", "build", "--silent")
    return folder / "dist"


def docusaurus(folder: Path, parts: Path, posts: Mapping[str, str]) -> Path:
    """Docusaurus with its classic theme, where pages are hydrated by React."""
    component = (parts / "docusaurus" / "CardioAfterLegDay.jsx").read_text("utf-8")
    written(folder / "src" / "components" / "CardioAfterLegDay.jsx", component)
    written(folder / "src" / "pages" / "index.md", "Home.\n")
    preset = ["classic", {"docs": {"routeBasePath": "/notes"}, "blog": False}]
    config = json.dumps({**CONFIG, "presets": [preset]})
    written(folder / "docusaurus.config.js", f"export default {config};\n")
    written(folder / "package.json", '{"name": "blog", "version": "1.0.0"}')
    told = {name: f"{DOCUSAURUS}\n\n{words}" if words == COMPONENT else words for name, words in posts.items()}
    written(folder / "docs" / "notes.md", "Notes.\n")
    pages(folder / "src" / "pages", told, "")
    built(folder, "@docusaurus/core/bin/docusaurus.mjs", "build")
    return folder / "build"


def vitepress(folder: Path, _: Path, posts: Mapping[str, str]) -> Path:
    """VitePress: a script may stand in the head only, so the element is pasted without it."""
    loader = posts["element"].splitlines()[0]
    address = loader.partition('src="')[2].partition('"')[0]
    script = ["script", {"async": "", "crossorigin": "anonymous", "src": address}]
    options = "vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.includes('-') } } }"
    written(folder / ".vitepress" / "config.mjs", f"export default {{ head: [{json.dumps(script)}], {options} }};\n")
    written(folder / "package.json", '{"type": "module"}')
    pages(
        folder,
        {"index": "", **{name: words.replace(loader, "").strip() for name, words in posts.items()}},
        end="/index.md",
    )
    built(folder, "vitepress/bin/vitepress.js", "build")
    return folder / ".vitepress" / "dist"


def here() -> bool:
    """Whether the heavy generators are here."""
    return (NPM_NIGHTLY / ".filled").exists()


HEAVY: dict[str, Generator] = {
    "Hexo": Generator(here, "", hexo),
    "Astro": Generator(here, COMPONENT, astro),
    "Docusaurus": Generator(here, COMPONENT, docusaurus),
    "VitePress": Generator(here, "", vitepress),
}
