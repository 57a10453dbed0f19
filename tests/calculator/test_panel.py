"""The figures of the panel, held: variety, use of the equipment, hard work where it is asked for, and time well used."""

from __future__ import annotations

import pytest

from calculator.data.interval_formats import SESSION_FORMATS
from calculator.data.modalities import SLUGS
from calculator.scales import Intensity
from calculator.session.ranking import CRITERIA
from tests.calculator.panel import Figures, figures, first_for_who_prefers


@pytest.fixture(scope="module")
def found() -> Figures:
    return figures()


def test_share_of_bike_or_walk_first(result: Figures) -> None:
    assert result.bike_or_walk_first <= 0.6


def test_the_only_machine_leads_where_nothing_closes_it(result: Figures) -> None:
    assert result.single_machine_leads >= 0.95


def test_six_goals_give_four_first_sessions_or_more(result: Figures) -> None:
    assert result.fewest_first_sessions >= 4


def test_hard_session_follows_goal_or_wish(result: Figures) -> None:
    assert result.vigorous_where_asked >= 0.9


def test_warm_up_and_cool_down_are_shorter_than_the_main_part(result: Figures) -> None:
    assert result.edges_over_main <= 0.02


def test_the_main_part_uses_the_time(result: Figures) -> None:
    assert result.main_share >= 0.85


def test_many_formats_are_in_use(result: Figures) -> None:
    assert len(result.formats) >= 14


def test_options_differ_in_role_and_reason(result: Figures) -> None:
    assert result.same_reason_on_every_option == 0
    assert result.options_of_one_role == 0


@pytest.mark.parametrize("slug", sorted(SLUGS))
def test_every_kind_comes_first_for_somebody_who_prefers_it(slug: str) -> None:
    assert first_for_who_prefers(slug)


def test_the_library_names_a_source_for_every_format() -> None:
    assert len(SESSION_FORMATS) >= 20
    assert len({form.slug for form in SESSION_FORMATS}) == len(SESSION_FORMATS)
    for form in SESSION_FORMATS:
        assert form.source.key
        assert form.modes <= SLUGS
        assert form.minutes(form.most) >= form.minutes(form.fewest)
        assert form.how or form.slug == "continuous"


def test_hard_formats_exclude_tired_or_sore_legs() -> None:
    for form in SESSION_FORMATS:
        if form.effort >= Intensity.VIGOROUS:
            assert form.gate.readiness >= 70, form.slug
            assert form.gate.soreness <= 2, form.slug


def test_the_ranking_is_a_table_with_weights_and_reasons() -> None:
    assert len({row.slug for row in CRITERIA}) == len(CRITERIA)
    assert all(row.weight.sources and row.why and row.name for row in CRITERIA)
