"""How a downloaded session gets into a watch, a bike computer, a training program or a calendar."""

from __future__ import annotations

from typing import NamedTuple

from calculator.data.modalities import BIKES, SLUGS

__all__ = ["IMPORT_ROUTES", "ImportRoute", "import_routes"]

_OPEN = "open the file."
_GOOGLE = "on a computer, choose Settings, then Import & export."
_OUTLOOK = "choose Add calendar, then Upload from file."


class ImportRoute(NamedTuple):
    """One way of a file into one program: the format's slug, the program, what to do, and the kinds of cardio that it takes."""

    format: str
    program: str
    how: str
    modalities: frozenset[str] = SLUGS


IMPORT_ROUTES: tuple[ImportRoute, ...] = (
    ImportRoute("ics", "Apple Calendar", _OPEN),
    ImportRoute("ics", "Google Calendar", _GOOGLE),
    ImportRoute("ics", "Outlook", _OUTLOOK),
    ImportRoute("reminder", "Every calendar", "add it like the session."),
    ImportRoute(
        "fit",
        "Garmin",
        "connect the watch or bike computer by USB and copy the file to GARMIN/NewFiles. Garmin Connect on the web "
        "refuses workout files: its import takes finished activities only.",
    ),
    ImportRoute(
        "fit",
        "Wahoo",
        "allow USB access in the Wahoo app, connect the bike computer by USB, and copy the file to its folder plans.",
        BIKES,
    ),
    ImportRoute(
        "fit",
        "Coros, Polar, Suunto and others",
        "look in the maker's app for an import of .fit workouts. If it has none, type in the steps from the message.",
    ),
    ImportRoute(
        "zwo",
        "Zwift",
        "copy the file to Documents/Zwift/Workouts, into the folder with your number, then start Zwift again.",
    ),
    ImportRoute("tcx", "Older Garmin programs", "import it where .fit files are refused."),
)
"""Every route, in the order in which readers see it. Nothing here is advice."""


def import_routes(format: str, modality: str) -> list[ImportRoute]:
    """The programs that take a session of this kind in this format."""
    return [route for route in IMPORT_ROUTES if route.format == format and modality in route.modalities]
