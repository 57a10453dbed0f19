"""The JSON Schema of questions and answers, made from the types and the fields, so that it cannot differ from them."""

from __future__ import annotations

import types
from collections.abc import Iterable, Mapping
from typing import get_args, get_origin, get_type_hints, is_typeddict

from calculator.data.modalities import MODALITIES
from calculator.form.errors import Problem
from calculator.form.fields import FIELDS
from calculator.model import Field
from calculator.scales import Impact, Intensity, Outcome
from calculator.schema import Answer
from calculator.week.fields import WEEK_FIELDS
from calculator.week.schema import Week

__all__ = ["VERSION", "schema"]

VERSION = 1
"""Rises when a name or a type goes; names and values that are added leave it as it is."""

type Json = str | float | bool | list[Json] | dict[str, Json] | None
type Schema = dict[str, Json]

_SIMPLE = {str: "string", int: "integer", float: "number", bool: "boolean", types.NoneType: "null"}
_VALUES: Mapping[str, Iterable[str]] = {  # what a text may be, by the key that holds it
    "outcome": [item.slug for item in Outcome],
    "impact": [item.slug for item in Impact],
    "intensity": [item.slug for item in Intensity],
    "leg_intensity": [item.slug for item in Intensity],
    "modality": [mode.slug for mode in MODALITIES],
}

_MEANINGS: dict[str, Mapping[str, str]] = {  # of every key, by the dictionary that holds it
    "Answer": {
        "outcome": "The kind of answer. Read it first: it says whether there is a session at all.",
        "headline": "What to do today, in one sentence.",
        "action": "What to do in full; with a warning sign, what to do about it and how soon.",
        "readiness": "How ready the legs are, 0 to 100; null where no session is offered.",
        "plan": "The verdict on the session that was asked about, or null.",
        "why": "The reasons in a few sentences.",
        "questions": "At most three open questions that would change this answer most, the strongest first.",
        "readiness_reasons": "What raises and lowers the readiness.",
        "ceilings": "The most that today allows.",
        "options": "The sessions that suit today, the best first; empty where there is none.",
        "chosen": "The place in options, from 0, of the session that the headline names.",
        "also_suitable": "Other kinds of cardio that suit today.",
        "needs_equipment": "Kinds of cardio that would suit with other equipment.",
        "excluded": "Kinds of cardio that do not suit today.",
        "findings": "The rules that apply, those that set a limit marked as binding.",
        "warnings": "What to keep in mind, as sentences.",
        "warning_ids": "The identifiers of the warnings, in the same order.",
        "recovery": "Aids to recovery.",
        "timeline": "When the limits rise, from now on.",
        "changes": "Single answers that would change the advice.",
        "next_check": "When to answer the questions again.",
        "advice_version": "The version of the advice, such as 2026.11.0.",
        "query": "The answers in their canonical form, defaults left out.",
    },
    "Ceilings": {
        "impact": "The highest impact.",
        "intensity": "The highest intensity.",
        "leg_intensity": "The highest intensity for cardio in which the legs do most of the work.",
        "minutes": "The longest session without warm-up and cool-down, in minutes.",
    },
    "Change": {
        "field": "The field to change.",
        "to": "Its other value.",
        "effect": "What the advice would be then.",
    },
    "Conflict": {
        "kind": "key (a hard session) or too_little (minutes).",
        "day": "The day, such as mon.",
        "hour": "The full hour, 0 to 23.",
        "modality": "The kind of cardio.",
        "rules": "The rules that speak against it.",
        "because": "Why it does not fit.",
        "by_legs": "Whether a leg session causes it.",
    },
    "Day": {
        "day": "The day, such as mon.",
        "name": "The day's whole name.",
        "kind": "event, key, easy, cardio, rest, full (no free hour) or none (nothing suits).",
        "sessions": "All sessions of the day, in order.",
        "hour": "The full hour at which the session starts, 0 to 23.",
        "option": "The planned session.",
        "minutes": "All cardio of the day, in minutes.",
        "equivalent_minutes": "The minutes that count as moderate activity in the week.",
        "outcome": "The kind of answer for that hour.",
        "ceilings": "The most that this hour allows.",
        "readiness": "The expected readiness, 0 to 100.",
        "soreness": "The expected soreness, 0 to 10.",
        "hours_since_legs": "Hours since the last leg session.",
        "legs": "The leg sessions of the day.",
        "lifts": "The full hours of other lifting.",
        "key": "The hard session or match of the day.",
        "because": "Why this session, or why none.",
        "text": "The day in one sentence.",
        "queries": "Queries that ask for this hour again, one for each leg session that limits it.",
    },
    "Exclusion": {
        "modality": "The kind of cardio.",
        "name": "Its name for readers.",
        "rules": "The rules that exclude it.",
        "from_hours": "Hours after the leg session from which it suits again; null where waiting does not help.",
        "because": "Why it does not suit.",
    },
    "FindingEntry": {
        "rule": "The rule's identifier.",
        "text": "What it says about this reader.",
        "guide": "Where the guide explains it: a page and its section.",
        "sources": "The keys of its papers.",
        "certainty": "How certain the evidence is.",
        "binding": "Whether it sets one of today's limits.",
    },
    "KeySession": {
        "hour": "The full hour at which it starts, 0 to 23.",
        "modality": "The kind of cardio.",
        "name": "Its name for readers.",
        "minutes": "Its length, in minutes.",
        "allowed": "Whether the rules allow it as planned.",
    },
    "LegSession": {
        "hour": "The full hour at which it starts, 0 to 23.",
        "effort": "How hard it is, as in leg_effort.",
    },
    "Met": {
        "value": "Metabolic equivalents.",
        "code": "The code in the 2024 Adult Compendium of Physical Activities.",
        "proxy": "Whether the code is that of a similar activity.",
    },
    "ModalityName": {"modality": "The kind of cardio.", "name": "Its name for readers."},
    "ModalityNeedingEquipment": {
        "modality": "The kind of cardio.",
        "name": "Its name for readers.",
        "equipment": "The equipment, any one of which is enough.",
    },
    "DaySession": {
        "kind": "legs, lift, event, key, easy (fixed) or cardio (added by the plan).",
        "hour": "The full hour at which it starts, 0 to 23.",
        "modality": "The kind of cardio; null for weights.",
        "name": "Its name.",
        "minutes": "Its whole length, in minutes.",
        "intensity": "How hard it is; null for weights.",
        "format_name": "The format of intervals in a session that the plan adds, else null.",
        "effort": "How hard the leg session is; null for all else.",
        "allowed": "Whether a single answer would allow it as planned.",
    },
    "Move": {
        "from": "Where the session is now, such as mon-18.",
        "kind": "legs or key.",
        "why": "What the move fixes.",
        "costs": "What the move costs.",
        "moved": "The same as from.",
        "effort": "How hard it is, as in leg_effort.",
        "to": "Where to move it, such as tue-18.",
        "shift_hours": "By how many hours.",
        "removes": "How many conflicts the move removes.",
        "leaves": "How many conflicts remain.",
        "text": "The move in one sentence.",
        "query": "The whole week with the move made.",
    },
    "Option": {
        "modality": "The kind of cardio.",
        "name": "Its name for readers.",
        "role": "best, kindest (to the legs) or no_kit (without equipment).",
        "impact": "How hard the feet land.",
        "intensity": "The intensity of the session, warm-up and cool-down apart.",
        "format": "continuous, or the interval format.",
        "format_name": "The format's name for readers.",
        "minutes": "The session without warm-up and cool-down, shortest and longest, in minutes.",
        "total_minutes": "The whole session with warm-up and cool-down, in minutes.",
        "rpe": "The effort from 6 to 20, lowest and highest.",
        "talk_test": "How well one can talk at that effort.",
        "heart_rate": "Heart rate in beats per minute, lowest and highest; null where it cannot be worked out.",
        "heart_rate_note": "Where the heart rate comes from, or why there is none.",
        "kcal": "Energy in kcal, lowest and highest; null without a weight.",
        "met": "The energy cost behind it.",
        "equipment": "The equipment, any one of which is enough; empty where none is needed.",
        "session": "The parts of the session in their order.",
        "feel": "How it should feel.",
        "stop": "When to stop.",
        "because": "Why this kind of cardio.",
    },
    "Phase": {
        "kind": "warm_up, main, work, rest or cool_down.",
        "minutes": "Its length, in minutes.",
        "intensity": "Its intensity.",
        "repeat": "How often it is done; parts in a row with the same number repeat together.",
        "seconds": "Its length in seconds where it is an interval, else null.",
        "text": "What to do.",
    },
    "Problem": {
        "field": "The field that cannot be used; query or empty where it is none.",
        "value": "What was given, shortened.",
        "message": "What is wrong and what is allowed, in a sentence.",
    },
    "Problems": {"problems": "Everything that cannot be used."},
    "RecoveryAid": {
        "what": "The aid's identifier.",
        "name": "Its name for readers.",
        "text": "What it does and does not do.",
        "certainty": "How certain the evidence is.",
        "guide": "Where the guide explains it.",
        "sources": "The keys of its papers.",
    },
    "TimelineStep": {
        "from_hours": "Hours after the leg session from which these limits hold.",
        "impact": "The highest impact.",
        "intensity": "The highest intensity where the legs do most of the work.",
        "minutes": "The longest session without warm-up and cool-down, in minutes.",
    },
    "Plan": {
        "modality": "The kind of cardio that was asked about.",
        "name": "Its name.",
        "verdict": "go, go_adjusted, wait, swap or not_today.",
        "text": "The verdict in one sentence.",
        "minutes": "The session without warm-up and cool-down, shortest and longest, or null.",
        "intensity": "How hard it may be, or null.",
        "from_hours": "Hours from now until it would be go or go_adjusted; null where waiting does not help.",
        "swap_for": "The kind of cardio to do instead, or null.",
        "swap_name": "Its name, or null.",
        "price": "What it costs today and afterwards, in one sentence.",
        "adjust": "What differs from what was asked, such as shorter or easier.",
        "advice": "The same in sentences.",
        "session": "The adjusted session, in phases.",
        "because": "The reasons.",
    },
    "Question": {
        "field": "The field of the query.",
        "legend": "The question as the form asks it.",
        "values": "The answers that would change this answer.",
    },
    "QuestionValue": {
        "to": "The value of the field.",
        "label": "The value as the form shows it.",
        "effect": "What would change, in a few words.",
    },
    "Week": {
        "stopped": "Whether a warning sign or a condition leaves no week to plan.",
        "outcome": "The most serious kind of answer of the week.",
        "headline": "The week in one sentence.",
        "action": "What to do: the smallest move where something clashes; what to do first where the week is stopped.",
        "days": "Seven days from Monday on.",
        "conflicts": "What does not fit.",
        "move": "The first of the moves, or null.",
        "moves": "Moves that remove conflicts, the smallest first; two at most.",
        "rest_days": "The names of the days without cardio.",
        "compared": "The same answer for a second week, where one was given, or null.",
        "move_note": "Why there is no such move, or what it leaves.",
        "minutes": "Cardio in the week, in minutes.",
        "equivalent_minutes": "The minutes that count as moderate activity.",
        "target": "The recommended minutes of moderate activity a week, lowest and highest.",
        "verdict": "below, within or above the target; empty where the week is stopped.",
        "summary": "The week's minutes beside the target, in one sentence.",
        "advice_version": "The version of the advice, such as 2026.11.0.",
        "query": "The answers in their canonical form, defaults left out.",
    },
}
_MEANINGS["ComparedWeek"] = {
    **_MEANINGS["Week"],
    "difference": "What sets it apart from the first week, in one sentence.",
}


def _typed(kind: object, key: str, shared: Schema) -> Schema:
    """The schema of one type; what is a dictionary of its own goes to the shared definitions."""
    if is_typeddict(kind):
        return _dictionary(kind, shared)
    if get_origin(kind) is list:
        return {"type": "array", "items": _typed(get_args(kind)[0], key, shared)}
    if get_origin(kind) is types.UnionType:
        return {"anyOf": [_typed(member, key, shared) for member in get_args(kind)]}
    simple: Schema = {"type": next(name for known, name in _SIMPLE.items() if known is kind)}
    return simple | ({"enum": list(_VALUES[key])} if kind is str and key in _VALUES else {})


def _dictionary(kind: object, shared: Schema) -> Schema:
    """A reference to the definition of a dictionary, which is written on its first use."""
    name = str(getattr(kind, "__name__", "")).removesuffix("Shape")
    if name not in shared:
        shared[name] = {}
        keys = get_type_hints(kind)
        shared[name] = {
            "type": "object",
            "description": str(getattr(kind, "__doc__", "")),
            "properties": {
                key: _typed(inner, key, shared) | {"description": _MEANINGS[name][key]} for key, inner in keys.items()
            },
            "required": list(keys),
        }
    return {"$ref": f"#/$defs/{name}"}


def _question(field: Field) -> Schema:
    """One field of a query."""
    about: Schema = {"description": field.legend}
    if field.default:
        about["default"] = field.default
    if field.kind == "number":
        kind = "integer" if field.whole else "number"
        return about | {"type": kind, "minimum": field.low, "maximum": field.high}
    if field.kind == "slots":
        return about | {"type": "array", "items": {"type": "string", "description": field.hint}}
    single: Schema = {"type": "string", "enum": [choice.value for choice in field.choices]}
    many: Schema = {"type": "array", "items": single, "uniqueItems": True}
    return about | (many if field.kind == "multi_choice" else single)


def _query(fields: Iterable[Field]) -> Schema:
    """The fields of a query, none of which has to be given."""
    choice: Schema = {
        "description": "The session to take instead of the first",
        "type": "string",
        "enum": list(_VALUES["modality"]),
    }
    properties: Schema = {field.name: _question(field) for field in fields}
    properties["choice"] = choice
    return {"type": "object", "properties": properties, "additionalProperties": False}


def schema() -> Schema:
    """The whole schema: an answer, a week or problems; its definitions hold the questions too."""
    shared: Schema = {}
    answers = [_typed(kind, "", shared) for kind in (Answer, Week)]
    problem: Schema = {key: {"description": _MEANINGS["Problem"][key], "type": "string"} for key in Problem._fields}
    shared["Problem"] = {
        "type": "object",
        "description": str(Problem.__doc__),
        "properties": problem,
        "required": list(problem),
    }
    shared["Problems"] = {
        "type": "object",
        "description": "What is printed instead of an answer where something cannot be used.",
        "properties": {
            "problems": {
                "description": _MEANINGS["Problems"]["problems"],
                "type": "array",
                "items": {"$ref": "#/$defs/Problem"},
            }
        },
        "required": ["problems"],
    }
    shared |= {"Query": _query(FIELDS), "WeekQuery": _query((*FIELDS, *WEEK_FIELDS))}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Cardio after leg day",
        "version": VERSION,
        "anyOf": [*answers, {"$ref": "#/$defs/Problems"}],
        "$defs": shared,
    }
