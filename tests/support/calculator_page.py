"""Ask the calculator's page by its address, and compare what it shows with this Python's answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

import app
from calculator.answer import builder as answer_builder

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
  for (const part of [whole, shown])
    for (const own of part.querySelectorAll("leg-day-clock-time, leg-day-page-address, [data-when]"))
      own.textContent = ""; // times of this moment
  return [whole.innerHTML.trim(), shown.innerHTML.trim()];
}"""


def ask(page: Page, query: str) -> None:
    """Open the calculator with the form filled in as the query says, as a copied link does."""
    page.goto(f"/calculator/#?{query}")


def shows(page: Page, query: str) -> None:
    """The answer to the query stands there, exactly as this Python gives it, and no word about trouble."""
    canonical = answer_builder.answer(query)["query"]
    expect(page.locator("[data-answer] [data-query]")).to_have_attribute("data-query", canonical)
    expected, shown = page.evaluate(READ, app.render_answer(query, base="../"))
    for _ in range(MOMENTS):  # until the parts of the answer that know this moment are done with themselves
        if shown == expected:
            break
        page.wait_for_timeout(MOMENT)
        expected, shown = page.evaluate(READ, app.render_answer(query, base="../"))
    assert shown == expected
    expect(page.locator("[data-status]")).to_be_empty()


def keeps_previous_answer(page: Page, query: str, word: str) -> None:
    """A clear word stands there, and the answer to the earlier question, untouched and called by its own name."""
    expect(page.locator("[data-status]")).to_contain_text(word)
    shown = page.locator("[data-answer] [data-query]")
    expect(shown).to_have_attribute("data-query", answer_builder.answer(query)["query"])
    expect(page.locator("[data-answer] [data-headline]")).to_have_text(answer_builder.answer(query)["headline"])


def without_frozen_runtime(page: Page) -> None:
    """Switch the frozen runtime off, as its one switch in the list of what Python needs does."""

    def switch(route: Route) -> None:
        answer = route.fetch()
        manifest = answer.json()
        manifest.pop("frozen", None)
        route.fulfill(response=answer, json=manifest)

    page.context.route("**/manifest-*.json", switch)
