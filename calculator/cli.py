"""Command line: `python -m calculator "hours_since_legs=24&soreness=5" [--json]`, and `--week` for a week.

Exit status 0 for an answer, 2 for invalid answers. With `--json`, problems are printed as JSON on standard output.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import textwrap
from collections.abc import Iterator, Sequence
from io import TextIOWrapper
from typing import TYPE_CHECKING, NoReturn, TextIO

from calculator import plan_week, recommend
from calculator.form.errors import InvalidAnswersError, Problem, printable
from calculator.form.fields import FIELDS
from calculator.model import Field
from calculator.schema import Answer, Exclusion, Option, Plan, Question
from calculator.week.fields import WEEK_FIELDS
from calculator.week.schema import Week

if TYPE_CHECKING:
    from calculator.json_schema import Schema

__all__ = ["main"]

_USAGE_HINT = 'Write the answers as one text in quotes, like "hours_since_legs=24&soreness=5"; --help tells more.'


def _span(pair: list[int]) -> str:
    """A range of whole numbers, or one of them where both ends are the same."""
    return str(pair[0]) if pair[0] == pair[1] else f"{pair[0]}-{pair[1]}"


def _option_lines(option: Option) -> Iterator[str]:
    """One session as people read it."""
    band = option["intensity"].replace("_", " ")
    effort = f"effort {_span(option['rpe'])} of 20. {option['talk_test']}"
    yield f"  {option['name']}: {_span(option['minutes'])} min, {band}, {effort}"
    for phase in option["session"]:
        part = f"{phase['repeat']} x {phase['seconds']} s" if phase["seconds"] else f"{phase['minutes']:g} min"
        yield f"    {part} {phase['kind'].replace('_', '-')}: {phase['text']}"
    if option["heart_rate"]:
        yield f"    Heart rate {_span(option['heart_rate'])} bpm. {option['heart_rate_note']}"
    if option["kcal"]:
        yield f"    About {_span(option['kcal'])} kcal ({option['met']['value']:g} MET, 2024 Adult Compendium)."
    yield f"    {option['stop']}"


def _plan_lines(plan: Plan) -> Iterator[str]:
    """The verdict on a plan, how to take it, what it costs, and why."""
    yield "Your plan"
    for text in (plan["text"], *plan["advice"], plan["price"], *plan["because"]):
        yield f"  {text}"
    yield ""


def _question_lines(questions: list[Question]) -> Iterator[str]:
    """Each answer to an open question that would change the answer, as it is written in a query."""
    for question in questions:
        for value in question["values"]:
            yield f"{question['field']}={value['to']}: {value['effect']}"


def _exclusion_line(exclusion: Exclusion) -> str:
    """What is left out today, why, and from when it comes back."""
    hours = exclusion["from_hours"]
    back = f" From {hours:g} h after the legs." if hours is not None else ""
    return f"{exclusion['name']}: {exclusion['because']}{back}"


def _lines(result: Answer) -> Iterator[str]:
    """The answer as text."""
    yield from (result["headline"], "")
    yield from (result["action"], "")
    if result["plan"]:
        yield from _plan_lines(result["plan"])
    if result["options"]:
        yield "Options"
    for option in result["options"]:
        yield from _option_lines(option)
    for title, texts in (
        ("Why", result["why"]),
        ("Mind", result["warnings"]),
        ("Not today", [_exclusion_line(exclusion) for exclusion in result["excluded"]] if result["options"] else []),
        ("Would change the answer", list(_question_lines(result["questions"]))),
        ("Recovery", [f"{aid['name']}: {aid['text']}" for aid in result["recovery"]]),
        ("Next", [result["next_check"]] if result["next_check"] else []),
    ):
        if texts:
            yield from ("", title, *(f"  {text}" for text in texts))
    yield from (
        "",
        f"Advice of {result['advice_version']}. It cannot examine you: if something feels wrong, stop and get advice.",
    )


def _week_lines(result: Week) -> Iterator[str]:
    """A week as people read it."""
    yield from (result["headline"], "")
    for day in result["days"]:
        legs = "".join(f" Legs {leg['hour']:02}:00, {leg['effort'].replace('_', ' ')}." for leg in day["legs"])
        yield f"  {day['name']}: {day['text']}{legs}"
    if result["conflicts"]:
        yield from ("", "Does not fit", *(f"  {conflict['because']}" for conflict in result["conflicts"]))
    yield from (text for text in (result["action"], result["summary"]) if text)
    yield from ("", f"Advice of {result['advice_version']}.")


def _result_and_lines(query: str, *, weekly: bool) -> tuple[Answer | Week, Iterator[str]]:
    """The answer or the week, with its lines of text."""
    if weekly:
        planned = plan_week(query)
        return planned, _week_lines(planned)
    result = recommend(query)
    return result, _lines(result)


def _schema() -> Schema:
    """The schema; few ask for it, so what it needs is imported then."""
    from calculator.json_schema import schema  # noqa: PLC0415

    return schema()


class _Parser(argparse.ArgumentParser):
    """An argument parser that reports errors as problems instead of printing its usage."""

    def error(self, message: str) -> NoReturn:
        """Say what was wrong, and how to ask instead."""
        complaint = printable(message)
        text = f"{complaint[0].upper()}{complaint[1:]}. {_USAGE_HINT}"
        raise InvalidAnswersError((Problem("", complaint.rpartition(": ")[2], text),))


def _field_line(field: Field) -> str:
    """One field with what it takes and what is assumed without it; a star where it may repeat."""
    values = ", ".join(choice.value for choice in field.choices) if field.kind != "slots" else ""
    takes = values or field.hint if field.kind != "number" else f"{field.low:g} to {field.high:g} {field.unit}".rstrip()
    name = f"{field.name} *" if field.kind in {"multi_choice", "slots"} else field.name
    assumed = f"; without it {field.default}" if field.default else ""
    return textwrap.fill(
        f"  {name:<22} {takes}{assumed}", width=100, subsequent_indent=" " * 25, break_on_hyphens=False
    )


def _fields() -> str:
    """Every field, for a reader who asks for help."""
    groups = (("Fields, a star where one may repeat", FIELDS), ("More fields with --week", WEEK_FIELDS))
    return "\n\n".join(f"{title}:\n" + "\n".join(map(_field_line, fields)) for title, fields in groups)


def _parser() -> _Parser:
    parser = _Parser(
        prog="python -m calculator",
        allow_abbrev=False,  # a program that abbreviates an option would get text where it expects JSON
        description="Cardio after leg day: what suits today, and why.\n\n"
        'example: python -m calculator "hours_since_legs=24&soreness=5&equipment=pool&equipment=rower"',
        epilog=_fields(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("query", nargs="?", default="", help="answers as a query string; all may be left out")
    parser.add_argument("--json", action="store_true", help="print the answer for programs")
    parser.add_argument("--schema", action="store_true", help="print the JSON Schema of questions and answers")
    parser.add_argument(
        "--week", action="store_true", help='lay out a week, such as "week_legs=mon-18:hard&week_rest=sun"'
    )
    return parser


def _say(text: str, stream: TextIO) -> bool:
    """Print; ignore a closed pipe, as in `... | head`."""
    try:
        print(text, file=stream, flush=True)
    except OSError as trouble:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # otherwise the interpreter reports an error at exit
        if isinstance(trouble, BrokenPipeError):
            return True
        if stream is not sys.stderr:
            _say(f"The answer could not be written: {trouble.strerror}.", sys.stderr)
        return False
    return True


def _refuse(problems: tuple[Problem, ...], *, as_json: bool) -> bool:
    """Report the problems: as JSON, or as sentences on standard error."""
    listed = [{"field": p.field, "value": p.value, "message": p.message} for p in problems]
    if as_json:
        return _say(json.dumps({"problems": listed}, indent=2), sys.stdout)
    return _say("\n".join(problem.message for problem in problems), sys.stderr)


def main(arguments: Sequence[str] | None = None) -> int:
    """Answer one query on standard output; problems go to standard error, or into the JSON.

    Exit status: 0 for an answer, 2 for problems, 1 where the output cannot be written.
    """
    if arguments is None:  # a console without our characters hands over bytes; they are UTF-8 nearly everywhere
        arguments = [os.fsencode(argument).decode(errors="replace") for argument in sys.argv[1:]]
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console that lacks a character prints a replacement
    try:
        options = _parser().parse_args(arguments)
        if options.schema:
            return 0 if _say(json.dumps(_schema(), indent=2), sys.stdout) else 1
        result, lines = _result_and_lines(options.query, weekly=options.week)
    except InvalidAnswersError as error:
        return 2 if _refuse(error.problems, as_json="--json" in arguments) else 1
    written = _say(json.dumps(result, indent=2) if options.json else "\n".join(lines), sys.stdout)
    return 0 if written else 1


if __name__ == "__main__":
    sys.exit(main())
