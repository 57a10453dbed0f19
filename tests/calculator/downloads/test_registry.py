"""Which downloads there are, their names, and which answers have none."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.answer.builder import answer, answer_for
from calculator.downloads import registry
from calculator.downloads.registry import (
    DOWNLOAD_FORMATS,
    DownloadUnavailable,
    build_download,
    build_week_download,
    unavailable_reason,
)
from calculator.model import Situation
from calculator.scales import Outcome
from calculator.schema import Answer
from calculator.week.answer import plan_week
from tests.support.sample_sessions import FRESH, START, STEADY, answers
from tests.support.strategies import situations

SLUGS = [format.slug for format in DOWNLOAD_FORMATS]


def reason(*asked: object) -> str:
    with pytest.raises(DownloadUnavailable) as refused:
        build_download(*asked)  # type: ignore[arg-type]
    assert str(refused.value) == refused.value.reason
    return refused.value.reason


@pytest.mark.parametrize("slug", SLUGS)
def test_a_file_has_a_name_a_type_and_bytes(slug: str) -> None:
    result = build_download(slug, answer(STEADY), 0, START)
    assert re.fullmatch(
        rf"[a-z-]+-2026-11-23{registry.DOWNLOAD_FORMATS_BY_SLUG[slug].suffix}\.{registry.DOWNLOAD_FORMATS_BY_SLUG[slug].extension}",
        result.name,
    )
    assert result.media_type == registry.DOWNLOAD_FORMATS_BY_SLUG[slug].media_type
    assert result.content


@given(answers, st.sampled_from(SLUGS), st.sampled_from((START, START + ":30Z", "")))
def test_download_is_deterministic(result: Answer, slug: str, start: str) -> None:
    for index, option in enumerate(result["options"]):
        try:
            first = build_download(slug, result, index, start)
        except DownloadUnavailable:
            assert slug == "zwo" or (slug in {"ics", "reminder"} and not start)
            assert reason(slug, result, index, start).endswith(".")
            continue
        assert first == build_download(slug, result, index, start)
        assert first.name.startswith(option["modality"].replace("_", "-"))


@given(situations, st.sampled_from(SLUGS))
def test_a_stop_leaves_no_file(s: Situation, slug: str) -> None:
    result = answer_for(s)
    if Outcome[result["outcome"].upper()] >= Outcome.OUT_OF_SCOPE_GENERAL_ADVICE or not result["options"]:
        assert result["headline"] in reason(slug, result, 0, START)


@pytest.mark.parametrize(
    "query", ["red_flags=chest_pain", "red_flags=focal_bone_pain", "age=15", "conditions=heart_disease"]
)
def test_download_refusal_repeats_the_answer(query: str) -> None:
    assert answer(query)["headline"] in reason("ics", answer(query), 0, START)


def test_a_session_that_is_not_there_is_refused() -> None:
    result = answer(STEADY)
    said = f"The answer has {len(result['options'])} sessions: choose one of them."
    assert reason("ics", result, 9, START) == said


@pytest.mark.parametrize("query", [STEADY, FRESH, "red_flags=chest_pain", "age=15", "equipment=pool"])
@pytest.mark.parametrize("slug", SLUGS)
def test_unavailable_reason_without_building(slug: str, query: str) -> None:
    result = answer(query)
    for index in range(-1, len(result["options"]) + 1):
        if reader_answers := unavailable_reason(slug, result, index):
            assert reason(slug, result, index, START) == reader_answers
        else:
            assert build_download(slug, result, index, START).content


def test_a_kind_of_file_that_is_not_there_is_refused() -> None:
    assert reason("erg", answer(STEADY), 0, START).endswith("Choose one of ics, reminder, fit, zwo, tcx, text.")


@pytest.mark.parametrize(
    "start",
    [
        "tomorrow",
        "2026-11-23",
        "2026-11-23 18:00",
        "2026-13-01T18:00",
        "1980-01-01T18:00",
        "2026-11-23T25:00",
        "9999-12-31T23:59",
        "2026-11-23T18:00+25:00",
        "2026-11-23T18:00+0100",
    ],
)
@pytest.mark.parametrize("slug", SLUGS)
def test_a_moment_that_is_none_is_refused(slug: str, start: str) -> None:
    assert (
        reason(slug, answer(STEADY), 0, start) == "Say when you start, as a date and a time such as 2026-11-23T18:00."
    )


def test_a_week_without_a_session_is_refused() -> None:
    for query in (
        "red_flags=fever",
        "&".join(f"week_rest={day}" for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")),
    ):
        week = plan_week(query)
        with pytest.raises(DownloadUnavailable) as refused:
            build_week_download(week, "2026-11-25")
        assert week["headline"] in refused.value.reason


def test_a_week_wants_a_date() -> None:
    with pytest.raises(DownloadUnavailable):
        build_week_download(plan_week(""), "soon")


@pytest.mark.parametrize("format", ["ics", "text", "tcx"])
def test_where_rest_is_as_good_every_file_says_so(format: str) -> None:
    tired, rested = (
        "soreness=9&leg_effort=very_hard&novelty=first_time&hours_since_legs=12",
        "soreness=1&leg_effort=light",
    )
    reader_answers = [build_download(format, answer(query), 0, START).content.decode() for query in (tired, rested)]
    assert answer(tired)["outcome"] == "rest_or_walk_only"
    assert ["Rest is as good a choice today." in text.replace("\r\n ", "") for text in reader_answers] == [True, False]


def test_a_calendar_without_a_start_says_what_it_needs() -> None:
    with pytest.raises(DownloadUnavailable) as refused:
        build_download("ics", answer(""), 0)
    assert refused.value.reason == "Say when you start: a calendar needs a date and a time."
