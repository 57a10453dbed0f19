"""The build: a wrong name stops it, names follow contents, and the theme's HTML is fixed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jinja2 import TemplateNotFound

from builder import site_files
from builder.assets import esbuild, fingerprint
from builder.engine import sources
from builder.errors import BuildError
from builder.macros import core, rule_examples
from builder.pages import csp, nonbreaking_units, theme_fixes
from builder.pyodide import bundle
from calculator.assessment.engine import RULES
from tests.support.project_files import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

CONFIG = (ROOT / "mkdocs.yml").read_text("utf-8")


def build(folder: Path, page: str) -> subprocess.CompletedProcess[str]:
    """The finished build of one page, under the project's own configuration."""
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text(page, "utf-8")
    (folder / "docs" / "calculator.md").write_text("# Linked from the pages that start it with a case\n", "utf-8")
    head, _, tail = CONFIG.partition("nav:\n")
    config = (
        head + "nav:\n  - index.md\n  - calculator.md\n\n" + tail[tail.index("plugins:\n") : tail.index("watch:\n")]
    )
    for path in ("templates/theme", "builder/mkdocs_plugin/macros", "builder/mkdocs_plugin/hooks.py"):
        config = config.replace(f" {path}\n", f" {ROOT / path}\n")
    (folder / "mkdocs.yml").write_text(config, "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(folder / "mkdocs.yml")]
    # Whether names are right shows without the runtime and the answers, which take most of a build's time.
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "FROZEN_RUNTIME": "off", "PREBUILT_ANSWERS": "first"}
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)


@pytest.mark.usefixtures("site")  # whose build fills the caches
def test_right_names_build(tmp_path: Path) -> None:
    page = (
        '# A page\n\n{{ rule("sore-legs") }} {{ source("cheung-2003") }}\n\n{{ claim("S1") }}\n\n[place](#claim-s1)\n'
    )
    assert build(tmp_path, page + "{{ p.SORENESS_CAP }}\n").returncode == 0


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("mistake", ['{{ rule("no-such-rule") }}', "{{ p.NO_SUCH_NUMBER }}"])
def test_a_wrong_name_ends_the_build(tmp_path: Path, mistake: str) -> None:
    assert build(tmp_path, f"# A page\n\n{mistake}\n").returncode != 0


@pytest.mark.usefixtures("site")  # whose build fills the caches
def test_a_link_that_leads_nowhere_ends_the_build(tmp_path: Path) -> None:
    built = build(tmp_path, "# A page\n\n[a lost link](nowhere.md)\n\n[a lost anchor](#nowhere)\n")
    assert built.returncode != 0
    assert "nowhere.md" in built.stdout + built.stderr
    assert "#nowhere" in built.stdout + built.stderr


@pytest.mark.parametrize("macro", [core.rule, core.source, core.claim, core.chart])
def test_every_macro_refuses_a_wrong_name(macro: Callable[[str, str], str]) -> None:
    with pytest.raises((core.UnknownNameError, KeyError, TemplateNotFound), match="no-such-name"):
        macro("", "no-such-name")


def test_every_rule_has_an_example_in_which_it_speaks() -> None:
    assert all(rule_examples.example_for(rule.id).because for rule in RULES)
    with pytest.raises(rule_examples.NoExampleError, match="no-such-rule"):
        rule_examples.example_for("no-such-rule")


def test_names_follow_contents_and_references_follow_names(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text('@import "./b.svg";', "utf-8")
    (tmp_path / "b.svg").write_text("one", "utf-8")
    before = fingerprint.publish(tmp_path)
    assert Path(before["b.svg"].path).name in before["a.css"].content.decode()
    (tmp_path / "b.svg").write_text("two", "utf-8")
    after = fingerprint.publish(tmp_path)
    assert before["a.css"].path != after["a.css"].path


def test_files_that_refer_to_each_other_have_no_hash(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text('@import "./b.css";', "utf-8")
    (tmp_path / "b.css").write_text('@import "./a.css";', "utf-8")
    with pytest.raises(BuildError, match="never settle"):
        fingerprint.publish(tmp_path)


def test_bundled_script_refers_to_fingerprinted_worker(tmp_path: Path) -> None:
    (tmp_path / "index.js").write_text('import { make } from "./part.js";\nmake();\n', "utf-8")
    part = 'export const make = () => new Worker(new URL("./worker.js", import.meta.url), { type: "module" });'
    (tmp_path / "part.js").write_text(part, "utf-8")
    (tmp_path / "worker.js").write_text("postMessage(1);", "utf-8")
    served = fingerprint.publish(tmp_path)
    assert set(served) == {"index.js", "worker.js"}
    script = served["index.js"].content.decode()
    assert "import {" not in script
    assert Path(served["worker.js"].path).name in script


def test_a_script_with_a_fault_ends_the_build(tmp_path: Path) -> None:
    (tmp_path / "index.js").write_text('import "./nowhere.js";', "utf-8")
    with pytest.raises(BuildError, match="nowhere"):
        fingerprint.publish(tmp_path)


def test_a_classic_script_is_bundled_without_imports(tmp_path: Path) -> None:
    (tmp_path / "loader.js").write_text('import { one } from "./one.js";\nself.one = one;', "utf-8")
    (tmp_path / "one.js").write_text("export const one = 1;", "utf-8")
    script = esbuild.bundled(tmp_path / "loader.js", "iife").decode()
    assert "import" not in script
    assert script.startswith("(()=>{")


def test_a_service_worker_without_its_constants_is_refused() -> None:
    with pytest.raises(BuildError, match="VERSION"):
        fingerprint.service_worker("const FILES = [];", [])


@pytest.mark.site
@pytest.mark.usefixtures("site")  # it lists every file: the build has put what is slow into the cache
def test_an_unknown_file_is_named() -> None:
    with pytest.raises(BuildError, match=r"no-such\.js"):
        site_files.path_of("no-such.js")


def test_a_changed_theme_is_noticed() -> None:
    with pytest.raises(BuildError, match="Has Material changed"):
        theme_fixes.fix_theme('<header class="md-header">', "a page")
    assert theme_fixes.fix_theme("<p>not of the theme</p>", "a page") == "<p>not of the theme</p>"


def test_a_number_and_its_unit_stay_on_one_line() -> None:
    page = '<p title="48 h">48 h, 30 min; 3 hours, 48 health</p><script>"1 s"</script>'
    expected = '<p title="48 h">48\xa0h, 30\xa0min; 3 hours, 48 health</p><script>"1 s"</script>'
    assert nonbreaking_units.keep_units_together(page) == expected


def test_aligned_tables_need_no_inline_style() -> None:
    toggle = (
        '<input class="md-toggle" autocomplete="off">'
        + '<label class="md-header__button md-icon" for="__drawer"></label>'
        + '<label class="md-header__button md-icon" for="__search"></label>'
        + '<div data-md-component="search" role="dialog"><i class="md-header">'
        + '<div class="md-search__scrollwrap" tabindex="0">'
    )
    assert 'class="align-right"' in theme_fixes.fix_theme(toggle + '<td style="text-align: right;">', "a page")


def test_a_page_without_a_charset_gets_no_policy_and_fails() -> None:
    with pytest.raises(BuildError):
        csp.with_policy("<p>", "default-src 'self'")


def test_the_policy_of_a_page_can_be_taken_off_again() -> None:
    page = '<head>\n      <meta charset="utf-8">\n<title>A page</title></head>'
    assert csp.without_policy(csp.with_policy(page, "default-src 'self'")) == page


def test_templates_that_only_the_build_renders_exist() -> None:
    assert all((ROOT / "templates" / name).exists() for name in sources.BUILD_ONLY_TEMPLATES)


def test_caches_do_not_depend_on_files_that_no_browser_gets() -> None:
    for paths in (sources.sources(), bundle._input_files()):
        assert not {path.name for path in paths} & {"README.md", "LICENSE", "NOTICE", "pyproject.toml"}
