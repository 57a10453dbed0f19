"""Knows how a test asks for an answer by the page's address, and how it sees that the right one stands there, to the letter.

Must never know which part of the site made the answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

import app
from calculator import report

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

GRID = "soreness=7"  # one of the prebuilt answers
OFF_GRID = "soreness=7&age=37"  # no prebuilt answer is about an age
OTHER = "soreness=2&age=52"
MOMENTS, MOMENT = 20, 100  # ms
READ = """html => {
  const whole = document.createElement("div");
  whole.innerHTML = html;
  const shown = document.querySelector("[data-answer]").cloneNode(true);
  for (const own of shown.querySelectorAll("leg-day-time, [data-when]")) own.textContent = ""; // times of this moment
  return [whole.innerHTML.trim(), shown.innerHTML.trim()];
}"""


def ask(page: Page, query: str) -> None:
    """Open the calculator with the form filled in as the query says, as a copied link does."""
    page.goto(f"/calculator/#?{query}")


def shows(page: Page, query: str) -> None:
    """The answer to the query stands there, exactly as this Python gives it, and no word about trouble."""
    canonical = report.answer(query)["query"]
    expect(page.locator("[data-answer] [data-query]")).to_have_attribute("data-query", canonical)
    expected, shown = page.evaluate(READ, app.answer(query, base="../"))
    for _ in range(MOMENTS):  # until the parts of the answer that know this moment are done with themselves
        if shown == expected:
            break
        page.wait_for_timeout(MOMENT)
        expected, shown = page.evaluate(READ, app.answer(query, base="../"))
    assert shown == expected
    expect(page.locator("[data-status]")).to_be_empty()


def keeps(page: Page, query: str, word: str) -> None:
    """A clear word stands there, and the answer to the earlier question, untouched and called by its own name."""
    expect(page.locator("[data-status]")).to_contain_text(word)
    shown = page.locator("[data-answer] [data-query]")
    expect(shown).to_have_attribute("data-query", report.answer(query)["query"])
    expect(page.locator("[data-answer] [data-headline]")).to_have_text(report.answer(query)["headline"])


def without_lean(page: Page) -> None:
    """Switch the lean runtime off, as its one switch in the list of what Python needs does."""

    def switch(route: Route) -> None:
        answer = route.fetch()
        manifest = answer.json()
        manifest.pop("lean", None)
        route.fulfill(response=answer, json=manifest)

    page.context.route("**/manifest-*.json", switch)
