"""The headline of an answer, and the sentence that says what to do."""

from __future__ import annotations

from calculator.data.sentences import say
from calculator.rules_api import Assessment
from calculator.scales import Outcome
from calculator.schema import Option
from calculator.session import builder as session_builder

__all__ = ["action", "headline"]

_WITHOUT_SESSION = {
    Outcome.OUT_OF_SCOPE_GENERAL_ADVICE: "under-18",
    Outcome.NEEDS_CLEARANCE: "clearance",
    Outcome.STOP_REST: "rest",
    Outcome.STOP_REFER_ROUTINE: "doctor",
    Outcome.STOP_SEEK_URGENT: "today",
    Outcome.STOP_EMERGENCY: "emergency",
}
# What comes before the session, as a sentence of its own.
_BEFORE_SESSION = {
    Outcome.REST_OR_WALK_ONLY: "rest-first",
    Outcome.NEEDS_CLEARANCE: "ask-first",
    Outcome.STOP_REFER_ROUTINE: "doctor-first",
}
_PAINLESS_ONLY_RULES = ("bone-pain", "joint-locking")


def headline(a: Assessment, options: list[Option]) -> str:
    """What to do, in one sentence or two that a tired reader can act on."""
    if not options:
        feverish = a.outcome is Outcome.STOP_REST and any(finding.rule.id == "fever" for finding in a.findings)
        return say(f"headline.{'fever' if feverish else _WITHOUT_SESSION[a.outcome]}")
    session = session_builder.headline(options[0])
    if a.outcome not in _BEFORE_SESSION:
        return session
    before = _BEFORE_SESSION[a.outcome]
    if before == "doctor-first" and any(finding.rule.id in _PAINLESS_ONLY_RULES for finding in a.findings):
        before = "doctor-first.painless"
    return f"{say(f'headline.{before}')} {session}"


def action(a: Assessment, options: list[Option]) -> str:
    """What to do beside the headline: the action of the most severe findings, or how the session should feel.

    Where one finding forbids a session, the actions of others that would still allow one are left out.
    """
    severe = [f.limit.action for f in a.findings if f.limit.action and f.limit.outcome is a.outcome]
    if a.allows_session and not options and a.outcome > Outcome.NEEDS_CLEARANCE:
        asks = [f.limit.action for f in a.findings if f.limit.outcome is Outcome.NEEDS_CLEARANCE]
        return " ".join([say("headline.until-doctor"), *asks])
    if a.allows_session:
        shown = severe if a.outcome >= Outcome.OUT_OF_SCOPE_GENERAL_ADVICE else severe[:1]
        return " ".join(shown) or options[0]["feel"]
    stops = [f.limit for f in a.findings if not f.limit.allows_session]
    worst = max(limit.outcome for limit in stops)
    return " ".join(limit.action for limit in stops if limit.outcome is worst)
