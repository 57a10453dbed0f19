"""The presets of the calculator: goals and sports, each with its answers as a query."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["PRESETS", "Preset"]


class Preset(NamedTuple):
    """A case: its slug in addresses ("" for everybody), its name, the answers it gives as a query, and who it is for."""

    slug: str
    name: str
    query: str
    blurb: str = ""

    @property
    def page(self) -> str:
        """Where its page stands, from the root of the site."""
        return f"calculator/{self.slug}/" if self.slug else "calculator/"

    @property
    def oembed(self) -> str:
        """Where its oEmbed file stands, from the root of the site."""
        return f"oembed/{self.slug or 'calculator'}.json"


PRESETS = (
    Preset("", "Everybody", ""),
    Preset(
        "general-health",
        "General health",
        "goal=general_health&lifting_experience=intermediate",
        "You lift to stay healthy and want your weekly cardio without tiring sore legs.",
    ),
    Preset(
        "fat-loss",
        "Fat loss",
        "goal=fat_loss",
        "You want to burn energy today and still train legs well next time.",
    ),
    Preset(
        "strength",
        "Muscle and strength",
        "goal=muscle_strength&lifting_experience=intermediate",
        "Your next leg session matters most, so choose cardio that tires your legs little.",
    ),
    Preset(
        "endurance",
        "Endurance",
        "goal=aerobic_endurance&running_experience=some",
        "You train for endurance as well as strength: find the most that your legs can do today.",
    ),
    Preset(
        "recovery",
        "Recovery",
        "goal=recovery&minutes=20",
        "You only want to move and feel looser, without tiring your legs.",
    ),
    Preset(
        "beginners",
        "Beginners",
        "novelty=first_time",
        "You are new to leg sessions. The first ones leave you most sore, so start gently.",
    ),
    Preset(
        "running",
        "Running",
        "goal=aerobic_endurance&running_experience=regular&equipment=track",
        "You run every week: see when an easy run is fine, and when a bike or a walk is better.",
    ),
    Preset(
        "cycling",
        "Cycling",
        "goal=aerobic_endurance&equipment=bike_upright",
        "You ride a bike, which has no impact, so you can do more, and sooner, than a runner.",
    ),
    Preset(
        "swimming",
        "Swimming",
        "goal=aerobic_endurance&equipment=pool",
        "You have a pool, where water carries your weight, so you can train sooner on sore legs.",
    ),
    Preset(
        "rowing",
        "Rowing",
        "goal=aerobic_endurance&equipment=rower",
        "You row. There is no impact, but every stroke works your legs, and we take that into account.",
    ),
    Preset(
        "team-sports",
        "Team sports",
        "goal=speed_power&running_experience=regular",
        "You play a team sport: see what fits between your leg sessions and your matches.",
    ),
)
