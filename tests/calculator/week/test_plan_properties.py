"""Properties of every plan: rest, events, single answers, and the moves that settle conflicts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from itertools import islice, pairwise
from typing import NamedTuple

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from calculator.assessment.engine import allows, assess, meet
from calculator.data import parameters as p
from calculator.data.modalities import BY_SLUG
from calculator.data.sentences import say
from calculator.form.parse import parse as parse_reader
from calculator.scales import Intensity, LegSessionEffort
from calculator.week.answer import plan_week, week_for
from calculator.week.assessment import assess_hour
from calculator.week.conflicts import ConflictCounter, FoundConflict, conflicts
from calculator.week.fields import DAYS
from calculator.week.parse import KeySession, LegSession, Timetable, parse
from calculator.week.planner import PlannedSession, plan_days, week_need
from tests.support.week_strategies import timetables
from tests.support.weeks import week_queries

WEEK = 168
EVENT_HOURS = (1000, 700, 335, 250, 168, 150, 130, 120, 110, 96, 84, 72, 60, 48, 36, 24, 12, 2)
FEWER = settings(max_examples=max(20, settings().max_examples // 4), deadline=None)
RUNS = ("run_tempo", "run_steady", "track_sprints", "spin_intervals", "rowing", "bike_upright", "walk_brisk")
THREE_HARD = "goal=general_health&minutes=20&week_legs=mon-7:hard&week_legs=wed-7:hard&week_legs=fri-7:hard"


def sessions(week: Timetable) -> list[PlannedSession]:
    """All cardio of a plan."""
    return [session for day in plan_days(week) for session in day.sessions]


class Load(NamedTuple):
    """What a plan asks of the reader: minutes that count, hard sessions that it adds, days with cardio."""

    credit: float
    hard: int
    days: int


def load(week: Timetable) -> Load:
    found = sessions(week)
    return Load(
        sum(session.credit for session in found),
        sum(session.hard for session in found if session.kind == "cardio"),
        len({session.at // 24 for session in found}),
    )


@FEWER
@given(timetables())
def test_more_days_of_rest_never_add_load(week: Timetable) -> None:
    loads = [load(week._replace(rest_days=number)) for number in range(4)]
    for more, fewer in pairwise(loads):
        assert all(after <= before for before, after in zip(more, fewer, strict=True))


@FEWER
@given(timetables(), st.integers(0, 6))
def test_a_day_that_is_kept_free_adds_no_hard_session_and_no_more_than_the_week_needs(
    week: Timetable, day: int
) -> None:
    assume(day not in {session.at // 24 for session in (*week.keys, *week.events, *week.easies)})
    before, after = load(week), load(week._replace(rest=week.rest | {day}))
    assert after.hard <= before.hard
    assert after.credit <= max(before.credit, week_need(week) + p.WEEK_SHORTEST.value)


@FEWER
@given(
    timetables(),
    st.sampled_from(("key_session", "short_race", "long_race", "match", "fitness_test", "hike")),
    st.tuples(st.integers(0, 1008), st.integers(0, 1008)),
)
def test_a_nearer_event_never_adds_a_hard_session(week: Timetable, kind: str, hours: tuple[int, int]) -> None:
    nearer, further = (
        load(week._replace(keys=(), reader=week.reader._replace(next_event_in_hours=at, event_kind=kind)))
        for at in sorted(hours)
    )
    assert nearer.hard <= further.hard


@pytest.mark.slow
def test_many_seeded_weeks_rest_and_taper_without_added_load() -> None:
    for query in week_queries(150, seed=16):
        week = parse(query)._replace(keys=())
        loads = [load(week._replace(rest_days=number)) for number in range(4)]
        assert all(fewer <= more for more, fewer in pairwise(loads)), query
        for kind in ("key_session", "long_race", "match"):
            readers = [week.reader._replace(next_event_in_hours=at, event_kind=kind) for at in EVENT_HOURS]
            hard = [load(week._replace(reader=reader)).hard for reader in readers]
            assert hard == sorted(hard, reverse=True), (query, kind, hard)


def test_a_race_further_ahead_is_not_what_the_match_of_this_week_is() -> None:
    match = "goal=general_health&activities=team_sport&week_event=sun-10:team_sport:90&week_legs=tue-18:hard"
    kinds = {
        conflict["kind"]
        for conflict in plan_week(f"{match}&next_event_in_hours=1000&event_kind=long_race")["conflicts"]
    }
    assert kinds == {conflict["kind"] for conflict in plan_week(match)["conflicts"]} == set()


def test_the_day_of_a_race_and_the_day_after_a_long_one_get_no_cardio_and_no_legs() -> None:
    race = "goal=aerobic_endurance&running_experience=regular&activities=running&minutes=60&next_event_in_hours=130"
    for kind, free in (("long_race", ["sat", "sun"]), ("short_race", ["sat"])):
        found = plan_week(f"{race}&event_kind={kind}&week_legs=thu-18:hard")
        assert [day["minutes"] for day in found["days"] if day["day"] in free] == [0] * len(free)
        assert all(move["to"] not in {"sat-18", "sun-7", "sun-12", "sun-18"} for move in found["moves"])


def test_week_without_free_day_offers_one() -> None:
    found = plan_week("&".join(f"week_easy={day}-8:walk_brisk:30" for day in DAYS))
    assert found["move_note"].startswith("No move makes room for rest")


def test_a_hike_of_hours_counts_as_moderate() -> None:
    found = plan_week("goal=general_health&activities=hiking&week_event=sat-8:hiking:300")
    assert found["days"][5]["equivalent_minutes"] == 300


@FEWER
@given(timetables())
def test_a_plan_holds_nothing_that_a_single_answer_would_refuse(timetable: Timetable) -> None:
    """Each session that the plan adds, asked again for every leg session and event that limits it."""
    found = week_for(timetable)
    for day in found["days"]:
        option = day["option"]
        for asked in day["queries"] if option else ():
            assert option is not None
            a, mode = assess(parse_reader(asked)), BY_SLUG[option["modality"]]
            assert allows(a, mode)
            assert option["minutes"][1] <= a.ceilings(mode.slug).minutes
            assert Intensity[option["intensity"].upper()] <= a.ceilings(mode.slug).intensity
            if option["intensity"] in {"vigorous", "near_max"}:
                assert option["minutes"][1] <= a.hard_minutes


@FEWER
@given(timetables())
def test_a_hard_session_stands_only_where_a_single_answer_allows_it(timetable: Timetable) -> None:
    for session in sessions(timetable):
        for situation in session.assessed.situations if session.kind == "key" else ():
            a, mode = assess(situation), BY_SLUG[session.modality]
            assert allows(a, mode)
            assert session.minutes <= a.ceilings(mode.slug).minutes
            if mode.gentlest >= Intensity.VIGOROUS:
                assert session.minutes <= a.hard_minutes


@pytest.mark.parametrize(
    ("query", "left"),
    [
        (THREE_HARD, 2),  # hard leg days are many
        (f"{THREE_HARD}&week_rest=sun", 2),  # a day that is named never adds cardio
        (f"{THREE_HARD}&week_rest_days=1", 1),  # the reader's own number counts
        (f"{THREE_HARD}&week_rest_days=0", 0),
    ],
)
def test_many_hard_leg_days_leave_one_more_day_of_rest_unless_the_reader_gives_a_number(query: str, left: int) -> None:
    assert len(plan_week(query)["rest_days"]) == left


def test_one_day_of_rest_is_enough_for_fixed_sessions_however_many_leg_days_there_are() -> None:
    fixed = "".join(f"&week_easy={day}-8:walk_brisk:20" for day in DAYS[:6])
    assert "no_rest" not in {conflict["kind"] for conflict in plan_week(THREE_HARD + fixed)["conflicts"]}
    assert "no_rest" in {c["kind"] for c in plan_week(f"{THREE_HARD}{fixed}&week_rest_days=2")["conflicts"]}


@FEWER
@given(timetables(), st.integers(0, WEEK - 1))
def test_an_hour_allows_what_all_its_single_answers_allow(timetable: Timetable, at: int) -> None:
    """The rules that no hour or no event changes are applied once: the result is that of all rules at every turn."""
    found = assess_hour(timetable, at)
    assert found.assessment == reduce(meet, map(assess, found.situations))


# Moves


class PossibleMove(NamedTuple):
    """A session at another hour: hours between the two, and the week that results."""

    hours: int
    week: Timetable


def apart(one: int, two: int) -> int:
    return min((one - two) % WEEK, (two - one) % WEEK)


def possible_moves(week: Timetable) -> Iterator[PossibleMove]:
    """Every leg session and hard session at every hour of the week that it could have, found by trying all 168."""
    movable_sessions: list[LegSession | KeySession] = [*week.legs, *week.keys]
    taken = {session.at for session in (*movable_sessions, *week.events, *week.easies)} | set(week.lifts)
    for session in movable_sessions:
        for to in set(range(WEEK)) - taken:
            if to % 24 not in {session.at % 24, *week.hours} or to // 24 in week.rest:
                continue
            moved = with_session_at(week, session, to)
            if moved is not None:
                yield PossibleMove(apart(session.at, to), moved)


def with_session_at(week: Timetable, session: LegSession | KeySession, to: int) -> Timetable | None:
    """The week with one session moved, or None where it crowds legs or a day."""
    if isinstance(session, LegSession):
        others = [legs for legs in week.legs if legs != session]
        tired = any(
            (to - hard.at) % WEEK < hard.minutes / 60 + p.LEGS_AFTER_KEY.value for hard in (*week.keys, *week.events)
        )
        race = week.reader.next_event_in_hours
        tired = tired or (race is not None and race <= to < race + 48)
        if tired or any(apart(to, other.at) < 48 for other in others):
            return None
        return week._replace(legs=tuple(sorted([*others, session._replace(at=to)])))
    keys = [key for key in week.keys if key != session]
    if to // 24 in {other.at // 24 for other in (*keys, *week.events)}:
        return None
    return week._replace(keys=tuple(sorted([*keys, session._replace(at=to)])))


def movable(found: list[FoundConflict]) -> int:
    return sum(conflict.movable for conflict in found)


def settling_moves(week: Timetable) -> list[tuple[int, int]]:
    """How many movable conflicts each move leaves, and its hours, for the moves that settle something; the best first."""
    found = conflicts(week)
    settling = []
    for move in possible_moves(week):
        after = conflicts(move.week)
        if movable(after) < movable(found) and len(after) < len(found):
            settling.append((movable(after), move.hours))
    return sorted(settling)


def check_moves(week: Timetable) -> bool:
    """Check the moves that are offered for a week against all that are possible; whether there was one."""
    found = week_for(week)
    if found["stopped"] or not found["conflicts"]:
        return False
    settling = settling_moves(week)
    offered = [(move["leaves"], move["shift_hours"]) for move in found["moves"]]
    assert offered[:1] == settling[:1], "the first move is the smallest of those that settle most"
    for move, (left, hours) in zip(found["moves"], offered, strict=True):
        after = parse(move["query"])
        assert (left, hours) in settling
        assert left == settling[0][0]
        assert movable(conflicts(after)) == left
        legs = set(after.legs) - set(week.legs)
        assert all(apart(moved.at, other.at) >= 48 for moved in legs for other in after.legs if other != moved)
    return bool(offered)


@FEWER
@given(timetables(kinds=RUNS))
def test_conflicts_are_counted_as_they_are_found(week: Timetable) -> None:
    counter = ConflictCounter(week)
    for other in (week, *(move.week for move in islice(possible_moves(week), 5))):
        found = conflicts(other)
        assert counter.movable(other, len(found), len(found) + 1) == movable(found)
        assert counter.movable(other, movable(found) - 1, len(found) + 1) is None
        assert counter.movable(other, len(found), len(found)) is None


@FEWER
@given(timetables(kinds=RUNS), st.sampled_from(LegSessionEffort))
def test_the_move_that_is_offered_is_the_smallest_and_crowds_no_legs(week: Timetable, effort: LegSessionEffort) -> None:
    assume(week.legs)
    check_moves(week._replace(legs=(week.legs[0]._replace(effort=effort), *week.legs[1:])))


@pytest.mark.parametrize(
    ("query", "costs"),
    [
        (
            (
                "goal=general_health&running_experience=regular&activities=running&lifting_experience=intermediate&minutes=45"
                "&week_key=sat-9:run_tempo:30&week_legs=thu-18:hard"
            ),
            say("week.move.costs", minutes="5 minutes"),
        ),
        (
            (
                "minutes=40&equipment=bike_upright&lifting_experience=intermediate&running_experience=regular"
                "&week_legs=mon-18:hard&week_legs=thu-18:hard&week_key=sun-10:run_tempo:40&week_rest=sat"
            ),
            say("week.move.costs.harder", minutes="40 minutes"),
        ),
        (
            "goal=muscle_strength&minutes=40&week_legs=mon-18:hard&week_legs=tue-18:hard",
            say("week.move.free"),
        ),
    ],
)
def test_a_move_says_what_it_costs(query: str, costs: str) -> None:
    now, move = plan_week(query), plan_week(query)["move"]
    assert move is not None
    assert move["costs"] == costs
    after = plan_week(move["query"])
    loss = now["equivalent_minutes"] - after["equivalent_minutes"]
    assert (loss > 0) is ("that counts" in costs)
    assert loss > 0 or (after["minutes"] < now["minutes"]) is ("less cardio" in costs)


def test_seeded_weeks_are_offered_their_smallest_move() -> None:
    assert sum(check_moves(parse(query)) for query in week_queries(40, seed=11)) > 5
