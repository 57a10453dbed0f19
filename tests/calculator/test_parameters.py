"""How a parameter is printed with its unit."""

from __future__ import annotations

import pytest

from calculator.data.parameters import Span
from calculator.model import Parameter


@pytest.mark.parametrize(
    ("value", "unit", "read"),
    [
        (3, "days", "3 days"),
        (1, "days", "1 day"),
        (1, "h", "1 h"),
        (1, "of 10", "1 of 10"),
        (40, "%", "40%"),
        (2, "", "2"),
    ],
)
def test_number_with_unit_singular_and_plural(value: float, unit: str, read: str) -> None:
    assert str(Parameter(value, unit, "a number of the guidance")) == read


def test_a_range_without_a_unit_ends_with_its_number() -> None:
    assert (str(Span(1, 2, "", "")), str(Span(1, 2, "h", ""))) == ("1\u20132", "1\u20132 h")
