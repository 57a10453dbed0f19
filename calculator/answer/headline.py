"""The headline of an answer, and the sentence that says what to do."""

from __future__ import annotations

from calculator.rules_api import Assessment
from calculator.scales import Intensity, Outcome
from calculator.schema import (
    Option,
)
from calculator.session import builder as session_builder

_INTENSITY_DESCRIPTIONS = {
    Intensity.VERY_LIGHT: "easy enough to sing",
    Intensity.LIGHT: "easy enough for a full conversation",
    Intensity.MODERATE: "at a pace where you can talk but not sing",
    Intensity.VIGOROUS: "hard enough that you can say only a few words",
    Intensity.NEAR_MAX: "fast and relaxed",
}


_WITHOUT_SESSION = {
    Outcome.OUT_OF_SCOPE_GENERAL_ADVICE: "This calculator is for people aged 18 and over. Ask your coach about today.",
    Outcome.NEEDS_CLEARANCE: "Ask your doctor before you train.",
    Outcome.STOP_REST: "Do not exercise today. Rest.",
    Outcome.STOP_REFER_ROUTINE: "Do not exercise today. Rest, and see a doctor this week.",
    Outcome.STOP_SEEK_URGENT: "Do not exercise. Get medical help today.",
    Outcome.STOP_EMERGENCY: "Stop and call for emergency help now.",
}


_FEVER = "Do not exercise today. Rest until your fever has been gone for a full day."


_PAINLESS_ONLY_RULES = ("bone-pain", "joint-locking")


_WITH_SESSION = {
    Outcome.RECOMMEND: "{do}{minutes}, {effort}.",
    Outcome.RECOMMEND_WITH_CAUTION: "{do}{minutes}, {effort}.",
    Outcome.REST_OR_WALK_ONLY: "Rest today, or {do_lower}{minutes}, {effort}.",
    Outcome.NEEDS_CLEARANCE: "Ask your doctor first. Until then, {do_lower}{minutes} at most, {effort}.",
    Outcome.STOP_REFER_ROUTINE: "See a doctor this week. Until then, {if_}, {do_lower}{minutes}, {effort}.",
}


def headline(a: Assessment, options: list[Option]) -> str:
    """One sentence that a tired reader can act on."""
    if not options:
        feverish = a.outcome is Outcome.STOP_REST and any(finding.rule.id == "fever" for finding in a.findings)
        return _FEVER if feverish else _WITHOUT_SESSION[a.outcome]
    best = options[0]
    do = session_builder.what_to_do(best)
    effort = session_builder.format_of(best).how or _INTENSITY_DESCRIPTIONS[Intensity[best["intensity"].upper()]]
    painless = any(finding.rule.id in _PAINLESS_ONLY_RULES for finding in a.findings)
    if_ = "only if it does not hurt" if painless else "if it makes nothing worse"
    return _WITH_SESSION[a.outcome].format(
        if_=if_, do=do, do_lower=do[0].lower() + do[1:], minutes=session_builder.how_long(best), effort=effort
    )


def action(a: Assessment, options: list[Option]) -> str:
    """What to do beside the headline: the words of the most severe findings, or how the session should feel.

    Where one finding forbids a session, words of others that would still allow one are left out.
    """
    severe = [f.limit.action for f in a.findings if f.limit.action and f.limit.outcome is a.outcome]
    if a.allows_session and not options and a.outcome > Outcome.NEEDS_CLEARANCE:
        asks = [f.limit.action for f in a.findings if f.limit.outcome is Outcome.NEEDS_CLEARANCE]
        return " ".join(["Rest until a doctor has looked at this.", *asks])
    if a.allows_session:
        spoken = severe if a.outcome >= Outcome.OUT_OF_SCOPE_GENERAL_ADVICE else severe[:1]
        return " ".join(spoken) or options[0]["feel"]
    silent = [f.limit for f in a.findings if not f.limit.allows_session]
    worst = max(limit.outcome for limit in silent)
    return " ".join(limit.action for limit in silent if limit.outcome is worst)
