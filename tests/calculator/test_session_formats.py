"""Every layout of a session is offered to somebody, in each kind of cardio that it names, and never outlasts a freer gate."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product
from operator import le

import pytest

from calculator.data.interval_formats import CONTINUOUS, SESSION_FORMATS, IntervalFormat
from calculator.data.modalities import BY_SLUG, EXPLOSIVE, MODALITIES
from calculator.form.fields import FIELDS_BY_NAME
from calculator.model import Situation
from calculator.rules.habits import KINDS_BY_ACTIVITY
from calculator.scales import Goal, Intensity, LegSessionEffort, LiftingExperience, RunningExperience
from tests.calculator.panel import offered

PAIRS = [(form, slug) for form in SESSION_FORMATS if form is not CONTINUOUS for slug in sorted(form.modes)]
HABITS = (
    (LiftingExperience.ADVANCED, RunningExperience.REGULAR),
    (LiftingExperience.INTERMEDIATE, RunningExperience.SOME),
    (LiftingExperience.NOVICE, RunningExperience.SOME),
    (LiftingExperience.NOVICE, RunningExperience.NONE),
)


def readers(form: IntervalFormat, slug: str) -> Iterator[Situation]:
    """Readers who prefer this kind of cardio and have what it needs, with every goal, wish and habit."""
    sports = [frozenset[str](), *(frozenset({name}) for name, kinds in KINDS_BY_ACTIVITY.items() if slug in kinds)]
    goals = sorted(form.goals or Goal, key=lambda goal: goal.value)
    wishes = ("intervals", None, "easy", "hard", "steady")
    for goal, intent, (lifting, running), sport, hours in product(goals, wishes, HABITS, sports, (120, 24)):
        yield Situation(
            hours_since_legs=hours,
            leg_effort=LegSessionEffort.LIGHT,
            soreness=0,
            goal=goal,
            minutes=60,
            equipment=frozenset(BY_SLUG[slug].equipment_any_of),
            lifting_experience=lifting,
            running_experience=running,
            activities=sport,
            cardio_days=4 if sport else None,
            intent=intent,
            prefer=frozenset({slug}),
        )


@pytest.mark.parametrize(("form", "slug"), PAIRS, ids=[f"{form.slug}-{slug}" for form, slug in PAIRS])
def test_a_format_is_offered_to_somebody_in_each_of_its_kinds(form: IntervalFormat, slug: str) -> None:
    assert any(offered(s)[0]["format"] == form.slug for s in readers(form, slug) if offered(s)[0]["modality"] == slug)


def test_the_formats_name_kinds_that_exist_and_every_kind_can_be_done() -> None:
    assert {slug for form in SESSION_FORMATS for slug in form.modes} <= set(BY_SLUG)
    assert FIELDS_BY_NAME["prefer"].choices[0].value == MODALITIES[0].slug


@pytest.mark.parametrize("slug", sorted(EXPLOSIVE))
@pytest.mark.parametrize("running", RunningExperience)
@pytest.mark.parametrize("intent", [None, "steady", "easy", "hard"])
def test_explosive_work_is_counted_in_repetitions_for_everybody(
    slug: str, running: RunningExperience, intent: str | None
) -> None:
    s = Situation(
        hours_since_legs=160,
        leg_effort=LegSessionEffort.LIGHT,
        soreness=0,
        goal=Goal.SPEED_POWER,
        minutes=90,
        equipment=frozenset(BY_SLUG[slug].equipment_any_of),
        lifting_experience=LiftingExperience.ADVANCED,
        running_experience=running,
        activities=frozenset({"team_sport"}),
        cardio_days=4,
        prefer=frozenset({slug}),
        intent=intent,
    )
    for one in offered(s):
        if one["modality"] == slug:
            assert one["format"] != CONTINUOUS.slug
            assert one["minutes"][1] <= 25


def test_a_hard_main_part_without_rests_is_short() -> None:
    s = Situation(
        hours_since_legs=160,
        leg_effort=LegSessionEffort.LIGHT,
        soreness=0,
        goal=Goal.SPEED_POWER,
        minutes=90,
        equipment=frozenset({"treadmill"}),
        lifting_experience=LiftingExperience.ADVANCED,
        running_experience=RunningExperience.REGULAR,
        medicines=frozenset({"statin"}),
        prefer=frozenset({"incline_treadmill_run"}),
    )
    (first, *_) = offered(s)
    assert (first["modality"], first["format"], first["intensity"]) == (
        "incline_treadmill_run",
        "continuous",
        "vigorous",
    )
    assert first["minutes"][1] <= 20


def whole(form: IntervalFormat) -> int:
    """The longest whole session (min) of a hard format in steps of five, with 15 minutes of warm-up and cool-down."""
    return -(-(round(form.minutes(form.most)) + 15) // 5) * 5


@pytest.mark.parametrize("slug", sorted(BY_SLUG))
def test_a_layout_that_more_readers_may_do_is_no_longer_than_a_harder_one_before_it(slug: str) -> None:
    hard = [
        form for form in SESSION_FORMATS if slug in form.modes and form.effort >= Intensity.VIGOROUS and form.repeats
    ]
    for style in ("hard", "intervals", "explosive"):
        for goal in Goal:
            row = [form for form in hard if style in form.styles and (not form.goals or goal in form.goals)]
            for harder, easier in combinations(row, 2):
                if easier.gate != harder.gate and all(map(le, easier.gate, harder.gate)):
                    assert whole(easier) <= whole(harder), (slug, style, goal, harder.slug, easier.slug)
