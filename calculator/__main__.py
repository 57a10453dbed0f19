"""Knows the command line: `python -m calculator "hours_since_legs=24&soreness=5" [--json]`, and `--week` for a week.

Must never know a rule: it prints what the report holds. Exit status 0 for an answer, 2 for unusable answers.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence

from calculator.errors import InvalidAnswers
from calculator.report import answer
from calculator.shapes import Answer, Option
from calculator.week import week
from calculator.week_shapes import Week

__all__ = ["main"]


def _option_lines(option: Option) -> Iterator[str]:
    """One session as people read it."""
    (low, high), effort = option["minutes"], "-".join(map(str, option["rpe"]))
    band = option["intensity"].replace("_", " ")
    yield f"  {option['name']}: {low}-{high} min, {band}, effort {effort} of 20"
    for phase in option["session"]:
        times = f"{phase['repeat']} x " if phase["repeat"] > 1 else ""
        yield f"    {times}{phase['minutes']:g} min {phase['kind'].replace('_', '-')}: {phase['text']}"
    if option["heart_rate"]:
        yield f"    heart rate {option['heart_rate'][0]}-{option['heart_rate'][1]} bpm. {option['heart_rate_note']}"


def _lines(found: Answer) -> Iterator[str]:
    """The answer as people read it, without what only programs need."""
    yield from (found["headline"], "")
    if found["action"]:
        yield from (found["action"], "")
    if found["options"]:
        yield "Options"
    for option in found["options"]:
        yield from _option_lines(option)
    for title, texts in (
        ("Why", [f["text"] for f in found["findings"] if f["binding"]]),
        ("Mind", found["warnings"]),
        ("Not today", [f"{e['name']}: {e['because']}" for e in found["excluded"]] if found["options"] else []),
        ("Would change the answer", [f"{c['field']} = {c['to']}: {c['effect']}" for c in found["changes"]]),
        ("Next", [found["next_check"]] if found["next_check"] else []),
    ):
        if texts:
            yield from ("", title, *(f"  {text}" for text in texts))
    yield from (
        "",
        f"Advice of {found['advice_version']}. It cannot examine you: if something feels wrong, stop and get advice.",
    )


def _week_lines(found: Week) -> Iterator[str]:
    """A week as people read it."""
    yield from (found["headline"], "")
    for day in found["days"]:
        legs = "".join(f" Legs {leg['hour']:02}:00, {leg['effort'].replace('_', ' ')}." for leg in day["legs"])
        yield f"  {day['name']}: {day['text']}{legs}"
    if found["conflicts"]:
        yield from ("", "Does not fit", *(f"  {conflict['because']}" for conflict in found["conflicts"]))
    yield from (text for text in (found["action"], found["summary"]) if text)
    yield from ("", f"Advice of {found['advice_version']}.")


def _asked(query: str, *, weekly: bool) -> tuple[Answer | Week, Iterator[str]]:
    """The answer, or the week, with its lines for people."""
    if weekly:
        laid_out = week(query)
        return laid_out, _week_lines(laid_out)
    found = answer(query)
    return found, _lines(found)


def main(arguments: Sequence[str]) -> int:
    """Answer one query on standard output; problems go to standard error, or into the JSON."""
    parser = argparse.ArgumentParser(
        prog="python -m calculator", description="Cardio after leg day: what suits today, and why."
    )
    parser.add_argument(
        "query", nargs="?", default="", help="answers as a query string; what is left out takes the cautious default"
    )
    parser.add_argument("--json", action="store_true", help="print the answer for programs")
    parser.add_argument("--week", action="store_true", help="lay out a week: see the grammar in week_questions.py")
    asked = parser.parse_args(arguments)
    try:
        found, lines = _asked(asked.query, weekly=asked.week)
    except InvalidAnswers as mistake:
        problems = [{"field": p.field, "value": p.value, "message": p.message} for p in mistake.problems]
        if asked.json:
            print(json.dumps({"problems": problems}, ensure_ascii=False, indent=2))
        else:
            print(*(problem["message"] for problem in problems), sep="\n", file=sys.stderr)
        return 2
    print(json.dumps(found, ensure_ascii=False, indent=2) if asked.json else "\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
