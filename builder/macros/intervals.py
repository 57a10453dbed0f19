"""A macro for the table of interval formats."""

from __future__ import annotations

from calculator.data.interval_formats import INTERVAL_FORMATS, IntervalFormat

__all__ = ["interval_formats"]

MINUTE = 60


def interval_formats(_base: str) -> str:
    """The table of interval formats in Markdown: name, work with rest, and repeats."""
    rows = [
        f"| {form.name} | {_time(form.work)} : {_time(form.rest)} | {_repeats(form)} |"
        for form in INTERVAL_FORMATS.values()
    ]
    return "\n".join(("| Format | Work : rest | Repeats |", "|---|---|---|", *rows))


def _repeats(form: IntervalFormat) -> str:
    """How often the work is done, fewest to most."""
    return f"{form.fewest}\N{EN DASH}{form.most}"


def _time(seconds: int) -> str:
    """A time as readers say it: whole minutes from a minute on, else seconds."""
    if seconds % MINUTE:
        return f"{seconds} s" if seconds < MINUTE else f"{seconds // MINUTE} min {seconds % MINUTE} s"
    return f"{seconds // MINUTE} min"
