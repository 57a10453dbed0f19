"""Limit a browser's pages and workers to a part of one processor core, with the kernel's control groups.

The throttling of the developer tools leaves workers at full speed, which would favour a system that computes in one.
"""

from __future__ import annotations

import contextlib
import os
import statistics
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

__all__ = ["factor", "renderers", "slowed"]

GROUPS = Path("/sys/fs/cgroup")
REPEATS = 5
RETRIES, RETRY_PAUSE = 100, 0.05  # seconds
PERIOD = 10_000  # microseconds: well under a frame, so that nothing stutters that would not
OLD, NEW = GROUPS / "cpu", GROUPS  # where each generation of control groups has its folders
WORK = """() => {
  const begun = performance.now();
  let sum = 0;
  for (let at = 0; at < 1e8; at += 1) sum = (sum + at * 7) % 1000003;
  return performance.now() - begun;
}"""


@contextlib.contextmanager
def slowed(times: int) -> Iterator[None]:
    """Let all pages of the browsers that this process started share one `times`-th of a core.

    Raises:
        OSError: this machine does not let us.
    """
    if times <= 1:
        yield
        return
    root = OLD if OLD.exists() else NEW
    group = root / f"bench-{os.getpid()}"
    group.mkdir(exist_ok=True)
    try:
        _share(group, times)
        for kind in (b"--type=zygote", b"--type=renderer"):  # what a zygote starts stays in its group
            _move(processes(kind), group)
        yield
    finally:
        _leave(group, root)


def _share(group: Path, times: int) -> None:
    if group.parent == OLD:
        (group / "cpu.cfs_period_us").write_text(str(PERIOD))
        (group / "cpu.cfs_quota_us").write_text(str(PERIOD // times))
    else:
        (group / "cpu.max").write_text(f"{PERIOD // times} {PERIOD}")


def _move(which: list[int], group: Path) -> None:
    for pid in which:
        with contextlib.suppress(ProcessLookupError):
            (group / "cgroup.procs").write_text(str(pid))


def _leave(group: Path, root: Path) -> None:
    """Free everybody in a group, those that began meanwhile too, and take it down; a process that ends may hold it a moment."""
    for _ in range(RETRIES):
        _move([int(pid) for pid in (group / "cgroup.procs").read_text("ascii").split()], root)
        with contextlib.suppress(OSError):
            group.rmdir()
            return
        time.sleep(RETRY_PAUSE)


def renderers() -> list[int]:
    """The processes that run pages, among those that this process started."""
    return processes(b"--type=renderer")


def processes(kind: bytes) -> list[int]:
    """The processes of a kind, among those that this process started."""
    parents = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            parents[int(status.parent.name)] = int(status.read_text().rpartition(")")[2].split()[1])
    return [pid for pid in parents if _descends(pid, parents) and _is(pid, kind)]


def _descends(pid: int, parents: dict[int, int]) -> bool:
    while pid in parents and pid != os.getpid():
        pid = parents[pid]
    return pid == os.getpid()


def _is(pid: int, kind: bytes) -> bool:
    with contextlib.suppress(OSError):
        return kind in Path(f"/proc/{pid}/cmdline").read_bytes()
    return False


def factor(browser: Browser, times: int) -> float:
    """How many times slower a plain loop really runs, side by side."""
    page = browser.new_page()
    page.evaluate(WORK)
    ratios = []
    for _ in range(REPEATS):
        free = float(page.evaluate(WORK))
        with slowed(times):
            ratios.append(float(page.evaluate(WORK)) / free)
    page.close()
    return round(statistics.median(ratios), 2)
