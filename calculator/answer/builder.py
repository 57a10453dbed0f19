"""Assemble the whole answer: a query string in, a dictionary of the shape `Answer` out."""

from __future__ import annotations

from collections import defaultdict

from calculator.answer.headline import action, headline
from calculator.answer.plan_verdict import judge
from calculator.answer.questions import questions
from calculator.answer.what_if import changes, offer_snapshot
from calculator.answer.why import why
from calculator.assessment import outlook, readiness
from calculator.assessment.engine import allowed_slugs, assess, excluded_by
from calculator.data import parameters as p
from calculator.data.modalities import BY_SLUG, MODALITIES
from calculator.data.sentences import duration, say
from calculator.form.parse import parse, to_query
from calculator.model import Modality, Situation
from calculator.rules.advisories import AIDS, SIGNS, WARNINGS, warning_id
from calculator.rules_api import Advisory, Assessment, Finding
from calculator.scales import Goal, Impact, Intensity, Outcome
from calculator.schema import (
    Answer,
    Ceilings,
    Exclusion,
    FindingEntry,
    ModalityName,
    ModalityNeedingEquipment,
    Option,
    Plan,
    RecoveryAid,
    TimelineStep,
)
from calculator.session import builder as session_builder
from calculator.session import ranking

__all__ = ["ADVICE_VERSION", "answer", "answer_for"]

ADVICE_VERSION = "2026.11.0"


def _with_plan(a: Assessment, plan: Plan | None, headline: str) -> str:
    """The headline; the verdict on the reader's plan leads it, but never a stop or a referral."""
    if plan is None or a.outcome >= Outcome.STOP_REST or not a.allows_session:
        return headline
    if plan["verdict"] in {"go", "go_adjusted"}:
        return plan["text"]
    return f"{plan['text']} {say('plan.now')} {headline}"


def _in_order(s: Situation, headline: str, options: list[Option]) -> str:
    """The headline; before a leg session that comes first, it says so."""
    soon = s.next_legs_in_hours is not None and s.next_legs_in_hours <= p.NEXT_LEGS_SOON.value
    if not options or not soon or s.goal not in (Goal.MUSCLE_STRENGTH, Goal.SPEED_POWER):
        return headline
    return f"{say('headline.after-legs')} {headline}"


def _ceilings(s: Situation, a: Assessment) -> Ceilings:
    """The most that today allows; the arms may lift the intensity where the reader can use them."""
    if not a.allows_session:
        return {"impact": None, "intensity": None, "leg_intensity": None, "minutes": None}
    legs, top = outlook.leg_intensity(a), ranking.top_intensity(s, a)
    return {"impact": a.impact.slug, "intensity": top.slug, "leg_intensity": legs.slug, "minutes": a.minutes}


def _is_binding(a: Assessment, finding: Finding) -> bool:
    """Whether a finding sets one of today's ceilings, alone or together with others."""
    limit = finding.limit
    if not a.allows_session:  # under a stop nothing else matters: the reader needs its reason, not the rest of the list
        return not limit.allows_session
    return (
        (limit.outcome is a.outcome and limit.outcome > Outcome.RECOMMEND)
        or (limit.impact is a.impact and limit.impact < Impact.HIGH)
        or (limit.intensity < Intensity.VIGOROUS and limit.intensity <= outlook.leg_intensity(a))
        or limit.minutes == a.minutes
        or not limit.shows_heart_rate
    )


def _findings(a: Assessment) -> list[FindingEntry]:
    """Every finding, those that decide first."""
    ranked = sorted(a.findings, key=lambda f: (-f.limit.outcome, not _is_binding(a, f), f.limit.impact))
    return [
        {
            "rule": f.rule.id,
            "text": f.limit.reason,
            "guide": f.rule.guide_anchor,
            "sources": [source.key for source in f.rule.sources],
            "certainty": f.rule.certainty.value,
            "binding": _is_binding(a, f),
        }
        for f in ranked
    ]


def _main_finding(findings: list[Finding], slug: str) -> Finding:
    """The finding that says most about one kind of cardio: the strictest, the gravest, one that names it, then the first."""
    if len(findings) == 1:
        return findings[0]
    return max(
        findings,
        key=lambda f: (
            f.limit.outcome if f.limit.outcome >= Outcome.OUT_OF_SCOPE_GENERAL_ADVICE else 0,
            f.rule.danger,
            slug in f.limit.excluded,
            -len(f.limit.excluded),
        ),
    )


def _excluded(a: Assessment, points: list[outlook.OutlookPoint]) -> list[Exclusion]:
    """Every kind of cardio that a rule takes out, by which rules, and from when it is back."""
    allowed, reopening = allowed_slugs(a), outlook.reopening_hours(points)
    excluding = _findings_by_modality(a)
    later = {point.from_hours: _findings_by_modality(point.assessment) for point in points}
    hours = list(later)
    out: list[Exclusion] = []
    for slug in [mode.slug for mode in MODALITIES if mode.slug not in allowed]:
        last = hours[hours.index(reopening[slug]) - 1] if slug in reopening else hours[-1] if hours else None
        still = set() if last is None else {finding.rule.id for finding in later[last][slug]}
        out.append(
            {
                "modality": slug,
                "name": BY_SLUG[slug].name,
                "rules": [f.rule.id for f in excluding[slug]],
                "from_hours": reopening.get(slug),
                "because": _main_finding(_still_excluding(excluding[slug], still), slug).limit.reason,
            }
        )
    return out


def _findings_by_modality(a: Assessment) -> defaultdict[str, list[Finding]]:
    """For each kind of cardio every finding that takes it out, in the order of the rules."""
    out: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in a.findings:
        for slug in excluded_by(finding.limit):
            out[slug].append(finding)
    return out


def _still_excluding(findings: list[Finding], still: set[str]) -> list[Finding]:
    """The findings that exclude a kind of cardio longest: up to the hour at which it is back, or to the end of the outlook."""
    return [finding for finding in findings if finding.rule.id in still or finding.rule.danger] or findings


def _also_suitable(ranked: list[Modality], offered: set[str]) -> list[ModalityName]:
    """What would suit as well with the equipment at hand, best first."""
    return [{"modality": mode.slug, "name": mode.name} for mode in ranked if mode.slug not in offered]


def _needs_equipment(s: Situation, a: Assessment) -> list[ModalityNeedingEquipment]:
    """What would suit with equipment that the reader did not name."""
    lacking = allowed_slugs(a) - ranking.available(s)
    return [
        {"modality": mode.slug, "name": mode.name, "equipment": list(mode.equipment_any_of)}
        for mode in MODALITIES
        if mode.slug in lacking
    ]


def _applies_to_options(remark: Advisory, options: list[Option]) -> bool:
    """Whether a remark is about one of these sessions, or about any; gentle ones are never long."""
    gentle = {Intensity.VERY_LIGHT.slug, Intensity.LIGHT.slug}
    longest = max((option["minutes"][1] for option in options if option["intensity"] not in gentle), default=0)
    return longest >= remark.min_main_minutes and (
        not remark.modality or any(o["modality"] == remark.modality for o in options)
    )


def _warnings(s: Situation, a: Assessment, options: list[Option]) -> list[tuple[str, str]]:
    """What to mind, each with its id: every stop first, then the remarks that fit this reader; without a plan, only signs."""
    stops = [f for f in a.findings if f.limit.outcome > Outcome.NEEDS_CLEARANCE]
    stop_texts = [
        (
            warning_id(f.rule.id),
            f"{f.limit.reason} {f.limit.action if options or not f.limit.allows_session else ''}".strip(),
        )
        for f in stops
    ]
    fitting = [remark for remark in (WARNINGS if a.allows_session else SIGNS) if _applies_to_options(remark, options)]
    return stop_texts + [(warning_id(remark.id), text) for remark in fitting if (text := remark.text(s, a))]


def _recovery_entry(remark: Advisory, text: str) -> RecoveryAid:
    sources = [source.key for source in remark.sources]
    return {
        "what": remark.id,
        "name": remark.name,
        "text": text,
        "certainty": remark.certainty.value,
        "guide": remark.guide_anchor,
        "sources": sources,
    }


def _timeline(points: list[outlook.OutlookPoint]) -> list[TimelineStep]:
    return [
        {
            "from_hours": point.from_hours,
            "impact": point.assessment.impact.slug,
            "intensity": outlook.leg_intensity(point.assessment).slug,
            "minutes": point.assessment.minutes,
        }
        for point in outlook.ceiling_changes(points)
    ]


def _next_check(s: Situation, a: Assessment, points: list[outlook.OutlookPoint]) -> str:
    """When to expect the next step up."""
    if a.outcome is Outcome.STOP_REFER_ROUTINE:
        return say("answer.next-check.doctor")
    rises = [m for m in points[1:] if m.assessment.impact > points[0].assessment.impact]
    if not rises:
        return say("answer.next-check.walk" if s.walking_affected else "answer.next-check.tomorrow")
    wait = duration(round(rises[0].from_hours - s.hours_since_legs))
    return say(
        f"answer.next-check.{rises[0].assessment.impact.slug}",
        wait=wait,
        condition=say(f"answer.condition.{outlook.assumption(s)}"),
    )


def _outlook_points(s: Situation, a: Assessment) -> list[outlook.OutlookPoint]:
    """The outlook. A referral to a doctor does not end by waiting, so it has today's point only."""
    if not a.allows_session:
        return []
    if a.outcome is Outcome.STOP_REFER_ROUTINE:
        return [outlook.OutlookPoint(int(s.hours_since_legs), a)]
    return outlook.look_ahead(s, a)


def answer_for(s: Situation, choice: str = "") -> Answer:
    """The whole answer for a situation; its headline speaks of the session of the chosen kind, else of the first."""
    a = assess(s)
    points = _outlook_points(s, a)
    ranked = ranking.rank(s, a)
    options = session_builder.options(s, a, ranked)
    offered = {option["modality"] for option in options}
    warnings = _warnings(s, a, options)
    plan, now = judge(s), offer_snapshot(s, a)
    chosen = next((index for index, option in enumerate(options) if option["modality"] == choice), 0)
    return {
        "outcome": a.outcome.slug,
        "headline": _with_plan(a, plan, _in_order(s, headline(a, options[chosen:]), options)),
        "action": action(a, options[chosen:]),
        "plan": plan,
        "why": why(s, a),
        "readiness": a.readiness.score if a.allows_session else None,
        "readiness_reasons": list(readiness.explain(s)) if a.allows_session else [],
        "ceilings": _ceilings(s, a),
        "options": options,
        "chosen": chosen,
        "also_suitable": _also_suitable(ranked, offered),
        "needs_equipment": _needs_equipment(s, a),
        "excluded": _excluded(a, points),
        "findings": _findings(a),
        "warnings": [text for _, text in warnings],
        "warning_ids": [name for name, _ in warnings],
        "recovery": [
            _recovery_entry(remark, text) for remark in AIDS if a.allows_session and (text := remark.text(s, a))
        ],
        "timeline": _timeline(points),
        "changes": changes(s, a, now),
        "questions": questions(s, a, now),
        "next_check": _next_check(s, a, points) if a.allows_session else "",
        "advice_version": ADVICE_VERSION,
        "query": to_query(s),
    }


def answer(query: str, choice: str = "", *, strict: bool = False) -> Answer:
    """The whole answer for a query string; `choice` is the slug of an offered kind of cardio.

    Raises:
        InvalidAnswersError: some values are invalid; it holds all problems.
    """
    return answer_for(parse(query, strict=strict), choice)
