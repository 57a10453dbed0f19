"""The three ways to embed, as a blogger pastes them."""

from __future__ import annotations

LINK = "Cardio after leg day: what should I do today?"
TITLE = "Cardio after leg day calculator"


def frame(site: str, query: str = "goal=fat_loss") -> str:
    """The frame alone, without a script."""
    return (
        f'<iframe src="{site}/embed/v1/?{query}" title="{TITLE}" width="100%" height="640" loading="lazy" '
        'frameborder="0"></iframe>'
    )


def loader(site: str) -> str:
    """The script that gives the element its life."""
    return f'<script async crossorigin="anonymous" src="{site}/v1/widget.js"></script>'


def element(site: str, attributes: str = 'data-goal="fat_loss"') -> str:
    """The script and the element."""
    return f"{loader(site)}\n{bare_element(site, attributes)}"


def bare_element(site: str, attributes: str = 'data-goal="fat_loss"') -> str:
    """The element, on a page that has the script already."""
    return f'<cardio-after-leg-day {attributes}><a href="{site}/calculator/">{LINK}</a></cardio-after-leg-day>'
