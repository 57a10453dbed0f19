"""Each part of a release can be made in a dry run, which publishes nothing."""

from __future__ import annotations

import json
import subprocess
import tarfile
import zipfile
from typing import TYPE_CHECKING

import pytest

from builder.discovery.structured_data import Site
from builder.widget import integrations, releases, self_hosted
from builder.widget import page as widget_page
from calculator.answer.builder import ADVICE_VERSION
from tools import release

if TYPE_CHECKING:
    from pathlib import Path

PUBLIC = Site("A site", "What it is.", "https://site.example/")
WIDGET = {self_hosted.LOADER: b"loader", self_hosted.FRAME: b"<!doctype html>"}


@pytest.fixture
def dist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for what is made; the site is at a public address, and its files are small."""
    monkeypatch.setenv("SITE_URL", PUBLIC.address)
    monkeypatch.setattr(self_hosted, "files", lambda _site: WIDGET)
    return tmp_path


def dry_run(part: str, dist: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Make a part, and return the step that would follow."""
    release.main(part, "--dry-run", folder=dist)
    return capsys.readouterr().out.splitlines()[-1]


def test_npm_packs_the_package_with_the_widgets_files(dist: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert dry_run("npm", dist, capsys).startswith("next npm publish")
    with tarfile.open(dist / f"{integrations.PLUGIN}-{ADVICE_VERSION}.tgz") as opened:
        names = {name.removeprefix("package/") for name in opened.getnames()}
    assert {f"widget/{path}" for path in WIDGET} < names
    assert names == set(integrations.npm_package(PUBLIC.address, WIDGET))  # what the site serves is what npm packs
    assert json.loads((dist / "npm" / "package.json").read_text("utf-8"))["version"] == ADVICE_VERSION


def test_the_plugin_comes_as_a_zip_and_as_folders_for_subversion(
    dist: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dry_run("plugin", dist, capsys).startswith("next svn commit")
    with zipfile.ZipFile(dist / f"{integrations.PLUGIN}.zip") as opened:
        names = [name.partition("/")[2] for name in opened.namelist()]
    for tree in ("trunk", f"tags/{ADVICE_VERSION}"):
        assert [name for name in names if not (dist / "svn" / tree / name).is_file()] == []
    assert (dist / "svn" / "assets" / "blueprints" / "blueprint.json").is_file()


def test_the_loader_is_kept_only_when_it_is_meant(dist: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = releases.loaders()
    assert dry_run("loader", dist, capsys).startswith("next git add")
    assert (dist / f"{ADVICE_VERSION}.loader").read_bytes() == widget_page.loader(PUBLIC.address)
    assert releases.loaders() == before


def test_the_wheel_holds_the_calculator_alone(dist: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert dry_run("wheel", dist, capsys).startswith("next uv publish")
    (wheel,) = dist.glob("*.whl")
    with zipfile.ZipFile(wheel) as opened:
        assert {name.split("/")[0].partition("-")[0] for name in opened.namelist()} == {
            "calculator",
            "cardio_after_leg_day",
        }


def test_the_notes_of_a_version_are_its_section(dist: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dry_run("changelog", dist, capsys)
    assert "### Advice" in (dist / "CHANGES.md").read_text("utf-8")
    assert release.changes("2", "# Changes\n\n## 3\n\nc\n\n## 2\n\nb\n\n## 1\n\na\n") == "b\n"
    with pytest.raises(SystemExit, match="no section 4"):
        release.changes("4", "## 3\n\nc\n")


def test_nothing_is_released_for_an_address_of_this_machine(dist: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "http://127.0.0.1:8000/")

    def publish(*_: object, **__: object) -> subprocess.CompletedProcess[str]:
        raise AssertionError("something was published")

    monkeypatch.setattr(subprocess, "run", publish)
    with pytest.raises(SystemExit, match="Nothing is released"):
        release.main("npm", folder=dist)
