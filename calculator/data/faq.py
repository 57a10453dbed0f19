"""The thirty-six most frequent questions of readers, with a short answer and the page that holds the long one.

Answers name parameters instead of stating numbers; the site builder fills the values in.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["QUESTIONS", "ReaderQuestion"]


class ReaderQuestion(NamedTuple):
    """A question, its short answer with numbers as `{{ p.NAME }}`, and its place in the guide."""

    number: int
    asked: str
    answer: str
    guide_anchor: str


_Q = ReaderQuestion

QUESTIONS: tuple[ReaderQuestion, ...] = (
    _Q(
        1,
        "Should I do cardio after leg day?",
        "You may, and you need not. Easy, low-impact cardio suits most people the next day.",
        "can-you/#q-01-should-i-do-cardio",
    ),
    _Q(
        2,
        "Is it safe, or is it too much?",
        "Easy cardio is safe for most healthy adults. Check the warning signs first, and skip long and hard sessions.",
        "can-you/#q-02-is-it-safe",
    ),
    _Q(
        3,
        "Can I run the day after leg day?",
        "Easily, yes, if you are used to running and lifting and your soreness is mild. If either is new, wait about "
        "{{ p.NEW_LEGS_LOW }}.",
        "runners/#q-03-run-next-day",
    ),
    _Q(
        4,
        "Is running after leg day bad?",
        "One easy run is not known to harm. Hard landings on tired legs, week after week, are what cause trouble.",
        "runners/#q-04-is-running-bad",
    ),
    _Q(
        5,
        "How long after leg day can I run?",
        "About a day for an easy run, and a little more after a hard session. {{ p.QUALITY_RUN }} for a fast run, or "
        "{{ p.QUALITY_RUN_NEW }} after new work or sets to failure.",
        "runners/#q-05-how-long-until-run",
    ),
    _Q(
        6,
        "Is it OK to run on the same day as legs?",
        "Run first if you can. If you lift first, leave at least {{ p.SAME_DAY }} and keep the run easy.",
        "timing/#q-06-same-day-run",
    ),
    _Q(
        7,
        "Should cardio come before or after the leg session?",
        "After it, for strength and size. Before it, if running or riding is your goal.",
        "lifters/#q-07-before-or-after",
    ),
    _Q(
        8,
        "Should I do cardio when my legs are sore?",
        "You can do easy cardio with mild soreness. From {{ p.SORENESS_LOW_ONLY }}, leave running out.",
        "soreness/#q-08-sore-legs",
    ),
    _Q(
        9,
        "Does cardio kill leg gains?",
        "No. Over months the cost to size and strength is close to nothing on average. Explosive strength loses a "
        "little.",
        "lifters/#q-09-kill-gains",
    ),
    _Q(
        10,
        "Does cardio reduce soreness or clear lactic acid?",
        "It may ease soreness for an hour or so. Lactate has nothing to do with it: it is gone within {{ "
        "p.LACTATE_CLEARED }}.",
        "benefits/#q-10-soreness-and-lactate",
    ),
    _Q(
        11,
        "Is walking enough?",
        "Yes. A brisk walk is moderate activity and suits sore legs better than almost anything.",
        "choosing/#q-11-is-walking-enough",
    ),
    _Q(
        12,
        "Is cycling after squats good?",
        "Yes, in a light gear. Resistance is what turns a bike into leg training.",
        "cyclists/#q-12-cycling-after-squats",
    ),
    _Q(
        13,
        "Stair climber after leg day?",
        "Better on another day if your thighs are sore. It lands softly but works the muscles that you squatted with.",
        "choosing/#q-13-stair-climber",
    ),
    _Q(
        14,
        "Incline walking after leg day?",
        "A gentle slope suits most people. A steep one is hard work for calves and glutes.",
        "choosing/#q-14-incline-walking",
    ),
    _Q(
        15,
        "Is the elliptical easier than the bike?",
        "Not for sore thighs or knees. The bike in a light gear asks less of them.",
        "choosing/#q-15-elliptical-or-bike",
    ),
    _Q(
        16,
        "Is HIIT after leg day OK?",
        "Not on sore legs. With soreness of {{ p.SORENESS_FRESH }} or less, on a bike that you know, short intervals "
        "can fit from {{ p.SAME_DAY }} on.",
        "session-plan/#q-16-hiit",
    ),
    _Q(
        17,
        "Is a long run the day after OK?",
        "Two days after is better. Otherwise run easily, cut it short, or ride half of it.",
        "runners/#q-17-long-run",
    ),
    _Q(
        18,
        "Are sprints the day after OK?",
        "Not after a hard session. After a light one, from {{ p.SPRINT_WAIT_LIGHT }} on, if you sprint already and "
        "are hardly sore.",
        "runners/#q-18-sprints",
    ),
    _Q(
        19,
        "How long should the session be?",
        "On tired legs, up to about {{ p.LENGTHS.general[1].high|int }} min of easy work. Fresher legs and endurance "
        "plans can take more.",
        "session-plan/#q-19-how-long",
    ),
    _Q(
        20,
        "What heart rate should I use?",
        "Use a range, never one number: about {{ p.HRR_MODERATE }} of your heart-rate reserve. Trust the talk test "
        "first.",
        "intensity/#q-20-heart-rate",
    ),
    _Q(
        21,
        "What does 50\N{EN DASH}70% effort mean?",
        "Nothing, until the scale is named. On one it is a stroll and on another hard work.",
        "intensity/#q-21-percent-effort",
    ),
    _Q(
        22,
        "How sore is too sore?",
        "From {{ p.SORENESS_LOW_ONLY }}, no running. From {{ p.SORENESS_NONE }}, or when you walk differently, only "
        "an easy walk or cardio without impact.",
        "soreness/#q-22-too-sore",
    ),
    _Q(
        23,
        "What if I can hardly walk?",
        "Rest, or take short gentle walks. If your legs are swollen or very weak, or your urine is dark, get medical "
        "help today.",
        "soreness/#q-23-hardly-walk",
    ),
    _Q(
        24,
        "Is it soreness or injury?",
        "Soreness is dull, spread out, and starts hours later. Sharp pain in one spot that was there at once needs "
        "care.",
        "soreness/#q-24-soreness-or-injury",
    ),
    _Q(
        25,
        "When is dark urine an emergency?",
        "Always treat it as urgent. After hard exercise, get medical help the same day.",
        "soreness/#q-25-dark-urine",
    ),
    _Q(
        26,
        "Do I need a rest day?",
        "Sometimes: when you walk differently, when you are ill, or when several signs of too little rest gather. A gentle "
        "walk is fine for most people.",
        "recovery/#q-26-rest-day",
    ),
    _Q(
        27,
        "For fat loss, lift or cardio first?",
        "Whichever you will do. Lift first if you also want to keep muscle.",
        "fat-loss/#q-27-lift-or-cardio-first",
    ),
    _Q(
        28,
        "Does it matter if I am a man or a woman?",
        "A little on average and over months, never for today's limits. One person differs far more than that.",
        "lifters/#q-28-man-or-woman",
    ),
    _Q(
        29,
        "I am over sixty: what changes?",
        "A longer warm-up, gentler choices by default, and a little more time between hard days. Training itself is "
        "still for you.",
        "over-60/#q-29-what-changes",
    ),
    _Q(
        30,
        "I am a runner: where do I put leg day?",
        "After a hard run: the same day, {{ p.SAME_DAY }} later, or the day after. Not the evening before one.",
        "runners/#q-30-place-leg-day",
    ),
    _Q(
        31,
        "How do I fit lifting into a marathon plan?",
        "Twice a week, short and heavy enough, and well short of failure. Ease off in the last weeks before the race.",
        "runners/#q-31-marathon",
    ),
    _Q(
        32,
        "Does foam rolling help?",
        "A little, for a while. {{ p.FOAM_ROLLING_MINUTES }} is enough.",
        "recovery/#q-32-foam-rolling",
    ),
    _Q(
        33,
        "Should I stretch?",
        "Only if you enjoy it. It does not change how sore you will be.",
        "recovery/#q-33-should-i-stretch",
    ),
    _Q(
        34,
        "Ice bath after leg day?",
        "Not right after lifting, if strength or size is your goal.",
        "recovery/#q-34-ice-bath",
    ),
    _Q(
        35,
        "What should I eat?",
        "Normal meals with protein and carbohydrate. Hurry only if you train again within {{ p.REFUEL_GAP }}.",
        "recovery/#q-35-what-to-eat",
    ),
    _Q(
        36,
        "No equipment: what can I do?",
        "Walk at a pace that lets you talk. Indoors, shadow box or march on the spot.",
        "choosing/#q-36-no-equipment",
    ),
)
