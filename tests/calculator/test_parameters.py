"""How a parameter is printed with its unit."""

from __future__ import annotations

import pytest

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
def test_a_number_reads_well_with_its_unit_even_when_it_becomes_one(value: float, unit: str, read: str) -> None:
    assert str(Parameter(value, unit, "a number of the guidance")) == read
