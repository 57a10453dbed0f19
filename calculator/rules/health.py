"""Knows what pregnancy, conditions, painful joints, medicines and age ask for.

Must never know the leg session: nothing here depends on hours, effort or soreness.
"""

from __future__ import annotations

from calculator import modalities as m
from calculator import parameters as p
from calculator import sources as src
from calculator.model import Certainty, Impact, Intensity, Limit, Outcome, Readiness, Running, Situation, rule

__all__ = [
    "achilles",
    "ankle",
    "body_weight",
    "glucose",
    "heart_rate_medicine",
    "hip",
    "knee",
    "low_back",
    "new_to_cardio",
    "osteoporosis",
    "postpartum",
    "pregnancy",
    "rhabdo_caution",
    "shin",
]

_CAUTION = Outcome.RECOMMEND_WITH_CAUTION


@rule(
    "pregnancy",
    guide="pregnancy/#limits",
    sources=(src.ACOG_2020, src.BULL_2020),
    certainty=Certainty.LOW,
    claims=("S31", "S50"),
    refs=("R5",),
    stands=True,
)
def pregnancy(s: Situation, _r: Readiness) -> Limit | None:
    """Moderate activity is encouraged in an uncomplicated pregnancy; falls, contact and maximal work are not."""
    if "pregnant" not in s.conditions:
        return None
    return Limit(
        because="In pregnancy keep to low impact and moderate effort, judged by the talk test, without falls "
        "or contact.",
        outcome=_CAUTION,
        impact=Impact.LOW,
        intensity=Intensity.MODERATE,
        excluded=m.FALLS_AND_CONTACT,
        intervals=False,
        heart_rate=False,
    )


@rule(
    "postpartum",
    guide="pregnancy/#after-birth",
    sources=(src.ACOG_2020, src.PROJECT_JUDGEMENT),
    certainty=Certainty.LOW,
    refs=("R5",),
    stands=True,
)
def postpartum(s: Situation, _r: Readiness) -> Limit | None:
    """After a birth the pelvic floor comes back before impact does."""
    if "postpartum" not in s.conditions:
        return None
    return Limit(
        because="After a birth return gently: low impact, and no impact at all with leaking, heaviness or pain.",
        outcome=_CAUTION,
        impact=Impact.LOW,
        intensity=Intensity.MODERATE,
        intervals=False,
    )


@rule(
    "new-to-cardio",
    guide="over-60/#start",
    sources=(src.ACSM_SCREENING_2016,),
    certainty=Certainty.LOW,
    refs=("R7",),
    stands=True,
)
def new_to_cardio(s: Situation, _r: Readiness) -> Limit | None:
    """From sixty-five on, and new to regular cardio, moderate effort comes first and vigorous effort waits."""
    if s.age is None or s.age < p.OLDER_ADULT.value or s.running_experience is Running.REGULAR:
        return None
    return Limit(
        because=f"From {p.OLDER_ADULT.value:g} on, without a habit of cardio, keep to moderate effort, without skates or "
        "skis; ask a clinician before vigorous work.",
        outcome=_CAUTION,
        intensity=Intensity.MODERATE,
        excluded=frozenset({"inline_skating", "xc_ski"}),
        intervals=False,
    )


@rule(
    "heart-rate-medicine",
    guide="intensity/#medicines",
    sources=(src.MAYO_BETA_BLOCKERS_2023,),
    certainty=Certainty.MODERATE,
    claims=("S31", "S50"),
    refs=("R8",),
    stands=True,
)
def heart_rate_medicine(s: Situation, _r: Readiness) -> Limit | None:
    """Beta blockers and some other blood pressure medicines hold the heart rate down, so its ranges mislead."""
    if not s.medicines & {"beta_blocker", "other_blood_pressure_medicine"}:
        return None
    which = "beta blockers" if "beta_blocker" in s.medicines else "some blood pressure medicines"
    return Limit(
        because=f"Heart-rate ranges are left out: they are not valid on {which}. Moderate effort is the most until your "
        "clinician has agreed to more.",
        outcome=_CAUTION,
        intensity=Intensity.MODERATE,
        heart_rate=False,
    )


@rule(
    "glucose",
    guide="safety/#diabetes",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.MODERATE,
    claims=("S50",),
    refs=("R7",),
    stands=True,
)
def glucose(s: Situation, _r: Readiness) -> Limit | None:
    """Exercise moves blood sugar for hours, more so after legs and cardio together."""
    if not (s.conditions & {"type_1_diabetes", "type_2_diabetes"} or s.medicines & {"insulin", "sulfonylurea"}):
        return None
    return Limit(
        because="With diabetes, or a medicine that lowers blood sugar, exercise is encouraged, and it needs a "
        "glucose plan.",
        outcome=_CAUTION,
    )


@rule(
    "rhabdo-caution",
    guide="safety/#rhabdomyolysis",
    sources=(src.RHABDO_PAGES, src.MASUDA_2023),
    certainty=Certainty.LOW,
    refs=("R27",),
    stands=True,
)
def rhabdo_caution(s: Situation, _r: Readiness) -> Limit | None:
    """Statins and kidney disease leave less room for a big muscle shock, so nothing new and all-out is added."""
    if "statin" not in s.medicines and "kidney_disease" not in s.conditions:
        return None
    return Limit(
        because="With a statin or kidney disease add no new all-out effort, drink enough, and mind dark urine "
        "or severe weakness.",
        outcome=_CAUTION,
        intensity=Intensity.MODERATE if s.running_experience is Running.NONE else Intensity.VIGOROUS,
    )


@rule(
    "knee",
    guide="choosing/#knee",
    sources=(src.LU_2007,),
    certainty=Certainty.LOW,
    claims=("S5", "S7"),
    refs=("R15",),
    stands=True,
)
def knee(s: Situation, _r: Readiness) -> Limit | None:
    """A painful knee bears bending under load badly: stairs and steep work most, the elliptical more than a walk."""
    if not s.conditions & {"knee_pain", "knee_osteoarthritis"}:
        return None
    front = frozenset({"elliptical"}) if "knee_pain" in s.conditions else frozenset()
    return Limit(
        because="With a painful or arthritic knee keep impact low and leave stairs and steep runs.",
        outcome=_CAUTION,
        impact=Impact.LOW,
        intensity=Intensity.MODERATE,
        excluded=m.STAIRS_AND_HILLS | m.SPRINTS | front | {"hiking", "circuit", "inline_skating"},
    )


@rule(
    "hip",
    guide="choosing/#hip",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.VERY_LOW,
    claims=("S5",),
    refs=("R15",),
    stands=True,
)
def hip(s: Situation, _r: Readiness) -> Limit | None:
    """A painful hip dislikes wide, steep and bounding work."""
    if "hip_pain" not in s.conditions:
        return None
    return Limit(
        because="With a painful hip keep impact low and leave steep and wide-legged work.",
        outcome=_CAUTION,
        impact=Impact.LOW,
        intensity=Intensity.MODERATE,
        excluded=m.STAIRS_AND_HILLS | m.SPRINTS | {"inline_skating", "hiking", "rucking", "circuit", "walk_incline"},
    )


@rule(
    "ankle",
    guide="choosing/#ankle",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.VERY_LOW,
    claims=("S5",),
    refs=("R15",),
    stands=True,
)
def ankle(s: Situation, _r: Readiness) -> Limit | None:
    """A sprained ankle is unsteady, so nothing that strikes, turns or slips."""
    if "ankle_sprain" not in s.conditions:
        return None
    return Limit(
        because="With a sprained ankle nothing that strikes, turns or slips; an easy flat walk only if it does not hurt.",
        outcome=_CAUTION,
        impact=Impact.NONE,
        intensity=Intensity.MODERATE,
        excluded=m.STRIKING | {"walk_incline"},
    )


@rule(
    "achilles",
    guide="choosing/#achilles",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.LOW,
    claims=("S5", "S33"),
    refs=("R15",),
    stands=True,
)
def achilles(s: Situation, _r: Readiness) -> Limit | None:
    """An Achilles tendon is loaded most by hops and by uphill steps."""
    if "achilles_pain" not in s.conditions:
        return None
    return Limit(
        because="With Achilles pain keep impact low and stay on the flat: no hops, hills or stairs.",
        outcome=_CAUTION,
        impact=Impact.LOW,
        intensity=Intensity.MODERATE,
        excluded=m.STAIRS_AND_HILLS | m.SPRINTS | {"walk_incline", "hiking", "rucking", "dance_low_impact"},
    )


@rule(
    "shin",
    guide="choosing/#shin",
    sources=(src.HOUSTON_METHODIST_2026,),
    certainty=Certainty.LOW,
    claims=("S5", "S33"),
    refs=("R15",),
    stands=True,
)
def shin(s: Situation, _r: Readiness) -> Limit | None:
    """Shin pain often follows repeated strikes, so strikes are what it gets a rest from."""
    if "shin_pain" not in s.conditions:
        return None
    return Limit(
        because="With shin pain keep off repeated strikes; if one spot of bone hurts, it needs to be checked.",
        outcome=_CAUTION,
        impact=Impact.LOW,
        intensity=Intensity.MODERATE,
        excluded=m.STAIRS_AND_HILLS
        | m.SPRINTS
        | {"walk_brisk", "walk_incline", "rucking", "dance_low_impact", "hiking"},
    )


@rule(
    "low-back",
    guide="choosing/#low-back",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.VERY_LOW,
    claims=("S5",),
    refs=("R15",),
    stands=True,
)
def low_back(s: Situation, _r: Readiness) -> Limit | None:
    """A back that is sore from deadlifts dislikes pulling, loading and bending again."""
    if "low_back_soreness" not in s.conditions:
        return None
    return Limit(
        because="With a sore low back leave rowing, the ski-erg, ropes and loaded packs.",
        outcome=_CAUTION,
        impact=Impact.MODERATE,
        intensity=Intensity.MODERATE,
        excluded=frozenset({"rowing", "ski_erg", "rucking", "battle_ropes", "circuit"}),
    )


@rule(
    "osteoporosis",
    guide="choosing/#osteoporosis",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.LOW,
    claims=("S5",),
    refs=("R15",),
    stands=True,
)
def osteoporosis(s: Situation, _r: Readiness) -> Limit | None:
    """Fragile bone needs load, but not falls, jolts or a loaded bent back."""
    if "osteoporosis" not in s.conditions:
        return None
    return Limit(
        because="With osteoporosis keep impact low and avoid falls and a loaded bent back.",
        outcome=_CAUTION,
        impact=Impact.LOW,
        excluded=m.FALLS_AND_CONTACT | {"rowing", "ski_erg"},
    )


@rule(
    "body-weight",
    guide="choosing/#body-weight",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.LOW,
    claims=("S5",),
    refs=("R15",),
    stands=True,
)
def body_weight(s: Situation, _r: Readiness) -> Limit | None:
    """Every step lands the whole body, so with a high body weight unloaded work comes first."""
    if "obesity" not in s.conditions:
        return None
    return Limit(
        because="With a high body weight choose low impact first: your joints carry every strike.",
        outcome=_CAUTION,
        impact=Impact.LOW,
    )
