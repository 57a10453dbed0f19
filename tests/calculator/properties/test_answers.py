"""Properties of every answer."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given

from calculator.answer.builder import ADVICE_VERSION, answer, answer_for
from calculator.assessment.engine import RULES, assess
from calculator.data import parameters as p
from calculator.data.modalities import BY_SLUG, MODALITIES, SLUGS
from calculator.data.sources import BY_KEY
from calculator.form.parse import parse
from calculator.model import Situation
from calculator.scales import Family, Goal, Intensity, Outcome
from calculator.schema import Option
from tests.support.compare import FORBIDDEN, IMPACTS, INTENSITIES, allowed, texts_of
from tests.support.strategies import FRESH, situations, with_plan

RULE_IDS = {rule.id for rule in RULES}


def _whole(option: Option) -> float:
    """The whole session in minutes, warm-up and cool-down in it."""
    return sum(phase["minutes"] * phase["repeat"] for phase in option["session"])


@given(situations)
def test_every_kind_is_offered_or_excluded_once(s: Situation) -> None:
    result = answer_for(s)
    groups = [result["options"], result["also_suitable"], result["needs_equipment"], result["excluded"]]
    slugs = [str(kind["modality"]) for group in groups for kind in group]  # type: ignore[attr-defined]
    unwanted = s.avoid & allowed(assess(s)) - set(slugs)
    assert sorted([*slugs, *unwanted]) == sorted(SLUGS)
    assert {exclusion["modality"] for exclusion in result["excluded"]} == SLUGS - allowed(assess(s))


@given(situations)
def test_every_exclusion_names_rules_that_exist_and_says_why(s: Situation) -> None:
    for exclusion in answer_for(s)["excluded"]:
        assert exclusion["rules"]
        assert set(exclusion["rules"]) <= RULE_IDS
        assert exclusion["because"]
        assert exclusion["from_hours"] is None or exclusion["from_hours"] > s.hours_since_legs


@given(situations)
def test_every_finding_applies_on_papers_that_exist(s: Situation) -> None:
    for finding in answer_for(s)["findings"]:
        assert finding["rule"] in RULE_IDS
        assert finding["text"].endswith(".")
        assert finding["sources"]
        assert set(finding["sources"]) <= set(BY_KEY)
        assert "/#" in finding["guide"]


@given(with_plan)
def test_every_option_keeps_to_the_ceilings(s: Situation) -> None:
    result = answer_for(s)
    ceilings = result["ceilings"]
    for option in result["options"]:
        assert ceilings["impact"] is not None
        assert ceilings["intensity"] is not None
        assert ceilings["minutes"] is not None
        assert option["modality"] == "walk_easy" or IMPACTS.index(option["impact"]) <= IMPACTS.index(ceilings["impact"])
        assert INTENSITIES.index(option["intensity"]) <= INTENSITIES.index(ceilings["intensity"])
        assert option["minutes"][1] <= ceilings["minutes"]


@given(with_plan)
def test_every_session_fits_and_is_warmed_up_where_there_is_room(s: Situation) -> None:
    for option in answer_for(s)["options"]:
        assert _whole(option) <= s.minutes + 0.2
        kinds = [phase["kind"] for phase in option["session"]]
        effort = INTENSITIES.index(option["intensity"])
        around = {"warm_up", "cool_down"} & set(kinds)
        if effort <= Intensity.LIGHT:  # its first minutes are its warm-up
            assert not around
        elif s.minutes >= p.ROOM_FOR_WARM_UP.value and BY_SLUG[option["modality"]].family is not Family.WALK:
            assert (kinds[0], kinds[-1]) == ("warm_up", "cool_down")
            least = p.WARM_UP_SHORT if s.minutes < p.SHORT_TIME.value else p.WARM_UP
            hard = effort >= Intensity.VIGOROUS and s.minutes >= p.SHORT_TIME.value
            assert option["session"][0]["minutes"] >= (p.WARM_UP_HARD if hard else least).value
        middle = [kind for kind in kinds if kind not in {"warm_up", "cool_down"}]
        assert middle
        assert set(middle) <= {"main", "work", "rest"}
        if option["format"] == "continuous":
            assert middle == ["main"]


@given(with_plan)
def test_a_session_says_how_hard_how_it_feels_and_when_to_stop(s: Situation) -> None:
    for option in answer_for(s)["options"]:
        assert option["rpe"][0] <= option["rpe"][1]
        assert option["talk_test"]
        assert option["feel"]
        assert option["stop"]
        assert option["because"]
        assert option["met"]["value"] > 1
        assert (option["kcal"] is None) == (s.weight_kg is None)
        assert option["heart_rate_note"] or not option["heart_rate"]
        assert set(option["equipment"]) <= s.equipment


@given(with_plan)
def test_one_option_needs_no_equipment_wherever_one_may(s: Situation) -> None:
    result = answer_for(s)
    free = [slug for slug in allowed(assess(s)) if not BY_SLUG[slug].equipment_any_of]
    if result["options"] and free:
        assert any(not BY_SLUG[option["modality"]].equipment_any_of for option in result["options"])
    assert len(result["options"]) <= 4


@given(situations)
def test_heart_rates_are_never_shown_where_they_mislead(s: Situation) -> None:
    """Not under 18 or with an unknown age, on a beta blocker, or in pregnancy."""
    hidden = s.age is None or s.age < 18 or "beta_blocker" in s.medicines or "pregnant" in s.conditions
    if hidden:
        assert not any(option["heart_rate"] for option in answer_for(s)["options"])


@given(with_plan)
def test_the_timeline_never_falls(s: Situation) -> None:
    timeline = answer_for(s)["timeline"]
    assert timeline[0]["from_hours"] == int(s.hours_since_legs)
    for before, after in pairwise(timeline):
        assert before["from_hours"] < after["from_hours"] <= s.hours_since_legs + p.TIMELINE.value
        assert IMPACTS.index(before["impact"]) <= IMPACTS.index(after["impact"])
        assert INTENSITIES.index(before["intensity"]) <= INTENSITIES.index(after["intensity"])
        assert (before["impact"], before["intensity"]) != (after["impact"], after["intensity"])


@given(situations)
def test_no_answer_says_what_this_guide_never_says(s: Situation) -> None:
    """No story of lactic acid, no promise of a faster repair."""
    spoken = " ".join(texts_of(answer_for(s))).lower()
    assert [phrase for phrase in FORBIDDEN if phrase in spoken] == []


@given(situations)
def test_answer_is_deterministic_and_json_round_trips(s: Situation) -> None:
    result = answer_for(s)
    assert json.loads(json.dumps(result)) == result == answer_for(s)
    assert parse(result["query"]) == s
    assert result["advice_version"] == ADVICE_VERSION


@given(situations)
def test_every_sentence_is_whole(s: Situation) -> None:
    result = answer_for(s)
    sentences = [result["headline"], result["next_check"], result["action"], *result["warnings"]]
    sentences += [aid["text"] for aid in result["recovery"]] + [
        exclusion["because"] for exclusion in result["excluded"]
    ]
    for text in sentences:
        assert not text or (text[0].isupper() or text[0].isdigit()), text
        assert not text or text.endswith((".", "!")), text
        assert "None" not in text, text
        assert "  " not in text, text
    assert result["headline"]


@given(with_plan)
def test_binding_finding_limits_or_names_the_outcome(s: Situation) -> None:
    result = answer_for(s)
    if result["ceilings"]["impact"] not in {None, "high"}:
        assert any(finding["binding"] for finding in result["findings"])


@pytest.mark.parametrize("goal", Goal)
@pytest.mark.parametrize("kit", [frozenset[str](), frozenset({"bike_upright", "pool", "track"})])
def test_a_fresh_reader_gets_a_choice(goal: Goal, kit: frozenset[str]) -> None:
    result = answer_for(FRESH._replace(goal=goal, equipment=kit))
    assert len(result["options"]) >= 2
    assert {mode.slug for mode in MODALITIES} >= {option["modality"] for option in result["options"]}


def test_chosen_session_is_the_one_in_the_answer() -> None:
    query = "soreness=5&equipment=bike_upright"
    first = answer(query)
    for place, option in enumerate(first["options"]):
        taken = answer(query, option["modality"])
        assert taken["chosen"] == place
        assert (taken["headline"] == first["headline"]) == (place == 0)
    assert answer(query, "plyometrics") == first


@given(situations)
def test_only_a_stop_or_a_referral_leaves_nothing_to_do(s: Situation) -> None:
    """Painful bone or an unsteady joint leaves unloaded work alone, for which a reader may lack the kit."""
    result, a = answer_for(s), assess(s)
    assert result["options"] or not a.allows_session or a.outcome is Outcome.STOP_REFER_ROUTINE


@given(with_plan)
def test_vigorous_work_stays_within_its_own_minutes(s: Situation) -> None:
    """Long and hard is forbidden below readiness 88; vigorous main work is then 30 min at most."""
    a = assess(s)
    for option in answer_for(s)["options"]:
        if INTENSITIES.index(option["intensity"]) >= Intensity.VIGOROUS:
            assert option["minutes"][1] <= a.hard_minutes
            assert a.readiness.score >= 88 or option["minutes"][1] <= 30
