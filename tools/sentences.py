"""Print every sentence that the calculator can say, one a line: its id and its template.

    python -m tools.sentences [part of an id or of a sentence]

Gaps for the reader's values stand in braces. The ids of rules, headlines and warnings are those of
`calculator.data.sentences`; labels, hints, kinds of cardio, session formats and warning signs have the id of their entry,
and the texts of the page the name of their template with the number of the text in it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from calculator.data.interval_formats import SESSION_FORMATS
from calculator.data.modalities import MODALITIES
from calculator.data.sentences import SENTENCES
from calculator.data.warning_signs import WARNING_SIGNS
from calculator.form.fields import FIELDS
from calculator.rules import RULES
from calculator.rules.advisories import AIDS, WARNINGS
from calculator.session.builder import TALK
from calculator.week.fields import WEEK_FIELDS

__all__ = ["catalogue", "main", "page_texts"]

TEMPLATES = Path(__file__).parents[1] / "templates"
_PAGE_FOLDERS = ("answer", "calculator", "macros", "week", "widget")
_JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}", re.DOTALL)
_EXPRESSION = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_TAG = re.compile(r"<[^>]*>", re.DOTALL)
_LABEL = re.compile(r'(?:aria-label|placeholder|title)="([^"{]*[A-Za-z][^"]*)"')
_LETTERS = re.compile(r"[A-Za-z]{2}")


def _fields() -> Iterator[tuple[str, str]]:
    for field in (*FIELDS, *WEEK_FIELDS):
        yield f"field.{field.name}.legend", field.legend
        yield f"field.{field.name}.hint", field.hint
        for choice in field.choices:
            yield f"field.{field.name}.{choice.value}.label", choice.label
            yield f"field.{field.name}.{choice.value}.hint", choice.hint


def _kinds_of_cardio() -> Iterator[tuple[str, str]]:
    for mode in MODALITIES:
        yield f"cardio.{mode.slug}.name", mode.name
        yield f"cardio.{mode.slug}.instruction", mode.instruction
        yield f"cardio.{mode.slug}.impact-note", mode.impact_note
        yield f"cardio.{mode.slug}.muscles", mode.muscles
        yield f"cardio.{mode.slug}.cue", mode.cue
        yield f"cardio.{mode.slug}.precaution", mode.precaution


def _formats() -> Iterator[tuple[str, str]]:
    for form in SESSION_FORMATS:
        yield f"format.{form.slug}.name", form.name
        yield f"format.{form.slug}.counted", form.counted
        yield f"format.{form.slug}.how", form.how
        yield f"format.{form.slug}.text", form.text
        for number, stretch in enumerate(form.stretches, 1):
            yield f"format.{form.slug}.stretch-{number}", stretch.text


def _warning_signs() -> Iterator[tuple[str, str]]:
    for sign in WARNING_SIGNS:
        yield f"sign.{sign.id}.label", sign.label
        yield f"sign.{sign.id}.text", sign.text
        yield f"sign.{sign.id}.action", sign.action
        yield f"sign.{sign.id}.emergency-if", sign.emergency_if


def _rationales() -> Iterator[tuple[str, str]]:
    for rule in RULES:
        yield f"rationale.rule.{rule.id}", rule.rationale
    for advisory in (*WARNINGS, *AIDS):
        yield f"rationale.advisory.{advisory.id}", advisory.rationale
        yield f"advisory.{advisory.id}.name", advisory.name


def page_texts() -> Iterator[tuple[str, str]]:
    """The texts of the templates of calculator, week and widget: labels, states, buttons, errors, empty states."""
    for folder in _PAGE_FOLDERS:
        for path in sorted((TEMPLATES / folder).glob("*.html")):
            source = _JINJA.sub(" ", path.read_text("utf-8"))
            labels = _LABEL.findall(source)
            texts = [" ".join(_EXPRESSION.sub("{}", text).split()) for text in _TAG.split(source)]
            shown = [text for text in (*texts, *labels) if _LETTERS.search(text.replace("{}", ""))]
            for number, text in enumerate(dict.fromkeys(shown), 1):
                yield f"page.{folder}.{path.stem}.{number}", text


def catalogue() -> Mapping[str, str]:
    """Every sentence by its id, in the order of the sources; empty texts are left out."""
    found = {
        **SENTENCES,
        **dict(_warning_signs()),
        **dict(_fields()),
        **dict(_kinds_of_cardio()),
        **dict(_formats()),
        **{f"talk-test.{intensity.slug}": text for intensity, text in TALK.items()},
        **dict(_rationales()),
        **dict(page_texts()),
    }
    return {name: text for name, text in found.items() if text}


def main(wanted: str = "") -> None:
    """Print the sentences whose id or text holds a word; all of them without one."""
    for name, text in catalogue().items():
        if wanted.lower() in f"{name}: {text}".lower():
            print(f"{name}: {text}")


if __name__ == "__main__":
    main(*sys.argv[1:2])
