// Local times as a date control writes them, and times in the page's words: "Thursday evening".

export const MINUTE = 60_000; // ms
const TO_THE_MINUTE = 16; // characters of 2026-11-23T18:00

/** @param {Date} date @returns {string} the local time as a control of type datetime-local has it */
export const toLocal = (date) =>
  new Date(date.getTime() - date.getTimezoneOffset() * MINUTE).toISOString().slice(0, TO_THE_MINUTE);

const HOUR = 3_600_000; // ms
const DAY = 24 * HOUR; // ms
const MORNING = 5; // hour at which the morning begins
const NOON = 12; // hour at which the afternoon begins
const EVENING = 17; // hour at which the evening begins
const NIGHT = 22; // hour at which the night begins
const WEEK = 7; // days

// In the language of the page, whose words they stand among.
const WEEKDAY = new Intl.DateTimeFormat(document.documentElement.lang || undefined, { weekday: "long" });
const DATE = new Intl.DateTimeFormat(document.documentElement.lang || undefined, { day: "numeric", month: "long" });
const RELATIVE = new Intl.RelativeTimeFormat(document.documentElement.lang || undefined, { numeric: "auto" });

/** @param {Date} date @returns {number} the place of its hour among night, morning, afternoon and evening */
function partOfDay(date) {
  const hour = date.getHours();
  if (hour < MORNING || hour >= NIGHT) return 0;
  return [MORNING, NOON, EVENING].filter((start) => hour >= start).length;
}

/**
 * @param {Date} date
 * @param {string[]} today the words for the parts of today, from the night on
 * @param {string[]} others the words for the parts of any other day
 * @returns {string} "this evening", "tomorrow morning", "Thursday evening", "4 December"
 */
export function phrase(date, today, others) {
  const midnight = (/** @type {Date} */ day) => new Date(day).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(date) - midnight(new Date())) / DAY);
  const part = partOfDay(date);
  if (days === 0) return today[part] ?? "";
  if (Math.abs(days) >= WEEK) return DATE.format(date);
  const day = Math.abs(days) === 1 ? RELATIVE.format(days, "day") : WEEKDAY.format(date);
  return [day, others[part]].filter(Boolean).join(" ");
}
