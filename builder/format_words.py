"""Knows how the interval formats stand in a table of the guide.

Must never know who may do them: that is the calculator's choice.
"""

from __future__ import annotations

from calculator.formats import FORMATS, Format

__all__ = ["interval_formats"]

MINUTE = 60


def interval_formats(_base: str) -> str:
    """The table of interval formats in Markdown: name, work with rest, and repeats."""
    rows = [
        f"| {form.name} | {_time(form.work)} : {_time(form.rest)} | {_repeats(form)} |" for form in FORMATS.values()
    ]
    return "\n".join(("| Format | Work : rest | Repeats |", "|---|---|---|", *rows))


def _repeats(form: Format) -> str:
    """How often the work is done, fewest to most."""
    return f"{form.fewest}\N{EN DASH}{form.most}"


def _time(seconds: int) -> str:
    """A time as readers say it: whole minutes from a minute on, else seconds."""
    if seconds % MINUTE:
        return f"{seconds} s" if seconds < MINUTE else f"{seconds // MINUTE} min {seconds % MINUTE} s"
    return f"{seconds // MINUTE} min"
