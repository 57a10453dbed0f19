"""Any text is parsed or refused with a message, and a parsed situation can be written as a query again."""

from __future__ import annotations

import time
from urllib.parse import quote

import pytest
from hypothesis import given

from calculator.answer.builder import answer
from calculator.data.sentences import say
from calculator.form.errors import InvalidAnswersError, Problem
from calculator.form.fields import FIELDS, FIELDS_BY_NAME
from calculator.form.parse import parse, to_query
from calculator.model import Field, Situation
from tests.support.strategies import hostile_queries, queries, situations

NUMBERS = [field for field in FIELDS if field.kind == "number"]
CHOICES = [field for field in FIELDS if field.kind in {"choice", "boolean"}]
NO_NUMBERS = [
    "", " ", "five", "nan", "inf", "-1", "1e2", "24h", "70kg", "1,5", "0x10", "1_0", "\u0665", "\x00", "5.", "9" * 400
]  # fmt: skip
MANY = [field for field in FIELDS if field.kind == "multi_choice"]


def named(field: Field) -> str:
    """How a test of one question is called."""
    return field.name


def problems(query: str) -> tuple[Problem, ...]:
    with pytest.raises(InvalidAnswersError) as caught:
        parse(query)
    return caught.value.problems


def only(query: str) -> Problem:
    (problem,) = problems(query)
    return problem


@given(situations)
def test_a_situation_survives_its_query(s: Situation) -> None:
    assert parse(to_query(s)) == s


@given(queries)
def test_a_valid_query_is_read_and_its_canonical_form_is_stable(query: str) -> None:
    read = to_query(parse(query))
    assert to_query(parse(read)) == read
    assert parse(f"?{query}") == parse(f"#{query}") == parse(query)


def refused(query: str) -> tuple[Problem, ...]:
    """The problems of a query, or none where it is answered."""
    try:
        result = answer(query)
    except InvalidAnswersError as mistake:
        return mistake.problems
    assert result["headline"]
    return ()


@given(hostile_queries)
def test_any_text_at_all_is_answered_or_refused_in_words(query: str) -> None:
    for problem in refused(query):
        assert problem.field == "query" or problem.field in FIELDS_BY_NAME
        assert problem.message.endswith(".")
        assert len(problem.message) < 1000
        assert len(problem.value) <= 41


def test_nothing_reported_is_the_cautious_reader() -> None:
    assert parse("") == Situation()
    assert to_query(Situation()) == ""


def test_the_defaults_of_the_form_are_those_of_the_situation() -> None:
    reader_answers = "&".join(f"{field.name}={field.default}" for field in FIELDS if field.default)
    assert parse(reader_answers) == Situation()


@pytest.mark.parametrize("field", NUMBERS, ids=named)
def test_a_number_is_taken_from_end_to_end_and_no_further(field: Field) -> None:
    for edge in (field.low, field.high):
        assert getattr(parse(f"{field.name}={edge:g}"), field.name) == edge
    step = 1 if field.whole else 0.5
    for outside in (field.high + step, field.low - step):
        if outside >= 0:
            problem = only(f"{field.name}={outside:g}")
            assert "out of range" in problem.message
            assert f"{field.low:g} to {field.high:g}" in problem.message


@pytest.mark.parametrize("field", NUMBERS, ids=named)
@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "five",
        "nan",
        "inf",
        "-1",
        "1e2",
        "9" * 400,
        "24h",
        "70kg",
        "1,5",
        "0x10",
        "1_0",
        "\u0665",
        "\x00",
        "5.",
    ],
)
def test_what_is_no_such_number_is_named_with_what_is_allowed(field: Field, text: str) -> None:
    problem = only(f"{field.name}={quote(text)}")
    assert problem.field == field.name
    assert problem.value == (text if len(text) <= 40 else text[:40] + "\N{HORIZONTAL ELLIPSIS}")
    assert field.legend in problem.message
    assert field.name in problem.message
    kind, unit = "whole number" if field.whole else "number", f" of {field.unit}" if field.unit else ""
    assert problem.message.endswith(f"Enter a {kind}{unit} from {field.low:g} to {field.high:g}, or leave it out.")


@pytest.mark.parametrize("field", [field for field in NUMBERS if field.whole], ids=named)
def test_a_whole_number_is_not_halved(field: Field) -> None:
    assert "not a whole number" in only(f"{field.name}={field.low + 0.5}").message
    assert getattr(parse(f"{field.name}={field.low:g}.0"), field.name) == field.low


@pytest.mark.parametrize("field", [field for field in NUMBERS if not field.whole], ids=named)
def test_a_measured_number_may_be_broken(field: Field) -> None:
    value = getattr(parse(f"{field.name}={field.low + 0.25}"), field.name)
    assert value == field.low + 0.25
    assert isinstance(getattr(parse(f"{field.name}={field.high:g}.0"), field.name), int)


@pytest.mark.parametrize("field", [*CHOICES, *MANY], ids=named)
def test_an_unknown_choice_is_reported_every_choice(field: Field) -> None:
    for text in ("HARD", "", "%00", "nonsense"):
        problem = only(f"{field.name}={text}")
        assert problem.field == field.name
        assert all(choice.value in problem.message for choice in field.choices)
        assert problem.message.endswith("leave it out.") == (field.kind != "multi_choice")


@pytest.mark.parametrize("field", [*CHOICES, *MANY], ids=named)
def test_every_choice_is_taken_and_written_again(field: Field) -> None:
    for choice in field.choices:
        read = parse(f"{field.name}={choice.value}")
        assert parse(to_query(read)) == read
        assert to_query(read) in {"", f"{field.name}={choice.value}"}
        assert (to_query(read) == "") == (choice.value == field.default)


@pytest.mark.parametrize("field", [*NUMBERS, *CHOICES], ids=named)
def test_one_answer_is_taken_once(field: Field) -> None:
    value = field.choices[0].value if field.choices else f"{field.low:g}"
    problem = only(f"{field.name}={value}&{field.name}={value}")
    assert "2 values" in problem.message
    assert problem.value == f"{value}, {value}"


@pytest.mark.parametrize("field", MANY, ids=named)
def test_many_answers_repeat_without_harm(field: Field) -> None:
    first, second = field.choices[0].value, field.choices[1].value
    read = parse(f"{field.name}={second}&{field.name}={first}&{field.name}={second}")
    assert getattr(read, field.name) == {first, second}
    assert to_query(read) == f"{field.name}={first}&{field.name}={second}"


def test_all_problems_in_form_order() -> None:
    result = problems("age=old&soreness=11&red_flags=pain&red_flags=ache&minutes=4&goal=")
    assert [problem.field for problem in result] == ["red_flags", "red_flags", "soreness", "goal", "minutes", "age"]
    with pytest.raises(InvalidAnswersError, match=r"soreness.*; .*minutes"):
        parse("minutes=4&soreness=11")


def test_of_many_wrong_choices_the_first_few_are_reported() -> None:
    assert len(problems("&".join(f"conditions=c{number}" for number in range(100)))) == 5


def test_a_stranger_s_fields_are_ignored() -> None:
    assert parse("utm_source=x&fbclid=9&soreness=3&=&&x&page=2&content=y") == parse("soreness=3")


def test_percent_and_plus_are_read_as_forms_write_them() -> None:
    assert parse("leg%5Feffort=very%5Fhard") == parse("leg_effort=very_hard")
    assert only("leg_effort=very+hard").value == "very hard"
    assert only("leg_effort=%FF").value == "\N{REPLACEMENT CHARACTER}"


def test_a_megabyte_is_refused_or_read_at_once() -> None:
    start = time.perf_counter()
    million = 1_000_000
    assert only("soreness=" + "9" * million).field == "soreness"
    assert len(problems("conditions=" + "&conditions=x" * (million // 13))) <= 5
    assert parse("x=1&" * (million // 4)) == Situation()
    assert only("soreness=" + "%" * million).field == "soreness"
    assert time.perf_counter() - start < 20


def test_more_than_the_longest_query_is_one_problem() -> None:
    problem = only("a" * 4_000_001)
    assert problem.field == "query"
    assert "4000001" in problem.message
    assert "4000000 are allowed" in problem.message
    assert problem.value == "a" * 40 + "\N{HORIZONTAL ELLIPSIS}"
    assert parse("a" * 4_000_000) == Situation()


def test_a_problem_shows_a_long_value_shortened() -> None:
    assert only("goal=" + "g" * 40).value == "g" * 40
    assert only("goal=" + "g" * 41).value == "g" * 40 + "\N{HORIZONTAL ELLIPSIS}"


YEARS = say("form.enter.whole.unit", unit="years", low=1, high=120)
SORENESS = say("form.enter.whole", low=0, high=10)
SEX = say("form.choose.one", values="f, m")


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("soreness=bad", f"How sore are your legs now? (soreness): \u201cbad\u201d is not a number. {SORENESS}"),
        ("sex=x", f"Sex (sex): \u201cx\u201d is not one of the answers. {SEX}"),
        ("sex=", f"Sex (sex): There is no value. {SEX}"),
        ("age=", f"Your age (age): There is no value. {YEARS}"),
        ("age=9.5", f"Your age (age): 9.5 is not a whole number. {YEARS}"),
    ],
)
def test_a_problem_is_one_whole_sentence_and_the_way_out(query: str, message: str) -> None:
    assert only(query).message == message


def problem(query: str) -> tuple[str, str, str]:
    with pytest.raises(InvalidAnswersError) as mistake:
        parse(query)
    (result,) = mistake.value.problems
    return result.field, result.value, result.message


def test_a_mark_before_the_answers_is_no_part_of_them() -> None:
    assert parse("#soreness=9") == parse("?#soreness=9") == parse("soreness=9")


def test_answers_that_are_too_long_are_reported_so_in_a_sentence() -> None:
    field, value, message = problem("x" * 4_000_001)
    assert (field, value) == ("query", "x" * 40 + "\u2026")
    assert message == (say("form.too-long", length="4000001", most="4000000"))


def test_whole_numbers_are_written_without_a_point() -> None:
    assert to_query(Situation(hours_since_legs=48.0, sleep_hours=7.0, weight_kg=70.5)) == (
        "hours_since_legs=48&weight_kg=70.5"
    )


def test_a_question_mark_inside_an_answer_belongs_to_it() -> None:
    assert parse("soreness=5&note=what?soreness=9") == parse("soreness=5")
    assert parse("https://example.org/calculator/?soreness=5") == parse("soreness=5")


def test_mistakes_are_one_sentence_each() -> None:
    assert str(InvalidAnswersError((Problem("a", "1", "One."), Problem("b", "2", "Two.")))) == "One.; Two."
