"""Knows the common cases for which the calculator can start filled in: goals and sports, each with its answers.

Must never know what is advised for them, or where they are shown.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["PRESETS", "Preset"]


class Preset(NamedTuple):
    """A case: its slug in addresses ("" for any reader), its name for people, and the answers it gives as a query."""

    slug: str
    name: str
    query: str

    @property
    def page(self) -> str:
        """Where its page stands, from the root of the site."""
        return f"calculator/{self.slug}/" if self.slug else "calculator/"

    @property
    def oembed(self) -> str:
        """Where its oEmbed file stands, from the root of the site."""
        return f"oembed/{self.slug or 'calculator'}.json"


PRESETS = (
    Preset("", "Any reader", ""),
    Preset("fat-loss", "Fat loss", "goal=fat_loss"),
    Preset("strength", "Muscle and strength", "goal=muscle_strength"),
    Preset("endurance", "Endurance", "goal=aerobic_endurance"),
    Preset("recovery", "Recovery", "goal=recovery"),
    Preset("running", "Running", "goal=aerobic_endurance&running_experience=regular&equipment=track"),
    Preset("cycling", "Cycling", "goal=aerobic_endurance&equipment=bike_upright"),
    Preset("swimming", "Swimming", "goal=aerobic_endurance&equipment=pool"),
    Preset("rowing", "Rowing", "goal=aerobic_endurance&equipment=rower"),
    Preset("team-sports", "Team sports", "goal=speed_power&running_experience=regular"),
)
