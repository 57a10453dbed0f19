// Apply the host's theme, accent and density to the widget. An accent is darkened or lightened until it has enough contrast.

const MIN_CONTRAST = 4.8; // contrast ratio of text and background; WCAG 1.4.3 asks for 4.5
const SHARES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]; // shares of black or white
const LUMINANCE_WEIGHTS = [0.2126, 0.7152, 0.0722]; // of red, green and blue in relative luminance
const GAMMA = 2.2; // approximation of sRGB
const FLARE = 0.05; // of WCAG's contrast ratio
const WHITE = [1, 1, 1]; // what lightens
const BLACK = [0, 0, 0]; // what darkens
const LIGHT_BACKGROUND = [0.95, 0.96, 0.96]; // the darkest background in the light theme
const DARK_BACKGROUND = [0.11, 0.17, 0.15]; // the lightest background in the dark theme
const MAX_BYTE = 255; // largest value of a colour channel
const COLOUR = /^(#[0-9a-f]{3,8}|[a-z]{3,24}|(rgba?|hsla?|hwb|(ok)?l(ab|ch)|color)\([a-z0-9 .,%/+-]{1,64}\))$/i; // a name, hex digits or a function; nothing that loads or inherits
const NOT_A_COLOUR = /^(inherit|initial|unset|revert|transparent|currentcolor)$/i;

/** @typedef {number[]} Colour red, green and blue from 0 to 1 */

/** Theme attributes and how to apply them; each returns whether the value was valid. @type {Map<string, (value: string) => boolean>} */
const ATTRIBUTES = new Map([
  ["theme", (value) => choose("theme", value, ["light", "dark"])],
  ["accent", accent],
  ["density", density],
  ["lang", () => true],
]);

export const THEME_ATTRIBUTES = [...ATTRIBUTES.keys()];

/** @param {string} name @returns {boolean} whether it is a theme attribute, not a field */
export const isThemeAttribute = (name) => ATTRIBUTES.has(name);

/** @param {string} name @param {string} value empty removes it @returns {boolean} whether the value was valid */
export const applyTheme = (name, value) => ATTRIBUTES.get(name)?.(value) ?? false;

/** @param {string} name @param {string} value @param {string[]} allowed */
function choose(name, value, allowed) {
  value = value.toLowerCase();
  if (allowed.includes(value)) document.documentElement.dataset[name] = value;
  else delete document.documentElement.dataset[name];
  return allowed.includes(value) || value === "" || value === "auto";
}

/** @param {string} value */
function density(value) {
  return choose("density", value, ["comfortable", "compact"]);
}

/** @param {string} value */
function accent(value) {
  const parsed =
    COLOUR.test(value) && !NOT_A_COLOUR.test(value) && CSS.supports("color", value) ? parseColour(value) : undefined;
  const [light, dark] = [LIGHT_BACKGROUND, DARK_BACKGROUND].map((background) =>
    parsed ? readable(parsed, background) : parsed,
  );
  setColour("accent", light, dark);
  setColour("on-accent", light && readableOn(light), dark && readableOn(dark));
  return parsed !== undefined || value === "";
}

/** @param {string} name @param {Colour | undefined} light @param {Colour | undefined} dark */
function setColour(name, light, dark) {
  const { style } = document.documentElement;
  for (const [theme, colour] of Object.entries({ light, dark }))
    if (colour) style.setProperty(`--${name}-${theme}`, toCss(colour));
    else style.removeProperty(`--${name}-${theme}`);
}

/** Let the browser parse a colour in any notation. @param {string} value @returns {Colour | undefined} */
function parseColour(value) {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = value;
  probe.style.color = `color-mix(in srgb, ${value}, ${value})`; // which older browsers leave out: they write all colours as rgb()
  const text = getComputedStyle(probe).color;
  const parts = text.match(/-?[\d.]+(e-?\d+)?/g)?.map(Number) ?? [];
  probe.remove();
  const opaque = parts.length > 2 && parts[WHITE.length] !== 0; // a transparent colour cannot be made readable
  const most = text.startsWith("rgb") ? MAX_BYTE : 1;
  return opaque ? parts.slice(0, WHITE.length).map((part) => part / most) : undefined;
}

/** The colour, darkened or lightened as little as it takes for enough contrast. @param {Colour} colour @param {Colour} background @returns {Colour} */
function readable(colour, background) {
  const towards = background === LIGHT_BACKGROUND ? BLACK : WHITE;
  const tries = SHARES.map((share) => colour.map((part, at) => part * (1 - share) + (towards[at] ?? 0) * share));
  return tries.find((colour_) => contrast(colour_, background) >= MIN_CONTRAST) ?? towards;
}

/** @param {Colour} colour of a background */
function readableOn(colour) {
  return contrast(colour, WHITE) >= contrast(colour, BLACK) ? WHITE : BLACK;
}

/** @param {Colour} first @param {Colour} second */
function contrast(first, second) {
  const [low = 0, high = 0] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (high + FLARE) / (low + FLARE);
}

/** @param {Colour} colour */
function luminance(colour) {
  return colour.reduce(
    (sum, part, at) => sum + (LUMINANCE_WEIGHTS[at] ?? 0) * Math.min(1, Math.max(0, part)) ** GAMMA,
    0,
  );
}

/** @param {Colour} colour */
function toCss(colour) {
  return `rgb(${colour.map((part) => Math.round(Math.min(1, Math.max(0, part)) * MAX_BYTE)).join(" ")})`;
}
