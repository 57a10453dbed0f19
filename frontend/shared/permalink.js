// Keep the answered query in the address, after `#?`. The hash is not sent to a server.

import { intendedName } from "./spelling.js";

/**
 * Move answers that stand elsewhere in the address (`?soreness=7`, `#soreness=7`) to behind `#?`, where they are read and not sent again.
 * @param {string[]} names of the form's questions
 */
export function adoptAnswers(names) {
  const { pathname, search, hash } = location;
  const holdsAnswers = (/** @type {string} */ query) =>
    [...new URLSearchParams(query).keys()].some((name) => intendedName(name, names) !== undefined);
  const isHashQuery = hash.startsWith("#?");
  const sent = holdsAnswers(search) ? search.slice(1) : "";
  const unmarked = !isHashQuery && hash.includes("=") && holdsAnswers(hash.slice(1)) ? hash.slice(1) : "";
  if (!sent && !unmarked) return;
  const query = [sent, isHashQuery ? hash.slice(2) : unmarked].filter(Boolean).join("&");
  history.replaceState(history.state, "", `${pathname}#?${query}`);
}

/** Write the answered query to the hash (`#?…`), which is not sent to a server. @param {HTMLElement} host */
export function updateHash(host) {
  const query = answeredQuery(host);
  if (query !== undefined) history.replaceState(history.state, "", `#?${query}`);
}

/** @param {HTMLElement} host @returns {string | undefined} the query of the answer that shows */
export const answeredQuery = (host) => host.querySelector("[data-query]")?.getAttribute("data-query") ?? undefined;

/** Let the menu's links to the pages that hold the same form carry the answers of the address along. @param {HTMLElement} host */
export function carryAnswers(host) {
  const hash = location.hash.startsWith("#?") ? location.hash : "";
  const pages = (host.dataset.formPages ?? "").split(" ").map((path) => new URL(path, document.baseURI).pathname);
  const links = document.querySelectorAll("a.md-tabs__link, a.md-nav__link, a.md-logo");
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (links))
    if (pages.includes(link.pathname) && link.pathname !== location.pathname) link.hash = hash;
}
