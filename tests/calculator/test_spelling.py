"""Names and values that are nearly right are understood or reported: a warning sign is never lost on its way."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from calculator.answer.builder import answer
from calculator.form.errors import InvalidAnswersError, Problem
from calculator.form.fields import FIELDS, FIELDS_BY_NAME
from calculator.form.parse import parse
from calculator.form.spelling import closest, normalised, readable, within
from calculator.model import Field
from calculator.week import parse as week_parse
from calculator.week.fields import WEEK_FIELDS

SIGN = "red_flags=chest_pain"
LETTERS = st.sampled_from("abcdefghijklmnopqrstuvwxyz_-0 AXZ")


def problems(query: str, *, strict: bool = False) -> tuple[Problem, ...]:
    with pytest.raises(InvalidAnswersError) as caught:
        answer(query, strict=strict)
    return caught.value.problems


@st.composite
def mutated(draw: st.DrawFn, text: str) -> str:
    """The text after one or two edits: a letter added, left out, exchanged, or swapped with its neighbour."""
    for _ in range(draw(st.integers(1, 2))):
        at = draw(st.integers(0, max(0, len(text) - 2)))
        kind = draw(st.sampled_from(("add", "leave out", "exchange", "swap", "case")))
        letter = draw(LETTERS)
        text = {
            "add": text[:at] + letter + text[at:],
            "leave out": text[:at] + text[at + 1 :],
            "exchange": text[:at] + letter + text[at + 1 :],
            "swap": text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :],
            "case": text[:at] + text[at : at + 1].swapcase() + text[at + 1 :],
        }[kind]
    return text


def usable(field: Field) -> str:
    """A value that a field takes, and that differs from its default."""
    if field.choices:
        return next(choice.value for choice in reversed(field.choices) if choice.value != field.default)
    return f"{field.high:g}"


@pytest.mark.parametrize(
    "query",
    [
        "soreness=5&amp;red_flags=chest_pain",
        "soreness=5&amp;amp;red_flags=chest_pain",
        "soreness=5&#38;red_flags=chest_pain",
        "Red_Flags=chest_pain&soreness=5",
        "RED_FLAGS=chest_pain&soreness=5",
        "red_flags[]=chest_pain&soreness=5",
        "red_flags%5B%5D=chest_pain&soreness=5",
        "red_flags[0]=chest_pain&soreness=5",
        "soreness=5& red_flags =chest_pain",
        "https://example.org/calculator/?soreness=5&utm_source=x#?red_flags=chest_pain",
        "?utm_source=mail#?soreness=5&red_flags=chest_pain",
        "#?soreness=5&red_flags=chest_pain",
        "/calculator/#?soreness=5&red_flags=chest_pain",
    ],
)
def test_warning_sign_spelling_variant_is_understood(query: str) -> None:
    assert parse(query) == parse(f"soreness=5&{SIGN}")


@pytest.mark.parametrize("strict", [True, False])
@pytest.mark.parametrize(
    "wrong",
    [
        "red_flag=chest_pain",
        "red-flags=chest_pain",
        "red-flag=chest_pain",
        "redflags=chest_pain",
        "redFlags=chest_pain",
        "red flags=chest_pain",
        "red_flgas=chest_pain",
        "rd_flag=chest_pain",
        "red_flags:chest_pain",
        "red_flags%3Dchest_pain",
        "red_flags[a]=chest_pain",
        "red_flags_chest_pain",
        "my_red_flags=chest_pain",
        "flags=chest_pain",
        "symptoms=Chest pain",
        "week_red_flags=chest_pain",
        "chest_pain",
        "chest-pain=yes",
        "ChestPain=1",
    ],
)
def test_misnamed_warning_sign_is_reported(wrong: str, *, strict: bool) -> None:
    (problem,) = problems(f"soreness=5&{wrong}", strict=strict)
    assert problem.field == "red_flags"
    assert "red_flags" in problem.message
    assert problem.message.endswith("leave it out.")


@pytest.mark.parametrize("text", ["Chest_Pain", "chest-pain", "chest pain", "chestpain", "chest_pian", "chest_pains"])
def test_nearly_right_value_is_reported_with_suggestion(text: str) -> None:
    (problem,) = problems(f"red_flags={quote(text)}")
    assert problem.field == "red_flags"
    assert "Did you mean chest_pain?" in problem.message


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("hours-since-legs=5", "hours_since_legs"),
        ("hoursSinceLegs=5", "hours_since_legs"),
        ("next-legs-in-hours=5", "next_legs_in_hours"),
        ("condition=obesity", "conditions"),
        ("medicine=insulin", "medicines"),
        ("agee=17", "age"),
        ("gaol=recovery", "goal"),
        ("choices=walk_easy", "choice"),
    ],
)
def test_any_name_that_is_nearly_right_is_reported(wrong: str, right: str) -> None:
    (problem,) = problems(wrong)
    assert problem.field == right


@pytest.mark.parametrize(
    "name", ["utm_source", "utm_content", "fbclid", "gclid", "ref", "lang", "page", "content", "x"]
)
def test_foreign_parameters_are_ignored_or_reported_when_strict(name: str) -> None:
    assert parse(f"{name}=abc&soreness=3") == parse("soreness=3")
    (problem,) = problems(f"{name}=abc&soreness=3", strict=True)
    assert name in problem.message
    assert parse(f"https://example.org/?{name}=abc#?soreness=3", strict=True) == parse("soreness=3")


def test_week_field_is_left_alone_or_reported() -> None:
    assert parse("week_minutes=sat:60") == parse("")
    (problem,) = problems("week_minutes=sat:60", strict=True)
    assert "belongs to a week" in problem.message


def test_misspelt_names_in_form_order() -> None:
    result = problems("agee=3&soreness=11&xyz=1&red_flag=fever", strict=True)
    assert [problem.field for problem in result] == ["red_flags", "soreness", "age", "query"]
    assert len(problems("&".join(f"red_flag={number}" for number in range(50)))) == 5


def test_too_many_unknown_names_are_one_problem() -> None:
    (problem,) = problems("&".join(f"n{number}=1" for number in range(1000)) + f"&{SIGN[:-1]}n")
    assert problem.field == "query"
    assert "1000 names" in problem.message


@given(data=st.data(), field=st.sampled_from(FIELDS), strict=st.booleans())
def test_misspelt_name_is_understood_or_reported(*, data: st.DataObject, field: Field, strict: bool) -> None:
    """Short names are compared with one slip where others may add names of their own."""
    slips = data.draw(mutated(field.name))
    value = usable(field)
    assume(len(field.name) > 4)
    if normalised(slips) == field.name:
        assert parse(f"{quote(slips)}={value}", strict=strict) == parse(f"{field.name}={value}")
    elif normalised(slips) not in FIELDS_BY_NAME:
        assert field.name in {problem.field for problem in problems(f"{quote(slips)}={value}", strict=strict)}


@given(st.data(), st.sampled_from([field for field in FIELDS if field.choices]))
def test_misspelt_value_is_understood_or_reported(data: st.DataObject, field: Field) -> None:
    choice = data.draw(st.sampled_from(field.choices))
    slips = data.draw(mutated(choice.value))
    assume(slips not in {item.value for item in field.choices})
    assert {problem.field for problem in problems(f"{field.name}={quote(slips)}")} == {field.name}


@pytest.mark.parametrize("field", WEEK_FIELDS, ids=lambda field: field.name)
@given(st.data())
def test_a_name_of_a_week_with_up_to_two_slips_is_reported(field: Field, data: st.DataObject) -> None:
    slips = data.draw(mutated(field.name))
    if normalised(slips) in {week_field.name for week_field in WEEK_FIELDS}:
        return
    with pytest.raises(InvalidAnswersError) as caught:
        week_parse.parse(f"{quote(slips)}=mon-18")
    assert caught.value.problems[0].field in {*FIELDS_BY_NAME, *(week_field.name for week_field in WEEK_FIELDS)}


@pytest.mark.parametrize("query", ["week_leg=mon-18", "week-legs=mon-18", "Week_Legz=mon-18", "weeklegs=mon-18"])
def test_a_week_reports_a_name_that_is_nearly_right(query: str) -> None:
    with pytest.raises(InvalidAnswersError) as caught:
        week_parse.parse(query)
    assert [problem.field for problem in caught.value.problems] == ["week_legs"]


def test_a_week_understands_and_reports_the_names_of_its_reader() -> None:
    assert week_parse.parse("Week_Legs[]=mon-18&amp;week_rest=sun") == week_parse.parse(
        "week_legs=mon-18&week_rest=sun"
    )
    assert week_parse.parse("week_rest=sun&utm_source=x") == week_parse.parse("week_rest=sun")
    for strict in (True, False):
        with pytest.raises(InvalidAnswersError) as caught:
            week_parse.parse("week_legs=mon-18&red_flag=fever", strict=strict)
        assert [problem.field for problem in caught.value.problems] == ["red_flags"]
    with pytest.raises(InvalidAnswersError):
        week_parse.parse("week_rest=sun&x=1", strict=True)


def test_edits_are_counted_as_people_make_them() -> None:
    assert within("abcd", "abcd", 0)
    assert within("abcd", "abdc", 1)
    assert not within("abcd", "badc", 1)
    assert within("abcd", "badc", 2)
    assert within("abcd", "xabcdx", 2)
    assert not within("abcd", "abcdxyz", 2)
    assert closest("ab", ("zz", "xab")) == "xab"
    assert closest("zzz", ("abc",)) == ""


def test_a_lone_half_of_a_character_is_shown_as_a_mark() -> None:
    assert readable("a\ud83e") == "a\N{REPLACEMENT CHARACTER}"
    assert readable("\N{FOX FACE}") == "\N{FOX FACE}"
