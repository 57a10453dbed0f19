"""Every sentence of an answer is in one catalogue under its id, whole, with gaps only for the reader's values."""

from __future__ import annotations

import ast
import re
import string
from typing import TYPE_CHECKING

import pytest

from calculator.answer.builder import answer
from calculator.data.parameters import FOAM_ROLLING_MINUTES, PAIN_STOP, SAME_DAY
from calculator.data.sentences import SENTENCES, count, duration, listed, quantity, say
from tests.support import project_files
from tests.support.sentence_catalogue import ids
from tests.support.sentences import SENTENCES as GOLDEN
from tools.sentences import catalogue, main

if TYPE_CHECKING:
    from pathlib import Path

# Lines of the golden list that are no sentences: sources, energy, names, the query, choices of the form.
NOT_SENTENCES = re.compile(
    r"\[|(?:met|query|options\.session\.text|options\.met\.\w+|[\w.]*name|[\w.]*label|questions\.legend)\b"
)
PARTS = ("part.", "strain.", "plan.effort.", "answer.condition.", "week.week.", "week.day.", "week.alternative.")
CODE = [
    path
    for folder in (
        "calculator/rules",
        "calculator/answer",
        "calculator/session",
        "calculator/week",
        "calculator/assessment",
    )
    for path in project_files.files(".py", under=folder)
]
# Tables of whole sentences: the form's hints, what is allowed in a week, the talk test, and the guide's notes on the ranking.
TABLES = {
    "calculator/session/builder.py",
    "calculator/session/ranking.py",
    "calculator/week/fields.py",
    "calculator/week/parse.py",
}
SENTENCE = re.compile(r"[A-Z][^.]* [^.]* [^.]*[.:]")


def written_sentences(path: Path) -> list[str]:
    """The texts of a module that read as a sentence, docstrings apart."""
    tree = ast.parse(path.read_text("utf-8"))
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in docstrings
        and SENTENCE.match(node.value)
    ]


@pytest.mark.parametrize(
    "path", [path for path in CODE if project_files.name(path) not in TABLES], ids=project_files.name
)
def test_no_module_writes_a_sentence_of_its_own(path: Path) -> None:
    assert written_sentences(path) == []


def test_every_sentence_of_the_golden_list_is_in_the_catalogue() -> None:
    lines = [line.partition(": ")[::2] for line in GOLDEN.read_text("utf-8").splitlines()]
    texts = {text for path, text in lines if not NOT_SENTENCES.match(path) and not text.startswith("[")}
    assert sorted(text for text in texts if ids(text) is None) == []


@pytest.mark.parametrize(
    "query", ["", "red_flags=chest_pain", "soreness=8&novelty=first_time", "plan=run_steady&plan_in_hours=3"]
)
def test_every_sentence_of_an_answer_is_in_the_catalogue(query: str) -> None:
    found = answer(query)
    texts = [found["headline"], found["action"], *found["why"], *found["warnings"]]
    texts += [change["effect"] for change in found["changes"]] + [aid["text"] for aid in found["recovery"]]
    texts += [finding["text"] for finding in found["findings"]]
    if found["plan"]:
        texts += [found["plan"]["text"], found["plan"]["price"], *found["plan"]["advice"], *found["plan"]["because"]]
    assert [text for text in texts if ids(text) is None] == []


@pytest.mark.parametrize("name", SENTENCES)
def test_a_sentence_is_whole(name: str) -> None:
    text = SENTENCES[name]
    assert "  " not in text
    assert text == text.strip()
    if not name.startswith(PARTS):
        assert text[0].isupper() or text.startswith("{")
        assert text.endswith((".", "?"))


def test_every_gap_has_a_name() -> None:
    for name, text in SENTENCES.items():
        gaps = [gap for _, gap, _, _ in string.Formatter().parse(text) if gap is not None]
        assert all(gap.isidentifier() for gap in gaps), name


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (count(1, "h"), "1 hour"),
        (count(2.5, "h"), "2.5 hours"),
        (count(1, "min"), "1 minute"),
        (count(5, "%"), "5%"),
        (quantity(FOAM_ROLLING_MINUTES), "5 to 10 minutes"),
        (quantity(PAIN_STOP), "3 of 10"),
        (duration(47), "47 hours"),
        (duration(72), "3 days"),
        (listed(["a"]), "a"),
        (listed(["a", "b", "c"]), "a, b and c"),
        (listed(["a", "b"], "or"), "a or b"),
        (say("rule.same-day.later", wait=SAME_DAY).partition(".")[0], "It is less than 6 hours since your leg session"),
    ],
)
def test_counts_units_and_lists_are_written_in_one_way(written: str, words: str) -> None:
    assert written == words


def test_an_unknown_sentence_or_a_missing_value_is_an_error() -> None:
    for name, values in (("rule.nothing", {}), ("rule.sore-legs.low", {"soreness": 5})):
        with pytest.raises(KeyError):
            say(name, **values)


def test_the_list_of_sentences_is_printed_by_id(capsys: pytest.CaptureFixture[str]) -> None:
    main("rule.knee")
    assert capsys.readouterr().out.splitlines()[0] == f"rule.knee: {SENTENCES['rule.knee']}"
    assert {"rule.knee", "field.soreness.legend", "cardio.rowing.name", "sign.fever.action"} <= catalogue().keys()
