"""Records that the whole package shares: situation, modality, parameter, source, form field.

Named tuples throughout: importing `dataclasses` would cost more time than the whole engine at each start in a browser.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from calculator.scales import (
    EccentricLoad,
    Family,
    Goal,
    Impact,
    Intensity,
    LegSessionEffort,
    LiftingExperience,
    Load,
    Novelty,
    RunningExperience,
    Tired,
)

__all__ = ["Choice", "Field", "Modality", "Parameter", "Readiness", "Situation", "Source"]


class Source(NamedTuple):
    """One paper, guideline or page. `checked` says that its abstract or page was read for this project.

    `design` is the kind of study; `doi` is empty where none is certain, `url` where a DOI serves.
    """

    key: str
    authors: str
    year: int
    title: str
    journal: str
    design: str
    checked: bool
    doi: str = ""
    url: str = ""


def format_quantity(value: str, unit: str) -> str:
    """Format a value with its unit: per cent without a space, some units in the singular for 1."""
    if unit in _SINGULAR and value == "1":
        unit = _SINGULAR[unit]
    return f"{value}{'' if unit == '%' else ' '}{unit}".rstrip()


_SINGULAR = {"days": "day", "years": "year", "points": "point", "signs": "sign", "times": "time"}


class Parameter(NamedTuple):
    """One number of the guidance: its value, its unit, what it means, and where it comes from.

    No sources means a planning convention of this project, as its meaning says.
    """

    value: float
    unit: str
    meaning: str
    sources: tuple[Source, ...] = ()

    def __str__(self) -> str:
        """The value with its unit, as a reader reads it."""
        return format_quantity(f"{self.value:g}", self.unit)


class Situation(NamedTuple):
    """All answers of a reader. Units are in the names; missing answers are None or the cautious default.

    hours_since_legs 0-336, soreness 0-10 (worst in the legs now), minutes 5-240 (time available), ages in years,
    heart rates in beats per minute, weight in kilograms, sleep_hours 0-16 (last night).

    A tuple for the same reason as Limit: the outlook makes dozens of slightly different ones for every answer.
    """

    hours_since_legs: float = 24
    leg_effort: LegSessionEffort = LegSessionEffort.HARD
    soreness: int = 4
    goal: Goal = Goal.GENERAL_HEALTH
    minutes: int = 30
    equipment: frozenset[str] = frozenset()
    novelty: Novelty = Novelty.USUAL
    eccentric: EccentricLoad = EccentricLoad.NORMAL
    walking_affected: bool = False
    lifting_experience: LiftingExperience = LiftingExperience.NOVICE
    running_experience: RunningExperience = RunningExperience.NONE
    next_legs_in_hours: float | None = None
    next_event_in_hours: float | None = None
    age: int | None = None
    sex: str | None = None
    resting_hr: int | None = None
    usual_resting_hr: int | None = None
    max_hr: int | None = None
    weight_kg: float | None = None
    sleep_hours: float = 7
    consecutive_hard_days: int = 0
    conditions: frozenset[str] = frozenset()
    medicines: frozenset[str] = frozenset()
    red_flags: frozenset[str] = frozenset()
    activities: frozenset[str] = frozenset()
    cardio_days: int | None = None
    plan: str | None = None
    plan_minutes: int | None = None
    plan_effort: str | None = None
    plan_fixed: bool = False
    plan_in_hours: float = 0
    intent: str | None = None
    prefer: frozenset[str] = frozenset()
    avoid: frozenset[str] = frozenset()
    sore_where: frozenset[str] = frozenset()
    soreness_trend: str | None = None
    leg_work: str = "weights"
    last_48_hours: frozenset[str] = frozenset()
    tired: Tired = Tired.NO
    event_kind: str | None = None
    cleared: bool = False
    weeks_since_birth: int | None = None

    @property
    def new_to_training(self) -> bool:
        """Whether the reader is new to lifting, does not run, and does no other cardio every week."""
        return (
            self.lifting_experience is LiftingExperience.NOVICE
            and self.running_experience is RunningExperience.NONE
            and not self.activities
        )


class Readiness(NamedTuple):
    """The readiness of the legs, 0-100, and the number of signs of general strain."""

    score: int
    strain_signs: int


class Modality(NamedTuple):
    """One kind of cardio.

    `gentlest` and `hardest` are the bands in which it can be done at all; `leg_load` is (at easy, at hard effort);
    `mets` gives metabolic equivalents by band with the code of the 2024 Adult Compendium, `proxy`: a near kin;
    `kit` lists alternatives, any one of which is enough (empty: none needed). `activities` are the weekly activities
    that make a reader used to it. The traits: a risk of falls or contact; the arms do the work; all-out efforts with full
    rests; done in intervals only; a group class; it climbs; the legs carry no body weight; the feet strike the ground.
    """

    slug: str
    name: str
    instruction: str
    impact: Impact
    impact_note: str
    leg_load: tuple[Load, Load]
    eccentric: Load
    muscles: str
    gentlest: Intensity
    hardest: Intensity
    mets: Mapping[Intensity, tuple[float, str]]
    cue: str
    precaution: str
    family: Family
    activities: tuple[str, ...]
    fall_or_contact_risk: bool
    arms_lead: bool
    explosive: bool
    interval_only: bool
    group_class: bool
    climbs: bool
    unloaded: bool
    foot_strikes: bool
    proxy: bool = False
    equipment_any_of: tuple[str, ...] = ()


class Choice(NamedTuple):
    """One answer that can be chosen: its value in the query, its label, and a hint."""

    value: str
    label: str
    hint: str = ""


class Field(NamedTuple):
    """One question of the form, with everything that a form, a parser and a message need.

    `kind` is number, choice, many or yes_no; `group` is main, session, you, health or stop;
    `low` and `high` bound a number; `default` is what is assumed, as query text (empty: nothing is assumed); `stops` are
    the numbers at which the buttons beside a number stop, where an even step would be too fine or too coarse.
    """

    name: str
    kind: str
    group: str
    legend: str
    hint: str = ""
    choices: tuple[Choice, ...] = ()
    low: float = 0
    high: float = 0
    step: float = 1
    whole: bool = True
    unit: str = ""
    default: str = ""
    step_values: tuple[str, ...] = ()
