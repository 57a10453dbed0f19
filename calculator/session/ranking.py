"""Rank the kinds of cardio that the limits and the equipment allow.

First by goal, then by how much they spare the legs.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from calculator.assessment.engine import allowed_slugs
from calculator.data import modalities as m
from calculator.data import parameters as p
from calculator.data.interval_formats import SESSION_FORMATS
from calculator.model import Modality, Parameter, Situation
from calculator.rules.habits import may_ride_hard, trained
from calculator.rules_api import Assessment
from calculator.scales import (
    Goal,
    Impact,
    Intensity,
    LegSessionEffort,
    LiftingExperience,
    Load,
    Novelty,
    Outcome,
    RunningExperience,
    Tired,
)

__all__ = [
    "CRITERIA",
    "GOAL_FIT",
    "NEVER_LEADS",
    "Criterion",
    "Reader",
    "available",
    "hard_wish",
    "level",
    "only_machine",
    "own_sport",
    "pick_options",
    "rank",
    "reader",
    "roles",
    "state",
    "target_intensity",
    "top_intensity",
    "unaccustomed",
]

_ANY_LEG_MODE = "elliptical"
_SERVES = 2  # steps of fit to the goal that make a kind worth offering as the kindest
_LOOKED_AT = 8  # how many of the best ranked kinds are looked at for the one that is kindest to the legs
_TRAINED_DAYS = 3  # days a week with cardio
MACHINES = frozenset(
    {
        "treadmill",
        "bike_upright",
        "bike_recumbent",
        "air_bike",
        "elliptical",
        "rower",
        "ski_erg",
        "stair_climber",
        "pool",
        "arm_ergometer",
    }
)

# How well each kind of cardio serves a goal, from 1 to 4; what is not named does not serve it in particular.
_TIERS: dict[Goal, dict[float, str]] = {
    Goal.GENERAL_HEALTH: {
        3: "walk_brisk bike_upright swimming run_steady dance_low_impact circuit rowing",
        2: "bike_recumbent elliptical walk_easy aqua_jog walk_incline treadmill_jog "
        "hiking spin_intervals xc_ski inline_skating stair_climber air_bike jump_rope ski_erg",
        1: "yoga_flow battle_ropes boxing_shadow",
    },
    Goal.RECOVERY: {
        3: "walk_easy swimming aqua_jog",
        2.5: "bike_recumbent bike_upright",
        2: "yoga_flow elliptical walk_brisk",
        1: "arm_ergometer dance_low_impact boxing_shadow",
    },
    Goal.FAT_LOSS: {
        3: "walk_brisk walk_incline bike_upright elliptical hiking",
        2: "swimming bike_recumbent walk_easy run_steady aqua_jog rowing treadmill_jog dance_low_impact "
        "spin_intervals xc_ski inline_skating stair_climber air_bike circuit jump_rope",
        1: "yoga_flow ski_erg battle_ropes boxing_shadow",
    },
    Goal.MUSCLE_STRENGTH: {
        3: "bike_recumbent bike_upright walk_brisk walk_easy swimming",
        2: "aqua_jog arm_ergometer elliptical walk_incline",
        1: "yoga_flow rowing ski_erg battle_ropes air_bike",
    },
    Goal.SPEED_POWER: {
        4: "track_sprints hill_sprints",
        3: "plyometrics agility_drills team_sport incline_treadmill_run",
        2: "bike_upright bike_recumbent walk_easy yoga_flow swimming aqua_jog spin_intervals jump_rope boxing_shadow",
        1: "walk_brisk elliptical rowing air_bike",
    },
    Goal.AEROBIC_ENDURANCE: {
        3: "run_steady run_tempo bike_upright swimming aqua_jog rowing spin_intervals",
        2: "treadmill_jog elliptical bike_recumbent xc_ski ski_erg walk_brisk walk_incline "
        "hiking incline_treadmill_run inline_skating stair_climber air_bike",
        1: "walk_easy arm_ergometer boxing_shadow",
    },
}
GOAL_FIT: dict[Goal, Mapping[str, float]] = {
    goal: {slug: fit for fit, slugs in tiers.items() for slug in slugs.split()} for goal, tiers in _TIERS.items()
}
# What is never first unless the reader prefers it, and why: the words stand in the guide as well.
NEVER_LEADS: Mapping[str, str] = {
    "rucking": "Rucking loads feet and shins like a run, no question asks about the pack, and no study has tried it after leg "
    "day; a hike or an uphill walk gives the same without the load.",
    "aerobics_high_impact": "High-impact aerobics lands as hard as skipping: if you are fit for it today, you are fit for a run; "
    "low-impact dance is the same class without the landings.",
}
_IN_TRIALS = frozenset({"bike_upright", "bike_recumbent", "walk_brisk", "walk_easy", "swimming", "aqua_jog"})
_RELIEF = {Load.NONE: 2.0, Load.VERY_LOW: 1.5, Load.LOW: 1.0, Load.MODERATE: 0.5, Load.HIGH: 0.0, Load.VERY_HIGH: 0.0}
_STATES = (p.SPENT.value, p.READY_MODERATE.value, p.READY_HIGH.value)
_CAN_BE_HARD = frozenset(slug for form in SESSION_FORMATS if form.hard for slug in form.modes) | frozenset(
    mode.slug for mode in m.MODALITIES if mode.gentlest >= Intensity.VIGOROUS
)
# How much a sport counts for each goal, as a share of its points.
_SPORT_SHARE = {
    Goal.AEROBIC_ENDURANCE: 1.0,
    Goal.GENERAL_HEALTH: 1.0,
    Goal.FAT_LOSS: 1.0,
    Goal.SPEED_POWER: 0.6,
    Goal.RECOVERY: 0.6,
    Goal.MUSCLE_STRENGTH: 0.6,
}


_KIT_OF_SPORT = {"skiing": "skis", "skating": "skates"}
_SUBSTITUTES = m.EASY_BIKES | {"ski_erg"}


class Reader(NamedTuple):
    """What the ranking may depend on, no finer than it needs: readers who are alike here share one cached order."""

    goal: Goal
    intent: str | None
    equipment: frozenset[str]
    sports: frozenset[str]
    prefer: frozenset[str]
    avoid: frozenset[str]
    runs: bool
    new: bool
    older: bool
    unaccustomed: bool
    tired_legs: bool
    rest_only: bool
    no_landings: bool
    hard: bool
    knee_pain: bool
    foot_pain: bool
    room: bool
    long: bool


class Criterion(NamedTuple):
    """One row of the ranking: points for each step of its score, and why, for readers."""

    slug: str
    name: str
    weight: Parameter
    score: Callable[[Reader, Modality], float]
    why: str


def level(s: Situation) -> int:
    """How used to training the reader is: 0 new, 1 with a habit, 2 trained."""
    if s.lifting_experience is LiftingExperience.NOVICE:
        return 0
    days = s.cardio_days or 0
    if s.running_experience is RunningExperience.REGULAR or (s.activities and days >= _TRAINED_DAYS):
        return 2
    return int(s.running_experience is not RunningExperience.NONE or bool(s.activities))


def available(s: Situation) -> frozenset[str]:
    """The kinds of cardio for which the reader has the equipment."""
    return _available_with(s.equipment)


@lru_cache(maxsize=64)
def _available_with(equipment: frozenset[str]) -> frozenset[str]:
    return frozenset(
        mode.slug
        for mode in m.MODALITIES
        if not mode.equipment_any_of or not equipment.isdisjoint(mode.equipment_any_of)
    )


def only_machine(equipment: frozenset[str]) -> str:
    """The one machine (or pool) at hand, or an empty text where there are several or none."""
    machines = equipment & MACHINES
    return next(iter(machines)) if len(machines) == 1 else ""


def top_intensity(s: Situation, a: Assessment) -> Intensity:
    """The most effort that today allows: what the legs may do, or the arms and the bike where the reader can use them."""
    legs, others = a.ceilings(_ANY_LEG_MODE).intensity, (m.ARMS_LEAD | m.BIKES) & available(s)
    return max([legs, *(a.ceilings(slug).intensity for slug in others & allowed_slugs(a))]) if others else legs


def unaccustomed(s: Situation) -> bool:
    """Whether the legs are new to what they did and not two days on: then a run is no first choice, even for a runner."""
    new = s.novelty is not Novelty.USUAL or s.lifting_experience is LiftingExperience.NOVICE
    return new and s.leg_effort is not LegSessionEffort.LIGHT and s.hours_since_legs < p.NEW_LEGS_LOW.value


def hard_wish(s: Situation, a: Assessment) -> bool:
    """Whether wish or goal asks for hard work and today leaves room for it: intervals are open and there is time to warm up."""
    if not a.allows_intervals or s.minutes < p.ROOM_FOR_INTERVALS.value:
        return False
    if s.intent is not None:
        return s.intent in {"hard", "intervals"} and s.tired is not Tired.VERY
    if a.readiness.score < p.READY_HIGH.value or a.readiness.strain_signs:
        return False
    return s.goal is Goal.SPEED_POWER or (s.goal is Goal.AEROBIC_ENDURANCE and s.minutes <= p.LONG_RUN_MINUTES.value)


def target_intensity(s: Situation, a: Assessment, mode: Modality) -> Intensity:
    """The band to train in: the goal's, within what the kind of cardio and the assessment allow."""
    wish = Intensity.MODERATE
    if s.intent == "easy" or (s.goal is Goal.RECOVERY and s.intent is None):
        wish = Intensity.LIGHT
    elif s.intent == "hard" and hard_wish(s, a):
        wish = Intensity.VIGOROUS
    return max(mode.gentlest, min(wish, mode.hardest, a.ceilings(mode.slug).intensity))


def own_sport(sports: frozenset[str], mode: Modality) -> bool:
    """Whether a kind of cardio belongs to what the reader does every week."""
    return not sports.isdisjoint(mode.activities)


def reader(s: Situation, a: Assessment) -> Reader:
    """What the ranking may know of a reader and a day."""
    runs = s.running_experience is RunningExperience.REGULAR
    return Reader(
        s.goal,
        s.intent,
        s.equipment,
        s.activities | {"running"} if runs else s.activities,
        s.prefer,
        s.avoid,
        runs,
        level(s) == 0,
        s.age is not None and s.age >= p.OLDER_ADULT.value and not trained(s),
        unaccustomed(s),
        a.readiness.score < p.READY_MODERATE.value,
        a.outcome is Outcome.REST_OR_WALK_ONLY,
        a.impact < Impact.MODERATE,
        hard_wish(s, a),
        "knee_pain" in s.conditions,
        "foot_pain" in s.conditions,
        s.minutes >= p.ROOM_FOR_INTERVALS.value,
        s.minutes >= p.LONG_SESSION.value,
    )


def state(s: Situation, a: Assessment) -> tuple[object, ...]:
    """All but the limits that an offer depends on: two moments with the same limits and state get the same offer."""
    hours, sore = s.hours_since_legs, s.soreness
    gates = (
        bisect_right((p.FORMAT_SORENESS_EXPLOSIVE.value + 1, p.FORMAT_SORENESS.value + 1), sore),
        bisect_right((p.FORMAT_EXPLOSIVE_HOURS.value, p.FORMAT_QUALITY_HOURS.value), hours),
        bisect_right((p.FORMAT_READY.value, p.FORMAT_READY_TRAINED.value), a.readiness.score),
        bisect_right(_STATES, a.readiness.score),
        may_ride_hard(s),
        a.allows_intervals,
        s.next_event_in_hours is not None and s.next_event_in_hours <= p.EVENT.value,
        level(s),
        s.running_experience,
        s.activities,
    )
    return reader(s, a), s.minutes, sore >= p.SORENESS_CAP.value, gates


def _leg_relief(mode: Modality) -> float:
    """How much it spares tired legs: little load, no impact, little eccentric work."""
    hard = mode.gentlest >= Intensity.VIGOROUS
    strike, brake = mode.impact is Impact.NONE, mode.eccentric >= Load.MODERATE
    return _RELIEF[mode.leg_load[hard]] + 0.5 * strike - 0.5 * brake


_SPARES = {mode.slug: _leg_relief(mode) for mode in m.MODALITIES}


def _goal(r: Reader, mode: Modality) -> float:
    return GOAL_FIT[r.goal].get(mode.slug, 0)


def _sport(r: Reader, mode: Modality) -> float:
    """The own sport; where it is closed, what works the same muscles: deep water for runners, a bike for skiers and skaters."""
    if r.unaccustomed and mode.slug in m.RUNS:
        return 0
    if own_sport(r.sports, mode):
        return _SPORT_SHARE[r.goal]
    if r.goal is not Goal.AEROBIC_ENDURANCE:
        return 0
    water = mode.slug == "aqua_jog" and "running" in r.sports and r.no_landings
    closed = any(kit not in r.equipment for sport, kit in _KIT_OF_SPORT.items() if sport in r.sports)
    return _SPORT_SHARE[r.goal] * 0.7 if water or (closed and mode.slug in _SUBSTITUTES) else 0


def _only_machine(r: Reader, mode: Modality) -> float:
    """The only machine; less beside the sport of an endurance reader, and no treadmill where an easy walk is wanted."""
    result = only_machine(r.equipment)
    if not result or result not in mode.equipment_any_of:
        return 0
    easy = r.intent == "easy" or r.goal is Goal.RECOVERY
    if result == "treadmill" and easy:
        return 0
    beside = r.goal is Goal.AEROBIC_ENDURANCE and bool(r.sports) and not own_sport(r.sports, mode)
    return 0.4 if beside else 1


def _hard(r: Reader, mode: Modality) -> float:
    """Hard work where it is asked for and open; else kinds that are always hard step back."""
    if r.hard:
        made_for_it = r.intent is not None and mode.gentlest >= Intensity.VIGOROUS
        return (mode.slug in _CAN_BE_HARD) + 0.2 * made_for_it
    return -0.6 * (mode.gentlest >= Intensity.VIGOROUS)


def _explosive(r: Reader, mode: Modality) -> float:
    if r.goal is not Goal.SPEED_POWER or not r.hard:
        return 0
    return 1.0 * (mode.explosive or (mode.slug == "team_sport" and own_sport(r.sports, mode)))


def _habit(r: Reader, mode: Modality) -> float:
    """A step down for what this reader should not start with."""
    used = own_sport(r.sports, mode)
    return -(
        (r.older and mode.impact > Impact.LOW and not used)
        + (mode.slug in m.RUNS and r.unaccustomed)
        + 2 * (mode.slug == "incline_treadmill_run" and not r.runs)
        + 2 * (mode.slug == "stair_climber" and r.new)
        + (mode.fall_or_contact_risk and not used)
        + 2 * (mode.slug in NEVER_LEADS and not used)
    )


def _day(r: Reader, mode: Modality) -> float:
    """A hike wants time, hard kinds want room to warm up, rest wants an easy walk, ready legs a brisk one."""
    if not r.room and mode.gentlest >= Intensity.VIGOROUS:
        return -20
    return _CONTEXT_ADJUSTMENTS[mode.slug](r) if mode.slug in _CONTEXT_ADJUSTMENTS else 0


_CONTEXT_ADJUSTMENTS: dict[str, Callable[[Reader], float]] = {
    "walk_easy": lambda r: (
        -5
        if r.foot_pain
        else 2
        if r.rest_only
        else -0.5 * (r.intent not in {None, "easy"} or (r.goal is Goal.MUSCLE_STRENGTH and not r.tired_legs))
    ),
    "hiking": lambda r: -1.0 * (not r.long),
    "bike_recumbent": lambda r: 1.2 * r.knee_pain,
    "circuit": lambda _r: -0.4,
    "dance_low_impact": lambda _r: -0.4,
}


def _wish(r: Reader, mode: Modality) -> float:
    """Kinds that can be done easily where an easy day is wanted; a sport that cannot steps behind them."""
    easy = mode.gentlest <= Intensity.LIGHT
    if r.intent == "easy":
        return 1.0 if easy else -4.0
    return 1.0 * (easy and r.goal is Goal.RECOVERY and r.intent is None)


CRITERIA: tuple[Criterion, ...] = (
    Criterion(
        "prefer",
        "You prefer it",
        p.RANK_PREFER,
        lambda r, mode: mode.slug in r.prefer,
        "Inside the limits your own choice counts most: the session you like is the one you do.",
    ),
    Criterion(
        "avoid",
        "You want to leave it out",
        p.RANK_AVOID,
        lambda r, mode: mode.slug in r.avoid,
        "A kind that you do not want is left out while anything else is open.",
    ),
    Criterion(
        "only-machine",
        "It uses the only machine at hand",
        p.RANK_ONLY_MACHINE,
        _only_machine,
        "Who has one machine wants to use it, and nearly every goal can be served on it.",
    ),
    Criterion("goal", "It serves your goal", p.RANK_GOAL, _goal, "0 to 4 steps: how well each kind serves each goal."),
    Criterion(
        "sport",
        "It is your sport",
        p.RANK_SPORT,
        _sport,
        "What you train every week is what your legs are used to and what you want to get better at; least for strength and "
        "recovery, which ask little of cardio.",
    ),
    Criterion(
        "explosive",
        "It is explosive work for speed",
        p.RANK_EXPLOSIVE,
        _explosive,
        "Speed is trained by fast work on fresh legs, and no machine takes its place.",
    ),
    Criterion(
        "hard",
        "It can be done hard",
        p.RANK_HARD,
        _hard,
        "Where your wish, or endurance or speed on ready legs, asks for hard work, kinds that allow it come first.",
    ),
    Criterion(
        "relief",
        "It spares tired legs",
        p.RANK_RELIEF,
        lambda r, mode: _SPARES[mode.slug] if r.tired_legs else 0,
        "Below readiness 70: little work for the legs, no impact and little braking.",
    ),
    Criterion(
        "easy",
        "It can be done easily",
        p.RANK_WISH,
        _wish,
        "Where you want an easy day, kinds that can be done at a light effort come first.",
    ),
    Criterion(
        "habit",
        "You should not start with it",
        p.RANK_HABIT,
        _habit,
        "Impact from 65 on, runs on legs new to the work, falls and climbs step back for readers who are not used to them.",
    ),
    Criterion(
        "day",
        "The day leaves room for it",
        p.RANK_DAY,
        _day,
        "A hike wants an hour, hard kinds want time to warm up, and sore knees want the saddle behind the pedals.",
    ),
    Criterion(
        "equipment",
        "It uses your equipment",
        p.RANK_KIT,
        lambda _r, mode: bool(mode.equipment_any_of),
        "Equipment that you have at hand is there to be used.",
    ),
    Criterion(
        "trials",
        "It was tested after leg training",
        p.RANK_TRIALS,
        lambda _r, mode: mode.slug in _IN_TRIALS,
        "Kinds of cardio that trials tried after leg training come first where all else is equal.",
    ),
)


_ROWS = tuple((row.slug, row.weight.value, row.score) for row in CRITERIA)


def _idle(r: Reader) -> frozenset[str]:
    """The criteria that give this reader no points for any kind: they are not asked, which is most of the work."""
    idle = {
        "prefer": not r.prefer,
        "avoid": not r.avoid,
        "only-machine": not only_machine(r.equipment),
        "sport": not r.sports,
        "explosive": r.goal is not Goal.SPEED_POWER or not r.hard,
        "relief": not r.tired_legs,
        "easy": r.intent != "easy" and (r.goal is not Goal.RECOVERY or r.intent is not None),
    }
    return frozenset(slug for slug, is_idle in idle.items() if is_idle)


def points(r: Reader) -> Callable[[Modality], float]:
    """The points of each kind of cardio for one reader."""
    idle = _idle(r)
    rows = [(weight, score) for slug, weight, score in _ROWS if slug not in idle]

    def total(mode: Modality) -> float:
        return sum([weight * score(r, mode) for weight, score in rows])

    return total


@lru_cache(maxsize=512)
def _order(r: Reader) -> tuple[Modality, ...]:
    """Every kind for which the reader has the equipment, best first; ties keep the order of the table of kinds."""
    served = [m.BY_SLUG[slug] for slug in m.BY_SLUG if slug in _available_with(r.equipment)]
    return tuple(sorted(served, key=points(r), reverse=True))


def rank(s: Situation, a: Assessment) -> list[Modality]:
    """The kinds of cardio that limits and equipment allow, best first; ties keep the order of the table.

    Score: three times the fit to the goal, twice the relief of legs that are not ready, one for equipment, one for trials.
    """
    slugs = allowed_slugs(a)
    if not slugs:
        return []
    ranked = [mode for mode in _order(reader(s, a)) if mode.slug in slugs]
    return [mode for mode in ranked if mode.slug not in s.avoid] or ranked


def _kindness(mode: Modality) -> float:
    """How kind to the legs a session of it is: relief first, then how gently it can be done."""
    return _SPARES[mode.slug] - 0.25 * mode.gentlest


def roles(ranked: list[Modality], goal: Goal | None = None, *, easy: bool = False) -> list[tuple[str, Modality]]:
    """The options by role: the best, the kindest to the legs, and one without equipment where neither does without.

    Each is of its own family, and the kindest serves the goal where any other does. Where no other family is left, a second of
    the same family is better than none. `easy`: beside the best only what can be done easily, where there is any.
    """
    if not ranked:
        return []
    best = ranked[0]
    beside = [mode for mode in ranked[1:] if mode.gentlest <= Intensity.LIGHT or not easy] or ranked[1:]
    others = [mode for mode in beside if mode.family is not best.family] or beside
    serving = [mode for mode in others if goal is None or GOAL_FIT[goal].get(mode.slug, 0) >= _SERVES]
    looked_at = (serving or others)[:_LOOKED_AT]
    kindest = max(looked_at, key=_kindness, default=None)
    results = [("best", best)]
    if kindest is not None and _kindness(kindest) >= _kindness(best):
        results.append(("kindest", kindest))
    if all(mode.equipment_any_of for _, mode in results):
        free = next((mode for mode in (*others, *beside) if not mode.equipment_any_of), None)
        if free is not None:
            results.append(("no_kit", free))
    if len(results) == 1 and others:
        results.append(("kindest" if others[0].equipment_any_of or not best.equipment_any_of else "no_kit", others[0]))
    return results


def pick_options(ranked: list[Modality], goal: Goal | None = None) -> list[Modality]:
    """The three best, one per family, and one that needs no equipment if all of them need some."""
    return [mode for _, mode in roles(ranked, goal)]
