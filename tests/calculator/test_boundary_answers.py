"""Boundary values of rules, advisories, the outlook and downloads, as they show in answers."""

from __future__ import annotations

import pytest

from calculator.answer.builder import answer
from calculator.assessment.engine import assess
from calculator.assessment.outlook import _hours_to_check
from calculator.assessment.readiness import explain
from calculator.data.modalities import BY_SLUG
from calculator.data.sentences import say
from calculator.downloads.fit import _text
from calculator.downloads.registry import DownloadUnavailable, build_download
from calculator.downloads.steps import workout_steps
from calculator.downloads.text import title
from calculator.downloads.zwo import _block
from calculator.form.parse import parse
from calculator.model import Readiness
from calculator.rules.advisories import AIDS, WARNINGS
from calculator.rules.health import rhabdo_caution
from calculator.rules.interference import event_tomorrow, next_legs
from calculator.rules.readiness_limits import arms_lead, near_max
from calculator.rules.safety import screening
from calculator.session.builder import build_option
from tests.support.sample_sessions import START

ADVISORIES = {one.id: one for one in (*WARNINGS, *AIDS)}


def said(id: str, query: str) -> str | None:
    s = parse(query)
    return ADVISORIES[id].text(s, assess(s))


@pytest.mark.parametrize("format", ["ics", "text", "tcx"])
def test_where_rest_is_as_good_every_file_says_so(format: str) -> None:
    tired, rested = (
        "soreness=9&leg_effort=very_hard&novelty=first_time&hours_since_legs=12",
        "soreness=1&leg_effort=light",
    )
    reader_answers = [build_download(format, answer(query), 0, START).content.decode() for query in (tired, rested)]
    assert answer(tired)["outcome"] == "rest_or_walk_only"
    assert ["Rest is as good a choice today." in text.replace("\r\n ", "") for text in reader_answers] == [True, False]


def test_a_rest_between_repeats_is_a_sentence_of_its_own() -> None:
    fit = "hours_since_legs=168&leg_effort=light&soreness=0&lifting_experience=advanced&running_experience=regular"
    found = answer(f"{fit}&goal=general_health&intent=intervals&minutes=45&equipment=bike_upright")
    (spin,) = [one for one in found["options"] if one["format"] == "four-by-four"]
    texts = {part.kind: part.text for part in workout_steps(spin)}
    assert (texts["work"], texts["rest"]) == ("Hard but even.", "Keep moving easily.")


def test_a_message_without_a_moment_begins_with_the_session_alone() -> None:
    found = answer("soreness=5")
    text = build_download("text", found, 0).content.decode()
    assert text.splitlines()[:2] == [title(found["options"][0]), ""]


def test_five_minutes_are_five_minutes_even_on_spent_legs() -> None:
    found = answer("minutes=5&soreness=9&leg_effort=very_hard&novelty=first_time&hours_since_legs=2")
    assert {tuple(option["minutes"]) for option in found["options"]} == {(5, 5)}


def test_the_pull_buoy_is_for_sore_legs_in_the_water() -> None:
    reader_answers = [
        said("arms-lead-cue", query) for query in ("equipment=pool&soreness=3", "equipment=pool&soreness=2", "")
    ]
    assert [text is not None for text in reader_answers] == [True, False, False]


@pytest.mark.parametrize(("reader_answers", "last"), [(0, 96), (5, 96), (6, 102), (29, 120)])
def test_the_outlook_reaches_four_days_and_no_further(reader_answers: int, last: int) -> None:
    assert _hours_to_check(parse(f"hours_since_legs={reader_answers}"))[-1] == last


def test_a_question_mark_inside_an_answer_belongs_to_it() -> None:
    assert parse("soreness=5&note=what?soreness=9") == parse("soreness=5")
    assert parse("https://example.org/calculator/?soreness=5") == parse("soreness=5")


def test_what_lowers_the_estimate_most_is_reported_first() -> None:
    spent = "walking_affected=yes&leg_effort=very_hard&hours_since_legs=2&novelty=first_time"
    assert explain(parse(spent)) == (
        say("answer.readiness.session.very_hard", gap="2 hours"),
        say("answer.readiness.walk"),
        say("answer.readiness.soreness", soreness=4),
    )


@pytest.mark.parametrize(("age", "open_"), [(64, True), (65, False)])
def test_all_out_work_ends_at_sixty_five(age: int, open_: bool) -> None:  # noqa: FBT001 - a column
    s = parse(f"goal=speed_power&running_experience=regular&age={age}")
    assert (near_max.apply(s, Readiness(100, 0)) is None) is open_


def test_only_who_asks_for_more_is_sent_to_a_clinician_first() -> None:
    ask = "Ask your doctor before you train hard"
    active, new = ("goal=fat_loss&running_experience=some", "goal=speed_power&running_experience=none")
    reader_answers = [answer(f"conditions=type_2_diabetes&soreness=2&{who}")["action"] for who in (active, new)]
    assert [ask in text for text in reader_answers] == [False, True]


@pytest.mark.parametrize("medicine", ["insulin", "sulfonylurea"])
def test_a_medicine_for_diabetes_is_screened_without_the_diagnosis(medicine: str) -> None:
    assert screening.apply(parse(f"medicines={medicine}"), Readiness(100, 0)) is not None
    assert screening.apply(parse("medicines=statin"), Readiness(100, 0)) is None


def test_the_day_before_an_event_is_stricter_on_legs_that_are_not_ready() -> None:
    s = parse("next_event_in_hours=20")
    tired, ready, fresh = (event_tomorrow.apply(s, Readiness(score, 0)) for score in (69, 70, 100))
    assert tired != ready == fresh
    assert [bool(limit.action) for limit in (tired, ready) if limit] == [True, False]


def test_a_statin_leaves_vigorous_work_to_those_who_run() -> None:
    reader_answers = [f"medicines=statin&running_experience={habit}" for habit in ("none", "some")]
    limits = [rhabdo_caution.apply(parse(query), Readiness(100, 0)) for query in reader_answers]
    assert [limit.intensity.slug for limit in limits if limit] == ["moderate", "vigorous"]


def test_two_signs_for_a_clinician_are_both_acted_on() -> None:
    action = answer("red_flags=joint_locking&red_flags=focal_bone_pain&equipment=pool")["action"]
    alone = [answer(f"red_flags={sign}&equipment=pool")["action"] for sign in ("joint_locking", "focal_bone_pain")]
    assert all(text in action for text in alone)


def test_under_an_emergency_a_lesser_sign_is_named_without_what_it_would_allow() -> None:
    found = answer("red_flags=chest_pain&red_flags=joint_locking")
    (lesser,) = [one["text"] for one in found["findings"] if one["rule"] == "joint-locking"]
    assert lesser in found["warnings"]


def test_where_the_pulse_tells_nothing_nothing_is_said_about_it() -> None:
    options = answer("medicines=beta_blocker&age=40")["options"]
    assert {(option["heart_rate"], option["heart_rate_note"]) == (None, "") for option in options} == {True}


def test_the_pace_is_spoken_of_until_the_legs_are_fully_ready() -> None:
    s = parse("running_experience=regular&goal=aerobic_endurance&soreness=1")
    a = assess(s)
    reader_answers = [
        ADVISORIES["same-effort"].text(s, a._replace(readiness=Readiness(score, 0))) for score in (87, 88)
    ]
    assert [text is None for text in reader_answers] == [False, True]


def test_what_forbids_only_all_out_work_does_not_bind_below_it() -> None:
    query = "hours_since_legs=168&soreness=0&leg_effort=light&running_experience=some&goal=general_health&minutes=60"
    (found,) = [one for one in answer(query)["findings"] if one["rule"] == "near-max"]
    assert not found["binding"]


@pytest.mark.parametrize(
    ("score", "band"), [(29, "moderate"), (30, "vigorous"), (69, "vigorous"), (70, None), (87, None), (88, None)]
)
def test_the_arms_may_go_one_step_above_tired_legs(score: int, band: str | None) -> None:
    limit = arms_lead.apply(parse("soreness=0"), Readiness(score, 0))
    assert (limit.intensity.slug if limit else None) == band


@pytest.mark.parametrize(("soreness", "band"), [(2, None), (3, "vigorous"), (6, "vigorous"), (7, "moderate")])
def test_the_arms_may_go_one_step_above_sore_legs(soreness: int, band: str | None) -> None:
    limit = arms_lead.apply(parse(f"soreness={soreness}"), Readiness(100, 0))
    assert (limit.intensity.slug if limit else None) == band


def test_a_ride_of_zwift_says_so_too() -> None:
    found = answer("soreness=9&leg_effort=very_hard&novelty=first_time&hours_since_legs=12&equipment=bike_recumbent")
    ride = [option["modality"] for option in found["options"]].index("bike_recumbent")
    assert "Rest is as good a choice today." in build_download("zwo", found, ride, START).content.decode()


def test_the_calendar_is_named_to_whom_an_event_finds_on_tired_legs() -> None:
    reader_answers = [said("plan-legs", f"next_event_in_hours={hours}") for hours in (20, 40, 100)]
    assert [text is not None for text in reader_answers] == [True, True, False]


def test_sprints_wait_while_the_next_legs_are_near() -> None:
    s = parse("goal=speed_power&running_experience=regular&next_legs_in_hours=40")
    limit = next_legs.apply(s, Readiness(100, 0))
    assert limit is not None
    assert limit.excluded >= {"hill_sprints", "track_sprints"}


@pytest.mark.parametrize("text", ["x" * 60, "\u2013" * 60, "x\u2013" * 30, "x" * 39])
def test_a_text_on_a_watch_has_room_for_its_end(text: str) -> None:
    content = _text(0, text, 40).content
    assert len(content) <= 40
    assert content.endswith(b"\0")
    assert text.startswith(content[:-1].decode())


def test_half_a_minute_has_room_for_two_messages() -> None:
    part = workout_steps(answer("")["options"][0])[0]
    messages = [len(_block(part._replace(seconds=seconds)).inside) for seconds in (29, 30)]
    assert messages == [1, 2]


def test_the_outlook_goes_on_after_high_impact_while_something_is_still_out() -> None:
    found = answer("running_experience=regular&lifting_experience=advanced&soreness=5&hours_since_legs=48")
    high = next(step["from_hours"] for step in found["timeline"] if step["impact"] == "high")
    back = {one["from_hours"] for one in found["excluded"] if one["from_hours"]}
    assert min(back) < high < max(back)


def test_sprint_power_is_spoken_of_after_hard_legs_alone() -> None:
    fit = "hours_since_legs=40&soreness=1&minutes=60&running_experience=regular&lifting_experience=advanced"
    reader_answers = [said("peak-power", f"{fit}&leg_effort={effort}") for effort in ("hard", "light")]
    assert [text is not None for text in reader_answers] == [True, False]


def test_hard_work_stays_within_its_own_minutes() -> None:
    s = parse("goal=aerobic_endurance&running_experience=regular&lifting_experience=advanced&minutes=90&soreness=0")
    a = assess(s)._replace(hard_minutes=20, minutes=60)
    reader_answers = [build_option(s, a, BY_SLUG[slug]) for slug in ("run_tempo", "walk_brisk")]
    assert [one["intensity"] for one in reader_answers] == ["vigorous", "moderate"]
    assert reader_answers[0]["minutes"][1] == 20 < reader_answers[1]["minutes"][1]


def test_sprints_are_for_speed_and_intervals_for_fitness() -> None:
    fit = "hours_since_legs=168&leg_effort=light&soreness=0&running_experience=regular&lifting_experience=advanced"
    s = parse(f"{fit}&goal=speed_power&minutes=60")
    reader_answers = [
        build_option(s, assess(s), BY_SLUG[slug])["because"][0] for slug in ("track_sprints", "spin_intervals")
    ]
    assert [text.split()[0] for text in reader_answers] == ["It", "Intervals"]


def test_a_calendar_without_a_start_says_what_it_needs() -> None:
    with pytest.raises(DownloadUnavailable) as refused:
        build_download("ics", answer(""), 0)
    assert refused.value.reason == "Say when you start: a calendar needs a date and a time."


def test_a_session_names_the_equipment_that_the_reader_has_for_it() -> None:
    found = answer("equipment=bike_upright&equipment=pool&soreness=3")
    kit = {one["modality"]: one["equipment"] for one in found["options"]}
    assert kit["bike_upright"] == ["bike_upright"]
    assert all(set(named) <= {"bike_upright", "pool"} for named in kit.values())
