"""Simulate a link of a given speed and distance, shared by all that use it.

The link is at the server, so that pages, workers and service workers are slowed in the same way.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field

__all__ = ["FAST_4G", "SLOW_4G", "UNLIMITED", "Link", "Speed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """Megabits per second and milliseconds of a round trip; nought means without limit."""

    megabits: float = 0
    round_trip: float = 0


UNLIMITED = Speed()
FAST_4G = Speed(megabits=9, round_trip=60)
SLOW_4G = Speed(megabits=1.6, round_trip=150)


@dataclass
class Link:
    """A link that can be made slower and faster between measurements."""

    speed: Speed = UNLIMITED
    _free: float = 0  # the moment at which what was sent before has gone through
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def round_trip(self) -> None:
        """Wait as long as a question and its answer are under way."""
        if self.speed.round_trip:
            time.sleep(self.speed.round_trip / 1000)

    def carry(self, size: int) -> None:
        """Wait until so many bytes have gone through, behind all others."""
        if not self.speed.megabits:
            return
        with self._lock:
            self._free = max(self._free, time.monotonic()) + size * 8 / (self.speed.megabits * 1e6)
            wait = self._free - time.monotonic()
        if wait > 0:
            time.sleep(wait)
