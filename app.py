"""Knows the door: a query string comes in, HTML goes out, and a mistake is an answer too.

Must never know a number, a rule by name, MkDocs, or where it runs: at build time and in the browser it is the same.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from calculator import files, heart_rate, report, sources, week_questions
from calculator import parameters as p
from calculator import week as weeks
from calculator.errors import InvalidAnswers
from calculator.model import Intensity
from calculator.questions import CHOICE, FIELDS, STABLE, pairs, parse

if TYPE_CHECKING:
    from calculator.model import Field
    from calculator.shapes import Answer

__all__ = [
    "answer",
    "card",
    "file",
    "form",
    "glance",
    "page",
    "result_and_form",
    "told",
    "week",
    "week_file",
    "week_form",
    "week_page",
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
TEMPLATES.globals.update(fields=FIELDS, stable=STABLE, labels=LABELS, papers=sources.BY_KEY)
TEMPLATES.globals.update(week_fields={field.name: field for field in weeks.WEEK_FIELDS})
DAY = 24  # hours


def answer(query: str, base: str = "") -> str:
    """The answer to the query as one HTML fragment. `base` leads from the page to the root of the site ("../")."""
    return page("answer.html", query, base=base)


def card(query: str) -> str:
    """The chosen session as a drawing that stands alone, for a picture to keep."""
    return page("card.svg", query)


def file(query: str, format: str, start: str = "") -> Download:
    """The chosen session as a file: name, media type, bytes. Without a name, the bytes say why there is none."""
    try:
        found = report.answer(query, _choice(query))
        made = files.make(format, found, found["chosen"], start)
    except InvalidAnswers as mistake:
        return _none(" ".join(problem.message for problem in mistake.problems))
    except files.Refused as refusal:
        return _none(refusal.reason)
    return made.name, made.media_type, made.content


def form(query: str = "", **words: object) -> str:
    """The form, filled in as the query says and with what is assumed where it says nothing."""
    return page("form.html", query, **words)


def glance(query: str, base: str = "") -> str:
    """The same answer in few words, for a frame on another page."""
    return page("glance.html", query, base=base)


def result_and_form(query: str = "", **words: object) -> str:
    """The whole calculator: form, answer, and the words for every state in between.

    The build says with `asset` where a file of the site lies; elsewhere the names stay as they are.
    """
    return page("calculator.html", query, **{"asset": _as_named, **words})


def page(template: str, query: str, **words: object) -> str:
    """Render a template that knows the query, what was told, and the answer or the problems."""
    known: dict[str, object] = {"base": "", "query": query, "result": None, "problems": (), **_told(query)}
    try:
        result = report.answer(query, _choice(query))
        known |= {"result": result, **_kept(result)}
    except InvalidAnswers as mistake:
        known["problems"] = mistake.problems
    return TEMPLATES.get_template(template).render({**known, **words})


def told(query: str, base: str = "") -> str:  # noqa: ARG001 - as every door takes it
    """The same answer for programs: JSON, one value a line. The query itself stays with whoever asks."""
    try:
        found: dict[str, object] = {**report.answer(query, _choice(query), strict=True)}
        del found["query"]
    except InvalidAnswers as mistake:
        found = {"problems": [problem._asdict() for problem in mistake.problems]}
    return json.dumps(found, ensure_ascii=False, indent=0)


def week(query: str, base: str = "") -> str:
    """A planned week as one HTML fragment, for a query that names leg days and the rest of the week."""
    return week_page("week_answer.html", query, base=base)


def week_form(query: str = "") -> str:
    """The form of a week, filled in as the query says."""
    return week_page("week_form.html", query)


def week_file(query: str, date: str, offsets: str = "") -> Download:
    """The planned week as a calendar, for the week that holds the date. Without a name, the bytes say why there is none.

    `offsets` are the reader's minutes ahead of UTC, as `files.make_week` takes them.
    """
    try:
        made = files.make_week(weeks.week(query), date, offsets)
    except InvalidAnswers as mistake:
        return _none(" ".join(problem.message for problem in mistake.problems))
    except files.Refused as refusal:
        return _none(refusal.reason)
    return made.name, made.media_type, made.content


def week_page(template: str, query: str, **words: object) -> str:
    """Render a template that knows the query, the timetable that it tells, and the week or the problems."""
    known: dict[str, object] = {"base": "", "problems": (), "week": None, **_told(query)}
    try:
        timetable = week_questions.parse(query)
        known["week"] = weeks.week_for(timetable)
    except InvalidAnswers as mistake:
        timetable = week_questions.parse("")
        known["problems"] = mistake.problems
    days = [_day(timetable, number) for number in range(len(week_questions.DAYS))]
    return TEMPLATES.get_template(template).render({**known, "timetable": timetable, "days": days, **words})


def _told(query: str) -> dict[str, object]:
    """What the query tells, and for every question of the form what is told or assumed."""
    told: dict[str, list[str]] = {}
    for name, value in pairs(query):
        if value:
            told.setdefault(name, []).append(value)
    asked = (*FIELDS, *weeks.WEEK_FIELDS)
    return {"told": told, "values": {field.name: told.get(field.name) or _assumed(field) for field in asked}}


def _day(timetable: week_questions.Timetable, number: int) -> dict[str, object]:
    """One day as the form of a week shows it."""
    minutes = timetable.minutes[number]
    return {
        "slug": week_questions.DAYS[number],
        "legs": next((legs for legs in timetable.legs if legs.at // DAY == number), None),
        "lift": next((at % DAY for at in timetable.lifts if at // DAY == number), None),
        "key": next((key for key in timetable.keys if key.at // DAY == number), None),
        "rest": number in timetable.rest,
        "minutes": minutes if minutes != timetable.reader.minutes else None,
    }


def _assumed(field: Field) -> list[str]:
    return [field.default] if field.default else []


def _choice(query: str) -> str:
    """The session that the reader took instead of the first, by the slug of its kind; the parser never sees it."""
    return next((value for name, value in pairs(query) if name == CHOICE and value), "")


def _as_named(name: str) -> str:
    """The name of a file of the site, where nobody gives it another."""
    return name


def _none(reason: str) -> Download:
    return "", "text/plain; charset=utf-8", reason.encode()


def _kept(result: Answer) -> dict[str, object]:
    """What keeps and draws an answer: its link, its message, its files or why there are none, its hours and its zones."""
    chosen = result["options"][result["chosen"]]["modality"] if result["chosen"] else ""
    link = "&".join(filter(None, (result["query"], chosen and f"choice={chosen}")))
    refusals = {format: files.refusal(format.slug, result, result["chosen"]) for format in files.FORMATS}
    spoken = not refusals[files.BY_SLUG["text"]]
    s = parse(result["query"])
    heart = bool(result["options"] and result["options"][result["chosen"]]["heart_rate"])
    return {
        "link": link,
        "message": files.make("text", result, result["chosen"]).content.decode() if spoken else "",
        "files": list(refusals.items()),
        "since": s.hours_since_legs,
        "last": p.TIMELINE.value,
        "zones": [(band.slug, p.RPE[band], heart_rate.band(s, band) if heart else None) for band in Intensity],
    }
