"""Knows how to put the whole answer together: one query in, one plain dictionary out.

Must never know HTML, or a number of the guidance.
"""

from __future__ import annotations

from collections import defaultdict

from calculator import outlook, plan, ranking, readiness
from calculator import parameters as p
from calculator.changes import changes
from calculator.engine import assess, closed, opened
from calculator.modalities import BY_SLUG, MODALITIES
from calculator.model import Assessment, Finding, Goal, Impact, Intensity, Modality, Outcome, Remark, Situation
from calculator.questions import parse, to_query
from calculator.remarks import AIDS, SIGNS, WARNINGS, warning_id
from calculator.shapes import Aid, Answer, Ceilings, Exclusion, FindingShape, Kind, KitKind, Option, Step

__all__ = ["ADVICE_VERSION", "answer", "answer_for"]

ADVICE_VERSION = "2026.11.0"

_EFFORT = {
    Intensity.VERY_LIGHT: "easy enough to sing",
    Intensity.LIGHT: "easy enough for a full conversation",
    Intensity.MODERATE: "able to talk but not sing",
    Intensity.VIGOROUS: "hard enough that only a few words come out",
    Intensity.NEAR_MAX: "fast and relaxed",
}
_WITHOUT_SESSION = {
    Outcome.OUT_OF_SCOPE_GENERAL_ADVICE: "This tool is for adults: ask your coach, a parent or a teacher about today.",
    Outcome.NEEDS_CLEARANCE: "Ask your doctor before you train.",
    Outcome.STOP_REST: "No exercise today: rest.",
    Outcome.STOP_REFER_ROUTINE: "No exercise today: rest, and see a clinician.",
    Outcome.STOP_SEEK_URGENT: "Do not exercise: have this checked today.",
    Outcome.STOP_EMERGENCY: "Stop and call for emergency help now.",
}
_FEVER = "No exercise today: rest until a full day after the fever has gone."
_PAINLESS = ("bone-pain", "joint-locking")
_BEFORE_OPTION = {
    Outcome.RECOMMEND: "{do}{minutes}, {effort}.",
    Outcome.RECOMMEND_WITH_CAUTION: "{do}{minutes}, {effort}.",
    Outcome.REST_OR_WALK_ONLY: "Rest today, or {do_lower}{minutes}, {effort}.",
    Outcome.NEEDS_CLEARANCE: "Ask your doctor first; until then {do_lower}{minutes} at the most, {effort}.",
    Outcome.STOP_REFER_ROUTINE: "See a clinician; until then, {if_}, {do_lower}{minutes}, {effort}.",
}


def _headline(a: Assessment, options: list[Option]) -> str:
    """One sentence that a tired reader can act on."""
    if not options:
        feverish = a.outcome is Outcome.STOP_REST and any(finding.rule.id == "fever" for finding in a.findings)
        return _FEVER if feverish else _WITHOUT_SESSION[a.outcome]
    best = options[0]
    do = plan.what_to_do(best)
    effort = plan.format_of(best).how or _EFFORT[Intensity[best["intensity"].upper()]]
    painless = any(finding.rule.id in _PAINLESS for finding in a.findings)
    if_ = "only if it is painless" if painless else "if it makes nothing worse"
    return _BEFORE_OPTION[a.outcome].format(
        if_=if_, do=do, do_lower=do[0].lower() + do[1:], minutes=plan.how_long(best), effort=effort
    )


def _in_order(s: Situation, headline: str, options: list[Option]) -> str:
    """The headline; before a leg session that comes first, it says so."""
    soon = s.next_legs_in_hours is not None and s.next_legs_in_hours <= p.NEXT_LEGS_SOON.value
    if not options or not soon or s.goal not in (Goal.MUSCLE_STRENGTH, Goal.SPEED_POWER):
        return headline
    return f"After your leg session, or not today: {headline[0].lower()}{headline[1:]}"


def _action(a: Assessment, options: list[Option]) -> str:
    """What to do beside the headline: the words of the most severe findings, or how the session should feel.

    Where one finding forbids a session, words of others that would still allow one are left out.
    """
    severe = [f.limit.action for f in a.findings if f.limit.action and f.limit.outcome is a.outcome]
    if a.session and not options and a.outcome > Outcome.NEEDS_CLEARANCE:
        asks = [f.limit.action for f in a.findings if f.limit.outcome is Outcome.NEEDS_CLEARANCE]
        return " ".join(["Rest until a clinician has looked at this.", *asks])
    if a.session:
        spoken = severe if a.outcome >= Outcome.OUT_OF_SCOPE_GENERAL_ADVICE else severe[:1]
        return " ".join(spoken) or options[0]["feel"]
    silent = [f.limit for f in a.findings if not f.limit.session]
    worst = max(limit.outcome for limit in silent)
    return " ".join(limit.action for limit in silent if limit.outcome is worst)


def _ceilings(s: Situation, a: Assessment) -> Ceilings:
    """The most that today allows; the arms may lift the intensity where the reader can use them."""
    if not a.session:
        return {"impact": None, "intensity": None, "leg_intensity": None, "minutes": None}
    legs, top = outlook.leg_intensity(a), ranking.top_intensity(s, a)
    return {"impact": a.impact.slug, "intensity": top.slug, "leg_intensity": legs.slug, "minutes": a.minutes}


def _binds(a: Assessment, finding: Finding) -> bool:
    """Whether a finding sets one of today's ceilings, alone or together with others."""
    limit = finding.limit
    if not a.session:  # under a stop nothing else matters: the reader needs its reason, not the rest of the list
        return not limit.session
    return (
        (limit.outcome is a.outcome and limit.outcome > Outcome.RECOMMEND)
        or (limit.impact is a.impact and limit.impact < Impact.HIGH)
        or (limit.intensity < Intensity.VIGOROUS and limit.intensity <= outlook.leg_intensity(a))
        or limit.minutes == a.minutes
        or not limit.heart_rate
    )


def _findings(a: Assessment) -> list[FindingShape]:
    """Every rule that spoke, those that decide first."""
    ranked = sorted(a.findings, key=lambda f: (-f.limit.outcome, not _binds(a, f), f.limit.impact))
    return [
        {
            "rule": f.rule.id,
            "text": f.limit.because,
            "guide": f.rule.guide,
            "sources": [source.key for source in f.rule.sources],
            "certainty": f.rule.certainty.value,
            "binding": _binds(a, f),
        }
        for f in ranked
    ]


def _nearest(found: list[Finding], slug: str) -> Finding:
    """The finding that says most about one kind of cardio: the strictest, the gravest, one that names it, then the first."""
    if len(found) == 1:
        return found[0]
    return max(
        found,
        key=lambda f: (
            f.limit.outcome if f.limit.outcome >= Outcome.OUT_OF_SCOPE_GENERAL_ADVICE else 0,
            f.rule.danger,
            slug in f.limit.excluded,
            -len(f.limit.excluded),
        ),
    )


def _excluded(a: Assessment, moments: list[outlook.Moment]) -> list[Exclusion]:
    """Every kind of cardio that a rule takes out, by which rules, and from when it is back."""
    open_, back = opened(a), outlook.back_from(moments)
    found, lasting = _taken_out(a), _taken_out(moments[-1].assessment if moments else a)
    out: list[Exclusion] = []
    for slug in [mode.slug for mode in MODALITIES if mode.slug not in open_]:
        still = set() if slug in back else {finding.rule.id for finding in lasting[slug]}
        out.append(
            {
                "modality": slug,
                "name": BY_SLUG[slug].name,
                "rules": [f.rule.id for f in found[slug]],
                "from_hours": back.get(slug),
                "because": _nearest(_lasting(found[slug], still), slug).limit.because,
            }
        )
    return out


def _taken_out(a: Assessment) -> defaultdict[str, list[Finding]]:
    """For each kind of cardio every finding that takes it out, in the order of the rules."""
    out: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in a.findings:
        for slug in closed(finding.limit):
            out[slug].append(finding)
    return out


def _lasting(found: list[Finding], still: set[str]) -> list[Finding]:
    """Those that still take a kind of cardio out when the outlook ends, and those about a danger, which are always said."""
    return [finding for finding in found if finding.rule.id in still or finding.rule.danger] or found


def _also(ranked: list[Modality], offered: set[str]) -> list[Kind]:
    """What would suit as well with the kit at hand, best first."""
    return [{"modality": mode.slug, "name": mode.name} for mode in ranked if mode.slug not in offered]


def _with_kit(s: Situation, a: Assessment) -> list[KitKind]:
    """What would suit with kit that the reader did not name."""
    lacking = opened(a) - ranking.at_hand(s)
    return [
        {"modality": mode.slug, "name": mode.name, "equipment": list(mode.kit)}
        for mode in MODALITIES
        if mode.slug in lacking
    ]


def _fits(remark: Remark, options: list[Option]) -> bool:
    """Whether a remark is about one of these sessions, or about any; gentle ones are never long."""
    gentle = {Intensity.VERY_LIGHT.slug, Intensity.LIGHT.slug}
    longest = max((option["minutes"][1] for option in options if option["intensity"] not in gentle), default=0)
    return longest >= remark.least and (not remark.about or any(o["modality"] == remark.about for o in options))


def _warnings(s: Situation, a: Assessment, options: list[Option]) -> list[tuple[str, str]]:
    """What to mind, each with its id: every stop first, then the remarks that fit this reader; without a plan, only signs."""
    stops = [f for f in a.findings if f.limit.outcome > Outcome.NEEDS_CLEARANCE]
    said = [
        (warning_id(f.rule.id), f"{f.limit.because} {f.limit.action if options or not f.limit.session else ''}".strip())
        for f in stops
    ]
    fitting = [remark for remark in (WARNINGS if a.session else SIGNS) if _fits(remark, options)]
    return said + [(warning_id(remark.id), text) for remark in fitting if (text := remark.text(s, a))]


def _aid(remark: Remark, text: str) -> Aid:
    sources = [source.key for source in remark.sources]
    return {
        "what": remark.id,
        "name": remark.name,
        "text": text,
        "certainty": remark.certainty.value,
        "guide": remark.guide,
        "sources": sources,
    }


def _timeline(moments: list[outlook.Moment]) -> list[Step]:
    return [
        {
            "from_hours": moment.from_hours,
            "impact": moment.assessment.impact.slug,
            "intensity": outlook.leg_intensity(moment.assessment).slug,
            "minutes": moment.assessment.minutes,
        }
        for moment in outlook.steps(moments)
    ]


def _next_check(s: Situation, a: Assessment, moments: list[outlook.Moment]) -> str:
    """When to expect the next step up."""
    if a.outcome is Outcome.STOP_REFER_ROUTINE:
        return "Ask again when a clinician has had a look."
    rises = [m for m in moments[1:] if m.assessment.impact > moments[0].assessment.impact]
    if not rises:
        return (
            "Ask again when your walk is normal again."
            if s.walking_affected
            else "Ask again tomorrow, or when something changes."
        )
    wait = round(rises[0].from_hours - s.hours_since_legs)
    return (
        f"In about {wait} h, {rises[0].from_hours} h after the leg session, {rises[0].assessment.impact.slug} "
        f"impact should open if {outlook.condition(s)}. Ask again then, or tomorrow."
    )


def _moments(s: Situation, a: Assessment) -> list[outlook.Moment]:
    """What opens when; what a clinician is to see first does not open by waiting."""
    if not a.session:
        return []
    if a.outcome is Outcome.STOP_REFER_ROUTINE:
        return [outlook.Moment(int(s.hours_since_legs), a)]
    return outlook.look_ahead(s, a)


def answer_for(s: Situation, choice: str = "") -> Answer:
    """The whole answer for a situation; its headline speaks of the session of the chosen kind, else of the first."""
    a = assess(s)
    moments = _moments(s, a)
    ranked = ranking.suitable(s, a)
    options = plan.options(s, a, ranked)
    offered = {option["modality"] for option in options}
    warnings = _warnings(s, a, options)
    chosen = next((place for place, option in enumerate(options) if option["modality"] == choice), 0)
    return {
        "outcome": a.outcome.slug,
        "headline": _in_order(s, _headline(a, options[chosen:]), options),
        "action": _action(a, options[chosen:]),
        "readiness": a.readiness.score if a.session else None,
        "readiness_reasons": list(readiness.reasons(s)) if a.session else [],
        "ceilings": _ceilings(s, a),
        "options": options,
        "chosen": chosen,
        "also_suitable": _also(ranked, offered),
        "needs_equipment": _with_kit(s, a),
        "excluded": _excluded(a, moments),
        "findings": _findings(a),
        "warnings": [text for _, text in warnings],
        "warning_ids": [name for name, _ in warnings],
        "recovery": [_aid(remark, text) for remark in AIDS if a.session and (text := remark.text(s, a))],
        "timeline": _timeline(moments),
        "changes": changes(s, a),
        "next_check": _next_check(s, a, moments) if a.session else "",
        "advice_version": ADVICE_VERSION,
        "query": to_query(s),
    }


def answer(query: str, choice: str = "", *, strict: bool = False) -> Answer:
    """The whole answer for a query string of the contract; `choice` is the slug of an offered kind of cardio.

    With `strict`, as programs ask, a name that is no question is a problem.

    Raises:
        InvalidAnswers: some names or values cannot be used; it holds all of them at once.
    """
    return answer_for(parse(query, strict=strict), choice)
