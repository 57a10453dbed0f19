"""Knows what a calendar must hold, read by a library that this project did not write.

Must never know the lines of the file but their length and their ends.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import icalendar
import pytest
from hypothesis import given, settings

from calculator.files import Refused, make, make_week
from calculator.report import answer
from calculator.shapes import Answer
from calculator.week import week
from tests.calculator.files.sessions import START, STEADY, answers


def events(content: bytes) -> list[icalendar.Event]:
    """Every event, with all of RFC 5545 that the reader checks."""
    calendar = icalendar.Calendar.from_ical(content)
    assert isinstance(calendar, icalendar.Calendar)
    assert not calendar.errors
    assert (calendar["VERSION"], calendar["CALSCALE"]) == ("2.0", "GREGORIAN")
    found = list(calendar.events)
    assert all(not event.errors for event in found)
    return found


def begins(event: icalendar.Event) -> datetime:
    """When an event begins: never a whole day."""
    assert isinstance(event.start, datetime)
    return event.start


def both(query: str, start: str = START) -> tuple[icalendar.Event, icalendar.Event]:
    """The session and the reminder: each is the only event of its file."""
    (session,) = events(make("ics", answer(query), 0, start).content)
    (again,) = events(make("reminder", answer(query), 0, start).content)
    return session, again


@settings(max_examples=settings().max_examples // 4)
@given(answers)
def test_every_session_is_a_calendar_that_others_read(found: Answer) -> None:
    for index, option in enumerate(found["options"]):
        content = make("ics", found, index, START).content
        (session,) = events(content)
        (again,) = events(make("reminder", found, index, START).content)
        whole = sum(phase["minutes"] * phase["repeat"] for phase in option["session"])
        assert timedelta(minutes=whole - 1) < session.end - session.start < timedelta(minutes=whole + 1)
        assert option["name"] in str(session["SUMMARY"])
        assert option["stop"] in str(session["DESCRIPTION"])
        assert again.start > session.start
        assert content.endswith(b"\r\n")
        assert content.count(b"\n") == content.count(b"\r\n")
        assert max(map(len, content.split(b"\r\n"))) <= 75


def test_a_start_without_a_zone_stays_in_the_readers_own_time() -> None:
    session, _ = both(STEADY)
    assert session.start == datetime(2026, 11, 23, 18, 0)  # noqa: DTZ001 - floating is what is asked for
    assert b"DTSTART:20261123T180000\r\n" in make("ics", answer(STEADY), 0, START).content


def test_a_start_in_utc_stays_in_utc() -> None:
    session, again = both(STEADY, START + "Z")
    assert session.start == datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
    assert begins(again).tzinfo is not None


def test_the_stamp_is_the_state_of_the_advice_in_utc() -> None:
    session, _ = both(STEADY)
    assert datetime(2026, 11, 1, tzinfo=UTC) == session.DTSTAMP


def test_a_reminder_comes_half_an_hour_before() -> None:
    session, again = both(STEADY)
    (alarm,) = session.alarms.times
    assert alarm.trigger == session.start - timedelta(minutes=30)
    (later,) = again.alarms.times
    assert later.trigger == again.start


def test_the_reminder_comes_when_more_impact_should_open() -> None:
    """The answer's own words: in about so many hours."""
    query = "hours_since_legs=24&soreness=5&running_experience=regular&lifting_experience=advanced"
    wait = int(answer(query)["next_check"].split()[2])
    session, again = both(query, "2026-11-23T10:00Z")
    assert again.start - session.start == timedelta(hours=wait)
    assert "moderate impact should open" in str(again["DESCRIPTION"])


def test_the_reminder_comes_tomorrow_where_nothing_opens() -> None:
    session, again = both("")
    assert again.start - session.start == timedelta(hours=24)
    assert again["TRANSP"] == "TRANSPARENT"


@pytest.mark.parametrize(
    ("start", "hour", "day"), [("2026-11-23T23:30", 7, 25), ("2026-11-23T05:00", 7, 24), ("2026-11-23T07:00", 7, 24)]
)
def test_nobody_is_asked_again_in_the_night(start: str, hour: int, day: int) -> None:
    _, again = both("", start)
    assert (begins(again).day, begins(again).hour) == (day, hour)


def test_two_sessions_never_share_a_name() -> None:
    asked = [
        (STEADY, 0, START),
        (STEADY, 1, START),
        (STEADY, 0, "2026-11-24T18:00"),
        (STEADY + "&minutes=45", 0, START),
    ]
    found = [
        str(event["UID"])
        for query, index, start in asked
        for slug in ("ics", "reminder")
        for event in events(make(slug, answer(query), index, start).content)
        if slug == "ics" or (query, index) == (STEADY, 0)
    ]
    assert len(set(found)) == len(found)


def test_a_calendar_tells_nothing_of_what_the_reader_told() -> None:
    private = "conditions=pregnant&conditions=type_1_diabetes&medicines=insulin&age=31&weight_kg=83&resting_hr=61"
    text = make("ics", answer(private), 0, START).content.decode().replace("\r\n ", "").lower()
    assert not [
        word
        for word in ("pregnan", "diabet", "insulin", "83", "61")
        if word in text.split("description", 1)[1].split("uid:")[0]
    ]


def test_a_calendar_without_a_start_is_refused() -> None:
    with pytest.raises(Refused, match="Say when you start"):
        make("ics", answer(STEADY), 0)


def test_a_week_becomes_one_event_a_session() -> None:
    found = week("week_legs=mon-18&week_legs=thu-18&week_rest=sun&week_key=sat-10:walk_brisk")
    made = make_week(found, "2026-11-25")
    read = events(made.content)
    planned = [(day["hour"], day["option"]["name"]) for day in found["days"] if day["option"]]
    assert made.name == "cardio-week-2026-11-23.ics"
    assert [(begins(event).hour, str(event["SUMMARY"]).split(",")[0]) for event in read] == [
        (hour, name.split(",")[0]) for hour, name in planned
    ]
    assert [begins(event).date().isoformat() for event in read] == [f"2026-11-{23 + day}" for day in range(5)]
    assert len({str(event["UID"]) for event in read}) == len(read)
