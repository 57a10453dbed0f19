"""What cardio suits tired legs today, and why: pure Python, standard library only.

    >>> import calculator
    >>> calculator.recommend("hours_since_legs=24&soreness=5")["outcome"]
    'recommend'

`recommend` answers for today, `plan_week` lays out a week; both raise `InvalidAnswersError`, which names every problem at once.
The fields and their values are those of the query string on the site. The package knows no web page, template or browser.
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 12):  # noqa: UP036 - a copy of the sources can be run by any Python  # pragma: no cover
    text = "Cardio after leg day needs Python 3.12 or newer; this is %d.%d." % sys.version_info[:2]  # noqa: UP031
    raise SystemExit(text) if sys.argv[:1] == ["-m"] else ImportError(text)

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from calculator.form.errors import InvalidAnswersError, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from calculator.schema import Answer
    from calculator.week.schema import Week

    Answers = str | Mapping[str, str | float | Sequence[str | float]]

__all__ = ["InvalidAnswersError", "Problem", "plan_week", "recommend"]


def _query(answers: Answers) -> str:
    """A query string as it is, or one made of names and values."""
    return answers if isinstance(answers, str) else urlencode(answers, doseq=True)


def recommend(answers: Answers = "") -> Answer:
    """What suits today, as the command line prints it with --json.

    `answers` is a query string such as "hours_since_legs=24&soreness=5", or a mapping such as {"soreness": 5, "equipment":
    ["pool", "rower"]}. What is left out takes the cautious default; `choice` names the session to take instead of the first.

    Raises:
        InvalidAnswersError: some names or values cannot be used; `problems` holds all of them.
    """
    from calculator.answer.builder import answer  # noqa: PLC0415 - importing a part must not import the whole
    from calculator.form.fields import CHOICE  # noqa: PLC0415
    from calculator.form.parse import pairs  # noqa: PLC0415

    query = _query(answers)
    choice = next((value for name, value in pairs(query) if name == CHOICE and value), "")
    return answer(query, choice, strict=True)


def plan_week(answers: Answers = "") -> Week:
    """A week of cardio around the leg sessions, as the command line prints it with --week --json.

    `answers` are those of `recommend` and of the week, such as "week_legs=mon-18:hard&week_rest=sun".

    Raises:
        InvalidAnswersError: some names or values cannot be used; `problems` holds all of them.
    """
    from calculator.week.answer import plan_week as plan  # noqa: PLC0415 - importing a part must not import the whole

    return plan(_query(answers), strict=True)
