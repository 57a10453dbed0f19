"""The widget's own attributes. Every other name of an element, a shortcode or a component is an answer of the form."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["ATTRIBUTES", "Attribute", "names", "table"]


class Attribute(NamedTuple):
    """An attribute: its name, what it accepts, and what it does, both for readers who write HTML."""

    name: str
    values: str
    meaning: str


ATTRIBUTES = (
    Attribute("theme", "`auto`, `light`, `dark`", "the colours; `auto` follows your page"),
    Attribute(
        "accent", "a colour, such as `#0a5a49`", "buttons and marks; made darker or lighter until it can be read"
    ),
    Attribute("density", "`comfortable`, `compact`", "the space between lines; by width if you leave it out"),
    Attribute("label", "text", "the title of the frame for screen readers"),
    Attribute("width", "pixels", "the largest width of the frame, which then stands in the middle"),
    Attribute("height", "pixels", "the height before the frame has measured itself"),
    Attribute(
        "loading",
        "`lazy`, `eager`, `click`",
        "whether the frame loads when it comes near the screen, at once, or after a click inside the element",
    ),
    Attribute(
        "hide", "names of questions, with commas", "questions that readers do not see; your answers to them count"
    ),
    Attribute("fix", "names of questions, with commas", "questions that readers see, but cannot change"),
    Attribute("lang", "a language tag", "for later: the widget speaks English only"),
)


def names() -> str:
    """The names of all attributes with commas between, as the integrations hold them."""
    return ",".join(attribute.name for attribute in ATTRIBUTES)


def table() -> str:
    """The attributes as a Markdown table."""
    rows = [f"| `{each.name}` | {each.values} | {each.meaning} |" for each in ATTRIBUTES]
    return "\n".join(["| Attribute | Values | What it does |", "|---|---|---|", *rows])
