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
    results = [
        RealQuestion(entry["title"], entry["query"], entry.get("week", False), entry["expect"]) for entry in entries
    ]
    return [question for question in results if question.weekly is weekly]


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


def _plan(result: Answer, expect: Mapping[str, Any]) -> Iterator[str]:
    plan = result["plan"]
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


def _first(result: Answer, expect: list[str]) -> Iterator[str]:
    yield from _one_of("the first option", next((option["modality"] for option in result["options"]), None), expect)


def _none(result: Answer, expect: list[str]) -> Iterator[str]:
    for option in result["options"]:
        if option["modality"] in expect or "ALL" in expect:
            yield f"{option['modality']} is offered"


def _max_impact(result: Answer, expect: str) -> Iterator[str]:
    for option in result["options"]:
        if option["modality"] != "walk_easy" and Impact[option["impact"].upper()] > Impact[expect.upper()]:
            yield f"{option['modality']}: impact {option['impact']} is above {expect}"


def _max_intensity(result: Answer, expect: str) -> Iterator[str]:
    for option in result["options"]:
        if _band(option["intensity"]) > _band(expect):
            yield f"{option['modality']}: {option['intensity']} is above {expect}"


def _any_intensity(result: Answer, expect: str) -> Iterator[str]:
    if not any(_band(option["intensity"]) >= _band(expect) for option in result["options"]):
        yield f"no option is as hard as {expect}"


def _minutes(result: Answer, expect: list[int]) -> Iterator[str]:
    low, high = expect
    for option in result["options"]:
        if option["minutes"][1] > high or (option["minutes"][0] < low and option["modality"] != "walk_easy"):
            yield f"{option['modality']}: {option['minutes']} min, not within {low} to {high}"


def _heart_rate(result: Answer, expect: bool) -> Iterator[str]:  # noqa: FBT001 - the value of the expectation
    shown = any(option["heart_rate"] for option in result["options"])
    if shown is not expect:
        yield f"a heart rate is {'shown' if shown else 'not shown'}"


def _min_total_share(result: Answer, expect: float) -> Iterator[str]:
    minutes = int(dict(part.split("=") for part in result["query"].split("&")).get("minutes", "30"))
    share = result["options"][0]["total_minutes"] / minutes if result["options"] else 0
    if share < expect:
        yield f"the first session uses {share:.2f} of the time, less than {expect}"


def _twin(result: Answer, expect: str) -> Iterator[str]:
    others: dict[str, Option] = {option["modality"]: option for option in recommend(expect)["options"]}
    for option in result["options"]:
        if (other := others.get(option["modality"])) is None:
            continue
        longer = option["minutes"][1] > other["minutes"][1]
        if longer or _band(option["intensity"]) > _band(other["intensity"]):
            yield f"{option['modality']} is longer or harder than without the limit"


def _outcome(result: Answer, expect: list[str]) -> Iterator[str]:
    yield from _one_of("outcome", result["outcome"], expect)


def _any_option(result: Answer, expect: list[str]) -> Iterator[str]:
    yield from _any_of("options", [option["modality"] for option in result["options"]], expect)


def _warning_ids(result: Answer, expect: list[str]) -> Iterator[str]:
    if missing := set(expect) - set(result["warning_ids"]):
        yield f"warnings {sorted(missing)} are missing among {result['warning_ids']}"


def _warning_any_of(result: Answer, expect: list[str]) -> Iterator[str]:
    yield from _any_of("warnings", result["warning_ids"], expect)


def _questions_any_of(result: Answer, expect: list[str]) -> Iterator[str]:
    yield from _any_of("questions", [question["field"] for question in result["questions"]], expect)


def _headline_any_of(result: Answer, expect: list[str]) -> Iterator[str]:
    if not any(text.lower() in result["headline"].lower() for text in expect):
        yield f"the headline {result['headline']!r} holds none of {expect}"


def _never_say(result: Mapping[str, Any], expect: list[str]) -> Iterator[str]:
    said = json.dumps({key: value for key, value in result.items() if key != "query"}, ensure_ascii=False).lower()
    for text in expect:
        if text.lower() in said:
            yield f"{text!r} is said"


def _timeline_one_step(result: Answer, _expect: object) -> Iterator[str]:
    impacts = [Impact[step["impact"].upper()] for step in result["timeline"]]
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


def answer_faults(result: Answer, expect: Mapping[str, Any]) -> list[str]:
    """What an answer about today lacks; an expectation of an unknown name is a KeyError."""
    return [fault for name, value in expect.items() for fault in _ANSWER_CHECKS[name](result, value)]


_CARDIO = frozenset({"cardio", "easy", "key", "event"})


def _at(day: str, hour: float) -> float:
    """Hours from Monday midnight."""
    return _DAYS.index(day) * _DAY_HOURS + hour


def _slots(query: str, field: str) -> list[tuple[str, int, list[str]]]:
    """The entries of one weekly field of a query: the day, the hour, and what follows."""
    texts = [part.partition("=")[2] for part in query.split("&") if part.partition("=")[0] == field]
    heads = [(text.partition(":")[0], text.split(":")[1:]) for text in texts]
    return [(head.partition("-")[0], int(head.partition("-")[2] or 0), rest) for head, rest in heads]


def _sessions(result: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every session of cardio of a week, with its day."""
    for day in result["days"]:
        yield from ((day["day"], session) for session in day["sessions"] if session["kind"] in _CARDIO)


def _kept(result: Mapping[str, Any], query: str, expect: list[str]) -> Iterator[str]:
    sessions = list(_sessions(result))
    for field in ("week_easy", "week_key", "week_event"):
        for day, hour, (modality, minutes, *_) in _slots(query, field):
            stands = any(
                on == day and (item["hour"], item["modality"], item["minutes"]) == (hour, modality, int(minutes))
                for on, item in sessions
            )
            if day in expect and not stands:
                yield f"{modality} on {day} does not stand"


def _rest_days(result: Mapping[str, Any], _query: str, expect: int) -> Iterator[str]:
    without = [day for day in result["days"] if not any(session["kind"] in _CARDIO for session in day["sessions"])]
    for count in (len(without), len(result.get("rest_days", without))):
        if count < expect:
            yield f"{count} rest days, fewer than {expect}"


def _sessions_max(result: Mapping[str, Any], _query: str, expect: int) -> Iterator[str]:
    if (count := len(list(_sessions(result)))) > expect:
        yield f"{count} sessions of cardio, more than {expect}"


def _added(result: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any]]]:
    return [(day, item) for day, item in _sessions(result) if item["kind"] == "cardio"]


def _week_any_of(result: Mapping[str, Any], _query: str, expect: list[str]) -> Iterator[str]:
    yield from _any_of("added sessions", [item["modality"] for _, item in _added(result)], expect)


def _conflicts(result: Mapping[str, Any], _query: str, expect: list[str]) -> Iterator[str]:
    yield from _any_of("conflicts", [conflict["kind"] for conflict in result["conflicts"]], expect)


def _no_legs_within(result: Mapping[str, Any], query: str, expect: float) -> Iterator[str]:
    hours = [_at(day, hour) for day, hour, _ in _slots(query, "week_legs")]
    for move in result["moves"]:
        (source, at), (target, to) = (
            (text.partition("-")[0], text.partition("-")[2]) for text in (move["from"], move["to"])
        )
        new = _at(target, int(to))
        apart = [abs(new - other) for other in hours if other != _at(source, int(at))]
        if any(min(gap, _WEEK_HOURS - gap) < expect for gap in apart):
            yield f"the move to {move['to']} puts legs within {expect} h of legs"


def _event_kept(result: Mapping[str, Any], query: str, _expect: object) -> Iterator[str]:
    for day, _, (modality, minutes, *_) in _slots(query, "week_event"):
        stands = any(
            on == day and item["kind"] == "event" and (item["modality"], item["minutes"]) == (modality, int(minutes))
            for on, item in _sessions(result)
        )
        if not stands:
            yield f"the event on {day} does not stand"


def _before_event(result: Mapping[str, Any], query: str, expect: float) -> Iterator[str]:
    for day, hour, _ in _slots(query, "week_event"):
        for on, item in _added(result):
            near = (_at(day, hour) - _at(on, item["hour"])) % _WEEK_HOURS <= expect
            shake_out = item["minutes"] <= _SHAKE_OUT_MINUTES and _band(item["intensity"]) <= Intensity.MODERATE
            if near and not shake_out:
                yield f"{item['modality']} on {on} is within {expect} h of the event"


def _week_minutes(result: Mapping[str, Any], _query: str, expect: list[int]) -> Iterator[str]:
    if not expect[0] <= result["minutes"] <= expect[1]:
        yield f"{result['minutes']} minutes, not within {expect}"


def _compared(result: Mapping[str, Any], _query: str, _expect: object) -> Iterator[str]:
    if not (result.get("compared") or {}).get("difference"):
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
    "never_say": lambda result, _query, expect: _never_say(result, expect),
}


def week_faults(result: Mapping[str, Any], query: str, expect: Mapping[str, Any]) -> list[str]:
    """What the answer to a query about a week lacks; an expectation of an unknown name is a KeyError."""
    return [fault for name, value in expect.items() for fault in _WEEK_CHECKS[name](result, query, value)]
