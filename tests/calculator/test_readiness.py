"""The readiness estimate against values worked out by hand."""

from __future__ import annotations

import pytest

from calculator.assessment.readiness import estimate, explain, fatigue, soreness_after, strain_signs
from calculator.data.sentences import say
from calculator.form.parse import parse

USUAL = "soreness=0&lifting_experience=intermediate&"


@pytest.mark.parametrize(
    ("reader_answers", "score"),
    [
        ("leg_effort=light&hours_since_legs=24", 95),
        ("leg_effort=moderate&hours_since_legs=6", 68),
        ("leg_effort=moderate&hours_since_legs=24", 84),
        ("leg_effort=hard&hours_since_legs=6", 47),
        ("leg_effort=hard&hours_since_legs=24", 65),
        ("leg_effort=hard&hours_since_legs=48", 80),
        ("leg_effort=hard&hours_since_legs=72", 88),
    ],
)
def test_the_check_values_of_the_estimate_hold(reader_answers: str, score: int) -> None:
    """Normal eccentric, usual, intermediate, under 60, no soreness."""
    assert estimate(parse(USUAL + reader_answers)).score == score


@pytest.mark.parametrize(("hours", "score"), [(24, 34), (72, 68)])
def test_novice_after_first_very_hard_session_is_capped(hours: int, score: int) -> None:
    """F0 is limited to 95, the half-life is 45 h."""
    s = parse(f"soreness=0&leg_effort=very_hard&novelty=first_time&lifting_experience=novice&hours_since_legs={hours}")
    assert estimate(s).score == score


@pytest.mark.parametrize(
    ("reader_answers", "points"),
    [
        ("leg_effort=light", 20), ("leg_effort=moderate", 40), ("leg_effort=hard", 60), ("leg_effort=very_hard", 75),
        ("leg_effort=hard&novelty=return_after_break", 72), ("leg_effort=hard&novelty=first_time", 84),
        ("leg_effort=very_hard&novelty=first_time", 95), ("leg_effort=light&eccentric=low", 15),
        ("leg_effort=hard&eccentric=high", 70), ("leg_effort=very_hard&novelty=first_time&eccentric=high", 95),
        ("leg_effort=hard&novelty=first_time&eccentric=low", 79),
    ],
)  # fmt: skip
def test_fatigue_starts_where_the_session_put_it(reader_answers: str, points: float) -> None:
    assert fatigue(parse(f"{USUAL}hours_since_legs=0&{reader_answers}")) == pytest.approx(points)


@pytest.mark.parametrize(
    ("reader_answers", "half_life"),
    [
        ("leg_effort=light", 12), ("leg_effort=moderate", 18), ("leg_effort=hard", 30), ("leg_effort=very_hard", 36),
        ("leg_effort=hard&age=59", 30), ("leg_effort=hard&age=60", 34.5),
    ],
)  # fmt: skip
def test_half_of_it_goes_in_one_half_life(reader_answers: str, half_life: float) -> None:
    start = fatigue(parse(f"{USUAL}hours_since_legs=0&{reader_answers}"))
    assert fatigue(parse(f"{USUAL}hours_since_legs={half_life}&{reader_answers}")) == pytest.approx(start / 2)


@pytest.mark.parametrize(("lifting", "half_life"), [("novice", 37.5), ("intermediate", 30), ("advanced", 25.5)])
def test_habit_shortens_the_half_life(lifting: str, half_life: float) -> None:
    assert fatigue(parse(f"lifting_experience={lifting}&hours_since_legs={half_life}")) == pytest.approx(30)


def test_a_week_ends_it() -> None:
    assert fatigue(parse("leg_effort=very_hard&novelty=first_time&hours_since_legs=168")) == 0
    assert fatigue(parse("leg_effort=very_hard&novelty=first_time&hours_since_legs=167.9")) > 5


@pytest.mark.parametrize(("soreness", "cap"), [(0, 100), (1, 100), (2, 90), (3, 80), (7, 40), (10, 10)])
def test_soreness_caps_the_estimate(soreness: int, cap: int) -> None:
    """R <= 100 - 10 x max(0, s - 1)."""
    assert estimate(parse(f"hours_since_legs=200&soreness={soreness}")).score == cap


def test_a_changed_walk_caps_the_estimate() -> None:
    assert estimate(parse("hours_since_legs=200&soreness=0&walking_affected=yes")).score == 35
    assert estimate(parse("hours_since_legs=200&soreness=9&walking_affected=yes")).score == 20


@pytest.mark.parametrize(
    ("reader_answers", "signs", "score"),
    [
        ("", 0, 100), ("sleep_hours=6", 0, 100), ("sleep_hours=5.9", 1, 95), ("consecutive_hard_days=2", 0, 100),
        ("consecutive_hard_days=3", 1, 100), ("resting_hr=55&usual_resting_hr=50", 1, 100),
        ("resting_hr=54&usual_resting_hr=50", 0, 100), ("resting_hr=90", 0, 100), ("usual_resting_hr=40", 0, 100),
        ("red_flags=unexplained_decline", 1, 100), ("sleep_hours=5&consecutive_hard_days=3", 2, 95),
        ("sleep_hours=5&consecutive_hard_days=3&resting_hr=60&usual_resting_hr=50", 3, 85),
        ("consecutive_hard_days=3&resting_hr=60&usual_resting_hr=50&red_flags=unexplained_decline", 3, 90),
        ("sleep_hours=5&consecutive_hard_days=3&resting_hr=60&usual_resting_hr=50&red_flags=unexplained_decline", 4, 85),
    ],
)  # fmt: skip
def test_strain_is_counted_and_costs_readiness(reader_answers: str, signs: int, score: int) -> None:
    s = parse(f"hours_since_legs=200&soreness=0&{reader_answers}")
    assert (strain_signs(s), estimate(s)) == (signs, (score, signs))


def test_the_estimate_is_whole_and_never_below_nothing() -> None:
    worst = parse(
        "hours_since_legs=0&leg_effort=very_hard&novelty=first_time&soreness=10&sleep_hours=0"
        "&consecutive_hard_days=9&resting_hr=90&usual_resting_hr=50"
    )
    assert estimate(worst).score == 0
    assert isinstance(estimate(worst).score, int)


def session(effort: str, gap: str) -> str:
    return say(f"answer.readiness.session.{effort}", gap=gap)


@pytest.mark.parametrize(
    ("reader_answers", "texts"),
    [
        (
            "hours_since_legs=24&leg_effort=very_hard&soreness=2",
            (session("very_hard", "24 hours"), say("answer.readiness.soreness", soreness=2)),
        ),
        (
            "hours_since_legs=24&leg_effort=hard&soreness=9",
            (say("answer.readiness.soreness", soreness=9), session("hard", "24 hours")),
        ),
        ("hours_since_legs=200&soreness=1", ()),
        ("hours_since_legs=200&soreness=0&sleep_hours=5", (say("answer.readiness.strain"),)),
        ("hours_since_legs=200&soreness=0&walking_affected=yes", (say("answer.readiness.walk"),)),
        ("hours_since_legs=12.5&leg_effort=light&soreness=0", (session("light", "12.5 hours"),)),
    ],
)  # fmt: skip
def test_what_lowered_it_is_named_the_heaviest_first(reader_answers: str, texts: tuple[str, ...]) -> None:
    assert explain(parse(reader_answers)) == texts


def test_five_points_are_worth_a_word_and_fewer_are_not() -> None:
    assert explain(parse(f"{USUAL}leg_effort=light&hours_since_legs=24")) == (session("light", "24 hours"),)
    assert explain(parse(f"{USUAL}leg_effort=light&hours_since_legs=24.1")) == ()


@pytest.mark.parametrize(
    ("hours", "later", "soreness"),
    [
        (0, 24, 10), (24, 0, 10), (24, 24, 10 * 2.6 / 2.9), (24, 48, 10 * 2.0 / 2.9), (24, 72, 10 * 1.1 / 2.9),
        (24, 36, 10 * 2.3 / 2.9), (48, 48, 10 * 1.1 / 2.6), (120, 48, 2), (168, 100, 10), (96, 24, 10 * 0.5 / 1.1),
    ],
)  # fmt: skip
def test_soreness_eases_as_it_did_in_the_trial(hours: int, later: int, soreness: float) -> None:
    """2.9 at 24 h, 2.6 at 48 h, 2.0 at 72 h, 1.1 at 96 h after sixty braking actions."""
    assert soreness_after(parse(f"soreness=10&hours_since_legs={hours}"), later) == pytest.approx(soreness)


def test_what_lowers_the_estimate_most_is_reported_first() -> None:
    spent = "walking_affected=yes&leg_effort=very_hard&hours_since_legs=2&novelty=first_time"
    assert explain(parse(spent)) == (
        session("very_hard", "2 hours"),
        say("answer.readiness.walk"),
        say("answer.readiness.soreness", soreness=4),
    )
