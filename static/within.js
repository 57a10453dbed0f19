// Knows how a link to another place on the same page stays on the page: the theme would fetch it anew, and what was entered would be lost.
// Must never know what a page holds. It has to stand before the theme's own script: whoever listens first hears first.

const { pathname } = location;
let moved = false; // to another page, by the theme: from then on it knows by itself which page it is on

/** What has a target, the theme leaves to the browser. @param {MouseEvent} event */
function told({ target, ctrlKey, metaKey }) {
  const link = /** @type {Element} */ (target).closest?.("a[href]");
  if (!(link instanceof HTMLAnchorElement) || link.target || link.download || ctrlKey || metaKey) return;
  const within = link.origin === location.origin && link.pathname === location.pathname && link.hash;
  if (within) link.target = "_self";
  else moved = true;
}

addEventListener("click", told, { capture: true });
addEventListener("popstate", (event) => {
  if (!moved && location.pathname === pathname) event.stopImmediatePropagation();
});
