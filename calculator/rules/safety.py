"""Rules that stop a plan or ask for a doctor first: warning signs, fever, age, heart disease, illness.

They never name a diagnosis.
"""

from __future__ import annotations

from calculator.data import modalities as m
from calculator.data import parameters as p
from calculator.data import sources as src
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
    return f"{action} Tell a parent or another adult." if young else action


def _named(signs: tuple[WarningSign, ...], between: str = "; ") -> str:
    """The signs in words, in the order of the table."""
    text = between.join(sign.text for sign in signs)
    return text[0].upper() + text[1:]


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
    """Some signs can come from the heart, the lungs, the spine, a vessel or heat, and need help now, not a plan."""
    if not (signs := _signs(s, Urgency.EMERGENCY)):
        return None
    return Limit(
        reason=f"{_named(signs)}: this needs emergency help now, whatever the legs feel like.",
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
    """Some signs can mean damage that a training plan must not delay, so they are looked at the same day."""
    if not (signs := _signs(s, Urgency.TODAY)):
        return None
    pregnant = any(sign.id == "pregnancy_bleeding" for sign in signs)
    where = "your maternity unit or urgent care" if pregnant else "urgent care"
    muscle = tuple(sign for sign in signs if sign.id in _MUSCLE)
    rhabdo = (
        f" {_named(muscle, ' and ')} could be a sign of serious muscle breakdown (rhabdomyolysis)." if muscle else ""
    )
    worse = [sign.emergency_if for sign in signs if sign.emergency_if and sign.id != "one_sided_calf_swelling"]
    return Limit(
        reason=f"{_named(signs)}: this should be assessed the same day.{rhabdo}",
        outcome=Outcome.STOP_SEEK_URGENT,
        allows_session=False,
        shows_heart_rate=False,
        action=_with_adult_to_tell(
            " ".join(
                [
                    f"Get medical help today, and do not exercise until then: {where}, or emergency care if it gets worse.",
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
    """A body that fights an infection needs its strength, and exercise with fever can strain the heart."""
    if "fever" not in s.red_flags:
        return None
    return Limit(
        reason=f"With a fever of {p.FEVER} or more there is no exercise, whatever the legs feel like.",
        outcome=Outcome.STOP_REST,
        allows_session=False,
        shows_heart_rate=False,
        action=f"No exercise with fever. Rest, wait at least {p.FEVER_WAIT} after it has gone, and return gradually.",
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
    """A resting pulse far above normal can come from an infection, fluid loss, a medicine or the heart: training waits."""
    above = _above_usual(s)
    if s.resting_hr is None or (s.resting_hr < p.RESTING_HR_STOP.value and above < p.RESTING_HR_FAR_ABOVE.value):
        return None
    usual = f", {above} above your usual" if above >= p.RESTING_HR_FAR_ABOVE.value else ""
    return Limit(
        reason=f"Your resting pulse is {s.resting_hr}{usual}: do not train today.",
        outcome=Outcome.STOP_REST,
        allows_session=False,
        shows_heart_rate=False,
        action="Rest, drink, and measure again after 10 quiet minutes. Look for fever, vomiting, too little to drink, or a new "
        "medicine. If the pulse stays this high until tomorrow, see a doctor. With chest pain, breathlessness, fainting or a "
        "fluttering heart, call your local emergency number now.",
    )


_PULSE_HIGHER, _PULSE_A_LITTLE_HIGHER = (
    Limit(
        reason=f"Your resting pulse is {most.value:g} or more above your usual: {how}.",
        outcome=Outcome.RECOMMEND_WITH_CAUTION,
        intensity=band,
        minutes=minutes,
        allows_intervals=False,
    )
    for most, how, band, minutes in (
        (p.RESTING_HR_ABOVE, "keep it light and short today", Intensity.LIGHT, int(p.STRAIN_MINUTES.value)),
        (p.RAISED_RESTING_HR, "go one step easier than you would", Intensity.MODERATE, None),
    )
)


@rule(
    "raised-pulse",
    guide_anchor="recovery/#raised-pulse",
    sources=(src.MEEUSEN_2013, src.PROJECT_JUDGEMENT),
    certainty=Certainty.VERY_LOW,
)
def raised_pulse(s: Situation, r: Readiness) -> Limit | None:
    """A resting pulse some beats above the usual often comes before an illness or after too much training."""
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
    """The minutes and heart-rate formulas here were made for adults and are not validated for younger readers."""
    if s.age is None or s.age >= p.ADULT.value:
        return None
    return Limit(
        reason=f"This tool is for adults: its numbers are not validated under {p.ADULT.value:g}.",
        outcome=Outcome.OUT_OF_SCOPE_GENERAL_ADVICE,
        intensity=Intensity.MODERATE,
        allows_session=False,
        shows_heart_rate=False,
        action="Ask your coach, a parent or a teacher. In general: play and move every day, and keep the day "
        "after a hard leg session easy.",
    )


AS_AGREED = Limit(
    reason="Your doctor has agreed to exercise: keep to light or moderate effort, as agreed, without intervals.",
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
    """With known heart disease a doctor who knows the heart sets the limits, not a web page."""
    if "heart_disease" not in s.conditions:
        return None
    if s.cleared:
        return AS_AGREED
    walk = "" if s.red_flags & PAINLESS_ONLY else "; until then an easy walk"  # which a painful bone or joint takes out
    return Limit(
        reason=f"Known heart disease needs a doctor's clearance before a cardio plan{walk}.",
        outcome=Outcome.NEEDS_CLEARANCE,
        impact=Impact.LOW,
        intensity=Intensity.LIGHT,
        minutes=int(p.NEEDS_CLEARANCE_MINUTES.value),
        excluded=m.SLUGS - {"walk_easy"},
        allows_intervals=False,
        shows_heart_rate=False,
        action="Ask your doctor or cardiac team which effort is safe for you."
        + (" Until then, walk easily and stop at any symptom." if walk else ""),
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
    """Some conditions, and a pregnancy with a second risk, need the word of a doctor who knows them before any plan."""
    names = [text for condition, text in _ASK_FIRST.items() if condition in s.conditions]
    if "pregnant" in s.conditions:
        names += [f"pregnancy with {text}" for condition, text in _SECOND_RISK.items() if condition in s.conditions]
    if not names:
        return None
    if s.cleared:
        return AS_AGREED
    return Limit(
        reason=f"With {' and '.join(dict.fromkeys(names))}, ask a doctor before you train.",
        outcome=Outcome.NEEDS_CLEARANCE,
        impact=Impact.LOW,
        intensity=Intensity.LIGHT,
        minutes=int(p.NEEDS_CLEARANCE_MINUTES.value),
        excluded=m.SLUGS - {"walk_easy"},
        allows_intervals=False,
        shows_heart_rate=False,
        action="Ask a doctor who knows you which exercise is safe for you. Until then walk easily, and stop at any symptom."
        if not s.red_flags & PAINLESS_ONLY
        else "Ask a doctor who knows you which exercise is safe for you.",
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
    """Pain in one spot of a bone that grows with loading could be a bone stress injury: impact waits."""
    if "focal_bone_pain" not in s.red_flags:
        return None
    return Limit(
        reason="Bone pain in one spot could be a bone stress injury: no running or jumping until it has been "
        "assessed, nor anything else that loads the leg or has impact.",
        outcome=Outcome.STOP_REFER_ROUTINE,
        impact=Impact.NONE,
        intensity=Intensity.LIGHT,
        minutes=int(p.REFERRAL_MINUTES.value),
        excluded=m.SLUGS - m.UNLOADED,
        allows_intervals=False,
        action="Book an appointment with a doctor this week; until then only cardio without impact, and only if it is painless.",
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
    """A joint that locks or gives way can let you down under load, so it is looked at before it carries impact."""
    if "joint_locking" not in s.red_flags:
        return None
    return Limit(
        reason="A joint that locks or gives way needs to be looked at before it takes load or impact.",
        outcome=Outcome.STOP_REFER_ROUTINE,
        impact=Impact.NONE,
        intensity=Intensity.LIGHT,
        minutes=int(p.REFERRAL_MINUTES.value),
        excluded=m.SLUGS - m.UNLOADED,
        allows_intervals=False,
        action="See a doctor soon; until then no running, jumping or turning, only cardio without impact that is painless.",
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
    """Form that falls for weeks with poor sleep or mood can be too much training, or an illness."""
    if "unexplained_decline" not in s.red_flags:
        return None
    return Limit(
        reason="You have felt weaker, slept badly or felt low for 2 weeks or more: take easy days and see a doctor.",
        outcome=Outcome.STOP_REFER_ROUTINE,
        impact=Impact.LOW,
        intensity=Intensity.LIGHT,
        minutes=int(p.STRAIN_MINUTES.value),
        allows_intervals=False,
        action=f"See a doctor this week. Until then move lightly, {p.STRAIN_MINUTES} at the most.",
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
    """Ordinary soreness is gone within two to five days, so what lasts longer may be something else."""
    if s.soreness < p.SORENESS_LASTING.value or s.hours_since_legs < _soreness_lasts_from(s):
        return None
    days = round(s.hours_since_legs / 24)
    worse = "and it is getting worse" if s.soreness_trend == "rising" else f"after about {days} days"
    return Limit(
        reason=f"Your legs are still {s.soreness} out of 10 sore {worse}. Ordinary soreness goes in 2 to 5 days.",
        outcome=Outcome.STOP_REFER_ROUTINE,
        intensity=Intensity.LIGHT,
        minutes=int(p.REFERRAL_MINUTES.value),
        excluded=m.SLUGS - m.UNLOADED - {"walk_easy"},
        action="See a doctor this week about the soreness; until then do only light movement that does not hurt.",
    )


def _soreness_lasts_from(s: Situation) -> float:
    """Hours after the legs from which soreness wants a doctor: sooner where it grows, later where it eases."""
    if s.soreness_trend == "rising":
        return p.GROWING_HOURS.value
    return p.LASTING_HOURS_EASING.value if s.soreness_trend == "easing" else p.LASTING_HOURS.value


_PRESSURE = Limit(
    reason="With controlled high blood pressure, moderate effort is the most without a doctor's word; keep breathing "
    "through every effort.",
    outcome=Outcome.RECOMMEND_WITH_CAUTION,
    intensity=Intensity.MODERATE,
)


@rule(
    "screening",
    guide_anchor="safety/#screening",
    sources=(src.ACSM_SCREENING_2016, src.WARBURTON_2011),
    certainty=Certainty.LOW,
    claims=("S50",),
    time_invariant=True,
)
def screening(s: Situation, _r: Readiness) -> Limit | None:
    """With a diagnosis of heart, vessels, metabolism or kidneys, hard work waits until a doctor has agreed to it."""
    if s.conditions & DIAGNOSES or s.medicines & {"insulin", "sulfonylurea"}:
        inactive = s.running_experience is RunningExperience.NONE and s.goal is Goal.SPEED_POWER and not s.cleared
        return Limit(
            reason=f"With this {'diagnosis' if s.conditions & DIAGNOSES else 'medicine'}, moderate effort is the most without "
            "a doctor's word; ask before anything vigorous.",
            outcome=Outcome.NEEDS_CLEARANCE if inactive else Outcome.RECOMMEND_WITH_CAUTION,
            intensity=Intensity.MODERATE,
            allows_intervals=False,
            action="Ask your doctor before you train hard; keep to moderate effort until then." if inactive else "",
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
    """A cold above the neck without fever allows moderate work, not more."""
    if "head_cold" not in s.conditions:
        return None
    return Limit(
        reason=f"With a head cold keep it moderate and within {p.COLD_MINUTES}; stop if it goes to the chest "
        "or a fever comes.",
        outcome=Outcome.RECOMMEND_WITH_CAUTION,
        impact=Impact.MODERATE,
        intensity=Intensity.MODERATE,
        minutes=int(p.COLD_MINUTES.value),
        allows_intervals=False,
    )
