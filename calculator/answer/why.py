"""Merge the findings into a few reasons for people: what is so for this reader, then what follows for impact, effort or time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from calculator.assessment.engine import allowed_slugs
from calculator.assessment.outlook import leg_intensity
from calculator.data import parameters as p
from calculator.data.sentences import count, duration, say
from calculator.model import Situation
from calculator.rules_api import Assessment, Finding
from calculator.scales import Impact, Intensity, Novelty, Outcome, RunningExperience
from calculator.session.ranking import available

__all__ = ["MERGED_RULES", "why"]


def _sore(s: Situation, _a: Assessment) -> str:
    return say("why.soreness", soreness=s.soreness)


def _ready(_s: Situation, a: Assessment) -> str:
    return say("why.readiness", score=a.readiness.score)


def _new(s: Situation, _a: Assessment) -> str:
    return say("why.lifting" if s.novelty is Novelty.USUAL else "why.novelty")


def _runner(s: Situation, _a: Assessment) -> str:
    return say("why.runner.none" if s.running_experience is RunningExperience.NONE else "why.runner.some")


def _event(s: Situation, _a: Assessment) -> str:
    return say("why.event", gap=duration(s.next_event_in_hours or 0))


def _legs_ago(s: Situation, _a: Assessment) -> str:
    return say("why.leg-session", gap=duration(s.hours_since_legs))


def _strain(_s: Situation, a: Assessment) -> str:
    return say("why.strain", signs=count(a.readiness.strain_signs, "sign"))


def _walk(_s: Situation, _a: Assessment) -> str:
    return say("why.walk")


def _time(s: Situation, _a: Assessment) -> str:
    return say("why.time", time=count(s.minutes, "min"))


# What each rule says of a reader, as a sentence; the rules that are not named here give the reason of their limit.
MERGED_RULES: dict[str, Callable[[Situation, Assessment], str]] = {
    "sore-legs": _sore,
    "sore-legs-effort": lambda s, a: (
        _walk(s, a) if s.walking_affected and s.soreness < p.SORENESS_NONE.value else _sore(s, a)
    ),
    "changed-walk": _walk,
    "readiness-impact": _ready,
    "readiness-intensity": _ready,
    "arms-lead": _ready,
    "spent-legs": _ready,
    "tired-legs-impact": _ready,
    "new-legs": _new,
    "running-experience": _runner,
    "overreaching": _strain,
    "same-day": _legs_ago,
    "low-fuel": _legs_ago,
    "next-legs": lambda s, _a: say("why.next-legs", gap=duration(s.next_legs_in_hours or 0)),
    "event-tomorrow": _event,
    "event-soon": _event,
    "taper": _event,
    "taper-intensity": _event,
    "muscle-goal": lambda _s, _a: say("why.strength"),
    "recovery-goal": lambda _s, _a: say("why.recovery"),
    "session-length": lambda _s, a: say("why.length", score=a.readiness.score),
    "time-available": _time,
    "near-max": lambda _s, _a: say("why.all-out"),
}


def _sentences(s: Situation, a: Assessment, findings: Iterable[Finding]) -> list[str]:
    """What these findings say of the reader, each thing once."""
    return list(dict.fromkeys(MERGED_RULES[f.rule.id](s, a) for f in findings if f.rule.id in MERGED_RULES))


def _limits(s: Situation, a: Assessment) -> Iterator[tuple[str, list[str]]]:
    """What is limited (impact, effort, minutes), and why."""
    if a.impact < Impact.HIGH:
        yield "impact", _sentences(s, a, (f for f in a.findings if f.limit.impact is a.impact))
    legs = leg_intensity(a)
    if legs < Intensity.VIGOROUS:
        binding = (f for f in a.findings if f.limit.intensity <= legs and f.rule.id != "arms-lead")
        yield "effort", _sentences(s, a, binding)
    timed = [f for f in a.findings if f.limit.minutes == a.minutes and not f.limit.applies_to]
    clock = [f for f in timed if f.rule.id == "time-available"]
    yield "minutes", _sentences(s, a, clock or timed)


def _conclusion(a: Assessment, limits: list[str]) -> str:
    """What follows for the limits that share their reasons."""
    return say(
        f"why.{'-'.join(limits)}",
        impact=say(f"part.impact.{a.impact.slug}"),
        effort=say(f"part.effort.{leg_intensity(a).slug}"),
        minutes=count(a.minutes, "min"),
    )


def _sets_a_limit(a: Assessment, finding: Finding) -> bool:
    """Whether a finding sets the outcome or one of today's limits, or takes the heart rate away."""
    limit, legs = finding.limit, leg_intensity(a)
    return (
        (limit.outcome is a.outcome and limit.outcome > Outcome.RECOMMEND)
        or (limit.impact is a.impact and limit.impact < Impact.HIGH)
        or (limit.intensity < Intensity.VIGOROUS and limit.intensity <= legs)
        or (limit.minutes == a.minutes and not limit.applies_to)
        or not limit.shows_heart_rate
    )


def _concerns(s: Situation, a: Assessment, finding: Finding) -> bool:
    """Whether a limit on some kinds of cardio concerns any that this reader could do today."""
    kinds = finding.limit.applies_to
    return not kinds or not kinds.isdisjoint(allowed_slugs(a) & available(s))


def why(s: Situation, a: Assessment) -> list[str]:
    """The reasons for today's limits, in a few sentences. Under a stop, its own reasons and nothing else."""
    if not a.allows_session:
        return list(dict.fromkeys(f.limit.reason for f in a.findings if not f.limit.allows_session))
    own = [
        finding.limit.reason
        for finding in a.findings
        if finding.rule.id not in MERGED_RULES and _sets_a_limit(a, finding) and _concerns(s, a, finding)
    ]
    merged: list[tuple[list[str], list[str]]] = []
    shown: set[str] = set()
    for limit, reasons in _limits(s, a):
        new = [reason for reason in reasons if reason not in shown]
        shown.update(new)
        if new:
            merged.append(([limit], new))
        elif reasons:  # the same reasons limit this as well
            next(pair for pair in merged if reasons[0] in pair[1])[0].append(limit)
    clock = _time(s, a)
    sentences = [
        clock if reasons == [clock] and limits == ["minutes"] else " ".join([*reasons, _conclusion(a, limits)])
        for limits, reasons in merged
    ]
    wish = [finding.limit.reason for finding in _against_intervals(s, a)][:1]
    return list(dict.fromkeys([*own, *sentences, *wish]))


def _against_intervals(s: Situation, a: Assessment) -> list[Finding]:
    """What stands against the hard work that the reader asks for, the rule on intervals last."""
    if s.intent not in {"hard", "intervals"} or a.allows_intervals:
        return []
    return sorted((f for f in a.findings if not f.limit.allows_intervals), key=lambda f: f.rule.id == "intervals")
