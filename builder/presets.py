"""The presets of the calculator: goals and sports, each with its answers as a query."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["PRESETS", "Preset"]


class Preset(NamedTuple):
    """A case: its slug in addresses ("" for any reader), its name, the answers it gives as a query, and who it is for."""

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
    Preset("", "Any reader", ""),
    Preset(
        "general-health",
        "General health",
        "goal=general_health&lifting_experience=intermediate",
        "You lift to stay well, and want your weekly minutes of cardio without dragging sore legs through them.",
    ),
    Preset(
        "fat-loss",
        "Fat loss",
        "goal=fat_loss",
        "You want to spend energy today and still train legs well next time: the answer favours what you can keep up.",
    ),
    Preset(
        "strength",
        "Muscle and strength",
        "goal=muscle_strength&lifting_experience=intermediate",
        "Your next leg session matters most, so the cardio here is chosen to stay out of its way.",
    ),
    Preset(
        "endurance",
        "Endurance",
        "goal=aerobic_endurance&running_experience=some",
        "You build an engine beside your strength work; this finds the hardest useful session that today's legs allow.",
    ),
    Preset(
        "recovery",
        "Recovery",
        "goal=recovery&minutes=20",
        "You only want to move, feel looser and go on with the day. Nothing here asks more of your legs than that.",
    ),
    Preset(
        "beginners",
        "Beginners",
        "novelty=first_time",
        "New to leg training? The first sessions leave the most soreness, so the answer begins with what is gentle.",
    ),
    Preset(
        "running",
        "Running",
        "goal=aerobic_endurance&running_experience=regular&equipment=track",
        "You run every week: this tells when an easy run is fine after legs, and when a bike or a walk serves you better.",
    ),
    Preset(
        "cycling",
        "Cycling",
        "goal=aerobic_endurance&equipment=bike_upright",
        "You ride. A bike spares the legs every landing, so more is open to you, and sooner, than to a runner.",
    ),
    Preset(
        "swimming",
        "Swimming",
        "goal=aerobic_endurance&equipment=pool",
        "You have a pool, where water carries your weight: often the first place for real work after heavy legs.",
    ),
    Preset(
        "rowing",
        "Rowing",
        "goal=aerobic_endurance&equipment=rower",
        "You row. It is free of impact, but every stroke is a small leg press, and the answer takes that into account.",
    ),
    Preset(
        "team-sports",
        "Team sports",
        "goal=speed_power&running_experience=regular",
        "You play: sprints and turns come last to tired legs, so this shows what fits between lifting and training.",
    ),
)
