// What a misspelt name of an attribute was meant to be.

const MAX_EDITS = 2; // letters to add, drop or replace
const MIN_LENGTH = 6; // letters of a name, below which only its separators and capitals may differ

/**
 * @param {string} written a name that is not in the list
 * @param {string[]} names
 * @returns {string | undefined} the name that it is nearest to, if it is near at all
 */
export function intendedName(written, names) {
  const plain = letters(written);
  const equal = names.find((name) => letters(name) === plain);
  const near = (/** @type {string} */ name) =>
    Math.min(plain.length, name.length) >= MIN_LENGTH && distance(plain, letters(name)) <= MAX_EDITS;
  return equal ?? names.find(near);
}

/** @param {string} name @returns {string} without separators and capitals */
function letters(name) {
  return name.replace(/[-_]/g, "").toLowerCase();
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
