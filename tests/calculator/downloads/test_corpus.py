"""Every kind of cardio on awkward nights, read by every reader: a sample each day, all of it each night."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import pytest

from tests.support import download_corpus as corpus

if TYPE_CHECKING:
    from pathlib import Path

WITH_ICAL_JS = corpus.ICAL_JS.exists()
READERS = {"icalendar", "garmin_sdk", "fitdecode", "tcx", "zwift", "golden_cheetah", "UTF-8"}


def test_a_sample_of_the_corpus_is_read_by_all(tmp_path: Path) -> None:
    """Each kind of cardio once, with another start for each; and every week."""
    chosen: list[corpus.Sample] = []
    for number, result in enumerate(corpus.answers()):
        chosen += corpus.samples([result], [corpus.STARTS[number % len(corpus.STARTS)]])
    files = [
        sample._replace(name=f"{number:04}-{sample.name}") for number, sample in enumerate([*chosen, *corpus.weeks()])
    ]
    read, wrong = corpus.check(files, tmp_path, with_ical_js=WITH_ICAL_JS)
    assert wrong == []
    assert set(read) - {"ical.js"} == READERS
    assert min(read.values()) > 0


def test_a_damaged_file_is_reported(tmp_path: Path) -> None:
    result = islice(corpus.answers(), 1)
    files = [sample._replace(content=sample.content[:-40]) for sample in corpus.samples(result, ["2026-11-23T18:00Z"])]
    _, wrong = corpus.check(files, tmp_path, with_ical_js=False)
    assert {line.split("-")[2] for line in wrong} == {"ics", "reminder", "fit", "tcx", "text"}


@pytest.mark.slow
def test_the_whole_corpus_is_read_by_all(tmp_path: Path) -> None:
    printed: list[str] = []
    assert corpus.main([str(tmp_path)], printed.append) == 0, "\n".join(printed[-20:])
