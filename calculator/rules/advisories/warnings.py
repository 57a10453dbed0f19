"""Warnings about symptoms, conditions and medicines."""

from __future__ import annotations

from calculator.data import modalities as m
from calculator.data import parameters as p
from calculator.data import sources as src
from calculator.data.warning_signs import pregnancy_text
from calculator.model import Situation
from calculator.rules.advisories.conditions import has_plan, rule_applies
from calculator.rules_api import Assessment, advisory
from calculator.scales import Certainty, Goal, Novelty, Outcome, RunningExperience, Tired


@advisory(
    "rhabdo-signs",
    guide_anchor="safety/#rhabdo-signs",
    sources=(src.RHABDO_PAGES, src.MASUDA_2023, src.BROGAN_2017),
    certainty=Certainty.MODERATE,
    claims=("S8", "S50"),
)
def rhabdo_signs(s: Situation, _a: Assessment) -> str | None:
    """Anyone very sore, or new to the work, should know the signs of serious muscle breakdown."""
    new = s.novelty is Novelty.FIRST_TIME and s.hours_since_legs < p.LEG_DAY_OVER.value
    if s.soreness < p.SORENESS_NONE.value and not new:
        return None
    return (
        "Know the signs of serious muscle breakdown (rhabdomyolysis): dark urine, marked swelling, severe "
        "weakness or pain. "
        "With any of them get medical help the same day."
    )


@advisory(
    "calf-clot", guide_anchor="safety/#urgent", sources=(src.UCLH_DVT,), certainty=Certainty.MODERATE, claims=("S50",)
)
def calf_clot(s: Situation, _a: Assessment) -> str | None:
    """One swollen calf and sudden breathlessness belong together in a doctor's mind."""
    if "one_sided_calf_swelling" not in s.red_flags:
        return None
    return "If you also become breathless, call your local emergency number."


@advisory(
    "recheck-signs",
    guide_anchor="safety/#stop-signs",
    sources=(src.NHS_INFORM_2024,),
    certainty=Certainty.LOW,
    claims=("S50",),
)
def recheck_signs(s: Situation, a: Assessment) -> str | None:
    """Soreness that grows after three days is not the usual course."""
    late = s.hours_since_legs >= p.SORENESS_PEAK.high and s.soreness >= p.SORENESS_CAP.value
    if not late or s.soreness_trend == "easing" or not a.allows_session or rule_applies(a, "lasting-soreness"):
        return None
    return f"If the soreness grows now instead of easing, or is still there after {p.LASTING_HOURS}, see a doctor this week."


@advisory(
    "no-chasing",
    guide_anchor="beginners/#very-sore",
    sources=(src.MASUDA_2023, src.PROJECT_JUDGEMENT),
    certainty=Certainty.LOW,
    claims=("S2",),
)
def no_chasing(_s: Situation, a: Assessment) -> str | None:
    """A missed session costs nothing that a very sore week would not cost twice."""
    return (
        "Do not chase the workout you planned: it will be there when the legs are."
        if has_plan(a) and rule_applies(a, "very-sore-beginner", "spent-legs")
        else None
    )


@advisory(
    "beta-blocker",
    guide_anchor="intensity/#medicines",
    sources=(src.MAYO_BETA_BLOCKERS_2023,),
    certainty=Certainty.MODERATE,
    claims=("S31",),
)
def beta_blocker(s: Situation, a: Assessment) -> str | None:
    """A held-back pulse says little, so effort is asked instead."""
    if not rule_applies(a, "heart-rate-medicine"):
        return None
    which = "beta blockers" if "beta_blocker" in s.medicines else "some blood pressure medicines"
    return (
        f"Heart-rate zones are not valid on {which}: use effort and the talk test, and ask your doctor "
        "or cardiac team for a target."
    )


@advisory(
    "pregnancy-signs",
    guide_anchor="pregnancy/#stop-signs",
    sources=(src.ACOG_2020,),
    certainty=Certainty.HIGH,
    claims=("S50",),
)
def pregnancy_signs(s: Situation, _a: Assessment) -> str | None:
    """Warning signs in pregnancy are their own list."""
    if "pregnant" not in s.conditions:
        return None
    return pregnancy_text()


@advisory(
    "pregnancy-effort",
    guide_anchor="pregnancy/#effort",
    sources=(src.ACOG_2020,),
    certainty=Certainty.MODERATE,
    claims=("S31",),
)
def pregnancy_effort(s: Situation, _a: Assessment) -> str | None:
    """Heart rate behaves differently in pregnancy; effort and talking do not lie."""
    if "pregnant" not in s.conditions:
        return None
    return (
        f"Keep your effort between {p.RPE_PREGNANCY.low:g} and {p.RPE_PREGNANCY.high:g} on the 6 to 20 scale, and use "
        "the talk test rather than heart-rate zones."
    )


@advisory(
    "glucose-plan",
    guide_anchor="safety/#diabetes",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.LOW,
    claims=("S50",),
)
def glucose_plan(_s: Situation, a: Assessment) -> str | None:
    """Exercise draws sugar for hours after it ends."""
    if not rule_applies(a, "glucose"):
        return None
    return (
        "Check glucose before, during and after: lows can come late, and overnight after legs and cardio. "
        "Carry fast sugar."
    )


@advisory(
    "hold-quality",
    guide_anchor="beginners/#first-sessions",
    sources=(src.DOMA_2017, src.DOMA_2015),
    certainty=Certainty.MODERATE,
    claims=("S2",),
)
def hold_quality(s: Situation, a: Assessment) -> str | None:
    """The protection of running comes with the third session, not with the first."""
    if s.running_experience is RunningExperience.NONE or not (has_plan(a) and rule_applies(a, "new-legs")):
        return None
    return f"Hold running quality for {p.NEW_LEGS_LOW} after each leg session until you have done a few of them."


@advisory(
    "clearance",
    guide_anchor="safety/#screening",
    sources=(src.ACSM_SCREENING_2016,),
    certainty=Certainty.LOW,
    claims=("S50",),
)
def clearance(s: Situation, a: Assessment) -> str | None:
    """A wish for hard work meets a reason to ask first."""
    wish = s.goal in (Goal.SPEED_POWER, Goal.AEROBIC_ENDURANCE)
    if not wish or not rule_applies(a, "screening", "new-to-cardio"):
        return None
    return "Before any vigorous work, get a doctor's clearance: tell them what you plan and how hard."


@advisory(
    "youth", guide_anchor="safety/#under-18", sources=(src.BULL_2020,), certainty=Certainty.MODERATE, claims=("S50",)
)
def youth(_s: Situation, a: Assessment) -> str | None:
    """Young athletes have people who know them."""
    return (
        "This tool is for adults; ask your coach, a parent or a teacher instead."
        if rule_applies(a, "under-18")
        else None
    )


_EASIER = "Take it easier today than you could; if it lasts 2 weeks, see a doctor."


@advisory(
    "strain-signs",
    guide_anchor="recovery/#strain",
    sources=(src.MEEUSEN_2013,),
    certainty=Certainty.LOW,
)
def strain_signs(s: Situation, a: Assessment) -> str | None:
    """Each sign of strain is worth a word before three of them stop the day."""
    signs = [text for applies, text in _strain(s) if applies]
    if not signs or not a.allows_session:
        return None
    return f"Sign{'s' if len(signs) > 1 else ''} of strain: {', '.join(signs)}. " + _EASIER


@advisory(
    "do-not-race",
    guide_anchor="team-sports/#match-tomorrow",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.LOW,
)
def do_not_race(s: Situation, a: Assessment) -> str | None:
    """What stops training stops a race as well."""
    if s.next_event_in_hours is None or rule_applies(a, "under-18"):
        return None
    if a.outcome >= Outcome.NEEDS_CLEARANCE:
        return (
            "Do not race or play on this until a doctor has seen it."
            if a.outcome is not Outcome.STOP_REST
            else ("Do not race or play until you have been well for a full day, and then only if you feel normal.")
        )
    if s.walking_affected:
        return "Do not race or play while you limp: decide on the day, when your walk is normal again."
    if "head_cold" in s.conditions:
        return "With a head cold decide on the day: race or play only if it stays above the neck and you have no fever."
    return None


@advisory(
    "ask-first",
    guide_anchor="safety/#other-conditions",
    sources=(src.WARBURTON_2011,),
    certainty=Certainty.LOW,
)
def ask_first(_s: Situation, a: Assessment) -> str | None:
    """A condition that asks for more care than a calculator can give."""
    if not a.allows_session or not rule_applies(
        a,
        "other-health",
        "irregular-heartbeat",
        "asthma",
        "epilepsy",
        "sickle-cell-trait",
        "blood-thinner",
        "clearance-first",
    ):
        return None
    return "Ask a doctor who knows your condition before you do more than this, and stop at any new symptom."


@advisory(
    "physio-first",
    guide_anchor="soreness/#strain",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.LOW,
)
def physio_first(_s: Situation, a: Assessment) -> str | None:
    """A strain, and a pelvic floor that does not hold, are treated and not trained away."""
    if not a.allows_session or not rule_applies(a, "muscle-strain", "pelvic-floor", "unexplained-limp"):
        return None
    return "See a physiotherapist first: until then nothing that hurts, leaks or makes you limp."


@advisory(
    "see-if-not-easing",
    guide_anchor="soreness/#lasting",
    sources=(src.NHS_INFORM_2024,),
    certainty=Certainty.LOW,
)
def see_if_not_easing(s: Situation, a: Assessment) -> str | None:
    """Soreness that does not ease is not ordinary soreness."""
    if not a.allows_session or rule_applies(a, "lasting-soreness"):
        return None
    if "muscle_strain" not in s.conditions:
        return None
    return f"If it does not get better, or still hurts after {p.LASTING_HOURS}, see a doctor."


@advisory(
    "new-class-signs",
    guide_anchor="beginners/#classes",
    sources=(
        src.BROGAN_2017,
        src.MASUDA_2023,
    ),
    certainty=Certainty.MODERATE,
)
def new_class_signs(s: Situation, a: Assessment) -> str | None:
    """A first hard class is where serious muscle breakdown is reported."""
    asked = s.plan in m.GROUP_CLASSES
    if not asked or not rule_applies(a, "new-class") or not a.allows_session:
        return None
    return (
        f"Put off a first hard class until {p.NEW_CLASS_WAIT} after the legs. With dark urine, marked swelling or severe "
        "weakness afterwards, get medical help the same day."
    )


@advisory(
    "downhill",
    guide_anchor="soreness/#cap",
    sources=(src.CHEUNG_2003,),
    certainty=Certainty.LOW,
)
def downhill(s: Situation, a: Assessment) -> str | None:
    """Walking and running downhill brakes, and braking is what makes legs sore."""
    asked = (
        s.plan in {"hiking", "rucking"}
        or s.event_kind == "hike"
        or bool(s.activities & {"hiking", "rucking"} and s.plan is None and s.leg_work == "hike")
    )
    if not asked or not has_plan(a):
        return None
    return "Downhill brakes with the thighs and makes sore legs sorer: choose a gentle way down, short steps and poles."


@advisory(
    "effort-not-pulse",
    guide_anchor="intensity/#medicines",
    sources=(src.MAYO_BETA_BLOCKERS_2023,),
    certainty=Certainty.MODERATE,
)
def effort_not_pulse(_s: Situation, a: Assessment) -> str | None:
    """Where the pulse is no guide, breath is."""
    if not a.allows_session or not rule_applies(a, "irregular-heartbeat"):
        return None
    return "Judge the effort by breath, not by pulse: you should be able to talk."


def _strain(s: Situation) -> tuple[tuple[bool, str], ...]:
    """The signs of strain that the reader may show, each with its words."""
    pulse = s.resting_hr is not None and s.usual_resting_hr is not None and s.resting_hr - s.usual_resting_hr
    return (
        (s.sleep_hours < p.SHORT_SLEEP.value, f"{s.sleep_hours:g} hours of sleep"),
        (pulse is not False and pulse >= p.RAISED_RESTING_HR.value, "a raised resting pulse"),
        (s.consecutive_hard_days >= p.HARD_DAYS.value, f"{s.consecutive_hard_days} hard days in a row"),
        (s.tired is Tired.VERY, "great tiredness"),
        ("unexplained_decline" in s.red_flags, "2 weeks or more of feeling worse"),
    )
