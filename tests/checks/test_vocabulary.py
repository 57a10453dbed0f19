"""The project's words: code uses the field's standard terms, and readers meet one word for one thing.

Each entry of a table is a pattern of a wrong word and the word to write instead. A test's message names the file, the word and
the right term. To allow a word where it is right, add it to ALLOWED with the reason.
"""

from __future__ import annotations

import ast
import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

import pytest
from bs4 import BeautifulSoup

from tests.support import project_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

# Words that were once used with many meanings, or that nobody would search for: parts of an identifier.
IDENTIFIERS = {
    "told|untold": "args, values, payload, message: what it holds",
    "knock": "call",
    "hollow": "stub",
    "alike": "duplicates, similar",
    "whoever": "reader, caller, client",
    "forget": "clear, remove, prune",
    "obey": "on_message, handle",
    "mend": "fix, repair",
}
# In comments and docstrings too.
PHRASES = {
    r"must never know": "a normal docstring: what goes in, what comes out, which errors",
    r"untold": "unset, not given",
}
# What readers see: pages, templates, and every sentence of the calculator.
SENTENCES = {
    r"clinicians?": "doctor",
    r"physicians?": "doctor",
    r"stop signs?|health flags?|red flags?": "warning signs, or health conditions",
    r"nought": "0",
    r"fortnights?": "2 weeks",
    r"kit": "equipment",
    r"ring(?= (?:your|a|the|for|emergency|111|999|112)\b)": "call",
    r"strikes?|foot strikes?|jolts?": "impact, landing",
    r"unloaded": "without impact",
    r"near[- ]max(?:imal)?": "all-out",
    r"main parts?": "session",
    r"leg work": "work for your legs, leg session",
    r"(?:after|before|hard) legs": "after leg day, before leg day, a hard leg session",
    r"pulse": "heart rate",
    r"vigorous(?:ly)?": "hard",
    r"key (?:session|run|event)s?": "hard session",
    r"(?<!perceived )exertion": "effort",
    r"signs? of strain": "signs that you need rest",
    r"jump rope(?!\))": "skipping",
    r"rower": "rowing machine",
    r"deep-water running|water running": "aqua jogging",
    r"medical assessment": "medical help",
    r"low back": "lower back",
    r"leg workouts?|did legs": "leg session, trained legs",
    r"rope skipping": "skipping",
    r"arm (?:ergometer|crank)s?": "arm bike",
    r"(?<!first_)first-timers?|new lifters?": "beginner",
    r"whoever": "if you, anyone who",
    r"above all": "especially",
    r"mends?|mended": "recover, fix",
    r"no \w+(?: \w+)? is (?:told|entered)|(?:are|is|was|were|be) told(?! (?:by|to|of|that|you))": "entered, chosen, shown",
}


class Allowed(NamedTuple):
    """A word that is right in one place, and why."""

    file: str
    word: str
    reason: str


ALLOWED = (
    Allowed("calculator/data/sources.py", "*", "titles of papers keep their own words"),
    Allowed("docs/evidence.md", "*", "the same titles"),
    Allowed("evidence/index.html", "*", "the same titles"),
    *(
        Allowed(f"{page}/index.html", word, "the public id of a rule, as its name")
        for page in ("methods", "rules", "intensity")
        for word in ("near-max", "near max", "low back", "vigorous", "pulse", "rower", "jump rope")
    ),
    Allowed("widget/index.html", "kit", "the name of a newsletter service"),
    Allowed("widget/index.html", "rower", "a value of the query in an example"),
    Allowed("api/index.html", "rower", "a value of the query"),
    Allowed("api/index.html", "vigorous", "a value of the answer"),
    Allowed("calculator/model.py", "kit", "the name of a field in a docstring"),
    Allowed("calculator/cli.py", "rower", "a value of the query in an example"),
)

CODE = project_files.files(".py", ".js", ".mjs")
READER_FILES = [
    path
    for folder in ("docs", "includes", "templates", "calculator")
    for path in project_files.files(".md", ".html", ".svg", ".txt", ".py", under=folder)
]
NOT_PROSE = re.compile(
    r"```.*?```|\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<!--.*?-->|\{[^}\n]*\}|`[^`\n]*`|\]\([^)\n]*\)|<[^>]*>", re.DOTALL
)
STRING = re.compile(r"""(["'`])(?:\\.|(?!\1).)*\1""", re.DOTALL)
WORD_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
OWN_FILE = "tests/checks/test_vocabulary.py"


def is_allowed(file: str, word: str) -> bool:
    """Whether a file may use a word."""
    return any(entry.file == file and entry.word in ("*", word.lower()) for entry in ALLOWED)


def faults(file: str, text: str, table: Mapping[str, str]) -> list[str]:
    """Every wrong word of a text, each with the right one."""
    flat = " ".join(unescape(text).split())
    return [
        f"{file}: {match[0]!r} in '…{flat[max(0, match.start() - 40) : match.end() + 30]}…': write {right}"
        for wrong, right in table.items()
        for match in re.finditer(rf"(?<![\w-])(?:{wrong})(?![\w-])", flat, re.IGNORECASE)
        if not is_allowed(file, match[0])
    ]


def identifiers(file: str, source: str) -> set[str]:
    """Every name that a file of code defines or uses."""
    if file.endswith(".py"):
        tree = list(ast.walk(ast.parse(source)))
        names = {node.id for node in tree if isinstance(node, ast.Name)}
        names |= {node.arg for node in tree if isinstance(node, ast.arg)}
        names |= {node.attr for node in tree if isinstance(node, ast.Attribute)}
        return names | {node.name for node in tree if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    return set(re.findall(r"[A-Za-z_]\w*", STRING.sub("", project_files.without_comments(source))))


def private_names(file: str, source: str) -> list[str]:
    """Every identifier of which a part is a private word, with the term to use."""
    return sorted(
        f"{file}: {name}: write {right}"
        for name in identifiers(file, source)
        for wrong, right in IDENTIFIERS.items()
        if {part.lower() for part in WORD_PARTS.findall(name)} & set(wrong.split("|"))
    )


def prose(path: Path) -> str:
    """What readers may see of a file: the text of a page or template, the sentences of a module."""
    source = path.read_text("utf-8")
    if path.suffix == ".py":
        return "\n".join(_strings(source))
    return NOT_PROSE.sub(" ", source)


def _strings(source: str) -> Iterator[str]:
    """Every text of a module that is more than one word; of docstrings those of rules and advisories, which the guide prints."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and not getattr(node, "decorator_list", ()):
            node.body = [each for each in node.body if not _is_docstring(each)]
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value:
            yield node.value


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def test_no_identifier_is_a_private_word() -> None:
    results = [fault for path in CODE for fault in private_names(project_files.name(path), path.read_text("utf-8"))]
    assert not results, "\n".join(results)


@pytest.mark.parametrize("source", ["told = 1", "def knock(x): ...", "hollow_module = 2", "class Untold: ..."])
def test_a_private_identifier_is_found(source: str) -> None:
    assert private_names("a.py", source)


def test_no_file_of_code_speaks_the_private_language() -> None:
    files = [path for path in CODE if project_files.name(path) != OWN_FILE]
    results = [fault for path in files for fault in faults(project_files.name(path), path.read_text("utf-8"), PHRASES)]
    assert not results, "\n".join(results)


@pytest.mark.parametrize("path", READER_FILES, ids=project_files.name)
def test_readers_meet_one_word_for_one_thing(path: Path) -> None:
    results = faults(project_files.name(path), prose(path), SENTENCES)
    assert not results, "\n".join(results)


@pytest.mark.site
def test_the_built_pages_use_the_same_words(site: Path) -> None:
    results: list[str] = []
    for file in sorted(site.rglob("index.html")):
        page = BeautifulSoup(file.read_bytes(), "html.parser").find("main")
        name = file.relative_to(site).as_posix()
        results += faults(name, page.get_text(" ") if page else "", SENTENCES)
    assert not results, "\n".join(results)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("See a clinician.", "doctor"),
        ("With other kit", "equipment"),
        ("Ring your doctor", "call"),
        ("No session is told yet.", "entered"),
        ("only unloaded work", "impact"),
    ],
)
def test_a_wrong_word_is_found_and_the_right_one_is_named(text: str, right: str) -> None:
    assert any(right in fault for fault in faults("a.md", text, SENTENCES))


@pytest.mark.parametrize("text", ["A doctor has told you of it.", "skating rink", "a ring muscle", "equipment"])
def test_ordinary_words_pass(text: str) -> None:
    assert faults("a.md", text, SENTENCES) == []
