"""Merge the findings into a few sentences for people: on impact, on effort and on time, each with the reader's values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from calculator.assessment.engine import allowed_slugs
from calculator.assessment.outlook import leg_intensity
from calculator.data import parameters as p
from calculator.model import Situation
from calculator.rules.habits import may_go_all_out
from calculator.rules_api import Assessment, Finding
from calculator.scales import Impact, Intensity, LegSessionEffort, Novelty, Outcome, RunningExperience
from calculator.session.ranking import available

__all__ = ["BAND_WORDS", "MERGED_RULES", "failed_condition", "why"]


def _duration(hours: float | None) -> str:
    """A span in hours up to two days, then in days."""
    if hours is None or hours < p.NEXT_LEGS_PREFERRED.value:
        return f"{hours or 0:g} hours"
    return f"{round(hours / 24)} days"


def _sore(s: Situation, _a: Assessment) -> str:
    return f"your legs are {s.soreness} of 10 sore"


def _ready(_s: Situation, a: Assessment) -> str:
    return f"readiness is about {a.readiness.score} of 100"


def _new(s: Situation, _a: Assessment) -> str:
    return "lifting is new to you" if s.novelty is Novelty.USUAL else "your legs are new to this work"


def _runner(s: Situation, _a: Assessment) -> str:
    return "you do not run" if s.running_experience is RunningExperience.NONE else "you run only now and then"


def _event(s: Situation, _a: Assessment) -> str:
    return f"your event is {_duration(s.next_event_in_hours)} away"


def _legs_ago(s: Situation, _a: Assessment) -> str:
    return f"your leg session was {_duration(s.hours_since_legs)} ago"


def _strain(_s: Situation, a: Assessment) -> str:
    signs = a.readiness.strain_signs
    return f"you have {signs} {'sign' if signs == 1 else 'signs'} of strain"


def _walk(_s: Situation, _a: Assessment) -> str:
    return "soreness changes how you walk"


def _time(s: Situation, _a: Assessment) -> str:
    return f"you have {s.minutes} minutes"


# What each rule says of a reader, to follow a colon; the rules that are not named here speak in their own sentence.
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
    "next-legs": lambda s, _a: f"you train legs again in {_duration(s.next_legs_in_hours)}",
    "event-tomorrow": _event,
    "event-soon": _event,
    "taper": _event,
    "taper-intensity": _event,
    "muscle-goal": lambda _s, _a: "strength comes first for you",
    "recovery-goal": lambda _s, _a: "you want to recover",
    "session-length": lambda _s, a: f"that is enough for your goal at readiness {a.readiness.score}",
    "time-available": _time,
    "near-max": lambda _s, _a: "all-out effort is for trained runners without health questions",
}
BAND_WORDS = {
    Intensity.VERY_LIGHT: "very light",
    Intensity.LIGHT: "light",
    Intensity.MODERATE: "moderate",
    Intensity.VIGOROUS: "hard",
    Intensity.NEAR_MAX: "all-out",
}


def _joined(parts: list[str]) -> str:
    *most, last = parts
    return f"{', '.join(most)} and {last}" if most else last


def _phrases(s: Situation, a: Assessment, findings: Iterable[Finding]) -> list[str]:
    """What these findings say of the reader, each thing once."""
    return list(dict.fromkeys(MERGED_RULES[f.rule.id](s, a) for f in findings if f.rule.id in MERGED_RULES))


def _limits(s: Situation, a: Assessment) -> Iterator[tuple[str, list[str]]]:
    """What is limited, as the head of a sentence, and why."""
    if a.impact < Impact.HIGH:
        yield f"impact is {a.impact.slug}", _phrases(s, a, (f for f in a.findings if f.limit.impact is a.impact))
    legs = leg_intensity(a)
    if legs < Intensity.VIGOROUS:
        binding = (f for f in a.findings if f.limit.intensity <= legs and f.rule.id != "arms-lead")
        yield f"effort is {BAND_WORDS[legs]} at the most", _phrases(s, a, binding)
    timed = [f for f in a.findings if f.limit.minutes == a.minutes and not f.limit.applies_to]
    clock = [f for f in timed if f.rule.id == "time-available"]
    yield f"the main part is {a.minutes} minutes at the most", _phrases(s, a, clock or timed)


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
    said: set[str] = set()
    for head, phrases in _limits(s, a):
        new = [phrase for phrase in phrases if phrase not in said]
        said.update(new)
        if new:
            merged.append(([head], new))
        elif phrases:  # the same reasons limit this as well
            next(pair for pair in merged if phrases[0] in pair[1])[0].append(head)
    sentences = [f"{_joined(heads)} today: {_joined(phrases)}." for heads, phrases in merged]
    wish = [failed_condition(s, a, finding) for finding in _against_intervals(s, a)][:1]
    return list(dict.fromkeys([*own, *(text[0].upper() + text[1:] for text in sentences), *wish]))


def _against_intervals(s: Situation, a: Assessment) -> list[Finding]:
    """What stands against the hard work that the reader asks for, the rule on intervals last."""
    if s.intent not in {"hard", "intervals"} or a.allows_intervals:
        return []
    return sorted((f for f in a.findings if not f.limit.allows_intervals), key=lambda f: f.rule.id == "intervals")


def _fast_work(s: Situation, a: Assessment, what: str, light_wait: float, wait: float) -> str:
    """The first condition that sprints or jumps fail, with the reader's own value."""
    hours = light_wait if s.leg_effort is LegSessionEffort.LIGHT else wait
    if s.soreness > p.SORENESS_SPRINT.value:
        return f"{what} wait: your legs are {s.soreness} of 10 sore, and {p.SORENESS_SPRINT.value:g} or less is fine."
    if s.hours_since_legs < hours:
        return f"{what} wait until {hours:g} hours after the leg session; it was {s.hours_since_legs:g} hours ago."
    if a.readiness.score < p.READY_HIGH.value:
        return f"{what} wait: readiness is about {a.readiness.score} of 100, and they need {p.READY_HIGH.value:g}."
    if not may_go_all_out(s):
        return f"{what} are from {p.OLDER_ADULT.value:g} on for people who run every week and are used to lifting."
    return f"{what} are for those who run every week."


def _interval_condition(s: Situation, a: Assessment) -> str:
    """The first condition that intervals fail, with the reader's own value."""
    if s.soreness > p.SORENESS_FRESH.value:
        return f"No intervals: your legs are {s.soreness} of 10 sore, and {p.SORENESS_FRESH.value:g} or less is fine."
    if a.readiness.score < p.READY_MODERATE.value:
        return f"No intervals: readiness is about {a.readiness.score} of 100, and they need {p.READY_MODERATE.value:g}."
    if s.new_to_training:
        return "No intervals yet: they are for people with a habit of cardio."
    return "No intervals while a health condition or a medicine is in play, unless your doctor agrees."


def failed_condition(s: Situation, a: Assessment, finding: Finding) -> str:
    """The reason of a finding; of a rule with several conditions the one that this reader fails."""
    if finding.rule.id == "intervals":
        return _interval_condition(s, a)
    if finding.rule.id == "sprints":
        return _fast_work(s, a, "Sprints", p.SPRINT_WAIT_LIGHT.value, p.SPRINT_WAIT.value)
    if finding.rule.id == "jumps":
        return _fast_work(s, a, "Jumps, cuts and team play", p.JUMP_WAIT_LIGHT.value, p.JUMP_WAIT.value)
    return finding.limit.reason
