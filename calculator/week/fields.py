"""The form of a week as data. Their grammar is described in `calculator.week.parse`."""

from __future__ import annotations

from calculator.data import parameters as p
from calculator.data.modalities import MODALITIES
from calculator.form import fields as form_fields
from calculator.model import Choice, Field

__all__ = ["DAYS", "WEEK_FIELDS"]

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


_DAY_CHOICES = tuple(
    Choice(day, name)
    for day, name in zip(
        DAYS, ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), strict=True
    )
)
_KINDS = tuple(
    Choice(mode.slug, f"{mode.name}, such as football" if mode.slug == "team_sport" else mode.name)
    for mode in MODALITIES
)
_USUAL_EVENTS = ("team_sport", "run_steady", "run_tempo", "hiking", "bike_upright", "swimming", "rowing")
_EVENTS = tuple(
    sorted(_KINDS, key=lambda kind: _USUAL_EVENTS.index(kind.value) if kind.value in _USUAL_EVENTS else len(_KINDS))
)


WEEK_FIELDS: tuple[Field, ...] = (
    Field(
        name="week_legs",
        kind="slots",
        group="week",
        legend="Your leg sessions",
        hint="a day, the full hour at which it starts and how hard it is, such as mon-18:hard",
        choices=form_fields.FIELDS_BY_NAME["leg_effort"].choices,
        default="",
    ),
    Field(
        name="week_lift",
        kind="slots",
        group="week",
        legend="Other lifting",
        hint="a day and the full hour at which it starts, such as tue-18",
    ),
    Field(
        name="week_key",
        kind="slots",
        group="week",
        legend="Hard sessions",
        hint="a day, the full hour, a kind of cardio and its minutes, such as sat-10:run_tempo:50",
        choices=_KINDS,
    ),
    Field(
        name="week_event",
        kind="slots",
        group="week",
        legend="Matches, races and tests",
        hint="a day, the full hour, a kind of cardio and its minutes, such as sun-10:team_sport:90",
        choices=_EVENTS,
    ),
    Field(
        name="week_easy",
        kind="slots",
        group="week",
        legend="Easy sessions that stay",
        hint="a day, the full hour, a kind of cardio and its minutes, such as tue-18:run_steady:40",
        choices=_KINDS,
    ),
    Field(
        name="week_rest",
        kind="multi_choice",
        group="week",
        legend="Days without cardio",
        hint="a day, such as sun",
        choices=_DAY_CHOICES,
    ),
    Field(
        name="week_rest_days",
        kind="number",
        group="week",
        legend="More days without cardio",
        hint="a whole number from 0 to 3",
        low=0,
        high=p.WEEK_REST_DAYS_MOST.value,
        unit="days",
    ),
    Field(
        name="week_minutes",
        kind="slots",
        group="week",
        legend="Minutes on days with more or less time",
        hint="a day and from 5 to 240 minutes, such as sat:60",
        low=5,
        high=240,
        unit="minutes",
    ),
    Field(
        name="week_hour",
        kind="slots",
        group="week",
        legend="Hours that suit you for cardio",
        hint="a full hour from 0 to 23, such as 18, the one you like best first, four at the most",
        low=0,
        high=23,
        unit="hours",
    ),
    Field(
        name="week_soreness",
        kind="number",
        group="week",
        legend="How sore are your legs a day after a hard session?",
        hint="a whole number from 0 to 10",
        low=0,
        high=10,
        default=f"{p.WEEK_SORENESS.value:g}",
    ),
    Field(
        name="compare",
        kind="query",
        group="week",
        legend="A second week to compare",
        hint="what differs in the second week",
    ),
)
