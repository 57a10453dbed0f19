"""The conditions under which everything is measured: links, and processors."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.network_link import FAST_4G, SLOW_4G, UNLIMITED, Speed

__all__ = ["PROFILES", "READING", "Profile"]

READING = 1.0  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A link, and how many times slower the pages run."""

    key: str
    name: str
    speed: Speed = UNLIMITED
    slower: int = 1

    @property
    def reading(self) -> float:
        """Seconds between the page and the first touch: long enough for the same work everywhere."""
        return READING * self.slower

    @property
    def description(self) -> str:
        """The condition as a reader would want it said."""
        if self.slower > 1:
            return f"{self.name}: all that the page runs, its workers included; touched after {self.reading:g} s"
        if self.speed.megabits:
            return f"{self.name}: {self.speed.megabits:g} Mbit/s, {self.speed.round_trip:g} ms there and back"
        return f"{self.name}: nothing held up"

    @property
    def plain(self) -> bool:
        """Whether nothing is held up."""
        return self.slower == 1 and self.speed == UNLIMITED


PROFILES = (
    Profile(key="here", name="This machine"),
    Profile(key="cpu", name="A quarter of one core", slower=4),
    Profile(key="fast", name="Fast 4G", speed=FAST_4G),
    Profile(key="slow", name="Slow 4G", speed=SLOW_4G),
)
