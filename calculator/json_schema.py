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
    "outcome": [one.slug for one in Outcome],
    "impact": [one.slug for one in Impact],
    "intensity": [one.slug for one in Intensity],
    "leg_intensity": [one.slug for one in Intensity],
    "modality": [mode.slug for mode in MODALITIES],
}


def _typed(kind: object, key: str, shared: Schema) -> Schema:
    """The schema of one type; what is a dictionary of its own goes to the shared definitions."""
    if is_typeddict(kind):
        return _dictionary(kind, shared)
    if get_origin(kind) is list:
        return {"type": "array", "items": _typed(get_args(kind)[0], key, shared)}
    if get_origin(kind) is types.UnionType:
        return {"anyOf": [_typed(one, key, shared) for one in get_args(kind)]}
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
            "properties": {key: _typed(inner, key, shared) for key, inner in keys.items()},
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
    one: Schema = {"type": "string", "enum": [choice.value for choice in field.choices]}
    many: Schema = {"type": "array", "items": one, "uniqueItems": True}
    return about | (many if field.kind == "multi_choice" else one)


def _query(fields: Iterable[Field]) -> Schema:
    """The fields of a query, none of which has to be given."""
    choice: Schema = {"type": "string", "enum": list(_VALUES["modality"])}
    properties: Schema = {field.name: _question(field) for field in fields}
    properties["choice"] = choice
    return {"type": "object", "properties": properties, "additionalProperties": False}


def schema() -> Schema:
    """The whole schema: an answer, a week or problems; its definitions hold the questions too."""
    shared: Schema = {}
    answers = [_typed(kind, "", shared) for kind in (Answer, Week)]
    text: Schema = {"type": "string"}
    problem: Schema = dict.fromkeys(Problem._fields, text)
    shared["Problem"] = {"type": "object", "properties": problem, "required": list(problem)}
    shared["Problems"] = {
        "type": "object",
        "properties": {"problems": {"type": "array", "items": {"$ref": "#/$defs/Problem"}}},
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
