"""Random queries by the hundred thousand: each is answered, or every one of its problems is named."""

from __future__ import annotations

from random import Random
from urllib.parse import quote

import pytest

from calculator.answer.builder import answer
from calculator.form.errors import InvalidAnswersError
from calculator.form.fields import FIELDS
from calculator.model import Field
from calculator.week.fields import WEEK_FIELDS

JUNK = (
    "",
    " ",
    "nan",
    "-1",
    "1e9",
    "9" * 50,
    "Chest_Pain",
    "\u0665",
    "\ud800",
    "%",
    "&amp;",
    "#",
    "[]",
    "<b>",
    "\0",
    "hard ",
)
USUAL = 0.9
CHUNKS, QUERIES = 20, 50_000


def value(draw: Random, field: Field) -> str:
    """A value that the field takes most of the time."""
    if draw.random() > USUAL:
        return draw.choice(JUNK)
    if field.choices:
        return draw.choice(field.choices).value
    return f"{draw.uniform(field.low, field.high):.0f}"


def name(draw: Random, field: Field) -> str:
    """The field's name, now and then with a slip."""
    if draw.random() < USUAL:
        return field.name
    at = draw.randrange(len(field.name))
    return draw.choice(
        (field.name[:at] + field.name[at + 1 :], field.name.upper(), f"amp;{field.name}", f"{field.name}[]")
    )


def query(draw: Random) -> str:
    """A query of a few fields, in any order."""
    fields = draw.sample((*FIELDS, *WEEK_FIELDS), draw.randint(0, 8))
    return "&".join(f"{name(draw, field)}={quote(value(draw, field), errors='replace')}" for field in fields)


def ask(seed: int, count: int) -> None:
    """Ask so many queries."""
    draw = Random(seed)  # noqa: S311 - nothing here is secret, and a failure must come again
    for _ in range(count):
        asked, strict = query(draw), draw.random() < 0.5
        try:
            result = answer(asked, strict=strict)
        except InvalidAnswersError as mistake:
            reader_answers = mistake.problems
        else:
            reader_answers = ()
            assert result["headline"], asked
            assert "red_flags=" not in asked or result["outcome"] != "recommend", asked
        assert all(problem.message.endswith(".") and problem.field for problem in reader_answers), asked


def test_random_queries_are_answered_or_refused_in_words() -> None:
    ask(0, 500)


@pytest.mark.slow
@pytest.mark.parametrize("chunk", range(1, CHUNKS + 1))
def test_random_queries_are_answered_or_refused(chunk: int) -> None:
    ask(chunk, QUERIES)
