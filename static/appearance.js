// Knows how the widget takes on a theme, an accent and a density, and keeps any accent readable.
// Must never know a question, an answer, or who asked for the look.

const ENOUGH = 4.8; // contrast of text with what lies behind it: a little more than WCAG 1.4.3 asks for
const STEPS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]; // shares of black or white
const WEIGHTS = [0.2126, 0.7152, 0.0722]; // of red, green and blue in what looks bright
const GAMMA = 2.2; // of screens, roughly
const GLARE = 0.05; // light that any screen reflects
const WHITE = [1, 1, 1]; // what lightens
const BLACK = [0, 0, 0]; // what darkens
const PAPER = [0.95, 0.96, 0.96]; // the darkest that lies behind a text where it is light
const NIGHT = [0.11, 0.17, 0.15]; // the brightest that lies behind a text where it is dark
const BYTE = 255; // the most that a colour's part can be
const COLOUR = /^(#[0-9a-f]{3,8}|[a-z]{3,24}|(rgba?|hsla?|hwb|(ok)?l(ab|ch)|color)\([a-z0-9 .,%/+-]{1,64}\))$/i; // by name, number or function, and nothing that loads or inherits
const NOT_ONE = /^(inherit|initial|unset|revert|transparent|currentcolor)$/i;

/** @typedef {number[]} Colour red, green and blue from 0 to 1 */

/** What may be asked for, and how it is put on; each says whether it understood. @type {Map<string, (value: string) => boolean>} */
const PARTS = new Map([
  ["theme", (value) => choose("theme", value, ["light", "dark"])],
  ["accent", accent],
  ["density", density],
  ["lang", () => true],
]);

/** @param {string} name @returns {boolean} whether it belongs to the look, and not to the questions */
export const looks = (name) => PARTS.has(name);

/** @param {string} name @param {string} value none takes it off again @returns {boolean} whether it could be put on */
export const dress = (name, value) => PARTS.get(name)?.(value) ?? false;

/** @param {string} name @param {string} value @param {string[]} known */
function choose(name, value, known) {
  if (known.includes(value)) document.documentElement.dataset[name] = value;
  else delete document.documentElement.dataset[name];
  return known.includes(value) || value === "" || value === "auto";
}

/** @param {string} value */
function density(value) {
  return choose("density", value, ["comfortable", "compact"]);
}

/** @param {string} value */
function accent(value) {
  const told = COLOUR.test(value) && !NOT_ONE.test(value) && CSS.supports("color", value) ? read(value) : undefined;
  const [light, dark] = [PAPER, NIGHT].map((behind) => (told ? readable(told, behind) : told));
  put("accent", light, dark);
  put("on-accent", light && on(light), dark && on(dark));
  return told !== undefined || value === "";
}

/** @param {string} name @param {Colour | undefined} light @param {Colour | undefined} dark */
function put(name, light, dark) {
  const { style } = document.documentElement;
  for (const [theme, colour] of Object.entries({ light, dark }))
    if (colour) style.setProperty(`--${name}-${theme}`, written(colour));
    else style.removeProperty(`--${name}-${theme}`);
}

/** Lets the browser read a colour in any notation. @param {string} value @returns {Colour | undefined} */
function read(value) {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = value;
  probe.style.color = `color-mix(in srgb, ${value}, ${value})`; // which older browsers leave out: they write all colours as rgb()
  const text = getComputedStyle(probe).color;
  const parts = text.match(/-?[\d.]+(e-?\d+)?/g)?.map(Number) ?? [];
  probe.remove();
  const seen = parts.length > 2 && parts[WHITE.length] !== 0; // a colour that is not there at all cannot be made readable
  const most = text.startsWith("rgb") ? BYTE : 1;
  return seen ? parts.slice(0, WHITE.length).map((part) => part / most) : undefined;
}

/** The colour, changed as little as makes it readable. @param {Colour} colour @param {Colour} behind @returns {Colour} */
function readable(colour, behind) {
  const towards = behind === PAPER ? BLACK : WHITE;
  const tries = STEPS.map((share) => colour.map((part, at) => part * (1 - share) + (towards[at] ?? 0) * share));
  return tries.find((one) => contrast(one, behind) >= ENOUGH) ?? towards;
}

/** @param {Colour} colour that lies behind a text */
function on(colour) {
  return contrast(colour, WHITE) >= contrast(colour, BLACK) ? WHITE : BLACK;
}

/** @param {Colour} one @param {Colour} other */
function contrast(one, other) {
  const [low = 0, high = 0] = [bright(one), bright(other)].sort((a, b) => a - b);
  return (high + GLARE) / (low + GLARE);
}

/** @param {Colour} colour */
function bright(colour) {
  return colour.reduce((sum, part, at) => sum + (WEIGHTS[at] ?? 0) * Math.min(1, Math.max(0, part)) ** GAMMA, 0);
}

/** @param {Colour} colour */
function written(colour) {
  return `rgb(${colour.map((part) => Math.round(Math.min(1, Math.max(0, part)) * BYTE)).join(" ")})`;
}
