"""Heart-rate ranges worked out by hand, and readers who get none."""

from __future__ import annotations

import pytest

from calculator.data.parameters import HR_ERROR, KARVONEN_RESTING
from calculator.data.sentences import say
from calculator.form.parse import parse
from calculator.scales import Intensity
from calculator.session import heart_rate
from tests.support.sentence_catalogue import ids

MODERATE, LIGHT = Intensity.MODERATE, Intensity.LIGHT


def test_the_worked_example_of_the_reserve_method() -> None:
    """Age 35, resting 60: maximum 183.5, reserve 123.5; 40-59% is 109-133, 30-39% is 97-108."""
    s = parse("age=35&resting_hr=60")
    assert heart_rate.maximum(s) == pytest.approx(183.5)
    assert heart_rate.band(s, MODERATE) == (109, 133)
    assert heart_rate.band(s, LIGHT) == (97, 108)


def test_the_same_reader_by_share_of_maximum() -> None:
    """64-76% of maximum is 117-139 for the same reader."""
    assert heart_rate.band(parse("age=35"), MODERATE) == (117, 139)


@pytest.mark.parametrize(
    ("reader_answers", "top"),
    [
        ("age=40", 180), ("age=40&sex=m", 180), ("age=40&sex=f", 170.8), ("age=40&sex=f&max_hr=191", 191),
        ("age=40&max_hr=191", 191), ("age=18", 195.4), ("age=17", None), ("age=17&max_hr=200", None),
        ("max_hr=191", None), ("", None),
    ],
)  # fmt: skip
def test_a_measured_maximum_comes_first_then_age(reader_answers: str, top: float | None) -> None:
    """Tanaka 208 - 0.7 x age, Gulati 206 - 0.88 x age for women."""
    result = heart_rate.maximum(parse(reader_answers))
    assert result == (None if top is None else pytest.approx(top))
    assert isinstance(result, float | None)


@pytest.mark.parametrize(
    ("reader_answers", "rest"),
    [("resting_hr=61&usual_resting_hr=50", 50), ("usual_resting_hr=50", 50), ("resting_hr=61", 61), ("", None)],
)
def test_a_day_of_strain_does_not_raise_the_ranges(reader_answers: str, rest: int | None) -> None:
    """Strain raises the rate at rest, so the usual rate comes before today's."""
    assert heart_rate.resting(parse(reader_answers)) == rest


@pytest.mark.parametrize(
    ("reader_answers", "shown"),
    [
        ("age=35&resting_hr=35", True), ("age=35&resting_hr=34", False), ("age=35&resting_hr=110", True),
        ("age=35&resting_hr=111", False), ("age=35&resting_hr=60&max_hr=100", True), ("age=35&resting_hr=61&max_hr=100", False),
        ("age=17&resting_hr=60", False), ("resting_hr=60", False),
    ],
)  # fmt: skip
def test_no_range_is_shown_where_none_is_honest(reader_answers: str, shown: bool) -> None:  # noqa: FBT001 - a column
    """Resting rates of 35 to 110 for Karvonen, otherwise effort alone."""
    s = parse(reader_answers)
    assert [heart_rate.band(s, band) is not None for band in Intensity] == [shown] * 5
    found = ids(heart_rate.method(s)) or ()
    assert (found in {("heart-rate.resting",), ("heart-rate.mismatch",)}) == (not shown and "age=35" in reader_answers)


def test_a_measured_maximum_without_an_age_asks_for_the_age() -> None:
    assert heart_rate.method(parse("max_hr=190")) == say("heart-rate.age")


def test_all_five_bands_of_a_measured_maximum() -> None:
    s = parse("age=30&max_hr=200&resting_hr=50")
    assert [heart_rate.band(s, band) for band in Intensity] == [(80, 94), (95, 108), (110, 138), (140, 184), (185, 200)]
    without = parse("age=30&max_hr=200")
    assert [heart_rate.band(without, band) for band in Intensity] == [
        (100, 112), (114, 126), (128, 152), (154, 190), (192, 200),
    ]  # fmt: skip


def test_a_band_ends_below_the_next_one_even_when_rounding_meets() -> None:
    s = parse("age=35&resting_hr=100&max_hr=140")
    bands = [heart_rate.band(s, band) for band in Intensity]
    assert bands == [(108, 111), (112, 115), (116, 123), (124, 135), (136, 140)]


@pytest.mark.parametrize(
    ("reader_answers", "text"),
    [
        ("age=35", say("heart-rate.tanaka.maximum", error=HR_ERROR)),
        (
            "age=35&sex=f&resting_hr=60",
            say("heart-rate.gulati.reserve", error=HR_ERROR),
        ),
        ("age=35&max_hr=190", say("heart-rate.measured.maximum")),
        (
            "age=35&max_hr=190&usual_resting_hr=60",
            say("heart-rate.measured.reserve"),
        ),
        ("", ""),
    ],
)  # fmt: skip
def test_the_method_is_named_with_its_error(reader_answers: str, text: str) -> None:
    """One reader in three is off by more than 10 bpm."""
    assert heart_rate.method(parse(reader_answers)) == text


def test_a_resting_rate_outside_the_method_is_said_to_be() -> None:
    text = say("heart-rate.resting", range=KARVONEN_RESTING)
    assert heart_rate.method(parse("age=40&resting_hr=34")) == heart_rate.method(parse("age=40&resting_hr=111")) == text


def test_heart_rates_that_do_not_fit_are_said_to() -> None:
    text = say("heart-rate.mismatch")
    assert heart_rate.method(parse("age=40&resting_hr=110&max_hr=120")) == text
