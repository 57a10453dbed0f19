"""The same for generators that take minutes to install: they run in the full test job only."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.platforms.blogs import NODE, PAGE, Generator, pages, run, write_file
from tests.platforms.install import NPM_NIGHTLY

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MODULES = NPM_NIGHTLY / "node_modules"
ASTRO = "import CardioAfterLegDay from '../components/CardioAfterLegDay.astro';"
DOCUSAURUS = "import CardioAfterLegDay from '@site/src/components/CardioAfterLegDay';"
COMPONENT = '<CardioAfterLegDay goal="fat_loss" theme="auto" />'
CONFIG = {"title": "A blog", "url": "http://localhost", "baseUrl": "/", "onBrokenLinks": "ignore"}


def built(folder: Path, script: str, *content: str) -> None:
    """Run a generator of the nightly lock in a folder of its own."""
    modules = folder / "node_modules"
    if not modules.exists():
        modules.symlink_to(MODULES)
    quiet = {"ASTRO_TELEMETRY_DISABLED": "1", "NO_UPDATE_NOTIFIER": "1", "CI": "1"}
    # Docusaurus would keep one blog's pages for the next, because both use the same modules.
    run(folder, NODE, MODULES / script, *content, DOCUSAURUS_NO_PERSISTENT_CACHE="true", **quiet)


def hexo(folder: Path, _: Path, posts: Mapping[str, str]) -> Path:
    """Hexo with a theme of one page; it has no ready-made part."""
    wanted = ("hexo", "hexo-renderer-ejs", "hexo-renderer-marked")
    package = {"name": "blog", "hexo": {"version": "8.1.2"}, "dependencies": dict.fromkeys(wanted, "*")}
    write_file(folder / "package.json", json.dumps(package))
    write_file(folder / "_config.yml", "title: A blog\nurl: http://localhost\npermalink: :title/\ntheme: plain\n")
    for layout in ("post", "index", "page"):
        write_file(folder / "themes" / "plain" / "layout" / f"{layout}.ejs", PAGE.format("<%- page.content %>"))
    pages(folder / "source" / "_posts", posts)
    built(folder, "hexo/bin/hexo", "generate", "--silent")
    return folder / "public"


def astro(folder: Path, parts: Path, posts: Mapping[str, str]) -> Path:
    """Astro: Markdown with a layout for what is pasted, a page of its own language for the component."""
    component = (parts / "astro" / "CardioAfterLegDay.astro").read_text("utf-8")
    write_file(folder / "src" / "components" / "CardioAfterLegDay.astro", component)
    write_file(folder / "src" / "layouts" / "Post.astro", PAGE.format("<slot />"))
    write_file(folder / "package.json", '{"type": "module"}')
    plain = {name: content for name, content in posts.items() if content != COMPONENT}
    pages(folder / "src" / "pages", plain, "---\nlayout: ../layouts/Post.astro\ntitle: {0}\n---\n")
    write_file(folder / "src" / "pages" / "part.astro", f"---\n{ASTRO}\n---\n{PAGE.format(COMPONENT)}")
    built(folder, "astro/bin/astro.mjs", "build", "--silent")
    return folder / "dist"


def docusaurus(folder: Path, parts: Path, posts: Mapping[str, str]) -> Path:
    """Docusaurus with its classic theme, where pages are hydrated by React."""
    component = (parts / "docusaurus" / "CardioAfterLegDay.jsx").read_text("utf-8")
    write_file(folder / "src" / "components" / "CardioAfterLegDay.jsx", component)
    write_file(folder / "src" / "pages" / "index.md", "Home.\n")
    preset = ["classic", {"docs": {"routeBasePath": "/notes"}, "blog": False}]
    config = json.dumps({**CONFIG, "presets": [preset]})
    write_file(folder / "docusaurus.config.js", f"export default {config};\n")
    write_file(folder / "package.json", '{"name": "blog", "version": "1.0.0"}')
    args = {name: f"{DOCUSAURUS}\n\n{content}" if content == COMPONENT else content for name, content in posts.items()}
    write_file(folder / "docs" / "notes.md", "Notes.\n")
    pages(folder / "src" / "pages", args, "")
    built(folder, "@docusaurus/core/bin/docusaurus.mjs", "build")
    return folder / "build"


def vitepress(folder: Path, _: Path, posts: Mapping[str, str]) -> Path:
    """VitePress: a script may stand in the head only, so the element is pasted without it."""
    loader = posts["element"].splitlines()[0]
    address = loader.partition('src="')[2].partition('"')[0]
    script = ["script", {"async": "", "crossorigin": "anonymous", "src": address}]
    options = "vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.includes('-') } } }"
    write_file(folder / ".vitepress" / "config.mjs", f"export default {{ head: [{json.dumps(script)}], {options} }};\n")
    write_file(folder / "package.json", '{"type": "module"}')
    pages(
        folder,
        {"index": "", **{name: content.replace(loader, "").strip() for name, content in posts.items()}},
        end="/index.md",
    )
    built(folder, "vitepress/bin/vitepress.js", "build")
    return folder / ".vitepress" / "dist"


def installed() -> bool:
    """Whether the heavy generators are here."""
    return (NPM_NIGHTLY / ".filled").exists()


HEAVY: dict[str, Generator] = {
    "Hexo": Generator(installed, "", hexo),
    "Astro": Generator(installed, COMPONENT, astro),
    "Docusaurus": Generator(installed, COMPONENT, docusaurus),
    "VitePress": Generator(installed, "", vitepress),
}
