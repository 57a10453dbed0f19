"""Rules for pregnancy, conditions, painful joints, medicines and age. None depends on hours, effort or soreness."""

from __future__ import annotations

from calculator.data import modalities as m
from calculator.data import parameters as p
from calculator.data import sources as src
from calculator.model import Readiness, Situation
from calculator.rules.habits import trained
from calculator.rules_api import Limit, rule
from calculator.scales import Certainty, Impact, Intensity, Outcome, RunningExperience

__all__ = [
    "achilles",
    "ankle",
    "asthma",
    "blood_thinner",
    "body_weight",
    "epilepsy",
    "foot_pain",
    "foot_pain_walks",
    "glucose",
    "heart_rate_medicine",
    "hip",
    "irregular_heartbeat",
    "knee",
    "low_back",
    "muscle_strain",
    "new_to_cardio",
    "osteoporosis",
    "other_health",
    "pelvic_floor",
    "postpartum",
    "pregnancy",
    "rhabdo_caution",
    "shin",
    "sickle_cell_trait",
]

_CAUTION = Outcome.RECOMMEND_WITH_CAUTION


@rule(
    "pregnancy",
    guide_anchor="pregnancy/#limits",
    sources=(src.ACOG_2020, src.BULL_2020),
    certainty=Certainty.LOW,
    claims=("S31", "S50"),
    time_invariant=True,
    danger=True,
)
def pregnancy(s: Situation, _r: Readiness) -> Limit | None:
    """Moderate activity is encouraged in an uncomplicated pregnancy; falls, contact and maximal work are not."""
    if "pregnant" not in s.conditions:
        return None
    return Limit(
        reason="In pregnancy keep to low impact and moderate effort, judged by the talk test, without falls "
        "or contact.",
        outcome=_CAUTION,
        impact=Impact.LOW,
        intensity=Intensity.MODERATE,
        excluded=m.FALLS_AND_CONTACT,
        allows_intervals=False,
        shows_heart_rate=False,
    )


@rule(
    "postpartum",
    guide_anchor="pregnancy/#after-birth",
    sources=(src.ACOG_2020, src.PROJECT_JUDGEMENT),
    certainty=Certainty.LOW,
    time_invariant=True,
    danger=True,
)
def postpartum(s: Situation, _r: Readiness) -> Limit | None:
    """After a birth the pelvic floor comes back before impact does."""
    weeks = s.weeks_since_birth
    if "postpartum" not in s.conditions and (weeks is None or weeks >= p.POSTPARTUM_OVER.value):
        return None
    early = weeks is not None and weeks < p.POSTPARTUM_EARLY.value
    return Limit(
        reason=f"In the first {p.POSTPARTUM_EARLY} after a birth walk and move lightly, without impact, as your midwife agrees."
        if early
        else "After a birth return gently: low impact, and no impact at all with leaking, heaviness or pain.",
        outcome=_CAUTION,
        impact=Impact.NONE if early else Impact.LOW,
        intensity=Intensity.LIGHT if early else Intensity.MODERATE,
        minutes=int(p.POSTPARTUM_EARLY_MINUTES.value) if early else None,
        allows_intervals=False,
    )


@rule(
    "new-to-cardio",
    guide_anchor="over-60/#start",
    sources=(src.ACSM_SCREENING_2016,),
    certainty=Certainty.LOW,
    time_invariant=True,
)
def new_to_cardio(s: Situation, _r: Readiness) -> Limit | None:
    """From sixty-five on, and new to regular cardio, moderate effort comes first and vigorous effort waits."""
    if s.age is None or s.age < p.OLDER_ADULT.value or trained(s):
        return None
    return Limit(
        reason=f"From {p.OLDER_ADULT.value:g} on, without a habit of cardio, keep to moderate effort, without skates or "
        "skis; ask a doctor before vigorous work.",
        outcome=_CAUTION,
        intensity=Intensity.MODERATE,
        excluded=frozenset({"inline_skating", "xc_ski"}),
        allows_intervals=False,
    )


@rule(
    "heart-rate-medicine",
    guide_anchor="intensity/#medicines",
    sources=(src.MAYO_BETA_BLOCKERS_2023,),
    certainty=Certainty.MODERATE,
    claims=("S31", "S50"),
    time_invariant=True,
)
def heart_rate_medicine(s: Situation, _r: Readiness) -> Limit | None:
    """Beta blockers and some other blood pressure medicines hold the heart rate down, so its ranges mislead."""
    if not s.medicines & {"beta_blocker", "other_blood_pressure_medicine"}:
        return None
    which = "beta blockers" if "beta_blocker" in s.medicines else "some blood pressure medicines"
    return Limit(
        reason=f"Heart-rate ranges are left out: they are not valid on {which}. Moderate effort is the most until your "
        "doctor has agreed to more.",
        outcome=_CAUTION,
        intensity=Intensity.MODERATE,
        shows_heart_rate=False,
    )


@rule(
    "glucose",
    guide_anchor="safety/#diabetes",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.MODERATE,
    claims=("S50",),
    time_invariant=True,
)
def glucose(s: Situation, _r: Readiness) -> Limit | None:
    """Exercise moves blood sugar for hours, more so after legs and cardio together."""
    if not (s.conditions & {"type_1_diabetes", "type_2_diabetes"} or s.medicines & {"insulin", "sulfonylurea"}):
        return None
    return Limit(
        reason="With diabetes, or a medicine that lowers blood sugar, exercise is encouraged, and it needs a "
        "glucose plan.",
        outcome=_CAUTION,
    )


@rule(
    "rhabdo-caution",
    guide_anchor="safety/#rhabdomyolysis",
    sources=(src.RHABDO_PAGES, src.MASUDA_2023),
    certainty=Certainty.LOW,
    time_invariant=True,
    danger=True,
)
def rhabdo_caution(s: Situation, _r: Readiness) -> Limit | None:
    """Statins and kidney disease leave less room for a big muscle shock, so nothing new and all-out is added."""
    if "statin" not in s.medicines and "kidney_disease" not in s.conditions:
        return None
    return Limit(
        reason="With a statin or kidney disease add no new all-out effort, drink enough, and mind dark urine "
        "or severe weakness.",
        outcome=_CAUTION,
        intensity=Intensity.MODERATE
        if s.running_experience is RunningExperience.NONE and not trained(s)
        else Intensity.VIGOROUS,
    )


@rule(
    "knee",
    guide_anchor="choosing/#knee",
    sources=(src.LU_2007,),
    certainty=Certainty.LOW,
    claims=("S5", "S7"),
    time_invariant=True,
)
def knee(s: Situation, _r: Readiness) -> Limit | None:
    """A painful knee hurts more when it bends under load: stairs and steep work most, the elliptical more than a walk."""
    if not s.conditions & {"knee_pain", "knee_osteoarthritis"}:
        return None
    front = frozenset({"elliptical"}) if "knee_pain" in s.conditions else frozenset()
    return Limit(
        reason="With a painful or arthritic knee keep impact low and leave stairs and steep runs.",
        outcome=_CAUTION,
        impact=Impact.LOW,
        intensity=Intensity.MODERATE,
        excluded=m.STAIRS_AND_HILLS | m.SPRINTS | front | {"hiking", "circuit", "inline_skating"},
    )


@rule(
    "hip",
    guide_anchor="choosing/#hip",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.VERY_LOW,
    claims=("S5",),
    time_invariant=True,
)
def hip(s: Situation, _r: Readiness) -> Limit | None:
    """A painful hip dislikes wide, steep and bounding work."""
    if "hip_pain" not in s.conditions:
        return None
    return Limit(
        reason="With a painful hip keep impact low and leave steep and wide-legged work.",
        outcome=_CAUTION,
        impact=Impact.LOW,
        intensity=Intensity.MODERATE,
        excluded=m.STAIRS_AND_HILLS | m.SPRINTS | {"inline_skating", "hiking", "rucking", "circuit", "walk_incline"},
    )


@rule(
    "ankle",
    guide_anchor="choosing/#ankle",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.VERY_LOW,
    claims=("S5",),
    time_invariant=True,
)
def ankle(s: Situation, _r: Readiness) -> Limit | None:
    """A sprained ankle is unsteady, so leave out impact, turning and slippery ground."""
    if "ankle_sprain" not in s.conditions:
        return None
    return Limit(
        reason="With a sprained ankle avoid impact, turning and slippery ground; walk on the flat only if it does not hurt.",
        outcome=_CAUTION,
        impact=Impact.NONE,
        intensity=Intensity.MODERATE,
        excluded=m.STRIKING | {"walk_incline"},
    )


@rule(
    "achilles",
    guide_anchor="choosing/#achilles",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.LOW,
    claims=("S5", "S33"),
    time_invariant=True,
)
def achilles(s: Situation, _r: Readiness) -> Limit | None:
    """An Achilles tendon is loaded most by hops and by uphill steps."""
    if "achilles_pain" not in s.conditions:
        return None
    return Limit(
        reason="With Achilles pain keep impact low and stay on the flat: no hops, hills or stairs.",
        outcome=_CAUTION,
        impact=Impact.LOW,
        intensity=Intensity.MODERATE,
        excluded=m.STAIRS_AND_HILLS | m.SPRINTS | {"walk_incline", "hiking", "rucking", "dance_low_impact"},
    )


@rule(
    "shin",
    guide_anchor="choosing/#shin",
    sources=(src.HOUSTON_METHODIST_2026,),
    certainty=Certainty.LOW,
    claims=("S5", "S33"),
    time_invariant=True,
)
def shin(s: Situation, _r: Readiness) -> Limit | None:
    """Shin pain often follows repeated impact, so rest the shin from impact."""
    if "shin_pain" not in s.conditions:
        return None
    return Limit(
        reason="With shin pain avoid repeated impact; if one spot of bone hurts, it needs to be checked.",
        outcome=_CAUTION,
        impact=Impact.LOW,
        intensity=Intensity.MODERATE,
        excluded=m.STAIRS_AND_HILLS
        | m.SPRINTS
        | {"walk_brisk", "walk_incline", "rucking", "dance_low_impact", "hiking"},
    )


@rule(
    "low-back",
    guide_anchor="choosing/#low-back",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.VERY_LOW,
    claims=("S5",),
    time_invariant=True,
)
def low_back(s: Situation, _r: Readiness) -> Limit | None:
    """A back that is sore from deadlifts dislikes pulling, loading and bending again."""
    if "low_back_soreness" not in s.conditions:
        return None
    return Limit(
        reason="With a sore lower back leave rowing, the ski-erg, ropes and loaded packs.",
        outcome=_CAUTION,
        impact=Impact.MODERATE,
        intensity=Intensity.MODERATE,
        excluded=frozenset({"rowing", "ski_erg", "rucking", "battle_ropes", "circuit"}),
    )


@rule(
    "osteoporosis",
    guide_anchor="choosing/#osteoporosis",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.LOW,
    claims=("S5",),
    time_invariant=True,
    danger=True,
)
def osteoporosis(s: Situation, _r: Readiness) -> Limit | None:
    """Fragile bone needs load, but not falls, impact or a loaded bent back."""
    if "osteoporosis" not in s.conditions:
        return None
    return Limit(
        reason="With osteoporosis keep impact low and avoid falls and a loaded bent back.",
        outcome=_CAUTION,
        impact=Impact.LOW,
        excluded=m.FALLS_AND_CONTACT | {"rowing", "ski_erg"},
    )


@rule(
    "body-weight",
    guide_anchor="choosing/#body-weight",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.LOW,
    claims=("S5",),
    time_invariant=True,
)
def body_weight(s: Situation, _r: Readiness) -> Limit | None:
    """Every step lands the whole body, so with a high body weight choose low impact first."""
    if "obesity" not in s.conditions:
        return None
    return Limit(
        reason="With a high body weight choose low impact first: your joints carry every impact.",
        outcome=_CAUTION,
        impact=Impact.LOW,
    )


@rule(
    "irregular-heartbeat",
    guide_anchor="safety/#heart-rhythm",
    sources=(
        src.ACSM_SCREENING_2016,
        src.PROJECT_JUDGEMENT,
    ),
    certainty=Certainty.LOW,
    time_invariant=True,
)
def irregular_heartbeat(s: Situation, _r: Readiness) -> Limit | None:
    """With an irregular heartbeat the pulse is no guide, and harder work waits for a doctor's word."""
    if "irregular_heartbeat" not in s.conditions:
        return None
    return Limit(
        reason="With an irregular heartbeat keep to moderate effort, judged by breath and not by pulse; ask your doctor "
        "before more.",
        outcome=_CAUTION,
        intensity=Intensity.MODERATE,
        allows_intervals=False,
        shows_heart_rate=False,
    )


@rule(
    "asthma",
    guide_anchor="safety/#asthma",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.VERY_LOW,
    time_invariant=True,
)
def asthma(s: Situation, _r: Readiness) -> Limit | None:
    """Most people with asthma can train; hard work in cold or dry air is what brings symptoms."""
    if "asthma" not in s.conditions:
        return None
    return Limit(
        reason="With asthma keep to moderate effort, warm up longer and carry your reliever; ask your doctor "
        "before harder work.",
        outcome=_CAUTION,
        intensity=Intensity.MODERATE,
        allows_intervals=False,
    )


@rule(
    "epilepsy",
    guide_anchor="safety/#epilepsy",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.VERY_LOW,
    time_invariant=True,
    danger=True,
)
def epilepsy(s: Situation, _r: Readiness) -> Limit | None:
    """A seizure in water or at a height is what makes exercise dangerous with epilepsy."""
    if "epilepsy" not in s.conditions:
        return None
    return Limit(
        reason="With epilepsy do not swim alone and leave climbing machines, steep runs, skates and skis; keep "
        "to moderate effort.",
        outcome=_CAUTION,
        intensity=Intensity.MODERATE,
        excluded=m.WATER | m.STAIRS_AND_HILLS | m.FALLS_AND_CONTACT,
        allows_intervals=False,
    )


@rule(
    "sickle-cell-trait",
    guide_anchor="safety/#sickle-cell-trait",
    sources=(src.RHABDO_PAGES,),
    certainty=Certainty.LOW,
    time_invariant=True,
    danger=True,
)
def sickle_cell_trait(s: Situation, _r: Readiness) -> Limit | None:
    """With sickle cell trait all-out work, heat and too little to drink can break down muscle."""
    if "sickle_cell_trait" not in s.conditions:
        return None
    return Limit(
        reason="With sickle cell trait: no all-out effort and no heat, drink enough, and rest between efforts.",
        outcome=_CAUTION,
        intensity=Intensity.MODERATE,
        allows_intervals=False,
    )


@rule(
    "blood-thinner",
    guide_anchor="safety/#blood-thinner",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.LOW,
    time_invariant=True,
    danger=True,
)
def blood_thinner(s: Situation, _r: Readiness) -> Limit | None:
    """On a blood thinner a fall or a blow can bleed badly."""
    if "blood_thinner" not in s.medicines:
        return None
    return Limit(
        reason="On a blood thinner choose nothing with contact or falls, and keep to moderate effort.",
        outcome=_CAUTION,
        intensity=Intensity.MODERATE,
        excluded=m.FALLS_AND_CONTACT | {"agility_drills"},
        allows_intervals=False,
    )


@rule(
    "muscle-strain",
    guide_anchor="soreness/#strain",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.LOW,
    time_invariant=False,
    danger=True,
)
def muscle_strain(s: Situation, _r: Readiness) -> Limit | None:
    """A pulled muscle is an injury and not soreness: the leg does no work that hurts."""
    if "muscle_strain" not in s.conditions:
        return None
    return Limit(
        reason="A strained muscle is not soreness: no impact, and light leg work only as far as it does not hurt. See a "
        "doctor or physiotherapist if it is not better in a week.",
        outcome=Outcome.STOP_REFER_ROUTINE if s.walking_affected else _CAUTION,
        impact=Impact.NONE,
        intensity=Intensity.LIGHT,
        minutes=int(p.REFERRAL_MINUTES.value if s.walking_affected else p.STRAINED_MUSCLE_MINUTES.value),
        applies_to=frozenset() if s.walking_affected else m.SLUGS - {"arm_ergometer"},
        excluded=m.STRIKING | m.STAIRS_AND_HILLS | {"walk_brisk", "walk_incline", "elliptical", "air_bike"},
        allows_intervals=False,
        action="See a doctor or physiotherapist this week: a strain that changes your walk needs a look."
        if s.walking_affected
        else "",
    )


@rule(
    "foot-pain",
    guide_anchor="choosing/#foot",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.VERY_LOW,
    time_invariant=True,
)
def foot_pain(s: Situation, _r: Readiness) -> Limit | None:
    """A painful foot takes every step, so steps are what it gets a rest from."""
    if "foot_pain" not in s.conditions:
        return None
    return Limit(
        reason="With foot pain choose work without impact, and walk no longer than a short easy walk.",
        outcome=_CAUTION,
        impact=Impact.NONE,
        intensity=Intensity.MODERATE,
        excluded=m.STRIKING | {"walk_brisk", "walk_incline"},
    )


@rule(
    "foot-pain-walks",
    guide_anchor="choosing/#foot-walks",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.VERY_LOW,
    time_invariant=True,
)
def foot_pain_walks(s: Situation, _r: Readiness) -> Limit | None:
    """A long walk is thousands of steps on a painful foot."""
    if "foot_pain" not in s.conditions:
        return None
    return Limit(
        reason=f"With foot pain a walk stays within {p.FOOT_WALK_MINUTES}.",
        minutes=int(p.FOOT_WALK_MINUTES.value),
        applies_to=m.WALKS,
    )


@rule(
    "pelvic-floor",
    guide_anchor="pregnancy/#pelvic-floor",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.LOW,
    time_invariant=True,
    danger=True,
)
def pelvic_floor(s: Situation, _r: Readiness) -> Limit | None:
    """Leaking or heaviness says that the pelvic floor does not hold impact yet."""
    if "pelvic_floor_symptoms" not in s.conditions:
        return None
    return Limit(
        reason="With leaking or heaviness choose work without impact, and see a pelvic-health physiotherapist.",
        outcome=_CAUTION,
        impact=Impact.NONE,
        intensity=Intensity.MODERATE,
        excluded=m.STRIKING,
        allows_intervals=False,
    )


@rule(
    "other-health",
    guide_anchor="safety/#other-conditions",
    sources=(src.WARBURTON_2011,),
    certainty=Certainty.VERY_LOW,
    time_invariant=True,
)
def other_health(s: Situation, _r: Readiness) -> Limit | None:
    """A condition or medicine that this calculator does not know may ask for more care than it can give."""
    if not (s.conditions & {"other_condition"} or s.medicines & {"other_medicine"}):
        return None
    return Limit(
        reason=f"This calculator does not know your {'condition' if 'other_condition' in s.conditions else 'medicine'}: keep to "
        "moderate effort, and ask your doctor before harder work.",
        outcome=_CAUTION,
        intensity=Intensity.MODERATE,
        allows_intervals=False,
    )
