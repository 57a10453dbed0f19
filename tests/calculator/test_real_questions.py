"""Questions that people ask after leg day: each answer holds what a coach would insist on."""

from __future__ import annotations

import pytest

from calculator import recommend
from tests.support.real_questions import RealQuestion, answer_faults, load


@pytest.mark.parametrize("question", load(weekly=False), ids=lambda question: question.title)
def test_the_answer_holds_what_the_question_expects(question: RealQuestion) -> None:
    assert answer_faults(recommend(question.query), question.expect) == []
