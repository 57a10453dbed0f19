"""The prepared answer of each preset as plain text: a widget that loads after a click shows it without asking anybody."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from builder.presets import PRESETS
from calculator.answer import builder as answer_builder

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["prepared_answers", "sorted_query"]

LEAD = "For healthy adults without a warning sign, in the usual case:"


@cache
def prepared_answers() -> Mapping[str, str]:
    """The text by the query of the preset, with its names sorted; the query is empty for any reader."""
    return {
        sorted_query(preset.query): f"{LEAD} {answer_builder.answer(preset.query)['headline']}" for preset in PRESETS
    }


def sorted_query(query: str) -> str:
    """The same query with its names sorted, so that integrations in every language can look it up."""
    return urlencode(sorted(parse_qsl(query)))
