"""The tables for programmers and the table of programs."""

from __future__ import annotations

import re

from builder.macros.downloads import download_programs
from builder.macros.json_schema import json_schema_tables, json_schema_version
from calculator.downloads.programs import IMPORT_ROUTES
from calculator.json_schema import VERSION, schema

DEFINITIONS = schema()["$defs"]


def test_schema_tables_list_all_keys() -> None:
    assert isinstance(DEFINITIONS, dict)
    sections = re.split(r"^### ", json_schema_tables("../"), flags=re.MULTILINE)[1:]
    tables = {section.split(" ")[0]: re.findall(r"^\| `(\w+)` ", section, re.MULTILINE) for section in sections}
    expected = {name: list(rule["properties"]) for name, rule in DEFINITIONS.items()}  # type: ignore[index, call-overload, arg-type]
    expected["WeekQuery"] = [key for key in expected["WeekQuery"] if key not in expected["Query"]]
    assert tables == expected


def test_every_link_leads_to_a_table_and_every_row_is_whole() -> None:
    tables = json_schema_tables("../")
    links, headings = set(re.findall(r"\(#([a-z-]+)\)", tables)), set(re.findall(r"{ #([a-z-]+) }", tables))
    assert links <= headings
    rows = [line for line in tables.splitlines() if line.startswith("| `")]
    assert all(re.fullmatch(r"\| `\w+` \| [^|]+ \| [^|]+[.?] \|", row) for row in rows)


def test_schema_lists_values_of_nullable_key() -> None:
    ceilings = json_schema_tables("").split("### Ceilings")[1].split("###")[0]
    assert "| `impact` | string or null | The highest impact. One of `none`, " in ceilings


def test_the_version_is_that_of_the_schema() -> None:
    assert json_schema_version("") == str(VERSION)


def test_the_table_of_programs_names_every_program_once() -> None:
    table = download_programs("../").splitlines()[2:]
    assert [row.split(" | ")[0].removeprefix("| ") for row in table] == [
        route.program for route in IMPORT_ROUTES if route.format != "reminder"
    ]
    assert all(row.endswith(". |") for row in table)
