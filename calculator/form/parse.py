"""Parse a query string into a `Situation`, and write a situation as its canonical query string.

Fields of other applications in the query are ignored. Missing fields take their cautious default.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum, IntEnum
from urllib.parse import parse_qsl, quote

from calculator.data.modalities import BY_SLUG
from calculator.data.sentences import say
from calculator.form.errors import InvalidAnswersError, Problem, excerpt, printable_excerpt
from calculator.form.fields import CHOICE, FIELDS, FIELDS_BY_NAME
from calculator.form.spelling import closest, is_common, is_tracker, normalised, readable
from calculator.model import Field, Situation
from calculator.scales import (
    EccentricLoad,
    Goal,
    LegSessionEffort,
    LiftingExperience,
    Novelty,
    RunningExperience,
    Tired,
)

__all__ = ["pairs", "parse", "to_query"]

_LONGEST_QUERY = 4_000_000


_MOST_PROBLEMS = 5


_WEEK = "week_"  # how the names of the questions about a week begin


_MOST_NAMES = 200  # different names of others that are compared with ours: each comparison takes time


_SCALES: dict[str, type[IntEnum]] = {
    "leg_effort": LegSessionEffort,
    "novelty": Novelty,
    "eccentric": EccentricLoad,
    "lifting_experience": LiftingExperience,
    "running_experience": RunningExperience,
    "tired": Tired,
}


_NUMBER = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6})?")


type Value = bool | int | float | str | frozenset[str] | Enum


def _quoted(text: str) -> str:
    return f"\N{LEFT DOUBLE QUOTATION MARK}{printable_excerpt(text)}\N{RIGHT DOUBLE QUOTATION MARK}"


def _what_to_enter(field: Field) -> str:
    """What to enter or choose instead."""
    if field.kind == "number":
        kind, unit = "whole" if field.whole else "number", ".unit" if field.unit else ""
        return say(f"form.enter.{kind}{unit}", unit=field.unit, low=field.low, high=field.high)
    values = ", ".join(choice.value for choice in field.choices)
    return say("form.choose.any" if field.kind == "multi_choice" else "form.choose.one", values=values)


def _problem(field: Field, value: str, trouble: str) -> Problem:
    """A problem that names the field, shows the value (shortened), and says what to do."""
    return Problem(
        field=field.name,
        value=excerpt(value),
        message=f"{field.legend} ({field.name}): {trouble} {_what_to_enter(field)}",
    )


def _parse_number(field: Field, text: str) -> int | float | Problem:
    """The number in a text, or what is wrong with it."""
    if not text.strip():
        return _problem(field, text, say("form.empty"))
    if not _NUMBER.fullmatch(text):
        return _problem(field, text, say("form.not-a-number", value=_quoted(text)))
    value = float(text)
    if field.whole and not value.is_integer():
        return _problem(field, text, say("form.not-whole", value=text))
    if not field.low <= value <= field.high:
        return _problem(field, text, say("form.out-of-range", value=text))
    return int(value) if value.is_integer() else value


def _parse_choice(field: Field, text: str) -> Value | Problem:
    """The choice that a text names, or what is wrong with it."""
    if not text.strip():
        return _problem(field, text, say("form.empty"))
    values = [choice.value for choice in field.choices]
    if text not in values:
        near = closest(text, values)
        unknown = say("form.unknown", value=_quoted(text))
        return _problem(field, text, f"{unknown} {say('form.did-you-mean', near=near)}" if near else unknown)
    if field.kind == "boolean":
        return text == "yes"
    if field.name in _SCALES:
        return _SCALES[field.name][text.upper()]
    return Goal(text) if field.name == "goal" else text


def _parse_field(field: Field, texts: list[str]) -> tuple[Value | None, list[Problem]]:
    """Parse all values of one field; return the value and every problem."""
    if field.kind != "multi_choice" and len(texts) > 1:
        return None, [_problem(field, ", ".join(texts[:3]), say("form.given-twice", times=len(texts)))]
    distinct = list(dict.fromkeys(texts))[: len(field.choices) + _MOST_PROBLEMS]  # enough to find five that are wrong
    values = [_parse_number(field, text) if field.kind == "number" else _parse_choice(field, text) for text in distinct]
    problems = [value for value in values if isinstance(value, Problem)][:_MOST_PROBLEMS]
    if field.kind == "multi_choice":
        return frozenset(value for value in values if isinstance(value, str)), problems
    return (None if problems else _checked(values[0])), problems


def _checked(value: Value | Problem) -> Value:
    """Narrow the type of a value that is no problem."""
    assert not isinstance(value, Problem)  # noqa: S101 - the caller has sorted the problems out
    return value


def pairs(query: str) -> list[tuple[str, str]]:
    """Every name and value of a query string, of an address, or of what follows its #; names are normalised.

    A whole address may be given: what stands before its query is no answer. Answers behind the # count like those before it.
    """
    first, *rest = readable(query).split("#")
    before, mark, after = first.partition("?")
    if "=" not in before and "&" not in before and (mark or "/" in before):
        first = after
    texts = "&".join([first, *(part.lstrip("?") for part in rest)])
    return [(normalised(name), text) for name, text in parse_qsl(texts, keep_blank_values=True, errors="replace")]


_SAFETY = {
    choice.value: (field, choice)
    for field in FIELDS
    if field.group in {"stop", "health"} and field.kind == "multi_choice"  # "no" says nothing about a danger
    for choice in field.choices
}


def _is_weekly(name: str) -> bool:
    return name.startswith(_WEEK)


def _misnamed(name: str, value: str, known: Iterable[str], *, strict: bool) -> Problem | None:
    """What is wrong with a name that is not ours, or nothing where it belongs to somebody else."""
    elsewhere = (is_common(name) and not strict) or (_is_weekly(name) and not any(map(_is_weekly, known)))
    right = "" if elsewhere else closest(name, known)
    if right:
        instead = (
            say("form.write-question", question=_quoted(FIELDS_BY_NAME[right].legend), right=right)
            if right in FIELDS_BY_NAME
            else say("form.write", right=right)
        )
        return Problem(right, excerpt(name), f"{say('form.no-question', name=_quoted(name))} {instead}")
    if sign := closest(name, _SAFETY) or closest(value, _SAFETY):
        field, choice = _SAFETY[sign]
        instead = say("form.write-question", question=_quoted(choice.label), right=f"{field.name}={sign}")
        return Problem(field.name, excerpt(name), f"{say('form.no-question', name=_quoted(name))} {instead}")
    if not strict:
        return None
    missing = say("form.no-question.week" if _is_weekly(name) else "form.no-question", name=_quoted(name))
    return Problem("query", excerpt(name), f"{missing} {say('form.leave-out')}")


def _names(given: list[tuple[str, str]], also: frozenset[str], *, strict: bool) -> list[Problem]:
    """Every name that nobody has asked for and that may hold an answer, with the right name where one is near.

    With `strict` every other name is a problem too; else what others add to the address of a page is left alone.
    """
    known = (*FIELDS_BY_NAME, *sorted(also))
    others = dict.fromkeys((name, text) for name, text in given if name not in FIELDS_BY_NAME and name not in also)
    mine = [(name, text) for name, text in others if strict or not is_tracker(name)]
    if len(mine) > _MOST_NAMES:
        text = say("form.many-names", number=len(mine))
        return [Problem("query", excerpt(mine[0][0]), text)]
    results = (_misnamed(name, text, known, strict=strict) for name, text in mine)
    return [problem for problem in results if problem][:_MOST_PROBLEMS]


def _choices(given: list[str]) -> list[Problem]:
    """What is wrong with the kinds of cardio that are chosen; an empty text chooses none."""
    problems = []
    for value in dict.fromkeys(given):
        if value and value not in BY_SLUG:
            near = closest(value, BY_SLUG)
            text = (
                say("form.choice.near", value=_quoted(value), name=_quoted(BY_SLUG[near].name), near=near)
                if near
                else say("form.choice", value=_quoted(value))
            )
            problems.append(Problem(CHOICE, excerpt(value), text))
    return problems[:_MOST_PROBLEMS]


def parse(query: str, also: frozenset[str] = frozenset({CHOICE}), *, strict: bool = False) -> Situation:
    """Parse a query string into a `Situation`; missing fields take their cautious default.

    Raises:
        InvalidAnswersError: some values are invalid; it holds all problems.
    """
    if len(query) > _LONGEST_QUERY:
        text = say("form.too-long", length=f"{len(query)}", most=f"{_LONGEST_QUERY}")
        raise InvalidAnswersError((Problem(field="query", value=excerpt(readable(query[:100])), message=text),))
    all_given = pairs(query)
    strict = strict and "://" not in query.partition("=")[0]  # a whole address is that of a page
    given: dict[str, list[str]] = {}
    for name, text in all_given:
        given.setdefault(name, []).append(text)
    values: dict[str, Value] = {}
    misnamed = _names(all_given, also, strict=strict)
    problems: list[Problem] = []
    for field in FIELDS:
        problems += [problem for problem in misnamed if problem.field == field.name]
        if field.name in given:
            value, wrong = _parse_field(field, given[field.name])
            problems += wrong
            if value is not None:
                values[field.name] = value
    problems += [problem for problem in misnamed if problem.field not in FIELDS_BY_NAME]
    if strict:
        problems += _choices(given.get(CHOICE, []))
    if problems:
        raise InvalidAnswersError(tuple(problems))
    return _with_running(Situation(**values)) if "running_experience" not in values else Situation(**values)  # type: ignore[arg-type]


def _with_running(s: Situation) -> Situation:
    """The situation in which weekly running counts as some experience of running."""
    return s._replace(running_experience=RunningExperience.SOME) if "running" in s.activities else s


def _query_values(field: Field, value: object) -> Iterable[str]:
    """The values of one field as query texts; empty if there is no answer."""
    if value is None:
        return ()
    if isinstance(value, bool):
        return ("yes" if value else "no",)
    if isinstance(value, frozenset):
        return tuple(choice.value for choice in field.choices if choice.value in value)
    if isinstance(value, IntEnum):
        return (value.name.lower(),)
    if isinstance(value, Enum):
        return (str(value.value),)
    return (f"{value:.10g}" if isinstance(value, float) else str(value),)


def to_query(s: Situation) -> str:
    """The canonical query string of a situation: form order, defaults left out. `parse(to_query(s)) == s`."""
    parts = []
    for field in FIELDS:
        texts = tuple(_query_values(field, getattr(s, field.name)))
        assumed = "some" if field.name == "running_experience" and "running" in s.activities else field.default
        if texts != ((assumed,) if assumed else ()):
            parts += [f"{field.name}={quote(text, safe='')}" for text in texts]
    return "&".join(parts)
