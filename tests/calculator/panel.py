"""The figures of a panel of readers: which sessions they are offered first, how hard, how long, in which formats.

Readers are drawn with a fixed seed from what people usually answer. Run it to print the figures; the tests hold them.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:  # run by its path, as a job
    sys.path.insert(0, str(ROOT))

from calculator.assessment.engine import allows, assess  # noqa: E402
from calculator.data.interval_formats import SESSION_FORMATS  # noqa: E402
from calculator.data.modalities import BIKES, BY_SLUG, MODALITIES, WALKS  # noqa: E402
from calculator.model import Situation  # noqa: E402
from calculator.scales import Goal, LegSessionEffort, LiftingExperience, RunningExperience  # noqa: E402
from calculator.schema import Option  # noqa: E402
from calculator.session import builder as session_builder  # noqa: E402
from calculator.session import ranking  # noqa: E402

__all__ = ["Figures", "figures", "first_for_who_prefers"]

SEED = 2026
READERS = 700
GYM = (
    "treadmill",
    "bike_upright",
    "elliptical",
    "rower",
    "pool",
    "stair_climber",
    "bike_recumbent",
    "ski_erg",
    "air_bike",
)
SPORTS = (
    "running", "walking", "cycling", "swimming", "rowing", "skiing", "skating", "team_sport", "racket_sport", "combat_sport",
    "class", "hiking", "rucking", "functional_fitness",
)  # fmt: skip
MACHINES = ("bike_upright", "rower", "elliptical", "air_bike", "stair_climber", "ski_erg", "bike_recumbent", "pool")
HABITS = (
    (LiftingExperience.NOVICE, RunningExperience.NONE),
    (LiftingExperience.INTERMEDIATE, RunningExperience.SOME),
    (LiftingExperience.ADVANCED, RunningExperience.REGULAR),
)
HARD = {"vigorous", "near_max"}


class Figures(NamedTuple):
    """Shares are of 1; counts are whole numbers."""

    bike_or_walk_first: float
    single_machine_leads: float
    fewest_first_sessions: int
    vigorous_where_asked: float
    edges_over_main: float
    main_share: float
    formats: frozenset[str]
    same_reason_on_every_option: int
    options_of_one_role: int


def random_calls(dice: random.Random) -> Situation:
    """One reader with a mixed gym, and a sport in most cases."""
    lifting, running = dice.choice(HABITS)
    sports = frozenset(dice.sample(SPORTS, dice.choice((0, 1, 1, 2))))
    kit = set(dice.sample(GYM, dice.randint(3, 6)))
    kit |= {"track"} if dice.random() < 0.2 else set()
    kit |= {"skis"} if "skiing" in sports else set()
    kit |= {"skates"} if "skating" in sports else set()
    kit |= {"pool"} if "swimming" in sports else set()
    kit |= {"rower"} if "rowing" in sports else set()
    kit |= {"bike_upright"} if "cycling" in sports else set()
    return Situation(
        hours_since_legs=dice.choice((3, 8, 20, 24, 28, 36, 48, 60, 72, 96)),
        leg_effort=dice.choice(
            (
                LegSessionEffort.LIGHT,
                LegSessionEffort.MODERATE,
                LegSessionEffort.HARD,
                LegSessionEffort.HARD,
                LegSessionEffort.VERY_HARD,
            )
        ),
        soreness=dice.choice((0, 1, 1, 2, 2, 3, 4, 5, 6)),
        goal=dice.choice(tuple(Goal)),
        minutes=dice.choice((20, 30, 30, 40, 45, 45, 60, 60, 90)),
        equipment=frozenset(kit),
        lifting_experience=lifting,
        running_experience=RunningExperience.SOME
        if "running" in sports and running is RunningExperience.NONE
        else running,
        activities=sports,
        cardio_days=dice.choice((1, 2, 3, 4)) if sports else None,
        intent=dice.choice((None, None, None, "easy", "steady", "hard", "intervals")),
        age=dice.choice((None, 24, 33, 41, 52, 63)),
    )


def offered(s: Situation) -> list[Option]:
    """The sessions that one reader is offered."""
    a = assess(s)
    return session_builder.options(s, a, ranking.rank(s, a))


def _edges(option: Option) -> float:
    return sum(phase["minutes"] for phase in option["session"] if phase["kind"] in {"warm_up", "cool_down"})


def _fresh(
    goal: Goal,
    habit: tuple[LiftingExperience, RunningExperience],
    kit: frozenset[str],
    minutes: int,
    intent: str | None,
) -> Situation:
    return Situation(
        hours_since_legs=120,
        leg_effort=LegSessionEffort.MODERATE,
        soreness=0,
        goal=goal,
        minutes=minutes,
        equipment=kit,
        lifting_experience=habit[0],
        running_experience=habit[1],
        intent=intent,
    )


def _single_machine() -> Iterator[bool]:
    """For each state in which nothing closes the only machine: whether it leads."""
    states = product(
        (4, 24, 48, 96), (LegSessionEffort.MODERATE, LegSessionEffort.HARD), (1, 3, 5), tuple(Goal), HABITS, MACHINES
    )
    for hours, effort, soreness, goal, (lifting, running), machine in states:
        s = Situation(
            hours_since_legs=hours,
            leg_effort=effort,
            soreness=soreness,
            goal=goal,
            minutes=45,
            equipment=frozenset({machine}),
            lifting_experience=lifting,
            running_experience=running,
        )
        a = assess(s)
        if any(machine in mode.equipment_any_of and allows(a, mode) for mode in MODALITIES):
            yield machine in ranking.rank(s, a)[0].equipment_any_of


def _goals() -> Iterator[int]:
    """For each fresh reader: how many different first sessions the six goals give."""
    kits = ((), ("bike_upright",), ("treadmill", "bike_upright", "rower"), ("pool",), GYM)
    for habit, kit, minutes in product(HABITS[1:], kits, (30, 45, 60)):
        firsts = set()
        for goal in Goal:
            result = offered(_fresh(goal, habit, frozenset(kit), minutes, None))[0]
            firsts.add((result["modality"], result["format"], result["intensity"]))
        yield len(firsts)


def _asked_hard() -> Iterator[bool]:
    """For each fresh reader whose goal or wish asks for hard work: whether a hard session is among the options."""
    kits = ((), ("bike_upright",), ("treadmill", "rower"), ("pool",), ("elliptical",), GYM, ("track", "hill"))
    goals = (Goal.AEROBIC_ENDURANCE, Goal.SPEED_POWER)
    asks = [*product(goals, (None,)), *product(tuple(Goal)[1:], ("hard", "intervals"))]
    for habit, kit, minutes, (goal, intent) in product(HABITS[1:], kits, (30, 45, 60), asks):
        yield any(item["intensity"] in HARD for item in offered(_fresh(goal, habit, frozenset(kit), minutes, intent)))


def _share(results: Iterator[bool] | list[bool]) -> float:
    seen = list(results)
    return sum(seen) / len(seen)


def figures() -> Figures:
    """Every figure of the panel."""
    dice = random.Random(SEED)  # noqa: S311 - a panel, not a secret
    firsts: list[str] = []
    over: list[bool] = []
    main: list[float] = []
    used: Counter[str] = Counter()
    same = roles = 0
    for _ in range(READERS):
        s = random_calls(dice)
        a = assess(s)
        options = offered(s)
        if not options:
            continue
        firsts.append(options[0]["modality"])
        for option in options:
            used[option["format"]] += 1
            over.append(_edges(option) >= option["total_minutes"] - _edges(option))
        best = options[0]
        room = min(s.minutes, a.ceilings(best["modality"]).minutes)
        main.append(min(1.0, best["minutes"][1] / room))
        reasons = [set(option["because"]) for option in options]
        same += len(reasons) > 1 and bool(set.intersection(*reasons))
        roles += len({option["role"] for option in options}) < len(options)
    return Figures(
        _share([slug in BIKES | WALKS for slug in firsts]),
        _share(_single_machine()),
        min(_goals()),
        _share(_asked_hard()),
        _share(over),
        sum(main) / len(main),
        frozenset(used),
        same,
        roles,
    )


def first_for_who_prefers(slug: str) -> bool:
    """Whether a kind comes first for a fresh and trained reader who prefers it and has what it needs."""
    kit, prefer = frozenset(BY_SLUG[slug].equipment_any_of), frozenset({slug})
    readers = (
        _fresh(goal, HABITS[2], kit, 60, None)._replace(prefer=prefer)
        for goal in (Goal.GENERAL_HEALTH, Goal.SPEED_POWER)
    )
    return any(offered(s)[0]["modality"] == slug for s in readers)


def main() -> None:
    """Print the figures."""
    result = figures()
    for name, value in result._asdict().items():
        print(f"{name}: {value:.3f}" if isinstance(value, float) else f"{name}: {value}")
    print("formats in use:", len(result.formats), "of", len(SESSION_FORMATS))
    print("never used:", sorted({form.slug for form in SESSION_FORMATS} - result.formats))
    print(
        "never first for who prefers them:", [mode.slug for mode in MODALITIES if not first_for_who_prefers(mode.slug)]
    )


if __name__ == "__main__":
    main()
