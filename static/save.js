// Knows how something made here becomes a file of the reader's, and the next full hour as a control for time writes it.
// Must never know what is in the file, who made it, or what the page says about it.

const MINUTE = 60_000; // ms
const TO_THE_MINUTE = 16; // characters of 2026-11-23T18:00

/** @param {HTMLElement} within @param {BlobPart} content @param {string} name @param {string} type */
export function save(within, content, name, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.hidden = true;
  within.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), MINUTE);
}

/** @returns {string} the local time of the next full hour */
export function next_hour() {
  const next = new Date();
  next.setHours(next.getHours() + 1, 0, 0, 0);
  return new Date(next.getTime() - next.getTimezoneOffset() * MINUTE).toISOString().slice(0, TO_THE_MINUTE);
}
