"""Calendar files, read by the icalendar library."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculator.answer.builder import answer
from calculator.data.modalities import MODALITIES
from calculator.downloads import ics
from calculator.downloads.registry import DownloadUnavailable, build_download, build_week_download
from calculator.schema import Answer
from calculator.week.answer import plan_week
from tests.support.sample_sessions import START, STEADY, answers


def events(content: bytes) -> list[icalendar.Event]:
    """Every event, with all of RFC 5545 that the reader checks."""
    calendar = icalendar.Calendar.from_ical(content)
    assert isinstance(calendar, icalendar.Calendar)
    assert not calendar.errors
    assert (calendar["VERSION"], calendar["CALSCALE"]) == ("2.0", "GREGORIAN")
    results = list(calendar.events)
    assert all(not event.errors for event in results)
    return results


def begins(event: icalendar.Event) -> datetime:
    """When an event begins: never a whole day."""
    assert isinstance(event.start, datetime)
    return event.start


def both(query: str, start: str = START) -> tuple[icalendar.Event, icalendar.Event]:
    """The session and the reminder: each is the only event of its file."""
    (session,) = events(build_download("ics", answer(query), 0, start).content)
    (again,) = events(build_download("reminder", answer(query), 0, start).content)
    return session, again


@settings(max_examples=settings().max_examples // 4)
@given(answers)
def test_every_session_is_a_calendar_that_others_read(result: Answer) -> None:
    for index, option in enumerate(result["options"]):
        content = build_download("ics", result, index, START).content
        (session,) = events(content)
        (again,) = events(build_download("reminder", result, index, START).content)
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
    assert b"DTSTART:20261123T180000\r\n" in build_download("ics", answer(STEADY), 0, START).content


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
    query = "hours_since_legs=24&soreness=5&running_experience=regular&lifting_experience=advanced"
    timeline = answer(query)["timeline"]
    wait = next(step["from_hours"] for step in timeline if step["impact"] != timeline[0]["impact"]) - 24
    session, again = both(query, "2026-11-23T10:00Z")
    assert again.start - session.start == timedelta(hours=wait)
    assert "moderate impact opens" in str(again["DESCRIPTION"])


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
    results = [
        str(event["UID"])
        for query, index, start in asked
        for slug in ("ics", "reminder")
        for event in events(build_download(slug, answer(query), index, start).content)
        if slug == "ics" or (query, index) == (STEADY, 0)
    ]
    assert len(set(results)) == len(results)


@pytest.mark.parametrize(
    "health", ["conditions=pregnant", "conditions=type_1_diabetes&medicines=insulin", "medicines=beta_blocker"]
)
def test_a_calendar_holds_no_health_answer(health: str) -> None:
    private = f"{health}&age=31&weight_kg=83&resting_hr=61"
    text = build_download("ics", answer(private), 0, START).content.decode().replace("\r\n ", "").lower()
    shown = text.split("description", 1)[1].split("uid:")[0]
    assert not [word for word in ("pregnan", "diabet", "insulin", "blocker", "83", "61") if word in shown]


def test_a_calendar_without_a_start_is_refused() -> None:
    with pytest.raises(DownloadUnavailable, match="Say when you start"):
        build_download("ics", answer(STEADY), 0)


def test_a_week_becomes_one_event_a_session() -> None:
    week = plan_week("week_legs=mon-18&week_legs=thu-18&week_rest=sun&week_key=sat-10:walk_brisk")
    made = build_week_download(week, "2026-11-25")
    read = events(made.content)
    planned = [(day["hour"], day["option"]["name"]) for day in week["days"] if day["option"]]
    assert made.name == "cardio-week-2026-11-23.ics"
    assert [(begins(event).hour, str(event["SUMMARY"]).split(",")[0]) for event in read] == [
        (hour, name.split(",")[0]) for hour, name in planned
    ]
    days = [number for number, day in enumerate(week["days"]) if day["option"]]
    assert [begins(event).date().isoformat() for event in read] == [f"2026-11-{23 + day}" for day in days]
    assert len({str(event["UID"]) for event in read}) == len(read)


ESCAPED = st.text(
    alphabet=st.sampled_from("\\;,\nab \u00e9\u20ac\U0001f9b5") | st.characters(exclude_categories=("Cc", "Cs"))
)


@given(ESCAPED, ESCAPED)
def test_no_line_ends_inside_an_escape_whatever_the_text(summary: str, description: str) -> None:
    event = ics._event(datetime(2026, 11, 23, 18), 30, summary, description, reminder=0, busy=True)  # noqa: DTZ001
    content = ics._calendar([event], "2026.11.0").decode()
    lines = content.split("\r\n")
    assert not [line for line in lines if (len(line) - len(line.rstrip("\\"))) % 2]
    assert max(len(line.encode()) for line in lines) <= 75
    assert f"DESCRIPTION:{ics._escaped(description)}\r\n" in content.replace("\r\n ", "")


@pytest.mark.parametrize("choice", [mode.slug for mode in MODALITIES])
def test_no_line_of_any_session_ends_inside_an_escape(choice: str) -> None:
    result = answer(f"age=40&choice={choice}")
    result["options"][0]["modality"] = choice
    for name in ("ics", "reminder"):
        for line in build_download(name, result, 0, START).content.split(b"\r\n"):
            assert (len(line) - len(line.rstrip(b"\\"))) % 2 == 0


def test_a_start_with_an_offset_is_written_in_utc() -> None:
    session, again = both(STEADY, START + "+01:00")
    assert session.start == datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
    assert b"DTSTART:20261123T170000Z\r\n" in build_download("ics", answer(STEADY), 0, START + "+01:00").content
    assert begins(again).tzinfo is not None
    assert build_download("ics", answer(STEADY), 0, START + "+01:00").name.endswith("2026-11-23.ics")


def test_uid_does_not_depend_on_time_format() -> None:
    """A calendar that imports the session twice shows it once."""
    contents = {
        build_download("ics", answer(STEADY), 0, start).content for start in (START + "+01:00", "2026-11-23T17:00Z")
    }
    assert len(contents) == 1


@pytest.mark.parametrize(
    ("start", "hour", "day"),
    [
        ("2026-11-23T23:30+05:30", 8, 25),
        ("2026-11-23T05:00-08:00", 8, 24),
        ("2026-11-23T20:00-08:00", 20, 24),
        ("2026-11-23T21:30-08:00", 8, 25),
    ],
)
def test_the_reader_s_night_is_that_of_the_offset(start: str, hour: int, day: int) -> None:
    _, again = both("", start)
    local = begins(again).astimezone(datetime.fromisoformat(start).tzinfo)
    assert (local.day, local.hour) == (day, hour)


ZONES = sorted(
    zone
    for zone in available_timezones()
    if "/" in zone and not zone.startswith(("Etc/", "posix/", "right/", "SystemV/"))
)


def zoned(local: datetime, zone: ZoneInfo) -> str:
    """A time as the page writes it: with the offset that a browser uses, also where the clock skips that time."""
    instant = local.replace(tzinfo=zone).astimezone(UTC)
    ahead = local.replace(tzinfo=UTC) - instant
    sign, minutes = ("-" if ahead < timedelta(0) else "+"), abs(ahead) // timedelta(minutes=1)
    return f"{local:%Y-%m-%dT%H:%M}{sign}{minutes // 60:02}:{minutes % 60:02}"


@given(st.sampled_from(ZONES), st.datetimes(datetime(2024, 1, 1), datetime(2040, 12, 31)))  # noqa: DTZ001
def test_event_ends_after_start_and_no_alarm_at_night(name: str, local: datetime) -> None:
    zone = ZoneInfo(name)
    session, again = both(STEADY, zoned(local.replace(second=0, microsecond=0, fold=0), zone))
    assert begins(session) < session.end
    assert 6 <= begins(again).astimezone(zone).hour < 22
    if name != "Antarctica/Troll":  # its clocks change by two hours
        assert begins(again).astimezone(zone).hour >= 7


@pytest.mark.parametrize("local", [datetime(2027, 3, 28, 2, 30), datetime(2026, 10, 25, 2, 30)])  # noqa: DTZ001
def test_session_length_across_clock_change(local: datetime) -> None:
    session, _ = both(STEADY, zoned(local, ZoneInfo("Europe/Berlin")))
    assert session.end - session.start == both(STEADY)[0].end - both(STEADY)[0].start


def hourly(date: datetime, zone: ZoneInfo) -> str:
    """The offsets that a page brings with a week: every hour from six days before the date to the end of the sixth after it."""
    hours = [date + timedelta(days=-6, hours=hour) for hour in range(13 * 24)]
    ahead = [hour.replace(tzinfo=UTC) - hour.replace(tzinfo=zone).astimezone(UTC) for hour in hours]
    return ",".join(str(item // timedelta(minutes=1)) for item in ahead)


@given(st.sampled_from(ZONES), st.dates(date(2024, 1, 1), date(2040, 12, 31)))
def test_a_week_keeps_its_hours_on_the_reader_s_clock(name: str, chosen: date) -> None:
    zone, day = ZoneInfo(name), datetime(chosen.year, chosen.month, chosen.day)  # noqa: DTZ001
    week = plan_week("week_legs=mon-18&week_legs=thu-18&week_rest=sat")
    read = events(build_week_download(week, f"{chosen}", hourly(day, zone)).content)
    monday = day - timedelta(days=day.weekday())
    planned = [
        (monday + timedelta(days=number, hours=day["hour"] or 0)).isoformat()
        for number, day in enumerate(week["days"])
        if day["option"]
    ]
    assert [begins(event).astimezone(zone).replace(tzinfo=None).isoformat() for event in read] == planned
    assert all(begins(event).tzinfo and begins(event) < event.end for event in read)


@pytest.mark.parametrize(
    "offsets", ["60", "x", ",".join(["60"] * 311), ",".join(["1440"] * 312), ",".join(["60"] * 313)]
)
def test_a_week_with_offsets_that_are_none_says_so(offsets: str) -> None:
    with pytest.raises(DownloadUnavailable, match="offset from UTC of every hour"):
        build_week_download(plan_week("week_legs=mon-18"), "2026-11-25", offsets)


@pytest.mark.parametrize(
    ("start", "again"),
    [
        ("2026-11-23T22:30:15", datetime(2026, 11, 25, 7)),  # noqa: DTZ001 - the reader's own time
        ("2026-11-23T21:59", datetime(2026, 11, 24, 21, 59)),  # noqa: DTZ001
        ("2026-11-23T06:59:59", datetime(2026, 11, 24, 7)),  # noqa: DTZ001
        ("2026-11-23T23:59", datetime(2026, 11, 25, 7)),  # noqa: DTZ001
        ("2026-11-23T07:15", datetime(2026, 11, 24, 7, 15)),  # noqa: DTZ001
    ],
)
def test_reminder_at_night_comes_at_seven(start: str, again: datetime) -> None:
    assert f"DTSTART:{again:%Y%m%dT%H%M%S}\r\n" in build_download("reminder", answer(""), 0, start).content.decode()
