"""Seeded weeks as people plan them, and the plain rules by which a coach would call a planned week bad."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from random import Random

from calculator.data.modalities import BY_SLUG
from calculator.scales import Intensity
from calculator.week.fields import DAYS
from calculator.week.parse import Timetable, parse
from calculator.week.schema import Day, DaySession, Week

__all__ = ["bad", "week_queries"]

_HARD = {"hard", "very_hard"}
_WEEK = 168


def week_queries(count: int, seed: int = 7) -> list[str]:
    """So many weeks of readers of every goal and habit, with legs, lifts, hard sessions, events and easy sessions."""
    rng = Random(seed)  # noqa: S311 - nothing here is secret, and the same weeks must come again
    return [_week(rng) for _ in range(count)]


def _week(rng: Random) -> str:
    goal = rng.choice(("general_health", "fat_loss", "muscle_strength", "speed_power", "aerobic_endurance", "recovery"))
    running = rng.choice(("none", "some", "regular"))
    parts = [
        f"goal={goal}",
        f"running_experience={running}",
        f"lifting_experience={rng.choice(('novice', 'intermediate', 'advanced'))}",
        f"minutes={rng.choice((30, 40, 45, 60, 90))}",
    ]
    parts += [
        f"equipment={kit}" for kit in rng.sample(("bike_upright", "treadmill", "rower", "pool"), rng.randint(0, 3))
    ]
    if rng.random() < 0.3:
        parts.append(f"cardio_days={rng.randint(0, 6)}")
    if rng.random() < 0.2:
        parts.append(f"week_rest_days={rng.randint(0, 3)}")
    if rng.random() < 0.15:
        parts += [
            f"next_event_in_hours={rng.randint(0, 1008)}",
            f"event_kind={rng.choice(('long_race', 'short_race'))}",
        ]
    days = rng.sample(DAYS, len(DAYS))
    for _ in range(rng.randint(0, 4)):
        effort = rng.choice(("light", "moderate", "hard", "hard", "very_hard"))
        parts.append(f"week_legs={days[rng.randrange(7)]}-{rng.choice((7, 12, 18))}:{effort}")
    for name, kinds, most in (
        ("week_event", ("team_sport", "run_tempo", "run_steady", "hiking"), 1),
        ("week_key", ("run_tempo", "spin_intervals", "run_steady", "track_sprints", "rowing"), 2),
        ("week_easy", ("walk_brisk", "run_steady", "bike_upright", "swimming"), 3),
    ):
        for _ in range(rng.randint(0, most)):
            hour, minutes = rng.choice((8, 10, 17, 19)), rng.choice((20, 30, 45, 60, 90, 120))
            parts.append(f"{name}={days[rng.randrange(7)]}-{hour}:{rng.choice(kinds)}:{minutes}")
    parts += [f"week_lift={day}-20" for day in rng.sample(DAYS, rng.randint(0, 3))]
    parts += [f"week_rest={day}" for day in rng.sample(DAYS, rng.randint(0, 1))]
    return _without_clashes(parts)


def _without_clashes(parts: list[str]) -> str:
    """The query without fixed sessions that share an hour, a day that takes one, or a day without cardio."""
    rest = {part.partition("=")[2] for part in parts if part.startswith("week_rest=")}
    results: list[str] = []
    hours: set[str] = set()
    once: set[tuple[str, str]] = set()
    for part in parts:
        name, _, value = part.partition("=")
        slot, day = value.split(":")[0], value[:3]
        if name in {"week_legs", "week_lift", "week_key", "week_event", "week_easy"}:
            one_a_day = name in {"week_legs", "week_key", "week_event"} and (name, day) in once
            if slot in hours or one_a_day or (day in rest and name not in {"week_legs", "week_lift"}):
                continue
            hours.add(slot)
            once.add((name, day))
        results.append(part)
    return "&".join(results)


def _is_hard(session: DaySession) -> bool:
    """Whether a session of cardio makes its day a hard one: an event, a hard session that stands, or vigorous work."""
    if session["kind"] in {"event", "key"}:
        return session["allowed"]
    return session["kind"] == "cardio" and Intensity[str(session["intensity"]).upper()] >= Intensity.VIGOROUS


def _hard_legs(day: Day) -> bool:
    return any(legs["effort"] in _HARD for legs in day["legs"])


def _added(day: Day) -> list[DaySession]:
    return [session for session in day["sessions"] if session["kind"] == "cardio"]


def _replaces(day: Day) -> bool:
    """Whether what the plan adds stands in for a hard session that does not fit."""
    return any(session["kind"] == "key" and not session["allowed"] for session in day["sessions"])


def bad(query: str, week: Week) -> list[str]:
    """Everything that a coach would call bad about a planned week."""
    timetable = parse(query)
    return [
        *_rest(timetable, week),
        *_hard_days(week),
        *_order(timetable, week),
        *_events(timetable, week),
        *_fixed(timetable, week),
        *_moves(timetable, week),
        *_reasons(week),
    ]


def _rest(timetable: Timetable, week: Week) -> Iterator[str]:
    """Days without cardio stay, and the plan adds no more than the habit bears."""
    busy = [day for day in week["days"] if day["minutes"]]
    fixed = {session.at // 24 for session in (*timetable.events, *timetable.keys, *timetable.easies)}
    wanted = len(timetable.rest) + (
        timetable.rest_days if timetable.rest_days is not None else (0 if timetable.rest else 1)
    )
    if len(busy) > max(7 - wanted, len(fixed)):
        yield f"cardio on {len(busy)} days although {wanted} should be free"
    if len(busy) == 7 and len(fixed) < 7 and wanted:
        yield "cardio on 7 of 7 days"
    if (days := timetable.reader.cardio_days) is not None and len(busy) > max(days + 1, len(fixed)):
        yield f"cardio on {len(busy)} days for a habit of {days}"
    if any(day["minutes"] for day in week["days"] if DAYS.index(day["day"]) in timetable.rest):
        yield "cardio on a day of rest"
    if 7 - len(fixed) < wanted and not any(conflict["kind"] == "no_rest" for conflict in week["conflicts"]):
        yield "no word about days of rest that do not fit"


def _hard_days(week: Week) -> Iterator[str]:
    """The plan adds no hard session beside another hard day, and not more than two hard ones in all."""
    days = week["days"]
    hard = [any(map(_is_hard, day["sessions"])) for day in days]
    for number, day in enumerate(days):
        if _replaces(day) or not any(map(_is_hard, _added(day))):
            continue
        for near in (number - 1, (number + 1) % 7):
            if hard[near] or _hard_legs(days[near]):
                yield f"two hard days in a row: {day['name']} beside {days[near]['name']}"
        if _hard_legs(day):
            yield f"hard cardio on the day of hard legs: {day['name']}"


def _order(timetable: Timetable, week: Week) -> Iterator[str]:
    """Cardio that the plan adds never comes before legs on a strength day, nor within six hours before any legs."""
    for number, day in enumerate(week["days"]):
        for session in _added(day):
            at = number * 24 + session["hour"]
            gaps = [(legs.at - at) % _WEEK - session["minutes"] / 60 for legs in timetable.legs]
            if any(gap < 6 for gap in gaps):
                yield f"cardio less than 6 h before legs: {day['name']}"
            goal = timetable.reader.goal.value
            legs_later = any(legs["hour"] > session["hour"] for legs in day["legs"])
            lift_later = any(lift > session["hour"] for lift in day["lifts"])
            if goal != "aerobic_endurance" and legs_later:
                yield f"cardio before legs: {day['name']}"
            if goal in {"muscle_strength", "speed_power"} and lift_later:
                yield f"cardio before lifting: {day['name']}"


def _events(timetable: Timetable, week: Week) -> Iterator[str]:
    """Events stand whole on their day, and the day before holds nothing new but a shake-out."""
    for event in timetable.events:
        stands = [s for s in week["days"][event.at // 24]["sessions"] if s["kind"] == "event"]
        if [(s["hour"], s["minutes"], s["allowed"]) for s in stands] != [(event.at % 24, event.minutes, True)]:
            yield "an event moved or cut"
        for number, day in enumerate(week["days"]):
            for session in _added(day):
                near = 0 <= (event.at - number * 24 - session["hour"]) % _WEEK <= 24
                band = Intensity[str(session["intensity"]).upper()]
                if near and (session["minutes"] > 30 or band > Intensity.MODERATE):
                    yield f"more than a shake-out before an event: {day['name']}"
        at = (DAYS[event.at // 24], event.at % 24)
        if any(c["kind"] in {"too_long", "too_hard"} and (c["day"], c["hour"]) == at for c in week["conflicts"]):
            yield "an event that does not fit"


def _fixed(timetable: Timetable, week: Week) -> Iterator[str]:
    """Fixed easy sessions stay and count, and a hard session stands or is a conflict."""
    for easy in timetable.easies:
        stands = [s for s in week["days"][easy.at // 24]["sessions"] if s["kind"] == "easy"]
        if (easy.at % 24, easy.minutes) not in [(s["hour"], s["minutes"]) for s in stands]:
            yield "an easy session moved or cut"
    for key in timetable.keys:
        stands = [s for s in week["days"][key.at // 24]["sessions"] if s["kind"] == "key"]
        if [(s["hour"], s["minutes"]) for s in stands] != [(key.at % 24, key.minutes)]:
            yield "a hard session moved or cut without a word"
        conflict = [c for c in week["conflicts"] if (c["day"], c["hour"]) == (DAYS[key.at // 24], key.at % 24)]
        if not stands[0]["allowed"] and not conflict:
            yield "a hard session that does not fit, and no conflict"


def _moves(timetable: Timetable, week: Week) -> Iterator[str]:
    """No move puts legs within 48 h of other legs."""
    for move in week["moves"]:
        after = parse(move["query"])
        for legs in set(after.legs) - set(timetable.legs):
            for other in after.legs:
                apart = abs(legs.at - other.at)
                if other != legs and min(apart, _WEEK - apart) < 48:
                    yield f"a move that crowds the legs: {move['text']}"
    hard = [legs.at for legs in timetable.legs if legs.effort.slug in _HARD]
    crowded = any(abs(first // 24 - second // 24) in {1, 6} for first, second in combinations(hard, 2))
    if (crowded or len(hard) >= 4) and not any(conflict["kind"] == "spacing" for conflict in week["conflicts"]):
        yield "no word about hard legs on neighbouring days"


def _reasons(week: Week) -> Iterator[str]:
    """Reasons are the day's own: none is about running where the session is no run."""
    for day in week["days"]:
        run = any(session["modality"] and "run" in session["modality"] for session in day["sessions"])
        if not run and any("do not run" in reason and "more than" not in reason for reason in day["because"]):
            strikes = any(s["modality"] and BY_SLUG[s["modality"]].impact > 0 for s in day["sessions"])
            if not strikes:
                yield f"a reason about running: {day['name']}"
    for conflict in week["conflicts"]:
        if conflict["modality"] and "do not run" in conflict["because"] and "bike" in conflict["modality"]:
            yield "a ride refused because of running"
