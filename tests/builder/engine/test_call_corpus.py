"""The calls that the build makes: reproducible, and of every endpoint."""

from __future__ import annotations

import app
from builder.engine import call_corpus


def test_the_calls_are_reproducible_and_use_every_endpoint() -> None:
    calls = call_corpus.calls(120)
    assert calls == call_corpus.calls(120)
    assert {endpoint for endpoint, *_ in calls} <= set(app.__all__)
    assert {
        "render_answer",
        "render_card_svg",
        "download",
        "render_summary",
        "answer_json",
        "render_week",
        "download_week",
        "render_week_form",
    } == {call[0] for call in calls}
