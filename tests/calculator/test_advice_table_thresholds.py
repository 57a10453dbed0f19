"""The advice table sees every threshold: one natural step of it changes a row."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import pytest

from tests.support.threshold_rows import THRESHOLDS, Threshold, threshold_readers

SAMPLE = ("SORENESS_CAP", "NEXT_LEGS")
PARAMETERS = "calculator.data.parameters"


def _ours(name: str) -> bool:
    return name.partition(".")[0] == "calculator" or name == "tests.support.advice_table"


@contextmanager
def moved(name: str, value: float) -> Iterator[ModuleType]:
    """The advice table over a calculator of its own in which one parameter has another value."""
    path = Path(sys.modules[PARAMETERS].__file__ or "")
    number = re.escape(name)
    text, times = re.subn(
        rf"^({number} = _P\(\s*)[-\d.]+",
        lambda result: f"{result[1]}{value:g}",
        path.read_text("utf-8"),
        flags=re.MULTILINE,
    )
    assert times == 1, name
    before = {key: module for key, module in sys.modules.items() if _ours(key)}
    for key in before:
        del sys.modules[key]
    try:
        importlib.import_module("calculator.data.sources")
        changed = ModuleType(PARAMETERS)
        sys.modules[PARAMETERS] = changed
        exec(compile(text, path, "exec"), changed.__dict__)  # noqa: S102 - our own module with one number changed
        sys.modules["calculator.data"].parameters = changed  # type: ignore[attr-defined]
        yield importlib.import_module("tests.support.advice_table")
    finally:
        for key in [key for key in sys.modules if _ours(key)]:
            del sys.modules[key]
        sys.modules.update(before)
        for key, module in before.items():
            parent, _, child = key.rpartition(".")
            if parent in sys.modules:
                setattr(sys.modules[parent], child, module)


def check(threshold: Threshold) -> None:
    readers = list(threshold_readers(threshold))
    table = importlib.import_module("tests.support.advice_table")
    usual = [table.row(reader) for reader in readers]
    different = []
    for value in (threshold.value + threshold.step, threshold.value - threshold.step):
        with moved(threshold.parameter, value) as other:
            different.append([other.row(reader) for reader in readers] != usual)
    assert any(different), f"{threshold.parameter} moves by {threshold.step:g} and no row changes"


@pytest.mark.parametrize("name", SAMPLE)
def test_a_moved_threshold_changes_a_row(name: str) -> None:
    check(next(threshold for threshold in THRESHOLDS if threshold.parameter == name))


@pytest.mark.slow
@pytest.mark.parametrize(
    "threshold",
    [threshold for threshold in THRESHOLDS if threshold.parameter not in SAMPLE],
    ids=lambda threshold: threshold.parameter,
)
def test_every_moved_threshold_changes_a_row(threshold: Threshold) -> None:
    check(threshold)
