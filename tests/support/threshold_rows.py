"""Readers on both sides of each threshold of the parameters, for the advice table.

Each threshold of `calculator.data.parameters` gives readers one step below it, at it and one step above it, so that a change of
the number shows as a changed row.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from calculator.data import parameters as p
from calculator.model import Parameter

__all__ = ["THRESHOLDS", "Threshold", "threshold_readers"]

COLUMNS = ("hours", "effort", "soreness", "goal", "lifting", "running")
FRESH: dict[str, object] = {
    "hours": 100,
    "effort": "moderate",
    "soreness": 0,
    "goal": "aerobic_endurance",
    "lifting": "advanced",
    "running": "regular",
}


class Threshold(NamedTuple):
    """A parameter, the answer that is compared with it (a column of the table or a field), and what else the reader says."""

    parameter: str
    field: str
    changes: dict[str, object] = {}  # noqa: RUF012 - never written to
    also: str = ""
    step: float = 1

    @property
    def value(self) -> float:
        """The number of the parameter (its low end, where it is a span)."""
        number = p.ALL[self.parameter]
        return number.value if isinstance(number, Parameter) else number.high


def _hard(**changes: object) -> dict[str, object]:
    return {"effort": "hard", **changes}


THRESHOLDS: tuple[Threshold, ...] = (
    Threshold("SORENESS_CAP", "soreness"),
    Threshold("SORENESS_LOW_ONLY", "soreness"),
    Threshold("SORENESS_NONE", "soreness"),
    Threshold("SORENESS_FREE", "soreness"),
    Threshold("SORENESS_FRESH", "soreness", also="intent=intervals"),
    Threshold("SORENESS_SPRINT", "soreness", {"goal": "speed_power"}),
    Threshold("SORENESS_LASTING", "soreness", {"hours": 130}),
    Threshold("EASY_RUN_SORENESS", "soreness", _hard(hours=24, lifting="intermediate")),
    Threshold("LASTING_HOURS", "hours", {"soreness": 5}),
    Threshold("LASTING_HOURS_EASING", "hours", {"soreness": 5}, "soreness_trend=easing"),
    Threshold("GROWING_HOURS", "hours", {"soreness": 5}, "soreness_trend=rising"),
    Threshold("SAME_DAY_SHORT", "hours", {"goal": "general_health"}),
    Threshold("SAME_DAY", "hours"),
    Threshold(
        "BIKE_INTERVALS", "hours", {"lifting": "intermediate"}, "activities=cycling&cardio_days=4&intent=intervals"
    ),
    Threshold("NEW_LEGS_LOW", "hours", _hard(), "novelty=return_after_break&eccentric=low"),
    Threshold("NEW_LEGS_MODERATE", "hours", {"effort": "light", "goal": "speed_power"}, "novelty=first_time"),
    Threshold("QUALITY_RUN", "hours", also="prefer=run_tempo&intent=intervals"),
    Threshold(
        "QUALITY_RUN_NEW", "hours", {"effort": "moderate"}, "novelty=return_after_break&prefer=run_tempo&intent=hard"
    ),
    Threshold("SPRINT_WAIT_LIGHT", "hours", {"effort": "light", "goal": "speed_power"}),
    Threshold("SPRINT_WAIT", "hours", {"goal": "speed_power"}),
    Threshold("EASY_RUN", "hours", _hard(lifting="intermediate")),
    Threshold("EASY_RUN_VERY_HARD", "hours", {"effort": "very_hard"}),
    Threshold("DRILLS_WAIT_LIGHT", "hours", {"effort": "light", "goal": "speed_power"}, "minutes=30"),
    Threshold("JUMP_WAIT_LIGHT", "hours", {"effort": "light", "goal": "speed_power"}),
    Threshold("JUMP_WAIT", "hours", {"goal": "speed_power"}),
    Threshold(
        "NEW_CLASS_WAIT", "hours", {"effort": "light"}, "novelty=first_time&prefer=spin_intervals&intent=intervals"
    ),
    Threshold("MUSCLE_GOAL_LOW", "hours", {"goal": "muscle_strength"}),
    Threshold("MUSCLE_GOAL_MODERATE", "hours", {"goal": "muscle_strength"}),
    Threshold("REFUEL_GAP", "hours", also="minutes=150"),
    Threshold(
        "LEG_DAY_OVER",
        "hours",
        {"effort": "very_hard", "lifting": "novice", "goal": "speed_power"},
        "novelty=first_time&age=62&sleep_hours=5",
    ),
    Threshold("NEXT_LEGS", "next_legs_in_hours"),
    Threshold("NEXT_LEGS_SOON", "next_legs_in_hours", {"goal": "general_health"}),
    Threshold("NEXT_LEGS_PREFERRED", "next_legs_in_hours"),
    Threshold("EVENT", "next_event_in_hours"),
    Threshold("EVENT_NOW", "next_event_in_hours"),
    Threshold("EVENT_SOON", "next_event_in_hours"),
    Threshold("TAPER_LONG", "next_event_in_hours", also="event_kind=long_race&minutes=150"),
    Threshold("TAPER_SHORT", "next_event_in_hours", also="event_kind=short_race&minutes=150"),
    Threshold("TAPER_EARLY", "next_event_in_hours", also="event_kind=long_race&minutes=200"),
    Threshold("TAPER_LAST", "next_event_in_hours", also="event_kind=long_race&minutes=150"),
    Threshold("RACE_WEEK", "next_event_in_hours", {"goal": "speed_power"}, "event_kind=long_race"),
    Threshold("SHORT_SLEEP", "sleep_hours", also="consecutive_hard_days=3", step=0.5),
    Threshold("VERY_SHORT_SLEEP", "sleep_hours", step=0.5),
    Threshold("HARD_DAYS", "consecutive_hard_days", also="sleep_hours=5"),
    Threshold("MANY_HARD_DAYS", "consecutive_hard_days"),
    Threshold("SLOWER_RECOVERY_AGE", "age", _hard(hours=66, goal="speed_power")),
    Threshold("OLDER_ADULT", "age", {"running": "none"}),
    Threshold("ADULT", "age"),
    Threshold("POSTPARTUM_EARLY", "weeks_since_birth", also="conditions=postpartum"),
    Threshold("POSTPARTUM_OVER", "weeks_since_birth"),
    Threshold("CARDIO_DAYS_TRAINED", "cardio_days", {"running": "none"}, "age=70"),
    Threshold("ROOM_FOR_WARM_UP", "minutes"),
    Threshold("ROOM_FOR_INTERVALS", "minutes", also="intent=intervals"),
    Threshold("LONG_RUN_MINUTES", "minutes"),
    Threshold("LONG_SESSION", "minutes", {"goal": "aerobic_endurance", "running": "none", "lifting": "novice"}),
    Threshold("SHORT_TIME", "minutes"),
    Threshold("ROOMY_TIME", "minutes"),
    Threshold("RAISED_RESTING_HR", "resting_hr", also="usual_resting_hr=55"),
    Threshold("RESTING_HR_ABOVE", "resting_hr", also="usual_resting_hr=55"),
    Threshold("RESTING_HR_FAR_ABOVE", "resting_hr", also="usual_resting_hr=55"),
    Threshold("RESTING_HR_STOP", "resting_hr", also="usual_resting_hr=95"),
    Threshold(
        "SPENT",
        "hours",
        {"effort": "very_hard", "lifting": "novice", "running": "none", "goal": "general_health"},
        "novelty=first_time",
    ),
    Threshold("READY_MODERATE", "hours", _hard(lifting="novice", running="some")),
    Threshold("READY_HIGH", "hours", _hard(goal="speed_power")),
    Threshold("LONG_READINESS", "hours", _hard(), "minutes=150"),
)
ABOVE_USUAL = {"RAISED_RESTING_HR", "RESTING_HR_ABOVE", "RESTING_HR_FAR_ABOVE"}
BY_READINESS = {
    "SPENT": range(6, 26),
    "READY_MODERATE": range(24, 60, 2),
    "READY_HIGH": range(60, 84, 2),
    "LONG_READINESS": range(36, 60, 2),
}


def _values(threshold: Threshold) -> list[float]:
    """The answers to give for a threshold: one step below, at it, and one step above; by hours, where readiness is compared."""
    if threshold.parameter in BY_READINESS:
        return list(BY_READINESS[threshold.parameter])
    at = threshold.value + (55 if threshold.parameter in ABOVE_USUAL else 0)
    return [value for value in (at - threshold.step, at, at + threshold.step) if value >= 0]


def threshold_readers(threshold: Threshold) -> Iterator[tuple[object, ...]]:
    """The readers of one threshold, as rows of the advice table."""
    for value in _values(threshold):
        columns, also = {**FRESH, **threshold.changes}, threshold.also
        if threshold.field in COLUMNS:
            columns[threshold.field] = f"{value:g}"
        else:
            also = "&".join(filter(None, (also, f"{threshold.field}={value:g}")))
        yield (*columns.values(), also)
