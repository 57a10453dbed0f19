// Knows how a link to another place on the same page stays on the page: the theme would fetch it anew, and what was entered would be lost.
// Must never know what a page holds. It has to stand before the theme's own script: whoever listens first hears first.

const { pathname } = location;
let moved = false; // to another page, by the theme: from then on it knows by itself which page it is on

/** What has a target, the theme leaves to the browser. @param {MouseEvent} event */
function told({ target, ctrlKey, metaKey }) {
  const at = /** @type {Element} */ (target).closest?.("a[href]:not([target],[download])");
  const link = /** @type {HTMLAnchorElement | null | undefined} */ (at);
  if (!link || ctrlKey || metaKey || link.origin !== location.origin) return;
  if (link.hash && link.pathname === location.pathname) link.target = "_self";
  else moved = true;
}

addEventListener("click", told, true);
addEventListener("popstate", (event) => {
  moved ||= location.pathname !== pathname;
  if (!moved) event.stopImmediatePropagation();
});
