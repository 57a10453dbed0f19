"""What is measured: the calculator in its layers and on later visits, and other ways to run Python in a browser."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

__all__ = ["COMPETITORS", "STOCK", "Competitor", "Variant"]


class Variant(StrEnum):
    """Whose folder is served: ours as it is, ours with the frozen runtime switched off, or the peers'."""

    OURS = "ours"
    PLAIN = "plain"
    PEERS = "peers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Competitor:
    """One line of the table.

    `minimal_task` says that it cannot run our engine, and does a small sum instead; `off_grid` asks what no prepared answer
    covers; `again` is a later visit, and `offline` one without a host.
    """

    key: str
    name: str
    variant: Variant
    page: str
    minimal_task: bool = False
    off_grid: bool = True
    again: bool = False
    offline: bool = False


def _peer(key: str, name: str, *, minimal_task: bool = False) -> Competitor:
    return Competitor(key=key, name=name, variant=Variant.PEERS, page=f"{key}.html", minimal_task=minimal_task)


STOCK = "pyodide"
OURS = Competitor(key="lean", name="Ours, frozen Python", variant=Variant.OURS, page="calculator/")
COMPETITORS = (
    replace(OURS, key="pack", name="Ours, prepared answer", off_grid=False),
    OURS,
    _peer("lean-alone", "Ours, frozen Python on a bare page"),
    replace(OURS, key="plain", name="Ours, plain Pyodide", variant=Variant.PLAIN),
    replace(OURS, key="again", name="Ours, second visit", again=True),
    replace(OURS, key="offline", name="Ours, offline", again=True, offline=True),
    _peer("pyscript-micropython", "PyScript with MicroPython", minimal_task=True),
    _peer("brython", "Brython", minimal_task=True),
    _peer(STOCK, "Pyodide as documented"),
    _peer("pyscript-pyodide", "PyScript with Pyodide"),
)
