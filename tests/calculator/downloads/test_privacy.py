"""What files reveal: the session that they show, and nothing about the reader's health.

A file is made of the session and its start alone, so no amount of guessing leads from its bytes to the answers.
"""

from __future__ import annotations

from hashlib import md5, sha1, sha256
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculator.answer.builder import answer, answer_for
from calculator.downloads.registry import (
    DOWNLOAD_FORMATS,
    DownloadUnavailable,
    build_download,
    build_week_download,
    unavailable_reason,
)
from calculator.form.fields import FIELDS
from calculator.model import Situation
from calculator.schema import Answer
from calculator.week.answer import plan_week
from tests.support.sample_sessions import START, STEADY, answers
from tests.support.strategies import situations

FORMATS = tuple(format.slug for format in DOWNLOAD_FORMATS)
SESSION_FILES = tuple(slug for slug in FORMATS if slug != "reminder")
BODY = tuple(field.name for field in FIELDS if field.group in {"you", "health"} and field.name != "activities")
HEALTH = [
    "&".join(filter(None, (age, condition, medicine)))
    for age, condition, medicine in product(
        ("", *(f"age={age}" for age in range(18, 90))),
        ("", "conditions=knee_pain", "conditions=type_2_diabetes", "conditions=obesity", "conditions=osteoporosis"),
        ("", "medicines=beta_blocker", "medicines=statin", "medicines=insulin", "medicines=sulfonylurea"),
    )
]
START_MOMENTS = (START, "2026-11-23T17:00Z")


def download(slug: str, result: Answer, index: int) -> object:
    """A file, or the sentence that says why there is none."""
    try:
        return build_download(slug, result, index, START)
    except DownloadUnavailable as unavailable:
        return unavailable.reason


@given(answers, situations, st.sampled_from(SESSION_FILES))
def test_a_file_depends_on_nothing_but_the_session_it_shows(result: Answer, other: object, slug: str) -> None:
    """Everything in the answer that tells of the reader is exchanged for another reader's; the bytes stay."""
    stranger = answer_for(other)  # type: ignore[arg-type]
    swapped: Answer = {**stranger, "options": result["options"], "outcome": result["outcome"]}
    for index in range(len(result["options"])):
        assert download(slug, result, index) == download(slug, swapped, index)


def with_body_of(s: Situation, other: Situation) -> Situation:
    """The same legs and plan, with another reader's body and health."""
    return s._replace(**{name: getattr(other, name) for name in BODY})


@settings(max_examples=settings().max_examples // 4)
@given(situations, situations)
def test_downloads_do_not_depend_on_body_or_health(s: Situation, other: Situation) -> None:
    """Where both get the same session, all its files are the same; the reminder is the same whatever the session is."""
    first, second = answer_for(s), answer_for(with_body_of(s, other))
    if not (has_session(first) and has_session(second)):
        return
    assert build_download("reminder", first, 0, START).content == build_download("reminder", second, 0, START).content
    for index, option in enumerate(first["options"]):
        for place, twin in enumerate(second["options"]):
            if make_text(option) == make_text(twin) and first["outcome"] == second["outcome"]:
                for slug in FORMATS:
                    assert download(slug, first, index) == download(slug, second, place)


def has_session(result: Answer) -> bool:
    """Whether there is a session to take along."""
    return not unavailable_reason("ics", result, 0)


@pytest.mark.parametrize("slug", FORMATS)
def test_readers_who_differ_in_health_alone_get_the_same_bytes(slug: str) -> None:
    """Readers who get the same session get the same file, whatever else differs between them."""
    shown: dict[str, set[object]] = {}
    for health in HEALTH[::7]:
        result = answer(f"hours_since_legs=24&soreness=3&equipment=bike_upright&{health}")
        for index in range(len(result["options"])):
            text = build_download("text", result, index, START).content.decode()
            shown.setdefault(text, set()).add(download(slug, result, index))
    assert len(shown) < len(HEALTH[::7])
    assert {len(files) for files in shown.values()} == {1}


def identifiers(content: bytes) -> str:
    """Every UID of a calendar."""
    return "\n".join(line for line in content.decode().split("\r\n") if line.startswith("UID:"))


def test_the_answers_cannot_be_guessed_from_an_identifier() -> None:
    """An attacker who has the file tries each likely reader with each usual hash, and finds none of them."""
    for health in ("age=52&conditions=type_2_diabetes&medicines=insulin", "age=31&medicines=statin"):
        result = answer(f"{STEADY}&{health}".replace("&age=40", ""))
        option = result["options"][0]
        uids = identifiers(build_download("ics", result, 0, START).content)
        serial = build_download("fit", result, 0, START).content.hex()
        asked = {answer(f"{STEADY.replace('&age=40', '')}&{guess}")["query"] for guess in HEALTH[::50]}
        for query, start, hashed in product({result["query"], *asked}, (START, ""), (md5, sha1, sha256)):
            for text in (
                query,
                f"{query}\n{option['modality']}\n{start}",
                f"{query}{option['modality']}{start}",
                f"{query}\n{start}",
            ):
                guess = hashed(text.encode()).hexdigest()
                assert guess[:32] not in uids
                assert bytes.fromhex(guess[:8])[::-1].hex() not in serial


def test_the_same_session_and_moment_have_the_same_identifier() -> None:
    first, second = answer("equipment=bike_upright"), answer("equipment=bike_upright&medicines=statin")
    assert first["query"] != second["query"]
    index = next(i for i, option in enumerate(second["options"]) if option in first["options"])
    same = first["options"].index(second["options"][index])
    assert identifiers(build_download("ics", first, same, START).content) == identifiers(
        build_download("ics", second, index, START).content
    )


def test_weeks_that_show_the_same_sessions_are_the_same_file() -> None:
    plain = "week_legs=mon-18&week_legs=thu-18&week_rest=sun"
    shown: dict[str, set[bytes]] = {}
    for health in (
        "",
        "medicines=statin",
        "age=30",
        "age=31",
        "sex=f",
        "weight_kg=80",
        "conditions=knee_pain",
        "cleared=yes",
    ):
        week = plan_week(f"{plain}&{health}")
        sessions = str(
            [(day["hour"], day["outcome"], day["option"] and make_text(day["option"])) for day in week["days"]]
        )
        shown.setdefault(sessions, set()).add(build_week_download(week, "2026-11-25").content)
    assert len(shown) < 8
    assert {len(files) for files in shown.values()} == {1}


def make_text(option: object) -> str:
    """What a file shows of one option."""
    hidden = {"kcal", "met", "because", "heart_rate_note", "equipment"}
    return str({name: value for name, value in option.items() if name not in hidden})  # type: ignore[attr-defined]
