"""Knows who is measured: our calculator in its layers and on later visits, and the other ways to run Python in a browser.

Must never know what came of it, or how long a link or a processor makes it take.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

__all__ = ["CONTENDERS", "STOCK", "Contender", "Place"]


class Place(StrEnum):
    """Whose folder is served: ours as it is, ours with the lean runtime switched off, or the peers'."""

    OURS = "ours"
    PLAIN = "plain"
    PEERS = "peers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contender:
    """One line of the table.

    `trifle` says that it cannot run our engine, and does a small sum instead; `off_grid` asks what no prepared answer
    covers; `again` is a later visit, and `offline` one without a host.
    """

    key: str
    name: str
    place: Place
    page: str
    trifle: bool = False
    off_grid: bool = True
    again: bool = False
    offline: bool = False


def _peer(key: str, name: str, *, trifle: bool = False) -> Contender:
    return Contender(key=key, name=name, place=Place.PEERS, page=f"{key}.html", trifle=trifle)


STOCK = "pyodide"
OURS = Contender(key="lean", name="Ours, lean Python", place=Place.OURS, page="calculator/")
CONTENDERS = (
    replace(OURS, key="pack", name="Ours, prepared answer", off_grid=False),
    OURS,
    _peer("lean-alone", "Ours, lean Python on a bare page"),
    replace(OURS, key="plain", name="Ours, plain Pyodide", place=Place.PLAIN),
    replace(OURS, key="again", name="Ours, second visit", again=True),
    replace(OURS, key="offline", name="Ours, offline", again=True, offline=True),
    _peer("pyscript-micropython", "PyScript with MicroPython", trifle=True),
    _peer("brython", "Brython", trifle=True),
    _peer(STOCK, "Pyodide as documented"),
    _peer("pyscript-pyodide", "PyScript with Pyodide"),
)
