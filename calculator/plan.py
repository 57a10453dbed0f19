"""Knows how to write a session out: warm-up, main set, cool-down, effort, heart rate and energy.

Must never know a limit of its own: it only writes what the assessment allows.
"""

from __future__ import annotations

from typing import NamedTuple

from calculator import heart_rate
from calculator import modalities as m
from calculator import parameters as p
from calculator.formats import FORMATS, Format
from calculator.model import Assessment, Effort, Goal, Intensity, Lifting, Modality, Running, Situation
from calculator.ranking import FIT, target
from calculator.rules.dose import length
from calculator.rules.safety import PAINLESS_ONLY
from calculator.shapes import Met, Option, Phase

__all__ = ["TALK", "Chosen", "chosen", "option"]

_WARM, _WARM_LONGER, _COOL = int(p.WARM_UP.value), int(p.WARM_UP_SORE.value), int(p.COOL_DOWN.value)
_SHORTEST = int(p.SHORTEST_MAIN.value)
_GOOD_FIT = 2
_TOO_SHORT_FOR_PULSE = 30
_EXPLOSIVE = "It trains speed and power themselves, while the legs are fresh for it."
_INTERVALS = "Intervals raise fitness in less time, and your legs are ready for them today."
_OWN_REASONS = {
    "walk_incline": "The slope makes more of a walk without a harder landing.",
    "incline_treadmill_run": "Uphill it trains the push of a sprint without the landing peak.",
    "aqua_jog": "It works the muscles of running without a landing.",
    "circuit": "It adds strength work for the upper body, which a week of health asks for as well.",
}
_LAGGING = "The pulse lags behind efforts this short: go by effort."
TALK = {
    Intensity.VERY_LIGHT: "You could sing.",
    Intensity.LIGHT: "You can hold a full conversation.",
    Intensity.MODERATE: "You can talk but not sing.",
    Intensity.VIGOROUS: "You get out only a few words at a time.",
    Intensity.NEAR_MAX: "You cannot talk.",
}
_SIGNS = "or with chest pain, dizziness or unusual breathlessness."
_RISE = "Start very easily and rise to the main effort; loosen hips, knees and ankles."
_RUN_THROUGHS = "Start very easily; then leg swings and skips, and three run-throughs, each faster than the last."
_LYING = "Seated, side-lying and standing poses; do not lie flat on your back for long, and keep cool."
_GOAL_WORDS = {
    Goal.RECOVERY: "is gentle enough to leave you fresher",
    Goal.GENERAL_HEALTH: "counts towards your week of activity",
    Goal.FAT_LOSS: "is easy to keep up for longer, which is what counts",
    Goal.MUSCLE_STRENGTH: "costs the legs little while they rebuild",
    Goal.SPEED_POWER: "keeps you loose without spending your speed",
    Goal.AEROBIC_ENDURANCE: "builds the endurance you train for",
}


class Chosen(NamedTuple):
    """One kind of cardio with the band, the main part (min, shortest and longest) and the format chosen for it."""

    mode: Modality
    intensity: Intensity
    minutes: tuple[int, int]
    form: Format | None


def _warm_up_minutes(s: Situation, intensity: Intensity) -> tuple[int, int]:
    """Minutes of warm-up and cool-down (0-10 each): longer for sore legs and hard work, together at most half of the time."""
    needed = s.soreness >= p.SORENESS_CAP.value or intensity >= Intensity.VIGOROUS
    both = min((_WARM_LONGER if needed else _WARM) + _COOL, s.minutes // 2, s.minutes - _SHORTEST)
    cool = min(_COOL, both // 2)
    return both - cool, cool


def _main_minutes(s: Situation, a: Assessment, mode: Modality, intensity: Intensity) -> tuple[int, int]:
    """The main part in minutes, shortest and longest, with warm-up and cool-down inside the reader's time."""
    warm, cool = _warm_up_minutes(s, intensity)
    most = min(a.ceilings(mode.slug).minutes, s.minutes - warm - cool)
    if intensity >= Intensity.VIGOROUS:
        most = min(most, a.hard_minutes)
    most = max(_SHORTEST, most)
    shortest = int(most * p.SHORT_END.value) // 5 * 5
    return min(most, max(shortest, int(length(s, a.readiness).low), _SHORTEST)), most


def _format(s: Situation, a: Assessment, mode: Modality, most: int) -> Format | None:
    """The interval format for kinds of cardio that are done in intervals, the fullest that fits."""
    if mode.slug == "incline_treadmill_run" and s.goal is Goal.SPEED_POWER and a.intervals:
        uphill = FORMATS["thirty-thirty"]
        return uphill if uphill.minutes(uphill.fewest) <= most else None
    if mode.slug not in m.INTERVAL_ONLY:
        return None
    if mode.slug in m.EXPLOSIVE:
        return FORMATS["short-sets"]
    trained = s.lifting_experience > Lifting.NOVICE and s.running_experience is Running.REGULAR
    names = ["beginner-60-60"]
    if mode.slug == "jump_rope":
        names.insert(0, "thirty-thirty")
    elif s.lifting_experience is not Lifting.NOVICE and s.running_experience is not Running.NONE:
        names.insert(0, "ten-by-one")
    if mode.slug != "jump_rope" and trained and a.readiness.score >= p.READY_HIGH.value:
        names.insert(0, "four-by-four")
    return next(FORMATS[name] for name in names if FORMATS[name].minutes(FORMATS[name].fewest) <= most)


def _repeats(form: Format, most: int) -> tuple[int, int]:
    """The fewest and the most repeats of a format inside so many minutes."""
    fitting = [n for n in range(form.fewest, form.most + 1) if form.minutes(n) <= most]
    return fitting[0], fitting[-1]


def chosen(s: Situation, a: Assessment, mode: Modality) -> Chosen:
    """How this reader would do this kind of cardio today."""
    intensity = target(s, a, mode)
    minutes = _main_minutes(s, a, mode, intensity)
    form = _format(s, a, mode, minutes[1])
    if form is not None:
        low, high = _repeats(form, minutes[1])
        minutes = (int(form.minutes(low)), int(form.minutes(high)))
    return Chosen(mode, intensity, minutes, form)


def _met(mode: Modality, intensity: Intensity) -> Met:
    """Metabolic equivalents at a band: its own, or those of the nearest gentler band, else of the gentlest."""
    bands = [band for band in mode.mets if band <= intensity]
    value, code = mode.mets[max(bands) if bands else min(mode.mets)]
    return {"value": value, "code": code, "proxy": mode.proxy}


def _kcal(s: Situation, met: float, minutes: tuple[int, int]) -> list[int] | None:
    """Gross energy of the main part in kcal, to the nearest five, or None where the weight is unknown."""
    if s.weight_kg is None:
        return None
    return [5 * round(met * 3.5 * s.weight_kg / 200 * part / 5) for part in minutes]


def _interval_phases(chosen: Chosen) -> list[Phase]:
    """The main set of an interval format: work and rest, with how often they repeat."""
    assert chosen.form is not None  # noqa: S101 - asked only for choices with a format
    form, repeats = chosen.form, _repeats(chosen.form, chosen.minutes[1])[1]
    work, rest = round(form.work / 60, 2), round(form.rest / 60, 2)
    hard, easy = (part.strip() for part in form.text.split(",", 1))
    return [
        {
            "kind": "work",
            "minutes": work,
            "intensity": chosen.intensity.slug,
            "repeat": repeats,
            "seconds": form.work,
            "text": hard.capitalize(),
        },
        {
            "kind": "rest",
            "minutes": rest,
            "intensity": form.between.slug,
            "repeat": repeats,
            "seconds": form.rest,
            "text": easy.capitalize(),
        },
    ]


def _phases(s: Situation, chosen: Chosen) -> list[Phase]:
    """Warm-up, main set and cool-down, in the order in which they are done."""
    warm, cool = _warm_up_minutes(s, chosen.intensity)
    gentle = min(Intensity.LIGHT, chosen.intensity).slug
    start = _RUN_THROUGHS if chosen.mode.slug in m.EXPLOSIVE else _RISE
    main: list[Phase] = (
        _interval_phases(chosen)
        if chosen.form
        else [
            {
                "kind": "main",
                "minutes": chosen.minutes[1],
                "intensity": chosen.intensity.slug,
                "repeat": 1,
                "seconds": None,
                "text": chosen.mode.do + ".",
            }
        ]
    )
    before: list[Phase] = [
        {"kind": "warm_up", "minutes": warm, "intensity": gentle, "repeat": 1, "seconds": None, "text": start}
    ]
    after: list[Phase] = [
        {
            "kind": "cool_down",
            "minutes": cool,
            "intensity": "very_light",
            "repeat": 1,
            "seconds": None,
            "text": "Slow down gradually until your breath is calm.",
        }
    ]
    return (before if warm else []) + main + (after if cool else [])


def _because(s: Situation, a: Assessment, chosen: Chosen) -> list[str]:
    """Why this kind of cardio, for this reader: goal, legs, kit."""
    mode, tired = chosen.mode, a.readiness.score < p.READY_MODERATE.value
    done_steadily = chosen.form is None
    reasons = []
    if not done_steadily:
        reasons.append(_EXPLOSIVE if mode.slug in m.EXPLOSIVE else _INTERVALS)
    if mode.slug in _OWN_REASONS:
        reasons.append(_OWN_REASONS[mode.slug])
    elif done_steadily and FIT[s.goal].get(mode.slug, 0) >= _GOOD_FIT:
        reasons.append(f"For your goal it {_GOAL_WORDS[s.goal]}.")
    if tired or s.leg_effort >= Effort.HARD:
        reasons.append(f"Impact is {mode.impact.slug} ({mode.impact_note}), and it works {mode.muscles}.")
    ceiling = a.ceilings(mode.slug).intensity
    if mode.slug in m.ARMS_LEAD and ceiling > chosen.intensity and tired:
        reasons.append(f"The arms lead, so with quiet legs you may go up to {ceiling.slug} effort if you want to push.")
    reasons.append("You have what it needs." if mode.kit else "It needs no equipment.")
    return reasons


def _stop(s: Situation) -> str:
    """When to stop, measured against the pain and the walk with which this reader starts."""
    if s.red_flags & PAINLESS_ONLY:
        return f"Stop at any pain in that spot or joint, if it gives way, {_SIGNS}"
    known = " other than the soreness you came with" if s.soreness > p.PAIN_STOP.value else ""
    limp = "limp more than when you started" if s.walking_affected else "limp"
    return f"Stop if pain in one place{known} passes {p.PAIN_STOP}, if you {limp}, {_SIGNS}"


def _feel(s: Situation, mode: Modality) -> str:
    """What to feel, and what to mind."""
    cue = _LYING if mode.slug == "yoga_flow" and "pregnant" in s.conditions else mode.cue
    return f"{cue} {mode.care[0].upper()}{mode.care[1:]}." if mode.care != "few" else cue


def _range(s: Situation, done: Chosen) -> tuple[int, int] | None:
    """The heart rates of the main part: those of its format where its authors gave them, else those of its band."""
    if done.form is FORMATS["four-by-four"]:
        return heart_rate.share(s, p.FOUR_BY_FOUR_HRMAX)
    return heart_rate.band(s, done.intensity)


def _without_rest(s: Situation, done: Chosen) -> Situation:
    """The reader as the method sees it: a share of the maximum asks for no resting rate."""
    return s._replace(resting_hr=None, usual_resting_hr=None) if done.form is FORMATS["four-by-four"] else s


def option(s: Situation, a: Assessment, mode: Modality) -> Option:
    """One session, complete, for one kind of cardio."""
    done = chosen(s, a, mode)
    met, rpe = _met(mode, done.intensity), p.RPE[done.intensity]
    if "pregnant" in s.conditions and done.intensity is Intensity.MODERATE:
        rpe = p.RPE_PREGNANCY
    lags = done.form is not None and done.form.work <= _TOO_SHORT_FOR_PULSE
    range_ = _range(s, done) if a.heart_rate and not lags else None
    return {
        "modality": mode.slug,
        "name": mode.name,
        "impact": mode.impact.slug,
        "intensity": done.intensity.slug,
        "format": done.form.slug if done.form else "continuous",
        "format_name": done.form.name if done.form else "Steady",
        "minutes": list(done.minutes),
        "rpe": [int(rpe.low), int(rpe.high)],
        "talk_test": TALK[done.intensity],
        "heart_rate": list(range_) if range_ else None,
        "heart_rate_note": _LAGGING
        if lags and a.heart_rate
        else heart_rate.method(_without_rest(s, done))
        if a.heart_rate
        else "",
        "kcal": None if mode.slug in m.EXPLOSIVE else _kcal(s, met["value"], done.minutes),
        "met": met,
        "equipment": [kit for kit in mode.kit if kit in s.equipment],
        "session": _phases(s, done),
        "feel": _feel(s, mode),
        "stop": _stop(s),
        "because": _because(s, a, done),
    }
