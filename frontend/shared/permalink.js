// Keep the answered query in the address, after `#?`. The hash is not sent to a server.

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
