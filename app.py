"""Endpoints of the site: a query string in, HTML, SVG, JSON or a file out.

The same functions run at build time and in the browser. Invalid answers are rendered like any other result, so no
endpoint raises for what a reader typed.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from calculator.answer import builder as answer_builder
from calculator.data import parameters as p
from calculator.data import sources
from calculator.data.modalities import BY_SLUG
from calculator.downloads import programs, registry
from calculator.form.errors import InvalidAnswersError
from calculator.form.fields import CHOICE, FIELDS, REMEMBERED_FIELDS
from calculator.form.parse import pairs, parse
from calculator.scales import Intensity
from calculator.session import heart_rate
from calculator.week import answer as weeks
from calculator.week import fields as week_fields
from calculator.week import parse as week_parse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from calculator.form.errors import Problem
    from calculator.model import Field, Situation
    from calculator.schema import Answer

__all__ = [  # the endpoints: what the browser may call
    "answer_json",
    "download",
    "download_week",
    "render",
    "render_answer",
    "render_calculator",
    "render_card_svg",
    "render_summary",
    "render_week",
    "render_week_form",
    "render_week_template",
]

type Download = tuple[str, str, bytes]


class AnsweredQuery(NamedTuple):
    """A query with everything that was worked out for it.

    The endpoints take it instead of the query, so that an answer is computed once and rendered in several forms.
    """

    query: str
    submitted: Mapping[str, list[str]]
    """The values that the query gives, by the names of their fields."""
    situation: Situation | None
    result: Answer | None
    """The answer; None where there are problems."""
    problems: tuple[Problem, ...] = ()


LABELS = {field.name: {choice.value: choice.label for choice in field.choices} for field in FIELDS}


class TemplateLoader(FileSystemLoader):
    """Loads templates without the indentation of their lines: it tells nothing to a browser."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The source of a template, the path of its file, and whether the file is still the same."""
        source, path, is_current = super().get_source(environment, template)
        return "\n".join(line.lstrip() for line in source.split("\n")), path, is_current


TEMPLATES = Environment(
    loader=TemplateLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)
TEMPLATES.globals.update(fields=FIELDS, remembered_fields=REMEMBERED_FIELDS, labels=LABELS, papers=sources.BY_KEY)
TEMPLATES.globals.update(modalities=BY_SLUG)
TEMPLATES.globals.update(week_fields={field.name: field for field in weeks.WEEK_FIELDS})
DAY = 24  # hours


def answer_query(query: str, *, strict: bool = False) -> AnsweredQuery:
    """Parse a query once and work out its answer, or its problems; `strict` refuses names that are no fields."""
    submitted = _submitted(query)
    try:
        situation = parse(query, strict=strict)
    except InvalidAnswersError as mistake:
        return AnsweredQuery(query, submitted, None, None, mistake.problems)
    result = answer_builder.answer_for(situation, _selected_modality(submitted))
    return AnsweredQuery(query, submitted, situation, result)


def render_answer(query: str | AnsweredQuery, base: str = "") -> str:
    """Render the answer to a query as an HTML fragment.

    `base` is the relative path from the page to the root of the site ("../").
    """
    return render("answer/answer.html", query, base=base)


def render_card_svg(query: str) -> str:
    """Render the selected session as a stand-alone SVG drawing."""
    return render("answer/card.svg", query)


def download(query: str, format: str, start: str = "") -> Download:
    """Build a file of the selected session: name, media type, bytes.

    If there is none, the name is empty and the bytes hold the reason.
    """
    answered = answer_query(query)
    if answered.result is None:
        return _unavailable(" ".join(problem.message for problem in answered.problems))
    try:
        built = registry.build_download(format, answered.result, answered.result["chosen"], start)
    except registry.DownloadUnavailable as unavailable:
        return _unavailable(unavailable.reason)
    return built.name, built.media_type, built.content


def render_form(query: str = "", **context: object) -> str:
    """Render the form, filled in from the query and from defaults."""
    return render("calculator/form.html", query, **{"asset": _as_named, **context})


def render_summary(query: str | AnsweredQuery, base: str = "") -> str:
    """Render the answer in brief, for the widget."""
    return render("answer/answer_summary.html", query, base=base)


def render_calculator(query: str = "", **context: object) -> str:
    """Render the whole calculator: form, answer, and messages for loading and errors."""
    return render("calculator/calculator.html", query, **{"asset": _as_named, **context})


def render(template: str, query: str | AnsweredQuery, **extra: object) -> str:
    """Render a template with the query, the submitted values, and the answer or the problems."""
    answered = answer_query(query) if isinstance(query, str) else query
    context: dict[str, object] = {
        "base": "",
        "query": answered.query,
        "result": answered.result,
        "problems": answered.problems,
        **_values_context(answered.submitted),
    }
    if answered.situation is not None and answered.result is not None:
        choice = _selected_modality(answered.submitted)
        context |= _export_context(answered.situation, answered.result)
        context["unknown_choice"] = "" if choice in BY_SLUG else choice
    return TEMPLATES.get_template(template).render({**context, **extra})


def answer_json(query: str | AnsweredQuery, base: str = "") -> str:  # noqa: ARG001 - all endpoints have the same signature
    """Return the answer as JSON, one value a line. The query is left out, so that logs and callers do not repeat it."""
    answered = answer_query(query, strict=True) if isinstance(query, str) else query
    if answered.result is None:
        result: dict[str, object] = {"problems": [problem._asdict() for problem in answered.problems]}
    else:
        result = {name: value for name, value in answered.result.items() if name != "query"}
    return json.dumps(result, ensure_ascii=False, indent=0)


def render_week(query: str, base: str = "") -> str:
    """Render a planned week as an HTML fragment."""
    return render_week_template("week/answer.html", query, base=base)


def render_week_form(query: str = "") -> str:
    """Render the form of a week, filled in from the query."""
    return render_week_template("week/form.html", query)


def download_week(query: str, date: str, offsets: str = "") -> Download:
    """Build a calendar of the week that contains the date.

    If there is none, the name is empty and the bytes hold the reason.
    """
    try:
        built = registry.build_week_download(weeks.plan_week(query), date, offsets)
    except InvalidAnswersError as error:
        return _unavailable(" ".join(problem.message for problem in error.problems))
    except registry.DownloadUnavailable as unavailable:
        return _unavailable(unavailable.reason)
    return built.name, built.media_type, built.content


def render_week_template(template: str, query: str, **extra: object) -> str:
    """Render a template with the query, the timetable, and the week or the problems."""
    context: dict[str, object] = {"base": "", "problems": (), "week": None, **_values_context(_submitted(query))}
    try:
        timetable = week_parse.parse(query)
        context["week"] = weeks.week_for(timetable)
    except InvalidAnswersError as mistake:
        timetable = week_parse.parse("")
        context["problems"] = mistake.problems
    days = [_day(timetable, number) for number in range(len(week_fields.DAYS))]
    return TEMPLATES.get_template(template).render({**context, "timetable": timetable, "days": days, **extra})


def _submitted(query: str) -> dict[str, list[str]]:
    """The values that a query gives, by the names of their fields; empty ones are left out."""
    submitted: dict[str, list[str]] = {}
    for name, value in pairs(query):
        if value:
            submitted.setdefault(name, []).append(value)
    return submitted


def _values_context(submitted: Mapping[str, list[str]]) -> dict[str, object]:
    """The submitted values, and for each field its submitted or default values."""
    all_fields = (*FIELDS, *weeks.WEEK_FIELDS)
    return {
        "submitted": submitted,
        "values": {field.name: submitted.get(field.name) or _default_values(field) for field in all_fields},
    }


def _day(timetable: week_parse.Timetable, number: int) -> dict[str, object]:
    """One day as the form of a week shows it."""
    minutes = timetable.minutes[number]
    return {
        "slug": week_fields.DAYS[number],
        "legs": next((legs for legs in timetable.legs if legs.at // DAY == number), None),
        "lift": next((at % DAY for at in timetable.lifts if at // DAY == number), None),
        "key": next((key for key in timetable.keys if key.at // DAY == number), None),
        "event": next((event for event in timetable.events if event.at // DAY == number), None),
        "easies": [easy for easy in timetable.easies if easy.at // DAY == number] or [None],
        "rest": number in timetable.rest,
        "minutes": minutes if minutes != timetable.reader.minutes else None,
    }


def _default_values(field: Field) -> list[str]:
    return [field.default] if field.default else []


def _selected_modality(submitted: Mapping[str, list[str]]) -> str:
    """The kind of cardio that the reader chose (`choice`); the parser of the form ignores this field."""
    return next((value for value in submitted.get(CHOICE, ()) if value), "")


def _as_named(name: str) -> str:
    """The name of a file of the site, where nobody gives it another."""
    return name


def _unavailable(reason: str) -> Download:
    return "", "text/plain; charset=utf-8", reason.encode()


def _export_context(situation: Situation, result: Answer) -> dict[str, object]:
    """What the templates for sharing and charts need; the functions are called by the few templates that use them."""
    selected = result["options"][result["chosen"]]["modality"] if result["options"] else ""
    heart = bool(result["options"] and result["options"][result["chosen"]]["heart_rate"])
    return {
        "link": "&".join(filter(None, (result["query"], f"choice={selected}" if result["chosen"] else ""))),
        "message": lambda: _message(result),
        "files": lambda: _files(result),
        "routes": lambda slug: programs.import_routes(slug, selected),
        "since": situation.hours_since_legs,
        "zones": [(band.slug, p.RPE[band], heart_rate.band(situation, band) if heart else None) for band in Intensity],
    }


def _message(result: Answer) -> str:
    """The selected session as a message to copy; empty where there is none."""
    if registry.unavailable_reason("text", result, result["chosen"]):
        return ""
    return registry.build_download("text", result, result["chosen"]).content.decode()


def _files(result: Answer) -> list[tuple[registry.DownloadFormat, str]]:
    """Every download format, with the reason why there is no such file of the selected session, or nothing."""
    return [
        (format, registry.unavailable_reason(format.slug, result, result["chosen"]))
        for format in registry.DOWNLOAD_FORMATS
    ]
