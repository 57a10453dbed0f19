"""Ordered scales and enumerations of the advice: impact, intensity, leg load, outcome, experience, certainty."""

from __future__ import annotations

from enum import Enum, IntEnum

__all__ = [
    "Certainty",
    "EccentricLoad",
    "Family",
    "Goal",
    "Impact",
    "Intensity",
    "LegSessionEffort",
    "LiftingExperience",
    "Load",
    "Novelty",
    "Outcome",
    "RunningExperience",
    "Tired",
]


class SlugEnum(IntEnum):
    """An ordered scale whose members are written in lower case, as in the query and the answer."""

    def __init__(self, _position: int) -> None:
        self.slug: str = self._name_.lower()

    def __str__(self) -> str:
        return self.slug


class Impact(SlugEnum):
    """Peak force on the legs in body weights, in classes: none, low (to 1.5), moderate (to 2.6), high."""

    NONE = 0
    LOW = 1
    MODERATE = 2
    HIGH = 3


class Intensity(SlugEnum):
    """The five intensity bands of the American College of Sports Medicine, from very light to near-maximal."""

    VERY_LIGHT = 0
    LIGHT = 1
    MODERATE = 2
    VIGOROUS = 3
    NEAR_MAX = 4


class Load(SlugEnum):
    """How much work, or how much braking (eccentric) work, a kind of cardio asks of the legs."""

    NONE = 0
    VERY_LOW = 1
    LOW = 2
    MODERATE = 3
    HIGH = 4
    VERY_HIGH = 5


class Outcome(SlugEnum):
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


class LegSessionEffort(SlugEnum):
    """How hard the leg session was: RPE 1-4, 5-6, 7-8, and 9-10 or to failure."""

    LIGHT = 0
    MODERATE = 1
    HARD = 2
    VERY_HARD = 3


class Novelty(SlugEnum):
    """How new the leg session was: as usual, after a break of four weeks or more, or the first of its kind."""

    USUAL = 0
    RETURN_AFTER_BREAK = 1
    FIRST_TIME = 2


class EccentricLoad(SlugEnum):
    """How much braking work the leg session held: lunges, Romanian deadlifts, Nordics and downhills hold most."""

    LOW = 0
    NORMAL = 1
    HIGH = 2


class LiftingExperience(SlugEnum):
    """Experience of lifting."""

    NOVICE = 0
    INTERMEDIATE = 1
    ADVANCED = 2


class RunningExperience(SlugEnum):
    """Experience of running."""

    NONE = 0
    SOME = 1
    REGULAR = 2


class Tired(SlugEnum):
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

    __hash__ = object.__hash__  # Enum's __hash__ is written in Python; an answer looks a goal up hundreds of times


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
