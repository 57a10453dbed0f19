"""Write a session out.

Warm-up, main set, cool-down, effort, heart rate and energy, within the limits of an assessment.
"""

from __future__ import annotations

from functools import cache
from math import ceil
from typing import NamedTuple

from calculator.assessment.engine import blockers
from calculator.data import modalities as m
from calculator.data import parameters as p
from calculator.data.interval_formats import CONTINUOUS, IntervalFormat, for_mode
from calculator.data.sentences import count, name_in_sentence, say
from calculator.data.warning_signs import stop_text
from calculator.model import Modality, Situation
from calculator.rules.dose import length
from calculator.rules.habits import accustomed, may_ride_hard
from calculator.rules.safety import PAINLESS_ONLY
from calculator.rules_api import Assessment
from calculator.scales import Family, Goal, Impact, Intensity, Load, RunningExperience
from calculator.schema import Met, Option, Phase
from calculator.session import heart_rate, ranking
from calculator.session.ranking import GOAL_FIT, target_intensity

__all__ = [
    "TALK",
    "PlannedSession",
    "build_option",
    "headline",
    "options",
    "phases",
    "plan_session",
    "steady_session",
    "total_minutes",
    "warm_up_and_cool_down",
    "within_whole",
]

_SHORTEST = int(p.SHORTEST_MAIN.value)
_STEP = int(p.ROUND_MINUTES.value)
_GOOD_FIT = 2
_ROUNDING = 0.1  # min: seconds are written as minutes with two decimals
_TOO_SHORT_FOR_PULSE = 30
_WITH_REASON = ("walk_incline", "incline_treadmill_run", "aqua_jog", "circuit")
TALK = {
    Intensity.VERY_LIGHT: "You could sing.",
    Intensity.LIGHT: "You can hold a full conversation.",
    Intensity.MODERATE: "You can talk but not sing.",
    Intensity.VIGOROUS: "You get out only a few words at a time.",
    Intensity.NEAR_MAX: "You cannot talk.",
}
_HEADLINE_EFFORTS = {
    Intensity.VERY_LIGHT: "easy enough to sing",
    Intensity.LIGHT: "easy enough for a full conversation",
    Intensity.MODERATE: "at a pace where you can talk but not sing",
    Intensity.VIGOROUS: "hard enough that you can say only a few words",
    Intensity.NEAR_MAX: "fast and relaxed",
}


class PlannedSession(NamedTuple):
    """One kind of cardio with its intensity band, main part (min, shortest and longest) and interval format."""

    mode: Modality
    intensity: Intensity
    minutes: tuple[int, int]
    form: IntervalFormat | None
    around: tuple[int, int] = (0, 0)


def _time(s: Situation) -> int:
    """The reader's time in whole steps of five minutes."""
    return max(_STEP, s.minutes // _STEP * _STEP)


def warm_up_and_cool_down(s: Situation, mode: Modality, intensity: Intensity) -> tuple[int, int]:
    """Minutes of warm-up and cool-down: none for light work and walks, short for moderate, ten and more before hard work."""
    if intensity <= Intensity.LIGHT or (mode.family is Family.WALK and intensity <= Intensity.MODERATE):
        return 0, 0
    time = _time(s)
    cool = int((p.COOL_DOWN if time >= p.ROOMY_TIME.value else p.COOL_DOWN_SHORT).value)
    if time < p.SHORT_TIME.value:
        warm, cool = int(p.WARM_UP_SHORT.value), int(p.COOL_DOWN_SHORTEST.value)
    elif intensity <= Intensity.MODERATE:
        warm = int(p.WARM_UP.value)
    else:
        warm = int(p.WARM_UP_HARD.value)
    both = min(warm + cool, max(0, time - _SHORTEST))
    cool = min(cool, both // 2)
    return both - cool, cool


def _longest(s: Situation, a: Assessment, mode: Modality, intensity: Intensity) -> int:
    """The longest main part in minutes, with warm-up and cool-down inside the reader's time."""
    around = sum(warm_up_and_cool_down(s, mode, intensity))
    most = min(a.ceilings(mode.slug).minutes, _time(s) - around)
    if intensity >= Intensity.VIGOROUS:
        most = min(most, a.hard_minutes)
    if not around:
        most = most // _STEP * _STEP
    return max(_SHORTEST, most)


def _stretched(s: Situation, intensity: Intensity, main: float, around: tuple[int, int]) -> tuple[int, int]:
    """Warm-up and cool-down that bring the whole to a step of five minutes."""
    warm, cool = around
    if not warm:
        return around
    main = ceil(main)
    spare = _time(s) - main - warm - cool
    longest = int(p.WARM_UP_LONGEST.value if intensity >= Intensity.VIGOROUS else p.WARM_UP_SORE.value)
    extra = min(spare, -(main + warm + cool) % _STEP)
    return min(warm + max(0, extra), max(longest, warm)), cool


def _main_and_edges(
    s: Situation, intensity: Intensity, main: int, around: tuple[int, int]
) -> tuple[int, tuple[int, int]]:
    """A main part (min) with its warm-up and cool-down in whole steps.

    If the legs are sore and the clock leaves room, the warm-up is a step longer and the main part a step shorter: soreness never
    makes the whole session longer.
    """
    warm, cool = around = _stretched(s, intensity, main, around)
    sore = s.soreness >= p.SORENESS_CAP.value and intensity < Intensity.VIGOROUS
    room = _time(s) - main - warm - cool >= _STEP and main - _STEP >= p.ROOM_FOR_WARM_UP.value
    if warm and sore and room and warm + _STEP <= p.WARM_UP_SORE.value:
        return main - _STEP, (warm + _STEP, cool)
    return main, around


def _shorter(s: Situation, a: Assessment, most: int, around: int) -> int:
    """The short end of a steady main part: four fifths of the whole, rounded, and never over the long end."""
    whole = round((most + around) * p.SHORT_END.value / _STEP) * _STEP
    return min(most, max(whole - around, int(length(s, a.readiness).low), _SHORTEST))


def _style(s: Situation, a: Assessment) -> str:
    """What kind of session wish, goal and day ask for."""
    hard = ranking.hard_wish(s, a)
    if s.next_event_in_hours is not None and s.next_event_in_hours <= p.EVENT.value:
        return "easy"  # a shake-out: nothing that rises, changes or finishes fast
    if s.intent is not None:
        return s.intent if hard or s.intent in {"easy", "steady"} else "varied"
    if s.goal is Goal.SPEED_POWER:
        return "explosive" if hard else "steady"
    if hard:
        return "intervals"
    if s.goal in {Goal.GENERAL_HEALTH, Goal.AEROBIC_ENDURANCE}:
        return "varied"
    return "easy" if s.goal is Goal.RECOVERY else "steady"


def _passes(s: Situation, a: Assessment, mode: Modality, form: IntervalFormat) -> bool:
    """Whether the reader passes the gate of a format; cardio of every week makes a habit of its own kinds."""
    gate = form.gate
    ready = a.readiness.score >= gate.readiness or (
        mode.slug in m.BIKES and gate.readiness <= p.FORMAT_READY.value and may_ride_hard(s)
    )
    return (
        ready
        and s.soreness <= gate.soreness
        and max(ranking.level(s), int(accustomed(s, mode.slug))) >= gate.level
        and s.running_experience >= gate.running
        and s.hours_since_legs >= gate.hours
    )


@cache
def _forms(slug: str) -> tuple[IntervalFormat, ...]:
    return for_mode(slug)


def _fits(s: Situation, a: Assessment, mode: Modality, form: IntervalFormat) -> bool:
    """Whether a format stays inside band, minutes and the permission for intervals."""
    top = min(mode.hardest, a.ceilings(mode.slug).intensity)
    if not mode.gentlest <= form.effort <= top or (form.hard and not a.allows_intervals):
        return False
    most = _longest(s, a, mode, form.effort)
    return form.least <= most and form.minutes(form.fewest) <= most


def _format(s: Situation, a: Assessment, mode: Modality, style: str) -> IntervalFormat | None:
    """The first format of a kind of cardio that serves the wish, fits the limits and is open to the reader, or None: steady."""
    steady_run = mode.slug in m.EASY_RUNS and s.running_experience > RunningExperience.SOME
    for form in _forms(mode.slug)[:-1]:  # the last is continuous
        if style not in form.styles or (form.goals and s.goal not in form.goals):
            continue
        if form.slug == "run-walk" and steady_run:
            continue
        if _passes(s, a, mode, form) and _fits(s, a, mode, form):
            return form
    if mode.interval_only:
        return next((form for form in reversed(_forms(mode.slug)[:-1]) if _fits(s, a, mode, form)), None)
    return None


def _repeats(form: IntervalFormat, most: float) -> tuple[int, int]:
    """The fewest and the most repeats of a format inside so many minutes."""
    fitting = [n for n in range(form.fewest, form.most + 1) if form.minutes(n) <= most]
    return (fitting[0], fitting[-1]) if fitting else (form.fewest, form.fewest)


def _fewest(form: IntervalFormat, minutes: float, most: int) -> int:
    """The fewest repeats that reach so many minutes, the short end of the goal's span; never more than `most`."""
    return next((n for n in range(form.fewest, most) if form.minutes(n) >= minutes), most)


def within_whole(s: Situation, a: Assessment) -> Situation:
    """The reader with no more time than a whole session may take today, warm-up and cool-down included."""
    return s._replace(minutes=a.whole_minutes) if a.whole_minutes < s.minutes else s


def plan_session(s: Situation, a: Assessment, mode: Modality, role: str = "best") -> PlannedSession:
    """Choose band, minutes and format for this reader and kind of cardio."""
    if role == "kindest" and ranking.hard_wish(s, a):
        s = s._replace(intent="steady")
    style = _style(s, a)  # who has hours trains long and easily, even where the whole session must be short today
    s = within_whole(s, a)
    form = _format(s, a, mode, style)
    intensity = form.effort if form else target_intensity(s, a, mode)
    around = warm_up_and_cool_down(s, mode, intensity)
    most = _longest(s, a, mode, intensity)
    if form is not None and form.hard and form.repeats:
        high = _repeats(form, most)[1]
        low = _fewest(form, length(s, a.readiness).low, high)
        exact = form.minutes(high)
        around = _stretched(s, intensity, exact, around)
        return PlannedSession(mode, intensity, (int(form.minutes(low)), round(exact)), form, around)
    if form is None and intensity >= Intensity.VIGOROUS:
        most = min(most, int(p.HARD_STEADY_MINUTES.value))
    most, around = _main_and_edges(s, intensity, most, around)
    return PlannedSession(mode, intensity, (_shorter(s, a, most, sum(around)), most), form, around)


def steady_session(s: Situation, a: Assessment, mode: Modality, intensity: Intensity) -> PlannedSession:
    """One even main part in this band with warm-up and cool-down, within the minutes that the limits allow for this kind."""
    s = within_whole(s, a)
    around = warm_up_and_cool_down(s, mode, intensity)
    most = min(_longest(s, a, mode, intensity), a.ceilings(mode.slug).minutes)
    most, around = _main_and_edges(s, intensity, most, around)
    return PlannedSession(mode, intensity, (_shorter(s, a, most, sum(around)), most), None, around)


def _met(mode: Modality, intensity: Intensity) -> Met:
    """Metabolic equivalents at a band, of the nearest gentler band if it has none of its own, else of the gentlest."""
    bands = [band for band in mode.mets if band <= intensity]
    value, code = mode.mets[max(bands) if bands else min(mode.mets)]
    return {"value": value, "code": code, "proxy": mode.proxy}


def _kcal(s: Situation, met: float, minutes: tuple[int, int]) -> list[int] | None:
    """Gross energy of the main part in kcal (MET x 3.5 x kg / 200 a minute, ACSM), to the nearest five.

    None without a weight.
    """
    if s.weight_kg is None:
        return None
    return [5 * round(met * 3.5 * s.weight_kg / 200 * part / 5) for part in minutes]


def _phase(
    kind: str, minutes: float, intensity: Intensity, text: str, repeat: int = 1, seconds: int | None = None
) -> Phase:
    return {
        "kind": kind,
        "minutes": minutes,
        "intensity": intensity.slug,
        "repeat": repeat,
        "seconds": seconds,
        "text": text,
    }


def _turns(form: IntervalFormat, work: int, repeat: int) -> list[Phase]:
    """Work and rest that take turns."""
    hard, easy = (part.strip().capitalize() for part in form.text.rsplit(",", 1))
    return [
        _phase("work", round(work / 60, 2), form.effort, hard, repeat, work),
        _phase("rest", round(form.rest / 60, 2), form.between, easy, repeat, form.rest),
    ]


def _set_phases(done: PlannedSession) -> list[Phase]:
    """The main set of a format: stretches, a ladder, or work and rest in one set or several, and what is left of the minutes."""
    assert done.form is not None  # noqa: S101 - called only for sessions with a format
    form, most = done.form, done.minutes[1]
    if form.stretches:
        cuts = [
            0,
            *(round(most * sum(item.share for item in form.stretches[: n + 1])) for n in range(len(form.stretches))),
        ]
        return [
            _phase("main", end - start, item.intensity, f"{item.text}.")
            for item, start, end in zip(form.stretches, cuts, cuts[1:], strict=False)
            if end > start
        ]
    if form.ladder:
        return [phase for work in form.ladder for phase in _turns(form, work, 1)]
    repeats = _repeats(form, most + 0.5 * form.hard)[1]  # the minutes of a hard set are rounded
    phases: list[Phase] = []
    for number in range(form.sets):
        if number:
            phases.append(
                _phase("rest", round(form.set_rest / 60, 2), form.between, say("session.set-rest"), 1, form.set_rest)
            )
        phases += _turns(form, form.work, repeats)
    left = 0 if form.hard else round(most - form.minutes(repeats))
    if left:
        phases.append(_phase("main", left, min(Intensity.LIGHT, form.effort), say("session.finish")))
    return phases


def phases(done: PlannedSession) -> list[Phase]:
    """Warm-up, main set and cool-down, in the order in which they are done."""
    warm, cool = done.around
    gentle = min(Intensity.LIGHT, done.intensity)
    start = say("session.warm-up.explosive" if done.mode.explosive else "session.warm-up")
    main = (
        _set_phases(done)
        if done.form
        else [_phase("main", done.minutes[1], done.intensity, done.mode.instruction + ".")]
    )
    before = [_phase("warm_up", warm, gentle, start)] if warm else []
    after = [_phase("cool_down", cool, Intensity.VERY_LIGHT, say("session.cool-down"))] if cool else []
    return before + main + after


def _whole(session: list[Phase]) -> int:
    """The minutes of all phases with their repeats, rounded up."""
    return ceil(sum(phase["minutes"] * phase["repeat"] for phase in session) - _ROUNDING)


def total_minutes(done: PlannedSession) -> int:
    """The whole session in minutes, warm-up and cool-down included, as it will be written out."""
    return _whole(phases(done)) if done.form else sum(done.around) + done.minutes[1]


def _kindest_reason(mode: Modality) -> str:
    """How it spares the legs."""
    if mode.leg_load[0] is Load.NONE:
        return say("session.kind.arms")
    return say("session.kind.no-impact" if mode.impact is Impact.NONE else "session.kind.soft", muscles=mode.muscles)


def _best_reason(s: Situation, a: Assessment, done: PlannedSession) -> str:
    """The one reason for which the first option is first."""
    mode, form = done.mode, done.form
    if mode.slug in s.prefer:
        return say("session.prefer")
    if mode.explosive or (form is not None and form.hard):
        return say("session.explosive" if mode.explosive else "session.intervals")
    return _steady_reason(s, a, mode)


def _steady_reason(s: Situation, a: Assessment, mode: Modality) -> str:
    """The one reason for a first option that is not hard."""
    if ranking.own_sport(ranking.reader(s, a).sports, mode):
        return say("session.own-sport")
    if GOAL_FIT[s.goal].get(mode.slug, 0) >= _GOOD_FIT:
        return say(f"session.goal.{s.goal.value}")
    if mode.equipment_any_of and ranking.only_machine(s.equipment) in mode.equipment_any_of:
        return say("session.machine")
    return say("session.best")


def _reason(s: Situation, a: Assessment, done: PlannedSession, role: str) -> str:
    """The one reason that sets an option apart from the others."""
    if role == "kindest":
        return _kindest_reason(done.mode)
    if role == "no_kit":
        return say("session.no-equipment")
    return _best_reason(s, a, done)


def _reasons(s: Situation, a: Assessment, done: PlannedSession, role: str) -> list[str]:
    """Why this kind of cardio, for this reader: the reason of its role first, then what only this kind gives."""
    mode, tired = done.mode, a.readiness.score < p.READY_MODERATE.value
    reasons = [_reason(s, a, done, role)]
    if mode.slug in _WITH_REASON:
        reasons.append(say(f"session.more.{mode.slug}"))
    ceiling = a.ceilings(mode.slug).intensity
    if mode.arms_lead and ceiling > done.intensity and tired:
        reasons.append(say(f"session.arms.{ceiling.slug}"))
    return reasons


def _stop_advice(s: Situation) -> str:
    """When to stop, measured against the pain and the walk with which this reader starts."""
    if s.red_flags & PAINLESS_ONLY:
        return f"{say('session.stop.spot')} {stop_text()}"
    sore = ".sore" if s.soreness > p.PAIN_STOP.value else ""
    limp = ".limp" if s.walking_affected else ""
    return f"{say(f'session.stop{sore}{limp}', pain=p.PAIN_STOP.value)} {stop_text()}"


def _feel_advice(s: Situation, mode: Modality) -> str:
    """What to feel, and what to take care of."""
    cue = say("session.pregnancy.yoga") if mode.slug == "yoga_flow" and "pregnant" in s.conditions else mode.cue
    return f"{cue} {mode.precaution}" if mode.precaution else cue


def _heart_rate_range(s: Situation, planned: PlannedSession) -> tuple[int, int] | None:
    """The heart rates of the main part: those of its format where its authors gave them, else those of its band."""
    if planned.form is not None and planned.form.slug == "four-by-four":
        return heart_rate.range_of_maximum(s, p.FOUR_BY_FOUR_HRMAX)
    return heart_rate.band(s, planned.intensity)


def _without_resting_rate(s: Situation, planned: PlannedSession) -> Situation:
    """The reader as the method sees it: a share of the maximum asks for no resting rate."""
    return (
        s._replace(resting_hr=None, usual_resting_hr=None)
        if planned.form is not None and planned.form.slug == "four-by-four"
        else s
    )


_HARD_DO = {
    "bike_upright": "Ride the bike",
    "bike_recumbent": "Ride the recumbent bike",
    "rowing": "Row",
    "ski_erg": "Pull on the ski-erg",
    "elliptical": "Use the elliptical",
    "swimming": "Swim",
    "run_steady": "Run",
    "treadmill_jog": "Run on the treadmill",
    "inline_skating": "Skate",
    "xc_ski": "Ski",
    "walk_brisk": "Walk",
    "walk_incline": "Walk uphill",
    "stair_climber": "Climb on the stair climber",
}  # what to do in a headline where a format says the effort


def _format_of(written: Option) -> IntervalFormat:
    """The format of a session that is written out."""
    return next((form for form in _forms(written["modality"]) if form.slug == written["format"]), CONTINUOUS)


def headline(written: Option) -> str:
    """A session in one sentence: what to do, how long or how often, and how hard."""
    mode, form = m.BY_SLUG[written["modality"]], _format_of(written)
    around = any(phase["kind"] == "warm_up" for phase in written["session"])
    counted, name = form.counted, "session.around" if around else "session"
    if form.counted:
        name = "session.stretches" if form.stretches else "session.counted"
        if not form.stretches:
            counted = form.counted.format(
                n=next(phase["repeat"] for phase in written["session"] if phase["kind"] == "work")
            )
    return say(
        f"headline.{name}",
        do=mode.instruction if form is CONTINUOUS else _HARD_DO.get(mode.slug, mode.instruction),
        counted=counted,
        minutes=count(written["total_minutes"], "min"),
        effort=form.how or _HEADLINE_EFFORTS[Intensity[written["intensity"].upper()]],
    )


def build_option(s: Situation, a: Assessment, mode: Modality, role: str = "best") -> Option:
    """Write out one session for one kind of cardio, as the answer holds it."""
    planned = plan_session(s, a, mode, role)
    met, rpe = _met(mode, planned.intensity), p.RPE[planned.intensity]
    if "pregnant" in s.conditions and planned.intensity is Intensity.MODERATE:
        rpe = p.RPE_PREGNANCY
    lags = planned.form is not None and 0 < planned.form.work <= _TOO_SHORT_FOR_PULSE
    range_ = _heart_rate_range(s, planned) if a.shows_heart_rate and not lags else None
    session = phases(planned)
    return {
        "modality": mode.slug,
        "name": mode.name,
        "role": role,
        "impact": mode.impact.slug,
        "intensity": planned.intensity.slug,
        "format": planned.form.slug if planned.form else CONTINUOUS.slug,
        "format_name": planned.form.name if planned.form else CONTINUOUS.name,
        "minutes": list(planned.minutes),
        "total_minutes": _whole(session),
        "rpe": [int(rpe.low), int(rpe.high)],
        "talk_test": TALK[planned.intensity],
        "heart_rate": list(range_) if range_ else None,
        "heart_rate_note": say("heart-rate.lag")
        if lags and a.shows_heart_rate
        else heart_rate.method(_without_resting_rate(s, planned))
        if a.shows_heart_rate
        else "",
        "kcal": None if mode.explosive else _kcal(s, met["value"], planned.minutes),
        "met": met,
        "equipment": [kit for kit in mode.equipment_any_of if kit in s.equipment],
        "session": session,
        "feel": _feel_advice(s, mode),
        "stop": _stop_advice(s),
        "because": _reasons(s, a, planned, role),
    }


def _machine_waits(s: Situation, a: Assessment, offered: list[Modality]) -> str:
    """Why the only machine at hand is not used today; empty where it is used or there is none."""
    machine = ranking.only_machine(s.equipment)
    if not machine or any(machine in mode.equipment_any_of for mode in offered):
        return ""
    mode = next(mode for mode in m.MODALITIES if machine in mode.equipment_any_of)
    found = blockers(a, mode)
    left_out = say("session.left-out", name=name_in_sentence(mode.name))
    return f"{left_out} {found[0].limit.reason}" if found else ""


def options(s: Situation, a: Assessment, ranked: list[Modality]) -> list[Option]:
    """The sessions that are offered, by role, each with the reason that sets it apart; nothing is said twice."""
    chosen_roles = ranking.roles(ranked, s.goal, easy=s.intent == "easy")
    written = [build_option(s, a, mode, role) for role, mode in chosen_roles]
    said: set[str] = set()
    for item in written:
        item["because"] = [reason for reason in dict.fromkeys(item["because"]) if reason not in said]
        said.update(item["because"])
    if written and (waits := _machine_waits(s, a, [mode for _, mode in chosen_roles])):
        written[0]["because"].append(waits)
    return written
