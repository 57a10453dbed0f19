"""Counterfactuals: each is the smallest change that has an effect, and its text names the effect."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given, settings

from calculator.answer.builder import answer, answer_for
from calculator.answer.what_if import OfferSnapshot, _hours, _minutes, _soreness, offer_snapshot
from calculator.answer.what_if import effect as effect_of
from calculator.assessment.engine import assess
from calculator.assessment.outlook import STEP_HOURS
from calculator.data.interval_formats import INTERVAL_FORMATS
from calculator.data.sentences import SENTENCES, name_in_sentence, say
from calculator.form.parse import parse, to_query
from calculator.model import Situation
from calculator.scales import Impact, Intensity, Outcome
from calculator.schema import Answer
from tests.calculator.rules.test_rules import reader
from tests.support.strategies import with_plan


def seen(result: Answer, field: str = "") -> tuple[object, ...]:
    """What a reader sees of an answer; one who waits does not get the graver word that soreness which lasts calls for."""
    sessions = [
        (option["modality"], option["format"], option["minutes"], option["intensity"]) for option in result["options"]
    ]
    return "" if field == "hours_since_legs" else result["outcome"], result["ceilings"], sessions


def with_answer(s: Situation, field: str, to: str) -> Situation:
    """The reader with one answer changed, by way of the query that a reader would send."""
    pairs = [pair for pair in parse_qsl(to_query(s)) if pair[0] != field]
    return parse(urlencode([*pairs, (field, to)]))


def reader_answers(changes: str, field: str) -> list[tuple[str, str]]:
    return [
        (change["to"], change["effect"]) for change in answer(reader(changes))["changes"] if change["field"] == field
    ]


@given(with_plan)
def test_a_change_that_is_listed_alters_what_the_reader_sees(s: Situation) -> None:
    result = answer_for(s)
    for change in result["changes"]:
        then = answer_for(with_answer(s, change["field"], change["to"]))
        assert seen(then) != seen(result), change


@settings(max_examples=settings().max_examples // 5)  # it asks for some forty answers each
@given(with_plan)
def test_no_smaller_change_alters_anything_and_none_is_missing(s: Situation) -> None:
    result = answer_for(s)
    listed = {change["field"]: change["to"] for change in result["changes"]}
    for field, row in _rows(s).items():
        then = {to: answer_for(with_answer(s, field, to)) for to in row}
        differ = [to for to in row if seen(then[to], field) != seen(result, field)]
        nearest = differ[0] if differ and not worse(result, then[differ[0]]) else None
        if field != "hours_since_legs":
            assert listed.get(field) == nearest
        elif nearest is not None and field in listed:  # an outcome that waiting makes milder may come first
            assert int(listed[field]) <= int(nearest)


def worse(old: Answer, new: Answer) -> bool:
    """Whether an answer takes something away: a graver outcome, a lower ceiling, or less of the same first session."""
    scales = {"impact": Impact, "intensity": Intensity, "leg_intensity": Intensity}
    ceilings = [
        scales[name][str(new["ceilings"][name]).upper()] < scales[name][str(old["ceilings"][name]).upper()]  # type: ignore[literal-required]
        for name in scales
        if new["options"]
    ]
    first = [
        after["modality"] == before["modality"]
        and (
            Intensity[after["intensity"].upper()] < Intensity[before["intensity"].upper()]
            or (
                (after["format"], after["intensity"]) == (before["format"], before["intensity"])
                and after["minutes"][1] < before["minutes"][1]
            )
        )
        for before, after in zip(old["options"][:1], new["options"][:1], strict=False)
    ]
    graver = Outcome[new["outcome"].upper()] > Outcome[old["outcome"].upper()]
    return (
        graver or any(ceilings) or any(first) or (new["ceilings"]["minutes"] or 0) < (old["ceilings"]["minutes"] or 0)
    )


@given(with_plan)
def test_no_change_makes_things_worse(s: Situation) -> None:
    result = answer_for(s)
    for change in result["changes"]:
        assert not worse(result, answer_for(with_answer(s, change["field"], change["to"]))), change


def _rows(s: Situation) -> dict[str, list[str]]:
    """Every answer that could be given instead, the nearest first."""
    first = int(s.hours_since_legs) // STEP_HOURS * STEP_HOURS + STEP_HOURS
    return {
        "soreness": [str(value) for value in range(s.soreness - 1, -1, -1)],
        "hours_since_legs": [
            str(hour) for hour in range(first, int(min(168, s.hours_since_legs + 96)) + 1, STEP_HOURS)
        ],
        "walking_affected": ["no"] if s.walking_affected else [],
        "sleep_hours": ["6"] if s.sleep_hours < 6 else [],
        "minutes": [str(s.minutes + 15)] if s.minutes <= 225 else [],
    }


@given(with_plan)
def test_what_a_change_is_said_to_do_is_what_it_does(s: Situation) -> None:
    result = answer_for(s)
    for change in result["changes"]:
        then = answer_for(with_answer(s, change["field"], change["to"]))
        assert change["effect"].endswith(".")
        for part in change["effect"][:-1].lower().split(". "):
            assert any(_true(pattern, part, result, then) for pattern in TRUTHS), (part, change)


def _words(result: Answer, ceiling: str) -> str:
    value = str(result["ceilings"][ceiling])  # type: ignore[literal-required]
    return SENTENCES.get(f"part.level.{value}", value) if "intensity" in ceiling else value


def _names(result: Answer) -> dict[str, tuple[str, str, str]]:
    """What is offered by name, with its format, band and minutes in words."""
    return {
        option["name"].lower(): (
            option["format"],
            SENTENCES[f"plan.effort.{option['intensity']}"],
            " to ".join(dict.fromkeys(map(str, option["minutes"]))),
        )
        for option in result["options"]
    }


def _split(names: str) -> set[str]:
    return set(re.split(", (?!steady)| and ", names))


type Labels = tuple[str, ...]
TRUTHS: dict[str, Callable[[Labels, Answer, Answer], bool]] = {
    "we would suggest (?:a session without cautions|a session, with some cautions|rest or a gentle walk)|we would ask you .+": (
        lambda _, old, new: old["outcome"] != new["outcome"]
    ),
    "you (?:could go up to|would stay at) (.+) impact instead of (.+)": lambda m, old, new: (
        m == (_words(new, "impact"), _words(old, "impact"))
    ),
    "your effort (?:could be|would stay) (.+) instead of (.+)": lambda m, old, new: (
        m == (_words(new, "leg_intensity"), _words(old, "leg_intensity"))
    ),
    "where your arms do the work, your effort (?:could be|would stay) (.+) instead of (.+)": lambda m, old, new: (
        m == (_words(new, "intensity"), _words(old, "intensity"))
    ),
    "you (?:could go on for up to|would stop after) (.+) minutes instead of (.+)": lambda m, old, new: (
        m == (_words(new, "minutes"), _words(old, "minutes"))
    ),
    "we would suggest (.+) instead of (.+)": lambda m, old, new: (
        _names(new).keys() - _names(old) == _split(m[0]) and _names(old).keys() - _names(new) == _split(m[1])
    ),
    "we would also suggest (.+)": lambda m, old, new: _names(new).keys() - _names(old) == _split(m[0]),
    "we would no longer suggest (.+)": lambda m, old, new: _names(old).keys() - _names(new) == _split(m[0]),
    "we would suggest (.+) first": lambda m, old, new: list(_names(new)).index(m[0]) < list(_names(old)).index(m[0]),
    "we would suggest (.+) in another form": lambda m, old, new: _names(new)[m[0]][0] != _names(old)[m[0]][0],
    "we would suggest (.+) at (.+) effort instead of (.+) one": lambda m, old, new: (
        m[1:] == (_names(new)[m[0]][1], _names(old)[m[0]][1])
    ),
    "we would suggest (.+) for (.+) minutes instead of (.+)": lambda m, old, new: (
        m[1:] == (_names(new)[m[0]][2], _names(old)[m[0]][2])
    ),
}


def _true(pattern: str, part: str, old: Answer, new: Answer) -> bool:
    match = re.fullmatch(pattern, part)
    return match is not None and TRUTHS[pattern](match.groups(), old, new)


def test_the_smallest_change_of_each_answer_is_reported() -> None:
    ((to, _),) = reader_answers("soreness=3", "soreness")
    assert to == "2"


@pytest.mark.parametrize(
    ("changes", "field", "to"),
    [
        ("sleep_hours=5&hours_since_legs=66&leg_effort=hard", "sleep_hours", ["6"]), ("sleep_hours=6", "sleep_hours", []),
        ("walking_affected=yes", "walking_affected", ["no"]), ("", "walking_affected", []),
        ("minutes=30", "minutes", ["45"]), ("minutes=225", "minutes", []), ("minutes=240", "minutes", []),
        ("soreness=10", "soreness", ["8"]), ("leg_effort=hard&hours_since_legs=24&soreness=0", "leg_effort", []),
        ("", "hours_since_legs", []), ("hours_since_legs=24&leg_effort=hard&soreness=0", "hours_since_legs", ["30"]),
    ],
)  # fmt: skip
def test_a_change_is_reported_where_there_is_one(changes: str, field: str, to: list[str]) -> None:
    assert [value for value, _ in reader_answers(changes, field)] == to


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ("walking_affected=yes", SENTENCES["change.outcome.recommend"]),
    ],
)  # fmt: skip
def test_another_outcome_is_reported_in_words(changes: str, words: str) -> None:
    assert any(words in change["effect"] for change in answer(reader(changes))["changes"])


def _now() -> OfferSnapshot:
    s = parse("equipment=bike_upright&equipment=rower&goal=muscle_strength&prefer=rowing")
    return offer_snapshot(s, assess(s))


def test_more_time_is_offered_up_to_four_hours() -> None:
    """A quarter of an hour more; past 240 minutes there is none to give."""
    reader_answers = [_minutes(parse(f"minutes={minutes}")) for minutes in (30, 225, 226)]
    assert reader_answers == [[("45", 45)], [("240", 240)], []]


@pytest.mark.parametrize(("reader_answers", "last"), [(0, 96), (5, 96), (6, 102), (71, 162), (100, 168), (167, 168)])
def test_waiting_is_looked_at_for_four_days_and_within_the_week(reader_answers: int, last: int) -> None:
    assert _hours(parse(f"hours_since_legs={reader_answers}"))[-1] == (str(last), last)


def test_soreness_is_looked_at_in_steps_of_one_down_to_none() -> None:
    s = parse("soreness=7")
    assert [value for _, value in _soreness(s)] == [6, 5, 4, 3, 2, 1, 0]


def test_effect_names_outcome_and_arm_work() -> None:
    now = _now()._replace(outcome=Outcome.RECOMMEND, top=Intensity.MODERATE)
    then = now._replace(outcome=Outcome.RECOMMEND_WITH_CAUTION, top=Intensity.NEAR_MAX)
    assert effect_of(now, then) == (
        f"{say('change.outcome.recommend_with_caution')} {say('change.arms.up', new='all-out', old='moderate')}"
    )


def test_effect_names_minutes_effort_or_format() -> None:
    now = _now()
    first, *rest = now.sessions
    first = first._replace(minutes=(15, 20), intensity=Intensity.MODERATE)
    now = now._replace(sessions=(first, *rest))

    def effect(**other: object) -> str:
        return effect_of(now, now._replace(sessions=(first._replace(**other), *rest)))  # type: ignore[arg-type]

    name = name_in_sentence(first.mode.name)
    assert effect(minutes=(25, 25)) == say("change.session.minutes", name=name, new="25 minutes", old="15 to 20")
    lighter = say("change.session.effort", name=name, new="a very easy", old="a moderate")
    assert effect(intensity=Intensity.VERY_LIGHT) == lighter
    assert effect(form=INTERVAL_FORMATS["ten-by-one"]) == say("change.session.form", name=name)


def test_kinds_that_come_go_or_move_are_reported_by_name() -> None:
    now = _now()
    first, second, third = now.sessions[:3]
    low, mid, end = (each.mode.name[0].lower() + each.mode.name[1:] for each in (first, second, third))

    def effect(before: tuple[object, ...], after: tuple[object, ...]) -> str:
        return effect_of(now._replace(sessions=before), now._replace(sessions=after))  # type: ignore[arg-type]

    assert effect((first,), (first, second)) == say("change.kinds.more", new=mid)
    assert effect((first, second), (first,)) == say("change.kinds.fewer", old=mid)
    assert effect((first, second), (second, first)) == say("change.kinds.first", new=mid)
    assert effect((first,), (second, third)) == say("change.kinds.instead", new=f"{mid} and {end}", old=low)
    assert effect((), (first, second, third)) == say("change.kinds.more", new=f"{low}, {mid} and {end}")
