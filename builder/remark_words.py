"""Knows how every warning, tip and aid is laid out on the page of rules, and what ranks the kinds of cardio.

Must never know a remark by name, MkDocs, or markup: markup is in templates/guide/.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from builder import examples
from builder.boxes import box, inline
from calculator.modalities import BY_SLUG
from calculator.questions import BY_NAME
from calculator.ranking import FIT
from calculator.remarks import AIDS, WARNINGS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from calculator.model import Remark

__all__ = ["WORDS", "ranked", "remarks"]

HEALTH = ("safety", "pregnancy", "intensity")  # pages of the guide that are about health
GOOD = 3  # a fit from which a kind of cardio is named as a goal's own


class Shown(NamedTuple):
    """One remark with its reason, and the plainest situation in which it speaks."""

    remark: Remark
    why: str
    example: examples.Example


def remarks(base: str) -> str:
    """Every warning, tip and aid in three groups, each with one situation in which it speaks."""
    health = [one for one in WARNINGS if one.guide.partition("/")[0] in HEALTH]
    groups = (
        ("Health warnings", _shown(health)),
        ("Tips for the session", _shown(one for one in WARNINGS if one not in health)),
        ("Aids to recovery", _shown(AIDS)),
    )
    return box("remarks", base, groups=groups)


def _shown(some: Iterable[Remark]) -> list[Shown]:
    return [Shown(one, inline(one.why), examples.of(one.id)) for one in some]


def ranked(base: str) -> str:
    """The kinds of cardio that serve each goal best, before the legs are asked."""
    labels = {choice.value: choice.label for choice in BY_NAME["goal"].choices}
    goals = [
        (labels[goal.value], ", ".join(BY_SLUG[slug].name.lower() for slug, fit in fits.items() if fit >= GOOD))
        for goal, fits in FIT.items()
    ]
    return box("ranked", base, goals=goals)


WORDS = (remarks, ranked)
