"""Judge the session that a reader wants to do, or has to do: go, go adjusted, wait, swap or not today.

The plan is judged at the hour at which it starts, with the soreness that is usual then. Nothing here opens what the limits
close: minutes, effort and impact stay inside the assessment of that hour.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import NamedTuple

from calculator.assessment.engine import RULES, allowed_slugs, assess, blockers, time_invariant_part
from calculator.assessment.outlook import STEP_HOURS, project
from calculator.data import parameters as p
from calculator.data.modalities import BY_SLUG, RUNS
from calculator.data.sentences import count, duration, name_in_sentence, say
from calculator.model import Modality, Situation
from calculator.rules_api import Assessment, Finding
from calculator.scales import Goal, Impact, Intensity, LegSessionEffort, Load, Novelty, Outcome
from calculator.schema import Phase, Plan
from calculator.session import builder as session_builder
from calculator.session import ranking
from calculator.session.builder import PlannedSession

__all__ = ["ADJUSTMENTS", "EASED_BY_EFFORT", "PlanOutline", "assess_plan", "judge", "outline", "situation_at_start"]

# Limits that a gentler effort keeps: of tired legs, the clock, the calendar, and of conditions and medicines that only cap the
# effort. A fixed session that they exclude because it is usually done harder is answered by how to do it more gently; what a
# warning sign or a danger excludes, or a condition that names the kind itself, is not.
EASED_BY_EFFORT = frozenset(
    {
        "arms-lead",
        "asthma",
        "event-soon",
        "event-tomorrow",
        "head-cold",
        "heart-rate-medicine",
        "intervals",
        "irregular-heartbeat",
        "long-and-hard",
        "long-sessions",
        "muscle-goal",
        "near-max",
        "new-to-cardio",
        "next-legs",
        "other-health",
        "overreaching",
        "quality-running",
        "raised-pulse",
        "readiness-impact",
        "readiness-intensity",
        "recovery-goal",
        "running-experience",
        "same-day",
        "screening",
        "session-length",
        "sore-legs",
        "sore-legs-effort",
        "spent-legs",
        "stairs-and-hills",
        "swimming-legs",
        "taper",
        "taper-intensity",
        "time-available",
        "tired-legs-impact",
    }
)
# What stands against a booked session because the legs are not ready: we advise against it, and say how to get through it.
_CAPS_EFFORT = frozenset(
    {
        "asthma",
        "head-cold",
        "heart-rate-medicine",
        "irregular-heartbeat",
        "new-to-cardio",
        "other-health",
        "raised-pulse",
        "screening",
    }
)
_LEGS_NOT_READY = EASED_BY_EFFORT - _CAPS_EFFORT | {"jumps", "sprints", "new-legs"}
# How to adjust a plan, by the name that programs read; each has its sentence in the catalogue.
ADJUSTMENTS = ("ask_first", "shorter", "easier", "skip_sprints", "take_breaks", "warm_up_longer")
_EFFORTS = {"easy": Intensity.LIGHT, "steady": Intensity.MODERATE, "hard": Intensity.VIGOROUS}
_PLAN_RULES = tuple(
    rule for rule in RULES if rule.id != "muscle-goal"
)  # it ranks suggestions; this the reader asks for
_PLAN_RULES_BEFORE_LEGS = tuple(
    rule for rule in _PLAN_RULES if rule.id != "next-legs"
)  # the price names the legs instead
_PLAN_RULES_WITH_TIME = tuple(rule for rule in _PLAN_RULES if not rule.time_invariant)
_MOST_REASONS = 3
_STEP = int(p.ROUND_MINUTES.value)


class _Taken(NamedTuple):
    """A plan as it can be done: its session, and how it differs from what was asked."""

    session: PlannedSession
    adjust: tuple[str, ...]


def situation_at_start(s: Situation, hours: float) -> Situation:
    """The reader when the plan starts, so many hours (h) from now, with the plan's minutes as the time available.

    A leg session that comes before the plan is the last leg session then, and so is an event, which loads the legs as a hard
    session does.
    An event that is the plan limits it no more.
    """
    later = project(s, hours)
    if s.next_legs_in_hours is not None and s.next_legs_in_hours < hours:
        later = later._replace(
            hours_since_legs=hours - s.next_legs_in_hours,
            leg_effort=LegSessionEffort.HARD,
            novelty=Novelty.USUAL,
            next_legs_in_hours=None,
        )
    event = s.next_event_in_hours
    if event is not None and event <= hours + p.PLAN_IS_EVENT.value:
        later = later._replace(next_event_in_hours=None)
    if event is not None and event < hours - p.PLAN_IS_EVENT.value:
        later = later._replace(
            hours_since_legs=min(later.hours_since_legs, hours - event),
            leg_effort=max(later.leg_effort, LegSessionEffort.HARD),
        )
    return later._replace(minutes=s.minutes if s.plan_minutes is None else s.plan_minutes, intent=None)


def _run_comes_first(s: Situation) -> bool:
    """Whether the reader trains for endurance and lifts hours later: then the key session comes first."""
    gap = s.next_legs_in_hours
    return s.goal is Goal.AEROBIC_ENDURANCE and gap is not None and gap >= p.LEGS_AFTER_KEY.value


def assess_plan(s: Situation) -> Assessment:
    """The limits that hold for a plan: all but those that order suggestions, for the strength goal or before the next legs."""
    return assess(s, _PLAN_RULES_BEFORE_LEGS if _run_comes_first(s) else _PLAN_RULES)


def _asked_effort(s: Situation, mode: Modality) -> Intensity:
    """The effort that the reader asks for, inside what the kind of cardio knows; steady where nothing is said."""
    return max(mode.gentlest, min(mode.hardest, _EFFORTS[s.plan_effort or "steady"]))


def _most_minutes(a: Assessment, mode: Modality, intensity: Intensity) -> int:
    """The longest main part (min) that the limits allow for this kind at this effort."""
    most = a.ceilings(mode.slug).minutes
    return min(most, a.hard_minutes) if intensity >= Intensity.VIGOROUS else most


def _may_be_eased(a: Assessment, mode: Modality) -> bool:
    """Whether a fixed session that is excluded may be done more gently.

    Its landings must be allowed, and only tired legs, the clock or the calendar may stand against it.
    """
    against = blockers(a, mode)
    named = any(finding.rule.id in _CAPS_EFFORT and mode.slug in finding.limit.excluded for finding in against)
    return mode.impact <= a.impact and not named and all(finding.rule.id in EASED_BY_EFFORT for finding in against)


def _taken(s: Situation, a: Assessment, mode: Modality) -> _Taken | None:
    """The plan as today's limits allow it, or None where they do not. `s` is the reader when it starts."""
    if not a.allows_session or a.outcome >= Outcome.STOP_REST:
        return None
    open_today = mode.slug in allowed_slugs(a)
    if not open_today and not (s.plan_fixed and _may_be_eased(a, mode)):
        return None
    asked = _asked_effort(s, mode)
    intensity = min(asked, a.ceilings(mode.slug).intensity)
    if not open_today:
        intensity = min(intensity, Intensity.MODERATE)
    if open_today and (mode.interval_only or mode.explosive):
        session = session_builder.plan_session(s, a, mode)
        intensity = session.intensity
    else:
        session = session_builder.steady_session(s, a, mode, intensity)
    time = max(_STEP, s.minutes // _STEP * _STEP)  # the time of the plan, which may be longer than today allows
    room = time - sum(session_builder.warm_up_and_cool_down(s, mode, intensity))
    held = _most_minutes(a, mode, intensity) < room or a.whole_minutes < time
    shorter = held and _whole_minutes(session) < time
    return _Taken(session, tuple(_adjustments(s, a, session, asked, shorter=shorter)))


def _adjustments(
    s: Situation, a: Assessment, session: PlannedSession, asked: Intensity, *, shorter: bool
) -> Iterator[str]:
    """What differs from the plan, what matters most first."""
    if a.outcome is Outcome.NEEDS_CLEARANCE:
        yield "ask_first"
    easier = session.intensity < asked
    if easier:
        yield "easier"
    if shorter:
        yield "shorter"
        if s.plan_fixed:
            yield "take_breaks"
    if easier and (asked >= Intensity.VIGOROUS or session.mode.group_class or session.mode.interval_only):
        yield "skip_sprints"
    tired = a.readiness.score < p.READY_MODERATE.value or s.soreness >= p.SORENESS_CAP.value
    if tired and (easier or shorter) and session.intensity >= Intensity.MODERATE:
        yield "warm_up_longer"


def _waiting_hours(s: Situation, start: float, now: Assessment, mode: Modality) -> int | None:
    """Hours from now (h) until the plan could be taken, or None where waiting alone does not help.

    Looked for in the steps of the outlook, up to the next fixed session; impact opens by one class a step.
    """
    excluding = blockers(now, mode)
    if any(finding.rule.time_invariant for finding in excluding):
        return None
    events = None if s.next_event_in_hours is None else s.next_event_in_hours - p.PLAN_IS_EVENT.value - STEP_HOURS
    gaps = [gap for gap in (s.next_legs_in_hours, events) if gap is not None and gap > start - STEP_HOURS]
    end = min([start + p.TIMELINE.value, *gaps])
    invariant, impact = time_invariant_part(now), now.impact
    at = (int(s.hours_since_legs + start) // STEP_HOURS + 1) * STEP_HOURS - s.hours_since_legs
    while at <= end:
        later = situation_at_start(s, at)
        a = assess(later, _PLAN_RULES_WITH_TIME, invariant)
        impact = min(a.impact, Impact(min(impact + 1, Impact.HIGH)))
        if mode.impact <= impact and _taken(later, a, mode) is not None:
            return ceil(at)
        at += STEP_HOURS
    return None


def _swap(s: Situation, a: Assessment, mode: Modality) -> Modality | None:
    """What the reader could do instead with what is at hand: of what suits, first what is nearest to the plan."""
    ranked = [other for other in ranking.rank(s, a) if other is not mode]
    near = [
        other
        for other in ranked
        if set(other.activities) & set(mode.activities) or set(other.equipment_any_of) & set(mode.equipment_any_of)
    ]
    return next(iter((*near, *ranked)), None)


def _hours(hours: float) -> str:
    """A span of hours in words: whole hours up to a day and a half, then days."""
    return duration(max(1, round(hours)), p.PLAN_HOURS_IN_WORDS.value + 1)


def _whole_minutes(session: PlannedSession) -> int:
    """The whole time of a session (min), with warm-up and cool-down."""
    return session.minutes[1] + sum(session.around)


def _sentence(s: Situation, mode: Modality, verdict: str, taken: _Taken | None, hours: int | None) -> str:
    """The verdict as a sentence that can stand first in the answer."""
    later = ".later" if s.plan_in_hours >= 1 else ""
    name, start = name_in_sentence(mode.name), _hours(s.plan_in_hours)
    if taken is not None:
        changed = "-".join(change for change in ("easier", "shorter") if change in taken.adjust)
        return say(
            f"plan.{'ask-first' if 'ask_first' in taken.adjust else changed or 'go'}{later}",
            name=name,
            hours=start,
            minutes=count(_whole_minutes(taken.session), "min"),
            effort=say(f"plan.effort.{taken.session.intensity.slug}"),
        )
    if verdict == "wait" and hours is not None:
        return say(f"plan.wait{later}", name=name, hours=start, wait=_hours(hours))
    return say(f"plan.not-today{later}", name=name, hours=start)


def _price(s: Situation, a: Assessment, mode: Modality, verdict: str) -> str:
    """What the plan costs today and afterwards, or what it would cost, in one sentence. `s` is the reader at its start."""
    if not a.allows_session or a.outcome >= Outcome.OUT_OF_SCOPE_GENERAL_ADVICE:
        return say("plan.price.missed")
    spared = mode.arms_lead or mode.leg_load[0] <= Load.VERY_LOW
    runs = mode.slug in RUNS or mode.impact >= Impact.MODERATE
    if verdict not in {"go", "go_adjusted"}:
        tired = a.readiness.score < p.READY_MODERATE.value or s.soreness >= p.SORENESS_CAP.value
        skip = say("plan.price.skip")
        return f"{say('plan.price.tired')} {skip}" if tired else skip
    legs = s.next_legs_in_hours
    if legs is not None and legs <= p.NEXT_LEGS_PREFERRED.value and not spared:
        return say("plan.price.next-legs", hours=_hours(legs))
    if spared:
        return say("plan.price.spared")
    return _usual_price(s, a, runs=runs)


def _usual_price(s: Situation, a: Assessment, *, runs: bool) -> str:
    """What a session that the legs carry costs today and tomorrow."""
    if a.readiness.strain_signs:
        return say("plan.price.strained")
    if a.readiness.score >= p.READY_HIGH.value:
        return say("plan.price.ready")
    price = say("plan.price.run", price=p.EASY_RUN_PRICE) if runs else say("plan.price.other")
    return f"{price} {say('plan.price.strength')}" if s.goal is Goal.MUSCLE_STRENGTH else price


def _limiting(a: Assessment, mode: Modality, taken: _Taken) -> Iterator[Finding]:
    """The findings that make the plan easier or shorter."""
    ceilings = a.ceilings(mode.slug)
    for finding in a.findings:
        limit = finding.limit
        here = not limit.applies_to or mode.slug in limit.applies_to
        slower = "easier" in taken.adjust and limit.intensity <= ceilings.intensity
        shorter = "shorter" in taken.adjust and (
            limit.minutes == ceilings.minutes
            or (taken.session.intensity >= Intensity.VIGOROUS and limit.hard_minutes == a.hard_minutes)
        )
        if here and (slower or shorter):
            yield finding


def _gravity(finding: Finding, mode: Modality) -> tuple[bool, int, bool, bool, int]:
    """What is said first: the graver outcome, a danger, a rule that names the kind, the one that names the fewest."""
    outcome = finding.limit.outcome
    return (
        not finding.limit.allows_session,
        outcome if outcome > Outcome.REST_OR_WALK_ONLY else 0,
        finding.rule.danger,
        mode.slug in finding.limit.excluded,
        -len(finding.limit.excluded),
    )


def _because(a: Assessment, mode: Modality, taken: _Taken | None) -> list[str]:
    """The reasons for the verdict, the gravest first, each once."""
    if taken is None:
        against = sorted(blockers(a, mode), key=lambda finding: _gravity(finding, mode), reverse=True)
        grave = [f for f in a.findings if f.limit.outcome is a.outcome and a.outcome > Outcome.REST_OR_WALK_ONLY]
        against = [] if grave and not a.allows_session else against
        return list(dict.fromkeys(finding.limit.reason for finding in (*grave, *against)))[:_MOST_REASONS]
    reasons = [finding.limit.reason for finding in _limiting(a, mode, taken)]
    if mode.slug not in allowed_slugs(a):
        reasons += [finding.limit.reason for finding in blockers(a, mode)]
    return list(dict.fromkeys(reasons))[:_MOST_REASONS] or [say("plan.because.room", score=a.readiness.score)]


def _advice(taken: _Taken, *, fixed: bool) -> list[str]:
    """How to take the plan, in sentences."""
    minutes, level = count(taken.session.minutes[1], "min"), taken.session.intensity.slug
    out = [
        say(f"plan.adjust.{name}.{level}" if name == "easier" else f"plan.adjust.{name}", minutes=minutes)
        for name in taken.adjust
    ]
    return [*out, say("plan.adjust.afterwards")] if fixed and out else out


def _advice_against(s: Situation, a: Assessment, mode: Modality) -> list[str]:
    """What to do about a booked session that is closed today: how to get through it, or not to take part. `s` at its start."""
    if not s.plan_fixed or not a.allows_session:
        return []
    whole = not s.walking_affected and s.soreness < p.SORENESS_NONE.value and a.outcome <= Outcome.REST_OR_WALK_ONLY
    if whole and all(finding.rule.id in _LEGS_NOT_READY for finding in blockers(a, mode)):
        return [
            say("plan.against.warm-up", longest=p.WARM_UP_LONGEST),
            say("plan.against.spells", spell=p.PLAN_SPELL),
            say("plan.against.leave-out"),
            say("plan.against.stop", pain=p.PAIN_STOP.value),
            say("plan.adjust.afterwards"),
        ]
    return [say("plan.against.cancel")]


def _verdict(s: Situation, a: Assessment, taken: _Taken | None, wait: float | None, swap: Modality | None) -> str:
    """The verdict. A fixed plan is never swapped and never waits; under a stop nothing but "not today" is said."""
    if taken is not None:
        return "go_adjusted" if taken.adjust else "go"
    if s.plan_fixed or not a.allows_session or a.outcome > Outcome.REST_OR_WALK_ONLY:
        return "not_today"
    soon = wait is not None and wait <= p.PLAN_WAIT.value
    if wait is not None and (soon or swap is None):
        return "wait"
    return "not_today" if swap is None else "swap"


class PlanOutline(NamedTuple):
    """What becomes of a plan, without the search for a later hour: go, go_adjusted or closed."""

    verdict: str


def outline(s: Situation) -> PlanOutline | None:
    """What becomes of the reader's plan in outline, or None where nothing was asked."""
    if s.plan is None:
        return None
    then = situation_at_start(s, s.plan_in_hours)
    taken = _taken(then, assess_plan(then), BY_SLUG[s.plan])
    return PlanOutline("closed" if taken is None else "go_adjusted" if taken.adjust else "go")


def judge(s: Situation) -> Plan | None:
    """The verdict on what the reader asks about, or None where nothing was asked. `s` is the reader now."""
    if s.plan is None:
        return None
    mode, start = BY_SLUG[s.plan], s.plan_in_hours
    then = situation_at_start(s, start)
    a = assess_plan(then)
    taken = _taken(then, a, mode)
    stopped = not a.allows_session or a.outcome > Outcome.REST_OR_WALK_ONLY
    waits = taken is None and not stopped
    hours = _waiting_hours(s, start, a, mode) if waits else None
    may_swap = waits and not s.plan_fixed and a.outcome < Outcome.REST_OR_WALK_ONLY
    swap = _swap(then, a, mode) if may_swap else None
    verdict = _verdict(s, a, taken, None if hours is None else hours - start, swap)
    return {
        "modality": mode.slug,
        "name": mode.name,
        "verdict": verdict,
        "text": _sentence(s, mode, verdict, taken, hours),
        "minutes": list(taken.session.minutes) if taken else None,
        "intensity": taken.session.intensity.slug if taken else None,
        "from_hours": None if taken else hours,
        "swap_for": swap.slug if swap else None,
        "swap_name": swap.name if swap else None,
        "price": _price(then, a, mode, verdict),
        "adjust": _adjust_names(verdict, taken),
        "advice": _advice(taken, fixed=s.plan_fixed) if taken else _advice_against(then, a, mode),
        "session": _phases(a, taken) if taken else [],
        "because": _because(a, mode, taken),
    }


def _phases(a: Assessment, taken: _Taken) -> list[Phase]:
    """The session in parts; a fixed one that is taken more gently than usual says so in its main part."""
    phases = session_builder.phases(taken.session)
    if taken.session.mode.slug in allowed_slugs(a):
        return phases
    eased = f"{say('plan.adjust.slow_down')} {session_builder.TALK[taken.session.intensity]}"
    return [phase | {"text": eased} if phase["kind"] == "main" else phase for phase in phases]


def _adjust_names(verdict: str, taken: _Taken | None) -> list[str]:
    """The adjustments for programs; a plan that waits is to be done later."""
    if taken is not None:
        return list(taken.adjust)
    return ["later"] if verdict == "wait" else []
