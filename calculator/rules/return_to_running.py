"""Rules on when running, sprints, jumps, stairs and group classes are open again after a leg session."""

from __future__ import annotations

from functools import cache

from calculator.data import modalities as m
from calculator.data import parameters as p
from calculator.data import sources as src
from calculator.data.sentences import say
from calculator.model import Parameter, Readiness, Situation
from calculator.rules.habits import KINDS_BY_ACTIVITY, may_go_all_out
from calculator.rules_api import Limit, rule
from calculator.scales import (
    Certainty,
    Impact,
    Intensity,
    LegSessionEffort,
    LiftingExperience,
    Novelty,
    Outcome,
    RunningExperience,
)

__all__ = [
    "jumps",
    "new_class",
    "new_legs",
    "quality_running",
    "running_experience",
    "same_day",
    "sprints",
    "stairs_and_hills",
    "swimming_legs",
    "unexplained_limp",
]

_SWIM_LIGHTLY = Limit(
    reason=say("rule.swimming-legs"),
    intensity=Intensity.LIGHT,
    applies_to=frozenset({"swimming"}),
)


@rule(
    "swimming-legs",
    guide_anchor="choosing/#swimming-legs",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.VERY_LOW,
)
def swimming_legs(s: Situation, _r: Readiness) -> Limit | None:
    """When you swim, every kick and push-off loads your legs a little, unless you use a pull buoy."""
    return _SWIM_LIGHTLY if s.soreness >= p.SORENESS_NONE.value or s.walking_affected else None


@rule(
    "unexplained-limp",
    guide_anchor="soreness/#limp-without-soreness",
    sources=(src.PROJECT_JUDGEMENT,),
    certainty=Certainty.LOW,
    danger=True,
)
def unexplained_limp(s: Situation, _r: Readiness) -> Limit | None:
    """If you limp but your legs are hardly sore, there is another cause, and a doctor should look for it."""
    if not s.walking_affected or s.soreness >= p.SORENESS_CAP.value:
        return None
    return Limit(
        reason=say("rule.unexplained-limp", soreness=s.soreness),
        outcome=Outcome.STOP_REFER_ROUTINE,
        impact=Impact.NONE,
        intensity=Intensity.LIGHT,
        minutes=int(p.REFERRAL_MINUTES.value),
        excluded=m.SLUGS - m.ARMS_LEAD,
        allows_intervals=False,
        action=say("rule.unexplained-limp.action"),
    )


def _unaccustomed_impact(s: Situation, hours: float) -> Impact:
    """The impact class that unaccustomed legs may take, by hours, novelty, experience and effort."""
    early, late = hours < p.NEW_LEGS_LOW.value, hours < p.NEW_LEGS_MODERATE.value
    if not late:
        return Impact.HIGH
    hard = s.leg_effort >= LegSessionEffort.HARD
    if s.novelty is Novelty.FIRST_TIME or (hard and s.novelty is Novelty.RETURN_AFTER_BREAK):
        return Impact.LOW if early else Impact.MODERATE
    if s.novelty is Novelty.RETURN_AFTER_BREAK and s.leg_effort is LegSessionEffort.MODERATE:
        return Impact.MODERATE
    if not early:
        return Impact.HIGH
    if s.lifting_experience is LiftingExperience.NOVICE and s.leg_effort >= LegSessionEffort.MODERATE:
        return Impact.LOW if hard else Impact.MODERATE
    return Impact.MODERATE if s.novelty is Novelty.RETURN_AFTER_BREAK else Impact.HIGH


@cache
def _held(impact: Impact, two_days: bool, lifting_is_new: bool) -> Limit:  # noqa: FBT001 - the key of a cache
    wait = p.NEW_LEGS_LOW if two_days else p.NEW_LEGS_MODERATE
    new = "lifting" if lifting_is_new else "session"
    return Limit(reason=say(f"rule.new-legs.{new}.{impact.slug}", wait=wait), impact=impact, excluded=m.SPRINTS)


@rule(
    "new-legs",
    guide_anchor="beginners/#first-sessions",
    sources=(src.DOMA_2017, src.DOMA_2015),
    certainty=Certainty.MODERATE,
    claims=("S2",),
)
def new_legs(s: Situation, _r: Readiness) -> Limit | None:
    """After a session that your legs are not used to, you run worse for two days; they adapt in a few sessions, not one."""
    impact = _unaccustomed_impact(s, s.hours_since_legs)
    if impact is Impact.HIGH:
        return None
    at_two_days = _unaccustomed_impact(s, max(s.hours_since_legs, p.NEW_LEGS_LOW.value))
    held = _held(impact, at_two_days > impact, s.novelty is Novelty.USUAL)
    very_new_and_sore = s.novelty is not Novelty.USUAL and s.soreness >= p.SORENESS_LOW_ONLY.value
    return held._replace(outcome=Outcome.RECOMMEND_WITH_CAUTION) if very_new_and_sore else held


_RUNS_AND_HIKES = m.EASY_RUNS | {"incline_treadmill_run", "hiking", "rucking"}


_NO_RUNNER = Limit(
    reason=say("rule.running-experience.none"),
    impact=Impact.LOW,
    minutes=int(p.SOME_RUNNER_MINUTES.value),
    applies_to=_RUNS_AND_HIKES,
)


_SOME_RUNNER = Limit(
    reason=say("rule.running-experience.some", most=p.SOME_RUNNER_MINUTES),
    impact=Impact.MODERATE,
    minutes=int(p.SOME_RUNNER_MINUTES.value),
    applies_to=_RUNS_AND_HIKES,
)


_SOME_RUNNER_SORE = _SOME_RUNNER._replace(
    reason=say("rule.running-experience.sore", wait=p.NEW_LEGS_LOW),
    excluded=m.EASY_RUNS,
)


@cache
def _accustomed_impact(activities: frozenset[str]) -> frozenset[str]:
    """The kinds of cardio above low impact, runs apart, to which these weekly activities accustom the legs."""
    own = frozenset().union(*(KINDS_BY_ACTIVITY[activity] for activity in activities))
    return frozenset(mode.slug for mode in m.MODALITIES if mode.impact > Impact.LOW and mode.slug in own - m.RUNS)


@cache
def _with_own_sport(held: Limit, used_to: frozenset[str]) -> Limit:
    """The limit for who does not run every week, without the kinds that are the reader's own sport."""
    above = frozenset(mode.slug for mode in m.MODALITIES if mode.impact > held.impact)
    most = max((m.BY_SLUG[slug].impact for slug in used_to), default=held.impact)
    if most <= held.impact:
        return held
    return held._replace(impact=most, excluded=held.excluded | (above - used_to))


_PLAYER = Limit(
    reason=say("rule.running-experience.player", most=p.SOME_RUNNER_MINUTES),
    minutes=int(p.SOME_RUNNER_MINUTES.value),
    applies_to=_RUNS_AND_HIKES,
)


@rule(
    "running-experience",
    guide_anchor="runners/#experience",
    sources=(src.DOMA_2017, src.PROJECT_JUDGEMENT),
    certainty=Certainty.LOW,
    claims=("S2",),
)
def running_experience(s: Situation, _r: Readiness) -> Limit | None:
    """Running needs tendons that are used to it, so if you do not run, do not start on tired legs."""
    if s.running_experience is RunningExperience.REGULAR:
        return None
    if "team_sport" in s.activities:
        return _PLAYER
    used_to = _accustomed_impact(s.activities)
    if s.running_experience is RunningExperience.NONE:
        return _with_own_sport(_NO_RUNNER, used_to)
    sore = s.soreness >= p.SORENESS_CAP.value and s.leg_effort >= LegSessionEffort.HARD
    held = _SOME_RUNNER_SORE if sore and s.hours_since_legs < p.NEW_LEGS_LOW.value else _SOME_RUNNER
    return _with_own_sport(held, used_to)


@rule(
    "same-day",
    guide_anchor="timing/#same-day-limits",
    sources=(src.ROBINEAU_2016, src.SCHUMANN_2022, src.LEE_2020),
    certainty=Certainty.MODERATE,
    claims=("S1", "S15", "S22"),
)
def same_day(s: Situation, _r: Readiness) -> Limit | None:
    """Cardio right after lifting costs you most strength, and your legs are most tired then."""
    if s.hours_since_legs >= p.SAME_DAY.value:
        return None
    if s.leg_effort is LegSessionEffort.LIGHT:
        return Limit(
            reason=say("rule.same-day.light", wait=p.SAME_DAY),
            impact=Impact.MODERATE,
        )
    short = s.hours_since_legs < p.SAME_DAY_SHORT.value
    bikes_open = not short and s.soreness <= p.SORENESS_FRESH.value
    return Limit(
        reason=say("rule.same-day.short", wait=p.SAME_DAY_SHORT)
        if short
        else say("rule.same-day.later", wait=p.SAME_DAY),
        impact=Impact.LOW,
        intensity=Intensity.MODERATE,
        minutes=int((p.SAME_DAY_MINUTES if short else p.SAME_DAY_LATER_MINUTES).value),
        applies_to=m.SLUGS - m.BIKES if bikes_open else frozenset(),
        excluded=m.STRIKING,
    )


_NO_HEAVY_LEGS = Limit(
    reason=say("rule.stairs-and-hills.all"),
    excluded=m.STAIRS_AND_HILLS | {"inline_skating", "hiking", "rucking", "circuit"},
)


_NO_CLIMBS = Limit(reason=say("rule.stairs-and-hills.climbs"), excluded=m.STAIRS_AND_HILLS)


@rule(
    "stairs-and-hills",
    guide_anchor="choosing/#stairs-and-hills",
    sources=(src.GOTTSCHALL_2005, src.PROJECT_JUDGEMENT),
    certainty=Certainty.LOW,
    claims=("S9", "S47"),
)
def stairs_and_hills(s: Situation, r: Readiness) -> Limit | None:
    """Stairs and steep runs have soft landings but load your legs as lifting does, so do them only on fresh legs."""
    if r.score < p.READY_MODERATE.value or s.soreness >= p.SORENESS_CAP.value:
        return _NO_HEAVY_LEGS
    return None if r.score >= p.READY_HIGH.value and s.soreness <= p.SORENESS_FRESH.value else _NO_CLIMBS


_QUALITY_WAITS, _QUALITY_WAITS_LONGER = (
    (
        wait.value,
        Limit(
            reason=say("rule.quality-running", wait=wait),
            excluded=m.QUALITY_RUNS | m.SPRINTS,
        ),
    )
    for wait in (p.QUALITY_RUN, p.QUALITY_RUN_NEW)
)


@rule(
    "quality-running",
    guide_anchor="runners/#quality",
    sources=(src.DOMA_2017, src.DOMA_2013, src.BURT_2023),
    certainty=Certainty.MODERATE,
    claims=("S25", "S28", "S35"),
)
def quality_running(s: Situation, _r: Readiness) -> Limit | None:
    """For a day or two after lifting you tire sooner at the same pace, so a fast run would not do its job."""
    novel = s.novelty is not Novelty.USUAL
    if s.leg_effort is LegSessionEffort.LIGHT and not novel:
        return None
    slow = s.leg_effort is LegSessionEffort.VERY_HARD or (novel and s.leg_effort is not LegSessionEffort.LIGHT)
    wait, limit = _QUALITY_WAITS_LONGER if slow else _QUALITY_WAITS
    return limit if s.hours_since_legs < wait else None


def _fresh_enough(s: Situation, r: Readiness, light_wait: float, wait: float, *, habit: bool = False) -> bool:
    """Whether sprints or jumps are open: a habit of them, ready, hardly sore, and late enough (h)."""
    habit = habit or s.running_experience is RunningExperience.REGULAR or "team_sport" in s.activities
    if not habit or r.score < p.READY_HIGH.value or s.soreness > p.SORENESS_SPRINT.value:
        return False
    return may_go_all_out(s) and s.hours_since_legs >= (light_wait if s.leg_effort is LegSessionEffort.LIGHT else wait)


@cache
def _not_yet(rule_id: str, condition: str, own: int, wait: Parameter, excluded: frozenset[str]) -> Limit:
    text = say(
        f"rule.{rule_id}.{condition}",
        age=p.OLDER_ADULT.value,
        soreness=own,
        most=p.SORENESS_SPRINT.value,
        score=own,
        least=p.READY_HIGH.value,
        wait=wait,
    )
    return Limit(reason=text, excluded=excluded)


def _unmet_condition(s: Situation, r: Readiness) -> tuple[str, int]:
    """The first condition for sprints and jumps that this reader does not meet, with the reader's soreness or readiness.

    The hours come last: they are named only where nothing else is in the way.
    """
    if s.running_experience is not RunningExperience.REGULAR and "team_sport" not in s.activities:
        return "habit", 0
    if not may_go_all_out(s):
        return "age", 0
    if s.soreness > p.SORENESS_SPRINT.value:
        return "sore", s.soreness
    return ("readiness", r.score) if r.score < p.READY_HIGH.value else ("hours", 0)


@rule(
    "sprints",
    guide_anchor="runners/#sprints",
    sources=(src.NEWTON_STEP, src.GOTTSCHALL_2005, src.PROJECT_JUDGEMENT),
    certainty=Certainty.LOW,
    claims=("S9", "S34", "S47"),
)
def sprints(s: Situation, r: Readiness) -> Limit | None:
    """In a sprint you land with up to five times your body weight, so your muscles must have recovered."""
    if _fresh_enough(s, r, p.SPRINT_WAIT_LIGHT.value, p.SPRINT_WAIT.value):
        return None
    wait = p.SPRINT_WAIT_LIGHT if s.leg_effort is LegSessionEffort.LIGHT else p.SPRINT_WAIT
    return _not_yet("sprints", *_unmet_condition(s, r), wait, m.SPRINTS)


_NO_JUMPS_OR_PLAY = Limit(
    reason=say("rule.jumps.racket-sport"),
    excluded=m.JUMPS_AND_CUTS - {"agility_drills"},
)
_NO_HIGH_JUMPS = Limit(
    reason=say("rule.jumps.height", wait=p.JUMP_WAIT_LIGHT),
    excluded=frozenset({"plyometrics"}),
)


@rule(
    "jumps",
    guide_anchor="team-sports/#jumps",
    sources=(src.WALLACE_2010, src.PROJECT_JUDGEMENT),
    certainty=Certainty.LOW,
    claims=("S11", "S27", "S34"),
)
def jumps(s: Situation, r: Readiness) -> Limit | None:
    """You brake hardest when you land and cut, so leave jumps, drills and matches until last."""
    if _fresh_enough(s, r, p.JUMP_WAIT_LIGHT.value, p.JUMP_WAIT.value):
        return None
    if "racket_sport" in s.activities and _fresh_enough(s, r, p.JUMP_WAIT_LIGHT.value, p.JUMP_WAIT.value, habit=True):
        return _NO_JUMPS_OR_PLAY
    drills = s.novelty is Novelty.USUAL and _fresh_enough(s, r, p.DRILLS_WAIT_LIGHT.value, p.JUMP_WAIT.value)
    if drills:
        return _NO_HIGH_JUMPS
    wait = p.JUMP_WAIT_LIGHT if s.leg_effort is LegSessionEffort.LIGHT else p.JUMP_WAIT
    return _not_yet("jumps", *_unmet_condition(s, r), wait, m.JUMPS_AND_CUTS)


_NO_FIRST_CLASS = Limit(
    reason=say("rule.new-class", wait=p.NEW_CLASS_WAIT),
    excluded=m.GROUP_CLASSES,
)


@rule(
    "new-class",
    guide_anchor="beginners/#classes",
    sources=(src.BROGAN_2017, src.MASUDA_2023),
    certainty=Certainty.LOW,
    claims=("S8", "S27"),
    danger=True,
)
def new_class(s: Situation, _r: Readiness) -> Limit | None:
    """Serious muscle breakdown is reported after first hard classes, so do not take one after leg day."""
    if not (s.new_to_training or s.novelty is Novelty.FIRST_TIME) or s.hours_since_legs >= p.NEW_CLASS_WAIT.value:
        return None
    return _NO_FIRST_CLASS
