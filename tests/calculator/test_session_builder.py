"""Sessions worked out by hand: minutes, warm-up, formats, energy, effort, order."""

from __future__ import annotations

import pytest

from calculator.answer.builder import answer
from calculator.assessment.engine import assess
from calculator.data.interval_formats import INTERVAL_FORMATS
from calculator.data.modalities import BY_SLUG
from calculator.data.sentences import say
from calculator.form.parse import parse
from calculator.schema import Option, Phase
from calculator.session.builder import build_option, plan_session
from tests.calculator.rules.test_rules import reader

KIT = "bike_upright bike_recumbent pool treadmill track hill elliptical rower arm_ergometer jump_rope air_bike skis"


def options(changes: str, kit: str = "") -> dict[str, Option]:
    """The options of the fresh reader with some answers and kit changed, by kind of cardio."""
    return {option["modality"]: option for option in answer(with_kit(changes, kit))["options"]}


def with_kit(changes: str, kit: str) -> str:
    return "&".join([reader(changes), *(f"equipment={item}" for item in kit.split())])


def phases(option: Option) -> list[tuple[str, float]]:
    return [(phase["kind"], phase["minutes"]) for phase in option["session"]]


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (15, [("warm_up", 3), ("main", 10), ("cool_down", 2)]), (20, [("warm_up", 5), ("main", 12), ("cool_down", 3)]),
        (30, [("warm_up", 5), ("main", 22), ("cool_down", 3)]), (34, [("warm_up", 5), ("main", 22), ("cool_down", 3)]),
        (45, [("warm_up", 5), ("main", 35), ("cool_down", 5)]), (60, [("warm_up", 5), ("main", 50), ("cool_down", 5)]),
    ],
)  # fmt: skip
def test_moderate_session_warm_up_and_cool_down(minutes: int, expected: list[tuple[str, float]]) -> None:
    """The whole is a step of five minutes inside the reader's time."""
    result = options(f"goal=general_health&intent=steady&minutes={minutes}", "bike_upright")["bike_upright"]
    assert phases(result) == expected
    assert result["total_minutes"] == sum(length for _, length in expected)


@pytest.mark.parametrize(("minutes", "whole"), [(5, 5), (6, 5), (8, 5), (14, 10), (20, 20), (30, 30)])
def test_light_work_and_walks_have_no_warm_up_block(minutes: int, whole: int) -> None:
    """The first minutes of a light session are its warm-up, and a walk of thirty minutes counts thirty."""
    easy = options(f"goal=recovery&intent=easy&minutes={minutes}", "bike_upright")["bike_upright"]
    assert phases(easy) == [("main", whole)]
    result = answer(f"goal=general_health&soreness=3&minutes={minutes}")
    assert [phase["kind"] for phase in result["options"][0]["session"]].count("warm_up") == 0
    assert result["options"][0]["total_minutes"] == whole
    assert f"{whole} minutes" in result["headline"]


def test_hard_work_is_warmed_up_for_ten_minutes_or_more() -> None:
    for minutes in (30, 45, 60):
        result = options(f"intent=intervals&prefer=rowing&minutes={minutes}", "rower")["rowing"]
        assert result["intensity"] == "vigorous"
        assert phases(result)[0][0] == "warm_up"
        assert phases(result)[0][1] >= 10
        assert result["total_minutes"] % 5 == 0


@pytest.mark.parametrize("reader_answers", ["soreness=1", "soreness=3", "soreness=7&leg_effort=very_hard"])
def test_a_minute_more_never_shortens_the_main_part(reader_answers: str) -> None:
    longest = [answer(f"{reader_answers}&minutes={minutes}")["options"][0]["minutes"][1] for minutes in range(5, 61)]
    assert longest == sorted(longest)


def test_sore_legs_warm_up_longer_where_time_is_left() -> None:
    """Longer at soreness 3 and above, but never at the cost of the main part."""
    sore, fresh = (
        options(f"goal=muscle_strength&intent=steady&minutes=90&soreness={soreness}", "bike_upright")["bike_upright"]
        for soreness in (3, 2)
    )
    assert phases(sore)[0] == ("warm_up", 10)
    assert phases(fresh)[0] == ("warm_up", 5)


@pytest.mark.parametrize("kg", ["80", "60.5"])
def test_energy_is_met_times_weight_times_time(kg: str) -> None:
    """Kcal a minute, gross, is MET x 3.5 x kg / 200; brisk walking is 4.8 MET (17200)."""
    result = options(f"goal=muscle_strength&minutes=30&weight_kg={kg}")["walk_brisk"]
    assert result["met"] == {"value": 4.8, "code": "17200", "proxy": False}
    assert result["minutes"] == [25, 30]
    low, high = (4.8 * 3.5 * float(kg) / 200 * minutes for minutes in (25, 30))
    assert result["kcal"] == [5 * round(low / 5), 5 * round(high / 5)]
    assert result["kcal"] == pytest.approx([low, high], abs=2.5)


def test_met_falls_back_to_gentler_band() -> None:
    light = options("soreness=9", "bike_recumbent")["bike_recumbent"]
    assert light["intensity"] == "light"
    assert light["met"] == {"value": 3.5, "code": "01210", "proxy": True}


@pytest.mark.parametrize(
    ("slug", "work", "rest"), [(form.slug, form.work, form.rest) for form in INTERVAL_FORMATS.values()]
)
def test_a_format_is_as_long_as_its_parts(slug: str, work: int, rest: int) -> None:
    form = INTERVAL_FORMATS[slug]
    rests = (form.sets - 1) * form.set_rest / 60
    assert form.minutes(form.fewest) == form.sets * form.fewest * (work + rest) / 60 + rests
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
def test_the_recognised_formats_are_as_their_authors_wrote_them(
    slug: str, work: int, rest: int, fewest: int, most: int
) -> None:
    """10 x 60 s : 60 s (Little), 4 x 4 : 3 min (Helgerud), 12-20 x 30 : 30 s (Billat)."""
    form = INTERVAL_FORMATS[slug]
    assert (form.work, form.rest, form.fewest, form.most) == (work, rest, fewest, most)


def sets(option: Option) -> list[tuple[str, int, int | None, str]]:
    """Work and rest of an interval session: kind, repeats, seconds and band."""
    parts: list[Phase] = [phase for phase in option["session"] if phase["kind"] in {"work", "rest"}]
    return [(phase["kind"], phase["repeat"], phase["seconds"], phase["intensity"]) for phase in parts]


def test_sprints_are_counted_with_full_rests_and_no_heart_rate() -> None:
    result = answer(with_kit("goal=speed_power&minutes=30&age=30", "track"))
    sprints = result["options"][0]
    assert sprints["modality"] == "track_sprints"
    assert sets(sprints) == [("work", 7, 10, "near_max"), ("rest", 7, 120, "very_light")]
    assert "7 sprints of 10 seconds, walk back 2 minutes" in result["headline"]
    assert "30 minutes in all" in result["headline"]
    assert sprints["heart_rate"] is None
    assert "heart rate lags" in sprints["heart_rate_note"]
    assert sprints["rpe"] == [18, 20]


@pytest.mark.parametrize(
    ("reader_answers", "first"),
    [
        ("goal=recovery", "walk_easy"), ("goal=general_health", "run_steady"), ("goal=fat_loss", "run_steady"),
        ("goal=muscle_strength", "walk_brisk"), ("goal=speed_power", "plyometrics"), ("", "run_steady"),
        ("running_experience=none", "boxing_shadow"),
    ],
)  # fmt: skip
def test_without_equipment_the_best_is_what_serves_the_goal(reader_answers: str, first: str) -> None:
    assert answer(reader(reader_answers))["options"][0]["modality"] == first


@pytest.mark.parametrize(
    ("reader_answers", "kit", "offered"),
    [
        ("goal=general_health&soreness=6", "elliptical bike_upright", ["bike_upright", "walk_brisk", "elliptical"]),
        ("goal=muscle_strength&soreness=4", KIT, ["bike_upright", "swimming", "walk_easy"]),
        ("soreness=5&goal=aerobic_endurance", "pool", ["aqua_jog", "walk_brisk", "walk_easy"]),
    ],
)  # fmt: skip
def test_with_sore_legs_what_spares_them_comes_first(reader_answers: str, kit: str, offered: list[str]) -> None:
    """T11: the bike and a walk rank above the elliptical."""
    results = [option["modality"] for option in answer(with_kit(reader_answers, kit))["options"]]
    assert results[0] == offered[0]
    assert set(results) & set(offered)


def test_options_vary_by_family_and_include_no_equipment() -> None:
    result = answer(with_kit("goal=recovery&soreness=4", "bike_upright bike_recumbent pool arm_ergometer"))["options"]
    slugs = [option["modality"] for option in result]
    assert len({"bike_upright", "bike_recumbent"} & set(slugs)) == 1
    assert len({"swimming", "aqua_jog"} & set(slugs)) == 1
    assert any(not option["equipment"] for option in result)


def test_in_pregnancy_effort_is_twelve_to_fourteen() -> None:
    """RPE 12-14."""
    result = options("conditions=pregnant&age=30&goal=general_health&prefer=walk_brisk")
    assert result["walk_brisk"]["rpe"] == [12, 14]
    light = options("conditions=pregnant&age=30&goal=recovery&prefer=walk_easy")
    assert light["walk_easy"]["rpe"] == [9, 11]
    assert options("goal=general_health&prefer=walk_brisk")["walk_brisk"]["rpe"] == [11, 13]


@pytest.mark.parametrize(
    ("reader_answers", "minutes"),
    [
        ("minutes=240", [140, 180]), ("minutes=240&running_experience=some", [35, 45]),
        ("minutes=60&soreness=4&hours_since_legs=60", [40, 50]),
        ("minutes=30&goal=fat_loss", [20, 22]), ("minutes=20&goal=recovery", [20, 20]),
    ],
)  # fmt: skip
def test_the_main_part_has_a_short_and_a_long_end(reader_answers: str, minutes: list[int]) -> None:
    option = answer(reader(reader_answers))["options"][0]
    assert option["minutes"] == minutes


def test_heart_rates_come_with_age_and_go_with_medicine() -> None:
    assert options("age=35&goal=general_health&prefer=walk_brisk")["walk_brisk"]["heart_rate"] == [117, 139]
    assert options("age=35&resting_hr=60&goal=general_health&prefer=walk_brisk")["walk_brisk"]["heart_rate"] == [
        109,
        133,
    ]
    assert (
        options("age=35&medicines=beta_blocker&goal=general_health&prefer=walk_brisk")["walk_brisk"]["heart_rate"]
        is None
    )
    assert options("goal=general_health&prefer=walk_brisk")["walk_brisk"]["heart_rate"] is None


@pytest.mark.parametrize(
    ("reader_answers", "kit", "kind", "form"),
    [
        ("running_experience=none&minutes=30", "bike_upright", "spin_intervals", "beginner-60-60"),
        ("running_experience=some&minutes=45", "bike_upright", "spin_intervals", "ten-by-one"),
        ("running_experience=regular&minutes=45", "bike_upright", "spin_intervals", "four-by-four"),
        ("running_experience=regular&minutes=60&goal=aerobic_endurance", "rower", "rowing", "thirty-fifteen"),
        ("running_experience=regular&minutes=45&goal=speed_power", "air_bike", "air_bike", "sprint-interval"),
        ("running_experience=regular&minutes=60&goal=aerobic_endurance", "", "run_tempo", "cruise-intervals"),
        ("running_experience=regular&minutes=30&goal=muscle_strength", "jump_rope", "jump_rope", "thirty-thirty"),
    ],
)
def test_intervals_are_the_fullest_that_a_reader_is_trained_for(
    reader_answers: str, kit: str, kind: str, form: str
) -> None:
    rested = "hours_since_legs=96&leg_effort=light&soreness=0&lifting_experience=intermediate&intent=intervals"
    asked = f"{rested}&{reader_answers}&prefer={kind}" + (f"&equipment={kit}" if kit else "")
    option = answer(asked)["options"][0]
    assert (option["modality"], option["format"]) == (kind, form)


def test_a_bike_does_not_push_explosive_work_off_the_first_place() -> None:
    for kit in ("", "bike_upright", "bike_upright rower pool"):
        first = answer(with_kit("goal=speed_power&minutes=45", kit))["options"][0]
        assert first["modality"] == "plyometrics"
        assert first["because"]


def test_options_have_roles_and_a_reason_of_their_own() -> None:
    result = answer(with_kit("goal=aerobic_endurance&soreness=4&hours_since_legs=24", "rower bike_upright"))["options"]
    assert result[0]["role"] == "best"
    assert len({option["role"] for option in result}) == len(result) <= 3
    reasons = [option["because"][0] for option in result]
    assert len(set(reasons)) == len(reasons)


def test_excluded_only_machine_has_reason() -> None:
    first = answer("soreness=5&equipment=stair_climber")["options"][0]
    assert any("stair climber" in reason for reason in first["because"])


@pytest.mark.parametrize(
    ("reader_answers", "kit", "first"),
    [
        ("activities=rowing&cardio_days=4&goal=aerobic_endurance&soreness=3", "rower bike_upright", "rowing"),
        ("activities=swimming&goal=general_health&soreness=4", "pool bike_upright", "swimming"),
        ("activities=combat_sport&goal=general_health&soreness=3", "bike_upright elliptical", "boxing_shadow"),
    ],
)
def test_the_reader_s_own_sport_leads_inside_the_limits(reader_answers: str, kit: str, first: str) -> None:
    assert answer(with_kit(f"running_experience=none&{reader_answers}", kit))["options"][0]["modality"] == first


def test_strength_prefers_brisk_walk_on_nearly_ready_legs() -> None:
    result = answer(reader("goal=muscle_strength&running_experience=none"))
    names = [option["modality"] for option in result["options"]] + [
        kind["modality"] for kind in result["also_suitable"]
    ]
    assert names.index("walk_brisk") < names.index("walk_easy")


def test_preferred_speed_run_is_easy_with_strides() -> None:
    fresh = "hours_since_legs=100&soreness=0&leg_effort=light&minutes=45&lifting_experience=advanced&running_experience=regular"
    result = answer(f"prefer=run_steady&goal=speed_power&{fresh}")
    assert result["options"][0]["format"] == "strides"
    assert result["headline"].startswith("Run easily, with 4 to 6 strides of 20 seconds")


def test_excluded_only_machine_today_has_reason() -> None:
    result = answer("equipment=stair_climber&soreness=5&hours_since_legs=20")
    assert all(option["modality"] != "stair_climber" for option in result["options"])
    assert any(say("session.left-out", name="stair climber") in text for text in result["options"][0]["because"])


@pytest.mark.parametrize(
    "reader_answers",
    ["goal=speed_power&equipment=track&lifting_experience=advanced", "equipment=bike_upright&age=70&intent=intervals"],
)
def test_the_minutes_of_a_repeat_are_those_of_its_seconds(reader_answers: str) -> None:
    query = f"hours_since_legs=168&leg_effort=light&soreness=0&minutes=60&running_experience=regular&{reader_answers}"
    repeats = [phase for option in answer(query)["options"] for phase in option["session"] if phase["seconds"]]
    assert repeats
    assert all(phase["minutes"] * 60 == pytest.approx(phase["seconds"], abs=0.5) for phase in repeats)


def test_five_minutes_are_five_minutes_even_on_spent_legs() -> None:
    result = answer("minutes=5&soreness=9&leg_effort=very_hard&novelty=first_time&hours_since_legs=2")
    assert {tuple(option["minutes"]) for option in result["options"]} == {(5, 5)}


def test_hard_work_stays_within_its_own_minutes() -> None:
    s = parse("goal=aerobic_endurance&running_experience=regular&lifting_experience=advanced&minutes=90&soreness=0")
    a = assess(s)._replace(hard_minutes=20, minutes=60)
    reader_answers = [build_option(s, a, BY_SLUG[slug]) for slug in ("run_tempo", "walk_brisk")]
    assert [reader_answer["intensity"] for reader_answer in reader_answers] == ["vigorous", "moderate"]
    assert reader_answers[0]["minutes"][1] == 20 < reader_answers[1]["minutes"][1]


def test_sprints_are_for_speed_and_intervals_for_fitness() -> None:
    fit = "hours_since_legs=168&leg_effort=light&soreness=0&running_experience=regular&lifting_experience=advanced"
    s = parse(f"{fit}&goal=speed_power&minutes=60")
    reader_answers = [
        build_option(s, assess(s), BY_SLUG[slug])["because"][0] for slug in ("track_sprints", "spin_intervals")
    ]
    assert [text.split()[0] for text in reader_answers] == ["It", "Intervals"]


def test_session_names_available_equipment() -> None:
    result = answer("equipment=bike_upright&equipment=pool&soreness=3")
    kit = {option["modality"]: option["equipment"] for option in result["options"]}
    assert kit["bike_upright"] == ["bike_upright"]
    assert all(set(named) <= {"bike_upright", "pool"} for named in kit.values())


def test_four_by_four_lasts_28_minutes() -> None:
    assert INTERVAL_FORMATS["four-by-four"].minutes(4) == 28
    options = answer(
        reader("goal=general_health&running_experience=regular&minutes=45") + "&equipment=bike_upright&intent=intervals"
    )["options"]
    (phases,) = [option["session"] for option in options if option["format"] == "four-by-four"]
    assert [(phase["kind"], phase["intensity"]) for phase in phases][1:3] == [("work", "vigorous"), ("rest", "light")]


def test_a_rope_is_skipped_in_thirties_however_trained() -> None:
    result = answer(reader("goal=speed_power&minutes=45") + "&equipment=jump_rope")
    a, s = assess(parse(result["query"])), parse(result["query"])
    assert plan_session(s, a, BY_SLUG["jump_rope"]).form is INTERVAL_FORMATS["thirty-thirty"]


def test_where_little_is_to_mind_only_the_cue_is_said() -> None:
    (reader_answers,) = [
        option for option in answer("equipment=bike_recumbent")["options"] if option["modality"] == "bike_recumbent"
    ]
    assert reader_answers["feel"] == BY_SLUG["bike_recumbent"].cue
