"""Load the questions of tests/data/real_questions.yaml, and check an answer or a week against what each expects.

The head of that file says what each expectation means. A check returns every fault as a sentence; an empty list is right.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

import yaml

from calculator import recommend
from calculator.scales import Impact, Intensity
from calculator.schema import Answer, Option, Plan
from tests.support.paths import DATA

__all__ = ["RealQuestion", "answer_faults", "load", "week_faults"]

_SHAKE_OUT_MINUTES = 30
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY_HOURS, _WEEK_HOURS = 24, 168
_DONE = frozenset({"go", "go_adjusted"})


class RealQuestion(NamedTuple):
    """One question: its title, its query, whether it asks about a week, and what the answer must hold."""

    title: str
    query: str
    weekly: bool
    expect: Mapping[str, Any]


def load(*, weekly: bool) -> list[RealQuestion]:
    """The questions about a week, or those about today, in the order of the file."""
    entries: list[dict[str, Any]] = yaml.safe_load((DATA / "real_questions.yaml").read_text("utf-8"))
    found = [RealQuestion(one["title"], one["query"], one.get("week", False), one["expect"]) for one in entries]
    return [question for question in found if question.weekly is weekly]


def _band(slug: str | None) -> Intensity:
    return Intensity[str(slug).upper()]


def _one_of(what: str, value: object, allowed: Iterable[object]) -> Iterator[str]:
    if value not in list(allowed):
        yield f"{what} is {value}, not one of {list(allowed)}"


def _any_of(what: str, values: Iterable[object], wanted: Iterable[object]) -> Iterator[str]:
    if not set(values) & set(wanted):
        yield f"{what}: none of {sorted(map(str, wanted))} among {sorted(map(str, values))}"


def _plan_dose(plan: Plan, expect: Mapping[str, Any]) -> Iterator[str]:
    """What must hold of a plan that may be done."""
    if plan["minutes"] is None or plan["intensity"] is None:
        yield f"plan {plan['verdict']} has no minutes or no intensity"
        return
    if plan["minutes"][1] > expect.get("max_minutes", plan["minutes"][1]):
        yield f"plan of {plan['minutes']} min is longer than {expect['max_minutes']}"
    if _band(plan["intensity"]) > _band(expect.get("max_intensity", plan["intensity"])):
        yield f"plan at {plan['intensity']} is harder than {expect['max_intensity']}"


def _plan_wait(plan: Plan, expect: Mapping[str, Any]) -> Iterator[str]:
    """What must hold of the hour from which a plan is open."""
    if plan["verdict"] == "wait" and plan["from_hours"] is None:
        yield "a plan that waits names no hour"
    if "from_hours" in expect and plan["from_hours"] is not None:
        low, high = expect["from_hours"]
        if not low <= plan["from_hours"] <= high:
            yield f"from_hours is {plan['from_hours']}, not within {low} to {high}"


def _plan(found: Answer, expect: Mapping[str, Any]) -> Iterator[str]:
    plan = found["plan"]
    if plan is None:
        yield "there is no verdict on the plan"
        return
    yield from _one_of("verdict", plan["verdict"], expect["verdict"])
    if plan["verdict"] in _DONE:
        yield from _plan_dose(plan, expect)
    yield from _plan_wait(plan, expect)
    if plan["verdict"] == "swap" and "swap_any_of" in expect:
        yield from _one_of("swap_for", plan["swap_for"], expect["swap_any_of"])
    if plan["verdict"] == "go_adjusted" and "adjust_any_of" in expect:
        yield from _any_of("adjust", plan["adjust"], expect["adjust_any_of"])
    if expect.get("price") and not plan["price"]:
        yield "the price is not said"


def _first(found: Answer, expect: list[str]) -> Iterator[str]:
    yield from _one_of("the first option", next((one["modality"] for one in found["options"]), None), expect)


def _none(found: Answer, expect: list[str]) -> Iterator[str]:
    for one in found["options"]:
        if one["modality"] in expect or "ALL" in expect:
            yield f"{one['modality']} is offered"


def _max_impact(found: Answer, expect: str) -> Iterator[str]:
    for one in found["options"]:
        if one["modality"] != "walk_easy" and Impact[one["impact"].upper()] > Impact[expect.upper()]:
            yield f"{one['modality']}: impact {one['impact']} is above {expect}"


def _max_intensity(found: Answer, expect: str) -> Iterator[str]:
    for one in found["options"]:
        if _band(one["intensity"]) > _band(expect):
            yield f"{one['modality']}: {one['intensity']} is above {expect}"


def _any_intensity(found: Answer, expect: str) -> Iterator[str]:
    if not any(_band(one["intensity"]) >= _band(expect) for one in found["options"]):
        yield f"no option is as hard as {expect}"


def _minutes(found: Answer, expect: list[int]) -> Iterator[str]:
    low, high = expect
    for one in found["options"]:
        if one["minutes"][1] > high or (one["minutes"][0] < low and one["modality"] != "walk_easy"):
            yield f"{one['modality']}: {one['minutes']} min, not within {low} to {high}"


def _heart_rate(found: Answer, expect: bool) -> Iterator[str]:  # noqa: FBT001 - the value of the expectation
    shown = any(one["heart_rate"] for one in found["options"])
    if shown is not expect:
        yield f"a heart rate is {'shown' if shown else 'not shown'}"


def _min_total_share(found: Answer, expect: float) -> Iterator[str]:
    minutes = int(dict(part.split("=") for part in found["query"].split("&")).get("minutes", "30"))
    share = found["options"][0]["total_minutes"] / minutes if found["options"] else 0
    if share < expect:
        yield f"the first session uses {share:.2f} of the time, less than {expect}"


def _twin(found: Answer, expect: str) -> Iterator[str]:
    others: dict[str, Option] = {one["modality"]: one for one in recommend(expect)["options"]}
    for one in found["options"]:
        if (other := others.get(one["modality"])) is None:
            continue
        longer = one["minutes"][1] > other["minutes"][1]
        if longer or _band(one["intensity"]) > _band(other["intensity"]):
            yield f"{one['modality']} is longer or harder than without the limit"


def _outcome(found: Answer, expect: list[str]) -> Iterator[str]:
    yield from _one_of("outcome", found["outcome"], expect)


def _any_option(found: Answer, expect: list[str]) -> Iterator[str]:
    yield from _any_of("options", [one["modality"] for one in found["options"]], expect)


def _warning_ids(found: Answer, expect: list[str]) -> Iterator[str]:
    if missing := set(expect) - set(found["warning_ids"]):
        yield f"warnings {sorted(missing)} are missing among {found['warning_ids']}"


def _warning_any_of(found: Answer, expect: list[str]) -> Iterator[str]:
    yield from _any_of("warnings", found["warning_ids"], expect)


def _questions_any_of(found: Answer, expect: list[str]) -> Iterator[str]:
    yield from _any_of("questions", [one["field"] for one in found["questions"]], expect)


def _headline_any_of(found: Answer, expect: list[str]) -> Iterator[str]:
    if not any(text.lower() in found["headline"].lower() for text in expect):
        yield f"the headline {found['headline']!r} holds none of {expect}"


def _never_say(found: Mapping[str, Any], expect: list[str]) -> Iterator[str]:
    said = json.dumps({key: value for key, value in found.items() if key != "query"}, ensure_ascii=False).lower()
    for text in expect:
        if text.lower() in said:
            yield f"{text!r} is said"


def _timeline_one_step(found: Answer, _expect: object) -> Iterator[str]:
    impacts = [Impact[step["impact"].upper()] for step in found["timeline"]]
    if any(after - before > 1 for before, after in pairwise(impacts)):
        yield f"the outlook opens two classes at once: {impacts}"


_ANSWER_CHECKS: dict[str, Callable[[Answer, Any], Iterator[str]]] = {
    "outcome": _outcome,
    "plan": _plan,
    "first_any_of": _first,
    "any_of": _any_option,
    "none_of": _none,
    "max_impact": _max_impact,
    "max_intensity": _max_intensity,
    "any_intensity": _any_intensity,
    "minutes": _minutes,
    "heart_rate": _heart_rate,
    "min_total_share": _min_total_share,
    "twin": _twin,
    "warning_ids": _warning_ids,
    "warning_any_of": _warning_any_of,
    "questions_any_of": _questions_any_of,
    "headline_any_of": _headline_any_of,
    "never_say": _never_say,
    "timeline_one_step": _timeline_one_step,
}


def answer_faults(found: Answer, expect: Mapping[str, Any]) -> list[str]:
    """What an answer about today lacks; an expectation of an unknown name is a KeyError."""
    return [fault for name, value in expect.items() for fault in _ANSWER_CHECKS[name](found, value)]


_CARDIO = frozenset({"cardio", "easy", "key", "event"})


def _at(day: str, hour: float) -> float:
    """Hours from Monday midnight."""
    return _DAYS.index(day) * _DAY_HOURS + hour


def _slots(query: str, field: str) -> list[tuple[str, int, list[str]]]:
    """The entries of one weekly field of a query: the day, the hour, and what follows."""
    texts = [part.partition("=")[2] for part in query.split("&") if part.partition("=")[0] == field]
    heads = [(text.partition(":")[0], text.split(":")[1:]) for text in texts]
    return [(head.partition("-")[0], int(head.partition("-")[2] or 0), rest) for head, rest in heads]


def _sessions(found: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every session of cardio of a week, with its day."""
    for day in found["days"]:
        yield from ((day["day"], one) for one in day["sessions"] if one["kind"] in _CARDIO)


def _kept(found: Mapping[str, Any], query: str, expect: list[str]) -> Iterator[str]:
    sessions = list(_sessions(found))
    for field in ("week_easy", "week_key", "week_event"):
        for day, hour, (modality, minutes, *_) in _slots(query, field):
            stands = any(
                on == day and (one["hour"], one["modality"], one["minutes"]) == (hour, modality, int(minutes))
                for on, one in sessions
            )
            if day in expect and not stands:
                yield f"{modality} on {day} does not stand"


def _rest_days(found: Mapping[str, Any], _query: str, expect: int) -> Iterator[str]:
    without = [day for day in found["days"] if not any(one["kind"] in _CARDIO for one in day["sessions"])]
    for count in (len(without), len(found.get("rest_days", without))):
        if count < expect:
            yield f"{count} rest days, fewer than {expect}"


def _sessions_max(found: Mapping[str, Any], _query: str, expect: int) -> Iterator[str]:
    if (count := len(list(_sessions(found)))) > expect:
        yield f"{count} sessions of cardio, more than {expect}"


def _added(found: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any]]]:
    return [(day, one) for day, one in _sessions(found) if one["kind"] == "cardio"]


def _week_any_of(found: Mapping[str, Any], _query: str, expect: list[str]) -> Iterator[str]:
    yield from _any_of("added sessions", [one["modality"] for _, one in _added(found)], expect)


def _conflicts(found: Mapping[str, Any], _query: str, expect: list[str]) -> Iterator[str]:
    yield from _any_of("conflicts", [one["kind"] for one in found["conflicts"]], expect)


def _no_legs_within(found: Mapping[str, Any], query: str, expect: float) -> Iterator[str]:
    hours = [_at(day, hour) for day, hour, _ in _slots(query, "week_legs")]
    for move in found["moves"]:
        (source, at), (target, to) = (
            (text.partition("-")[0], text.partition("-")[2]) for text in (move["from"], move["to"])
        )
        new = _at(target, int(to))
        apart = [abs(new - other) for other in hours if other != _at(source, int(at))]
        if any(min(gap, _WEEK_HOURS - gap) < expect for gap in apart):
            yield f"the move to {move['to']} puts legs within {expect} h of legs"


def _event_kept(found: Mapping[str, Any], query: str, _expect: object) -> Iterator[str]:
    for day, _, (modality, minutes, *_) in _slots(query, "week_event"):
        stands = any(
            on == day and one["kind"] == "event" and (one["modality"], one["minutes"]) == (modality, int(minutes))
            for on, one in _sessions(found)
        )
        if not stands:
            yield f"the event on {day} does not stand"


def _before_event(found: Mapping[str, Any], query: str, expect: float) -> Iterator[str]:
    for day, hour, _ in _slots(query, "week_event"):
        for on, one in _added(found):
            near = (_at(day, hour) - _at(on, one["hour"])) % _WEEK_HOURS <= expect
            shake_out = one["minutes"] <= _SHAKE_OUT_MINUTES and _band(one["intensity"]) <= Intensity.MODERATE
            if near and not shake_out:
                yield f"{one['modality']} on {on} is within {expect} h of the event"


def _week_minutes(found: Mapping[str, Any], _query: str, expect: list[int]) -> Iterator[str]:
    if not expect[0] <= found["minutes"] <= expect[1]:
        yield f"{found['minutes']} minutes, not within {expect}"


def _compared(found: Mapping[str, Any], _query: str, _expect: object) -> Iterator[str]:
    if not (found.get("compared") or {}).get("difference"):
        yield "the second week is not compared"


_WEEK_CHECKS: dict[str, Callable[[Mapping[str, Any], str, Any], Iterator[str]]] = {
    "kept": _kept,
    "rest_days_min": _rest_days,
    "sessions_max": _sessions_max,
    "any_of": _week_any_of,
    "conflicts_any_of": _conflicts,
    "no_legs_within": _no_legs_within,
    "event_kept": _event_kept,
    "before_event_hours": _before_event,
    "week_minutes": _week_minutes,
    "compared": _compared,
    "never_say": lambda found, _query, expect: _never_say(found, expect),
}


def week_faults(found: Mapping[str, Any], query: str, expect: Mapping[str, Any]) -> list[str]:
    """What the answer to a query about a week lacks; an expectation of an unknown name is a KeyError."""
    return [fault for name, value in expect.items() for fault in _WEEK_CHECKS[name](found, query, value)]
