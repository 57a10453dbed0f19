"""Rules that stop a plan or ask for a doctor first: warning signs, fever, age, heart disease, illness.

They never name a diagnosis.
"""

from __future__ import annotations

from calculator.data import modalities as m
from calculator.data import parameters as p
from calculator.data import sources as src
from calculator.data.sentences import count, listed, say
from calculator.data.warning_signs import BY_ID, Urgency, WarningSign, by_urgency
from calculator.model import Readiness, Situation
from calculator.rules_api import Limit, rule
from calculator.scales import Certainty, Goal, Impact, Intensity, Outcome, RunningExperience

__all__ = [
    "AS_AGREED",
    "DIAGNOSES",
    "PAINLESS_ONLY",
    "bone_pain",
    "clearance_first",
    "emergency",
    "fever",
    "head_cold",
    "heart_disease",
    "joint_locking",
    "lasting_soreness",
    "raised_pulse",
    "resting_pulse",
    "screening",
    "under_18",
    "unexplained_decline",
    "urgent",
]

PAINLESS_ONLY = frozenset({"focal_bone_pain", "joint_locking"})
_MUSCLE = frozenset({"dark_urine", "marked_muscle_swelling", "disproportionate_pain"})
DIAGNOSES = frozenset({"heart_disease", "kidney_disease", "type_1_diabetes", "type_2_diabetes"})


def _with_adult_to_tell(action: str, s: Situation) -> str:
    """The action, and for a young reader whom to tell."""
    young = s.age is not None and s.age < p.ADULT.value
    return f"{action} {say('rule.tell-an-adult')}" if young else action


def _named(signs: tuple[WarningSign, ...]) -> str:
    """The signs in words, in the order of the table."""
    return "; ".join(sign.text for sign in signs)


def _signs(s: Situation, level: Urgency) -> tuple[WarningSign, ...]:
    """The reader's warning signs of this urgency."""
    return by_urgency(s.red_flags, s.conditions)[level] if s.red_flags else ()


@rule(
    "emergency",
    guide_anchor="safety/#emergency",
    sources=(src.UCLH_DVT, src.WARBURTON_2011),
    certainty=Certainty.MODERATE,
    claims=("S4", "S50"),
    time_invariant=True,
)
def emergency(s: Situation, _r: Readiness) -> Limit | None:
    """Some signs can come from the heart, the lungs, the spine, a blood vessel or heat, so call for help now."""
    if not (signs := _signs(s, Urgency.EMERGENCY)):
        return None
    return Limit(
        reason=say("rule.emergency", signs=_named(signs)),
        outcome=Outcome.STOP_EMERGENCY,
        allows_session=False,
        shows_heart_rate=False,
        action=_with_adult_to_tell(BY_ID["chest_pain"].action, s),
    )


@rule(
    "urgent",
    guide_anchor="safety/#urgent",
    sources=(src.RHABDO_PAGES, src.UCLH_DVT, src.ACOG_2020),
    certainty=Certainty.MODERATE,
    claims=("S4", "S50"),
    time_invariant=True,
)
def urgent(s: Situation, _r: Readiness) -> Limit | None:
    """Some signs can mean damage, so get medical help the same day."""
    if not (signs := _signs(s, Urgency.TODAY)):
        return None
    pregnant = any(sign.id == "pregnancy_bleeding" for sign in signs)
    muscle = tuple(sign for sign in signs if sign.id in _MUSCLE)
    reasons = [say("rule.urgent.muscle.only" if muscle == signs else "rule.urgent", signs=_named(signs))]
    if muscle and muscle != signs:
        reasons.append(say("rule.urgent.muscle", signs=_named(muscle)))
    worse = [sign.emergency_if for sign in signs if sign.emergency_if and sign.id != "one_sided_calf_swelling"]
    return Limit(
        reason=" ".join(reasons),
        outcome=Outcome.STOP_SEEK_URGENT,
        allows_session=False,
        shows_heart_rate=False,
        action=_with_adult_to_tell(
            " ".join(
                [
                    say("rule.urgent.action.pregnant" if pregnant else "rule.urgent.action"),
                    *dict.fromkeys(worse),
                ]
            ),
            s,
        ),
    )


@rule(
    "fever",
    guide_anchor="safety/#fever",
    sources=(src.FEVER_PAGES,),
    certainty=Certainty.LOW,
    claims=("S50",),
    time_invariant=True,
)
def fever(s: Situation, _r: Readiness) -> Limit | None:
    """Your body needs its strength to fight an infection, and exercise with a fever can strain your heart."""
    if "fever" not in s.red_flags:
        return None
    return Limit(
        reason=say("rule.fever", fever=p.FEVER),
        outcome=Outcome.STOP_REST,
        allows_session=False,
        shows_heart_rate=False,
        action=say("rule.fever.action", wait=p.FEVER_WAIT),
    )


def _above_usual(s: Situation) -> int:
    """Beats per minute by which the resting pulse is above the usual one; 0 where either is unknown."""
    if s.resting_hr is None or s.usual_resting_hr is None:
        return 0
    return s.resting_hr - s.usual_resting_hr


@rule(
    "resting-pulse",
    guide_anchor="recovery/#resting-pulse",
    sources=(src.MEEUSEN_2013, src.PROJECT_JUDGEMENT),
    certainty=Certainty.LOW,
    time_invariant=True,
)
def resting_pulse(s: Situation, _r: Readiness) -> Limit | None:
    """A resting heart rate far above normal can come from an infection, fluid loss, a medicine or the heart, so do not train."""
    above = _above_usual(s)
    if s.resting_hr is None or (s.resting_hr < p.RESTING_HR_STOP.value and above < p.RESTING_HR_FAR_ABOVE.value):
        return None
    far_above = above >= p.RESTING_HR_FAR_ABOVE.value
    return Limit(
        reason=say(
            "rule.resting-pulse.above" if far_above else "rule.resting-pulse.high",
            rate=count(s.resting_hr, "bpm"),
            above=count(above, ""),
        ),
        outcome=Outcome.STOP_REST,
        allows_session=False,
        shows_heart_rate=False,
        action=say("rule.resting-pulse.action"),
    )


_PULSE_HIGHER, _PULSE_A_LITTLE_HIGHER = (
    Limit(
        reason=say(f"rule.raised-pulse.{how}", above=most),
        outcome=Outcome.RECOMMEND_WITH_CAUTION,
        intensity=band,
        minutes=minutes,
        allows_intervals=False,
    )
    for most, how, band, minutes in (
        (p.RESTING_HR_ABOVE, "much", Intensity.LIGHT, int(p.STRAIN_MINUTES.value)),
        (p.RAISED_RESTING_HR, "little", Intensity.MODERATE, None),
    )
)


@rule(
    "raised-pulse",
    guide_anchor="recovery/#raised-pulse",
    sources=(src.MEEUSEN_2013, src.PROJECT_JUDGEMENT),
    certainty=Certainty.VERY_LOW,
)
def raised_pulse(s: Situation, r: Readiness) -> Limit | None:
    """Your resting heart rate often rises by some beats before an illness or after too much training."""
    above = _above_usual(s)
    if above < p.RAISED_RESTING_HR.value:
        return None
    tired = r.score < p.READY_MODERATE.value or s.soreness >= p.SORENESS_CAP.value
    if above > p.RESTING_HR_ABOVE.value:
        return _PULSE_HIGHER
    return _PULSE_A_LITTLE_HIGHER._replace(intensity=Intensity.LIGHT) if tired else _PULSE_A_LITTLE_HIGHER


@rule(
    "under-18",
    guide_anchor="safety/#under-18",
    sources=(src.BULL_2020, src.PROJECT_JUDGEMENT),
    certainty=Certainty.MODERATE,
    claims=("S50",),
    time_invariant=True,
)
def under_18(s: Situation, _r: Readiness) -> Limit | None:
    """The minutes and heart-rate formulas here were made for adults and have not been tested for younger people."""
    if s.age is None or s.age >= p.ADULT.value:
        return None
    return Limit(
        reason=say("rule.under-18", age=p.ADULT.value),
        outcome=Outcome.OUT_OF_SCOPE_GENERAL_ADVICE,
        intensity=Intensity.MODERATE,
        allows_session=False,
        shows_heart_rate=False,
        action=say("rule.under-18.action"),
    )


AS_AGREED = Limit(
    reason=say("rule.as-agreed"),
    outcome=Outcome.RECOMMEND_WITH_CAUTION,
    impact=Impact.MODERATE,
    intensity=Intensity.MODERATE,
    allows_intervals=False,
    shows_heart_rate=False,
)


@rule(
    "heart-disease",
    guide_anchor="safety/#heart",
    sources=(src.ACSM_SCREENING_2016,),
    certainty=Certainty.MODERATE,
    claims=("S50",),
    time_invariant=True,
    danger=True,
)
def heart_disease(s: Situation, _r: Readiness) -> Limit | None:
    """If you have heart disease, ask a doctor who knows your heart how hard you can train."""
    if "heart_disease" not in s.conditions:
        return None
    if s.cleared:
        return AS_AGREED
    walk = "" if s.red_flags & PAINLESS_ONLY else ".walk"  # which a painful bone or joint takes out
    return Limit(
        reason=say(f"rule.heart-disease{walk}"),
        outcome=Outcome.NEEDS_CLEARANCE,
        impact=Impact.LOW,
        intensity=Intensity.LIGHT,
        minutes=int(p.NEEDS_CLEARANCE_MINUTES.value),
        excluded=m.SLUGS - {"walk_easy"},
        allows_intervals=False,
        shows_heart_rate=False,
        action=say(f"rule.heart-disease.action{walk}"),
    )


_ASK_FIRST = {
    "hypertension_uncontrolled": "high blood pressure that is not under control",
    "stroke": "a stroke",
    "recent_operation": "an operation in the last 12 weeks",
    "pregnancy_complication": "a complication in pregnancy",
}
_SECOND_RISK = {
    "hypertension_controlled": "high blood pressure",
    "hypertension_uncontrolled": "high blood pressure",
    "heart_disease": "heart disease",
    "kidney_disease": "kidney disease",
    "type_1_diabetes": "type 1 diabetes",
}


@rule(
    "clearance-first",
    guide_anchor="safety/#clearance-first",
    sources=(src.ACSM_SCREENING_2016, src.ACOG_2020, src.PROJECT_JUDGEMENT),
    certainty=Certainty.LOW,
    time_invariant=True,
    danger=True,
)
def clearance_first(s: Situation, _r: Readiness) -> Limit | None:
    """With some conditions, and in a pregnancy with a second risk, ask a doctor who knows you before you train."""
    names = [text for condition, text in _ASK_FIRST.items() if condition in s.conditions]
    if "pregnant" in s.conditions:
        names += [f"pregnancy with {text}" for condition, text in _SECOND_RISK.items() if condition in s.conditions]
    if not names:
        return None
    if s.cleared:
        return AS_AGREED
    return Limit(
        reason=say("rule.clearance-first", conditions=listed(dict.fromkeys(names))),
        outcome=Outcome.NEEDS_CLEARANCE,
        impact=Impact.LOW,
        intensity=Intensity.LIGHT,
        minutes=int(p.NEEDS_CLEARANCE_MINUTES.value),
        excluded=m.SLUGS - {"walk_easy"},
        allows_intervals=False,
        shows_heart_rate=False,
        action=say(
            "rule.clearance-first.action" if s.red_flags & PAINLESS_ONLY else "rule.clearance-first.action.walk"
        ),
    )


@rule(
    "bone-pain",
    guide_anchor="safety/#bone-pain",
    sources=(src.HOUSTON_METHODIST_2026,),
    certainty=Certainty.LOW,
    claims=("S32", "S33"),
    time_invariant=True,
    danger=True,
)
def bone_pain(s: Situation, _r: Readiness) -> Limit | None:
    """If one spot of a bone hurts more when you load it, it could be a bone stress injury, so avoid impact."""
    if "focal_bone_pain" not in s.red_flags:
        return None
    return Limit(
        reason=say("rule.bone-pain"),
        outcome=Outcome.STOP_REFER_ROUTINE,
        impact=Impact.NONE,
        intensity=Intensity.LIGHT,
        minutes=int(p.REFERRAL_MINUTES.value),
        excluded=m.SLUGS - m.UNLOADED,
        allows_intervals=False,
        action=say("rule.bone-pain.action"),
    )


@rule(
    "joint-locking",
    guide_anchor="safety/#joint-locking",
    sources=(src.NHS_INFORM_2024, src.PROJECT_JUDGEMENT),
    certainty=Certainty.LOW,
    claims=("S50",),
    time_invariant=True,
    danger=True,
)
def joint_locking(s: Situation, _r: Readiness) -> Limit | None:
    """A joint that locks or gives way can fail under load, so see a doctor before you put impact on it."""
    if "joint_locking" not in s.red_flags:
        return None
    return Limit(
        reason=say("rule.joint-locking"),
        outcome=Outcome.STOP_REFER_ROUTINE,
        impact=Impact.NONE,
        intensity=Intensity.LIGHT,
        minutes=int(p.REFERRAL_MINUTES.value),
        excluded=m.SLUGS - m.UNLOADED,
        allows_intervals=False,
        action=say("rule.joint-locking.action"),
    )


@rule(
    "unexplained-decline",
    guide_anchor="safety/#decline",
    sources=(src.MEEUSEN_2013,),
    certainty=Certainty.LOW,
    claims=("S40",),
    time_invariant=True,
)
def unexplained_decline(s: Situation, _r: Readiness) -> Limit | None:
    """If you get weaker for weeks, sleep badly or feel low, you may train too much or be ill."""
    if "unexplained_decline" not in s.red_flags:
        return None
    return Limit(
        reason=say("rule.unexplained-decline"),
        outcome=Outcome.STOP_REFER_ROUTINE,
        impact=Impact.LOW,
        intensity=Intensity.LIGHT,
        minutes=int(p.STRAIN_MINUTES.value),
        allows_intervals=False,
        action=say("rule.unexplained-decline.action", most=p.STRAIN_MINUTES),
    )


@rule(
    "lasting-soreness",
    guide_anchor="soreness/#lasting",
    sources=(src.NHS_INFORM_2024,),
    certainty=Certainty.LOW,
    claims=("S50",),
    danger=True,
)
def lasting_soreness(s: Situation, _r: Readiness) -> Limit | None:
    """Ordinary soreness is gone within two to five days, so if it lasts longer, it may be something else."""
    if s.soreness < p.SORENESS_LASTING.value or s.hours_since_legs < _soreness_lasts_from(s):
        return None
    course = "rising" if s.soreness_trend == "rising" else "days"
    return Limit(
        reason=say(
            f"rule.lasting-soreness.{course}",
            soreness=s.soreness,
            days=count(round(s.hours_since_legs / 24), "day"),
        ),
        outcome=Outcome.STOP_REFER_ROUTINE,
        intensity=Intensity.LIGHT,
        minutes=int(p.REFERRAL_MINUTES.value),
        excluded=m.SLUGS - m.UNLOADED - {"walk_easy"},
        action=say("rule.lasting-soreness.action"),
    )


def _soreness_lasts_from(s: Situation) -> float:
    """Hours after the legs from which soreness wants a doctor: sooner where it grows, later where it eases."""
    if s.soreness_trend == "rising":
        return p.GROWING_HOURS.value
    return p.LASTING_HOURS_EASING.value if s.soreness_trend == "easing" else p.LASTING_HOURS.value


_PRESSURE = Limit(
    reason=say("rule.screening.pressure"),
    outcome=Outcome.RECOMMEND_WITH_CAUTION,
    intensity=Intensity.MODERATE,
)


def _diagnosis(s: Situation) -> str:
    """The diagnosis that asks for a doctor first, the gravest, as the catalogue of sentences names it."""
    if "heart_disease" in s.conditions:
        return "heart"
    if "kidney_disease" in s.conditions:
        return "kidney"
    return "diabetes" if s.conditions & DIAGNOSES else "medicine"


@rule(
    "screening",
    guide_anchor="safety/#screening",
    sources=(src.ACSM_SCREENING_2016, src.WARBURTON_2011),
    certainty=Certainty.LOW,
    claims=("S50",),
    time_invariant=True,
)
def screening(s: Situation, _r: Readiness) -> Limit | None:
    """With heart disease, diabetes, kidney disease or high blood pressure, ask a doctor before you train hard."""
    if s.conditions & DIAGNOSES or s.medicines & {"insulin", "sulfonylurea"}:
        inactive = s.running_experience is RunningExperience.NONE and s.goal is Goal.SPEED_POWER and not s.cleared
        return Limit(
            reason=say(f"rule.screening.{_diagnosis(s)}"),
            outcome=Outcome.NEEDS_CLEARANCE if inactive else Outcome.RECOMMEND_WITH_CAUTION,
            intensity=Intensity.MODERATE,
            allows_intervals=False,
            action=say("rule.screening.action") if inactive else "",
        )
    if "hypertension_controlled" in s.conditions:
        return _PRESSURE
    return None


@rule(
    "head-cold",
    guide_anchor="safety/#cold",
    sources=(src.FEVER_PAGES,),
    certainty=Certainty.VERY_LOW,
    claims=(),
    time_invariant=True,
)
def head_cold(s: Situation, _r: Readiness) -> Limit | None:
    """With a cold above the neck and no fever, you can do a moderate session, but no more."""
    if "head_cold" not in s.conditions:
        return None
    return Limit(
        reason=say("rule.head-cold", most=p.COLD_MINUTES),
        outcome=Outcome.RECOMMEND_WITH_CAUTION,
        impact=Impact.MODERATE,
        intensity=Intensity.MODERATE,
        minutes=int(p.COLD_MINUTES.value),
        allows_intervals=False,
    )
