// Keep the answered query in the address, after `#?`. The hash is not sent to a server.

/** Write the answered query to the hash (`#?…`), which is not sent to a server. @param {HTMLElement} host */
export function updateHash(host) {
  const query = answeredQuery(host);
  if (query !== undefined) history.replaceState(history.state, "", `#?${query}`);
}

/** @param {HTMLElement} host @returns {string | undefined} the query of the answer that shows */
export const answeredQuery = (host) => host.querySelector("[data-query]")?.getAttribute("data-query") ?? undefined;
