"""For each kind of cardio a reader to whom it is offered, or a reason why it never leads."""

from __future__ import annotations

from pathlib import Path

import pytest

from calculator.answer.builder import answer
from calculator.data.modalities import SLUGS
from calculator.session.ranking import NEVER_LEADS

RULES_PAGE = Path(__file__).parents[2] / "docs" / "rules.md"
RUNNER = (
    "hours_since_legs=120&leg_effort=light&soreness=0&lifting_experience=advanced&running_experience=regular&minutes=45"
)
JOGGER = (
    "hours_since_legs=72&leg_effort=light&soreness=1&lifting_experience=intermediate&running_experience=some&minutes=45"
)
WALKER = (
    "hours_since_legs=72&leg_effort=light&soreness=1&lifting_experience=intermediate&running_experience=none&minutes=45"
)
SORE = (
    "hours_since_legs=24&leg_effort=hard&soreness=5&lifting_experience=intermediate&running_experience=some&minutes=40"
)

READERS: dict[str, tuple[str, str]] = {
    "walk_easy": ("a beginner who can hardly take the stairs", "novelty=first_time&soreness=8&walking_affected=yes"),
    "walk_brisk": ("an office worker the day after squats", f"{SORE}&goal=general_health"),
    "walk_incline": ("a walker with a treadmill who wants to lose fat", f"{WALKER}&goal=fat_loss&equipment=treadmill"),
    "treadmill_jog": ("a jogger in bad weather", f"{JOGGER}&goal=general_health&equipment=treadmill"),
    "run_steady": ("a runner whose legs are fresh", f"{RUNNER}&goal=aerobic_endurance"),
    "run_tempo": ("a runner who wants a hard day", f"{RUNNER}&goal=aerobic_endurance"),
    "incline_treadmill_run": ("a sprinter without a hill", f"{RUNNER}&goal=speed_power&equipment=treadmill"),
    "hill_sprints": ("a sprinter with a hill", f"{RUNNER}&goal=speed_power&equipment=hill"),
    "track_sprints": ("a sprinter with a track", f"{RUNNER}&goal=speed_power&equipment=track"),
    "stair_climber": ("a jogger who likes the stairs", f"{JOGGER}&goal=fat_loss&equipment=stair_climber"),
    "elliptical": ("a lifter in a small gym", f"{SORE}&goal=fat_loss&equipment=elliptical"),
    "bike_upright": ("a lifter with a bike at home", f"{SORE}&goal=muscle_strength&equipment=bike_upright"),
    "bike_recumbent": (
        "a lifter with a sore knee",
        f"{SORE}&goal=muscle_strength&conditions=knee_pain&equipment=bike_upright&equipment=bike_recumbent",
    ),
    "spin_intervals": ("a rider with little time", f"{JOGGER}&goal=general_health&equipment=bike_upright"),
    "air_bike": ("a lifter in a garage gym", f"{SORE}&goal=general_health&equipment=air_bike"),
    "rowing": ("a rower on fresh legs", f"{JOGGER}&goal=aerobic_endurance&equipment=rower"),
    "ski_erg": ("a skier with tired legs", f"{SORE}&goal=aerobic_endurance&equipment=ski_erg"),
    "swimming": ("a swimmer with sore thighs", f"{SORE}&goal=general_health&equipment=pool"),
    "aqua_jog": (
        "a runner who may take no impact",
        "goal=aerobic_endurance&running_experience=regular&lifting_experience=intermediate&red_flags=focal_bone_pain&equipment=pool",
    ),
    "arm_ergometer": ("a lifter who wants the legs left alone", f"{SORE}&goal=muscle_strength&equipment=arm_ergometer"),
    "jump_rope": ("a runner with a rope", f"{RUNNER}&goal=general_health&equipment=jump_rope"),
    "plyometrics": ("a jumper on fresh legs", f"{RUNNER}&goal=speed_power"),
    "agility_drills": ("a player on fresh legs", f"{RUNNER}&goal=speed_power"),
    "hiking": ("a hiker with a free afternoon", f"{JOGGER}&minutes=150&goal=aerobic_endurance".replace("minutes=45&", "")),
    "dance_low_impact": ("a dancer who does not run", f"{WALKER}&goal=general_health"),
    "boxing_shadow": ("a hotel guest with sore thighs", f"{SORE}&goal=recovery"),
    "battle_ropes": ("a lifter with ropes and tired legs", f"{SORE}&goal=general_health&equipment=battle_ropes"),
    "circuit": ("a lifter who wants to stay healthy", f"{JOGGER}&goal=general_health"),
    "inline_skating": ("a skater", f"{WALKER}&goal=general_health&equipment=skates"),
    "xc_ski": ("a skier on snow", f"{WALKER}&goal=aerobic_endurance&equipment=skis"),
    "team_sport": ("a player without a match", f"{RUNNER}&goal=speed_power"),
    "yoga_flow": ("somebody on a day of rest", f"{SORE}&goal=recovery"),
}  # fmt: skip


@pytest.mark.parametrize("slug", READERS)
def test_preferred_kind_comes_first_when_allowed(slug: str) -> None:
    who, query = READERS[slug]
    offered = [option["modality"] for option in answer(f"{query}&prefer={slug}")["options"]]
    assert slug == offered[0], f"{who} is offered {offered}"


@pytest.mark.parametrize("slug", READERS)
def test_avoided_kind_is_offered_last(slug: str) -> None:
    _, query = READERS[slug]
    assert slug not in [option["modality"] for option in answer(f"{query}&avoid={slug}")["options"]]


def test_every_kind_has_a_reader_or_a_reason() -> None:
    assert {*READERS, *NEVER_LEADS} == SLUGS
    assert not READERS.keys() & NEVER_LEADS.keys()


@pytest.mark.parametrize("slug", NEVER_LEADS)
def test_the_guide_says_why_a_kind_never_leads(slug: str) -> None:
    assert NEVER_LEADS[slug] in " ".join(RULES_PAGE.read_text("utf-8").split())
