// What a misspelt name of an attribute, or a misspelt value, was meant to be.

const MAX_EDITS = 2; // letters to add, drop or replace
const MIN_LENGTH = 6; // letters of a name, below which only its separators and capitals may differ
const MIN_INSIDE = 7; // letters of a name, below which it may stand inside another by chance

/**
 * @param {string} written a name that is not in the list
 * @param {string[]} names
 * @returns {string | undefined} the name that it is nearest to, if it is near at all
 */
export function intendedName(written, names) {
  const plain = letters(written);
  const equal = names.find((name) => letters(name) === plain);
  return equal ?? names.find((name) => isNear(plain, letters(name)));
}

/**
 * @param {string} written
 * @param {string[]} names
 * @returns {boolean} whether one of the names is near to it, or stands whole inside it
 */
export function resembles(written, names) {
  const plain = letters(written);
  const inside = (/** @type {string} */ name) => name.length >= MIN_INSIDE && plain.includes(name);
  return intendedName(written, names) !== undefined || names.map(letters).some(inside);
}

/** @param {string} name @returns {string} without separators and capitals */
function letters(name) {
  return name.replace(/[^a-z0-9]/gi, "").toLowerCase();
}

/** @param {string} first @param {string} second both without separators and capitals */
function isNear(first, second) {
  const enough = Math.min(first.length, second.length) >= MIN_LENGTH;
  return enough && Math.abs(first.length - second.length) <= MAX_EDITS && distance(first, second) <= MAX_EDITS;
}

/** The Levenshtein distance, row by row. @param {string} first @param {string} second */
function distance(first, second) {
  let row = [...Array(second.length + 1).keys()];
  for (const [at, letter] of [...first].entries()) {
    const next = [at + 1];
    for (const [to, other] of [...second].entries())
      next.push(Math.min((next[to] ?? 0) + 1, (row[to + 1] ?? 0) + 1, (row[to] ?? 0) + Number(letter !== other)));
    row = next;
  }
  return row[second.length] ?? 0;
}
