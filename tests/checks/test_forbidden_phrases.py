"""Phrases that no reader may meet, and traces of a machine that no file may carry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.support import project_files

if TYPE_CHECKING:
    from pathlib import Path

FORBIDDEN = re.compile(
    r"lactic acid flush|flush(?:es|ed|ing)? out|\btoxins?\b|venous deposition|\bguaranteed?\b"
    r"|dislocations? from cardio|cardio dislocat|(?:heal|recover|repair)s? (?:\w+ )?faster",
    re.IGNORECASE,
)
# A page may say that something is not so: these words right before the phrase turn it into that.
DENIED = re.compile(r"(?:\bno|\bnot|\bnever|\bnor|\bneither|n't|\bcannot|\bmyth)\W(?:[\w ,]{0,60})$", re.IGNORECASE)
HOSTS = ("registry.npm" + "js", "pypi" + ".org", "pythonhosted" + ".org", "deb.deb" + "ian", "file:///" + "opt")
TRACES = re.compile(
    "|".join([*map(re.escape, HOSTS), r"(?<![\w.])/(?:work|root|home/\w+|Users/\w+)/(?!pyodide)", r"\.lib" + r"rary\b"])
)
READ = (".md", ".html", ".svg", ".py")
BINARY = (".png", ".woff2", ".ico", ".lock")


def promises(text: str) -> list[str]:
    """Every forbidden phrase that is not denied in the same breath."""
    flat = " ".join(text.split())
    return [
        match[0]
        for match in FORBIDDEN.finditer(flat)
        if not DENIED.search(flat[max(0, match.start() - 80) : match.start()])
    ]


def spoken() -> list[Path]:
    """Every file whose words reach a reader, but the page of myths."""
    results = [
        path for folder in ("docs", "templates", "calculator") for path in project_files.files(*READ, under=folder)
    ]
    return [path for path in results if project_files.name(path) != "docs/myths.md"]


def test_no_reader_is_promised_what_no_study_shows() -> None:
    assert [
        (project_files.name(path), promises(path.read_text("utf-8")))
        for path in spoken()
        if promises(path.read_text("utf-8"))
    ] == []


@pytest.mark.parametrize(
    "phrase",
    [
        "It flushes out waste.",
        "Rid your legs of toxins!",
        "Results guaranteed",
        "a leg heals\nfaster",
        "You recover much faster",
    ],
)
def test_a_promise_is_found(phrase: str) -> None:
    assert promises(phrase)


def test_a_denial_is_no_promise() -> None:
    assert promises("Easy movement does not make muscle recover faster.") == []


def test_no_file_carries_a_trace_of_the_machine_it_was_made_on() -> None:
    files = [path for path in project_files.files() if path.suffix not in BINARY]
    results = [
        (project_files.name(path), match[0])
        for path in files
        for match in TRACES.finditer(path.read_text("utf-8", "replace"))
    ]
    assert results == []


@pytest.mark.parametrize("text", ["see /" + "root/x", "https://" + HOSTS[0] + ".org/a", "/" + "home/someone/project"])
def test_a_trace_is_found(text: str) -> None:
    assert TRACES.search(text)
