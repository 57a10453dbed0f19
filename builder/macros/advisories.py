"""Macros for the page of rules: every warning, tip and recovery aid, and the ranking of cardio by goal."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from builder.macros import rule_examples
from builder.macros.html import box, inline
from calculator.data.modalities import BY_SLUG
from calculator.form.fields import FIELDS_BY_NAME
from calculator.rules.advisories import AIDS, WARNINGS
from calculator.session.ranking import CRITERIA, GOAL_FIT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from calculator.rules_api import Advisory

__all__ = ["MACROS", "advisories", "goal_ranking"]

HEALTH = ("safety", "pregnancy", "intensity")  # pages of the guide that are about health
GOOD_FIT = 3  # a fit from which a kind of cardio is named as a goal's own


class ListedAdvisory(NamedTuple):
    """One remark with its reason, and the plainest situation in which it speaks."""

    remark: Advisory
    why: str
    example: rule_examples.Example


def advisories(base: str) -> str:
    """Every warning, tip and aid in three groups, each with one situation in which it speaks."""
    health = [advisory_ for advisory_ in WARNINGS if advisory_.guide_anchor.partition("/")[0] in HEALTH]
    groups = (
        ("Health warnings", _listed(health)),
        ("Tips for the session", _listed(advisory_ for advisory_ in WARNINGS if advisory_ not in health)),
        ("Aids to recovery", _listed(AIDS)),
    )
    return box("advisories", base, groups=groups)


def _listed(some: Iterable[Advisory]) -> list[ListedAdvisory]:
    """Each advisory with its rationale and an example."""
    return [
        ListedAdvisory(advisory_, inline(advisory_.rationale), rule_examples.example_for(advisory_.id))
        for advisory_ in some
    ]


def goal_ranking(base: str) -> str:
    """The criteria of the ranking with their points, and the kinds of cardio that serve each goal best."""
    labels = {choice.value: choice.label for choice in FIELDS_BY_NAME["goal"].choices}
    goals = [
        (labels[goal.value], ", ".join(BY_SLUG[slug].name.lower() for slug, fit in fits.items() if fit >= GOOD_FIT))
        for goal, fits in GOAL_FIT.items()
    ]
    criteria = [(row.name, f"{row.weight.value:g}", row.why) for row in CRITERIA]
    return box("goal_ranking", base, goals=goals, criteria=criteria)


MACROS = (advisories, goal_ranking)
