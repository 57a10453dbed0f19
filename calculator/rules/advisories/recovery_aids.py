"""Aids to recovery, with what the evidence says about each."""

from __future__ import annotations

from calculator.data import parameters as p
from calculator.data import sources as src
from calculator.data.sentences import say
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
    """After a short night you are weaker the next day, and your muscles recover less."""
    return say("advisory.sleep", sleep=p.SLEEP)


@advisory(
    "protein",
    guide_anchor="recovery/#food",
    sources=(src.MORTON_2018, src.SCHOENFELD_2013, src.WEST_2017),
    certainty=Certainty.HIGH,
    claims=("S46",),
    name="Protein",
)
def protein(s: Situation, _a: Assessment) -> str | None:
    """Your total for the day counts, and the time of day hardly matters."""
    if "kidney_disease" in s.conditions:
        return say("advisory.protein.kidney")
    return say("advisory.protein", protein=p.PROTEIN.value)


@advisory(
    "carbohydrate",
    guide_anchor="recovery/#food",
    sources=(src.KERKSICK_2017, src.IVY_2004),
    certainty=Certainty.HIGH,
    claims=("S24", "S46"),
    name="Carbohydrate",
)
def carbohydrate(s: Situation, a: Assessment) -> str | None:
    """Eat carbohydrate soon if sessions are close together; otherwise eat as on any day."""
    gaps = [gap for gap in (s.next_legs_in_hours, s.next_event_in_hours) if gap is not None]
    if not gaps or min(gaps) >= p.REFUEL_FAST.value:
        return None
    if rule_applies(a, "glucose"):
        return say("advisory.carbohydrate.diabetes", gap=p.REFUEL_FAST)
    each_hour = f"{p.REFUEL_CARBOHYDRATE.low:g} to {p.REFUEL_CARBOHYDRATE.high:g}"
    return say("advisory.carbohydrate", gap=p.REFUEL_FAST, carbohydrate=each_hour)


@advisory(
    "foam-rolling",
    guide_anchor="recovery/#foam-rolling",
    sources=(src.WIEWELHOVE_2019, src.LI_2024),
    certainty=Certainty.MODERATE,
    claims=("S42", "S43"),
    name="Foam rolling",
)
def foam_rolling(_s: Situation, _a: Assessment) -> str | None:
    """Foam rolling eases soreness a little, for a while."""
    return say("advisory.foam-rolling", minutes=p.FOAM_ROLLING_MINUTES, effect=p.FOAM_ROLLING_EFFECT)


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
    return say("advisory.massage")


@advisory(
    "stretching",
    guide_anchor="recovery/#stretching",
    sources=(src.HERBERT_2011, src.AFONSO_2021),
    certainty=Certainty.HIGH,
    claims=("S44", "S45"),
    name="Stretching",
)
def stretching(_s: Situation, _a: Assessment) -> str | None:
    """Some people like stretching, but it hardly changes soreness."""
    return say("advisory.stretching", effect=p.STRETCHING_EFFECT)


@advisory(
    "cold-water",
    guide_anchor="recovery/#cold-water",
    sources=(src.COLD_WATER_STRENGTH, src.PINERO_COLD_WATER, src.PETERSEN_2021),
    certainty=Certainty.MODERATE,
    claims=(),
    name="Cold water",
)
def cold_water(s: Situation, _a: Assessment) -> str | None:
    """A cold bath right after lifting eases soreness, but you gain less from lifting."""
    if s.goal not in (Goal.MUSCLE_STRENGTH, Goal.SPEED_POWER):
        return None
    return say("advisory.cold-water")


@advisory(
    "easy-movement",
    guide_anchor="benefits/#feels-better",
    sources=(src.DUPUY_2018, src.TUFANO_2012, src.MATERN_2006, src.FRANKE_2021),
    certainty=Certainty.LOW,
    claims=("S3", "S14", "S18", "S19"),
    name="Easy movement",
)
def easy_movement(s: Situation, a: Assessment) -> str | None:
    """Sore legs feel better for a while when you move easily, but they have not been shown to recover sooner."""
    if s.soreness < p.SORENESS_CAP.value or not a.allows_session:
        return None
    return say("advisory.easy-movement")
