"""A macro for the table of session formats."""

from __future__ import annotations

from calculator.data.interval_formats import SESSION_FORMATS, Gate, IntervalFormat
from calculator.data.sources import PROJECT_JUDGEMENT
from calculator.scales import Intensity, RunningExperience

__all__ = ["interval_formats"]

MINUTE = 60
DASH = "\N{EN DASH}"
LEVELS = ("", "a habit of training", "trained")
EFFORT_NAMES = {
    Intensity.VERY_LIGHT: "very light",
    Intensity.LIGHT: "light",
    Intensity.MODERATE: "moderate",
    Intensity.VIGOROUS: "hard",
    Intensity.NEAR_MAX: "all-out",
}
RUNNING = {
    RunningExperience.NONE: "",
    RunningExperience.SOME: "some running",
    RunningExperience.REGULAR: "regular running",
}


def interval_formats(_base: str) -> str:
    """The table of session formats in Markdown: name, work with rest, repeats, effort, what it asks of the reader, and source."""
    rows = [
        f"| {form.name} | {_work(form)} | {_repeats(form)} | {EFFORT_NAMES[form.effort]} | {_gate(form.gate)} "
        f"| {_source(form)} |"
        for form in SESSION_FORMATS
    ]
    head = "| Format | Work : rest | Repeats | Hardest effort | Only with | Source |"
    return "\n".join((head, "|---|---|---|---|---|---|", *rows))


def _work(form: IntervalFormat) -> str:
    """The times of work and rest; a dash where the whole is one stretch or several without rests."""
    if form.ladder:
        return f"{', '.join(_time(seconds) for seconds in form.ladder)} : {_time(form.rest)}"
    return f"{_time(form.work)} : {_time(form.rest)}" if form.work else DASH


def _repeats(form: IntervalFormat) -> str:
    """How often the work is done, fewest to most, and in how many sets."""
    if not form.work:
        return "1" if form.ladder else DASH
    times = str(form.fewest) if form.fewest == form.most else f"{form.fewest}{DASH}{form.most}"
    return f"{form.sets} sets of {times}" if form.sets > 1 else times


def _gate(gate: Gate) -> str:
    """What a format asks of the reader, or a dash."""
    conditions = (
        f"readiness {gate.readiness:g}" if gate.readiness else "",
        f"soreness {gate.soreness:g} or less" if gate.soreness < Gate().soreness else "",
        LEVELS[gate.level],
        RUNNING[gate.running],
        f"{gate.hours:g} h after leg day" if gate.hours else "",
    )
    return ", ".join(filter(None, conditions)) or DASH


def _source(form: IntervalFormat) -> str:
    """Authors and year, or that the format is this project's own judgement."""
    if form.source is PROJECT_JUDGEMENT:
        return "our judgement"
    return f"{form.source.authors.split(',')[0]} {form.source.year}"


def _time(seconds: int) -> str:
    """A time as readers say it: whole minutes from a minute on, else seconds."""
    if seconds % MINUTE:
        return f"{seconds} s" if seconds < MINUTE else f"{seconds // MINUTE} min {seconds % MINUTE} s"
    return f"{seconds // MINUTE} min"
