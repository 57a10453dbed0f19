"""Tips on planning, fuel, equipment and technique."""

from __future__ import annotations

from calculator.data import modalities as m
from calculator.data import parameters as p
from calculator.data import sources as src
from calculator.data.sentences import say
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
    """Soreness usually peaks one to three days after the session, so you may get sorer yet."""
    mild = s.leg_effort is LegSessionEffort.LIGHT and s.soreness <= p.SORENESS_FREE.value
    if not a.allows_session or mild or s.hours_since_legs >= p.SORENESS_PEAK.high:
        return None
    return say("advisory.soreness-peak", peak=p.SORENESS_PEAK)


@advisory(
    "lift-first",
    guide_anchor="lifters/#order",
    sources=(src.EDDENS_2018, src.ROBINEAU_2016, src.CONCURRENT_UMBRELLA_2026),
    certainty=Certainty.MODERATE,
    claims=("S1", "S22"),
)
def lift_first(s: Situation, a: Assessment) -> str | None:
    """If you do both on one day, lift first for leg strength; for fitness the order does not matter."""
    if s.hours_since_legs >= p.SAME_DAY.value or a.outcome >= Outcome.REST_OR_WALK_ONLY:
        return None
    return say("advisory.lift-first", wait=p.SAME_DAY)


@advisory(
    "fat-loss-balance",
    guide_anchor="fat-loss/#intervals",
    sources=(src.STEELE_2021, src.WEWEGE_2017, src.KRAMER_2023),
    certainty=Certainty.HIGH,
    claims=("S10",),
)
def fat_loss_balance(s: Situation, a: Assessment) -> str | None:
    """You lose fat through your calorie balance; intervals save time and make you a little fitter."""
    if s.goal is not Goal.FAT_LOSS or not has_plan(a):
        return None
    return say("advisory.fat-loss-balance")


@advisory(
    "fuel",
    guide_anchor="recovery/#fuel",
    sources=(src.HAFF_2000, src.KERKSICK_2017, src.DOMA_2013),
    certainty=Certainty.MODERATE,
    claims=("S24", "S25", "S35"),
    min_main_minutes=p.LONG_SESSION.value,
)
def fuel(s: Situation, a: Assessment) -> str | None:
    """If your thighs have used up part of their carbohydrate, eat some before and during a long session."""
    if s.goal is not Goal.AEROBIC_ENDURANCE or not has_plan(a) or a.minutes < p.LONG_SESSION.value:
        return None
    if "low_carbohydrate_or_fasted" in s.conditions:  # readers who fast get the advice to stay short and to carry food
        return None
    over = s.leg_effort is LegSessionEffort.LIGHT or s.hours_since_legs >= p.QUALITY_RUN.value
    return say("advisory.fuel") if over else say("advisory.fuel.emptied", share=p.GLYCOGEN)


@advisory(
    "protect-next",
    guide_anchor="lifters/#next-session",
    sources=(src.SPORER_2003,),
    certainty=Certainty.LOW,
    claims=("S15", "S40", "S41"),
)
def protect_next(s: Situation, a: Assessment) -> str | None:
    """If you tire your legs today, you lift less tomorrow."""
    if s.next_legs_in_hours is None or not rule_applies(a, "next-legs"):
        return None
    if s.next_legs_in_hours <= p.NEXT_LEGS_SOON.value and s.goal in (Goal.MUSCLE_STRENGTH, Goal.SPEED_POWER):
        return say("advisory.protect-next.lift-first", wait=p.NEXT_LEGS_SOON)
    return say("advisory.protect-next.stop")


@advisory(
    "rope",
    guide_anchor="choosing/#jump-rope",
    sources=(src.WALLACE_2010, src.PROJECT_JUDGEMENT),
    certainty=Certainty.LOW,
    claims=("S34",),
)
def rope(s: Situation, a: Assessment) -> str | None:
    """You do not have to skip only because you have a rope."""
    if "jump_rope" not in s.equipment or a.impact is Impact.HIGH or not a.allows_session:
        return None
    return say("advisory.rope")


@advisory(
    "water",
    guide_anchor="recovery/#water",
    sources=(src.MATERN_2006, src.FARES_2022, src.KWOK_2022),
    certainty=Certainty.LOW,
    claims=("S3", "S19"),
)
def water(s: Situation, a: Assessment) -> str | None:
    """Your legs carry less weight while you are in water."""
    if "pool" not in s.equipment or s.soreness < p.SORENESS_CAP.value or not swimming_allowed(a):
        return None
    return say("advisory.water")


@advisory(
    "arms-lead-cue",
    guide_anchor="choosing/#arms",
    sources=(src.SPORER_2003,),
    certainty=Certainty.LOW,
    claims=("S15", "S23"),
    modality="swimming",
)
def arms_lead_cue(s: Situation, a: Assessment) -> str | None:
    """Swimming rests your legs only if you kick gently."""
    if "pool" not in s.equipment or s.soreness < p.SORENESS_CAP.value or not swimming_allowed(a):
        return None
    return say("advisory.arms-lead-cue")


@advisory(
    "peak-power",
    guide_anchor="cyclists/#power",
    sources=(src.DEVANTIER_THOMAS_2024, src.BURT_2011),
    certainty=Certainty.MODERATE,
    claims=("S23", "S25", "S28"),
)
def peak_power(s: Situation, a: Assessment) -> str | None:
    """After lifting you can ride steadily as usual, but you sprint with less power."""
    if (
        s.hours_since_legs >= p.SORENESS_PEAK.high
        or not a.allows_intervals
        or s.leg_effort is LegSessionEffort.LIGHT
        or not has_plan(a)
    ):
        return None
    return say("advisory.peak-power")


@advisory(
    "event-power",
    guide_anchor="team-sports/#match-tomorrow",
    sources=(src.HELLAND_2020, src.DOMA_2017_REVIEW),
    certainty=Certainty.MODERATE,
    claims=("S39",),
)
def event_power(_s: Situation, a: Assessment) -> str | None:
    """After a hard leg session you jump and sprint less well for a day or two."""
    tired = a.readiness.score < p.READY_HIGH.value
    return say("advisory.event-power") if rule_applies(a, "event-tomorrow", "event-soon") and tired else None


@advisory(
    "plan-legs",
    guide_anchor="team-sports/#plan-legs",
    sources=(src.DOMA_2017_REVIEW, src.DOMA_2017),
    certainty=Certainty.LOW,
    claims=("S39", "S41"),
)
def plan_legs(_s: Situation, a: Assessment) -> str | None:
    """If your legs are tired in matches, move the leg session."""
    tired = a.readiness.score < p.READY_HIGH.value
    if not (rule_applies(a, "event-tomorrow", "event-soon") and tired):
        return None
    return say("advisory.plan-legs", gap=p.LEGS_BEFORE_MATCH)


@advisory(
    "same-effort",
    guide_anchor="session-plan/#temper",
    sources=(src.DEVANTIER_THOMAS_2024, src.DOMA_2017_REVIEW),
    certainty=Certainty.MODERATE,
    claims=("S28",),
)
def same_effort(s: Situation, a: Assessment) -> str | None:
    """On tired legs your usual pace costs you more, so go by effort and not by pace."""
    if (
        s.running_experience is not RunningExperience.REGULAR
        or a.readiness.score >= p.READY_HIGH.value
        or not has_plan(a)
    ):
        return None
    return say("advisory.same-effort")


@advisory(
    "order-endurance",
    guide_anchor="by-goal/#endurance",
    sources=(src.DOMA_2013, src.ROBINEAU_2016),
    certainty=Certainty.MODERATE,
    claims=("S35", "S39", "S41"),
)
def order_endurance(s: Situation, a: Assessment) -> str | None:
    """If running comes first for you, lift after your run, not before."""
    if s.goal is not Goal.AEROBIC_ENDURANCE or a.readiness.score >= p.READY_MODERATE.value or not has_plan(a):
        return None
    runs = s.running_experience is not RunningExperience.NONE
    return say(f"advisory.order-endurance.{'run' if runs else 'session'}")


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
    """A high resting heart rate has a cause, so look for it."""
    if not rule_applies(a, "resting-pulse", "raised-pulse"):
        return None
    return say("advisory.resting-pulse-high")


@advisory(
    "race-week",
    guide_anchor="team-sports/#taper",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.VERY_LOW,
)
def race_week(s: Situation, a: Assessment) -> str | None:
    """In the last days before a race you can only keep your fitness, not add to it."""
    if s.next_event_in_hours is None or s.event_kind in (None, "key_session"):
        return None
    long = s.event_kind == "long_race"
    ahead = p.TAPER_EARLY.value if long else p.RACE_WEEK.value
    if s.next_event_in_hours > ahead or a.outcome > Outcome.REST_OR_WALK_ONLY:
        return None
    return say(
        f"advisory.race-week.{'long' if long else 'short'}",
        legs=p.LEGS_BEFORE_LONG_RACE if long else p.LEGS_BEFORE_SHORT_RACE,
        light=p.LEGS_LIGHT_BEFORE_LONG_RACE,
        last=p.TAPER_LAST,
        most=p.TAPER_LAST_MINUTES,
        easy=p.SHAKE_OUT_MINUTES,
    )


@advisory(
    "sprint-on-sore",
    guide_anchor="runners/#sprints",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.LOW,
)
def sprint_on_sore(s: Situation, a: Assessment) -> str | None:
    """You can tear a sore muscle when you sprint."""
    asked = s.plan in m.SPRINTS or s.goal is Goal.SPEED_POWER
    if not asked or not has_plan(a) or s.soreness <= p.SORENESS_SPRINT.value:
        return None
    return say("advisory.sprint-on-sore")


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
    return say("advisory.build-up-to-sprints")


@advisory(
    "load-on-bone",
    guide_anchor="choosing/#osteoporosis",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.LOW,
)
def load_on_bone(s: Situation, a: Assessment) -> str | None:
    """If your bones are fragile or hurt, do not carry a heavy pack."""
    asked = s.plan == "rucking" or "rucking" in s.activities
    if not asked or not a.allows_session:
        return None
    return say("advisory.load-on-bone")


@advisory(
    "explosive-suffers",
    guide_anchor="team-sports/#jumps",
    sources=(src.DOMA_2017_REVIEW,),
    certainty=Certainty.MODERATE,
)
def explosive_suffers(s: Situation, a: Assessment) -> str | None:
    """After a hard leg session you lose jump and sprint first."""
    asked = (
        s.goal is Goal.SPEED_POWER
        or s.plan in m.EXPLOSIVE | {"team_sport"}
        or s.event_kind in {"match", "fitness_test"}
    )
    if not asked or not has_plan(a) or a.readiness.score >= p.READY_HIGH.value:
        return None
    return say("advisory.explosive-suffers")
