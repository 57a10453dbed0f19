"""Report the steps of a long build on standard error, each with the seconds since its task began."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["steps"]


def steps(task: str) -> Callable[[str], None]:
    """Return a function that prints a line about one step of a task: `Prebuilt answers, 12 s: file 3 of 17`."""
    start = time.monotonic()

    def report(step: str) -> None:
        print(f"{task}, {time.monotonic() - start:.0f} s: {step}", file=sys.stderr, flush=True)

    return report
