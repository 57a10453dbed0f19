"""What an answer contains for particular readers: stop advice, warnings, next check, formats."""

from __future__ import annotations

import pytest

from calculator.answer.builder import answer
from calculator.data.parameters import FEVER_WAIT
from calculator.data.sentences import say
from calculator.form.parse import parse
from calculator.session import heart_rate
from tests.calculator.rules.test_rules import reader
from tests.support.compare import IMPACTS
from tests.support.sentence_catalogue import ids

POOL = "equipment=pool"


def offered(query: str) -> list[str]:
    return [option["modality"] for option in answer(query)["options"]]


def suits(query: str) -> set[str]:
    """Everything that a reader may do today with the equipment at hand."""
    return {*offered(query), *(kind["modality"] for kind in answer(query)["also_suitable"])}


def findings(query: str) -> str:
    return " ".join(finding["text"] for finding in answer(query)["findings"])


def warnings(query: str) -> str:
    return " ".join(answer(query)["warnings"])


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("soreness=3", say("session.stop", pain=3)),
        ("soreness=4", say("session.stop.sore", pain=3)),
        ("soreness=2&walking_affected=yes", say("session.stop.limp", pain=3)),
        (f"red_flags=focal_bone_pain&{POOL}", say("session.stop.spot")),
        (f"red_flags=joint_locking&{POOL}", say("session.stop.spot")),
    ],
)
def test_stop_advice_starts_from_reported_pain(query: str, words: str) -> None:
    """Painless unloaded options only; 3.5: local pain, not the soreness."""
    assert all(words in option["stop"] for option in answer(query)["options"])


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("red_flags=focal_bone_pain", "doctor-first.painless"), ("red_flags=joint_locking", "doctor-first.painless"),
        ("red_flags=unexplained_decline", "doctor-first"), ("soreness=5&hours_since_legs=130", "doctor-first"),
    ],
)  # fmt: skip
def test_a_referral_says_on_what_the_gentle_option_depends(query: str, name: str) -> None:
    assert answer(query)["headline"].startswith(say(f"headline.{name}"))


def test_lasting_soreness_promises_no_hour() -> None:
    """Soreness over 5 days, see a doctor soon; no running or jumping. The ceilings stay as they are."""
    query = reader("hours_since_legs=121&soreness=4&leg_effort=hard&goal=recovery&minutes=40")
    result = answer(query)
    assert suits(query) == {"walk_easy", "yoga_flow"}
    assert result["ceilings"]["impact"] == "moderate"
    assert len(result["timeline"]) == 1
    assert result["next_check"] == say("answer.next-check.doctor")
    assert {exclusion["from_hours"] for exclusion in result["excluded"]} == {None}


def test_a_heart_and_a_painful_bone_are_answered_with_one_voice() -> None:
    result = answer("age=55&conditions=heart_disease&red_flags=focal_bone_pain")
    assert result["options"] == []
    assert result["action"].startswith(f"{say('headline.until-doctor')} {say('rule.heart-disease.action')}")
    assert "walk easily" not in " ".join([result["action"], *result["warnings"], findings(result["query"])])
    assert "unloaded" not in " ".join(result["warnings"])
    walker = answer("age=55&conditions=heart_disease")
    assert walker["action"] == say("rule.heart-disease.action.walk")
    assert say("rule.heart-disease.walk") in findings("age=55&conditions=heart_disease")


def test_a_fever_is_reported_beside_a_painful_bone() -> None:
    assert say("rule.fever.action", wait=FEVER_WAIT) in answer("red_flags=focal_bone_pain&red_flags=fever")["action"]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("goal=muscle_strength&next_legs_in_hours=8", "lift first"), ("goal=speed_power&next_legs_in_hours=2", "lift first"),
        ("goal=muscle_strength&next_legs_in_hours=9", say("advisory.protect-next.stop")),
        ("goal=fat_loss&next_legs_in_hours=2", say("advisory.protect-next.stop")),
    ],
)  # fmt: skip
def test_a_leg_session_within_hours_comes_before_the_cardio(query: str, words: str) -> None:
    """Lift first where strength comes first."""
    assert words in warnings(query)


@pytest.mark.parametrize(
    ("kit", "ride"), [("", "a gentle walk"), ("&equipment=bike_recumbent", "a gentle ride or walk")]
)
def test_a_spin_before_an_event_needs_a_bike(kit: str, ride: str) -> None:
    assert ride in answer(f"next_event_in_hours=20{kit}")["action"]


@pytest.mark.parametrize(
    ("flags", "said", "unsaid"),
    [
        ("marked_muscle_swelling", "tense, numb or cold, call your local emergency number", "during effort"),
        ("disproportionate_pain", "tense, numb or cold, call your local emergency number", "during effort"),
        ("syncope", "fainted during exercise, or with chest pain or a racing heart, call", "tense"),
        ("dark_urine", "Get medical help today", "tense"),
    ],
)
def test_an_urgent_sign_names_what_makes_it_an_emergency(flags: str, said: str, unsaid: str) -> None:
    """An urgent sign says which further sign makes it an emergency."""
    action = answer(f"red_flags={flags}")["action"]
    assert said in action
    assert unsaid not in action


def test_breakdown_of_muscle_is_warned_of_its_own_signs() -> None:
    result = findings("red_flags=one_sided_calf_swelling&red_flags=disproportionate_pain")
    assert say("rule.urgent.muscle", signs="pain out of proportion to the session") in result
    assert "rhabdomyolysis" not in findings("red_flags=one_sided_calf_swelling")
    both = answer("red_flags=marked_muscle_swelling&red_flags=disproportionate_pain")["action"]
    assert both.count("tense, numb or cold") == 1


@pytest.mark.parametrize(
    ("soreness", "name"), [(7, "rule.very-sore-beginner.sore"), (6, "rule.very-sore-beginner.walk")]
)
def test_who_is_not_very_sore_is_not_called_so(soreness: int, name: str) -> None:
    assert say(name) in findings(f"novelty=first_time&walking_affected=yes&soreness={soreness}")


def test_after_a_week_a_first_session_needs_no_signs() -> None:
    """Onset 1 to 3 days."""
    assert "rhabdomyolysis" in warnings("novelty=first_time&soreness=0&hours_since_legs=167")
    assert "rhabdomyolysis" not in warnings("novelty=first_time&soreness=0&hours_since_legs=168")


@pytest.mark.parametrize(("minutes", "fuelled"), [(75, True), (60, True), (55, False)])
def test_fuel_is_named_beside_an_option_of_an_hour(minutes: int, fuelled: bool) -> None:  # noqa: FBT001 - a column
    """Work of 60 min and more, whichever of the options it is."""
    query = reader(f"minutes={minutes}")
    longest = max(option["minutes"][1] for option in answer(query)["options"])
    assert ("Eat carbohydrate" in warnings(query)) == fuelled == (longest >= 60)


def test_the_pull_buoy_is_for_swimmers() -> None:
    swimmer = f"goal=general_health&soreness=4&{POOL}"
    assert ("swimming" in offered(swimmer)) is ("pull buoy" in warnings(swimmer)) is True
    jogger = reader(f"hours_since_legs=24&leg_effort=hard&soreness=4&{POOL}")
    assert "aqua_jog" in offered(jogger)
    assert "pull buoy" not in warnings(jogger)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("hours_since_legs=23&soreness=2", say("answer.condition.no-sorer")),
        ("hours_since_legs=50&soreness=5", say("answer.condition.easing")),
        (
            "hours_since_legs=48&soreness=8&walking_affected=yes",
            say("answer.condition.walk.easing"),
        ),
        ("hours_since_legs=47&soreness=2&walking_affected=yes", say("answer.next-check.doctor")),
    ],
)
def test_the_next_check_says_on_what_it_stands(query: str, words: str) -> None:
    """Soreness rises for a day; nothing says when a limp without soreness is over."""
    assert words in answer(f"{query}&running_experience=some&lifting_experience=intermediate")["next_check"]


def test_in_pregnancy_nobody_lies_flat_for_long() -> None:
    results = {option["modality"]: option["feel"] for option in answer("conditions=pregnant&goal=recovery")["options"]}
    assert say("session.pregnancy.yoga") in results["yoga_flow"]
    assert "lying poses" in {o["modality"]: o["feel"] for o in answer("goal=recovery")["options"]}["yoga_flow"]


def test_sprints_are_sets_after_run_throughs() -> None:
    result = answer(reader("goal=speed_power&minutes=30") + "&equipment=track")
    assert "7 sprints of 10 seconds" in result["headline"]
    assert "30 minutes in all" in result["headline"]
    assert result["options"][0]["session"][0]["text"] == say("session.warm-up.explosive")


def test_a_sprinter_on_a_treadmill_runs_uphill_in_intervals() -> None:
    """Less than half an hour leaves no room for intervals, and a steep run at vigorous effort is no first choice then."""
    for minutes, form in ((45, "hill-repeats"), (29, None)):
        query = reader(f"goal=speed_power&minutes={minutes}") + "&equipment=treadmill"
        forms = {option["modality"]: option["format"] for option in answer(query)["options"]}
        assert forms.get("incline_treadmill_run") == form


@pytest.mark.parametrize(("age", "top"), [(34, 184.2), (35, 175.2)])
def test_gulati_is_for_the_ages_it_comes_from(age: int, top: float) -> None:
    """Derived in women aged about 30 to 35 and over; Tanaka by default."""
    assert heart_rate.maximum(parse(f"sex=f&age={age}")) == pytest.approx(top)
    assert ("Gulati" in heart_rate.method(parse(f"sex=f&age={age}"))) == (age == 35)


@pytest.mark.parametrize(
    "also", ["conditions=hypertension_controlled", "medicines=beta_blocker", "conditions=type_2_diabetes"]
)
def test_nobody_is_reported_to_ask_first_and_to_go_hard(also: str) -> None:
    """A diagnosis or a medicine for it, no vigorous effort until cleared."""
    query = reader(f"leg_effort=moderate&{also}") + "&equipment=bike_upright"
    assert answer(query)["ceilings"]["intensity"] == "moderate"


@pytest.mark.parametrize(
    ("medicine", "word"),
    [
        ("medicines=insulin", say("rule.screening.medicine")),
        ("conditions=type_1_diabetes", say("rule.screening.diabetes")),
    ],
)
def test_who_names_a_medicine_is_warned_of_no_diagnosis(medicine: str, word: str) -> None:
    assert word in findings(medicine)


def test_sore_thighs_hike_and_ruck_nowhere() -> None:
    """Sore quads and a descent; circuit, legs sore: choose the upper body."""
    less, more = (reader(f"running_experience=some&goal=fat_loss&soreness={soreness}") for soreness in (2, 3))
    assert {"hiking", "rucking", "circuit"} <= suits(less)
    assert not {"hiking", "rucking", "circuit"} & suits(more)


@pytest.mark.parametrize(("age", "open_"), [(64, True), (65, False)])
def test_skates_and_skis_are_no_start_for_the_old(age: int, open_: bool) -> None:  # noqa: FBT001 - a column
    kit = "&equipment=skates&equipment=skis"
    assert ({"inline_skating", "xc_ski"} <= suits(reader(f"age={age}&running_experience=none") + kit)) == open_


def test_tired_legs_go_long_only_without_impact() -> None:
    """Endurance, readiness 30-69: 20 to 60 min, non-impact, easy."""
    query = reader("hours_since_legs=24&leg_effort=very_hard&soreness=6&minutes=90") + "&equipment=bike_upright"
    for option in answer(query)["options"]:
        assert option["minutes"][1] <= (60 if IMPACTS.index(option["impact"]) == 0 else 30)
    assert answer(query)["options"][0]["minutes"][1] > 30


@pytest.mark.parametrize(("hours", "most"), [(5, 30), (7, 60)])
def test_the_hours_after_the_legs_are_short(hours: int, most: int) -> None:
    """Moderate cycling, 0 to 6 h short; 2.6: under 8 h about 60 min."""
    query = reader(f"hours_since_legs={hours}&leg_effort=moderate&minutes=150") + "&equipment=bike_upright"
    assert answer(query)["ceilings"]["minutes"] == most


def test_a_sore_knee_sits_back() -> None:
    kit = "&equipment=bike_upright&equipment=bike_recumbent"
    assert "bike_recumbent" in offered(reader("goal=general_health&conditions=knee_pain") + kit)
    assert "bike_upright" in offered(reader("goal=general_health&conditions=knee_osteoarthritis") + kit)


def test_a_brisk_walk_is_no_light_work() -> None:
    """Brisk walking is 4.8 MET, moderate."""
    assert "walk_brisk" not in suits(reader("next_event_in_hours=20"))
    assert "walk_brisk" in suits(reader("next_event_in_hours=40"))


def test_changes_are_reported_in_the_order_of_what_they_change() -> None:
    effects = [change["effect"] for change in answer("soreness=3&hours_since_legs=60&minutes=30")["changes"]]
    limits = ("change.outcome.", "change.impact.", "change.effort.", "change.arms.")
    ceilings = [any(name.startswith(limits) for name in ids(text) or ()) for text in effects]
    assert ceilings == sorted(ceilings, reverse=True)
    assert (ids(effects[-1]) or ("",))[0].startswith(("change.minutes.", "change.session."))


def test_a_runner_new_to_legs_rides_first() -> None:
    """Easy run, unaccustomed legs: 48 h at least."""
    query = "hours_since_legs={}&leg_effort=moderate&novelty=return_after_break&soreness=2&equipment=bike_upright"
    first, later = (offered(reader(query.format(hours)))[0] for hours in (30, 60))
    assert (first, later) == ("bike_upright", "run_steady")


def test_nobody_fuels_a_gentle_hour() -> None:
    query = reader("hours_since_legs=24&leg_effort=very_hard&soreness=6&minutes=90")
    assert max(option["minutes"][1] for option in answer(query)["options"]) >= 60
    assert "Eat carbohydrate" not in warnings(query)


def test_four_times_four_has_the_heart_rates_of_its_authors() -> None:
    """90 to 95 % of the maximum; age 30, Tanaka 187."""
    query = reader("goal=general_health&intent=intervals&minutes=45&age=30&resting_hr=60") + "&equipment=bike_upright"
    (result,) = [option for option in answer(query)["options"] if option["format"] == "four-by-four"]
    assert result["heart_rate"] == [168, 178]
    assert ids(result["heart_rate_note"]) == ("heart-rate.tanaka.maximum",)
    assert answer(query.replace("age=30", "sleep_hours=7"))["options"][0]["heart_rate"] is None


def test_a_short_headline_names_the_whole() -> None:
    query = "hours_since_legs=36&leg_effort=light&soreness=0&minutes={}"
    for minutes in (5, 15, 20):
        assert f"{minutes} minutes" in answer(query.format(minutes))["headline"]


@pytest.mark.parametrize(("hours", "first"), [(30, "bike_upright"), (48, "run_steady")])
def test_the_hour_at_which_a_run_leads_again_is_reported(hours: int, first: str) -> None:
    query = (
        reader(f"hours_since_legs={hours}&leg_effort=moderate&novelty=return_after_break&soreness=2")
        + "&equipment=bike_upright"
    )
    assert offered(query)[0] == first
