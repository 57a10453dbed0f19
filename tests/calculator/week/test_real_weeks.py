"""Weeks that people ask about, and properties of plans: rest, events, order and moves, over seeded weeks."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from calculator.data.sentences import say
from calculator.form.errors import InvalidAnswersError
from calculator.week.answer import plan_week
from calculator.week.parse import parse
from calculator.week.planner import plan_days
from calculator.week.schema import Week
from tests.support.sentence_catalogue import ids
from tests.support.weeks import bad, week_queries

CASES = yaml.safe_load((Path(__file__).parents[2] / "data" / "real_weeks.yaml").read_text(encoding="utf-8"))
DAILY = week_queries(60)
RUNNER = (
    "goal=aerobic_endurance&running_experience=regular&lifting_experience=advanced&minutes=60&equipment=bike_upright"
)


def hard(week: Week) -> int:
    """The hard sessions that the plan adds."""
    sessions = [session for day in week["days"] for session in day["sessions"] if session["kind"] == "cardio"]
    return sum(session["intensity"] in {"vigorous", "near_max"} for session in sessions)


class Case(NamedTuple):
    """What must hold for one week; what is left out is free."""

    id: str
    query: str
    kept: list[str] = []  # noqa: RUF012 - never changed
    rest_days_min: int = 0
    sessions_max: int = 14
    minutes: tuple[int, int] = (0, 10_000)
    conflicts: list[str] | None = None
    conflicts_any_of: list[str] | None = None
    never: list[str] = []  # noqa: RUF012
    compared: bool = False


@pytest.mark.parametrize("case", [Case(**case) for case in CASES], ids=lambda case: case.id)
def test_a_real_week_is_planned_as_a_coach_would(case: Case) -> None:
    week = plan_week(case.query)
    assert bad(case.query, week) == []
    sessions = [session for day in week["days"] for session in day["sessions"]]
    cardio = [s for s in sessions if s["modality"] and (s["allowed"] or s["kind"] != "key")]
    for day in week["days"]:
        stands = [s for s in day["sessions"] if s["kind"] in {"event", "easy"} or (s["kind"] == "key" and s["allowed"])]
        assert stands or day["day"] not in case.kept
    assert len(week["rest_days"]) >= case.rest_days_min
    assert len(cardio) <= case.sessions_max
    kinds = [conflict["kind"] for conflict in week["conflicts"]]
    assert case.conflicts is None or kinds == case.conflicts
    assert case.conflicts_any_of is None or set(kinds) & set(case.conflicts_any_of)
    assert case.minutes[0] <= week["minutes"] <= case.minutes[1]
    assert not any(words in json.dumps(week).lower() for words in case.never)
    assert not case.compared or (week["compared"] is not None and week["compared"]["difference"].endswith("."))


@pytest.mark.parametrize("query", DAILY)
def test_no_plain_rule_calls_a_seeded_week_bad(query: str) -> None:
    assert bad(query, plan_week(query)) == []


@pytest.mark.slow
def test_no_plain_rule_calls_any_of_many_weeks_bad() -> None:
    assert {query: trouble for query in week_queries(500) if (trouble := bad(query, plan_week(query)))} == {}


def test_the_plain_rules_see_a_bad_week() -> None:
    query = "goal=muscle_strength&minutes=40&week_legs=mon-18:hard&week_event=sun-10:team_sport:90&week_rest=wed"
    week = plan_week(query)
    busy = plan_week(
        "goal=general_health&minutes=30&week_rest_days=0&" + "&".join(f"week_easy={d}-8" for d in ("mon", "wed"))
    )
    week["days"][0]["sessions"] = [*busy["days"][0]["sessions"], *week["days"][0]["sessions"]]
    week["days"][0]["sessions"][0]["kind"] = "cardio"
    week["days"][2]["minutes"] = 30
    week["days"][6]["sessions"] = []
    assert {text.partition(":")[0] for text in bad(query, week)} >= {
        "cardio before legs",
        "cardio on a day of rest",
        "an event moved or cut",
    }


@pytest.mark.parametrize("query", [q for q in DAILY if "week_rest_days" not in q][:15])
def test_more_days_of_rest_never_add_cardio(query: str) -> None:
    weeks = [plan_week(f"{query}&week_rest_days={number}") for number in range(4)]
    for more, fewer in pairwise(weeks):
        assert fewer["minutes"] <= more["minutes"]
        assert len(fewer["rest_days"]) >= len(more["rest_days"])


def test_a_nearer_race_never_adds_a_hard_session() -> None:
    hours = (1000, 700, 500, 330, 250, 168, 120, 96, 72, 24)
    numbers = [hard(plan_week(f"{RUNNER}&next_event_in_hours={at}&event_kind=long_race")) for at in hours]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[0] > numbers[-1]


def test_the_week_tapers_towards_a_race() -> None:
    minutes = [
        plan_week(f"{RUNNER}&next_event_in_hours={at}&event_kind=long_race")["equivalent_minutes"]
        for at in (1000, 300, 167)
    ]
    assert minutes == sorted(minutes, reverse=True)
    assert minutes[0] > minutes[-1]


def test_hard_run_after_hard_legs_is_a_conflict_with_a_move() -> None:
    """Doma 2017: running costs more for 24 to 48 h after hard legs."""
    week = plan_week(
        f"{RUNNER}&week_soreness=3&week_legs=mon-18:hard&week_legs=fri-18:hard&week_key=sat-10:run_tempo:40"
    )
    (conflict,) = week["conflicts"]
    assert (conflict["kind"], conflict["day"], conflict["modality"]) == ("too_hard", "sat", "run_tempo")
    assert conflict["by_legs"]
    move = week["move"]
    assert move is not None
    assert move == week["moves"][0]
    assert (move["leaves"], move["from"]) == (0, move["moved"])
    assert move["costs"]
    assert plan_week(move["query"])["conflicts"] == []
    saturday = week["days"][5]
    assert saturday["key"] is not None
    assert not saturday["key"]["allowed"]


def test_legs_right_after_a_hard_run_are_a_conflict_of_order() -> None:
    week = plan_week(f"{RUNNER}&week_key=tue-17:run_tempo:40&week_legs=tue-18:hard")
    assert [conflict["kind"] for conflict in week["conflicts"]] == ["order"]


def test_with_strength_first_a_hard_session_comes_after_the_legs() -> None:
    week = plan_week(
        "goal=muscle_strength&lifting_experience=advanced&minutes=40&week_key=tue-7:rowing:20&week_legs=tue-18:hard&equipment=rower"
    )
    assert [conflict["kind"] for conflict in week["conflicts"]] == ["order"]


def test_an_event_that_danger_rules_out_stands_and_says_so() -> None:
    week = plan_week("conditions=pregnant&week_event=sun-10:team_sport:60")
    assert [s["kind"] for s in week["days"][6]["sessions"]] == ["event"]


def test_a_second_week_has_its_own_problems_and_its_own_words() -> None:
    week = plan_week(f"{RUNNER}&week_legs=mon-18:hard&compare=week_legs%3Dtue-18%3Ahard%26week_legs%3Dwed-18%3Ahard")
    assert week["compared"] is not None
    assert "week.compare.conflicts" in (ids(week["compared"]["difference"]) or ())
    same = plan_week(f"{RUNNER}&week_legs=mon-18:hard&compare=week_legs%3Dmon-18%3Ahard")["compared"]
    assert same is not None
    assert ids(same["difference"]) == ("week.compare.same",)
    stopped = plan_week("week_legs=mon-18&compare=red_flags%3Dfever")["compared"]
    assert stopped is not None
    assert stopped["stopped"]


def test_a_day_on_which_nothing_is_left_has_none() -> None:
    """No reader is known to whom the engine leaves nothing but under a stop, so the stop is passed by here."""
    days = plan_days(parse("red_flags=fever&week_key=sat-10:track_sprints&week_legs=mon-18:light"))
    assert [day.kind for day in days] == ["rest", *(["none"] * 6)]
    assert [day.sessions for day in days] == [()] * 7


def test_problems_of_compared_week_are_reported() -> None:
    with pytest.raises(InvalidAnswersError) as mistake:
        plan_week("week_hour=99&compare=week_legs%3Dnoon")
    assert [problem.field for problem in mistake.value.problems] == ["week_hour", "week_legs"]


def test_a_second_week_with_less_time_leaves_less_cardio() -> None:
    compared = plan_week("minutes=30&compare=minutes%3D10")["compared"]
    assert compared is not None
    assert compared["minutes"] < 150
    assert ids(compared["difference"]) == ("week.compare.minutes",)


def test_comparison_prefers_fresher_legs() -> None:
    reader = "minutes=30&lifting_experience=intermediate&week_soreness=6&week_easy=tue-18:walk_brisk:30"
    compared = plan_week(f"{reader}&week_legs=sun-10:hard&compare=week_legs%3Dmon-18%3Ahard")["compared"]
    assert compared is not None
    better, other = (say("week.week.legs", days=day) for day in ("Sunday", "Monday"))
    assert compared["difference"] == say("week.compare.soreness", better=better, other=other)
