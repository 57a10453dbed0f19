"""Knows how to rank the kinds of cardio inside the limits: goal first, then the relief of the legs.

Must never know a limit of its own, or how a session is written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from operator import itemgetter

from calculator import modalities as m
from calculator import parameters as p
from calculator.engine import opened
from calculator.model import (
    Assessment,
    Effort,
    Goal,
    Impact,
    Intensity,
    Lifting,
    Load,
    Modality,
    Novelty,
    Outcome,
    Running,
    Situation,
)

__all__ = ["FIT", "NEVER_LEADS", "at_hand", "choose", "suitable", "target", "top_intensity", "unaccustomed"]

_FAMILIES = (m.EASY_BIKES, m.WALKS, m.WATER, m.EASY_RUNS, m.QUALITY_RUNS, m.SPRINTS)
_FAMILY = {mode.slug: next((min(f) for f in _FAMILIES if mode.slug in f), mode.slug) for mode in m.MODALITIES}
_TOP = 3
_ANY_LEG_MODE = "bike_upright"

# How well each kind of cardio serves a goal, from 1 to 4; what is not named does not serve it in particular.
_TIERS: dict[Goal, dict[int, str]] = {
    Goal.GENERAL_HEALTH: {
        3: "walk_brisk bike_upright swimming",
        2: "bike_recumbent elliptical walk_easy run_steady aqua_jog rowing walk_incline treadmill_jog dance_low_impact "
        "hiking spin_intervals xc_ski inline_skating stair_climber air_bike circuit jump_rope",
        1: "yoga_flow ski_erg battle_ropes boxing_shadow",
    },
    Goal.RECOVERY: {
        3: "walk_easy bike_recumbent bike_upright swimming aqua_jog",
        2: "yoga_flow elliptical walk_brisk",
        1: "arm_ergometer dance_low_impact boxing_shadow",
    },
    Goal.FAT_LOSS: {
        3: "walk_brisk walk_incline bike_upright elliptical",
        2: "swimming bike_recumbent walk_easy run_steady aqua_jog rowing treadmill_jog dance_low_impact hiking "
        "spin_intervals xc_ski inline_skating stair_climber air_bike circuit jump_rope",
        1: "yoga_flow ski_erg battle_ropes boxing_shadow",
    },
    Goal.MUSCLE_STRENGTH: {
        3: "bike_recumbent bike_upright walk_easy walk_brisk swimming",
        2: "aqua_jog arm_ergometer elliptical",
        1: "yoga_flow walk_incline rowing ski_erg battle_ropes",
    },
    Goal.SPEED_POWER: {
        4: "track_sprints hill_sprints",
        3: "plyometrics agility_drills team_sport bike_upright incline_treadmill_run",
        2: "bike_recumbent walk_easy yoga_flow swimming aqua_jog spin_intervals jump_rope",
        1: "walk_brisk",
    },
    Goal.AEROBIC_ENDURANCE: {
        3: "run_steady run_tempo bike_upright swimming aqua_jog",
        2: "treadmill_jog rowing elliptical bike_recumbent spin_intervals xc_ski ski_erg walk_brisk walk_incline "
        "hiking incline_treadmill_run inline_skating stair_climber air_bike",
        1: "walk_easy arm_ergometer",
    },
}
FIT: dict[Goal, Mapping[str, int]] = {
    goal: {slug: fit for fit, slugs in tiers.items() for slug in slugs.split()} for goal, tiers in _TIERS.items()
}
# What a reader may do but is never offered first, and why: the words stand in the guide as well.
NEVER_LEADS: Mapping[str, str] = {
    "rucking": "Rucking loads feet and shins like a run, no question asks about the pack, and no study has tried it after leg "
    "day; a hike or an uphill walk gives the same without the load.",
    "aerobics_high_impact": "High-impact aerobics lands as hard as skipping, and whoever is fit for it today is fit for a run; "
    "low-impact dance is the same class without the landings.",
}
_IN_TRIALS = frozenset({"bike_upright", "bike_recumbent", "walk_brisk", "walk_easy", "swimming", "aqua_jog"})
_RELIEF = {Load.NONE: 2.0, Load.VERY_LOW: 1.5, Load.LOW: 1.0, Load.MODERATE: 0.5, Load.HIGH: 0.0, Load.VERY_HIGH: 0.0}


def at_hand(s: Situation) -> frozenset[str]:
    """Every kind of cardio for which the reader has what it needs."""
    return _served(s.equipment)


@lru_cache(maxsize=64)
def _served(equipment: frozenset[str]) -> frozenset[str]:
    return frozenset(mode.slug for mode in m.MODALITIES if not mode.kit or not equipment.isdisjoint(mode.kit))


def top_intensity(s: Situation, a: Assessment) -> Intensity:
    """The most effort that today allows: what the legs may do, or the arms where the reader can use them."""
    legs, arms = a.ceilings(_ANY_LEG_MODE).intensity, m.ARMS_LEAD & at_hand(s)
    return max([legs, *(a.ceilings(slug).intensity for slug in arms & opened(a))]) if arms else legs


def target(s: Situation, a: Assessment, mode: Modality) -> Intensity:
    """The band to train in: what the goal wishes, inside what the mode and the assessment allow."""
    wish = Intensity.LIGHT if s.goal is Goal.RECOVERY else Intensity.MODERATE
    return max(mode.gentlest, min(wish, mode.hardest, a.ceilings(mode.slug).intensity))


def _runner(s: Situation) -> bool:
    """Whether running is what the reader trains for."""
    return s.running_experience is Running.REGULAR and s.goal is Goal.AEROBIC_ENDURANCE


def unaccustomed(s: Situation) -> bool:
    """Whether the legs are new to what they did and not two days on: then a run is no first choice, even for a runner."""
    new = s.novelty is not Novelty.USUAL or s.lifting_experience is Lifting.NOVICE
    return new and s.leg_effort is not Effort.LIGHT and s.hours_since_legs < p.NEW_LEGS_LOW.value


def _fit(s: Situation, a: Assessment, mode: Modality, fit: float) -> float:
    """How well it serves the goal, and this reader: age and habit first, then what the day leaves room for."""
    slug, runner = mode.slug, _runner(s)
    if s.age is not None and s.age >= p.OLDER_ADULT.value and mode.impact > Impact.LOW:
        return fit - 1
    if slug in m.RUNS and (runner or unaccustomed(s)):
        return fit - 1 if unaccustomed(s) else fit + 1
    if slug == "aqua_jog" and runner and a.impact < Impact.MODERATE:
        return fit + 1
    if slug == "incline_treadmill_run" and s.running_experience is not Running.REGULAR:
        return 0
    if slug == "walk_easy" and a.outcome is Outcome.REST_OR_WALK_ONLY:
        return fit + 2
    return fit + _DAY[slug](s, a) if fit and slug in _DAY else fit


# Intervals save scarce time and a hike wants more of it; a slope makes more of a walk, though not of a bike ride, for who
# does not run, and stairs are no start for who does no cardio; who runs regularly runs on fresh legs; a saddle in front of
# the pedals spares the front of the knee; on fresh legs a circuit adds the strength work that a week of health asks for.
_DAY: dict[str, Callable[[Situation, Assessment], float]] = {
    "spin_intervals": lambda s, _a: 1.2 * (s.minutes < p.LONG_SESSION.value),
    "jump_rope": lambda s, _a: 1.2 * (s.minutes < p.LONG_SESSION.value),
    "hiking": lambda s, _a: -(s.minutes < p.LONG_SESSION.value),
    "walk_incline": lambda s, a: (
        0.2 * (s.running_experience is Running.NONE and a.readiness.score >= p.READY_MODERATE.value)
    ),
    "stair_climber": lambda s, _a: -2 * (s.running_experience is Running.NONE),
    "run_steady": lambda s, a: (
        2 * (s.running_experience is Running.REGULAR and a.readiness.score >= p.READY_HIGH.value)
    ),
    "bike_recumbent": lambda s, _a: 1.2 * ("knee_pain" in s.conditions),
    "circuit": lambda s, a: s.lifting_experience > Lifting.NOVICE and a.readiness.score >= p.READY_HIGH.value,
}


def _relief(mode: Modality) -> float:
    """How much it spares tired legs: little load, no strike, little braking."""
    hard = mode.gentlest >= Intensity.VIGOROUS  # no goal wishes for more than moderate effort
    strike, brake = mode.impact is Impact.NONE, mode.eccentric >= Load.MODERATE
    return _RELIEF[mode.leg_load[hard]] + 0.5 * strike - 0.5 * brake


# One for kit at hand, one for trials behind it; on legs that are not ready also twice the relief.
_READY = {mode.slug: bool(mode.kit) + (mode.slug in _IN_TRIALS) for mode in m.MODALITIES}
_TIRED = {mode.slug: _READY[mode.slug] + 2 * _relief(mode) for mode in m.MODALITIES}


def suitable(s: Situation, a: Assessment) -> list[Modality]:
    """Every kind of cardio that the limits and the kit allow, best first; ties keep the order of the table.

    Three times the fit to the goal, twice the relief of the legs, one for kit at hand, one for trials behind it.
    """
    slugs = opened(a) & at_hand(s)
    fits, rest = FIT[s.goal], _READY if a.readiness.score >= p.READY_MODERATE.value else _TIRED
    scored = [
        (3 * _fit(s, a, mode, fits.get(slug, 0)) + rest[slug], mode)
        for slug, mode in m.BY_SLUG.items()
        if slug in slugs
    ]
    return [mode for _, mode in sorted(scored, key=itemgetter(0), reverse=True)]


def choose(ranked: list[Modality]) -> list[Modality]:
    """The three best, one a family, and one that needs no equipment if none of them does without."""
    top: dict[str, Modality] = {}
    for mode in ranked:
        top.setdefault(_FAMILY[mode.slug], mode)
        if len(top) == _TOP:
            break
    best = list(top.values())
    free = [mode for mode in ranked if not mode.kit]
    return [*best, free[0]] if free and all(mode.kit for mode in best) else best
