"""Knows sessions worked out by hand: minutes, warm-up, formats, energy, effort and rank.

Must never know why a kind of cardio is allowed.
"""

from __future__ import annotations

import pytest

from calculator.formats import FORMATS
from calculator.report import answer
from calculator.shapes import Option, Phase
from tests.calculator.test_rules import reader

KIT = "bike_upright bike_recumbent pool treadmill track hill elliptical rower arm_ergometer jump_rope air_bike skis"


def options(changes: str, kit: str = "") -> dict[str, Option]:
    """The options of the fresh reader with some answers and kit changed, by kind of cardio."""
    return {option["modality"]: option for option in answer(with_kit(changes, kit))["options"]}


def with_kit(changes: str, kit: str) -> str:
    return "&".join([reader(changes), *(f"equipment={one}" for one in kit.split())])


def phases(option: Option) -> list[tuple[str, float]]:
    return [(phase["kind"], phase["minutes"]) for phase in option["session"]]


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (5, [("main", 5)]), (6, [("warm_up", 1), ("main", 5)]), (8, [("warm_up", 2), ("main", 5), ("cool_down", 1)]),
        (14, [("warm_up", 4), ("main", 7), ("cool_down", 3)]), (15, [("warm_up", 4), ("main", 8), ("cool_down", 3)]),
        (20, [("warm_up", 5), ("main", 10), ("cool_down", 5)]),
        (30, [("warm_up", 5), ("main", 20), ("cool_down", 5)]),
    ],
)  # fmt: skip
def test_warm_up_and_cool_down_live_inside_the_reader_s_time(minutes: int, expected: list[tuple[str, float]]) -> None:
    """5.3: 5 to 10 min each, but at most half of a short session; the main part is never below 5."""
    kind = "walk_easy" if minutes < 15 else "walk_brisk"  # without room for a warm-up the session stays light
    assert phases(options(f"goal=general_health&minutes={minutes}")[kind]) == expected


@pytest.mark.parametrize("told", ["soreness=1", "soreness=3", "soreness=7&leg_effort=very_hard"])
def test_a_minute_more_never_shortens_the_main_part(told: str) -> None:
    longest = [answer(f"{told}&minutes={minutes}")["options"][0]["minutes"][1] for minutes in range(5, 61)]
    assert longest == sorted(longest)


@pytest.mark.parametrize(
    ("told", "warm_up"), [("soreness=3&minutes=30", 10), ("soreness=3&minutes=24", 7), ("soreness=2&minutes=25", 5)]
)
def test_sore_legs_warm_up_longer_where_there_is_room(told: str, warm_up: int) -> None:
    """R34: longer at soreness 3 and above."""
    assert phases(options(f"goal=general_health&{told}")["walk_brisk"])[0] == ("warm_up", warm_up)


@pytest.mark.parametrize("kg", ["80", "60.5"])
def test_energy_is_met_times_weight_times_time(kg: str) -> None:
    """4: kcal a minute, gross, is MET x 3.5 x kg / 200; brisk walking is 4.8 MET (17200)."""
    found = options(f"goal=general_health&minutes=35&weight_kg={kg}")["walk_brisk"]
    assert found["met"] == {"value": 4.8, "code": "17200", "proxy": False}
    assert found["minutes"] == [20, 25]
    low, high = (4.8 * 3.5 * float(kg) / 200 * minutes for minutes in (20, 25))
    assert found["kcal"] == [5 * round(low / 5), 5 * round(high / 5)]
    assert found["kcal"] == pytest.approx([low, high], abs=2.5)


def test_a_band_without_its_own_met_takes_the_nearest_gentler_one() -> None:
    light = options("soreness=9", "bike_recumbent")["bike_recumbent"]
    assert light["intensity"] == "light"
    assert light["met"] == {"value": 3.5, "code": "01210", "proxy": True}


@pytest.mark.parametrize(("slug", "work", "rest"), [(form.slug, form.work, form.rest) for form in FORMATS.values()])
def test_a_format_is_as_long_as_its_parts(slug: str, work: int, rest: int) -> None:
    form = FORMATS[slug]
    assert form.minutes(form.fewest) == form.fewest * (work + rest) / 60
    assert 0 < form.fewest <= form.most
    assert "," in form.text


@pytest.mark.parametrize(
    ("slug", "work", "rest", "fewest", "most"),
    [
        ("beginner-60-60", 60, 60, 6, 10),
        ("ten-by-one", 60, 60, 10, 10),
        ("four-by-four", 240, 180, 3, 4),
        ("thirty-thirty", 30, 30, 12, 20),
    ],
)
def test_the_known_formats_are_as_their_authors_wrote_them(
    slug: str, work: int, rest: int, fewest: int, most: int
) -> None:
    """5.2: 10 x 60 s : 60 s (Little), 4 x 4 : 3 min (Helgerud), 12-20 x 30 : 30 s (Billat)."""
    form = FORMATS[slug]
    assert (form.work, form.rest, form.fewest, form.most) == (work, rest, fewest, most)


def sets(option: Option) -> list[tuple[str, int, int | None, str]]:
    """Work and rest of an interval session: kind, repeats, seconds and band."""
    parts: list[Phase] = [phase for phase in option["session"] if phase["kind"] in {"work", "rest"}]
    return [(phase["kind"], phase["repeat"], phase["seconds"], phase["intensity"]) for phase in parts]


def test_sprints_are_short_with_full_rests_and_no_heart_rate() -> None:
    found = options("goal=speed_power&minutes=30&age=30", "track")["track_sprints"]
    assert sets(found) == [("work", 7, 15, "near_max"), ("rest", 7, 105, "very_light")]
    assert phases(found) == [("warm_up", 10), ("work", 0.25), ("rest", 1.75), ("cool_down", 5)]
    assert found["minutes"] == [10, 14]
    assert found["heart_rate"] is None
    assert "pulse lags" in found["heart_rate_note"]
    assert found["rpe"] == [18, 20]


@pytest.mark.parametrize(
    ("told", "first"),
    [
        ("goal=recovery", "walk_easy"), ("goal=general_health", "run_steady"), ("goal=fat_loss", "run_steady"),
        ("goal=muscle_strength", "walk_easy"), ("goal=speed_power", "plyometrics"), ("", "run_steady"),
        ("running_experience=none", "walk_brisk"),
    ],
)  # fmt: skip
def test_without_kit_the_best_is_what_serves_the_goal(told: str, first: str) -> None:
    assert answer(reader(told))["options"][0]["modality"] == first


@pytest.mark.parametrize(
    ("told", "kit", "offered"),
    [
        ("goal=general_health&soreness=6", "elliptical bike_upright", ["bike_upright", "walk_brisk", "elliptical"]),
        ("goal=muscle_strength&soreness=4", KIT, ["bike_upright", "swimming", "walk_easy"]),
        ("soreness=5&goal=aerobic_endurance", "pool", ["aqua_jog", "walk_brisk", "walk_easy"]),
    ],
)  # fmt: skip
def test_with_sore_legs_what_spares_them_comes_first(told: str, kit: str, offered: list[str]) -> None:
    """T11: the bike and a walk rank above the elliptical."""
    found = [option["modality"] for option in answer(with_kit(told, kit))["options"]]
    assert found[0] == offered[0]
    assert set(found) & set(offered)


def test_one_of_a_family_is_offered_and_one_without_kit_is_added() -> None:
    found = answer(with_kit("goal=recovery&soreness=4", "bike_upright bike_recumbent pool arm_ergometer"))["options"]
    slugs = [option["modality"] for option in found]
    assert len({"bike_upright", "bike_recumbent"} & set(slugs)) == 1
    assert len({"swimming", "aqua_jog"} & set(slugs)) == 1
    assert any(not option["equipment"] for option in found)


def test_in_pregnancy_effort_is_twelve_to_fourteen() -> None:
    """ACOG804: RPE 12-14."""
    found = options("conditions=pregnant&age=30&goal=general_health")
    assert found["walk_brisk"]["rpe"] == [12, 14]
    light = options("conditions=pregnant&age=30&goal=recovery")
    assert light["walk_easy"]["rpe"] == [9, 11]
    assert options("goal=general_health")["walk_brisk"]["rpe"] == [11, 13]


@pytest.mark.parametrize(
    ("told", "minutes"),
    [
        ("minutes=240", [140, 180]), ("minutes=240&running_experience=some", [35, 45]),
        ("minutes=60&soreness=4&hours_since_legs=72", [35, 45]),
        ("minutes=30&goal=fat_loss", [20, 20]), ("minutes=20&goal=recovery", [10, 10]),
    ],
)  # fmt: skip
def test_the_main_part_has_a_short_and_a_long_end(told: str, minutes: list[int]) -> None:
    found = answer(reader(told))["options"][0]
    assert found["minutes"] == minutes


def test_heart_rates_come_with_age_and_go_with_medicine() -> None:
    assert options("age=35&goal=general_health")["walk_brisk"]["heart_rate"] == [117, 139]
    assert options("age=35&resting_hr=60&goal=general_health")["walk_brisk"]["heart_rate"] == [109, 133]
    assert options("age=35&medicines=beta_blocker&goal=general_health")["walk_brisk"]["heart_rate"] is None
    assert options("goal=general_health")["walk_brisk"]["heart_rate"] is None


@pytest.mark.parametrize(
    ("told", "kit", "kind", "form"),
    [
        ("running_experience=none&minutes=30", "bike_upright", "spin_intervals", "beginner-60-60"),
        ("running_experience=some&minutes=45", "bike_upright", "spin_intervals", "ten-by-one"),
        ("running_experience=regular&minutes=45", "bike_upright", "spin_intervals", "four-by-four"),
        ("running_experience=regular&goal=muscle_strength&minutes=30", "jump_rope", "jump_rope", "thirty-thirty"),
    ],
)
def test_intervals_are_the_fullest_that_a_reader_is_trained_for(told: str, kit: str, kind: str, form: str) -> None:
    rested = "hours_since_legs=96&leg_effort=light&soreness=0&lifting_experience=intermediate"
    found = answer(f"{rested}&{told}&equipment={kit}")["options"]
    assert {option["modality"]: option["format"] for option in found}[kind] == form
