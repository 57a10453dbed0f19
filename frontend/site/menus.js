// The theme's drawer and search as real buttons: with a state, closed by Escape, and inert while they are out of sight.

const NARROW = { __drawer: "(max-width: 76.2344em)", __search: "(max-width: 59.9844em)" }; // as the theme has it
const PANELS = { __drawer: ".md-sidebar--primary", __search: ".md-search" };

/** @typedef {keyof typeof PANELS} Menu */

const menus = /** @type {Menu[]} */ (Object.keys(PANELS));
const button = (/** @type {Menu} */ menu) =>
  /** @type {HTMLElement | null} */ (document.querySelector(`[data-menu="${menu}"]`));
const toggle = (/** @type {Menu} */ menu) => /** @type {HTMLInputElement | null} */ (document.getElementById(menu));

/** Bring the button's state and the panel's reach in line with the theme's check box. */
function update() {
  for (const menu of menus) {
    const open = toggle(menu)?.checked === true;
    button(menu)?.setAttribute("aria-expanded", String(open));
    const panel = /** @type {HTMLElement | null} */ (document.querySelector(PANELS[menu]));
    if (panel) panel.inert = !open && matchMedia(NARROW[menu]).matches;
  }
}

/** @param {Menu} menu */
function press(menu) {
  toggle(menu)?.click();
  update();
  if (!toggle(menu)?.checked) return;
  const panel = document.querySelector(PANELS[menu]);
  const first = /** @type {HTMLElement | null | undefined} */ (panel?.querySelector("a[href], input"));
  setTimeout(() => first?.focus({ preventScroll: true })); // once the panel shows
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  const open = event.key === "Escape" && menus.find((menu) => toggle(menu)?.checked);
  if (!open) return;
  toggle(open)?.click();
  button(open)?.focus();
}

/** Open the search for the theme's keys: it focuses a field that is inert while it is closed. @param {KeyboardEvent} event */
function onSearchKey(event) {
  const { target, key } = event;
  const typing = target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
  if (!typing && ["/", "f", "s"].includes(key) && !event.ctrlKey && !event.metaKey) {
    const panel = /** @type {HTMLElement | null} */ (document.querySelector(PANELS.__search));
    if (panel) panel.inert = false;
  }
}

addEventListener("click", (event) => {
  const pressed = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-menu]"));
  if (pressed) press(/** @type {Menu} */ (pressed.dataset.menu));
});
addEventListener("change", update);
addEventListener("resize", update);
addEventListener("keydown", onSearchKey, true);
addEventListener("keydown", onKey);
new MutationObserver(update).observe(document.body, { childList: true }); // an instant navigation exchanges the menu
update();
