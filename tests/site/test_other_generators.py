"""The same site with other generators: ProperDocs writes the same files, Zensical the same articles.

Slow: each generator is installed into a folder of its own. `python -m tests.site.test_other_generators` prints the file lists.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest

from builder import configuration, page_list
from tests.support import generators

pytestmark = [pytest.mark.site, pytest.mark.slow]

HASH = re.compile(r"-[0-9a-f]{10}(?=\.)")
# What only one of the themes has: Material's scripts, styles and search index, and Zensical's.
THEME = re.compile(r"assets/(?:images|javascripts|stylesheets)/|search/|search\.json|sitemap\.xml\.gz|objects\.inv")


@pytest.fixture(scope="module")
def mkdocs_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The quick build of MkDocs, with which the others are compared."""
    site = tmp_path_factory.mktemp("mkdocs") / "site"
    generators.build_with_mkdocs(site)
    return site


def article_faults(reference: Path, other: Path) -> list[str]:
    """Every page of which the article differs in its words or links."""
    config = configuration.read()
    files = [f"{page.path}index.html" for page in page_list.pages(config.menu, config.docs)]
    return [name for name in files if generators.article(reference, name) != generators.article(other, name)]


def test_properdocs_writes_the_same_files(mkdocs_site: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    generators.build_with_properdocs(site)
    assert generators.file_list(site) == generators.file_list(mkdocs_site)
    assert article_faults(mkdocs_site, site) == []


def test_zensical_writes_equal_articles(mkdocs_site: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    generators.build_with_zensical(tmp_path, site)
    assert own_files(site) == own_files(mkdocs_site)
    assert article_faults(mkdocs_site, site) == []


def own_files(site: Path) -> list[str]:
    """The files that are not the theme's, without the hashes that the builds' addresses would change."""
    return [HASH.sub("", name) for name in generators.file_list(site) if not THEME.match(name)]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        generators.build_with_mkdocs(Path(folder) / "mkdocs")
        generators.build_with_properdocs(Path(folder) / "properdocs")
        (Path(folder) / "work").mkdir()
        generators.build_with_zensical(Path(folder) / "work", Path(folder) / "zensical")
        reference = generators.file_list(Path(folder) / "mkdocs")
        print(f"MkDocs: {len(reference)} files")
        for name in ("properdocs", "zensical"):
            files = generators.file_list(Path(folder) / name)
            print(
                f"{name}: {len(files)} files; articles that differ: {article_faults(Path(folder) / 'mkdocs', Path(folder) / name)}"
            )
            print(*(f"  - {file}" for file in sorted(set(reference) - set(files))), sep="\n")
            print(*(f"  + {file}" for file in sorted(set(files) - set(reference))), sep="\n")
