"""A macro for the tables of keys that programs send and receive, made from the published JSON Schema."""

from __future__ import annotations

from typing import cast

from calculator.json_schema import VERSION, Json, Schema, schema

__all__ = ["json_schema_tables", "json_schema_version"]

_FIRST = ("Answer", "Week", "Problems", "Query", "WeekQuery")  # the others follow in the order of the schema
_QUERIES = {
    "Query": "What you may ask. You may leave out every key.",
    "WeekQuery": "What you may ask for a week, beside the keys of Query.",
}
_REFERENCE = "#/$defs/"


def json_schema_version(_base: str) -> str:
    """The version of the schema."""
    return str(VERSION)


def json_schema_tables(_base: str) -> str:
    """A table in Markdown for every object of the schema: key, type, meaning."""
    definitions = cast("dict[str, Schema]", schema()["$defs"])
    today = cast("Schema", definitions["Query"]["properties"])
    tables = []
    for name in (*_FIRST, *(name for name in definitions if name not in _FIRST)):
        properties = cast("dict[str, Schema]", definitions[name]["properties"])
        own = {key: rule for key, rule in properties.items() if name != "WeekQuery" or key not in today}
        tables.append(_table(name, str(definitions[name].get("description", "")), own))
    return "\n\n".join(tables)


def _table(name: str, about: str, properties: dict[str, Schema]) -> str:
    """One object: its heading, what it is, its keys."""
    about = _QUERIES.get(name, about)
    rows = [f"| `{key}` | {_type(rule)} | {_meaning(rule)} |" for key, rule in properties.items()]
    heading = f"### {name} {{ #schema-{name.lower()} }}"
    return "\n".join(
        (
            heading,
            "",
            *([" ".join(about.split()), ""] if about else []),
            "| Key | Type | Meaning |",
            "|---|---|---|",
            *rows,
        )
    )


def _type(rule: Schema) -> str:
    """The type of a value, with a link where it is an object of its own."""
    if "$ref" in rule:
        name = str(rule["$ref"]).removeprefix(_REFERENCE)
        return f"[{name}](#schema-{name.lower()})"
    if "anyOf" in rule:
        return " or ".join(_type(cast("Schema", item)) for item in cast("list[Json]", rule["anyOf"]))
    if rule["type"] == "array":
        return f"array of {_type(cast('Schema', rule['items']))}"
    bounds = f" {rule['minimum']:g} to {rule['maximum']:g}" if "minimum" in rule else ""
    return f"{rule['type']}{bounds}"


def _meaning(rule: Schema) -> str:
    """What a value means, what it may be, and what is assumed without it."""
    kinds = [rule, cast("Schema", rule.get("items", {})), *cast("list[Schema]", rule.get("anyOf", []))]
    values = next((cast("list[Json]", kind["enum"]) for kind in kinds if "enum" in kind), [])
    listed = f" One of {', '.join(f'`{value}`' for value in values)}." if values else ""
    assumed = f" Without it `{rule['default']}`." if "default" in rule else ""
    text = str(rule.get("description", ""))
    return f"{text if text.endswith(('.', '?')) else f'{text}.'}{listed}{assumed}"
