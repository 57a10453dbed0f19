"""Knows the gate: the signs that stop a plan, and the conditions that ask a clinician first.

Must never know soreness ceilings, doses or rankings; it never names a diagnosis.
"""

from __future__ import annotations

from calculator import modalities as m
from calculator import parameters as p
from calculator import sources as src
from calculator.model import Certainty, Goal, Impact, Intensity, Limit, Outcome, Readiness, Running, Situation, rule

__all__ = [
    "DIAGNOSES",
    "EMERGENCY",
    "PAINLESS_ONLY",
    "SIGNS",
    "URGENT",
    "bone_pain",
    "emergency",
    "fever",
    "head_cold",
    "heart_disease",
    "joint_locking",
    "lasting_soreness",
    "screening",
    "under_18",
    "unexplained_decline",
    "urgent",
]

EMERGENCY = frozenset(
    {
        "chest_pain",
        "sudden_breathlessness",
        "heat_confusion",
        "saddle_numbness",
        "bladder_or_bowel_change",
        "numb_or_cold_limb",
    }
)
URGENT = frozenset(
    {
        "dark_urine",
        "marked_muscle_swelling",
        "disproportionate_pain",
        "one_sided_calf_swelling",
        "syncope",
        "hot_swollen_joint",
        "cannot_bear_weight",
        "pregnancy_bleeding",
    }
)
PAINLESS_ONLY = frozenset({"focal_bone_pain", "joint_locking"})
_MUSCLE = frozenset({"dark_urine", "marked_muscle_swelling", "disproportionate_pain"})
_LIMB = "If the limb turns tense, numb or cold, call your local emergency number."
_CALL_IF = {
    "marked_muscle_swelling": _LIMB,
    "disproportionate_pain": _LIMB,
    "syncope": "If you fainted during effort, or with palpitations or chest symptoms, call your local emergency number.",
}
DIAGNOSES = frozenset({"heart_disease", "kidney_disease", "type_1_diabetes", "type_2_diabetes"})
SIGNS = {
    "chest_pain": "chest pain or pressure",
    "syncope": "fainting",
    "sudden_breathlessness": "sudden breathlessness",
    "one_sided_calf_swelling": "one calf that is swollen, warm or painful",
    "dark_urine": "dark urine",
    "marked_muscle_swelling": "marked swelling of a muscle",
    "disproportionate_pain": "pain out of proportion to the session",
    "numb_or_cold_limb": "a numb, cold or tense limb",
    "hot_swollen_joint": "a hot, swollen joint",
    "cannot_bear_weight": "a leg that cannot bear weight",
    "joint_locking": "a joint that locks or gives way",
    "fever": "fever",
    "focal_bone_pain": "bone pain that a fingertip can cover",
    "saddle_numbness": "numbness where a saddle would sit",
    "bladder_or_bowel_change": "a new change of bladder or bowel control",
    "pregnancy_bleeding": "bleeding, fluid loss or contractions in pregnancy",
    "heat_confusion": "confusion or collapse in heat",
    "unexplained_decline": "weeks of falling form without a reason",
}


def _told(action: str, s: Situation) -> str:
    """The action, and for a young reader whom to tell."""
    young = s.age is not None and s.age < p.ADULT.value
    return f"{action} Tell a parent or another adult." if young else action


def _named(signs: frozenset[str], between: str = "; ") -> str:
    """The signs in words, in the order of the form."""
    words = [words for sign, words in SIGNS.items() if sign in signs]
    text = between.join(words)
    return text[0].upper() + text[1:]


@rule(
    "emergency",
    guide="safety/#emergency",
    sources=(src.UCLH_DVT, src.WARBURTON_2011),
    certainty=Certainty.MODERATE,
    claims=("S4", "S50"),
    refs=("R1", "R2"),
    stands=True,
)
def emergency(s: Situation, _r: Readiness) -> Limit | None:
    """Some signs can come from the heart, the lungs, the spine, a vessel or heat, and need help now, not a plan."""
    if not (signs := s.red_flags & EMERGENCY):
        return None
    return Limit(
        because=f"{_named(signs)}: this needs emergency help now, whatever the legs feel like.",
        outcome=Outcome.STOP_EMERGENCY,
        session=False,
        heart_rate=False,
        action=_told("Call your local emergency number now. Do not drive yourself, and do not exercise.", s),
    )


@rule(
    "urgent",
    guide="safety/#urgent",
    sources=(src.RHABDO_PAGES, src.UCLH_DVT, src.ACOG_2020),
    certainty=Certainty.MODERATE,
    claims=("S4", "S50"),
    refs=("R1", "R2"),
    stands=True,
)
def urgent(s: Situation, _r: Readiness) -> Limit | None:
    """Some signs can mean damage that a training plan must not delay, so they are looked at the same day."""
    if not (signs := s.red_flags & URGENT):
        return None
    where = "your maternity unit or urgent care" if "pregnancy_bleeding" in signs else "urgent care"
    muscle = signs & _MUSCLE
    rhabdo = (
        f" {_named(muscle, ' and ')} could be a sign of serious muscle breakdown (rhabdomyolysis)." if muscle else ""
    )
    worse = [words for sign, words in _CALL_IF.items() if sign in signs]
    return Limit(
        because=f"{_named(signs)}: this should be assessed the same day.{rhabdo}",
        outcome=Outcome.STOP_SEEK_URGENT,
        session=False,
        heart_rate=False,
        action=_told(
            " ".join(
                [
                    f"Get medical assessment today, and do not exercise until then: {where}, or emergency care if it gets worse.",
                    *dict.fromkeys(worse),
                ]
            ),
            s,
        ),
    )


@rule(
    "fever",
    guide="safety/#fever",
    sources=(src.FEVER_PAGES,),
    certainty=Certainty.LOW,
    claims=("S50",),
    refs=("R1", "R3"),
    stands=True,
)
def fever(s: Situation, _r: Readiness) -> Limit | None:
    """A body that fights an infection needs its strength, and exercise with fever can strain the heart."""
    if "fever" not in s.red_flags:
        return None
    return Limit(
        because=f"With a fever of {p.FEVER} or more there is no exercise, whatever the legs feel like.",
        outcome=Outcome.STOP_REST,
        session=False,
        heart_rate=False,
        action=f"No exercise with fever. Rest, wait at least {p.FEVER_WAIT} after it has gone, and return gradually.",
    )


@rule(
    "under-18",
    guide="safety/#under-18",
    sources=(src.BULL_2020, src.PROJECT_JUDGEMENT),
    certainty=Certainty.MODERATE,
    claims=("S50",),
    refs=("R9",),
    stands=True,
)
def under_18(s: Situation, _r: Readiness) -> Limit | None:
    """The doses and heart-rate formulas here were made for adults and are not validated for younger readers."""
    if s.age is None or s.age >= p.ADULT.value:
        return None
    return Limit(
        because=f"This tool is for adults: its numbers are not validated under {p.ADULT.value:g}.",
        outcome=Outcome.OUT_OF_SCOPE_GENERAL_ADVICE,
        intensity=Intensity.MODERATE,
        session=False,
        heart_rate=False,
        action="Ask your coach, a parent or a teacher. In general: play and move every day, and keep the day "
        "after a hard leg session easy.",
    )


@rule(
    "heart-disease",
    guide="safety/#heart",
    sources=(src.ACSM_SCREENING_2016,),
    certainty=Certainty.MODERATE,
    claims=("S50",),
    refs=("R6",),
    stands=True,
)
def heart_disease(s: Situation, _r: Readiness) -> Limit | None:
    """With known heart disease a clinician who knows the heart sets the limits, not a web page."""
    if "heart_disease" not in s.conditions:
        return None
    walk = "" if s.red_flags & PAINLESS_ONLY else "; until then an easy walk"  # which a painful bone or joint takes out
    return Limit(
        because=f"Known heart disease needs a clinician's clearance before a cardio plan{walk}.",
        outcome=Outcome.NEEDS_CLEARANCE,
        impact=Impact.LOW,
        intensity=Intensity.LIGHT,
        minutes=int(p.NEEDS_CLEARANCE_MINUTES.value),
        excluded=m.SLUGS - {"walk_easy"},
        intervals=False,
        heart_rate=False,
        action="Ask your doctor or cardiac team which effort is safe for you."
        + (" Until then, walk easily and stop at any symptom." if walk else ""),
    )


@rule(
    "bone-pain",
    guide="safety/#bone-pain",
    sources=(src.HOUSTON_METHODIST_2026,),
    certainty=Certainty.LOW,
    claims=("S32", "S33"),
    refs=("R2", "R4"),
    stands=True,
)
def bone_pain(s: Situation, _r: Readiness) -> Limit | None:
    """Pain in one spot of a bone that grows with loading could be a bone stress injury: impact waits."""
    if "focal_bone_pain" not in s.red_flags:
        return None
    return Limit(
        because="Bone pain in one spot could be a bone stress injury: no running or jumping until it has been "
        "assessed, nor anything else that loads or jolts the leg.",
        outcome=Outcome.STOP_REFER_ROUTINE,
        impact=Impact.NONE,
        intensity=Intensity.MODERATE,
        excluded=m.SLUGS - m.UNLOADED,
        intervals=False,
        action="Book a clinician this week; until then only unloaded work, and only if it is painless.",
    )


@rule(
    "joint-locking",
    guide="safety/#joint-locking",
    sources=(src.NHS_INFORM_2024, src.PROJECT_JUDGEMENT),
    certainty=Certainty.LOW,
    claims=("S50",),
    refs=("R2",),
    stands=True,
)
def joint_locking(s: Situation, _r: Readiness) -> Limit | None:
    """A joint that locks or gives way can let you down under load, so it is looked at before it carries impact."""
    if "joint_locking" not in s.red_flags:
        return None
    return Limit(
        because="A joint that locks or gives way needs to be looked at before it takes load or impact.",
        outcome=Outcome.STOP_REFER_ROUTINE,
        impact=Impact.NONE,
        intensity=Intensity.MODERATE,
        excluded=m.SLUGS - m.UNLOADED,
        intervals=False,
        action="See a clinician soon; until then no running, jumping or turning, only unloaded work that is painless.",
    )


@rule(
    "unexplained-decline",
    guide="safety/#decline",
    sources=(src.MEEUSEN_2013,),
    certainty=Certainty.LOW,
    claims=("S40",),
    refs=("R4",),
    stands=True,
)
def unexplained_decline(s: Situation, _r: Readiness) -> Limit | None:
    """Form that falls for weeks with poor sleep or mood can be too much training, or an illness."""
    if "unexplained_decline" not in s.red_flags:
        return None
    return Limit(
        because="Weeks of falling form without a reason call for easy days and a clinician's look.",
        outcome=Outcome.STOP_REFER_ROUTINE,
        impact=Impact.LOW,
        intensity=Intensity.LIGHT,
        intervals=False,
        action="Keep to light movement and see a clinician about the weeks of falling form.",
    )


@rule(
    "lasting-soreness",
    guide="soreness/#lasting",
    sources=(src.NHS_INFORM_2024,),
    certainty=Certainty.LOW,
    claims=("S50",),
    refs=("R37",),
)
def lasting_soreness(s: Situation, _r: Readiness) -> Limit | None:
    """Ordinary soreness is gone within two to five days, so what lasts longer may be something else."""
    if s.soreness < p.SORENESS_LASTING.value or s.hours_since_legs < p.LASTING_HOURS.value:
        return None
    return Limit(
        because=f"Soreness of {s.soreness} after {s.hours_since_legs:g} h is longer than ordinary soreness lasts.",
        outcome=Outcome.STOP_REFER_ROUTINE,
        excluded=m.SLUGS - m.UNLOADED - {"walk_easy"},
        action="Have the soreness looked at by a clinician; until then keep to what does not hurt.",
    )


_PRESSURE = Limit(
    because="With controlled high blood pressure, moderate effort is the most without a clinician's word; keep breathing "
    "through every effort.",
    outcome=Outcome.RECOMMEND_WITH_CAUTION,
    intensity=Intensity.MODERATE,
)


@rule(
    "screening",
    guide="safety/#screening",
    sources=(src.ACSM_SCREENING_2016, src.WARBURTON_2011),
    certainty=Certainty.LOW,
    claims=("S50",),
    refs=("R7",),
    stands=True,
)
def screening(s: Situation, _r: Readiness) -> Limit | None:
    """With a diagnosis of heart, vessels, metabolism or kidneys, hard work waits until a clinician has agreed to it."""
    if s.conditions & DIAGNOSES or s.medicines & {"insulin", "sulfonylurea"}:
        inactive = s.running_experience is Running.NONE and s.goal is Goal.SPEED_POWER
        return Limit(
            because=f"With this {'diagnosis' if s.conditions & DIAGNOSES else 'medicine'}, moderate effort is the most without "
            "a clinician's word; ask before anything vigorous.",
            outcome=Outcome.NEEDS_CLEARANCE if inactive else Outcome.RECOMMEND_WITH_CAUTION,
            intensity=Intensity.MODERATE,
            intervals=False,
            action="Ask your clinician before you train hard; keep to moderate effort until then." if inactive else "",
        )
    if "hypertension_controlled" in s.conditions:
        return _PRESSURE
    return None


@rule(
    "head-cold",
    guide="safety/#cold",
    sources=(src.FEVER_PAGES,),
    certainty=Certainty.VERY_LOW,
    claims=(),
    refs=("R3",),
    stands=True,
)
def head_cold(s: Situation, _r: Readiness) -> Limit | None:
    """A cold above the neck without fever bears moderate work, not more."""
    if "head_cold" not in s.conditions:
        return None
    return Limit(
        because=f"With a head cold keep it moderate and within {p.COLD_MINUTES}; stop if it goes to the chest "
        "or a fever comes.",
        outcome=Outcome.RECOMMEND_WITH_CAUTION,
        impact=Impact.MODERATE,
        intensity=Intensity.MODERATE,
        minutes=int(p.COLD_MINUTES.value),
        intervals=False,
    )
