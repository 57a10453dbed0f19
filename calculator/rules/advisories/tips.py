"""Tips on planning, fuel, equipment and technique."""

from __future__ import annotations

from calculator.data import modalities as m
from calculator.data import parameters as p
from calculator.data import sources as src
from calculator.model import Situation
from calculator.rules.advisories.conditions import has_plan, rule_applies, swimming_allowed
from calculator.rules_api import Assessment, advisory
from calculator.scales import Certainty, Goal, Impact, LegSessionEffort, Outcome, RunningExperience


@advisory(
    "soreness-peak",
    guide_anchor="timing/#soreness-peak",
    sources=(src.HERBERT_2011, src.TUFANO_2012),
    certainty=Certainty.HIGH,
    claims=("S18", "S30"),
)
def soreness_peak(s: Situation, a: Assessment) -> str | None:
    """Soreness usually peaks one to three days after the session, so today may not be the top of it."""
    mild = s.leg_effort is LegSessionEffort.LIGHT and s.soreness <= p.SORENESS_FREE.value
    if not a.allows_session or mild or s.hours_since_legs >= p.SORENESS_PEAK.high:
        return None
    return f"Soreness may still rise: it usually peaks {p.SORENESS_PEAK} after the session."


@advisory(
    "lift-first",
    guide_anchor="lifters/#order",
    sources=(src.EDDENS_2018, src.ROBINEAU_2016, src.CONCURRENT_UMBRELLA_2026),
    certainty=Certainty.MODERATE,
    claims=("S1", "S22"),
)
def lift_first(s: Situation, a: Assessment) -> str | None:
    """On a shared day lifting first keeps leg strength, and fitness does not mind the order."""
    if s.hours_since_legs >= p.SAME_DAY.value or a.outcome >= Outcome.REST_OR_WALK_ONLY:
        return None
    return (
        f"You lifted first, which is the better order for leg strength; {p.SAME_DAY} or more between the "
        "two is better still."
    )


@advisory(
    "fat-loss-balance",
    guide_anchor="fat-loss/#intervals",
    sources=(src.STEELE_2021, src.WEWEGE_2017, src.KRAMER_2023),
    certainty=Certainty.HIGH,
    claims=("S10",),
)
def fat_loss_balance(s: Situation, a: Assessment) -> str | None:
    """Fat loss follows the calorie balance; intervals save time and raise fitness a little more, not fat loss."""
    if s.goal is not Goal.FAT_LOSS or not has_plan(a):
        return None
    return (
        "Your calorie balance over weeks drives fat loss; intervals are not superior, they save time. "
        "Choose what you can keep up."
    )


@advisory(
    "fuel",
    guide_anchor="recovery/#fuel",
    sources=(src.HAFF_2000, src.KERKSICK_2017, src.DOMA_2013),
    certainty=Certainty.MODERATE,
    claims=("S24", "S25", "S35"),
    min_main_minutes=p.LONG_SESSION.value,
)
def fuel(s: Situation, a: Assessment) -> str | None:
    """Long work on partly emptied thighs needs carbohydrate before and during."""
    if s.goal is not Goal.AEROBIC_ENDURANCE or not has_plan(a) or a.minutes < p.LONG_SESSION.value:
        return None
    if "low_carbohydrate_or_fasted" in s.conditions:  # readers who fast get the advice to stay short and to carry food
        return None
    over = s.leg_effort is LegSessionEffort.LIGHT or s.hours_since_legs >= p.QUALITY_RUN.value
    spent = "" if over else f": a hard leg day uses about {p.GLYCOGEN} of what the thighs store"
    return f"Fuel a long session with carbohydrate{spent}."


@advisory(
    "protect-next",
    guide_anchor="lifters/#next-session",
    sources=(src.SPORER_2003,),
    certainty=Certainty.LOW,
    claims=("S15", "S40", "S41"),
)
def protect_next(s: Situation, a: Assessment) -> str | None:
    """What the legs give today they cannot lift tomorrow."""
    if s.next_legs_in_hours is None or not rule_applies(a, "next-legs"):
        return None
    if s.next_legs_in_hours <= p.NEXT_LEGS_SOON.value and s.goal in (Goal.MUSCLE_STRENGTH, Goal.SPEED_POWER):
        return f"With the leg session within {p.NEXT_LEGS_SOON}, lift first and do the cardio afterwards."
    return "Protect the leg session that comes next: stop while it still feels easy."


@advisory(
    "rope",
    guide_anchor="choosing/#jump-rope",
    sources=(src.WALLACE_2010, src.PROJECT_JUDGEMENT),
    certainty=Certainty.LOW,
    claims=("S34",),
)
def rope(s: Situation, a: Assessment) -> str | None:
    """A rope at hand is no reason to use it."""
    if "jump_rope" not in s.equipment or a.impact is Impact.HIGH or not a.allows_session:
        return None
    return "Skipping is high impact for calves and shins: keep it for fresh legs."


@advisory(
    "water",
    guide_anchor="recovery/#water",
    sources=(src.MATERN_2006, src.FARES_2022, src.KWOK_2022),
    certainty=Certainty.LOW,
    claims=("S3", "S19"),
)
def water(s: Situation, a: Assessment) -> str | None:
    """Water unloads the legs while you are in it."""
    if "pool" not in s.equipment or s.soreness < p.SORENESS_CAP.value or not swimming_allowed(a):
        return None
    return "Relief in water is real but temporary: the legs are not repaired by it."


@advisory(
    "arms-lead-cue",
    guide_anchor="choosing/#arms",
    sources=(src.SPORER_2003,),
    certainty=Certainty.LOW,
    claims=("S15", "S23"),
    modality="swimming",
)
def arms_lead_cue(s: Situation, a: Assessment) -> str | None:
    """Swimming rests the legs only if they do not drive it."""
    if "pool" not in s.equipment or s.soreness < p.SORENESS_CAP.value or not swimming_allowed(a):
        return None
    return "Use a pull buoy and keep kicking easy, so that the arms do the work."


@advisory(
    "peak-power",
    guide_anchor="cyclists/#power",
    sources=(src.DEVANTIER_THOMAS_2024, src.BURT_2011),
    certainty=Certainty.MODERATE,
    claims=("S23", "S25", "S28"),
)
def peak_power(s: Situation, a: Assessment) -> str | None:
    """Steady riding holds up after lifting; the last bit of sprint power does not."""
    if (
        s.hours_since_legs >= p.SORENESS_PEAK.high
        or not a.allows_intervals
        or s.leg_effort is LegSessionEffort.LIGHT
        or not has_plan(a)
    ):
        return None
    return "Peak sprint power may be down, and the same effort may be slower than usual: judge by effort."


@advisory(
    "event-power",
    guide_anchor="team-sports/#match-tomorrow",
    sources=(src.HELLAND_2020, src.DOMA_2017_REVIEW),
    certainty=Certainty.MODERATE,
    claims=("S39",),
)
def event_power(_s: Situation, a: Assessment) -> str | None:
    """A hard leg session takes a day or two of jump and sprint with it."""
    tired = a.readiness.score < p.READY_HIGH.value
    return (
        "Leg power may be reduced at your event." if rule_applies(a, "event-tomorrow", "event-soon") and tired else None
    )


@advisory(
    "plan-legs",
    guide_anchor="team-sports/#plan-legs",
    sources=(src.DOMA_2017_REVIEW, src.DOMA_2017),
    certainty=Certainty.LOW,
    claims=("S39", "S41"),
)
def plan_legs(_s: Situation, a: Assessment) -> str | None:
    """The cure for tired match legs is a calendar."""
    tired = a.readiness.score < p.READY_HIGH.value
    if not (rule_applies(a, "event-tomorrow", "event-soon") and tired):
        return None
    return f"Next time move lifting to {p.LEGS_BEFORE_MATCH} before matches and key sessions."


@advisory(
    "same-effort",
    guide_anchor="session-plan/#temper",
    sources=(src.DEVANTIER_THOMAS_2024, src.DOMA_2017_REVIEW),
    certainty=Certainty.MODERATE,
    claims=("S28",),
)
def same_effort(s: Situation, a: Assessment) -> str | None:
    """Tired legs make the old pace cost more, so effort leads and pace follows."""
    if (
        s.running_experience is not RunningExperience.REGULAR
        or a.readiness.score >= p.READY_HIGH.value
        or not has_plan(a)
    ):
        return None
    return "Keep the effort and let the pace be slower than usual."


@advisory(
    "order-endurance",
    guide_anchor="by-goal/#endurance",
    sources=(src.DOMA_2013, src.ROBINEAU_2016),
    certainty=Certainty.MODERATE,
    claims=("S35", "S39", "S41"),
)
def order_endurance(s: Situation, a: Assessment) -> str | None:
    """Who runs for the run lifts after it, not before."""
    if s.goal is not Goal.AEROBIC_ENDURANCE or a.readiness.score >= p.READY_MODERATE.value or not has_plan(a):
        return None
    runs = s.running_experience is not RunningExperience.NONE
    return f"When endurance comes first, put the key {'run' if runs else 'session'} before the legs, or a day apart."


@advisory(
    "resting-pulse-high",
    guide_anchor="recovery/#resting-pulse",
    sources=(
        src.MEEUSEN_2013,
        src.PROJECT_JUDGEMENT,
    ),
    certainty=Certainty.LOW,
)
def resting_pulse_high(_s: Situation, a: Assessment) -> str | None:
    """A high resting pulse has a cause to look for."""
    if not rule_applies(a, "resting-pulse", "raised-pulse"):
        return None
    return (
        "Your resting pulse is higher than it should be: look for a fever, too little to drink or a new medicine, "
        "and see a doctor if it stays high until tomorrow."
    )


@advisory(
    "race-week",
    guide_anchor="team-sports/#taper",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.VERY_LOW,
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


@advisory(
    "sprint-on-sore",
    guide_anchor="runners/#sprints",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.LOW,
)
def sprint_on_sore(s: Situation, a: Assessment) -> str | None:
    """Sprints are what tears a sore muscle."""
    asked = s.plan in m.SPRINTS or s.goal is Goal.SPEED_POWER
    if not asked or not has_plan(a) or s.soreness <= p.SORENESS_SPRINT.value:
        return None
    return "Do not sprint on sore legs: a sore muscle is slower and easier to tear."


@advisory(
    "build-up-to-sprints",
    guide_anchor="runners/#sprints",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.LOW,
)
def build_up_to_sprints(s: Situation, a: Assessment) -> str | None:
    """If you have not sprinted for weeks, build up to it."""
    older = s.age is not None and s.age >= p.OLDER_ADULT.value
    asked = s.plan in m.SPRINTS or (s.goal is Goal.SPEED_POWER and (s.intent == "hard" or older))
    if not asked or not has_plan(a) or (s.running_experience is RunningExperience.REGULAR and not older):
        return None
    return "Build up to sprints over some weeks: strides first, then a few short ones with full rests."


@advisory(
    "load-on-bone",
    guide_anchor="choosing/#osteoporosis",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.LOW,
)
def load_on_bone(s: Situation, a: Assessment) -> str | None:
    """Fragile or painful bone and a heavy pack do not go together."""
    asked = s.plan == "rucking" or "rucking" in s.activities
    if not asked or not a.allows_session:
        return None
    return "A pack loads the bones of feet and shins with every step: start light, add slowly, and stop at pain in one spot."


@advisory(
    "explosive-suffers",
    guide_anchor="team-sports/#jumps",
    sources=(src.DOMA_2017_REVIEW,),
    certainty=Certainty.MODERATE,
)
def explosive_suffers(s: Situation, a: Assessment) -> str | None:
    """Jumps and sprints are what a hard leg session takes first."""
    asked = (
        s.goal is Goal.SPEED_POWER
        or s.plan in m.EXPLOSIVE | {"team_sport"}
        or s.event_kind in {"match", "fitness_test"}
    )
    if not asked or not has_plan(a) or a.readiness.score >= p.READY_HIGH.value:
        return None
    return "Jumps, sprints and cuts suffer most from the leg session: expect less of them today."
