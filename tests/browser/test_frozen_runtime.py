"""The frozen Python in the browser answers exactly as this Python, for every endpoint.

The queries come from the calculator's Hypothesis strategies; the build traces another set of calls.
"""

from __future__ import annotations

import json
import os
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import app
from builder.pyodide import frozen
from calculator.form.parse import to_query
from calculator.week.parse import to_query as week_to_query
from tests.calculator.week.test_week import timetables
from tests.support.strategies import hostile_queries, queries, situations, with_plan

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.skipif(not frozen.ENABLED, reason="the frozen runtime is switched off")

type Call = tuple[str, ...]

NIGHT = os.environ.get("HYPOTHESIS_PROFILE") == "nightly"
COUNT = 12_000 if NIGHT else 1_000
CHUNK = 50
SEVERAL = settings(
    derandomize=not NIGHT,
    database=None,
    phases=[Phase.generate],
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
ALLOWED = COUNT // 600  # calls that reach what was cut: the full WebAssembly answers them, half a second later
START = """async ([worker, manifest]) => {
  const start = () => new Promise((resolve, reject) => {
    self.asked?.terminate();
    self.asked = new Worker(worker, { type: "module" });
    self.asked.postMessage({ manifest, layer: "frozen-core" });
    self.asked.onmessage = ({ data }) => {
      if (data.ready) resolve(data.ready.layer);
      if (data.failed) reject(data.failed);
    };
  });
  const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const one = ([endpoint, ...args], id) => new Promise((resolve) => {
    self.asked.postMessage({ id, endpoint, args });
    self.asked.onmessage = ({ data: { result, failed } }) => resolve(
      failed ? [failed] : typeof result === "string" ? result : [result[0], result[1], hex(result[2])]);
  });
  self.all = async (calls) => {
    const found = [];
    for (const call of calls) {
      const result = await one(call, 1);
      if (result.length === 1) await start();
      found.push(result);
    }
    return found;
  };
  return start();
}"""

reported = situations.map(to_query) | queries | hostile_queries
weeks = st.tuples(timetables(situations).map(week_to_query), hostile_queries | st.just("")).map("&".join)
local = st.datetimes().map(lambda at: at.isoformat()[:16])
moments = local | local.map(lambda at: f"{at}+05:30") | st.sampled_from(("", "2026-02-30T10:00", "soon"))
bases = st.sampled_from(("", "../", "../../"))
calls: st.SearchStrategy[Call] = st.one_of(
    st.tuples(st.just("render_answer"), reported, bases),
    st.tuples(st.just("render_answer"), reported, bases),
    st.tuples(st.just("render_summary"), reported, bases),
    st.tuples(st.just("answer_json"), reported, bases),
    st.tuples(st.just("render_card_svg"), with_plan.map(to_query)),
    st.tuples(
        st.just("download"), reported, st.sampled_from(("ics", "reminder", "fit", "zwo", "tcx", "text", "pdf")), moments
    ),
    st.tuples(st.just("render_week"), weeks, bases),
    st.tuples(st.just("render_week_form"), weeks),
    st.tuples(st.just("download_week"), weeks, moments.map(lambda at: at[:10])),
)


def random_calls(count: int) -> list[Call]:
    """As many calls, as a browser can make them: it knows no half of a surrogate pair.

    A sign that this Python's Unicode does not know yet is left out: the browser's Python is newer, and may call it printable.
    """
    results: list[Call] = []

    @settings(SEVERAL, max_examples=count)
    @given(calls)
    def draw(call: Call) -> None:
        results.append(tuple(known(text.encode("utf-8", "replace").decode()) for text in call))

    draw()
    return results


def known(text: str) -> str:
    """The text without what has no meaning yet."""
    return "".join(sign for sign in text if unicodedata.category(sign) != "Cn")


def answer(call: Call) -> str | list[str] | None:
    """What this Python gives, as JSON would carry it; None where it raises."""
    door, *words = call
    try:
        made = getattr(app, door)(*words)
    except Exception:  # noqa: BLE001 - a page never makes such a call, and nothing is promised for it
        return None
    return made if isinstance(made, str) else [made[0], made[1], made[2].hex()]


def test_the_frozen_python_answers_as_this_one_to_the_letter(page: Page, site: Path, problems: list[str]) -> None:
    worker = next(site.glob("assets/worker-*.js")).name
    manifest = next(site.glob("assets/python/manifest-*.json")).name
    page.goto("/404.html")
    base = page.evaluate("location.origin")
    addresses = [f"{base}/assets/{worker}", f"{base}/assets/python/{manifest}"]
    assert page.evaluate(START, addresses) == "frozen-core"
    seen: Counter[str] = Counter()
    wrong: list[str] = []
    expected = {call: made for call in random_calls(COUNT) if (made := answer(call)) is not None}
    asked = list(expected)
    for first in range(0, len(asked), CHUNK):
        chunk = asked[first : first + CHUNK]
        for call, made in zip(chunk, page.evaluate("calls => self.all(calls)", chunk), strict=True):
            kind = "cut" if len(made) == 1 else "same" if made == expected[call] else "other"
            seen[kind] += 1
            if kind == "other":
                wrong.append(json.dumps([call, made]))
    doors = len({call[0] for call in asked})
    print(f"{seen['same']} calls of {doors} doors gave the same bytes, {len(wrong)} others; {seen['cut']} met a trap")
    assert not wrong, "\n".join(wrong[:3])
    assert seen["same"] > COUNT * 0.8
    assert seen["cut"] <= ALLOWED
    problems.clear()
