// How Eleventy takes a shortcode, and the address of the calculator.

const SITE = "@SITE_URL@";
const OWN = new Set("@ATTRIBUTES@".split(","));
const LABEL = "Cardio after leg day: what should I do today?";
const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** @param {string} text */
const safe = (text) => text.replace(/[&<>"']/g, (sign) => SIGNS[/** @type {keyof typeof SIGNS} */ (sign)]);

/** @param {string} query a query such as "goal=fat_loss&theme=dark" */
export function cardio(query = "") {
  const all = [...new URLSearchParams(query)].filter(([name]) => /^[a-z][a-z0-9_]*$/.test(name));
  const asked = new URLSearchParams(all.filter(([name]) => !OWN.has(name))).toString();
  const attributes = all.map(([name, value]) => ` ${OWN.has(name) ? name : `data-${name}`}="${safe(value)}"`).join("");
  const label = all.find(([name]) => name === "label")?.[1] ?? LABEL;
  const link = `<a href="${SITE}calculator/${asked && `#?${safe(asked)}`}">${safe(label)}</a>`;
  return (
    `<script async crossorigin="anonymous" src="${SITE}v1/widget.js"></script>` +
    `<cardio-after-leg-day${attributes}>${link}</cardio-after-leg-day>`
  );
}

/** @param {{addShortcode: (name: string, make: (query?: string) => string) => void}} config */
export default function cardioAfterLegDay(config) {
  config.addShortcode("cardio", cardio);
}
