"""Knows the questions as data, and the way between a query string and a situation.

Must never know a verdict, or how a form looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum, IntEnum
from urllib.parse import parse_qsl, quote

from calculator.errors import InvalidAnswers, Problem, shortened, shown
from calculator.modalities import MODALITIES
from calculator.model import Choice, Eccentric, Effort, Field, Goal, Lifting, Novelty, Running, Situation, Tired
from calculator.spelling import closest, is_common, is_tracker, normalised, readable
from calculator.warning_signs import WARNING_SIGNS

__all__ = ["BY_NAME", "CHOICE", "FIELDS", "STABLE", "pairs", "parse", "to_query"]

_LONGEST_QUERY = 4_000_000
_MOST_PROBLEMS = 5
_WEEK = "week_"  # how the names of the questions about a week begin
_MOST_NAMES = 200  # different names of others that are compared with ours: each comparison takes time
CHOICE = "choice"  # the session that the reader took instead of the first: not a question, but a name of every entry

_KINDS = tuple(Choice(mode.slug, mode.name) for mode in MODALITIES)

FIELDS: tuple[Field, ...] = (
    Field(
        name="red_flags",
        kind="many",
        group="stop",
        legend="Any of these right now?",
        hint="They come before everything else. Leave them all clear if none fits.",
        choices=tuple(Choice(sign.id, sign.label) for sign in WARNING_SIGNS),
    ),
    Field(
        name="hours_since_legs",
        kind="number",
        group="main",
        legend="Hours since your leg session ended",
        hint="Yesterday at the same time is 24.",
        low=0,
        high=336,
        step=1,
        whole=False,
        unit="hours",
        default="24",
        stops=("0", "4", "8", "12", "18", "24", "30", "36", "48", "60", "72", "96"),
    ),
    Field(
        name="leg_effort",
        kind="choice",
        group="main",
        legend="How hard was it?",
        default="hard",
        choices=(
            Choice("light", "Light", "technique, or far from failure; effort 1 to 4 of 10"),
            Choice("moderate", "Moderate", "several repetitions left; effort 5 to 6"),
            Choice("hard", "Hard", "two or three left; effort 7 to 8"),
            Choice("very_hard", "Very hard", "to failure or close; effort 9 to 10"),
        ),
    ),
    Field(
        name="soreness",
        kind="number",
        group="main",
        legend="How sore are your legs now?",
        hint="The worst spot: 0 is not at all, 10 is the worst you can think of.",
        low=0,
        high=10,
        default="4",
    ),
    Field(
        name="goal",
        kind="choice",
        group="main",
        legend="What do you train for?",
        default="general_health",
        choices=(
            Choice("general_health", "General health"),
            Choice("recovery", "To feel better today"),
            Choice("fat_loss", "Fat loss"),
            Choice("muscle_strength", "Muscle and strength"),
            Choice("speed_power", "Speed and power"),
            Choice("aerobic_endurance", "Endurance"),
        ),
    ),
    Field(
        name="minutes",
        kind="number",
        group="main",
        legend="Minutes you have today",
        hint="With warm-up and cool-down.",
        low=5,
        high=240,
        step=5,
        unit="minutes",
        default="30",
        stops=("15", "20", "30", "45", "60", "90"),
    ),
    Field(
        name="equipment",
        kind="many",
        group="main",
        legend="What can you use?",
        hint="Nothing is fine too.",
        choices=(
            Choice("treadmill", "Treadmill"),
            Choice("bike_upright", "Bike"),
            Choice("bike_recumbent", "Recumbent bike"),
            Choice("elliptical", "Elliptical"),
            Choice("rower", "Rower"),
            Choice("pool", "Pool"),
            Choice("stair_climber", "Stair climber"),
            Choice("air_bike", "Air bike"),
            Choice("ski_erg", "Ski-erg"),
            Choice("arm_ergometer", "Arm crank"),
            Choice("jump_rope", "Jump rope"),
            Choice("battle_ropes", "Battle ropes"),
            Choice("hill", "A hill"),
            Choice("track", "A track"),
            Choice("skates", "Skates"),
            Choice("skis", "Cross-country skis"),
        ),
    ),
    Field(
        name="lifting_experience",
        kind="choice",
        group="main",
        legend="How long have you lifted?",
        default="novice",
        choices=(
            Choice("novice", "New to it", "less than about half a year"),
            Choice("intermediate", "A while", "regularly, up to a few years"),
            Choice("advanced", "For years"),
        ),
    ),
    Field(
        name="running_experience",
        kind="choice",
        group="main",
        legend="Do you run?",
        default="none",
        choices=(Choice("none", "No"), Choice("some", "Now and then"), Choice("regular", "Every week")),
    ),
    Field(
        name="novelty",
        kind="choice",
        group="session",
        legend="Were your legs used to this session?",
        default="usual",
        choices=(
            Choice("usual", "Yes, as usual"),
            Choice("return_after_break", "Back after a break", "four weeks or more"),
            Choice("first_time", "First time"),
        ),
    ),
    Field(
        name="eccentric",
        kind="choice",
        group="session",
        legend="How much lowering and braking work?",
        default="normal",
        hint="Lunges, Romanian deadlifts, Nordics and downhills hold most.",
        choices=(Choice("low", "Little"), Choice("normal", "The usual"), Choice("high", "Much")),
    ),
    Field(
        name="walking_affected",
        kind="yes_no",
        group="session",
        legend="Does soreness change how you walk or take stairs?",
        choices=(Choice("yes", "Yes"), Choice("no", "No")),
        default="no",
    ),
    Field(
        name="next_legs_in_hours",
        kind="number",
        group="session",
        legend="Hours until your next hard leg session",
        hint="Leave empty if none is planned within a week.",
        low=0,
        high=168,
        whole=False,
        unit="hours",
    ),
    Field(
        name="next_event_in_hours",
        kind="number",
        group="session",
        legend="Hours until your next match, race or key session",
        hint="Up to 6 weeks (1008 hours) ahead. Leave empty if none is planned.",
        low=0,
        high=1008,
        whole=False,
        unit="hours",
    ),
    Field(
        name="event_kind",
        kind="choice",
        group="session",
        legend="What is it?",
        hint="Only if you have given the hours until it.",
        choices=(
            Choice("key_session", "A key training session"),
            Choice("short_race", "A short race", "under an hour"),
            Choice("long_race", "A long race", "an hour or more"),
            Choice("match", "A match"),
            Choice("fitness_test", "A fitness test"),
            Choice("hike", "A hike"),
        ),
    ),
    Field(
        name="sore_where",
        kind="many",
        group="session",
        legend="Where are your legs sore?",
        choices=(
            Choice("quads", "Front of the thighs"),
            Choice("hamstrings", "Back of the thighs"),
            Choice("glutes", "Buttocks"),
            Choice("calves", "Calves"),
            Choice("adductors", "Inner thighs"),
            Choice("all_over", "All over"),
        ),
    ),
    Field(
        name="soreness_trend",
        kind="choice",
        group="session",
        legend="Is the soreness getting better or worse?",
        choices=(Choice("rising", "Worse"), Choice("same", "The same"), Choice("easing", "Better")),
    ),
    Field(
        name="leg_work",
        kind="choice",
        group="session",
        legend="What did your legs do in that session?",
        default="weights",
        choices=(
            Choice("weights", "Weights"),
            Choice("run", "A run"),
            Choice("ride", "A ride"),
            Choice("match", "A match"),
            Choice("jumps", "Jumps"),
            Choice("hike", "A hike"),
            Choice("class", "A class"),
        ),
    ),
    Field(
        name="last_48_hours",
        kind="many",
        group="session",
        legend="What else have you done in the last 48 hours?",
        choices=(
            Choice("easy_cardio", "Easy cardio"),
            Choice("hard_cardio", "Hard cardio"),
            Choice("long_cardio", "Long cardio"),
            Choice("upper_body", "Upper-body weights"),
        ),
    ),
    Field(
        name="plan",
        kind="choice",
        group="plan",
        legend="What do you want to do, or have to do, today?",
        choices=_KINDS,
    ),
    Field(
        name="plan_minutes",
        kind="number",
        group="plan",
        legend="How many minutes would it take?",
        hint="Leave empty if it takes the time that you have today.",
        low=5,
        high=600,
        unit="minutes",
    ),
    Field(
        name="plan_effort",
        kind="choice",
        group="plan",
        legend="How hard would it be?",
        hint="Leave empty if it is steady.",
        choices=(Choice("easy", "Easy"), Choice("steady", "Steady"), Choice("hard", "Hard")),
    ),
    Field(
        name="plan_fixed",
        kind="yes_no",
        group="plan",
        legend="Is it fixed?",
        hint="For example a booked class, a match, or your way home.",
        choices=(Choice("yes", "Yes"), Choice("no", "No")),
        default="no",
    ),
    Field(
        name="plan_in_hours",
        kind="number",
        group="plan",
        legend="In how many hours does it start?",
        hint="0 is now.",
        low=0,
        high=24,
        whole=False,
        unit="hours",
        default="0",
    ),
    Field(
        name="intent",
        kind="choice",
        group="plan",
        legend="How would you like to train today?",
        hint="Leave empty for what suits your goal.",
        choices=(
            Choice("easy", "Easy"),
            Choice("steady", "Steady"),
            Choice("hard", "Hard"),
            Choice("intervals", "Intervals"),
        ),
    ),
    Field(name="prefer", kind="many", group="plan", legend="Which cardio do you like?", choices=_KINDS),
    Field(name="avoid", kind="many", group="plan", legend="Which cardio do you not want?", choices=_KINDS),
    Field(
        name="activities",
        kind="many",
        group="you",
        legend="What do you do every week?",
        hint="Only what you have done every week for a month or more.",
        choices=(
            Choice("running", "Running"),
            Choice("walking", "Walking"),
            Choice("cycling", "Cycling"),
            Choice("swimming", "Swimming"),
            Choice("rowing", "Rowing"),
            Choice("skiing", "Cross-country skiing"),
            Choice("skating", "Skating"),
            Choice("team_sport", "Team sport"),
            Choice("racket_sport", "Racket sport"),
            Choice("combat_sport", "Combat sport"),
            Choice("class", "Fitness classes"),
            Choice("hiking", "Hiking"),
            Choice("rucking", "Walking with a heavy pack"),
            Choice("functional_fitness", "Functional fitness"),
        ),
    ),
    Field(
        name="cardio_days",
        kind="number",
        group="you",
        legend="Days a week with cardio",
        hint="Any kind, on average over the last month.",
        low=0,
        high=7,
        unit="days",
    ),
    Field(
        name="age",
        kind="number",
        group="you",
        legend="Your age",
        low=1,
        high=120,
        unit="years",
        hint="Without it there are no heart rates.",
    ),
    Field(
        name="sex",
        kind="choice",
        group="you",
        legend="Sex",
        hint="Chooses a heart-rate formula, nothing else.",
        choices=(Choice("f", "Female"), Choice("m", "Male")),
    ),
    Field(
        name="resting_hr",
        kind="number",
        group="you",
        legend="Resting heart rate today",
        low=30,
        high=200,
        unit="bpm",
        hint="In beats per minute, before getting up.",
    ),
    Field(
        name="usual_resting_hr",
        kind="number",
        group="you",
        legend="Your usual resting heart rate",
        low=30,
        high=200,
        unit="bpm",
        hint="In beats per minute.",
    ),
    Field(
        name="max_hr",
        kind="number",
        group="you",
        legend="Measured maximal heart rate",
        low=100,
        high=230,
        unit="bpm",
        hint="Only if you have measured it.",
    ),
    Field(
        name="weight_kg",
        kind="number",
        group="you",
        legend="Body weight",
        low=30,
        high=300,
        step=0.5,
        whole=False,
        unit="kg",
        hint="For an estimate of energy only.",
    ),
    Field(
        name="sleep_hours",
        kind="number",
        group="you",
        legend="Hours of sleep last night",
        low=0,
        high=16,
        step=0.5,
        whole=False,
        unit="hours",
        default="7",
    ),
    Field(
        name="consecutive_hard_days",
        kind="number",
        group="you",
        legend="Hard training days in a row",
        low=0,
        high=30,
        unit="days",
        default="0",
    ),
    Field(
        name="tired",
        kind="choice",
        group="you",
        legend="How tired are you, apart from your legs?",
        default="no",
        choices=(Choice("no", "Not tired"), Choice("a_bit", "A bit tired"), Choice("very", "Very tired")),
    ),
    Field(
        name="conditions",
        kind="many",
        group="health",
        legend="Do any of these apply to you?",
        choices=(
            Choice("knee_osteoarthritis", "Knee osteoarthritis"),
            Choice("knee_pain", "Knee pain"),
            Choice("hip_pain", "Hip pain"),
            Choice("ankle_sprain", "Sprained ankle"),
            Choice("achilles_pain", "Achilles pain"),
            Choice("shin_pain", "Shin pain"),
            Choice("low_back_soreness", "Sore low back"),
            Choice("osteoporosis", "Osteoporosis"),
            Choice("obesity", "High body weight (obesity)"),
            Choice("pregnant", "Pregnant"),
            Choice("postpartum", "Gave birth in recent months"),
            Choice("head_cold", "Head cold, no fever"),
            Choice("hypertension_controlled", "High blood pressure, under control"),
            Choice("heart_disease", "Heart disease"),
            Choice("kidney_disease", "Kidney disease"),
            Choice("type_1_diabetes", "Type 1 diabetes"),
            Choice("type_2_diabetes", "Type 2 diabetes"),
            Choice("low_carbohydrate_or_fasted", "Fasted, or eating low-carbohydrate"),
            Choice("muscle_strain", "Pulled or strained leg muscle"),
            Choice("foot_pain", "Foot pain"),
            Choice("pelvic_floor_symptoms", "Leaking urine, or heaviness in the pelvic floor"),
            Choice("pregnancy_complication", "A complication in this pregnancy"),
            Choice("hypertension_uncontrolled", "High blood pressure, not under control"),
            Choice("irregular_heartbeat", "Irregular heartbeat"),
            Choice("stroke", "Stroke or mini-stroke"),
            Choice("recent_operation", "An operation in the last 12 weeks"),
            Choice("asthma", "Asthma"),
            Choice("epilepsy", "Epilepsy"),
            Choice("sickle_cell_trait", "Sickle cell trait"),
            Choice("other_condition", "Another health condition"),
        ),
    ),
    Field(
        name="medicines",
        kind="many",
        group="health",
        legend="Do you take any of these?",
        choices=(
            Choice("beta_blocker", "Beta blocker"),
            Choice("other_blood_pressure_medicine", "Other blood pressure medicine"),
            Choice("insulin", "Insulin"),
            Choice("sulfonylurea", "Sulfonylurea (for diabetes)"),
            Choice("statin", "Statin"),
            Choice("blood_thinner", "Blood thinner"),
            Choice("other_medicine", "Another prescribed medicine"),
        ),
    ),
    Field(
        name="cleared",
        kind="yes_no",
        group="health",
        legend="Has a doctor who knows about this agreed that you may exercise?",
        choices=(Choice("yes", "Yes"), Choice("no", "No")),
        default="no",
    ),
    Field(
        name="weeks_since_birth",
        kind="number",
        group="health",
        legend="Weeks since you gave birth",
        low=0,
        high=104,
        unit="weeks",
    ),
)

BY_NAME: dict[str, Field] = {field.name: field for field in FIELDS}

# What stays the same for weeks, so that a reader may ask not to be asked again. Health is not among it: it is too private.
STABLE: tuple[str, ...] = (
    "equipment",
    "lifting_experience",
    "running_experience",
    "activities",
    "cardio_days",
    "age",
    "sex",
    "usual_resting_hr",
    "max_hr",
    "weight_kg",
)

_SCALES: dict[str, type[IntEnum]] = {
    "leg_effort": Effort,
    "novelty": Novelty,
    "eccentric": Eccentric,
    "lifting_experience": Lifting,
    "running_experience": Running,
    "tired": Tired,
}
_NUMBER = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6})?")

type Value = bool | int | float | str | frozenset[str] | Enum


def _quoted(text: str) -> str:
    return f"\N{LEFT DOUBLE QUOTATION MARK}{shown(text)}\N{RIGHT DOUBLE QUOTATION MARK}"


def _allowed(field: Field) -> str:
    """What a field allows, as the end of a sentence."""
    if field.kind == "number":
        kind = "a whole number" if field.whole else "a number"
        unit = f" ({field.unit}, without the unit)" if field.unit else ""
        return f"{kind} from {field.low:g} to {field.high:g}{unit}"
    return "one of " + ", ".join(choice.value for choice in field.choices)


def _problem(field: Field, value: str, trouble: str) -> Problem:
    """A problem that names the field, shows the value (shortened), and says what is allowed."""
    way_out = ", or leave it out if none applies" if field.kind == "many" else ", or leave it out"
    return Problem(
        field=field.name,
        value=shortened(value),
        message=f"{field.legend} ({field.name}): {trouble}. Give {_allowed(field)}{way_out}.",
    )


def _number(field: Field, text: str) -> int | float | Problem:
    """The number in a text, or what is wrong with it."""
    if not text.strip():
        return _problem(field, text, "the value is empty")
    if not _NUMBER.fullmatch(text):
        return _problem(
            field,
            text,
            f"{_quoted(text)} is not such a number",
        )
    value = float(text)
    if field.whole and not value.is_integer():
        return _problem(field, text, f"{text} is not a whole number")
    if not field.low <= value <= field.high:
        return _problem(field, text, f"{text} is out of range")
    return int(value) if value.is_integer() else value


def _chosen(field: Field, text: str) -> Value | Problem:
    """The choice that a text names, or what is wrong with it."""
    if not text.strip():
        return _problem(field, text, "the value is empty")
    values = [choice.value for choice in field.choices]
    if text not in values:
        near = closest(text, values)
        return _problem(field, text, f"{_quoted(text)} is not known" + (f"; {near} is" if near else ""))
    if field.kind == "yes_no":
        return text == "yes"
    if field.name in _SCALES:
        return _SCALES[field.name][text.upper()]
    return Goal(text) if field.name == "goal" else text


def _read(field: Field, texts: list[str]) -> tuple[Value | None, list[Problem]]:
    """One field's value from everything that was given for it, with every problem found on the way."""
    if field.kind != "many" and len(texts) > 1:
        return None, [_problem(field, ", ".join(texts[:3]), f"it was given {len(texts)} times, and it takes one value")]
    different = list(dict.fromkeys(texts))[: len(field.choices) + _MOST_PROBLEMS]  # enough to find five that are wrong
    read = [_number(field, text) if field.kind == "number" else _chosen(field, text) for text in different]
    problems = [value for value in read if isinstance(value, Problem)][:_MOST_PROBLEMS]
    if field.kind == "many":
        return frozenset(value for value in read if isinstance(value, str)), problems
    return (None if problems else _plain(read[0])), problems


def _plain(value: Value | Problem) -> Value:
    """A value that is known to be no problem."""
    assert not isinstance(value, Problem)  # noqa: S101 - the caller has sorted the problems out
    return value


def pairs(query: str) -> list[tuple[str, str]]:
    """Every name and value of a query string, of an address, or of what follows its #; names are normalised.

    A whole address may be given: what stands before its query is no answer. Answers behind the # count like those before it.
    """
    first, *rest = readable(query).split("#")
    before, mark, after = first.partition("?")
    if "=" not in before and "&" not in before and (mark or "/" in before):
        first = after
    texts = "&".join([first, *(part.lstrip("?") for part in rest)])
    return [(normalised(name), text) for name, text in parse_qsl(texts, keep_blank_values=True, errors="replace")]


_SAFETY = {
    choice.value: (field, choice) for field in FIELDS if field.group in {"stop", "health"} for choice in field.choices
}


def _is_weekly(name: str) -> bool:
    return name.startswith(_WEEK)


def _misnamed(name: str, value: str, known: Iterable[str], *, strict: bool) -> Problem | None:
    """What is wrong with a name that is not ours, or nothing where it belongs to somebody else."""
    elsewhere = (is_common(name) and not strict) or (_is_weekly(name) and not any(map(_is_weekly, known)))
    right = "" if elsewhere else closest(name, known)
    if right:
        meant = f"If you mean {_quoted(BY_NAME[right].legend)}, write {right}" if right in BY_NAME else f"Write {right}"
        return Problem(right, shortened(name), f"There is no question {_quoted(name)}. {meant}, or leave it out.")
    if sign := closest(name, _SAFETY) or closest(value, _SAFETY):
        field, choice = _SAFETY[sign]
        meant = f"If you mean {_quoted(choice.label)}, write {field.name}={sign}"
        return Problem(field.name, shortened(name), f"There is no question {_quoted(name)}. {meant}, or leave it out.")
    if not strict:
        return None
    about = " about today: it belongs to a week" if _is_weekly(name) else ""
    return Problem("query", shortened(name), f"There is no question {_quoted(name)}{about}. Leave it out.")


def _names(given: list[tuple[str, str]], also: frozenset[str], *, strict: bool) -> list[Problem]:
    """Every name that nobody has asked for and that may hold an answer, with the right name where one is near.

    With `strict` every other name is a problem too; else what others add to the address of a page is left alone.
    """
    known = (*BY_NAME, *sorted(also))
    others = dict.fromkeys((name, text) for name, text in given if name not in BY_NAME and name not in also)
    mine = [(name, text) for name, text in others if strict or not is_tracker(name)]
    if len(mine) > _MOST_NAMES:
        text = f"The answers hold {len(mine)} names that are no questions. Leave them out."
        return [Problem("query", shortened(mine[0][0]), text)]
    found = (_misnamed(name, text, known, strict=strict) for name, text in mine)
    return [problem for problem in found if problem][:_MOST_PROBLEMS]


def parse(query: str, also: frozenset[str] = frozenset({CHOICE}), *, strict: bool = False) -> Situation:
    """The situation that a query string tells; what it leaves out takes the cautious default.

    Letter case, brackets and an escaped ampersand in names are forgiven. A name that is nearly one of ours is a problem,
    because it may hold a warning sign. `also` are names that the caller reads. With `strict`, as programs ask, any other name
    is a problem; without it, as the addresses of pages have it, such a name belongs to somebody else.

    Raises:
        InvalidAnswers: some names or values cannot be used; it holds all of them at once.
    """
    if len(query) > _LONGEST_QUERY:
        text = (
            f"The answers are too long ({len(query)} characters); {_LONGEST_QUERY} are allowed. Start again "
            "with an empty form."
        )
        raise InvalidAnswers((Problem(field="query", value=shortened(readable(query[:100])), message=text),))
    all_given = pairs(query)
    strict = strict and "://" not in query.partition("=")[0]  # a whole address is that of a page
    given: dict[str, list[str]] = {}
    for name, text in all_given:
        given.setdefault(name, []).append(text)
    values: dict[str, Value] = {}
    misnamed = _names(all_given, also, strict=strict)
    problems: list[Problem] = []
    for field in FIELDS:
        problems += [problem for problem in misnamed if problem.field == field.name]
        if field.name in given:
            value, wrong = _read(field, given[field.name])
            problems += wrong
            if value is not None:
                values[field.name] = value
    problems += [problem for problem in misnamed if problem.field not in BY_NAME]
    if problems:
        raise InvalidAnswers(tuple(problems))
    return _with_running(Situation(**values)) if "running_experience" not in values else Situation(**values)  # type: ignore[arg-type]


def _with_running(s: Situation) -> Situation:
    """The situation in which weekly running counts as some experience of running."""
    return s._replace(running_experience=Running.SOME) if "running" in s.activities else s


def _texts(field: Field, value: object) -> Iterable[str]:
    """The query texts of one value: none where it is not told."""
    if value is None:
        return ()
    if isinstance(value, bool):
        return ("yes" if value else "no",)
    if isinstance(value, frozenset):
        return tuple(choice.value for choice in field.choices if choice.value in value)
    if isinstance(value, IntEnum):
        return (value.name.lower(),)
    if isinstance(value, Enum):
        return (str(value.value),)
    return (f"{value:.10g}" if isinstance(value, float) else str(value),)


def to_query(s: Situation) -> str:
    """The canonical query string of a situation: form order, defaults left out. `parse(to_query(s)) == s`."""
    parts = []
    for field in FIELDS:
        texts = tuple(_texts(field, getattr(s, field.name)))
        assumed = "some" if field.name == "running_experience" and "running" in s.activities else field.default
        if texts != ((assumed,) if assumed else ()):
            parts += [f"{field.name}={quote(text, safe='')}" for text in texts]
    return "&".join(parts)
