"""Collect every sentence that the calculator writes for the readers of the cases and of the rules' rows, each with its source.

A line reads `id: sentence`, where the id is that of the rule or advisory that wrote it, else the path of the sentence in
the answer (`headline`, `options.feel`). The job that updates the golden files rewrites the list, so a diff shows which
rule changed its wording.
"""

from __future__ import annotations

from collections.abc import Iterator

from calculator.answer.builder import answer
from calculator.assessment.engine import assess
from calculator.form.parse import parse
from calculator.rules.advisories import AIDS, SIGNS, WARNINGS
from calculator.schema import Answer
from tests.calculator.rules.test_rules import ROWS, TAKES, reader
from tests.calculator.test_reader_cases import CASES, STORIES
from tests.support.paths import GOLDEN

__all__ = ["SENTENCES", "readers", "sentences", "sentences_of"]

SENTENCES = GOLDEN / "sentences.txt"

KIT = "&".join(
    f"equipment={kit}"
    for kit in (
        "treadmill", "bike_upright", "bike_recumbent", "air_bike", "elliptical", "rower", "ski_erg", "stair_climber", "pool",
        "arm_ergometer", "jump_rope", "battle_ropes", "skates", "skis", "hill", "track",
    )
)  # fmt: skip
ALL_KIT = (
    "",
    "goal=general_health",
    "goal=recovery",
    "goal=fat_loss",
    "goal=muscle_strength",
    "goal=speed_power",
    "soreness=4",
)


def readers() -> Iterator[str]:
    """The queries of all readers."""
    yield from (case["query"] for case in (*CASES, *STORIES))
    yield from (reader(changes) for row in ROWS for changes in (*row.speaks, *row.silent))
    yield from (reader(row[0]) for row in TAKES)
    yield from (
        f"{reader(changes)}&{KIT}&age=40&weight_kg=70&minutes=60".replace("&minutes=60", "", 1) for changes in ALL_KIT
    )


def _sources(query: str) -> dict[str, str]:
    """Every sentence of the rules and advisories that apply to a query, with the id that wrote it."""
    try:
        situation = parse(query)
    except ValueError:
        return {}
    assessment = assess(situation)
    ids: dict[str, str] = {}
    for rule, limit in assessment.findings:
        for text in (limit.reason, limit.action, f"{limit.reason} {limit.action}"):
            ids.setdefault(text, rule.id)
    for advisory in (*WARNINGS, *AIDS, *SIGNS):
        if sentence := advisory.text(situation, assessment):
            ids.setdefault(sentence, advisory.id)
    return ids


def _texts(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every sentence in a part of the answer, with the path of its key."""
    if isinstance(value, str):
        if " " in value:
            yield path, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _texts(part, f"{path}.{key}".lstrip("."))
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part, path)


def sentences_of(query: str, result: Answer) -> Iterator[str]:
    """The lines of one answer."""
    ids = _sources(query)
    for path, text in _texts(result):
        yield f"{ids.get(text, path)}: {text}"
    for option in result["options"]:
        met = option["met"]
        yield f"met: {option['modality']} {option['intensity']} {met['value']:g} MET {met['code']}"
    for entry in (*result["findings"], *result["recovery"]):
        name = entry.get("rule", entry.get("what"))
        yield f"{name}: [{entry['guide']}; {entry['certainty']}; {' '.join(entry['sources'])}]"


def sentences() -> str:
    """All lines, each once, in order."""
    lines = {line for query in dict.fromkeys(readers()) for line in sentences_of(query, answer(query))}
    return "\n".join(sorted(lines)) + "\n"
