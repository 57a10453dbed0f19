"""Interval formats by name: work, rest, repeats and the paper that describes them."""

from __future__ import annotations

from typing import NamedTuple

from calculator.data import parameters as p
from calculator.data import sources as src
from calculator.model import Source
from calculator.scales import Goal, Intensity, RunningExperience

__all__ = ["CONTINUOUS", "INTERVAL_FORMATS", "SESSION_FORMATS", "Gate", "IntervalFormat", "Stretch", "for_mode"]

_VERY_LIGHT, _LIGHT, _MODERATE, _VIGOROUS, _NEAR_MAX = Intensity
_JUDGED = src.PROJECT_JUDGEMENT


class Gate(NamedTuple):
    """What a format asks of the reader beside the limits of the day: each field is a least or a most.

    `readiness` of 100, `soreness` of 10, `level` 0 anybody, 1 a habit of training, 2 trained, `running` experience,
    `hours` since the leg session.
    """

    readiness: float = 0
    soreness: float = 10
    level: int = 0
    running: RunningExperience = RunningExperience.NONE
    hours: float = 0


class Stretch(NamedTuple):
    """One stretch of a main part without rests: its share of the minutes, its band, and what to do."""

    share: float
    intensity: Intensity
    text: str


class IntervalFormat(NamedTuple):
    """One layout of a main part.

    `styles` are the wishes it serves (easy, steady, varied, hard, intervals, explosive), `goals` the goals (empty: all),
    `modes` the kinds of cardio (empty: all), `effort` its hardest band, `least` the shortest main part (min) worth it.
    Either `work` and `rest` (s) repeat from `fewest` to `most` times in `sets` with `set_rest` (s) between, at band `between`
    in the rests; or `ladder` holds work times (s), each followed by `rest`; or `stretches` share the minutes.
    `counted` says the set in a headline, with {n} for the repeats, `how` its effort in words;
    `text` says work and rest, with a comma between.
    """

    slug: str
    name: str
    effort: Intensity
    text: str
    source: Source
    styles: frozenset[str]
    modes: frozenset[str] = frozenset()
    goals: frozenset[Goal] = frozenset()
    gate: Gate = Gate()
    work: int = 0
    rest: int = 0
    fewest: int = 1
    most: int = 1
    sets: int = 1
    set_rest: int = 0
    ladder: tuple[int, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    between: Intensity = _VERY_LIGHT
    counted: str = ""
    how: str = ""
    least: int = 0

    def minutes(self, repeats: int) -> float:
        """Length of the set in minutes, each work part with its rest."""
        if self.ladder:
            return (sum(self.ladder) + len(self.ladder) * self.rest) / 60
        return (self.sets * repeats * (self.work + self.rest) + (self.sets - 1) * self.set_rest) / 60

    @property
    def repeats(self) -> bool:
        """Whether work and rest take turns."""
        return bool(self.work or self.ladder)

    @property
    def hard(self) -> bool:
        """Whether it is hard or all-out, so that the day must allow intervals."""
        return self.effort >= _VIGOROUS


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_HABIT = Gate(p.FORMAT_READY.value, p.FORMAT_SORENESS.value, 1)
_ANYBODY = Gate(p.FORMAT_READY.value, p.FORMAT_SORENESS.value)
_TRAINED = Gate(p.FORMAT_READY_TRAINED.value, p.FORMAT_SORENESS.value, 2)
_RUNNER = Gate(p.FORMAT_READY.value, p.FORMAT_SORENESS.value, 0, RunningExperience.SOME)
_REGULAR = Gate(
    p.FORMAT_READY_TRAINED.value, p.FORMAT_SORENESS.value, 1, RunningExperience.REGULAR, p.FORMAT_QUALITY_HOURS.value
)
_FRESH = Gate(
    p.FORMAT_READY_TRAINED.value,
    p.FORMAT_SORENESS_EXPLOSIVE.value,
    0,
    RunningExperience.NONE,
    p.FORMAT_EXPLOSIVE_HOURS.value,
)
_ALL_OUT = Gate(
    p.FORMAT_READY_TRAINED.value,
    p.FORMAT_SORENESS_EXPLOSIVE.value,
    2,
    RunningExperience.NONE,
    p.SPRINT_WAIT.value,
)

_EASY_RUNS = _set("run_steady treadmill_jog")
_PEDALS = _set("bike_upright bike_recumbent")
_MACHINES = _set("spin_intervals bike_recumbent air_bike rowing ski_erg elliptical stair_climber")
_ENGINES = _MACHINES | _set("xc_ski aqua_jog swimming bike_upright")
_ENDURANCE = frozenset({Goal.AEROBIC_ENDURANCE})
_SPEED = frozenset({Goal.SPEED_POWER})
_QUALITY = _set("intervals hard")

CONTINUOUS = IntervalFormat(
    slug="continuous",
    name="Steady",
    effort=_MODERATE,
    text="",
    source=src.ACSM_2011,
    styles=_set("easy steady varied hard intervals explosive"),
)

SESSION_FORMATS: tuple[IntervalFormat, ...] = (
    CONTINUOUS,
    # Explosive work: few repetitions, full rests.
    IntervalFormat(
        slug="short-sprints",
        name="Short sprints",
        how="fast and relaxed; stop when you get slower",
        effort=_NEAR_MAX,
        text="fast and relaxed, walk back slowly",
        source=_JUDGED,
        styles=_set("explosive hard intervals"),
        modes=_set("track_sprints"),
        gate=_FRESH,
        work=10,
        rest=120,
        fewest=6,
        most=10,
        counted="{n} sprints of 10 seconds, walk back 2 minutes after each",
    ),
    IntervalFormat(
        slug="hill-sprints",
        name="Short hill sprints",
        how="fast and relaxed; stop when the push fades",
        effort=_NEAR_MAX,
        text="fast uphill, walk all the way down",
        source=_JUDGED,
        styles=_set("explosive hard intervals"),
        modes=_set("hill_sprints"),
        gate=_FRESH,
        work=10,
        rest=140,
        fewest=5,
        most=8,
        counted="{n} sprints of 10 seconds uphill, walk down 2 minutes or more after each",
    ),
    IntervalFormat(
        slug="jump-sets",
        name="Sets of five jumps",
        how="high and quiet; stop when a landing gets loud",
        effort=_NEAR_MAX,
        text="five jumps and quiet landings, walk about",
        source=_JUDGED,
        styles=_set("explosive hard intervals"),
        modes=_set("plyometrics"),
        gate=_FRESH,
        work=15,
        rest=105,
        fewest=5,
        most=10,
        counted="{n} sets of 5 jumps, rest 1 minute 45 after each",
    ),
    IntervalFormat(
        slug="short-sets",
        name="Short sets, full rests",
        how="sharp and tidy; stop when your feet get slow",
        effort=_NEAR_MAX,
        text="fast and fresh, walk slowly",
        source=_JUDGED,
        styles=_set("explosive hard intervals"),
        modes=_set("agility_drills"),
        gate=_FRESH,
        work=15,
        rest=105,
        fewest=5,
        most=10,
        counted="{n} drills of 15 seconds, rest 1 minute 45 after each",
    ),
    IntervalFormat(
        slug="low-jump-sets",
        name="Sets of five low jumps",
        how="low, springy and quiet, never all-out; stop when a landing gets loud",
        effort=_VIGOROUS,
        text="five low jumps and quiet landings, walk about",
        source=_JUDGED,
        styles=_set("easy steady varied explosive hard intervals"),
        modes=_set("plyometrics"),
        gate=_ANYBODY,
        work=15,
        rest=105,
        fewest=5,
        most=8,
        counted="{n} sets of 5 low jumps, rest 1 minute 45 after each",
    ),
    IntervalFormat(
        slug="footwork-sets",
        name="Sets of footwork",
        how="quick but in control, never all-out; stop when your feet get slow",
        effort=_VIGOROUS,
        text="quick feet in control, walk slowly",
        source=_JUDGED,
        styles=_set("easy steady varied explosive hard intervals"),
        modes=_set("agility_drills"),
        gate=_ANYBODY,
        work=20,
        rest=100,
        fewest=5,
        most=10,
        counted="{n} drills of 20 seconds, rest 1 minute 40 after each",
    ),
    IntervalFormat(
        slug="small-games",
        name="Small-sided games",
        how="as hard as the game wants, and calm again before the next one",
        effort=_VIGOROUS,
        text="play hard, walk and drink",
        source=_JUDGED,
        styles=_set("explosive hard intervals varied"),
        modes=_set("team_sport"),
        gate=_HABIT,
        work=240,
        rest=120,
        fewest=3,
        most=6,
        counted="{n} games of 4 minutes, 2 minutes of walking after each",
    ),
    # Intervals, the most demanding first.
    IntervalFormat(
        slug="sprint-interval",
        name="Thirty-second sprints",
        how="all-out each time",
        effort=_NEAR_MAX,
        text="all you have, then full rest",
        source=src.BURGOMASTER_2005,
        styles=_set("explosive hard intervals"),
        modes=_set("spin_intervals air_bike"),
        goals=_SPEED,
        gate=_ALL_OUT,
        work=30,
        rest=240,
        fewest=4,
        most=5,
        counted="{n} sprints of 30 seconds, 4 minutes easy after each",
    ),
    IntervalFormat(
        slug="thirty-fifteen",
        name="Thirty seconds on, fifteen off, in three sets",
        how="hard, but as even in the last set as in the first",
        effort=_VIGOROUS,
        text="hard, then easy",
        source=src.RONNESTAD_2015,
        styles=_QUALITY,
        modes=_set("spin_intervals air_bike rowing bike_recumbent"),
        goals=_ENDURANCE,
        gate=_TRAINED,
        work=30,
        rest=15,
        fewest=13,
        most=13,
        sets=3,
        set_rest=180,
        counted="3 sets of {n} times 30 seconds hard and 15 easy, 3 minutes easy between the sets",
    ),
    IntervalFormat(
        slug="four-by-four",
        name="Four times four minutes",
        how="hard enough that you can say only a few words, and even from first to last",
        effort=_VIGOROUS,
        text="hard but even, then keep moving easily",
        source=src.HELGERUD_2007,
        styles=_QUALITY,
        modes=_ENGINES | _set("incline_treadmill_run"),
        goals=_ENDURANCE | {Goal.GENERAL_HEALTH},
        gate=_TRAINED,
        work=240,
        rest=180,
        fewest=3,
        most=4,
        between=_LIGHT,
        counted="{n} times 4 minutes hard, 3 minutes easy after each",
    ),
    IntervalFormat(
        slug="hill-repeats",
        name="Uphill repeats",
        how="hard enough that you can say only a few words at the top",
        effort=_VIGOROUS,
        text="uphill at an even hard effort, walk or jog easily",
        source=_JUDGED,
        styles=_QUALITY | {"explosive"},
        modes=_set("incline_treadmill_run"),
        gate=_HABIT,
        work=60,
        rest=120,
        fewest=4,
        most=8,
        counted="{n} times 1 minute uphill, 2 minutes easy after each",
    ),
    IntervalFormat(
        slug="pyramid",
        name="Pyramid",
        how="hard enough that you can say only a few words, the long one no harder than the short ones",
        effort=_VIGOROUS,
        text="hard for 1, 2, 3, 2 and 1 minutes, then easy",
        source=_JUDGED,
        styles=_QUALITY,
        modes=_ENGINES,
        goals=frozenset({Goal.FAT_LOSS, Goal.MUSCLE_STRENGTH}),
        gate=_HABIT,
        ladder=(60, 120, 180, 120, 60),
        rest=120,
        counted="1, 2, 3, 2 and 1 minutes hard, 2 minutes easy after each",
    ),
    IntervalFormat(
        slug="thirty-thirty",
        name="Thirty seconds on, thirty off",
        how="quick and light, never all-out",
        effort=_VIGOROUS,
        text="quick, then easy",
        source=src.BILLAT_2000,
        styles=_QUALITY | {"explosive", "varied", "steady"},
        modes=_set("jump_rope"),
        gate=_ANYBODY,
        work=30,
        rest=30,
        fewest=12,
        most=20,
        counted="{n} times 30 seconds quick and 30 seconds easy",
    ),
    IntervalFormat(
        slug="thirty-thirty-quick",
        name="Quick thirties",
        how="quick and light, never all-out",
        effort=_VIGOROUS,
        text="quick, then easy",
        source=src.BILLAT_2000,
        styles=_QUALITY | {"explosive"},
        modes=_ENGINES | {"boxing_shadow"},
        goals=_SPEED,
        gate=_HABIT,
        work=30,
        rest=30,
        fewest=12,
        most=20,
        counted="{n} times 30 seconds quick and 30 seconds easy",
    ),
    IntervalFormat(
        slug="ten-by-one",
        name="Ten times one minute",
        how="hard enough that you can say only a few words at the end of a minute",
        effort=_VIGOROUS,
        text="hard, then very easy",
        source=src.LITTLE_2010,
        styles=_QUALITY | {"varied"},
        modes=_MACHINES,
        gate=_HABIT,
        work=60,
        rest=60,
        fewest=10,
        most=10,
        counted="{n} times 1 minute hard and 1 minute easy",
    ),
    # Quality runs.
    IntervalFormat(
        slug="cruise-intervals",
        name="Cruise intervals",
        how="a pace that you could hold for most of an hour",
        effort=_VIGOROUS,
        text="controlled and hard, jog easily",
        source=_JUDGED,
        styles=_set("intervals"),
        modes=_set("run_tempo"),
        gate=_REGULAR,
        work=300,
        rest=60,
        fewest=3,
        most=6,
        between=_LIGHT,
        counted="{n} times 5 minutes at a controlled hard pace, 1 minute of jogging after each",
    ),
    IntervalFormat(
        slug="tempo-blocks",
        name="Tempo blocks",
        how="hard but in control: a few words at a time",
        effort=_VIGOROUS,
        text="controlled and hard, then easy",
        source=_JUDGED,
        styles=_set("hard"),
        modes=_set("run_tempo bike_upright xc_ski"),
        gate=_HABIT,
        work=480,
        rest=120,
        fewest=2,
        most=3,
        between=_LIGHT,
        counted="{n} times 8 minutes hard but even, 2 minutes easy after each",
    ),
    IntervalFormat(
        slug="strides",
        name="Easy run with strides",
        how="easy enough to talk, the strides quick but never all-out",
        effort=_VIGOROUS,
        text="",
        source=_JUDGED,
        styles=_set("explosive"),
        counted="easily, with 4 to 6 strides of 20 seconds towards the end",
        modes=_EASY_RUNS,
        gate=_REGULAR,
        least=15,
        stretches=(
            Stretch(0.7, _LIGHT, "Run easily"),
            Stretch(
                0.3, _VIGOROUS, "Four to six strides of 20 seconds, quick and relaxed, walking a minute after each"
            ),
        ),
    ),
    IntervalFormat(
        slug="fartlek",
        name="Fartlek",
        how="quick but in control, the easy parts easy enough to talk",
        effort=_VIGOROUS,
        text="quick but in control, run easily",
        source=_JUDGED,
        styles=_QUALITY,
        modes=_EASY_RUNS | _set("hiking inline_skating xc_ski"),
        gate=_RUNNER,
        work=60,
        rest=120,
        fewest=5,
        most=10,
        between=_LIGHT,
        counted="{n} times 1 minute quick and 2 minutes easy",
    ),
    IntervalFormat(
        slug="beginner-60-60",
        name="One minute on, one minute off",
        how="firm enough that talking takes effort, never all-out",
        effort=_VIGOROUS,
        text="firm, then easy",
        source=_JUDGED,
        styles=_QUALITY | {"varied", "explosive", "steady"},
        modes=_set("spin_intervals"),
        gate=_ANYBODY,
        work=60,
        rest=60,
        fewest=6,
        most=10,
        counted="{n} times 1 minute firm and 1 minute easy",
    ),
    IntervalFormat(
        slug="minute-on-minute-off",
        name="A firm minute, an easy minute",
        how="firm enough that talking takes effort, never all-out",
        effort=_VIGOROUS,
        text="firm, then easy",
        source=_JUDGED,
        styles=_QUALITY,
        modes=_ENGINES - {"spin_intervals"} | _EASY_RUNS | _set("walk_incline arm_ergometer inline_skating"),
        gate=_ANYBODY,
        work=60,
        rest=60,
        fewest=6,
        most=10,
        counted="{n} times 1 minute firm and 1 minute easy",
    ),
    IntervalFormat(
        slug="hard-rounds",
        name="Hard rounds",
        how="brisk enough that you can say only a few words at the end of a round",
        effort=_VIGOROUS,
        text="quick hands and feet, walk about",
        source=_JUDGED,
        styles=_QUALITY | {"explosive"},
        modes=_set("boxing_shadow battle_ropes circuit"),
        gate=_ANYBODY,
        work=120,
        rest=60,
        fewest=5,
        most=6,
        counted="{n} rounds of 2 minutes, 1 minute of walking after each",
    ),
    # Moderate and light layouts: no intervals in the sense of the limits.
    IntervalFormat(
        slug="run-walk",
        name="Run and walk",
        how="easy enough to talk while you run",
        effort=_MODERATE,
        text="run easily, walk",
        source=_JUDGED,
        styles=_set("steady varied intervals easy"),
        modes=_EASY_RUNS,
        gate=Gate(),
        work=240,
        rest=60,
        fewest=3,
        most=12,
        between=_LIGHT,
        counted="{n} times 4 minutes of easy running and 1 minute of walking",
    ),
    IntervalFormat(
        slug="progression",
        name="Progression",
        how="starting easily and finishing at the fastest pace at which you can talk",
        effort=_MODERATE,
        text="",
        source=_JUDGED,
        styles=_set("varied hard intervals"),
        modes=_EASY_RUNS | _PEDALS | _set("elliptical air_bike hiking xc_ski inline_skating"),
        least=20,
        goals=frozenset({Goal.AEROBIC_ENDURANCE, Goal.GENERAL_HEALTH}),
        stretches=(
            Stretch(1 / 3, _LIGHT, "Start at an easy effort"),
            Stretch(1 / 3, _MODERATE, "Rise to a steady effort"),
            Stretch(1 / 3, _MODERATE, "Finish at the upper end of what lets you talk"),
        ),
    ),
    IntervalFormat(
        slug="cadence-changes",
        name="Changes of cadence",
        how="at a pace where you can talk but not sing, quick legs in a light gear",
        effort=_MODERATE,
        text="normal cadence, quick legs in a lighter gear",
        source=_JUDGED,
        styles=_set("varied intervals hard explosive"),
        modes=_PEDALS | _set("air_bike elliptical"),
        work=240,
        rest=60,
        fewest=3,
        most=12,
        between=_LIGHT,
        counted="{n} times 4 minutes at a normal cadence and 1 minute with quick legs",
    ),
    IntervalFormat(
        slug="pace-changes",
        name="Changes of pace",
        how="at a pace where you can talk but not sing in the fast parts",
        effort=_MODERATE,
        text="walk fast, walk easily",
        source=_JUDGED,
        styles=_set("varied intervals hard"),
        modes=_set("walk_brisk"),
        work=180,
        rest=120,
        fewest=3,
        most=12,
        between=_LIGHT,
        counted="{n} times 3 minutes fast and 2 minutes easy",
    ),
    IntervalFormat(
        slug="incline-ladder",
        name="Incline ladder",
        how="at a pace where you can talk but not sing on the steepest part",
        effort=_MODERATE,
        text="",
        source=_JUDGED,
        styles=_set("varied intervals hard steady"),
        modes=_set("walk_incline"),
        least=15,
        stretches=(
            Stretch(0.2, _LIGHT, "Walk almost on the flat"),
            Stretch(0.4, _MODERATE, "Walk up a low grade"),
            Stretch(0.2, _MODERATE, "Raise the grade a little"),
            Stretch(0.2, _LIGHT, "Walk almost on the flat again"),
        ),
    ),
    IntervalFormat(
        slug="technique-set",
        name="Technique set",
        how="easy enough for a full conversation at the wall",
        effort=_LIGHT,
        text="one drill for one length or two, rest at the wall",
        source=_JUDGED,
        styles=_set("easy"),
        modes=_set("swimming"),
        work=90,
        rest=30,
        fewest=5,
        most=20,
        counted="{n} times 1 minute 30 of drills, 30 seconds of rest after each",
    ),
    IntervalFormat(
        slug="pool-repeats",
        name="Pool repeats",
        how="smooth and even: able to talk at the wall",
        effort=_MODERATE,
        text="swim smoothly, rest at the wall",
        source=_JUDGED,
        styles=_set("varied intervals hard steady"),
        modes=_set("swimming"),
        work=240,
        rest=60,
        fewest=3,
        most=18,
        counted="{n} times 4 minutes of smooth swimming, 1 minute of rest after each",
    ),
    IntervalFormat(
        slug="deep-water-blocks",
        name="Deep-water blocks",
        how="at a pace where you can talk but not sing in the firm parts",
        effort=_MODERATE,
        text="quick small circles, easy jogging",
        source=_JUDGED,
        styles=_set("varied intervals hard"),
        modes=_set("aqua_jog"),
        work=180,
        rest=120,
        fewest=3,
        most=18,
        between=_LIGHT,
        counted="{n} times 3 minutes firm and 2 minutes easy",
    ),
    IntervalFormat(
        slug="rowing-pieces",
        name="Rowing pieces",
        how="at a pace where you can talk but not sing, with long and even strokes",
        effort=_MODERATE,
        text="long, even strokes, paddle lightly",
        source=_JUDGED,
        styles=_set("varied intervals hard steady"),
        modes=_set("rowing"),
        work=240,
        rest=60,
        fewest=3,
        most=18,
        between=_LIGHT,
        counted="{n} pieces of 4 minutes, 1 minute of light paddling after each",
    ),
    IntervalFormat(
        slug="pulling-blocks",
        name="Pulling blocks",
        how="at a pace where you can talk but not sing in the even parts",
        effort=_MODERATE,
        text="even pulls, easy pulls",
        source=_JUDGED,
        styles=_set("varied intervals hard steady"),
        modes=_set("ski_erg arm_ergometer"),
        work=180,
        rest=120,
        fewest=3,
        most=18,
        between=_LIGHT,
        counted="{n} times 3 minutes even and 2 minutes easy",
    ),
    IntervalFormat(
        slug="stair-blocks",
        name="Stair blocks",
        how="at a pace where you can talk but not sing, with light hands",
        effort=_MODERATE,
        text="climb at an even rate, step slowly",
        source=_JUDGED,
        styles=_set("varied intervals hard steady"),
        modes=_set("stair_climber"),
        work=180,
        rest=120,
        fewest=3,
        most=12,
        between=_LIGHT,
        counted="{n} times 3 minutes of climbing and 2 minutes slow",
    ),
    IntervalFormat(
        slug="rounds",
        name="Rounds",
        how="at a pace where you can talk but not sing, feet low",
        effort=_MODERATE,
        text="quick hands, walk about",
        source=_JUDGED,
        styles=_set("steady varied intervals hard explosive"),
        modes=_set("boxing_shadow"),
        work=180,
        rest=60,
        fewest=3,
        most=15,
        between=_LIGHT,
        counted="{n} rounds of 3 minutes, 1 minute of walking after each",
    ),
    IntervalFormat(
        slug="stations",
        name="Rounds of stations",
        how="at a pace where you can talk but not sing, no station to failure",
        effort=_MODERATE,
        text="five stations of 40 seconds with 20 to change, rest",
        source=_JUDGED,
        styles=_set("steady varied intervals hard"),
        modes=_set("circuit"),
        work=300,
        rest=60,
        fewest=3,
        most=10,
        counted="{n} rounds of 5 upper-body stations, 1 minute of rest after each",
    ),
    IntervalFormat(
        slug="waves",
        name="Waves and rests",
        how="steady waves, able to talk in the rests",
        effort=_MODERATE,
        text="steady waves, rest standing",
        source=_JUDGED,
        styles=_set("steady varied intervals hard"),
        modes=_set("battle_ropes"),
        work=20,
        rest=40,
        fewest=8,
        most=30,
        counted="{n} times 20 seconds of waves and 40 seconds of rest",
    ),
)

INTERVAL_FORMATS: dict[str, IntervalFormat] = {form.slug: form for form in SESSION_FORMATS if form.work}


def for_mode(slug: str) -> tuple[IntervalFormat, ...]:
    """The formats in which one kind of cardio can be done, in the order in which they are tried; steady comes last."""
    return (*(form for form in SESSION_FORMATS[1:] if slug in form.modes), CONTINUOUS)
