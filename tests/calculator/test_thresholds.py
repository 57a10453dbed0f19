"""Thresholds of advisories, readiness limits, headlines and what-if effects."""

from __future__ import annotations

import pytest

from calculator.answer.builder import answer
from calculator.answer.what_if import OfferSnapshot, offer_snapshot
from calculator.answer.what_if import effect as effect_of
from calculator.assessment.engine import assess
from calculator.data.interval_formats import INTERVAL_FORMATS
from calculator.data.modalities import BY_SLUG
from calculator.data.parameters import KARVONEN_RESTING
from calculator.data.sentences import name_in_sentence, say
from calculator.form.errors import InvalidAnswersError, Problem
from calculator.form.parse import parse
from calculator.model import Readiness
from calculator.rules import readiness_limits, return_to_running
from calculator.rules.advisories import AIDS, WARNINGS
from calculator.rules_api import Limit
from calculator.scales import Impact, Intensity, Outcome
from calculator.session import heart_rate
from calculator.session.builder import plan_session
from tests.calculator.rules.test_rules import reader

ADVISORIES = {one.id: one for one in (*WARNINGS, *AIDS)}


def said(id: str, query: str) -> str | None:
    s = parse(query)
    return ADVISORIES[id].text(s, assess(s))


@pytest.mark.parametrize(
    ("id", "speaks", "silent"),
    [
        ("carbohydrate", "next_legs_in_hours=3", "next_legs_in_hours=4"),
        ("carbohydrate", "next_event_in_hours=3", ""),
        ("soreness-peak", "leg_effort=light&soreness=2", "leg_effort=light&soreness=1"),
        ("soreness-peak", "soreness=1", "hours_since_legs=72"),
        ("calf-clot", "red_flags=one_sided_calf_swelling", "red_flags=dark_urine"),
        ("lift-first", "hours_since_legs=5", "hours_since_legs=6"),
        ("lift-first", "hours_since_legs=5", "hours_since_legs=1&leg_effort=very_hard&novelty=first_time&soreness=9"),
        ("fuel", "goal=aerobic_endurance&minutes=60", "goal=aerobic_endurance&minutes=59"),
        ("fuel", "goal=aerobic_endurance&minutes=60", "goal=aerobic_endurance&minutes=60&conditions=low_carbohydrate_or_fasted"),
        ("recheck-signs", "hours_since_legs=72&soreness=3", "hours_since_legs=72&soreness=2"),
        ("recheck-signs", "hours_since_legs=119&soreness=4", "hours_since_legs=120&soreness=4"),
        ("water", "equipment=pool", "equipment=pool&conditions=heart_disease"),
        ("no-chasing", "soreness=10", "soreness=8"),
        ("clearance", "goal=aerobic_endurance&conditions=type_2_diabetes", "goal=fat_loss&conditions=type_2_diabetes"),
        ("rope", "equipment=jump_rope", reader("") + "&equipment=jump_rope"),
        ("fuel", "goal=aerobic_endurance&minutes=60", reader("goal=general_health&minutes=60")),
        ("rhabdo-signs", "soreness=7", "soreness=6"),
        ("water", "equipment=pool&soreness=3", "equipment=pool&soreness=2"),
        ("massage", "soreness=3", "soreness=2"),
        ("easy-movement", "soreness=3", "soreness=2"),
    ],
)  # fmt: skip
def test_a_advisory_speaks_up_to_its_edge(id: str, speaks: str, silent: str) -> None:
    assert said(id, speaks)
    assert said(id, silent) is None


@pytest.mark.parametrize("over", ["leg_effort=light", "hours_since_legs=48"])
def test_stores_are_named_only_while_a_hard_session_has_spent_them(over: str) -> None:
    ask = "goal=aerobic_endurance&minutes=90&soreness=2"
    assert "store" in (said("fuel", ask) or "")
    assert said("fuel", f"{ask}&{over}") == say("advisory.fuel")


def test_carbohydrate_is_planned_with_the_diabetes_team() -> None:
    assert "diabetes team" in (said("carbohydrate", "next_legs_in_hours=3&conditions=type_1_diabetes") or "")
    assert "carbohydrate per kg" in (said("carbohydrate", "next_legs_in_hours=3") or "")


def _impact(score: int) -> Impact:
    limit = readiness_limits.readiness_impact.apply(parse(""), Readiness(score, 0))
    return Impact.HIGH if limit is None else limit.impact


def _effort(score: int) -> Intensity:
    limit = readiness_limits.readiness_intensity.apply(parse(""), Readiness(score, 0))
    return Intensity.NEAR_MAX if limit is None else limit.intensity


def test_readiness_opens_impact_and_effort_at_its_steps() -> None:
    """Below 30, from 30, from 70, from 88."""
    scores = (29, 30, 69, 70, 87, 88)
    assert [_impact(score) for score in scores] == [0, 1, 1, 2, 2, 3]
    assert [_effort(score) for score in scores] == [1, 2, 2, 3, 3, 4]


@pytest.mark.parametrize("held", ["conditions=obesity", "medicines=statin"])
def test_a_condition_or_a_medicine_alone_keeps_from_intervals_and_long_sessions(held: str) -> None:
    query = reader(f"goal=aerobic_endurance&minutes=120&equipment=bike_upright&running_experience=some&{held}")
    a = assess(parse(query))
    assert not a.allows_intervals
    assert a.minutes == 60


def test_sixteen_is_reported_to_tell_an_adult_and_eighteen_is_not() -> None:
    assert "Tell a parent" not in answer("red_flags=chest_pain&age=18")["action"]
    assert "Tell a parent or another adult." in answer("red_flags=chest_pain&age=17")["action"]
    assert answer("red_flags=dark_urine")["action"] == say("rule.urgent.action")


def test_without_a_session_every_ceiling_is_there_and_empty() -> None:
    empty = {"impact": None, "intensity": None, "leg_intensity": None, "minutes": None}
    assert answer("red_flags=fever")["ceilings"] == empty


def test_mistakes_are_one_sentence_each() -> None:
    assert str(InvalidAnswersError((Problem("a", "1", "One."), Problem("b", "2", "Two.")))) == "One.; Two."


def test_four_times_four_is_twenty_eight_minutes_with_easy_movement_between() -> None:
    assert INTERVAL_FORMATS["four-by-four"].minutes(4) == 28
    found = answer(
        reader("goal=general_health&running_experience=regular&minutes=45") + "&equipment=bike_upright&intent=intervals"
    )["options"]
    (phases,) = [option["session"] for option in found if option["format"] == "four-by-four"]
    assert [(phase["kind"], phase["intensity"]) for phase in phases][1:3] == [("work", "vigorous"), ("rest", "light")]


def test_a_resting_rate_outside_the_method_is_said_to_be() -> None:
    text = say("heart-rate.resting", range=KARVONEN_RESTING)
    assert heart_rate.method(parse("age=40&resting_hr=34")) == heart_rate.method(parse("age=40&resting_hr=111")) == text


def test_heart_rates_that_do_not_fit_are_said_to() -> None:
    text = say("heart-rate.mismatch")
    assert heart_rate.method(parse("age=40&resting_hr=110&max_hr=120")) == text


def _now() -> OfferSnapshot:
    s = parse("equipment=bike_upright&equipment=rower&goal=muscle_strength&prefer=rowing")
    return offer_snapshot(s, assess(s))


def test_a_change_of_outcome_and_of_what_the_arms_may_do_is_reported() -> None:
    now = _now()._replace(outcome=Outcome.RECOMMEND, top=Intensity.MODERATE)
    then = now._replace(outcome=Outcome.RECOMMEND_WITH_CAUTION, top=Intensity.NEAR_MAX)
    assert effect_of(now, then) == (
        f"{say('change.outcome.recommend_with_caution')} {say('change.arms.up', new='all-out', old='moderate')}"
    )


def test_a_change_of_one_session_is_reported_by_its_minutes_effort_or_format() -> None:
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
    one, two, three = now.sessions[:3]
    low, mid, end = (each.mode.name[0].lower() + each.mode.name[1:] for each in (one, two, three))

    def effect(before: tuple[object, ...], after: tuple[object, ...]) -> str:
        return effect_of(now._replace(sessions=before), now._replace(sessions=after))  # type: ignore[arg-type]

    assert effect((one,), (one, two)) == say("change.kinds.more", new=mid)
    assert effect((one, two), (one,)) == say("change.kinds.fewer", old=mid)
    assert effect((one, two), (two, one)) == say("change.kinds.first", new=mid)
    assert effect((one,), (two, three)) == say("change.kinds.instead", new=f"{mid} and {end}", old=low)
    assert effect((), (one, two, three)) == say("change.kinds.more", new=f"{low}, {mid} and {end}")


def test_a_limit_that_says_nothing_takes_nothing() -> None:
    assert Limit(reason=".") == Limit(".", Outcome.RECOMMEND, Impact.HIGH, Intensity.NEAR_MAX, None, None)


def test_climbs_open_at_full_readiness_and_close_with_soreness() -> None:
    rested = parse("soreness=2")
    assert return_to_running.stairs_and_hills.apply(rested, Readiness(88, 0)) is None
    assert return_to_running.stairs_and_hills.apply(rested, Readiness(87, 0)) is not None
    assert return_to_running.stairs_and_hills.apply(parse("soreness=3"), Readiness(88, 0)) is not None


def test_from_sixty_five_on_a_long_session_is_an_hour_without_a_habit() -> None:
    query = reader("goal=aerobic_endurance&minutes=120&running_experience=some")
    assert [assess(parse(f"{query}&age={age}")).minutes for age in (64, 65)] == [120, 60]


def test_a_rope_is_skipped_in_thirties_however_trained() -> None:
    found = answer(reader("goal=speed_power&minutes=45") + "&equipment=jump_rope")
    a, s = assess(parse(found["query"])), parse(found["query"])
    assert plan_session(s, a, BY_SLUG["jump_rope"]).form is INTERVAL_FORMATS["thirty-thirty"]


def test_where_little_is_to_mind_only_the_cue_is_said() -> None:
    (reader_answers,) = [
        one for one in answer("equipment=bike_recumbent")["options"] if one["modality"] == "bike_recumbent"
    ]
    assert reader_answers["feel"] == BY_SLUG["bike_recumbent"].cue
