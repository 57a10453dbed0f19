"""Aids to recovery, with what the evidence says about each."""

from __future__ import annotations

from calculator.data import parameters as p
from calculator.data import sources as src
from calculator.model import Situation
from calculator.rules.advisories.conditions import rule_applies
from calculator.rules_api import Assessment, advisory
from calculator.scales import Certainty, Goal


@advisory(
    "sleep",
    guide_anchor="recovery/#sleep",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.LOW,
    claims=("S46",),
    name="Sleep",
)
def sleep(_s: Situation, _a: Assessment) -> str | None:
    """A short night shows in the next day's strength and in the repair of muscle."""
    return f"Sleep {p.SLEEP}: it costs nothing and helps everything else."


@advisory(
    "protein",
    guide_anchor="recovery/#food",
    sources=(src.MORTON_2018, src.SCHOENFELD_2013, src.WEST_2017),
    certainty=Certainty.HIGH,
    claims=("S46",),
    name="Protein",
)
def protein(s: Situation, _a: Assessment) -> str | None:
    """The day's total counts, the hour hardly."""
    if "kidney_disease" in s.conditions:
        return "Ask your kidney team how much protein suits you."
    return f"About {p.PROTEIN} over the day; the hour matters little."


@advisory(
    "carbohydrate",
    guide_anchor="recovery/#food",
    sources=(src.KERKSICK_2017, src.IVY_2004),
    certainty=Certainty.HIGH,
    claims=("S24", "S46"),
    name="Carbohydrate",
)
def carbohydrate(s: Situation, a: Assessment) -> str | None:
    """Close sessions need carbohydrate soon; others need an ordinary day of food."""
    gaps = [gap for gap in (s.next_legs_in_hours, s.next_event_in_hours) if gap is not None]
    if not gaps or min(gaps) >= p.REFUEL_FAST.value:
        return None
    if rule_applies(a, "glucose"):
        return f"With another session within {p.REFUEL_FAST}, plan your carbohydrate with your diabetes team."
    return f"With another session within {p.REFUEL_FAST}: {p.REFUEL_CARBOHYDRATE} for the first few hours."


@advisory(
    "foam-rolling",
    guide_anchor="recovery/#foam-rolling",
    sources=(src.WIEWELHOVE_2019, src.LI_2024),
    certainty=Certainty.MODERATE,
    claims=("S42", "S43"),
    name="Foam rolling",
)
def foam_rolling(_s: Situation, _a: Assessment) -> str | None:
    """Rolling takes the edge off soreness a little, for a while."""
    return (
        f"Optional: {p.FOAM_ROLLING_MINUTES} may take the edge off soreness (about "
        f"{p.FOAM_ROLLING_EFFECT}); it repairs nothing."
    )


@advisory(
    "massage",
    guide_anchor="recovery/#massage",
    sources=(src.DUPUY_2018,),
    certainty=Certainty.MODERATE,
    claims=("S16", "S19"),
    name="Massage",
)
def massage(s: Situation, _a: Assessment) -> str | None:
    """Of all aids, massage eased soreness most in pooled trials."""
    if s.soreness < p.SORENESS_CAP.value:
        return None
    return "If you can get one, a massage eased soreness most among the aids in pooled trials."


@advisory(
    "stretching",
    guide_anchor="recovery/#stretching",
    sources=(src.HERBERT_2011, src.AFONSO_2021),
    certainty=Certainty.HIGH,
    claims=("S44", "S45"),
    name="Stretching",
)
def stretching(_s: Situation, _a: Assessment) -> str | None:
    """Stretching feels good to some and hardly changes soreness."""
    return f"For comfort only: it changes soreness by about {p.STRETCHING_EFFECT} or less."


@advisory(
    "cold-water",
    guide_anchor="recovery/#cold-water",
    sources=(src.COLD_WATER_STRENGTH, src.PINERO_COLD_WATER, src.PETERSEN_2021),
    certainty=Certainty.MODERATE,
    claims=(),
    name="Cold water",
)
def cold_water(s: Situation, _a: Assessment) -> str | None:
    """Cold right after lifting eases soreness and blunts what the lifting was for."""
    if s.goal not in (Goal.MUSCLE_STRENGTH, Goal.SPEED_POWER):
        return None
    return "Skip cold baths right after lifting while you train for strength or size: they blunt the gains a little."


@advisory(
    "easy-movement",
    guide_anchor="benefits/#feels-better",
    sources=(src.DUPUY_2018, src.TUFANO_2012, src.MATERN_2006, src.FRANKE_2021),
    certainty=Certainty.LOW,
    claims=("S3", "S14", "S18", "S19"),
    name="Easy movement",
)
def easy_movement(s: Situation, a: Assessment) -> str | None:
    """Easy movement loosens sore legs for a while, and is not shown to repair them."""
    if s.soreness < p.SORENESS_CAP.value or not a.allows_session:
        return None
    return "Easy movement often feels better for an hour or so; it is not shown to repair muscle sooner."
