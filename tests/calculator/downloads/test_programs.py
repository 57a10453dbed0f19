"""The ways of a file into a program."""

from __future__ import annotations

from calculator.data.modalities import BIKES, MODALITIES
from calculator.downloads.programs import IMPORT_ROUTES, import_routes
from calculator.downloads.registry import DOWNLOAD_FORMATS_BY_SLUG


def test_every_format_has_a_route_for_every_kind() -> None:
    assert {route.format for route in IMPORT_ROUTES} == set(DOWNLOAD_FORMATS_BY_SLUG) - {"text"}
    for format in {route.format for route in IMPORT_ROUTES}:
        for mode in MODALITIES:
            assert import_routes(format, mode.slug)


def test_a_route_is_a_sentence_about_kinds_of_cardio_that_exist() -> None:
    slugs = {mode.slug for mode in MODALITIES}
    for route in IMPORT_ROUTES:
        assert route.how.endswith(".")
        assert route.how[0].islower()
        assert route.modalities <= slugs


def test_the_web_import_of_garmin_is_said_to_refuse_workouts() -> None:
    (garmin,) = [route for route in IMPORT_ROUTES if route.program == "Garmin"]
    assert "Garmin Connect on the web refuses workout files" in garmin.how


def test_a_bike_computer_is_named_for_rides_alone() -> None:
    for mode in MODALITIES:
        assert ("Wahoo" in {route.program for route in import_routes("fit", mode.slug)}) is (mode.slug in BIKES)
