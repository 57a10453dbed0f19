"""Knows a few readers, and writes to the letter what the command line, the files and the week hand out to them.

Must never know what is right to hand out. The job `advice` rewrites the list; a change of form is then a diff.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from calculator.__main__ import main
from calculator.files import FORMATS, Refused, make, make_week
from calculator.report import answer
from calculator.week import week
from tests.calculator.files.sessions import FRESH, START, STEADY

__all__ = ["LETTERS", "letters"]

LETTERS = Path(__file__).parents[1] / "letters.txt"
BUSY = "week_legs=mon-18:hard&week_legs=fri-18:hard&week_key=sat-10:run_tempo:40&running_experience=regular&age=40"
COMMANDS = (
    [STEADY],
    [f"{FRESH}&weight_kg=70"],
    ["--json", STEADY],
    ["conditions=pregnant&medicines=beta_blocker&soreness=8&novelty=first_time"],
    ["red_flags=dark_urine"],
    ["soreness=11&goal=&hours_since_legs=soon&equipment=sofa"],
    ["--json", "soreness=much"],
    ["--week", BUSY],
    ["--week", "--json", BUSY],
    ["--week", "week_legs=someday"],
)
DAY = START.partition("T")[0]


def _command(arguments: list[str]) -> Iterator[str]:
    """What one command prints, and where."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = main(arguments)
    yield f"=== {' '.join(arguments)} -> {status}"
    yield out.getvalue() + err.getvalue()


def _files(query: str) -> Iterator[str]:
    """Every file of every session of an answer; what is no text is shown in hexadecimal."""
    found = answer(query)
    for index, option in enumerate(found["options"]):
        for format in FORMATS:
            yield f"=== {option['modality']} as {format.slug} of {query}"
            try:
                file = make(format.slug, found, index, START)
            except Refused as refused:
                yield refused.reason
                continue
            yield f"{file.name} {file.media_type}"
            yield file.content.hex(" ", 16) if format.slug == "fit" else file.content.decode()


def letters() -> str:
    """All of it as one text."""
    lines = [line for arguments in COMMANDS for line in _command(arguments)]
    lines += [line for query in (STEADY, FRESH, "walking_affected=yes") for line in _files(query)]
    file = make_week(week(BUSY), DAY)
    return "\n".join([*lines, f"=== {file.name} {file.media_type}", file.content.decode()]).replace("\r\n", "\n")


if __name__ == "__main__":
    sys.stdout.write(letters())
