"""A macro of mkdocs-macros for the calculator: its arguments become attributes of the element."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode

SITE = "@SITE_URL@"
ATTRIBUTES = "@ATTRIBUTES@"  # of the element itself; every other name is an answer
WIDGET_ATTRIBUTES = frozenset(ATTRIBUTES.split(","))
LABEL = "Cardio after leg day: what should I do today?"


def define_env(env: object) -> None:
    """Give pages the word `cardio_after_leg_day`."""
    env.macro(cardio_after_leg_day)  # type: ignore[attr-defined]  # mkdocs-macros has no type to name here


def cardio_after_leg_day(**values: object) -> str:
    """The calculator: the loader, and an element with a plain link inside."""
    named = [(name if name in WIDGET_ATTRIBUTES else f"data-{name}", str(value)) for name, value in values.items()]
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in named)
    asked = urlencode({name: str(value) for name, value in values.items() if name not in WIDGET_ATTRIBUTES})
    link = f"{SITE}calculator/" + (f"#?{asked}" if asked else "")
    return (  # in a block of its own, because Markdown loses signs between inline tags
        f'<div><script async crossorigin="anonymous" src="{SITE}v1/widget.js"></script>'
        f'<cardio-after-leg-day{attributes}><a href="{escape(link)}">{escape(str(values.get("label", LABEL)))}</a>'
        "</cardio-after-leg-day></div>"
    )
