"""Endpoints of the site: a query string in, HTML, SVG, JSON or a file out.

The same functions run at build time and in the browser. Invalid answers are rendered like any other result, so no
endpoint raises for what a reader typed.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

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
    from calculator.model import Field
    from calculator.schema import Answer

__all__ = [
    "answer_json",
    "download",
    "download_week",
    "render",
    "render_answer",
    "render_calculator",
    "render_card_svg",
    "render_form",
    "render_summary",
    "render_week",
    "render_week_form",
    "render_week_template",
]

type Download = tuple[str, str, bytes]

LABELS = {field.name: {choice.value: choice.label for choice in field.choices} for field in FIELDS}

TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)
TEMPLATES.globals.update(fields=FIELDS, remembered_fields=REMEMBERED_FIELDS, labels=LABELS, papers=sources.BY_KEY)
TEMPLATES.globals.update(week_fields={field.name: field for field in weeks.WEEK_FIELDS})
DAY = 24  # hours


def render_answer(query: str, base: str = "") -> str:
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
    try:
        result = answer_builder.answer(query, _selected_modality(query))
        built = registry.build_download(format, result, result["chosen"], start)
    except InvalidAnswersError as error:
        return _unavailable(" ".join(problem.message for problem in error.problems))
    except registry.DownloadUnavailable as unavailable:
        return _unavailable(unavailable.reason)
    return built.name, built.media_type, built.content


def render_form(query: str = "", **context: object) -> str:
    """Render the form, filled in from the query and from defaults."""
    return render("calculator/form.html", query, **context)


def render_summary(query: str, base: str = "") -> str:
    """Render the answer in brief, for the widget."""
    return render("answer/answer_summary.html", query, base=base)


def render_calculator(query: str = "", **context: object) -> str:
    """Render the whole calculator: form, answer, and messages for loading and errors."""
    return render("calculator/calculator.html", query, **{"asset": _as_named, **context})


def render(template: str, query: str, **extra: object) -> str:
    """Render a template with the query, the submitted values, and the answer or the problems."""
    context: dict[str, object] = {"base": "", "query": query, "result": None, "problems": (), **_answer_context(query)}
    try:
        choice = _selected_modality(query)
        result = answer_builder.answer(query, choice)
        context |= {"result": result, "unknown_choice": "" if choice in BY_SLUG else choice, **_export_context(result)}
    except InvalidAnswersError as mistake:
        context["problems"] = mistake.problems
    return TEMPLATES.get_template(template).render({**context, **extra})


def answer_json(query: str, base: str = "") -> str:  # noqa: ARG001 - all endpoints have the same signature
    """Return the answer as JSON, one value a line. The query is left out, so that logs and callers do not repeat it."""
    try:
        result: dict[str, object] = {**answer_builder.answer(query, _selected_modality(query), strict=True)}
        del result["query"]
    except InvalidAnswersError as error:
        result = {"problems": [problem._asdict() for problem in error.problems]}
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
    context: dict[str, object] = {"base": "", "problems": (), "week": None, **_answer_context(query)}
    try:
        timetable = week_parse.parse(query)
        context["week"] = weeks.week_for(timetable)
    except InvalidAnswersError as mistake:
        timetable = week_parse.parse("")
        context["problems"] = mistake.problems
    days = [_day(timetable, number) for number in range(len(week_fields.DAYS))]
    return TEMPLATES.get_template(template).render({**context, "timetable": timetable, "days": days, **extra})


def _answer_context(query: str) -> dict[str, object]:
    """The submitted values, and for each field its submitted or default values."""
    submitted: dict[str, list[str]] = {}
    for name, value in pairs(query):
        if value:
            submitted.setdefault(name, []).append(value)
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
        "rest": number in timetable.rest,
        "minutes": minutes if minutes != timetable.reader.minutes else None,
    }


def _default_values(field: Field) -> list[str]:
    return [field.default] if field.default else []


def _selected_modality(query: str) -> str:
    """The kind of cardio that the reader chose (`choice`); the parser of the form ignores this field."""
    return next((value for name, value in pairs(query) if name == CHOICE and value), "")


def _as_named(name: str) -> str:
    """The name of a file of the site, where nobody gives it another."""
    return name


def _unavailable(reason: str) -> Download:
    return "", "text/plain; charset=utf-8", reason.encode()


def _export_context(result: Answer) -> dict[str, object]:
    """What the templates for sharing and charts need.

    Link, message, downloads or why there are none, hours, heart-rate zones.
    """
    selected = result["options"][result["chosen"]]["modality"] if result["options"] else ""
    link = "&".join(filter(None, (result["query"], f"choice={selected}" if result["chosen"] else "")))
    unavailable = {
        format: registry.unavailable_reason(format.slug, result, result["chosen"])
        for format in registry.DOWNLOAD_FORMATS
    }
    has_message = not unavailable[registry.DOWNLOAD_FORMATS_BY_SLUG["text"]]
    situation = parse(result["query"])
    heart = bool(result["options"] and result["options"][result["chosen"]]["heart_rate"])
    return {
        "link": link,
        "message": registry.build_download("text", result, result["chosen"]).content.decode() if has_message else "",
        "files": list(unavailable.items()),
        "routes": {format.slug: programs.import_routes(format.slug, selected) for format in registry.DOWNLOAD_FORMATS},
        "since": situation.hours_since_legs,
        "last": p.TIMELINE.value,
        "zones": [(band.slug, p.RPE[band], heart_rate.band(situation, band) if heart else None) for band in Intensity],
    }
