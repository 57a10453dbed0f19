"""Knows how all contenders are measured side by side in one run, and where the medians go.

Must never know how one of them is measured, or what would be fast enough.

    .venv/bin/python -m bench.start                          seven rounds of everybody in every profile
    .venv/bin/python -m bench.start --rounds 1 --profiles here --try    a look, which writes no results

It installs the peers, builds the site, and after every round writes bench/results.json, from which the page about methods takes
its table.
A quiet machine is a condition: with other work on it the medians say little.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Error, sync_playwright

from bench import machine, memory, peers, sites
from bench.contenders import CONTENDERS, STOCK, Place
from bench.host import hosting
from bench.measure import measure
from bench.profiles import PROFILES, READING
from bench.slow import factor
from bench.tally import LONG, Tally

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Browser

    from bench.contenders import Contender
    from bench.host import Host
    from bench.measure import Figures
    from bench.profiles import Profile

BUILT = Path(__file__).parent.parent / ".build" / "bench"
RESULTS = Path(__file__).parent / "results.json"
DEEP = 3  # rounds in which memory and later answers are measured, too: they vary little, and take half the time
AGAINST = (STOCK, "pyscript-micropython", "brython")
FLAGS = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]


def main() -> None:
    """Prepare, measure, write."""
    told = arguments()
    lay_out(fresh=not told.keep)
    with served() as hosts, launched() as browser:
        for turn, rows in enumerate(all_rounds(browser, hosts, told), 1):
            found = {**machine.described(browser.version), "rounds": turn, "names": names()}
            found["conditions"] = conditions(turn, min(turn, told.long))
            text = json.dumps(found | rows, indent=2) + "\n"
            if told.trial:
                print(text)
            else:
                RESULTS.write_text(text, "utf-8")


def all_rounds(browser: Browser, hosts: dict[Place, Host], told: argparse.Namespace) -> Iterator[dict[str, object]]:
    """Measure everybody who was asked for, wherever this machine can; what is known so far after every round."""
    asked = [one for one in PROFILES if one.key in told.profiles]
    who = [one for one in CONTENDERS if one.key in told.only]
    slower = {one.key: held_up(browser, one) for one in asked if one.slower > 1}
    tally = Tally(AGAINST)
    for turn in range(told.rounds):
        able = [one for one in asked if slower.get(one.key) != 0]
        runs = [(one, each) for one in able for each in turned(who, turn) if suits(one, each)]
        runs = [(one, each) for one, each in runs if turn < told.long or not tally.long(one.key, each.key)]
        one_round(browser, hosts, turn, runs, tally)
        yield {"slower": slower, "profiles": tally.rows()}


def conditions(rounds: int, long: int) -> list[str]:
    """How everybody was measured, as a reader would want it said."""
    fewer = [f"Whoever takes more than {LONG // 1000} s: {long} rounds"] if long < rounds else []
    return [
        f"The question stands in sight for {READING:g} s before it is touched, unless said otherwise",
        *(one.told for one in PROFILES),
        *fewer,
        f"Memory and later answers: the first {min(DEEP, rounds)} rounds",
        "Memory: what a page and its workers hold after the answer, litter collected, each in a browser of its own",
    ]


def names() -> dict[str, str]:
    """How everybody and every condition is called; a star says that it cannot run our engine."""
    everybody = {one.key: f"{one.name}{'*' * one.trifle}" for one in CONTENDERS}
    return everybody | {one.key: one.name for one in PROFILES}


def arguments() -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(description="Measure the ways to run Python in a browser, side by side.")
    parser.add_argument("--rounds", type=int, default=7, help="how often everybody is measured")
    parser.add_argument("--long", type=int, default=7, help="how often whoever takes more than a quarter of a minute")
    parser.add_argument("--profiles", nargs="+", default=[one.key for one in PROFILES], help="here, cpu, fast, slow")
    parser.add_argument("--only", nargs="+", default=[one.key for one in CONTENDERS], help="some contenders, by key")
    parser.add_argument("--keep", action="store_true", help="measure the site that was built last")
    parser.add_argument("--try", dest="trial", action="store_true", help="print the results instead of writing them")
    return parser.parse_args()


def lay_out(*, fresh: bool) -> None:
    """Put everybody's files in their folders."""
    if fresh or not (BUILT / Place.OURS).exists():
        say("building the site")
        sites.build(BUILT / Place.OURS)
    if not sites.without_lean(BUILT / Place.OURS, BUILT / Place.PLAIN):
        say("no lean runtime in this build: both rows of ours are plain Pyodide")
    say("laying out the peers")
    peers.lay_out(BUILT / Place.PEERS, BUILT / "installed")
    sites.alone(BUILT / Place.OURS, BUILT / Place.PEERS / "lean")


@contextlib.contextmanager
def served() -> Iterator[dict[Place, Host]]:
    """Every folder under an address of its own, compressed beforehand."""
    with contextlib.ExitStack() as open_:
        hosts = {place: open_.enter_context(hosting(BUILT / place, BUILT / "pressed")) for place in Place}
        for place, host in hosts.items():
            say(f"compressing {place}")
            host.shelf.press()
        yield hosts


@contextlib.contextmanager
def launched() -> Iterator[Browser]:
    """The Chromium of the machine."""
    root = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program(), args=[*FLAGS, *root])
        yield browser
        browser.close()


def program() -> str:
    """Where that Chromium is."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome") or "chromium"


def held_up(browser: Browser, profile: Profile) -> float:
    """How many times slower the pages really are, or nought where this machine does not let us hold them up."""
    try:
        return factor(browser, profile.slower)
    except OSError as refused:
        say(f"without {profile.name}: {refused}")
        return 0


def suits(profile: Profile, who: Contender) -> bool:
    """Whether there is anything to measure: without a host, no link is slow."""
    return not (who.offline and profile.speed.megabits)


def turned(who: Sequence[Contender], turn: int) -> list[Contender]:
    """The same contenders, another one first: nobody always follows the same neighbour."""
    at = turn % len(who)
    return [*who[at:], *who[:at]]


def one_round(
    browser: Browser, hosts: dict[Place, Host], turn: int, runs: list[tuple[Profile, Contender]], tally: Tally
) -> None:
    """Measure everybody once; who does not answer is missing from this round."""
    for profile, who in runs:
        begun, deep = time.monotonic(), turn < DEEP and profile.plain
        try:
            figures = measure(browser, hosts[who.place], who, profile, deep=deep)
            if deep and not who.again:
                figures |= weighed(hosts, who)
        except (Error, OSError) as failed:
            say(f"{turn + 1} {profile.key:5} {who.key:22} no answer: {str(failed).splitlines()[0]}")
            continue
        tally.add(profile.key, who.key, turn, figures)
        shown = " ".join(f"{kind} {value:.0f}" for kind, value in figures.items())
        say(f"{turn + 1} {profile.key:5} {who.key:22} {shown}  ({time.monotonic() - begun:.0f} s)")


def weighed(hosts: dict[Place, Host], who: Contender) -> Figures:
    """The memory that one holds over an empty page, and over its own page before the touch."""
    found = memory.held(program(), hosts[who.place].address + who.page, off_grid=who.off_grid)
    empty = memory.untouched(program(), hosts[Place.PEERS].address + "empty.html")
    return {"memory": found.after - empty, "added": found.after - found.before}


def say(what: str) -> None:
    """Tell how far it is."""
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
