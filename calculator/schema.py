"""Keys and types of an answer, as the command line, the widget and the downloads receive it."""

from __future__ import annotations

from typing import TypedDict

__all__ = [
    "Answer",
    "Ceilings",
    "Change",
    "Exclusion",
    "FindingEntry",
    "Met",
    "ModalityName",
    "ModalityNeedingEquipment",
    "Option",
    "Phase",
    "Plan",
    "Question",
    "QuestionValue",
    "RecoveryAid",
    "TimelineStep",
]


class Met(TypedDict):
    """Metabolic equivalents of one kind of cardio at one band, with the code of the 2024 Adult Compendium."""

    value: float
    code: str
    proxy: bool


class Phase(TypedDict):
    """One part of a session; minutes, seconds of one repeat (or None), and how often it repeats."""

    kind: str
    minutes: float
    intensity: str
    repeat: int
    seconds: int | None
    text: str


class Option(TypedDict):
    """One session that a person can start.

    `minutes` leave out warm-up and cool-down, `total_minutes` hold the whole; heart rate in bpm.

    Energy is gross, in kcal. `role` is best, kindest (to the legs) or no_kit.
    """

    modality: str
    name: str
    role: str
    impact: str
    intensity: str
    format: str
    format_name: str
    minutes: list[int]
    total_minutes: int
    rpe: list[int]
    talk_test: str
    heart_rate: list[int] | None
    heart_rate_note: str
    kcal: list[int] | None
    met: Met
    equipment: list[str]
    session: list[Phase]
    feel: str
    stop: str
    because: list[str]


class Ceilings(TypedDict):
    """The most that today allows; all None where no session is offered. `leg_intensity` holds where the legs lead."""

    impact: str | None
    intensity: str | None
    leg_intensity: str | None
    minutes: int | None


class ModalityName(TypedDict):
    """One kind of cardio by slug and name."""

    modality: str
    name: str


class ModalityNeedingEquipment(ModalityName):
    """One kind of cardio that would be suitable with any one of this equipment."""

    equipment: list[str]


class Exclusion(ModalityName):
    """One kind of cardio that is ruled out: by which rules, why, and from how many hours after the legs it is back."""

    rules: list[str]
    from_hours: int | None
    because: str


class FindingEntry(TypedDict):
    """A rule that spoke; `binding` says that it sets one of today's ceilings, alone or together with others."""

    rule: str
    text: str
    guide: str
    sources: list[str]
    certainty: str
    binding: bool


class RecoveryAid(TypedDict):
    """An aid to recovery, with an honest word on how much it does."""

    what: str
    name: str
    text: str
    certainty: str
    guide: str
    sources: list[str]


class TimelineStep(TypedDict):
    """From so many hours after the leg session these ceilings hold, if soreness eases as usual."""

    from_hours: int
    impact: str
    intensity: str
    minutes: int


class Change(TypedDict):
    """The smallest change of one answer that changes the advice, and what it would change."""

    field: str
    to: str
    effect: str


class Plan(TypedDict):
    """The verdict on the session that the reader asks about: go, go_adjusted, wait, swap or not_today.

    `text` is the verdict as a sentence; `minutes` leave out warm-up and cool-down;
    `from_hours` counts from now, where waiting helps;
    `adjust` names what differs from the plan, and `advice` says it in sentences; `price` says what it costs.
    """

    modality: str
    name: str
    verdict: str
    text: str
    minutes: list[int] | None
    intensity: str | None
    from_hours: int | None
    swap_for: str | None
    swap_name: str | None
    price: str
    adjust: list[str]
    advice: list[str]
    session: list[Phase]
    because: list[str]


class QuestionValue(TypedDict):
    """One answer to an open question, its label on the form, and what it would change."""

    to: str
    label: str
    effect: str


class Question(TypedDict):
    """A question that is still open and would change this answer, with the answers that would."""

    field: str
    legend: str
    values: list[QuestionValue]


class Answer(TypedDict):
    """The whole answer. `chosen` is the place of the session that the headline speaks of; `why` merges the findings for people.

    `plan` is the verdict on the session that was asked about, None where none was.
    """

    outcome: str
    headline: str
    action: str
    plan: Plan | None
    why: list[str]
    readiness: int | None
    readiness_reasons: list[str]
    ceilings: Ceilings
    options: list[Option]
    chosen: int
    also_suitable: list[ModalityName]
    needs_equipment: list[ModalityNeedingEquipment]
    excluded: list[Exclusion]
    findings: list[FindingEntry]
    warnings: list[str]
    warning_ids: list[str]
    recovery: list[RecoveryAid]
    timeline: list[TimelineStep]
    changes: list[Change]
    questions: list[Question]
    next_check: str
    advice_version: str
    query: str
