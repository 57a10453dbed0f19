"""Knows what tired, sore and unaccustomed legs rule out, and for how long.

Must never know health conditions, goals or the reader's clock.
"""

from __future__ import annotations

from functools import cache

from calculator import modalities as m
from calculator import parameters as p
from calculator import sources as src
from calculator.habits import trained
from calculator.model import (
    Certainty,
    Eccentric,
    Effort,
    Impact,
    Intensity,
    Lifting,
    Limit,
    Novelty,
    Outcome,
    Readiness,
    Running,
    Situation,
    rule,
)

__all__ = [
    "arms_lead",
    "changed_walk",
    "jumps",
    "new_class",
    "new_legs",
    "overreaching",
    "quality_running",
    "readiness_impact",
    "readiness_intensity",
    "running_experience",
    "same_day",
    "sore_legs",
    "sore_legs_effort",
    "spent_legs",
    "sprints",
    "stairs_and_hills",
    "swimming_legs",
    "unexplained_limp",
    "very_sore_beginner",
]


def _band(s: Situation, r: Readiness) -> Intensity:
    """The intensity band that readiness and soreness leave to the legs."""
    if r.score < p.SPENT.value or s.soreness >= p.SORENESS_NONE.value or s.walking_affected:
        return Intensity.LIGHT
    if r.score < p.READY_MODERATE.value or s.soreness >= p.SORENESS_CAP.value:
        return Intensity.MODERATE
    return Intensity.VIGOROUS if r.score < p.READY_HIGH.value else Intensity.NEAR_MAX


_ABOVE_LOW = frozenset(mode.slug for mode in m.MODALITIES if mode.impact > Impact.LOW)


@cache  # here and below: an outlook asks dozens of times, and putting words together is what costs
def _impact_at(score: int) -> Limit:
    about = f"Readiness is about {score} of 100"
    if score < p.SPENT.value:
        return Limit(because=f"{about}: nothing that strikes the ground but an easy walk.", impact=Impact.NONE)
    if score < p.READY_MODERATE.value:
        return Limit(because=f"{about}, so impact stays low today.", impact=Impact.LOW)
    return Limit(
        because=f"{about}: not yet enough for high impact: tempo runs, jumps and sprints wait.", impact=Impact.MODERATE
    )


@rule(
    "readiness-impact",
    guide="timing/#readiness",
    sources=(src.MORAN_NAVARRO_2017, src.DOMA_2017, src.PROJECT_JUDGEMENT),
    certainty=Certainty.LOW,
    claims=("S2", "S5", "S6", "S30", "S34"),
    refs=("R10", "R11"),
)
def readiness_impact(s: Situation, r: Readiness) -> Limit | None:
    """Force comes back over one to three days, so what strikes the ground waits until most of it is back."""
    if r.score >= p.READY_HIGH.value:
        return None
    if p.SPENT.value <= r.score < p.READY_MODERATE.value and _may_run_easily(s):
        return _easy_run_at(r.score)
    return _impact_at(r.score)


def _may_run_easily(s: Situation) -> bool:
    """Whether legs that are used to running and lifting may take an easy run a day after a usual leg session."""
    runs = s.running_experience is Running.REGULAR or ("running" in s.activities and trained(s))
    used_to_it = (
        runs
        and s.lifting_experience >= Lifting.INTERMEDIATE
        and s.novelty is Novelty.USUAL
        and s.eccentric is not Eccentric.HIGH
    )
    wait = p.EASY_RUN_VERY_HARD if s.leg_effort is Effort.VERY_HARD else p.EASY_RUN
    return used_to_it and s.soreness <= p.EASY_RUN_SORENESS.value and s.hours_since_legs >= wait.value


@cache
def _easy_run_at(score: int) -> Limit:
    return Limit(
        because=f"Readiness is about {score} of 100. You are used to running and lifting, so an easy run of up to "
        f"{p.EASY_RUN_MINUTES} is open; it costs {p.EASY_RUN_PRICE} more effort than usual. Other impact stays low.",
        impact=Impact.MODERATE,
        intensity=Intensity.MODERATE,
        minutes=int(p.EASY_RUN_MINUTES.value),
        modes=m.EASY_RUNS,
        excluded=_ABOVE_LOW - m.EASY_RUNS,
    )


@cache
def _effort_at(score: int) -> Limit:
    band = Intensity.VIGOROUS if score >= p.READY_MODERATE.value else Intensity.MODERATE
    if score < p.SPENT.value:
        band = Intensity.LIGHT
    text = f"With readiness about {score} of 100, leg work stays {band.slug} at the most."
    return Limit(because=text, intensity=band, modes=m.LEG_LOADING)


@rule(
    "readiness-intensity",
    guide="intensity/#by-readiness",
    sources=(src.DEVANTIER_THOMAS_2024, src.DOMA_2017_REVIEW, src.PROJECT_JUDGEMENT),
    certainty=Certainty.LOW,
    claims=("S15", "S23", "S28", "S29", "S30", "S31"),
    refs=("R10", "R16"),
)
def readiness_intensity(_s: Situation, r: Readiness) -> Limit | None:
    """On tired legs the same pace costs more, and top effort is what suffers first."""
    return None if r.score >= p.READY_HIGH.value else _effort_at(r.score)


_ARMS_ABOVE = {
    Intensity(harder - 1): Limit(
        because=f"Where the arms lead, the effort may reach {harder.slug}: one step above what the legs may do.",
        intensity=harder,
        modes=m.ARMS_LEAD,
    )
    for harder in (Intensity.MODERATE, Intensity.VIGOROUS)
}


@rule(
    "arms-lead",
    guide="choosing/#arms-lead",
    sources=(src.SPORER_2003,),
    certainty=Certainty.LOW,
    claims=("S15", "S23"),
    refs=("R17",),
)
def arms_lead(s: Situation, r: Readiness) -> Limit | None:
    """Fatigue stays in the muscles that were used, so work that the arms lead may go one step harder, no more."""
    band = _band(s, r)
    return None if band >= Intensity.VIGOROUS else _ARMS_ABOVE[band]


_NO_ALL_OUT_NOW = Limit(
    because=f"All-out effort waits from {p.OLDER_ADULT.value:g} on, and while a condition or a medicine is in play.",
    intensity=Intensity.VIGOROUS,
)
_NO_ALL_OUT = Limit(
    because="All-out effort is kept for regular runners whose goal needs it.", intensity=Intensity.VIGOROUS
)


@rule(
    "near-max",
    guide="intensity/#near-max",
    sources=(src.SPORER_2003, src.PROJECT_JUDGEMENT),
    certainty=Certainty.LOW,
    claims=("S29",),
    refs=("R16",),
    stands=True,
)
def near_max(s: Situation, _r: Readiness) -> Limit | None:
    """All-out work is for regular runners without health flags whose goal asks for it."""
    if s.conditions or s.medicines or (s.age is not None and s.age >= p.OLDER_ADULT.value):
        return _NO_ALL_OUT_NOW
    wanted = s.goal.value in ("speed_power", "aerobic_endurance")
    return None if wanted and s.running_experience is Running.REGULAR else _NO_ALL_OUT


@rule(
    "spent-legs",
    guide="soreness/#spent",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.LOW,
    claims=("S30", "S40"),
    refs=("R11", "R21"),
)
def spent_legs(_s: Situation, r: Readiness) -> Limit | None:
    """When the estimate is this low, rest costs you nothing and a gentle walk is plenty."""
    if r.score >= p.SPENT.value:
        return None
    return Limit(
        because=f"Readiness is about {r.score} of 100: rest, or move gently.",
        outcome=Outcome.REST_OR_WALK_ONLY,
        intensity=Intensity.LIGHT,
        minutes=int(p.REFERRAL_MINUTES.value),
        intervals=False,
        action="Rest today, or take a gentle walk if it feels good.",
    )


@cache
def _impact_sore(soreness: int) -> Limit:
    if soreness >= p.SORENESS_NONE.value:
        return Limit(
            because=f"Soreness of {soreness} reaches {p.SORENESS_NONE}: only easy walking and unloaded work remain.",
            outcome=Outcome.RECOMMEND_WITH_CAUTION,
            impact=Impact.NONE,
        )
    if soreness >= p.SORENESS_LOW_ONLY.value:
        text = f"Soreness of {soreness} reaches {p.SORENESS_LOW_ONLY}, so impact stays low."
        return Limit(because=text, impact=Impact.LOW)
    text = f"Soreness of {soreness} reaches {p.SORENESS_CAP}, so tempo runs, jumps and sprints wait."
    return Limit(because=text, impact=Impact.MODERATE)


@rule(
    "sore-legs",
    guide="soreness/#cap",
    sources=(src.CHEUNG_2003,),
    certainty=Certainty.MODERATE,
    claims=("S2", "S5", "S34"),
    refs=("R13",),
)
def sore_legs(s: Situation, _r: Readiness) -> Limit | None:
    """Sore muscle is weaker and absorbs shock badly, so impact comes down first."""
    return None if s.soreness < p.SORENESS_CAP.value else _impact_sore(s.soreness)


_LIGHT_WHEN_SORE, _LIGHT_WHEN_WALKING_CHANGED = (
    Limit(because=f"{when}, leg work stays light.", intensity=Intensity.LIGHT, modes=m.LEG_LOADING, intervals=False)
    for when in ("On legs this sore", "While soreness changes your walk")
)


@cache
def _effort_sore(soreness: int) -> Limit:
    text = f"Soreness of {soreness} keeps leg work at moderate effort."
    return Limit(because=text, intensity=Intensity.MODERATE, modes=m.LEG_LOADING, intervals=False)


@rule(
    "sore-legs-effort",
    guide="soreness/#effort",
    sources=(src.CHEUNG_2003, src.DEVANTIER_THOMAS_2024),
    certainty=Certainty.LOW,
    claims=("S15", "S29"),
    refs=("R16",),
)
def sore_legs_effort(s: Situation, _r: Readiness) -> Limit | None:
    """Soreness changes which fibres you use, so hard leg work lands on the ones that are left."""
    if s.soreness < p.SORENESS_CAP.value and not s.walking_affected:
        return None
    if s.soreness >= p.SORENESS_NONE.value:
        return _LIGHT_WHEN_SORE
    return _LIGHT_WHEN_WALKING_CHANGED if s.walking_affected else _effort_sore(s.soreness)


_SWIM_LIGHTLY = Limit(
    because="On legs this sore, or while you limp, swim lightly: kicking and pushing off load the legs. A pull buoy spares them.",
    intensity=Intensity.LIGHT,
    modes=frozenset({"swimming"}),
)


@rule(
    "swimming-legs",
    guide="choosing/#swimming-legs",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.VERY_LOW,
    refs=("R17",),
)
def swimming_legs(s: Situation, _r: Readiness) -> Limit | None:
    """A swim loads the legs a little with every kick and push-off, unless a pull buoy carries them."""
    return _SWIM_LIGHTLY if s.soreness >= p.SORENESS_NONE.value or s.walking_affected else None


@rule(
    "unexplained-limp",
    guide="soreness/#limp-without-soreness",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.LOW,
    refs=("R13", "R37"),
    danger=True,
)
def unexplained_limp(s: Situation, _r: Readiness) -> Limit | None:
    """A walk that changes on legs that are hardly sore has another cause, and somebody should look for it."""
    if not s.walking_affected or s.soreness >= p.SORENESS_CAP.value:
        return None
    return Limit(
        because=f"Your walk has changed at soreness {s.soreness}: that is not ordinary soreness after legs. Do no leg work until "
        "a doctor or physiotherapist has looked at it.",
        outcome=Outcome.STOP_REFER_ROUTINE,
        impact=Impact.NONE,
        intensity=Intensity.LIGHT,
        minutes=int(p.REFERRAL_MINUTES.value),
        excluded=m.SLUGS - m.ARMS_LEAD,
        intervals=False,
        action="Have it looked at this week; until then no leg work.",
    )


@rule(
    "changed-walk",
    guide="soreness/#gait",
    sources=(src.CHEUNG_2003, src.PROJECT_JUDGEMENT),
    certainty=Certainty.LOW,
    claims=("S2", "S34"),
    refs=("R13",),
)
def changed_walk(s: Situation, _r: Readiness) -> Limit | None:
    """A changed walk loads joints in ways they are not used to, so nothing strikes until it is normal again."""
    if not s.walking_affected:
        return None
    return Limit(
        because="Soreness changes how you walk: until that is over, easy walking and unloaded work only.",
        outcome=Outcome.RECOMMEND_WITH_CAUTION,
        impact=Impact.NONE,
    )


def _unaccustomed_impact(s: Situation, hours: float) -> Impact:
    """The impact class that unaccustomed legs may take, by hours, novelty, experience and effort."""
    early, late = hours < p.NEW_LEGS_LOW.value, hours < p.NEW_LEGS_MODERATE.value
    if not late:
        return Impact.HIGH
    hard = s.leg_effort >= Effort.HARD
    if s.novelty is Novelty.FIRST_TIME or (hard and s.novelty is Novelty.RETURN_AFTER_BREAK):
        return Impact.LOW if early else Impact.MODERATE
    if s.novelty is Novelty.RETURN_AFTER_BREAK and s.leg_effort is Effort.MODERATE:
        return Impact.MODERATE
    if not early:
        return Impact.HIGH
    if s.lifting_experience is Lifting.NOVICE and s.leg_effort >= Effort.MODERATE:
        return Impact.LOW if hard else Impact.MODERATE
    return Impact.MODERATE if s.novelty is Novelty.RETURN_AFTER_BREAK else Impact.HIGH


@cache
def _held(impact: Impact, two_days: bool, lifting_is_new: bool) -> Limit:  # noqa: FBT001 - the key of a memory
    wait = p.NEW_LEGS_LOW if two_days else p.NEW_LEGS_MODERATE
    who = "While lifting is new to you, impact stays" if lifting_is_new else "Legs new to this work hold impact"
    return Limit(because=f"{who} at {impact.slug} until {wait} have passed.", impact=impact, excluded=m.SPRINTS)


@rule(
    "new-legs",
    guide="beginners/#first-sessions",
    sources=(src.DOMA_2017, src.DOMA_2015),
    certainty=Certainty.MODERATE,
    claims=("S2",),
    refs=("R14",),
)
def new_legs(s: Situation, _r: Readiness) -> Limit | None:
    """Legs that are new to the work run worse for two days; protection comes after a few sessions, not one."""
    impact = _unaccustomed_impact(s, s.hours_since_legs)
    if impact is Impact.HIGH:
        return None
    at_two_days = _unaccustomed_impact(s, max(s.hours_since_legs, p.NEW_LEGS_LOW.value))
    return _held(impact, at_two_days > impact, s.novelty is Novelty.USUAL)


@rule(
    "very-sore-beginner",
    guide="beginners/#very-sore",
    sources=(src.MASUDA_2023, src.BROGAN_2017, src.RHABDO_PAGES),
    certainty=Certainty.LOW,
    claims=("S2", "S34"),
    refs=("R14", "R27"),
    danger=True,
)
def very_sore_beginner(s: Situation, _r: Readiness) -> Limit | None:
    """Serious muscle breakdown was reported in very sore legs after something new: do not add to it."""
    if s.novelty is Novelty.USUAL or not (s.soreness >= p.SORENESS_NONE.value or s.walking_affected):
        return None
    what = (
        "Very sore after something new"
        if s.soreness >= p.SORENESS_NONE.value
        else "This is new to you and changes your walk"
    )
    return Limit(
        because=f"{what}: do not chase the workout; rest, or move gently, and know the warning signs.",
        outcome=Outcome.REST_OR_WALK_ONLY,
        intensity=Intensity.LIGHT,
        minutes=int(p.VERY_SORE_MINUTES.value),
        intervals=False,
        action="Rest today, or move gently without load.",
    )


_RUNS_AND_HIKES = m.EASY_RUNS | {"incline_treadmill_run", "hiking", "rucking"}
_NO_RUNNER = Limit(
    because="You do not run yet, so impact stays low.",
    impact=Impact.LOW,
    minutes=int(p.SOME_RUNNER_MINUTES.value),
    modes=_RUNS_AND_HIKES,
)
_SOME_RUNNER = Limit(
    because=f"You run a little: steady running may come, {p.SOME_RUNNER_MINUTES} at the most; tempo runs, sprints and jumps "
    "not yet.",
    impact=Impact.MODERATE,
    minutes=int(p.SOME_RUNNER_MINUTES.value),
    modes=_RUNS_AND_HIKES,
)


_PLAYER = Limit(
    because=f"You play every week, but do not run every week: a run or a hike stays within {p.SOME_RUNNER_MINUTES}.",
    minutes=int(p.SOME_RUNNER_MINUTES.value),
    modes=_RUNS_AND_HIKES,
)


@rule(
    "running-experience",
    guide="runners/#experience",
    sources=(src.DOMA_2017, src.PROJECT_JUDGEMENT),
    certainty=Certainty.LOW,
    claims=("S2",),
    refs=("R12",),
)
def running_experience(s: Situation, _r: Readiness) -> Limit | None:
    """Running is a skill of tendons as much as of lungs, so those who do not run do not start on tired legs."""
    if s.running_experience is Running.REGULAR:
        return None
    if "team_sport" in s.activities:
        return _PLAYER
    return _NO_RUNNER if s.running_experience is Running.NONE else _SOME_RUNNER


@rule(
    "overreaching",
    guide="recovering/#strain",
    sources=(src.MEEUSEN_2013,),
    certainty=Certainty.LOW,
    claims=("S40", "S41"),
    refs=("R10", "R16"),
)
def overreaching(_s: Situation, r: Readiness) -> Limit | None:
    """Short sleep, a raised pulse and hard days in a row together say that the whole body is behind."""
    if r.strain_signs < p.STRAIN_SIGNS_SOME.value:
        return None
    if r.strain_signs < p.STRAIN_SIGNS.value:
        return Limit(
            because=f"You have {r.strain_signs} signs of strain: keep it moderate and shorter today, without intervals.",
            outcome=Outcome.RECOMMEND_WITH_CAUTION,
            intensity=Intensity.MODERATE,
            minutes=int(p.STRAIN_SOME_MINUTES.value),
            intervals=False,
        )
    return Limit(
        because=f"You have {r.strain_signs} signs of strain at once: a day or two of rest or light work pays back more than "
        "another hard one. If it lasts more than two weeks, see a doctor.",
        outcome=Outcome.REST_OR_WALK_ONLY,
        impact=Impact.LOW,
        intensity=Intensity.LIGHT,
        minutes=int(p.STRAIN_MINUTES.value),
        intervals=False,
        action=f"You have {r.strain_signs} signs of strain: rest today, or move lightly for {p.STRAIN_MINUTES} at the most.",
    )


@rule(
    "same-day",
    guide="timing/#same-day-limits",
    sources=(src.ROBINEAU_2016, src.SCHUMANN_2022, src.LEE_2020),
    certainty=Certainty.MODERATE,
    claims=("S1", "S15", "S22"),
    refs=("R18",),
)
def same_day(s: Situation, _r: Readiness) -> Limit | None:
    """Cardio right after lifting costs strength gains most, and the legs are at their most tired then."""
    if s.hours_since_legs >= p.SAME_DAY.value:
        return None
    if s.leg_effort is Effort.LIGHT:
        return Limit(
            because="Within hours of a leg session, even a light one, leave tempo runs, jumps and sprints.",
            impact=Impact.MODERATE,
        )
    short = s.hours_since_legs < p.SAME_DAY_SHORT.value
    bikes_open = not short and s.soreness <= p.SORENESS_FRESH.value
    until = (
        f"less than {p.SAME_DAY_SHORT} after the legs, a short add-on"
        if short
        else f"less than {p.SAME_DAY} after the legs"
    )
    return Limit(
        because=f"{until[0].upper()}{until[1:]}: walk, or work without impact, moderate at the most.",
        impact=Impact.LOW,
        intensity=Intensity.MODERATE,
        minutes=int((p.SAME_DAY_MINUTES if short else p.SAME_DAY_LATER_MINUTES).value),
        modes=m.SLUGS - m.BIKES if bikes_open else frozenset(),
        excluded=m.STRIKING,
    )


_NO_HEAVY_LEGS = Limit(
    because="Stairs, hills, skates, packs and circuits load the legs like lifting: they wait for readier legs.",
    excluded=m.STAIRS_AND_HILLS | {"inline_skating", "hiking", "rucking", "circuit"},
)
_NO_CLIMBS = Limit(
    because="Stairs and steep runs load the legs like lifting: they wait for fresh legs.", excluded=m.STAIRS_AND_HILLS
)


@rule(
    "stairs-and-hills",
    guide="choosing/#stairs-and-hills",
    sources=(src.GOTTSCHALL_2005, src.PROJECT_JUDGEMENT),
    certainty=Certainty.LOW,
    claims=("S9", "S47"),
    refs=("R11", "R16"),
)
def stairs_and_hills(s: Situation, r: Readiness) -> Limit | None:
    """Stairs and steep runs land softly but load the legs like lifting, so they wait for fresh legs."""
    if r.score < p.READY_MODERATE.value or s.soreness >= p.SORENESS_CAP.value:
        return _NO_HEAVY_LEGS
    return None if r.score >= p.READY_HIGH.value and s.soreness <= p.SORENESS_FRESH.value else _NO_CLIMBS


_QUALITY_WAITS, _QUALITY_WAITS_LONGER = (
    (
        wait.value,
        Limit(
            because=f"Tempo and uphill running wait {wait} after this leg session; the same pace would cost more.",
            excluded=m.QUALITY_RUNS | m.SPRINTS,
        ),
    )
    for wait in (p.QUALITY_RUN, p.QUALITY_RUN_NEW)
)


@rule(
    "quality-running",
    guide="runners/#quality",
    sources=(src.DOMA_2017, src.DOMA_2013),
    certainty=Certainty.MODERATE,
    claims=("S25", "S28", "S35"),
    refs=("R14",),
)
def quality_running(s: Situation, _r: Readiness) -> Limit | None:
    """For a day or two after lifting, running costs more and lasts less, so a quality run would be neither."""
    novel = s.novelty is not Novelty.USUAL
    if s.leg_effort is Effort.LIGHT and not novel:
        return None
    slow = s.leg_effort is Effort.VERY_HARD or (novel and s.leg_effort is not Effort.LIGHT)
    wait, limit = _QUALITY_WAITS_LONGER if slow else _QUALITY_WAITS
    return limit if s.hours_since_legs < wait else None


def _fresh_enough(s: Situation, r: Readiness, light_wait: float, wait: float) -> bool:
    """Whether sprints or jumps are open: a regular runner, ready, hardly sore, and late enough (h)."""
    habit = s.running_experience is Running.REGULAR or "team_sport" in s.activities
    if not habit or r.score < p.READY_HIGH.value or s.soreness > p.SORENESS_SPRINT.value:
        return False
    young = s.age is None or s.age < p.OLDER_ADULT.value
    return young and s.hours_since_legs >= (light_wait if s.leg_effort is Effort.LIGHT else wait)


_NO_SPRINTS = Limit(
    because=f"Sprints are for regular runners under {p.OLDER_ADULT.value:g} on fresh legs: "
    f"{p.SPRINT_WAIT} after harder sessions, soreness {p.SORENESS_SPRINT.value:g} or less.",
    excluded=m.SPRINTS,
)


@rule(
    "sprints",
    guide="runners/#sprints",
    sources=(src.NEWTON_STEP, src.GOTTSCHALL_2005, src.PROJECT_JUDGEMENT),
    certainty=Certainty.LOW,
    claims=("S9", "S34", "S47"),
    refs=("R25", "R32"),
)
def sprints(s: Situation, r: Readiness) -> Limit | None:
    """A sprint lands with up to five times body weight on muscles that must be whole."""
    if _fresh_enough(s, r, p.SPRINT_WAIT_LIGHT.value, p.SPRINT_WAIT.value):
        return None
    return _NO_SPRINTS


_NO_JUMPS = Limit(
    because=f"Jumps, cuts and team play are for regular runners under {p.OLDER_ADULT.value:g} on fresh legs: "
    f"{p.JUMP_WAIT} after harder sessions, soreness {p.SORENESS_SPRINT.value:g} or less.",
    excluded=m.JUMPS_AND_CUTS,
)


_NO_HIGH_JUMPS = Limit(
    because=f"Jumps for height wait until {p.JUMP_WAIT_LIGHT} after a light session; practice and drills are open.",
    excluded=frozenset({"plyometrics"}),
)


@rule(
    "jumps",
    guide="team-sports/#jumps",
    sources=(src.WALLACE_2010, src.PROJECT_JUDGEMENT),
    certainty=Certainty.LOW,
    claims=("S11", "S27", "S34"),
    refs=("R26", "R32"),
)
def jumps(s: Situation, r: Readiness) -> Limit | None:
    """Landings and cuts brake hardest, so jumps, drills and matches come back last."""
    if _fresh_enough(s, r, p.JUMP_WAIT_LIGHT.value, p.JUMP_WAIT.value):
        return None
    drills = s.novelty is Novelty.USUAL and _fresh_enough(s, r, p.DRILLS_WAIT_LIGHT.value, p.JUMP_WAIT.value)
    return _NO_HIGH_JUMPS if drills else _NO_JUMPS


_NO_FIRST_CLASS = Limit(
    because=f"A first hard class waits until {p.NEW_CLASS_WAIT} after the legs: "
    "that is where serious muscle breakdown is reported.",
    excluded=m.GROUP_CLASSES,
)


@rule(
    "new-class",
    guide="beginners/#classes",
    sources=(src.BROGAN_2017, src.MASUDA_2023),
    certainty=Certainty.LOW,
    claims=("S8", "S27"),
    refs=("R24", "R27"),
    danger=True,
)
def new_class(s: Situation, _r: Readiness) -> Limit | None:
    """First hard classes are where serious muscle breakdown is reported, so a first one does not follow a leg day."""
    if not (s.new_to_training or s.novelty is Novelty.FIRST_TIME) or s.hours_since_legs >= p.NEW_CLASS_WAIT.value:
        return None
    return _NO_FIRST_CLASS
