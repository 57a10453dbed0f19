"""A preview follows its sources: a changed page is built alone, a changed source loads everything anew."""

from __future__ import annotations

import os
import sys
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from builder.mkdocs_plugin import hooks

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig


def test_a_changed_source_is_loaded_anew_and_its_pages_are_built_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, page, site = tmp_path / "planted.py", tmp_path / "docs" / "index.md", tmp_path / "site"
    for path in (source, page, site / "index.html"):
        path.parent.mkdir(exist_ok=True)
        path.write_text("", "utf-8")
    monkeypatch.setattr(hooks, "SERVING", True)
    monkeypatch.setattr(hooks, "ROOT", tmp_path)
    monkeypatch.setattr(hooks, "MODULES", ("planted.py",))
    monkeypatch.setattr(hooks, "SOURCES", ("planted.py",))
    monkeypatch.setattr(hooks, "LAST_BUILD", {})
    monkeypatch.syspath_prepend(str(tmp_path))
    config = cast("MkDocsConfig", SimpleNamespace(site_dir=str(site)))

    def kept_after_build() -> tuple[bool, bool]:
        """Whether a module of the last build, and a page of it, are still there after the next build has begun."""
        monkeypatch.setitem(sys.modules, "planted", ModuleType("planted"))
        (site / "index.html").write_text("built", "utf-8")
        hooks.on_config(config)
        return "planted" in sys.modules, (site / "index.html").exists()

    assert kept_after_build() == (False, False)
    os.utime(page, (1, 1))
    assert kept_after_build() == (True, True)
    os.utime(source, (1, 1))
    assert kept_after_build() == (False, False)
