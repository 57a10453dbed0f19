"""Knows what else a reader should hear: warnings, and aids to recovery with an honest word on what they do.

Must never know a ceiling of its own: a remark takes nothing away and gives nothing back.
"""

from __future__ import annotations

from calculator import modalities as m
from calculator import parameters as p
from calculator import sources as src
from calculator.model import (
    Assessment,
    Certainty,
    Effort,
    Goal,
    Impact,
    Novelty,
    Outcome,
    Running,
    Situation,
    Tired,
    remark,
)
from calculator.warning_signs import pregnancy_text

__all__ = ["AIDS", "SIGNS", "WARNINGS", "WARNING_IDS", "warning_id"]

_HIGH, _MODERATE, _LOW, _VERY_LOW = Certainty


def _plan(a: Assessment) -> bool:
    """Whether the reader gets a plan to train by."""
    return a.outcome <= Outcome.REST_OR_WALK_ONLY


def _water_open(a: Assessment) -> bool:
    """Whether swimming is among what the reader may do."""
    return a.session and "swimming" not in a.excluded


def _found(a: Assessment, *ids: str) -> bool:
    """Whether any of these rules has spoken."""
    return any(finding.rule.id in ids for finding in a.findings)


@remark(
    "soreness-peak",
    guide="timing/#soreness-peak",
    sources=(src.HERBERT_2011, src.TUFANO_2012),
    certainty=_HIGH,
    claims=("S18", "S30"),
    refs=("R36",),
)
def soreness_peak(s: Situation, a: Assessment) -> str | None:
    """Soreness usually peaks one to three days after the session, so today may not be the top of it."""
    mild = s.leg_effort is Effort.LIGHT and s.soreness <= p.SORENESS_FREE.value
    if not a.session or mild or s.hours_since_legs >= p.SORENESS_PEAK.high:
        return None
    return f"Soreness may still rise: it usually peaks {p.SORENESS_PEAK} after the session."


@remark(
    "rhabdo-signs",
    guide="safety/#rhabdo-signs",
    sources=(src.RHABDO_PAGES, src.MASUDA_2023, src.BROGAN_2017),
    certainty=_MODERATE,
    claims=("S8", "S50"),
    refs=("R27",),
)
def rhabdo_signs(s: Situation, _a: Assessment) -> str | None:
    """Anyone very sore, or new to the work, should know the signs of serious muscle breakdown."""
    new = s.novelty is Novelty.FIRST_TIME and s.hours_since_legs < p.LEG_DAY_OVER.value
    if s.soreness < p.SORENESS_NONE.value and not new:
        return None
    return (
        "Know the signs of serious muscle breakdown (rhabdomyolysis): dark urine, marked swelling, severe "
        "weakness or pain. "
        "With any of them get medical assessment the same day."
    )


@remark(
    "calf-clot", guide="safety/#urgent", sources=(src.UCLH_DVT,), certainty=_MODERATE, claims=("S50",), refs=("R1",)
)
def calf_clot(s: Situation, _a: Assessment) -> str | None:
    """One swollen calf and sudden breathlessness belong together in a doctor's mind."""
    if "one_sided_calf_swelling" not in s.red_flags:
        return None
    return "If you also become breathless, call your local emergency number."


@remark(
    "recheck-signs",
    guide="safety/#stop-signs",
    sources=(src.NHS_INFORM_2024,),
    certainty=_LOW,
    claims=("S50",),
    refs=("R37",),
)
def recheck_signs(s: Situation, a: Assessment) -> str | None:
    """Soreness that grows after three days is not the usual course."""
    late = s.hours_since_legs >= p.SORENESS_PEAK.high and s.soreness >= p.SORENESS_CAP.value
    if not late or not a.session or _found(a, "lasting-soreness"):
        return None
    return f"If the soreness grows now instead of easing, or is still there after {p.LASTING_HOURS}, see a doctor this week."


@remark(
    "no-chasing",
    guide="beginners/#very-sore",
    sources=(src.MASUDA_2023, src.PROJECT_JUDGEMENT),
    certainty=_LOW,
    claims=("S2",),
    refs=("R14",),
)
def no_chasing(_s: Situation, a: Assessment) -> str | None:
    """A missed session costs nothing that a very sore week would not cost twice."""
    return (
        "Do not chase the workout you planned: it will be there when the legs are."
        if _plan(a) and _found(a, "very-sore-beginner", "spent-legs")
        else None
    )


@remark(
    "lift-first",
    guide="lifters/#order",
    sources=(src.EDDENS_2018, src.ROBINEAU_2016),
    certainty=_HIGH,
    claims=("S1", "S22"),
    refs=("R18",),
)
def lift_first(s: Situation, a: Assessment) -> str | None:
    """On a shared day lifting first keeps leg strength, and fitness does not mind the order."""
    if s.hours_since_legs >= p.SAME_DAY.value or a.outcome >= Outcome.REST_OR_WALK_ONLY:
        return None
    return (
        f"You lifted first, which is the better order for leg strength; {p.SAME_DAY} or more between the "
        "two is better still."
    )


@remark(
    "fat-loss-balance",
    guide="fat-loss/#intervals",
    sources=(src.STEELE_2021, src.WEWEGE_2017, src.KRAMER_2023),
    certainty=_HIGH,
    claims=("S10",),
    refs=("R31",),
)
def fat_loss_balance(s: Situation, a: Assessment) -> str | None:
    """Fat loss follows the calorie balance; intervals save time and raise fitness a little more, not fat loss."""
    if s.goal is not Goal.FAT_LOSS or not _plan(a):
        return None
    return (
        "Your calorie balance over weeks drives fat loss; intervals are not superior, they save time. "
        "Choose what you can keep up."
    )


@remark(
    "fuel",
    guide="recovering/#fuel",
    sources=(src.HAFF_2000, src.KERKSICK_2017, src.DOMA_2013),
    certainty=_MODERATE,
    claims=("S24", "S25", "S35"),
    refs=("R22",),
    least=p.LONG_SESSION.value,
)
def fuel(s: Situation, a: Assessment) -> str | None:
    """Long work on partly emptied thighs needs carbohydrate before and during."""
    if s.goal is not Goal.AEROBIC_ENDURANCE or not _plan(a) or a.minutes < p.LONG_SESSION.value:
        return None
    if "low_carbohydrate_or_fasted" in s.conditions:  # who fasts is told to stay short and to take food along
        return None
    over = s.leg_effort is Effort.LIGHT or s.hours_since_legs >= p.QUALITY_RUN.value
    spent = "" if over else f": a hard leg day uses about {p.GLYCOGEN} of what the thighs store"
    return f"Fuel a long session with carbohydrate{spent}."


@remark(
    "protect-next",
    guide="lifters/#next-session",
    sources=(src.SPORER_2003,),
    certainty=_LOW,
    claims=("S15", "S40", "S41"),
    refs=("R19",),
)
def protect_next(s: Situation, a: Assessment) -> str | None:
    """What the legs give today they cannot lift tomorrow."""
    if s.next_legs_in_hours is None or not _found(a, "next-legs"):
        return None
    if s.next_legs_in_hours <= p.NEXT_LEGS_SOON.value and s.goal in (Goal.MUSCLE_STRENGTH, Goal.SPEED_POWER):
        return f"With the leg session within {p.NEXT_LEGS_SOON}, lift first and do the cardio afterwards."
    return "Protect the leg session that comes next: stop while it still feels easy."


@remark(
    "beta-blocker",
    guide="intensity/#medicines",
    sources=(src.MAYO_BETA_BLOCKERS_2023,),
    certainty=_MODERATE,
    claims=("S31",),
    refs=("R8",),
)
def beta_blocker(s: Situation, a: Assessment) -> str | None:
    """A held-back pulse says little, so effort is asked instead."""
    if not _found(a, "heart-rate-medicine"):
        return None
    which = "beta blockers" if "beta_blocker" in s.medicines else "some blood pressure medicines"
    return (
        f"Heart-rate zones are not valid on {which}: use effort and the talk test, and ask your clinician "
        "or cardiac team for a target."
    )


@remark(
    "pregnancy-signs",
    guide="pregnancy/#stop-signs",
    sources=(src.ACOG_2020,),
    certainty=_HIGH,
    claims=("S50",),
    refs=("R5",),
)
def pregnancy_signs(s: Situation, _a: Assessment) -> str | None:
    """Stop signs in pregnancy are their own list."""
    if "pregnant" not in s.conditions:
        return None
    return pregnancy_text()


@remark(
    "pregnancy-effort",
    guide="pregnancy/#effort",
    sources=(src.ACOG_2020,),
    certainty=_MODERATE,
    claims=("S31",),
    refs=("R5", "R33"),
)
def pregnancy_effort(s: Situation, _a: Assessment) -> str | None:
    """Heart rate behaves differently in pregnancy; effort and talking do not lie."""
    if "pregnant" not in s.conditions:
        return None
    return (
        f"Keep your effort between {p.RPE_PREGNANCY.low:g} and {p.RPE_PREGNANCY.high:g} on the 6 to 20 scale, and use "
        "the talk test rather than heart-rate zones."
    )


@remark(
    "glucose-plan",
    guide="safety/#diabetes",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=_LOW,
    claims=("S50",),
    refs=(),
)
def glucose_plan(_s: Situation, a: Assessment) -> str | None:
    """Exercise draws sugar for hours after it ends."""
    if not _found(a, "glucose"):
        return None
    return (
        "Check glucose before, during and after: lows can come late, and overnight after legs and cardio. "
        "Carry fast sugar."
    )


@remark(
    "hold-quality",
    guide="beginners/#first-sessions",
    sources=(src.DOMA_2017, src.DOMA_2015),
    certainty=_MODERATE,
    claims=("S2",),
    refs=("R14",),
)
def hold_quality(s: Situation, a: Assessment) -> str | None:
    """The protection of running comes with the third session, not with the first."""
    if s.running_experience is Running.NONE or not (_plan(a) and _found(a, "new-legs")):
        return None
    return f"Hold running quality for {p.NEW_LEGS_LOW} after each leg session until you have done a few of them."


@remark(
    "clearance",
    guide="safety/#screening",
    sources=(src.ACSM_SCREENING_2016,),
    certainty=_LOW,
    claims=("S50",),
    refs=("R6", "R7"),
)
def clearance(s: Situation, a: Assessment) -> str | None:
    """A wish for hard work meets a reason to ask first."""
    wish = s.goal in (Goal.SPEED_POWER, Goal.AEROBIC_ENDURANCE)
    if not wish or not _found(a, "screening", "new-to-cardio"):
        return None
    return "Before any vigorous work, get a clinician's clearance: tell them what you plan and how hard."


@remark("youth", guide="safety/#under-18", sources=(src.BULL_2020,), certainty=_MODERATE, claims=("S50",), refs=("R9",))
def youth(_s: Situation, a: Assessment) -> str | None:
    """Young athletes have people who know them."""
    return "This tool is for adults; ask your coach, a parent or a teacher instead." if _found(a, "under-18") else None


@remark(
    "rope",
    guide="choosing/#jump-rope",
    sources=(src.WALLACE_2010, src.PROJECT_JUDGEMENT),
    certainty=_LOW,
    claims=("S34",),
    refs=("R13",),
)
def rope(s: Situation, a: Assessment) -> str | None:
    """A rope at hand is no reason to use it."""
    if "jump_rope" not in s.equipment or a.impact is Impact.HIGH or not a.session:
        return None
    return "Rope skipping is high impact for calves and shins: keep it for fresh legs."


@remark(
    "water",
    guide="recovering/#water",
    sources=(src.MATERN_2006, src.FARES_2022, src.KWOK_2022),
    certainty=_LOW,
    claims=("S3", "S19"),
    refs=(),
)
def water(s: Situation, a: Assessment) -> str | None:
    """Water unloads the legs while you are in it."""
    if "pool" not in s.equipment or s.soreness < p.SORENESS_CAP.value or not _water_open(a):
        return None
    return "Relief in water is real but temporary: the legs are not repaired by it."


@remark(
    "arms-lead-cue",
    guide="choosing/#arms",
    sources=(src.SPORER_2003,),
    certainty=_LOW,
    claims=("S15", "S23"),
    refs=("R17",),
    about="swimming",
)
def arms_lead_cue(s: Situation, a: Assessment) -> str | None:
    """Swimming rests the legs only if they do not drive it."""
    if "pool" not in s.equipment or s.soreness < p.SORENESS_CAP.value or not _water_open(a):
        return None
    return "Use a pull buoy and keep kicking easy, so that the arms do the work."


@remark(
    "peak-power",
    guide="cyclists/#power",
    sources=(src.DEVANTIER_THOMAS_2024, src.BURT_2011),
    certainty=_MODERATE,
    claims=("S23", "S25", "S28"),
    refs=("R24",),
)
def peak_power(s: Situation, a: Assessment) -> str | None:
    """Steady riding holds up after lifting; the last bit of sprint power does not."""
    if s.hours_since_legs >= p.SORENESS_PEAK.high or not a.intervals or s.leg_effort is Effort.LIGHT or not _plan(a):
        return None
    return "Peak sprint power may be down, and the same effort may be slower than usual: judge by effort."


@remark(
    "event-power",
    guide="team-sports/#match-tomorrow",
    sources=(src.HELLAND_2020, src.DOMA_2017_REVIEW),
    certainty=_MODERATE,
    claims=("S39",),
    refs=("R20",),
)
def event_power(_s: Situation, a: Assessment) -> str | None:
    """A hard leg session takes a day or two of jump and sprint with it."""
    tired = a.readiness.score < p.READY_HIGH.value
    return "Leg power may be reduced at your event." if _found(a, "event-tomorrow", "event-soon") and tired else None


@remark(
    "plan-legs",
    guide="team-sports/#plan-legs",
    sources=(src.DOMA_2017_REVIEW, src.DOMA_2017),
    certainty=_LOW,
    claims=("S39", "S41"),
    refs=("R20",),
)
def plan_legs(_s: Situation, a: Assessment) -> str | None:
    """The cure for tired match legs is a calendar."""
    tired = a.readiness.score < p.READY_HIGH.value
    if not (_found(a, "event-tomorrow", "event-soon") and tired):
        return None
    return f"Next time move lifting to {p.LEGS_BEFORE_MATCH} before matches and key sessions."


@remark(
    "same-effort",
    guide="structure/#temper",
    sources=(src.DEVANTIER_THOMAS_2024, src.DOMA_2017_REVIEW),
    certainty=_MODERATE,
    claims=("S28",),
    refs=("R16",),
)
def same_effort(s: Situation, a: Assessment) -> str | None:
    """Tired legs make the old pace cost more, so effort leads and pace follows."""
    if s.running_experience is not Running.REGULAR or a.readiness.score >= p.READY_HIGH.value or not _plan(a):
        return None
    return "Keep the effort and let the pace be slower than usual."


@remark(
    "order-endurance",
    guide="discipline/#endurance",
    sources=(src.DOMA_2013, src.ROBINEAU_2016),
    certainty=_MODERATE,
    claims=("S35", "S39", "S41"),
    refs=("R30",),
)
def order_endurance(s: Situation, a: Assessment) -> str | None:
    """Who runs for the run lifts after it, not before."""
    if s.goal is not Goal.AEROBIC_ENDURANCE or a.readiness.score >= p.READY_MODERATE.value or not _plan(a):
        return None
    return "When endurance comes first, put the key run before the legs, or a day apart."


_EASIER = "Take it easier today than you could; if it lasts 2 weeks, see a doctor."


@remark(
    "strain-signs",
    guide="recovering/#strain",
    sources=(src.MEEUSEN_2013,),
    certainty=_LOW,
    refs=(),
)
def strain_signs(s: Situation, a: Assessment) -> str | None:
    """Each sign of strain is worth a word before three of them stop the day."""
    signs = [text for told, text in _strain(s) if told]
    if not signs or not a.session:
        return None
    return f"Sign{'s' if len(signs) > 1 else ''} of strain: {', '.join(signs)}. " + _EASIER


@remark(
    "resting-pulse-high",
    guide="recovering/#resting-pulse",
    sources=(
        src.MEEUSEN_2013,
        src.PROJECT_JUDGEMENT,
    ),
    certainty=_LOW,
    refs=(),
)
def resting_pulse_high(_s: Situation, a: Assessment) -> str | None:
    """A high resting pulse has a cause to look for."""
    if not _found(a, "resting-pulse", "raised-pulse"):
        return None
    return (
        "Your resting pulse is higher than it should be: look for a fever, too little to drink or a new medicine, "
        "and see a doctor if it stays high until tomorrow."
    )


@remark(
    "do-not-race",
    guide="team-sports/#match-tomorrow",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=_LOW,
    refs=(),
)
def do_not_race(s: Situation, a: Assessment) -> str | None:
    """What stops training stops a race as well."""
    if s.next_event_in_hours is None or _found(a, "under-18"):
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


@remark(
    "race-week",
    guide="team-sports/#taper",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=_VERY_LOW,
    refs=(),
)
def race_week(s: Situation, a: Assessment) -> str | None:
    """The last days before an event only keep what is there."""
    if s.next_event_in_hours is None or s.event_kind in (None, "key_session"):
        return None
    if s.event_kind == "long_race":
        ahead, legs = (
            p.TAPER_EARLY.value,
            f"{p.LEGS_BEFORE_LONG_RACE} before, light ones only within {p.LEGS_LIGHT_BEFORE_LONG_RACE}",
        )
    else:
        ahead, legs = p.RACE_WEEK.value, f"{p.LEGS_BEFORE_SHORT_RACE} before"
    if s.next_event_in_hours > ahead or a.outcome > Outcome.REST_OR_WALK_ONLY:
        return None
    return (
        f"Before your event: the last hard leg session {legs}; nothing over {p.TAPER_LAST_MINUTES} and nothing hard "
        f"but a few strides from {p.TAPER_LAST} before; a shake-out of up to {p.SHAKE_OUT_MINUTES} "
        "the day before. Nothing new in these days."
    )


@remark(
    "ask-first",
    guide="safety/#other-conditions",
    sources=(src.WARBURTON_2011,),
    certainty=_LOW,
    refs=(),
)
def ask_first(_s: Situation, a: Assessment) -> str | None:
    """A condition that asks for more care than a calculator can give."""
    if not a.session or not _found(
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


@remark(
    "physio-first",
    guide="soreness/#strain",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=_LOW,
    refs=(),
)
def physio_first(_s: Situation, a: Assessment) -> str | None:
    """A strain, and a pelvic floor that does not hold, are treated and not trained away."""
    if not a.session or not _found(a, "muscle-strain", "pelvic-floor", "unexplained-limp"):
        return None
    return "See a physiotherapist first: until then nothing that hurts, leaks or makes you limp."


@remark(
    "see-if-not-easing",
    guide="soreness/#lasting",
    sources=(src.NHS_INFORM_2024,),
    certainty=_LOW,
    refs=(),
)
def see_if_not_easing(s: Situation, a: Assessment) -> str | None:
    """Soreness that does not ease is not ordinary soreness."""
    if not a.session or _found(a, "lasting-soreness"):
        return None
    if "muscle_strain" not in s.conditions:
        return None
    return f"If it does not get better, or still hurts after {p.LASTING_HOURS}, see a doctor."


@remark(
    "new-class-signs",
    guide="beginners/#classes",
    sources=(
        src.BROGAN_2017,
        src.MASUDA_2023,
    ),
    certainty=_MODERATE,
    refs=(),
)
def new_class_signs(s: Situation, a: Assessment) -> str | None:
    """A first hard class is where serious muscle breakdown is reported."""
    asked = s.plan in m.GROUP_CLASSES
    if not asked or not _found(a, "new-class") or not a.session:
        return None
    return (
        f"Put off a first hard class until {p.NEW_CLASS_WAIT} after the legs. With dark urine, marked swelling or severe "
        "weakness afterwards, get medical help the same day."
    )


@remark(
    "sprint-on-sore",
    guide="runners/#sprints",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=_LOW,
    refs=(),
)
def sprint_on_sore(s: Situation, a: Assessment) -> str | None:
    """Sprints are what tears a sore muscle."""
    asked = s.plan in m.SPRINTS or s.goal is Goal.SPEED_POWER
    if not asked or not _plan(a) or s.soreness <= p.SORENESS_SPRINT.value:
        return None
    return "Do not sprint on sore legs: a sore muscle is slower and easier to tear."


@remark(
    "build-up-to-sprints",
    guide="runners/#sprints",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=_LOW,
    refs=(),
)
def build_up_to_sprints(s: Situation, a: Assessment) -> str | None:
    """Whoever has not sprinted for weeks builds up to it."""
    asked = s.plan in m.SPRINTS or (s.intent == "hard" and s.goal is Goal.SPEED_POWER)
    if not asked or not _plan(a) or s.running_experience is Running.REGULAR:
        return None
    return "Build up to sprints over some weeks: strides first, then a few short ones with full rests."


@remark(
    "downhill",
    guide="soreness/#cap",
    sources=(src.CHEUNG_2003,),
    certainty=_LOW,
    refs=(),
)
def downhill(s: Situation, a: Assessment) -> str | None:
    """Walking and running downhill brakes, and braking is what makes legs sore."""
    asked = (
        s.plan in {"hiking", "rucking"}
        or s.event_kind == "hike"
        or bool(s.activities & {"hiking", "rucking"} and s.plan is None and s.leg_work == "hike")
    )
    if not asked or not _plan(a):
        return None
    return "Downhill brakes with the thighs and makes sore legs sorer: choose a gentle way down, short steps and poles."


@remark(
    "load-on-bone",
    guide="choosing/#osteoporosis",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=_LOW,
    refs=(),
)
def load_on_bone(s: Situation, a: Assessment) -> str | None:
    """Fragile or painful bone and a heavy pack do not go together."""
    asked = s.plan == "rucking" or "rucking" in s.activities
    if not asked or not a.session:
        return None
    return "A pack loads the bones of feet and shins with every step: start light, add slowly, and stop at pain in one spot."


@remark(
    "explosive-suffers",
    guide="team-sports/#jumps",
    sources=(src.DOMA_2017_REVIEW,),
    certainty=_MODERATE,
    refs=(),
)
def explosive_suffers(s: Situation, a: Assessment) -> str | None:
    """Jumps and sprints are what a hard leg session takes first."""
    asked = (
        s.goal is Goal.SPEED_POWER
        or s.plan in m.EXPLOSIVE | {"team_sport"}
        or s.event_kind in {"match", "fitness_test"}
    )
    if not asked or not _plan(a) or a.readiness.score >= p.READY_HIGH.value:
        return None
    return "Jumps, sprints and cuts suffer most from the leg session: expect less of them today."


@remark(
    "effort-not-pulse",
    guide="intensity/#medicines",
    sources=(src.MAYO_BETA_BLOCKERS_2023,),
    certainty=_MODERATE,
    refs=(),
)
def effort_not_pulse(_s: Situation, a: Assessment) -> str | None:
    """Where the pulse is no guide, breath is."""
    if not a.session or not _found(a, "irregular-heartbeat"):
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


# What a reader hears who gets no plan: signs and people, never a way to train.
SIGNS = (rhabdo_signs, calf_clot, do_not_race, pregnancy_signs, youth)
# What programs call a remark, where the public name differs from the remark's own.
WARNING_IDS = {
    "new-class-signs": "new_class",
    "rhabdo-signs": "rhabdomyolysis",
    "soreness-peak": "soreness_rises",
    "pregnancy-signs": "stop_signs_pregnancy",
    "glucose-plan": "late_low_glucose",
    "beta-blocker": "effort_not_pulse",
    "ask-first": "ask_first_other_condition",
    "recheck-signs": "see_if_not_easing",
    "resting-pulse": "resting_pulse_high",
}
WARNINGS = (
    rhabdo_signs,
    calf_clot,
    do_not_race,
    resting_pulse_high,
    strain_signs,
    ask_first,
    physio_first,
    race_week,
    new_class_signs,
    sprint_on_sore,
    build_up_to_sprints,
    downhill,
    load_on_bone,
    explosive_suffers,
    effort_not_pulse,
    pregnancy_signs,
    pregnancy_effort,
    beta_blocker,
    glucose_plan,
    clearance,
    youth,
    no_chasing,
    event_power,
    plan_legs,
    protect_next,
    rope,
    water,
    arms_lead_cue,
    fuel,
    fat_loss_balance,
    hold_quality,
    peak_power,
    same_effort,
    order_endurance,
    lift_first,
    recheck_signs,
    see_if_not_easing,
    soreness_peak,
)


def warning_id(remark_id: str) -> str:
    """The public id of a remark's warning, or of a rule whose stop is a warning."""
    return WARNING_IDS.get(remark_id, remark_id.replace("-", "_"))


@remark(
    "sleep",
    guide="recovering/#sleep",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=_LOW,
    claims=("S46",),
    refs=("R35",),
    name="Sleep",
)
def sleep(_s: Situation, _a: Assessment) -> str | None:
    """A short night shows in the next day's strength and in the repair of muscle."""
    return f"Sleep {p.SLEEP}: it costs nothing and helps everything else."


@remark(
    "protein",
    guide="recovering/#food",
    sources=(src.MORTON_2018, src.SCHOENFELD_2013, src.WEST_2017),
    certainty=_HIGH,
    claims=("S46",),
    refs=("R35",),
    name="Protein",
)
def protein(s: Situation, _a: Assessment) -> str | None:
    """The day's total counts, the hour hardly."""
    if "kidney_disease" in s.conditions:
        return "Ask your kidney team how much protein suits you."
    return f"About {p.PROTEIN} over the day; the hour matters little."


@remark(
    "carbohydrate",
    guide="recovering/#food",
    sources=(src.KERKSICK_2017, src.IVY_2004),
    certainty=_HIGH,
    claims=("S24", "S46"),
    refs=("R35",),
    name="Carbohydrate",
)
def carbohydrate(s: Situation, a: Assessment) -> str | None:
    """Close sessions need carbohydrate soon; others need an ordinary day of food."""
    gaps = [gap for gap in (s.next_legs_in_hours, s.next_event_in_hours) if gap is not None]
    if not gaps or min(gaps) >= p.REFUEL_FAST.value:
        return None
    if _found(a, "glucose"):
        return f"With another session within {p.REFUEL_FAST}, plan your carbohydrate with your diabetes team."
    return f"With another session within {p.REFUEL_FAST}: {p.REFUEL_CARBOHYDRATE} for the first few hours."


@remark(
    "foam-rolling",
    guide="recovering/#foam-rolling",
    sources=(src.WIEWELHOVE_2019, src.LI_2024),
    certainty=_MODERATE,
    claims=("S42", "S43"),
    refs=("R35",),
    name="Foam rolling",
)
def foam_rolling(_s: Situation, _a: Assessment) -> str | None:
    """Rolling takes the edge off soreness a little, for a while."""
    return (
        f"Optional: {p.FOAM_ROLLING_MINUTES} may take the edge off soreness (about "
        f"{p.FOAM_ROLLING_EFFECT}); it repairs nothing."
    )


@remark(
    "massage",
    guide="recovering/#massage",
    sources=(src.DUPUY_2018,),
    certainty=_MODERATE,
    claims=("S16", "S19"),
    refs=("R35",),
    name="Massage",
)
def massage(s: Situation, _a: Assessment) -> str | None:
    """Of all aids, massage eased soreness most in pooled trials."""
    if s.soreness < p.SORENESS_CAP.value:
        return None
    return "If you can get one, a massage eased soreness most among the aids in pooled trials."


@remark(
    "stretching",
    guide="recovering/#stretching",
    sources=(src.HERBERT_2011, src.AFONSO_2021),
    certainty=_HIGH,
    claims=("S44", "S45"),
    refs=("R35",),
    name="Stretching",
)
def stretching(_s: Situation, _a: Assessment) -> str | None:
    """Stretching feels good to some and hardly changes soreness."""
    return f"For comfort only: it changes soreness by about {p.STRETCHING_EFFECT} or less."


@remark(
    "cold-water",
    guide="recovering/#cold-water",
    sources=(src.COLD_WATER_STRENGTH, src.PINERO_COLD_WATER, src.PETERSEN_2021),
    certainty=_MODERATE,
    claims=(),
    refs=("R35",),
    name="Cold water",
)
def cold_water(s: Situation, _a: Assessment) -> str | None:
    """Cold right after lifting eases soreness and blunts what the lifting was for."""
    if s.goal not in (Goal.MUSCLE_STRENGTH, Goal.SPEED_POWER):
        return None
    return "Skip cold baths right after lifting while you train for strength or size: they blunt the gains a little."


@remark(
    "easy-movement",
    guide="benefits/#feels-better",
    sources=(src.DUPUY_2018, src.TUFANO_2012, src.MATERN_2006, src.FRANKE_2021),
    certainty=_LOW,
    claims=("S3", "S14", "S18", "S19"),
    refs=("R36",),
    name="Easy movement",
)
def easy_movement(s: Situation, a: Assessment) -> str | None:
    """Easy movement loosens sore legs for a while, and is not shown to repair them."""
    if s.soreness < p.SORENESS_CAP.value or not a.session:
        return None
    return "Easy movement often feels better for an hour or so; it is not shown to repair muscle sooner."


AIDS = (sleep, protein, carbohydrate, easy_movement, foam_rolling, massage, cold_water, stretching)
