"""Knows law 8: every file begins with what it knows, and what it must never know.

Must never know what any file does know.
"""

from __future__ import annotations

import re

import pytest

from tests.laws import tree

FIRST = 12  # lines in which both sentences stand
SUFFIXES = (".py", ".js", ".mjs", ".css", ".html", ".toml", ".yml", "/run")
KNOWS = re.compile(r"^\W*Knows\b", re.MULTILINE)
NEVER = re.compile(r"^\W*Must never know ", re.MULTILINE)


def silent(text: str) -> bool:
    """Whether a file begins without saying what it knows and what it must never know."""
    head = "\n".join(text.splitlines()[:FIRST])
    return not (KNOWS.search(head) and NEVER.search(head))


def test_every_file_begins_with_what_it_knows_and_must_never_know() -> None:
    assert [tree.name(path) for path in tree.files(*SUFFIXES) if silent(path.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    "text", ['"""Knows a lot."""', '"""Must never know."""', "import os", "", "// Knows that.\n\ncode()"]
)
def test_a_file_that_says_less_is_found(text: str) -> None:
    assert silent(text)
