"""Measure all competitors side by side in one run, and write the medians to benchmarks/results.json.

    .venv/bin/python -m benchmarks.start                                     seven rounds of every competitor and profile
    .venv/bin/python -m benchmarks.start --rounds 1 --profiles here --try    a look, which writes no results

It installs the competitors, builds the site, and writes the results after every round; the page about methods takes its
tables from there. Run it on a quiet machine: with other work on it the medians say little.
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

from benchmarks import machine, memory, peers, sites
from benchmarks.competitors import COMPETITORS, STOCK, Variant
from benchmarks.cpu_quota import factor
from benchmarks.host import hosting
from benchmarks.measure import measure
from benchmarks.profiles import PROFILES, READING
from benchmarks.summary_statistics import LONG, RunStatistics

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Browser

    from benchmarks.competitors import Competitor
    from benchmarks.host import Host
    from benchmarks.measure import Figures
    from benchmarks.profiles import Profile

BUILT = Path(__file__).parent.parent / ".cache" / "benchmarks"
RESULTS = Path(__file__).parent / "results.json"
DEEP = 3  # rounds in which memory and later answers are measured, too: they vary little, and take half the time
AGAINST = (STOCK, "pyscript-micropython", "brython")
FLAGS = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]


def main() -> None:
    """Prepare, measure, write."""
    options = arguments()
    lay_out(rebuild=not options.keep)
    with served() as hosts, launched() as browser:
        for turn, rows in enumerate(all_rounds(browser, hosts, options), 1):
            results = {**machine.described(browser.version), "rounds": turn, "names": names()}
            results["conditions"] = conditions(turn, min(turn, options.long))
            text = json.dumps(results | rows, indent=2) + "\n"
            if options.trial:
                print(text)
            else:
                RESULTS.write_text(text, "utf-8")


def all_rounds(
    browser: Browser, hosts: dict[Variant, Host], options: argparse.Namespace
) -> Iterator[dict[str, object]]:
    """Measure everybody who was asked for, wherever this machine can; what is known so far after every round."""
    asked = [entry for entry in PROFILES if entry.key in options.profiles]
    rivals = [entry for entry in COMPETITORS if entry.key in options.only]
    slower = {entry.key: held_up(browser, entry) for entry in asked if entry.slower > 1}
    tally = RunStatistics(AGAINST)
    for turn in range(options.rounds):
        able = [entry for entry in asked if slower.get(entry.key) != 0]
        runs = [(entry, each) for entry in able for each in turned(rivals, turn) if suits(entry, each)]
        runs = [(entry, each) for entry, each in runs if turn < options.long or not tally.long(entry.key, each.key)]
        one_round(browser, hosts, turn, runs, tally)
        yield {"slower": slower, "profiles": tally.rows()}


def conditions(rounds: int, long: int) -> list[str]:
    """How everybody was measured, as a reader would want it said."""
    fewer = [f"Systems that take more than {LONG // 1000} s: {long} rounds"] if long < rounds else []
    return [
        f"The question stands in sight for {READING:g} s before it is touched, unless said otherwise",
        *(entry.description for entry in PROFILES),
        *fewer,
        f"Memory and later answers: the first {min(DEEP, rounds)} rounds",
        "Memory: what a page and its workers hold after the answer, litter collected, each in a browser of its own",
    ]


def names() -> dict[str, str]:
    """How everybody and every condition is called; a star says that it cannot run our engine."""
    everybody = {entry.key: f"{entry.name}{'*' * entry.minimal_task}" for entry in COMPETITORS}
    return everybody | {entry.key: entry.name for entry in PROFILES}


def arguments() -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(description="Measure the ways to run Python in a browser, side by side.")
    parser.add_argument("--rounds", type=int, default=7, help="how often everybody is measured")
    parser.add_argument(
        "--long", type=int, default=7, help="how often a system that takes more than a quarter of a minute"
    )
    parser.add_argument(
        "--profiles", nargs="+", default=[entry.key for entry in PROFILES], help="here, cpu, fast, slow"
    )
    parser.add_argument(
        "--only", nargs="+", default=[entry.key for entry in COMPETITORS], help="some contenders, by key"
    )
    parser.add_argument("--keep", action="store_true", help="measure the site that was built last")
    parser.add_argument("--try", dest="trial", action="store_true", help="print the results instead of writing them")
    return parser.parse_args()


def lay_out(*, rebuild: bool) -> None:
    """Put everybody's files in their folders."""
    if rebuild or not (BUILT / Variant.OURS).exists():
        say("building the site")
        sites.build(BUILT / Variant.OURS)
    if not sites.without_frozen_runtime(BUILT / Variant.OURS, BUILT / Variant.PLAIN):
        say("no frozen runtime in this build: both rows of ours are plain Pyodide")
    say("laying out the peers")
    peers.lay_out(BUILT / Variant.PEERS, BUILT / "installed")
    sites.bare_page(BUILT / Variant.OURS, BUILT / Variant.PEERS / "lean")


@contextlib.contextmanager
def served() -> Iterator[dict[Variant, Host]]:
    """Every folder under an address of its own, compressed beforehand."""
    with contextlib.ExitStack() as open_:
        hosts = {variant: open_.enter_context(hosting(BUILT / variant, BUILT / "pressed")) for variant in Variant}
        for variant, host in hosts.items():
            say(f"compressing {variant}")
            host.shelf.compress_all()
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


def suits(profile: Profile, competitor: Competitor) -> bool:
    """Whether there is anything to measure: without a host, no link is slow."""
    return not (competitor.offline and profile.speed.megabits)


def turned(rivals: Sequence[Competitor], turn: int) -> list[Competitor]:
    """The same contenders, another one first: nobody always follows the same neighbour."""
    at = turn % len(rivals)
    return [*rivals[at:], *rivals[:at]]


def one_round(
    browser: Browser,
    hosts: dict[Variant, Host],
    turn: int,
    runs: list[tuple[Profile, Competitor]],
    tally: RunStatistics,
) -> None:
    """Measure everybody once; who does not answer is missing from this round."""
    for profile, competitor in runs:
        begun, deep = time.monotonic(), turn < DEEP and profile.plain
        try:
            figures = measure(browser, hosts[competitor.variant], competitor, profile, deep=deep)
            if deep and not competitor.again:
                figures |= weighed(hosts, competitor)
        except (Error, OSError) as failed:
            say(f"{turn + 1} {profile.key:5} {competitor.key:22} no answer: {str(failed).splitlines()[0]}")
            continue
        tally.add(profile.key, competitor.key, turn, figures)
        shown = " ".join(f"{kind} {value:.0f}" for kind, value in figures.items())
        say(f"{turn + 1} {profile.key:5} {competitor.key:22} {shown}  ({time.monotonic() - begun:.0f} s)")


def weighed(hosts: dict[Variant, Host], competitor: Competitor) -> Figures:
    """The memory that one holds over an empty page, and over its own page before the touch."""
    results = memory.memory_use(
        program(), hosts[competitor.variant].address + competitor.page, off_grid=competitor.off_grid
    )
    empty = memory.idle_memory(program(), hosts[Variant.PEERS].address + "empty.html")
    return {"memory": results.after - empty, "added": results.after - results.before}


def say(what: str) -> None:
    """Tell how far it is."""
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
