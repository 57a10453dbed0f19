"""Knows the questions as data, and the way between a query string and a situation.

Must never know a verdict, or how a form looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import Enum, IntEnum
from urllib.parse import parse_qsl, quote

from calculator.errors import InvalidAnswers, Problem, shortened, shown
from calculator.modalities import MODALITIES
from calculator.model import Choice, Eccentric, Effort, Field, Goal, Lifting, Novelty, Running, Situation

__all__ = ["BY_NAME", "FIELDS", "STABLE", "parse", "to_query"]

_LONGEST_QUERY = 4_000_000
_MOST_PROBLEMS = 5

FIELDS: tuple[Field, ...] = (
    Field(
        name="red_flags",
        kind="many",
        group="stop",
        legend="Any of these right now?",
        hint="They come before everything else. Leave them all clear if none fits.",
        choices=(
            Choice("chest_pain", "Chest pain or pressure"),
            Choice("sudden_breathlessness", "Sudden breathlessness, or coughing blood"),
            Choice("syncope", "Fainting"),
            Choice("heat_confusion", "Confusion or collapse in heat"),
            Choice("dark_urine", "Dark, brown or cola-coloured urine"),
            Choice("marked_muscle_swelling", "Marked swelling of a muscle"),
            Choice("disproportionate_pain", "Pain or weakness far beyond ordinary soreness"),
            Choice("one_sided_calf_swelling", "One calf swollen, warm or painful"),
            Choice("numb_or_cold_limb", "A leg that is numb, cold or rock hard"),
            Choice("hot_swollen_joint", "A hot, swollen joint"),
            Choice("cannot_bear_weight", "Cannot put weight on a leg"),
            Choice("joint_locking", "A joint that locks or gives way"),
            Choice("focal_bone_pain", "Bone pain a fingertip can cover, worse with running or hopping"),
            Choice("saddle_numbness", "Numbness between the legs"),
            Choice("bladder_or_bowel_change", "New trouble holding or passing urine or stool"),
            Choice("fever", "Fever, flu-like aches, vomiting or a chest infection"),
            Choice("pregnancy_bleeding", "In pregnancy: bleeding, fluid loss, contractions or fewer movements"),
            Choice("unexplained_decline", "Two weeks or more of falling form, sleep or mood without a reason"),
        ),
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
        hint="Leave empty if none is planned within a week.",
        low=0,
        high=168,
        whole=False,
        unit="hours",
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
        high=120,
        unit="bpm",
        hint="In beats per minute, before getting up.",
    ),
    Field(
        name="usual_resting_hr",
        kind="number",
        group="you",
        legend="Your usual resting heart rate",
        low=30,
        high=120,
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
        ),
    ),
    Field(
        name="activities",
        kind="many",
        group="you",
        legend="What do you do every week?",
        hint="For a month or more.",
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
            Choice("rucking", "Rucking"),
            Choice("functional_fitness", "Functional fitness"),
        ),
    ),
    Field(
        name="cardio_days",
        kind="number",
        group="you",
        legend="Days a week with cardio",
        low=0,
        high=7,
        unit="days",
        hint="Of any kind, in the last month.",
    ),
    Field(
        name="intent",
        kind="choice",
        group="you",
        legend="How hard would you like to go?",
        choices=(
            Choice("easy", "Easy"),
            Choice("steady", "Steady"),
            Choice("hard", "Hard"),
            Choice("intervals", "Intervals"),
        ),
    ),
    Field(
        name="prefer",
        kind="many",
        group="you",
        legend="Which kinds of cardio do you like?",
        choices=tuple(Choice(mode.slug, mode.name) for mode in MODALITIES),
    ),
    Field(
        name="avoid",
        kind="many",
        group="you",
        legend="Which kinds of cardio do you want to leave out?",
        choices=tuple(Choice(mode.slug, mode.name) for mode in MODALITIES),
    ),
)

BY_NAME: dict[str, Field] = {field.name: field for field in FIELDS}

# What stays the same for weeks, so that a reader may ask not to be asked again. Health is not among it: it is too private.
STABLE: tuple[str, ...] = (
    "equipment",
    "lifting_experience",
    "running_experience",
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
}
_NUMBER = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6})?")

type Value = bool | int | float | str | frozenset[str] | Enum


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
            f"\N{LEFT DOUBLE QUOTATION MARK}{shown(text)}\N{RIGHT DOUBLE QUOTATION MARK} is not such a number",
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
    if text not in {choice.value for choice in field.choices}:
        return _problem(
            field, text, f"\N{LEFT DOUBLE QUOTATION MARK}{shown(text)}\N{RIGHT DOUBLE QUOTATION MARK} is not known"
        )
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


def _pairs(query: str) -> Mapping[str, list[str]]:
    """Everything that was given for the fields that are known; other names belong to somebody else."""
    given: dict[str, list[str]] = {}
    address = query.partition("=")[0].rfind(
        "?"
    )  # a whole address may be given: what stands before its query is not ours
    for name, value in parse_qsl(query[address + 1 :].lstrip("#"), keep_blank_values=True, errors="replace"):
        if name in BY_NAME:
            given.setdefault(name, []).append(value)
    return given


def parse(query: str) -> Situation:
    """The situation that a query string tells; what it leaves out takes the cautious default.

    Raises:
        InvalidAnswers: some values cannot be used; it holds all of them at once.
    """
    if len(query) > _LONGEST_QUERY:
        text = (
            f"The answers are too long ({len(query)} characters); {_LONGEST_QUERY} are allowed. Start again "
            "with an empty form."
        )
        raise InvalidAnswers((Problem(field="query", value=shortened(query), message=text),))
    given = _pairs(query)
    values: dict[str, Value] = {}
    problems: list[Problem] = []
    for field in FIELDS:
        if field.name in given:
            value, wrong = _read(field, given[field.name])
            problems += wrong
            if value is not None:
                values[field.name] = value
    if problems:
        raise InvalidAnswers(tuple(problems))
    return Situation(**values)  # type: ignore[arg-type]


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
        if texts != ((field.default,) if field.default else ()):
            parts += [f"{field.name}={quote(text, safe='')}" for text in texts]
    return "&".join(parts)
