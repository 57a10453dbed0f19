"""Hashed files of earlier builds stay for a while, and only those."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from builder import previous_files
from builder.output import write_files

if TYPE_CHECKING:
    from pathlib import Path

FIRST = date(2026, 11, 1)
OLD, SHARED, NEW = (f"assets/{name}.js" for name in ("app-0000000000", "same-1111111111", "app-2222222222"))


def build(folder: Path, *paths: str) -> Path:
    """A built site with these files."""
    write_files(folder, {path: path.encode() for path in (*paths, "index.html", "assets/plain.css")})
    return folder


def deploy(previous: Path, new: Path, day: date) -> list[str]:
    """Keep the files of the previous site in the new one."""
    return previous_files.keep(new, previous_files.read_folder(previous), day)


def test_files_of_the_last_builds_stay_until_they_are_old(tmp_path: Path) -> None:
    first = build(tmp_path / "1", OLD, SHARED)
    previous_files.write_list(first, FIRST)
    second = build(tmp_path / "2", SHARED, NEW)
    assert deploy(first, second, FIRST + timedelta(days=20)) == [OLD]
    assert (second / OLD).read_bytes() == OLD.encode()
    third = build(tmp_path / "3", NEW)
    assert deploy(second, third, FIRST + timedelta(days=30)) == [OLD, SHARED]
    fourth = build(tmp_path / "4", NEW)
    assert deploy(third, fourth, FIRST + timedelta(days=31)) == [SHARED]
    assert not (fourth / OLD).exists()
    assert json.loads((fourth / previous_files.FILE_LIST).read_text("utf-8"))[SHARED] == "2026-11-21"


def test_a_first_deploy_has_nothing_to_keep(tmp_path: Path) -> None:
    empty, site = build(tmp_path / "empty"), build(tmp_path / "site", NEW)
    assert deploy(empty, site, FIRST) == []
    assert list(json.loads((site / previous_files.FILE_LIST).read_text("utf-8"))) == [NEW]


@pytest.mark.parametrize("path", ["index.html", "assets/../x-0123456789.js", "/etc/passwd", "assets/plain.css"])
def test_a_list_cannot_name_another_file(tmp_path: Path, path: str) -> None:
    site = build(tmp_path / "site", NEW)
    with pytest.raises(ValueError, match="no hashed file"):
        previous_files.keep(site, {previous_files.FILE_LIST: json.dumps({path: "2026-11-01"}).encode()}.get, FIRST)


def test_every_file_of_the_build_with_a_hash_is_listed(tmp_path: Path) -> None:
    more = ["assets/javascripts/bundle.79ae519e.min.js", "assets/python/core-0123456789.wasm"]
    assert previous_files.hashed_files(build(tmp_path, NEW, *more)) == sorted([NEW, *more])
