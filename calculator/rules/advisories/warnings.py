"""Warnings about symptoms, conditions and medicines."""

from __future__ import annotations

from calculator.data import modalities as m
from calculator.data import parameters as p
from calculator.data import sources as src
from calculator.data.sentences import count, listed, say
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
    return say("advisory.rhabdo-signs")


@advisory(
    "calf-clot", guide_anchor="safety/#urgent", sources=(src.UCLH_DVT,), certainty=Certainty.MODERATE, claims=("S50",)
)
def calf_clot(s: Situation, _a: Assessment) -> str | None:
    """One swollen calf together with sudden breathlessness is an emergency."""
    if "one_sided_calf_swelling" not in s.red_flags:
        return None
    return say("advisory.calf-clot")


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
    return say("advisory.recheck-signs", wait=p.LASTING_HOURS)


@advisory(
    "no-chasing",
    guide_anchor="beginners/#very-sore",
    sources=(src.MASUDA_2023, src.PROJECT_JUDGEMENT),
    certainty=Certainty.LOW,
    claims=("S2",),
)
def no_chasing(_s: Situation, a: Assessment) -> str | None:
    """If you miss one session you lose little; if you train on very sore legs you may miss more."""
    return say("advisory.no-chasing") if has_plan(a) and rule_applies(a, "very-sore-beginner", "spent-legs") else None


@advisory(
    "beta-blocker",
    guide_anchor="intensity/#medicines",
    sources=(src.MAYO_BETA_BLOCKERS_2023,),
    certainty=Certainty.MODERATE,
    claims=("S31",),
)
def beta_blocker(s: Situation, a: Assessment) -> str | None:
    """These medicines lower your heart rate, so go by your effort instead."""
    if not rule_applies(a, "heart-rate-medicine"):
        return None
    return say(f"advisory.beta-blocker.{'beta-blockers' if 'beta_blocker' in s.medicines else 'other'}")


@advisory(
    "pregnancy-signs",
    guide_anchor="pregnancy/#stop-signs",
    sources=(src.ACOG_2020,),
    certainty=Certainty.HIGH,
    claims=("S50",),
)
def pregnancy_signs(s: Situation, _a: Assessment) -> str | None:
    """In pregnancy there are more warning signs."""
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
    """Your heart rate changes in pregnancy, so go by your effort and the talk test."""
    if "pregnant" not in s.conditions:
        return None
    return say("advisory.pregnancy-effort", low=p.RPE_PREGNANCY.low, high=p.RPE_PREGNANCY.high)


@advisory(
    "glucose-plan",
    guide_anchor="safety/#diabetes",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.LOW,
    claims=("S50",),
)
def glucose_plan(_s: Situation, a: Assessment) -> str | None:
    """Exercise lowers your blood sugar for hours after it ends."""
    if not rule_applies(a, "glucose"):
        return None
    return say("advisory.glucose-plan")


@advisory(
    "hold-quality",
    guide_anchor="beginners/#first-sessions",
    sources=(src.DOMA_2017, src.DOMA_2015),
    certainty=Certainty.MODERATE,
    claims=("S2",),
)
def hold_quality(s: Situation, a: Assessment) -> str | None:
    """Your legs adapt to a new session after about three, not after the first."""
    if s.running_experience is RunningExperience.NONE or not (has_plan(a) and rule_applies(a, "new-legs")):
        return None
    return say("advisory.hold-quality", wait=p.NEW_LEGS_LOW)


@advisory(
    "clearance",
    guide_anchor="safety/#screening",
    sources=(src.ACSM_SCREENING_2016,),
    certainty=Certainty.LOW,
    claims=("S50",),
)
def clearance(s: Situation, a: Assessment) -> str | None:
    """If you want to train hard but have a condition, ask a doctor first."""
    wish = s.goal in (Goal.SPEED_POWER, Goal.AEROBIC_ENDURANCE)
    if not wish or not rule_applies(a, "screening", "new-to-cardio"):
        return None
    return say("advisory.clearance")


@advisory(
    "youth", guide_anchor="safety/#under-18", sources=(src.BULL_2020,), certainty=Certainty.MODERATE, claims=("S50",)
)
def youth(_s: Situation, a: Assessment) -> str | None:
    """If you are under 18, ask a coach who knows you."""
    return say("advisory.youth") if rule_applies(a, "under-18") else None


@advisory(
    "strain-signs",
    guide_anchor="recovery/#strain",
    sources=(src.MEEUSEN_2013,),
    certainty=Certainty.LOW,
)
def strain_signs(s: Situation, a: Assessment) -> str | None:
    """Watch each sign that you need rest, before three of them together make it a rest day."""
    signs = [text for applies, text in _strain(s) if applies]
    if not signs or not a.allows_session:
        return None
    return say("advisory.strain-signs", signs=listed(signs))


@advisory(
    "do-not-race",
    guide_anchor="team-sports/#match-tomorrow",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.LOW,
)
def do_not_race(s: Situation, a: Assessment) -> str | None:
    """If you should not train, you should not race either."""
    if s.next_event_in_hours is None or rule_applies(a, "under-18"):
        return None
    if a.outcome >= Outcome.NEEDS_CLEARANCE:
        return say(f"advisory.do-not-race.{'ill' if a.outcome is Outcome.STOP_REST else 'doctor'}")
    if s.walking_affected:
        return say("advisory.do-not-race.limp")
    return say("advisory.do-not-race.cold") if "head_cold" in s.conditions else None


@advisory(
    "ask-first",
    guide_anchor="safety/#other-conditions",
    sources=(src.WARBURTON_2011,),
    certainty=Certainty.LOW,
)
def ask_first(_s: Situation, a: Assessment) -> str | None:
    """Some conditions need more care than a calculator can give."""
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
    return say("advisory.ask-first")


@advisory(
    "physio-first",
    guide_anchor="soreness/#strain",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.LOW,
)
def physio_first(_s: Situation, a: Assessment) -> str | None:
    """Have a muscle strain or a weak pelvic floor treated before you train it."""
    if not a.allows_session or not rule_applies(a, "muscle-strain", "pelvic-floor", "unexplained-limp"):
        return None
    return say("advisory.physio-first")


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
    return say("advisory.see-if-not-easing", wait=p.LASTING_HOURS)


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
    """Serious muscle breakdown is reported after first hard classes."""
    asked = s.plan in m.GROUP_CLASSES
    if not asked or not rule_applies(a, "new-class") or not a.allows_session:
        return None
    return say("advisory.new-class-signs", wait=p.NEW_CLASS_WAIT)


@advisory(
    "downhill",
    guide_anchor="soreness/#cap",
    sources=(src.CHEUNG_2003,),
    certainty=Certainty.LOW,
)
def downhill(s: Situation, a: Assessment) -> str | None:
    """When you go downhill your thighs brake at every step, and braking makes legs sore."""
    asked = (
        s.plan in {"hiking", "rucking"}
        or s.event_kind == "hike"
        or bool(s.activities & {"hiking", "rucking"} and s.plan is None and s.leg_work == "hike")
    )
    if not asked or not has_plan(a):
        return None
    return say("advisory.downhill")


@advisory(
    "effort-not-pulse",
    guide_anchor="intensity/#medicines",
    sources=(src.MAYO_BETA_BLOCKERS_2023,),
    certainty=Certainty.MODERATE,
)
def effort_not_pulse(_s: Situation, a: Assessment) -> str | None:
    """If you cannot go by your heart rate, go by your breath."""
    if not a.allows_session or not rule_applies(a, "irregular-heartbeat"):
        return None
    return say("advisory.effort-not-pulse")


def _strain(s: Situation) -> tuple[tuple[bool, str], ...]:
    """The signs of too little rest that the reader may show, each with its words."""
    above = s.resting_hr is not None and s.usual_resting_hr is not None and s.resting_hr - s.usual_resting_hr
    return (
        (s.sleep_hours < p.SHORT_SLEEP.value, say("strain.sleep", hours=count(s.sleep_hours, "h"))),
        (above is not False and above >= p.RAISED_RESTING_HR.value, say("strain.pulse")),
        (
            s.consecutive_hard_days >= p.HARD_DAYS.value,
            say("strain.hard-days", days=count(s.consecutive_hard_days, "day")),
        ),
        (s.tired is Tired.VERY, say("strain.tired")),
        ("unexplained_decline" in s.red_flags, say("strain.decline")),
    )
