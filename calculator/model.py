"""Knows the nouns of the advice: situation, limit, rule, assessment, session.

Must never know a number of the guidance, or a paper. Named tuples throughout: importing dataclasses alone would cost
more than the whole engine, at every start in every browser.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum, IntEnum
from typing import NamedTuple

__all__ = [
    "Assessment",
    "Certainty",
    "Choice",
    "Eccentric",
    "Effort",
    "Family",
    "Field",
    "Finding",
    "Goal",
    "Impact",
    "Intensity",
    "Lifting",
    "Limit",
    "Load",
    "Modality",
    "Novelty",
    "Outcome",
    "Parameter",
    "Readiness",
    "Remark",
    "Rule",
    "Running",
    "Situation",
    "Source",
    "Tired",
    "remark",
    "rule",
]


class _Named(IntEnum):
    """An ordered scale whose members are written in lower case, as in the query and the answer."""

    def __init__(self, _position: int) -> None:
        self.slug: str = self._name_.lower()

    def __str__(self) -> str:
        return self.slug


class Impact(_Named):
    """Peak force on the legs in body weights, in classes: none, low (to 1.5), moderate (to 2.6), high."""

    NONE = 0
    LOW = 1
    MODERATE = 2
    HIGH = 3


class Intensity(_Named):
    """The five intensity bands of the American College of Sports Medicine, from very light to near-maximal."""

    VERY_LIGHT = 0
    LIGHT = 1
    MODERATE = 2
    VIGOROUS = 3
    NEAR_MAX = 4


class Load(_Named):
    """How much work, or how much braking (eccentric) work, a kind of cardio asks of the legs."""

    NONE = 0
    VERY_LOW = 1
    LOW = 2
    MODERATE = 3
    HIGH = 4
    VERY_HIGH = 5


class Outcome(_Named):
    """What the answer comes to, from the least to the most restrictive."""

    RECOMMEND = 0
    RECOMMEND_WITH_CAUTION = 1
    REST_OR_WALK_ONLY = 2
    OUT_OF_SCOPE_GENERAL_ADVICE = 3
    NEEDS_CLEARANCE = 4
    STOP_REST = 5
    STOP_REFER_ROUTINE = 6
    STOP_SEEK_URGENT = 7
    STOP_EMERGENCY = 8


class Effort(_Named):
    """How hard the leg session was: RPE 1-4, 5-6, 7-8, and 9-10 or to failure."""

    LIGHT = 0
    MODERATE = 1
    HARD = 2
    VERY_HARD = 3


class Novelty(_Named):
    """How new the leg session was: as usual, after a break of four weeks or more, or the first of its kind."""

    USUAL = 0
    RETURN_AFTER_BREAK = 1
    FIRST_TIME = 2


class Eccentric(_Named):
    """How much braking work the leg session held: lunges, Romanian deadlifts, Nordics and downhills hold most."""

    LOW = 0
    NORMAL = 1
    HIGH = 2


class Lifting(_Named):
    """Experience of lifting."""

    NOVICE = 0
    INTERMEDIATE = 1
    ADVANCED = 2


class Running(_Named):
    """Experience of running."""

    NONE = 0
    SOME = 1
    REGULAR = 2


class Tired(_Named):
    """How tired the whole person is, apart from the legs."""

    NO = 0
    A_BIT = 1
    VERY = 2


class Goal(Enum):
    """What the reader trains for."""

    RECOVERY = "recovery"
    GENERAL_HEALTH = "general_health"
    FAT_LOSS = "fat_loss"
    MUSCLE_STRENGTH = "muscle_strength"
    SPEED_POWER = "speed_power"
    AEROBIC_ENDURANCE = "aerobic_endurance"

    __hash__ = object.__hash__  # Enum's own is written in Python, and an answer looks a goal up hundreds of times


class Family(Enum):
    """Kinds of cardio that are variants of one another; of the options a reader gets, each has its own family."""

    WALK = "walk"
    EASY_RUN = "easy_run"
    QUALITY_RUN = "quality_run"
    SPRINT = "sprint"
    JUMPS_AND_CUTS = "jumps_and_cuts"
    BIKE = "bike"
    BIKE_INTERVALS = "bike_intervals"
    WATER = "water"
    STAIRS = "stairs"
    ELLIPTICAL = "elliptical"
    ROWING = "rowing"
    SKI_ERG = "ski_erg"
    ARM_CRANK = "arm_crank"
    ROPE = "rope"
    HIKING = "hiking"
    DANCE = "dance"
    BOXING = "boxing"
    BATTLE_ROPES = "battle_ropes"
    CIRCUIT = "circuit"
    SKATING = "skating"
    SKIING = "skiing"
    YOGA = "yoga"

    __hash__ = object.__hash__


class Certainty(Enum):
    """How sure the evidence lets us be, in the four words of GRADE."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very_low"


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


def shown(value: str, unit: str) -> str:
    """A value with its unit, as a reader reads it: per cent without a space, one unit in the singular."""
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
        return shown(f"{self.value:g}", self.unit)


class Situation(NamedTuple):
    """Everything that a reader may tell. Units stand in the names; what is not told is None or the cautious default.

    hours_since_legs 0-336, soreness 0-10 (worst in the legs now), minutes 5-240 (time available), ages in years,
    heart rates in beats per minute, weight in kilograms, sleep_hours 0-16 (last night). next_event_in_hours 0-1008,
    cardio_days 0-7 a week, plan_minutes 5-600, plan_in_hours 0-24 from now, weeks_since_birth 0-104.
    plan, prefer and avoid hold slugs of kinds of cardio; every other text is one of its field's choices.

    A tuple for the same reason as Limit: the outlook makes dozens of slightly different ones for every answer.
    """

    hours_since_legs: float = 24
    leg_effort: Effort = Effort.HARD
    soreness: int = 4
    goal: Goal = Goal.GENERAL_HEALTH
    minutes: int = 30
    equipment: frozenset[str] = frozenset()
    novelty: Novelty = Novelty.USUAL
    eccentric: Eccentric = Eccentric.NORMAL
    walking_affected: bool = False
    lifting_experience: Lifting = Lifting.NOVICE
    running_experience: Running = Running.NONE
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
            self.lifting_experience is Lifting.NOVICE
            and self.running_experience is Running.NONE
            and not self.activities
        )


class Readiness(NamedTuple):
    """The planning estimate of how ready the legs are, 0-100, and how many signs of general strain the reader shows."""

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
    do: str
    impact: Impact
    impact_note: str
    leg_load: tuple[Load, Load]
    eccentric: Load
    muscles: str
    gentlest: Intensity
    hardest: Intensity
    mets: Mapping[Intensity, tuple[float, str]]
    cue: str
    care: str
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
    kit: tuple[str, ...] = ()


EVERY: frozenset[str] = frozenset()


class Limit(NamedTuple):
    """What one rule takes away. A field that is left alone takes nothing away.

    `modes` narrows intensity and minutes to some kinds of cardio (empty: all); `minutes` is the longest main part;
    `hard_minutes` the longest main part at vigorous or above. `because` is the sentence for this reader.

    A tuple, not a dataclass: an answer makes hundreds of these, and a frozen dataclass costs four times as much.
    """

    because: str
    outcome: Outcome = Outcome.RECOMMEND
    impact: Impact = Impact.HIGH
    intensity: Intensity = Intensity.NEAR_MAX
    minutes: int | None = None
    hard_minutes: int | None = None
    modes: frozenset[str] = EVERY
    excluded: frozenset[str] = frozenset()
    intervals: bool = True
    session: bool = True
    heart_rate: bool = True
    action: str = ""


class Rule(NamedTuple):
    """A rule, complete: what it decides, why (for readers), where the guide explains it, and on what it stands."""

    id: str
    apply: Callable[[Situation, Readiness], Limit | None]
    why: str
    guide: str
    sources: tuple[Source, ...]
    certainty: Certainty
    claims: tuple[str, ...]
    refs: tuple[str, ...]
    stands: bool = False
    danger: bool = False


def rule(  # noqa: PLR0913 - what a rule is made of, each by its name
    name: str,
    *,
    guide: str,
    sources: tuple[Source, ...],
    certainty: Certainty,
    claims: tuple[str, ...] = (),
    refs: tuple[str, ...] = (),
    stands: bool = False,
    danger: bool = False,
) -> Callable[[Callable[[Situation, Readiness], Limit | None]], Rule]:
    """Make a rule of a small pure function. It registers nothing: the tuple RULES names every rule once.

    A rule stands that looks at nothing that passes: not at hours, soreness, the walk, sleep, the leg session, the time available
    or what comes next. An outlook asks about the same reader dozens of times, and such a rule would say the same each time.

    A rule with `danger` guards against an injury or an illness, not against a poor session: where several rules close the same
    kind of cardio, its reason is the one to give.
    """

    def make(function: Callable[[Situation, Readiness], Limit | None]) -> Rule:
        why = " ".join((function.__doc__ or "").split())
        return Rule(name, function, why, guide, sources, certainty, claims, refs, stands, danger)

    return make


class Finding(NamedTuple):
    """A rule that had something to say to this reader."""

    rule: Rule
    limit: Limit


class Scoped(NamedTuple):
    """The intensity and minutes of one kind of cardio, after every limit that reaches it."""

    intensity: Intensity
    minutes: int


class Assessment(NamedTuple):
    """The most cautious of every limit: a lattice, in which the order of the rules cannot matter."""

    findings: tuple[Finding, ...]
    readiness: Readiness
    outcome: Outcome
    impact: Impact
    intensity: Intensity
    minutes: int
    hard_minutes: int
    scoped: tuple[Limit, ...]
    excluded: frozenset[str]
    intervals: bool
    session: bool
    heart_rate: bool

    def ceilings(self, slug: str) -> Scoped:
        """The intensity band and the minutes that one kind of cardio may reach."""
        intensity, minutes = self.intensity, self.minutes
        for limit in self.scoped:
            if slug in limit.modes:
                intensity = min(intensity, limit.intensity)
                minutes = minutes if limit.minutes is None else min(minutes, limit.minutes)
        return Scoped(intensity, minutes)


class Remark(NamedTuple):
    """A sentence that limits nothing: a warning, an aid to recovery, or a reason to prefer one kind of cardio.

    It is said only beside a session of the kind `about` (empty: any) with a main part of at least `least` minutes.
    """

    id: str
    text: Callable[[Situation, Assessment], str | None]
    why: str
    guide: str
    sources: tuple[Source, ...]
    certainty: Certainty
    claims: tuple[str, ...]
    refs: tuple[str, ...]
    name: str
    about: str
    least: float


def remark(  # noqa: PLR0913 - a remark has this many parts
    slug: str,
    *,
    guide: str,
    sources: tuple[Source, ...],
    certainty: Certainty,
    claims: tuple[str, ...] = (),
    refs: tuple[str, ...] = (),
    name: str = "",
    about: str = "",
    least: float = 0,
) -> Callable[[Callable[[Situation, Assessment], str | None]], Remark]:
    """Make a remark of a small pure function that returns its sentence, or nothing."""

    def make(function: Callable[[Situation, Assessment], str | None]) -> Remark:
        why = " ".join((function.__doc__ or "").split())
        return Remark(slug, function, why, guide, sources, certainty, claims, refs, name, about, least)

    return make


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
    stops: tuple[str, ...] = ()
