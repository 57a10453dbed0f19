"""Hypothesis strategies for situations and for valid and hostile query strings."""

from __future__ import annotations

from urllib.parse import quote

from hypothesis import strategies as st

from calculator.form.fields import FIELDS, FIELDS_BY_NAME
from calculator.model import Field, Situation
from calculator.scales import (
    EccentricLoad,
    Goal,
    LegSessionEffort,
    LiftingExperience,
    Novelty,
    RunningExperience,
    Tired,
)

__all__ = [
    "FRESH",
    "adults",
    "hostile_queries",
    "pairs",
    "queries",
    "situations",
    "subsets",
    "with_answer",
    "with_plan",
]

FRESH = Situation(
    hours_since_legs=200,
    leg_effort=LegSessionEffort.LIGHT,
    soreness=0,
    goal=Goal.AEROBIC_ENDURANCE,
    minutes=60,
    lifting_experience=LiftingExperience.ADVANCED,
    running_experience=RunningExperience.REGULAR,
)
"""A reader whom no leg day, condition or habit holds back."""


def with_answer(s: Situation, field: str, value: object) -> Situation:
    """The same reader with one answer changed."""
    return s._replace(**{field: value})  # type: ignore[arg-type]


_EDGES = (0, 2, 3, 5, 6, 12, 23, 24, 36, 47, 48, 60, 71, 72, 95, 96, 119, 120, 167, 168, 200, 336)


def subsets(name: str, most: int) -> st.SearchStrategy[frozenset[str]]:
    """Any few of the choices of a field that takes many; often none."""
    values = st.sampled_from([choice.value for choice in FIELDS_BY_NAME[name].choices])
    return st.frozensets(values, max_size=0) | st.frozensets(values, max_size=most)


def one_of(name: str) -> st.SearchStrategy[str | None]:
    """One choice of a field that may be left out, often none."""
    return st.none() | st.sampled_from([choice.value for choice in FIELDS_BY_NAME[name].choices])


def _hours(most: int) -> st.SearchStrategy[float]:
    """Hours (h) from 0 to `most`, with the edges of the rules more often than chance would have them."""
    edges = st.sampled_from([hours for hours in _EDGES if hours <= most])
    return edges | st.integers(0, most) | st.integers(0, most * 4).map(lambda quarter: quarter / 4)


situations: st.SearchStrategy[Situation] = st.builds(
    Situation,
    hours_since_legs=_hours(336),
    leg_effort=st.sampled_from(LegSessionEffort),
    soreness=st.integers(0, 3) | st.integers(0, 10),
    goal=st.sampled_from(Goal),
    minutes=st.sampled_from((5, 6, 14, 15, 19, 20, 25, 30, 45, 60, 90, 180, 240)) | st.integers(5, 240),
    equipment=subsets("equipment", 16),
    novelty=st.sampled_from(Novelty),
    eccentric=st.sampled_from(EccentricLoad),
    walking_affected=st.sampled_from((False, False, False, True)),
    lifting_experience=st.sampled_from(LiftingExperience),
    running_experience=st.sampled_from(RunningExperience),
    next_legs_in_hours=st.none() | _hours(168),
    next_event_in_hours=st.none() | _hours(168) | st.integers(0, 1008),
    age=st.none() | st.integers(18, 90) | st.integers(1, 120),
    sex=st.sampled_from((None, "f", "m")),
    resting_hr=st.none() | st.integers(45, 80) | st.integers(30, 200),
    usual_resting_hr=st.none() | st.integers(45, 80) | st.integers(30, 200),
    max_hr=st.none() | st.integers(100, 230),
    weight_kg=st.none() | st.integers(30, 300) | st.integers(60, 600).map(lambda half: half / 2),
    sleep_hours=st.sampled_from((7.0, 5.0, 5.5, 6.0)) | st.integers(0, 32).map(lambda half: half / 2),
    consecutive_hard_days=st.integers(0, 4) | st.integers(0, 30),
    conditions=subsets("conditions", 3),
    medicines=subsets("medicines", 2),
    red_flags=st.frozensets(st.nothing(), max_size=0) | subsets("red_flags", 2),
    activities=subsets("activities", 3),
    cardio_days=st.none() | st.integers(0, 7),
    plan=one_of("plan"),
    plan_minutes=st.none() | st.integers(5, 600),
    plan_effort=one_of("plan_effort"),
    plan_fixed=st.booleans(),
    plan_in_hours=st.just(0.0) | st.integers(0, 24),
    intent=one_of("intent"),
    prefer=subsets("prefer", 2),
    avoid=subsets("avoid", 2),
    sore_where=subsets("sore_where", 2),
    soreness_trend=one_of("soreness_trend"),
    leg_work=st.sampled_from([choice.value for choice in FIELDS_BY_NAME["leg_work"].choices]),
    last_48_hours=subsets("last_48_hours", 2),
    tired=st.sampled_from(Tired),
    event_kind=one_of("event_kind"),
    cleared=st.booleans(),
    weeks_since_birth=st.none() | st.integers(0, 104),
)

with_plan = situations.map(
    lambda s: s._replace(
        red_flags=frozenset(),
        age=None if s.age is None else max(18, s.age),
        resting_hr=None if s.resting_hr is None else min(s.resting_hr, 99, (s.usual_resting_hr or 99) + 19),
    )
)
"""Readers whom the gate lets through."""

adults = with_plan.map(lambda s: s._replace(age=40 if s.age is None else s.age))


def _number(field: Field) -> st.SearchStrategy[str]:
    whole = st.integers(int(field.low), int(field.high)).map(str)
    if field.whole:
        return whole
    inside = st.floats(field.low, field.high).map(lambda value: f"{value:.6f}")
    return whole | inside


def pairs(field: Field) -> st.SearchStrategy[list[tuple[str, str]]]:
    """Nothing, or valid answers to one question, as names and values."""
    if field.kind == "number":
        return st.lists(_number(field), max_size=1).map(lambda texts: [(field.name, text) for text in texts])
    values = st.sampled_from([choice.value for choice in field.choices])
    most = 4 if field.kind == "multi_choice" else 1
    return st.lists(values, max_size=most).map(lambda texts: [(field.name, text) for text in texts])


_all_pairs = st.tuples(*(pairs(field) for field in FIELDS)).map(
    lambda result: [pair for some in result for pair in some]
)
_foreign = st.lists(
    st.tuples(st.sampled_from(("utm_source", "fbclid", "week_legs", "x")), st.text(max_size=5)), max_size=2
)

queries: st.SearchStrategy[str] = st.tuples(_all_pairs, _foreign).flatmap(
    lambda both: st.permutations([*both[0], *both[1]]).map(
        lambda all_: "&".join(f"{quote(name, safe='')}={quote(text, safe='')}" for name, text in all_)
    )
)
"""Valid queries in any order, with fields of strangers among them."""

_BAD = (
    "", " ", "nan", "NaN", "inf", "-inf", "Infinity", "-1", "-0", "1e3", "1e999", "0x10", "9" * 400, "1_000", "1,5",
    "24h", "70 kg", "5.5.5", ".5", "5.", "\u0665", "\u2167", "\x00", "%", "%zz", "%00", "%C3%28", "%F0%9F%A6%B5", "yes",
    "true", "None", "[]", "{}", "<script>", "' OR 1=1", "\N{LEG}", "a" * 5000, "\ud800", "hard ", "HARD",
    "light&soreness=3", ";", "=", "==", "&&",
)  # fmt: skip
_names = st.sampled_from([field.name for field in FIELDS]) | st.text(max_size=12)
_bad_pair = st.tuples(_names, st.sampled_from(_BAD) | st.text(max_size=30)).map("=".join)

hostile_queries: st.SearchStrategy[str] = (
    st.lists(_bad_pair, max_size=6).map("&".join)
    | st.text(max_size=200)
    | st.text(alphabet="&=;%+#?0123456789abcdef", max_size=60)
    | st.binary(max_size=60).map(lambda raw: raw.decode("latin-1"))
    | st.binary(max_size=60).map(lambda raw: raw.decode("utf-8", "surrogateescape"))
)
"""Anything that a stranger could put behind the question mark."""
