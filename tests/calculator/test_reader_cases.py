"""The calculator against expectations that were written before it was run."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from calculator.answer.builder import answer
from calculator.schema import Answer
from tests.support.compare import FORBIDDEN, IMPACTS, INTENSITIES, texts_of
from tests.support.paths import DATA

CASES: list[dict[str, Any]] = yaml.safe_load((DATA / "reader_cases.yaml").read_text("utf-8"))
STORIES: list[dict[str, Any]] = yaml.safe_load((DATA / "reader_cases_extended.yaml").read_text("utf-8"))
ONE_OUTCOME = {"recommend": "recommend", "recommend_with_caution": "recommend"}

MEANS: dict[str, tuple[str, ...]] = {
    "soreness may still rise up to 72 h": ("soreness may still get worse", "72 hours"),
    "soreness may still rise to 48-72 h": ("soreness may still get worse", "72 hours"),
    "soreness usually peaks 24-72 h": ("usually peaks", "24 to 72 hours"),
    "rhabdomyolysis signs": ("rhabdomyolysis", "dark urine", "swelling", "weakness"),
    "do not chase the workout": ("do not try to catch up",),
    "possible rhabdomyolysis: same-day emergency assessment": ("rhabdomyolysis", "could be", "today"),
    "do not exercise": ("do not exercise",),
    "calorie balance drives fat loss; intervals are not superior": ("calorie balance", "intervals are not superior"),
    "fuel with carbohydrate": ("eat carbohydrate",),
    "protect tomorrow's session": ("save your legs for the next leg session",),
    "heart-rate zones are not valid on beta blockers; use effort and talk test": (
        "beta blocker", "do not train by heart rate", "effort", "talk test",
    ),
    "ask your doctor or cardiac team for a target": ("ask your doctor or cardiac team",),
    "stop signs in pregnancy": ("warning signs in pregnancy", "bleeding", "contractions"),
    "check with midwife or obstetric team": ("midwife or obstetric team",),
    "use effort and the talk test rather than heart-rate zones": ("effort", "talk test rather than heart-rate ranges"),
    "tool is for adults; ask coach or parent": ("for adults", "coach"),
    "call emergency services for chest pain": ("chest pain", "call your local emergency number now"),
    "possible bone stress injury: no running or jumping until assessed": (
        "could come from a bone stress injury", "do not run, jump or load that leg until",
    ),
    "no exercise with fever; wait at least 24 h after it has gone and return gradually": (
        "do not exercise with a fever", "gone for at least 24 hours", "return gradually",
    ),
    "rope skipping is high impact for calves and shins": ("skipping is high impact", "your calves and shins"),
    "relief in water is temporary": ("better while you are in the water",),
    "peak sprint power may be down": ("sprint with less power",),
    "leg power may be reduced tomorrow": ("your legs may have less power",),
    "move lifting to 48-72 h before matches": ("leave 48 to 72 hours between your leg session and a match",),
    "hold running quality for 48 h until a few sessions are done": (
        "leave out fast running for 48 hours", "a few",
    ),
    "use a pull buoy and keep kicking easy": ("pull buoy", "kick gently"),
    "check glucose before, during and after; late and overnight lows": (
        "check your glucose before, during and after", "overnight",
    ),
    "clearance before vigorous work": ("ask your doctor before you train hard",),
}  # fmt: skip
"""The words by which each meaning is known among the warnings."""

NEVER: dict[str, tuple[str, ...]] = {
    "lactic acid is being flushed out": ("lactic", "flush"),
    "guaranteed faster muscle recovery": ("guarantee", "faster recovery", "recover faster", "recovers faster"),
    "intervals burn far more fat": ("burn far more", "burn more fat", "far more fat"),
    "you must only do low impact today": ("only do low impact", "impact stays low", "keep to low impact"),
    "long steady cardio is always wrong after leg day": ("always wrong", "never long"),
    "target heart rate of": ("target heart rate of",),
    "your heart rate zone is": ("your heart rate zone", "your heart-rate zone"),
    "run through it": ("run through it", "push through"),
}


def named(case: dict[str, Any]) -> str:
    return str(case["id"])


def troubles(expect: dict[str, Any], result: Answer) -> list[str]:
    """Every way in which an answer is not what was expected."""
    return [*_outcome(expect, result), *_options(expect, result), *_warnings(expect, result)]


def _outcome(expect: dict[str, Any], result: Answer) -> list[str]:
    wanted, reader_answers = (ONE_OUTCOME.get(name, name) for name in (expect["outcome"], result["outcome"]))
    return [] if wanted == reader_answers else [f"{reader_answers}, not {wanted}"]


def _options(expect: dict[str, Any], result: Answer) -> list[str]:
    offered = [option["modality"] for option in result["options"]]
    today = {*offered, *(kind["modality"] for kind in result["also_suitable"])}
    wrong = [f"offers {slug}" for slug in sorted(today) if slug in expect["none_of"] or "ALL" in expect["none_of"]]
    if expect["max_impact"] is None and offered:
        wrong.append(f"offers {offered} under a stop")
    if expect["any_of"] and not set(expect["any_of"]) & set(offered):
        wrong.append(f"offers {offered}, none of {expect['any_of']}")
    for option in result["options"]:
        slug, (low, high) = option["modality"], expect["minutes"] or (0, 240)
        if slug != "walk_easy" and IMPACTS.index(option["impact"]) > IMPACTS.index(expect["max_impact"]):
            wrong.append(f"{slug} has {option['impact']} impact")
        if INTENSITIES.index(option["intensity"]) > INTENSITIES.index(expect["max_intensity"]):
            wrong.append(f"{slug} is {option['intensity']}")
        if not low <= option["minutes"][0] <= option["minutes"][1] <= high:
            wrong.append(f"{slug} takes {option['minutes']} min, not {low} to {high}")
    return wrong


def _warnings(expect: dict[str, Any], result: Answer) -> list[str]:
    spoken = " ".join(result["warnings"]).lower()
    everything = " ".join(texts_of(result)).lower()
    missing = [word for meaning in expect["warn_about"] for word in MEANS[meaning] if word not in spoken]
    never = [phrase for meaning in expect.get("never_say", ()) for phrase in NEVER[meaning] if phrase in everything]
    return [f"does not warn: {word}" for word in missing] + [
        f"says: {word}" for word in (*never, *_forbidden(everything))
    ]


def _forbidden(everything: str) -> list[str]:
    return [phrase for phrase in FORBIDDEN if phrase in everything]


@pytest.mark.parametrize("case", CASES, ids=named)
def test_a_case_gets_the_answer_that_was_written_down(case: dict[str, Any]) -> None:
    assert troubles(case["expect"], answer(case["query"])) == [], case["reader_says"]


@pytest.mark.parametrize("case", STORIES, ids=named)
def test_a_story_gets_what_the_evidence_asks_for(case: dict[str, Any]) -> None:
    assert troubles(case["expect"], answer(case["query"])) == [], case["why"]


def test_there_are_twenty_cases_and_more_than_sixty_stories() -> None:
    assert [case["id"] for case in CASES] == [f"C{number:02}" for number in range(1, 21)]
    assert len({case["query"] for case in STORIES}) == len(STORIES) > 60


def test_a_wrong_answer_would_be_noticed() -> None:
    """The checker itself: one bad expectation of each kind is reported."""
    (case,) = (case for case in CASES if case["id"] == "C01")
    result = answer(case["query"])
    bad = {"outcome": "stop_rest", "max_impact": "none", "max_intensity": "very_light", "minutes": [1, 2]}
    wrong = {
        **case["expect"],
        **bad,
        "any_of": ["track_sprints"],
        "none_of": ["ALL"],
        "warn_about": ["fuel with carbohydrate"],
    }
    reader_answers = troubles(wrong, result)
    for part in ("not stop_rest", "none of", "impact", "is moderate", "takes", "offers", "does not warn"):
        assert any(part in trouble for trouble in reader_answers), part
