"""JavaScript holds no sentence of advice, no domain word and no threshold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from calculator.assessment.engine import RULES
from calculator.data.modalities import BY_SLUG
from calculator.data.parameters import ALL
from calculator.form.fields import FIELDS
from tests.support import project_files

if TYPE_CHECKING:
    from pathlib import Path

SCRIPTS = [path for path in project_files.files(".js", under="frontend") if "vendor" not in path.parts]
STRING = re.compile(r"""(["'`])((?:\\.|(?!\1).)*)\1""", re.DOTALL)
NUMBER = re.compile(r"(?<![\w.#-])\d[\d_]*(?:\.\d+)?\b")
NAMED = re.compile(r"^\s*(?:export )?const [A-Z_]+ = .*; // \w.*$", re.MULTILINE)
SENTENCE = re.compile(r"[A-Za-z]+[,;:]?(?: [a-z]+[,;:]?){3,}")
COUNTING = frozenset({"0", "1", "2", "200"})  # none, one, a pair, and "found" in the language of the web
# Plain words that are also fields or answers; alone in a script they say nothing about training.
EVERYDAY = frozenset(
    {"none", "no", "yes", "low", "some", "normal", "light", "hard", "moderate", "high", "usual", "f", "m", "age", "sex"}
    | {"class", "match", "same"}
)
PROGRAMMING = frozenset({"class", "intent", "match", "plan"})
PLAIN = EVERYDAY | PROGRAMMING


def domain() -> frozenset[str]:
    """Every word that belongs to the advice: questions, their answers, kinds of cardio, rules and numbers."""
    answers = {choice.value for field in FIELDS for choice in field.choices}
    return (
        frozenset({field.name for field in FIELDS} | answers | set(BY_SLUG) | {rule.id for rule in RULES} | set(ALL))
        - PLAIN
    )


def faults(script: str) -> list[str]:
    """Every sentence, domain word and unnamed number of a script. A named constant says in its comment what it counts."""
    code = project_files.without_comments(script)
    texts = [match[2] for match in STRING.finditer(code)]
    sentences = [f"sentence: {text}" for text in texts if SENTENCE.search(text)]
    domain_words = [
        f"domain word: {word}" for word in sorted(domain()) if re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", code)
    ]
    code_only = STRING.sub('""', project_files.without_comments(NAMED.sub("", script)))
    numbers = [f"number: {number}" for number in NUMBER.findall(code_only) if number not in COUNTING]
    return sentences + domain_words + numbers


@pytest.mark.parametrize("path", SCRIPTS, ids=project_files.name)
def test_a_script_holds_no_advice(path: Path) -> None:
    assert faults(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "planted",
    [
        'say("Your legs need another day of rest");',
        "if (form.soreness.value > LIMIT) stop();",
        "if (value >= 7) stop();",
        'go("bike_upright");',
    ],
)
def test_planted_advice_is_found(planted: str) -> None:
    assert faults(planted)


def test_there_are_scripts_to_look_at() -> None:
    assert SCRIPTS
