"""The table of warning signs: each sign in plain words, what to do, how soon, and the source.

One sign has one instruction. The rules of the gate, the form, the warnings and the pages read it from here.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

from calculator.data import sources as src
from calculator.data.sentences import listed, say
from calculator.model import Source
from calculator.scales import Outcome

__all__ = [
    "BY_ID",
    "DURING_PREGNANCY",
    "STOP_NOW",
    "WARNING_SIGNS",
    "Urgency",
    "WarningSign",
    "by_urgency",
    "describe",
    "pregnancy_text",
    "stop_text",
    "urgency",
]


class Urgency(IntEnum):
    """How soon somebody with a warning sign has to act, the least urgent first."""

    REST = 0
    THIS_WEEK = 1
    TODAY = 2
    EMERGENCY = 3

    @property
    def outcome(self) -> Outcome:
        """The outcome that an answer takes from a sign of this urgency."""
        return _OUTCOMES[self]

    @property
    def words(self) -> str:
        """How soon to act, in words."""
        return _WORDS[self]


_OUTCOMES = {
    Urgency.REST: Outcome.STOP_REST,
    Urgency.THIS_WEEK: Outcome.STOP_REFER_ROUTINE,
    Urgency.TODAY: Outcome.STOP_SEEK_URGENT,
    Urgency.EMERGENCY: Outcome.STOP_EMERGENCY,
}
_WORDS = {
    Urgency.REST: "rest until you are better",
    Urgency.THIS_WEEK: "see a doctor this week",
    Urgency.TODAY: "get medical help today",
    Urgency.EMERGENCY: "call your local emergency number now",
}


class WarningSign(NamedTuple):
    """One warning sign.

    `id` is its value in the query; `label` names it in the form and on pages; `text` names it inside a sentence, in lower case;
    `action` is what to do; `emergency_with` names signs and conditions that make it an emergency; `emergency_if` says in words
    what else would, where no answer can.
    """

    id: str
    label: str
    text: str
    urgency: Urgency
    action: str
    sources: tuple[Source, ...]
    emergency_with: frozenset[str] = frozenset()
    emergency_if: str = ""


_LIMB = "If the limb turns tense, numb or cold, call your local emergency number."
_CALL = "Call your local emergency number now. Do not drive yourself, and do not exercise."
_TODAY = "Get medical help today, and do not exercise until then."
_WEEK = "See a doctor this week."
_HEART = (src.WARBURTON_2011,)
_SPINE = frozenset({"saddle_numbness", "bladder_or_bowel_change", "low_back_soreness"})

WARNING_SIGNS: tuple[WarningSign, ...] = (
    WarningSign("chest_pain", "Chest pain or pressure", "chest pain or pressure", Urgency.EMERGENCY, _CALL, _HEART),
    WarningSign(
        "sudden_breathlessness",
        "Sudden breathlessness, or coughing blood",
        "sudden breathlessness or coughing blood",
        Urgency.EMERGENCY,
        _CALL,
        (src.UCLH_DVT,),
    ),
    WarningSign(
        "syncope",
        "Fainting",
        "fainting",
        Urgency.TODAY,
        _TODAY,
        _HEART,
        frozenset({"chest_pain", "palpitations", "sudden_breathlessness", "heart_disease", "irregular_heartbeat"}),
        "If you fainted during exercise, or with chest pain or a racing heart, call your local emergency number now.",
    ),
    WarningSign(
        "palpitations",
        "A racing or fluttering heart at rest, or with dizziness",
        "a racing or fluttering heart",
        Urgency.TODAY,
        _TODAY,
        (src.PROJECT_JUDGEMENT,),
        frozenset({"chest_pain", "syncope", "sudden_breathlessness"}),
    ),
    WarningSign(
        "heat_confusion",
        "Confusion or collapse in heat",
        "confusion or collapse in heat",
        Urgency.EMERGENCY,
        _CALL,
        (src.PROJECT_JUDGEMENT,),
    ),
    WarningSign(
        "dark_urine",
        "Dark, brown or cola-coloured urine",
        "dark urine",
        Urgency.TODAY,
        _TODAY,
        (src.RHABDO_PAGES,),
    ),
    WarningSign(
        "marked_muscle_swelling",
        "Marked swelling of a muscle",
        "marked swelling of a muscle",
        Urgency.TODAY,
        _TODAY,
        (src.RHABDO_PAGES,),
        frozenset({"numb_or_cold_limb"}),
        _LIMB,
    ),
    WarningSign(
        "disproportionate_pain",
        "Pain or weakness far beyond ordinary soreness",
        "pain out of proportion to the session",
        Urgency.TODAY,
        _TODAY,
        (src.RHABDO_PAGES,),
        frozenset({"numb_or_cold_limb"}),
        _LIMB,
    ),
    WarningSign(
        "one_sided_calf_swelling",
        "One calf swollen, warm or painful",
        "one calf that is swollen, warm or painful",
        Urgency.TODAY,
        _TODAY,
        (src.UCLH_DVT,),
        frozenset({"sudden_breathlessness", "chest_pain"}),
        "If you also become breathless, call your local emergency number.",
    ),
    WarningSign(
        "numb_or_cold_limb",
        "A leg that is numb, cold or rock hard",
        "a numb, cold or tense limb",
        Urgency.EMERGENCY,
        _CALL,
        (src.PROJECT_JUDGEMENT,),
    ),
    WarningSign(
        "hot_swollen_joint",
        "A hot, swollen joint",
        "a hot, swollen joint",
        Urgency.TODAY,
        _TODAY,
        (src.NHS_INFORM_2024,),
    ),
    WarningSign(
        "cannot_bear_weight",
        "Cannot put weight on a leg",
        "a leg that you cannot put weight on",
        Urgency.TODAY,
        _TODAY,
        (src.NHS_INFORM_2024,),
    ),
    WarningSign(
        "joint_locking",
        "A joint that locks or gives way",
        "a joint that locks or gives way",
        Urgency.THIS_WEEK,
        _WEEK,
        (src.NHS_INFORM_2024,),
    ),
    WarningSign(
        "focal_bone_pain",
        "Bone pain a fingertip can cover, worse with running or hopping",
        "bone pain that a fingertip can cover",
        Urgency.THIS_WEEK,
        _WEEK,
        (src.HOUSTON_METHODIST_2026,),
    ),
    WarningSign(
        "saddle_numbness",
        "Numbness between your legs or around your bottom",
        "numbness between the legs or around the bottom",
        Urgency.EMERGENCY,
        _CALL,
        (src.PROJECT_JUDGEMENT,),
    ),
    WarningSign(
        "bladder_or_bowel_change",
        "New trouble controlling your bladder or bowels",
        "new trouble controlling the bladder or bowels",
        Urgency.EMERGENCY,
        _CALL,
        (src.PROJECT_JUDGEMENT,),
    ),
    WarningSign(
        "leg_weakness",
        "New weakness in a leg, beyond tired muscles",
        "new weakness in a leg",
        Urgency.TODAY,
        _TODAY,
        (src.PROJECT_JUDGEMENT,),
        _SPINE,
        "If it comes with back pain or numbness between your legs, call your local emergency number now.",
    ),
    WarningSign(
        "fever",
        "Fever, flu-like aches, vomiting or a chest infection",
        "fever",
        Urgency.REST,
        "Do not exercise. Rest until you are better.",
        (src.FEVER_PAGES,),
    ),
    WarningSign(
        "pregnancy_bleeding",
        "In pregnancy: bleeding, fluid loss, contractions or fewer movements",
        "bleeding, fluid loss, contractions or fewer movements in pregnancy",
        Urgency.TODAY,
        "Call your maternity unit today, and do not exercise until you have been seen.",
        (src.ACOG_2020,),
    ),
    WarningSign(
        "unexplained_decline",
        "For 2 weeks or more: weaker or slower, sleeping badly or feeling low, and you do not know why",
        "feeling weaker, sleeping badly or feeling low for 2 weeks or more",
        Urgency.THIS_WEEK,
        _WEEK,
        (src.MEEUSEN_2013,),
    ),
)
BY_ID: dict[str, WarningSign] = {sign.id: sign for sign in WARNING_SIGNS}
# What may begin during a session, whatever the reader answered before it.
STOP_NOW: tuple[WarningSign, ...] = (BY_ID["chest_pain"], BY_ID["sudden_breathlessness"], BY_ID["syncope"])
# What ends exercise in pregnancy and goes to the maternity unit, besides the signs that everybody has.
DURING_PREGNANCY: tuple[str, ...] = (
    "bleeding",
    "leaking fluid",
    "regular contractions",
    "a bad headache",
    "dizziness",
    "calf pain or swelling",
    "fewer movements of your baby",
)


def urgency(sign: WarningSign, others: frozenset[str]) -> Urgency:
    """How soon to act on a sign beside other signs and conditions (ids); they never make it less urgent."""
    return Urgency.EMERGENCY if sign.emergency_with & others else sign.urgency


def by_urgency(ids: Iterable[str], conditions: frozenset[str] = frozenset()) -> dict[Urgency, tuple[WarningSign, ...]]:
    """The signs with these ids by how soon to act, in the order of the table; `conditions` may make a sign more urgent."""
    given = frozenset(ids)
    others = given | conditions
    signs = [sign for sign in WARNING_SIGNS if sign.id in given]
    return {level: tuple(sign for sign in signs if urgency(sign, others) is level) for level in Urgency}


def describe(sign: WarningSign) -> str:
    """One sign as a line of a page: the sign, then how soon to act."""
    return f"{sign.label}: {sign.urgency.words}. {sign.emergency_if}".strip()


def stop_text() -> str:
    """What to do if a warning sign begins during a session, as one sentence."""
    return say("session.stop.emergency")


def pregnancy_text() -> str:
    """The warning signs in pregnancy with what to do, in two sentences."""
    return say("advisory.pregnancy-signs", signs=listed(DURING_PREGNANCY, "or"))
