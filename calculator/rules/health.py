"""Rules for pregnancy, conditions, painful joints, medicines and age. None depends on hours, effort or soreness."""

from __future__ import annotations

from calculator.data import modalities as m
from calculator.data import parameters as p
from calculator.data import sources as src
from calculator.data.sentences import say
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
    """Moderate exercise is encouraged in an uncomplicated pregnancy, but avoid falls, contact and all-out effort."""
    if "pregnant" not in s.conditions:
        return None
    return Limit(
        reason=say("rule.pregnancy"),
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
    """After a birth, give your pelvic floor time to recover before you go back to impact."""
    weeks = s.weeks_since_birth
    if "postpartum" not in s.conditions and (weeks is None or weeks >= p.POSTPARTUM_OVER.value):
        return None
    early = weeks is not None and weeks < p.POSTPARTUM_EARLY.value
    return Limit(
        reason=say("rule.postpartum.early", weeks=p.POSTPARTUM_EARLY) if early else say("rule.postpartum.later"),
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
    """If you are 65 or over and new to regular cardio, start with a moderate effort."""
    if s.age is None or s.age < p.OLDER_ADULT.value or trained(s):
        return None
    return Limit(
        reason=say("rule.new-to-cardio", age=p.OLDER_ADULT.value),
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
    """Beta blockers and some other blood pressure medicines lower your heart rate, so its ranges mislead."""
    if not s.medicines & {"beta_blocker", "other_blood_pressure_medicine"}:
        return None
    which = "beta-blockers" if "beta_blocker" in s.medicines else "other"
    return Limit(
        reason=say(f"rule.heart-rate-medicine.{which}"),
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
    """Exercise changes your blood sugar for hours, and more so after a leg session and cardio together."""
    if not (s.conditions & {"type_1_diabetes", "type_2_diabetes"} or s.medicines & {"insulin", "sulfonylurea"}):
        return None
    return Limit(
        reason=say("rule.glucose"),
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
    """With a statin or kidney disease, muscle damage does more harm, so do nothing new and all-out."""
    if "statin" not in s.medicines and "kidney_disease" not in s.conditions:
        return None
    return Limit(
        reason=say("rule.rhabdo-caution"),
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
        reason=say("rule.knee"),
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
    """Wide steps, steep ground and bounding can make a painful hip worse."""
    if "hip_pain" not in s.conditions:
        return None
    return Limit(
        reason=say("rule.hip"),
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
        reason=say("rule.ankle"),
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
        reason=say("rule.achilles"),
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
        reason=say("rule.shin"),
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
    """Pulling, loading and bending can make a back that is sore from deadlifts worse."""
    if "low_back_soreness" not in s.conditions:
        return None
    return Limit(
        reason=say("rule.low-back"),
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
    """Fragile bones need load, but avoid falls, impact and loads on a bent back."""
    if "osteoporosis" not in s.conditions:
        return None
    return Limit(
        reason=say("rule.osteoporosis"),
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
    """You land with your whole body weight at every step, so start with low-impact cardio."""
    if "obesity" not in s.conditions:
        return None
    return Limit(
        reason=say("rule.body-weight"),
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
    """With an irregular heartbeat you cannot go by heart rate, so ask a doctor before you train hard."""
    if "irregular_heartbeat" not in s.conditions:
        return None
    return Limit(
        reason=say("rule.irregular-heartbeat"),
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
        reason=say("rule.asthma"),
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
    """With epilepsy, a seizure in water or at a height is the danger."""
    if "epilepsy" not in s.conditions:
        return None
    return Limit(
        reason=say("rule.epilepsy"),
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
        reason=say("rule.sickle-cell-trait"),
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
    """If you take a blood thinner, you can bleed badly after a fall or a blow."""
    if "blood_thinner" not in s.medicines:
        return None
    return Limit(
        reason=say("rule.blood-thinner"),
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
    """A pulled muscle is an injury and not soreness, so do nothing that hurts."""
    if "muscle_strain" not in s.conditions:
        return None
    return Limit(
        reason=say("rule.muscle-strain"),
        outcome=Outcome.STOP_REFER_ROUTINE if s.walking_affected else _CAUTION,
        impact=Impact.NONE,
        intensity=Intensity.LIGHT,
        minutes=int(p.REFERRAL_MINUTES.value if s.walking_affected else p.STRAINED_MUSCLE_MINUTES.value),
        applies_to=frozenset() if s.walking_affected else m.SLUGS - {"arm_ergometer"},
        excluded=m.STRIKING | m.STAIRS_AND_HILLS | {"walk_brisk", "walk_incline", "elliptical", "air_bike"},
        allows_intervals=False,
        action=say("rule.muscle-strain.action") if s.walking_affected else "",
    )


@rule(
    "foot-pain",
    guide_anchor="choosing/#foot",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.VERY_LOW,
    time_invariant=True,
)
def foot_pain(s: Situation, _r: Readiness) -> Limit | None:
    """You put weight on a painful foot at every step, so give it a rest from steps."""
    if "foot_pain" not in s.conditions:
        return None
    return Limit(
        reason=say("rule.foot-pain"),
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
        reason=say("rule.foot-pain-walks", most=p.FOOT_WALK_MINUTES),
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
    """If you leak or feel heaviness, your pelvic floor is not ready for impact yet."""
    if "pelvic_floor_symptoms" not in s.conditions:
        return None
    return Limit(
        reason=say("rule.pelvic-floor"),
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
    """A condition or medicine that this calculator does not know may need more care than it can give."""
    if not (s.conditions & {"other_condition"} or s.medicines & {"other_medicine"}):
        return None
    return Limit(
        reason=say(f"rule.other-health.{'condition' if 'other_condition' in s.conditions else 'medicine'}"),
        outcome=_CAUTION,
        intensity=Intensity.MODERATE,
        allows_intervals=False,
    )
