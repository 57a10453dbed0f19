"""Tests of the ranking of the kinds of cardio."""

from __future__ import annotations

from calculator.data.modalities import BY_SLUG
from calculator.session.ranking import pick_options


def test_the_session_without_equipment_is_the_best_of_those() -> None:
    slugs = ("bike_upright", "rowing", "elliptical", "swimming", "yoga_flow", "walk_brisk", "circuit")
    ranked = [BY_SLUG[slug] for slug in slugs]
    assert [mode.slug for mode in pick_options(ranked)] == ["bike_upright", "yoga_flow"]
    assert [mode.slug for mode in pick_options(ranked[-2:])] == ["walk_brisk", "circuit"]
