// Let the browser follow links to an anchor on the same page; the theme would fetch the page again and clear the form.
//
// Must load before the theme's bundle, so that this listener runs first.

import "./search-on-intent.js";

const { pathname } = location;
let leftPage = false; // the theme has navigated to another page and tracks the address itself from then on

/** The theme ignores links with a target. @param {MouseEvent} event */
function onClick({ target, ctrlKey, metaKey }) {
  const anchor = /** @type {Element} */ (target).closest?.("a[href]:not([target],[download])");
  const link = /** @type {HTMLAnchorElement | null | undefined} */ (anchor);
  if (!link || ctrlKey || metaKey || link.origin !== location.origin) return;
  if (link.hash && link.pathname === location.pathname) link.target = "_self";
  else leftPage = true;
}

addEventListener("click", onClick, true);
addEventListener("popstate", (event) => {
  leftPage ||= location.pathname !== pathname;
  if (!leftPage) event.stopImmediatePropagation();
});
